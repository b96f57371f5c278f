"""What a page's top shows again: its headline under a list of other stories, and the text's beginning over the text.

A menu may call itself news of the day, and a list then goes on down to the text. The headline that the page's top
has shown before is no entry of it. An excerpt of the text, which many pages print over it, is a standfirst.
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
EXCERPT: Final = 15
"""Words of the shortest excerpt."""
BEHIND: Final = 3
"""Lines of text in which the words of an excerpt come again."""
RUN: Final = 3
"""Words in a row that come again together."""
SAME: Final = 0.9
"""Share of an excerpt's runs that do: it may be cut in mid-word, or want a dateline."""
MOST: Final = 0.5
"""Share of the text's words that its excerpts are at most: more of them are a text that is printed twice."""


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


def without_excerpts(folded: Folded, lines: list[Line], states: list[State]) -> list[State]:
    """Return the states without the first lines of the text that all stand again in the lines right behind them."""
    body = [i for i, state in enumerate(states) if state == "body"]
    last = 0
    while last < len(body) and _stands_again(
        folded, lines[body[last]], [lines[i] for i in body[last + 1 :][:BEHIND]]
    ):
        last += 1
    sizes = [len(lines[i].words) for i in body]
    if not last or sum(sizes[:last]) > MOST * sum(sizes):
        return states
    shown = set(body[:last])
    return ["other" if i in shown else state for i, state in enumerate(states)]


def _stands_again(folded: Folded, line: Line, behind: list[Line]) -> bool:
    """Whether one of the lines `behind`, a longer one, has nearly all words of `line`, in their order."""
    if len(line.words) < EXCERPT:
        return False
    own = _runs(folded, line)
    return any(
        len(other.words) > len(line.words)
        and folded.texts[line.words[RUN]] in folded.texts[other.words.start : other.words.stop]
        and len(own & _runs(folded, other)) >= SAME * len(own)
        for other in behind
    )


def _runs(folded: Folded, line: Line) -> set[tuple[str, ...]]:
    texts = folded.texts[line.words.start : line.words.stop]
    return set(zip(*(texts[k:] for k in range(RUN)), strict=False))
