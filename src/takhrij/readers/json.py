"""JSON: a list of objects, one page each, or one object. At most 100 MB and 2,000,000 values, an object at most 5 MB.

What is no single JSON value is read as JSON Lines where an object stands whole on a line, be others broken or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from takhrij.errors import InputError
from takhrij.readers._fields import failure, page_of_json
from takhrij.readers._source import Source
from takhrij.records import Failure, Page

SUFFIXES = (".json",)
MAX_BYTES: Final = 100_000_000
MAX_VALUES: Final = 2_000_000
_MAX_ITEM: Final = 5_000_000


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page | Failure]:
    """Yield one page an object; its source is `file:object`, counted from 1, or the file if there is only one.

    Raises:
        InputError: for a file that is no JSON.
    """
    content = source.whole(MAX_BYTES, f"more than {MAX_BYTES // 1_000_000} MB in one JSON file")
    content = content.removeprefix(b"\xef\xbb\xbf").strip()
    if content.count(b",") > MAX_VALUES:
        raise InputError(f"more than {MAX_VALUES:,} values in one JSON file", cure="Export it as JSON Lines.")
    try:
        items = [bytes(item) for item in msgspec.json.decode(content, type=list[msgspec.Raw])]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        lines = [] if content.startswith(b"[") else content.splitlines()
        if len(lines) > 1 and any(line.startswith(b"{") and line.rstrip().endswith(b"}") for line in lines):
            items = [line for line in lines if line.strip()]
        elif content.startswith(b"{"):
            items = [content]
        else:
            raise InputError(f"no valid JSON: {error}", cure="Export it again as JSON Lines.") from error
    del content
    for number, item in enumerate(items, 1):
        where = f"{source.name}:{number}" if len(items) > 1 else source.name
        if len(item) > _MAX_ITEM:
            yield failure(where, f"an object of more than {_MAX_ITEM // 1_000_000} MB")
        else:
            yield page_of_json(item.strip(), where, fields)
