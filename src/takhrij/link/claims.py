"""Claims: the statements and events that say the same, and how many independent origins tell them.

Tellings meet where they share what they are about (a speaker and a term, a party of an event, two terms of an
unnamed source's report), statements also where their longest terms are the same. A telling enters a claim only if it
contradicts none of its members: a chain of likeness never joins two facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.link.corroboration import Bar, Crowds
from takhrij.link.counts import tolls, weight
from takhrij.link.keys import Key
from takhrij.link.likeness import AT_LENGTH, NEARLY_ALL, SPEECH_ACTS, Likeness, compare, met, word_for_word
from takhrij.link.origins import Copies, origins
from takhrij.link.tellings import Telling, tellings
from takhrij.link.who import Who
from takhrij.records import Analysis, Claim, Links, When, Why

ALONE: Final = "one "
"""Under its own id a telling stands alone."""
_ALL_PAIRS: Final = 60
"""Tellings up to which a group is compared in full; in a larger one each meets its neighbours in time."""
_NEIGHBOURS: Final = 30
_LONGEST: Final = 3
"""Terms, the longest, under which reprints of a statement meet whose speaker is not found alike."""
_LONG: Final = 4
"""Terms, the longest, of which any three bring statements of length together, whoever is named."""
_MOST_TERMS: Final = 12
"""Terms, the longest first, whose pairs bring reports of unnamed sources together."""
_CORE: Final = 40
"""Members of a claim, the surest first, that a newcomer is held against: keeps a claim of thousands linear."""
_LEAST: Final = 0.4
"""Likeness that any two members of a claim must have."""
_WORDS: Final = 2
"""Terms that a telling and its reprint have in common at least, unless they stand at one place of the passage."""
_SHIFT: Final = 0.05
"""Share of a passage by which that place may shift: words are dropped or put in."""
_PASSAGE: Final = 180
"""Characters of a copied passage from which it is a reprint for certain: one sentence alone may be a formula, told
anew of another day's happening."""
_HALF: Final = 0.6
"""Average likeness, of all members of two claims, at which a sure pair joins them."""


class Pair(NamedTuple):
    """Two tellings that say the same; not `sure`: only if one is the other's reprint."""

    score: float
    left: Telling
    right: Telling
    sure: bool = True


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:
    """Yield every telling under its own id, and under all that it is about."""
    for telling in tellings(analysis, links):
        yield Key(f"one {telling.id}", telling)
        for value in abouts(telling):
            yield Key(value, telling)


def abouts(telling: Telling) -> Iterator[str]:
    """Yield the values under which a telling may meet another of the same, each once, in a fixed order."""
    if telling.kind == "said":
        speaker = telling.who[0]
        speakers = {*speaker.keys, "state " + speaker.state} if speaker.group and speaker.state else speaker.keys
        yield from (f"said {who} {term}" for who in sorted(speakers) for term in sorted(telling.terms))
    elif telling.kind == "reported":
        yield from (f"reported {a} {b}" for a, b in combinations(longest(telling.terms, _MOST_TERMS), 2))
    else:
        about = {*telling.terms, *(key for who in (*telling.who, *telling.whom) for key in _names(who))}
        about |= {f"{value:g} {of}" for of, value in tolls(telling) if weight(value) > 1}
        yield from (f"event {telling.what} {value}" for value in sorted(about))
    if telling.kind != "event" and len(telling.terms) >= _WORDS:
        yield "words " + " ".join(longest(telling.terms, _LONGEST))
    if telling.kind != "event" and len(telling.terms) >= AT_LENGTH:
        yield from (
            "long words " + " ".join(words) for words in combinations(longest(telling.terms, _LONG), _LONGEST)
        )
    if telling.kind == "said" or telling.what in SPEECH_ACTS:
        yield f"act {telling.article.id}"


def longest(terms: Iterable[str], most: int) -> list[str]:
    """Return the longest terms, so many at most, in the order of letters."""
    return sorted(sorted(terms, key=lambda term: (-len(term), term))[:most])


def _names(who: Who) -> Iterator[str]:
    """Yield what a party may be called elsewhere: its keys, its state, and for persons every part of the name."""
    yield from who.keys
    if who.state:
        yield "state " + who.state
    if not who.group or not who.known:
        yield from ("named " + word for word in who.words)


def join(value: str, members: Sequence[Telling]) -> Iterable[Telling | Pair]:
    """Yield a telling that stands under its own id, or the pairs of a group that say the same."""
    if value.startswith("one "):
        yield from members
        return
    act = value.startswith("act ")
    for left, right in paired(members):
        if act and left.kind == right.kind:
            continue  # two of one kind meet under what they are about
        likeness = met(left, right)
        sure = likeness is not None and likeness.score >= 1 and not likeness.differ
        if likeness and (sure or _reprinted(likeness, left, right)):
            first, second = sorted((left, right), key=lambda t: t.id)
            yield Pair(likeness.score, first, second, sure)


def paired(members: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs of a group that are compared: all, or in a large group those near in time."""
    if len(members) < 2:
        return
    ordered = sorted(members, key=_when)
    reach = len(ordered) if len(ordered) <= _ALL_PAIRS else _NEIGHBOURS
    for i, left in enumerate(ordered):
        for right in ordered[i + 1 : i + 1 + reach]:
            yield left, right


def gather(found: Sequence[Telling | Pair], links: Links) -> Links:
    """Add the claims, each telling in exactly one, in order of their least member's id."""
    alone = {item.id: item for item in found if isinstance(item, Telling)}
    pairs = {(item.left.id, item.right.id): item for item in found if isinstance(item, Pair)}
    group = {name: [telling] for name, telling in alone.items()}
    copies = Copies(links)
    for pair in sorted(pairs.values(), key=lambda p: (not p.sure, -p.score, p.left.id, p.right.id)):
        left, right = group[pair.left.id], group[pair.right.id]
        if not pair.sure and not _in_reprint(pair.left, pair.right, met(pair.left, pair.right), copies):
            continue
        if left is not right and _of_one(left, right, copies, voice=_one_voice(pair)):
            left.extend(right)
            for telling in right:
                group[telling.id] = left
    members = {min(t.id for t in several): several for several in {id(s): s for s in group.values()}.values()}
    crowds = Crowds(members.values())
    ordered = (sorted(members[least], key=lambda t: t.id) for least in sorted(members))
    claims = tuple(_claim(one, copies, links, crowds.bar(one)) for one in ordered)
    return replace(links, claims=claims)


def _reprinted(likeness: Likeness, left: Telling, right: Telling) -> bool:
    """Whether two tellings are so alike that a copied passage around both makes them one.

    A reprint's "today" is its original's, and who is meant by a word may show on one of the pages only. Two written
    days are two.
    """
    if "date" in likeness.differ and left.when and right.when and left.day and right.day:
        return False
    return set(likeness.differ) < {"date", "actor", "place"} and likeness.terms > 0 and likeness.share >= NEARLY_ALL


def _in_reprint(left: Telling, right: Telling, likeness: Likeness | None, copies: Copies) -> bool:
    """Whether one copied passage is around both, of one or two terms at one place of it."""
    copy = copies.between(left, right)
    if likeness is None or copy is None:
        return False
    here, there = (copy.left, copy.right) if copy.left.page == left.page else (copy.right, copy.left)
    least = min(here.end - here.start, there.end - there.start)
    shift = abs((left.span.start - here.start) - (right.span.start - there.start))
    return least >= _PASSAGE and (likeness.terms >= _WORDS or shift <= _SHIFT * least)


def _one_voice(pair: Pair) -> bool:
    """Whether two speakers of a pair are one voice since they say the same word for word."""
    return "event" not in (pair.left.kind, pair.right.kind) and word_for_word(pair.left, pair.right)


def _of_one(left: Sequence[Telling], right: Sequence[Telling], copies: Copies, *, voice: bool) -> bool:
    """Whether each member of one may be of one claim with each of the other, and they are alike on the whole.

    `voice`: the speakers of one are those of the other, by whatever name.
    """
    scores = []
    for a in left[:_CORE]:
        for b in right[:_CORE]:
            likeness = compare(a, b, most=1)
            if likeness is None:
                return False
            alike = likeness.score >= 1 and not likeness.differ
            alike = alike or (voice and likeness.score >= 1 and likeness.differ == ("actor",))
            reprint = not alike and _reprinted(likeness, a, b) and _in_reprint(a, b, likeness, copies)
            if likeness.differ and not (alike or reprint):
                return False
            if "event" not in (a.kind, b.kind) or a.kind == b.kind or a.article.id == b.article.id:
                scores.append(1.0 if reprint else min(likeness.score, 1.0))
    return bool(scores) and min(scores) >= _LEAST and sum(scores) >= _HALF * len(scores)


def _claim(members: Sequence[Telling], copies: Copies, links: Links, bar: Bar) -> Claim:
    found = origins(members, copies, links, bar)
    spans = tuple(telling.span for telling in members)
    note = "told once" if len(members) == 1 else f"{len(members)} tellings agree in who, what, when and number"
    return Claim(
        id="claim/" + members[0].id,
        statements=tuple(t.id for t in members if t.kind != "event"),
        events=tuple(t.id for t in members if t.kind == "event"),
        origins=found.origins,
        sources=found.sources,
        not_counted=found.not_counted,
        when=_narrowest(members),
        why=(Why(rule="claims/same", rests_on=spans, note=note), *copies.rulings(members)),
    )


def _narrowest(members: Sequence[Telling]) -> When | None:
    """Return the shortest time that any member gives, the earliest of equals; None when none is dated."""
    times = [telling.when for telling in members if telling.when]
    return min(times, key=lambda when: (when.last - when.first, when.first), default=None)


def _when(telling: Telling) -> tuple[str, str]:
    when = telling.when or telling.published
    return (when.first.isoformat() if when else "", telling.id)
