"""Keeps what a word by itself tells, for the next time the word is met."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")
FULL: Final = 50_000
"""Words kept at most: in so many, nearly nine in ten words of news were met before."""


class PerWord(dict[str, T]):
    """What `make` returns for a word, made when `kept[word]` is first asked for; emptied when full.

    `make` may look at nothing but the word and what never changes, so that nobody can tell whether it was kept.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> T:
        if len(self) >= FULL:
            self.clear()
        made = self[word] = self._make(word)
        return made
