"""Finds the phrases of a list in a folded text, at word borders, also behind clitics.

A dictionary from first words to whole phrases: one look-up a word and prefix, whatever the size of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from takhrij.lang.tables import Clitic
from takhrij.text import Folded, fold, fold_text

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


class Lexicon(Generic[T]):
    """Phrases with what they stand for. Build once, use for all pages."""

    __slots__ = ("_phrases", "_prefixes")

    def __init__(self, entries: Iterable[tuple[str, T]], clitics: Iterable[Clitic]) -> None:
        phrases: dict[str, dict[tuple[str, ...], T]] = {}
        for phrase, entry in entries:
            words = [w.text for w in fold(phrase).words]
            if words:
                phrases.setdefault(words[0], {}).setdefault(tuple(words[1:]), entry)
        self._phrases = {
            first: sorted(rest.items(), key=lambda item: -len(item[0])) for first, rest in phrases.items()
        }
        self._prefixes: dict[str, list[tuple[str, str]]] = {}
        for clitic in clitics:
            prefix = fold_text(clitic.prefix)
            self._prefixes.setdefault(prefix[0], []).append((prefix, fold_text(clitic.restores)))

    def at(self, folded: Folded, i: int, *, clitics: bool = True) -> Hit[T] | None:
        """Return the longest phrase that begins at word `i`, the shortest clitic first; None if there is none."""
        word = folded.words[i]
        if (hit := self._match(folded, i, word.text, "")) or not clitics:
            return hit
        hits = [
            hit
            for prefix, restores in self._prefixes.get(word.text[0], ())
            if word.text.startswith(prefix) and len(word.text) > len(prefix) + 1
            if (hit := self._match(folded, i, restores + word.text[len(prefix) :], prefix, bool(restores)))
        ]
        return max(hits, key=lambda h: (h.last, -len(h.prefix)), default=None)

    def find(self, folded: Folded, words: range | None = None, *, clitics: bool = True) -> Iterator[Hit[T]]:
        """Yield the leftmost longest hits among `words` (all, by default), none overlapping another."""
        words = range(len(folded.words)) if words is None else words
        i = words.start
        while i < words.stop:
            hit = self.at(folded, i, clitics=clitics)
            if hit and hit.last <= words.stop:
                yield hit
                i = hit.last
            else:
                i += 1

    def _match(self, folded: Folded, i: int, first: str, prefix: str, restored: bool = False) -> Hit[T] | None:
        for rest, entry in self._phrases.get(first, ()):
            last = i + 1 + len(rest)
            if all(i + 1 + k < len(folded.words) and folded.words[i + 1 + k].text == w for k, w in enumerate(rest)):
                start = folded.offset(
                    folded.words[i].at + len(prefix) - restored
                )  # لل: the second letter is the article's
                return Hit(i, last, start, folded.words[last - 1].end, entry, prefix)
        return None
