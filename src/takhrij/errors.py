"""Every error that takhrij raises on purpose.

::

    TakhrijError
    ├── InputError        a path or page that cannot be read; its message says the cure
    ├── LanguageError     a row of a language folder that is wrong
    ├── WorldError        a row of a world folder that is wrong
    ├── ModelError        a model of names that cannot be made or read, or the extra for it is missing
    ├── ArgumentError     an argument of a public function that means nothing (also a ValueError)
    ├── CaseError         a case that cannot be opened, made, searched or served as asked
    └── DossierError      a dossier.json that cannot be read, or an id that it does not hold

Anything else that escapes is a defect of the program.
"""

from pathlib import Path


class TakhrijError(Exception):
    """The base of all; `cure` says in one sentence what the user can do about it."""

    def __init__(self, message: str, *, cure: str = "") -> None:
        super().__init__(message)
        self.cure = cure


class InputError(TakhrijError):
    """A path or page that cannot be read."""


class ArgumentError(TakhrijError, ValueError):
    """An argument of a public function that means nothing."""


class ModelError(TakhrijError):
    """A model of names that cannot be made or read."""


class DossierError(TakhrijError):
    """A `dossier.json` that cannot be read, or an id that it does not hold."""


class CaseError(TakhrijError):
    """A case that cannot be opened, made, searched or served as asked."""


class DataError(TakhrijError):
    """A wrong row of a data folder; the message begins with `file:line`."""

    def __init__(self, message: str, *, file: Path, line: int = 0, cure: str = "") -> None:
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}", cure=cure)
        self.file = file
        self.line = line


class LanguageError(DataError):
    """A wrong row of a language folder."""


class WorldError(DataError):
    """A wrong row of a world folder."""
