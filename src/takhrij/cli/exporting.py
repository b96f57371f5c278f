"""`takhrij export`: a dossier in another form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from takhrij import exports
from takhrij.cited import cited
from takhrij.cli import options
from takhrij.cli.console import say, told
from takhrij.cli.dossiers import load
from takhrij.errors import InputError
from takhrij.output import replaced
from takhrij.plugins import modules, names
from takhrij.store import database

app = typer.Typer()
_FORMS = names(exports)
_BYTES = ("csv", "xlsx")
"""Forms that are archives."""


@app.command()
def export(
    path: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier.json, or a case.")],
    form: Annotated[
        str, typer.Option("--format", callback=options.among(*_FORMS), help=f"One of: {', '.join(_FORMS)}.")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it; without it, stdout.")
    ] = None,
    language: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Language of headings, en or ar, in forms that have them: markdown, timelinejs."
        ),
    ] = "",
    no_pages: Annotated[
        bool, typer.Option("--no-pages", help="Only the cited characters of pages, where the rest is not yours.")
    ] = False,
) -> None:
    """Write DOSSIER, or the dossier of a case, in another form, for other programs.

    For programs: json, plover (JSON Lines), gdelt (GDELT's columns), csv (a zip), followthemoney (Aleph), passim
    (copies), prov (chains), schemaorg and annotations (JSON-LD), timelinejs. For people: html, xlsx, markdown.

    Exit status: 0 written, 2 no dossier or no such form.
    """
    with told():
        asked = _language(form, language)
        if output and database.is_case(output):
            raise InputError(f"{output} is a case, whose pages would be lost", cure="Name another file with -o.")
        if output is None and form in _BYTES and sys.stdout.isatty():
            raise InputError(f"{form} is no text for a terminal", cure="Name a file with -o.")
        dossier = load(path)
        written = modules(exports)[form].write(cited(dossier) if no_pages else dossier, **asked)
        if output is None:
            sys.stdout.buffer.write(written)
            return
        replaced(output, written)
    say(f"{output}: {len(written)} bytes.")


def _language(form: str, language: str) -> dict[str, str]:
    """Return what a form is told of the language of its headings: nothing where none was asked for."""
    known = getattr(modules(exports)[form], "LANGUAGES", ())
    if language and language not in known:
        raise typer.BadParameter(f"{form} has headings in {' or '.join(known) or 'no language'}, not {language}.")
    return {"language": language} if language else {}
