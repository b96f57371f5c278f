"""Names that a page gives itself, whether they are known or not, each with the signs that speak for it.

A site says its name where only names stand: behind the headline in the page's title, behind "all rights reserved",
behind words like paper or site, before its own dateline, on a line alone. One place tells where a name begins and
seldom where it ends; the same words in a second place tell both. What signs weigh is learned (`bench/ownnames.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from takhrij.analyse import headlines, ownplaces, transliteration
from takhrij.analyse.outletnames import is_arabic
from takhrij.analyse.ownplaces import HEAD, LONGEST, TAIL, Place, Words, dateline, words_of
from takhrij.knowledge import Knowledge
from takhrij.text import Folded

LETTERS: Final = 3
"""Fewest letters of a name."""
OFTEN: Final = 3
"""How often words stand in mid-page to be its topic."""
OPEN: Final = ("", "before a particle", "before a section")
"""What does not end a name for sure."""
_CLOSERS: Final = (
    ("before a bar", re.compile(r"[\n|»~©@#<>{}]")),
    ("before a colon", re.compile(r":")),
    ("before a dash", re.compile(r"(?<=\s)[-–—/](?=\s)")),
    ("before a stop", re.compile(r"[,،.؟?!;؛\"“”()\[\]]")),
)
_SPEAKERS: Final = frozenset(["before a colon", "before a stop"])
"""What ends the name of somebody who speaks in the first words of a text."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


class Candidate(NamedTuple):
    """`words`, folded, from `start` to `end` may be the page's own name; `restored` goes before them."""

    words: tuple[str, ...]
    start: int
    end: int
    restored: str
    signs: tuple[str, ...]


def find(
    raw: str, folded: Folded, prose: Sequence[tuple[int, int]], knowledge: Knowledge, addresses: tuple[str, ...]
) -> Iterator[Candidate]:
    """Yield what may be the page's name, with its signs.

    `prose` is where its first paragraph begins and ends, and then the others and the headlines. The first of the
    `addresses` is the page's own, or empty.
    """
    if not folded.words:
        return
    known = knowledge.built(words_of)
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    where: dict[tuple[str, ...], Place] = {}
    ends = _Ends(folded, known)
    headline = headlines.repeated(folded)
    opening = prose[0][0] if prose else -1
    for place in ownplaces.find(raw, folded, opening, headline, known):
        for last in range(place.first + 1, min(place.first + LONGEST, len(folded.words)) + 1):
            closed = ends.at(last)
            if closed or not place.whole:
                key = place.words(folded, last)
                ended = closed if place.first == 0 and closed else "closed" if closed else "open"
                found[key].add(f"{place.kind}, {ended}")
                if closed and place.first:
                    found[key].add(closed)
                where.setdefault(key, place)
            if closed not in OPEN:
                break
    own, printed = transliteration.skeletons(addresses[:1]), transliteration.skeletons(addresses[1:])
    repeats = _Repeats(folded, {key[0] for key in found}, ends, prose)
    for key, signs in found.items():
        if (
            key[-1] in known.carriers
            or " ".join(key) in known.houses
            or all(len(t) == 1 or t[0].isdigit() for t in key)
            or sum(map(len, key)) < LETTERS
        ):
            continue
        place = where[key]
        begin = folded.words[place.first]
        start = folded.offset(begin.at + place.cut) if place.cut else begin.start
        end = folded.words[place.first + len(key) - 1].end
        every = [*signs, *_own(key, signs, known), *_like(key, signs, known), *repeats.signs(key, place.first)]
        if place.first in headline and place.first + len(key) <= headline.stop:
            every.append("within the headline")
        if own and transliteration.matches(key, own):
            every.append("its letters in the page's address")
        if printed and transliteration.matches(key, printed):
            every.append("its letters in an address")
        yield Candidate(key, start, end, place.restored, tuple(every))


def _own(key: tuple[str, ...], signs: set[str], known: Words) -> Iterator[str]:
    """Signs of the words themselves, and how many kinds of places they stand in."""
    first, last, whole = key[0], key[-1], " ".join(key)
    yield f"{min(len({s.split(',')[0] for s in signs if ',' in s}), 4)} kinds of places"
    yield f"{len(key)} words"
    if not is_arabic(whole):
        yield "other letters"
    if len(key) == 1 and first in known.common:
        yield "a common word"
    if first in known.given:
        yield "a given name first"
    if last in known.family:
        yield "a family name last"
    if whole in known.people:
        yield "a person, state or body"
    if whole in known.sections:
        yield "a town or section"
    if first in known.plain or last in known.plain:
        yield "a button's word"
    if first in known.carriers:
        yield "a carrier first"
    if len(key) == 1 and first.startswith("ال"):
        yield "one definite word"
    if len(last) == 1 or (last in known.particles and not (len(last) > LETTERS and last in known.ends)):
        yield "a particle last"
    if len(first) == 1 or first in known.particles:
        yield "a particle first"


def _like(key: tuple[str, ...], signs: set[str], known: Words) -> Iterator[str]:
    """Whether the words are such as other outlets' names begin or end with, are in no list, or a speaker's."""
    places = {sign.partition(", ")[2] for sign in signs} - {""}
    if places and places <= _SPEAKERS:
        yield "nowhere but before a colon or stop"
    if any(word.removeprefix("و") in known.particles for word in key[1:-1]):
        yield "a particle within"
    if len(key) == 1 and key[0] not in known.heard and is_arabic(key[0]):
        yield "a word in no list"
    if len(key) > 1 and key[0] in known.leads:
        yield "a first word of outlets"
    if len(key) > 1 and key[-1] in known.ends:
        yield "a last word of outlets"


class _Ends:
    """Knows where a name cannot go on: at signs, other letters, dates, buttons, the headline's repeat."""

    def __init__(self, folded: Folded, known: Words) -> None:
        self.folded, self.known = folded, known
        self.head = folded.texts[:3]
        self.told: dict[int, str] = {}

    def at(self, k: int) -> str:
        """Return what ends a name that has word `k - 1`, empty if nothing does."""
        if k not in self.told:
            self.told[k] = self._at(k)
        return self.told[k]

    def _at(self, k: int) -> str:
        texts, known = self.folded.texts, self.known
        if k >= len(texts):
            return "before a bar"
        gap = self.folded.gap(k - 1, k)
        if gap != " " and (sign := next((name for name, pattern in _CLOSERS if pattern.search(gap)), "")):
            return sign
        word = texts[k]
        if word[0].isdigit() and (_YEAR.match(word) or len(word) > 3 or len(word) < 2):
            return "before a date"
        if word in known.plain or (not word[0].isdigit() and is_arabic(word) != is_arabic(texts[k - 1])):
            return "before a button or other letters"
        if texts[k : k + 3] == self.head:
            return "before the headline"
        if word in known.particles or word in known.openers:
            return "before a particle"
        return "before a section" if word in known.sections else ""


class _Repeats:
    """Knows how often words stand on the page, where, and what follows them."""

    def __init__(self, folded: Folded, firsts: set[str], ends: _Ends, prose: Sequence[tuple[int, int]]) -> None:
        self.folded, self.ends = folded, ends
        self.prose = bytearray(len(folded.words))
        for k, (start, end) in enumerate(prose):
            words = folded.between(start, end)
            words = words[0 if k else dateline(folded, words) :]
            self.prose[words.start : words.stop] = bytes([1]) * len(words)
        self.at: defaultdict[str, list[int]] = defaultdict(list)
        for i, text in enumerate(folded.texts):
            if text in firsts:
                self.at[text].append(i)

    def signs(self, key: tuple[str, ...], first: int) -> Iterator[str]:
        """Yield where the words stand, once at word `first`; what a headline repeats with them counts once."""
        texts, size, parts = self.folded.texts, len(key), list(key)
        every = [i for i in self.at[key[0]] if size == 1 or texts[i : i + size] == parts]
        if all(self.prose[i] for i in (*every, first)):
            yield "in running text alone"
        if len(every) < 2:
            return
        distinct = {tuple(texts[i + size : i + size + 2]): i for i in reversed(every)}
        every = sorted(distinct.values())
        if len(every) < 2:
            yield "again with the same words behind"
            return
        head = sum(i < HEAD for i in every)
        tail = sum(i >= max(HEAD, len(texts) - TAIL) for i in every)
        middle = len(every) - head - tail
        if head and tail:
            yield "at both ends"
        if head > 1 or tail > 1:
            yield "twice at one end"
        if middle:
            yield "in mid-page" if middle < OFTEN else "often in mid-page"
        following = [texts[i + size] if self.ends.at(i + size) in OPEN else "" for i in every]
        closed = following.count("")
        if closed == len(every):
            yield "always closed"
        elif closed:
            yield "mostly closed" if 2 * closed >= len(every) else "mostly open"
        elif len(set(following)) == 1:
            yield "always the same word behind"
        else:
            yield "other words behind"
