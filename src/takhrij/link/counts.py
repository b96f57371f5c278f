"""What two tellings count: whether their numbers agree, differ, or are one misprinted."""

from __future__ import annotations

from typing import Final

from takhrij.link.tellings import Telling
from takhrij.link.wording import shared

_PRECISE: Final = 10
_HUNDREDS: Final = 100
"""From this on a number that is not round is rarely another toll's too, and from this on never in a story's time."""
_TOLD: Final = 3.0
_TOLD_SMALL: Final = 4.0
_TOLD_SURELY: Final = 4
"""Evidence beside and with a toll that makes two happenings one, whatever their words; with none but small or round
tolls; and of the tolls alone, whatever the day."""


def numbers_agree(left: Telling, right: Telling) -> bool:
    """Whether no number of one event contradicts the other's number of the same.

    Hedged ones contradict nothing, but for one that has the other's hedge and its digits in another order.
    """
    for of, value, mod, _ in left.counts:
        others = [(v, m) for o, v, m, _ in right.counts if o == of]
        slips = bool(mod) and any(m == mod and flipped(f"{v:g}", f"{value:g}") for v, m in others)
        if others and not any(v == value or ((mod or m) and not slips) for v, m in others):
            return False
    return True


def flipped(a: str, b: str) -> bool:
    """Whether two numbers are of the same digits in another order: right-to-left text flips them in passing."""
    return a != b and len(a) > 1 and sorted(a) == sorted(b)


def misprinted(left: Telling, right: Telling) -> bool:
    """Whether one of several numbers alone differs, and only in the order of its digits."""
    here, there = left.numbers - right.numbers, right.numbers - left.numbers
    return len(here) == len(there) == 1 and flipped(min(here), min(there))


def tolls(telling: Telling) -> set[tuple[str, float]]:
    """Return what an event counts, and how many: one is as often a word for somebody."""
    return {(of, value) for of, value, _, _ in telling.counts if value > 1}


def weight(value: float) -> int:
    """Return how much it says that two count so many alike."""
    if value % _PRECISE == 0 or value < _PRECISE:
        return 1
    return 3 if value >= _HUNDREDS else 2


def one_toll(left: Telling, right: Telling, *, timed: bool) -> bool:
    """Whether two happenings are one by what they count, and by what else they share: place, day, words.

    Papers that tell of an attack in words of their own have its dead and hurt in common, and little else. `timed`: it
    is known that they are of one time.
    """
    weights = [weight(value) for _, value in tolls(left) & tolls(right)]
    total = sum(weights)
    if total <= 1 or not (timed or total >= _TOLD_SURELY):
        return False
    same_day = left.when is not None and left.when == right.when and left.when.grain == "day"
    beside = len(left.places & right.places) + same_day + (left.mode == right.mode != "") / 2
    wanted = (_TOLD if max(weights) > 1 else _TOLD_SMALL) - total - beside
    return wanted <= 0 or (
        min(len(left.details), len(right.details)) >= wanted and shared(left.details, right.details) >= wanted
    )
