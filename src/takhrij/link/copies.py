"""Passages that two pages share word for word, or lightly edited.

Pages meet where they share a winnowed shingle; what they share is then aligned word by word. Lists of names,
rows of figures and stock phrases are no copies, nor are two versions of one URL. Who had it first: `order`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.link.keys import Key
from takhrij.link.order import credited, newsroom
from takhrij.link.passages import Row, Run, aligned, completed, kept, rows, trimmed
from takhrij.link.uncopied import Uncopied
from takhrij.records import Analysis, Copy, Links, Span, Why

ALONE: Final = ()
"""A shingle that stands on one page is no copy."""
MIN_WORDS: Final = 12
"""Fewest equal words that count as copied: fewer, and titles of office, blessings and datelines join strangers."""
MIN_SCORE: Final = 0.6
"""Least share of words in common; below it two reports merely tell the same in like words."""
COMMON: Final = 6
"""A shingle of more articles than this may be a stock phrase: a short passage that is half of such is no copy."""
LONG: Final = 30
"""Equal words from which a passage is a copy however common its parts are: no stock phrase is so long."""
_NEIGHBOURS: Final = 6
"""Members of a large group that each is paired with: keeps a phrase of a thousand pages linear."""
_ALL_PAIRS: Final = 24
"""Members up to which a group is paired in full."""
_MIN_BETWEEN: Final = 3.0
"""Fewest words, on average, between two commas, dashes or figures: lists and tables have fewer."""
_MAX_NAMED: Final = 0.65
"""Largest share of a passage's characters that may be names and titles."""
_LIST: Final = 60
"""Equal words from which even a list is copied: so long a one is not the same by chance."""
_BREAK: Final = re.compile(r"[,،;؛:|/•*_\-–—…]|\d+|\n")


class Member(NamedTuple):
    """A shingle at word `at` of a row."""

    row: Row
    at: int


class Seed(NamedTuple):
    """Two rows that share a shingle, the lesser article first; `commonness` is the number of articles with it."""

    left: Member
    right: Member
    commonness: int


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:  # noqa: ARG001 (every stage has this form)
    """Yield the winnowed shingles of every article, in text order."""
    for row in rows(analysis):
        for value, at in kept(row.words):
            yield Key(f"{value:08x}", Member(row, at))


def join(value: str, members: Sequence[Member]) -> Iterable[Seed]:  # noqa: ARG001 (as above)
    """Yield the pairs of articles of different pages that share one shingle.

    A large group is paired with near neighbours only, in an order that is the same for all its shingles.
    """
    if len(members) < 2:
        return
    first: dict[str, Member] = {}
    for member in members:
        first.setdefault(member.row.article.id, member)
    ordered = [first[article] for article in sorted(first)]
    reach = len(ordered) if len(ordered) <= _ALL_PAIRS else _NEIGHBOURS
    for i, left in enumerate(ordered):
        for right in ordered[i + 1 : i + 1 + reach]:
            if left.row.page != right.row.page and not (left.row.url and left.row.url == right.row.url):
                yield Seed(left, right, len(ordered))


def gather(found: Sequence[Seed], links: Links) -> Links:
    """Add the copies, by place of the left passage, then of the right one."""
    pairs: defaultdict[tuple[str, str], list[Seed]] = defaultdict(list)
    for seed in found:
        pairs[seed.left.row.article.id, seed.right.row.article.id].append(seed)
    copies = [copy for pair in sorted(pairs) for copy in _copies(pairs[pair], links)]
    kept = Uncopied(links.judgements).without(copies)
    return replace(links, copies=tuple(sorted(kept, key=lambda copy: (copy.left, copy.right))))


def _copies(seeds: list[Seed], links: Links) -> Iterator[Copy]:
    left, right = seeds[0].left.row, seeds[0].right.row
    for whole in aligned(left.words, right.words, ((s.left.at, s.right.at) for s in seeds)):
        run = completed(trimmed(whole, left, right), left, right)
        if run.shared < MIN_WORDS or run.score < MIN_SCORE:
            continue
        inside = [
            s for s in seeds if run.left <= s.left.at < run.left_end and run.right <= s.right.at < run.right_end
        ]
        if run.shared < LONG and 2 * sum(seed.commonness > COMMON for seed in inside) >= len(inside):
            continue
        sides = left.span(run.left, run.left_end), right.span(run.right, run.right_end)
        words = run.left_end - run.left, run.right_end - run.right
        if run.shared >= _LIST or (_prose(left, sides[0], words[0]) and _prose(right, sides[1], words[1])):
            yield _copy(left, right, sides, run, links)


def _copy(left: Row, right: Row, sides: tuple[Span, Span], run: Run, links: Links) -> Copy:
    notes = [f"{run.shared} words in common"]
    for one, other in ((left, right), (right, left)):
        if credited(one.article, other.article, links):
            notes.append(f"{one.article.id} credits {newsroom(one.article)}")
    return Copy(
        left=sides[0],
        right=sides[1],
        score=round(run.score, 3),
        why=(Why(rule="copies/shared-words", rests_on=sides, note="; ".join(notes)),),
    )


def _prose(row: Row, span: Span, words: int) -> bool:
    """Whether the `words` words of `span` are running text: no list, no table, no string of names and titles."""
    pieces = list(row.pieces(span))
    breaks = sum(len(_BREAK.findall(piece)) for piece in pieces) + len(pieces) - 1
    if words / (breaks + 1) < _MIN_BETWEEN:
        return False
    return _covered(span, row.names) <= _MAX_NAMED * (span.end - span.start)


def _covered(span: Span, names: Sequence[Span]) -> int:
    """Return how many characters of `span` lie in `names` (sorted; overlaps count once)."""
    total, done = 0, span.start
    for name in names:
        start, end = max(name.start, done), min(name.end, span.end)
        if start < end:
            total += end - start
            done = end
    return total
