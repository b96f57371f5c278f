"""A case in the browser: read, searched, added to. Needs the extra `web`.

`site` and `claims` have the views, `api` the same as JSON, `work` what runs beside the server, `security` who may
ask. Page text is only ever put into templates that escape it; nothing is loaded from anywhere but the server itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from litestar import Litestar
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig

from takhrij.casework import Finder
from takhrij.web import api, claims, correcting, rulings, security, site, templates, uploads
from takhrij.web.work import Work

HERE: Final = Path(__file__).parent
FONTS: Final = HERE.parent / "exports" / "html" / "vendor"
LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")
MOST_UPLOADED: Final = 200_000_000
"""Bytes that one upload may have."""


def application(case: Path, *, token: str = "", hosts: Sequence[str] = LOOPBACK) -> Litestar:
    """Return the web application of a case. Where `token` is given, nobody is answered without it.

    `hosts` are the names under which the server answers: a page elsewhere that makes a browser call this machine by
    another name is refused.
    """
    guard = security.Guard(token, frozenset(hosts))
    work, find = Work(case), Finder(case)
    return Litestar(
        route_handlers=[
            *site.HANDLERS,
            *claims.HANDLERS,
            *uploads.HANDLERS,
            *rulings.HANDLERS,
            *correcting.HANDLERS,
            *api.HANDLERS,
            create_static_files_router(path="/static", directories=[HERE / "static", FONTS]),
        ],
        dependencies={
            "case": Provide(lambda: case, sync_to_thread=False),
            "work": Provide(lambda: work, sync_to_thread=False),
            "find": Provide(lambda: find, sync_to_thread=False),
        },
        before_request=guard,
        on_startup=[lambda: uploads.sweep(case), lambda: work.resume(uploads.left(case))],
        response_headers=security.HEADERS,
        template_config=TemplateConfig(engine=JinjaTemplateEngine.from_environment(templates.environment())),
        exception_handlers=site.ERRORS,
        openapi_config=OpenAPIConfig(
            title="takhrij",
            version="1",
            path="/api",
            render_plugins=[JsonRenderPlugin()],
            use_handler_docstrings=True,
        ),
        request_max_body_size=MOST_UPLOADED,
        multipart_form_part_limit=uploads.MOST_FILES,
    )
