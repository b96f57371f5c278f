"""What people ruled, in the order in which they did: added to, never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

import msgspec
from msgspec.structs import replace

from takhrij.errors import InputError
from takhrij.records import Judgement, Span
from takhrij.store import pages


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


def quoted(database: sqlite3.Connection, judgement: Judgement) -> Judgement:
    """Return a judgement with the words that stand at its places now.

    Of a place that stands for an article its first line is enough: a judgement is handed on without the page.

    Raises:
        InputError: where the case has no such page, or the page is not so long.
    """
    short = judgement.ruling in _OF_ARTICLES
    left, left_quote = _quote(database, judgement.left, short=short)
    right, right_quote = _quote(database, judgement.right, short=short) if judgement.right else (None, "")
    return replace(judgement, left=left, right=right, left_quote=left_quote, right_quote=right_quote)


_OF_ARTICLES: Final = ("wrong date", "wrong split")
_LINE: Final = 200
"""Characters of an article's first line that stand for it."""


def _quote(database: sqlite3.Connection, span: Span, *, short: bool) -> tuple[Span, str]:
    page = pages.one(database, span.page)
    if page is None or not 0 <= span.start < span.end <= len(page.text):
        cure = "Give PAGE:START-END, characters of a page of this case, or the id of what stands there."
        raise InputError(f"no such place: {span.page}:{span.start}-{span.end}", cure=cure)
    words = page.text[span.start : span.end]
    if short and len(words) > _LINE:
        begin = len(words) - len(words.lstrip())
        words = (words[begin:].splitlines() or [""])[0][:_LINE].rstrip()
        span = replace(span, start=span.start + begin, end=span.start + begin + len(words))
    return span, words
