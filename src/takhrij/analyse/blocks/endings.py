"""Finds where an article ends and a list of other stories goes on, though nothing parts the two.

What `stories` weighs of a whole page is weighed here of what stands behind a word at which another story begins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from takhrij.analyse.blocks import stories
from takhrij.analyse.blocks.lines import Line
from takhrij.analyse.blocks.prose import State
from takhrij.knowledge import Knowledge
from takhrij.text import Folded

APART: Final = 0.15
"""Share of the matter of a page's last words that the text before has too: with more of it no list ends the page."""
LAST: Final = 40
"""Words of the page's last lines that are compared with the text before."""
COMMON: Final = 10.0
"""Log odds that matter in common takes from a list: of 700 pages without a label three end in one so, all rightly."""
LEAST: Final = -0.3
"""Log odds left from which the end of a page is a list."""
REACH: Final = 3000
"""Words of the longest text that is looked at."""


def find(folded: Folded, knowledge: Knowledge, lines: list[Line], states: Sequence[State]) -> tuple[int, str] | None:
    """Return the line from which on the end of the text is a list of stories, and the reason; None without one."""
    body = [i for i, state in enumerate(states) if state == "body"]
    parts = [lines[i].words for i in body]
    ends = list(accumulate(map(len, parts)))
    if len(body) < 2 or not knowledge.language.listings or not 2 * stories.FEWEST <= ends[-1] <= REACH:
        return None
    last = max(1, bisect_right(ends, ends[-1] - LAST))
    if stories.shared(folded, knowledge, parts[:last], parts[last:]) >= APART:
        return None
    for k in _places(folded, knowledge, parts, ends):
        shared = stories.shared(folded, knowledge, parts[:k], parts[k:])
        value = stories.value(folded, knowledge, parts[k:])
        if value - COMMON * shared >= LEAST:
            return body[k], f"the end of the text is other stories; {value:+.1f}"
    return None


def _places(folded: Folded, knowledge: Knowledge, parts: list[range], ends: list[int]) -> Iterator[int]:
    """Yield the parts of the second half in which another story begins, and those after them, in order."""
    half = ends[-1] // 2
    begun = stories.begun(stories.told(folded, knowledge, parts, REACH), knowledge, half)
    for k in sorted({bisect_right(ends, word) + step for word in begun for step in (0, 1)}):
        if 0 < k < len(parts) and ends[k - 1] >= half and ends[-1] - ends[k - 1] >= stories.FEWEST:
            yield k
