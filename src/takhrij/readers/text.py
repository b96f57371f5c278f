"""Plain text and Markdown: one page a file, at most 20 MB. Any file of no other known form is tried as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from takhrij.readers._bytes import decode, identity, read_bytes
from takhrij.records import Page

SUFFIXES = (".txt", ".md", ".text")


def read(path: Path, source: str) -> Iterator[Page]:
    """Yield the page. `Page.text` is the file's bytes decoded, byte-order mark and line ends kept."""
    raw = read_bytes(path)
    text, encoding = decode(raw)
    page, sha256 = identity(raw)
    yield Page(id=page, text=text, sources=(source,), raw_sha256=sha256, encoding=encoding)
