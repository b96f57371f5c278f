"""One page as the reading of speech sees it: which words name somebody, tell a time, or stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse.holes import Holes
from takhrij.analyse.speech.forms import Forms, forms
from takhrij.analyse.terms import normaliser
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Kind, Mention, Span
from takhrij.text import Folded, fold_text

_VERBAL: Final = re.compile(r"(?:ا|ان|است)[^ا]{2,3}ا[^هي](?:ه|ها|هم|هما)?|ت[^ا]{2}ي[^ا](?:ه|ها|هم|هما)?")
"""Folded shapes of verbal nouns that no other word has (إخلاء، استقبال، تنفيذ)."""

_UNMARKED: Final = dict.fromkeys(map(ord, '"“”«»„\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652'))
_RANKS: Final = 3
"""Words of a rank between a title and a name (الفريق الركن الدكتور)."""


class Party(NamedTuple):
    """Words `first` to `last` (half-open) name somebody who may speak; `mention` is None where only the words tell.

    `lead` is the first word without the clitics and the article: what a later "the same" (المصدر) points back by.
    """

    first: int
    last: int
    name: str
    kind: Kind
    mention: Mention | None
    lead: str


class Scene:
    """Look-ups over one page by word index."""

    __slots__ = (
        "_first",
        "_gaps",
        "_particles",
        "_party",
        "_refers",
        "_states",
        "_texts",
        "folded",
        "forms",
        "holes",
        "knowledge",
        "members",
        "normal",
        "page",
        "raw",
        "timed",
        "words",
    )

    def __init__(self, page: str, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> None:
        self.page = page
        self.folded, self.raw, self.words = folded, folded.raw, folded.words
        self.knowledge = knowledge
        self.forms: Forms = knowledge.built(forms)
        self._texts, self._particles = folded.texts, self.forms.particles
        self.normal = normaliser(folded, knowledge)
        self._gaps = folded.gaps
        self.holes = Holes(sofar.holes)
        self.timed: dict[int, str] = {}
        for time in sofar.times:
            for i in folded.between(time.span.start, time.span.end):
                self.timed[i] = time.id
        self.members: dict[int, Party] = {}
        self._party: dict[int, Party] = {}
        self._refers = {mention.id: mention.refers for mention in sofar.mentions}
        self._states: dict[str, set[str]] = {}
        for mention in sofar.mentions:
            self._add(mention)
            self._states.setdefault(mention.refers, set()).update(_states_of(mention))
        self._first = sorted(self._party)

    def party(self, i: int) -> Party | None:
        """Return the party whose words, title included, begin at word `i`."""
        return self._party.get(i)

    def states(self, mention: str) -> frozenset[str]:
        """Return the states that a mention belongs to, as far as the page tells of whom it names anywhere."""
        return frozenset(self._states.get(self._refers.get(mention, ""), ()))

    def parties(self, words: range) -> Iterator[Party]:
        """Yield the parties that begin among `words`, left to right, none overlapping another."""
        past = words.start
        for i in self._first[bisect_left(self._first, words.start) : bisect_left(self._first, words.stop)]:
            if i >= past:
                yield self._party[i]
                past = self._party[i].last

    def is_a(self, i: int, *kinds: str) -> bool:
        """Whether word `i` is a particle of one of `kinds`, and part of no name."""
        return i not in self.members and self.word_is(i, *kinds)

    def word_is(self, i: int, *kinds: str) -> bool:
        """Whether word `i` is a particle of one of `kinds`, in a name or not; False where there is no such word."""
        if not 0 <= i < len(self._texts):
            return False
        word = self._texts[i]
        found = self._particles.get(word)
        if not found and word[0] == "و" and "relative" in kinds:
            found = self.forms.particles.get(word[1:])
        return found is not None and not found.isdisjoint(kinds)

    def prefixed(self, i: int) -> bool:
        """Whether word `i` begins with a preposition of one letter and not with a letter of its own."""
        word = self.words[i].text
        if word[0] not in "بلك" or self.is_a(i, "adverb", "preposition", "inner", "that", "whole"):
            return False
        if (party := self.members.get(i)) and party.first < i:
            return False
        counts = self.forms.counts
        stem = "ال" + word[2:] if word.startswith("لل") else word[1:]
        alone = counts.get(stem, 0) + counts.get("ال" + stem, 0)
        if not alone and word[0] == "ب" and word not in counts and _VERBAL.fullmatch(stem):
            return True
        return alone > counts.get(word, 0) * 0.3 or stem.startswith("ال")

    def lost_between(self, i: int, j: int) -> bool:
        """Whether a name was dropped from the page between words `i` and `j`."""
        return i < j < len(self.words) and self.holes.between(self.words[i].end, self.words[j].start)

    def gap(self, i: int) -> str:
        """Return the characters between word `i` and the word before it; behind the last word, what is left."""
        if i >= len(self.words):
            return self.raw[self.words[-1].end :] if self.words else ""
        return self._gaps[i]

    def marked(self, i: int, marks: str) -> bool:
        """Whether one of `marks` stands between word `i` and the word before it."""
        gap = self.gap(i)
        return gap != " " and any(mark in gap for mark in marks)

    def name(self, first: int, last: int) -> str:
        """Return the original words `first` to `last`, torn ones whole, without quotation marks and vowel marks."""
        text = self.folded.spaced(self.words[first].start, self.words[last - 1].end)
        return " ".join(text.translate(_UNMARKED).split())

    def _add(self, mention: Mention) -> None:
        spans = [mention.span, *(role.span for role in mention.roles if role.span.page == self.page)]
        near = _cluster(self.raw, mention, spans, self.knowledge.built(_ranks))
        inside = range(self.index(near[0]), self.folded.before(near[1]))
        if not inside:
            return
        lead = lead_of(self.words[inside.start].text)
        party = Party(inside.start, inside.stop, mention.name, mention.kind, mention, lead)
        self._party.setdefault(inside.start, party)
        for i in inside:
            self.members[i] = party

    def index(self, offset: int) -> int:
        """Return the word that `offset` lies in or before."""
        i = self.folded.before(offset)
        return i - 1 if i and self.words[i - 1].end > offset else i


def _states_of(mention: Mention) -> Iterator[str]:
    """Yield the states that a mention and its roles tell."""
    yield from (state for state in (mention.state, *(role.state for role in mention.roles)) if state)


def lead_of(word: str) -> str:
    """Return a folded head noun without clitics and article."""
    for prefix in ("وال", "فال", "بال", "لل", "ال"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word


def _cluster(raw: str, mention: Mention, spans: list[Span], ranks: frozenset[str]) -> tuple[int, int]:
    """Return the stretch of a mention with those of its titles that touch it, but for white space, commas, marks.

    A rank may stand between a title and its bearer's name (المتحدث باسم الشرطة العقيد سمير حداد).
    """
    start, end = mention.span.start, mention.span.end
    for span in sorted(spans, key=lambda s: -s.end):
        if span.end <= start and (_touch(raw[span.end : start]) or _are_ranks(raw[span.end : start], ranks)):
            start = span.start
    for span in sorted(spans):
        if span.start >= end and _touch(raw[end : span.start]):
            end = span.end
    return start, end


def _are_ranks(between: str, ranks: frozenset[str]) -> bool:
    """Whether nothing but a rank or two, and the nationality of their bearer, stands between two phrases."""
    words = between.split()
    if not 0 < len(words) <= _RANKS or fold_text(words[0]) not in ranks:
        return False
    return all(fold_text(word) in ranks or (word.startswith("ال") and word.endswith(("ي", "ية"))) for word in words)


def _ranks(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded forms of ranks."""
    titles = (row for row in knowledge.language.titles if row.kind == "rank")
    return frozenset(fold_text(word) for row in titles for form in (row.title, *row.forms) for word in form.split())


def _touch(between: str) -> bool:
    return len(between) <= 4 and not between.strip(' \u00a0،,"“”«»()-\u200f')
