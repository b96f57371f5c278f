"""The dossier as plain tables, a row a thing, for the exports that write such."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from takhrij.contract import Days, Dossier, HopItem

Cell = str | int | float | bool | None
ARROW = " ← "
"""Between the hops of a chain, nearest the reader first."""


class Sheet(NamedTuple):
    """A table: `rows` have a cell for each of `columns`."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def sheets(dossier: Dossier) -> Iterator[Sheet]:
    """Yield pages (without their text), articles, statements, events, claims, conflicts, copies, people and offices,
    positions and the time line, each in the dossier's order. Spans are code points of a page's `text`."""
    text = {page.id: page.text for page in dossier.pages}
    yield Sheet(
        "pages",
        ("id", "source", "url", "sha256", "language", "note"),
        [(p.id, p.source, p.url, p.sha256, p.language, p.note) for p in dossier.pages],
    )
    yield Sheet(
        "articles",
        ("id", "page", "start", "end", "title", "outlet", "byline", "dateline", "credits", "first", "last"),
        [
            (a.id, a.page, a.start, a.end, a.title, a.outlet, a.byline, a.dateline, chain(a.credits), *published)
            for a in dossier.articles
            for published in [(a.published[0].first, a.published[0].last) if a.published else (None, None)]
        ],
    )
    claim_of = {t: claim.id for claim in dossier.claims for t in (*claim.statements, *claim.events)}
    yield Sheet(
        "statements",
        (
            "id",
            "article",
            "speaker",
            "speaker_kind",
            "entity",
            "act",
            "quoted",
            "hedge",
            "words",
            "chain",
            "first",
            "last",
            "claim",
            "page",
            "start",
            "end",
        ),
        [
            (
                s.id,
                s.article,
                s.speaker,
                s.speaker_kind,
                s.entity,
                s.act,
                s.quoted,
                s.hedge,
                line(text[s.page][s.content.start : s.content.end]),
                chain(s.chain),
                *days(s.when),
                claim_of.get(s.id),
                s.page,
                s.content.start,
                s.content.end,
            )
            for s in dossier.statements
        ],
    )
    yield Sheet(
        "events",
        (
            "id",
            "article",
            "statement",
            "type",
            "mode",
            "status",
            "actors",
            "targets",
            "place",
            "counts",
            "words",
            "first",
            "last",
            "claim",
            "page",
            "start",
            "end",
        ),
        [
            (
                e.id,
                e.article,
                e.statement,
                e.type,
                e.mode,
                e.status,
                ", ".join(e.actors),
                ", ".join(e.targets),
                e.place,
                "; ".join(f"{c.mod} {c.value:g} {c.of}".strip() for c in e.counts),
                line(text[e.page][e.start : e.end]),
                *days(e.when),
                claim_of.get(e.id),
                e.page,
                e.start,
                e.end,
            )
            for e in dossier.events
        ],
    )
    yield Sheet(
        "claims",
        ("id", "tellings", "origins", "sources", "origin_names", "source_names", "first", "last"),
        [
            (
                c.id,
                len(c.statements) + len(c.events),
                len(c.origins),
                len(c.sources),
                ", ".join(c.origins),
                ", ".join(c.sources),
                *days(c.when),
            )
            for c in dossier.claims
        ],
    )
    yield Sheet(
        "conflicts",
        ("left", "right", "about", "left_words", "right_words", "left_page", "right_page"),
        [
            (
                c.left,
                c.right,
                c.about,
                *(line(text[s.page][s.start : s.end]) for s in c.spans),
                *(s.page for s in c.spans),
            )
            for c in dossier.conflicts
        ],
    )
    yield Sheet(
        "copies",
        ("left_page", "left_start", "left_end", "right_page", "right_start", "right_end", "score", "earlier"),
        [
            (c.left.page, c.left.start, c.left.end, c.right.page, c.right.start, c.right.end, c.score, c.earlier)
            for c in dossier.copies
        ],
    )
    yield Sheet(
        "entities",
        ("id", "kind", "name", "names", "roles"),
        [(e.id, e.kind, e.name, ", ".join(e.names), ", ".join(e.roles)) for e in dossier.entities],
    )
    yield Sheet(
        "tenures",
        ("office", "holder", "first", "last", "disputed"),
        [(t.office, t.holder, t.first, t.last, t.disputed) for t in dossier.tenures],
    )
    yield Sheet(
        "positions",
        ("matter", "holder", "act", "first", "last", "claims"),
        [(p.matter, p.holder, p.act, *days(p.when), ", ".join(p.claims)) for p in dossier.positions],
    )
    yield Sheet(
        "timeline",
        ("first", "last", "words", "claims", "page", "start", "end"),
        [
            (*days(t.when), t.label, ", ".join(t.claims), t.place.page, t.place.start, t.place.end)
            for t in dossier.timeline
        ],
    )


def chain(hops: list[HopItem]) -> str:
    """Return the carriers on one line, nearest the reader first."""
    return ARROW.join(hop.name or "?" for hop in hops)


def days(when: Days | None) -> tuple[str | None, str | None]:
    """Return the first and last day."""
    return (when.first, when.last) if when else (None, None)


def line(text: str) -> str:
    """Return characters of a page on one line."""
    return " ".join(text.split())
