"""The headline that a page prints twice: in the line that was the browser's title, and over its text.

Where the first of the two ends is known to the word, for behind it other things follow there and here.
"""

from __future__ import annotations

from typing import Final

from takhrij.text import Folded

LEAST: Final = 4
"""Words that must come again: fewer are a topic's."""
STARTS: Final = 12
"""Words before the headline: a site's name, a section."""
WITHIN: Final = 260
"""Words in which it comes again, behind menus."""


def repeated(folded: Folded) -> range:
    """Return the words of the headline where it stands first; empty where none comes again.

    The longest stretch counts that begins with the page's first word, or behind a sign or at a line's begin.
    """
    texts, best = folded.texts, range(0)
    stop = min(len(texts), WITHIN)
    for first in range(min(STARTS, len(texts))):
        if first and folded.gap(first - 1, first) == " ":
            continue
        for other in range(first + LEAST, stop):
            if texts[other] == texts[first] and (size := _alike(texts, first, other)) > max(len(best), LEAST - 1):
                best = range(first, first + size)
    return best


def _alike(texts: list[str] | tuple[str, ...], first: int, other: int) -> int:
    size = 0
    while first + size < other and other + size < len(texts) and texts[first + size] == texts[other + size]:
        size += 1
    return size
