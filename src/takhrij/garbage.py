"""How often Python looks for garbage. Knows nothing of pages."""

from __future__ import annotations

import gc


def look_seldom() -> None:
    """Look seldom for what hangs together in circles: tables live as long as the process, and pages leave little.

    By Python's own setting, which looks after every 700 new objects, pages take a tenth longer.
    """
    gc.set_threshold(100_000, 20, 20)
