"""How many bear a name: the rarer its parts are together, the surer two pages that write it mean one person."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from takhrij.analyse.mentions.skeletons import Skeletons, skeletons
from takhrij.analyse.mentions.wordbook import ARTICLE
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.text import fold_text

MANY: Final = 10_000_000
"""Of so many persons it is told how many would bear a name, if its parts had nothing to do with each other."""
PAIR: Final = 2
"""A given and a family name."""
_HOUSE: Final = ARTICLE + " "
"""So begins a house's name, as آل folds: as many bear it as bear the name of whom it comes from."""
_FAMILY_ENDS: Final = "ي"
"""So end the family names that are also written without their article."""


class Bearers:
    """Counts by the shares that the parts of names have among the persons of the language's list."""

    __slots__ = ("_bones", "_families", "_fathers", "_givens", "_kunyas", "_least", "count")

    def __init__(self, knowledge: Knowledge) -> None:
        units = knowledge.language.name_units
        self._bones: Skeletons = knowledge.built(skeletons)
        self._fathers = {fold_text(p.word) for p in knowledge.language.name_particles if "father" in p.kind}
        self._kunyas = {fold_text(p.word) for p in knowledge.language.name_particles if "kunya" in p.kind}
        given, family = sum(u.given for u in units) or 1, sum(u.family for u in units) or 1
        self._givens = {fold_text(u.name): u.given / given for u in units if u.given}
        self._families = {fold_text(u.name): u.family / family for u in units if u.family}
        self._least = 1 / given, 1 / family
        self.count = PerWord(self._count)

    def _count(self, name: str) -> int:
        """Return how many of `MANY` would bear `name`, one at least; 0 where it has one part only.

        What is called father of what nobody is named (أبو عزرائيل) took the name for himself: one bears it.
        """
        parts = [self._alone(unit) for unit in self._bones.units(name) if unit not in self._fathers]
        if len(parts) < PAIR:
            return int(self._taken(parts))
        share = math.prod(map(self._given, parts[:-1])) * self._family(parts[-1])
        return max(1, round(share * MANY))

    def _taken(self, parts: list[str]) -> bool:
        """Whether a name is father of and a word that is no part of anybody's name."""
        words = parts[0].split() if parts else []
        if len(words) != PAIR or words[0] not in self._kunyas:
            return False
        forms = {words[1], words[1].removeprefix(ARTICLE), ARTICLE + words[1]}
        return forms.isdisjoint(self._givens) and forms.isdisjoint(self._families)

    def _alone(self, unit: str) -> str:
        """Return a part without the word for son before it."""
        head, _, rest = unit.partition("_")
        return (rest if head in self._fathers and rest else unit).replace("_", " ")

    def _given(self, part: str) -> float:
        return max(self._givens.get(part, 0.0), self._least[0])

    def _family(self, part: str) -> float:
        """Return the share of a last part: a family's name, or the given name of a father."""
        shares = (self._families.get(form, 0.0) for form in _forms(part))
        return max(*shares, self._givens.get(part.removeprefix(_HOUSE), 0.0), self._least[1])


def _forms(part: str) -> Iterator[str]:
    yield part
    if part.startswith(_HOUSE):
        yield part.removeprefix(_HOUSE)
        yield ARTICLE + part.removeprefix(_HOUSE)
    if part.endswith(_FAMILY_ENDS):
        yield part.removeprefix(ARTICLE) if part.startswith(ARTICLE) else ARTICLE + part


def bearers(knowledge: Knowledge) -> Bearers:
    """Return the counter; ask for it through `knowledge.built`."""
    return Bearers(knowledge)
