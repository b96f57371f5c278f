"""WARC and WET, also gzipped and of many members: one page a record that holds HTML or text, at most 20 MB.

Pictures, scripts, redirections and error pages (any HTTP status but 200 to 299) are passed over. All records together
may unpack to 4 GB and to 200 times the file's size. After a broken record, or a page that promises more than the file
holds, reading goes on at the next one that begins cleanly; each break is one `Failure` that names the byte where it
begins (`a.warc@372`), and so is an end within a record; zeros and blanks between records or behind them are
none. After 200 MB without a clean record, the rest is left.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from msgspec.structs import replace

from takhrij.errors import InputError
from takhrij.readers._bytes import decode, identity
from takhrij.readers._fields import failure
from takhrij.readers._markup import page_of_html
from takhrij.readers._source import MAX_BYTES, Source
from takhrij.records import Failure, Page

SUFFIXES = (".warc", ".wet")
_HTML: Final = ("text/html", "application/xhtml+xml")
_KINDS: Final = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
MAX_GAP: Final = 200_000_000
_PIECE: Final = 1 << 20
_HEADER: Final = 1 << 16
"""Longest header of a record that is looked at to tell where the record ends, in bytes."""
_PACKED: Final = (b"\x1f\x8b\x08",)
_PLAIN: Final = (b"WARC/1.0\r\n", b"WARC/1.1\r\n")
_LENGTH: Final = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)[ \t]*\r\n", re.IGNORECASE)
_FILLING: Final = b"\0\r\n \t"


class _CutOffError(Exception):
    """A record at this address is shorter than it promises; what it swallowed may hold whole ones."""


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page | Failure]:
    """Yield the pages in the file's order; a page's source and url are the address that it was captured from."""
    del fields
    with source.raw() as stream:
        if not (first := stream.read(4)):
            raise InputError("the file is empty", cure="Fetch it again, or leave it out.")
        signs = next((signs for signs in (_PACKED, _PLAIN) if first.startswith(signs[0][:3])), _PACKED + _PLAIN)
        start: int | None = 0
        while start is not None:
            stream.seek(start)
            at, whole, promised = start, False, 0
            try:
                for record in _records(stream):
                    at, whole, promised = record.stream_pos, False, record.content_length
                    if record.record_type & _KINDS:
                        source.allowance.spend(record.content_length)
                        yield from _page(record, source.name)
                    whole = True
            except _CutOffError as error:
                yield failure(str(error), "the record is cut off", "Capture the page again.")
                start = _next_start(stream, at + 1, signs)
            except OSError as error:
                end = _end(stream, at) if whole else None
                broken = end or at
                start = _next_start(stream, at + 1, signs)
                if end and _is_filling(stream, end, start):
                    continue
                if start is not None and start < broken:  # the last record swallowed the head of another
                    broken = at
                yield failure(f"{source.name}@{broken}", f"a broken record: {error}", "Capture the page again.")
            else:
                end = _end(stream, at)
                if stream.read(_HEADER).strip(_FILLING) if end is not None else promised == 0:
                    where = f"{source.name}@{at if end is None else end}"
                    yield failure(where, "the record is cut off", "Capture the page again.")
                return


def _records(stream: BinaryIO) -> ArchiveIterator:
    return ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=True, auto_decode="all")


def _end(stream: BinaryIO, start: int) -> int | None:
    """Return the byte behind the record that begins at `start`, and leave `stream` there; None where none is."""
    stream.seek(start)
    head = stream.read(_HEADER)
    if head.startswith(_PACKED):
        return _end_packed(stream, start)
    parted = head.find(b"\r\n\r\n")
    length = _LENGTH.search(head, 0, parted + 2) if head.startswith(_PLAIN) and parted >= 0 else None
    if length is None:
        return None
    stream.seek(start + parted + len(b"\r\n\r\n") + int(length[1]))
    if stream.read(4) != b"\r\n\r\n":
        return None
    return stream.tell()


def _end_packed(stream: BinaryIO, start: int) -> int | None:
    """Return the byte behind the member of gzip that begins at `start`, and leave `stream` there."""
    stream.seek(start)
    member = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        while piece := stream.read(_HEADER):
            member.decompress(piece)
            if member.eof:
                return stream.seek(stream.tell() - len(member.unused_data))
    except zlib.error:
        return None
    return None


def _is_filling(stream: BinaryIO, start: int, end: int | None) -> bool:
    """Say whether zeros and blanks alone stand between two bytes, or up to the end: some tapes and disks pad so."""
    stream.seek(start)
    while end is None or start < end:
        if not (piece := stream.read(_PIECE if end is None else min(_PIECE, end - start))):
            return True
        if piece.strip(_FILLING):
            return False
        start += len(piece)
    return start == end


def _next_start(stream: BinaryIO, start: int, signs: tuple[bytes, ...]) -> int | None:
    """Return where the next record may begin, at or after `start`; None at the end and after `MAX_GAP` bytes."""
    stream.seek(start)
    position, kept = start, b""
    while position - start < MAX_GAP and (piece := stream.read(_PIECE)):
        window = kept + piece
        found = [window.find(sign) for sign in signs if sign in window]
        if found:
            return position - len(kept) + min(found)
        kept = window[-16:]
        position += len(piece)
    return None


def _page(record: WarcRecord, name: str) -> Iterator[Page | Failure]:
    url = record.headers.get("WARC-Target-URI") or ""
    media = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    http = record.http_headers
    if media not in (*_HTML, "text/plain") or (http is not None and not 200 <= (http.status_code or 200) < 300):
        return
    where = url or f"{name}@{record.stream_pos}"
    promised = record.content_length
    content = record.reader.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        yield failure(where, f"more than {MAX_BYTES // 1_000_000} MB for one page", "Leave the page out.")
        return
    encoded = record.http_headers is not None and record.http_headers.get("Content-Encoding")
    if len(content) < promised and not encoded:
        raise _CutOffError(where)
    try:
        page = _read(content, where, media, record.http_charset or "")
    except InputError as error:
        yield failure(where, str(error), error.cure)
    else:
        yield replace(page, url=page.url or url, fetched=record.headers.get("WARC-Date") or "")


def _read(content: bytes, where: str, media: str, charset: str) -> Page:
    if media in _HTML:
        return page_of_html(content, where, charset)
    text, encoding = decode(content, charset)
    page, sha256 = identity(content)
    return Page(id=page, text=text, sources=(where,), raw_sha256=sha256, encoding=encoding)
