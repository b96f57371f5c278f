"""RSS and Atom: one page an entry, a feed at most 20 MB.

The entry's HTML is read as the HTML reader reads it, within its limits of depth and tags; HTML that was escaped once
too often (`&lt;p&gt;` inside of CDATA) is unpacked up to twice more. A number
of no character (`&#xD800;`) becomes U+FFFD.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Final

import msgspec

from takhrij.errors import InputError
from takhrij.readers._fields import failure, page_of
from takhrij.readers._markup import visible_text
from takhrij.readers._source import Source
from takhrij.records import Failure, Page

SUFFIXES = (".rss", ".atom", ".xml")
MAX_ESCAPED: Final = 2
_MARKUP: Final = re.compile(r"</(?:p|div|a|b|strong|em|span|h\d|li|ul)>|<br ?/?>|<p>", re.IGNORECASE)
"""A tag that only HTML which was escaped twice leaves in a visible text."""
_NUMBER: Final = re.compile(rb"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_LAST: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page | Failure]:
    """Yield one page an entry; its source is `file:entry`, counted from 1, and its id is of the entry as JSON.

    Raises:
        InputError: for a file without one entry.
    """
    import feedparser  # noqa: PLC0415 - slow to load: only who reads feeds pays

    del fields
    feed = feedparser.parse(io.BytesIO(_NUMBER.sub(_character, source.page())), resolve_relative_uris=False)
    if not feed.entries:
        broken = f": {feed.bozo_exception}" if feed.bozo else ""
        raise InputError(f"no feed with entries{broken}", cure="Save the feed's RSS or Atom file.")
    outlet = feed.feed.get("title", "")
    for number, entry in enumerate(feed.entries, 1):
        where = f"{source.name}:{number}"
        item = _item(entry, outlet)
        if item is None:
            yield failure(where, "markup that cannot be read")
        else:
            yield page_of(item, msgspec.json.encode(item, order="sorted"), where, {})


def _character(reference: re.Match[bytes]) -> bytes:
    """Return a numeric reference as it stands, or that of U+FFFD where no character has its number."""
    digits = (reference[1] or reference[2]).lstrip(b"0")[:8]  # more digits than eight are beyond the last as well
    number = int(digits or b"0", 16 if reference[1] else 10)
    return b"&#xFFFD;" if number > _LAST or number in _SURROGATES else reference[0]


def _item(entry: Any, outlet: str) -> dict[str, str] | None:
    """Return the entry's fields as text, with the longest of its contents, None if that is nested without end."""
    contents = [content.get("value", "") for content in entry.get("content", [])]
    markup = max([*contents, entry.get("summary", "")], key=len)
    try:
        text, title = _text(markup), _text(entry.get("title", ""))
    except InputError:
        return None
    return {
        "text": text,
        "title": " ".join(title.split()),
        "url": entry.get("link", ""),
        "outlet": entry.get("source", {}).get("title", "") or outlet,
        "published": _date(entry.get("published", "") or dict.get(entry, "updated", "")),  # its own get warns
        "author": entry.get("author", ""),
    }


def _text(markup: str) -> str:
    """Return the visible text; where that is markup itself, of that."""
    text = visible_text(markup)
    for _ in range(MAX_ESCAPED):
        if not _MARKUP.search(text):
            break
        text = visible_text(text)
    return text


def _date(written: str) -> str:
    """Return a date of RSS (`Sun, 02 Mar 2025 10:00:00 +0300`) in ISO form and its own zone; others as written."""
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return written
