"""How languages work, as data: a folder a language. Nothing here expires."""

from pathlib import Path

from takhrij.errors import LanguageError
from takhrij.lang.tables import Language
from takhrij.tables import read_folder

ARABIC = Path(__file__).parent / "ar"


def load(folder: Path = ARABIC) -> Language:
    """Return the language of `folder`.

    Raises:
        LanguageError: for a wrong row, with file and line.
    """
    return read_folder(Language, (folder,), LanguageError)
