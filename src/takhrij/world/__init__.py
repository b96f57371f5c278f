"""What is the case, with dates, as data: folders of tables. Later folders win."""

from pathlib import Path

from takhrij.errors import WorldError
from takhrij.tables import read_folder
from takhrij.world.tables import World

BASE = Path(__file__).parent / "base"


def load(*folders: Path) -> World:
    """Return the base world with the rows of `folders` before its own.

    Raises:
        WorldError: for a wrong row, with file and line.
    """
    return read_folder(World, (BASE, *folders), WorldError)
