"""By what an organisation or a place is found again: its words without articles, or the listed name that it means.

A noun that adds nothing may stand before a listed name (قوات البيشمركة), its own nationality behind it (حزب الله
اللبناني), and long vowels come and go in long words (الديموقراطي).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from takhrij.analyse.mentions.drafts import Draft
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text
from takhrij.world.tables import Org

_INNER = re.compile(r"(?<=\w)[يو](?=\w)")
HEADED = "headed"
"""The rule of a body that is named by its noun and what follows it."""
PARTS = 2
"""Words that a body's name has at least: a noun alone is read elsewhere."""
LONG = 6
"""Letters of a word from which long vowels in it may be left out: الديمقراطي, not العمل for العمال."""


class Bodies:
    """The listed organisations and places by the words that are compared; ask for it through `knowledge.built`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._by_words: dict[tuple[str, ...], Org] = {}
        self._exact: set[str] = set()
        self._places = {
            plain(fold_text(spelling)): place.name
            for place in knowledge.world.places
            for spelling in (place.name, *place.spellings)
        }
        for org in knowledge.world.orgs:
            for name in (org.name, *org.spellings):
                self._exact.add(fold_text(name))
                self._by_words.setdefault(_squeezed(plain(fold_text(name))), org)

    def listed(self, t: Tagged, name: str) -> str:
        """Return the listed name of which `name` is a longer form or another spelling, empty if it is of none."""
        folded = fold_text(name)
        words = plain(folded)
        if folded in self._exact or len(words) < 2:
            return ""
        wrappers = t.book.said("wrapper")
        written = folded.split()
        while words:
            squeezed = _squeezed(words)
            if org := self._by_words.get(squeezed):
                return org.name
            org = self._by_words.get(squeezed[:-1])
            if org and org.state and org.state == stated(t, folded.split()[-1]):
                return org.name
            if written[0] not in wrappers:
                break  # اتهم التحالف الحوثيين: with the article it is another
            words, written = words[1:], written[1:]
        return ""

    def place(self, t: Tagged, name: str) -> str:
        """Return the listed name of a place that stands behind the noun for a region, empty if there is none."""
        head, *rest = fold_text(name).split()
        return self._places.get(plain(" ".join(rest)), "") if rest and head in t.book.said("region") else ""


def bodies(knowledge: Knowledge) -> Bodies:
    """Return the listed organisations by their words."""
    return Bodies(knowledge)


def plain(folded: str) -> tuple[str, ...]:
    """Return the words of a folded name without articles."""
    return tuple(w.removeprefix(ARTICLE) if len(w) > len(ARTICLE) + 2 else w for w in folded.split())


def stated(t: Tagged, word: str) -> str:
    """Return the state that an adjective tells, another word as it is."""
    fact = t.entry(word).get("adjective")
    return fact.state if fact and fact.state else word


def body(t: Tagged, name: str) -> str:
    """Return by what an organisation in no list is found again: with the state for its adjective or its name."""
    words = fold_text(name).split()
    bands = t.book.said("band")
    while len(words) > 2 and words[0] in t.book.said("wrapper") and words[1].removeprefix(ARTICLE) in bands:
        words = words[1:]  # فصيل لواء الفجر
    common = words[0] in t.book.said("common body")
    words = [w for k, w in enumerate(words) if not k or w not in _TOWN]
    told = [_told(t, w, common=common) if k and (common or w.startswith(ARTICLE)) else w for k, w in enumerate(words)]
    return " ".join(plain(" ".join(told)))


def seat(t: Tagged, d: Draft) -> str:
    """Return the place that stands behind ب right behind a body that every town has: لجنة التنمية بمحافظة بيشة."""
    i = d.last
    if d.kind != "organization" or d.known or d.state or i >= len(t.words) or not t.tight(i):
        return ""
    hit = t.hit(i)
    if hit is None or hit.prefix != _AT or fold_text(d.name).split(" ")[0] not in t.book.said("local"):
        return ""
    if t.fact(i, "place"):
        return " ".join(plain(" ".join(t.text(k) for k in range(i, hit.last)).removeprefix(_AT)))
    if not t.fact(i, "place_head") or hit.last != i + 1 or not t.tight(i + 1) or t.stop(i + 1):
        return ""
    there = t.hit(i + 1)
    last = there.last if there and t.fact(i + 1, "place") else i + 2
    return " ".join(plain(" ".join(t.text(k) for k in range(i + 1, last))))


_AT = "ب"
_TOWN = ("مدينه", "اقليم")
"""These nouns before a place's name tell nothing of a body: شرطة مدينة الغد."""


def _told(t: Tagged, word: str, *, common: bool) -> str:
    fact = t.entry(word).get("state") if common else None
    return fact.state if fact and fact.state else stated(t, word)


def link_shorter(found: Sequence[Draft]) -> None:
    """Point a body without a state to the only one of an article whose name goes on from its own: حكومة الإقليم."""
    by_words: dict[tuple[str, ...], Draft] = {}
    for d in found:
        for name in filter(None, (d.known, d.name)):
            by_words.setdefault(plain(fold_text(name)), d.to or d)
    for words, short in by_words.items():
        if len(words) < PARTS or short.known or short.state or short.rule != HEADED or short.to:
            continue
        longer = [other for other in by_words if len(other) > len(words) and other[: len(words)] == words]
        longest = max(longer, key=len, default=())
        if longest and all(other == longest[: len(other)] for other in longer):
            short.to = _root(by_words[longest], short)


def _root(d: Draft, short: Draft) -> Draft | None:
    """Return what a body's mention points to in the end; None if that is the shorter name itself."""
    while d.to is not None:
        d = d.to
    return None if d is short else d


def place(t: Tagged, name: str, *, known: bool) -> str:
    """Return by what a place is found again: an airport without what every one is, a region by its own name."""
    words = fold_text(name).split()
    if not known and len(words) > 1 and words[0] == _VILLAGE:
        words[:2] = [words[0] + words[1]]
    if len(words) > 1 and words[0] in t.book.said("region"):
        words = words[1:]
    if len(words) > 2 and words[0] in t.book.said("site"):
        plenty = t.book.said("site word")
        while len(words) > 2 and (words[-1] in plenty or stated(t, words[-1]) != words[-1]):
            words = words[:-1]
    told = plain(" ".join(words))
    return " ".join([*told[:-1], _closed(told[-1])])


_VILLAGE = "كفر"
"""So begin the names of villages that are written as one word or as two: كفر عويد، كفرعويد."""


def _closed(word: str) -> str:
    """Return a place's last word with one letter for the two that foreign names end with: أستانا، أستانة."""
    return word[:-1] + "ه" if len(word) > 3 and word.endswith("ا") else word


def _squeezed(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(_INNER.sub("", w) if len(w) >= LONG else w for w in words)
