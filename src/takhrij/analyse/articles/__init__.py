"""The articles of a page: each with its title, the outlet that publishes it here, and the credits that it gives.

`blocks` has found the titles; a title after running text begins the next article. The page's own name is believed
before a dateline; where a page holds several articles, each one's own name line or source line comes first.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.analyse import outlets
from takhrij.analyse.articles import (
    closings,
    galleries,
    heads,
    houses,
    interviews,
    parts,
    reporters,
    retellings,
    signoffs,
    sourcelines,
    unsigned,
)
from takhrij.analyse.articles import credits as owned
from takhrij.analyse.articles.texts import Text
from takhrij.analyse.outletnames import carriers_of
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, Hop, Page, Span, Why, identify
from takhrij.text import Folded, fold_text

_OWN: Final = ("title", "byline", "caption", "body")
OVER: Final = 2
BEHIND: Final = 3
"""Lines right over and right behind an article that may still say whose it is."""
ABOVE: Final = 5
"""Lines over a headline in which its own name line or stamp may stand."""
SURE: Final = 2.0
"""Weight of the page's own name from which it is believed before a line that names a house and a town."""
_SITE_BEHIND: Final = re.compile(r"(?<=\S) +[-–—|] +([^-–—|:]{3,30}?)[ |]*$")
"""What a page's title ends with behind a dash: the site's name, or something of the story's own."""
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
        near, later = _near(sofar.blocks, group, groups), _later(sofar.blocks, groups)
        text = Text(page, folded, knowledge, blocks, near, later, site.name if site else "")
        article = _article(text, span, site, sofar.blocks, len(groups) > 1)
        owner_of.update(dict.fromkeys(group, article.id))
        found.append(article)
    marked = tuple(replace(b, article=owner_of.get(i, "")) for i, b in enumerate(sofar.blocks))
    return tuple(found), marked


def _groups(blocks: tuple[Block, ...]) -> list[list[int]]:
    """Indices of each article's blocks: a title after running text begins the next, with the bylines over it.

    A gallery amid or under a text is a story of its own, and so are the bylines behind it; the text may go on.
    """
    groups: list[list[int]] = []
    pending: list[int] = []
    body_seen = shown = False
    for i, block in enumerate(blocks):
        if body_seen and block.why and block.why[0].rule == "gallery":
            shown = True
        elif block.kind == "title" and (body_seen or not groups):
            groups.append([*(k for k in pending if i - k <= ABOVE), i])
            pending, body_seen, shown = [], False, False
        elif block.kind == "body":
            if not groups:
                groups.append([k for k in pending if i - k <= ABOVE])
                pending = []
            groups[-1].append(i)
            body_seen, shown = True, False
        elif block.kind in _OWN and not shown:
            (groups[-1] if groups else pending).append(i)
    return [g for g in groups if any(blocks[i].kind == "body" for i in g)]


def _near(blocks: tuple[Block, ...], group: list[int], groups: list[list[int]]) -> tuple[Block, ...]:
    """What stands between the article's blocks, right over and right behind them, without other articles'."""
    others = {i for other in groups if other is not group for i in other}
    first, last = max(0, group[0] - OVER), min(len(blocks), group[-1] + BEHIND + 1)
    stop = next((i for i in range(group[-1] + 1, last) if i in others), last)
    start = next((i + 1 for i in range(group[0] - 1, first - 1, -1) if i in others), first)
    return tuple(blocks[i] for i in range(start, stop) if i not in others and blocks[i].kind != "related")


def _later(blocks: tuple[Block, ...], groups: list[list[int]]) -> tuple[Block, ...]:
    """Bylines far behind the one article of a page: "the writer" may stand under its buttons."""
    bylines = (b for b in blocks[groups[0][-1] + BEHIND + 1 :] if b.kind == "byline")
    return tuple(bylines) if len(groups) == 1 else ()


def _article(text: Text, span: Span, site: outlets.Site | None, every: tuple[Block, ...], several: bool) -> Article:
    lines, head = galleries.without(text, owned.labelled(text), every), owned.dateline(text)
    owner = _owner(text, site, lines, head, several)
    lines += [hop for hop in owned.amid(text) if hop.name not in {line.name for line in lines}]
    sources = sourcelines.find(text)
    ends = galleries.without(text, list(closings.find(text)), every)
    persons = [hop for hop in sources if hop.via == "wrote"]
    signed = [hop for hop in ends if hop.via == "wrote"][:1]
    if not any(hop.via == "wrote" for hop in (*lines, *persons)):
        persons = galleries.without(text, list(reporters.find(text)), every) or signed or list(unsigned.find(text))
    else:
        persons += reporters.correspondents(text)
    told = [*lines, *persons, *head, *heads.find(text), *sources, *signoffs.find(text)]
    told += [*reporters.preparers(text), *(hop for hop in ends if hop.via != "wrote"), *retellings.retold(text)]
    own = owner.name if owner else ""
    if not any(hop.kind == "outlet" and hop.name != own for hop in told):
        told += interviews.find(text)
    hops = _once(told, own, text.knowledge)
    titles = [b for b in text.blocks if b.kind == "title" and b.why and b.why[0].rule != "standfirst"]
    titles.sort(key=lambda b: b.why[0].rule != "headline")
    why = [*([titles[0].why[0]] if titles else []), *([owner.why] if owner else [Why(rule="no outlet named")])]
    return Article(
        id=identify("article", span),
        span=span,
        title=_headline(text, titles[0].span, site) if titles else None,
        outlet=owner.name if owner else "",
        outlet_span=owner.span if owner else None,
        standfirst=parts.standfirst(text),
        byline=parts.byline(text, told),
        dateline=parts.dateline(text),
        credits=hops,
        why=tuple(why),
    )


def _headline(text: Text, span: Span, site: outlets.Site | None) -> Span:
    """Return a title without the name of the site or of an outlet that a page's title has behind a dash."""
    found = _SITE_BEHIND.search(text.page.text, span.start, span.end)
    if found is None:
        return span
    own = site is not None and fold_text(site.name) == fold_text(found[1])
    return replace(span, end=found.start()) if own or outlets.named(found[1], text.knowledge) else span


def _owner(text: Text, site: outlets.Site | None, lines: list[Hop], head: list[Hop], several: bool) -> Owner | None:
    """Whose article this is here: its own name line, the page's name, its dateline, its source line, in that order.

    Where a page holds several articles, the page's name says least of all. Where it holds one, an agency named before
    or behind it wrote what is printed here, and so did a paper alone in a source line; of several the house is first.
    """
    above = _name_line(text)
    own = [above] if above else []
    taken = [h for h in lines if h.via != "wrote"]
    if several:
        taken = taken[-1:]
    else:
        papers = [h for h in taken if not _is_agency(h, text)]
        head, taken = [h for h in head if not _is_agency(h, text)], papers[:1] if len(taken) > 1 else []
    named = [Owner(h.name, h.cue, Why(rule="dateline", rests_on=(h.cue,) if h.cue else ())) for h in head[:1]]
    sources = [Owner(h.name, h.cue, Why(rule="source line", rests_on=(h.cue,) if h.cue else ())) for h in taken]
    page = [Owner(site.name, site.span, site.why)] if site else []
    house = next(houses.find(text), None)
    line = [Owner(h.name, h.cue, Why(rule="dateline", rests_on=(h.cue,) if h.cue else ())) for h in [house] if h]
    weak = line if site is None or site.weight < SURE else []
    order = [*own, *named, *sources, *weak, *page] if several else [*own, *weak, *page, *named, *sources, *line]
    return order[0] if order else None


def _is_agency(hop: Hop, text: Text) -> bool:
    outlet = outlets.named(hop.name, text.knowledge)
    return hop.kind == "unnamed" or (outlet is not None and outlet.kind in ("agency", "official"))


def _name_line(text: Text) -> Owner | None:
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


def _once(hops: list[Hop], owner: str, knowledge: Knowledge) -> tuple[Hop, ...]:
    """The hops without the outlet itself, by any form of its name, and without repeats."""
    seen = {owner}
    kept = []
    bare = _bare(owner, knowledge)
    for hop in hops:
        own = hop.kind == "outlet" and f"{bare} ".startswith(f"{_bare(hop.name, knowledge)} ")
        if hop.name not in seen and not own:
            seen.add(hop.name)
            kept.append(hop)
    return tuple(hop for hop in kept if not any(_is_cut(hop, other) for other in kept))


def _is_cut(hop: Hop, other: Hop) -> bool:
    """Whether a writer's name is the beginning of the other, read at the same place."""
    if hop.via != "wrote" or other.via != "wrote" or hop is other or hop.cue is None or other.cue is None:
        return False
    return hop.cue.start == other.cue.start and other.name.startswith(f"{hop.name} ")


def _bare(name: str, knowledge: Knowledge) -> str:
    """The folded name without "paper", "site" and the like before it."""
    words, carriers = fold_text(name).split(), knowledge.built(carriers_of)
    return " ".join(words[1:] if len(words) > 1 and words[0] in carriers else words)
