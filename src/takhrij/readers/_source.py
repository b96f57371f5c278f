"""Where bytes come from: a file of the disk or a member of an archive, opened when it is read."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, NamedTuple, cast

from takhrij.errors import InputError

MAX_BYTES: Final = 20_000_000
"""Largest file that is taken for one page. The largest of 1,736 real pages has 300 kB."""
MAX_UNPACKED: Final = 4_000_000_000
"""To how many bytes one file of the user may unpack, with all archives in it."""
MAX_RATIO: Final = 200
"""To how many times its size. Text packs to a tenth, at best a thirtieth; a bomb to a thousandth."""

_UNPACK: Final = "Unpack it first, and give the folder."
_TEXT: Final = "Save its text as .txt, or the page as HTML."
_SIGNATURES: Final = {
    b"%PDF": ("a PDF", "Extract its text first: pdftotext FILE.pdf."),
    b"\x89PNG": ("a PNG picture", "Leave it out, or put its text into a .txt file."),
    b"\xff\xd8\xff": ("a JPEG picture", "Leave it out, or put its text into a .txt file."),
    b"GIF8": ("a GIF picture", "Leave it out, or put its text into a .txt file."),
    b"RIFF": ("a picture, sound or film", "Leave it out."),
    b"PK\x03\x04": ("a zip or Office file", f"If it is a zip, name it .zip. If it is a document: {_TEXT}"),
    b"\xd0\xcf\x11\xe0": ("an old Office file", _TEXT),
    b"{\\rtf": ("a Rich Text file", _TEXT),
    b"\x1f\x8b": ("a gzip file", "Let its name end in .gz."),
    b"BZh": ("a bzip2 file", _UNPACK),
    b"\xfd7zXZ": ("an xz file", _UNPACK),
    b"\x28\xb5\x2f\xfd": ("a zstd file", _UNPACK),
    b"7z\xbc\xaf": ("a 7z archive", _UNPACK),
    b"Rar!": ("a RAR archive", _UNPACK),
    b"SQLite format 3": ("a database", "Export its rows as JSON Lines."),
}
_TAR: Final = (257, b"ustar")


class Allowance:
    """How many bytes one file of the user may still unpack to, whatever lies in it."""

    def __init__(self, size: int) -> None:
        self._left = min(MAX_UNPACKED, max(MAX_RATIO * size, MAX_BYTES))

    def spend(self, size: int) -> None:
        """Take off `size` bytes.

        Raises:
            InputError: when there are not so many left.
        """
        self._left -= size
        if self._left < 0:
            raise InputError(
                f"it unpacks to more than {MAX_RATIO} times its size, or {MAX_UNPACKED // 10**9} GB",
                cure="If it is no bomb, unpack it first, or split it.",
            )


class Source(NamedTuple):
    """`name` is what a dossier calls it: relative, so that two machines agree. `raw` opens the bytes as stored."""

    name: str
    raw: Callable[[], BinaryIO]
    allowance: Allowance

    @property
    def suffix(self) -> str:
        """The end of the name that tells the form, without `.gz`, in lower case (`.jsonl`)."""
        return PurePosixPath(self.name.lower().removesuffix(".gz")).suffix

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open the bytes, unpacked when the name ends in `.gz`; closed at the end of the block.

        Reading raises `InputError` when more is unpacked than allowed.
        """
        with self.raw() as stream:
            if self.name.lower().endswith(".gz"):
                with gzip.GzipFile(fileobj=stream) as unpacked:
                    yield cast("BinaryIO", io.BufferedReader(_Metered(unpacked, self.allowance), 1 << 16))
            else:
                yield stream

    def page(self) -> bytes:
        """Return the bytes of a source that is one page.

        Raises:
            InputError: for an empty one, one above `MAX_BYTES` once unpacked, and one that is no text.
        """
        return self.whole(MAX_BYTES, f"more than {MAX_BYTES // 1_000_000} MB for one page")

    def whole(self, limit: int, error: str) -> bytes:
        """Return all bytes, at most `limit`.

        Raises:
            InputError: for an empty source, one above `limit` once unpacked, and one that is no text.
        """
        with self.open() as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise InputError(error, cure="Split the file.")
        if not content.strip():
            raise InputError("the file is empty", cure="Save the page again, or leave the file out.")
        for signature, (what, cure) in _SIGNATURES.items():
            if content.startswith(signature):
                raise InputError(f"this is {what}, not text", cure=cure)
        if content.startswith(_TAR[1], _TAR[0]):
            raise InputError("this is a tar archive, not text", cure=_UNPACK)
        return content


class _Metered(io.RawIOBase):
    """A stream that counts what is read of it."""

    def __init__(self, inner: gzip.GzipFile, allowance: Allowance) -> None:
        self._inner, self._allowance = inner, allowance

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if whence == io.SEEK_END:
            while self.readinto(bytearray(1 << 16)):
                pass
            return self._inner.seek(offset, io.SEEK_CUR)
        return self._inner.seek(offset, whence)

    def tell(self) -> int:
        return self._inner.tell()

    def readinto(self, buffer: bytearray, /) -> int:  # type: ignore[override]
        content = self._inner.read1(len(buffer))
        self._allowance.spend(len(content))
        buffer[: len(content)] = content
        return len(content)


def file(path: Path, name: str) -> Source:
    """Return the source that is a file of the disk; bytes of its name that are no UTF-8 are written `\\udcff`."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    shown = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return Source(shown, lambda: path.open("rb"), Allowance(size))
