"""What an article tells that somebody in it denies: of what he was accused just before, or what another said.

Within one article the denial stands behind what it denies, so few words in common do; between articles it takes
nearly all (`conflicts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from takhrij.link.likeness import denies
from takhrij.link.tellings import Telling
from takhrij.link.who import Who
from takhrij.link.wording import at_most, shared

_REACH: Final = 1200
"""Characters before a denial within which what it denies begins: some four sentences."""
_NEAR: Final = 500
"""The same for an accusation of whoever denies: then one word in common will do."""
_TERMS: Final = 3
_SHARE: Final = 0.5
"""Content words, and their share of the denial's, that it has in common with what it denies."""
_AGAIN: Final = 5
_NEARLY_ALL: Final = 0.8
"""Content words, and their share, from which what an article tells is the denial itself, told twice."""
_SAYS: Final = ("say", "stress", "allege", "estimate")
_ACCUSES: Final = "ACCUSE"


def denied(members: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield what is told and its denial, for every denial of one article that is found to deny anything."""
    for denial in members:
        if denial.kind == "event" or denial.what != "deny" or denial.negated:
            continue
        found = [(strength, other) for other in members if (strength := _strength(other, denial))]
        if found:
            yield max(found, key=lambda pair: (pair[0], pair[1].span.start, pair[1].id))[1], denial


def _strength(told: Telling, denial: Telling) -> float:
    """Return how surely a denial is of what is told before it: 0 for not at all."""
    distance = denial.span.start - told.span.start
    if told.span.end > denial.span.start or distance > _REACH or not _affirms(told) or _one_side(told, denial):
        return 0.0
    least = len(denial.terms)
    few = at_most(told.stems, denial.stems)
    if _accused(told, denial.who[0]) and distance <= _NEAR and few:
        return 1 + few / least
    if few < max(_SHARE * least, _TERMS):
        return 0.0
    common = shared(told.terms, denial.terms)
    if common >= max(_NEARLY_ALL * least, _AGAIN):
        return 0.0
    return common / least if common >= max(_SHARE * least, _TERMS) else 0.0


def _affirms(told: Telling) -> bool:
    if told.kind == "event":
        return told.status == "occurred"
    return told.what in _SAYS and not denies(told)


def _accused(told: Telling, who: Who) -> bool:
    """Whether somebody is told to accuse `who`, or a body of his side."""
    if told.kind != "event" or told.what != _ACCUSES:
        return False
    return any(one.akin(who) for one in told.whom) and not any(one.akin(who) for one in told.who)


def _one_side(told: Telling, denial: Telling) -> bool:
    """Whether whoever denies tells the other thing himself, or one of his own does."""
    teller, who = told.source, denial.who[0]
    return teller is not None and (teller.akin(who) or bool(teller.words & who.words))
