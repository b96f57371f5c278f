"""Whom an article names at its end, or in the short lines of its head, without any word that says so.

An agency in brackets or alone behind the last sentence, "agencies" over the text, a person's name alone in a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from takhrij.analyse import outlets
from takhrij.analyse.articles.texts import Text
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit, Lexicon
from takhrij.records import Block, Hop, Kind
from takhrij.text import fold_text
from takhrij.world.tables import Outlet

OWN_LINE: Final = 14
"""Most words of a line that is a sign-off, with the initials of its editors."""
NAME: Final = range(2, 5)
"""Words of a person's name as a byline has it."""
TAIL: Final = 5
"""Most words behind the last full stop that are a sign-off."""
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\s?[.*]?\s*$")
_TAIL: Final = re.compile(r"[.!?؟»\"]\s+([^.!?؟\n]{2,60}?)\s*\.?\s*$")
_JOINED: Final = re.compile(r"^[\s/|،,+–—\-.()\[\]و:*«»\"]*$")
_PERSON: Final = re.compile(r"^\W*((?:[^\W\d_]+\s+){1,4}?[^\W\d_]+)\s*(?:[-–—/|،:]|\Z)")
_DIGIT: Final = re.compile(r"\d")


def find(text: Text) -> list[Hop]:
    """Return the agencies that sign the text, and those that its head names beside a town or a stamp, in order."""
    return [*_head(text), *_signed(text)]


def persons(text: Text) -> list[Hop]:
    """Return the people whose names stand in bylines that nothing else explains, in order."""
    given = text.knowledge.built(_given)
    found = []
    for block in text.near:
        if block.kind != "byline" or block.span.start > text.last:
            continue
        match = _PERSON.match(text.raw(block))
        if match is None:
            continue
        words = [w for w in match.group(1).split() if len(w) > 1]
        folded = [fold_text(w) for w in words]
        joined = (
            re.sub(r"\s+و\S*$", "", match.group(1)) if len(words) > 2 and folded[-1][0] == "و" else match.group(1)
        )
        if len(joined.split()) in NAME and folded[0] in given and outlets.named(joined, text.knowledge) is None:
            start = block.span.start + match.start(1)
            found.append(Hop(name=joined, via="wrote", kind="person", cue=text.span(start, start + len(joined))))
    return found


def _signed(text: Text) -> Iterator[Hop]:
    """Sign-offs: the end of the last paragraphs, and short lines right behind the last."""
    body = [b for b in text.blocks if b.kind == "body"]
    for block in body[-1:]:
        raw = text.raw(block)
        for pattern in (_BRACKETS, _TAIL):
            if (match := pattern.search(raw)) and len(match.group(1).split()) <= (
                TAIL if pattern is _TAIL else OWN_LINE
            ):
                at = block.span.start + match.start(1)
                yield from _all_names(text, at, at + len(match.group(1)))
                break
    for block in text.near:
        within = body and body[0].span.end <= block.span.start
        if within and block not in body[:-1] and len(_words(text, block)) <= OWN_LINE:
            if match := _BRACKETS.search(text.raw(block)):
                at = block.span.start + match.start(1)
                yield from _all_names(text, at, at + len(match.group(1)))
            elif block.span.start >= text.last and block.kind != "title":
                yield from _all_names(text, block.span.start, block.span.end)


def _head(text: Text) -> Iterator[Hop]:
    """Short lines over the text: a town and "agencies", an agency and a stamp."""
    body = next((b for b in text.blocks if b.kind == "body"), None)
    for block in text.near:
        if body is None or block.span.start >= body.span.start:
            return
        words = _words(text, block)
        if block.kind == "title" or not words or len(words) > OWN_LINE:
            continue
        for hit in _names(text, block.span.start, block.span.end):
            before, rest = text.page.text[block.span.start : hit.start], text.page.text[hit.end : block.span.end]
            opens = not before.strip() or (len(before.split()) <= 4 and re.search(r"[-–—/|:(و]\s*$", before))
            ends = not rest.strip(" -–—:/|)(.،,") or _DIGIT.search(rest) or _JOINED.match(rest[:3])
            if opens and ends and (before.strip() or _DIGIT.search(rest) or block.kind == "byline"):
                yield _hop(text, hit, "carried")
                break


def _all_names(text: Text, start: int, end: int) -> list[Hop]:
    """The names from `start` to `end`, if there is nothing but names, signs, and initials before the first."""
    hits = list(_names(text, start, end))
    if not hits:
        return []
    at = hits[0].start
    for hit in hits:
        if not _JOINED.match(text.page.text[at : hit.start]):
            return []
        at = hit.end
    before = text.page.text[start : hits[0].start]
    initials = all(len(w) == 1 for w in re.findall(r"\w+", before))
    return (
        [_hop(text, hit, "republished") for hit in hits] if initials and _JOINED.match(text.page.text[at:end]) else []
    )


def _names(text: Text, start: int, end: int) -> Iterator[Hit[Outlet | None]]:
    """Known agencies, papers and crowds of agencies, left to right; towns are none."""
    yield from text.knowledge.built(_signers).find(text.folded, text.folded.between(start, end))


def _hop(text: Text, hit: Hit[Outlet | None], via: str) -> Hop:
    name = hit.entry.name if hit.entry else text.page.text[hit.start : hit.end]
    kind: Kind = "outlet" if hit.entry else "unnamed"
    cue = text.span(hit.start, hit.end)
    return Hop(name=name, via="carried" if via == "carried" else "republished", kind=kind, cue=cue)


def _words(text: Text, block: Block) -> range:
    return text.folded.between(block.span.start, block.span.end)


def _signers(knowledge: Knowledge) -> Lexicon[Outlet | None]:
    """Agencies and crowds; papers and channels only by names that are no ordinary words."""
    entries: list[tuple[str, Outlet | None]] = [
        (row.phrase, None) for row in knowledge.language.credits if row.part == "crowd"
    ]
    for outlet in knowledge.world.outlets:
        names = (outlet.name, *outlet.spellings)
        plain = {fold_text(c) for c in outlet.common}
        entries += [(n, outlet) for n in names if outlet.kind == "agency" or fold_text(n) not in plain]
    return Lexicon(entries, (c for c in knowledge.language.clitics if c.prefix == "و"))


def _given(knowledge: Knowledge) -> frozenset[str]:
    """Names that are given to people at least as often as they are a family's."""
    return frozenset(u.name for u in knowledge.language.name_units if u.given >= max(u.family, 3))
