"""Sentences that recur over the pages of one site are its furniture: a notice, an appeal, a rule for comments.

Where the whole text recurs, it is a page printed again and not furniture; that is for `copies`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.link.keys import Key
from takhrij.records import Analysis, Links, Mask, Sentence, Span, Why
from takhrij.text import domain_of, fold_text

MIN_PAGES: Final = 3
"""Pages of a site that must hold a sentence. Two may be a story and its update."""
MIN_WORDS: Final = 4
"""Shorter sentences recur by chance (وقال الوزير:)."""
MOST_OF_A_PAGE: Final = 0.34
"""Share of a page's sentences that may be furniture. Above it, the page is one printed again."""


class Line(NamedTuple):
    """A sentence of a page, and how many the page has."""

    span: Span
    of: int


def keys(analysis: Analysis, links: Links) -> Iterator[Key]:
    """Yield a key for every sentence of body: the site and the sentence's folded words."""
    del links
    counted: defaultdict[str, int] = defaultdict(int)
    for sentence in analysis.sentences:
        counted[sentence.article] += 1
    outlets = {article.id: article.outlet for article in analysis.articles}
    domain = domain_of(analysis.url)
    for sentence in analysis.sentences:
        site, words = domain or outlets.get(sentence.article, ""), _words(sentence)
        if site and len(words) >= MIN_WORDS:
            digest = hashlib.blake2b(" ".join((site, *words)).encode(), digest_size=12).hexdigest()
            yield Key(digest, Line(sentence.span, counted[sentence.article]))


def _words(sentence: Sentence) -> list[str]:
    return fold_text(sentence.text).split()


def join(value: str, members: Sequence[Line]) -> Iterable[Line]:
    """Yield the lines of one sentence if it recurs over enough pages."""
    del value
    if len({line.span.page for line in members}) >= MIN_PAGES:
        yield from members


def gather(found: Sequence[Line], links: Links) -> Links:
    """Return the links with a mask for every sentence that is furniture of its site."""
    by_page: defaultdict[str, list[Line]] = defaultdict(list)
    for line in found:
        by_page[line.span.page].append(line)
    masks = {}
    for page, lines in by_page.items():
        if len(lines) <= MOST_OF_A_PAGE * max(line.of for line in lines):
            why = (Why(rule="furniture of the site", note="the sentence recurs over other pages of the site"),)
            masks[page] = tuple(Mask(span=span, why=why) for span in sorted({line.span for line in lines}))
    return replace(links, masks={**links.masks, **masks})
