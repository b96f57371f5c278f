"""Reads one word that a page wrote as two (أك د، مشير ا): whoever took the marks off left a space for each.

The page's text stays as it is. Every later stage is given the folded text with the word whole, and the space that
stands within it is recorded: the page's edit map.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, islice
from operator import add
from typing import Final

from takhrij.knowledge import Knowledge
from takhrij.records import Page, Repair, Span, Why
from takhrij.text import Folded, fold_text

OFTEN: Final = 20
"""How often the whole word must occur in the language's count of words."""
OWN: Final = 60
"""As often do words of our own tables count at least: the count leaves rare ones out."""
RARER: Final = 20
"""So many times rarer than the whole word is each of two parts, if it is a word at all."""
ONE_LETTER: Final = 5
"""So many times more often may the first part occur than the whole, where the second is one letter: no word is."""
ENDING: Final = 20
"""The same where that letter is the ending of the accusative (عدد ا): half of all nouns take it."""
PART: Final = 3
"""Letters at most of the shorter part."""
LEAST: Final = 3
"""Letters of the shortest word that may be torn."""
AND: Final = "و"
_PIECES: Final = frozenset({"ات", "ين", "ون", "وا", "رت", "لت", "ده", "ره", "يه", "مه", "قو", "عل", "مم", "اد"})
"""Pieces of torn words that are counted as words, and are none."""
_BOUND: Final = frozenset("لبكف")
"""Letters that are bound to what follows them, be it a quotation mark (قالت مي لـ"الوطن") or a number (بـ 5)."""
_TITLE: Final = re.compile(r"د ?[|./:]")
"""A doctor's title, which stands by itself (د. سمير)."""
_LABELS: Final = frozenset("أإآ")
"""Letters that end no torn word: pages number by them (الفئة أ), and verbs begin with them (أن أ قدم)."""


def mended(page: Page, folded: Folded, knowledge: Knowledge) -> tuple[Folded, tuple[Repair, ...]]:
    """Return the folded text with torn words as one, and where; the text as it came if there are none."""
    heads = tuple(_heads(folded, knowledge))
    if not heads:
        return folded, ()
    repairs = []
    for i in heads:
        head, tail = folded.words[i], folded.words[i + 1]
        span = Span(page=page.id, start=head.start, end=tail.end)
        note = f"{head.text}{tail.text} is a word of the news, {head.text} and {tail.text} are none"
        repairs.append(Repair(span=span, at=head.end, why=(Why(rule="one word torn", rests_on=(span,), note=note),)))
    return folded.mended(heads), tuple(repairs)


def _heads(folded: Folded, knowledge: Knowledge) -> Iterator[int]:
    """Yield the first parts of torn words, left to right, none of which is the second part of another."""
    counts = knowledge.built(_counts)
    texts = folded.texts
    last = -1
    both = map(add, texts, islice(texts, 1, None))
    for i in compress(range(len(texts) - 1), map(knowledge.built(_often).__contains__, both)):  # few are a word
        if i > last and min(len(texts[i]), len(texts[i + 1])) <= PART and folded.gap(i, i + 1) == " ":
            torn = _off(folded, i, counts) if len(texts[i + 1]) == 1 else _torn(texts[i], texts[i + 1], counts)
            if torn:
                yield i
                last = i + 1


def _torn(head: str, tail: str, counts: dict[str, int]) -> bool:
    """Whether `head` and `tail` are one word: both together often occur, and each by itself hardly ever does."""
    whole = counts.get(head + tail, 0)
    rare = counts.get(head, 0) * RARER < whole and counts.get(tail, 0) * RARER < whole
    return rare and whole >= OFTEN and head != AND and len(head) + len(tail) >= LEAST


def _off(folded: Folded, i: int, counts: dict[str, int]) -> bool:
    """Whether the letter behind word `i` was torn off it, and is not the first of the word behind it."""
    head, tail = folded.texts[i], folded.texts[i + 1]
    first, second = folded.words[i], folded.words[i + 1]
    if len(head) == 1 or tail == AND or folded.raw[second.start] in _LABELS or folded.raw[first.end - 1] == "ة":
        return False
    if (tail in _BOUND and not folded.raw.startswith(" ", second.end)) or _TITLE.match(folded.raw, second.start):
        return False
    whole, alone = counts[head + tail], counts.get(head, 0)
    if alone < whole:
        return True
    behind = folded.texts[i + 2] if i + 2 < len(folded.texts) else ""
    often = ENDING if tail == "ا" else ONE_LETTER
    return alone < whole * often and len(behind) != 1 and not _torn(tail, behind, counts)


def _counts(knowledge: Knowledge) -> dict[str, int]:
    """Return how often folded words occur, the verbs of saying and doing too that are too rare for the count."""
    language = knowledge.language
    forms = [form for row in language.reporting for form in (*row.forms, *row.participles)]
    forms += [form for row in language.eventcues for form in row.forms]
    own = dict.fromkeys((fold_text(form) for form in forms), OWN)
    counts = {row.word: row.count for row in language.frequencies if row.word not in _PIECES}
    counts |= {word: max(count, counts.get(word, 0)) for word, count in own.items()}
    return {AND + word: count for word, count in counts.items()} | counts


def _often(knowledge: Knowledge) -> frozenset[str]:
    """Return the words of which a torn one may be made: those that often occur."""
    return frozenset(word for word, count in knowledge.built(_counts).items() if count >= OFTEN)
