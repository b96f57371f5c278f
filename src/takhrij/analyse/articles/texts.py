"""What the search for credits looks at: a page and the blocks of one article."""

from __future__ import annotations

from typing import NamedTuple

from takhrij.knowledge import Knowledge
from takhrij.records import Block, Page, Span
from takhrij.text import Folded


class Text(NamedTuple):
    """`blocks` are the article's own; `near` also what stands between them, right over them and right behind them."""

    page: Page
    folded: Folded
    knowledge: Knowledge
    blocks: tuple[Block, ...]
    near: tuple[Block, ...] = ()

    @property
    def last(self) -> int:
        """Where the last paragraph begins."""
        return max((b.span.start for b in self.blocks if b.kind == "body"), default=0)

    def raw(self, block: Block) -> str:
        return self.page.text[block.span.start : block.span.end]

    def span(self, start: int, end: int) -> Span:
        return Span(page=self.page.id, start=start, end=end)
