"""Finds words in a case, in any spelling and with any clitic, and tells where the page has them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from takhrij.contract import ArticleItem, BlockItem, EventItem, StatementItem
from takhrij.errors import CaseError
from takhrij.text import fold

Kind = Literal["article", "statement", "event"]
Order = Literal["best", "oldest", "newest"]
Normal = Callable[[str], list[str]]
"""From a text to its words in normal form, one for every word of `fold(text)`."""
Items = tuple[Sequence[ArticleItem], Sequence[StatementItem], Sequence[EventItem], Sequence[BlockItem]]
_TERM: Final = re.compile(
    r'(?P<not>-(?=\())|(?P<no>-(?=\S))?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"()]+))|(?P<paren>[()])'
)
_DAY: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_WHOLE: Final = len("2025-02-19")
_OPERATORS: Final = {"AND": "AND", "OR": "OR", "NOT": "NOT", "|": "OR"}
_BETWEEN: Final = "\ue000"
"""A word that no page has, between stretches of text, so that no phrase begins in one and ends in the next."""
SNIPPET: Final = 30
"""Words shown around the first word that is found."""


class Wanted(NamedTuple):
    """What to search for. `speaker` and `outlet` are parts of names; `first` and `last` are days.

    Of what fits, `limit` are shown behind the first `skip`; what has no date comes last in every order.
    """

    query: str
    kinds: tuple[Kind, ...] = ()
    speaker: str = ""
    outlet: str = ""
    first: str = ""
    last: str = ""
    limit: int = 20
    order: Order = "best"
    skip: int = 0


class Lit(NamedTuple):
    """Characters of the page that one word of the query found."""

    start: int
    end: int


class Hit(NamedTuple):
    """What was found: `start` to `end` are the characters to show, `lit` the words in them.

    `around` are the characters of the whole sentence, without which the words of a statement are hard to read.
    """

    kind: Kind
    ref: str
    page: str
    outlet: str
    speaker: str
    first: str | None
    last: str | None
    start: int
    end: int
    lit: tuple[Lit, ...]
    around: Lit


_COLUMNS = "kind, ref, page, outlet, speaker, outlet_words, speaker_words, first, last, spans"
_INSERT = f"INSERT INTO entries ({_COLUMNS}) VALUES ({', '.join('?' * 10)})"


def index(database: sqlite3.Connection, page: str, text: str, items: Items, normal: Normal) -> None:
    """Make a page's articles, statements and events findable, in the place of what was so before."""
    ids = [row[0] for row in database.execute("SELECT id FROM entries WHERE page = ?", (page,))]
    database.executemany("DELETE FROM words WHERE rowid = ?", [(i,) for i in ids])
    database.execute("DELETE FROM entries WHERE page = ?", (page,))
    for kind, ref, outlet, speaker, days, spans in _entries(items):
        names = (" ".join(normal(outlet)), " ".join(normal(speaker)))
        entry = database.execute(
            _INSERT,
            (kind, ref, page, outlet, speaker, *names, *days, " ".join(f"{a}-{b}" for a, b in spans)),
        ).lastrowid
        words = f" {_BETWEEN} ".join(" ".join(normal(text[a:b])) for a, b in spans)
        database.execute("INSERT INTO words (rowid, normal) VALUES (?, ?)", (entry, words))


class Found(NamedTuple):
    """What a search shows, and how many fit in all."""

    hits: list[Hit]
    total: int


def search(database: sqlite3.Connection, wanted: Wanted, normal: Normal) -> Found:
    """Return what fits, in the order that is wanted.

    Raises:
        CaseError: for a query without a word, or with brackets that do not close.
    """
    terms = list(_terms(wanted.query, normal))
    conditions, values = ["words MATCH ?"], [_expression(terms)]
    for condition, value in _filters(wanted, normal):
        conditions.append(condition)
        values += value
    joined, where = "words JOIN entries ON entries.id = words.rowid", " AND ".join(conditions)
    shown = (
        "SELECT kind, ref, entries.page, outlet, speaker, first, last, spans, text"
        f" FROM {joined} JOIN pages ON pages.id = entries.page WHERE {where}"
        f" ORDER BY {_ORDERS[wanted.order]}, kind, ref LIMIT {int(wanted.limit)} OFFSET {int(wanted.skip)}"
    )
    try:
        rows = database.execute(shown, values).fetchall()
        total = int(database.execute(f"SELECT count(*) FROM {joined} WHERE {where}", values).fetchone()[0])
    except sqlite3.OperationalError as error:
        raise CaseError(f"{wanted.query}: not understood", cure=_CURE) from error
    return Found([_hit(row, terms, normal) for row in rows], total)


_ORDERS: Final[dict[Order, str]] = {
    "best": "bm25(words)",
    "oldest": "first IS NULL, first, last",
    "newest": "last IS NULL, last DESC, first DESC",
}
_CURE = 'Write words, "a phrase", begin*, -without, AND, OR, NOT and brackets that close.'


class _Term(NamedTuple):
    """A part of a query: an operator or bracket as it is (`op`), or words in normal form; `begins`: with a star."""

    op: str = ""
    words: tuple[str, ...] = ()
    begins: bool = False
    without: bool = False


def _terms(query: str, normal: Normal) -> Iterator[_Term]:
    for match in _TERM.finditer(query):
        written = match["phrase"] if match["phrase"] is not None else match["word"] or ""
        if match["not"]:
            yield _Term(op="NOT")
            continue
        if match["paren"] or (match["word"] or "") in _OPERATORS:
            yield _Term(op=match["paren"] or _OPERATORS[match["word"]])
            continue
        begins = match["phrase"] is None and written.endswith("*")
        words = tuple(normal(written))
        if words:
            yield _Term("", words, begins, bool(match["no"]))


def _expression(terms: Sequence[_Term]) -> str:
    """Return the query in FTS5's grammar, every word of it quoted; what is without comes last, as NOT."""
    wanted = [term for term in terms if not term.without]
    unwanted = [term for term in terms if term.without]
    if not any(term.words for term in wanted):
        raise CaseError("a search needs a word", cure=_CURE)
    parts: list[str] = []
    for before, term in zip([None, *wanted], wanted, strict=False):
        joined = before is None or term.op in ("AND", "OR", "NOT", ")") or (before.op and before.op != ")")
        if not joined:
            parts.append("AND")
        parts.append(term.op or _quoted(term))
    expression = " ".join(parts)
    return f"({expression}) NOT ({' OR '.join(map(_quoted, unwanted))})" if unwanted else expression


def _quoted(term: _Term) -> str:
    return '"' + " ".join(word.replace('"', '""') for word in term.words) + '"' + ("*" if term.begins else "")


def _filters(wanted: Wanted, normal: Normal) -> Iterator[tuple[str, list[str]]]:
    if wanted.kinds:
        yield f"kind IN ({', '.join('?' * len(wanted.kinds))})", list(wanted.kinds)
    for column, name in (("speaker", wanted.speaker), ("outlet", wanted.outlet)):
        for word in normal(name):
            yield f"instr(' ' || {column}_words || ' ', ' ' || ? || ' ')", [word]
    for day in filter(None, (wanted.first, wanted.last)):
        if not _is_day(day):
            raise CaseError(f"{day} is no day", cure="Give a day as 2025-02-19, a month as 2025-02 or a year.")
    if wanted.first and wanted.last and wanted.last < wanted.first[: len(wanted.last)]:
        raise CaseError(f"{wanted.last} is before {wanted.first}", cure="Give the earlier day as the first.")
    if wanted.first:
        yield "last >= ?", [wanted.first]
    if wanted.last:
        yield "first <= ?", [wanted.last if len(wanted.last) == _WHOLE else wanted.last + "-99"]


def _is_day(told: str) -> bool:
    if not _DAY.fullmatch(told):
        return False
    try:
        date.fromisoformat(told + "-01" * ((_WHOLE - len(told)) // len("-01")))
    except ValueError:
        return False
    return True


def _entries(
    items: Items,
) -> Iterator[tuple[Kind, str, str, str, tuple[str | None, str | None], list[tuple[int, int]]]]:
    """Yield what is findable: kind, id, outlet, speaker, days, and the characters that are its words."""
    articles, statements, events, blocks = items
    outlets = {article.id: article.outlet for article in articles}
    published = {a.id: (a.published[0].first, a.published[0].last) if a.published else (None, None) for a in articles}
    for article in articles:
        own = [(b.start, b.end) for b in blocks if b.article == article.id and b.kind in ("title", "body")]
        yield "article", article.id, article.outlet, "", published[article.id], own
    for statement in statements:
        days = (statement.when.first, statement.when.last) if statement.when else published[statement.article]
        spans = [(statement.content.start, statement.content.end)]
        yield "statement", statement.id, outlets[statement.article], statement.speaker, days, spans
    for event in events:
        days = (event.when.first, event.when.last) if event.when else published[event.article]
        yield "event", event.id, outlets[event.article], "", days, [(event.start, event.end)]


def _hit(row: tuple[str, ...], terms: Iterable[_Term], normal: Normal) -> Hit:
    kind, ref, page, outlet, speaker, first, last, spans, text = row
    lit: list[Lit] = []
    shown: tuple[int, int] | None = None
    for span in spans.split():
        start, end = map(int, span.split("-"))
        found = list(_lit(text[start:end], start, terms, normal))
        if found and not lit:
            shown = _around(text, start, end, found[0])
        lit += found
    start, end = shown or _first(spans)
    inside = tuple(sorted({mark for mark in lit if start <= mark.start and mark.end <= end}))
    return Hit(kind, ref, page, outlet, speaker, first, last, start, end, inside, Lit(start, end))  # type: ignore[arg-type]


def _first(spans: str) -> tuple[int, int]:
    start, end = spans.split(maxsplit=1)[0].split("-")
    return int(start), int(end)


def _lit(text: str, at: int, terms: Iterable[_Term], normal: Normal) -> Iterator[Lit]:
    """Yield the characters of a stretch that fit words of the query; of a phrase, only where it stands whole."""
    folded, words = fold(text).words, normal(text)
    for term in terms:
        size = len(term.words)
        for i in range(len(words) - size + 1 if size and not term.without else 0):
            run = words[i : i + size]
            if run[:-1] == list(term.words[:-1]) and (
                run[-1].startswith(term.words[-1]) if term.begins else run[-1] == term.words[-1]
            ):
                yield from (Lit(at + word.start, at + word.end) for word in folded[i : i + size])


def _around(text: str, start: int, end: int, first: Lit) -> tuple[int, int]:
    """Return the characters to show of a long stretch: some words before and behind the first that is lit."""
    words = fold(text[start:end]).words
    if len(words) <= 2 * SNIPPET:
        return start, end
    here = next(i for i, word in enumerate(words) if start + word.start >= first.start)
    low, high = max(here - SNIPPET, 0), min(here + SNIPPET, len(words))
    return start + words[low].start, start + words[high - 1].end
