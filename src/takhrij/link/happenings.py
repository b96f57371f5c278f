"""Which claims tell of one happening, though each says something else of it: where, how many fell, by whose hand.

Claims are kept apart in doubt, since their origins are counted; the time line wants one entry for one happening. Two
tellings of one day and class are one where no place, doer, way or toll speaks against it, and place, toll, sides or
words enough speak for it. Nothing is counted by it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.groups import closed
from takhrij.link.keys import Key
from takhrij.link.tellings import Telling, tellings
from takhrij.records import Analysis, Happening, Links, Span, When, Why

ALONE: Final = "one "
_MEETING: Final = "CONSULT"
_CLASSES: Final = ("ASSAULT", "OTHER", "PROTEST", "COERCE", _MEETING)
"""Classes of what happens once: at a place, or between those who meet."""
_DAYS: Final = 1
"""Days that a time may span beyond its first to tell one happening from the next."""
_CROWD: Final = 80
"""Deeds under one value from which it tells nothing."""
_WAYS: Final = {"suicide-attack": "blast", "explosives": "blast", "kill": "", "wound": ""}
"""Modes that are told of one attack by turns."""
_PERSON: Final = "entity/person/"
_TIMES: Final = 3
"""Ratio from which two tolls are of two things."""
_TOLL: Final = 3
"""Smaller tolls are too many, and too often of as many."""
_PRECISE: Final = 10
"""From this on a number that is not round is rarely another toll's too."""
_SHARE: Final = 0.5
"""Share of what is told of a place that is of one day, from which the place tells that day's happening."""
_WORDS: Final = 2
"""Words in common that a place needs of which much else is told."""
_NAMED: Final = 6
_WHYS: Final = 12
"""What a reason names at most, and how many reasons are kept."""


class Deed(NamedTuple):
    """What one article tells of one happening: its tellings, and what they name.

    `places`, `who` and `whom` are entities, `who` with the doers' states, `met` the persons who meet, on all sides;
    `tolls` are what is counted, and how many; `words` tell it from others of its kind. `bare`: only that it was.
    """

    id: str
    what: str
    article: str
    when: When
    tellings: tuple[Telling, ...]
    ways: frozenset[str]
    places: frozenset[str]
    tolls: frozenset[tuple[str, float]]
    who: frozenset[str]
    whom: frozenset[str]
    met: frozenset[str]
    words: frozenset[str]
    bare: bool

    def joined(self, other: Deed) -> Deed:
        """Return both as one."""
        return self._replace(
            tellings=self.tellings + other.tellings,
            ways=self.ways | other.ways,
            places=self.places | other.places,
            tolls=self.tolls | other.tolls,
            who=self.who | other.who,
            whom=self.whom | other.whom,
            met=self.met | other.met,
            words=self.words | other.words,
        )


class Met(NamedTuple):
    """Two deeds that may be one."""

    left: Deed
    right: Deed


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:
    """Yield every deed of a page under its own id and under all by which another may be the same."""
    for deed in deeds(analysis, links):
        yield Key(ALONE + deed.id, deed)
        about = {*deed.places, *(f"{of} {value:g}" for of, value in deed.tolls), *deed.whom, *deed.met}
        for value in sorted(about):
            yield Key(f"{deed.what} {deed.when.first} {value}", deed)


def deeds(analysis: Analysis, links: Links) -> list[Deed]:
    """Return the deeds of a page: its dated events, those of one article and day together that tell of one."""
    groups: defaultdict[tuple[str, str, date], list[Deed]] = defaultdict(list)
    for telling in tellings(analysis, links):
        when = telling.when
        if telling.kind != "event" or telling.what not in _CLASSES or telling.status != "occurred" or not when:
            continue
        if (when.last - when.first).days <= _DAYS:
            groups[telling.article.id, telling.what, when.first].append(_deed(telling, when, analysis, links))
    return [deed for told in groups.values() for deed in _of_article(told)]


def _of_article(told: Sequence[Deed]) -> list[Deed]:
    """Return what an article tells of one day and class, joined where it is one; the bare goes to the only one."""
    kept: list[Deed] = []
    for deed in sorted(told, key=lambda d: (d.bare, not d.places, d.id)):
        fits = [k for k, other in enumerate(kept) if _agree(deed, other) and (deed.bare or _share(deed, other))]
        if len(fits) == 1 and (not deed.bare or len(kept) == 1):
            kept[fits[0]] = kept[fits[0]].joined(deed)
        else:
            kept.append(deed)
    return kept


def _share(a: Deed, b: Deed) -> bool:
    return _pair(a, b) if a.what == _MEETING else bool(a.places & b.places or a.tolls & b.tolls)


def _pair(a: Deed, b: Deed) -> bool:
    """Whether two who met are named in both."""
    return len(a.met & b.met) > 1


def _deed(telling: Telling, when: When, analysis: Analysis, links: Links) -> Deed:
    """Return one telling as a deed: where it was, else where its words name, else the only place of its sentence."""
    around = [s.span for s in analysis.sentences if s.span.overlaps(telling.span)]
    places = (_entities(telling.place.keys) if telling.place else frozenset()) or telling.places
    if not places:
        told = {links.entity_of.get(m.id, "") for m in analysis.mentions if m.kind == "place" and _in(m.span, around)}
        places = frozenset(told - {""}) if len(told) == 1 else places
    tolls = {(of, value) for of, value, _, _ in telling.counts if value >= _TOLL}
    tolls = tolls or {(toll.of, toll.value) for toll in analysis.tolls if _in(toll.span, around)}
    way = "" if telling.what == _MEETING else _WAYS.get(telling.mode, telling.mode)
    who = {f"state {one.state}" for one in telling.who if one.state}.union(*(_entities(w.keys) for w in telling.who))
    whom = frozenset[str]().union(*(_entities(one.keys) for one in telling.whom))
    meeting = telling.what == _MEETING
    return Deed(
        id=telling.id,
        what=telling.what,
        article=telling.article.id,
        when=when,
        tellings=(telling,),
        ways=frozenset((way,) if way else ()),
        places=places,
        tolls=frozenset(tolls),
        who=frozenset() if meeting else frozenset(who),
        whom=frozenset() if meeting else whom,
        met=frozenset(key for key in {*who, *whom, *telling.people} if key.startswith(_PERSON))
        if meeting
        else frozenset(),
        words=telling.details,
        bare=not (places or tolls or telling.who or telling.whom or len(telling.details) > 1),
    )


def _entities(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(key for key in keys if key.startswith("entity/"))


def _in(span: Span, around: Sequence[Span]) -> bool:
    return any(span.within(other) for other in around)


def join(value: str, members: Sequence[Deed]) -> Iterable[Deed | Met]:
    """Yield a deed under its own id, or the pairs that may be one."""
    if value.startswith(ALONE):
        yield from members
        return
    if len(members) > _CROWD:
        return
    for a, b in combinations(members, 2):
        if a.article != b.article and _agree(a, b):
            yield Met(*sorted((a, b), key=lambda deed: deed.id))


def _agree(a: Deed, b: Deed) -> bool:
    """Whether nothing that two deeds tell speaks against their being one."""
    apart = _disjoint(a.places, b.places) or _disjoint(a.who, b.who) or _disjoint(a.ways, b.ways)
    return not apart and not _differ(a.tolls, b.tolls)


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a.isdisjoint(b)


def _differ(some: frozenset[tuple[str, float]], others: frozenset[tuple[str, float]]) -> bool:
    """Whether of the same two count so differently that it is not the same."""
    for of in {of for of, _ in some} & {of for of, _ in others}:
        here, there = ({value for kind, value in tolls if kind == of} for tolls in (some, others))
        if here.isdisjoint(there) and max(*here, *there) > _TIMES * min(*here, *there):
            return True
    return False


def gather(found: Sequence[Deed | Met], links: Links) -> Links:
    """Add the happenings that more than one claim tells, in order of their least claim."""
    deeds_by = {deed.id: deed for deed in found if isinstance(deed, Deed)}
    met = {(pair.left.id, pair.right.id): pair for pair in found if isinstance(pair, Met)}
    usual = _Usual(deeds_by.values())
    claim_of = {member: claim.id for claim in links.claims for member in (*claim.statements, *claim.events)}
    pairs: list[tuple[str, str, Why]] = []
    for deed in deeds_by.values():
        one, *others = deed.tellings
        pairs += [(claim_of[one.id], claim_of[other.id], _why(one, other)) for other in others]
    for _, (left, right) in sorted(met.items()):
        if shared := _shared(left, right, usual):
            a, b = left.tellings[0], right.tellings[0]
            pairs.append((claim_of[a.id], claim_of[b.id], _why(a, b, shared)))
    root = closed((one_claim, other_claim) for one_claim, other_claim, _ in pairs)
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(root):
        claims[root[name]].append(name)
    whys: defaultdict[str, list[Why]] = defaultdict(list)
    for one_claim, other_claim, why in pairs:
        if one_claim != other_claim:
            whys[root[one_claim]].append(why)
    made = [
        Happening(claims=tuple(claims[r]), why=tuple(whys[r][:_WHYS])) for r in sorted(claims) if len(claims[r]) > 1
    ]
    return replace(links, happenings=tuple(made))


class _Usual:
    """How much is told of each place, and how much of that on one day."""

    def __init__(self, deeds: Iterable[Deed]) -> None:
        self._all: Counter[tuple[str, str]] = Counter()
        self._day: Counter[tuple[str, str, date]] = Counter()
        for deed in deeds:
            self._all.update((deed.what, place) for place in deed.places)
            self._day.update((deed.what, place, deed.when.first) for place in deed.places)

    def once(self, deed: Deed, place: str) -> bool:
        """Whether most of what is told of a place is told of that day, so that the place tells what is meant."""
        return self._day[deed.what, place, deed.when.first] >= _SHARE * self._all[deed.what, place]


def _shared(a: Deed, b: Deed, usual: _Usual) -> list[str]:
    """Return what two deeds share, if that makes them one; else nothing.

    Two who met do. A place of which much else is told needs a toll or words besides. Without a place a precise toll
    does, or two, or both sides with the way it was done and a word.
    """
    tolls, words, places = a.tolls & b.tolls, a.words & b.words, a.places & b.places
    if a.what == _MEETING:
        return sorted(key.removeprefix(_PERSON).replace("_", " ") for key in a.met & b.met) if _pair(a, b) else []
    way, any_way = bool(a.ways & b.ways), not (a.ways and b.ways)
    precise = any(value >= _PRECISE and value % _PRECISE for _, value in tolls)
    if places:
        once = any(usual.once(a, place) for place in places)
        one = bool(tolls) or len(words) >= _WORDS or (once and (way or any_way or bool(words)))
    elif len(tolls) > 1 or precise:
        one = way or any_way or bool(words)
    else:
        sides = bool(a.who & b.who and a.whom & b.whom)
        one = way and ((sides and bool(words)) or (bool(tolls) and len(words) >= _WORDS))
    if not one:
        return []
    named = sorted(place.rpartition("/")[2].replace("_", " ") for place in places)
    return [*named, *sorted(f"{value:g} {of}" for of, value in tolls), *sorted(words)][:_NAMED]


def _why(left: Telling, right: Telling, shared: Sequence[str] = ()) -> Why:
    note = f"of one day; both tell {', '.join(shared)}" if shared else "of one day, in one article"
    return Why(rule="happenings/one", rests_on=(left.span, right.span), note=note)
