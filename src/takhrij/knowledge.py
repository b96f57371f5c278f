"""The language and the world that pages are read with, and what modules build of them once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from takhrij.lang.tables import Language
from takhrij.world.tables import World

T = TypeVar("T")


class Knowledge:
    """A language and a world. Immutable but for what `built` keeps, which depends on nothing else."""

    __slots__ = ("_built", "language", "world")

    def __init__(self, language: Language, world: World) -> None:
        self.language = language
        self.world = world
        self._built: dict[Any, Any] = {}

    def built(self, build: Callable[[Knowledge], T]) -> T:
        """Return `build(self)`, made the first time it is asked for: lexicons and patterns are costly."""
        if build not in self._built:
            self._built[build] = build(self)
        return cast("T", self._built[build])
