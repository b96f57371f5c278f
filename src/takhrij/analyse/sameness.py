"""Whether two passages of one article tell one happening. Below events."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from takhrij.records import Analysis, Event, Party

_GENERAL: Final = frozenset({"", "talks", "meet"})
"""Modes that may stand for any other of their class: the call and the visit are both talks."""
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
        if one.type != two.type or one.status != two.status or not self._one_mode(one, two):
            return False
        if one.time and two.time and self._written.get(one.time) != self._written.get(two.time):
            return False
        if one.counts and two.counts and one.counts[0].value != two.counts[0].value:
            return False
        left, right = self._sides(one), self._sides(two)
        if one.type in ("CONSULT", "AGREE", "COOPERATE"):
            a, b = left[0] | left[1], right[0] | right[1]
            return len(a) >= 2 and len(b) >= 2 and (a <= b or b <= a)
        if one.type in ("REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT"):
            return left == right and len(set(one.terms) & set(two.terms)) > 0.5 * min(
                len(set(one.terms)), len(set(two.terms))
            )
        return left == right and bool(left[0] or left[1]) and _places(one, two)

    def _one_mode(self, one: Event, two: Event) -> bool:
        return (
            one.mode == two.mode
            or (one.mode in _GENERAL or two.mode in _GENERAL)
            and one.type in ("CONSULT", "AGREE")
        )

    def _sides(self, event: Event) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(map(self._key, event.actors)), frozenset(map(self._key, event.targets))

    def _key(self, party: Party) -> str:
        return self._refers.get(party.mention) or party.name

    def _joined(self, one: Event, two: Event) -> Event:
        better, other = (two, one) if _weight(two) > _weight(one) else (one, two)
        return replace(
            better, time=better.time or other.time, place=better.place or other.place, why=(*better.why, *other.why)
        )


def _weight(event: Event) -> tuple[bool, int, bool]:
    return bool(event.time), len(event.actors) + len(event.targets), event.place is not None


def _places(one: Event, two: Event) -> bool:
    return one.place is None or two.place is None or one.place.name == two.place.name
