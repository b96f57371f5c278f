"""Whether a claim's tellings are sure enough to be of one thing, and far enough apart in words, to be counted as two.

Where little is told, what looks alike is one. In a crowd (a war's daily attacks, a minister's week of remarks) chance
makes two look alike, and everybody prints the agencies' sentences: there more is asked, or fewer are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from takhrij.link.counts import tolls
from takhrij.link.tellings import Telling
from takhrij.link.who import Who
from takhrij.link.wording import shared

_CROWD: Final = 12
"""Claims of one class and party, or of one speaker, from which they are a crowd."""
_SURE: Final = 2.0
"""Evidence that makes two tellings in a crowd surely one: each detail, place, toll, person or day is one."""
_ALIKE: Final = 0.6
_NEARLY_ALL: Final = 0.8
"""Share of the terms of the shorter statement, and of the longer, that speak for one remark, and that prove it."""
_WORDING: Final = (7, 0.9)
_WORDING_IN_A_CROWD: Final = (4, 0.7)
"""Terms, and their share of the shorter telling's, that make two wordings one. Fewer coincide, and below twelve words
no copy is looked for."""
_COMPARED: Final = 12
"""Tellings of an origin that are looked at: keeps a claim of thousands linear."""
_PRECISE: Final = 10
"""From this on a toll that is no round number is rarely another's too."""


class Crowds:
    """How many claims there are of each kind that a telling may be mistaken within."""

    def __init__(self, claims: Collection[Sequence[Telling]]) -> None:
        self._claims = Counter(kind for members in claims for kind in {*_kinds(members)})

    def hold(self, members: Sequence[Telling]) -> bool:
        """Whether a claim is one of a crowd."""
        return any(self._claims[kind] > _CROWD for kind in _kinds(members))


def _kinds(members: Sequence[Telling]) -> Iterator[str]:
    for telling in members:
        if telling.kind == "event":
            parties = {key for who in (*telling.who, *telling.whom) if who.known for key in who.keys}
            yield from (f"{telling.what} {key}" for key in sorted(parties) or [""])
        else:
            yield from (f"said {key}" for key in sorted(telling.who[0].keys if telling.kind == "said" else [""]))


def surely_one(some: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """Whether any of some tellings is for certain of one thing with any of the others."""
    return any(
        (_happening(a, b) if a.kind == "event" else _remark(a, b)) >= _SURE
        for a in some[:_COMPARED]
        for b in others[:_COMPARED]
        if (a.kind == "event") == (b.kind == "event")
    )


def one_wording(left: Telling, right: Telling, *, crowded: bool) -> bool:
    """Whether two tellings have so many terms in common, letter by letter, that their words are from one hand."""
    if left.kind == "event" and not crowded:
        return False
    least, share = _WORDING_IN_A_CROWD if crowded else _WORDING
    return len(left.terms & right.terms) >= max(least, share * min(len(left.terms), len(right.terms)))


def _happening(left: Telling, right: Telling) -> float:
    """Return the evidence that two events are one."""
    numbers = sum(2 if value >= _PRECISE and value % 10 else 1 for _, value in tolls(left) & tolls(right))
    persons = _keys(left, group=False) & _keys(right, group=False)
    bodies = (_keys(left) & _keys(right)) - persons
    told = len(left.places & right.places) + numbers + len(persons) + min(1.0, len(bodies) / 2)
    mode = 0.5 if left.mode and left.mode == right.mode else 0.0
    return shared(left.details, right.details) + told + mode + _day(left, right)


def _remark(left: Telling, right: Telling) -> float:
    """Return the evidence that two statements are one remark."""
    common = shared(left.terms, right.terms)
    if common >= _NEARLY_ALL * max(len(left.terms), len(right.terms)):
        return _SURE
    a, b = left.published, right.published
    signs = (
        left.what == right.what,
        bool(a and b and abs((a.first - b.first).days) <= 1),
        common >= _ALIKE * min(len(left.terms), len(right.terms)),
    )
    return shared(left.details, right.details) + sum(signs) / 2


def _keys(telling: Telling, *, group: bool = True) -> set[str]:
    parties: tuple[Who, ...] = (*telling.who, *telling.whom)
    return {key for who in parties if who.known and (group or not who.group) for key in who.keys}


def _day(left: Telling, right: Telling) -> float:
    if not left.when or not right.when:
        return 0.0
    return 1.0 if left.when == right.when and left.when.grain == "day" else 0.5
