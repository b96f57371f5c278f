"""Where a title right behind a name is its bearer's, and not that of whom he receives or speaks to."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE
from takhrij.records import Role
from takhrij.text import fold_text

_TO: Final = "ل"
_CLITICS: Final = ("", "و", "ب", "ل", "وب")
"""What may be written onto a noun in the genitive."""


def said(t: Tagged, i: int) -> bool:
    """Whether a verb of saying stands before word `i`, or that and whom it is told to (وأكد لصحيفة كذا)."""
    if i < 1 or not t.joined(i):
        return False
    k = next((k for k in range(i - 1, max(0, i - 4), -1) if t.fact(k, "outlet") and _ends(t, k, i)), i)
    k -= k < i and (t.text(k - 1) == _TO or t.fact(k - 1, "org_head", "outlet") is not None)
    return t.text(k - 1) in t.book.reports


def _ends(t: Tagged, k: int, i: int) -> bool:
    """Whether the phrase at word `k` ends before word `i`."""
    hit = t.hit(k)
    return hit is not None and hit.last == i


def owning(t: Tagged, word: str) -> bool:
    """Whether a name behind a word is in the genitive: a preposition, or what is somebody's (بمقتل)."""
    owned = t.book.said("owned")
    return word in t.book.said("preposition") or any(word.removeprefix(c) in owned for c in _CLITICS)


def honour(t: Tagged, role: Role) -> bool:
    """Whether a role only honours its bearer (الأمير): his office may stand behind his name."""
    return fold_text(role.name) in t.book.said("honour")


def receives(t: Tagged, begin: int) -> bool:
    """Whether a verb of meeting stands before a name's title and all that honours it: استقبل صاحب السمو الأمير."""
    verbs = t.book.said("receives")
    for k in range(begin, 0, -1):
        word = t.text(k - 1)
        if not t.joined(k) or word in verbs or word[1:] in verbs:
            return t.joined(k)
        if not (word.startswith(ARTICLE) or t.fact(k - 1, "rank")):
            return False
    return False
