"""Names an outlet: the lexicon of known ones, and who a page belongs to.

A page's own name stands in its markup, address, masthead, footer and title. A known name counts by what stands around
it, for many names are common words (the north, the world, news). Unknown names are read from the forms in which only
names stand: a logo, a copyright line, a line that a page repeats.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit, Lexicon
from takhrij.records import Block, Page, Span, Why
from takhrij.text import Folded, fold_text
from takhrij.world.tables import Outlet

_IMAGE: Final = re.compile(r"https?://([a-z0-9.-]+\.[a-z]{2,})/", re.I)
_TWICE: Final = re.compile(r"^(\w[\w .24]{3,38}\w)\s?\1")
_LOGO: Final = re.compile(r"^(\w[\w .]{2,38}?)\s+logo$", re.I)
_TAIL: Final = re.compile(r"\s[|»~–—-]\s+([^|»~–—-]{3,45})$")
_COPYRIGHT: Final = re.compile(
    r"©\s*(?:\d{4}\s*[-–]?\s*)*\s*([^\W\d_][\w .]{2,38}?)\s*(?:[.،,|©-]|$|\s(?=جميع|كل|كافه|all\b))"
)
_SHARED: Final = frozenset(
    "google facebook twitter youtube instagram telegram whatsapp wp gravatar blogspot wordpress cloudfront amazonaws".split()
)
_WEAK: Final = 1.0


class Site(NamedTuple):
    """Who a page belongs to; `span` is where it says so, None for markup or address."""

    name: str
    span: Span | None
    why: Why
    weight: float


def known(folded: Folded, knowledge: Knowledge, start: int, end: int) -> Iterator[Hit[Outlet]]:
    """Yield the known outlets named from `start` to `end`, left to right."""
    return knowledge.built(_lexicon).find(folded, folded.between(start, end))


def named(text: str, knowledge: Knowledge) -> Outlet | None:
    """Return the outlet whose name or spelling `text` is."""
    return knowledge.built(_names).get(_tidy(text))


def by_address(url: str, knowledge: Knowledge) -> tuple[str, Outlet | None]:
    """Return the address's domain, without "www.", and the outlet that is known to own it or its parent."""
    host = (urlsplit(url if "//" in url else "//" + url).hostname or "").lower()
    for prefix in ("www.", "m.", "amp."):
        host = host.removeprefix(prefix)
    parts, domains = host.split("."), knowledge.built(_domains)
    for k in range(len(parts) - 1):
        if found := domains.get(".".join(parts[k:])):
            return host, found
    return host, None


def site(page: Page, folded: Folded, blocks: tuple[Block, ...], knowledge: Knowledge) -> Site | None:
    """Return whom the page belongs to, None where nothing says it. The heaviest evidence wins, the first of equals."""
    found: defaultdict[str, list[Site]] = defaultdict(list)
    for evidence in (*_markup(page, knowledge), *_furniture(page, folded, blocks, knowledge)):
        found[evidence.name].append(evidence)
    if found:
        name = max(found, key=lambda n: sum(e.weight for e in found[n]))
        total = sum(e.weight for e in found[name])
        if total > _WEAK:
            return max(found[name], key=lambda e: e.weight)._replace(weight=total)
    return _images(page, knowledge)


def _markup(page: Page, knowledge: Knowledge) -> Iterator[Site]:
    for mark in page.marks:
        if mark.kind == "site" and mark.value.strip():
            outlet = named(mark.value, knowledge)
            yield Site(outlet.name if outlet else mark.value.strip(), None, Why(rule="site name in the markup"), 10.0)
    address = page.url or next((m.value for m in page.marks if m.kind == "url"), "")
    if address:
        host, outlet = by_address(address, knowledge)
        if host:
            why = Why(rule="the page's address", note=host)
            yield Site(outlet.name if outlet else host, None, why, 8.0 if outlet else 1.5)


def _furniture(page: Page, folded: Folded, blocks: tuple[Block, ...], knowledge: Knowledge) -> Iterator[Site]:
    for block in blocks:
        if block.kind not in ("chrome", "comment", "title"):
            continue
        raw = page.text[block.span.start : block.span.end]
        if block.kind == "title":
            yield from _suffix(page, block, raw, knowledge)
            continue
        yield from _forms(page, block, raw, knowledge)
        if len(raw) <= 400:
            yield from _mentions(page, folded, block, raw, knowledge)


def _suffix(page: Page, block: Block, raw: str, knowledge: Knowledge) -> Iterator[Site]:
    if tail := _TAIL.search(raw):
        outlet = named(tail.group(1), knowledge)
        if outlet:
            yield _evidence(page, block, tail.span(1), outlet.name, "after the headline", 5.0)


def _forms(page: Page, block: Block, raw: str, knowledge: Knowledge) -> Iterator[Site]:
    """Forms in which only a name stands, known or not."""
    for pattern, rule, weight in (
        (_LOGO, "a logo", 4.0),
        (_TWICE, "a name repeated", 2.5),
        (_COPYRIGHT, "a copyright line", 3.0),
    ):
        if match := pattern.search(raw):
            text = match.group(1).strip()
            outlet = named(text, knowledge)
            if outlet or len(text.split()) <= 4:
                yield _evidence(page, block, match.span(1), outlet.name if outlet else text, rule, weight)


def _mentions(page: Page, folded: Folded, block: Block, raw: str, knowledge: Knowledge) -> Iterator[Site]:
    """Known names in furniture, heavier where they are all of the line or stand behind what only names follow."""
    size = len(folded.between(block.span.start, block.span.end))
    for hit in known(folded, knowledge, block.span.start, block.span.end):
        words = hit.last - hit.first
        whole = words >= size - 1
        section = any("phrase" in why.rule and len(why.rests_on) == 1 and whole for why in block.why)
        if section and words == 1:
            continue
        weight = 2.0 if whole else 1.5 if words > 1 else 0.4
        if "©" in raw or "محفوظة" in raw or "ادعم" in raw:
            weight = 3.0
        at = (hit.start - block.span.start, hit.end - block.span.start)
        yield _evidence(page, block, at, hit.entry.name, "named in the page's furniture", weight)


def _images(page: Page, knowledge: Knowledge) -> Site | None:
    """The owner of the page's images, the last resort: their domain, unless it serves everybody."""
    for match in _IMAGE.finditer(page.text):
        host, outlet = by_address(match.group(1), knowledge)
        if host and not _SHARED & set(re.split(r"[.-]", host)):
            span = Span(page=page.id, start=match.start(1), end=match.end(1))
            why = Why(rule="the address of an image", rests_on=(span,), note=host)
            return Site(outlet.name if outlet else host, span, why, 1.0)
    return None


def _evidence(page: Page, block: Block, at: tuple[int, int], name: str, rule: str, weight: float) -> Site:
    span = Span(page=page.id, start=block.span.start + at[0], end=block.span.start + at[1])
    return Site(name, span, Why(rule=rule, rests_on=(span,)), weight)


def _tidy(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold_text(text)))


def _spellings(knowledge: Knowledge) -> Iterator[tuple[str, Outlet]]:
    for outlet in knowledge.world.outlets:
        for spelling in (outlet.name, *outlet.spellings):
            yield spelling, outlet


def _lexicon(knowledge: Knowledge) -> Lexicon[Outlet]:
    return Lexicon(_spellings(knowledge), knowledge.language.clitics)


def _names(knowledge: Knowledge) -> dict[str, Outlet]:
    return {_tidy(s): o for s, o in reversed(list(_spellings(knowledge)))}


def _domains(knowledge: Knowledge) -> dict[str, Outlet]:
    return {d.lower(): o for o in reversed(knowledge.world.outlets) for d in o.domains}
