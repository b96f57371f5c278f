"""What the search for credits looks at: a page and the blocks of one article."""

from __future__ import annotations

from typing import Final, NamedTuple

from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.records import Block, Page, Span
from takhrij.text import Folded, fold_text, fold_words

DATELINE: Final = 9
"""Most words of a dateline: a town with its state, a day, an agency, a correspondent."""


_SIGNS: Final = tuple("-–—/|:")


class Text(NamedTuple):
    """`blocks` are the article's own, in order; `near` also what stands between, over and right behind them.

    `later` are the bylines farther behind the last article of a page, `own` is the page's own name, if it says one.
    """

    page: Page
    folded: Folded
    knowledge: Knowledge
    blocks: tuple[Block, ...]
    near: tuple[Block, ...] = ()
    later: tuple[Block, ...] = ()
    own: str = ""

    @property
    def first(self) -> int:
        """Where the first paragraph begins."""
        return next((b.span.start for b in self.blocks if b.kind == "body"), 0)

    @property
    def last(self) -> int:
        """Where the last paragraph begins."""
        return next((b.span.start for b in reversed(self.blocks) if b.kind == "body"), 0)

    @property
    def own_words(self) -> list[str]:
        """The folded words of the page's own name."""
        return self.knowledge.built(_names)[self.own]

    def opening(self) -> tuple[int, int] | None:
        """Return where the first paragraph begins and ends, with the few words cut off before it on its line."""
        body = next((b for b in self.blocks if b.kind == "body"), None)
        if body is None:
            return None
        start = body.span.start
        for block in reversed([b for b in self.near if b.span.end <= start and b.kind != "title"]):
            gap = self.page.text[block.span.end : start]
            words = self.folded.between(block.span.start, start)
            signed = gap.strip(" \xa0") or self.raw(block).rstrip()[-1:] in _SIGNS
            if "\n" in gap or not signed or len(words) > DATELINE:
                break
            start = block.span.start
        return start, body.span.end

    def tells_of(self, name: str) -> bool:
        """Whether headline or first paragraphs have the word: who is named there is whom the article is about."""
        told = [b for b in self.blocks if b.kind == "title"][:2] + [b for b in self.blocks if b.kind == "body"][:2]
        word = fold_text(name)
        return any(word == self.folded.texts[i] for b in told for i in self.folded.between(b.span.start, b.span.end))

    def raw(self, block: Block) -> str:
        return self.page.text[block.span.start : block.span.end]

    def span(self, start: int, end: int) -> Span:
        return Span(page=self.page.id, start=start, end=end)


def _names(_knowledge: Knowledge) -> PerWord[list[str]]:
    """Build the look-up of the folded words of sites' names."""
    return PerWord(fold_words)
