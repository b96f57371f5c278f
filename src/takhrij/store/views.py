"""What a reader of a case looks at: parts of the dossier, each by a query or two, so that large cases stay quick."""

from __future__ import annotations

import sqlite3
from typing import Any, Final, Generic, Literal, TypeVar

import msgspec

from takhrij.contract import (
    ArticleItem,
    BlockItem,
    ClaimItem,
    ConflictItem,
    CopyItem,
    EntityItem,
    EventItem,
    JudgementItem,
    MentionItem,
    PositionItem,
    StatementItem,
    StoryItem,
    TenureItem,
    TimeItem,
    TimelineItem,
)
from takhrij.store.database import NATURAL
from takhrij.text import fold_text, fold_words

T = TypeVar("T")
PageOrder = Literal["source", "newest", "oldest"]
Kind = Literal["person", "organization", "state", "outlet", "place", "office", "unnamed"]
MOST: Final = 2**63 - 1
"""SQLite's largest integer."""
PER_PAGE: Final = 50
"""Rows that a list shows at once."""


class Slice(msgspec.Struct, Generic[T], frozen=True):
    """Part of a list: rows from `first` on, of `total`."""

    rows: list[T]
    first: int
    total: int


class Entry(msgspec.Struct, frozen=True):
    """An entry of the time line with the origins and sources of its claim, and whether a conflict is about it."""

    item: TimelineItem
    origins: int
    sources: int
    origin_names: list[str] = []
    source_names: list[str] = []
    in_conflict: bool = False


class Telling(msgspec.Struct, frozen=True):
    """A statement or event (one of the two is there) as one article tells it; `words` are the page's."""

    words: str
    article: ArticleItem
    statement: StatementItem | None = None
    event: EventItem | None = None

    @property
    def item(self) -> StatementItem | EventItem:
        """The one that is there."""
        found = self.statement or self.event
        assert found is not None
        return found


class Clash(msgspec.Struct, frozen=True):
    """A conflict with the words of both sides."""

    item: ConflictItem
    left: str
    right: str


class Claim(msgspec.Struct, frozen=True):
    """A claim, who tells it, and what it conflicts with."""

    item: ClaimItem
    words: str
    tellings: list[Telling]
    conflicts: list[Clash]


class Someone(msgspec.Struct, frozen=True):
    """An entity of a list, with the number of its statements."""

    item: EntityItem
    statements: int


class Copied(msgspec.Struct, frozen=True):
    """A copy with the number that finds it again, and the titles of both sides."""

    place: int
    item: CopyItem
    left: str
    right: str


class CopiedPages(msgspec.Struct, frozen=True):
    """Two pages that share passages: the longest, with the number that finds it again, and how many there are."""

    place: int
    item: CopyItem
    passages: int


class Listed(msgspec.Struct, frozen=True):
    """A page of a list, with its articles."""

    id: str
    source: str
    url: str
    articles: list[ArticleItem]


class Reading(msgspec.Struct, frozen=True):
    """A page with everything that was read on it; not `linked`: by itself, since it waits for an update."""

    id: str
    source: str
    url: str
    text: str
    note: str
    blocks: list[BlockItem]
    times: list[TimeItem]
    mentions: list[MentionItem]
    articles: list[ArticleItem]
    statements: list[StatementItem]
    events: list[EventItem]
    linked: bool


def timeline(
    case: sqlite3.Connection, *, story: str = "", since: str = "", until: str = "", first: int = 0
) -> Slice[Entry]:
    """Return entries of the time line in order, of one story or all, that touch the days from `since` to `until`."""
    joined = "timeline LEFT JOIN claims ON claims.id = json_extract(timeline.item, '$.claims[0]')"
    conditions, values = ["timeline.first <= ?", "timeline.last >= ?"], [until or "9", since]
    if story:
        conditions.append(
            "claims.id IN (SELECT value FROM stories, json_each(stories.item, '$.claims') WHERE stories.id = ?)"
        )
        values.append(story)
    where = f"{joined} WHERE {' AND '.join(conditions)}"
    query = (
        "SELECT timeline.item, claims.item, EXISTS"
        " (SELECT 1 FROM conflicts WHERE left_claim = claims.id OR right_claim = claims.id)"
        f" FROM {where} ORDER BY timeline.place"
    )
    rows = [_entry(*row) for row in _slice(case, query, values, first)]
    return Slice(rows, first, _count(case, where, values))


def _entry(item: str, claim: str | None, in_conflict: int) -> Entry:
    told = _one(claim, ClaimItem) if claim else None
    origins, sources = (told.origins, told.sources) if told else ([], [])
    return Entry(_one(item, TimelineItem), len(origins), len(sources), origins, sources, bool(in_conflict))


def years(case: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return the years in which entries of the time line begin, and how many do."""
    return case.execute("SELECT substr(first, 1, 4), count(*) FROM timeline GROUP BY 1 ORDER BY 1").fetchall()


def stories(case: sqlite3.Connection) -> list[StoryItem]:
    """Return the stories, the one with most claims first."""
    found = [_one(item, StoryItem) for (item,) in case.execute("SELECT item FROM stories ORDER BY place")]
    return sorted(found, key=lambda story: -len(story.claims))


def claim(case: sqlite3.Connection, wanted: str) -> Claim | None:
    """Return a claim with all its tellings, in the order of the pages."""
    row = case.execute("SELECT item, words FROM claims WHERE id = ?", (wanted,)).fetchone()
    if row is None:
        return None
    item = _one(row[0], ClaimItem)
    told = [found for i in (*item.statements, *item.events) if (found := telling(case, i))]
    clashes = case.execute(
        "SELECT item, left_words, right_words FROM conflicts WHERE ? IN (left_claim, right_claim) ORDER BY place",
        (wanted,),
    )
    return Claim(item, row[1], told, [Clash(_one(i, ConflictItem), a, b) for i, a, b in clashes])


def telling(case: sqlite3.Connection, wanted: str) -> Telling | None:
    """Return a statement or event by its id."""
    for table in ("statements", "events"):
        row = case.execute(
            f"SELECT {table}.item, words, articles.item FROM {table} JOIN articles ON articles.id = article"
            f" WHERE {table}.id = ?",
            (wanted,),
        ).fetchone()
        if row:
            article = _one(row[2], ArticleItem)
            if table == "statements":
                return Telling(row[1], article, statement=_one(row[0], StatementItem))
            return Telling(row[1], article, event=_one(row[0], EventItem))
    return None


def claim_of(case: sqlite3.Connection, wanted: str) -> str:
    """Return the id of the claim that a statement or event tells, empty for none."""
    row = case.execute("SELECT claim FROM tellings WHERE telling = ?", (wanted,)).fetchone()
    return row[0] if row else ""


def entities(case: sqlite3.Connection, *, kind: str = "person", named: str = "", first: int = 0) -> Slice[Someone]:
    """Return entities of a kind, those with most statements first; `named`: words of their names in any spelling."""
    where, values = "entities WHERE kind = ?", [kind]
    if wanted := fold_words(named):
        every = case.execute("SELECT id, names FROM entities WHERE kind = ?", [kind])
        fitting = [id_ for id_, names in every if fits(wanted, names)]
        where, values = (
            f"{where} AND id IN (SELECT value FROM json_each(?))",
            [kind, msgspec.json.encode(fitting).decode()],
        )
    query = (
        "SELECT item, (SELECT count(*) FROM statements WHERE entity = entities.id) AS said"
        f" FROM {where} ORDER BY said DESC, place"
    )
    rows = [Someone(_one(item, EntityItem), said) for item, said in _slice(case, query, values, first)]
    return Slice(rows, first, _count(case, where, values))


def fits(wanted: list[str], names: str) -> bool:
    folded = fold_text(names)
    if not all(part in folded for part in wanted):
        return False
    return any(all(part in name for part in wanted) for name in map(fold_text, names.split(", ")))


def entity(case: sqlite3.Connection, wanted: str) -> EntityItem | None:
    """Return an entity by its id."""
    row = case.execute("SELECT item FROM entities WHERE id = ?", (wanted,)).fetchone()
    return _one(row[0], EntityItem) if row else None


def said_by(case: sqlite3.Connection, wanted: str, first: int = 0) -> Slice[Telling]:
    """Return what an entity says, by day."""
    where = "statements JOIN articles ON articles.id = article WHERE entity = ?"
    query = (
        f"SELECT statements.item, words, articles.item FROM {where}"
        " ORDER BY coalesce(statements.first, articles.first, '9'), statements.id"
    )
    rows = [
        Telling(words, _one(article, ArticleItem), statement=_one(item, StatementItem))
        for item, words, article in _slice(case, query, [wanted], first)
    ]
    return Slice(rows, first, _count(case, where, [wanted]))


def rulings(case: sqlite3.Connection) -> list[JudgementItem]:
    """Return what became of every judgement at the last update, in the order made."""
    return [_one(item, JudgementItem) for (item,) in case.execute("SELECT item FROM rulings ORDER BY place")]


def tenures(case: sqlite3.Connection, *, holders: tuple[str, ...] = ()) -> list[TenureItem]:
    """Return who held which office when; `holders`: only these names."""
    where = f" WHERE holder IN ({', '.join('?' * len(holders))})" if holders else ""
    rows = case.execute(f"SELECT item FROM tenures{where} ORDER BY place", holders)
    return [_one(item, TenureItem) for (item,) in rows]


def conflicts(case: sqlite3.Connection, *, about: str = "", first: int = 0) -> Slice[Clash]:
    """Return conflicts, of one kind or all."""
    where, values = ("conflicts WHERE about = ?", [about]) if about else ("conflicts", [])
    found = _slice(case, f"SELECT item, left_words, right_words FROM {where} ORDER BY place", values, first)
    rows = [Clash(_one(item, ConflictItem), left, right) for item, left, right in found]
    return Slice(rows, first, _count(case, where, values))


def positions(case: sqlite3.Connection) -> list[PositionItem]:
    """Return who demands, offers and refuses what, by matter."""
    return [_one(item, PositionItem) for (item,) in case.execute("SELECT item FROM positions ORDER BY place")]


def copies(case: sqlite3.Connection, first: int = 0) -> Slice[Copied]:
    """Return the copies, in the dossier's order."""
    found = _slice(case, "SELECT place, item, left_page, right_page FROM copies ORDER BY place", [], first)
    rows = [
        Copied(p, _one(item, CopyItem), _title(case, left), _title(case, right)) for p, item, left, right in found
    ]
    return Slice(rows, first, _count(case, "copies", []))


def copied_pages(case: sqlite3.Connection, first: int = 0) -> Slice[CopiedPages]:
    """Return the pairs of pages that share passages, those that share most first."""
    query = (  # of a group SQLite takes the row that holds the maximum
        "SELECT place, item, count(*), max(shared) FROM (SELECT place, item, left_page, right_page,"
        " json_extract(item, '$.left.end') - json_extract(item, '$.left.start') AS shared FROM copies)"
        " GROUP BY left_page, right_page ORDER BY sum(shared) DESC, place"
    )
    rows = [CopiedPages(p, _one(item, CopyItem), n) for p, item, n, _ in _slice(case, query, [], first)]
    return Slice(rows, first, _count(case, "(SELECT 1 FROM copies GROUP BY left_page, right_page)", []))


def copy(case: sqlite3.Connection, place: int) -> Copied | None:
    """Return one copy by its number."""
    if abs(place) > MOST:
        return None
    row = case.execute("SELECT item, left_page, right_page FROM copies WHERE place = ?", (place,)).fetchone()
    return Copied(place, _one(row[0], CopyItem), _title(case, row[1]), _title(case, row[2])) if row else None


_PAGE_ORDERS: Final[dict[PageOrder, str]] = {
    "source": f"{NATURAL}(source), id",
    "newest": f"(SELECT max(last) FROM articles WHERE page = pages.id) DESC NULLS LAST, {NATURAL}(source), id",
    "oldest": f"(SELECT min(first) FROM articles WHERE page = pages.id) NULLS LAST, {NATURAL}(source), id",
}


def listed(
    case: sqlite3.Connection, *, named: str = "", order: PageOrder = "source", first: int = 0
) -> Slice[Listed]:
    """Return the pages by source or by their articles' dates; `named`: a part of a source, address or title."""
    where, values = "pages", list[str]()
    if named:
        where = (
            "pages WHERE instr(source, ?) OR instr(url, ?) OR id IN (SELECT page FROM articles WHERE instr(title, ?))"
        )
        values = [named] * 3
    found = _slice(case, f"SELECT id, source, url FROM {where} ORDER BY {_PAGE_ORDERS[order]}", values, first)
    rows = [Listed(page, source, url, _articles(case, page)) for page, source, url in found]
    return Slice(rows, first, _count(case, where, values))


def reading(case: sqlite3.Connection, page: str) -> Reading | None:
    """Return a page with everything that was read on it; one that is not analysed yet has no layer."""
    row = case.execute("SELECT id, source, url, text FROM pages WHERE id = ?", (page,)).fetchone()
    if row is None:
        return None
    query = "SELECT note, blocks, times, mentions, digest != '' FROM readings WHERE page = ?"
    note, blocks, times, mentions, linked = case.execute(query, (page,)).fetchone() or ("", "[]", "[]", "[]", 0)
    return Reading(
        row[0],
        row[1],
        row[2],
        row[3],
        note,
        msgspec.json.decode(blocks, type=list[BlockItem]),
        msgspec.json.decode(times, type=list[TimeItem]),
        msgspec.json.decode(mentions, type=list[MentionItem]),
        _articles(case, page),
        _of_page(case, "statements", page, StatementItem),
        _of_page(case, "events", page, EventItem),
        bool(linked),
    )


def _articles(case: sqlite3.Connection, page: str) -> list[ArticleItem]:
    return _of_page(case, "articles", page, ArticleItem)


def _of_page(case: sqlite3.Connection, table: str, page: str, kind: type[T]) -> list[T]:
    rows = case.execute(f"SELECT item FROM {table} WHERE page = ? ORDER BY place", (page,))
    return [_one(item, kind) for (item,) in rows]


def _title(case: sqlite3.Connection, page: str) -> str:
    row = case.execute("SELECT title FROM articles WHERE page = ? ORDER BY place LIMIT 1", (page,)).fetchone()
    return row[0] if row else ""


def _one(item: str, kind: type[T]) -> T:
    return msgspec.json.decode(item, type=kind)


def _slice(case: sqlite3.Connection, query: str, values: list[str], first: int) -> list[tuple[Any, ...]]:
    return case.execute(f"{query} LIMIT {PER_PAGE} OFFSET {min(int(first), MOST)}", values).fetchall()


def _count(case: sqlite3.Connection, where: str, values: list[str]) -> int:
    return int(case.execute(f"SELECT count(*) FROM {where}", values).fetchone()[0])
