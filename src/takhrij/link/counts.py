"""What two tellings count: whether their numbers agree, differ, or are one misprinted."""

from __future__ import annotations

from takhrij.link.tellings import Telling


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
