"""Finds the phrases of a list in a folded text, at word borders, also behind clitics.

A dictionary from first words to whole phrases: one look-up a word, whatever the size of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from takhrij.lang.perword import PerWord
from takhrij.lang.tables import Clitic
from takhrij.text import Folded, fold_text, fold_words, words_of

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """Words `first` to `last` (half-open) are the phrase of `entry`; `start` and `end` are original offsets.

    `start` stands after the clitics, which are `prefix` ("" if none).
    """

    first: int
    last: int
    start: int
    end: int
    entry: T
    prefix: str


class _Beginning(NamedTuple, Generic[T]):
    """What a word may begin once `prefix` is cut, by the next word of the phrase: "" where it has no more words.

    Of each phrase the words after its first stand there, longest first, with its entry.
    """

    prefix: str
    restored: bool
    phrases: dict[str, list[tuple[list[str], T]]]


class Lexicon(Generic[T]):
    """Phrases with what they stand for. Build once, use for all pages."""

    __slots__ = ("_beginnings", "_phrases", "_prefixes")

    def __init__(self, entries: Iterable[tuple[str, T]], clitics: Iterable[Clitic], *, folded: bool = False) -> None:
        """Make a lexicon of `entries`; `folded` says that their phrases are."""
        phrases: dict[str, dict[tuple[str, ...], T]] = {}
        cut = words_of if folded else fold_words
        for phrase, entry in entries:
            words = cut(phrase)
            if words:
                phrases.setdefault(words[0], {}).setdefault(tuple(words[1:]), entry)
        self._phrases: dict[str, dict[str, list[tuple[list[str], T]]]] = {}
        for first, rests in phrases.items():
            following = self._phrases.setdefault(first, {})
            for rest, entry in sorted(rests.items(), key=lambda item: -len(item[0])):
                following.setdefault(rest[0] if rest else "", []).append((list(rest), entry))
        self._prefixes: dict[str, list[tuple[str, str]]] = {}
        for clitic in clitics:
            prefix = fold_text(clitic.prefix)
            self._prefixes.setdefault(prefix[0], []).append((prefix, fold_text(clitic.restores)))
        self._beginnings = PerWord(self._begun)  # most words begin nothing: that is found out once a word

    def at(self, folded: Folded, i: int, *, clitics: bool = True) -> Hit[T] | None:
        """Return the longest phrase that begins at word `i`, the shortest clitic first; None if there is none."""
        beginnings = self._beginnings[folded.texts[i]]
        if not beginnings:
            return None
        hits = []
        for beginning in beginnings:
            if beginning.prefix and not clitics:
                break
            if hit := self._match(folded, i, beginning):
                if not beginning.prefix:
                    return hit
                hits.append(hit)
        if len(hits) > 1:
            return max(hits, key=lambda h: (h.last, -len(h.prefix)))
        return hits[0] if hits else None

    def begins(self, word: str) -> bool:
        """Whether a phrase may begin with the folded `word`, behind clitics or not: a look before `at`, not kept."""
        return bool(self._begun(word))

    def find(self, folded: Folded, words: range | None = None, *, clitics: bool = True) -> Iterator[Hit[T]]:
        """Yield the leftmost longest hits among `words` (all, by default), none overlapping another."""
        words = range(len(folded.words)) if words is None else words
        begun = map(self._beginnings.__getitem__, folded.texts[words.start : words.stop])
        past = words.start
        for i in compress(words, begun):  # most words begin nothing
            if i < past:
                continue
            hit = self.at(folded, i, clitics=clitics)
            if hit and hit.last <= words.stop:
                yield hit
                past = hit.last

    def _begun(self, word: str) -> tuple[_Beginning[T], ...]:
        """Return what `word` may begin, bare first."""
        found = []
        if phrases := self._phrases.get(word):
            found.append(_Beginning("", False, phrases))
        for prefix, restores in self._prefixes.get(word[0], ()):
            cut = word.startswith(prefix) and len(word) > len(prefix) + 1
            if cut and (phrases := self._phrases.get(restores + word[len(prefix) :])):
                found.append(_Beginning(prefix, bool(restores), phrases))
        return tuple(found)

    def _match(self, folded: Folded, i: int, beginning: _Beginning[T]) -> Hit[T] | None:
        texts, (prefix, restored, phrases) = folded.texts, beginning
        last = i + 1
        following = phrases.get(texts[last], ()) if last < len(texts) else ()
        for rest, entry in following or phrases.get("", ()):
            if texts[last : last + len(rest)] == rest:
                return _hit(folded, i, last + len(rest), entry, prefix, restored=restored)
        if following and "" in phrases:  # the word alone
            return _hit(folded, i, last, phrases[""][0][1], prefix, restored=restored)
        return None


def _hit(folded: Folded, first: int, last: int, entry: T, prefix: str, *, restored: bool) -> Hit[T]:
    cut = len(prefix) - restored  # لل: the second letter is the article's
    start = folded.offset(folded.words[first].at + cut) if cut else folded.words[first].start
    return Hit(first, last, start, folded.words[last - 1].end, entry, prefix)
