"""What an article owns to: who it was taken from, who translated it, whose report it retells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse import outlets
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit, Lexicon
from takhrij.lang.tables import Credit
from takhrij.records import Block, Hop, Kind, Page, Span, Via
from takhrij.text import Folded, fold_text

HEAD: Final = 14
"""Words of a text in which a dateline may stand."""
LEAD: Final = 2
"""Paragraphs in which an article says whose report it retells."""
_SEPARATOR: Final = re.compile(r"^[\s\"”»’)\]]{0,6}[-–—:/|_(،]")
_BEFORE: Final = re.compile(r"[-–—:/|_(\"“«]\s*$")
_DATELINE_END: Final = re.compile(r"[-–—:]|//")
_TWICE: Final = re.compile(r"^(\w[\w .]{3,38}\w)\s?\1")
_SIGN_OFF: Final = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]] ?\.?$")
_PARTS: Final = re.compile(r" ?(?:[|،,+/؛]|\s[-–—]\s|\sو(?=ال)) ?")


class Text(NamedTuple):
    """What the search for credits looks at: the page and one article's blocks."""

    page: Page
    folded: Folded
    knowledge: Knowledge
    blocks: tuple[Block, ...]

    def raw(self, block: Block) -> str:
        return self.page.text[block.span.start : block.span.end]

    def span(self, start: int, end: int) -> Span:
        return Span(page=self.page.id, start=start, end=end)


def dateline(text: Text) -> list[Hop]:
    """Return the outlets named before the first sentence of the text, in order."""
    body = [b for b in text.blocks if b.kind == "body"]
    if not body:
        return []
    start = body[0].span.start
    words = text.folded.between(start, body[0].span.end)[:HEAD]
    if not words:
        return []
    found, places = [], text.knowledge.built(_places)
    head_end = text.folded.words[words.stop - 1].end
    for hit in outlets.known(text.folded, text.knowledge, start, head_end, common=True):
        before, after = text.page.text[start : hit.start], text.page.text[hit.end : hit.end + 6]
        if fold_text(text.page.text[hit.start : hit.end]) in places:
            continue
        opens = hit.first == words.start or _BEFORE.search(before)
        if opens and not hit.prefix and _SEPARATOR.match(after) and (hit.first - words.start) <= 8:
            rest = text.page.text[hit.end : head_end]
            if _DATELINE_END.search(rest) or _DATELINE_END.search(before):
                found.append(Hop(name=hit.entry.name, via="carried", cue=text.span(hit.start, hit.end)))
    return found


def labelled(text: Text) -> list[Hop]:
    """Return what bylines and source lines name: known outlets, and whatever stands behind a label."""
    found: list[Hop] = []
    for block in text.blocks:
        if block.kind != "byline":
            continue
        raw = text.raw(block)
        label = _label(text, block)
        if label is not None:
            found.extend(_behind(text, block, label))
            continue
        hits = list(outlets.known(text.folded, text.knowledge, block.span.start, block.span.end))
        if twice := _TWICE.match(raw):
            name = twice.group(1)
            outlet = outlets.named(name, text.knowledge)
            at = text.span(block.span.start, block.span.start + len(name))
            found.append(Hop(name=outlet.name if outlet else name, via="wrote", cue=at))
        else:
            found.extend(
                Hop(name=h.entry.name, via="republished", cue=text.span(h.start, h.end)) for h in hits if not h.prefix
            )
    return found


def signed(text: Text) -> list[Hop]:
    """Return the known outlet in brackets at the very end of the text."""
    body = [b for b in text.blocks if b.kind == "body"]
    match = _SIGN_OFF.search(text.raw(body[-1])) if body else None
    if match and (outlet := outlets.named(match.group(1), text.knowledge)):
        start = body[-1].span.start + match.start(1)
        return [Hop(name=outlet.name, via="republished", cue=text.span(start, start + len(match.group(1))))]
    return []


def retold(text: Text) -> list[Hop]:
    """Return whose piece the article retells, nearest the reader first: translators, then publishers."""
    translators: list[Hop] = []
    publishers: list[Hop] = []
    body = [b for b in text.blocks if b.kind == "body"][: LEAD + 1]
    for block in body:
        words = text.folded.between(block.span.start, block.span.end)
        hits = list(text.knowledge.built(_cues).find(text.folded, words, clitics=False))
        for k, hit in enumerate(hits):
            for row in hit.entry:
                if row.part == "translated":
                    translators.extend(_name_after(text, hit.last, block, "translated"))
                elif row.part == "verb" and block in body[:LEAD] and _has_piece(hits[k:]):
                    carrier = next((h for h in hits[k:] if any(r.part == "carrier" for r in h.entry)), None)
                    if carrier is not None and carrier.first - hit.last <= 3:
                        publishers.extend(_name_after(text, carrier.last, block, "published"))
    return [*translators[:1], *publishers[:1]]


def _has_piece(hits: list[Hit[tuple[Credit, ...]]]) -> bool:
    return any(row.part == "piece" for hit in hits for row in hit.entry)


def _label(text: Text, block: Block) -> Hit[tuple[Credit, ...]] | None:
    words = text.folded.between(block.span.start, block.span.end)
    if not words:
        return None
    hit = text.knowledge.built(_cues).at(text.folded, words.start, clitics=False)
    return hit if hit and any(row.part == "label" for row in hit.entry) and hit.last < words.stop else None


def _behind(text: Text, block: Block, label: Hit[tuple[Credit, ...]]) -> Iterator[Hop]:
    via: Via = next((row.via for row in label.entry if row.part == "label" and row.via), "republished")
    end = block.span.end
    hits = [
        h
        for h in outlets.known(text.folded, text.knowledge, label.end, end, common=True)
        if h.last - h.first > 1 or _alone(text, h.end, end)
    ]
    if hits:
        for hit in hits:
            yield Hop(name=hit.entry.name, via=via, cue=text.span(hit.start, hit.end))
        return
    words = text.folded.between(label.end, end)
    if not words:
        return
    start = text.folded.words[words.start].start
    for part in _PARTS.split(text.page.text[start:end]):
        name = part.strip(" .*:\"'“”«»()[]")
        if name and 1 <= len(name.split()) <= 5 and not name[0].isdigit():
            at = text.page.text.find(name, start, end)
            crowd = text.knowledge.built(_crowd)
            kind: Kind = "unnamed" if fold_text(name) in crowd else "outlet"
            yield Hop(name=name, via=via, kind=kind, cue=text.span(at, at + len(name)))


def _alone(text: Text, end: int, stop: int) -> bool:
    """Whether nothing but signs parts the name from the next, or from the line's end."""
    return not text.page.text[end:stop].strip() or bool(_PARTS.match(text.page.text, end, stop))


def _name_after(text: Text, first: int, block: Block, via: Via) -> Iterator[Hop]:
    """The outlet named from word `first`: a known one, or the words up to a nationality, a piece or a stop."""
    words, raw = text.folded.words, text.page.text
    stop = text.folded.between(block.span.start, block.span.end).stop
    cues = text.knowledge.built(_cues)
    carrier = cues.at(text.folded, first, clitics=False) if first < stop else None
    if carrier and any(row.part == "carrier" for row in carrier.entry):
        first = carrier.last
    if first >= stop:
        return
    end = words[min(first + 6, stop) - 1].end
    hit = next(outlets.known(text.folded, text.knowledge, words[first].start, end, common=True), None)
    if hit and hit.first == first:
        yield Hop(name=hit.entry.name, via=via, cue=text.span(hit.start, hit.end))
        return
    last = first
    while last < min(stop, first + 4):
        gap = text.folded.gap(last - 1, last) if last > first else ""
        word = words[last].text
        ends = re.search(r"[،,.؛:\"”»)]", gap) or (last > first and _adjective(word))
        if ends or cues.at(text.folded, last, clitics=False):
            break
        last += 1
    if last > first:
        start, end = words[first].start, words[last - 1].end
        yield Hop(name=raw[start:end], via=via, cue=text.span(start, end))


def _adjective(word: str) -> bool:
    return word.startswith("ال") and word.endswith(("يه", "ي")) and len(word) > 5


def _cues(knowledge: Knowledge) -> Lexicon[tuple[Credit, ...]]:
    grouped: dict[str, list[Credit]] = {}
    for row in knowledge.language.credits:
        grouped.setdefault(fold_text(row.phrase), []).append(row)
    return Lexicon(((phrase, tuple(rows)) for phrase, rows in grouped.items()), ())


def _places(knowledge: Knowledge) -> frozenset[str]:
    """Towns and regions: in a dateline they are where, though a paper may have the name."""
    return frozenset(fold_text(name) for row in knowledge.world.places for name in (row.name, *row.spellings))


def _crowd(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(r.phrase) for r in knowledge.language.credits if r.part == "crowd")
