"""Joins what pages name into persons, organisations, outlets, states, places, offices and unnamed sources.

A referent is what one page means by some of its mentions. Two referents are one for a reason that is kept:
equal skeletons, equal given and family parts with something that speaks for it (`identity`), a surname of the only
one whom an office or the company fits, a misspelling where page or office agrees. Closeness of letters alone joins
nothing; unnamed sources of two pages are never one. What might have been one and was kept apart says why too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from takhrij.groups import closed
from takhrij.link.identity import (
    FATHER,
    GIVEN_ALONE,
    LISTED,
    SHARED,
    Profile,
    Referent,
    beside_page,
    evidence,
    judge,
    near,
    office_fits,
    part_of,
    profiles,
    slip,
)
from takhrij.link.keys import Key
from takhrij.records import Analysis, Entity, Links, Mention, Why
from takhrij.text import fold_text

WHYS = 12
"""So many reasons are kept of one entity: more only repeat the first."""
APART = 3
"""So many refusals are kept of one entity."""
SPELLINGS = 60
"""So many spellings with one office and one part in common are compared pair by pair, those of most pages first."""
_LATIN = re.compile(r"\(\s{0,2}([A-Z][A-Za-z.'’-]{1,30}(?: [A-Za-z.'’-]{1,30}){1,4})\s{0,2}\)")
_GAP = 2
"""So many characters may stand between a name and the bracket that gives it in Latin letters."""


class Same(NamedTuple):
    """That two referents are one, by a rule. `worse` is the name that is a slip of the other's, if one is."""

    left: Referent
    right: Referent
    rule: str
    note: str = ""
    worse: str = ""


class Apart(NamedTuple):
    """That two referents whose names might be one person's are none, and why."""

    left: Referent
    right: Referent
    note: str


Found = Referent | Same | Apart


def keys(analysis: Analysis, links: Links) -> Iterator[Key]:  # noqa: ARG001 - the form of all stages
    """Yield every referent of a page under all keys by which another might be the same."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in analysis.mentions:
        groups[mention.refers].append(mention)
    latin = _latin(analysis)
    persons = {m.skeleton.removeprefix(LISTED) for m in analysis.mentions if m.kind == "person" and " " in m.skeleton}
    company = tuple(sorted(persons))
    for refers, mentions in groups.items():
        referent = _referent(refers, analysis.page, mentions, company)
        referent = referent._replace(latin=tuple(dict.fromkeys(latin[m.id] for m in mentions if m.id in latin)))
        yield Key(f"self|{referent.id}", referent)
        for value in _values(referent):
            yield Key(value, referent)


def join(value: str, members: Sequence[Referent]) -> Iterable[Found]:
    """Return the referent itself, or what of the group is one."""
    kind = value.partition("|")[0]
    if kind == "self":
        return members[:1]
    if kind in _RULES:
        return _RULES[kind](members)
    return _chained(members, {"name": "same name", "latin": "same name in Latin letters"}.get(kind, "same letters"))


def gather(found: Sequence[Found], links: Links) -> Links:
    """Return the links with every referent in one entity."""
    referents = {r.id: r for r in found if isinstance(r, Referent)}
    pairs = [s for s in found if isinstance(s, Same)]
    groups: defaultdict[str, list[Referent]] = defaultdict(list)
    reasons: defaultdict[str, list[Same]] = defaultdict(list)
    refusals: defaultdict[str, list[Apart]] = defaultdict(list)
    least = closed([*((r, r) for r in referents), *((s.left.id, s.right.id) for s in pairs)])
    for id_, referent in referents.items():
        groups[least[id_]].append(referent)
    for same in pairs:
        reasons[least[same.left.id]].append(same)
    for apart in found:
        if isinstance(apart, Apart) and least[apart.left.id] != least[apart.right.id]:
            refusals[least[apart.left.id]].append(apart)
            refusals[least[apart.right.id]].append(apart)
    entities = [
        _entity(sorted(group, key=lambda r: r.id), reasons[root], refusals[root])
        for root, group in sorted(groups.items())
    ]
    entities = _distinct(entities)
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    return replace(links, entities={entity.id: entity for entity in entities}, entity_of=entity_of)


def _referent(refers: str, page: str, mentions: Sequence[Mention], company: tuple[str, ...]) -> Referent:
    head = next((m for m in mentions if m.id == refers), mentions[0])
    named = [m for m in mentions if m.kind == head.kind]
    best = max(named, key=lambda m: (m.skeleton.startswith(LISTED), len(m.skeleton.split()), m.id == head.id))
    roles = dict.fromkeys(r.name for m in mentions for r in m.roles)
    offices = dict.fromkeys((r.office, r.state or best.state) for m in mentions for r in m.roles if r.office)
    return Referent(
        id=head.id,
        page=page,
        kind=head.kind,
        names=tuple(name for name, _ in Counter(m.name for m in named).most_common()),
        skeleton=tuple(best.skeleton.removeprefix(LISTED).split()),
        state=next((m.state for m in mentions if m.state), ""),
        offices=tuple(offices),
        roles=tuple(roles),
        mentions=tuple(m.id for m in mentions),
        span=head.span,
        company=company if head.kind == "person" else (),
        listed=best.skeleton.startswith(LISTED),
    )


def _latin(analysis: Analysis) -> dict[str, str]:
    """Return the Latin form that a bracket right behind a mention gives, by the mention's id."""
    brackets = [
        (s.span.start + m.start(), m.group(1))
        for s in analysis.sentences
        if "(" in s.text
        for m in _LATIN.finditer(s.text)
    ]
    if not brackets:
        return {}
    mentions = sorted(analysis.mentions, key=lambda m: m.span.end)
    ends = [m.span.end for m in mentions]
    found: dict[str, str] = {}
    for start, name in brackets:
        k = bisect_right(ends, start) - 1
        if k >= 0 and start - ends[k] <= _GAP and mentions[k].kind not in ("unnamed", "office"):
            found[mentions[k].id] = name
    return found


def _values(r: Referent) -> Iterator[str]:
    """Yield the keys of a referent; an unnamed source has none, for nothing shows that two pages mean the same."""
    whole = " ".join(r.skeleton)
    for name in r.latin:
        yield f"latin|{r.kind}|{name.casefold()}"
    if r.kind == "person":
        yield from _person_values(r)
    elif r.kind == "state" and r.state:
        yield f"name|state|{r.state}"
    elif r.kind == "office":
        office, state = r.offices[0] if r.offices else (whole, r.state)
        yield f"name|office|{office}|{state or r.page}"
    elif r.kind != "unnamed":
        yield f"name|{r.kind}|{whole}"


def _person_values(r: Referent) -> Iterator[str]:
    """Yield the keys of a person: given name with father's and family name, family alone, page, office, letters."""
    first, last = r.skeleton[0], r.skeleton[-1]
    yield f"page|{r.page}"
    if len(r.skeleton) == 1:
        if not first.startswith(GIVEN_ALONE):
            yield f"family|{first}"
        return
    if r.skeleton[1].startswith(FATHER):
        yield f"slots|{first}|{r.skeleton[1]}"
    if not last.startswith(FATHER):
        yield f"slots|{first}|{last}"
    yield f"family|{last}"
    yield "letters|" + "".join(r.skeleton).replace("_", "")
    for office in dict.fromkeys(office for office, _ in r.offices):
        yield f"office|{office}|{first}"
        yield f"office|{office}|{last}"
    for words in dict.fromkeys(tuple(fold_text(role).split()) for role in r.roles):
        if len(words) > SHARED:
            yield f"role|{' '.join(words[:SHARED])}|{first}"
            yield f"role|{' '.join(words[:SHARED])}|{last}"


def _chained(members: Sequence[Referent], rule: str) -> Iterator[Same]:
    for left, right in pairwise(members):
        yield Same(left, right, rule)


def _slots(members: Sequence[Referent]) -> Iterator[Found]:
    """Join one given and family name where nothing speaks against it; those that tell most come first.

    Who fits several goes to whom more than the name fits, else to whom most pages name.
    """
    sides: list[Profile] = []
    for r in sorted(members, key=lambda r: (not r.offices, not r.roles, -len(r.skeleton), r.id)):
        verdicts = [(side, judge(side, r)) for side in sides]
        fits = [(side, v) for side, v in verdicts if v.same]
        if fits:
            side, verdict = max(fits, key=lambda fit: (bool(fit[1].note), len(fit[0].members)))
            yield Same(side.first, r, verdict.rule, verdict.note)
            side.add(r)
        else:
            for side, verdict in verdicts[:1]:
                yield Apart(side.first, r, f"{verdict.rule}: {verdict.note}")
            sides.append(Profile(r))


def _surnames(members: Sequence[Referent]) -> Iterator[Found]:
    """Join a surname alone to the only bearer whom more than the name fits: page, office, role or company."""
    bearers = list(profiles(m for m in members if len(m.skeleton) > 1).values())
    for r in members:
        if len(r.skeleton) > 1 or not bearers:
            continue
        fits = [(b, told) for b in bearers if (told := _fits(b, r))]
        if len(fits) == 1:
            bearer, told = fits[0]
            yield Same(bearer.first, r, "only bearer of the surname", told)
        else:
            several = "more than one bearer of the surname fits"
            yield Apart(bearers[0].first, r, several if fits else "a surname alone, and nothing else agrees")


def _fits(bearer: Profile, r: Referent) -> str:
    """Return what makes a surname alone mean its bearer: a state does not."""
    if office_fits(bearer, r):
        return "the office agrees"
    return evidence(bearer, r._replace(state=""))


def _page(members: Sequence[Referent]) -> Iterator[Found]:
    """Join on one page a shorter form to the only name that goes on from it, and a misspelling to the right name."""
    for short in members:
        if short.skeleton[0].startswith(GIVEN_ALONE):
            continue
        longer = [m for m in members if part_of(short.skeleton, m.skeleton)]
        if len({m.skeleton for m in longer}) == 1 and _begins(short, longer[0]):
            yield Same(longer[0], short, "shorter form of a name of the page")
    by_given: defaultdict[str, list[Referent]] = defaultdict(list)
    for m in members:
        if len(m.skeleton) > 1:
            by_given[m.skeleton[0]].append(m)
    for same_given in by_given.values():
        yield from _misspelt(same_given)


def _begins(short: Referent, long: Referent) -> bool:
    """Whether the beginning of a name means its bearer: a given and a father's name need a role that agrees."""
    if not short.skeleton[-1].startswith(FATHER):
        return True
    bearer = Profile(long)
    return office_fits(bearer, short) or "role" in evidence(bearer, beside_page(short))


def _misspelt(members: Sequence[Referent]) -> Iterator[Same]:
    """Join two names of one page with one given name and one state whose families are a slip apart."""
    for left, right in combinations(members, 2):
        if left.skeleton[-1] == right.skeleton[-1] or not left.state or left.state != right.state:
            continue
        if left.listed and right.listed:
            continue
        offices = {o for o, _ in left.offices}, {o for o, _ in right.offices}
        if all(offices) and not offices[0] & offices[1]:
            continue
        families = (fold_text(r.names[0]).split()[-1] for r in (left, right))
        if left.roles and right.roles and slip(*families):
            yield _slipped([left], [right], "page, given name and state agree")


def _office(members: Sequence[Referent]) -> Iterator[Found]:
    """Join names of one office of which one end agrees and the other is a slip or the beginning of it."""
    for left, right in _spellings(members):
        if not any(office_fits(left, r) for r in right.members):
            continue
        if near(left.first, right.first):
            yield _slipped(left.members, right.members, "office and one part of the name agree")
        short, long = sorted((left, right), key=lambda p: len(p.first.skeleton))
        if part_of(short.first.skeleton, long.first.skeleton) and any(evidence(long, r) for r in short.members):
            yield Same(long.first, short.first, "shorter form of a name", "the office agrees")


def _role(members: Sequence[Referent]) -> Iterator[Found]:
    """Join names of one role of three words or more of which one end agrees and the other is a slip of it."""
    for left, right in _spellings(members):
        if near(left.first, right.first) and any(len(a & b) > SHARED for a in left.roles for b in right.roles):
            yield _slipped(left.members, right.members, "role and one part of the name agree")


def _spellings(members: Sequence[Referent]) -> Iterator[tuple[Profile, Profile]]:
    """Yield every two spellings of a group, those of most pages first."""
    spelt: dict[tuple[str, ...], Profile] = {}
    for r in members:
        if r.skeleton in spelt:
            spelt[r.skeleton].add(r)
        else:
            spelt[r.skeleton] = Profile(r)
    return combinations(sorted(spelt.values(), key=lambda p: -len(p.members))[:SPELLINGS], 2)


def _slipped(left: Sequence[Referent], right: Sequence[Referent], agree: str) -> Same:
    """Return that two spellings are one person's; the rarer is the slip, never the listed one."""

    def weight(side: Sequence[Referent]) -> tuple[bool, int, str]:
        return side[0].listed, sum(len(r.mentions) for r in side), side[0].id

    rare, usual = sorted((left, right), key=weight)
    note = f"{rare[0].names[0]} for {usual[0].names[0]}: {agree}, one letter is off or moved"
    return Same(left[0], right[0], "misspelling", note, rare[0].names[0])


def _letters(members: Sequence[Referent]) -> Iterator[Found]:
    """Join names of which only the spaces differ, where more than the letters agrees."""
    spelt: dict[tuple[str, ...], Profile] = {}
    for r in members:
        spelt.setdefault(r.skeleton, Profile(r))
    for left, right in pairwise(spelt.values()):
        told = "the office agrees" if office_fits(left, right.first) else evidence(left, right.first)
        if told:
            yield Same(left.first, right.first, "same letters", told)


_RULES = {
    "slots": _slots,
    "family": _surnames,
    "page": _page,
    "office": _office,
    "role": _role,
    "letters": _letters,
}


def _entity(group: Sequence[Referent], reasons: Sequence[Same], refusals: Sequence[Apart]) -> Entity:
    kind = group[0].kind
    worse = {s.worse for s in reasons if s.worse}
    counts: Counter[str] = Counter()
    for referent in group:
        for name in referent.names:
            counts[name] += len(referent.mentions)
    ranked = sorted(counts, key=lambda n: (n in worse, kind == "person" and " " not in n, -counts[n], -len(n), n))
    latin = dict.fromkeys(name for r in group for name in r.latin)
    why = [Why(rule=s.rule, rests_on=(s.left.span, s.right.span), note=s.note) for s in reasons]
    why = sorted(why, key=lambda w: w.rule != "misspelling")[:WHYS]
    best = max(group, key=lambda r: (len(r.skeleton), ranked[0] in r.names))
    label = group[0].state if kind == "state" and group[0].state else " ".join(best.skeleton)
    local = kind == "unnamed" or (kind == "office" and not group[0].state)
    return Entity(
        id=f"entity/{kind}/{label.replace(' ', '_')}" + (f"/{group[0].id}" if local else ""),
        kind=kind,
        name=ranked[0],
        names=(*ranked, *(name for name in latin if name not in counts)),
        roles=tuple(dict.fromkeys(role for r in group for role in r.roles)),
        mentions=tuple(sorted(m for r in group for m in r.mentions)),
        why=(*(why or [Why(rule="named once", rests_on=(group[0].span,))]), *_apart({r.id for r in group}, refusals)),
    )


def _apart(group: set[str], refusals: Sequence[Apart]) -> Iterator[Why]:
    """Yield why the nearest others are no part of a group."""
    seen: set[str] = set()
    for refusal in refusals:
        other = refusal.right if refusal.left.id in group else refusal.left
        note = f"{other.names[0]}: {refusal.note}"
        if note not in seen and len(seen) < APART:
            seen.add(note)
            yield Why(rule="kept apart", rests_on=(refusal.left.span, refusal.right.span), note=note)


def _distinct(entities: Sequence[Entity]) -> list[Entity]:
    """Give entities that would share an id (namesakes) the id of their first mention too."""
    shared = Counter(e.id for e in entities)
    found = []
    for e in entities:
        id_ = f"{e.id}/{min(e.mentions)}" if shared[e.id] > 1 else e.id
        found.append(replace(e, id=id_))
    return sorted(found, key=lambda e: e.id)
