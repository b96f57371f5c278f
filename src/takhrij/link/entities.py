"""Joins what pages name into persons, organisations, outlets, states, places, offices and unnamed sources.

A referent is what one page means by some of its mentions. Two referents are one for a reason that is kept:
equal skeletons, equal given and family parts, a surname that only one person of these pages bears, a misspelling
on one page. Closeness of letters alone joins nothing; unnamed sources of two pages are never one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from takhrij.groups import closed
from takhrij.link.keys import Key
from takhrij.records import Analysis, Entity, Kind, Links, Mention, Span, Why

GIVEN_ALONE = "~"
"""So begins the skeleton of a given name alone: it tells nobody from another."""
WHYS = 12
"""So many reasons are kept of one entity: more only repeat the first."""


class Referent(NamedTuple):
    """What a page means by `mentions`; `id` is the first of them, `offices` what it holds, `states` where."""

    id: str
    page: str
    kind: Kind
    names: tuple[str, ...]
    skeleton: tuple[str, ...]
    state: str
    offices: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]
    mentions: tuple[str, ...]
    span: Span


class Same(NamedTuple):
    """That two referents are one, by a rule. `worse` is the name that is a slip of the other's, if one is."""

    left: Referent
    right: Referent
    rule: str
    note: str = ""
    worse: str = ""


def keys(analysis: Analysis, links: Links) -> Iterator[Key]:  # noqa: ARG001 - the form of all stages
    """Yield every referent of a page under all keys by which another might be the same."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in analysis.mentions:
        groups[mention.refers].append(mention)
    for refers, mentions in groups.items():
        referent = _referent(refers, analysis.page, mentions)
        yield Key(f"self|{referent.id}", referent)
        for value in _values(referent):
            yield Key(value, referent)


def join(value: str, members: Sequence[Referent]) -> Iterable[Referent | Same]:
    """Return the referent itself, or what of the group is one."""
    kind = value.partition("|")[0]
    if kind == "self":
        return members[:1]
    if kind == "name":
        return _chained(members, "same name")
    if kind == "slots":
        return _apart_by_state(members)
    if kind == "family":
        return _surnames(members)
    return _misspelt(members)


def gather(found: Sequence[Referent | Same], links: Links) -> Links:
    """Return the links with every referent in one entity."""
    referents = {r.id: r for r in found if isinstance(r, Referent)}
    pairs = [s for s in found if isinstance(s, Same)]
    groups: defaultdict[str, list[Referent]] = defaultdict(list)
    reasons: defaultdict[str, list[Same]] = defaultdict(list)
    least = closed([*((r, r) for r in referents), *((s.left.id, s.right.id) for s in pairs)])
    for id_, referent in referents.items():
        groups[least[id_]].append(referent)
    for same in pairs:
        reasons[least[same.left.id]].append(same)
    entities = [_entity(sorted(group, key=lambda r: r.id), reasons[root]) for root, group in sorted(groups.items())]
    entities = _distinct(entities)
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    return replace(links, entities={entity.id: entity for entity in entities}, entity_of=entity_of)


def _referent(refers: str, page: str, mentions: Sequence[Mention]) -> Referent:
    head = next((m for m in mentions if m.id == refers), mentions[0])
    named = [m for m in mentions if m.kind == head.kind]
    best = max(named, key=lambda m: (len(m.skeleton.split()), m.id == head.id))
    roles = dict.fromkeys(r.name for m in mentions for r in m.roles)
    offices = dict.fromkeys((r.office, r.state or best.state) for m in mentions for r in m.roles if r.office)
    return Referent(
        id=head.id,
        page=page,
        kind=head.kind,
        names=tuple(name for name, _ in Counter(m.name for m in named).most_common()),
        skeleton=tuple(best.skeleton.split()),
        state=next((m.state for m in mentions if m.state), ""),
        offices=tuple(offices),
        roles=tuple(roles),
        mentions=tuple(m.id for m in mentions),
        span=head.span,
    )


def _values(r: Referent) -> Iterator[str]:
    """Yield the keys of a referent; an unnamed source has none, for nothing shows that two pages mean the same."""
    whole = " ".join(r.skeleton)
    if r.kind == "person" and len(r.skeleton) > 1:
        yield f"slots|{r.skeleton[0]}|{r.skeleton[-1]}"
        yield f"family|{r.skeleton[-1]}"
        yield f"near|{r.page}|{r.skeleton[0]}"
    elif r.kind == "person":
        if not whole.startswith(GIVEN_ALONE):
            yield f"family|{whole}"
    elif r.kind == "state" and r.state:
        yield f"name|state|{r.state}"
    elif r.kind == "office":
        office, state = r.offices[0] if r.offices else (whole, r.state)
        yield f"name|office|{office}|{state or r.page}"
    elif r.kind != "unnamed":
        yield f"name|{r.kind}|{whole}"


def _chained(members: Sequence[Referent], rule: str) -> Iterator[Same]:
    for left, right in pairwise(members):
        yield Same(left, right, rule)


def _apart_by_state(members: Sequence[Referent]) -> Iterator[Same]:
    """Join one name, but never the holders of one office in two states; who holds none goes to the larger side."""
    sides: defaultdict[str, list[Referent]] = defaultdict(list)
    for member in members:
        sides[_seat(member)].append(member)
    loose = sides.pop("", [])
    ranked = sorted(sides.items(), key=lambda item: (-len(item[1]), item[0]))
    for k, (_, side) in enumerate(ranked):
        yield from _chained([*side, *(loose if k == 0 else ())], "same given and family name")
    if not ranked:
        yield from _chained(loose, "same given and family name")


def _seat(r: Referent) -> str:
    """Return the state of whose office a person is told to be, empty if none or several."""
    seats = {state for _, state in r.offices if state}
    return seats.pop() if len(seats) == 1 else ""


def _surnames(members: Sequence[Referent]) -> Iterator[Same]:
    """Join a surname alone to the only person of these pages that bears it."""
    full = [m for m in members if len(m.skeleton) > 1]
    alone = [m for m in members if len(m.skeleton) == 1]
    given = {m.skeleton[0] for m in full}
    if len(given) == 1:
        for member in alone:
            states = {s for s in (_seat(member), _seat(full[0])) if s}
            if len(states) < 2:
                yield Same(full[0], member, "only bearer of the surname")


def _misspelt(members: Sequence[Referent]) -> Iterator[Same]:
    """Join two names of one page with one given name and one state whose families are a slip apart."""
    for left, right in combinations(members, 2):
        if left.skeleton[-1] == right.skeleton[-1] or not left.state or left.state != right.state:
            continue
        offices = {o for o, _ in left.offices}, {o for o, _ in right.offices}
        if all(offices) and not offices[0] & offices[1]:
            continue
        if slip(left.skeleton[-1], right.skeleton[-1]) and left.roles and right.roles:
            rare, usual = sorted((left, right), key=lambda r: (len(r.mentions), r.id))
            note = (
                f"{rare.names[0]} for {usual.names[0]}: page, given name and state agree, one letter is off or moved"
            )
            yield Same(left, right, "misspelling", note, rare.names[0])


def slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter that is changed, missing or moved; short words are too alike to tell."""
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    while x and y and x[-1] == y[-1]:
        x, y = x[:-1], y[:-1]
    return (len(x) <= 1 and len(y) <= 1) or (x == y[::-1] and len(x) == 2) or _moved(x, y)


def _moved(x: str, y: str) -> bool:
    """Whether a swap of neighbours and one long vowel more or less explain the difference."""
    if abs(len(x) - len(y)) != 1:
        return False
    long, short = (x, y) if len(x) > len(y) else (y, x)
    return any(sorted(long[:k] + long[k + 1 :]) == sorted(short) for k in range(len(long))) and len(long) <= 3


def _entity(group: Sequence[Referent], reasons: Sequence[Same]) -> Entity:
    kind = group[0].kind
    worse = {s.worse for s in reasons if s.worse}
    counts: Counter[str] = Counter()
    for referent in group:
        for name in referent.names:
            counts[name] += len(referent.mentions)
    ranked = sorted(counts, key=lambda n: (n in worse, kind == "person" and " " not in n, -counts[n], -len(n), n))
    why = [Why(rule=s.rule, rests_on=(s.left.span, s.right.span), note=s.note) for s in reasons]
    why = sorted(why, key=lambda w: w.rule != "misspelling")[:WHYS]
    best = max(group, key=lambda r: (len(r.skeleton), ranked[0] in r.names))
    label = group[0].state if kind == "state" and group[0].state else " ".join(best.skeleton)
    local = kind == "unnamed" or (kind == "office" and not group[0].state)
    return Entity(
        id=f"entity/{kind}/{label.replace(' ', '_')}" + (f"/{group[0].id}" if local else ""),
        kind=kind,
        name=ranked[0],
        names=tuple(ranked),
        roles=tuple(dict.fromkeys(role for r in group for role in r.roles)),
        mentions=tuple(sorted(m for r in group for m in r.mentions)),
        why=tuple(why) or (Why(rule="named once", rests_on=(group[0].span,)),),
    )


def _distinct(entities: Sequence[Entity]) -> list[Entity]:
    """Give entities that would share an id (namesakes) the id of their first mention too."""
    shared = Counter(e.id for e in entities)
    found = []
    for e in entities:
        id_ = f"{e.id}/{min(e.mentions)}" if shared[e.id] > 1 else e.id
        found.append(replace(e, id=id_))
    return sorted(found, key=lambda e: e.id)
