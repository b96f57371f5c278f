"""What is the case, with dates, as data: folders of tables. Later folders win.

`base` is made by hand; `packages` holds what one command makes of packages (`python -m bench.gazetteer --write`).
"""

from pathlib import Path

from takhrij.errors import WorldError
from takhrij.tables import read_folder
from takhrij.world.tables import World

BASE = Path(__file__).parent / "base"
PACKAGES = Path(__file__).parent / "packages"


def load(*folders: Path) -> World:
    """Return the shipped world with the rows of `folders` before its own.

    Raises:
        WorldError: for a wrong row, with file and line.
    """
    return read_folder(World, (PACKAGES, BASE, *folders), WorldError)
