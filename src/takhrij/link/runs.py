"""What two sentences have in common word by word, in one order: signs that one was written from the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_RUN: Final = 6
"""Words one behind the other, names apart, that two who write of one thing hardly ever choose alike."""
_LONG_RUN: Final = 8
"""Words one behind the other that one who writes of it by himself does not choose alike where all write of one story
and of what it names."""
_IN_ORDER: Final = (8, 0.45, 0.3)
_IN_ORDER_SAID: Final = (6, 0.65, 0.35)
"""Words in one order, and their shares of the shorter sentence and of the longer, that make one the other lightly
edited; and that do where they tell what somebody says: of what happens too much is told in forms of words ("had a
telephone conversation with ... on ...")."""

_REMARK: Final = ((9, 0.55, 5), (7, 0.65, 1))
"""Words in one order, their share of the shorter sentence, and how many of them one behind the other, that make two
sentences one where both quote one speaker: a statement handed out, or one agency's translation of it."""


def one_hand(some: Sequence[Sequence[str]], others: Sequence[Sequence[str]], *, said: bool) -> bool:
    """Whether any of some sentences has so much of any of the others that one hand wrote both.

    A sentence is its words, an empty one for each of a name or time. These and numbers all write alike.
    """
    return any(_of_one_hand(left, right, said=said) for left in some for right in others)


def one_run(some: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> bool:
    """Whether any of some sentences has so many words, one behind the other, of any of the others."""
    return any(_long_run(left, right) for left in some for right in others)


def one_remark(some: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> bool:
    """Whether any of some sentences that quote a speaker has his words as any of the others has them."""
    return any(_one_remark(left, right) for left in some for right in others)


def _one_remark(left: Sequence[str], right: Sequence[str]) -> bool:
    common = {word for word in {*left}.intersection(right) if word}
    if len(common) < min(least for least, _, _ in _REMARK):
        return False
    ours, theirs = ([word if word in common else "" for word in words] for words in (left, right))
    told = in_order([w for w in ours if w], [w for w in theirs if w])
    shorter = min(sum(map(bool, words)) for words in (left, right))
    run = longest(ours, theirs)
    return any(told >= max(least, share * shorter) and run >= behind for least, share, behind in _REMARK)


def _long_run(left: Sequence[str], right: Sequence[str]) -> bool:
    common = _common(left, right)
    return len(common) >= _LONG_RUN and longest(*_kept(common, left, right)) >= _LONG_RUN


def _common(left: Sequence[str], right: Sequence[str]) -> set[str]:
    """Return the words that two sentences share, no names and no numbers."""
    return {word for word in {*left}.intersection(right) if word and not word.isdigit()}


def _kept(common: set[str], left: Sequence[str], right: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return two sentences with all words but the common ones left empty."""
    return [word if word in common else "" for word in left], [word if word in common else "" for word in right]


def _of_one_hand(left: Sequence[str], right: Sequence[str], *, said: bool) -> bool:
    common = _common(left, right)
    if len(common) < _IN_ORDER_SAID[0]:
        return False
    ours, theirs = _kept(common, left, right)
    shorter, longer = sorted(sum(bool(w) and not w.isdigit() for w in words) for words in (left, right))
    if len(common) >= _RUN and longest(ours, theirs) >= _RUN:
        return True
    forms = (_IN_ORDER, _IN_ORDER_SAID) if said else (_IN_ORDER,)
    wanted = min(max(least, share * shorter, rest * longer) for least, share, rest in forms)
    return len(common) >= wanted and in_order([w for w in ours if w], [w for w in theirs if w]) >= wanted


def longest(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words, one behind the other, two sentences have in common at most."""
    best = 0
    before: dict[int, int] = {}
    at = _places(right)
    for word in left:
        before = {j: before.get(j - 1, 0) + 1 for j in at.get(word, ())}
        best = max(best, *before.values(), 0)
    return best


def in_order(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words two sentences have in common in one order, whatever stands between them."""
    before = [0] * (len(right) + 1)
    for word in left:
        here = [0]
        for j, other in enumerate(right):
            here.append(before[j] + 1 if word and word == other else max(before[j + 1], here[j]))
        before = here
    return before[-1]


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for j, word in enumerate(words):
        if word:
            found.setdefault(word, []).append(j)
    return found
