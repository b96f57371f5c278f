"""What a page's markup hints of its lines. Text dumps have no markup, and no hints."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.blocks.lines import Line
from takhrij.records import Page
from takhrij.text import fold

KINDS: Final = ("h1", "figcaption", "nav", "aside", "footer", "time")


def of(page: Page, lines: list[Line]) -> list[frozenset[str]]:
    """Return for every line the kinds of marks that at least half of it lies in."""
    if not page.marks:
        return [frozenset()] * len(lines)
    found: list[set[str]] = [set() for _ in lines]
    for kind in KINDS:
        spans = _merged(sorted((m.start, m.end) for m in page.marks if m.kind == kind and m.end > m.start))
        k = 0
        for i, line in enumerate(lines) if spans else ():
            while k < len(spans) and spans[k][1] <= line.start:
                k += 1
            if (
                k < len(spans)
                and 2 * (min(line.end, spans[k][1]) - max(line.start, spans[k][0])) >= line.end - line.start
            ):
                found[i].add(kind)
    return [frozenset(kinds) for kinds in found]


def titles(page: Page) -> tuple[str, ...]:
    """Return the words of the titles that the markup states, folded and joined by single spaces."""
    return tuple(_words(m.value) for m in page.marks if m.kind == "title" and m.value)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _words(text: str) -> str:
    return " ".join(w.text for w in fold(text).words)
