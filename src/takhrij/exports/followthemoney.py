"""The dossier as FollowTheMoney entities, JSON Lines, for Aleph and the programs around it.

Articles, persons, bodies, places, events, and the posts that persons held become entities of the schemata of those
names; a statement is a `Note` on its speaker, and who is named in an article is told by a `Mention`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha1
from typing import Any, Final

import msgspec

from takhrij.contract import ArticleItem, Dossier, EntityItem, EventItem, PageItem, StatementItem, TenureItem
from takhrij.exports._sheets import chain, line

NAME = "entities.ftm.jsonl"
_SCHEMATA: Final = {
    "person": "Person",
    "organization": "Organization",
    "outlet": "Organization",
    "state": "PublicBody",
    "place": "Address",
}
"""Offices without a holder and unnamed sources are nobody that FollowTheMoney has a schema for."""


def write(dossier: Dossier) -> bytes:
    """Return an entity a line: articles, entities, statements, events, tenures. Same dossier, same bytes."""
    return b"".join(msgspec.json.encode(made) + b"\n" for made in _entities(dossier))


def _entities(dossier: Dossier) -> Iterator[dict[str, Any]]:
    pages = {page.id: page for page in dossier.pages}
    known = {entity.id for entity in dossier.entities if entity.kind in _SCHEMATA}
    named: defaultdict[str, set[str]] = defaultdict(set)
    for mention in dossier.mentions:
        if mention.entity in known:
            named[mention.page].add(mention.entity)
    for article in dossier.articles:
        yield _article(article, pages[article.page])
    for entity in dossier.entities:
        if entity.id in known:
            yield _entity(entity)
    names = {entity.id: entity for entity in dossier.entities}
    for article in dossier.articles:
        yield from (_mention(article, names[entity]) for entity in sorted(named[article.page]))
    for statement in dossier.statements:
        yield _note(statement, pages[statement.page], known)
    for event in dossier.events:
        yield _event(event, pages[event.page], known)
    holders = {name: e.id for e in reversed(dossier.entities) if e.kind == "person" for name in (*e.names, e.name)}
    for tenure in dossier.tenures:
        if tenure.holder in holders and not tenure.disputed:
            yield from _occupancy(tenure, holders[tenure.holder])


def _article(article: ArticleItem, page: PageItem) -> dict[str, Any]:
    best = article.published[0] if article.published else None
    return _made(
        "Article",
        article.id,
        title=[article.title],
        name=[article.title or page.source],
        author=[article.byline],
        publisher=[article.outlet],
        publishedAt=[best.first if best and best.first == best.last else ""],
        sourceUrl=[page.url if page.url.startswith(("http://", "https://")) else ""],
        fileName=[page.source],
    )


def _mention(article: ArticleItem, entity: EntityItem) -> dict[str, Any]:
    return _made(
        "Mention",
        f"{article.id}/{entity.id}",
        document=[_id(article.id)],
        name=[entity.name],
        resolved=[_id(entity.id)],
        detectedSchema=[_SCHEMATA[entity.kind]],
    )


def _entity(entity: EntityItem) -> dict[str, Any]:
    schema = _SCHEMATA[entity.kind]
    if schema == "Address":
        return _made(schema, entity.id, full=[entity.name], name=[entity.name])
    roles = {"position": entity.roles} if schema == "Person" else {"summary": entity.roles}
    aliases = [name for name in entity.names if name != entity.name]
    return _made(schema, entity.id, name=[entity.name], alias=aliases, **roles)


def _note(statement: StatementItem, page: PageItem, known: set[str]) -> dict[str, Any]:
    words = line(page.text[statement.content.start : statement.content.end])
    when = statement.when
    return _made(
        "Note",
        statement.id,
        name=[f"{statement.speaker or '?'}: {statement.act}"],
        description=[words],
        summary=[chain(statement.chain)],
        entity=[_id(statement.entity)] if statement.entity in known else [],
        proof=[_id(statement.article)],
        createdAt=[when.first if when and when.first == when.last else ""],
    )


def _event(event: EventItem, page: PageItem, known: set[str]) -> dict[str, Any]:
    sides = [party.entity for party in (*event.actor_details, *event.target_details) if party.entity in known]
    return _made(
        "Event",
        event.id,
        name=[line(page.text[event.start : event.end])],
        keywords=[event.type, event.mode, event.status],
        startDate=[event.when.first if event.when else ""],
        endDate=[event.when.last if event.when else ""],
        location=[event.place or ""],
        involved=[_id(side) for side in dict.fromkeys(sides) if side],
        proof=[_id(event.article)],
    )


def _occupancy(tenure: TenureItem, holder: str) -> Iterator[dict[str, Any]]:
    post = f"post/{tenure.office}"
    yield _made("Position", post, name=[tenure.office])
    yield _made(
        "Occupancy",
        f"{post}/{holder}/{tenure.first}",
        holder=[_id(holder)],
        post=[_id(post)],
        startDate=[tenure.first or ""],
        endDate=[tenure.last or ""],
    )


def _made(schema: str, of: str, **properties: list[str]) -> dict[str, Any]:
    """Return an entity with the values that are not empty."""
    told = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": _id(of), "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _id(of: str) -> str:
    """Return an id of letters that FollowTheMoney allows."""
    return "takhrij-" + sha1(of.encode(), usedforsecurity=False).hexdigest()
