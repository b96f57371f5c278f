"""Who first put a claim in words, and who is quoted for it. In doubt fewer."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from takhrij.groups import closed
from takhrij.link.order import house, one_house
from takhrij.link.tellings import Telling, Who, first_words
from takhrij.records import Copy, Links, NotCounted, Span, Why

_MOSTLY: Final = 0.5
"""Share of a telling that a copied passage must cover for the telling to be copied with it."""
_WORDS: Final = 7
"""Terms that two statements must have in common to be one wording; fewer coincide, and below twelve words no copy
is looked for."""
_NEARLY_ALL: Final = 0.9


class Origins(NamedTuple):
    """The names of a claim's origins and sources, and which articles are no origin of their own."""

    origins: tuple[str, ...]
    sources: tuple[str, ...]
    not_counted: tuple[NotCounted, ...]


class Copies:
    """Copies by page, for looking up what was copied where."""

    def __init__(self, links: Links) -> None:
        self._by_page: defaultdict[str, list[tuple[Span, Span, Copy]]] = defaultdict(list)
        for copy in links.copies:
            self._by_page[copy.left.page].append((copy.left, copy.right, copy))
            self._by_page[copy.right.page].append((copy.right, copy.left, copy))
        for sides in self._by_page.values():
            sides.sort(key=lambda side: (side[0], side[1]))

    def between(self, left: Telling, right: Telling) -> Copy | None:
        """Return the copy that carries most of both tellings, if there is one."""
        for here, there, copy in self._near(left.span):
            if there.page == right.page and _covers(here, left.span) and _covers(there, right.span):
                return copy
        return None

    def _near(self, span: Span) -> Sequence[tuple[Span, Span, Copy]]:
        sides = self._by_page.get(span.page, [])
        return sides[: bisect_left(sides, span.end, key=lambda side: side[0].start)]


def origins(members: Sequence[Telling], copies: Copies, links: Links) -> Origins:
    """Return who first put `members` in words, by name in order of publication, and the last speakers.

    Tellings of one house, one article, or one copied passage have one origin. A telling whose outlet is unknown
    is never an origin beside a known one.
    """
    names = {telling.id: first_words(telling) for telling in members}
    pairs = [(telling.id, telling.id) for telling in members]
    pairs += _same_words(members, copies)
    houses = {telling.id: house(names[telling.id], links) for telling in members}
    for left, right in combinations(members, 2):
        if left.article.id == right.article.id or one_house(houses[left.id], houses[right.id]):
            pairs.append((left.id, right.id))
    root = closed(pairs)
    groups: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(members, key=_age):
        groups[root[telling.id]].append(telling)
    found = []
    left_out: dict[str, NotCounted] = {}
    for group in groups.values():
        first = _first(group, copies, names)
        if names[first.id]:
            found.append(names[first.id])
        for telling in group:
            if telling.article.id != first.article.id:
                left_out.setdefault(telling.article.id, _left_out(telling, first, names, copies, links))
        if not names[first.id]:
            left_out.setdefault(first.article.id, _unknown(first))
    return Origins(_once(found, links), _sources(members), tuple(left_out[a] for a in sorted(left_out)))


def _same_words(members: Sequence[Telling], copies: Copies) -> list[tuple[str, str]]:
    return [(a.id, b.id) for a, b in combinations(members, 2) if a.page != b.page and _one_wording(a, b, copies)]


def _one_wording(left: Telling, right: Telling, copies: Copies) -> bool:
    """Whether two tellings have their words from one hand: in a copied passage, or nearly all terms in common."""
    if copies.between(left, right):
        return True
    if "event" in (left.kind, right.kind):
        return False
    common = len(left.terms & right.terms)
    return common >= _WORDS and common >= _NEARLY_ALL * min(len(left.terms), len(right.terms))


def _first(group: Sequence[Telling], copies: Copies, names: dict[str, str]) -> Telling:
    """Return the telling whose name stands for a group: one that no other had before it, named if any is."""
    behind = set()
    for one in group:
        for other in group:
            copy = copies.between(one, other) if one.page != other.page else None
            if copy and copy.earlier == other.page:
                behind.add(one.id)
    named = [telling for telling in group if names[telling.id]] or list(group)
    return next((telling for telling in named if telling.id not in behind), named[0])


def _left_out(telling: Telling, first: Telling, names: dict[str, str], copies: Copies, links: Links) -> NotCounted:
    whose = f"{first.article.id}: {names[first.id] or 'unknown'}"
    here, there = house(names[telling.id], links), house(names[first.id], links)
    copy = copies.between(telling, first) if telling.page != first.page else None
    if copy:
        owned = "" if not there or one_house(here, there) else ", without credit"
        why = Why(rule="origins/copy", rests_on=(copy.left, copy.right), note=f"the same words as {whose}{owned}")
    elif one_house(here, there):
        why = Why(rule="origins/same-house", rests_on=(telling.span,), note=f"the same origin as {whose}")
    else:
        why = Why(rule="origins/same-wording", rests_on=(telling.span,), note=f"nearly the same words as {whose}")
    return NotCounted(article=telling.article.id, why=(why,))


def _unknown(telling: Telling) -> NotCounted:
    why = Why(rule="origins/unknown-outlet", rests_on=(telling.span,), note="nothing on the page names its outlet")
    return NotCounted(article=telling.article.id, why=(why,))


def _sources(members: Iterable[Telling]) -> tuple[str, ...]:
    """Return the last speakers by name, each once with its mouthpieces; an outlet that only reports is none."""
    kept: list[tuple[Who, str]] = []
    for telling in members:
        last = telling.hops[-1] if telling.source and telling.hops else None
        if not last or not telling.source or last.kind == "outlet":
            continue
        if not any(telling.source.speaks_for(who) or last.name == name for who, name in kept):
            kept.append((telling.source, last.name))
    return tuple(name for _, name in kept)


def _once(names: Iterable[str], links: Links) -> tuple[str, ...]:
    """Return the first name of every house, in order."""
    kept: list[str] = []
    for name in names:
        if not any(one_house(house(name, links), house(other, links)) for other in kept):
            kept.append(name)
    return tuple(kept)


def _age(telling: Telling) -> tuple[str, str]:
    published = telling.published
    return (published.first.isoformat() if published else "9", telling.id)


def _covers(passage: Span, span: Span) -> bool:
    both = min(passage.end, span.end) - max(passage.start, span.start)
    return both >= _MOSTLY * (span.end - span.start)
