"""The words of a page with what the tables know of them: the ground on which names, titles and groups are read."""

from __future__ import annotations

import re

from takhrij.analyse.mentions.facts import Fact, Facts
from takhrij.analyse.mentions.wordbook import MARKS, Wordbook
from takhrij.lang.lexicon import Hit
from takhrij.text import Folded

_QUOTES = "\"'“”«»„‘’"
_EVEN, _OPENING, _SPACED = '"', "“«", '" '
"""A mark that opens and closes alike, and those that only open."""
_JOINING = re.compile(rf"[\s{_QUOTES}\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640\u064b-\u065f]*")
_POINTS = (".", "/")
_DASH = " \u0640"
"""A stretch that stands by itself is a dash."""
_COMMA = re.compile(rf"[\s{_QUOTES}]*[،,][\s{_QUOTES}]*")
_COMMAS = re.compile("[،,]")
_CLEAN = re.compile(r"[^\W\u0640]+(?: [^\W\u0640]+)*")
"""Words with one space between them, as most names stand."""
_SPACES = re.compile(rf"[\s{_QUOTES}]+")

_PAST = 16
"""Places behind the last word, and by counting backwards before the first, where nothing is known."""


class Tagged:
    """A page's words with their facts. Words of different lines, or with punctuation between them, do not join."""

    __slots__ = (
        "_commas",
        "_facts",
        "_gaps",
        "_hits",
        "_joined",
        "_stops",
        "_texts",
        "apposed",
        "book",
        "folded",
        "page",
        "words",
    )

    def __init__(self, page: str, folded: Folded, book: Wordbook) -> None:
        self.page = page
        self.folded = folded
        self.words = folded.words
        self.book = book
        self._gaps = folded.gaps
        self._texts = [*folded.texts, *[""] * _PAST]
        self._hits: list[Hit[Facts] | None] = [None] * (len(folded.words) + _PAST)
        self._facts: list[Facts | None] = [*[None] * len(folded.words), *[{}] * _PAST]
        self._joined: dict[int, bool] = {}
        self._stops: dict[int, bool] = {}
        self._commas = _after_commas(folded)
        titled = [i for i in self._commas if self.fact(i, "office", "deputy", "job")]
        self.apposed = frozenset(i - back for i in titled for back in (2, 3))

    def hit(self, i: int) -> Hit[Facts] | None:
        """Return the longest listed phrase that begins at word `i` and is broken by no punctuation, if any."""
        if self._facts[i] is None:
            self._look(i)
        return self._hits[i]

    def entry(self, word: str) -> Facts:
        """Return what a folded word by itself may be, wherever it stands."""
        return self.book.single.get(word, {})

    def facts(self, i: int) -> Facts:
        """Return what the phrase at word `i` may be; empty when it is in no list."""
        found = self._facts[i]
        return self._look(i) if found is None else found

    def fact(self, i: int, *kinds: str) -> Fact | None:
        """Return the first fact of one of `kinds` at word `i`."""
        facts = self._facts[i]
        if facts is None:
            facts = self._look(i)
        if facts and len(kinds) == 1:
            return facts.get(kinds[0])
        for kind, fact in facts.items():
            if kind in kinds:
                return fact
        return None

    def _look(self, i: int) -> Facts:
        """Look up what begins at word `i`, and keep it."""
        hit = self.book.lexicon.at(self.folded, i) if self.book.listed[self._texts[i]] else None
        if hit and hit.last > i + 1 and any(not self.joined(k) for k in range(i + 1, hit.last)):
            hit = None
        self._hits[i] = hit
        facts = self._facts[i] = hit.entry if hit else {}
        return facts

    def text(self, i: int) -> str:
        """Return word `i`, folded; the empty string outside the page."""
        return self._texts[i]

    def joined(self, i: int) -> bool:
        """Whether only white space, quotation marks or invisible characters part word `i` from the one before."""
        found = self._joined.get(i)
        if found is None:
            found = False
            if 0 < i < len(self.words):
                gap = self._gaps[i]
                found = gap == " " or not ("\n" in gap or _DASH in gap or _JOINING.fullmatch(gap) is None)
            self._joined[i] = found
        return found

    def tight(self, i: int) -> bool:
        """Whether only white space parts word `i` from the one before: no name goes on across a quotation mark."""
        if not 0 < i < len(self.words):
            return False
        gap = self._gaps[i]
        return gap == " " or (self.joined(i) and not any(c in _QUOTES for c in gap))

    def abbreviated(self, i: int) -> bool:
        """Whether word `i` is one letter for a title, parted from the next by its full stop or a stroke (د. ، د/)."""
        return len(self.text(i)) == 1 and i + 1 < len(self.words) and self.folded.gap(i, i + 1).strip() in _POINTS

    def after_comma(self, i: int) -> bool:
        """Whether a comma and nothing else parts word `i` from the one before."""
        return i in self._commas

    def quoted(self, i: int) -> bool:
        """Whether a quotation mark opens right before word `i`."""
        word = self.words[i]
        return any(c in _QUOTES for c in self.folded.raw[max(0, word.start - 1) : word.start])

    def opened(self, i: int) -> bool:
        """Whether a quotation mark opens before word `i`, right before it or as a mark between two spaces."""
        start, raw = self.words[i].start, self.folded.raw
        if self.quoted(i) or start < len(_SPACED) or raw[start - 1] != " ":
            return self.quoted(i)
        if raw[start - 2] != _EVEN:
            return raw[start - 2] in _OPENING
        return raw.count(_EVEN, raw.rfind("\n", 0, start) + 1, start) % 2 == 1

    def stop(self, i: int) -> bool:
        """Whether word `i` is an ordinary word that belongs to no name."""
        found = self._stops.get(i)
        if found is None:
            word = self.words[i]
            found = word.text in self.book.stops
            if not found and word.text in self.book.prone and self.text(i + 1) not in self.book.sons:
                found = MARKS.sub("", self.folded.raw[word.start : word.end]) in self.book.prepositions
            self._stops[i] = found
        return found

    def clean(self, start: int, end: int) -> str:
        """Return the original characters `start` to `end` in clean spelling: one space, no quotes and no marks."""
        text = self.folded.spaced(start, end)
        return text if _CLEAN.fullmatch(text) else _SPACES.sub(" ", MARKS.sub("", text)).strip()


def _after_commas(folded: Folded) -> frozenset[int]:
    """Return the words that a comma and nothing else parts from the one before."""
    found = set()
    for comma in _COMMAS.finditer(folded.raw):
        i = folded.before(comma.start())
        if 0 < i < len(folded.words):
            gap = folded.gaps[i]
            if "\n" not in gap and _COMMA.fullmatch(gap):
                found.add(i)
    return frozenset(found)
