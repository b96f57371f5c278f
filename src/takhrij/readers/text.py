"""Plain text and Markdown: one page a file, at most 20 MB. Any file of no other known form is tried as text.

Encodings: UTF-8, UTF-16 with or without a mark, UTF-32 with one, windows-1256, ISO-8859-6. Markdown is kept as it is
written: its characters are those of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from takhrij.readers._bytes import decode, identity
from takhrij.readers._source import Source
from takhrij.records import Page

SUFFIXES = (".txt", ".md", ".text")


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page]:
    """Yield the page. `Page.text` is the file's bytes decoded, byte-order mark and line ends kept.

    Raises:
        InputError: when it is no text.
    """
    del fields
    raw = source.page()
    text, encoding = decode(raw)
    page, sha256 = identity(raw)
    yield Page(id=page, text=text, sources=(source.name,), raw_sha256=sha256, encoding=encoding)
