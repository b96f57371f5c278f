"""The templates, and what they may call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import unquote

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from takhrij.contract import FailureItem, TenureItem
from takhrij.store.views import Entry, Telling

HERE: Final = Path(__file__).parent
LANGUAGES: Final = ("ar", "en")
T = TypeVar("T", Entry, Telling)


def environment() -> Environment:
    """Return an environment that escapes everything and does not pass over a name that is not there."""
    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["days"] = days
    made.filters["news"] = news
    made.filters["held"] = held
    made.filters["by_day"] = by_day
    made.filters["some"] = some
    made.filters["by_cause"] = by_cause
    made.filters["readable"] = lambda url: unquote(url, errors="replace")
    made.filters["line"] = lambda text: " ".join(text.split())
    return made


def words(language: str) -> dict[str, str]:
    """Return the words of the interface in a language: a key, its words."""
    every: dict[str, dict[str, str]] = msgspec.json.decode((HERE / "words.json").read_bytes())
    return {key: told[language] for key, told in every.items()}


def days(when: Any, words: Mapping[str, str]) -> str:
    """Return a time's days: one day, a whole month as 2024-10, a whole year, else both ends; nothing for no time.

    Both ends are joined by `words`: a dash between two dates reads backwards in a line from right to left.
    """
    if when is None or not when.first:
        return ""
    first, last = str(when.first), str(when.last)
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if begin.day == 1 and (end + timedelta(days=1)).day == 1:
        size = 4 if (begin.month, end.month) == (1, 12) else 7
        first, last = first[:size], last[:size]
    return first if first == last else between(first, last, words)


def by_day(told: Iterable[T], words: Mapping[str, str]) -> list[tuple[str, list[T]]]:
    """Return what is in order of time under the days that it shares: its own, else those of its article."""

    def day(one: T) -> str:
        published = one.article.published if isinstance(one, Telling) else ()
        return days(one.item.when or (published[0] if published else None), words)

    return [(day, list(several)) for day, several in groupby(told, key=day)]


def by_cause(failed: Iterable[FailureItem]) -> list[tuple[tuple[str, str], list[FailureItem]]]:
    """Return what failed under what was wrong, with the cure: a cause that many pages share is read once."""
    found: dict[tuple[str, str], list[FailureItem]] = {}
    for one in failed:
        found.setdefault((one.error, one.cure), []).append(one)
    return list(found.items())


def some(names: Sequence[str]) -> str:
    """Return some names in brackets, each in its own direction, and of many how many more there are."""
    told = ", ".join(f"\u2068{name}\u2069" for name in names[:_SOME])
    return f"({told}{f' + {len(names) - _SOME}' if len(names) > _SOME else ''})"


_SOME: Final = 3
"""Names that stand for many."""


def between(first: str | None, last: str | None, words: Mapping[str, str]) -> str:
    """Return from when until when, of which one or both may be open."""
    if not first or not last:
        return words["day.since"].format(first) if first else words["day.until"].format(last) if last else "…"
    return words["day.between"].format(first, last)


def held(tenure: TenureItem, words: Mapping[str, str]) -> str:
    """Return from when until when somebody held an office, each end no finer than it is known."""
    sizes = {"year": 4, "month": 7}
    ends = ((tenure.first, tenure.first_grain), (tenure.last, tenure.last_grain))
    first, last = (day[: sizes.get(grain, len(day))] if day else None for day, grain in ends)
    return first if first and first == last else between(first, last, words)


def news(told: str, words: Mapping[str, str]) -> str:
    """Return what a change tells in the reader's words; the names of a page keep their own direction."""
    if found := _COUNTED.fullmatch(told):
        origins, sources = (_named(found[k], found[k + 1]) for k in (1, 3))
        return f"{words['origins']}: {origins} · {words['sources']}: {sources}"
    if found := _INTERVAL.fullmatch(told):
        return between(found[1], found[2], words)
    return told


def _named(number: str | None, names: str | None) -> str:
    return f"{number} (\u2068{names}\u2069)" if number else "0"


_COUNTED: Final = re.compile(
    r"(?:no named origin|(\d+) origins?: (.*)); (?:no named source|(\d+) sources?: (.*))", re.DOTALL
)
_INTERVAL: Final = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
