"""What a learned tagger sees of a word: its letters, what the lists know, what the rules read, what is beside it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from takhrij.analyse.clitics import splitter
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.knowledge import Knowledge
from takhrij.records import Mention
from takhrij.text import Word

_REACH: Final = 2
"""Words on either side whose letters are seen; what the lists and the rules say is seen one word away."""
_AFFIX: Final = 4
"""Letters of the longest beginning and ending that is seen."""


class Seen:
    """The words of one page, with what is known of each."""

    __slots__ = ("_counts", "_elsewhere", "_known", "_ruled", "_split", "_t")

    def __init__(self, t: Tagged, mentions: Iterable[Mention], knowledge: Knowledge) -> None:
        self._t = t
        self._counts = knowledge.built(_counts)
        self._split = splitter(t.folded, knowledge)
        self._ruled = [""] * len(t.words)
        self._elsewhere: defaultdict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            self._mark(mention.span.start, mention.span.end, mention.kind, mention.why[0].rule)
            for role in mention.roles:
                self._mark(role.span.start, role.span.end, "role", "")
        self._known = [self._facts(i) for i in range(len(t.words))]

    def of(self, words: range) -> list[list[str]]:
        """Return the features of the words of one line, in order."""
        folded = [self._t.words[i].text for i in words]
        bare = [self._split(word).stem for word in folded]
        return [self._one(k, words, folded, bare) for k in range(len(words))]

    def _mark(self, start: int, end: int, kind: str, rule: str) -> None:
        """Note what the rules read at the words of a mention; of a role only where nothing else stands."""
        words = self._t.folded.between(start, end)
        if words.start and self._t.words[words.start - 1].end > start:
            words = range(words.start - 1, words.stop)  # behind a clitic
        for i in words:
            if not (self._ruled[i] and kind == "role"):
                place = "B" if i == words.start else "I"
                self._ruled[i] = f"{place}{'E' if i + 1 == words.stop else ''}-{kind}-{rule}"
            if kind != "role":
                self._elsewhere[self._t.words[i].text].add(kind)

    def _facts(self, i: int) -> list[str]:
        """Return what the lists know of word `i`, by itself and as the begin of a phrase."""
        t, book = self._t, self._t.book
        word = t.words[i].text
        found = [f"rule={self._ruled[i] or '-'}", f"gap={_gap(t, i)}"]
        hit = t.hit(i)
        if hit:
            found += [f"fact={kind}" for kind in hit.entry]
            found.append(f"clitic={hit.prefix}")
        found += [f"entry={kind}" for kind in t.entry(word)]
        for name, count in (("given", book.bearers(word)), ("part", book.parts.get(word, 0))):
            if count:
                found.append(f"{name}={int(math.log2(count + 1))}")
        flags = (
            ("foreign", word in book.foreign),
            ("family", word in book.families),
            ("stop", t.stop(i)),
            ("ordinary", book.ordinary[word]),
            ("inside", word in book.particles["inside"]),
            ("said", word in book.sayings),
            ("quoted", t.quoted(i)),
        )
        found += [name for name, is_so in flags if is_so]
        found.append(f"count={self._counts.get(word, 0)}")
        found += [f"page={kind}" for kind in sorted(self._elsewhere.get(word, ()))]
        return found

    def _one(self, k: int, words: range, folded: Sequence[str], bare: Sequence[str]) -> list[str]:
        word = folded[k]
        found = ["bias", f"w={word}", f"bare={bare[k]}", f"length={min(len(word), 8)}"]
        for size in range(1, _AFFIX + 1):
            found += [f"p={word[:size]}", f"s={word[-size:]}"]
        found += _shape(self._t.words[words[k]])
        found += self._known[words[k]]
        for step in range(-_REACH, _REACH + 1):
            at = k + step
            if step and 0 <= at < len(words):
                found.append(f"{step}w={folded[at]}")
                if abs(step) == 1:
                    found.append(f"{step}bare={bare[at]}")
                    found += [f"{step}{fact}" for fact in self._known[words[at]]]
                else:
                    found.append(f"{step}{self._known[words[at]][0]}")
            elif step:
                found.append(f"{step}w=-")
        if k:
            found.append(f"pair={folded[k - 1]} {word}")
        return found


def _gap(t: Tagged, i: int) -> str:
    """Return what parts word `i` from the one before: its first sign that is no white space."""
    if not i:
        return "^"
    gap = t.folded.gap(i - 1, i)
    return "^" if "\n" in gap else gap.strip()[:1]


def _shape(word: Word) -> list[str]:
    return [
        name
        for name, is_so in (
            ("digits", word.text[0].isdigit()),
            ("latin", word.text.isascii() and word.text[0].isalpha()),
            ("article", word.text.startswith("ال")),
        )
        if is_so
    ]


def _counts(knowledge: Knowledge) -> dict[str, int]:
    """Build the band of how often a word occurs, by word."""
    return {word: row.least for row in knowledge.language.vocabulary for word in row.words}
