"""The templates, and what they may call."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

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
    made.filters["line"] = lambda text: " ".join(text.split())
    return made


def words(language: str) -> dict[str, str]:
    """Return the words of the interface in a language: a key, its words."""
    every: dict[str, dict[str, str]] = msgspec.json.decode((HERE / "words.json").read_bytes())
    return {key: told[language] for key, told in every.items()}


def days(when: Any) -> str:
    """Return a time's days as ISO 8601 has them: one day, or an interval; nothing for no time."""
    if when is None or not when.first:
        return ""
    return str(when.first) if when.first == when.last else f"{when.first}/{when.last}"
