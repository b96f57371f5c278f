"""The language and the world that pages are read with, a tagger of names, and what modules build of them once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from takhrij.lang.tables import Language
from takhrij.records import Analysis, Mention, Page
from takhrij.text import Folded
from takhrij.world.tables import World

T = TypeVar("T")


class Names(Protocol):
    """A finder of mentions in the place of `analyse.mentions`: `find` as there."""

    def find(self, page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Mention, ...]: ...


class Knowledge:
    """A language and a world. Immutable but for what `built` keeps, which depends on nothing else.

    `names` finds the mentions where it is given.
    """

    __slots__ = ("_built", "language", "names", "world")

    def __init__(self, language: Language, world: World, names: Names | None = None) -> None:
        self.language = language
        self.world = world
        self.names = names
        self._built: dict[Any, Any] = {}

    def built(self, build: Callable[[Knowledge], T]) -> T:
        """Return `build(self)`, made the first time it is asked for: lexicons and patterns are costly."""
        if build not in self._built:
            self._built[build] = build(self)
        made: T = self._built[build]
        return made
