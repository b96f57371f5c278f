"""Bytes -> pages: one module a form.

A reader has `SUFFIXES`, the file names' ends that it takes, and either `read(source, fields)`, which yields pages and
a `Failure` for every part that it cannot read, or `members(source)`, which yields the sources inside an archive.
Either raises `InputError` when the whole source is unreadable. A name may end in `.gz` besides.
"""

from __future__ import annotations

import lzma
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Final

from takhrij.errors import InputError
from takhrij.plugins import modules
from takhrij.readers import _source
from takhrij.readers._fields import NAMES as NAMES
from takhrij.readers._source import Source
from takhrij.records import Failure, Page

_DAMAGED: Final = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError)
"""What the unpackers of the standard library raise on a damaged or foreign member."""
MAX_NESTED: Final = 2
"""How many archives may lie in one another."""


def read_all(paths: Iterable[Path], fields: Mapping[str, str] | None = None) -> Iterator[Page | Failure]:
    """Yield the pages of files, folders and archives, in order of path; hidden files in a folder are passed over.

    `fields` says under which names records hold what (`{"text": "content"}`); see `NAMES`.

    Raises:
        InputError: for a path that is not there.
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder", cure="Check the path.")
    readers = modules(sys.modules[__name__])
    by_suffix = {suffix: reader for reader in readers.values() for suffix in reader.SUFFIXES}
    for path in paths:
        for source in _files(path):
            yield from _read(source, by_suffix, fields or {}, 0)


def read_bytes(name: str, content: bytes, fields: Mapping[str, str] | None = None) -> Iterator[Page | Failure]:
    """Yield the pages of bytes that came from no file (a pipe). The end of `name` tells the form; else text."""
    readers = modules(sys.modules[__name__])
    by_suffix = {suffix: reader for reader in readers.values() for suffix in reader.SUFFIXES}
    yield from _read(Source(name, lambda: BytesIO(content)), by_suffix, fields or {}, 0)


def _files(path: Path) -> Iterator[Source]:
    """Yield files with the name that a dossier knows them by: relative, so that two machines agree."""
    if path.is_file():
        yield _source.file(path, path.name)
        return
    root = path.resolve().name
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        relative = file.relative_to(path)
        if not any(part.startswith(".") for part in relative.parts):
            yield _source.file(file, f"{root}/{relative.as_posix()}")


def _read(
    source: Source, by_suffix: Mapping[str, ModuleType], fields: Mapping[str, str], depth: int
) -> Iterator[Page | Failure]:
    """Yield what `source` holds; a form that is not known is tried as text."""
    reader = by_suffix.get(source.suffix, by_suffix[".txt"])
    try:
        if not hasattr(reader, "members"):
            yield from reader.read(source, fields)
        elif depth == MAX_NESTED:
            raise InputError(f"more than {MAX_NESTED} archives in one another", cure="Unpack it first.")
        else:
            for member in reader.members(source):
                yield from [member] if isinstance(member, Failure) else _read(member, by_suffix, fields, depth + 1)
    except InputError as error:
        yield Failure(source=source.name, stage="read", error=str(error), cure=error.cure)
    except _DAMAGED as error:
        yield Failure(source=source.name, stage="read", error=f"broken or cut off: {error}", cure="Fetch it again.")
    except OSError as error:
        why = error.strerror or str(error)
        yield Failure(source=source.name, stage="read", error=why, cure="Check that the file can be opened.")
