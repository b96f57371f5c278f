"""`takhrij serve`: a case in the browser."""

from __future__ import annotations

import secrets
import socket
from pathlib import Path
from typing import Annotated

import typer

from takhrij import casework
from takhrij.cli.console import say, told
from takhrij.errors import CaseError

app = typer.Typer()
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_EVERY = ("0.0.0.0", "::")  # asked for by the user, and only with a token
"""Every address of the machine: readers call it by names that are not known here."""


@app.command()
def serve(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A file that `takhrij new` made.")],
    host: Annotated[str, typer.Option(metavar="NAME", help="Name or address to answer on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to answer on.")] = 8300,
    token: Annotated[
        str,
        typer.Option(metavar="SECRET", envvar="TAKHRIJ_TOKEN", help="What a reader must know; made where needed."),
    ] = "",
) -> None:
    """Show CASE in the browser, in Arabic and English; pages can be dropped on it.

    Answers only this machine, unless --host says otherwise: then nobody is answered without the token. Nothing is
    loaded from any other machine. Needs the extra `web`: in the folder of takhrij, pip install '.[web]'.
    """
    with told("the case is as it was"):
        casework.status(case)
        try:
            import uvicorn  # noqa: PLC0415 (an extra)

            from takhrij.web import LOOPBACK, application  # noqa: PLC0415
            from takhrij.web.security import ANY  # noqa: PLC0415
        except ImportError as error:
            cure = "In the folder of takhrij: pip install '.[web]'"
            raise CaseError("serving a case needs the extra `web`", cure=cure) from error
        near = host in _LOOPBACK
        secret = token or ("" if near else secrets.token_urlsafe(24))
        shown = f"[{host}]" if ":" in host else host
        _free(host, port)
        web = application(case, token=secret, hosts=(ANY,) if host in _EVERY else (*LOOPBACK, shown))
        called = socket.gethostname() if host in _EVERY else shown
        say(f"Open http://{called}:{port}/{f'?token={secret}' if secret else ''} (Ctrl+C ends it).")
        uvicorn.run(web, host=host, port=port, log_level="warning", server_header=False)


def _free(host: str, port: int) -> None:
    """See that nobody answers there already, before an address is told.

    Raises:
        CaseError: where somebody does, or the name is not this machine's.
    """
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        cure = "Give another port with --port, or a name of this machine with --host."
        raise CaseError(f"cannot answer on {host}:{port}: {error.strerror or error}", cure=cure) from error
