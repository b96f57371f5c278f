"""`takhrij judge` and `judged`: what people rule of a case."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final, cast, get_args

import typer
from msgspec.structs import replace

from takhrij import casework, judgements
from takhrij.cli import options
from takhrij.cli.console import say, told
from takhrij.errors import InputError
from takhrij.records import Judgement, Rulings, Span
from takhrij.store import database
from takhrij.store.judgements import quoted

app = typer.Typer()
Case = Annotated[Path, typer.Argument(metavar="CASE", help="A file that `takhrij new` made.")]
KINDS: Final = {ruling.replace(" ", "-"): ruling for ruling in get_args(Rulings)}


@app.command()
def judge(
    case: Case,
    what: Annotated[
        str, typer.Argument(metavar="RULING|FILE", help=f"{', '.join(KINDS)}; or a file of judgements, JSON Lines.")
    ],
    places: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PLACE...",
            help="PAGE:START-END, or an id as `search` prints it; for `withdrawn` its number in `judged`.",
        ),
    ] = None,
    value: Annotated[
        str, typer.Option("--is", metavar="VALUE", help="The right date (2024-10-12, 2024-10), or who said it.")
    ] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why, for colleagues.")] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help="Who judges.")] = "",
) -> None:
    """Add a person's judgement to CASE, or a file of them; it holds from the next update on.

    wrong-date PLACE --is DATE: the article there, or the words of time, is of another day.
    not-said-by PLACE [PLACE] [--is NAME]: another said the statement, who is named at the second place.
    not-a-copy PLACE PLACE, same-person PLACE PLACE, not-the-same-person PLACE PLACE.
    wrong-split PLACE: a second article begins there; with two places, both are one article.
    A judgement is never changed, and taken back by another: withdrawn NUMBER.
    """
    with told("the case is as it was"):
        if what in KINDS:
            at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            made = _ruling(case, KINDS[what], places or [], value)
            new = casework.rule(case, [judgements.checked(replace(made, note=note, by=by))], at)
        else:
            new = casework.judge(case, judgements.read(Path(what)))
    say(f"{new} new judgement{'' if new == 1 else 's'}." + (f" Now: takhrij update {case}" if new else ""))


@app.command()
def judged(
    case: Case,
    form: Annotated[
        str, typer.Option("--format", callback=options.among("json", "text"), help="json or text, with the numbers.")
    ] = "json",
) -> None:
    """Print the judgements of CASE in the order made: as JSON Lines for a colleague's `judge`, or to be read."""
    with told():
        made = casework.judged(case)
    if form == "json":
        typer.echo(judgements.write(made).decode(), nl=False)
        return
    standing = casework.stands(made)
    for number, one in enumerate(made, 1):
        words = " · ".join(f"«{quote}»" for quote in (one.left_quote, one.right_quote) if quote)
        value = f" → {one.value}" if one.value and one.ruling != "withdrawn" else ""
        gone = "" if standing[number - 1] else " (no longer stands)"
        say(f"{number}  {one.ruling}: {words or 'a place'}{value}{gone}")
        if signed := " · ".join(filter(None, (one.by, one.at, one.note))):
            say(f"   {signed}")
    if not made:
        say("Nobody ruled anything yet.")


def _ruling(case: Path, ruling: str, places: list[str], value: str) -> Judgement:
    if ruling == "withdrawn":
        return _withdrawn(case, places)
    spans = [_span(place) for place in places]
    if not 0 < len(spans) <= len(("left", "right")):
        raise InputError(f"{len(spans)} places", cure="Give one place, or two.")
    made = Judgement(
        ruling=cast("Rulings", ruling), left=spans[0], right=spans[1] if len(spans) > 1 else None, value=value
    )
    with database.opened(case, readonly=True) as opened:
        return quoted(opened, judgements.checked(made))


def _withdrawn(case: Path, numbers: list[str]) -> Judgement:
    told = " ".join(numbers)
    number = int(told) if told.isdecimal() and len(told) < 10 else 0
    return casework.taken_back(case, number)


def _span(told: str) -> Span:
    span = judgements.place(told)
    if span is None:
        raise InputError(f"{told} is no place", cure="Give PAGE:START-END, or an id as `search` prints it.")
    return span
