"""What all pages say together: the tables of the dossier, and the dossier from the tables."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

import msgspec
from msgspec.structs import replace

from takhrij import contract
from takhrij.contract import Dossier
from takhrij.store import history, rows, searching
from takhrij.store.database import transaction
from takhrij.store.rows import Row

T = TypeVar("T")
Normal = Callable[[str], list[str]]
"""From a text to its words in normal form: how a language writes is not the store's business."""
LINKED: Final = "SELECT page FROM readings WHERE digest != ''"
"""The pages that the last update published; others are shown as they are by themselves (`preview`)."""
OF_PAGE = ("readings", "articles", "statements", "events", "named")


class _Sheet:
    """What a dossier says of one page."""

    __slots__ = ("articles", "blocks", "events", "mentions", "page", "statements", "times")

    def __init__(self, page: contract.PageItem) -> None:
        self.page = page
        self.blocks: list[contract.BlockItem] = []
        self.times: list[contract.TimeItem] = []
        self.mentions: list[contract.MentionItem] = []
        self.articles: list[contract.ArticleItem] = []
        self.statements: list[contract.StatementItem] = []
        self.events: list[contract.EventItem] = []

    def entities(self) -> set[str]:
        """Return the ids of all whom the page names."""
        parties = [p for e in self.events for p in (*e.actor_details, *e.target_details)]
        named = [m.entity for m in self.mentions]
        return {i for i in (*named, *(s.entity for s in self.statements), *(p.entity for p in parties)) if i}

    def keep_entities(self, known: set[str]) -> None:
        """Leave out the ids of entities that are none of `known`."""

        def one(item: T, empty: str | None) -> T:
            return item if item.entity in known else replace(item, entity=empty)  # type: ignore[attr-defined,type-var]

        self.mentions = [one(mention, "") for mention in self.mentions]
        self.statements = [one(statement, None) for statement in self.statements]
        self.events = [
            replace(
                event,
                actor_details=[one(party, None) for party in event.actor_details],
                target_details=[one(party, None) for party in event.target_details],
            )
            for event in self.events
        ]

    def digest(self) -> str:
        """Return what changes when anything that the tables hold of this page does."""
        made = hashlib.sha256(self.page.language.encode() + b"\0" + self.page.note.encode())
        for items in (self.blocks, self.times, self.mentions, self.articles, self.statements, self.events):
            made.update(msgspec.msgpack.encode(items))
        return made.hexdigest()


def publish(database: sqlite3.Connection, dossier: Dossier, normal: Normal, run: int, inputs: str) -> int:
    """Make the tables say what `dossier` says, note what changed, and return of how many pages.

    The caller opens the transaction, so that it happens all at once. A page of which the dossier says what it said
    before is not touched, unless another program wrote it: how words become findable may differ. `inputs` is kept,
    to tell whether more came.
    """
    whole = rows.whole(dossier)
    history.note(database, dossier, whole, run)
    before = dict(database.execute("SELECT page, digest FROM readings"))
    same = _same_program(database, run)
    changed = 0
    for sheet in _sheets(dossier):
        digest = sheet.digest()
        if before.get(sheet.page.id) != digest or not same:
            _write(database, sheet, digest, normal)
            changed += before.get(sheet.page.id) != digest
    for table, made in whole.items():
        database.execute(f"DELETE FROM {table}")
        _insert(database, table, made)
    database.execute("INSERT OR REPLACE INTO settled (only, run, inputs) VALUES (1, ?, ?)", (run, inputs))
    return changed


def preview(database: sqlite3.Connection, dossier: Dossier, normal: Normal) -> None:
    """Make the pages of `dossier` readable and findable as they are until an update publishes them.

    No entity is named that the last update did not know: nothing leads where nothing is.
    """
    for sheet in _sheets(dossier):
        sheet.keep_entities({i for i in sheet.entities() if _has_entity(database, i)})
        _write(database, sheet, "", normal)


def is_linked(database: sqlite3.Connection, page: str) -> bool:
    """Whether the last update published a page."""
    return database.execute(f"{LINKED} AND page = ?", (page,)).fetchone() is not None


def _has_entity(database: sqlite3.Connection, wanted: str) -> bool:
    return database.execute("SELECT 1 FROM entities WHERE id = ?", (wanted,)).fetchone() is not None


def settled(database: sqlite3.Connection) -> tuple[int, str]:
    """Return the last run that published, and its inputs; 0 and nothing before the first."""
    row = database.execute("SELECT run, inputs FROM settled").fetchone()
    return (row[0], row[1]) if row else (0, "")


def forget(database: sqlite3.Connection) -> None:
    """Have everything worked out and written anew.

    Until then the tables stay: readers see what was published last, and the next run tells what changed against it.
    """
    with transaction(database):
        for table in ("analyses", "settled"):
            database.execute(f"DELETE FROM {table}")


def _same_program(database: sqlite3.Connection, run: int) -> bool:
    """Whether the program of a run, with its data, wrote the tables; not so after `forget`."""
    return bool(database.execute("SELECT maker FROM runs WHERE id = ?", (run,)).fetchone() == (maker(database),))


def maker(database: sqlite3.Connection) -> str:
    """Return the program with its data that wrote the tables, empty where none did."""
    row = database.execute("SELECT maker FROM settled JOIN runs ON runs.id = settled.run").fetchone()
    return str(row[0]) if row else ""


def read(database: sqlite3.Connection) -> Dossier:
    """Return the dossier that was published last, equal to the one that was given."""
    layers = {
        row[0]: row[1:]
        for row in database.execute(
            "SELECT page, language, note, blocks, times, mentions FROM readings WHERE digest != ''"
        )
    }
    pages = [_page(row, layers[row[0]]) for row in _pages(database) if row[0] in layers]
    order = {page.id: place for place, page in enumerate(pages)}
    return Dossier(
        format=contract.FORMAT,
        pages=pages,
        blocks=[item for page in pages for item in _many(layers[page.id][2], contract.BlockItem)],
        articles=_of_pages(database, "articles", contract.ArticleItem, order),
        times=[item for page in pages for item in _many(layers[page.id][3], contract.TimeItem)],
        entities=_of_all(database, "entities", contract.EntityItem),
        mentions=[item for page in pages for item in _many(layers[page.id][4], contract.MentionItem)],
        tenures=_of_all(database, "tenures", contract.TenureItem),
        statements=_of_pages(database, "statements", contract.StatementItem, order),
        events=_of_pages(database, "events", contract.EventItem, order),
        copies=_of_all(database, "copies", contract.CopyItem),
        claims=_of_all(database, "claims", contract.ClaimItem),
        conflicts=_of_all(database, "conflicts", contract.ConflictItem),
        positions=_of_all(database, "positions", contract.PositionItem),
        stories=_of_all(database, "stories", contract.StoryItem),
        judgements=_of_all(database, "rulings", contract.JudgementItem),
        failures=[
            contract.FailureItem(source=a, stage=b, error=c, cure=d)
            for a, b, c, d in database.execute(
                "SELECT source, stage, error, cure FROM failures ORDER BY source, stage"
            )
        ],
        timeline=_of_all(database, "timeline", contract.TimelineItem),
    )


def _sheets(dossier: Dossier) -> Iterator[_Sheet]:
    sheets = {page.id: _Sheet(page) for page in dossier.pages}
    for block in dossier.blocks:
        sheets[block.page].blocks.append(block)
    for time in dossier.times:
        sheets[time.page].times.append(time)
    for mention in dossier.mentions:
        sheets[mention.page].mentions.append(mention)
    for article in dossier.articles:
        sheets[article.page].articles.append(article)
    for statement in dossier.statements:
        sheets[statement.page].statements.append(statement)
    for event in dossier.events:
        sheets[event.page].events.append(event)
    yield from sheets.values()


def _write(database: sqlite3.Connection, sheet: _Sheet, digest: str, normal: Normal) -> None:
    page, text = sheet.page.id, sheet.page.text
    for table in OF_PAGE:
        database.execute(f"DELETE FROM {table} WHERE page = ?", (page,))
    reading: Row = {
        "page": page,
        "digest": digest,
        "language": sheet.page.language,
        "note": sheet.page.note,
        "blocks": rows.json(sheet.blocks),
        "times": rows.json(sheet.times),
        "mentions": rows.json(sheet.mentions),
    }
    _insert(database, "readings", [reading])
    _insert(database, "articles", [rows.article(item, place) for place, item in enumerate(sheet.articles)])
    _insert(database, "statements", [rows.statement(s, place, text) for place, s in enumerate(sheet.statements)])
    _insert(database, "events", [rows.event(e, place, text) for place, e in enumerate(sheet.events)])
    database.executemany(
        "INSERT INTO named VALUES (?, ?, ?, ?)",
        [(mention.entity, page, mention.start, mention.end) for mention in sheet.mentions if mention.entity],
    )
    searching.index(database, page, text, (sheet.articles, sheet.statements, sheet.events, sheet.blocks), normal)


def _insert(database: sqlite3.Connection, table: str, made: Iterable[Row]) -> None:
    grouped: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in made:
        grouped[tuple(row)].append(row)
    for columns, several in grouped.items():
        places = ", ".join(f":{column}" for column in columns)
        database.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", several)


def _pages(database: sqlite3.Connection) -> list[tuple[Any, ...]]:
    found = [
        (row[0], msgspec.json.decode(row[1], type=list[str]), *row[2:])
        for row in database.execute("SELECT id, sources, sha256, text, url FROM pages")
    ]
    return sorted(found, key=lambda row: row[1])


def _page(row: tuple[Any, ...], layer: tuple[Any, ...]) -> contract.PageItem:
    page, sources, sha256, text, url = row
    return contract.PageItem(
        id=page,
        source=sources[0],
        sources=sources,
        sha256=sha256,
        text=text,
        language=layer[0],
        note=layer[1],
        url=url,
    )


def _many(items: str, kind: type[T]) -> list[T]:
    return msgspec.json.decode(items, type=list[kind])  # type: ignore[valid-type]


def _of_all(database: sqlite3.Connection, table: str, kind: type[T]) -> list[T]:
    decode = msgspec.json.Decoder(kind).decode
    return [decode(item) for (item,) in database.execute(f"SELECT item FROM {table} ORDER BY place")]


def _of_pages(database: sqlite3.Connection, table: str, kind: type[T], order: dict[str, int]) -> list[T]:
    decode = msgspec.json.Decoder(kind).decode
    found = database.execute(f"SELECT page, place, item FROM {table} WHERE page IN ({LINKED})").fetchall()
    return [decode(item) for _, _, item in sorted(found, key=lambda row: (order[row[0]], row[1]))]
