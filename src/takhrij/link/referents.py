"""What pages mean by a person's mentions, and what all pages read so far tell of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from takhrij.records import Kind, Span
from takhrij.text import fold_text

SHARED = 2
"""So many words two roles share that are one; ranks and الرئيس are one word."""


class Referent(NamedTuple):
    """What a page means by `mentions`; `id` is the first of them, `offices` what it holds, `states` where.

    The first of `names` is the one whose parts `skeleton` has.

    `company`: the skeletons of all persons that the page names in full; `famous`: those of them whom the world's list
    has. `latin`: the name in Latin letters. `listed`: the world's list has the person. `bearers`: how many of ten
    million would bear the name, 0 where nobody told. `pens`: the outlets for which the page's articles are his.
    `about`: the states that its page names most; `common`: an organisation whose name is what it does or whose it is.
    """

    id: str
    page: str
    kind: Kind
    names: tuple[str, ...]
    skeleton: tuple[str, ...]
    state: str
    offices: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]
    mentions: tuple[str, ...]
    span: Span
    company: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    listed: bool = False
    famous: tuple[str, ...] = ()
    bearers: int = 0
    pens: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    common: bool = False


class Profile:
    """What all pages read so far tell of one person."""

    __slots__ = (
        "company",
        "famous",
        "first",
        "longer",
        "members",
        "offices",
        "pages",
        "pens",
        "roles",
        "skeletons",
        "states",
    )

    def __init__(self, first: Referent) -> None:
        self.first = first
        self.members: list[Referent] = []
        self.skeletons: dict[tuple[str, ...], int] = {}  # with how many bear the name
        self.offices: set[tuple[str, str]] = set()
        self.roles: dict[frozenset[str], None] = {}  # in order: the first that fits is told
        self.states: set[str] = set()
        self.pages: set[str] = set()
        self.company: set[str] = set()
        self.famous: set[str] = set()
        self.longer: set[str] = set()
        self.pens: set[str] = set()
        self.add(first)

    def add(self, r: Referent) -> None:
        """Take in what another page tells of the same person."""
        self.members.append(r)
        self.skeletons.setdefault(r.skeleton, r.bearers)
        self.offices.update(r.offices)
        self.roles.update(dict.fromkeys(role_words(r)))
        self.states.update(filter(None, (r.state,)))
        self.pages.add(r.page)
        self.company.update(r.company)
        self.famous.update(r.famous)
        self.longer.update(longer(r))
        self.pens.update(r.pens)


def role_words(r: Referent) -> list[frozenset[str]]:
    """Return the folded words of each role that says more than a rank."""
    words = (frozenset(fold_text(role).split()) for role in r.roles)
    return [w for w in words if len(w) >= SHARED]


def longer(r: Referent) -> set[str]:
    """Return the names of a referent's page that begin with its own and go on."""
    stem = " ".join(r.skeleton) + " "
    return {name for name in r.company if name.startswith(stem)}


def profiles(members: Iterable[Referent]) -> dict[str, Profile]:
    """Return one profile for every given name, in the order of the members."""
    found: dict[str, Profile] = {}
    for member in members:
        if member.skeleton[0] in found:
            found[member.skeleton[0]].add(member)
        else:
            found[member.skeleton[0]] = Profile(member)
    return found
