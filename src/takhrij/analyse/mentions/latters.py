"""الأخير as the subject of a verb of saying: the person or office that the article named last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from takhrij.analyse.mentions.drafts import Draft
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.records import Block

RULE = "the one named last"
NEAR = 60
"""So many words may stand between a name and الأخير."""


def drafts(t: Tagged, blocks: Sequence[Block]) -> Iterator[Draft]:
    """Yield الأخير of each block behind a verb of saying, whoever it may be."""
    latter = t.book.said("latter")
    texts = t.folded.texts
    for block in blocks:
        words = t.folded.between(block.span.start, block.span.end)
        if latter.isdisjoint(texts[words.start : words.stop]):
            continue
        for i in words[1:]:
            if texts[i] in latter and t.joined(i) and texts[i - 1] in t.book.reports:
                word = t.words[i]
                yield Draft(block, i, i + 1, word.start, "person", t.clean(word.start, word.end), rule=RULE)


def link(found: Sequence[Draft]) -> None:
    """Point each to the person or office named last; behind an organisation or a source nobody knows who is meant."""
    last: Draft | None = None
    for d in found:
        if d.rule == RULE and last is not None:
            near = last.kind in ("person", "office") and d.first - last.last <= NEAR
            d.to = (last.to or last) if near else None
            d.kind = d.to.kind if d.to else d.kind
        elif d.kind in ("person", "office", "organization", "unnamed"):
            last = d
