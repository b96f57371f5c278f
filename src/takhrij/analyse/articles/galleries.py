"""Bylines of galleries: who put the pictures together that a site prints behind a story wrote no word of the story.

Dumps run the story, the captions of a gallery about something near it, and that gallery's "writer: name" together.
"""

from __future__ import annotations

from typing import Final

from takhrij.analyse.articles.texts import Text
from takhrij.records import Block, Hop

LEAST: Final = 80
"""Words of a story's own paragraphs: where there are fewer, the gallery is the story."""


def without(text: Text, hops: list[Hop], blocks: tuple[Block, ...]) -> list[Hop]:
    """Return the hops without the writers whom a byline right behind a gallery's captions names."""
    if not any(hop.via == "wrote" for hop in hops):
        return hops
    spans = [b.span for b in _bylines(blocks)]
    if not spans or _told(text) < LEAST:
        return hops
    return [h for h in hops if h.via != "wrote" or h.cue is None or not any(h.cue.within(span) for span in spans)]


def _bylines(blocks: tuple[Block, ...]) -> list[Block]:
    """Bylines before which nothing but furniture parts them from the captions of a gallery."""
    found: list[Block] = []
    behind = False
    for block in blocks:
        if block.kind == "byline":
            found += [block] if behind else []
        elif block.kind == "caption":
            behind = behind or bool(block.why and block.why[0].rule == "gallery")
        elif block.kind in ("title", "body"):
            behind = behind and bool(block.why and block.why[0].rule == "gallery")
    return found


def _told(text: Text) -> int:
    """How many words the story's own paragraphs have."""
    return sum(len(text.folded.between(b.span.start, b.span.end)) for b in text.blocks if b.kind == "body")
