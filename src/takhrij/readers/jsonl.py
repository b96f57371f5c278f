"""JSON Lines: one page a line, a line at most 5 MB. A bad line is a `Failure` of its own; the others are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

import msgspec

from takhrij.readers._fields import failure, page_of
from takhrij.readers._source import Source
from takhrij.records import Failure, Page

SUFFIXES = (".jsonl", ".ndjson")
MAX_LINE: Final = 5_000_000


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page | Failure]:
    """Yield one page a line; its source is `file:line`. `fields` says under which names a line holds what."""
    with source.open() as stream:
        for number, raw in _lines(stream):
            where = f"{source.name}:{number}"
            if raw is None:
                yield failure(where, f"a line of more than {MAX_LINE // 1_000_000} MB")
            elif raw.strip():
                yield _page(raw, where, fields)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield numbered lines; None for one above the limit, which is passed over piece by piece."""
    number = 0
    while raw := stream.readline(MAX_LINE + 1):
        number += 1
        if len(raw) > MAX_LINE and not raw.endswith(b"\n"):
            while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, raw


def _page(raw: bytes, where: str, fields: Mapping[str, str]) -> Page | Failure:
    try:
        item: Any = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return failure(where, f"no valid JSON: {error}")
    if not isinstance(item, dict):
        return failure(where, "no JSON object")
    return page_of(item, raw.rstrip(b"\r\n"), where, fields)
