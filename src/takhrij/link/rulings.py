"""People's rulings on who is who: they join what no rule joins, and part what rules have joined, also through others.

A ruling names two places of pages. It means whatever is named there now, found by overlap, so that it outlives a
change of rules; one whose place names nothing any more is kept and told to be orphaned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from takhrij.groups import closed
from takhrij.link.referents import Referent
from takhrij.link.sameness import Apart, Same
from takhrij.link.standing import RULE, note, standing
from takhrij.records import Judgement, Ruled, Span, Standings


class Standing(NamedTuple):
    """A judgement with the referents it means: both None where it does not stand; `status` says why."""

    judgement: Judgement
    status: Standings
    left: Referent | None = None
    right: Referent | None = None


def meant(referents: dict[str, Referent], judgements: Sequence[Judgement]) -> list[Standing]:
    """Return every judgement on who is who with what it means now, in their order.

    `referents` changes where a page had both places in one: the right place becomes a referent of its own.
    """
    mine = list(standing(judgements, "who"))
    places = _Places(referents, {span.page for j, _ in mine for span in (j.left, j.right) if span})
    found = []
    for judgement, status in mine:
        if status or judgement.right is None:
            found.append(Standing(judgement, status or "orphaned"))
            continue
        left, right = places.at(judgement.left), places.at(judgement.right)
        if left and left == right and judgement.ruling == "not the same person":
            places.part(judgement.left, judgement.right)
            left, right = places.at(judgement.left), places.at(judgement.right)
        whole = left and right and left != right
        found.append(
            Standing(judgement, "applied", left, right) if whole else Standing(judgement, _lost(left, right))
        )
    return [s._replace(left=places.now(s.left), right=places.now(s.right)) for s in found]


def _lost(left: Referent | None, right: Referent | None) -> Standings:
    """Return what a judgement is whose places are one or none: two that every rule joins need no ruling."""
    return "applied" if left and left == right else "orphaned"


class _Places:
    """Finds who is named at a place of a page."""

    def __init__(self, referents: dict[str, Referent], pages: set[str]) -> None:
        self._referents = referents
        self._named: defaultdict[str, list[tuple[Span, str, str]]] = defaultdict(list)
        for r in referents.values():
            if r.page in pages:
                for mention in r.mentions:
                    start, _, end = mention.rpartition("/")[2].partition("-")
                    self._named[r.page].append((Span(page=r.page, start=int(start), end=int(end)), mention, r.id))

    def _hit(self, span: Span) -> tuple[int, Span, str, str] | None:
        near = [
            (min(span.end, told.end) - max(span.start, told.start), told, mention, id_)
            for told, mention, id_ in self._named[span.page]
            if told.overlaps(span) and span.start < span.end
        ]
        return max(near, key=lambda hit: (hit[0], -hit[1].start), default=None)

    def at(self, span: Span) -> Referent | None:
        """Return who is named where most of `span` is, None if nobody."""
        hit = self._hit(span)
        return self._referents[hit[3]] if hit else None

    def now(self, referent: Referent | None) -> Referent | None:
        """Return a referent as later rulings left it."""
        return self._referents[referent.id] if referent else None

    def part(self, left: Span, right: Span) -> None:
        """Make a referent of its own of the right place, which its page took for the left one's too.

        The first mention gives a referent its id, so where that is the right place the left one goes out.
        """
        hit, other = self._hit(right), self._hit(left)
        if hit is None or other is None or hit[2] == other[2]:
            return
        _, span, mention, id_ = hit if hit[2] != hit[3] else other
        whole = self._referents[id_]
        keeps = tuple(m for m in whole.mentions if m != mention)
        self._referents[id_] = whole._replace(mentions=keeps)
        self._referents[mention] = whole._replace(id=mention, mentions=(mention,), span=span, offices=(), roles=())
        self._named[span.page] = [(s, m, mention if m == mention else r) for s, m, r in self._named[span.page]]


def reasons(rulings: Iterable[Standing]) -> tuple[list[Same], list[Apart]]:
    """Return the joins and the partings that people ruled."""
    joins, partings = [], []
    for s in rulings:
        if s.left is None or s.right is None:
            continue
        if s.judgement.ruling == "same person":
            joins.append(Same(s.left, s.right, RULE, note(s.judgement)))
        else:
            partings.append(Apart(s.left, s.right, note(s.judgement), RULE))
    return joins, partings


def grouped(
    ids: Iterable[str], joins: Sequence[Same], pairs: Sequence[Same], apart: Sequence[Apart]
) -> dict[str, str]:
    """Return the least id of the group of each: rulings first, and no inferred pair joins what a person parted."""
    if not apart:
        return closed([*((r, r) for r in ids), *((s.left.id, s.right.id) for s in (*joins, *pairs))])
    group = {r: r for r in ids}
    members = {r: [r] for r in group}
    foes: defaultdict[str, set[str]] = defaultdict(set)
    for parting in apart:
        foes[parting.left.id].add(parting.right.id)
        foes[parting.right.id].add(parting.left.id)
    ordered = sorted(pairs, key=lambda s: (s.left.skeleton != s.right.skeleton, s.left.id, s.right.id, s.rule))
    for same in (*joins, *ordered):
        a, b = sorted((group[same.left.id], group[same.right.id]))
        if a == b or any(group[foe] == b for m in members[a] for foe in foes[m]):
            continue
        for member in members[b]:
            group[member] = a
        members[a] += members.pop(b)
    return group


def outcome(rulings: Iterable[Standing], entity_of: Mapping[str, str]) -> tuple[Ruled, ...]:
    """Return what became of every judgement."""
    found = []
    for s in rulings:
        left, right = (entity_of.get(r.mentions[0], "") if r else "" for r in (s.left, s.right))
        agrees = (left == right) == (s.judgement.ruling == "same person")
        status: Standings = s.status if not left or agrees else "contradicted"
        found.append(Ruled(judgement=s.judgement, status=status, left=left, right=right))
    return tuple(found)
