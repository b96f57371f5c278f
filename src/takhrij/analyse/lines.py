"""Cuts a page into the lines that its blocks are made of, with the cues that each holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.lang.tables import Furniture
from takhrij.records import Page
from takhrij.text import Folded, fold

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_EDGE: Final = " \t\xa0\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_AFTER_LABEL: Final = re.compile(r"[\s\"”»’'*)\]]*(?:[:：|\-–—/]|$)")
SPARE: Final = 2
"""Words that a line may have beside a phrase that is all of it ("12 تعليقات", "مقالات ذات صلة بالموضوع")."""


class Cue(NamedTuple):
    """A phrase of furniture that stands where its row wants it; offsets of the page."""

    row: Furniture
    start: int
    end: int


class Line(NamedTuple):
    """A line, or a part of one, without outer white space. `words` are indices of the folded text's words."""

    start: int
    end: int
    words: range
    cues: tuple[Cue, ...]


def cut(page: Page, folded: Folded, knowledge: Knowledge) -> list[Line]:
    """Return the page's lines in order; blank ones are left out."""
    return [with_cues(page, folded, knowledge, start, end) for start, end in _lines(page.text)]


def with_cues(page: Page, folded: Folded, knowledge: Knowledge, start: int, end: int) -> Line:
    """Return the line from `start` to `end` with its cues."""
    words = folded.between(start, end)
    cues = []
    for hit in knowledge.built(_phrases).find(folded, words, clitics=False):
        before, after = hit.first - words.start, words.stop - hit.last
        behind = page.text[hit.end : min(end, hit.end + 12)]
        for row in hit.entry:
            if _fits(row.where, before, after, bool(_AFTER_LABEL.match(behind))):
                cues.append(Cue(row, hit.start, hit.end))
    return Line(start, end, words, tuple(cues))


def _fits(where: str, before: int, after: int, labelled: bool) -> bool:
    match where:
        case "whole" | "section":
            return before + after <= SPARE
        case "start":
            return before == 0
        case "colon":
            return before == 0 and labelled
        case "end":
            return after == 0 and before > 0
        case _:
            return True


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and (text[start] in _EDGE or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
            end -= 1
        if start < end:
            yield start, end


def _phrases(knowledge: Knowledge) -> Lexicon[tuple[Furniture, ...]]:
    grouped: dict[tuple[str, ...], list[Furniture]] = {}
    for row in knowledge.language.furniture:
        grouped.setdefault(tuple(w.text for w in fold(row.phrase).words), []).append(row)
    return Lexicon(((rows[0].phrase, tuple(rows)) for rows in grouped.values()), ())
