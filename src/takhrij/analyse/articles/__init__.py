"""The articles of a page: each with its title, the outlet that publishes it here, and the credits that it gives.

`blocks` has found the titles; a title after running text begins the next article. The page's own name is believed
before a dateline; where a page holds several articles, each one's own name line or source line comes first.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.analyse import outlets
from takhrij.analyse.articles import credits as owned
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, Hop, Page, Span, Why, identify
from takhrij.text import Folded

_OWN: Final = ("title", "byline", "caption", "body")
ABOVE: Final = 5
"""Lines over a headline in which its own name line or stamp may stand."""
_NAME_LINE: Final = re.compile(r"^\W{0,4}([^:：]{2,30}?) ?[:：] ?-?$")


class Owner(NamedTuple):
    name: str
    span: Span | None
    why: Why


def find(
    page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge
) -> tuple[tuple[Article, ...], tuple[Block, ...]]:
    """Return the articles in reading order, and all blocks with the article that each belongs to.

    A page without running text has no article. Promos, lists, forms and furniture belong to none.
    """
    groups = _groups(sofar.blocks)
    site = outlets.site(page, folded, sofar.blocks, knowledge) if groups else None
    owner_of: dict[int, str] = {}
    found = []
    for group in groups:
        blocks = tuple(sofar.blocks[i] for i in group)
        span = Span(page=page.id, start=blocks[0].span.start, end=max(b.span.end for b in blocks))
        text = owned.Text(page, folded, knowledge, blocks)
        article = _article(text, span, site, len(groups) > 1)
        owner_of.update(dict.fromkeys(group, article.id))
        found.append(article)
    marked = tuple(replace(b, article=owner_of.get(i, "")) for i, b in enumerate(sofar.blocks))
    return tuple(found), marked


def _groups(blocks: tuple[Block, ...]) -> list[list[int]]:
    """Indices of each article's blocks: a title after running text begins the next, with the bylines over it."""
    groups: list[list[int]] = []
    pending: list[int] = []
    body_seen = False
    for i, block in enumerate(blocks):
        if block.kind == "title" and (body_seen or not groups):
            groups.append([*(k for k in pending if i - k <= ABOVE), i])
            pending, body_seen = [], False
        elif block.kind == "body":
            if not groups:
                groups.append([k for k in pending if i - k <= ABOVE])
                pending = []
            groups[-1].append(i)
            body_seen = True
        elif block.kind in _OWN:
            (groups[-1] if groups else pending).append(i)
    return [g for g in groups if any(blocks[i].kind == "body" for i in g)]


def _article(text: owned.Text, span: Span, site: outlets.Site | None, several: bool) -> Article:
    lines, head = owned.labelled(text), owned.dateline(text)
    owner = _owner(text, site, lines, head, several)
    hops = _once([*lines, *head, *owned.signed(text), *owned.retold(text)], owner.name if owner else "")
    titles = [b for b in text.blocks if b.kind == "title" and b.why and b.why[0].rule != "standfirst"]
    why = [*([titles[0].why[0]] if titles else []), *([owner.why] if owner else [Why(rule="no outlet named")])]
    return Article(
        id=identify("article", span),
        span=span,
        title=titles[0].span if titles else None,
        outlet=owner.name if owner else "",
        outlet_span=owner.span if owner else None,
        credits=hops,
        why=tuple(why),
    )


def _owner(
    text: owned.Text, site: outlets.Site | None, lines: list[Hop], head: list[Hop], several: bool
) -> Owner | None:
    """Whose article this is here: its own name line, the page's name, its dateline, its source line, in that order.

    Where a page holds several articles, the page's name says least of all.
    """
    above = _name_line(text)
    own = [above] if above else []
    named = [Owner(h.name, h.cue, Why(rule="dateline", rests_on=(h.cue,) if h.cue else ())) for h in head[:1]]
    sources = [Owner(h.name, h.cue, Why(rule="source line", rests_on=(h.cue,) if h.cue else ())) for h in lines[-1:]]
    page = [Owner(site.name, site.span, site.why)] if site else []
    order = [*own, *named, *sources, *page] if several else [*own, *page, *named, *sources]
    return order[0] if order else None


def _name_line(text: owned.Text) -> Owner | None:
    """A line over the headline that is a known outlet's name and a colon."""
    for block in text.blocks:
        if block.kind == "title":
            return None
        match = _NAME_LINE.match(text.raw(block)) if block.kind == "byline" else None
        if match and (outlet := outlets.named(match.group(1), text.knowledge)):
            start = block.span.start + match.start(1)
            span = text.span(start, start + len(match.group(1)))
            return Owner(outlet.name, span, Why(rule="a name line over the headline", rests_on=(span,)))
    return None


def _once(hops: list[Hop], owner: str) -> tuple[Hop, ...]:
    """The hops without the outlet itself and without repeats."""
    seen = {owner}
    kept = []
    for hop in hops:
        if hop.name not in seen:
            seen.add(hop.name)
            kept.append(hop)
    return tuple(kept)
