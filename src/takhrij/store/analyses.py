"""What one page says, kept for as long as program and data stay the same. A writer opens the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from takhrij.records import Analysis

_DECODER = msgspec.msgpack.Decoder(Analysis)


def keep(database: sqlite3.Connection, analysis: Analysis, maker: str) -> None:
    """Keep what `maker` made of a page, in the place of what an older one did."""
    row = (analysis.page, maker, msgspec.msgpack.encode(analysis))
    database.execute("INSERT OR REPLACE INTO analyses (page, maker, body) VALUES (?, ?, ?)", row)


def read(database: sqlite3.Connection, maker: str) -> Iterator[Analysis]:
    """Yield what `maker` made."""
    for (body,) in database.execute("SELECT body FROM analyses WHERE maker = ?", (maker,)):
        yield _DECODER.decode(body)


def unread(database: sqlite3.Connection) -> list[str]:
    """Return the ids of the pages that no maker has analysed."""
    rows = database.execute("SELECT id FROM pages WHERE id NOT IN (SELECT page FROM analyses) ORDER BY id")
    return [page for (page,) in rows]


def missing(database: sqlite3.Connection, maker: str) -> list[str]:
    """Return the ids of the pages that `maker` has not analysed."""
    rows = database.execute(
        "SELECT id FROM pages WHERE id NOT IN (SELECT page FROM analyses WHERE maker = ?) ORDER BY id", (maker,)
    )
    return [page for (page,) in rows]
