"""Whether those who act in one event, or are done to, may be those of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from takhrij.link.who import Who

_BY_NAME: Final = 0.9
"""Evidence of a party that is named by a part of the other's name: less than a sure one, more than none."""


def cover(left: Sequence[Who], right: Sequence[Who]) -> float | None:
    """Return 1 for each of the shorter list who is in the longer, less if he may be; None if one is not.

    Those of whom it is not known who they are count for nothing either way.
    """
    if not left or not right:
        return 0.0
    few, many = (left, right) if _known(left) <= _known(right) else (right, left)
    total = 0.0
    for one in few:
        if any(one.same(other) for other in many):
            total += 1
        elif any(one.akin(other) for other in many):
            total += 0.5
        elif not one.known or not any(other.known for other in many):
            total += _BY_NAME if any(_called(one, other) for other in many) else 0
        else:
            return None
    return total


def _known(parties: Sequence[Who]) -> int:
    return sum(who.known for who in parties)


def _called(one: Who, other: Who) -> bool:
    """Whether one of two is named by a part of the other's name only (a surname)."""
    return bool(one.words and other.words) and (one.words <= other.words or other.words <= one.words)
