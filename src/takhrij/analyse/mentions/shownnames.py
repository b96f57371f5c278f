"""Persons' names that only what stands around shows: a title behind a comma, a verb, a person before."""

from __future__ import annotations

from takhrij.analyse.mentions.nameparts import bare, conjoined, given, part, surname, unknown
from takhrij.analyse.mentions.names import LONGEST, direct
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE

_BETWEEN = "بين"
"""A verb of saying that is more often a preposition (بين جيلين)."""
_OURS = ("اتنا", "اتهم", "اتكم", "اتها", "اته")
"""So end things that are somebody's, and no name that stands alone (تشير معلوماتنا)."""

_DEEDS = ("ه", "ت")
"""So end deeds done to it and her deeds, which are no given name before another."""


def apposed(t: Tagged, i: int, stop: int) -> int:
    """Return the word behind two or three unlisted words before a comma and a title (X Y، المبعوث الخاص), or `i`."""
    if i not in t.apposed or conjoined(t, i) or (t.hit(i + 1) and t.fact(i + 1, "person")):
        return i  # رحبت فيديريكا موغيريني، وزيرة
    if t.text(i).endswith(_DEEDS) and not part(t, i) and given(t, i + 1):
        return i  # كرره عصام الداهوك، المستشار
    j = i
    while j < min(stop, i + 3) and (j == i or t.tight(j)) and (unknown(t, j) or part(t, j)):
        j += 1
    titled = j < stop and t.after_comma(j) and t.hit(j) is not None and t.fact(j, "office", "deputy", "job")
    return j if titled and j > i + 1 and not t.text(i).startswith(ARTICLE) else i


def shown(t: Tagged, i: int, stop: int, *, alone: bool) -> int:
    """Return the word behind the unlisted name at word `i` that the word before it shows to be one, or `i`.

    Two words are wanted, or one (`alone`) with a clause or nothing behind it: a verb's object goes on in other ways.
    """
    if i >= stop or not t.tight(i) or t.text(i).startswith(ARTICLE) or t.hit(i):
        return i
    if not (bare(t, i) or given(t, i)) or len(t.text(i)) < 3:
        return i
    last = direct(t, i, stop, titled=True)
    if last == i:
        last = i + 1
    while last > i + 1 and not _borne(t, last - 1):
        last -= 1
    while last > i + 1 and t.text(last - 1) in t.book.particles["inside"]:
        last -= 1
    if last > i + 1:
        return last if all(_borne(t, k) for k in range(i, last)) else i
    ends = t.text(last) in t.book.said("clause") and t.tight(last)
    ends = ends or (t.text(i - 1) != _BETWEEN and (last >= stop or not t.tight(last)))
    ends = ends and not t.text(i).endswith(_OURS)
    return last if alone and ends else i


def _borne(t: Tagged, i: int) -> bool:
    """Whether word `i` may be a part of a name that only the word before the name shows."""
    word, particles = t.text(i), t.book.particles
    bound = t.text(i - 1) in particles["binds"] or (word in particles["tail"] and part(t, i - 1))  # نور الدين
    return bound or part(t, i) or bare(t, i) or surname(t, i)


def joined_on(t: Tagged, i: int, stop: int) -> int:
    """Return the word behind the two or three unlisted words that و joins to a person's name, or `i`."""
    if i + 1 >= stop or not t.tight(i) or not t.tight(i + 1) or t.hit(i) or part(t, i):
        return i
    first, book = t.text(i)[1:], t.book
    if t.text(i)[0] != "و" or len(first) < 3 or first.startswith(ARTICLE) or first in book.stops:
        return i
    if (not book.rare[first] and first not in book.foreign) or first.endswith("ه"):
        return i
    if t.book.ordinary[t.text(i)] or not (bare(t, i + 1) or part(t, i + 1)) or t.text(i + 1).startswith(ARTICLE):
        return i
    last = i + 2
    while (
        last < min(stop, i + 3) and t.tight(last) and (unknown(t, last) or part(t, last)) and t.text(last)[0] != "و"
    ):
        last += 1
    return last


def between_commas(t: Tagged, i: int, stop: int) -> int:
    """Return the word behind the name between a comma before word `i` and the next punctuation, or `i`."""
    j = i
    while j < min(stop, i + LONGEST) and (j == i or t.tight(j)):
        bound = j > i and (t.text(j - 1) in t.book.particles["inside"] or (given(t, i) and _named_so(t, j)))
        if t.stop(j) or not (part(t, j) or unknown(t, j) or bound):
            return i
        j += 1
    closed = j >= stop or not t.joined(j)
    return j if closed and j - i >= 1 and (j - i > 1 or part(t, i)) else i


def _named_so(t: Tagged, j: int) -> bool:
    """Whether a family name may be the ordinary word `j`, where the commas around show a name (أحمد الوحيد)."""
    return (t.text(j).startswith(ARTICLE) or j + 1 >= len(t.words) or not t.joined(j + 1)) and not t.hit(j)
