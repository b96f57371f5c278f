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
    words = folded.texts[:SAMPLE]
    if not _in_script(words, max(ENOUGH, SHARE * sum(map(len, words)))):
        return "und", "no Arabic text"
    own, others, foreign = knowledge.built(_words)
    arabic = sum(map(own.__contains__, words))
    theirs = [word for word in words if word in foreign]  # few, on a page in Arabic
    counted = ((code, sum(map(known.__contains__, theirs))) for code, known in others.items())
    name, hits = max(counted, key=lambda p: (p[1], p[0]))
    if hits <= arabic and (arabic or _foreign(page.text, knowledge) < FOREIGN):
        return "ar", ""
    row = next(n for n in knowledge.language.neighbours if n.code == name)
    return (name, f"{row.name} page: named, not analysed") if hits else ("und", "no Arabic text")


def _in_script(words: list[str], enough: float) -> bool:
    """Whether `enough` letters stand in words of the language's script; a page in it is known by its first words."""
    found = 0
    for word in words:
        if "ء" <= word[0] <= "ۿ":
            found += len(word)
            if found >= enough:
                return True
    return False


def _words(knowledge: Knowledge) -> tuple[frozenset[str], dict[str, frozenset[str]], frozenset[str]]:
    """Arabic's function words, those of each neighbour that fold to none of them, and these of all neighbours."""
    own = frozenset(fold_text(row.word) for row in knowledge.language.function_words)
    others = {n.code: frozenset(map(fold_text, n.words)) - own for n in knowledge.language.neighbours}
    return own, others, frozenset().union(*others.values())


def _foreign(text: str, knowledge: Knowledge) -> float:
    sample = text[: SAMPLE * 6]
    letters = set().union(*(n.letters for n in knowledge.language.neighbours))
    return sum(c in letters for c in sample) / max(sum(c.isalpha() for c in sample), 1)
