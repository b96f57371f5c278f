"""Finds galleries of pictures under an article: one title that stands before every caption."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from takhrij.analyse.blocks import seams
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded, fold_text

if TYPE_CHECKING:
    from takhrij.analyse.blocks.lines import Line

_OPENING: Final = ("(", "[", "«", "“")
_LINE_END: Final = re.compile(r"\n+")
SIZE: Final = 5
"""Fewest words of a gallery's title."""
TIMES: Final = 5
"""How often lines have to begin with the title."""
MANY: Final = 8
"""The same of a title with a word less."""
BEFORE: Final = 100
"""Words before the first line that it begins, where it may stand glued to the line above."""
MOST: Final = 24
"""Words of the longest title."""
LINES: Final = 3
"""Lines that may stand under a title in any gallery."""
UNDER: Final = 0.3
"""A gallery stands under an article: this share of its words at least comes before it. Galleries on unlabelled pages
have .35 and more, lists with one heading before each story .06 and less."""
APART: Final = 120
"""Words from one title to the next, in the middle: a speaker's name stands before longer words, a heading too."""


def titles(page: Page, folded: Folded, knowledge: Knowledge) -> tuple[tuple[int, int], ...]:
    """Return the word ranges of the title of a page's gallery, in order; empty where none begin line upon line."""
    words, text = folded.words, page.text
    if text.count("\n") < TIMES - 1:
        return ()
    ends = (folded.before(match.end()) for match in _LINE_END.finditer(text))
    begins = sorted({0, *(i for i in ends if i < len(words))} if words else ())
    if max(Counter(folded.texts[i] for i in begins).values(), default=0) < TIMES:
        return ()
    best, size = _most(folded, knowledge, begins)
    if len(best) < TIMES:
        return ()
    while size < MOST and _same(folded, best, size):
        size += 1
    if _quotes(folded, best) or _varies_little(folded, [i + size for i in best]):
        return ()
    run = tuple(w.text for w in words[best[0] : best[0] + size])
    found = [
        i
        for i in range(max(0, best[0] - BEFORE), len(words) - size + 1)
        if words[i].text == run[0] and _is(folded, i, run)
    ]
    if _speaks(folded, found, size) or median(b - a for a, b in pairwise(found)) > APART:
        return ()
    if found[0] < UNDER * (found[-1] - found[0]):
        return ()
    return tuple((i, i + size) for i in found)


def _most(folded: Folded, knowledge: Knowledge, begins: Sequence[int]) -> tuple[list[int], int]:
    """Return the lines that begin with the commonest run of words, and how many words it has at least.

    A short run counts only where it begins many lines, more than any longer one does.
    """
    clauses, words = knowledge.built(_clause_words), folded.words

    def places(size: int) -> list[int]:
        where: dict[tuple[str, ...], list[int]] = {}
        for i in begins:
            run = tuple(w.text for w in words[i : i + size])
            if len(run) == size and words[i].text not in clauses and sum(w[0] >= "ء" for w in run) >= size - 1:
                where.setdefault(run, []).append(i)
        return max(where.values(), key=lambda found: (len(found), -found[0]), default=[])

    long, short = places(SIZE), places(SIZE - 1)
    return (short, SIZE - 1) if len(short) >= max(MANY, len(long) + 1) else (long, SIZE)


def marked(lines: list[Line], shown: tuple[tuple[int, int], ...]) -> list[Line]:
    """Return the lines, those of the gallery marked: its titles, and what stands under each up to the next furniture.

    Under the last stands no more than twice what stands under the others.
    """
    starts, found, left = {start for start, _ in shown}, [], 0
    titles = [i for i, line in enumerate(lines) if line.words and line.words.start in starts]
    most = int(2 * median([b - a for a, b in pairwise(titles)])) if len(titles) > 1 else LINES
    for line in lines:
        if line.words and line.words.start in starts:
            left = max(most, LINES)
            found.append(line._replace(part="title"))
        elif left and not line.cues:
            left -= 1
            found.append(line._replace(part="caption"))
        else:
            left = 0
            found.append(line)
    return found


def _clause_words(knowledge: Knowledge) -> frozenset[str]:
    """Words that begin a sentence and no title: verbs of saying and conjunctions, and both in one."""
    language = knowledge.language
    forms = {fold_text(form) for verb in language.reporting for form in verb.forms}
    verbs = {form for form in forms if seams.opens(knowledge, form) > seams.OPENS}  # أبرز is no verb in a title
    joined = [c.prefix for c in language.clitics if c.prefix in ("و", "ف")]
    return frozenset(verbs | {p + verb for p in joined for verb in verbs} | set(joined) | {"كما"})


def _same(folded: Folded, places: list[int], at: int) -> bool:
    """Whether nearly all places go on with the same word; one may have lost it."""
    if places[-1] + at >= len(folded.words):
        return False
    return len({folded.words[i + at].text for i in places}) == 1


def _quotes(folded: Folded, places: list[int]) -> bool:
    """Whether an open bracket or quotation stands before: books that a text cites."""
    return 2 * sum(folded.gap(i - 1, i).rstrip().endswith(_OPENING) for i in places if i) > len(places)


def _varies_little(folded: Folded, ends: list[int]) -> bool:
    """Whether one word follows half of the time: words that sentences begin with, no title of its own."""
    follows = Counter(folded.texts[i] for i in ends if i < len(folded.texts))
    return not follows or 2 * max(follows.values()) > len(ends)


def _speaks(folded: Folded, places: list[int], size: int) -> bool:
    """Whether a colon follows: who speaks in a transcript."""
    gaps = [folded.gap(i + size - 1, i + size) for i in places if i + size < len(folded.words)]
    return 2 * sum(":" in gap for gap in gaps) > len(gaps)


def _is(folded: Folded, start: int, run: tuple[str, ...]) -> bool:
    return all(folded.words[start + k].text == word for k, word in enumerate(run))
