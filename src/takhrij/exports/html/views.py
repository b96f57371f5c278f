"""What of a dossier goes into the HTML file: all that the page shows, with whole page texts or their cited part."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from takhrij.contract import (
    ArticleItem,
    BlockItem,
    ClaimItem,
    ConflictItem,
    CopyItem,
    Dossier,
    EntityItem,
    EventItem,
    FailureItem,
    Place,
    PositionItem,
    Reason,
    StatementItem,
    StoryItem,
    TenureItem,
    TimeItem,
    TimelineItem,
)
from takhrij.faults import LANGUAGES, said

Interval = tuple[int, int]


class PieceView(msgspec.Struct, frozen=True, kw_only=True):
    """Text of a page from code point `start` on."""

    start: int
    text: str


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """A page with its text in pieces: one with all of it, or the cited passages in order. `length` is the whole's."""

    id: str
    source: str
    sources: list[str]
    sha256: str
    language: str
    note: str
    url: str
    length: int
    pieces: list[PieceView]


class MentionView(msgspec.Struct, frozen=True, kw_only=True):
    page: str
    start: int
    end: int
    entity: str


class FailureView(msgspec.Struct, frozen=True, kw_only=True):
    """What failed, with error and cure in each language."""

    source: str
    stage: str
    error: dict[str, str]
    cure: dict[str, str]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """The data of the HTML file. `shortened`: page texts are not whole. `times`: only those that date something."""

    shortened: bool
    pages: list[PageView]
    blocks: list[BlockItem]
    articles: list[ArticleItem]
    times: list[TimeItem]
    entities: list[EntityItem]
    mentions: list[MentionView]
    tenures: list[TenureItem]
    statements: list[StatementItem]
    events: list[EventItem]
    copies: list[CopyItem]
    claims: list[ClaimItem]
    conflicts: list[ConflictItem]
    positions: list[PositionItem]
    stories: list[StoryItem]
    failures: list[FailureView]
    timeline: list[TimelineItem]


def view(dossier: Dossier) -> View:
    """Return what the page shows of `dossier`, with whole page texts."""
    pages = [
        PageView(
            id=page.id,
            source=page.source,
            sources=page.sources,
            sha256=page.sha256,
            language=page.language,
            note=page.note,
            url=page.url,
            length=len(page.text),
            pieces=[PieceView(start=0, text=page.text)],
        )
        for page in dossier.pages
    ]
    dating = {statement.time for statement in dossier.statements} | {event.time for event in dossier.events}
    return View(
        shortened=False,
        pages=pages,
        blocks=dossier.blocks,
        articles=dossier.articles,
        times=[time for time in dossier.times if time.id in dating],
        entities=dossier.entities,
        mentions=[MentionView(page=m.page, start=m.start, end=m.end, entity=m.entity) for m in dossier.mentions],
        tenures=dossier.tenures,
        statements=dossier.statements,
        events=dossier.events,
        copies=dossier.copies,
        claims=dossier.claims,
        conflicts=dossier.conflicts,
        positions=dossier.positions,
        stories=dossier.stories,
        failures=[_failure(failure) for failure in dossier.failures],
        timeline=dossier.timeline,
    )


def _failure(failed: FailureItem) -> FailureView:
    return FailureView(
        source=failed.source,
        stage=failed.stage,
        error={language: said(failed.error, language) for language in LANGUAGES},
        cure={language: said(failed.cure, language) for language in LANGUAGES},
    )


def shorten(full: View) -> View:
    """Return `full` with page texts cut to the cited passages, each with the blocks that it stands in.

    Blocks and mentions outside the kept passages go too; every quoted word stays.
    """
    kept = _passages(full)
    pages = [
        msgspec.structs.replace(
            page,
            pieces=[PieceView(start=a, text=page.pieces[0].text[a:b]) for a, b in kept.get(page.id, [])],
        )
        for page in full.pages
    ]
    return msgspec.structs.replace(
        full,
        shortened=True,
        pages=pages,
        blocks=[b for b in full.blocks if _within(kept.get(b.page, []), b.start, b.end)],
        mentions=[m for m in full.mentions if _within(kept.get(m.page, []), m.start, m.end)],
    )


def _passages(full: View) -> dict[str, list[Interval]]:
    """Return the intervals to keep of each page: the blocks that a cited span touches, and the span itself."""
    blocks: dict[str, list[Interval]] = defaultdict(list)
    for block in full.blocks:
        blocks[block.page].append((block.start, block.end))
    wanted: dict[str, list[Interval]] = defaultdict(list)
    for place in _cited(full):
        wanted[place.page].append((place.start, place.end))
    return {page: _merged(_widened(spans, sorted(blocks[page]))) for page, spans in wanted.items()}


def _cited(full: View) -> Iterator[Place]:
    """Yield every place that a thing on the page leads to."""
    for statement in full.statements:
        yield from _cited_in(statement)
    for event in full.events:
        yield Place(page=event.page, start=event.start, end=event.end)
        yield from _rests(event.why)
    for article in full.articles:
        yield from _cited_of(article)
    for block in full.blocks:
        if block.kind == "title":
            yield Place(page=block.page, start=block.start, end=block.end)
    for time in full.times:
        yield Place(page=time.page, start=time.start, end=time.end)
        yield from _rests(time.why)
    for conflict in full.conflicts:
        yield from conflict.spans
    for position in full.positions:
        yield from _rests(position.why)
    for tenure in full.tenures:
        yield from _rests(tenure.why)
    for entry in full.timeline:
        yield entry.place


def _cited_in(statement: StatementItem) -> Iterator[Place]:
    for span in (statement.cue, statement.content, *(hop.cue for hop in statement.chain)):
        if span is not None:
            yield Place(page=statement.page, start=span.start, end=span.end)
    yield from _rests(statement.why)


def _cited_of(article: ArticleItem) -> Iterator[Place]:
    for published in article.published:
        yield from _rests(published.why)
    for credit in article.credits:
        if credit.cue is not None:
            yield Place(page=article.page, start=credit.cue.start, end=credit.cue.end)


def _rests(why: Iterable[Reason]) -> Iterator[Place]:
    for reason in why:
        yield from reason.rests_on


def _widened(spans: Iterable[Interval], blocks: list[Interval]) -> Iterator[Interval]:
    """Yield `spans` and every one of `blocks` (in order, apart) that one of them touches."""
    for start, end in spans:
        yield start, end
        first = max(bisect_right(blocks, start, key=lambda block: block[0]) - 1, 0)
        last = bisect_left(blocks, end, key=lambda block: block[0])
        yield from (b for b in blocks[first:last] if b[0] < end and start < b[1])


def _merged(spans: Iterable[Interval]) -> list[Interval]:
    """Return `spans` in order with those that touch made one."""
    merged: list[Interval] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        elif start < end:
            merged.append((start, end))
    return merged


def _within(kept: list[Interval], start: int, end: int) -> bool:
    i = bisect_right(kept, start, key=lambda interval: interval[0]) - 1
    return i >= 0 and end <= kept[i][1]
