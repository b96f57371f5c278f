"""Reads the events of one invented text, for the tests of events."""

from __future__ import annotations

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge
from takhrij.records import Event

KNOWLEDGE = Knowledge(lang.load(), world.load())


def read(text: str) -> tuple[Event, ...]:
    """Return the events of `text`, all of it one article's body."""
    return analysed(text, KNOWLEDGE).events


def coded(text: str) -> list[tuple[str, str, str]]:
    """Return class, mode and status of each event."""
    return [(e.type, e.mode, e.status) for e in read(text)]


def only(text: str, kind: str) -> Event:
    """Return the one event of class `kind`."""
    (event,) = (e for e in read(text) if e.type == kind)
    return event


def sides(event: Event) -> tuple[list[str], list[str]]:
    """Return the names of the actors and of the targets."""
    return [p.name for p in event.actors], [p.name for p in event.targets]
