"""Who speaks, acts or is done to, in the one form in which they are compared across pages."""

from __future__ import annotations

from typing import Final, NamedTuple

_LEAST_ENDING: Final = 5
"""Letters at the end that two forms of one name must share."""
MOST_BEFORE: Final = 3
"""Letters that may stand before those: a preposition with the article."""


class Who(NamedTuple):
    """Somebody: the keys of the identity, the state that he or it belongs to, and whether it is no single person.

    `known`: whether it is known who this is; words such as "both sides" alone name nobody.
    """

    keys: frozenset[str]
    state: str
    group: bool
    words: frozenset[str]
    known: bool

    @property
    def office(self) -> bool:
        """Whether an office is named, and not who holds it."""
        return any(key.startswith("entity/office/") for key in self.keys)

    def same(self, other: Who) -> bool:
        """Whether both are one for certain."""
        return bool(self.keys & other.keys)

    def speaks_for(self, other: Who) -> bool:
        """Whether both are one voice: the same, or two bodies of one state of which one's name holds the other's."""
        if self.same(other):
            return True
        if not (self.group and other.group and self.state and self.state == other.state):
            return False
        few, many = (self.words, other.words) if len(self.words) <= len(other.words) else (other.words, self.words)
        return bool(few) and all(any(_ends_alike(word, longer) for longer in many) for word in few)

    def akin(self, other: Who) -> bool:
        """Whether one may speak of the other: the same, or a body of the same state beside it."""
        return self.same(other) or bool(self.state and self.state == other.state and (self.group or other.group))


def _ends_alike(word: str, other: str) -> bool:
    """Whether two words end alike and differ by a few letters before that: an article, a preposition."""
    size = next((i for i, (a, b) in enumerate(zip(word[::-1], other[::-1], strict=False)) if a != b), None)
    size = min(len(word), len(other)) if size is None else size
    return size >= _LEAST_ENDING and max(len(word), len(other)) - size <= MOST_BEFORE
