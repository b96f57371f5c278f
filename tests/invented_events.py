"""Reads the events of one invented text, for the tests of events."""

from __future__ import annotations

from msgspec.structs import replace

from takhrij import lang, world
from takhrij.analyse import events, mentions, speech, times
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, Event, Page, Sentence, Span
from takhrij.text import fold, sentences

KNOWLEDGE = Knowledge(lang.load(), world.load())


def read(text: str) -> tuple[Event, ...]:
    """Return the events of `text`, all of it one article's body."""
    page = Page(id="p", text=text, sources=("test",), raw_sha256="")
    folded, whole = fold(text), Span(page="p", start=0, end=len(text))
    sofar = Analysis(
        page="p",
        language="ar",
        articles=(Article(id="a", span=whole),),
        blocks=(Block(span=whole, kind="body", article="a"),),
        sentences=tuple(
            Sentence(span=Span(page="p", start=s, end=e), article="a", text=text[s:e])
            for s, e in sentences(text, 0, len(text))
        ),
    )
    sofar = replace(sofar, times=times.find(page, folded, sofar, KNOWLEDGE))
    sofar = replace(sofar, mentions=mentions.find(page, folded, sofar, KNOWLEDGE))
    sofar = replace(sofar, statements=speech.find(page, folded, sofar, KNOWLEDGE))
    return events.find(page, folded, sofar, KNOWLEDGE)


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
