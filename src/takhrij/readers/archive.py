"""Zip files of anything that can be read, WACZ among them. Nothing is unpacked to the disk.

At most 100,000 members; all together at most 4 GB unpacked and 200 times the packed size.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast

from takhrij.errors import InputError
from takhrij.readers._fields import failure
from takhrij.readers._source import Source
from takhrij.records import Failure

SUFFIXES = (".zip", ".wacz")
MAX_MEMBERS: Final = 100_000
MAX_UNPACKED: Final = 4_000_000_000
MAX_RATIO: Final = 200
"""Text packs to a tenth, at best a thirtieth; a bomb to a thousandth."""
_WACZ_OWN: Final = ("indexes", "pages", "logs")
"""Folders of a WACZ that tell of its pages, and are none."""


def members(source: Source) -> Iterator[Source | Failure]:
    """Yield the members in order of name, hidden ones left out; a member that cannot be read is a failure.

    Raises:
        InputError: for a file that is no zip, and for one that unpacks beyond the limits.
    """
    with source.raw() as stream:
        try:
            packed = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise InputError(f"broken zip: {error}", cure="Pack or download the file again.") from error
        with packed:
            infos = sorted((i for i in packed.infolist() if not i.is_dir()), key=lambda i: i.filename)
            _within_limits(infos)
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
    elif info.flag_bits & 1:
        yield failure(name, "encrypted", "Unpack it with its password first.")
    else:
        yield Source(name, partial(_open, packed, info))


def _open(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    return cast("BinaryIO", packed.open(info))


def _within_limits(infos: list[zipfile.ZipInfo]) -> None:
    unpacked, stored = sum(i.file_size for i in infos), sum(i.compress_size for i in infos)
    if len(infos) > MAX_MEMBERS:
        raise InputError(f"{len(infos):,} members, more than {MAX_MEMBERS:,}", cure="Split the archive.")
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(stored, 10_000):
        raise InputError(f"a zip that unpacks to {unpacked:,} bytes", cure="If it is no bomb, unpack it first.")
