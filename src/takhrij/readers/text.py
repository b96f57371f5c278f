"""Plain text and Markdown: one page a file, at most 20 MB. Any file of no other known form is tried as text.

Encodings: UTF-8, UTF-16 with or without a mark, UTF-32 with one, windows-1256, ISO-8859-6. Markdown is kept as it is
written: its characters are those of the file; what its front matter says (`title`, `date`, `url`, ...) becomes marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from takhrij.readers._bytes import decode, identity
from takhrij.readers._fields import NAMES
from takhrij.readers._source import Source
from takhrij.records import Mark, Page

SUFFIXES = (".txt", ".md", ".text", ".markdown")
_MARKDOWN: Final = (".md", ".markdown")
_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n((?:[^\n]{0,1000}\n){1,50}?)---[ \t]*\r?\n")
_FIELD: Final = re.compile(r"^(\w+):[ \t]*([^\r\n]+)", re.MULTILINE)
_KINDS: Final = {"title": "title", "url": "url", "site": "outlet", "published": "published", "author": "author"}


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page]:
    """Yield the page. `Page.text` is the file's bytes decoded, byte-order mark and line ends kept.

    Raises:
        InputError: when it is no text.
    """
    del fields
    raw = source.page()
    text, encoding = decode(raw)
    marks = _front_matter(text) if source.suffix in _MARKDOWN else ()
    url = next((mark.value for mark in marks if mark.kind == "url"), "")
    page, sha256 = identity(raw)
    yield Page(id=page, text=text, sources=(source.name,), raw_sha256=sha256, encoding=encoding, url=url, marks=marks)


def _front_matter(text: str) -> tuple[Mark, ...]:
    """Return the marks of the lines between two lines of dashes on top; nested values are left out."""
    front = _FRONT.match(text)
    marks = []
    for line in _FIELD.finditer(text, front.start(1), front.end(1)) if front else ():
        kind = next((kind for kind, field in _KINDS.items() if line[1].lower() in NAMES[field]), "")
        value = line[2].strip().strip("\"'").strip()
        if kind and value and (kind != "url" or value.lower().startswith(("http://", "https://"))):
            marks.append(Mark(kind=kind, value=value))
    return tuple(marks)
