"""How many words two passages share when forms of one word count as one. Knows no language: compares letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Final, NamedTuple

_LEAST_STEM: Final = 4
"""Letters that two forms of one word begin with alike (سيادة، سيادتها)."""
_MOST_ENDING: Final = 3
"""Letters that one form may have beyond those; the other may have one (تاء مربوطة، ي)."""
_BARE: Final = 5
"""Letters that a word must have for its first to be taken for a conjunction or preposition (وسيادتها)."""


class Stems(NamedTuple):
    """What the forms of each term of a passage begin with, and of all: it tells how few terms two passages share."""

    each: tuple[frozenset[str], ...]
    together: frozenset[str]


def stems(terms: Collection[str], known: dict[str, frozenset[str]] | None = None) -> Stems:
    """Return the stems of `terms`; a number, which has no forms, stands for itself. `known` keeps those of a term."""
    known = {} if known is None else known
    for term in terms:
        if term not in known:
            known[term] = frozenset(form[:_LEAST_STEM] for form in _forms(term)) or frozenset((term,))
    each = tuple(known[term] for term in sorted(terms))
    return Stems(each, frozenset().union(*each))


def at_most(left: Stems, right: Stems) -> int:
    """Return a number that `shared` of the two passages' terms does not exceed, found much faster."""
    few, many = (left, right) if len(left.each) <= len(right.each) else (right, left)
    return sum(not some.isdisjoint(many.together) for some in few.each)


def also(left: Collection[str], ours: Stems, right: Collection[str], theirs: Stems) -> frozenset[str]:
    """Return the terms of `left` that the other passage has, in this or another form; each with its stems."""
    maybe = (t for t, some in zip(sorted(left), ours.each, strict=True) if not some.isdisjoint(theirs.together))
    return frozenset(term for term in maybe if shared((term,), right))


def shared(left: Collection[str], right: Collection[str]) -> int:
    """Return how many terms two passages share, two forms of one word counted as one."""
    left, right = set(left), set(right)
    exact = left & right
    count = len(exact)
    if len(left) == count or len(right) == count:
        return count
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    for term in sorted(right - exact):
        for form in _forms(term):
            by_stem[form[:_LEAST_STEM]].append(term)
    used: set[str] = set()
    for term in sorted(left - exact):
        near = (other for form in _forms(term) for other in by_stem.get(form[:_LEAST_STEM], ()))
        match = next((other for other in near if other not in used and _one_word(term, other)), None)
        if match:
            used.add(match)
            count += 1
    return count


def _forms(term: str) -> tuple[str, ...]:
    """Return the term, and what is left without its first letter; nothing for numbers, which have no forms."""
    if term[0].isdigit():
        return ()
    return (term, term[1:]) if len(term) > _BARE else (term,)


def _one_word(a: str, b: str) -> bool:
    """Whether two terms are forms of one word, one of them perhaps behind a letter that belongs to no word."""
    return any(
        _one_stem(form, other)
        for form in _forms(a)
        for other in _forms(b)
        if len(form) == len(a) or len(other) == len(b)
    )


def _one_stem(a: str, b: str) -> bool:
    most = min(len(a), len(b))
    prefix = _LEAST_STEM
    if most < prefix or a[:prefix] != b[:prefix]:
        return False
    while prefix < most and a[prefix] == b[prefix]:
        prefix += 1
    return min(len(a), len(b)) - prefix <= 1 and max(len(a), len(b)) - prefix <= _MOST_ENDING
