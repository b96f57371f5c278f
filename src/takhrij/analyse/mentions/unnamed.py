"""Sources without a name: مصدر أمني، خمسة مصادر سورية، مسؤول طلب عدم الكشف عن هويته."""

from __future__ import annotations

from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE

BEGIN = ("source_count", "source_head")
"""What a word has to be, for an unnamed source to begin with it."""
LONGEST_CLAUSE = 8
"""Words of a clause such as طلبت عدم الكشف عن هويتها, its verb included."""
_LONGEST_MATTER = 3
TANWIN = "ا"
"""So ends an indefinite accusative."""
_LABEL = (":", "|", "/")


def end(t: Tagged, i: int, stop: int) -> int:
    """Return the word behind the unnamed source that begins at word `i`, or `i`."""
    j = i
    while j < stop and t.fact(j, "source_count") and (j == i or t.joined(j)):
        hit = t.hit(j)
        j = hit.last if hit else j + 1
    if j >= stop or (j > i and not t.joined(j)) or not t.fact(j, "source_head"):
        return i
    hit = t.hit(j)
    j = hit.last if hit else j + 1
    head, accusative = j, t.text(j - 1).endswith(TANWIN)
    if j < len(t.words) and t.folded.gap(j - 1, j).lstrip()[:1] in _LABEL:
        return i
    while j < stop and t.joined(j) and _adjective(t, j, accusative=accusative):
        informed = t.text(j) in t.book.said("informed")
        hit = t.hit(j)
        j = hit.last if hit else j + 1
        if informed:
            j = _matter(t, j, stop)
            break
    if j < stop and t.joined(j) and t.fact(j, "source_in") and not _clitic(t, j):
        j = _seat(t, j, stop)
    if accusative and j == head:  # كان مسؤولا عن: no noun
        return i
    return _clause(t, j, stop)


def _adjective(t: Tagged, j: int, *, accusative: bool) -> bool:
    """Whether an adjective stands at word `j`; behind an accusative in that case too (مسؤولا سوريا)."""
    if accusative and t.text(j).endswith(TANWIN):
        return not t.entry(t.text(j).removesuffix(TANWIN)).keys().isdisjoint(("source_adjective", "adjective"))
    return t.fact(j, "source_adjective", "adjective") is not None and not _clitic(t, j)


def _clitic(t: Tagged, j: int) -> bool:
    hit = t.hit(j)
    return hit is not None and bool(hit.prefix)


def _matter(t: Tagged, j: int, stop: int) -> int:
    """Return the end of what a source is informed of or near to: a preposition and up to three definite words."""
    if not (j + 1 < stop and t.joined(j) and t.joined(j + 1) and t.fact(j, "source_on")) or t.stop(j + 1):
        return j
    k = j + 1
    while k < min(stop, j + 1 + _LONGEST_MATTER) and t.joined(k):
        if (t.text(k).startswith(ARTICLE) and not t.stop(k)) or t.fact(k, "state", "adjective") or k == j + 1:
            k += 1
        else:
            break
    return k


def _seat(t: Tagged, j: int, stop: int) -> int:
    """Return the end of where the source sits: في and a head, a state or a place with its adjectives."""
    k = j + 1
    if (
        k >= stop
        or not t.joined(k)
        or not t.fact(k, "org_head", "state_head", "state", "place", "voice", "org", "of")
    ):
        return j
    while k < min(stop, j + 6) and t.joined(k):
        hit = t.hit(k)
        if t.fact(k, "adjective", "time", "of", "state", "place", "voice", "org") or k == j + 1:
            k = hit.last if hit else k + 1
        else:
            break
    return k


def _clause(t: Tagged, j: int, stop: int) -> int:
    """Return the end of a clause by which the source hides its name, `j` if there is none."""
    if j >= stop or not (t.joined(j) or t.after_comma(j)) or not t.fact(j, "source_hides"):
        return j
    for k in range(j + 1, min(stop, j + LONGEST_CLAUSE)):
        if not t.joined(k):
            break
        if t.text(k) in t.book.said("hidden"):
            return k + 1
    return j
