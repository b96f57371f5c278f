"""A mention in the making: what is read, before it is known what is one with what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import restored
from takhrij.records import Block, Kind, Role


@dataclass(slots=True, eq=False)
class Draft:
    """A mention in the making: words `first` to `last` (roles behind it included) of `block`.

    `end` is where the name itself ends, -1 where the words do; `known` is the listed name, `to` the draft of the
    same referent that came first. `like`: the words that say it has the office of whoever was named before.
    """

    block: Block
    first: int
    last: int
    start: int
    kind: Kind
    name: str
    state: str = ""
    roles: tuple[Role, ...] = ()
    rule: str = ""
    end: int = -1
    known: str = ""
    note: str = ""
    like: tuple[int, int] = (0, 0)
    to: Draft | None = None


class Group(NamedTuple):
    """Words `first` to `last` name a group; `start` stands behind a clitic, `name` is the part that names it.

    `known` is the name in the world's list, where it is listed: all spellings share it.
    """

    first: int
    last: int
    start: int
    kind: Kind
    name: str
    state: str
    rule: str
    known: str = ""


def grouped(t: Tagged, i: int, last: int, kind: Kind, state: str, rule: str) -> Group:
    """Return the group that words `i` to `last` name."""
    hit = t.hit(i)
    start = hit.start if hit else t.words[i].start
    name = t.clean(start, t.words[last - 1].end)
    name = restored(name, hit.prefix if hit else "")
    return Group(i, last, start, kind, name, state, rule)
