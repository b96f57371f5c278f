"""Finds modules by folder listing, and those of other packages by entry points: nobody keeps a list."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import EntryPoints, entry_points
from types import ModuleType


def modules(package: ModuleType) -> dict[str, ModuleType]:
    """Return the modules of `package` by name, sorted, with those that other packages offer for it.

    Another package offers a module by an entry point in the group named like `package` (`takhrij.readers`).
    A module whose name begins with an underscore is the package's own business and left out.
    """
    found = {name: importlib.import_module(f"{package.__name__}.{name}") for name in _own(package)}
    offered = {point.name: point.load() for point in _offered(package.__name__, tuple(sys.path))}
    return dict(sorted({**offered, **found}.items()))


def names(package: ModuleType) -> tuple[str, ...]:
    """Return the names of `modules(package)` without loading one of them."""
    return tuple(sorted({*_own(package), *(point.name for point in _offered(package.__name__, tuple(sys.path)))}))


def _own(package: ModuleType) -> list[str]:
    return [name for _, name, _ in pkgutil.iter_modules(package.__path__) if not name.startswith("_")]


def _offered(group: str, path: tuple[str, ...]) -> EntryPoints:
    return _installed(path)(group=group)


@lru_cache  # the metadata of every package is opened for it: ten milliseconds each time
def _installed(path: tuple[str, ...]) -> Callable[..., EntryPoints]:  # noqa: ARG001 (what is there follows from it)
    return entry_points().select
