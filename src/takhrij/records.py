"""Every noun of the program: one frozen record a thing.

Offsets are half-open and count code points of `Page.text`. Identifiers are made of content
(`<page>/<kind>/<start>-<end>`), so that two machines agree on them. What `dossier.json` says of these
things is another form, in `contract`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, dataclass_transform

import msgspec

BlockKind = Literal["title", "byline", "caption", "body", "promo", "related", "chrome", "comment"]
Kind = Literal["person", "organization", "state", "outlet", "place", "office", "unnamed"]
Via = Literal["published", "republished", "translated", "carried", "reported", "said", "told", "wrote"]
Grain = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "century"]
Act = Literal[
    "say",
    "stress",
    "deny",
    "refuse",
    "demand",
    "offer",
    "plan",
    "allege",
    "estimate",
    "decline_comment",
    "praise",
    "invite",
]
Status = Literal["occurred", "planned", "demanded", "offered", "denied", "alleged"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future"]
Rulings = Literal[
    "same person",
    "not the same person",
    "wrong date",
    "not a copy",
    "not said by",
    "wrong split",
    "withdrawn",
]
"""What people rule: the two that are named are one, or are two; the article (or the words that tell a time) is of
another day; two passages are no copy of one another; another speaks than the program read, or it is not known who; a
second article begins here, or, with two places, both are one article; a ruling is taken back."""
Standings = Literal["applied", "replaced", "withdrawn", "orphaned", "contradicted"]


@dataclass_transform(frozen_default=True, kw_only_default=True)  # what msgspec does, told to type checkers
class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of all records."""


class Span(Record, order=True):
    """The characters `start` to `end` of a page."""

    page: str
    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Whether all of this lies in `other`."""
        return self.page == other.page and other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.page == other.page and self.start < other.end and other.start < self.end


class Why(Record):
    """Why a record was inferred: the rule's name, the words it rests on, and a note for people."""

    rule: str
    rests_on: tuple[Span, ...] = ()
    note: str = ""


class When(Record):
    """The days from `first` to `last`, both included; `grain` is never finer than the words."""

    first: date
    last: date
    grain: Grain


class Mark(Record):
    """What a page's markup hints of its characters `start` to `end`; `value` is for hints without visible text.

    Kinds: title, h1, heading, figcaption, nav, aside, footer, time, published, modified, site, author, url.
    """

    kind: str
    start: int = 0
    end: int = 0
    value: str = ""


class Page(Record):
    """One page as it was captured. `text` never changes."""

    id: str
    text: str
    sources: tuple[str, ...]
    raw_sha256: str
    media: str = "text/plain"
    encoding: str = "utf-8"
    url: str = ""
    fetched: str = ""
    marks: tuple[Mark, ...] = ()


class Block(Record):
    """A line of a page, or a part of one, and what it is; `article` is an article's id, empty outside all."""

    span: Span
    kind: BlockKind
    article: str = ""
    why: tuple[Why, ...] = ()


class Hole(Record):
    """A place in an article where a name was dropped from the page, with what shows it; its words are lost."""

    span: Span
    why: tuple[Why, ...] = ()


class Repair(Record):
    """A word of the page that is two, or two that are one: a space is missing, or too many, at the offset `at`.

    The page's text stays as it is.
    """

    span: Span
    at: int
    why: tuple[Why, ...] = ()


class Hop(Record):
    """One carrier of a report. `mention` is the mention that names it, `cue` the words that show the hop."""

    name: str
    via: Via
    kind: Kind = "outlet"
    mention: str = ""
    cue: Span | None = None


class Published(Record):
    """One possible date of publication."""

    when: When
    why: tuple[Why, ...] = ()


class Article(Record):
    """One article of a page, from `span.start` to `span.end` (promos between its paragraphs included).

    `credits` are the hops that the page itself owns to, nearest the reader first, without `outlet`.
    `published` is best first and empty when unknown.
    """

    id: str
    span: Span
    title: Span | None = None
    outlet: str = ""
    outlet_span: Span | None = None
    standfirst: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    credits: tuple[Hop, ...] = ()
    published: tuple[Published, ...] = ()
    why: tuple[Why, ...] = ()


class Shift(Record):
    """A distance from the anchor: `by` units forward (negative: back). "last month" is month −1."""

    unit: Grain
    by: int


class Reading(Record):
    """One resolved reading of a time expression: its TIMEX3 value, and its days unless it is a duration."""

    value: str
    when: When | None = None
    why: tuple[Why, ...] = ()


class TimeExpression(Record):
    """Words that tell a time.

    `written` is EDTF with X for every digit that is not written (`XXXX-02-17`), empty for a purely relative
    phrase. `weekday` is 1 (Monday) to 7. `shift` and `tense` say how it leans on its anchor; `anchor` is the id
    of the article, statement or other expression whose time that is. `quant` and `freq` are TIMEX3's, of a set
    (EVERY, 2X). `readings` are best first, empty when unresolved.
    """

    id: str
    span: Span
    type: TimeType
    written: str = ""
    weekday: int = 0
    shift: Shift | None = None
    tense: Tense | None = None
    mod: str = ""
    quant: str = ""
    freq: str = ""
    anchor: str = ""
    readings: tuple[Reading, ...] = ()
    why: tuple[Why, ...] = ()


class Role(Record):
    """An office or description that stands beside a name, or alone.

    `name` is in normal form (without a clitic before it); `office` and `state` are keys of the world's offices
    and states where the words fit one, else empty.
    """

    name: str
    span: Span
    office: str = ""
    state: str = ""


class Mention(Record):
    """Words that name somebody or something.

    `name` is the fullest form that the page gives; `refers` is the id of the first mention of the same on that
    page (its own id when it is the first). `skeleton` is `name` without what spellings differ in: names that
    may be one share it. ~ begins it where only a given name is told, = where the world's list has the person, + a
    father's name in it. `state` is the key of the state that it belongs to, where the words tell. `bearers`: how
    many of ten million would bear a person's `name` by the shares of its parts, 0 where that is not told.
    """

    id: str
    span: Span
    kind: Kind
    name: str
    refers: str
    skeleton: str = ""
    state: str = ""
    roles: tuple[Role, ...] = ()
    why: tuple[Why, ...] = ()
    bearers: int = 0


class Sentence(Record):
    """A sentence of an article's body with its original words."""

    span: Span
    article: str
    text: str


class Statement(Record):
    """What somebody says. `hops` are the carriers inside the article, nearest the reader first, the speaker last.

    `terms` are the content's words in normal form (folded, clitics split, without function words), sorted; they
    are what other pages' statements are compared by; `negated` when the content says that something is not so.
    `time` is the id of the expression that dates the utterance.
    """

    id: str
    article: str
    content: Span
    cue: Span
    act: Act
    hops: tuple[Hop, ...]
    quoted: bool = False
    hedge: str = ""
    time: str = ""
    terms: tuple[str, ...] = ()
    negated: bool = False
    why: tuple[Why, ...] = ()

    @property
    def speaker(self) -> Hop:
        """The end of the chain."""
        return self.hops[-1]


class Party(Record):
    """A side of an event; `mention` names it, `span` is where: a name before the event, where only a pronoun stands.

    `state` is the key of the state that it belongs to, `sector` its part of society in PLOVER's code (GOV MIL REB
    OPP CVL ...); both are empty where the words do not tell.
    """

    name: str
    kind: Kind
    mention: str = ""
    state: str = ""
    sector: str = ""
    span: Span | None = None


class Count(Record):
    """A number in an event. `of`: killed wounded held people money other. `mod`: about at_least at_most more_than."""

    value: float
    of: str
    span: Span
    mod: str = ""


class Event(Record):
    """What is told to have happened. `statement` is the id of the statement that tells it, empty: the narrator.

    `time` is the id of the expression that dates it and `when` its days. `terms` as in `Statement`. `passing`: it is
    only referred to (in a relative clause, behind "after", as what somebody condemns), not told as news. `leads`: it
    stands at the head of its sentence, behind one verb at most apart from who says it, and behind no other event.
    """

    id: str
    article: str
    span: Span
    type: str
    status: Status
    statement: str = ""
    mode: str = ""
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    place: Party | None = None
    counts: tuple[Count, ...] = ()
    time: str = ""
    when: When | None = None
    terms: tuple[str, ...] = ()
    passing: bool = False
    leads: bool = False
    why: tuple[Why, ...] = ()


class Toll(Record):
    """A number of dead, hurt or held, whether or not an event was read in its words; parts of another are none.

    `of` and `mod` as in `Count`. `side`: what they were (forces, fighters, civilians), empty for people. `course`:
    `rises` where its words say that it rose, `earlier` where they call it an older one. `time` dates it. In its part
    of the sentence and in the sentences beside it, `sites` are names behind a word for a place, `towns` those of
    known places, `terms` the words in normal form; `near` are the words of its part alone.
    """

    id: str
    article: str
    span: Span
    sentence: Span
    value: float
    of: str
    mod: str = ""
    side: str = ""
    course: str = ""
    statement: str = ""
    time: str = ""
    sites: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


class Analysis(Record):
    """All that one page says, found without looking at another. `note` says why there is no article, if so."""

    page: str
    language: str
    url: str = ""
    note: str = ""
    blocks: tuple[Block, ...] = ()
    articles: tuple[Article, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    holes: tuple[Hole, ...] = ()
    repairs: tuple[Repair, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    tolls: tuple[Toll, ...] = ()


class Mask(Record):
    """Body text that other pages of the site show to be furniture."""

    span: Span
    why: tuple[Why, ...] = ()


class Copy(Record):
    """Two passages that are one; `score` is the share of words in common, `earlier` a page's id, empty if unknown."""

    left: Span
    right: Span
    score: float
    earlier: str = ""
    why: tuple[Why, ...] = ()


class Anchor(Record):
    """A date of publication that only another page could fix."""

    article: str
    when: When
    why: tuple[Why, ...] = ()


class Entity(Record):
    """One person, organisation, state, outlet, place or unnamed source, over all pages; `mentions` are ids."""

    id: str
    kind: Kind
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    why: tuple[Why, ...] = ()


class Tenure(Record):
    """That `holder` held an office from `first` to `last` (None: open).

    `office` and `state` are keys, `title` the words, `names` all spellings of the holder's name. Of a month or year
    (`first_grain`, `last_grain`) `first` is the first day and `last` the last: the days between which it may have
    been. `disputed`: somebody else is told to have held it then.
    """

    office: str
    state: str
    title: str
    holder: str
    first: date | None = None
    last: date | None = None
    first_grain: Grain = "day"
    last_grain: Grain = "day"
    names: tuple[str, ...] = ()
    disputed: bool = False
    why: tuple[Why, ...] = ()


class Chain(Record):
    """The whole way of a statement, nearest the reader first: the article's outlet, its credits, ..., the speaker."""

    statement: str
    hops: tuple[Hop, ...]
    why: tuple[Why, ...] = ()


class Origin(Record):
    """The agency whose text an article is. `disclosed` when the article says so, if only by who spoke to whom.

    `share` is how much of it stands in articles that own to that agency; 0 where none was looked for, since it says
    so itself.
    """

    article: str
    name: str
    disclosed: bool
    share: float = 0.0
    why: tuple[Why, ...] = ()


class NotCounted(Record):
    """An article that tells a claim and is no origin of its own."""

    article: str
    why: tuple[Why, ...]


class Claim(Record):
    """Statements and events that say the same; `origins` first put it in words, `sources` are the last speakers."""

    id: str
    statements: tuple[str, ...]
    events: tuple[str, ...]
    origins: tuple[str, ...]
    sources: tuple[str, ...]
    not_counted: tuple[NotCounted, ...] = ()
    when: When | None = None
    why: tuple[Why, ...] = ()


class Conflict(Record):
    """Two claims that cannot both be so; `about` is number, date, actor, place, status or stance."""

    left: str
    right: str
    about: str
    spans: tuple[Span, Span]
    why: tuple[Why, ...] = ()


class Happening(Record):
    """Claims that tell of one happening, each something of it."""

    claims: tuple[str, ...]
    why: tuple[Why, ...] = ()


class Position(Record):
    """What `holder` demands, offers, agrees to, plans, refuses or denies (`act`) in a matter.

    `matter` are words of a page. `when` is the day of it, or of the first page that tells it.
    """

    matter: str
    holder: str
    act: str
    claims: tuple[str, ...]
    when: When | None = None
    why: tuple[Why, ...] = ()


class Failure(Record):
    """What could not be read or analysed: counted and shown, never a reason to stop."""

    source: str
    stage: str
    error: str
    cure: str


class Judgement(Record):
    """What a person ruled of a place of a page, or of two. Append-only; `Rulings` says what each means.

    `value` is the right date of "wrong date" (2024-10-12, 2024-10, 2024-10-12/2024-10-14), the right speaker's name
    in "not said by" where no place (`right`) names him, and in "withdrawn" the ruling that is taken back. A later
    ruling on the same takes the place of an earlier one. The quotes are the words at both places when it was made: by
    them and the offsets a place is found again. `by` is who made it, and `at` is when, as they wrote it.
    """

    ruling: Rulings
    left: Span
    right: Span | None = None
    value: str = ""
    left_quote: str = ""
    right_quote: str = ""
    note: str = ""
    by: str = ""
    at: str = ""


class Ruled(Record):
    """What became of a judgement, and what is at its places now ("" where it fits nothing any more).

    `left` is the id of an entity, article, time or statement; `right` is that of an entity or article.
    """

    judgement: Judgement
    status: Standings
    left: str = ""
    right: str = ""


class Links(Record):
    """What pages say about one another, filled stage by stage.

    The mappings answer for one id: `entities` its own, `masks` a page, `entity_of` a mention, `holder_of` a mention
    of an office, `chain_of` a statement. `families` maps an outlet's folded name to the name of the house that
    speaks through it; `agencies` are the folded names of the houses that write for others to print, and `homes` the
    states that they are at home in; `states` are the folded names of states, without their voices; `ordinary` are
    words that stand in papers every other day. `origin_of` answers for an article. `judgements` are what people
    ruled, in the order made, and `ruled` what became of each.
    `worked` holds what one stage works out of a page and a later one needs again; it is empty at last.
    """

    masks: dict[str, tuple[Mask, ...]] = {}
    copies: tuple[Copy, ...] = ()
    anchors: dict[str, Anchor] = {}
    entities: dict[str, Entity] = {}
    entity_of: dict[str, str] = {}
    tenures: tuple[Tenure, ...] = ()
    holder_of: dict[str, str] = {}
    chain_of: dict[str, Chain] = {}
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    happenings: tuple[Happening, ...] = ()
    positions: tuple[Position, ...] = ()
    stories: tuple[tuple[str, ...], ...] = ()
    families: dict[str, str] = {}
    agencies: frozenset[str] = frozenset()
    homes: dict[str, str] = {}
    states: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    origin_of: dict[str, Origin] = {}
    judgements: tuple[Judgement, ...] = ()
    ruled: tuple[Ruled, ...] = ()
    worked: dict[str, Any] = {}


def identify(kind: str, span: Span) -> str:
    """Return the identifier of a thing of `kind` at `span`: `<page>/<kind>/<start>-<end>`."""
    return f"{span.page}/{kind}/{span.start}-{span.end}"
