"""Zip files of anything that can be read, WACZ among them. Nothing is unpacked under its own name.

At most 100,000 members; all together, with the archives in them, at most 4 GB unpacked and 200 times the packed size.
An archive in an archive is held in memory up to 16 MB and in a temporary file above.
"""

from __future__ import annotations

import shutil
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast

from takhrij.errors import InputError
from takhrij.readers._fields import failure
from takhrij.readers._source import Source
from takhrij.records import Failure

SUFFIXES = (".zip", ".wacz")
MAX_MEMBERS: Final = 100_000
_IN_MEMORY: Final = 16_000_000
_LINK: Final = 0o120000
_WACZ_OWN: Final = ("indexes", "pages", "logs")
"""Folders of a WACZ that tell of its pages, and are none."""


def members(source: Source) -> Iterator[Source | Failure]:
    """Yield the members in order of name, hidden ones left out; a member that cannot be read is a failure.

    Raises:
        InputError: for a file that is no zip, and for one that unpacks beyond the limits.
    """
    with _seekable(source) as stream:
        try:
            packed = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, OverflowError, struct.error, NotImplementedError) as error:
            raise InputError(f"broken zip: {error}", cure="Pack or download the file again.") from error
        with packed:
            infos = sorted((i for i in packed.infolist() if not i.is_dir()), key=lambda i: i.filename)
            _within_limits(infos, source)
            for info in infos:
                yield from _member(source, packed, info)


def _member(source: Source, packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Source | Failure]:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    name = f"{source.name}/{info.filename}"
    if any(part.startswith(".") for part in parts if part != ".."):
        return
    if source.suffix == ".wacz" and (parts[0] in _WACZ_OWN or len(parts) == 1):
        return
    if ".." in parts or info.filename.startswith(("/", "\\")):
        yield failure(name, "a name that leads out of the archive", "Pack the files again with plain names.")
    elif info.external_attr >> 16 & 0o170000 == _LINK:
        yield failure(name, "a link, not a file", "Pack the file that it leads to.")
    elif info.flag_bits & 1:
        yield failure(name, "encrypted", "Unpack it with its password first.")
    else:
        yield Source(name, partial(_open, packed, info), source.allowance)


def _open(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    try:
        return cast("BinaryIO", packed.open(info))
    except (ValueError, OverflowError, struct.error) as error:  # a damaged directory points anywhere
        raise zipfile.BadZipFile(str(error)) from error


def _within_limits(infos: list[zipfile.ZipInfo], source: Source) -> None:
    if len(infos) > MAX_MEMBERS:
        raise InputError(f"{len(infos):,} members, more than {MAX_MEMBERS:,}", cure="Split the archive.")
    source.allowance.spend(sum(info.file_size for info in infos))


@contextmanager
def _seekable(source: Source) -> Iterator[BinaryIO]:
    """Open an archive; one in an archive is copied, for there every step back would unpack it anew."""
    with source.raw() as stream:
        if not isinstance(stream, zipfile.ZipExtFile):
            yield stream
            return
        with SpooledTemporaryFile(_IN_MEMORY) as copy:
            shutil.copyfileobj(stream, copy)
            copy.seek(0)
            yield cast("BinaryIO", copy)
