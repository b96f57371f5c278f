"""Signs of whose page it is that known and unknown names show: markup, masthead, copyright, footer, addresses.

Each sign is a piece of evidence with a weight; `outlets` adds them up. A known name counts by what stands around it,
for many names are common words (the north, the world, news). Unknown names are read from the forms in which only
names stand: a logo, a copyright line, a line that a page repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse import nameplates, selfnaming
from takhrij.analyse.outletnames import (
    by_address,
    carriers_of,
    given_names,
    is_arabic,
    is_ordinary,
    known,
    named,
    no_names,
    ordinary_names,
    phrase,
    plain_words,
    tidy,
    whole_name,
)
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit
from takhrij.records import Block, Page, Span, Why
from takhrij.text import Folded, fold_text
from takhrij.world.tables import Outlet

_IMAGE: Final = re.compile(
    r"https?://([a-z0-9.-]{3,80}\.[a-z]{2,12})/[^\s)]{0,300}?\.(?:jpe?g|png|webp|gif|avif)", re.IGNORECASE
)
_TWICE: Final = re.compile(r"^([^\W\d_a-z][\w .]{3,38}\w)\1")
_ADDRESS: Final = re.compile(
    r"(?:www\s?\.\s?|@\s?)([a-z0-9][a-z0-9-]{1,40}(?:\s?\.\s?[a-z]{2,12}){0,2}\s?\.\s?[a-z]{2,6})\b", re.IGNORECASE
)
_DOMAIN: Final = re.compile(
    r"(?:\b(?:[a-z0-9]{2,20} - )?[a-z0-9][a-z0-9-]{0,40}\s?\.\s?){1,3}[a-z]{2,12}\b", re.IGNORECASE
)
_LOGO: Final = re.compile(r"^(\w[\w .]{2,38}?)\s+logo$", re.IGNORECASE)
_TAIL: Final = re.compile(r"\s[|»~–—-]\s{1,3}([^|»~–—-]{3,45})$")
_COPYRIGHT: Final = re.compile(
    r"© ?(?:\d{4} ?[-–]? ?){0,2}([^\W\d_][\w .]{2,38}?) ?(?:[.،,|©-]|$|\s(?=جميع|كل|كافه|all\b))"
)
_SHARED: Final = frozenset(
    [
        "gmail",
        "hotmail",
        "yahoo",
        "outlook",
        "w3",
        "live",
        "google",
        "facebook",
        "twitter",
        "youtube",
        "instagram",
        "telegram",
        "whatsapp",
        "wp",
        "gravatar",
        "blogspot",
        "wordpress",
        "cloudfront",
        "amazonaws",
    ]
)
_BAR: Final = re.compile(r"[|»:~]|\s[-–—]")
_RIGHTS: Final = re.compile(r"rights|reserved|copyright|حقوق", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_SPEAKS: Final = re.compile(r"\s?[\"”»]\s?:")
"""What stands behind a name in quotation marks with which a headline begins: another's report."""
_DOUBLE: Final = re.compile(r"^\s?(?:/ ?/|: ?:)")
_BETWEEN: Final = re.compile(r"\s[-–—|]\s")
_DATED: Final = re.compile(r"\s(?=\d)|[،,(]")
_YEARS: Final = re.compile(r"^\s*(?:[-–—|(©]\s?)?(?:19|20)\d\d")
MENU: Final = 600
"""Longest line of furniture that is searched for names: longer ones are lists of other matter."""
CLOSE: Final = 12
"""Characters from a copyright within which an ordinary word is a name."""
BESIDE: Final = 5
"""Most words of a site's name beside the page's title."""
RIGHTS: Final = 5
"""Most words of an unknown name behind "all rights reserved"."""
LAST: Final = 6
"""Words at the very end of a page in which its name stands before a year."""
MASTHEAD: Final = 60
"""Words of a page in which its title stands with the site's name."""
EDGE: Final = 300
"""Characters at a page's beginning and end in which an address is the page's own."""
HEADLINE: Final = 3
"""Words behind which a bar ends a headline and no section's name."""


class Site(NamedTuple):
    """Who a page belongs to; `span` is where it says so, None for markup or address."""

    name: str
    span: Span | None
    why: Why
    weight: float


def printed(page: Page, folded: Folded, blocks: tuple[Block, ...], knowledge: Knowledge) -> tuple[Site, ...]:
    """Return whatever speaks for a name, in no order of weight."""
    return (
        *_masthead(page, folded, knowledge),
        *_plates(page, folded, knowledge),
        *_owned(page, folded, knowledge),
        *_last_words(page, folded, knowledge),
        *(Site(hit.entry.name, why.rests_on[0], why, w) for hit, why, w in selfnaming.find(page, folded, knowledge)),
        *_domains_in(page, 0, EDGE, knowledge),
        *_domains_in(page, max(EDGE, len(page.text) - EDGE), len(page.text), knowledge),
        *_furniture(page, folded, blocks, knowledge),
    )


def markup(page: Page, knowledge: Knowledge) -> Iterator[Site]:
    address = page.url or next((m.value for m in page.marks if m.kind == "url"), "")
    host, owner = by_address(address, knowledge) if address else ("", None)
    for mark in page.marks:
        if mark.kind == "site" and mark.value.strip():
            outlet = named(mark.value, knowledge) or (owner if mark.value.isascii() else None)  # okaz at okaz.com.sa
            yield Site(outlet.name if outlet else mark.value.strip(), None, Why(rule="site name in the markup"), 10.0)
    if host:
        why = Why(rule="the page's address", note=host)
        yield Site(owner.name if owner else host, None, why, 8.0 if owner else 1.5)


def _plates(page: Page, folded: Folded, knowledge: Knowledge) -> Iterator[Site]:
    """Names in the page's title, known or not; towns, sections and people are none."""
    carriers, never = knowledge.built(carriers_of), knowledge.built(no_names)
    for plate in nameplates.find(page.text, folded, carriers, never):
        text = page.text[plate.start : plate.end]
        outlet = named(text, knowledge)
        if outlet is None and fold_text(text.split()[0]) in carriers:
            outlet = named(text.split(maxsplit=1)[-1], knowledge)
        if outlet or fold_text(text.split()[0]) not in knowledge.built(given_names):
            yield _evidence(page, plate.start, plate.end, outlet.name if outlet else text, plate.rule, plate.weight)


def _furniture(page: Page, folded: Folded, blocks: tuple[Block, ...], knowledge: Knowledge) -> Iterator[Site]:
    titled = False
    for k, block in enumerate(blocks):
        raw = page.text[block.span.start : block.span.end]
        if block.kind == "title":
            yield from _suffix(page, block, raw, knowledge)
            if not titled:
                yield from _over_title(page, k, blocks)
            titled = True
        elif block.kind in ("chrome", "comment"):
            if titled and k and blocks[k - 1].kind == "title":
                yield from _beside_title(page, folded, blocks[k - 1], block, knowledge)
            yield from _forms(page, block, raw, knowledge)
            if len(raw) <= MENU:
                yield from _mentions(page, folded, block, knowledge)


def _suffix(page: Page, block: Block, raw: str, knowledge: Knowledge) -> Iterator[Site]:
    if (tail := _TAIL.search(raw)) and (outlet := named(tail.group(1), knowledge)):
        at = block.span.start
        yield _evidence(page, at + tail.start(1), at + tail.end(1), outlet.name, "after the headline", 5.0)


def _beside_title(page: Page, folded: Folded, title: Block, block: Block, knowledge: Knowledge) -> Iterator[Site]:
    """The name of the site stands behind a bar or dash after the page's title ("headline | name")."""
    gap, raw = page.text[title.span.end : block.span.start], page.text[block.span.start : block.span.end]
    if "\n" in gap or not _BAR.search(gap):
        return
    size = len(folded.between(block.span.start, block.span.end))
    hit = next(known(folded, knowledge, block.span.start, block.span.end, common=True), None)
    if hit and hit.last - hit.first < size and is_ordinary(folded, hit, knowledge):
        over = folded.words[hit.first - 1].text if hit.start > block.span.start and hit.first else ""
        if hit.last - hit.first < size - 1 or over not in knowledge.built(carriers_of):
            hit = None  # the word is a part of a longer name
    if hit and (size <= BESIDE or not page.text[block.span.start : hit.start].strip(" |»:~–—-")):
        yield _evidence(page, hit.start, hit.end, hit.entry.name, "after the headline", 5.0)
        return
    part = max(_BAR.split(raw), key=lambda p: (is_arabic(p), len(p.split()) <= BESIDE), default="").strip()
    part = whole_name(_DATED.split(part)[0].strip(), knowledge)
    if 1 <= len(part.split()) <= BESIDE and not (block.why and block.why[0].rests_on):
        at = block.span.start + raw.index(part)
        yield _evidence(page, at, at + len(part), part, "after the headline", 2.0)


def _over_title(page: Page, k: int, blocks: tuple[Block, ...]) -> Iterator[Site]:
    """The name stands before a dash in a page's title whose rest is the headline ("name - headline")."""
    start, end = blocks[k].span.start, blocks[k].span.end
    if (
        k + 1 < len(blocks)
        and blocks[k + 1].kind == "title"
        and "\n" not in page.text[end : blocks[k + 1].span.start]
    ):
        end = blocks[k + 1].span.end
    parts = [p.strip() for p in _BETWEEN.split(page.text[start:end], maxsplit=1)]
    if len(parts) < 2 or not 1 <= len(parts[0].split()) <= BESIDE or _DIGIT.search(parts[0]):
        return
    rest = tidy(parts[1])
    later = (b for b in blocks[k + 1 :] if b.kind == "title" and b.span.start >= end)
    others = [tidy(page.text[b.span.start : b.span.end]) for b in later]
    if any(min(len(rest.split()), len(other.split())) > 2 and (rest in other or other in rest) for other in others):
        at = start + page.text[start:end].index(parts[0])
        yield _evidence(page, at, at + len(parts[0]), parts[0], "before the headline", 2.0)


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
            if outlet or (len(text.split()) <= 4 and not _RIGHTS.search(text)):
                at = block.span.start
                name = outlet.name if outlet else text
                yield _evidence(page, at + match.start(1), at + match.end(1), name, rule, weight)
    yield from _domains_in(page, block.span.start, block.span.end, knowledge)
    for match in _ADDRESS.finditer(raw):
        host, outlet = by_address(match.group(1).replace(" ", ""), knowledge)
        if not _SHARED & set(re.split(r"[.-]", host)):
            at = block.span.start
            name, weight = (outlet.name, 3.0) if outlet else (host, 0.6)
            yield _evidence(page, at + match.start(1), at + match.end(1), name, "an address", weight)


def _domains_in(page: Page, start: int, end: int, knowledge: Knowledge) -> Iterator[Site]:
    """Domains of known outlets, also with the spaces of a dump around their dots and hyphens."""
    for match in _DOMAIN.finditer(page.text, start, end):
        host = match.group()  # its spaced hyphen may be a dash
        told = (by_address(re.sub(r"\s", "", part), knowledge)[1] for part in {host: 0, host.rpartition(" - ")[2]: 0})
        outlet = next(filter(None, told), None)
        if outlet and not _SHARED & set(re.split(r"\W+", match.group().lower())):
            yield _evidence(page, match.start(), match.end(), outlet.name, "an address", 2.0)


def _mentions(page: Page, folded: Folded, block: Block, knowledge: Knowledge) -> Iterator[Site]:
    """Known names in furniture, heavier where they are all of the line; a lone mention proves nothing."""
    size = len(folded.between(block.span.start, block.span.end))
    for hit in known(folded, knowledge, block.span.start, block.span.end):
        words = hit.last - hit.first
        whole = words >= size - 1
        if words == 1 and whole and block.why and block.why[0].rests_on:
            continue  # a section of that name
        quoted = hit.entry.kind in ("agency", "official")
        weight = 0.3 if quoted else 2.0 if whole else 0.9 if words > 1 else 0.6
        yield _evidence(page, hit.start, hit.end, hit.entry.name, "named in the page's furniture", weight)


def _masthead(page: Page, folded: Folded, knowledge: Knowledge) -> Iterator[Site]:
    """Known names after a bar or dash in the page's first words, or at its very beginning before one."""
    if not folded.words:
        return
    end = folded.words[min(len(folded.words), MASTHEAD) - 1].end
    for hit in known(folded, knowledge, 0, end, common=True):
        before = page.text[folded.words[hit.first - 1].end if hit.first else 0 : hit.start]
        after = page.text[hit.end : hit.end + 4]
        opens = (hit.first == 0 and _BAR.search(after)) or _DOUBLE.match(after)
        if hit.prefix or not (opens or (_BAR.search(before) and "\n" not in before)) or _SPEAKS.match(after):
            continue
        if hit.first and len(folded.texts[hit.first - 1]) == 1 and not folded.texts[hit.first - 1].isdigit():
            continue  # a particle and its dash ("to - the Gazette -")
        quoted = hit.entry.kind in ("agency", "official") and (hit.first > 0 or ":" in after)
        plain = hit.last - hit.first == 1 and phrase(folded, hit) in knowledge.built(ordinary_names)
        if plain and phrase(folded, hit).isdigit():
            continue
        barred = ("|" in before and hit.first > HEADLINE) or (not hit.first and "|" in after)
        titled = barred and phrase(folded, hit) not in knowledge.built(no_names)
        weight = 0.3 if quoted else 3.0 if not plain else 1.6 if titled else 1.0
        yield _evidence(page, hit.start, hit.end, hit.entry.name, "in the page's first words", weight)


def _owned(page: Page, folded: Folded, knowledge: Knowledge) -> Iterator[Site]:
    """Known names beside words that only stand beside the page's own: a copyright, a licence, a plea for support."""
    words = folded.words
    for match in knowledge.built(_owner_cues).finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        near = folded.between(end, end + 120)[:7]
        hits = known(folded, knowledge, end, words[near[-1]].end, common=True) if near else iter(())
        hit = next((h for h in hits if not phrase(folded, h).isdigit() or h.start - end < CLOSE), None)
        if hit is not None and _within_longer(folded, end, hit, knowledge):
            hit = None  # the last word of another name
        elif hit is None or "\n" in page.text[end : hit.start]:
            back = folded.between(max(0, start - 60), start)[-4:]
            before = list(known(folded, knowledge, words[back[0]].start, start, common=True)) if back else []
            hit = before[-1] if before and "\n" not in page.text[before[-1].end : start] else None
            if hit is not None and is_ordinary(folded, hit, knowledge) and start - hit.end > CLOSE:
                hit = None  # a word of a section or button before it
        if hit is not None:
            plain = is_ordinary(folded, hit, knowledge) and (
                abs(hit.start - end) > CLOSE or hit.prefix == "لل" or _goes_on(folded, hit, knowledge)
            )
            weight = 0.5 if plain else 3.0
            yield _evidence(page, hit.start, hit.end, hit.entry.name, "beside a copyright or the like", weight)
        elif (span := _unknown(page, folded, knowledge, end)) is not None:
            name = whole_name(page.text[span.start : span.end], knowledge)
            if name:
                led = folded.texts[folded.between(0, span.start).stop - 1].lstrip("ل") in knowledge.built(carriers_of)
                last = not page.text[span.start + len(name) :].strip(" .|-–\n")
                end = span.start + len(name)
                weight = 3.0 if led or last else 2.0
                yield _evidence(page, span.start, end, name, "beside a copyright or the like", weight)
        elif _RIGHTS.search(match.group()) and (span := selfnaming.led_before(page, folded, start, knowledge)):
            name = page.text[span.start : span.end]
            yield _evidence(page, span.start, span.end, name, "beside a copyright or the like", 3.0)


def _goes_on(folded: Folded, hit: Hit[Outlet], knowledge: Knowledge) -> bool:
    """Whether one more word and then a sign or the line's end stand behind a name: it is a part of a longer one."""
    words, last = folded.words, hit.last
    if last >= len(words) or folded.gap(last - 1, last) != " " or not is_arabic(words[last].text):
        return False
    closed = last + 1 == len(words) or re.search(r"[\n.،,|©]", folded.gap(last, last + 1))
    return bool(closed) and words[last].text not in knowledge.built(plain_words)


def _within_longer(folded: Folded, end: int, hit: Hit[Outlet], knowledge: Knowledge) -> bool:
    """Whether words that are no "paper" or "site" stand between a copyright and a name: the name is longer."""
    if hit.start <= end:
        return False
    words, carriers = folded.between(end, hit.start), knowledge.built(carriers_of)
    between = [folded.words[i].text for i in words]
    names = [w for w in between if not any(w in (c, "ل" + c, "لل" + c.removeprefix("ال")) for c in carriers)]
    return bool(names) and len(names[0]) > 1 and not names[0][0].isdigit() and is_arabic(names[0])


def _last_words(page: Page, folded: Folded, knowledge: Knowledge) -> Iterator[Site]:
    """A paper's name and a year are the page's last words."""
    words, carriers = folded.words, knowledge.built(carriers_of)
    last = len(words) - 1
    if last < LAST or not _YEARS.match(words[last].text) or page.text[words[last].end :].strip(" .\n\r-–|"):
        return
    for k in range(last - 1, last - LAST, -1):
        if words[k].text in carriers and k < last - 1:
            start, end = words[k + 1].start, words[last - 1].end
            if not re.search(r"[\n.،,|]", page.text[start:end]):
                outlet = named(page.text[start:end], knowledge)
                name = outlet.name if outlet else page.text[start:end]
                yield _evidence(page, start, end, name, "beside a copyright or the like", 2.0)
            return


def _unknown(page: Page, folded: Folded, knowledge: Knowledge, start: int) -> Span | None:
    """The unknown name behind a copyright: after "site", "paper" or the like, up to a year or a sign."""
    words, carriers = folded.between(start, start + 120), knowledge.built(carriers_of)
    if not words:
        return None
    first = words.start
    dated = folded.words[first].text.isdigit() and bool(_YEARS.match(folded.words[first].text))
    first += dated and first + 1 < words.stop
    stem = folded.words[first].text
    carried = any(stem in (c, "ل" + c, "لل" + c.removeprefix("ال")) for c in carriers)
    last = first = first + carried
    while last < words.stop and last - first < RIGHTS and not folded.words[last].text[0].isdigit():
        if last > first and re.search(r"[^\s\"“”«»']", folded.gap(last - 1, last)):
            break
        last += 1
    if last == first or last >= len(folded.words):
        ended = last > first
    else:
        gap = page.text[folded.words[last - 1].end : folded.words[last].start]
        ended = (
            bool(_YEARS.match(page.text[folded.words[last - 1].end :][:12]))
            or "\n" in gap
            or bool(gap.strip(" \"”»'"))
        )
        ended = ended or folded.words[last].text[0].isdigit()
    rest = page.text[folded.words[last - 1].end :]
    if not carried and not (
        last > first and (_YEARS.match(rest[:12]) or (dated and last - first > 1 and not rest.strip(" .|-–\n")))
    ):
        return None
    return Span(page=page.id, start=folded.words[first].start, end=folded.words[last - 1].end) if ended else None


def images(page: Page, knowledge: Knowledge) -> Site | None:
    """The owner of the page's images, the last resort: their domain, unless it serves everybody."""
    for match in _IMAGE.finditer(page.text):
        host, outlet = by_address(match.group(1), knowledge)
        if host and not _SHARED & set(re.split(r"[.-]", host)):
            span = Span(page=page.id, start=match.start(1), end=match.end(1))
            why = Why(rule="the address of an image", rests_on=(span,), note=host)
            return Site(outlet.name if outlet else host, span, why, 1.0)
    return None


def _evidence(page: Page, start: int, end: int, name: str, rule: str, weight: float) -> Site:
    span = Span(page=page.id, start=start, end=end)
    return Site(name, span, Why(rule=rule, rests_on=(span,)), weight)


def _owner_cues(knowledge: Knowledge) -> re.Pattern[str]:
    phrases = {fold_text(row.phrase) for row in knowledge.language.credits if row.part == "owner"}
    return re.compile("|".join(sorted(map(re.escape, phrases), key=lambda p: -len(p))) or r"(?!)")
