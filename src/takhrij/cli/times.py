"""`takhrij times`: the expressions of time of some pages."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from takhrij import listing, pipeline, timeml
from takhrij.cli import options
from takhrij.cli.console import SOME_FAILED, complain, say, told
from takhrij.edtf import days
from takhrij.errors import InputError
from takhrij.expressions import PageTimes, told_on
from takhrij.output import Output
from takhrij.records import Failure, Page
from takhrij.timex import Prefer

app = typer.Typer()


@app.command()
def times(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Pages as `build` takes them; - is stdin.")],
    anchor: Annotated[
        str, typer.Option(metavar="DAY", help="2025-02-19, 2025-02 or 2025-02-18/2025-02-20, not the page's own day.")
    ] = "",
    form: Annotated[
        str,
        typer.Option("--format", callback=options.among("table", "jsonl", "timeml"), help="table, jsonl or timeml."),
    ] = "table",
    prefer: Annotated[
        str,
        typer.Option(
            callback=options.among(*get_args(Prefer)), help="What is left open: the closest, the past or the future."
        ),
    ] = "closest",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT", help="Folder for TimeML, a file a page.")
    ] = None,
    fields: Annotated[str, typer.Option(callback=options.fields, metavar="MAP", help=options.FIELDS)] = "",
) -> None:
    """Print every expression of time in FILEs with its TIMEX3 value and its days.

    What leans on the day of writing ("yesterday") is read on DAY; without it on the day that the page itself tells,
    which stderr names. Where neither is known the value keeps an X.

    Exit status: 0 all read, 3 some pages could not be read, 2 wrong usage or no page at all, 130 interrupted.
    """
    side = cast("Prefer", prefer)
    with told():
        day = told_on(anchor or None)
        found = pipeline.timed(paths, anchor=day, prefer=side, fields=options.named(fields), stdin=_piped)
        failures = _shown(_noted(found), form, output)
    if failures:
        raise typer.Exit(SOME_FAILED)


_PIPED = 20_000_001
"""One byte more than a page may have: the reader tells of a pipe without end, and memory does not fill."""


def _piped() -> bytes:
    return sys.stdin.buffer.read(_PIPED)


_Read = tuple[Page, PageTimes]


def _noted(found: Iterable[_Read | Failure]) -> Iterator[_Read | Failure]:
    """Say on stderr which day each page is read on, unless it was given, and what failed."""
    for item in found:
        if isinstance(item, Failure):
            complain(f"failed: {item.source}: {item.error}. {item.cure}")
        else:
            page, read = item
            if read.note:
                complain(f"{page.sources[0]}: {read.note}.")
            elif read.own:
                complain(f"{page.sources[0]}: read on {days(read.anchor)}, its own day.")
        yield item


def _shown(found: Iterable[_Read | Failure], form: str, output: Path | None) -> int:
    """Print what was found, and return how many pages failed.

    Raises:
        InputError: when there is no page, or several for one TimeML document.
    """
    if form == "timeml":
        return _timeml(list(found), output)
    if output:
        raise InputError(f"-o is for TimeML, not {form}", cure="Write it with > FILE, or give --format timeml.")
    pages = failures = 0
    for item in found:
        if isinstance(item, Failure):
            failures += 1
            continue
        pages += 1
        page, read = item
        if form == "jsonl":
            for line in listing.jsonl(page.sources[0], read.times):
                typer.echo(line)
        else:
            say(page.sources[0])
            for row in listing.table(page.text, read.times):
                say(row)
    if not pages:
        raise InputError("no page to read", cure="Give files, or folders that hold some.")
    return failures


def _timeml(found: Sequence[_Read | Failure], output: Path | None) -> int:
    pages = [item for item in found if not isinstance(item, Failure)]
    if not pages:
        raise InputError("no page to read", cure="Give files, or folders that hold some.")
    if output is None and len(pages) > 1:
        raise InputError(
            f"{len(pages)} pages are {len(pages)} TimeML documents", cure="Name a folder for them with -o."
        )
    documents = {page.id: _document(page, read) for page, read in pages}
    if output is None:
        typer.echo(documents[pages[0][0].id], nl=False)
    else:
        with Output(output) as target:
            for name, document in documents.items():
                target.write(f"{name}.tml", document)
            target.keep()
    return len(found) - len(pages)


def _document(page: Page, read: PageTimes) -> bytes:
    lost = timeml.unwritable(page.text)
    if lost:
        complain(f"{page.sources[0]}: {len(lost)} characters that XML cannot hold are written U+FFFD.")
    function: timeml.DocumentTime = "PUBLICATION_TIME" if read.own else "CREATION_TIME"
    return timeml.write(page.text, read.times, read.anchor, name=page.sources[0], function=function)
