"""Finds who and what a page names: persons, offices, organisations, outlets, states, places, unnamed sources."""

from __future__ import annotations

from takhrij.analyse.holes import Holes
from takhrij.analyse.mentions.coreference import resolve
from takhrij.analyse.mentions.reading import drafts
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import wordbook
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Block, Mention, Page
from takhrij.text import Folded

_KINDS = frozenset(["title", "caption", "byline", "body"])


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Mention, ...]:
    """Return the mentions in the titles, captions, bylines and bodies of articles, left to right, none overlapping.

    A person's span is the name without its title, which stands in `roles`. A title without a name is an office.
    `name` is the fullest form on the page; `refers` never leaves the article but for one name in two of them.
    Words on both sides of a hole, where the page lost a name, are no name.
    """
    tagged = Tagged(page.id, folded, knowledge.built(wordbook))
    blocks, holes = told(sofar), Holes(sofar.holes)
    found = drafts(tagged, blocks, knowledge)
    whole = [d for d in found if not holes.between(d.start, folded.words[max(d.last - 1, d.first)].start)]
    return resolve(tagged, whole, blocks, knowledge)


def told(sofar: Analysis) -> list[Block]:
    """Return the blocks in which names are looked for."""
    return [block for block in sofar.blocks if block.article and block.kind in _KINDS]
