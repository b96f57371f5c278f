"""Whose text an article is: the agency that it owns to, or the one whose text it prints without saying so.

Agencies' credits spread through copies. An article that names nobody and nearly all of which stands in one that
owns to an agency is that agency's: an undisclosed copy. So are two papers' articles of one text in which somebody
speaks to one agency, and those of which one quotes an agency where the other does not. Where two agencies could be,
or the article is dated before all that own to one, nobody is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """An article, its sentences in order, and the outlets that somebody spoke to: in its lead, and anywhere.

    `quoted` are the outlets that its statements came through, each with what was said, `states` those that it names.
    """

    article: Article
    sentences: tuple[Span, ...]
    told: tuple[Hop, ...]
    anywhere: tuple[Hop, ...] = ()
    quoted: tuple[tuple[Span, Hop], ...] = ()
    states: frozenset[str] = frozenset()

    @property
    def length(self) -> int:
        return sum(span.end - span.start for span in self.sentences)


class Shared(NamedTuple):
    """What two articles of two houses have in common, and which agencies are quoted for it in either."""

    sides: tuple[Body, Body]
    passages: list[tuple[Span, Span]]
    quoted: tuple[list[Hop], list[Hop]]

    @property
    def shares(self) -> tuple[float, float]:
        """How much of each stands in the other."""
        one, other = (
            covered(body.sentences, [spans[side] for spans in self.passages]) / max(body.length, 1)
            for side, body in enumerate(self.sides)
        )
        return one, other

    def origin(self, side: int, name: str, rule: str, note: str) -> Origin:
        """Return that one of the two is an agency's text."""
        why = Why(rule=rule, rests_on=tuple(span for spans in self.passages for span in spans), note=note)
        article, share = self.sides[side].article.id, round(self.shares[side], 3)
        return Origin(article=article, name=name, disclosed=False, share=share, why=(why,))


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:  # noqa: ARG001 (every stage has this form)
    """Yield every article with its body under its own id."""
    for article in analysis.articles:
        spans = tuple(s.span for s in analysis.sentences if s.article == article.id)
        mine = [s for s in analysis.statements if s.article == article.id]
        told = tuple(s.hops[0] for s in mine if _told_to(s) and _leads(s, spans))
        anywhere = tuple(outlet for s in mine for outlet, source in pairwise(s.hops) if _spoken_to(outlet, source))
        quoted = tuple((s.content, hop) for s in mine for hop in s.hops if hop.kind == "outlet")
        states = frozenset(m.state for m in analysis.mentions if m.state and m.span.overlaps(article.span))
        yield Key(article.id, Body(article, spans, told, anywhere, quoted, states))


def join(value: str, members: Sequence[Body]) -> Iterable[Body]:  # noqa: ARG001 (as above)
    """Yield the body."""
    return members[:1]


def gather(found: Sequence[Body], links: Links) -> Links:
    """Return `links` with the origin of every article that is an agency's text."""
    bodies = {body.article.id: body for body in found}
    owned = {name: origin for name, body in bodies.items() if (origin := _owned(body, links))}
    pairs = list(_pairs(bodies, links))
    owned |= _of_one_text(pairs, owned, links)
    shared = _shared(bodies, owned, links.copies)
    copied = {
        name: origin for name, parts in shared.items() if (origin := _copied(bodies[name], parts, owned, links))
    }
    quoted = _quoted(pairs, {**owned, **copied}, links)
    return replace(links, origin_of={**links.origin_of, **quoted, **owned, **copied})


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


def _of_one_text(pairs: Iterable[Shared], owned: Mapping[str, Origin], links: Links) -> dict[str, Origin]:
    """Return the agency of two houses' articles that are one text, in which somebody speaks to that agency alone.

    A paper that wrote it would not be printed by the other without a word; an agency's client is.
    """
    found: dict[str, Origin] = {}
    for pair in pairs:
        hops = {house(hop.name, links): hop for body in pair.sides for hop in body.anywhere}
        agencies = hops.keys() & links.agencies
        if {body.article.id for body in pair.sides} & owned.keys() or not all(b.article.outlet for b in pair.sides):
            continue
        if len(agencies) != 1 or min(pair.shares) < NEARLY_ALL or any(map(_credits, pair.sides)):
            continue
        name = _name(hops[min(agencies)].name, links)
        for side, body in enumerate(pair.sides):
            note = f"{pair.shares[side]:.0%} of its text is another house's too, and somebody in it speaks to {name}"
            found.setdefault(body.article.id, pair.origin(side, name, "provenance/one-text", note))
    return found


def _quoted(pairs: Iterable[Shared], owned: Mapping[str, Origin], links: Links) -> dict[str, Origin]:
    """Return the agency of articles that another house prints, where one of the two alone quotes the agency for it.

    What both quote is their text's own quotation; what one of them adds or drops is where the text is from. An agency
    that is quoted for news of its own state may be another's source. Of 27 such articles of `saudi_bylines` with an
    agency in the hidden byline it is that agency in 25.
    """
    found: dict[str, Origin] = {}
    for pair in pairs:
        names = {house(hop.name, links): hop.name for quoted in pair.quoted for hop in quoted}
        if len(names) != 1 or len(pair.quoted[0]) == len(pair.quoted[1]):
            continue
        home = links.homes.get(min(names), "")
        if not home or any(home in body.states for body in pair.sides):
            continue
        name = _name(names[min(names)], links)
        for side, body in enumerate(pair.sides):
            if body.article.id in owned or pair.shares[side] < NEARLY_ALL or _credits(body):
                continue
            other = pair.sides[1 - side].article.id
            note = f"{pair.shares[side]:.0%} of its text stands in {other}, and one of the two alone quotes {name}"
            found.setdefault(body.article.id, pair.origin(side, name, "provenance/quoted", note))
    return found


def _credits(body: Body) -> bool:
    return any(hop.kind == "outlet" for hop in body.article.credits)


def _pairs(bodies: Mapping[str, Body], links: Links) -> Iterable[Shared]:
    """Yield the pairs of articles of two houses that share passages, by their ids."""
    found: dict[tuple[str, str], Shared] = {}
    for copy, left, right in _held(bodies, links.copies):
        if one_house(*(house(body.article.outlet, links) for body in (left, right))):
            continue
        pair = found.setdefault((left.article.id, right.article.id), Shared((left, right), [], ([], [])))
        spans = copy.left, copy.right
        pair.passages.append(spans)
        for body, span, quoted in zip(pair.sides, spans, pair.quoted, strict=True):
            told = (hop for content, hop in body.quoted if content.overlaps(span))
            quoted.extend(hop for hop in told if house(hop.name, links) in links.agencies)
    return (found[pair] for pair in sorted(found))


def _held(bodies: Mapping[str, Body], copies: Iterable[Copy]) -> Iterator[tuple[Copy, Body, Body]]:
    """Yield the copies whose sides stand in articles, each with those of its left and its right side."""
    on_page: defaultdict[str, list[Body]] = defaultdict(list)
    for body in bodies.values():
        on_page[body.article.span.page].append(body)
    for copy in copies:
        left, right = (
            next((body for body in on_page.get(side.page, ()) if side.overlaps(body.article.span)), None)
            for side in (copy.left, copy.right)
        )
        if left and right:
            yield copy, left, right


class Part(NamedTuple):
    """A passage of an article that stands in another, `there`, which owns to an agency."""

    here: Span
    there: Span
    owner: str
    earlier: bool


def _shared(bodies: Mapping[str, Body], owned: Mapping[str, Origin], copies: Sequence[Copy]) -> dict[str, list[Part]]:
    """Return for every article that owns to no agency its passages that stand in ones that do."""
    found: defaultdict[str, list[Part]] = defaultdict(list)
    for copy, left, right in _held(bodies, copies):
        for own, here, other, there in ((left, copy.left, right, copy.right), (right, copy.right, left, copy.left)):
            if other.article.id in owned and own.article.id not in owned:
                found[own.article.id].append(Part(here, there, other.article.id, copy.earlier == here.page))
    return found


def _copied(body: Body, parts: Sequence[Part], owned: Mapping[str, Origin], links: Links) -> Origin | None:
    """Return the one agency whose text an article is nearly all, if it is dated before none that owns to it."""
    if _credits(body):
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
