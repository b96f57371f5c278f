"""Who first put a claim in words, and who is quoted for it. In doubt fewer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from takhrij.groups import closed
from takhrij.link.corroboration import Bar, one_wording, surely_one
from takhrij.link.likeness import timed
from takhrij.link.naming import Names, first, named, nameless, owned
from takhrij.link.order import house, one_house
from takhrij.link.sources import sources
from takhrij.link.tellings import Telling
from takhrij.link.uncopied import Uncopied
from takhrij.records import Copy, Links, NotCounted, Span, Why

_MOSTLY: Final = 0.5
"""Share of a telling that a copied passage must cover for the telling to be copied with it."""
_ONE_HAND: Final = 0.15
"""Share of the shorter article that another has in common with it from which both work from one text, so that what
they tell alike is from it too, though the words differ. Two articles of 40 claims read that are of two hands share
nothing; those of one hand 18 % and more."""
_BESIDE: Final = 200
"""Characters, a sentence or so, between a shared passage and two tellings within which both are of its text."""
_WORDINGS: Final = 40
"""Wordings of a claim that a further one is held against: keeps a claim of thousands linear."""


_QUOTED: Final = "quotes whom nobody knows"
_OTHER_TIME: Final = "not known to be of the same time as those counted"
_UNSURE: Final = "not surely the same as those counted: little but who and what is told alike"
_SHORT: Final = "quoted from a paper whose name may be short for that of one counted"
_NO_WAY: Final = "quotes whom another has through an outlet by name, and tells of no way of its own"
_CROWDED: Final = "one of many like it, and not surely the same as those counted"


class Origins(NamedTuple):
    """The names of a claim's origins and sources, and which articles are no origin of their own."""

    origins: tuple[str, ...]
    sources: tuple[str, ...]
    not_counted: tuple[NotCounted, ...]


class Copies:
    """Copies by the two pages that share them, for looking up what was copied where."""

    def __init__(self, links: Links) -> None:
        self._uncopied = Uncopied(links.judgements)
        self._shared: defaultdict[str, dict[str, list[tuple[Span, Span, Copy]]]] = defaultdict(dict)
        for copy in links.copies:
            for here, there in ((copy.left, copy.right), (copy.right, copy.left)):
                self._shared[here.page].setdefault(there.page, []).append((here, there, copy))
        for others in self._shared.values():
            for sides in others.values():
                sides.sort(key=lambda side: side[:2])

    def between(self, left: Telling, right: Telling) -> Copy | None:
        """Return the copy that carries most of both tellings, if there is one."""
        for here, there, copy in self._sides(left.page, right.page):
            if _covers(here, left.span) and _covers(there, right.span):
                return copy
        return None

    def parted(self, left: Telling, right: Telling) -> tuple[Why, ...]:
        """Return why two tellings are no copy of one another, as a person ruled; empty where nobody did."""
        return self._uncopied.why(left.span, right.span)

    def rulings(self, members: Sequence[Telling]) -> tuple[Why, ...]:
        """Return what people ruled of copies among the tellings of a claim, each once."""
        if not self._uncopied:
            return ()
        found = (why for i, a in enumerate(members) for b in members[i + 1 :] for why in self.parted(a, b))
        return tuple(dict.fromkeys(found))

    def widest(self, left: Telling, right: Telling) -> Copy | None:
        """Return the longest passage that two tellings' articles share, if they share enough to be of one hand."""
        sides = [
            (here, there, copy)
            for here, there, copy in self._sides(left.page, right.page)
            if here.overlaps(left.article.span) and there.overlaps(right.article.span)
        ]
        for own, spans in (
            (left.article.span, [here for here, _, _ in sides]),
            (right.article.span, [there for _, there, _ in sides]),
        ):
            if _length(spans) >= _ONE_HAND * (own.end - own.start):
                return max(sides, key=lambda side: (side[0].end - side[0].start, side[0]))[2]
        beside = (s for s in sides if _near(s[0], left.span) and _near(s[1], right.span))
        return max(beside, key=lambda side: (side[0].end - side[0].start, side[0]), default=(None, None, None))[2]

    def partners(self, page: str) -> Iterable[str]:
        """Return the pages that share a passage with `page`."""
        return self._shared[page].keys() if page in self._shared else ()

    def _sides(self, page: str, other: str) -> Sequence[tuple[Span, Span, Copy]]:
        return self._shared[page].get(other, ()) if page in self._shared else ()


def origins(members: Sequence[Telling], copies: Copies, links: Links, bar: Bar) -> Origins:
    """Return who first put `members` in words, by name in order of publication, and the last speakers.

    Tellings of one house, one article, one copied passage or two articles of one text have one origin. A telling
    whose outlet is unknown is never an origin beside a known one, nor is one that is owned to agencies without a
    name: they may be the others'. Nor is one of which it is not known that it is of the others' time, or whom nobody
    knows but from being quoted; nor, where the claim is one of a crowd or the pile is large, one that is not
    surely of the same thing.
    """
    if len(members) == 1:
        return _told_once(members[0], links)
    ordered = sorted(members, key=_age)
    names = named(ordered, links)
    alike = list(_copied(ordered, copies))
    pairs = [(telling.id, telling.id) for telling in ordered] + [(a.id, b.id) for a, b in alike]
    root = closed(
        [
            *pairs,
            *_same_words(ordered, copies, bar, {(a.id, b.id) for a, b in alike}),
            *_of_one_house(ordered, names, links),
        ]
    )
    groups: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in ordered:
        groups[root[telling.id]].append(telling)
    behind = {b.id for a, b in alike if _earlier(a, b, copies)} | {a.id for a, b in alike if _earlier(b, a, copies)}
    firsts = {name: first(group, behind, names, links) for name, group in groups.items()}
    told = [name for name, one in firsts.items() if names.of[one.id]]
    sure = [name for name in told if not nameless(firsts[name])] or told[:1]
    own = [name for name in sure if owned(firsts[name], names, links)] or sure[:1]
    one_time = [name for name in own if name == own[0] or timed(firsts[own[0]], firsts[name])]
    certain = [n for n in one_time if n == own[0] or surely_one(groups[own[0]], groups[n], bar)]
    whole = [n for n in certain if not any(_short_for(firsts[n], firsts[other], names) for other in certain)]
    through = [n for n in whole if _through(firsts[n], names)]
    counted = [n for n in whole if n in through or not (through and all(_unowned(t) for t in groups[n]))]
    left_out: dict[str, NotCounted] = {}
    for name, group in groups.items():
        one = firsts[name]
        for telling in group:
            if telling.article.id != one.article.id:
                left_out.setdefault(telling.article.id, _left_out(telling, one, names, copies, links))
        if name not in told:
            left_out.setdefault(one.article.id, _unknown(one))
        elif name not in sure:
            left_out.setdefault(one.article.id, _nameless(one))
        elif name not in one_time:
            left_out.setdefault(one.article.id, _in_doubt(one, _QUOTED if name not in own else _OTHER_TIME))
        elif name not in certain:
            left_out.setdefault(one.article.id, _in_doubt(one, _CROWDED if bar.crowded else _UNSURE))
        elif name not in counted:
            left_out.setdefault(one.article.id, _in_doubt(one, _SHORT if name not in whole else _NO_WAY))
    reprints = [(a, b) for a, b in alike if copies.between(a, b)]
    once = _once((names.of[firsts[name].id] for name in counted), links)
    return Origins(once, sources(members, reprints), tuple(left_out[a] for a in sorted(left_out)))


def _a_person_s(telling: Telling) -> bool:
    """Whether a telling is what a person by name says: many may be asked, one gives an interview."""
    return telling.kind == "said" and not telling.who[0].group


def _through(telling: Telling, names: Names) -> bool:
    """Whether a person's words came to an article through an outlet that its own sentences name."""
    if not _a_person_s(telling):
        return False
    credited = {hop.name for hop in telling.article.credits}
    return names.of[telling.id] not in credited and any(
        hop.kind == "outlet" and hop.via not in ("published", "republished") and hop.name == names.of[telling.id]
        for hop in telling.hops
    )


def _unowned(telling: Telling) -> bool:
    """Whether a person's words stand in an article that owns to no outlet or agency, nor do the words themselves."""
    return _a_person_s(telling) and not any(
        hop.kind in ("outlet", "unnamed") and hop.via != "published"
        for hop in (*telling.article.credits, *telling.hops[:-1])
    )


def _short_for(one: Telling, other: Telling, names: Names) -> bool:
    """Whether the paper that a telling is quoted from is called by the beginning of the other's name.

    Papers of several countries have one name, and those of each call their own by it alone.
    """
    short, long = names.of[one.id].split(), names.of[other.id].split()
    return names.of[one.id] != one.article.outlet and len(short) < len(long) and long[: len(short)] == short


def _told_once(telling: Telling, links: Links) -> Origins:
    name = named((telling,), links).of[telling.id]
    left_out = () if name else (_unknown(telling),)
    return Origins((name,) if name else (), sources((telling,), ()), left_out)


def _copied(members: Sequence[Telling], copies: Copies) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs, the older first, that stand in one copied passage or in two articles of one text."""
    by_page: defaultdict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for i, telling in enumerate(members):
        by_page[telling.page].append((i, telling))
    for i, telling in enumerate(members):
        for page in sorted(by_page.keys() & copies.partners(telling.page)):
            for k, other in by_page[page]:
                if i < k and (copies.between(telling, other) or copies.widest(telling, other)):
                    yield telling, other


def _same_words(
    members: Sequence[Telling], copies: Copies, bar: Bar, copied: Collection[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield the pairs, but those that are `copied`, whose words are from one hand."""
    wordings: list[Telling] = []
    for telling in members:
        for other in wordings:
            if (other.id, telling.id) in copied:
                continue
            if one_wording(telling, other, bar) and not copies.parted(telling, other):
                yield other.id, telling.id
        if len(wordings) < _WORDINGS:
            wordings.append(telling)


def _of_one_house(members: Sequence[Telling], names: Names, links: Links) -> Iterator[tuple[str, str]]:
    """Yield pairs that put all tellings of one article together, and all of one house (`order.one_house`)."""
    held: dict[str, str] = {}
    houses = {telling.id: house(names.of[telling.id], links) for telling in members}
    for telling in members:
        yield held.setdefault("article " + telling.article.id, telling.id), telling.id
        if houses[telling.id]:
            yield held.setdefault("house " + houses[telling.id], telling.id), telling.id
    for telling in members:
        kind, _, rest = houses[telling.id].partition(" ")  # an agency's name may stand behind the word for its kind
        if rest and one_house(rest, f"{kind} {rest}") and "house " + rest in held:
            yield held["house " + rest], telling.id


def _earlier(one: Telling, other: Telling, copies: Copies) -> bool:
    """Whether a passage that both tellings stand in was on the page of `one` first."""
    copy = copies.between(one, other)
    return copy is not None and copy.earlier == one.page


def _left_out(telling: Telling, first: Telling, names: Names, copies: Copies, links: Links) -> NotCounted:
    whose = f"{first.article.id}: {names.of[first.id] or 'unknown'}"
    here, there = house(names.of[telling.id], links), house(names.of[first.id], links)
    copy = copies.between(telling, first) if telling.page != first.page else None
    wide = copies.widest(telling, first) if telling.page != first.page else None
    if copy:
        owned = "" if not there or one_house(here, there) else ", without credit"
        why = Why(rule="origins/copy", rests_on=(copy.left, copy.right), note=f"the same words as {whose}{owned}")
    elif one_house(here, there):
        why = Why(rule="origins/same-house", rests_on=(telling.span,), note=f"the same origin as {whose}")
    elif wide:
        note = f"an article of one text with {whose}"
        why = Why(rule="origins/one-text", rests_on=(wide.left, wide.right), note=note)
    else:
        why = Why(rule="origins/same-wording", rests_on=(telling.span,), note=f"nearly the same words as {whose}")
    return NotCounted(article=telling.article.id, why=(why,))


def _unknown(telling: Telling) -> NotCounted:
    why = Why(rule="origins/unknown-outlet", rests_on=(telling.span,), note="nothing on the page names its outlet")
    return NotCounted(article=telling.article.id, why=(why,))


def _in_doubt(telling: Telling, note: str) -> NotCounted:
    return NotCounted(
        article=telling.article.id, why=(Why(rule="origins/in-doubt", rests_on=(telling.span,), note=note),)
    )


def _nameless(telling: Telling) -> NotCounted:
    note = "owned to agencies without a name, which may be those counted already"
    cues = tuple(hop.cue for hop in telling.article.credits if hop.cue and hop.kind == "unnamed")
    return NotCounted(
        article=telling.article.id, why=(Why(rule="origins/agencies-without-name", rests_on=cues, note=note),)
    )


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


def _near(passage: Span, span: Span) -> bool:
    """Whether a passage lies in the sentences around a span, or around it."""
    return passage.start - _BESIDE <= span.end and span.start <= passage.end + _BESIDE


def _length(spans: Iterable[Span]) -> int:
    """Return how many characters of a page lie in any of the spans, which are in no order."""
    total = end = 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return total
