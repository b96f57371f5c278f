"""MHTML, as browsers save a page with its pictures in one file: the page of its first HTML part. At most 20 MB.

Parts lie in one another at most 20 deep.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from typing import Final

from msgspec.structs import replace

from takhrij.errors import InputError
from takhrij.readers._bytes import identity
from takhrij.readers._markup import page_of_html
from takhrij.readers._source import Source
from takhrij.records import Page

SUFFIXES = (".mhtml", ".mht")
MAX_PARTS: Final = 20
_CURE: Final = "Save the page again, as HTML."


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page]:
    """Yield the page. Its id is that of the file; its address is the canonical one, or where it was saved from.

    Raises:
        InputError: when there is no HTML part, or as the HTML reader does.
    """
    del fields
    content = source.page()
    if content.lower().count(b"\ncontent-type: multipart/") > MAX_PARTS:
        raise InputError(f"more than {MAX_PARTS} parts in one another", cure=_CURE)
    try:
        part = _html(message_from_bytes(content, policy=policy.compat32))
        payload = part.get_payload(decode=True) if part is not None else None
    except (MessageError, RecursionError, LookupError, ValueError) as error:
        raise InputError(f"broken MHTML: {error}", cure=_CURE) from error
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        raise InputError("no HTML in this MHTML", cure=_CURE)
    page = page_of_html(payload, source.name, str(part.get_content_charset() or ""))
    number, sha256 = identity(content)
    saved = str(part["Content-Location"] or "").strip()
    url = page.url or (saved if saved.lower().startswith(("http://", "https://")) else "")
    yield replace(page, id=number, raw_sha256=sha256, url=url)


def _html(message: Message) -> Message | None:
    return next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
