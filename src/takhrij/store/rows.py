"""The items of a dossier as rows: what people look for in columns, and the whole as `item`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

import msgspec

from takhrij.contract import (
    ArticleItem,
    ClaimItem,
    ConflictItem,
    CopyItem,
    Days,
    Dossier,
    EntityItem,
    EventItem,
    JudgementItem,
    PositionItem,
    StatementItem,
    StoryItem,
    TenureItem,
    TimelineItem,
)

Row: TypeAlias = dict[str, str | int | float | None]
ARROW: Final = " ← "
"""Between the hops of a chain, nearest the reader first."""


def json(value: object) -> str:
    """Return the JSON of an item."""
    return msgspec.json.encode(value).decode()


def article(item: ArticleItem, place: int) -> Row:
    best = item.published[0] if item.published else None
    return {
        "id": item.id,
        "page": item.page,
        "place": place,
        "title": item.title,
        "outlet": item.outlet,
        "first": best.first if best else None,
        "last": best.last if best else None,
        "item": json(item),
    }


def statement(item: StatementItem, place: int, text: str) -> Row:
    return {
        "id": item.id,
        "page": item.page,
        "article": item.article,
        "place": place,
        "speaker": item.speaker,
        "entity": item.entity,
        "act": item.act,
        "words": words(text, item.content.start, item.content.end),
        "chain": ARROW.join(hop.name for hop in item.chain),
        **_days(item.when),
        "item": json(item),
    }


def event(item: EventItem, place: int, text: str) -> Row:
    return {
        "id": item.id,
        "page": item.page,
        "article": item.article,
        "place": place,
        "statement": item.statement,
        "type": item.type,
        "mode": item.mode,
        "status": item.status,
        "actors": ", ".join(item.actors),
        "targets": ", ".join(item.targets),
        "words": words(text, item.start, item.end),
        **_days(item.when),
        "item": json(item),
    }


def whole(dossier: Dossier) -> dict[str, list[Row]]:
    """Return, by table, the rows of what more than one page tells; `place` is the order in the dossier."""
    texts = {page.id: page.text for page in dossier.pages}
    said = {s.id: words(texts[s.page], s.content.start, s.content.end) for s in dossier.statements}
    said.update((e.id, words(texts[e.page], e.start, e.end)) for e in dossier.events)
    return {
        "entities": _rows(dossier.entities, _entity),
        "tenures": _rows(dossier.tenures, _tenure),
        "copies": _rows(dossier.copies, _copy),
        "claims": _rows(dossier.claims, lambda item: _claim(item, said)),
        "tellings": [{"telling": t, "claim": c.id} for c in dossier.claims for t in (*c.statements, *c.events)],
        "conflicts": _rows(dossier.conflicts, lambda item: _conflict(item, texts)),
        "positions": _rows(dossier.positions, _position),
        "stories": _rows(dossier.stories, _story),
        "rulings": _rows(dossier.judgements, _ruling),
        "timeline": _rows(dossier.timeline, _entry),
    }


def words(text: str, start: int, end: int) -> str:
    """Return characters of a page on one line."""
    return " ".join(text[start:end].split())


def _rows(items: Iterable[msgspec.Struct], make: Callable[..., Row]) -> list[Row]:
    return [{"place": place, **make(item), "item": json(item)} for place, item in enumerate(items)]


def _entity(item: EntityItem) -> Row:
    return {"id": item.id, "kind": item.kind, "name": item.name, "names": ", ".join(item.names)}


def _tenure(item: TenureItem) -> Row:
    return {"office": item.office, "holder": item.holder, "first": item.first, "last": item.last}


def _copy(item: CopyItem) -> Row:
    return {
        "left_page": item.left.page,
        "right_page": item.right.page,
        "score": item.score,
        "earlier": item.earlier,
    }


def _claim(item: ClaimItem, said: Mapping[str, str]) -> Row:
    """The shortest telling stands for the claim: its words are nobody's but a page's."""
    tellings = [said[t] for t in (*item.events, *item.statements)]
    return {
        "id": item.id,
        "words": min(tellings, key=lambda told: (len(told), told), default=""),
        "origins": len(item.origins),
        "sources": len(item.sources),
        **_days(item.when),
    }


def _conflict(item: ConflictItem, texts: Mapping[str, str]) -> Row:
    left, right = item.spans
    return {
        "left_claim": item.left,
        "right_claim": item.right,
        "about": item.about,
        "left_words": words(texts[left.page], left.start, left.end),
        "right_words": words(texts[right.page], right.start, right.end),
    }


def _position(item: PositionItem) -> Row:
    return {"matter": item.matter, "holder": item.holder, "act": item.act, **_days(item.when)}


def _story(item: StoryItem) -> Row:
    return {"id": item.id, "label": item.label}


def _ruling(item: JudgementItem) -> Row:
    return {"ruling": item.ruling, "status": item.status, "target": item.target, "other": item.other}


def _entry(item: TimelineItem) -> Row:
    return {**_days(item.when), "words": item.label}


def _days(when: Days | None) -> Row:
    return {"first": when.first if when else None, "last": when.last if when else None}
