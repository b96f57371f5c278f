"""Options that several commands share, and what may stand behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import typer

from takhrij import engines
from takhrij.plugins import names
from takhrij.readers import NAMES

ENGINE: Final = "auto"
ENGINES: Final = f"How to run: {', '.join(names(engines))}. auto: many pages on all cores."


def engine(name: str) -> str:
    known = names(engines)
    if name not in known:
        raise typer.BadParameter(f"{name} is none of: {', '.join(known)}.")
    return name


FIELDS = f"Names of fields in JSON Lines and Parquet, as text=content,outlet=source. Fields: {', '.join(NAMES)}."


def fields(value: str) -> str:
    for pair in filter(None, value.split(",")):
        field, is_pair, name = pair.partition("=")
        if field not in NAMES or not is_pair or not name:
            raise typer.BadParameter(f"{pair} is no FIELD=NAME with a field of: {', '.join(NAMES)}.")
    return value


def named(value: str) -> dict[str, str]:
    """Return what `--fields` says: a record's name for each field."""
    return dict(pair.split("=", 1) for pair in value.split(",") if pair)


def among(*known: str) -> Callable[[str], str]:
    def checked(value: str) -> str:
        if value not in known:
            raise typer.BadParameter(f"{value} is none of: {', '.join(filter(None, known))}.")
        return value

    return checked
