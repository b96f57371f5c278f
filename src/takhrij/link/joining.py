"""The rules by which referents of one group are one, each with its reason; what was nearly joined says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from takhrij.link.identity import (
    ONE_ROLE,
    ONE_TITLE,
    SAME_NAME,
    SELDOM,
    beside_page,
    evidence,
    evidence_of_slips,
    foreign,
    judge,
    office_fits,
    rare,
    spelt_alike,
    strangers,
)
from takhrij.link.onepage import page
from takhrij.link.parts import FATHER, PAIR, part_of, within
from takhrij.link.referents import SHARED, Profile, Referent, longer, profiles
from takhrij.link.sameness import Apart, Found, Same, families, slipped
from takhrij.link.spellings import FEW, THE, house, loosely, near, resembles, spelt_out

SPELLINGS = 60
"""So many spellings with one office and one part in common are compared pair by pair, those of most pages first."""


def chained(members: Sequence[Referent], rule: str) -> Iterator[Same]:
    """Join all members by one rule."""
    for left, right in pairwise(members):
        yield Same(left, right, rule)


def _slots(members: Sequence[Referent]) -> Iterator[Found]:
    """Join one given and family name where nothing speaks against it; the world's come first, then who tells most.

    Else a page that runs a known name into the next word (حسني مبارك سليمان) would draw half of his pages to itself.
    Who fits several goes to whom more than the name fits, else to whom most pages name.
    """
    sides: list[Profile] = []
    for r in sorted(members, key=lambda r: (not r.listed, not r.offices, not r.roles, -len(r.skeleton), r.id)):
        verdicts = [(side, judge(side, r)) for side in sides]
        fits = [(side, v) for side, v in verdicts if v.same]
        if fits:
            sure = [fit for fit in fits if fit[1].note != ONE_TITLE]
            side, verdict = max(sure or fits, key=lambda fit: (bool(fit[1].note), len(fit[0].members)))
            if not sure and len(fits) > 1:
                yield Apart(side.first, r, "more than one whom name and title fit")
                sides.append(Profile(r))
                continue
            yield Same(side.first, r, verdict.rule, verdict.note)
            side.add(r)
        else:
            for side, verdict in verdicts[:1]:
                yield Apart(side.first, r, f"{verdict.rule}: {verdict.note}")
            sides.append(Profile(r))


def _surnames(members: Sequence[Referent]) -> Iterator[Found]:
    """Join a surname alone to the only bearer whom more than the name fits: page, office, role or company.

    A name with which one of its own page begins is no surname. Where nobody has a name in full (أبو الورد), one of
    that name is another's where role or company agrees.
    """
    bearers = list(profiles(m for m in members if len(m.skeleton) > 1).values())
    if not bearers:
        yield from _lone(members)
    for r in members:
        if len(r.skeleton) > 1 or not bearers or longer(r):
            continue
        fits = [(b, told) for b in bearers if (told := _fits(b, r))]
        if len(fits) == 1:
            bearer, told = fits[0]
            yield Same(bearer.first, r, "only bearer of the surname", told)
        else:
            several = "more than one bearer of the surname fits"
            yield Apart(bearers[0].first, r, several if fits else "a surname alone, and nothing else agrees")


def _lone(members: Sequence[Referent]) -> Iterator[Same]:
    """Join names of one part on several pages to the only one whom role, office or company fits."""
    sides: list[Profile] = []
    for r in sorted((m for m in members if not longer(m)), key=lambda r: (not r.offices, not r.roles, r.id)):
        fits = [(side, told) for side in sides if (told := _fits(side, r) or _taken(side, r))]
        if len(fits) == 1:
            side, told = fits[0]
            yield Same(side.first, r, "one name alone", told)
            side.add(r)
        elif not fits:
            sides.append(Profile(r))


def _fits(bearer: Profile, r: Referent) -> str:
    """Return what makes a surname alone mean its bearer: a state does not."""
    if not spelt_alike(bearer, r):
        return ""
    if office_fits(bearer, r):
        return "the office agrees"
    return evidence(bearer, r._replace(state=""))


def _taken(known: Profile, r: Referent) -> str:
    """Return that hardly anybody bears a name of one part, if it is so (أبو عزرائيل)."""
    rarely = rare(known.first.bearers) and rare(r.bearers) and not strangers(known, r)
    return "hardly anybody bears the name" if rarely else ""


def _office(members: Sequence[Referent]) -> Iterator[Found]:
    """Join names of one office of which one end agrees and the other is a slip or the beginning of it."""
    full = [r for r in members if len(r.skeleton) >= PAIR]
    yield from _alone([r for r in members if len(r.skeleton) < PAIR], full)
    for left, right in _spellings(full):
        if not any(office_fits(left, r) for r in right.members):
            continue
        if house(left.first, right.first):
            yield Same(left.first, right.first, "father's name for the family's", "the office agrees")
        elif near(left.first, right.first, stated=any(state for _, state in left.offices & right.offices)):
            yield slipped(left.members, right.members, "office and one part of the name agree")
        elif any(state for _, state in left.offices & right.offices):
            yield from _of_one_state(left, right)
        short, long = sorted((left, right), key=lambda p: len(p.first.skeleton))
        if part_of(short.first.skeleton, long.first.skeleton) and any(evidence(long, r) for r in short.members):
            yield Same(long.first, short.first, "shorter form of a name", "the office agrees")


def _of_one_state(left: Profile, right: Profile) -> Iterator[Found]:
    """Join two holders of one office of one state whose names leave something out, or resemble one another."""
    a, b = left.first.skeleton, right.first.skeleton
    if len(a) != len(b) and (a[0], a[-1]) == (b[0], b[-1]) and within(a, b):
        yield Same(left.first, right.first, SAME_NAME, "one office of one state, and one page leaves out a part")
    elif resembles(left.first, right.first):
        yield slipped(left.members, right.members, "office and given name agree")


def _alone(lone: Sequence[Referent], full: Sequence[Referent]) -> Iterator[Same]:
    """Join a given name alone to the only one who has it for a given or family name, and its office of one state."""
    for short in lone:
        stated = {office for office in short.offices if office[1]}
        bearers = {r.skeleton: r for r in full if not stated.isdisjoint(r.offices)}
        longest = max(bearers, key=lambda skeleton: (len(skeleton), skeleton), default=())
        if longest and all(within(skeleton, longest) for skeleton in bearers):
            yield Same(bearers[longest], short, "a name alone and its office", "the only one of that office and name")


def _role(members: Sequence[Referent]) -> Iterator[Found]:
    """Join names of one role of three words or more of which one end agrees and the other is a slip of it."""
    for left, right in _spellings(members):
        if not any(len(a & b) > SHARED for a in left.roles for b in right.roles):
            continue
        if near(left.first, right.first) and left.first.listed == right.first.listed:
            yield slipped(left.members, right.members, "role and one part of the name agree")
        short, long = sorted((left.first, right.first), key=lambda r: len(r.skeleton))
        if part_of(short.skeleton, long.skeleton) and len(short.skeleton) >= PAIR and _family_last(short):
            yield Same(long, short, "shorter form of a name", "the role agrees")


def _family_last(r: Referent) -> bool:
    return not r.skeleton[-1].startswith(FATHER)


def _spellings(members: Sequence[Referent]) -> Iterator[tuple[Profile, Profile]]:
    """Yield every two spellings of a group, those of most pages first."""
    spelt: dict[tuple[str, ...], Profile] = {}
    for r in members:
        if r.skeleton in spelt:
            spelt[r.skeleton].add(r)
        else:
            spelt[r.skeleton] = Profile(r)
    return combinations(sorted(spelt.values(), key=lambda p: -len(p.members))[:SPELLINGS], 2)


def _letters(members: Sequence[Referent]) -> Iterator[Found]:
    """Join names of which only the spaces differ, where few bear them or more than the letters agrees."""
    spelt: dict[tuple[str, ...], Profile] = {}
    for r in members:
        spelt.setdefault(r.skeleton, Profile(r))
    for left, right in pairwise(spelt.values()):
        told = "the office agrees" if office_fits(left, right.first) else evidence(left, right.first)
        few = 0 < right.first.bearers <= SELDOM and _family_last(right.first) and _family_last(left.first)
        few = few and not loosely(left.first, right.first)
        if told or few:
            yield Same(left.first, right.first, "same letters", told)


def _rough(members: Sequence[Referent]) -> Iterator[Found]:
    """Join names of which one end is the same and the other a slip or differs by an article, where anything agrees.

    On one page two that differ by a slip are two; by an article they are one.
    """
    for left, right in _spellings(members):
        if left.offices and right.offices:
            continue
        if alone := _only_an_article(left, right.first):
            yield Same(left.first, right.first, "one letter or an article off", alone)
            continue
        if not near(left.first, right.first):
            continue
        a, b = families(left.first, right.first)
        one_family = left.first.skeleton[-1] == right.first.skeleton[-1]
        cut = not one_family and (a.endswith(b) or b.endswith(a))
        if len(left.first.skeleton) != len(right.first.skeleton) and not cut:
            continue
        rarest = min(left.first.bearers, right.first.bearers)
        if rarest > (SELDOM if cut else FEW) and spelt_out(left.first) and spelt_out(right.first):
            continue
        told = evidence_of_slips(left, right.first)
        if told.startswith(ONE_ROLE) and left.first.listed != right.first.listed:
            continue  # كيربي، كيري: a page that misspells a name as one who is known gives him the other's role
        if told and (cut or not left.pages & right.pages):
            yield Same(left.first, right.first, "one letter or an article off", told)


def _only_an_article(known: Profile, r: Referent) -> str:
    """Return that hardly anybody bears a name that differs by the family's article alone, if it is so."""
    short, long = sorted(families(known.first, r), key=len)
    alone = known.first.skeleton[:-1] == r.skeleton[:-1] and long == THE + short
    rarely = alone and not loosely(known.first, r) and rare(known.first.bearers) and rare(r.bearers)
    return "hardly anybody bears either name" if rarely and not strangers(known, r) else ""


def _tail(members: Sequence[Referent]) -> Iterator[Found]:
    """Join a name to the only longer one that ends with it (جواد ظريف، محمد جواد ظريف) where something agrees.

    What follows an Arab's given name may be his father's whole name, whom his page names too: there only an office or
    a role tells. In a longer name whose beginning is somebody of the page, two names have run together.
    """
    long = list({m.skeleton: m for m in members if len(m.skeleton) > PAIR}.values())
    for short in members:
        if len(short.skeleton) < PAIR:
            continue
        fits = [(m, told) for m in long if _ends_with(m, short) and (told := _tail_told(m, short))]
        if len(fits) == 1:
            yield Same(fits[0][0], short, "shorter form of a name", fits[0][1])


def _ends_with(long: Referent, short: Referent) -> bool:
    """Whether a name that has not run together with another's is the longer one's end."""
    size = len(short.skeleton)
    return len(long.skeleton) > size and long.skeleton[-size:] == short.skeleton and not _run_together(long)


def _run_together(long: Referent) -> bool:
    """Whether what stands before the last two parts of a name is another name of its page."""
    return len(long.skeleton) >= 2 * PAIR and " ".join(long.skeleton[:-PAIR]) in long.company


def _tail_told(long: Referent, short: Referent) -> str:
    """Return what speaks for a name and its end being one person."""
    weak = (foreign(long) and (foreign(short) or rare(short.bearers))) or short.skeleton[0].startswith(FATHER)
    return evidence(Profile(long), short if weak else beside_page(short))


RULES: dict[str, Callable[[Sequence[Referent]], Iterable[Found]]] = {
    "slots": _slots,
    "family": _surnames,
    "page": page,
    "office": _office,
    "role": _role,
    "letters": _letters,
    "rough": _rough,
    "tail": _tail,
}
"""The rule for each kind of key."""
