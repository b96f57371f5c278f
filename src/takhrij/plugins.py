"""Finds modules by folder listing, and those of other packages by entry points: nobody keeps a list."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from functools import lru_cache
from importlib.metadata import EntryPoints, entry_points
from types import ModuleType


def modules(package: ModuleType) -> dict[str, ModuleType]:
    """Return the modules of `package` by name, sorted, with those that other packages offer for it.

    Another package offers a module by an entry point in the group named like `package` (`takhrij.readers`).
    A module whose name begins with an underscore is the package's own business and left out.
    """
    found = {
        name: importlib.import_module(f"{package.__name__}.{name}")
        for _, name, _ in pkgutil.iter_modules(package.__path__)
        if not name.startswith("_")
    }
    offered = {point.name: point.load() for point in _offered(package.__name__, tuple(sys.path))}
    return dict(sorted({**offered, **found}.items()))


@lru_cache  # the metadata of every package is opened for it: ten milliseconds each time
def _offered(group: str, path: tuple[str, ...]) -> EntryPoints:  # noqa: ARG001 (what is installed follows from it)
    return entry_points(group=group)
