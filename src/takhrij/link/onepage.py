"""The rules by which two names of one page are one person's: shorter forms, given names with titles, slips."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from takhrij.link.identity import (
    GIVEN_ALONE,
    OFTEN,
    SELDOM,
    beside_page,
    evidence,
    foreign,
    office_fits,
    rare,
    strangers,
    titled,
)
from takhrij.link.parts import BOUND, FATHER, PAIR, SHORTEST, part_of, slip, swapped
from takhrij.link.referents import Profile, Referent
from takhrij.link.sameness import Found, Same, families, slipped, titles_of
from takhrij.link.spellings import goes_on, spelt_out
from takhrij.text import fold_text


def page(members: Sequence[Referent]) -> Iterator[Found]:
    """Join on one page a shorter form to the only name that goes on from it, and a misspelling to the right name."""
    for short in members:
        if short.skeleton[0].startswith(GIVEN_ALONE):
            yield from _given(short, members)
            continue
        longer = [m for m in members if part_of(short.skeleton, m.skeleton)]
        if len(short.skeleton) == 1 and (_is_family(short, members) or not all(_one_word(short, m) for m in longer)):
            continue
        longer = longer or [m for m in members if goes_on(short, m)]
        longest = max(longer, key=lambda m: (len(m.skeleton), m.id), default=short)
        if longer and all(_stages(m, longest) for m in longer) and _begins(short, longest):
            yield Same(longest, short, "shorter form of a name of the page")
        elif not longer and len(whole := {m.skeleton: m for m in members if _ends(short, m)}) == 1:
            yield Same(
                next(iter(whole.values())), short, "shorter form of a name of the page", "without its first name"
            )
    by_given: defaultdict[str, list[Referent]] = defaultdict(list)
    for m in members:
        if len(m.skeleton) > 1:
            by_given[m.skeleton[0]].append(m)
        elif BOUND in m.skeleton[0]:
            by_given[m.skeleton[0].split(BOUND)[0]].append(m)
    for same_given in by_given.values():
        yield from _misspelt(same_given)


def _stages(shorter: Referent, longest: Referent) -> bool:
    """Whether one is the other's name or its beginning: then a page tells one name in several lengths."""
    return shorter.skeleton == longest.skeleton or part_of(shorter.skeleton, longest.skeleton)


def _is_family(short: Referent, members: Sequence[Referent]) -> bool:
    """Whether a name of one part is the family name of another of the page: then it begins nobody's name."""
    return any(len(m.skeleton) > 1 and m.skeleton[-1] == short.skeleton[0] for m in members)


def _one_word(short: Referent, long: Referent) -> bool:
    """Whether the first words are one in all their letters: one consonant skeleton have موغريني and مقرن too."""
    return fold_text(short.names[0]).split()[0] == fold_text(long.names[0]).split()[0]


def _given(short: Referent, members: Sequence[Referent]) -> Iterator[Same]:
    """Join a given name alone to the only one of the page who has it and its title (الملك سلمان).

    One of two words (عبد النور) may also be the family name of the only one of the page who has it.
    """
    given, titles = short.skeleton[0].removeprefix(GIVEN_ALONE), titles_of(short)
    bearers = {m.skeleton: m for m in members if m.skeleton[0] == given and len(m.skeleton) > 1}
    fits = [m for m in bearers.values() if titles & titles_of(m) or office_fits(Profile(m), short)]
    if len(fits) == 1:
        yield Same(fits[0], short, "given name and title", "the only one of the page who has both")
    families = {m.skeleton: m for m in members if len(m.skeleton) > 1 and m.skeleton[-1] == given}
    if not bearers and not short.roles and len(families) == 1 and BOUND in given:
        yield Same(
            next(iter(families.values())), short, "surname of the page", "nobody of the page has it for a given name"
        )


def _begins(short: Referent, long: Referent) -> bool:
    """Whether the beginning of a name means its bearer: a given and a father's name are rare, or a role agrees."""
    if not short.skeleton[-1].startswith(FATHER):
        return True
    bearer = Profile(long)
    begins = 0 < short.bearers <= OFTEN or bool(titles_of(short) & titles_of(long)) or titled(bearer, short)
    return (
        (begins and part_of(short.skeleton, long.skeleton))
        or office_fits(bearer, short)
        or "role" in evidence(bearer, beside_page(short))
    )


def _ends(short: Referent, long: Referent) -> bool:
    """Whether a page that has told a name and its role goes on without the first part of it (جواد ظريف).

    A father has the same name as the end of his son's: he would be named with a role, or with the word for son, or
    first. What hardly anybody bears is hardly both.
    """
    size = len(short.skeleton)
    if not PAIR <= size < len(long.skeleton) or long.skeleton[-size:] != short.skeleton or short.roles:
        return False
    fatherless = not any(part.startswith(FATHER) for part in long.skeleton)
    told_before = bool(long.roles) and long.span.start < short.span.start
    return fatherless and told_before and len(long.skeleton) < 2 * PAIR and rare(short.bearers)


def _misspelt(members: Sequence[Referent]) -> Iterator[Same]:
    """Join two names of one page with one given name and one state or title whose families are a slip apart."""
    for left, right in combinations(members, 2):
        if left.skeleton[-1] == right.skeleton[-1] or (left.listed and right.listed):
            continue
        if _hardly_two(left, right):
            yield slipped([left], [right], "page and given name agree, and hardly anybody bears either name")
            continue
        one_state = bool(left.state) and left.state == right.state
        title = titles_of(left) & titles_of(right)
        if not one_state and (not title or right.skeleton[-1].startswith(FATHER)):
            continue
        offices = {o for o, _ in left.offices}, {o for o, _ in right.offices}
        if all(offices) and not offices[0] & offices[1]:
            continue
        if left.roles and right.roles and slip(families(left)[0], families(right)[0]):
            yield slipped([left], [right], f"page, given name and {'state' if one_state else 'title'} agree")


def _hardly_two(left: Referent, right: Referent) -> bool:
    """Whether a page spells one name in two ways: hardly anybody bears either, and the families are a slip apart.

    Of eight such pairs on 6,220 pages all were one person's. Where two letters have changed places (الجسمي، الجمسي)
    one of the two may be known, as long as few bear it.
    """
    if left.skeleton[:-1] != right.skeleton[:-1]:
        return False
    x, y = families(left, right)
    few, many = sorted((left.bearers, right.bearers))
    if not (rare(few) and (rare(many) or (many <= SELDOM and swapped(x, y)))):
        return False
    least = SHORTEST if foreign(left) and not (spelt_out(left) or spelt_out(right)) else SHORTEST + 1
    return min(len(x), len(y)) >= least and slip(x, y) and not strangers(Profile(left), right)
