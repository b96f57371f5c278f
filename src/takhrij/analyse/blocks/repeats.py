"""Ends a list of other stories over an article where the headline comes again: what stands under it is the article's.

A menu may call itself news of the day, and a list then goes on down to the text. The headline that the page's top
has shown before is no entry of it.
"""

from __future__ import annotations

from typing import Final

from takhrij.analyse.blocks import prose
from takhrij.analyse.blocks.lines import Line
from takhrij.analyse.blocks.prose import Scored, State
from takhrij.text import Folded

TOP: Final = 60
"""Lines and parts of a page in which its headline comes again."""
LEAST: Final = 4
"""Words of the shortest headline that tells itself from an entry of a menu."""
REACH: Final = 12
"""Lines from it to its text."""
LISTS: Final = ("related", "comment")


def released(folded: Folded, lines: list[Line], scores: list[Scored], states: list[State]) -> list[State]:
    """Return the states of the lines, a list over the text ended where the headline comes again."""
    first = next((i for i, state in enumerate(states) if state == "body"), len(states))
    if not any(state in LISTS for state in states[: min(first, TOP)]):
        return states
    shown = [i for i in range(min(first, TOP)) if states[i] in LISTS and _again(folded, lines, i)]
    if not shown:
        return states
    last = shown[-1]
    again: list[State] = [*states[:last], "other", *prose.states(scores[last + 1 :])]
    return again if "body" in again[last + 1 : last + 1 + REACH] else states


def _again(folded: Folded, lines: list[Line], i: int) -> bool:
    """Whether line `i` has the words of a line above it, and enough of them for a headline."""
    words = lines[i].words
    if len(words) < LEAST:
        return False
    if lines[i].again:
        return any(line.again for line in lines[:i])
    texts = folded.texts[words.start : words.stop]
    return any(folded.texts[line.words.start : line.words.stop] == texts for line in lines[:i])
