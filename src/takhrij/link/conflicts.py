"""Claims that cannot both be so: two tellings alike in all but one point.

A reprint neither agrees nor disagrees, a toll that rises from one day's papers to the next is a series, and a plan
beside its fulfilment is no contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.link.claims import abouts, longest, paired
from takhrij.link.counts import flipped, numbers_agree
from takhrij.link.denials import denied
from takhrij.link.keys import Key
from takhrij.link.likeness import EITHER, SPEECH_ACTS, Likeness, compare, denies, met, timed
from takhrij.link.origins import Copies
from takhrij.link.tellings import HAPPENING, Telling, tellings
from takhrij.link.wording import at_most
from takhrij.records import Analysis, Conflict, Links, Span, When, Why

ALONE: Final = ("one ", "denied ")
"""Under its own id a telling stands alone; an article may deny what it tells."""
_SURE: Final = 3
"""Terms that two tellings must share besides parties and dates to be of one thing, where they differ in a point."""
_SHARE: Final = 0.5
_DAYS: Final = 10
"""Days between two dates of one happening: farther apart, and it more likely happened twice."""
_DENIED: Final = 0.75
"""Share of terms from which a denial is of the very thing that another affirms, not only of the same matter."""
_ALIKE: Final = 0.9
"""Share of terms from which one statement is another's negation, or the same with another number."""
_FEW: Final = (1, 2)
"""Numbers that are as often a word for some one (احدى الغارات) as a count."""
_ROUND: Final = 0.02
"""Share of a number by which another may differ that is the same in round figures."""
ERROR: Final = "likely an error of transmission"
_NO_STANCE: Final = frozenset({"decline_comment", "refuse", "demand", "invite", "praise"})
"""Acts that say nothing of what is so: who refuses what another demands contradicts nobody."""
_DENIED_TERMS: Final = 6
"""Terms of a statement, the longest first, whose pairs bring a denial and what it denies together."""


class Clash(NamedTuple):
    """Two tellings that differ in `about`; `spans` show it, `note` says it; not `sure`: only in a reprint.

    `within`: only where one copied passage holds both tellings.
    """

    left: Telling
    right: Telling
    about: str
    spans: tuple[Span, Span]
    likeness: float
    note: str
    sure: bool = True
    within: bool = False


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:
    """Yield every telling under its id and what it is about, statements also under pairs of their longest terms.

    On a page where somebody denies something, what an article tells meets under the article too.
    """
    told = tellings(analysis, links)
    denying = {telling.article.id for telling in told if telling.kind != "event" and telling.what == "deny"}
    for telling in told:
        if telling.article.id in denying:
            yield Key(f"denied {telling.article.id}", telling)
        yield Key(f"one {telling.id}", telling)
        for value in abouts(telling):
            if not value.startswith("act "):
                yield Key(value, telling)
        if telling.kind != "event":
            terms = longest(telling.terms, _DENIED_TERMS)
            yield from (Key(f"content {a} {b}", telling) for a, b in combinations(terms, 2))


def join(value: str, members: Sequence[Telling]) -> Iterable[Clash | Telling]:
    """Yield the pairs of a group that differ in one point only; pairs under shared contents only if one denies."""
    if value.startswith("one "):
        yield from members
        return
    if value.startswith("denied "):
        for told, denial in denied(members):
            spans = (told.span, denial.span)
            yield Clash(told, denial, "stance", spans, 1.0, f"{_says(told)}, denied in the same article")
        return
    if value.startswith("content ") and len({denies(telling) for telling in members}) < 2:
        return  # nearly all of these groups: nobody denies anything
    for one, other in paired(members):
        if one.article.id == other.article.id:
            continue
        left, right = sorted((one, other), key=lambda telling: telling.id)
        clash = _stance(left, right) if value.startswith("content ") else _clash(left, right)
        if clash:
            yield clash


def gather(found: Sequence[Clash | Telling], links: Links) -> Links:
    """Add one conflict for every two claims and point, by the ids of the claims."""
    claim_of = {member: claim.id for claim in links.claims for member in (*claim.statements, *claim.events)}
    on_page: defaultdict[str, list[Telling]] = defaultdict(list)
    for item in found:
        if isinstance(item, Telling):
            on_page[item.page].append(item)
    clashes = sorted(
        (item for item in found if isinstance(item, Clash)),
        key=lambda c: (-c.likeness, c.left.id, c.right.id, c.about),
    )
    copies = Copies(links)
    best: dict[tuple[str, str, str], Conflict] = {}
    for clash in clashes:
        claims = [
            claim_of[_teller(t, s, on_page).id] for t, s in zip((clash.left, clash.right), clash.spans, strict=True)
        ]
        copied = copies.between(clash.left, clash.right)
        one_text = copied or copies.widest(clash.left, clash.right)
        slip = clash.about == "number" or ERROR in clash.note
        if clash.within and not copied:
            continue  # too few words to be of one thing anywhere else
        if claims[0] == claims[1] or (one_text and not slip) or not (clash.sure or one_text):
            continue
        (left, a), (right, b) = sorted(zip(claims, clash.spans, strict=True))
        note = clash.note + (f"; in a copied passage: {ERROR}" if one_text else "")
        why = Why(rule=f"conflicts/{clash.about}", rests_on=(clash.left.span, clash.right.span), note=note)
        conflict = Conflict(left=left, right=right, about=clash.about, spans=(a, b), why=(why,))
        best.setdefault((left, right, clash.about), conflict)
    return replace(links, conflicts=tuple(best[key] for key in sorted(best)))


def _teller(telling: Telling, span: Span, on_page: dict[str, list[Telling]]) -> Telling:
    """Return what tells the words at `span`: for a happening's toll, the narrowest telling that holds the number."""
    if telling.what != HAPPENING:
        return telling
    holders = [t for t in on_page[telling.page] if span.within(t.span) and t.what != HAPPENING]
    return min(holders, key=lambda t: (t.span.end - t.span.start, t.id), default=telling)


def _clash(left: Telling, right: Telling) -> Clash | None:
    likeness = met(left, right)
    if likeness is None:
        return None
    if left.what == HAPPENING and not likeness.differ and not numbers_agree(left, right):
        return _number(left, right, likeness)
    if len(likeness.differ) != 1 or likeness.share < _SHARE:
        return None
    about = likeness.differ[0]
    if left.kind == "event":
        return _EVENTS[about](left, right, likeness) if about in _EVENTS else None
    return _said_number(left, right, likeness) if about == "number" else None


def _number(left: Telling, right: Telling, likeness: Likeness) -> Clash | None:
    """Two tellings of one happening with another number of the same; a later, higher toll is a series.

    Sure where both are of one time and tell one number of a kind (of "28 dead, 17 of them rebels" either may be
    meant); in a reprint one number of several that was changed is enough.
    """
    near = likeness.share >= _ALIKE and likeness.terms >= _SURE
    sure = likeness.score >= 1 and (likeness.terms >= _SURE or _dated(left, right))
    sure = sure and timed(left, right) and _one_count(left) and _one_count(right)
    here = [c for c in left.counts if not any(c[:2] == other[:2] for other in right.counts)]
    there = [c for c in right.counts if not any(c[:2] == other[:2] for other in left.counts)]
    if not (sure or near) or not here or not there or (not sure and len(here) + len(there) > 2):
        return None
    for of, value, _, span in here:
        for other_of, other, _, other_span in there:
            if of == other_of and not _rises(left, value, right, other):
                if min(value, other) in _FEW or f"{value:g}" in right.beside or f"{other:g}" in left.beside:
                    return None
                note = f"{value:g} and {other:g} {of}" + _flipped(f"{value:g}", f"{other:g}")
                return Clash(left, right, "number", (span, other_span), likeness.score, note, sure)
    return None


def _one_count(telling: Telling) -> bool:
    return len({count[0] for count in telling.counts}) == len(telling.counts)


def _rises(left: Telling, value: float, right: Telling, other: float) -> bool:
    a, b = left.published, right.published
    if not a or not b:
        return False
    return (a.last < b.first and value < other) or (b.last < a.first and other < value)


def _said_number(left: Telling, right: Telling, likeness: Likeness) -> Clash | None:
    """One speaker's one statement with one number changed, and not rounded; of two days it is a daily bulletin."""
    if left.times and right.times and not left.times & right.times:
        return None
    here, there = left.numbers - right.numbers, right.numbers - left.numbers
    if likeness.terms < _SURE or len(here) != 1 or len(there) != 1:
        return None
    if likeness.terms < _ALIKE * (max(len(left.terms), len(right.terms)) - 1):
        return None
    a, b = next(iter(here)), next(iter(there))
    if _rounded(a, b):
        return None
    note = f"{a} and {b}" + _flipped(a, b)
    return Clash(left, right, "number", (left.span, right.span), likeness.score, note)


def _rounded(a: str, b: str) -> bool:
    """Whether one number may be the other in round figures, or in thousands (174500, 175 الف)."""
    if not all(n.replace(".", "", 1).isdigit() and float(n) for n in (a, b)):
        return True  # dates and scores are no counts: nobody knows what differs
    few, many = sorted((float(a), float(b)))
    return any(abs(few * scale / many - 1) <= _ROUND for scale in (1, 1_000, 1_000_000))


def _flipped(a: str, b: str) -> str:
    """Say so when two numbers are of the same digits in another order: right-to-left text flips them in passing."""
    return f": the same digits in another order, {ERROR}" if flipped(a, b) else ""


def _date(left: Telling, right: Telling, likeness: Likeness) -> Clash | None:
    """Two tellings of one happening on different days, near each other or with the month mis-copied."""
    near = likeness.share >= _ALIKE
    if not left.when or not right.when or not (near or likeness.score >= 1):
        return None
    if not (left.day and right.day):
        return None  # "yesterday" counts from a page's own day, which may be the next paper's
    note = _dates(left.when, right.when)
    if likeness.terms < _SURE:
        slip = near and likeness.terms and ERROR in note
        return (
            Clash(left, right, "date", (left.span, right.span), likeness.score, note, False, True) if slip else None
        )
    sure = likeness.score >= 1
    return Clash(left, right, "date", (left.span, right.span), likeness.score, note, sure) if note else None


def _dates(a: When, b: When) -> str:
    if "day" not in (a.grain, b.grain) or a.grain != b.grain:
        return ""
    both = f"{a.first} and {b.first}"
    if a.first.day == b.first.day and a.first.year == b.first.year:
        return f"{both}: the month was likely mis-copied, {ERROR}"
    if (a.first.day, a.first.month) == (b.first.month, b.first.day):
        return f"{both}: day and month likely changed places, {ERROR}"
    return both if abs(a.first - b.first).days <= _DAYS else ""


def _actor(left: Telling, right: Telling, likeness: Likeness) -> Clash | None:
    """One happening of one day that two tellings lay to different doers."""
    if not _same_day(left, right) or likeness.terms <= _SURE or likeness.share < _DENIED or left.what in EITHER:
        return None
    if not (left.who and right.who) or not all(who.known for who in (*left.who, *right.who)):
        return None
    if any(one.words & other.words for one in left.who for other in right.who):
        return None
    return Clash(left, right, "actor", (left.span, right.span), likeness.score, "the same day, laid to others")


def _place(left: Telling, right: Telling, likeness: Likeness) -> Clash | None:
    if not _same_day(left, right) or likeness.terms < _SURE or likeness.score < 1:
        return None
    return Clash(left, right, "place", (left.span, right.span), likeness.score, "the same day, elsewhere")


def _status(left: Telling, right: Telling, likeness: Likeness) -> Clash | None:
    """A denial beside what it denies, or something told as still to come after others told that it was done."""
    if likeness.score < 1 or likeness.terms <= _SURE or likeness.share < _DENIED:
        return None
    pair = {left.status, right.status}
    if "denied" in pair:
        return Clash(left, right, "stance", (left.span, right.span), likeness.score, f"{left.status}, {right.status}")
    if pair != {"planned", "occurred"}:
        return None
    plan, fact = (left, right) if left.status == "planned" else (right, left)
    if not plan.published or not fact.published or plan.published.first <= fact.published.last:
        return None
    note = "told as still to come, later than others told it as done"
    return Clash(left, right, "status", (left.span, right.span), likeness.score, note)


def _stance(left: Telling, right: Telling) -> Clash | None:
    """A statement that denies what another affirms. Nobody contradicts himself: his other words may say no too."""
    if denies(left) == denies(right) or {left.what, right.what} & _NO_STANCE or left.who[0].speaks_for(right.who[0]):
        return None
    if not timed(left, right):
        return None  # of a ceasefire denied at an unknown time nobody knows which it is
    if "deny" not in (left.what, right.what) and not _word_for_word(left, right):
        return None
    few = min(len(left.terms), len(right.terms))
    if at_most(left.stems, right.stems) < max(_DENIED * few, _SURE + 1):
        return None
    alike = compare(left._replace(kind="reported"), right._replace(kind="reported"), most=2)
    if alike is None or {"number", "date"} & {*alike.differ} or alike.terms <= _SURE or alike.share < _DENIED:
        return None
    return Clash(left, right, "stance", (left.span, right.span), alike.score, f"{_says(left)}, {_says(right)}")


def _says(telling: Telling) -> str:
    if telling.kind == "event":
        return "told as a fact" if telling.what not in SPEECH_ACTS else "accused"
    return f"{telling.what} that it is not so" if telling.negated else telling.what


def _dated(left: Telling, right: Telling) -> bool:
    """Whether both are dated to the month at least: what is compared agrees in the date then."""
    times = (left.when, right.when)
    return all(when is not None and (when.last - when.first).days <= 31 for when in times)


def _word_for_word(left: Telling, right: Telling) -> bool:
    """Whether two statements differ in next to nothing but the negation: in freer wordings it may stand anywhere."""
    return len(left.terms & right.terms) >= _ALIKE * max(len(left.terms), len(right.terms))


def _same_day(left: Telling, right: Telling) -> bool:
    return left.when is not None and left.when == right.when and left.when.grain == "day"


_EVENTS: Final = {"number": _number, "date": _date, "actor": _actor, "place": _place, "status": _status}
