"""Drops the copies that a person ruled to be none, and says so wherever two tellings stay apart for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from takhrij.link.standing import reason, shared, standing
from takhrij.records import Copy, Judgement, Span, Why

_MOSTLY: Final = 0.5
"""Share of the shorter of passage and place that both must have."""


class Uncopied:
    """The pairs of passages that people ruled to be no copies."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self._pairs = [
            (judgement.left, judgement.right, judgement)
            for judgement, status in standing(judgements, "copy")
            if status is None and judgement.right
        ]

    def __bool__(self) -> bool:
        """Whether anybody ruled so at all."""
        return bool(self._pairs)

    def without(self, copies: Iterable[Copy]) -> tuple[Copy, ...]:
        """Return the copies but those that a person ruled to be none."""
        return tuple(copy for copy in copies if not self.why(copy.left, copy.right))

    def why(self, one: Span, other: Span) -> tuple[Why, ...]:
        """Return why words at two places are no copy of one another; empty where nobody ruled so."""
        for left, right, judgement in self._pairs:
            for a, b in ((one, other), (other, one)):
                if shared(a, left) >= _MOSTLY and shared(b, right) >= _MOSTLY:
                    return (reason(judgement),)
        return ()
