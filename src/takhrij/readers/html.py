"""HTML: one page a file, at most 20 MB and 5,000 levels deep. The markup's hints are kept as marks."""

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
