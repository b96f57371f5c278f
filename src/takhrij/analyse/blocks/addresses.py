"""Where a page's text spells the headline that its address spells too (.../مدينة-تفتح-جسرها/...).

The address is the site's own word for what the headline is, so a line that runs on behind it is cut there.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import quote, unquote

from takhrij.records import Page
from takhrij.text import Folded, fold

FEWEST: Final = 4
"""Words of an address that a headline is known by."""
MOST_OF: Final = 0.6
"""Share of the address's words that stand in a row: signs and marks may have been lost from it."""
REACH: Final = 400
"""Words of a page in which its headline stands, behind menus."""
LIMIT: Final = 200
"""Characters, as addresses write them, after which a common program of news sites cuts a headline off."""
_JOINS: Final = re.compile(r"[-_+]|\.\w{2,5}$")
_SCRIPT: Final = re.compile(r"[ء-ي]{2}")


class Spelled(NamedTuple):
    """A headline's words on the page: from `start` on, and up to `end` if it is `whole`."""

    start: int
    end: int
    whole: bool


def find(page: Page, folded: Folded) -> tuple[Spelled, ...]:
    """Return where the headline that the page's address spells stands on the page, in order."""
    address = page.url or next((m.value for m in page.marks if m.kind == "url"), "")
    if "%" not in address and not _SCRIPT.search(address):
        return ()
    steps = [unquote(step) for step in address.split("?", 1)[0].split("/")[3:]]
    step = max((step for step in steps if _SCRIPT.search(step)), key=len, default="")
    words = fold(_JOINS.sub(" ", step)).texts
    least = len(words)
    while least and (words[least - 1].isdigit() or words[least - 1].isascii()):
        least -= 1  # the article's number
    if least < FEWEST:
        return ()
    runs = [(i, _run(folded, i, words)) for i, text in enumerate(folded.texts[:REACH]) if text == words[0]]
    most = max((size for _, size in runs), default=0)
    if most < max(FEWEST, MOST_OF * least):
        return ()
    size = len(quote(step))
    return tuple(Spelled(i, i + k, k >= least and _ended(folded, i + k, size)) for i, k in runs if k == most)


def _run(folded: Folded, at: int, words: list[str]) -> int:
    texts = folded.texts
    return next((k for k, word in enumerate(words) if texts[at + k : at + k + 1] != [word]), len(words))


def _ended(folded: Folded, end: int, size: int) -> bool:
    """Whether an address so long ends where its headline does: the next word would have had room in it, too."""
    if end >= len(folded.words):
        return True
    word = folded.raw[folded.words[end].start : folded.words[end].end]
    return size > LIMIT or size + 1 + len(quote(word)) <= LIMIT
