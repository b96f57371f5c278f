"""The headline that stands twice or more at a page's beginning: a menu and its text both have it.

Where a page's markup was flattened into one line, its second place shows where the menu ends and the article begins.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from takhrij.analyse.blocks import addresses
from takhrij.analyse.blocks.addresses import Spelled
from takhrij.analyse.blocks.wordlists import function_words, reports
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded

LONG: Final = 16
"""Fewest words of a line that may hold several things."""
REACH: Final = 240
"""Words of a page in which its headline may stand twice."""
OPENING: Final = 60
"""Words of a page in which a repeated headline stands first."""
SAME: Final = 4
"""Fewest words in common that make two headlines one."""
MOST_OF: Final = 0.7
"""Share of a headline's words that a third place repeats: the first two may have the site's name behind it."""
WHOLE: Final = 6
"""Words of a run at the page's very beginning that no sentence says again word by word."""
LEAST: Final = 3
"""A repeated run inside a sentence needs three words more than a headline's fewest to be taken for one."""
SPARE: Final = 9
"""Words that a headline's own line may have beside those that the address spells, which is often cut short."""
CLAUSE: Final = 20
"""Words before a repeated run in which somebody may be told to have said it."""
_SENTENCE: Final = re.compile(r"[ء-ي]{2} ?\.\s")
_COMMA: Final = re.compile(r"[،,]")
_OPENS: Final = re.compile(r"[|»>:\n]|\s[-–—]")


class Head(NamedTuple):
    """What the page's first lines tell: word ranges of the headline where it stands twice or more.

    `named`: where it stands that the page's address spells; nothing else need repeat it.
    """

    titles: tuple[tuple[int, int], ...]
    named: tuple[Spelled, ...] = ()


def head(page: Page, folded: Folded, knowledge: Knowledge) -> Head:
    """Return the headline's places: what is printed twice, or where the page's address spells all of it."""
    repeated, named = _repeated(page, folded, knowledge), addresses.find(page, folded)
    if not named:
        return Head(repeated)
    function = knowledge.built(function_words)
    named = tuple(n for n in named if not _in_sentence(folded, function, n))
    if any(_is_line(folded, n) for n in named):  # nothing is glued here: elsewhere it is a sentence's
        named = tuple(n for n in named if _begins_line(folded, n))
    longest = max((end - start for start, end in repeated), default=0)
    if any(start == n.start and end > n.end for start, end in repeated for n in named):
        return Head(repeated, tuple(n._replace(whole=False) for n in named))  # the address is cut short
    whole = tuple((n.start, n.end) for n in named if n.whole and n.end - n.start > longest)
    return Head(whole or repeated, named)


def _in_sentence(folded: Folded, function: frozenset[str], place: Spelled) -> bool:
    """Whether the headline's words are a sentence's: it leads up to them, or goes on behind a comma.

    So are they behind sentences and a colon: a label there tells what the story was called.
    """
    start, end, _ = place
    before = folded.gap(start - 1, start) if start else ""
    led = before == " " and folded.texts[start - 1] in function
    told = ":" in before and bool(_SENTENCE.search(folded.raw, 0, folded.words[start].start))
    return led or told or (end < len(folded.words) and bool(_COMMA.search(folded.gap(end - 1, end))))


def _begins_line(folded: Folded, place: Spelled) -> bool:
    return place.start == 0 or "\n" in folded.gap(place.start - 1, place.start)


def _is_line(folded: Folded, place: Spelled) -> bool:
    """Whether the headline has a line of its own, in which a few words more stand at most."""
    stop = min(place.end + SPARE, len(folded.words))
    ends = stop == len(folded.words) or any("\n" in folded.gap(i - 1, i) for i in range(place.end, stop + 1))
    return ends and _begins_line(folded, place)


def _repeated(page: Page, folded: Folded, knowledge: Knowledge) -> tuple[tuple[int, int], ...]:
    """Return the longest run of words that the page's beginning repeats; none where there is no such.

    The run begins where a headline may: the page's first word, or behind a bar, a dash or a stop; inside a sentence
    it has to be longer, and behind a function word it is the sentence's own, which says what its headline said.
    Where the page's first line is not glued, only a run that is all of a line counts, where it begins a line.
    """
    texts = folded.texts[:REACH]
    where: dict[tuple[str, ...], list[int]] = {}
    for i, run in enumerate(zip(*(texts[k:] for k in range(SAME)), strict=False)):
        where.setdefault(run, []).append(i)
    if all(len(places) == 1 or places[0] > OPENING for places in where.values()):
        return ()
    ends = _line_ends(page, folded, len(texts))
    clean = min(ends, default=LONG) < LONG
    size, first = _longest(page, folded, where, ends, clean)
    if not size:
        return ()
    function = frozenset() if first == 0 and size >= WHOLE else knowledge.built(function_words)
    found: list[tuple[int, int]] = []
    for place in where[tuple(texts[first : first + SAME])]:
        if (clean and place and place not in ends) or (found and place < found[-1][1]):
            continue
        if place and texts[place - 1] in function and folded.gap(place - 1, place) == " ":
            continue  # a sentence's own words
        if found and reports(_clause(folded, place), knowledge, apart=1):
            continue  # قالت القوات إن مدينة | الجسر ستكون: what somebody said, and no قال إن over a headline
        same = next(
            (k for k in range(size) if texts[place + k : place + k + 1] != texts[first + k : first + k + 1]), size
        )
        if same == size or (same > SAME and same >= MOST_OF * size and not clean):
            found.append((place, place + same))
    return tuple(found)


def _clause(folded: Folded, place: int) -> list[str]:
    """The words before word `place` back to a sign, a few at most."""
    first = place
    while first and place - first < CLAUSE and folded.gap(first - 1, first).isspace():
        first -= 1
    return folded.texts[first:place]


def _longest(
    page: Page, folded: Folded, where: dict[tuple[str, ...], list[int]], ends: frozenset[int], clean: bool
) -> tuple[int, int]:
    """Return how long the longest repeated run is, and its first word; 0 and 0 where none is long enough."""
    texts = folded.texts[:REACH]
    best = (0, 0, 0)
    for places in where.values():
        first = places[0]
        if len(places) == 1 or first > OPENING:
            continue
        bonus = 2 * SAME if first == 0 else SAME if _may_open(page, folded, first) else -SAME
        for other in places[1:]:
            size = SAME
            while other + size < len(texts) and first + size < other and texts[first + size] == texts[other + size]:
                size += 1
            whole = first + size in ends and (first == 0 or first in ends)
            if size + bonus > max(LEAST, best[0]) and (whole or not clean):
                best = (size + bonus, size, first)
    return best[1:]


def _line_ends(page: Page, folded: Folded, count: int) -> frozenset[int]:
    """Which of the first words begin a line, but for the first."""
    words = folded.words
    return frozenset(i for i in range(1, count) if "\n" in page.text[words[i - 1].end : words[i].start])


def _may_open(page: Page, folded: Folded, first: int) -> bool:
    return first == 0 or bool(_OPENS.search(page.text[folded.words[first - 1].end : folded.words[first].start]))
