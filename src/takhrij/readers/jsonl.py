"""JSON Lines: one page a line, a line at most 5 MB. A bad line is a `Failure` of its own; the others are read.

A file has no limit but that of memory for its pages; gzipped it may unpack to 4 GB and to 200 times its size. JSON is
nested at most some 1,000 deep, is UTF-8, and knows no NaN. After 100,000 blank lines in a row the rest is left.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from takhrij.errors import InputError
from takhrij.readers._fields import failure, page_of_json
from takhrij.readers._source import Source
from takhrij.records import Failure, Page

SUFFIXES = (".jsonl", ".ndjson")
MAX_LINE: Final = 5_000_000
MAX_BLANK: Final = 100_000


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page | Failure]:
    """Yield one page a line; its source is `file:line`. `fields` says under which names a line holds what.

    Raises:
        InputError: for an empty file and one in UTF-16.
    """
    some = False
    with source.open() as stream:
        for number, raw in _lines(stream):
            where = f"{source.name}:{number}"
            if raw is None:
                yield failure(where, f"a line of more than {MAX_LINE // 1_000_000} MB")
            else:
                yield page_of_json(raw, where, fields)
            some = True
    if not some:
        raise InputError("the file is empty", cure="Export the records again, or leave the file out.")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield numbered lines that are not blank; None for one above the limit, passed over piece by piece."""
    number = blank = 0
    while raw := stream.readline(MAX_LINE + 1):
        number += 1
        if number == 1 and raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise InputError("UTF-16, which JSON Lines cannot be", cure="Save the file as UTF-8.")
        raw = raw.removeprefix(codecs.BOM_UTF8)  # amid the file too, where files were joined
        if len(raw) > MAX_LINE and not raw.endswith(b"\n"):
            if b"\0" in raw:
                raise InputError("binary data, not text", cure="Export the records as JSON Lines.")
            while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line := raw.strip():
            yield number, line
            blank = 0
        else:
            blank += 1
            if blank > MAX_BLANK:
                raise InputError(f"more than {MAX_BLANK:,} blank lines", cure="Export the records again.")
