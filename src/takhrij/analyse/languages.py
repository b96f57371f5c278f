"""Which language a page is written in: function words decide, letters break ties.

Letters alone mislead: many Arabic pages are typed on a Persian keyboard, and most have a Persian kaf somewhere.
"""

from __future__ import annotations

from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded, fold_text

ENOUGH = 40
"""Fewest letters of the language's script that can be an article: a headline has more."""
SHARE = 0.1
"""Least share of such letters among all: below it a page in Latin letters has an Arabic menu, at most."""
SAMPLE = 6000
"""Words looked at: a sample's shares settle long before."""
FOREIGN = 0.015
"""Share of letters that only neighbours write which settles a page without function words (a list of names)."""


def find(page: Page, folded: Folded, knowledge: Knowledge) -> tuple[str, str]:
    """Return the language's code and a note that says why the page is not analysed, "" if it is.

    The code is "ar" for Arabic, that of the table for a neighbour in the same script, "und" for anything else.
    """
    if not folded.words:
        return "und", "empty page"
    words = [w.text for w in folded.words[:SAMPLE]]
    script = sum([len(w) for w in words if "ء" <= w[0] <= "ۿ"])
    if script < ENOUGH or script < SHARE * sum(map(len, words)):
        return "und", "no Arabic text"
    own, others = knowledge.built(_words)
    arabic = sum(map(own.__contains__, words))
    counted = ((code, sum(map(theirs.__contains__, words))) for code, theirs in others.items())
    name, hits = max(counted, key=lambda p: (p[1], p[0]))
    if hits <= arabic and (arabic or _foreign(page.text, knowledge) < FOREIGN):
        return "ar", ""
    row = next(n for n in knowledge.language.neighbours if n.code == name)
    return (name, f"{row.name} page: named, not analysed") if hits else ("und", "no Arabic text")


def _words(knowledge: Knowledge) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Arabic's function words, and those of each neighbour that fold to none of them."""
    own = frozenset(fold_text(row.word) for row in knowledge.language.function_words)
    others = {n.code: frozenset(map(fold_text, n.words)) - own for n in knowledge.language.neighbours}
    return own, others


def _foreign(text: str, knowledge: Knowledge) -> float:
    sample = text[: SAMPLE * 6]
    letters = set().union(*(n.letters for n in knowledge.language.neighbours))
    return sum(c in letters for c in sample) / max(sum(c.isalpha() for c in sample), 1)
