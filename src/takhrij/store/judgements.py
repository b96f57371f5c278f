"""What people ruled, in the order in which they did: added to, never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from takhrij.records import Judgement


def add(database: sqlite3.Connection, judgements: Iterable[Judgement]) -> int:
    """Add judgements behind those that are there, and return how many were new: the same twice is one."""
    before = database.total_changes
    database.executemany(
        "INSERT OR IGNORE INTO judgements (ruling, left_quote, right_quote, note, by, at, item)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (j.ruling, j.left_quote, j.right_quote, j.note, j.by, j.at, msgspec.json.encode(j).decode())
            for j in judgements
        ),
    )
    return database.total_changes - before


def read(database: sqlite3.Connection) -> tuple[Judgement, ...]:
    """Return all judgements in the order made."""
    rows = database.execute("SELECT item FROM judgements ORDER BY id")
    return tuple(msgspec.json.decode(item, type=Judgement) for (item,) in rows)
