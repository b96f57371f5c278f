"""A mention in the making: what is read, before it is known what is one with what."""

from __future__ import annotations

from dataclasses import dataclass

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
