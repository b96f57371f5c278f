"""Finds galleries of pictures under an article: one title that stands before every caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded, fold_text

if TYPE_CHECKING:
    from takhrij.analyse.blocks.lines import Line

_LINE_END: Final = re.compile(r"\n+")
SIZE: Final = 5
"""Fewest words of a gallery's title."""
TIMES: Final = 5
"""How often lines have to begin with the title."""
BEFORE: Final = 100
"""Words before the first line that it begins, where it may stand glued to the line above."""
MOST: Final = 24
"""Words of the longest title."""


def titles(page: Page, folded: Folded, knowledge: Knowledge) -> tuple[tuple[int, int], ...]:
    """Return the word ranges of the title of a page's gallery, in order; empty where none begin line upon line."""
    words, text = folded.words, page.text
    ends = (folded.between(match.end(), len(text)).start for match in _LINE_END.finditer(text))
    begins = sorted({0, *(i for i in ends if i < len(words))} if words else ())
    clauses = knowledge.built(_clause_words)
    where: dict[tuple[str, ...], list[int]] = {}
    for i in begins:
        run = tuple(w.text for w in words[i : i + SIZE])
        if len(run) == SIZE and words[i].text not in clauses and sum(w[0] >= "ء" for w in run) >= SIZE - 1:
            where.setdefault(run, []).append(i)
    best = max(where.values(), key=lambda places: (len(places), -places[0]), default=[])
    if len(best) < TIMES:
        return ()
    size = SIZE
    while size < MOST and _same(folded, best, size):
        size += 1
    run = tuple(w.text for w in words[best[0] : best[0] + size])
    found = [
        i
        for i in range(max(0, best[0] - BEFORE), len(words) - size + 1)
        if words[i].text == run[0] and _is(folded, i, run)
    ]
    return tuple((i, i + size) for i in found)


def marked(lines: list[Line], shown: tuple[tuple[int, int], ...]) -> list[Line]:
    """Return the lines, those of the gallery marked: its titles, and the captions up to the next furniture."""
    starts, found, within = {start for start, _ in shown}, [], False
    for line in lines:
        first = line.words.start
        if first in starts and line.words:
            within = True
            found.append(line._replace(part="title"))
        elif within and not line.cues:
            found.append(line._replace(part="caption"))
        else:
            within = False
            found.append(line)
    return found


def _clause_words(knowledge: Knowledge) -> frozenset[str]:
    """Words that begin a sentence and no title: verbs of saying and conjunctions, and both in one."""
    language = knowledge.language
    verbs = {fold_text(form) for verb in language.reporting for form in verb.forms}
    joined = [c.prefix for c in language.clitics if c.prefix in ("و", "ف")]
    return frozenset(verbs | {p + verb for p in joined for verb in verbs} | set(joined) | {"كما"})


def _same(folded: Folded, places: list[int], at: int) -> bool:
    """Whether nearly all places go on with the same word; one may have lost it."""
    if places[-1] + at >= len(folded.words):
        return False
    return len({folded.words[i + at].text for i in places}) == 1


def _is(folded: Folded, start: int, run: tuple[str, ...]) -> bool:
    return all(folded.words[start + k].text == word for k, word in enumerate(run))
