"""Joins what an article owns to with what its sentences show: the whole way of every statement, reader to speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.knowledge import Knowledge
from takhrij.link import order
from takhrij.link.keys import Key
from takhrij.records import Analysis, Article, Chain, Hop, Links, Span, Statement, Why
from takhrij.text import fold_text

_CARRIERS: Final = ("published", "republished", "translated", "carried")
_COPIED: Final = 0.5
"""Least share of a content that must lie in a copied passage for the copy's origin to have carried it."""


class Told(NamedTuple):
    """A statement with its article."""

    statement: Statement
    article: Article


class Passage(NamedTuple):
    """A copied passage: where the later page has it, and where the page that had it first."""

    here: Span
    there: Span


def families(knowledge: Knowledge) -> dict[str, str]:
    """Return for every spelling of an outlet, folded, the name of the house that speaks through it."""
    found: dict[str, str] = {}
    for outlet in knowledge.world.outlets:
        for name in (outlet.name, *outlet.spellings, *outlet.domains):
            found.setdefault(fold_text(name), outlet.family or outlet.name)
    return found


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:  # noqa: ARG001 (every stage has this form)
    """Yield every article, and every statement with its article, under its own id."""
    articles = {article.id: article for article in analysis.articles}
    for article in analysis.articles:
        yield Key(article.id, article)
    for statement in analysis.statements:
        if statement.article in articles:
            yield Key(statement.id, Told(statement, articles[statement.article]))


def join(value: str, members: Sequence[Article | Told]) -> Iterable[Article | Told]:  # noqa: ARG001 (every stage has this form)
    """Yield the article or statement."""
    return members[:1]


def gather(found: Sequence[Article | Told], links: Links) -> Links:
    """Return `links` with every statement's chain: outlet, credits, a copied passage's origin, the hops within."""
    on_page: defaultdict[str, list[Article]] = defaultdict(list)
    for member in found:
        if isinstance(member, Article):
            on_page[member.span.page].append(member)
    passages = _passages(links)
    chains = {}
    for member in found:
        if isinstance(member, Told):
            hops = tuple(_resolved(hop, links) for hop in member.statement.hops)
            origin = _origin(member, passages, on_page, links)
            chains[member.statement.id] = _chain(member, origin, hops, links)
    return replace(links, chain_of={**links.chain_of, **chains})


def _passages(links: Links) -> dict[str, list[Passage]]:
    """Return the copied passages by the page that had them later, the likest first."""
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for copy in sorted(links.copies, key=lambda copy: -copy.score):
        if copy.earlier == copy.left.page:
            found[copy.right.page].append(Passage(copy.right, copy.left))
        elif copy.earlier == copy.right.page:
            found[copy.left.page].append(Passage(copy.left, copy.right))
    return found


def _origin(
    told: Told, passages: Mapping[str, list[Passage]], on_page: Mapping[str, list[Article]], links: Links
) -> tuple[Hop, ...]:
    """Return the newsroom from which the article took the statement without saying so, if any."""
    content = told.statement.content
    whose = links.origin_of.get(told.article.id)
    if whose and whose.share:
        spans = (span for why in whose.why for span in why.rests_on if span.page == content.page)
        if here := next((span for span in spans if _in(content, span)), None):
            return (Hop(name=whose.name, via="republished", kind="outlet", cue=here),)
    if whose and whose.disclosed and not whose.share:
        return ()  # it owns to an agency: whoever else has these words has them from there too
    for here, there in passages.get(content.page, ()):
        if not _in(content, here):
            continue
        first = next((article for article in on_page.get(there.page, ()) if there.overlaps(article.span)), None)
        name = order.newsroom(first) if first else ""
        if not name or _same(name, told.article.outlet, links):
            return ()
        return (Hop(name=name, via="republished", kind="outlet", cue=here),)
    return ()


def _in(content: Span, passage: Span) -> bool:
    """Whether a copied passage of the same page holds most of a content."""
    shared = min(content.end, passage.end) - max(content.start, passage.start)
    return shared >= _COPIED * (content.end - content.start)


def _chain(told: Told, origin: tuple[Hop, ...], said: tuple[Hop, ...], links: Links) -> Chain:
    article = told.article
    hops: tuple[Hop, ...] = ()
    if article.outlet:
        hops = (Hop(name=article.outlet, via="published", kind="outlet", cue=article.outlet_span),)
    credited = (*article.credits, *(hop for hop in origin if not _held(hop, article.credits, links)))
    for hop in (*credited, *said):
        hops = _with(hops, hop, links)
    rests_on = tuple(hop.cue for hop in hops if hop.cue)
    note = "copied without credit" if len(credited) > len(article.credits) else ""
    why = Why(rule="chains/outlet-credits-hops", rests_on=(*rests_on, told.statement.cue), note=note)
    return Chain(statement=told.statement.id, hops=hops, why=(why,))


def _resolved(hop: Hop, links: Links) -> Hop:
    """Return `hop` under the full name of whom it means; an office becomes its holder, an outlet drops its kind."""
    entity = links.entities.get(links.holder_of.get(hop.mention) or links.entity_of.get(hop.mention, ""))
    if entity is None or hop.kind == "unnamed":
        return hop
    if entity.kind == "state" and " " in hop.name:
        return hop  # a government or a side of a state keeps the words that single it out
    name = _plain(entity.name, links) if entity.kind == "outlet" else entity.name
    return replace(hop, name=name, kind=entity.kind)


def _plain(name: str, links: Links) -> str:
    """Return a known outlet's name without a word for its kind before it, any other name as it is."""
    folded = fold_text(name).strip()
    own = links.families.get(folded, name)
    return own if order.one_house(fold_text(own).strip(), folded) else name


def _with(hops: tuple[Hop, ...], hop: Hop, links: Links) -> tuple[Hop, ...]:
    """Return `hops` with `hop` behind them; one that they hold already moves to the end, with the later cue.

    The article's own outlet stays first: it moves for nothing, and is named again only where it speaks itself.
    """
    if hops and _same(hops[0].name, hop.name, links):
        return hops if hop.via in _CARRIERS else (*hops, hop)
    for i, held in enumerate(hops):
        if _same(held.name, hop.name, links):
            return (*hops[:i], *hops[i + 1 :], hop)
    return (*hops, hop)


def _held(hop: Hop, hops: tuple[Hop, ...], links: Links) -> bool:
    return any(_same(hop.name, held.name, links) for held in hops)


def _same(name: str, other: str, links: Links) -> bool:
    return order.one_house(order.house(name, links), order.house(other, links))
