"""Knows the pages that list stories by their beginnings: each cut off after the same length, or behind its own stamp.

What a site cuts by machine it cuts evenly; a writer's dots stand anywhere. So no word of the text has to be known.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import Final

from takhrij.analyse.blocks.lines import Line
from takhrij.analyse.blocks.stamps import runs
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded

FEWEST: Final = 4
"""Beginnings in a list; three on a page that holds nothing else."""
SHORTEST, LONGEST = 60, 900
"""Characters of a beginning."""
EVEN: Final = 0.75
"""Share of the beginnings whose length is near the middle one's: from half of it to 1.6 times it."""
STAMPED_EVEN: Final = 0.5
"""The same where each stands behind a stamp, which tells more than dots."""
COVERED: Final = 0.6
"""Share of the text, from the first beginning on, that ends in dots."""
OTHER: Final = 0.5
"""A gallery says its headline with its dots again and again: at most this share may have the same before the dots."""
_DOTS: Final = re.compile(r"[.…](?:(?<=…)| ?(?:\. ?){2,})")  # its first sign first: so it is found fast
_CLOCK: Final = re.compile(r"\d{1,2} ?[:٫] ?\d{2}")
_SAME: Final = 12
"""Characters before the dots that tell whether they are the same words."""


def cut_evenly(page: Page, lines: list[Line]) -> tuple[int, str] | None:
    """Return the line from which on a page only lists the beginnings of stories, and the reason; None on others."""
    dotted = any(sign in page.text for sign in ("…", "..", ". ."))  # a quick look
    dots = [match.span() for match in _DOTS.finditer(page.text)] if dotted else []
    if len(dots) < FEWEST - 1:
        return None
    sizes = [start - behind for (_, behind), (start, _) in pairwise([(0, 0), *dots])]
    middle = median(sizes)
    begin = 0
    if sizes[0] > 2 * middle:  # something stands before the list
        floor = dots[0][0] - int(1.6 * middle)
        begin = next((i for i, line in enumerate(lines) if line.start >= floor), len(lines))
        dots, sizes = dots[begin > 0 :], sizes[begin > 0 :]
    if begin == len(lines) or len(dots) < FEWEST - (begin == 0):
        return None
    if not even(sizes, len(page.text) - lines[begin].start, EVEN):
        return None
    before = Counter(page.text[max(start - _SAME, 0) : start] for start, _ in dots)
    if max(before.values()) > OTHER * len(dots) + 1:
        return None
    return begin, f"{len(dots)} beginnings of stories, each cut off after about {int(middle)} characters"


def stamped(page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line]) -> tuple[int, str] | None:
    """Return the line from which on a page only lists stories, each under its own date and hour, and the reason.

    The days of a chronicle have no hours.
    """
    if page.text.count(":") + page.text.count("٫") < FEWEST or len(_CLOCK.findall(page.text)) < FEWEST:
        return None
    found = [
        (folded.words[first].start, folded.words[stop - 1].end)
        for line in lines
        for first, stop in runs(folded, knowledge, line.words)
    ]
    clocked = [span for span in found if _CLOCK.search(page.text, *span)]
    if len(clocked) < max(FEWEST, COVERED * len(found)):
        return None
    sizes = [start - end for (_, end), (start, _) in pairwise([*clocked, (len(page.text), len(page.text))])]
    begin = next(i for i, line in enumerate(lines) if line.end >= clocked[0][1])
    if not even(sizes, len(page.text) - lines[begin].start, STAMPED_EVEN):
        return None
    return begin, f"{len(clocked)} beginnings of stories, each behind its own date and hour"


def even(sizes: list[int], whole: int, share: float) -> bool:
    """Return whether beginnings of these sizes are most of a text of `whole` characters and near each other's."""
    middle = median(sizes)
    covered = sum(size for size in sizes if SHORTEST <= size <= LONGEST)
    even = sum(middle / 2 <= size <= 1.6 * middle for size in sizes)
    return covered >= COVERED * whole and even >= share * len(sizes)
