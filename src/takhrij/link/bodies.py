"""Joins organisations of one name: what every state has means the one of the state that its page is about.

The ministry of defence, the parliament and the government's forces are named alike everywhere; a proper name is one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from takhrij.link.referents import Referent
from takhrij.link.sameness import Apart, Found, Same
from takhrij.records import Analysis
from takhrij.text import fold_text

LEADING: Final = 2
"""So many of the states that a page names most it may be about."""
UNIONS: Final = ("UN", "EU")
"""What has members, but no ministries and forces that a page might mean by a bare name."""
ABOUT: Final = "both pages tell of one state"


def about(analysis: Analysis) -> tuple[str, ...]:
    """Return the state that a page names most, and the next where it names that half as often: no union of states."""
    counts = Counter(m.state for m in analysis.mentions if m.state and m.state not in UNIONS)
    named = counts.most_common(LEADING)
    return tuple(state for state, count in named if 2 * count >= named[0][1])


def shorter(name: str) -> str:
    """Return the words of a listed body's name without articles and without the last, which may tell its state."""
    return " ".join(w.removeprefix(_THE) if len(w) > _LONG else w for w in fold_text(name).split()[:-1])


_THE: Final = "ال"
_LONG: Final = 4


def organizations(name: str, members: Sequence[Referent]) -> Iterator[Found]:
    """Join one name of an organisation, and those of the name that have a nationality behind it.

    On a page the name alone means the only one of the longer names there. Across pages a name that every state has
    means the only one of the states that its page is about, else whatever the pages of that state mean by it.
    """
    bare, stated = ([r for r in members if (" ".join(r.skeleton) == name) == same] for same in (True, False))
    by_page: defaultdict[str, list[Referent]] = defaultdict(list)
    for r in stated:
        by_page[r.page].append(r)
    left: list[Referent] = []
    for r in bare:
        there = by_page[r.page] if r.common else [f for f in by_page[r.page] if f.skeleton[-1] == f.state]
        if len({f.skeleton for f in there}) == 1 and len(r.skeleton) > 1:
            yield Same(there[0], r, "the only one of the page")
        elif there:
            yield Apart(there[0], r, "organisations of several states have this name")
        else:
            left.append(r)
    common = [r for r in left if r.common]
    proper = [r for r in left if not r.common]
    for one, other in pairwise(proper):
        yield Same(one, other, "same name")
    yield from _common(common, stated)


def _common(bare: Sequence[Referent], stated: Sequence[Referent]) -> Iterator[Found]:
    """Join what every state has to the one of the state that its page is about."""
    by_state = {r.state: r for r in reversed(stated)}
    groups: defaultdict[str, list[Referent]] = defaultdict(list)
    pages = Counter(state for r in bare for state in r.about)
    for r in bare:
        fits = [state for state in r.about if state in by_state]
        if len(fits) == 1 and len(r.skeleton) > 1:
            yield Same(by_state[fits[0]], r, "same name", ABOUT)
        elif fits:
            yield Apart(by_state[fits[0]], r, "organisations of several states have this name")
        else:
            nowhere = r.page if len(by_state) > 1 else ""
            groups[max(r.about, key=lambda state: pages[state], default=nowhere)].append(r)
    for group in groups.values():
        for one, other in pairwise(group):
            yield Same(one, other, "same name", ABOUT)
    for one, other in pairwise(group[0] for group in groups.values()):
        yield Apart(one, other, "every state has such a body, and the pages tell of different ones")
