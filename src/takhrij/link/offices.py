"""Who held an office when, and whom an office named without its holder means on the day of the article.

Tenures come from the world's table and from dated pages that name a person beside an office. Pages outweigh the
table where two or more of a time name another, and more than name the table's; a tenure that the table knows only by
month or year holds surely only between. A day with two holders, a disputed tenure, or an article without a day
resolve to nobody, and the entity of the office keeps the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from takhrij.knowledge import Knowledge
from takhrij.link.keys import Key
from takhrij.records import Analysis, Article, Entity, Grain, Links, Mention, Role, Span, Tenure, When, Why
from takhrij.text import fold_text

ENOUGH = 2
"""So many pages of one time that name another than the table are no slip of one page."""
OUTWEIGH = "pages of these days outweigh the table"


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
    """Whom a mention of an office means: `holder` is a name, `names` its spellings; empty with the reason why not."""

    mention: str
    holder: str
    why: Why
    names: tuple[str, ...] = ()


class Met(NamedTuple):
    """That a page names an office of a state."""

    office: str
    state: str


def known(knowledge: Knowledge) -> tuple[Tenure, ...]:
    """Return the tenures of the world's table, in its order, with the title as newspapers word it.

    A tenure whose end is not known ends where the next of an office for one begins: so rows of your own go on from
    the shipped ones.
    """
    titles = {office.key: office.titles[0] for office in knowledge.world.offices}
    adjectives = {state.key: state.adjectives[0] for state in knowledge.world.states if state.adjectives}
    names = {person.name: (person.name, *person.spellings) for person in reversed(knowledge.world.people)}
    single = {office.key for office in knowledge.world.offices if not office.several}
    begun: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for h in knowledge.world.holders:
        if h.office in single and not h.disputed:
            begun[h.office, h.state].append(h.first)
    found = []
    for h in knowledge.world.holders:
        last = h.last or min((b for b in begun[h.office, h.state] if b > h.first), default="")
        found.append(
            Tenure(
                office=h.office,
                state=h.state,
                title=h.title
                or " ".join(filter(None, (titles.get(h.office, h.office), adjectives.get(h.state, h.state)))),
                holder=h.person,
                first=_day(h.first, last=False),
                last=_day(last, last=True),
                first_grain=_grain(h.first),
                last_grain=_grain(last),
                names=names.get(h.person, (h.person,)),
                disputed=h.disputed,
                why=(Why(rule="world table", note=h.source),),
            )
        )
    return tuple(found)


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


def join(value: str, members: Sequence[Asked | Seen]) -> Iterable[Tenure | Held | Met]:
    """Return the tenures that pages show and the table lacks, and whom each office without a name means."""
    office, _, state = value.partition("|")
    yield Met(office, state)
    shown = _shown([m for m in members if isinstance(m, Seen)])
    yield from shown
    for asked in members:
        if isinstance(asked, Asked):
            yield _held(asked, shown)


def gather(found: Sequence[Tenure | Held | Met], links: Links) -> Links:
    """Return the links with the tenures that pages ask for, and the holders of offices.

    Of the table stay the tenures of offices that pages name and those of persons whom pages name. A holder whom no
    page names gets an entity.
    """
    people = {
        fold_text(n): e.id
        for e in reversed(links.entities.values())
        if e.kind == "person"
        for n in (*e.names, e.name)
    }
    met = {(m.office, m.state) for m in found if isinstance(m, Met)}
    asked = (t for t in links.tenures if (t.office, t.state) in met or not people.keys().isdisjoint(_names(t)))
    tenures = (*asked, *(t for t in found if isinstance(t, Tenure)))
    added: dict[str, Entity] = {}
    holder_of: dict[str, str] = {}
    unresolved: dict[str, Why] = {}
    for held in found:
        if not isinstance(held, Held):
            continue
        if not held.holder:
            unresolved[held.mention] = held.why
            continue
        spelt = [fold_text(name) for name in (held.holder, *held.names)]
        if not any(name in people for name in spelt):
            id_ = f"entity/person/{spelt[0].replace(' ', '_')}"
            added[id_] = Entity(id=id_, kind="person", name=held.holder, names=(held.holder,), why=(held.why,))
            people[spelt[0]] = id_
        holder_of[held.mention] = next(people[name] for name in spelt if name in people)
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
    fits = [t for t in fits if t.why[0].rule == OUTWEIGH] or fits
    holders = {fold_text(t.holder) for t in fits}
    told = "، ".join(sorted({t.holder for t in fits}))
    if not fits:
        return nobody("no holder is known of these days")
    if any(t.disputed for t in fits):
        return nobody(f"disputed on these days: {told}")
    if len(holders) > 1:
        return nobody(f"more than one holder on these days: {told}")
    if not any(_covers(t, asked.when) for t in fits):
        return nobody("the tenure surely covers only a part of these days")
    why = Why(rule="held on the article's day", rests_on=(asked.span,), note=f"{fits[0].title}: {fits[0].holder}")
    return Held(asked.mention, fits[0].holder, why, fits[0].names)


def _shown(seen: Sequence[Seen]) -> list[Tenure]:
    """Return a tenure for every holder whom dated pages name in a gap of the table, or often enough against it.

    Who is known to have held the office at another time is no new holder: pages look back.
    """
    gaps: defaultdict[str, list[Seen]] = defaultdict(list)
    against: defaultdict[str, list[Seen]] = defaultdict(list)
    agreed: set[str] = set()
    for s in seen:
        fits = [t for t in s.known if _overlaps(t, s.when)]
        if any(not s.names.isdisjoint(_names(t)) for t in fits):
            agreed.add(s.span.page)
        elif not fits:
            gaps[s.holder].append(s)
        elif all(s.names.isdisjoint(_names(t)) for t in s.known):
            against[s.holder].append(s)
    tenures = [_tenure(found, "named beside the office on dated pages") for _, found in sorted(gaps.items())]
    for _, found in sorted(against.items()):
        pages = {s.span.page for s in found}
        if len(pages) >= ENOUGH and len(pages) > len(agreed):
            tenures.append(_tenure(found, OUTWEIGH))
        elif 2 * len(pages) > len(agreed) and (len(pages) >= ENOUGH or all(_open(s) for s in found)):
            tenures.append(replace(_tenure(found, "pages of these days contradict the table"), disputed=True))
    return tenures


def _tenure(found: Sequence[Seen], rule: str) -> Tenure:
    """Return from which day to which pages show somebody in an office."""
    title = min(found, key=lambda s: (len(s.title.split()) < 2, len(s.title), s.title)).title
    return Tenure(
        office=found[0].office,
        state=found[0].state,
        title=title,
        holder=found[0].holder,
        first=min(s.when.first for s in found),
        last=max(s.when.last for s in found),
        why=(Why(rule=rule, rests_on=tuple(s.span for s in found[:5])),),
    )


def _open(seen: Seen) -> bool:
    """Whether the table knows no end of the tenure of these days, so that it may be out of date."""
    return all(t.last is None for t in seen.known if _overlaps(t, seen.when))


def _names(tenure: Tenure) -> frozenset[str]:
    return frozenset(fold_text(name) for name in (tenure.holder, *tenure.names))


def _when(analysis: Analysis, mention: Mention) -> When | None:
    """Return the best days of the article around a mention."""
    article = next((a for a in analysis.articles if _holds(a, mention)), None)
    return article.published[0].when if article and article.published else None


def _holds(article: Article, mention: Mention) -> bool:
    return mention.span.within(article.span) or bool(article.title and mention.span.within(article.title))


def _overlaps(tenure: Tenure, when: When) -> bool:
    return (tenure.first is None or tenure.first <= when.last) and (tenure.last is None or when.first <= tenure.last)


def _covers(tenure: Tenure, when: When) -> bool:
    """Whether the tenure surely holds on all of the days: from the end of the month that it began in, if so told."""
    first, last = tenure.first, tenure.last
    if first and tenure.first_grain != "day":
        first = _day(first.isoformat()[: _WRITTEN[tenure.first_grain]], last=True)
    if last and tenure.last_grain != "day":
        last = _day(last.isoformat()[: _WRITTEN[tenure.last_grain]], last=False)
    return (first is None or first <= when.first) and (last is None or when.last <= last)


_WRITTEN: dict[Grain, int] = {"year": 4, "month": 7, "day": 10}
"""So many characters of a day in ISO 8601 tell its year, its month, itself."""


def _grain(written: str) -> Grain:
    return next((grain for grain, size in _WRITTEN.items() if len(written) == size), "day")


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
