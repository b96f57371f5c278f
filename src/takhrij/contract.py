"""The form of `dossier.json`, format `takhrij/1`: the program's promise to its readers.

Unlike `records`, every field is written, also when it is null or empty, and names are resolved, so that a
reader needs no second look-up. Spans count code points of the page's `text`.
"""

from __future__ import annotations

from typing import dataclass_transform

import msgspec

FORMAT = "takhrij/1"
HIDDEN = "\N{FULL BLOCK}"
"""In a page's text, a character that is not handed on: as many as there were, so that every offset holds."""


@dataclass_transform(frozen_default=True, kw_only_default=True)  # what msgspec does, told to type checkers
class Item(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all parts of a dossier."""


class Range(Item):
    """Characters of the page that the item around it belongs to."""

    start: int
    end: int


class Place(Item):
    """Characters of a page."""

    page: str
    start: int
    end: int


class Reason(Item):
    rule: str
    rests_on: list[Place]
    note: str


class Days(Item):
    first: str
    last: str
    grain: str


class PageItem(Item):
    id: str
    source: str
    sources: list[str]
    sha256: str
    text: str
    language: str
    note: str
    url: str


class BlockItem(Item):
    page: str
    start: int
    end: int
    kind: str
    article: str | None
    why: list[Reason]


class HopItem(Item):
    """`cue` is where the page shows the hop: characters of the article's page."""

    name: str
    via: str
    kind: str
    cue: Range | None


class PublishedItem(Item):
    first: str
    last: str
    grain: str
    why: list[Reason]


class OriginItem(Item):
    """The agency whose text an article is. Where it is not `disclosed`, `share` of it stands in such as say so."""

    name: str
    disclosed: bool
    share: float
    why: list[Reason]


class ArticleItem(Item):
    """`standfirst`, `byline` and `dateline` are the page's words, empty where there are none.

    `sentences` counts the body's; `uncovered` are those that no statement or event covers. `origin` is null where the
    article is no agency's text, as far as anything shows.
    """

    id: str
    page: str
    start: int
    end: int
    title: str
    standfirst: str
    outlet: str
    byline: str
    dateline: str
    credits: list[HopItem]
    published: list[PublishedItem]
    sentences: int
    uncovered: list[Range]
    why: list[Reason]
    origin: OriginItem | None = None


class TimeItem(Item):
    """`readings` are the values that the words allow, best first; `value` is the first of them, `edtf` the same in
    that form, empty for what is no date. `anchor` is the id of the article, statement or other time whose day it
    leans on. `quant` and `freq` are TIMEX3's, of what comes again and again."""

    id: str
    page: str
    start: int
    end: int
    type: str
    value: str
    mod: str
    written: str
    first: str | None
    last: str | None
    readings: list[str]
    why: list[Reason]
    edtf: str = ""
    anchor: str = ""
    quant: str = ""
    freq: str = ""


class EntityItem(Item):
    id: str
    kind: str
    name: str
    names: list[str]
    roles: list[str]
    why: list[Reason]


class MentionItem(Item):
    page: str
    start: int
    end: int
    kind: str
    entity: str
    why: list[Reason]


class TenureItem(Item):
    """`first` and `last` are days; with a grain of month or year, the first and last day that it may have been.

    `disputed`: somebody else is told to have held the office then, so that the office alone means neither.
    """

    office: str
    holder: str
    first: str | None
    last: str | None
    why: list[Reason]
    first_grain: str = "day"
    last_grain: str = "day"
    disputed: bool = False


class StatementItem(Item):
    """`entity` is the speaker's, null for an unnamed source without one; `time` is what dates the utterance."""

    id: str
    article: str
    page: str
    speaker: str
    speaker_kind: str
    entity: str | None
    act: str
    cue: Range
    content: Range
    quoted: bool
    hedge: str
    time: str | None
    when: Days | None
    chain: list[HopItem]
    why: list[Reason]


class PartyItem(Item):
    """`state` is an ISO 3166 code or one of the tables' own, `sector` PLOVER's code; both empty where nothing tells.

    `span` is where the page names the side, before the event where only a pronoun stands in it.
    """

    name: str
    kind: str
    entity: str | None
    state: str = ""
    sector: str = ""
    span: Range | None = None


class CountItem(Item):
    value: float
    of: str
    mod: str
    start: int
    end: int


class EventItem(Item):
    """`statement` is the id of the statement that tells it, `time` of the expression that dates it.

    `passing`: the words only refer to it (in a relative clause, behind "after"), they do not tell it as news.
    """

    id: str
    article: str
    page: str
    statement: str | None
    type: str
    mode: str
    status: str
    actors: list[str]
    targets: list[str]
    actor_details: list[PartyItem]
    target_details: list[PartyItem]
    place: str | None
    counts: list[CountItem]
    time: str | None
    when: Days | None
    start: int
    end: int
    why: list[Reason]
    passing: bool = False


class CopyItem(Item):
    left: Place
    right: Place
    score: float
    earlier: str | None
    why: list[Reason]


class NotCountedItem(Item):
    article: str
    why: list[Reason]


class ClaimItem(Item):
    id: str
    statements: list[str]
    events: list[str]
    origins: list[str]
    sources: list[str]
    not_counted: list[NotCountedItem]
    when: Days | None
    why: list[Reason]


class ConflictItem(Item):
    left: str
    right: str
    about: str
    spans: list[Place]
    why: list[Reason]


class PositionItem(Item):
    matter: str
    holder: str
    act: str
    claims: list[str]
    when: Days | None
    why: list[Reason]


class StoryItem(Item):
    id: str
    label: str
    pages: list[str]
    claims: list[str]


class JudgementItem(Item):
    """`target` and `other` are what is at its places now: entity, article, time or statement; empty where nothing is.

    `status`: applied, replaced (by a later one), withdrawn, orphaned (it fits nothing any more), contradicted (by
    another ruling). `value` is the right date or the right speaker's name, `quotes` the words at its places when it
    was made.
    """

    ruling: str
    target: str
    note: str
    by: str
    at: str
    other: str = ""
    status: str = "applied"
    places: list[Place] = []
    value: str = ""
    quotes: list[str] = []


class FailureItem(Item):
    source: str
    stage: str
    error: str
    cure: str


class TimelineItem(Item):
    """`label` is words of a source; `place` says where they stand. `story` is the id of the story that it belongs to.

    `claims` tell of it, that of most origins first; `why` says what makes several claims one happening.
    `background`: it was over well before anybody wrote on that story.
    """

    when: Days
    label: str
    place: Place
    claims: list[str]
    story: str = ""
    background: bool = False
    why: list[Reason] = []


class Dossier(Item):
    """One pile of pages, read."""

    format: str
    pages: list[PageItem]
    blocks: list[BlockItem]
    articles: list[ArticleItem]
    times: list[TimeItem]
    entities: list[EntityItem]
    mentions: list[MentionItem]
    tenures: list[TenureItem]
    statements: list[StatementItem]
    events: list[EventItem]
    copies: list[CopyItem]
    claims: list[ClaimItem]
    conflicts: list[ConflictItem]
    positions: list[PositionItem]
    stories: list[StoryItem]
    judgements: list[JudgementItem]
    failures: list[FailureItem]
    timeline: list[TimelineItem]
