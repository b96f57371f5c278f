"""takhrij: who said what, through whom, and when, from a pile of Arabic news pages.

`times(text, anchor, prefer)` reads the time expressions of any Arabic text. It is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from takhrij.expressions import Alternative, Time, times
    from takhrij.grounds import Basis

__all__ = ["Alternative", "Basis", "Time", "times"]

_HOMES = {"Basis": "takhrij.grounds"}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for: `import takhrij` reads no tables."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "takhrij.expressions")), name)
