"""Whether two passages of one article tell one happening. Below events."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from takhrij.records import Analysis, Event, Party

_MEETING: Final = frozenset({"talks", "meet", "phone", "visit"})
_GENERAL: Final = frozenset({"talks", "meet"})
"""Modes that may stand for any other of their class: the call and the visit are both talks."""
_TOLL: Final = frozenset({"kill", "", "wound"})
"""Modes that tell what came of violence rather than how it was done."""
_DEAD: Final = frozenset({"kill", "wound"})
DESCRIBED: Final = "described"
"""What the reason of a noun says that has a clause of its own (المعركة التي دارت)."""
_LONGEST: Final = 240
"""Characters of the span of an event; see events."""
_REACH: Final = 40
"""Earlier events of an article that one is compared with: keeps a page of a thousand events linear."""


class Tellings:
    """The events of one article, each once."""

    def __init__(self, sofar: Analysis) -> None:
        self._states = {m.id: m.state for m in sofar.mentions}
        self._refers = {m.id: m.refers for m in sofar.mentions}
        self._written = {t.id: (t.written, t.shift, t.weekday) for t in sofar.times}
        self._events: list[Event] = []

    def add(self, event: Event) -> None:
        """Add `event`, or join it with an earlier telling of the same."""
        for n in range(len(self._events) - 1, max(len(self._events) - _REACH, 0) - 1, -1):
            other = self._events[n]
            if self._same(other, event):
                self._events[n] = self._joined(other, event)
                return
        self._events.append(event)

    def events(self) -> list[Event]:
        """Return the events, in order of their first telling."""
        return self._events

    def _same(self, one: Event, two: Event) -> bool:
        if not _one_class(one, two) or not self._one_mode(one, two):
            return False
        if one.time and two.time and self._written.get(one.time) != self._written.get(two.time):
            return False
        if one.counts and two.counts and one.counts[0].value != two.counts[0].value:
            return False
        left, right = self._sides(one), self._sides(two)
        if _points_back(two) and _places(one, two) and left[0] | left[1] >= right[0] | right[1]:
            return True
        if one.type in ("CONSULT", "AGREE", "COOPERATE"):
            a, b = left[0] | left[1], right[0] | right[1]
            return len(a) >= 2 and len(b) >= 2 and (a <= b or b <= a)
        if one.type in ("REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT"):
            return left == right and len(set(one.terms) & set(two.terms)) > 0.5 * min(
                len(set(one.terms)), len(set(two.terms))
            )
        return left == right and bool(left[0] or left[1]) and _places(one, two)

    def _one_mode(self, one: Event, two: Event) -> bool:
        both = one.mode in _MEETING and two.mode in _MEETING
        return one.mode == two.mode or (both and (one.mode in _GENERAL or two.mode in _GENERAL))

    def _sides(self, event: Event) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(map(self._key, event.actors)), frozenset(map(self._key, event.targets))

    def _key(self, party: Party) -> str:
        return self._refers.get(party.mention) or party.name

    def _joined(self, one: Event, two: Event) -> Event:
        """Both tellings as one, in the words of the first, unless only the later is dated or names both sides."""
        time = one.time or (two.time if not _points_back(two) or _carried(two) else "")
        better = two if one.type == two.type and not _points_back(two) and _weight(two) > _weight(one) else one
        place, passing = one.place or two.place, one.passing and two.passing
        why = (*better.why, *two.why)
        return replace(
            better, time=better.time or time, place=place, passing=passing, leads=one.leads or two.leads, why=why
        )


def one_blow(one: Event, two: Event) -> bool:
    """Whether two events of one sentence are one blow: a deed and its dead (قتل عشرة في هجوم), a disaster and its."""
    if one.mode == two.mode == "disaster":
        return not (one.time and two.time and one.time != two.time)
    if not one.type == two.type == "ASSAULT" or (one.time and two.time and one.time != two.time):
        return False
    toll, deed = (one, two) if one.mode in _TOLL else (two, one)
    if two.time and DESCRIBED in two.why[0].note and not (one.mode in _DEAD or one.counts):
        return False  # استهدف الحديقة ... المعركة التي دارت في أيلول
    if toll.mode not in _TOLL or (toll.actors and deed.actors and toll.actors != deed.actors):
        return False
    return not (toll.targets and deed.targets and toll.mode == deed.mode and not toll.counts)


def struck(one: Event, two: Event) -> Event:
    """Return two tellings of one blow as one event over both clauses, with the more telling mode.

    A disaster stays in its own words, and takes the dead as its toll.
    """
    counts = one.counts if len(one.counts) >= len(two.counts) else two.counts
    why = (*one.why, *two.why)
    if one.mode == "disaster":
        event = two if one.targets and not two.targets else one
        return replace(event, counts=counts, place=one.place or two.place, time=one.time or two.time, why=why)
    deed = one if one.mode not in _TOLL else two
    targets = one.targets or two.targets
    actors = tuple(a for a in one.actors or two.actors if a not in targets)  # whom a pronoun meant did not strike
    start, end = min(one.span.start, two.span.start), max(one.span.end, two.span.end)
    near = end - start <= _LONGEST
    return replace(
        one,
        span=replace(one.span, start=start, end=end) if near else one.span,
        mode=deed.mode or one.mode,
        status=one.status,
        actors=actors,
        targets=targets,
        place=one.place or two.place,
        counts=counts,
        time=one.time or two.time,
        passing=one.passing
        and (two.passing or two.why[0].note.startswith("noun")),  # in an attack: told with its dead
        leads=one.leads or two.leads,
        terms=tuple(sorted({*one.terms, *two.terms})) if near else one.terms,
        why=why,
    )


def _one_class(one: Event, two: Event) -> bool:
    """Same class and status; talks that were told as to come, and are then spoken of, stay one."""
    if one.type == two.type and one.status == two.status:
        return True
    return (
        one.type == "AGREE" and two.type == "CONSULT" and not two.time and one.status == "planned" and _definite(two)
    )


def _points_back(event: Event) -> bool:
    """Whether the words only point at something told before: a verbal noun with hardly a side of its own."""
    own = event.time and DESCRIBED in event.why[0].note
    return not own and _definite(event) and len(event.actors) + len(event.targets) < 2 and not event.counts


def _definite(event: Event) -> bool:
    return event.why[0].note.startswith("noun, definite")


def _carried(event: Event) -> bool:
    return "carried" in event.why[0].note


def _weight(event: Event) -> tuple[bool, int]:
    return bool(event.time), min(len(event.actors) + len(event.targets), 2)


def _places(one: Event, two: Event) -> bool:
    if one.place is None or two.place is None:
        return True
    return one.place.name in two.place.name or two.place.name in one.place.name
