"""Times as lines to read: a table for people, and JSON Lines for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from takhrij.expressions import Time

_ISOLATE: Final = "\u2068{}\u2069"
"""Keep Arabic words, in a terminal that orders letters by direction, from moving the columns beside them."""
_HEADS: Final = ("line", "type", "value", "days", "mod", "words")


def table(text: str, times: Sequence[Time]) -> Iterator[str]:
    """Yield a head and a line a time: its line in the text, type, value, days, mod, and words.

    The words stand last: how wide a terminal draws Arabic letters and their marks can then move no column. Line ends
    inside them are spaces, and they stand in isolates, which have no width.
    """
    rows = [_HEADS, *(_row(text, time) for time in times)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEADS) - 1)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join((*cells, row[-1]))


def _row(text: str, time: Time) -> tuple[str, ...]:
    line = f"{text.count(chr(10), 0, time.start) + 1}"
    days = ""
    if time.first and time.last:
        days = f"{time.first}" if time.first == time.last else f"{time.first} to {time.last}"
    words = "".join(c for c in " ".join(time.words.split()) if c.isprintable() or c in "\u200c\u200d")
    return line, time.type, time.value, days, time.mod, _ISOLATE.format(words)


def jsonl(name: str, times: Sequence[Time]) -> Iterator[bytes]:
    """Yield a line of JSON a time: all its fields, after `source`, the page's name."""
    for time in times:
        yield msgspec.json.encode({"source": name, **msgspec.to_builtins(time)})
