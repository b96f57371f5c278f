"""JSON Lines: one page a line, a line at most 5 MB. A bad line is a `Failure` of its own; the others are read.

Fields, each under the first name that is there: text (text content body html), title (title headline), url (url
link), outlet (outlet source site), published (published date date_extracted), author (author byline).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec

from takhrij.readers._bytes import identity
from takhrij.records import Failure, Mark, Page

SUFFIXES = (".jsonl", ".ndjson")
MAX_LINE: Final = 5_000_000
_FIELDS: Final = {
    "text": ("text", "content", "body"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "site": ("outlet", "source", "site"),
    "published": ("published", "date", "date_extracted"),
    "author": ("author", "byline"),
}


def read(path: Path, source: str) -> Iterator[Page | Failure]:
    """Yield one page a line; its source is `file:line`. The text is the title, an empty line, and the content."""
    with path.open("rb") as file:
        for number, raw in _lines(file):
            where = f"{source}:{number}"
            if raw is None:
                yield _failure(where, f"a line of more than {MAX_LINE // 1_000_000} MB")
            elif raw.strip():
                yield _page(raw, where)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while raw := file.readline(MAX_LINE + 1):
        number += 1
        if len(raw) > MAX_LINE and not raw.endswith(b"\n"):
            while (rest := file.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, raw


def _page(raw: bytes, where: str) -> Page | Failure:
    try:
        item: Any = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _failure(where, f"no valid JSON: {error}")
    if not isinstance(item, dict):
        return _failure(where, "no JSON object")
    values = {field: _first(item, names) for field, names in _FIELDS.items()}
    if not values["text"].strip():
        return _failure(where, f"no text under any of: {', '.join(_FIELDS['text'])}")
    title = values["title"]
    text = f"{title}\n\n{values['text']}" if title else values["text"]
    marks = [Mark(kind="title", start=0, end=len(title))] if title else []
    marks += [Mark(kind=k, value=values[k]) for k in ("site", "published", "author", "url") if values[k]]
    page, sha256 = identity(raw.rstrip(b"\r\n"))
    return Page(
        id=page,
        text=text,
        sources=(where,),
        raw_sha256=sha256,
        media="application/json",
        url=values["url"],
        marks=tuple(marks),
    )


def _first(item: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((item[n] for n in names if isinstance(item.get(n), str) and item[n]), "")


def _failure(where: str, error: str) -> Failure:
    return Failure(source=where, stage="read", error=error, cure="Mend the line or leave it out.")
