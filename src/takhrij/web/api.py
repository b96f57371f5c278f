"""The same as JSON, for programs; `/api/openapi.json` describes it."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final

import msgspec
from litestar import get
from litestar.exceptions import NotFoundException, ValidationException
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, QueryParameter

from takhrij import casework
from takhrij.contract import PositionItem, StoryItem
from takhrij.errors import CaseError
from takhrij.store import views
from takhrij.store.database import opened
from takhrij.store.searching import Kind, Order, Wanted
from takhrij.web.given import Case, Finding, Working
from takhrij.web.work import Told

First = Annotated[int, QueryParameter(ge=0, le=10_000_000, description="The first row to show, from 0.")]
Day = Annotated[str, QueryParameter(max_length=10, description="A day as 2025-02-19.")]


class Held(msgspec.Struct, frozen=True):
    """What a case holds; `waiting` pages are told of by no dossier yet."""

    pages: int
    waiting: int
    failures: int
    articles: int
    statements: int
    events: int
    claims: int
    conflicts: int
    added: str
    updated: str
    run: int


class Found(msgspec.Struct, frozen=True):
    """What a search found: `text` are the words to show, `lit` the places in it that fit, as [start, end]."""

    kind: str
    ref: str
    page: str
    start: int
    end: int
    text: str
    lit: list[list[int]]
    outlet: str
    speaker: str
    first: str | None
    last: str | None


class Changed(msgspec.Struct, frozen=True):
    """What a run changed."""

    run: int
    at: str
    kind: str
    ref: str
    label: str
    before: str
    after: str


class Wrong(msgspec.Struct, frozen=True):
    """What is wrong with what was asked."""

    error: str
    status: int


_WRONG: Final = {
    400: ResponseSpec(Wrong, description="What was asked means nothing."),
    404: ResponseSpec(Wrong, description="There is nothing of that name."),
}
asked = partial(get, sync_to_thread=True, responses=_WRONG)


@asked("/api/status")
def status(case: Case) -> Held:
    """Return what the case holds."""
    return Held(**casework.status(case)._asdict())


@asked("/api/work")
def work_told(work: Working) -> Told:
    """Return whether pages are being added or linked."""
    return work.told()


@asked("/api/timeline")
def timeline(
    case: Case, story: FromQuery[str] = "", since: Day = "", until: Day = "", first: First = 0
) -> views.Slice[views.Entry]:
    """Return entries of the time line in order."""
    with opened(case, readonly=True) as database:
        return views.timeline(database, story=story, since=since, until=until, first=first)


@asked("/api/stories")
def stories(case: Case) -> list[StoryItem]:
    """Return the stories of the pile."""
    with opened(case, readonly=True) as database:
        return views.stories(database)


@asked("/api/claims/{wanted:path}")
def claim(case: Case, wanted: FromPath[str]) -> views.Claim:
    """Return a claim with its tellings and conflicts."""
    with opened(case, readonly=True) as database:
        found = views.claim(database, wanted.lstrip("/"))
    if found is None:
        raise NotFoundException("no such claim")
    return found


@asked("/api/entities")
def entities(
    case: Case, kind: FromQuery[views.Kind] = "person", named: FromQuery[str] = "", first: First = 0
) -> views.Slice[views.Someone]:
    """Return entities of a kind, those with most statements first."""
    with opened(case, readonly=True) as database:
        return views.entities(database, kind=kind, named=named, first=first)


@asked("/api/positions")
def positions(case: Case) -> list[PositionItem]:
    """Return who demands, offers and refuses what."""
    with opened(case, readonly=True) as database:
        return views.positions(database)


@asked("/api/conflicts")
def conflicts(case: Case, about: FromQuery[str] = "", first: First = 0) -> views.Slice[views.Clash]:
    """Return conflicts with the words of both sides."""
    with opened(case, readonly=True) as database:
        return views.conflicts(database, about=about, first=first)


@asked("/api/copies")
def copies(case: Case, first: First = 0) -> views.Slice[views.Copied]:
    """Return passages that two pages share."""
    with opened(case, readonly=True) as database:
        return views.copies(database, first)


@asked("/api/pages")
def pages(case: Case, named: FromQuery[str] = "", first: First = 0) -> views.Slice[views.Listed]:
    """Return the pages by source."""
    with opened(case, readonly=True) as database:
        return views.listed(database, named=named, first=first)


@asked("/api/pages/{wanted:str}")
def page(case: Case, wanted: FromPath[str]) -> views.Reading:
    """Return a page with everything that was read on it."""
    with opened(case, readonly=True) as database:
        found = views.reading(database, wanted)
    if found is None:
        raise NotFoundException("no such page")
    return found


@asked("/api/search")
def search(  # noqa: PLR0913, PLR0917 - what may be asked for
    find: Finding,
    words: Annotated[str, QueryParameter(name="query", max_length=1000)],
    kind: FromQuery[Kind | None] = None,
    speaker: FromQuery[str] = "",
    outlet: FromQuery[str] = "",
    since: Day = "",
    until: Day = "",
    limit: Annotated[int, QueryParameter(ge=1, le=1000)] = 20,
    order: FromQuery[Order] = "best",
    first: First = 0,
) -> list[Found]:
    """Return what fits, in the order that is wanted."""
    kinds = (kind,) if kind else ()
    try:
        hits = find(Wanted(words, kinds, speaker, outlet, since, until, limit, order, first)).rows
    except CaseError as error:
        raise ValidationException(f"{error} {error.cure}") from error
    return [
        Found(
            kind=hit.kind,
            ref=hit.ref,
            page=hit.page,
            start=hit.start,
            end=hit.end,
            text=p.text[hit.start : hit.end],
            lit=[[mark.start - hit.start, mark.end - hit.start] for mark in hit.lit],
            outlet=hit.outlet,
            speaker=hit.speaker,
            first=hit.first,
            last=hit.last,
        )
        for hit, p in hits
    ]


@asked("/api/changes")
def changes(
    case: Case, since: Annotated[str, QueryParameter(description="A run's number or a day.")] = "0"
) -> list[Changed]:
    """Return what changed after a run, or on and after a day."""
    try:
        return [Changed(**change._asdict()) for change in casework.diff(case, since)]
    except CaseError as error:
        raise ValidationException(f"{error} {error.cure}") from error


HANDLERS: Final = [
    status,
    work_told,
    timeline,
    stories,
    claim,
    entities,
    positions,
    conflicts,
    copies,
    pages,
    page,
    search,
    changes,
]
