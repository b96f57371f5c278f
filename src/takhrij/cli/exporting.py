"""`takhrij export`: a dossier in another form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from takhrij import exports
from takhrij.cli import options
from takhrij.cli.console import say, told
from takhrij.cli.dossiers import load
from takhrij.output import replaced
from takhrij.plugins import modules

app = typer.Typer()
_FORMS = tuple(modules(exports))


@app.command()
def export(
    path: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier.json.")],
    form: Annotated[
        str, typer.Option("--format", callback=options.among(*_FORMS), help=f"One of: {', '.join(_FORMS)}.")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it; without it, stdout.")
    ] = None,
) -> None:
    """Write DOSSIER in another form, for other programs.

    plover is JSON Lines by the field names of PLOVER's draft 2.0, gdelt a table with GDELT's columns. Both tell
    where their words stand.

    Exit status: 0 written, 2 no dossier or no such form.
    """
    with told():
        written = modules(exports)[form].write(load(path))
        if output is None:
            sys.stdout.buffer.write(written)
            return
        replaced(output, written)
    say(f"{output}: {len(written)} bytes.")
