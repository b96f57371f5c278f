"""The command line: parses arguments, calls the library, prints. No rule of the trade lives here."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn, cast, get_args

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table

from takhrij import checks, contract, engines, exports, listing, pipeline, timeml
from takhrij.edtf import days
from takhrij.errors import DossierError, InputError, TakhrijError
from takhrij.explain import explain as explained
from takhrij.expressions import PageTimes, told_on
from takhrij.output import Output
from takhrij.plugins import modules
from takhrij.readers import NAMES
from takhrij.records import Failure, Page
from takhrij.timex import Prefer

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read a pile of Arabic news pages into one dossier: who said what, through whom, and when.",
)
out = Console()
err = Console(stderr=True)

USAGE, SOME_FAILED, INTERRUPTED = 2, 3, 130


def _engine(name: str) -> str:
    known = modules(engines)
    if name not in known:
        raise typer.BadParameter(f"{name} is none of: {', '.join(known)}.")
    return name


_FIELDS = f"Names of fields in JSON Lines and Parquet, as text=content,outlet=source. Fields: {', '.join(NAMES)}."


def _fields(value: str) -> str:
    for pair in filter(None, value.split(",")):
        field, is_pair, name = pair.partition("=")
        if field not in NAMES or not is_pair or not name:
            raise typer.BadParameter(f"{pair} is no FIELD=NAME with a field of: {', '.join(NAMES)}.")
    return value


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 (costs more than all other options together)

        out.print(f"takhrij {version('takhrij')}", markup=False, highlight=False)
        raise typer.Exit


@app.callback()
def _all(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Options before the command's name."""


@app.command()
def build(  # noqa: PLR0913, PLR0917 - a command has as many options as users need
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Pages as files, folders or archives.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="Folder for the dossier.")],
    engine: Annotated[
        str, typer.Option(callback=_engine, help=f"How to run: {' or '.join(modules(engines))}.")
    ] = "serial",
    world: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A folder of your own facts; again for more.")
    ] = None,
    fields: Annotated[str, typer.Option(callback=_fields, metavar="MAP", help=_FIELDS)] = "",
    names: Annotated[
        Path | None, typer.Option(metavar="MODEL", help="A model of names that `train-names` wrote.")
    ] = None,
    allow_failures: Annotated[
        bool, typer.Option("--allow-failures", help="Exit with 0 also when pages failed.")
    ] = False,
) -> None:
    """Read PATHs and write OUT/dossier.json and OUT/dossier.html.

    PATHs are text, Markdown, HTML, MHTML, JSON, JSON Lines, Parquet, RSS or Atom, WARC or WACZ, gzip and zip files,
    and folders of these.

    Exit status: 0 all read, 3 some pages failed, 2 wrong usage or no page at all, 130 interrupted.
    """
    named = dict(pair.split("=", 1) for pair in fields.split(",") if pair)
    with _told(), Output(output) as target:
        with _progress() as progress:
            dossier = pipeline.build(
                paths, engine=engine, worlds=world or [], fields=named, names=names, progress=progress
            )
        for export in modules(exports).values():
            target.write(export.NAME, export.write(dossier))
        target.keep()
    _summary(dossier, output)
    if dossier.failures and not allow_failures:
        raise typer.Exit(SOME_FAILED)


def _among(*known: str) -> Callable[[str], str]:
    def checked(value: str) -> str:
        if value not in known:
            raise typer.BadParameter(f"{value} is none of: {', '.join(known)}.")
        return value

    return checked


@app.command()
def times(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Pages as `build` takes them; - is stdin.")],
    anchor: Annotated[
        str, typer.Option(metavar="DAY", help="2025-02-19, 2025-02 or 2025-02-18/2025-02-20, not the page's own day.")
    ] = "",
    form: Annotated[
        str, typer.Option("--format", callback=_among("table", "jsonl", "timeml"), help="table, jsonl or timeml.")
    ] = "table",
    prefer: Annotated[
        str,
        typer.Option(
            callback=_among(*get_args(Prefer)), help="What is left open: the closest, the past or the future."
        ),
    ] = "closest",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT", help="Folder for TimeML, a file a page.")
    ] = None,
    fields: Annotated[str, typer.Option(callback=_fields, metavar="MAP", help=_FIELDS)] = "",
) -> None:
    """Print every expression of time in FILEs with its TIMEX3 value and its days.

    What leans on the day of writing ("yesterday") is read on DAY; without it on the day that the page itself tells,
    which stderr names. Where neither is known the value keeps an X.

    Exit status: 0 all read, 3 some pages could not be read, 2 wrong usage or no page at all, 130 interrupted.
    """
    named = dict(pair.split("=", 1) for pair in fields.split(",") if pair)
    side = cast("Prefer", prefer)
    with _told():
        told = told_on(anchor or None)
        found = pipeline.timed(paths, anchor=told, prefer=side, fields=named, stdin=_piped)
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
            _complain(f"failed: {item.source}: {item.error}. {item.cure}")
        else:
            page, read = item
            if read.note:
                _complain(f"{page.sources[0]}: {read.note}.")
            elif read.own:
                _complain(f"{page.sources[0]}: read on {days(read.anchor)}, its own day.")
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
            out.print(_plain(page.sources[0]), markup=False, highlight=False, soft_wrap=True)
            for row in listing.table(page.text, read.times):
                out.print(row, markup=False, highlight=False, soft_wrap=True)
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
        _complain(f"{page.sources[0]}: {len(lost)} characters that XML cannot hold are written U+FFFD.")
    function: timeml.DocumentTime = "PUBLICATION_TIME" if read.own else "CREATION_TIME"
    return timeml.write(page.text, read.times, read.anchor, name=page.sources[0], function=function)


def _complain(line: str) -> None:
    err.print(_plain(line), markup=False, highlight=False, soft_wrap=True)


@app.command()
def train_names(
    data: Annotated[Path, typer.Argument(metavar="DATA", help="A token and its tag a line, in UTF-8.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="MODEL", help="File for the model.")],
) -> None:
    """Train a tagger of persons, places and organisations on DATA, for `build --names MODEL`.

    DATA is CoNLL-like: a token and its tag (B-PER, I-PER, B-LOC, B-ORG, O) a line, an empty line behind a sentence.
    Needs the extra `names`: pip install 'takhrij[names]'. The same DATA make the same MODEL.
    """
    with _told(), _progress() as progress:
        trained = pipeline.train_names(data, output, progress)
    out.print(_plain(f"{trained.tokens} tokens with {trained.names} names; the model is {output}."), markup=False)


@app.command()
def explain(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="Id of a statement or event, or its beginning or end.")],
    path: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier.json.")],
) -> None:
    """Print one statement or event: its words, where they stand, the chain, the date, and who else says it."""
    with _told():
        for line in explained(_load(path), wanted):
            out.print(_plain(line), markup=False, highlight=False, soft_wrap=True)


@app.command()
def check(
    world: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A world folder of your own; again for more.")
    ] = None,
    language: Annotated[Path | None, typer.Option(metavar="DIR", help="A language folder of your own.")] = None,
) -> None:
    """Check language and world folders; tell each problem with file and line. Exit status 2 if there is one.

    Tenures that overlap are told as notes: they may be meant.
    """
    problems = checks.problems(language, tuple(world or ()))
    for problem in problems:
        err.print(_plain(f"{problem}. {problem.cure}"), markup=False, highlight=False, soft_wrap=True)
    if problems:
        raise typer.Exit(USAGE)
    for note in checks.notes(tuple(world or ())):
        err.print(_plain(f"note: {note}"), markup=False, highlight=False, soft_wrap=True)
    out.print("No problem found.")


def main() -> None:
    """Run the command line; the entry point of `takhrij`."""
    gc.set_threshold(100_000, 20, 20)  # tables live as long as the command: looking through them again frees nothing
    for sign in (signal.SIGINT, signal.SIGTERM):  # also where a shell started it with interrupts ignored
        signal.signal(sign, signal.default_int_handler)
    app()


@contextmanager
def _told() -> Iterator[None]:
    """Turn errors raised on purpose into a line that says the cure, and the exit status."""
    try:
        yield
    except TakhrijError as error:
        _stop(f"takhrij: {error}", error.cure, USAGE)
    except KeyboardInterrupt:
        _stop("takhrij: interrupted; nothing was written.", "", INTERRUPTED)


def _plain(line: str) -> str:
    """Return a line without the control characters that pages and file names may bring to a terminal."""
    return "".join(char for char in line if char.isprintable() or char in "\u200c\u200d")


def _stop(message: str, cure: str, status: int) -> NoReturn:
    err.print(*map(_plain, message.splitlines()), sep="\n", markup=False, highlight=False, soft_wrap=True)
    if cure:
        err.print(f"  {cure}", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(status)


@contextmanager
def _progress() -> Iterator[pipeline.Progress]:
    """Show stages on a terminal; elsewhere say nothing."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=True, disable=not sys.stderr.isatty()) as bar:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=None)
            bar.update(bar.task_ids[tasks[stage]], completed=done, total=total or None)

        yield show


def _load(path: Path) -> contract.Dossier:
    try:
        return msgspec.json.decode(path.read_bytes(), type=contract.Dossier)
    except OSError as error:
        raise DossierError(
            f"{path}: {error.strerror}", cure="Give the dossier.json that `takhrij build` wrote."
        ) from error
    except msgspec.DecodeError as error:
        raise DossierError(f"{path}: no dossier: {error}", cure="Build it again with `takhrij build`.") from error


def _summary(dossier: contract.Dossier, output: Path) -> None:
    dated = sum(bool(article.published) for article in dossier.articles)
    longest = max((len(statement.chain) for statement in dossier.statements), default=0)
    several = sum(len(claim.origins) > 1 for claim in dossier.claims)
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for name, value in (
        ("pages", f"{len(dossier.pages)}"),
        ("articles", f"{len(dossier.articles)}"),
        ("dates", f"{dated} of {len(dossier.articles)} articles dated, {len(dossier.times)} expressions of time"),
        ("statements", f"{len(dossier.statements)}"),
        ("events", f"{len(dossier.events)}"),
        ("chains", f"{len(dossier.statements)}, the longest of {longest} hops"),
        ("origins", f"{several} of {len(dossier.claims)} claims have more than one independent origin"),
        ("copies", f"{len(dossier.copies)}"),
        ("conflicts", f"{len(dossier.conflicts)}"),
        ("failures", f"{len(dossier.failures)}"),
    ):
        table.add_row(name, value)
    out.print(table)
    for failure in dossier.failures[:20]:
        err.print(
            _plain(f"failed: {failure.source}: {failure.error}. {failure.cure}"),
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
    if len(dossier.failures) > 20:
        err.print(f"... and {len(dossier.failures) - 20} more, all in dossier.json under `failures`.")
    out.print(f"Open {output / 'dossier.html'} in a browser.", markup=False, highlight=False, soft_wrap=True)
