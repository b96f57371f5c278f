"""Whose text an article is: the agency that it owns to, or the one whose text it prints without saying so.

Agencies' credits spread through copies. An article that names nobody and nearly all of which stands in one that
owns to an agency is that agency's: an undisclosed copy. So are two papers' articles of one text in which somebody
speaks to one agency. Where two agencies could be, or the article is dated before all that own to one, nobody is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.link.keys import Key
from takhrij.link.order import house, one_house
from takhrij.records import Analysis, Article, Copy, Hop, Links, Origin, Span, Statement, Why
from takhrij.text import fold_text

NEARLY_ALL: Final = 0.8
"""Share of an article's text that stands in one that owns to an agency for it to be that agency's. Several together
do not count: forms of words that recur (forecasts, calls for applicants) add up to texts that nobody copied."""
LEAD: Final = 3
"""First sentences of an article in which somebody who speaks to an agency makes the text that agency's, as he does in
the last one: in between half of those articles are a paper's own, which quotes the agency."""
SHORT: Final = 8
"""Sentences up to which that holds for the whole article: nobody tells so short a story of several."""


class Body(NamedTuple):
    """An article, its sentences in order, and the outlets that somebody spoke to: in its lead, and anywhere."""

    article: Article
    sentences: tuple[Span, ...]
    told: tuple[Hop, ...]
    anywhere: tuple[Hop, ...] = ()

    @property
    def length(self) -> int:
        return sum(span.end - span.start for span in self.sentences)


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:  # noqa: ARG001 (every stage has this form)
    """Yield every article with its body under its own id."""
    for article in analysis.articles:
        spans = tuple(s.span for s in analysis.sentences if s.article == article.id)
        spoken = [s for s in analysis.statements if s.article == article.id and _told_to(s)]
        told = tuple(statement.hops[0] for statement in spoken if _leads(statement, spans))
        mine = (s for s in analysis.statements if s.article == article.id)
        anywhere = tuple(outlet for s in mine for outlet, source in pairwise(s.hops) if _spoken_to(outlet, source))
        yield Key(article.id, Body(article, spans, told, anywhere))


def join(value: str, members: Sequence[Body]) -> Iterable[Body]:  # noqa: ARG001 (as above)
    """Yield the body."""
    return members[:1]


def gather(found: Sequence[Body], links: Links) -> Links:
    """Return `links` with the origin of every article that is an agency's text."""
    bodies = {body.article.id: body for body in found}
    owned = {name: origin for name, body in bodies.items() if (origin := _owned(body, links))}
    owned |= _of_one_text(bodies, owned, links)
    shared = _shared(bodies, owned, links.copies)
    copied = {
        name: origin for name, parts in shared.items() if (origin := _copied(bodies[name], parts, owned, links))
    }
    return replace(links, origin_of={**links.origin_of, **owned, **copied})


def _told_to(statement: Statement) -> bool:
    """Whether somebody is told to have said it to an outlet."""
    return len(statement.hops) > 1 and _spoken_to(statement.hops[0], statement.hops[1])


def _spoken_to(outlet: Hop, source: Hop) -> bool:
    """Whether `source` is told to have spoken to `outlet`: one named before whom it quotes only carries it."""
    if outlet.kind != "outlet" or outlet.via != "carried" or source.via != "told":
        return False
    return outlet.cue is not None and source.cue is not None and outlet.cue.start > source.cue.start


def _leads(statement: Statement, sentences: Sequence[Span]) -> bool:
    lead = sentences if len(sentences) <= SHORT else (*sentences[:LEAD], *sentences[-1:])
    return any(statement.content.overlaps(span) or statement.cue.overlaps(span) for span in lead)


def _owned(body: Body, links: Links) -> Origin | None:
    """Return the one agency that an article owns to: as its outlet, in its credits, as whom its sources spoke to."""
    article = body.article
    if house(article.outlet, links) in links.agencies:
        return _origin(article, _name(article.outlet, links), "provenance/outlet", article.outlet_span)
    for rule, hops in (("provenance/credit", article.credits), ("provenance/told-to", body.told)):
        houses = {house(hop.name, links): hop for hop in hops if house(hop.name, links) in links.agencies}
        if len(houses) == 1:
            (hop,) = houses.values()
            return _origin(article, _name(hop.name, links), rule, hop.cue)
        if houses:
            return None
    return None


def _origin(article: Article, name: str, rule: str, span: Span | None) -> Origin:
    return Origin(
        article=article.id, name=name, disclosed=True, why=(Why(rule=rule, rests_on=(span,) if span else ()),)
    )


def _name(name: str, links: Links) -> str:
    return links.families.get(fold_text(name).strip(), name)


def _of_one_text(bodies: Mapping[str, Body], owned: Mapping[str, Origin], links: Links) -> dict[str, Origin]:
    """Return the agency of two houses' articles that are one text, in which somebody speaks to that agency alone.

    A paper that wrote it would not be printed by the other without a word; an agency's client is.
    """
    on_page: defaultdict[str, list[Body]] = defaultdict(list)
    for body in bodies.values():
        on_page[body.article.span.page].append(body)
    shared: defaultdict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for copy in links.copies:
        left, right = (
            next((b for b in on_page.get(side.page, ()) if side.overlaps(b.article.span)), None)
            for side in (copy.left, copy.right)
        )
        if left and right and not {left.article.id, right.article.id} & owned.keys():
            shared[left.article.id, right.article.id].append((copy.left, copy.right))
    found: dict[str, Origin] = {}
    for (one, other), passages in sorted(shared.items()):
        sides = tuple(zip((bodies[one], bodies[other]), zip(*passages, strict=True), strict=True))
        hops = {house(hop.name, links): hop for body, _ in sides for hop in body.anywhere}
        agencies = hops.keys() & links.agencies
        houses = [house(body.article.outlet, links) for body, _ in sides]
        whole = all(covered(body.sentences, spans) >= NEARLY_ALL * body.length for body, spans in sides)
        if not whole or len(agencies) != 1 or not all(houses) or one_house(*houses):
            continue
        if any(hop.kind == "outlet" for body, _ in sides for hop in body.article.credits):
            continue
        name = _name(hops[min(agencies)].name, links)
        for body, spans in sides:
            share = covered(body.sentences, spans) / body.length
            note = f"{share:.0%} of its text is another house's too, and somebody in it speaks to {name}"
            why = Why(rule="provenance/one-text", rests_on=tuple(s for pair in passages for s in pair), note=note)
            found.setdefault(
                body.article.id,
                Origin(article=body.article.id, name=name, disclosed=False, share=round(share, 3), why=(why,)),
            )
    return found


class Part(NamedTuple):
    """A passage of an article that stands in another, `there`, which owns to an agency."""

    here: Span
    there: Span
    owner: str
    earlier: bool


def _shared(bodies: Mapping[str, Body], owned: Mapping[str, Origin], copies: Sequence[Copy]) -> dict[str, list[Part]]:
    """Return for every article that owns to no agency its passages that stand in ones that do."""
    on_page: defaultdict[str, list[Article]] = defaultdict(list)
    for body in bodies.values():
        on_page[body.article.span.page].append(body.article)
    found: defaultdict[str, list[Part]] = defaultdict(list)
    for copy in copies:
        for here, there in ((copy.left, copy.right), (copy.right, copy.left)):
            own, other = (
                next((a for a in on_page.get(side.page, ()) if side.overlaps(a.span)), None) for side in (here, there)
            )
            if own and other and other.id in owned and own.id not in owned:
                found[own.id].append(Part(here, there, other.id, copy.earlier == here.page))
    return found


def _copied(body: Body, parts: Sequence[Part], owned: Mapping[str, Origin], links: Links) -> Origin | None:
    """Return the one agency whose text an article is nearly all, if it is dated before none that owns to it."""
    if any(hop.kind == "outlet" for hop in body.article.credits):
        return None
    by_owner: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        by_owner[part.owner].append(part)
    shares = {owner: covered(body.sentences, [p.here for p in of]) / body.length for owner, of in by_owner.items()}
    whole = {owner: share for owner, share in shares.items() if share >= NEARLY_ALL}
    if len({house(owned[owner].name, links) for owner in whole}) != 1:
        return None
    if all(part.earlier for owner in whole for part in by_owner[owner]):
        return None
    best = max(whole, key=lambda owner: (whole[owner], owner))
    share, name, passages = whole[best], owned[best].name, sorted(by_owner[best])
    generic = any(hop.kind == "unnamed" for hop in body.article.credits)
    said = "credited to agencies without a name" if generic else "an undisclosed copy"
    note = f"{share:.0%} of its text stands in {best}, which owns to {name}: {said}"
    spans = (*(part.here for part in passages), *(part.there for part in passages))
    why = Why(rule="provenance/copy", rests_on=spans, note=note)
    return Origin(article=body.article.id, name=name, disclosed=generic, share=round(share, 3), why=(why,))


def covered(sentences: Sequence[Span], passages: Sequence[Span]) -> int:
    """Return how many characters of `sentences` lie in any of `passages`."""
    total = 0
    for sentence in sentences:
        done = sentence.start
        for passage in sorted(passages):
            start, end = max(passage.start, done), min(passage.end, sentence.end)
            if start < end:
                total += end - start
                done = end
    return total
