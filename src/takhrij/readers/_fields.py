"""Records with fields (a line of JSON, a row of a table, an entry of a feed) -> pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import msgspec

from takhrij.readers._bytes import identity
from takhrij.records import Failure, Mark, Page

NAMES: Final = {
    "text": ("text", "content", "body"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "outlet": ("outlet", "source", "site", "series"),
    "published": ("published", "date", "date_extracted"),
    "author": ("author", "byline"),
}
"""Where a field is looked for when the user does not say: the first name that is there. `series` is passim's, whose
records `{id, series, text}` are so read as they are."""
_MARKS: Final = {"outlet": "site", "published": "published", "author": "author", "url": "url"}


def page_of(item: Mapping[str, Any], raw: bytes, where: str, fields: Mapping[str, str]) -> Page | Failure:
    """Return the page of one record: the title, an empty line, and the text. `raw` are the bytes that identify it."""
    values = {field: _value(item, (fields[field],) if field in fields else names) for field, names in NAMES.items()}
    if not values["text"].strip():
        names = fields.get("text") or ", ".join(NAMES["text"])
        return failure(where, f"no text under any of: {names}", "Say where the text is: --fields text=NAME.")
    title = values["title"]
    text = f"{title}\n\n{values['text']}" if title else values["text"]
    marks = [Mark(kind="title", start=0, end=len(title))] if title else []
    marks += [Mark(kind=kind, value=values[field]) for field, kind in _MARKS.items() if values[field]]
    page, sha256 = identity(raw)
    return Page(
        id=page,
        text=text,
        sources=(where,),
        raw_sha256=sha256,
        media="application/json",
        url=values["url"],
        marks=tuple(marks),
    )


def page_of_json(raw: bytes, where: str, fields: Mapping[str, str]) -> Page | Failure:
    """Return the page of one JSON object; its bytes are its identity."""
    try:
        item: Any = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        return failure(where, f"no valid JSON: {error}", "Export the record again as JSON in UTF-8, or leave it out.")
    if not isinstance(item, dict):
        return failure(where, "no JSON object", 'Write records as objects: {"text": ...}.')
    return page_of(item, raw, where, fields)


def failure(where: str, error: str, cure: str = "Mend the record or leave it out.") -> Failure:
    """Return the failure of one record."""
    return Failure(source=where, stage="read", error=error, cure=cure)


def _value(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    found = next((item[name] for name in names if item.get(name) not in (None, "")), "")
    if isinstance(found, str):
        return found.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no character
    if isinstance(found, date):  # a datetime too
        return found.isoformat()
    return str(found) if isinstance(found, int) and not isinstance(found, bool) and abs(found) < 10**18 else ""
