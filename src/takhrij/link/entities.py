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

from msgspec.structs import replace

from takhrij.knowledge import Knowledge
from takhrij.link import rulings
from takhrij.link.bodies import about, organizations, shorter
from takhrij.link.identity import GIVEN_ALONE, LISTED
from takhrij.link.joining import RULES, chained
from takhrij.link.keys import Key
from takhrij.link.parts import FATHER, PAIR
from takhrij.link.referents import SHARED, Referent
from takhrij.link.sameness import Apart, Found, Same
from takhrij.link.spellings import letters, rough
from takhrij.link.standing import RULE
from takhrij.link.tenures import names_of
from takhrij.records import Analysis, Entity, Links, Mention, Why
from takhrij.text import fold_text

WHYS = 12
"""So many reasons are kept of one entity: more only repeat the first."""
APART = 3
"""So many refusals are kept of one entity."""
_LATIN = re.compile(r"\(\s{0,2}([A-Z][A-Za-z.'’-]{1,30}(?: [A-Za-z.'’-]{1,30}){1,4})\s{0,2}\)")
CHAINED = {
    "name": "same name",
    "latin": "same name in Latin letters",
    "held": "name of the known holder of the office",
}
"""The rule for each kind of key whose members are all one."""
HEADED = "headed"
"""The rule of a body that is named by its noun and words that say what it does or whose it is."""
_GAP = 2
"""So many characters may stand between a name and the bracket that gives it in Latin letters."""


def states(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded names and spellings of all states; ask for it through `knowledge.built`."""
    return frozenset(fold_text(name) for state in knowledge.world.states for name in (state.name, *state.spellings))


def keys(analysis: Analysis, links: Links) -> Iterator[Key]:
    """Yield every referent of a page under all keys by which another might be the same."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in analysis.mentions:
        groups[mention.refers].append(mention)
    latin, pens = _latin(analysis), _pens(analysis)
    persons = {m.skeleton.removeprefix(LISTED) for m in analysis.mentions if m.kind == "person" and " " in m.skeleton}
    company = tuple(sorted(persons))
    famous = {m.skeleton.removeprefix(LISTED) for m in analysis.mentions if m.skeleton.startswith(LISTED)}
    states = about(analysis)
    for refers, mentions in groups.items():
        referent = _referent(refers, analysis.page, mentions, company)
        if referent.common:
            referent = referent._replace(about=states)
        if referent.company:
            wrote = dict.fromkeys(pens[m.id] for m in mentions if m.id in pens)
            referent = referent._replace(famous=tuple(sorted(famous)), pens=tuple(wrote))
        referent = referent._replace(latin=tuple(dict.fromkeys(latin[m.id] for m in mentions if m.id in latin)))
        yield Key(f"self|{referent.id}", referent)
        for value in (*_values(referent), *_held(referent, links)):
            yield Key(value, referent)


def join(value: str, members: Sequence[Referent]) -> Iterable[Referent | Found]:
    """Return the referent itself, or what of the group is one."""
    kind, _, name = value.partition("|")
    if kind == "self":
        return members[:1]
    if kind == "org":
        return organizations(name, members)
    if kind in RULES:
        return RULES[kind](members)
    return chained(members, CHAINED.get(kind, "same letters"))


def gather(found: Sequence[Referent | Found], links: Links) -> Links:
    """Return the links with every referent in one entity; what people ruled of two goes before every rule."""
    referents = {r.id: r for r in found if isinstance(r, Referent)}
    standing = rulings.meant(referents, links.judgements)
    ruled, parted = rulings.reasons(standing)
    inferred = [s for s in found if isinstance(s, Same)]
    groups: defaultdict[str, list[Referent]] = defaultdict(list)
    reasons: defaultdict[str, list[Same]] = defaultdict(list)
    refusals: defaultdict[str, list[Apart]] = defaultdict(list)
    least = rulings.grouped(referents, ruled, inferred, parted)
    for id_, referent in referents.items():
        groups[least[id_]].append(referent)
    for same in (*ruled, *inferred):
        if least[same.left.id] == least[same.right.id]:
            reasons[least[same.left.id]].append(same)
    for apart in (*parted, *found):
        if isinstance(apart, Apart) and least[apart.left.id] != least[apart.right.id]:
            refusals[least[apart.left.id]].append(apart)
            refusals[least[apart.right.id]].append(apart)
    entities = [
        _entity(sorted(group, key=lambda r: r.id), reasons[root], refusals[root], links.states)
        for root, group in sorted(groups.items())
    ]
    entities = _distinct(entities)
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    return replace(
        links,
        entities={entity.id: entity for entity in entities},
        entity_of=entity_of,
        ruled=(*links.ruled, *rulings.outcome(standing, entity_of)),
    )


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
        names=tuple(dict.fromkeys((best.name, *(name for name, _ in Counter(m.name for m in named).most_common())))),
        skeleton=tuple(best.skeleton.removeprefix(LISTED).split()),
        state=next((m.state for m in mentions if m.state), ""),
        offices=tuple(offices),
        roles=tuple(roles),
        mentions=tuple(m.id for m in mentions),
        span=head.span,
        company=company if head.kind == "person" else (),
        listed=best.skeleton.startswith(LISTED),
        bearers=best.bearers,
        common=head.kind == "organization" and not head.state and head.why[0].rule == HEADED,
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


def _pens(analysis: Analysis) -> dict[str, str]:
    """Return the outlet of the article that a person wrote, by the id of the mention that its credit is."""
    cues = [
        (hop.cue, article.outlet)
        for article in analysis.articles
        for hop in article.credits
        if article.outlet and hop.kind == "person" and hop.cue
    ]
    if not cues:
        return {}
    persons = [m for m in analysis.mentions if m.kind == "person"]
    return {
        m.id: outlet for cue, outlet in cues for m in persons if cue.start <= m.span.start and m.span.end <= cue.end
    }


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
    elif r.kind == "organization":
        yield f"org|{whole}"
        if r.state and r.skeleton[-1] == r.state:
            yield f"org|{' '.join(r.skeleton[:-1])}"
        elif r.state and not r.common:
            yield from (f"org|{words}" for words in dict.fromkeys(map(shorter, r.names)) if " " in words)
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
        for office in dict.fromkeys(office for office, state in r.offices if state):
            yield f"office|{office}|{first.removeprefix(GIVEN_ALONE)}"
        return
    if r.skeleton[1].startswith(FATHER) or len(r.skeleton) > PAIR:
        yield f"slots|{first}|{r.skeleton[1]}"
    if not last.startswith(FATHER) or not r.skeleton[1].startswith(FATHER):
        yield f"slots|{first}|{last}"
    if not last.startswith(FATHER) or len(r.skeleton) == 2:
        yield from (f"rough|{key}" for key in dict.fromkeys(rough(r)))
    yield f"family|{last}"
    yield f"tail|{first if len(r.skeleton) == 2 else r.skeleton[-2]}|{last}"
    yield from (f"letters|{key}" for key in dict.fromkeys(letters(r)))
    for office in dict.fromkeys(office for office, _ in r.offices):
        yield f"office|{office}|{first}"
        yield f"office|{office}|{last}"
    for words in dict.fromkeys(tuple(fold_text(role).split()) for role in r.roles):
        if len(words) > SHARED:
            yield f"role|{' '.join(words[:SHARED])}|{first}"
            yield f"role|{' '.join(words[:SHARED])}|{last}"


def _held(r: Referent, links: Links) -> Iterator[str]:
    """Yield the key of the only known holder of one of a person's offices who bears all words of his name."""
    words = set(fold_text(r.names[0]).split()) if r.kind == "person" else set()
    for office, state in r.offices if words else ():
        held = (t for t in links.tenures if t.state == state and t.office == office)
        holders = {t.holder for t in held if any(words <= set(name.split()) for name in names_of(t))}
        if state and len(holders) == 1:
            yield f"held|{office}|{state}|{holders.pop()}"


def _entity(
    group: Sequence[Referent], reasons: Sequence[Same], refusals: Sequence[Apart], states: frozenset[str]
) -> Entity:
    """Return what a group means by its most frequent name; a state by its own, if a page has that (not دمشق)."""
    kind = group[0].kind
    worse = {s.worse for s in reasons if s.worse}
    counts: Counter[str] = Counter()
    for referent in group:
        for name in referent.names:
            counts[name] += len(referent.mentions)
    short = {n for n in counts if kind == "person" and " " not in n}
    short |= {n for n in counts if kind == "state" and fold_text(n) not in states}
    ranked = sorted(counts, key=lambda n: (n in worse, n in short, -counts[n], -len(n), n))
    latin = dict.fromkeys(name for r in group for name in r.latin)
    why = [Why(rule=s.rule, rests_on=(s.left.span, s.right.span), note=s.note) for s in reasons]
    why = sorted(why, key=lambda w: (w.rule != RULE, w.rule != "misspelling"))[:WHYS]
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
            yield Why(rule=refusal.rule, rests_on=(refusal.left.span, refusal.right.span), note=note)


def _distinct(entities: Sequence[Entity]) -> list[Entity]:
    """Give entities that would share an id (namesakes) the id of their first mention too."""
    shared = Counter(e.id for e in entities)
    found = []
    for e in entities:
        id_ = f"{e.id}/{min(e.mentions)}" if shared[e.id] > 1 else e.id
        found.append(replace(e, id=id_))
    return sorted(found, key=lambda e: e.id)
