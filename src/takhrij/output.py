"""A folder that appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from types import TracebackType

from takhrij.errors import InputError


class Output:
    """Collects files beside `folder`, and puts them in its place on `keep`; without `keep` nothing is left.

    A folder that is there already keeps its other files, and its old ones until the new are complete.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Output:
        """Make the hidden folder, early, so that an unwritable place is told before the long work.

        Raises:
            InputError: when `folder` is a file or cannot be written.
        """
        if self._folder.exists() and not self._folder.is_dir():
            raise InputError(f"{self._folder} is a file", cure="Name a folder with -o.")
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._made = Path(tempfile.mkdtemp(prefix=f".{self._folder.name}.", dir=self._folder.parent))
            if self._folder.is_dir() and not os.access(self._folder, os.W_OK):
                raise PermissionError(13, "Permission denied")
        except OSError as error:
            why = error.strerror or str(error)
            raise InputError(f"cannot write {self._folder}: {why}", cure="Name another folder with -o.") from error
        return self

    def write(self, name: str, content: bytes) -> None:
        """Write one file, seen by nobody until `keep`."""
        (self._made / name).write_bytes(content)

    def keep(self) -> None:
        """Put the files in place."""
        if self._folder.is_dir():
            for file in sorted(self._made.iterdir()):
                file.replace(self._folder / file.name)
        else:
            self._made.chmod(0o755)
            self._made.replace(self._folder)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what was not kept."""
        shutil.rmtree(self._made, ignore_errors=True)
