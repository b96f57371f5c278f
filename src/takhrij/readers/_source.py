"""Where bytes come from: a file of the disk or a member of an archive, opened when it is read."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, NamedTuple, cast

from takhrij.errors import InputError

MAX_BYTES: Final = 20_000_000
"""Largest file that is taken for one page. The largest of 1,736 real pages has 300 kB."""

_SIGNATURES: Final = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a zip or Office file",
    b"\x1f\x8b": "a gzip file",
    b"SQLite format 3": "a database",
}


class Source(NamedTuple):
    """`name` is what a dossier calls it: relative, so that two machines agree. `raw` opens the bytes as stored."""

    name: str
    raw: Callable[[], BinaryIO]

    @property
    def suffix(self) -> str:
        """The end of the name that tells the form, without `.gz`, in lower case (`.jsonl`)."""
        return PurePosixPath(self.name.lower().removesuffix(".gz")).suffix

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open the bytes, unpacked when the name ends in `.gz`; closed at the end of the block."""
        with self.raw() as stream:
            if self.name.lower().endswith(".gz"):
                with gzip.GzipFile(fileobj=stream) as unpacked:
                    yield cast("BinaryIO", unpacked)
            else:
                yield stream

    def page(self) -> bytes:
        """Return the bytes of a source that is one page.

        Raises:
            InputError: for an empty one, one above `MAX_BYTES` once unpacked, and one that is no text.
        """
        with self.open() as stream:
            content = stream.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            cure = "Split the file into one page a file."
            raise InputError(f"more than {MAX_BYTES // 1_000_000} MB for one page", cure=cure)
        if not content.strip():
            raise InputError("the file is empty", cure="Save the page again, or leave the file out.")
        for signature, what in _SIGNATURES.items():
            if content.startswith(signature):
                raise InputError(f"this is {what}, not text", cure="Export the page's text or HTML.")
        return content


def file(path: Path, name: str) -> Source:
    """Return the source that is a file of the disk; bytes of its name that are no UTF-8 are written `\\udcff`."""
    return Source(name.encode("utf-8", "backslashreplace").decode("utf-8"), lambda: path.open("rb"))
