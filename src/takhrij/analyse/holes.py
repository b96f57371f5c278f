"""Finds holes: places where a crawler dropped a link with its words, most often the name of who speaks.

Empty quotation marks or brackets, two commas with nothing between, a conjunction that joins nothing. What stood there
is lost; whoever reads on must not take the next name for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Hole, Page, Span, Why
from takhrij.text import Folded

_COMMAS: Final = re.compile(r"(?<![،,\s])\s?[،,]\s[،,](?=\s[^\W\d_])")
_EMPTY: Final = re.compile(r"“\s*”|«\s*»|(?<![\w\"])\"\s+\"(?!\w)|\(\s+\)")
_ALONE: Final = re.compile(r"(?<=\s)(?:و\s){2,}")
_RULES: Final = (
    (re.compile(r"[“«\"(]\s*[”»\")]"), _EMPTY, "empty marks", "a quotation or bracket with nothing in it"),
    (re.compile(r"[،,]\s[،,]"), _COMMAS, "two commas", "nothing stands between them"),
    (re.compile(r"و\sو\s"), _ALONE, "a conjunction alone", "it joins nothing"),
)
"""The first pattern of each is a quick look at the whole page: most have no such place."""
_KINDS: Final = ("title", "caption", "body")


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Hole, ...]:  # noqa: ARG001 (all stages have one signature)
    """Return the holes in titles, captions and running text, in order, none overlapping another.

    A straight quotation mark opens where an even number of them stands before it in the line: only then are two with
    nothing between them empty, and not the end of one quotation and the beginning of the next.
    """
    found: list[Hole] = []
    rules = [(pattern, rule, note) for look, pattern, rule, note in _RULES if look.search(page.text)]
    if not rules:
        return ()
    for block in sofar.blocks:
        if block.kind not in _KINDS or not block.article:
            continue
        start, end = block.span.start, block.span.end
        for pattern, rule, note in rules:
            for match in pattern.finditer(page.text, start, end):
                straight = match.group()[0] == '"'
                if straight and page.text.count('"', start, match.start()) % 2:
                    continue
                span = Span(page=page.id, start=match.start(), end=match.end())
                found.append(Hole(span=span, why=(Why(rule=rule, rests_on=(span,), note=note),)))
    return tuple(_apart(sorted(found, key=lambda hole: (hole.span.start, -hole.span.end))))


def _apart(found: list[Hole]) -> list[Hole]:
    kept: list[Hole] = []
    for hole in found:
        if not kept or hole.span.start >= kept[-1].span.end:
            kept.append(hole)
    return kept


class Holes:
    """Asks whether a name was dropped between two places of a page."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, holes: tuple[Hole, ...]) -> None:
        self._starts = [hole.span.start for hole in holes]
        self._ends = [hole.span.end for hole in holes]

    def between(self, start: int, end: int) -> bool:
        """Return whether a hole lies within the characters `start` to `end`."""
        i = bisect_right(self._ends, end) - 1
        return i >= 0 and self._starts[i] >= start
