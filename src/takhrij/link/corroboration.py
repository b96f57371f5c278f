"""Whether a claim's tellings are sure enough to be of one thing, and far enough apart in words, to be counted as two.

Where little is told, what looks alike is one. In a crowd (a war's daily attacks, a minister's week of remarks) and in
a pile of many stories chance makes two look alike, and everybody prints the agencies' sentences: there more is asked,
or fewer are counted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from takhrij.link.counts import tolls
from takhrij.link.likeness import EITHER, SPEECH_ACTS, WISHES, word_for_word
from takhrij.link.runs import one_hand, one_remark, one_run
from takhrij.link.tellings import Telling
from takhrij.link.who import Who
from takhrij.link.wording import shared
from takhrij.records import When

_CROWD: Final = 12
"""Claims of one class and party, or of one speaker, from which they are a crowd."""
_MANY: Final = 2_500
"""Claims, of some 150 pages, from which a pile tells many stories, not one: there what seems one thing may be two."""
_ALLOWED: Final = 1.0
_SURE: Final = 2.0
_SURE_IN_A_CROWD: Final = 2.5
"""Evidence that makes two tellings surely one, and two of a crowd: each detail, place, toll, person or day is one."""
_SURE_DAYS_APART: Final = 4.0
"""Evidence that makes reports of sources without a name, more than a day apart, one: they tell of every day alike."""
_IN_PASSING: Final = 1.5
"""Evidence without which two events are only named in passing where one has no day ("once sanctions are lifted"):
plans, conditions and things long known, of which no paper reports that they happened."""
_ALIKE: Final = 0.6
_NEARLY_ALL: Final = 0.8
"""Share of the terms of the shorter statement, and of the longer, that speak for one remark, and that prove it."""
_FEW: Final = 3
"""Terms that prove nothing if there are fewer of them, though they be all ("says that its programme is peaceful").
"""
_WORDING: Final = (7, 0.9)
_WORDING_OF_ONE: Final = (8, 0.75)
_WORDING_IN_A_CROWD: Final = (4, 0.7)
"""Terms, and their share of the shorter telling's, that make two wordings one; where both quote one speaker; and in a
crowd. Fewer coincide, and below twelve words no copy is looked for."""
_COMPARED: Final = 12
"""Tellings of an origin that are looked at: keeps a claim of thousands linear."""
_WEEK: Final = 7
"""Days that a time may have for it to tell of one occasion."""
_OPINIONS: Final = ("praise", "condemn")
"""What is said about a thing by different people is not one fact, however like their words."""
_SAID: Final = tuple(what for what in SPEECH_ACTS if what != "AGREE")
"""Classes of events that tell of two things where what is said differs: one body condemns many."""
_PRECISE: Final = 10
"""From this on a toll that is no round number is rarely another's too."""


class Bar(NamedTuple):
    """How much evidence makes two tellings of a claim surely one; whether it is one of a crowd, of many stories."""

    evidence: float
    crowded: bool
    many: bool


class Crowds:
    """How many claims there are of each kind that a telling may be mistaken within."""

    def __init__(self, claims: Collection[Sequence[Telling]]) -> None:
        self._claims = Counter(kind for members in claims for kind in {*_kinds(members)})
        self._pile = len(claims)

    def bar(self, members: Sequence[Telling]) -> Bar:
        """Return what is asked of the members of a claim."""
        crowded = any(self._claims[kind] > _CROWD for kind in _kinds(members))
        many = self._pile > _MANY
        return Bar(_SURE_IN_A_CROWD if crowded else _SURE if many else _ALLOWED, crowded, many)


def _kinds(members: Sequence[Telling]) -> Iterator[str]:
    for telling in members:
        if telling.kind == "event":
            parties = {key for who in (*telling.who, *telling.whom) if who.known for key in who.keys}
            yield from (f"{telling.what} {key}" for key in sorted(parties) or [""])
        else:
            yield from (f"said {key}" for key in sorted(telling.who[0].keys if telling.kind == "said" else [""]))


def surely_one(some: Sequence[Telling], others: Sequence[Telling], bar: Bar) -> bool:
    """Whether any of some tellings is by enough evidence of one thing with any of the others."""
    pairs = ((a, b) for a in some[:_COMPARED] for b in others[:_COMPARED])
    if bar.evidence == _ALLOWED:
        alike = [_allowed(a, b) for a, b in pairs if _alike_in_kind(a, b)]
        return any(alike) or not alike
    return any(
        _evidence(a, b) >= max(bar.evidence, _wanted(a, b))
        for a, b in pairs
        if _alike_in_kind(a, b) and not (bar.many and a.kind != "event" and _days_apart(a, b))
    )


def _alike_in_kind(left: Telling, right: Telling) -> bool:
    return (left.kind == "event") == (right.kind == "event")


def _evidence(left: Telling, right: Telling) -> float:
    return _happening(left, right) if left.kind == "event" else _remark(left, right)


def _allowed(left: Telling, right: Telling) -> bool:
    """Whether two tellings of a small pile may be counted: dated events may, of others something speaks for it.

    More is asked where one only names an event in passing: what all call alike.
    """
    if left.when and right.when and left.kind == "event":
        return True
    evidence = _evidence(left, right)
    if left.kind == "event" and not (left.for_itself and right.for_itself):
        return evidence >= _IN_PASSING
    if wanted := _wanted(left, right):
        return evidence >= wanted
    common, least = shared(left.terms, right.terms), min(len(left.terms), len(right.terms))
    return evidence >= _ALLOWED or common >= (_FEW if left.kind == "event" else _NEARLY_ALL * least)


def _wanted(left: Telling, right: Telling) -> float:
    """Return the evidence without which two of a kind that comes by the dozen are not one, however small the pile.

    Such are, without a day, rounds of talks, receptions of which it is only told who was there too, and what is
    asked, condemned or signed, nobody knows what; and reports of unnamed sources of two days.
    """
    if left.kind != "event":
        return _SURE_DAYS_APART if "reported" in (left.kind, right.kind) and _days_apart(left, right) else 0.0
    if (left.when and right.when) or (left.what not in _SAID and left.what != "CONSULT"):
        return 0.0
    if "talks" in (left.mode, right.mode):
        return _SURE_IN_A_CROWD
    at_large = left.what in _SAID or (left.mode == "meet" and not (left.whom and right.whom))
    return math.inf if at_large and not shared(left.details, right.details) else 0.0


def one_wording(left: Telling, right: Telling, bar: Bar) -> bool:
    """Whether the words of two tellings are from one hand.

    They have so many terms in common, letter by letter, or of their sentences words one behind the other; among many
    stories words in one order do, and so they do where both quote one speaker.
    """
    quoted = left.source and right.source and left.source.speaks_for(right.source)
    quoted = quoted or (left.kind == right.kind == "said" and word_for_word(left, right))
    if left.kind != "event" or bar.crowded:
        least, share = _WORDING_IN_A_CROWD if bar.crowded else _WORDING_OF_ONE if quoted else _WORDING
        if len(left.terms & right.terms) >= max(least, share * min(len(left.terms), len(right.terms))):
            return True
    if left.article.id == right.article.id:
        return False
    if quoted and one_remark(left.around, right.around):
        return True
    if not bar.many:
        return one_run(left.around, right.around)
    return one_hand(left.around, right.around, said=left.kind != "event")


def _happening(left: Telling, right: Telling) -> float:
    """Return the evidence that two events are one."""
    numbers = sum(2 if value >= _PRECISE and value % 10 else 1 for _, value in tolls(left) & tolls(right))
    persons = (_keys(left, group=False) | left.people) & (_keys(right, group=False) | right.people)
    bodies = (_keys(left) & _keys(right)) - persons
    told = len(left.places & right.places) + numbers + len(persons) + min(1.0, len(bodies) / 2)
    mode = (0.5 if left.mode == right.mode else -0.5) if left.mode and right.mode else 0.0
    if left.what in EITHER:
        others = int(_others(left.who + left.whom, right.who + right.whom))
    else:
        others = _others(left.who, right.who) + _others(left.whom, right.whom)
    return shared(left.details, right.details) + told + mode + _day(left, right) - others


def _remark(left: Telling, right: Telling) -> float:
    """Return the evidence that two statements are one remark."""
    common = shared(left.terms, right.terms)
    if common >= max(_FEW, _NEARLY_ALL * max(len(left.terms), len(right.terms))):
        return _SURE_IN_A_CROWD
    if _at_odds(left, right):
        return 0.0
    signs = (
        left.what == right.what,
        bool(left.published and right.published),
        common >= _ALIKE * min(len(left.terms), len(right.terms)),
    )
    return shared(left.details & left.core, right.details & right.core) + sum(signs) / 2


def _days_apart(left: Telling, right: Telling) -> bool:
    """Whether two articles are more than a day apart: a speaker says like things of another day's case."""
    a, b = left.published, right.published
    return bool(a and b and abs((a.first - b.first).days) > 1)


def _at_odds(left: Telling, right: Telling) -> bool:
    """Whether two statements may well be two: each has numbers that are not the other's, or one only wishes."""
    if (left.what in WISHES) != (right.what in WISHES):
        return True
    if left.kind == right.kind == "reported" and {left.what, right.what} & {*_OPINIONS}:
        a, b = left.who[0].words, right.who[0].words
        return not (a <= b or b <= a)
    least = min(len(left.numbers), len(right.numbers))
    if least > 1 and 2 * len(left.numbers & right.numbers) <= least:
        return True
    return bool(left.beside and right.beside and not left.beside & right.beside)


def _others(some: Sequence[Who], others: Sequence[Who]) -> bool:
    """Whether each of two tellings names somebody and none of one is called anything that one of the other is."""
    if not some or not others:
        return False
    return not any(a.akin(b) or a.words & b.words for a in some for b in others)


def _keys(telling: Telling, *, group: bool = True) -> set[str]:
    parties: tuple[Who, ...] = (*telling.who, *telling.whom)
    return {key for who in parties if who.known and (group or not who.group) for key in who.keys}


def _day(left: Telling, right: Telling) -> float:
    if not left.when and not right.when and _days_apart(left, right):
        return -1.0
    if not left.when or not right.when or max(_days(left.when), _days(right.when)) > _WEEK:
        return 0.0
    return 1.0 if left.when == right.when and left.when.grain == "day" else 0.5


def _days(when: When) -> int:
    return (when.last - when.first).days + 1
