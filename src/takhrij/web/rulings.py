"""What a person rules: kept for ever, applied by an update that begins at once, taken back by another ruling."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal

import msgspec
from litestar import Request, get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import ValidationException
from litestar.params import Body
from litestar.response import Redirect, Template

from takhrij import casework
from takhrij.records import Judgement, Span
from takhrij.store import pages, views
from takhrij.store.database import opened
from takhrij.web.given import Case, Working
from takhrij.web.site import shown


class Ruling(msgspec.Struct, frozen=True):
    """A form: both places as PAGE:START-END."""

    ruling: Literal["same person", "not the same person", "withdrawn"]
    left: str
    right: str
    note: str = ""
    by: str = ""


@get("/judgements", sync_to_thread=True)
def listed(request: Request[Any, Any, Any], case: Case, work: Working) -> Template:
    """Show every ruling and what became of it; those that no update has seen yet wait."""
    with opened(case, readonly=True) as database:
        ruled = views.rulings(database)
    waiting = casework.judged(case)[len(ruled) :]
    return shown(request, "judgements", ruled=ruled, waiting=waiting, work=work.told())


@post("/judgements/new", sync_to_thread=True)
def rule(
    case: Case, work: Working, data: Annotated[Ruling, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Redirect:
    """Keep a ruling, and begin to apply it."""
    with opened(case, readonly=True) as database:
        left, right = (_span(database, place) for place in (data.left, data.right))
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    judgement = Judgement(
        ruling=data.ruling,
        left=left[0],
        right=right[0],
        left_quote=left[1],
        right_quote=right[1],
        note=data.note,
        by=data.by,
        at=at,
    )
    casework.judge(case, [judgement])
    work.update()
    return Redirect("/judgements", status_code=303)


def _span(database: Any, place: str) -> tuple[Span, str]:
    """Return a place of a page with its words.

    Raises:
        ValidationException: where there is no such place.
    """
    name, _, rest = place.partition(":")
    start, _, end = rest.partition("-")
    page = pages.one(database, name)
    if (
        page is None
        or len(rest) > 40
        or not (start.isdecimal() and end.isdecimal())
        or not int(start) < int(end) <= len(page.text)
    ):
        raise ValidationException(f"no such place: {place}")
    return Span(page=name, start=int(start), end=int(end)), page.text[int(start) : int(end)]


HANDLERS: Final = [listed, rule]
