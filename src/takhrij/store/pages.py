"""What people gave to a case: its pages, and what could not be read. Whoever writes opens a transaction around it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

import msgspec

from takhrij.records import Failure, Mark, Page

What = Literal["add", "update"]


class Accepted(NamedTuple):
    """How many pages were new, how many were there already, and how many could not be read."""

    new: int
    again: int
    failed: int

    def plus(self, other: Accepted) -> Accepted:
        """Return the sums."""
        return Accepted(self.new + other.new, self.again + other.again, self.failed + other.failed)


def begin(database: sqlite3.Connection, what: What, at: str, maker: str = "") -> int:
    """Return the number of a new run that begins `at` (UTC, ISO 8601). Call it inside a transaction."""
    row = database.execute("INSERT INTO runs (at, what, maker) VALUES (?, ?, ?)", (at, what, maker))
    assert row.lastrowid is not None
    return row.lastrowid


def accept(database: sqlite3.Connection, found: Iterable[Page | Failure], run: int) -> Accepted:
    """Keep pages and failures. Same bytes, same page, with all its sources; what is read has failed no more."""
    new = again = failed = 0
    for item in found:
        if isinstance(item, Failure):
            keep_failure(database, item)
            failed += 1
        elif _widened(database, item):
            again += 1
        else:
            database.execute(_INSERT, _row(item, run))
            new += 1
        if isinstance(item, Page):
            database.executemany("DELETE FROM failures WHERE source = ?", [(source,) for source in item.sources])
    return Accepted(new, again, failed)


def read(database: sqlite3.Connection) -> Iterator[Page]:
    """Yield all pages in the order of their sources, which is that of `pipeline.gather`."""
    rows = database.execute(f"SELECT {_COLUMNS} FROM pages")
    yield from sorted(map(_page, rows), key=lambda page: page.sources)


def one(database: sqlite3.Connection, page: str) -> Page | None:
    """Return a page by its id."""
    row = database.execute(f"SELECT {_COLUMNS} FROM pages WHERE id = ?", (page,)).fetchone()
    return _page(row) if row else None


def keep_failure(database: sqlite3.Connection, failure: Failure) -> None:
    """Keep a failure in the place of an older one of the same source and stage."""
    database.execute(
        "INSERT OR REPLACE INTO failures (source, stage, error, cure) VALUES (?, ?, ?, ?)",
        (failure.source, failure.stage, failure.error, failure.cure),
    )


def forgive(database: sqlite3.Connection, page: str, stage: str) -> None:
    """Forget that a page failed in a stage: it has passed now."""
    database.execute(
        "DELETE FROM failures WHERE stage = ?"
        " AND source IN (SELECT value FROM pages, json_each(pages.sources) WHERE pages.id = ?)",
        (stage, page),
    )


def failures(database: sqlite3.Connection) -> list[Failure]:
    """Return what could not be read or analysed, by source."""
    rows = database.execute("SELECT source, stage, error, cure FROM failures ORDER BY source, stage")
    return [Failure(source=a, stage=b, error=c, cure=d) for a, b, c, d in rows]


def _widened(database: sqlite3.Connection, page: Page) -> bool:
    """Whether the page is there already; then its sources are all that it came from."""
    row = database.execute("SELECT sources FROM pages WHERE id = ?", (page.id,)).fetchone()
    if row is None:
        return False
    sources = sorted({*msgspec.json.decode(row[0], type=list[str]), *page.sources})
    database.execute("UPDATE pages SET sources = ?, source = ? WHERE id = ?", (_json(sources), sources[0], page.id))
    return True


_COLUMNS = "id, text, sources, sha256, media, encoding, url, fetched, marks"
_INSERT = f"INSERT INTO pages ({_COLUMNS}, source, run) VALUES ({', '.join('?' * 11)})"


def _row(page: Page, run: int) -> tuple[str | int, ...]:
    return (
        page.id,
        page.text,
        _json(page.sources),
        page.raw_sha256,
        page.media,
        page.encoding,
        page.url,
        page.fetched,
        _json(page.marks),
        page.sources[0],
        run,
    )


def _page(row: tuple[str, ...]) -> Page:
    return Page(
        id=row[0],
        text=row[1],
        sources=msgspec.json.decode(row[2], type=tuple[str, ...]),
        raw_sha256=row[3],
        media=row[4],
        encoding=row[5],
        url=row[6],
        fetched=row[7],
        marks=msgspec.json.decode(row[8], type=tuple[Mark, ...]),
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
