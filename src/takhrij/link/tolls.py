"""Tolls of one happening that papers tell differently: 43 dead on one page, 60 on another.

Two tolls meet under the places and the words told around them. They are of one happening if their days may be one,
they share a narrow place and enough words that are rare in the pile, or their events stand in one happening, and
neither has a better partner in the other's article. Nothing is joined by it: a conflict between the claims that tell
them is all that comes of it. A toll that rises with the papers' days is a series, and a copied passage is no second
telling.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import combinations
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.groups import closed
from takhrij.link.conflicts import ERROR
from takhrij.link.counts import flipped
from takhrij.link.keys import Key
from takhrij.link.origins import Copies
from takhrij.link.tellings import Telling, tellings
from takhrij.records import Analysis, Conflict, Links, Span, TimeExpression, When, Why
from takhrij.records import Toll as Number

ALONE: Final = "one "
_HAPPENING: Final = "happening"
"""Begins the key of those whose events stand in one happening."""
_DEEDS: Final = ("ASSAULT", "COERCE", "OTHER")
"""Classes of events that leave victims."""
_MONTH: Final = timedelta(days=31)
_AROUND: Final = timedelta(days=1)
"""How far a day may be off: "yesterday" counts from a page's own day, and the world's days begin at other hours."""
_STORY: Final = timedelta(days=4)
"""How long before its paper an undated toll is taken to lie."""
_PILE: Final = 600
"""Tolls that a pile is taken to have at least: in one of a single story its own place is no wide one."""
_CROWD: Final = 60
"""Tolls under one word from which it tells nothing."""
_SITE: Final = 1.2
_BESIDE: Final = 1.2
_FAR: Final = 0.6
"""What a shared place weighs, another number of the same sentence, and what stands in a neighbouring sentence only,
beside a word of the sentence itself that is as rare; of two pages both weights count."""
_FEW: Final = 4
_RARE: Final = 35
"""Tolls under one place, or their share, from which it is too wide to tell one attack from another."""
_WORDS: Final = 2
"""Spaces in the key of a place of one word."""
_SOME: Final = 1.0
_MORE: Final = 1
"""Words in common, of both sentences, that a place of one word needs beside it; more where fighters fall, who fall
there every day."""
_TOWN: Final = 2.0
"""Words in common, of both sentences, that a town needs where no narrow place is named."""
_SMALL: Final = 4
"""Smaller tolls are too many, and too often of as many words."""
_PRECISE: Final = 10
"""From this on a number that is not round is rarely another toll's too."""
_LEAST: Final = 4
"""Letters of a word that may bring two tolls together."""
_ENOUGH: Final = 8.0
"""Evidence that makes two tolls one happening's."""
_MORE_THAN: Final = ("at_least", "more_than")
_CONTRARY: Final = 1.2
"""Ratio from which "at least so many" and more than it are two tolls."""
_ROUND: Final = 0.1
"""Share by which a number told as about so much may differ."""
_TIMES: Final = 3
"""Ratio from which two tolls are rather of two things, a village and a war."""


class Toll(NamedTuple):
    """A toll with the telling whose claim tells it and who said it, empty for the narrator.

    `window`: the days that it may be of, and whether they are told.
    """

    number: Number
    teller: Telling
    window: tuple[When, bool]
    who: str

    @property
    def id(self) -> str:
        """The id of the number."""
        return self.number.id


class Shared(NamedTuple):
    """A word or place that two tolls share, and how many tolls have it; `weight`: whether it is near to both."""

    left: Toll
    right: Toll
    value: str
    size: int
    weight: float


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:
    """Yield every toll that some claim tells under its id, its places and its words."""
    if not analysis.tolls:
        return
    told = tellings(analysis, links)
    times = {time.id: time for time in analysis.times}
    speakers = {statement.id: statement.speaker.name for statement in analysis.statements}
    happened = _happened(links)
    for number in analysis.tolls:
        teller = _teller(number, told)
        window = _window(number, teller, times) if teller else None
        if not teller or not window:
            continue
        toll = Toll(number, teller, window, speakers.get(number.statement, ""))
        yield Key(ALONE + toll.id, toll)
        if teller.id in happened:
            yield Key(f"happening {number.of} {happened[teller.id]}", toll)
        for site in number.sites:
            yield Key(f"site {number.of} {site}", toll)
        for town in number.towns:
            yield Key(f"town {number.of} {town}", toll)
        for other in analysis.tolls:
            if other.of != number.of and other.sentence == number.sentence and _precise(other.value):
                yield Key(f"beside {number.of} {other.of} {other.value:g}", toll)
        for term in number.terms:
            if len(term) >= _LEAST and term not in links.ordinary:
                yield Key(f"term {number.of} {term}", toll)


def _happened(links: Links) -> Mapping[str, int]:
    """Return the happening of each event that stands in one, by its place in the links."""
    held = links.worked.get("happened")
    if held is None or held[0] is not links.happenings:
        of_claim = {claim: i for i, one in enumerate(links.happenings) for claim in one.claims}
        claims = (claim for claim in links.claims if claim.id in of_claim)
        events = {event: of_claim[claim.id] for claim in claims for event in claim.events}
        held = links.worked["happened"] = (links.happenings, events)
    found: Mapping[str, int] = held[1]
    return found


def _precise(value: float) -> bool:
    return value >= _PRECISE and value % _PRECISE != 0


def _teller(number: Number, told: Sequence[Telling]) -> Telling | None:
    """Return the narrowest telling that holds a number, an event before a statement, else its sentence's nearest."""
    holders = [t for t in told if number.span.within(t.span)]
    beside = [t for t in told if t.span.overlaps(number.sentence)]
    if holders:
        return min(holders, key=lambda t: (t.kind != "event", t.span.end - t.span.start, t.id))
    at = number.span.start
    return min(beside, key=lambda t: (t.what not in _DEEDS, abs(t.span.start - at), t.id), default=None)


def _window(number: Number, teller: Telling, times: Mapping[str, TimeExpression]) -> tuple[When, bool] | None:
    """Return the days that a toll may be of, and whether they are told."""
    time = times.get(number.time)
    when = time.readings[0].when if time and time.readings else teller.when
    if when and when.last - when.first <= _MONTH:
        return when, True
    published = teller.published
    if when or not published:
        return None
    return When(first=published.first - _STORY, last=published.last, grain="week"), False


def join(value: str, members: Sequence[Toll]) -> Iterable[Toll | Shared]:
    """Yield a toll under its own id, or the pairs of a group that may be of one happening."""
    if value.startswith(ALONE):
        yield from members
        return
    if len(members) > _CROWD:
        return
    kind, _, word = value.split(" ", 2)
    for one, other in combinations(members, 2):
        left, right = (one, other) if one.id < other.id else (other, one)
        if _may_be_one(left, right, placed=kind != _HAPPENING):
            weight = _weight(left, word, kind) * _weight(right, word, kind)
            yield Shared(left, right, value, len(members), weight)


def _weight(toll: Toll, word: str, kind: str) -> float:
    """Return what a word weighs: more in the toll's own sentence, and more if it names a place."""
    if kind in ("beside", _HAPPENING):
        return _BESIDE
    near = not {*word.split()}.isdisjoint(toll.number.near)
    return (1.0 if near else _FAR) * (_SITE if kind in ("site", "town") else 1.0)


def _may_be_one(left: Toll, right: Toll, *, placed: bool = True) -> bool:
    """Whether two tolls may be of one happening; `placed`: their places are to be compared."""
    a, b = left.number, right.number
    apart = _apart(left.who.split(), right.who.split())
    if a.article == b.article and not apart:
        return False  # only two whom an article quotes tell one thing differently in it
    if a.side != b.side and ((a.side and b.side) or "fighters" in (a.side, b.side)):
        return False
    if placed and (_apart(_here(a), _here(b)) or _elsewhere(a.towns, b.towns)):
        return False
    (here, _), (there, _) = left.window, right.window
    return here.first - _AROUND <= there.last and there.first - _AROUND <= here.last


def _apart(some: Collection[str], others: Collection[str]) -> bool:
    """Whether both are told to be somewhere, and nowhere together."""
    return bool(some and others) and set(some).isdisjoint(others)


def _elsewhere(some: Collection[str], others: Collection[str]) -> bool:
    """Whether two tolls name other towns, or other states: the state of a town is often told without it."""
    states, other_states = ({town for town in towns if _is_state(town)} for towns in (some, others))
    return _apart({*some} - states, {*others} - other_states) or _apart(states, other_states)


def _is_state(town: str) -> bool:
    """Whether a name is a state's: those are told by their code."""
    return town.isascii()


def _here(number: Number) -> set[str]:
    """Return the words of the places that a toll's own part of the sentence names."""
    return {word for site in number.sites for word in site.split()[:1] if word in number.near}


def _differ(left: Toll, right: Toll) -> bool:
    """Whether two tolls of one happening contradict each other, and the higher is not the later."""
    few, many = sorted((left.number, right.number), key=lambda n: n.value)
    if few.value == many.value or many.value > _TIMES * few.value or _hedged(few, many):
        return False
    return not _rises(left, right)


def _hedged(few: Number, many: Number) -> bool:
    if few.mod in _MORE_THAN and (many.mod in _MORE_THAN or many.value < _CONTRARY * few.value):
        return True
    return "about" in (few.mod, many.mod) and many.value - few.value <= _ROUND * many.value


def _rises(left: Toll, right: Toll) -> bool:
    """Whether the higher toll is of a later paper, or told to have risen, or the lower to be an older one."""
    few, many = sorted((left, right), key=lambda toll: toll.number.value)
    if many.number.course == "rises" or few.number.course == "earlier":
        return True
    a, b = few.teller.published, many.teller.published
    if a and b and a != b and not {*few.who.split()}.isdisjoint(many.who.split()):
        return True  # what one body tells on two days is of two days
    return bool(a and b and a.last < b.first)


def gather(found: Sequence[Toll | Shared], links: Links) -> Links:
    """Add one conflict for every two numbers that are told of one happening."""
    told = Counter(item.number.of for item in found if isinstance(item, Toll))
    sizes = Counter({of: max(size, _PILE) for of, size in told.items()})
    pairs: defaultdict[tuple[str, str], list[Shared]] = defaultdict(list)
    for item in found:
        if isinstance(item, Shared):
            pairs[item.left.id, item.right.id].append(item)
    evidence = {pair: sum(_told(one, sizes) for one in several) for pair, several in pairs.items()}
    best_of: dict[tuple[str, str], tuple[float, str]] = {}
    for (a, b), weight in evidence.items():
        item = pairs[a, b][0]
        for one, other, article in ((a, b, item.right.number.article), (b, a, item.left.number.article)):
            best_of[one, article] = max(best_of.get((one, article), (0.0, "")), (weight, other))
    sure = [
        (a, b)
        for (a, b), several in pairs.items()
        if _one_happening(several, evidence[a, b], sizes)
        and best_of[a, several[0].right.number.article][1] == b
        and best_of[b, several[0].left.number.article][1] == a
    ]
    copies = Copies(links)
    claim_of = {member: claim.id for claim in links.claims for member in (*claim.statements, *claim.events)}
    root = closed(sure)
    known = {(c.left, c.right, c.about) for c in links.conflicts}
    best: dict[tuple[str, str, frozenset[float]], Conflict] = {}
    for pair in sorted(sure, key=lambda pair: (-evidence[pair], pair)):
        left, right = pairs[pair][0].left, pairs[pair][0].right
        if not _differ(left, right) or copies.between(left.teller, right.teller):
            continue
        point = (root[left.id], left.number.of, frozenset((left.number.value, right.number.value)))
        claims = claim_of[left.teller.id], claim_of[right.teller.id]
        if point in best or claims[0] == claims[1] or (*sorted(claims), "number") in known:
            continue
        best[point] = _conflict(left, right, claims, [one.value for one in pairs[pair]])
    made = (*links.conflicts, *best.values())
    return replace(links, conflicts=tuple(sorted(made, key=lambda c: (c.left, c.right, c.about, c.spans))))


def _told(shared: Shared, sizes: Counter[str]) -> float:
    """Return what a shared word tells: the more, the fewer tolls have it."""
    return math.log(max(sizes[shared.left.number.of], 2) / shared.size) * shared.weight


def _one_happening(several: Sequence[Shared], evidence: float, sizes: Counter[str]) -> bool:
    """Whether two tolls share enough to be of one happening.

    That their events stand in one is enough, else they need a narrow place, and another number or words beside, or
    a town and the more words.
    """
    left, right = several[0].left.number, several[0].right.number
    total = sizes[left.of]
    sites = [one for one in several if _narrow(one, total)]
    if any(one.value.startswith(_HAPPENING) for one in several):
        return min(left.value, right.value) >= _SMALL
    if evidence < _ENOUGH or not (sites or _one_town(several, total)):
        return False
    if any(one.value.startswith("beside ") for one in several):
        return True
    few = min(left.value, right.value)
    if few < _SMALL:
        return False
    named = {word for one in several if not one.value.startswith("term ") for word in one.value.split(" ")[2:]}
    words = sum(
        one.weight for one in several if one.value.startswith("term ") and one.value.split(" ")[2] not in named
    )
    wanted = (_MORE if "fighters" in (left.side, right.side) else 0) + (_MORE if few < _PRECISE else 0)
    if not sites:
        return words >= wanted + _TOWN
    words += several[0].left.window == several[0].right.window and several[0].left.window[1]
    whole = any(one.value.count(" ") > _WORDS for one in sites)
    return words >= wanted + (0 if whole else _SOME)


def _one_town(several: Sequence[Shared], total: int) -> bool:
    """Whether two articles name in one breath with their tolls the day and a town where few others fell."""
    left, right = several[0].left, several[0].right
    if left.number.article == right.number.article or not (left.window[1] and right.window[1]):
        return False
    towns = (one for one in several if one.value.startswith("town ") and one.weight >= _SITE * _SITE)
    return any(one.size <= total / _RARE and not _is_state(one.value.split(" ", 2)[2]) for one in towns)


def _narrow(shared: Shared, total: int) -> bool:
    """Whether two tolls share a place, named in one's own part of the sentence, where few others fell."""
    kind = shared.value.split(" ", 1)[0]
    if shared.weight <= _SITE * _SITE * _FAR * _FAR:
        return False
    if kind == "town":
        return shared.value.count(" ") > _WORDS and shared.size <= _FEW
    return kind == "site" and shared.size <= max(_FEW, total / _RARE)


def _conflict(left: Toll, right: Toll, claims: tuple[str, str], words: Sequence[str]) -> Conflict:
    sides: list[tuple[str, Span]] = sorted(zip(claims, (left.number.span, right.number.span), strict=True))
    told = {left.number.span: left, right.number.span: right}
    first, second = (told[span] for _, span in sides)
    a, b = f"{first.number.value:g}", f"{second.number.value:g}"
    said = [f"{toll.number.value:g} by {toll.who}" for toll in (first, second) if toll.who]
    named = sorted({word.split(" ", 2)[2] for word in words if not word.startswith(_HAPPENING)})[:6]
    shared = f"both name {', '.join(named)}" if named else "told of one happening"
    slip = f": the same digits in another order, {ERROR}" if flipped(a, b) else ""
    note = "; ".join((f"{a} and {b} {first.number.of}{slip}", *said))
    why = Why(rule="conflicts/toll", rests_on=(sides[0][1], sides[1][1]), note=f"{note}; {shared}")
    return Conflict(left=sides[0][0], right=sides[1][0], about="number", spans=(sides[0][1], sides[1][1]), why=(why,))
