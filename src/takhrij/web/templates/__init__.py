"""The templates, and what they may call."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE: Final = Path(__file__).parent
LANGUAGES: Final = ("ar", "en")


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
    made.filters["readable"] = lambda url: unquote(url, errors="replace")
    made.filters["line"] = lambda text: " ".join(text.split())
    return made


def words(language: str) -> dict[str, str]:
    """Return the words of the interface in a language: a key, its words."""
    every: dict[str, dict[str, str]] = msgspec.json.decode((HERE / "words.json").read_bytes())
    return {key: told[language] for key, told in every.items()}


def days(when: Any) -> str:
    """Return a time's days: one day, a whole month as 2024-10, a whole year, else both ends; nothing for no time."""
    if when is None or not when.first:
        return ""
    first, last = str(when.first), str(when.last)
    if first == last:
        return first
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if begin.day == 1 and (end + timedelta(days=1)).day == 1:
        if (begin.month, end.month) == (1, 12):
            return f"{begin.year}" if begin.year == end.year else f"{begin.year} – {end.year}"
        return first[:7] if first[:7] == last[:7] else f"{first[:7]} – {last[:7]}"
    return f"{first} – {last}"
