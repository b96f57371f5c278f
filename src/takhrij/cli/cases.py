"""`takhrij new`, `add`, `update`, `status`, `diff` and `search`: a case that lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Annotated, cast, get_args

import msgspec
import typer

from takhrij import casework, feed
from takhrij.cli import options
from takhrij.cli.console import SOME_FAILED, complain, complain_of, plain, progress, say, told
from takhrij.records import Page
from takhrij.store.history import Change
from takhrij.store.searching import Hit, Kind, Order, Wanted

app = typer.Typer()
Case = Annotated[Path, typer.Argument(metavar="CASE", help="A file that `takhrij new` made.")]
Engine = Annotated[str, typer.Option(callback=options.engine, help=options.ENGINES)]
_KEPT = "pages that were accepted are kept; go on with the same command"


@app.command()
def new(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A file that is not there yet.")],
    world: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A folder of your own facts; again for more.")
    ] = None,
    names: Annotated[
        Path | None, typer.Option(metavar="MODEL", help="A model of names that `train-names` wrote.")
    ] = None,
) -> None:
    """Make CASE, one file that pages are added to for as long as a story lasts."""
    with told():
        casework.new(case, world or [], names)
    say(f"Made {case}. Now: takhrij add {case} PATH...")


@app.command()
def add(
    case: Case,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Pages, as `build` takes them.")],
    engine: Engine = options.ENGINE,
    fields: Annotated[str, typer.Option(callback=options.fields, metavar="MAP", help=options.FIELDS)] = "",
) -> None:
    """Add the pages at PATHs to CASE, and analyse those that are new. Same bytes, same page.

    Exit status: 0 all read, 3 some pages failed, 2 wrong usage, 130 interrupted (accepted pages are kept).
    """
    with told(_KEPT), progress() as tell:
        done = casework.add(case, paths, _now(), engine=engine, fields=options.named(fields), progress=tell)
    say(f"{done.new} new pages, {done.again} were there already, {done.failed} could not be read.")
    if done.failed:
        complain_of(casework.failures(case))
    if done.new or done.again:
        say(f"Now: takhrij update {case}")
    if done.failed:
        raise typer.Exit(SOME_FAILED)


@app.command()
def update(
    case: Case,
    engine: Engine = options.ENGINE,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Forget what was worked out, and do all of it.")] = False,
) -> None:
    """Work out anew what the pages of CASE say about one another."""
    with told(_KEPT), progress() as tell:
        done = casework.update(case, _now(), engine=engine, rebuild=rebuild, progress=tell)
    if not done.run:
        say("Nothing new.")
        return
    say(f"Run {done.run}. Pages that say something new: {done.changed}; pages read anew: {done.analysed}.")
    say(f"What changed: takhrij diff {case} --since {done.run - 1}")


_MEANT = {
    "pages": "pages that were accepted; the same bytes are one page",
    "waiting": "of them: pages that no update has linked with the others yet",
    "failures": "files or pages that could not be read",
    "articles": "articles that stand on the pages, several on some",
    "statements": "who says what, each telling counted",
    "events": "what is told to have happened, each telling counted",
    "claims": "the same, with tellings that say the same counted once",
    "conflicts": "pairs of claims that cannot both be so",
    "added": "when pages came last (UTC)",
    "updated": "when the last update that changed anything began (UTC)",
    "run": "its number: `takhrij diff --since RUN` tells what came after a run",
}


@app.command()
def status(case: Case) -> None:
    """Print what CASE holds, and whether pages wait for an update."""
    with told():
        found = casework.status(case)
    for name, value in found._asdict().items():
        say(f"{name:<12}{value:<22}{_MEANT[name]}")
    if found.failures:
        complain_of(casework.failures(case))
    if found.waiting:
        say(f"Now: takhrij update {case}")


@app.command()
def diff(
    case: Case,
    since: Annotated[str, typer.Option(metavar="DAY|RUN", help="A day as 2025-02-19, or the number of a run.")],
    form: Annotated[
        str, typer.Option("--format", callback=options.among("text", "json", "atom"), help="text, json or atom.")
    ] = "text",
) -> None:
    """Print what is new in CASE, and what changed its date, its origins or its claim."""
    with told():
        changes = casework.diff(case, since)
    if form == "atom":
        typer.echo(feed.write(case.stem, changes), nl=False)
    elif form == "json":
        for change in changes:
            typer.echo(msgspec.json.encode(change._asdict()).decode())
    else:
        for line in _listed(changes):
            say(line)
        if not changes:
            held = casework.status(case)
            say(f"Nothing changed since {since}." + (f" The last run is {held.run}." if held.run else ""))
            if held.waiting:
                say(f"Pages wait. Now: takhrij update {case}")


@app.command()
def search(  # noqa: PLR0913, PLR0917 - a command has as many options as users need
    case: Case,
    query: Annotated[str, typer.Argument(help='Words, "a phrase", begin*, -without, AND, OR, NOT and brackets.')],
    speaker: Annotated[str, typer.Option(metavar="NAME", help="Only statements of this speaker.")] = "",
    outlet: Annotated[str, typer.Option(metavar="NAME", help="Only of this outlet.")] = "",
    first: Annotated[str, typer.Option("--from", metavar="DAY", help="On this day or after it.")] = "",
    last: Annotated[str, typer.Option("--until", metavar="DAY", help="On this day or before it.")] = "",
    kind: Annotated[
        str, typer.Option(callback=options.among("", *get_args(Kind)), help="statement, event or article.")
    ] = "",
    limit: Annotated[int, typer.Option(min=1, help="So many at most.")] = 20,
    order: Annotated[
        str, typer.Option(callback=options.among(*get_args(Order)), help="best (fits most), oldest or newest first.")
    ] = "best",
) -> None:
    """Find words in CASE in any spelling and with any clitic, the best fit first."""
    kinds = (cast("Kind", kind),) if kind else ()
    wanted = Wanted(query, kinds, speaker, outlet, first, last, limit, cast("Order", order))
    with told():
        found, total = casework.search(case, wanted)
    for hit, page in found:
        typer.echo(_shown(hit, page))
    if not found:
        say("Nothing found." if casework.status(case).pages else f"{case} has no pages. Now: takhrij add {case} PATH")
    elif total > len(found):
        complain(f"{len(found)} of {total}. More: --limit {total}")


def _listed(changes: Iterable[Change]) -> Iterable[str]:
    """Yield a line with what each run changed, then its changes: what and whose words, below it the rest."""
    for run, several in groupby(changes, key=lambda change: change.run):
        told = list(several)
        counts = Counter(feed.TITLES[change.kind] for change in told)
        summary = ", ".join(f"{name} {n}" for name, n in counts.items())
        yield f"run {run}, {told[0].at} ({summary})"
        for change in told:
            yield f"  {feed.TITLES[change.kind]}: {change.label or '(no title)'}"
            if change.before:
                yield f"    was {change.before}"
            yield f"    {'now ' if change.before else ''}{change.after or 'nothing'} | {change.ref}"


def _shown(hit: Hit, page: Page) -> str:
    """Return a hit in two lines: what it is, and the page's words with those that were found in bold."""
    days = hit.first if hit.first == hit.last else f"{hit.first}/{hit.last}"
    about = " · ".join(filter(None, (hit.kind, hit.speaker, hit.outlet, days or "undated", hit.ref)))
    shown = [typer.style(plain(about), dim=True), "\n  "]
    at = hit.start
    for mark in hit.lit:
        shown += [_line(page.text[at : mark.start]), typer.style(_line(page.text[mark.start : mark.end]), bold=True)]
        at = mark.end
    return "".join((*shown, _line(page.text[at : hit.end])))


def _line(text: str) -> str:
    return plain(" ".join(text.split("\n")).replace("\r", " ").replace("\t", " "))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
