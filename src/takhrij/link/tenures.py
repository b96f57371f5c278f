"""Who held an office when, as the world's table tells it: by day, month or year, and how sure a day is."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from takhrij.knowledge import Knowledge
from takhrij.records import Grain, Tenure, When, Why
from takhrij.text import fold_text


def known(knowledge: Knowledge) -> tuple[Tenure, ...]:
    """Return the tenures of the world's table, in its order, with the title as newspapers word it.

    A tenure whose end is not known ends where the next of an office for one begins: so rows of your own go on from
    the shipped ones.
    """
    titles = {office.key: office.titles[0] for office in knowledge.world.offices}
    adjectives = {state.key: state.adjectives[0] for state in knowledge.world.states if state.adjectives}
    names = {person.name: (person.name, *person.spellings) for person in reversed(knowledge.world.people)}
    single = {office.key for office in knowledge.world.offices if not office.several}
    begun: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for h in knowledge.world.holders:
        if h.office in single and not h.disputed:
            begun[h.office, h.state].append(h.first)
    found = []
    for h in knowledge.world.holders:
        last = h.last or min((b for b in begun[h.office, h.state] if b > h.first), default="")
        found.append(
            Tenure(
                office=h.office,
                state=h.state,
                title=h.title
                or " ".join(filter(None, (titles.get(h.office, h.office), adjectives.get(h.state, h.state)))),
                holder=h.person,
                first=day(h.first, last=False),
                last=day(last, last=True),
                first_grain=grain_of(h.first),
                last_grain=grain_of(last),
                names=names.get(h.person, (h.person,)),
                disputed=h.disputed,
                why=(Why(rule="world table", note=h.source),),
            )
        )
    return tuple(found)


def names_of(tenure: Tenure) -> frozenset[str]:
    """Return the folded spellings of the holder's name."""
    return frozenset(fold_text(name) for name in (tenure.holder, *tenure.names))


def overlaps(tenure: Tenure, when: When) -> bool:
    """Whether the tenure may hold on one of the days."""
    return (tenure.first is None or tenure.first <= when.last) and (tenure.last is None or when.first <= tenure.last)


def covers(tenure: Tenure, when: When) -> bool:
    """Whether the tenure surely holds on all of the days: from the end of the month that it began in, if so told."""
    first, last = tenure.first, tenure.last
    if first and tenure.first_grain != "day":
        first = day(first.isoformat()[: _WRITTEN[tenure.first_grain]], last=True)
    if last and tenure.last_grain != "day":
        last = day(last.isoformat()[: _WRITTEN[tenure.last_grain]], last=False)
    return (first is None or first <= when.first) and (last is None or when.last <= last)


_WRITTEN: dict[Grain, int] = {"year": 4, "month": 7, "day": 10}
"""So many characters of a day in ISO 8601 tell its year, its month, itself."""


def grain_of(written: str) -> Grain:
    """Return how exactly a cell of the table tells its day."""
    return next((grain for grain, size in _WRITTEN.items() if len(written) == size), "day")


def day(written: str, *, last: bool) -> date | None:
    """Return the day that a table's day, month or year begins or ends with; None for an empty cell."""
    if not written:
        return None
    numbers = [int(n) for n in written.split("-")]
    if len(numbers) == 3:
        return date(*numbers)
    if len(numbers) == 2:
        year, month = numbers
        if not last:
            return date(year, month, 1)
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(numbers[0], 12, 31) if last else date(numbers[0], 1, 1)
