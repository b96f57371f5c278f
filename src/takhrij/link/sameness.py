"""What a rule says of two referents: that they are one, with the name that is a slip of the other's, or that not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from takhrij.link.parts import clipped
from takhrij.link.referents import Referent
from takhrij.text import fold_text


class Same(NamedTuple):
    """That two referents are one, by a rule. `worse` is the name that is a slip of the other's, if one is."""

    left: Referent
    right: Referent
    rule: str
    note: str = ""
    worse: str = ""


class Apart(NamedTuple):
    """That two referents whose names might be one person's are none, and why."""

    left: Referent
    right: Referent
    note: str
    rule: str = "kept apart"


Found = Same | Apart
"""What a rule says of two referents."""


def slipped(left: Sequence[Referent], right: Sequence[Referent], agree: str) -> Same:
    """Return that two spellings are one person's; the rarer is the slip, never the listed one, nor a call name."""

    def weight(side: Sequence[Referent]) -> tuple[bool, int, str]:
        return side[0].listed, sum(len(r.mentions) for r in side), side[0].id

    givens = [fold_text(side[0].names[0]).split()[0] for side in (left, right)]
    if left[0].skeleton[-1] == right[0].skeleton[-1] and clipped(*givens):
        return Same(left[0], right[0], "shorter form of a name", agree)
    rare, usual = sorted((left, right), key=weight)
    note = f"{rare[0].names[0]} for {usual[0].names[0]}: {agree}, one letter is off or moved"
    return Same(left[0], right[0], "misspelling", note, rare[0].names[0])


def families(*referents: Referent) -> tuple[str, ...]:
    """Return the folded last words of names, spelt out."""
    return tuple(fold_text(r.names[0]).split()[-1] for r in referents)


def titles_of(r: Referent) -> set[str]:
    """Return the folded words of each role."""
    return {fold_text(role) for role in r.roles}
