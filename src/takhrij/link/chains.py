"""Joins what an article owns to with what its sentences show: the whole way of every statement, reader to speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from takhrij.knowledge import Knowledge
from takhrij.link.keys import Key
from takhrij.records import Analysis, Article, Chain, Entity, Hop, Links, Span, Statement, Why
from takhrij.text import fold_text


def families(knowledge: Knowledge) -> dict[str, str]:
    """Return for every spelling of an outlet, folded, the name of the house that speaks through it."""
    found: dict[str, str] = {}
    for outlet in knowledge.world.outlets:
        for name in (outlet.name, *outlet.spellings, *outlet.domains):
            found.setdefault(fold_text(name), outlet.family or outlet.name)
    return found


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:
    """Yield one key a statement: its own id, since a chain needs no other page but through `links`."""
    articles = {article.id: article for article in analysis.articles}
    known = {entity.id: entity for entity in links.entities}
    for statement in analysis.statements:
        article = articles.get(statement.article)
        if article:
            yield Key(statement.id, _chain(statement, article, links, known))


def join(value: str, members: Sequence[Chain]) -> Iterable[Chain]:
    """Yield the chain of one statement."""
    yield members[0]


def gather(found: Sequence[Chain], links: Links) -> Links:
    """Return `links` with every statement's chain."""
    return replace(links, chain_of={**links.chain_of, **{chain.statement: chain for chain in found}})


def _chain(statement: Statement, article: Article, links: Links, known: dict[str, Entity]) -> Chain:
    outlet = _outlet(article)
    inner = tuple(_resolved(hop, links, known) for hop in statement.hops)
    hops: tuple[Hop, ...] = ()
    for hop in (*outlet, *article.credits, *inner):
        hops = _with(hops, hop, links)
    rests_on = tuple(hop.cue for hop in hops if hop.cue)
    why = Why(rule="outlet, credits, hops", rests_on=(*rests_on, statement.cue))
    return Chain(statement=statement.id, hops=hops, why=(why,))


def _outlet(article: Article) -> tuple[Hop, ...]:
    if not article.outlet:
        return ()
    cue: Span | None = article.outlet_span
    return (Hop(name=article.outlet, via="published", kind="outlet", cue=cue),)


def _resolved(hop: Hop, links: Links, known: dict[str, Entity]) -> Hop:
    """Return `hop` under the full name of whom it means; an office becomes its holder."""
    entity = links.holder_of.get(hop.mention) or links.entity_of.get(hop.mention, "")
    if entity not in known or hop.kind == "unnamed":
        return hop
    if known[entity].kind == "state" and " " in hop.name:
        return hop  # a government or a side of a state keeps the words that single it out
    return replace(hop, name=known[entity].name, kind=known[entity].kind)


def _with(hops: tuple[Hop, ...], hop: Hop, links: Links) -> tuple[Hop, ...]:
    """Return `hops` with `hop` behind them; one that they hold already moves to the end, with the later cue."""
    house = _house(hop, links)
    for i, held in enumerate(hops):
        if i and _house(held, links) == house:
            return (*hops[:i], *hops[i + 1 :], hop)
    if hops and len(hops) == 1 and _house(hops[0], links) == house and hop.kind == "outlet":
        return hops if hop.via in ("published", "republished", "translated", "carried") else (*hops, hop)
    return (*hops, hop)


def _house(hop: Hop, links: Links) -> str:
    name = fold_text(hop.name)
    return links.families.get(name, name)
