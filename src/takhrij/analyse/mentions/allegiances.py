"""Bodies named after whom they are loyal to: القوات الموالية للرئيس السابق علي عبد الله صالح."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.mentions import nameparts, names
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import has_article

_TITLES: Final = ("adjective", "former", "time", "rank", "office", "honour")
_LONGEST: Final = 10
"""Words at most of whom a body is loyal to."""


def loyal(t: Tagged, j: int, stop: int) -> int:
    """Return where the name of whom a body is loyal to ends, behind ل at word `j`; 0 where nobody is named there."""
    word = t.text(j)
    if j >= stop or not t.joined(j) or not word.startswith("ل") or word in t.book.said("to_them"):
        return 0
    hit = t.hit(j)
    k = hit.last if hit and hit.prefix.endswith("ل") else max(j + 1, names.direct(t, j, stop, titled=True, cut=1))
    while k < min(stop, j + _LONGEST) and t.joined(k) and has_article(t.text(k)) and _describes(t, k):
        k += 1
    return names.direct(t, k, stop, titled=True) if t.fact(j, "office") and k < stop and t.tight(k) else k


def _describes(t: Tagged, k: int) -> bool:
    return t.fact(k, *_TITLES) is not None or adjectival(t, k)


def adjectival(t: Tagged, j: int) -> bool:
    """Whether word `j` is an adjective by its look or names a direction."""
    word = t.text(j)
    if word in t.book.said("direction"):
        return True
    ends = len(word) > 5 and word.endswith(("يه", "ي"))
    return ends and not t.stop(j) and not nameparts.part(t, j) and not t.fact(j, "state")
