"""Bytes -> pages: one module a form.

A reader has `SUFFIXES`, the file names' ends that it takes, and either `read(source, fields)`, which yields pages and
a `Failure` for every part that it cannot read, or `members(source)`, which yields the sources inside an archive.
Either raises `InputError` when the whole source is unreadable. A name may end in `.gz` besides.

Limits are counts, never seconds, so that the same files give the same pages everywhere: each reader's docstring says
its own. For all: one file may unpack to 4 GB and to 200 times its size, with all archives in it, and two archives may
lie in one another; after 1,000 bad records a file is left, if most are bad.

The way back: `back` gives the bytes of characters of a text, `text_nodes` the places in the markup of an HTML page.
"""

from __future__ import annotations

import gzip
import lzma
import sys
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Final

from takhrij.errors import InputError
from takhrij.plugins import modules
from takhrij.readers._bytes import back as back
from takhrij.readers._fields import NAMES as NAMES
from takhrij.readers._folders import files
from takhrij.readers._markup import text_nodes as text_nodes
from takhrij.readers._source import Allowance, Source
from takhrij.records import Failure, Page

_DAMAGED: Final = (
    EOFError,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    gzip.BadGzipFile,
)
"""What the unpackers of the standard library raise on a damaged or foreign member."""
MAX_BAD: Final = 1_000
"""After so many bad records a file is left, if most are bad: it is something else than its name says."""
MAX_NESTED: Final = 2
"""How many archives may lie in one another."""


def read_all(
    paths: Iterable[Path], fields: Mapping[str, str] | None = None, own: Collection[Path] = ()
) -> Iterator[Page | Failure]:
    """Yield the pages of files, folders and archives, in order of path; `_folders` says what of a folder is read.

    `fields` says under which names records hold what (`{"text": "content"}`); see `NAMES`. Files that
    are `own`, which the program itself writes, are passed over in folders.

    Raises:
        InputError: for a path that is not there.
    """
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise InputError(f"{path}: no such file or folder", cure="Check the path.")
    readers = modules(sys.modules[__name__])
    by_suffix = {suffix: reader for reader in readers.values() for suffix in reader.SUFFIXES}
    mine = frozenset(path.resolve() for path in own)
    for path in paths:
        for source in files(path, mine):
            yield from [source] if isinstance(source, Failure) else _read(source, by_suffix, fields or {}, 0)


def read_bytes(name: str, content: bytes, fields: Mapping[str, str] | None = None) -> Iterator[Page | Failure]:
    """Yield the pages of bytes that came from no file (a pipe). The end of `name` tells the form; else text."""
    readers = modules(sys.modules[__name__])
    by_suffix = {suffix: reader for reader in readers.values() for suffix in reader.SUFFIXES}
    yield from _read(Source(name, lambda: BytesIO(content), Allowance(len(content))), by_suffix, fields or {}, 0)


def _while_some_are_good(found: Iterator[Page | Failure]) -> Iterator[Page | Failure]:
    good = bad = 0
    for item in found:
        yield item
        good, bad = good + isinstance(item, Page), bad + isinstance(item, Failure)
        if bad >= MAX_BAD and bad > good:
            raise InputError(f"{bad:,} records cannot be read, more than can", cure="Check its form, and --fields.")


def _read(
    source: Source, by_suffix: Mapping[str, ModuleType], fields: Mapping[str, str], depth: int
) -> Iterator[Page | Failure]:
    """Yield what `source` holds; a form that is not known is tried as text."""
    reader = by_suffix.get(source.suffix, by_suffix[".txt"])
    try:
        if not hasattr(reader, "members"):
            yield from _while_some_are_good(reader.read(source, fields))
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
    except Exception as error:  # whatever a hostile file provokes costs that file only
        what = f"the reader failed: {type(error).__name__}: {error}"
        yield Failure(
            source=source.name, stage="read", error=what, cure="Leave the file out, and report this defect."
        )
