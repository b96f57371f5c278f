"""HTML: one page a file, at most 20 MB, 1,000 levels deep, 500,000 tags, 2,000 attributes a tag.

What would make a parser hang is refused before it is parsed: at most 2,000 tags open at once, and few formatting tags
left open in a page of many tags. The markup's hints are kept as marks: title, headings, captions, menus, asides,
footers, times, and what meta tags, OpenGraph, JSON-LD articles and the canonical address say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from takhrij.readers._markup import page_of_html
from takhrij.readers._source import Source
from takhrij.records import Page

SUFFIXES = (".html", ".htm", ".xhtml")


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page]:
    """Yield the page.

    Raises:
        InputError: when it is no text, has no visible text, or is nested too deeply.
    """
    del fields
    yield page_of_html(source.page(), source.name)
