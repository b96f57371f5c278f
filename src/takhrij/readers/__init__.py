"""Bytes -> pages: one module a form.

A reader has `SUFFIXES`, the file names' ends that it takes, and `read(path, source)`, which yields pages, and a
`Failure` for every part that it cannot read. It raises `InputError` when the whole file is unreadable.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from takhrij.errors import InputError
from takhrij.plugins import modules
from takhrij.records import Failure, Page


def read_all(paths: Iterable[Path]) -> Iterator[Page | Failure]:
    """Yield the pages of files and folders, in order of path; a hidden file in a folder is passed over.

    Raises:
        InputError: for a path that is not there.
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder", cure="Check the path.")
    by_suffix, text = _readers()
    for path in paths:
        for file, source in _files(path):
            yield from _read_file(file, source, by_suffix.get(file.suffix.lower(), text))


def _readers() -> tuple[dict[str, ModuleType], ModuleType]:
    """Return the readers by suffix, and the one that tries a file of no known form."""
    readers = modules(sys.modules[__name__])
    return {suffix: reader for reader in readers.values() for suffix in reader.SUFFIXES}, readers["text"]


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """Yield files with the name that a dossier knows them by: relative, so that two machines agree."""
    if path.is_file():
        yield path, path.name
        return
    root = path.resolve().name
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        relative = file.relative_to(path)
        if not any(part.startswith(".") for part in relative.parts):
            yield file, f"{root}/{relative.as_posix()}"


def _read_file(path: Path, source: str, reader: ModuleType) -> Iterator[Page | Failure]:
    try:
        yield from reader.read(path, source)
    except InputError as error:
        yield Failure(source=source, stage="read", error=str(error), cure=error.cure)
    except OSError as error:
        why = error.strerror or str(error)
        yield Failure(source=source, stage="read", error=why, cure="Check that the file can be opened.")
