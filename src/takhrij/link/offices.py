"""Who held an office when, and whom an office named without its holder means on the day of the article.

Tenures come from the world's table and from dated pages that name a person beside an office. Pages outweigh the
table where two or more of a time name another, and more than name the table's; a tenure that the table knows only by
month or year holds surely only between. A day with two holders, a disputed tenure, or an article without a day
resolve to nobody, and the entity of the office keeps the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from takhrij.link.keys import Key
from takhrij.link.tenures import covers, names_of, overlaps
from takhrij.records import Analysis, Article, Entity, Links, Mention, Role, Span, Tenure, When, Why
from takhrij.text import fold_text

ENOUGH = 2
"""So many pages of one time that name another than the table are no slip of one page."""
_WORDS = "words"
OUTWEIGH = "pages of these days outweigh the table"


class Asked(NamedTuple):
    """An office without a name on an article's days; None where the article has no day."""

    mention: str
    span: Span
    article: str
    when: When | None
    known: tuple[Tenure, ...]
    note: str = ""


class Seen(NamedTuple):
    """That an article names `holder` beside an office; `when` is None where the article has no day."""

    office: str
    state: str
    title: str
    holder: str
    names: frozenset[str]
    article: str
    when: When | None
    span: Span
    known: tuple[Tenure, ...]


class Worded(NamedTuple):
    """An office that the world does not list, or that is held no more, without a name: its words in an article."""

    mention: str
    span: Span
    words: frozenset[str]


class Roled(NamedTuple):
    """That an article names `holder` with a role of these words."""

    holder: str
    span: Span
    words: frozenset[str]


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


Member = Asked | Seen | Worded | Roled


def keys(analysis: Analysis, links: Links) -> Iterator[Key]:
    """Yield every office without a name, and every name beside an office, under the office and its state."""
    by_office: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in links.tenures:
        by_office[tenure.office, tenure.state].append(tenure)
    heads = {m.id: m for m in analysis.mentions if m.kind == "office"}
    only = _only_states(analysis)
    for mention in analysis.mentions:
        if mention.kind == "office" and mention.refers not in heads:
            continue
        article = _article(analysis, mention)
        where, when = (
            article.id if article else "",
            article.published[0].when if article and article.published else None,
        )
        for role in heads[mention.refers].roles if mention.kind == "office" else mention.roles:
            state = role.state or mention.state or (only.get(where, "") if mention.kind == "office" else "")
            if mention.kind in ("office", "person") and where:
                yield from _worded(mention, role, where, links)
            if not role.office or not state:
                continue
            facts = tuple(by_office[role.office, state])
            value = f"{role.office}|{state}"
            if mention.kind == "office":
                note = "" if role.state or mention.state else "no other state's offices are in the article; "
                yield Key(value, Asked(mention.id, mention.span, where, when, facts, note))
            elif mention.kind == "person" and (holder := links.entities.get(links.entity_of.get(mention.id, ""))):
                forms = frozenset(fold_text(n) for n in holder.names)
                seen = Seen(role.office, state, role.name, holder.name, forms, where, when, role.span, facts)
                yield Key(value, seen)


def _worded(mention: Mention, role: Role, article: str, links: Links) -> Iterator[Key]:
    """Yield an unlisted office of two words or more, or a name with a role, under the article."""
    words = frozenset(fold_text(role.name).split())
    holder = links.entities.get(links.entity_of.get(mention.id, ""))
    if mention.kind == "office" and not role.office and len(words) >= ENOUGH:
        yield Key(f"{_WORDS}|{article}", Worded(mention.id, mention.span, words))
    elif mention.kind == "person" and holder:
        yield Key(f"{_WORDS}|{article}", Roled(holder.name, role.span, words))


def _only_states(analysis: Analysis) -> dict[str, str]:
    """Return the state whose offices an article names, by the article, where it is one."""
    states: defaultdict[str, set[str]] = defaultdict(set)
    for mention in analysis.mentions:
        article = _article(analysis, mention) if mention.roles else None
        if article:
            states[article.id].update(role.state for role in mention.roles if role.state)
    return {article: next(iter(found)) for article, found in states.items() if len(found) == 1}


def join(value: str, members: Sequence[Member]) -> Iterable[Tenure | Held | Met]:
    """Return the tenures that pages show and the table lacks, and whom each office without a name means."""
    office, _, state = value.partition("|")
    if office == _WORDS:
        yield from _by_words(members)
        return
    yield Met(office, state)
    seen = [m for m in members if isinstance(m, Seen)]
    shown = _shown(seen)
    yield from shown
    beside: defaultdict[str, dict[str, Seen]] = defaultdict(dict)
    for s in seen:
        beside[s.article].setdefault(s.holder, s)
    for asked in members:
        if isinstance(asked, Asked):
            yield _held(asked, shown, list(beside[asked.article].values()) if asked.article else [])


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
    asked = (t for t in links.tenures if (t.office, t.state) in met or not people.keys().isdisjoint(names_of(t)))
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


def _by_words(members: Sequence[Member]) -> Iterator[Held]:
    """Return the only person of an article whose role has all the words of an office without a name."""
    named = [m for m in members if isinstance(m, Roled)]
    for asked in members:
        if not isinstance(asked, Worded):
            continue
        fits = {m.holder: m for m in reversed(named) if asked.words <= m.words}
        if len(fits) == 1:
            (held,) = fits.values()
            why = Why(
                rule="named with these words in the article", rests_on=(asked.span, held.span), note=held.holder
            )
            yield Held(asked.mention, held.holder, why)


def _held(asked: Asked, shown: Sequence[Tenure], beside: Sequence[Seen]) -> Held:
    """Return whom an office means: its holder on the days, or the only one whom the article names beside it.

    The article decides where the table and the pages do not, never against them.
    """
    fits = [t for t in (*asked.known, *shown) if overlaps(t, asked.when)] if asked.when else []
    fits = [t for t in fits if t.why[0].rule == OUTWEIGH] or fits
    reason = _unsure(asked, fits)
    if not reason:
        note = f"{asked.note}{fits[0].title}: {fits[0].holder}"
        why = Why(rule="held on the article's day", rests_on=(asked.span,), note=note)
        return Held(asked.mention, fits[0].holder, why, fits[0].names)
    if len(beside) == 1 and (not fits or any(not beside[0].names.isdisjoint(names_of(t)) for t in fits)):
        note = f"{asked.note}{beside[0].title}: {beside[0].holder}; {reason}"
        why = Why(rule="named beside the office in the article", rests_on=(asked.span, beside[0].span), note=note)
        return Held(asked.mention, beside[0].holder, why)
    return Held(asked.mention, "", Why(rule="office unresolved", rests_on=(asked.span,), note=reason))


def _unsure(asked: Asked, fits: Sequence[Tenure]) -> str:
    """Return why the tenures do not tell whom the office means, empty if they do."""
    told = "، ".join(sorted({t.holder for t in fits}))
    if asked.when is None:
        return "the article has no day"
    if not fits:
        return "no holder is known of these days"
    if any(t.disputed for t in fits):
        return f"disputed on these days: {told}"
    if len({fold_text(t.holder) for t in fits}) > 1:
        return f"more than one holder on these days: {told}"
    when = asked.when
    return "" if any(covers(t, when) for t in fits) else "the tenure surely covers only a part of these days"


def _shown(seen: Sequence[Seen]) -> list[Tenure]:
    """Return a tenure for every holder whom dated pages name in a gap of the table, or often enough against it.

    Who is known to have held the office at another time is no new holder: pages look back.
    """
    gaps: defaultdict[str, list[Seen]] = defaultdict(list)
    against: defaultdict[str, list[Seen]] = defaultdict(list)
    agreed: set[str] = set()
    for s in seen:
        if s.when is None:
            continue
        fits = [t for t in s.known if overlaps(t, s.when)]
        if any(not s.names.isdisjoint(names_of(t)) for t in fits):
            agreed.add(s.span.page)
        elif not fits:
            gaps[s.holder].append(s)
        elif all(s.names.isdisjoint(names_of(t)) for t in s.known):
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
        first=min(s.when.first for s in found if s.when),
        last=max(s.when.last for s in found if s.when),
        why=(Why(rule=rule, rests_on=tuple(s.span for s in found[:5])),),
    )


def _open(seen: Seen) -> bool:
    """Whether the table knows no end of the tenure of these days, so that it may be out of date."""
    return all(t.last is None for t in seen.known if seen.when and overlaps(t, seen.when))


def _article(analysis: Analysis, mention: Mention) -> Article | None:
    """Return the article around a mention."""
    around = (a for a in analysis.articles if _holds(a, mention))
    return min(around, key=lambda a: a.span.end - a.span.start, default=None)  # one may stand within another


def _holds(article: Article, mention: Mention) -> bool:
    return mention.span.within(article.span) or bool(article.title and mention.span.within(article.title))
