"""Who held an office when, and whom an office named without its holder means on the day of the article.

Tenures come from the world's table and from dated pages that name a person beside an office. A day with two
holders, or an article without a day, resolves to nobody, and the entity of the office keeps the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from takhrij.knowledge import Knowledge
from takhrij.link.keys import Key
from takhrij.records import Analysis, Article, Entity, Links, Mention, Role, Span, Tenure, When, Why
from takhrij.text import fold_text


class Asked(NamedTuple):
    """An office without a name on an article's days; None where the article has no day."""

    mention: str
    span: Span
    role: Role
    when: When | None
    known: tuple[Tenure, ...]


class Seen(NamedTuple):
    """That an article of a day names `holder` beside an office."""

    office: str
    state: str
    title: str
    holder: str
    names: frozenset[str]
    when: When
    span: Span
    known: tuple[Tenure, ...]


class Held(NamedTuple):
    """Whom a mention of an office means: `holder` is a name, empty with the reason why not."""

    mention: str
    holder: str
    why: Why


def known(knowledge: Knowledge) -> tuple[Tenure, ...]:
    """Return the tenures of the world's table, in its order, with the title as newspapers word it."""
    titles = {office.key: office.titles[0] for office in knowledge.world.offices}
    adjectives = {state.key: state.adjectives[0] for state in knowledge.world.states if state.adjectives}
    return tuple(
        Tenure(
            office=h.office,
            state=h.state,
            title=h.title
            or " ".join(filter(None, (titles.get(h.office, h.office), adjectives.get(h.state, h.state)))),
            holder=h.person,
            first=_day(h.first, last=False),
            last=_day(h.last, last=True),
            why=(Why(rule="world table", note=h.source),),
        )
        for h in knowledge.world.holders
    )


def keys(analysis: Analysis, links: Links) -> Iterator[Key]:
    """Yield every office without a name, and every name beside an office, under the office and its state."""
    by_office: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in links.tenures:
        by_office[tenure.office, tenure.state].append(tenure)
    heads = {m.id: m for m in analysis.mentions if m.kind == "office"}
    for mention in analysis.mentions:
        if mention.kind == "office" and mention.refers not in heads:
            continue
        for role in heads[mention.refers].roles if mention.kind == "office" else mention.roles:
            state = role.state or mention.state
            if not role.office or not state:
                continue
            when = _when(analysis, mention)
            facts = tuple(by_office[role.office, state])
            value = f"{role.office}|{state}"
            if mention.kind == "office":
                yield Key(value, Asked(mention.id, mention.span, role, when, facts))
            elif (
                mention.kind == "person"
                and when
                and (holder := links.entities.get(links.entity_of.get(mention.id, "")))
            ):
                forms = frozenset(fold_text(n) for n in holder.names)
                yield Key(value, Seen(role.office, state, role.name, holder.name, forms, when, role.span, facts))


def join(value: str, members: Sequence[Asked | Seen]) -> Iterable[Tenure | Held]:  # noqa: ARG001 - the form of all stages
    """Return the tenures that pages show and the table lacks, and whom each office without a name means."""
    shown = _shown([m for m in members if isinstance(m, Seen)])
    yield from shown
    for asked in members:
        if isinstance(asked, Asked):
            yield _held(asked, shown)


def gather(found: Sequence[Tenure | Held], links: Links) -> Links:
    """Return the links with the tenures and the holders of offices; a holder no page names gets an entity."""
    tenures = (*links.tenures, *(t for t in found if isinstance(t, Tenure)))
    people = {
        fold_text(n): e.id
        for e in reversed(links.entities.values())
        if e.kind == "person"
        for n in (*e.names, e.name)
    }
    added: dict[str, Entity] = {}
    holder_of: dict[str, str] = {}
    unresolved: dict[str, Why] = {}
    for held in found:
        if isinstance(held, Tenure):
            continue
        if not held.holder:
            unresolved[held.mention] = held.why
            continue
        folded = fold_text(held.holder)
        if folded not in people:
            id_ = f"entity/person/{folded.replace(' ', '_')}"
            added[id_] = Entity(id=id_, kind="person", name=held.holder, names=(held.holder,), why=(held.why,))
            people[folded] = id_
        holder_of[held.mention] = people[folded]
    entities = [_explained(e, holder_of, unresolved) for e in links.entities.values()]
    kept = [e for e in entities if e is not None]
    gone = {m for e in links.entities.values() if e.kind == "office" for m in e.mentions if m in holder_of}
    return replace(
        links,
        tenures=tenures,
        holder_of={**links.holder_of, **holder_of},
        entities={e.id: e for e in sorted([*kept, *added.values()], key=lambda e: e.id)},
        entity_of={m: e for m, e in links.entity_of.items() if m not in gone},
    )


def _explained(entity: Entity, holder_of: dict[str, str], unresolved: dict[str, Why]) -> Entity | None:
    """Return an office's entity with what stays unresolved of it, None if all has a holder; others as they are."""
    if entity.kind != "office":
        return entity
    left = tuple(m for m in entity.mentions if m not in holder_of)
    if not left:
        return None
    why = tuple(unresolved[m] for m in left if m in unresolved)
    return replace(entity, mentions=left, why=(*entity.why, *why[:1]))


def _held(asked: Asked, shown: Sequence[Tenure]) -> Held:
    def nobody(note: str) -> Held:
        return Held(asked.mention, "", Why(rule="office unresolved", rests_on=(asked.span,), note=note))

    if asked.when is None:
        return nobody("the article has no day")
    fits = [t for t in (*asked.known, *shown) if _overlaps(t, asked.when)]
    holders = {fold_text(t.holder) for t in fits}
    if not fits:
        return nobody("no holder is known of these days")
    if len(holders) > 1:
        return nobody("more than one holder on these days: " + "، ".join(sorted({t.holder for t in fits})))
    if not any(_covers(t, asked.when) for t in fits):
        return nobody("the tenure covers only a part of these days")
    why = Why(rule="held on the article's day", rests_on=(asked.span,), note=f"{fits[0].title}: {fits[0].holder}")
    return Held(asked.mention, fits[0].holder, why)


def _shown(seen: Sequence[Seen]) -> list[Tenure]:
    """Return a tenure for every holder whom dated pages name and the table contradicts nowhere."""
    by_holder: defaultdict[str, list[Seen]] = defaultdict(list)
    for s in seen:
        fits = [t for t in s.known if _overlaps(t, s.when)]
        if not fits:
            by_holder[s.holder].append(s)
    tenures = []
    for holder, found in sorted(by_holder.items()):
        first, last = min(s.when.first for s in found), max(s.when.last for s in found)
        title = min(found, key=lambda s: (len(s.title.split()) < 2, len(s.title), s.title)).title
        why = Why(rule="named beside the office on dated pages", rests_on=tuple(s.span for s in found[:5]))
        tenures.append(
            Tenure(
                office=found[0].office,
                state=found[0].state,
                title=title,
                holder=holder,
                first=first,
                last=last,
                why=(why,),
            )
        )
    return tenures


def _when(analysis: Analysis, mention: Mention) -> When | None:
    """Return the best days of the article around a mention."""
    article = next((a for a in analysis.articles if _holds(a, mention)), None)
    return article.published[0].when if article and article.published else None


def _holds(article: Article, mention: Mention) -> bool:
    return mention.span.within(article.span) or bool(article.title and mention.span.within(article.title))


def _overlaps(tenure: Tenure, when: When) -> bool:
    return (tenure.first is None or tenure.first <= when.last) and (tenure.last is None or when.first <= tenure.last)


def _covers(tenure: Tenure, when: When) -> bool:
    return (tenure.first is None or tenure.first <= when.first) and (tenure.last is None or when.last <= tenure.last)


def _day(written: str, *, last: bool) -> date | None:
    """Return the day that a table's day, month or year begins or ends with; None for an empty cell."""
    if not written:
        return None
    numbers = [int(n) for n in written.split("-")]
    if len(numbers) == 3:
        return date(*numbers)
    if len(numbers) == 2:
        year, month = numbers
        if not last:
            return date(year, month, 1)
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(numbers[0], 12, 31) if last else date(numbers[0], 1, 1)
