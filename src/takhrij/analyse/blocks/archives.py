"""Tells the archive of a diary that shows whole posts from a list of beginnings: its sentences go on from each other.

A heading that says archive stands over both. In a list every line begins a story; in a whole post every third
sentence or so is joined to the one before by a conjunction or a word that a story never begins with.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from takhrij.analyse.blocks import prose, seams
from takhrij.analyse.blocks.lines import Line
from takhrij.analyse.blocks.wordlists import function_words
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded

SENTENCE: Final = 8
"""Words of a line that counts."""
FEWEST: Final = 12
"""Lines that a page of whole posts has at least: fewer do not tell."""
GOES_ON: Final = 0.3
"""Share of them that goes on from the line before; in lists of beginnings it is under .2."""
CUT: Final = 0.15
"""Share of them that may break off."""
JOINED: Final = 3
"""Letters of a word behind its conjunction."""
AND: Final = "وف"


def freed(page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line]) -> list[Line]:
    """Return the lines; where a heading of an archive stands over whole posts, it opens no list any more."""
    heads = [i for i, line in enumerate(lines) if any(cue.row.opens == "teasers" for cue in line.cues)]
    if not heads or not whole(page, folded, knowledge, lines[heads[0] + 1 :]):
        return lines
    return [_no_list(line) if i in heads else line for i, line in enumerate(lines)]


def whole(page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line]) -> bool:
    """Whether the lines are whole posts: many go on from the line before, and few break off."""
    told = [line for line in lines if len(line.words) >= SENTENCE and not line.cues]
    if len(told) < FEWEST:
        return False
    function = knowledge.built(function_words)
    first = [folded.words[line.words.start].text for line in told]
    joined = sum(_joined(word, function) and seams.opens(knowledge, word) <= seams.OPENS for word in first)
    cut = sum(prose.cut_off(page.text[line.start : line.end]) for line in told)
    return joined >= GOES_ON * len(told) and cut <= CUT * len(told)


def _joined(word: str, function: frozenset[str]) -> bool:
    """Whether a sentence that begins with `word` may go on from another: a conjunction is written onto its word."""
    return word in function or (word[0] in AND and len(word) > JOINED)


def _no_list(line: Line) -> Line:
    rows = (
        cue._replace(row=replace(cue.row, kind="chrome", opens="")) if cue.row.opens == "teasers" else cue
        for cue in line.cues
    )
    return line._replace(cues=tuple(rows))
