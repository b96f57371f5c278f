"""A folder, or a file, that appears whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from types import TracebackType

from takhrij.errors import InputError


def replaced(file: Path, content: bytes) -> None:
    """Write `content` to `file`, which appears whole or stays as it was.

    Raises:
        InputError: when it cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as made:
            made.write(content)
        Path(made.name).chmod(0o644)
        Path(made.name).replace(file)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(f"cannot write {file}: {why}", cure="Name another file with -o.") from error


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
            place = self._folder if self._folder.is_dir() else self._folder.parent
            self._made = Path(tempfile.mkdtemp(prefix=f".{self._folder.name}.", dir=place))
        except OSError as error:
            raise self._unwritable(error) from error
        return self

    def write(self, name: str, content: bytes) -> None:
        """Write one file, seen by nobody until `keep`.

        Raises:
            InputError: when the disk is full.
        """
        try:
            (self._made / name).write_bytes(content)
        except OSError as error:
            raise self._unwritable(error) from error

    def keep(self) -> None:
        """Put the files in place.

        Raises:
            InputError: when a folder stands where a file has to be.
        """
        try:
            if self._folder.is_dir():
                for file in sorted(self._made.iterdir()):
                    file.replace(self._folder / file.name)
            else:
                self._made.chmod(0o755)
                self._made.replace(self._folder)
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> InputError:
        why = error.strerror or str(error)
        return InputError(f"cannot write {self._folder}: {why}", cure="Name another folder with -o.")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what was not kept."""
        shutil.rmtree(self._made, ignore_errors=True)
