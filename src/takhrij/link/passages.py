"""The body of one article as a row of folded words, and how two such rows are aligned."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from zlib import crc32

from takhrij.records import Analysis, Article, Sentence, Span
from takhrij.text import fold, fold_text, words_of

SHINGLE: Final = 5
"""Words in a shingle. One changed word spoils five shingles, so shorter ones survive editing better; below five,
stock phrases of two unrelated articles meet."""
WINDOW: Final = 6
"""Shingles of which one is kept. A run of SHINGLE + WINDOW - 1 = 10 equal words always shares a kept one."""
_HOP: Final = 8
"""Words that may be replaced, dropped or put in between two equal runs of one passage: a clause."""
_FOOT: Final = 3
"""Equal words that a hop must land on: two are often function words."""
_STUB: Final = 4
"""Words that may be left between a passage and its sentence's edge on both pages for the whole sentence to be copied:
a changed verb stands there, or another word near it, and too few equal ones to land on."""
_SKIP_COST: Final = 0.6
"""What a word that is not shared costs where a shared one earns 1. Passages edited more than that fall apart."""


class Row(NamedTuple):
    """An article's words, as hashes. `begins[i]` is the index of the first word of `sentences[i]`."""

    page: str
    url: str
    article: Article
    sentences: tuple[Sentence, ...]
    words: array[int]
    begins: tuple[int, ...]
    names: tuple[Span, ...]

    def span(self, first: int, end: int) -> Span:
        """Return the characters from the start of word `first` to the end of word `end - 1`."""
        return Span(page=self.page, start=self._place(first)[0], end=self._place(end - 1)[1])

    def pieces(self, span: Span) -> Iterator[str]:
        """Yield the original text within `span`, sentence by sentence."""
        for sentence in self.sentences:
            at = sentence.span.start
            if at < span.end and sentence.span.end > span.start:
                yield sentence.text[max(span.start - at, 0) : span.end - at]

    def stub(self, first: int, end: int) -> tuple[int, int]:
        """Return how many of the words `first` to `end` stand before the first sentence end, and after the last."""
        i = bisect_right(self.begins, first)
        j = bisect_right(self.begins, end - 1) - 1
        before = self.begins[i] - first if i < len(self.begins) and self.begins[i] < end else 0
        return before, end - self.begins[j] if self.begins[j] > first else 0

    def short(self, first: int, end: int) -> tuple[int, int]:
        """Return how many words the words `first` to `end` leave out of the sentences that they begin and end in."""
        i, j = bisect_right(self.begins, first) - 1, bisect_right(self.begins, end - 1)
        return first - self.begins[i], (self.begins[j] if j < len(self.begins) else len(self.words)) - end

    def _place(self, word: int) -> tuple[int, int]:
        i = bisect_right(self.begins, word) - 1
        found = fold(self.sentences[i].text).words[word - self.begins[i]]
        offset = self.sentences[i].span.start
        return offset + found.start, offset + found.end


class Run(NamedTuple):
    """Words `left` to `left_end` of one row and `right` to `right_end` of another, of which `shared` are equal."""

    left: int
    left_end: int
    right: int
    right_end: int
    shared: int

    @property
    def score(self) -> float:
        """The share of words in common, of both sides together."""
        return 2 * self.shared / (self.left_end - self.left + self.right_end - self.right)


def rows(analysis: Analysis) -> Iterator[Row]:
    """Yield a row for every article that has sentences, in the page's order."""
    names = tuple(sorted(mention.span for mention in analysis.mentions))
    for article in analysis.articles:
        sentences = tuple(s for s in analysis.sentences if s.article == article.id)
        words: array[int] = array("I")
        begins = []
        for line in fold_text("\n".join(s.text for s in sentences)).split("\n"):  # no sentence holds a line end
            begins.append(len(words))
            words.extend([crc32(word.encode()) for word in words_of(line)])
        if words:
            yield Row(analysis.page, analysis.url, article, sentences, words, tuple(begins), names)


def kept(words: array[int]) -> Iterator[tuple[int, int]]:
    """Yield (hash, position) of the winnowed shingles of `words`, left to right, each once.

    Of every WINDOW shingles in a row the one with the least hash is kept, the rightmost of equals (Schleimer,
    Wilkerson and Aiken 2003).
    """
    raw = memoryview(words.tobytes())
    size = words.itemsize
    hashes = [crc32(raw[i * size : (i + SHINGLE) * size]) for i in range(len(words) - SHINGLE + 1)]
    if not hashes:
        return
    least = -1
    for end in range(min(WINDOW, len(hashes)), len(hashes) + 1):
        begin = max(end - WINDOW, 0)
        if least < begin:
            window = hashes[begin:end]
            least = end - 1 - window[::-1].index(min(window))
            yield hashes[least], least
        elif hashes[end - 1] <= hashes[least]:
            least = end - 1
            yield hashes[least], least


def aligned(left: array[int], right: array[int], seeds: Iterable[tuple[int, int]]) -> Iterator[Run]:
    """Yield the passages that two rows share, by place, none within another.

    Each grows from a seed, a pair of positions with an equal shingle: over equal words, and over small
    differences as long as what follows pays for them.
    """
    found: list[Run] = []
    for i, j in sorted(seeds):
        inside = any(r.left <= i < r.left_end and r.right <= j < r.right_end for r in found)
        if inside or left[i : i + SHINGLE] != right[j : j + SHINGLE]:
            continue
        ahead, behind = _grow(left, right, (i, j), 1), _grow(left, right, (i - 1, j - 1), -1)
        run = Run(i - behind[0], i + ahead[0], j - behind[1], j + ahead[1], ahead[2] + behind[2])
        found = [r for r in found if not _within(r, run)]
        if not any(_within(run, r) for r in found):
            found.append(run)
    yield from sorted(found)


def trimmed(run: Run, left: Row, right: Row) -> Run:
    """Return `run` without one or two words beyond a sentence's end on both sides: they are equal by chance."""
    (a, b), (c, d) = left.stub(run.left, run.left_end), right.stub(run.right, run.right_end)
    head, tail = (a if 0 < a == c < _FOOT else 0), (b if 0 < b == d < _FOOT else 0)
    return Run(run.left + head, run.left_end - tail, run.right + head, run.right_end - tail, run.shared - head - tail)


def completed(run: Run, left: Row, right: Row) -> Run:
    """Return `run` with the words up to its sentences' edges, where there are some on both pages, and few.

    Words on one page alone were put in there, or belong to what stands before.
    """
    (a, b), (c, d) = left.short(run.left, run.left_end), right.short(run.right, run.right_end)
    head, tail = min(a, c) > 0 and max(a, c) <= _STUB, min(b, d) > 0 and max(b, d) <= _STUB
    first = (run.left - a, run.right - c) if head else (run.left, run.right)
    end = (run.left_end + b, run.right_end + d) if tail else (run.left_end, run.right_end)
    return Run(first[0], end[0], first[1], end[1], run.shared)


def _within(run: Run, other: Run) -> bool:
    return (
        other.left <= run.left
        and run.left_end <= other.left_end
        and other.right <= run.right
        and run.right_end <= other.right_end
    )


def _grow(left: array[int], right: array[int], at: tuple[int, int], step: int) -> tuple[int, int, int]:
    """Return what a passage gains from `at` in direction `step`: words of either side, equal words.

    `at` itself is the first word looked at.
    """
    i, j = at
    shared = 0
    value = best = 0.0
    gained = (0, 0, 0)
    while True:
        while 0 <= i < len(left) and 0 <= j < len(right) and left[i] == right[j]:
            i, j, shared, value = i + step, j + step, shared + 1, value + 1
        if value > best:
            best, gained = value, (abs(i - at[0]), abs(j - at[1]), shared)
        hop = _hop(left, right, (i, j), step)
        if hop is None:
            return gained
        value -= _SKIP_COST * max(hop)
        if value < best - _HOP:
            return gained
        i, j = i + step * hop[0], j + step * hop[1]


def _hop(left: array[int], right: array[int], at: tuple[int, int], step: int) -> tuple[int, int] | None:
    """Return how many words to leave out of either side to come upon equal words again; None if too many."""
    where: dict[int, list[int]] = {}
    for b in range(_HOP + 1):
        j = at[1] + step * b
        if 0 <= j < len(right):
            where.setdefault(right[j], []).append(b)
    fewest: tuple[int, int] | None = None
    for a in range(_HOP + 1):
        i = at[0] + step * a
        for b in where.get(left[i], ()) if 0 <= i < len(left) else ():
            if (fewest is None or a + b < sum(fewest)) and _lands(left, right, i, at[1] + step * b, step):
                fewest = a, b
    return fewest


def _lands(left: array[int], right: array[int], i: int, j: int, step: int) -> bool:
    last_i, last_j = i + step * (_FOOT - 1), j + step * (_FOOT - 1)
    if min(i, j, last_i, last_j) < 0 or max(i, last_i) >= len(left) or max(j, last_j) >= len(right):
        return False
    return all(left[i + step * n] == right[j + step * n] for n in range(_FOOT))
