"""What a person needs to see before he rules: the sentence around some words, who is meant, who else it may be."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from typing import Final

import msgspec

from takhrij.contract import ArticleItem, BlockItem, CopyItem, EntityItem, FailureItem
from takhrij.store.views import Slice, fits
from takhrij.text import fold_words, sentences

SHOWN: Final = 20
"""People that a search for one shows."""
_COUNTED: Final = 100
"""People, in the dossier's order, whose pages are counted: a single letter fits thousands."""
_LONGEST: Final = 400
"""Characters of a sentence on either side of the words: a page may be one line."""


_OPENING: Final = 90
"""Characters of an article's beginning that stand for its title."""


class Context(msgspec.Struct, frozen=True):
    """Words of a page within their sentence, with the article that they stand in, if any."""

    page: str
    start: int
    end: int
    before: str
    words: str
    after: str
    source: str
    article: ArticleItem | None


class Someone(msgspec.Struct, frozen=True):
    """Whom a name may mean: on how many pages, how often he speaks, and where he is named first."""

    item: EntityItem
    pages: int
    statements: int
    place: str


def around(case: sqlite3.Connection, page: str, start: int, end: int) -> Context | None:
    """Return the words of a place within their sentence; None where there is no such place."""
    row = case.execute("SELECT text, source FROM pages WHERE id = ?", (page,)).fetchone()
    if row is None or not 0 <= start < end <= len(row[0]):
        return None
    text, source = row
    first, last = sentence(case, page, text, start, end)
    before, words, after = (" ".join(part.split()) for part in (text[first:start], text[start:end], text[end:last]))
    gaps = [" " if text[at : at + 1].isspace() or text[at - 1 : at].isspace() else "" for at in (start, end)]
    return Context(page, start, end, before + gaps[0], words, gaps[1] + after, source, holding(case, page, start))


def sentence(case: sqlite3.Connection, page: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a place of a page begins and ends; of a long one the part near the place."""
    row = case.execute("SELECT blocks FROM readings WHERE page = ?", (page,)).fetchone()
    blocks = msgspec.json.decode(row[0] if row else "[]", type=list[BlockItem])
    block = next((b for b in blocks if b.start <= start < b.end), None)
    first, last = (block.start, max(block.end, end)) if block else (start, end)
    for low, high in sentences(text, first, last):
        if low <= start < high:
            first, last = low, max(high, end)
            break
    return max(first, start - _LONGEST), min(last, end + _LONGEST)


def holding(case: sqlite3.Connection, page: str, at: int) -> ArticleItem | None:
    """Return the article of a page that holds the character `at`, if one does."""
    rows = case.execute("SELECT item FROM articles WHERE page = ? ORDER BY place", (page,))
    articles = (msgspec.json.decode(item, type=ArticleItem) for (item,) in rows)
    around = (article for article in articles if article.start <= at < article.end)
    return min(around, key=lambda article: article.end - article.start, default=None)  # one may stand within another


def articles(case: sqlite3.Connection, wanted: Iterable[str]) -> dict[str, ArticleItem]:
    """Return articles by their ids; one that is not there is left out."""
    found = {}
    for id_ in wanted:
        row = case.execute("SELECT item FROM articles WHERE id = ?", (id_,)).fetchone()
        if row:
            found[id_] = msgspec.json.decode(row[0], type=ArticleItem)
    return found


def words_of(case: sqlite3.Connection, claims: Iterable[str]) -> dict[str, str]:
    """Return the words of claims by their ids; one that is not there is left out."""
    found = {}
    for claim in claims:
        row = case.execute("SELECT words FROM claims WHERE id = ?", (claim,)).fetchone()
        if row:
            found[claim] = row[0]
    return found


def sources_of(case: sqlite3.Connection, claim: str) -> list[str]:
    """Return the names of those at the ends of a claim's chains; nobody where it is told without one."""
    row = case.execute("SELECT json_extract(item, '$.sources') FROM claims WHERE id = ?", (claim,)).fetchone()
    return msgspec.json.decode(row[0], type=list[str]) if row else []


def copy_of(case: sqlite3.Connection, page: str, others: Collection[str]) -> int | None:
    """Return the number of the first copy that a page shares with one of some others, if it does."""
    marks = ", ".join("?" * len(others))
    row = case.execute(
        f"SELECT min(place) FROM copies WHERE (left_page = ? AND right_page IN ({marks}))"
        f" OR (right_page = ? AND left_page IN ({marks}))",
        (page, *others, page, *others),
    ).fetchone()
    return None if row[0] is None else int(row[0])


def opening(case: sqlite3.Connection, article: ArticleItem) -> str:
    """Return the words that an article's text begins with: of one without a title they tell which it is."""
    row = case.execute(
        "SELECT text, blocks FROM pages LEFT JOIN readings ON page = id WHERE id = ?", (article.page,)
    ).fetchone()
    if row is None:
        return ""
    own = [b for b in msgspec.json.decode(row[1] or "[]", type=list[BlockItem]) if b.article == article.id]
    start = next((b.start for b in own if b.kind == "body"), article.start)
    return " ".join(row[0][start : start + _OPENING].split())


def people(case: sqlite3.Connection, named: str, kinds: tuple[str, ...], without: str = "") -> list[Someone]:
    """Return whom a name in any spelling may mean, those on most pages first; `without` leaves one out.

    Every word that is asked for is a word, or a part of one, of one of the names.
    """
    wanted = fold_words(named)
    if not wanted:
        return []
    marks = ", ".join("?" * len(kinds))
    rows = case.execute(f"SELECT id, names FROM entities WHERE kind IN ({marks}) ORDER BY place", kinds)
    fitting = [id_ for id_, names in rows if id_ != without and fits(wanted, names)]
    counted = [(*_count(case, id_), id_) for id_ in fitting[:_COUNTED]]
    best = sorted(counted, key=lambda row: (-row[0], -row[1], row[2]))[:SHOWN]
    found = [someone(case, id_) for _, _, id_ in best]
    return [one for one in found if one and one.place]


def someone(case: sqlite3.Connection, wanted: str) -> Someone | None:
    """Return an entity with on how many pages it is named, and where first; None where there is no such."""
    row = case.execute("SELECT item FROM entities WHERE id = ?", (wanted,)).fetchone()
    if row is None:
        return None
    query = 'SELECT page, start, "end" FROM named WHERE entity = ? ORDER BY page, start LIMIT 1'
    at = case.execute(query, (wanted,)).fetchone()
    item = msgspec.json.decode(row[0], type=EntityItem)
    return Someone(item, *_count(case, wanted), f"{at[0]}:{at[1]}-{at[2]}" if at else "")


def _count(case: sqlite3.Connection, entity: str) -> tuple[int, int]:
    pages = case.execute("SELECT count(DISTINCT page) FROM named WHERE entity = ?", (entity,)).fetchone()
    said = case.execute("SELECT count(*) FROM statements WHERE entity = ?", (entity,)).fetchone()
    return int(pages[0]), int(said[0])


def named(case: sqlite3.Connection, wanted: str, first: int, most: int) -> Slice[Context]:
    """Return where somebody is named, in his sentences, by page: `most` places from `first` on."""
    total = int(case.execute("SELECT count(*) FROM named WHERE entity = ?", (wanted,)).fetchone()[0])
    rows = case.execute(
        'SELECT page, start, "end" FROM named WHERE entity = ? ORDER BY page, start LIMIT ? OFFSET ?',
        (wanted, most, min(first, 2**62)),
    ).fetchall()
    return Slice([found for row in rows if (found := around(case, *row))], first, total)


def passages(case: sqlite3.Connection, left: str, right: str) -> list[CopyItem]:
    """Return all passages that two pages share."""
    rows = case.execute(
        "SELECT item FROM copies WHERE (left_page, right_page) IN ((?, ?), (?, ?)) ORDER BY place",
        (left, right, right, left),
    )
    return [msgspec.json.decode(item, type=CopyItem) for (item,) in rows]


def failures(case: sqlite3.Connection) -> list[FailureItem]:
    """Return what could not be read or analysed, with the cure, by source."""
    rows = case.execute("SELECT source, stage, error, cure FROM failures ORDER BY source, stage LIMIT 200")
    return [FailureItem(source=a, stage=b, error=c, cure=d) for a, b, c, d in rows]
