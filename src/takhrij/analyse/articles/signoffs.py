"""Whom an article names at its end, or in the short lines of its head, without any word that says so.

An agency in brackets or alone behind the last sentence, "agencies" over the text, an agency glued to the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from takhrij.analyse.articles.texts import Text
from takhrij.analyse.outletnames import carriers_of, is_cut, plain_words
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit, Lexicon
from takhrij.records import Block, Hop, Kind
from takhrij.text import fold_text
from takhrij.world.tables import Outlet

OWN_LINE: Final = 14
"""Most words of a line that is a sign-off, with the initials of its editors."""
TOWN: Final = 3
"""Most words of a town's name."""
SHORT: Final = 6
"""Most words of a line over the text that ends with "and agencies"."""
LATE: Final = 3
"""Paragraphs at the end that may close with a sign-off: what stands behind is not always seen to be furniture."""
AGENCY: Final = "وكالة"
"""What may stand before any agency's name."""
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\s?[.*]?\s*$")
_OPENS: Final = re.compile(r"^(?:\W|\b\w\b){0,24}?[(\[]([^()\[\]]{2,60})[)\]]")
"""Editors' initials and the agencies in brackets, whatever follows."""
_BEFORE_BUTTONS: Final = re.compile(r"[.!؟»\"]\s*[-–—]?\s*[(\[]([^()\[\]]{2,60})[)\]](?:\s+[^\s.؟!]+){0,6}\s*$")
"""Brackets behind the last sentence, with a few words of the page's buttons glued to them."""
_INITIALLED: Final = re.compile(
    r"(?<!\w)[^\W\d_]\s?[./]\s?(?:[^\W\d_]\b\s?[./،]?\s?){1,9}[(\[]([^()\[\]]{2,60})[)\]]"
)
"""Brackets behind editors' initials, whatever stands around them."""
_AFTER: Final = re.compile(r"[\s\-–—]{0,9}[(\[]([^()\[\]]{2,60})[)\]]")
_ANOTHER: Final = re.compile(r"\s*[,،و/+-]?\s*[(\[]([^()\[\]]{2,60})[)\]]")
_SIGN: Final = re.compile(r"[-–—/|:(]\s*$")
_DASHED: Final = re.compile(r"^[^\S\n]?[)\]]?[^\S\n]?[-–—][^\S\n]?$")
_DASH: Final = re.compile(r"[-–—/]\s*$")
_HOUSES: Final = ("agency", "paper", "channel")
_COLON: Final = re.compile(r"^\s?[\"”»)]?\s?[:：]\s")
_STOPPED: Final = re.compile(r"[.!?؟»\"]\s*$")
_STAMPED: Final = re.compile(r"^\W*(?:\w+\W{1,4}){0,2}\d")
_TAIL: Final = re.compile(r"[.!?؟»\"]\s+([^.!?؟\n]{2,60}?)\s*\.?\s*$")
_LISTED: Final = re.compile(r"\s?[،,/|+]\s?|\s[-–—]\s")
_JOINED: Final = re.compile(r"^[\s/|،,+–—\-.()\[\]و:*«»\"]*$")


def find(text: Text) -> list[Hop]:
    """Return the agencies that sign the text, and those that its head names beside a town or a stamp, in order."""
    return [*_headlined(text), *_head(text), *_signed(text), *_behind(text)]


def _signed(text: Text) -> Iterator[Hop]:
    """Sign-offs: the end of the last paragraphs, and short lines right behind them."""
    body = [b for b in text.blocks if b.kind == "body"]
    for block in text.near:
        if not body or block.kind == "title" or block.span.start < body[0].span.start:
            continue
        raw = text.raw(block)
        for pattern in (_OPENS, _BRACKETS, _BEFORE_BUTTONS, _INITIALLED, _TAIL):
            late = block in body[-LATE:] if block.kind == "body" else block.kind != "caption"
            if (pattern is _OPENS or late) and (match := pattern.search(raw)):
                at = block.span.start + match.start(1)
                if found := _all_names(text, at, at + len(match.group(1)), loose=pattern is not _TAIL):
                    yield from found
                    yield from _next_brackets(text, block.span.start + match.end(), block.span.end)
                    break
        else:
            if late and (button := _before_button(text, block)):
                yield button
            if (
                block.kind not in ("body", "caption")
                and block.span.start >= text.last
                and len(_words(text, block)) <= OWN_LINE
            ):
                yield from _all_names(text, block.span.start, block.span.end)


def _behind(text: Text) -> list[Hop]:
    """The agencies in brackets right behind the last sentence, also where a list of stories is glued to them."""
    end = max((b.span.end for b in text.blocks if b.kind == "body"), default=0)
    match = _AFTER.match(text.page.text, end) if end else None
    return _all_names(text, match.start(1), match.end(1)) if match else []


def _before_button(text: Text, block: Block) -> Hop | None:
    """An agency alone behind a full stop, before a word of buttons that is glued to it."""
    words, plain = _words(text, block), text.knowledge.built(plain_words)
    if not words:
        return None
    for hit in _names(text, text.folded.words[words.start].start, block.span.end):
        before = text.page.text[block.span.start : hit.start]
        behind = hit.last < words.stop and text.folded.texts[hit.last] in plain
        if behind and not hit.prefix and _STOPPED.search(before) and text.folded.gap(hit.last - 1, hit.last) == " ":
            return hop_of(text, hit, "republished")
    return None


def _next_brackets(text: Text, start: int, end: int) -> Iterator[Hop]:
    """Agencies in further brackets right behind the first ones."""
    while match := _ANOTHER.match(text.page.text, start, end):
        yield from _all_names(text, match.start(1), match.end(1))
        start = match.end()


def _headlined(text: Text) -> Iterator[Hop]:
    """The agency or paper before the colon of a headline: what follows is its report."""
    title = next((b for b in text.blocks if b.kind == "title"), None)
    words = _words(text, title) if title else range(0)
    hit = next(_names(text, title.span.start, title.span.end), None) if title and words else None
    yield from _glued_to_headline(text, title, words) if title else ()
    if hit and hit.entry and hit.entry.kind in _HOUSES and hit.first == words.start and not hit.prefix:
        after = text.page.text[hit.end : title.span.end if title else hit.end]
        if _COLON.match(after):
            cue = text.span(hit.start, hit.end)
            yield Hop(name=hit.entry.name, via="reported", kind="outlet", cue=cue)


def _glued_to_headline(text: Text, title: Block, words: range) -> Iterator[Hop]:
    """The agencies whose names end a stamp's line and are glued to the headline: before it, no verb behind them."""
    before = [b for b in text.near if b.span.end <= title.span.start and b.kind == "byline"]
    stamped = before and "\n" not in text.page.text[before[-1].span.end : title.span.start]
    hit = next(_names(text, title.span.start, title.span.end), None) if stamped else None
    if hit is None or hit.first != words.start or hit.last >= words.stop or hit.entry is None:
        return
    after = text.folded.gap(hit.last - 1, hit.last)
    behind = text.folded.texts[hit.last]
    if (
        hit.entry.kind == "agency"
        and after == " "
        and behind[0] not in "تي"
        and behind not in text.knowledge.built(_verbs)
    ):
        yield hop_of(text, hit, "carried")


def _head(text: Text) -> Iterator[Hop]:
    """Short lines over the text: a town and "agencies", an agency and a stamp."""
    body = next((b for b in text.blocks if b.kind == "body"), None)
    for block in text.near:
        if body is None or block.span.start >= body.span.start:
            return
        words = _words(text, block)
        if block.kind == "title" and words:
            yield from _glued_dateline(text, block, words)
        if block.kind == "title" or _pictures(text, block) or not words or len(words) > 2 * OWN_LINE:
            continue
        if block.kind == "chrome" and len(words) <= SHORT and not _behind_words(text, words.start):
            found = list(_names(text, block.span.start, block.span.end))
            last = found[-1] if found else None
            rest = text.page.text[last.end : block.span.end] if last else ""
            whole = bool(_all_names(text, block.span.start, block.span.end))
            if (
                last
                and not rest.strip(" -–—:/|.")
                and (last.entry is None or (whole and last.entry.kind == "agency"))
            ):
                yield hop_of(text, last, "carried")
                continue
        for hit in _names(text, block.span.start, block.span.end):
            before, rest = text.page.text[block.span.start : hit.start], text.page.text[hit.end : block.span.end]
            carried = fold_text(before).strip() in text.knowledge.built(_carriers)
            opens = not before.strip() or carried or _SIGN.search(before)
            stamped = _STAMPED.match(rest)
            ends = not rest.strip(" -–—:/|)(.،,") or stamped
            if opens and ends and (before.strip() or stamped or block.kind == "byline"):
                yield hop_of(text, hit, "carried")
                break


def _behind_words(text: Text, first: int) -> bool:
    """Whether a headline, or more words than a town has, and a dash stand before word `first`: who took the photo."""
    towns = text.knowledge.built(_towns)
    if not first or not _DASHED.match(text.folded.gap(first - 1, first)) or text.folded.texts[first - 1] in towns:
        return False
    start = text.folded.words[first].start
    line = max((b for b in (*text.near, *text.blocks) if b.span.end <= start), key=lambda b: b.span.end, default=None)
    return line is not None and (line.kind == "title" or len(_words(text, line)) > TOWN)


def _pictures(text: Text, block: Block) -> bool:
    """Whether who stands in a line took a photo: in a caption or right behind one. `heads` finds datelines there."""
    before = (b for b in text.near if b.kind == "caption" and b.span.end <= block.span.start)
    return block.kind == "caption" or any("\n" not in text.page.text[b.span.end : block.span.start] for b in before)


def _glued_dateline(text: Text, block: Block, words: range) -> Iterator[Hop]:
    """A town, a dash and an agency at the end of a headline: the dateline of the line below is glued to it."""
    towns = text.knowledge.built(_towns)
    for hit in _names(text, text.folded.words[words[-min(SHORT, len(words))]].start, block.span.end):
        town = text.folded.texts[hit.first - 1] in towns if hit.first > words.start else False
        if town and hit.last == words.stop and _DASH.search(text.page.text[block.span.start : hit.start]):
            yield hop_of(text, hit, "carried")


def _all_names(text: Text, start: int, end: int, *, loose: bool = False) -> list[Hop]:
    """The names from `start` to `end`, if there is nothing but names, signs, and initials before the first.

    With `loose` two known names may have one more among them that is unknown or misspelt: one word, or initials.
    """
    hits = list(_names(text, start, end))
    if not hits:
        return []
    if loose and len(hits) > 1 and _one_unknown(text.page.text[start:end], len(hits)):
        return [hop_of(text, hit, "republished") for hit in hits]
    at = hits[0].start
    for hit in hits:
        if not _JOINED.match(text.page.text[at : hit.start]):
            return []
        at = hit.end
    before = text.page.text[start : hits[0].start]
    initials = all(len(w) == 1 for w in re.findall(r"\w+", before))
    return (
        [hop_of(text, hit, "republished") for hit in hits]
        if initials and _JOINED.match(text.page.text[at:end])
        else []
    )


def _one_unknown(raw: str, named: int) -> bool:
    """Whether a list has just one more part than names, and that is one word or initials."""
    parts = [part.split() for part in _LISTED.split(raw)]
    initials = [part for part in parts if len(part) in (2, 3) and all(len(word) == 1 for word in part)]
    return len(parts) == named + 1 and all(len(part) < 2 or part in initials for part in parts)


def _names(text: Text, start: int, end: int) -> Iterator[Hit[Outlet | None]]:
    """Known agencies, papers and crowds of agencies, left to right; towns are none."""
    for hit in text.knowledge.built(signers).find(text.folded, text.folded.between(start, end)):
        if not is_cut(text.folded, hit):
            yield hit


def hop_of(text: Text, hit: Hit[Outlet | None], via: str) -> Hop:
    """Return the hop that a name is: carried by its dateline, or republished."""
    name = hit.entry.name if hit.entry else text.page.text[hit.start : hit.end]
    kind: Kind = "outlet" if hit.entry else "unnamed"
    cue = text.span(hit.start, hit.end)
    return Hop(name=name, via="carried" if via == "carried" else "republished", kind=kind, cue=cue)


def _words(text: Text, block: Block) -> range:
    return text.folded.between(block.span.start, block.span.end)


def signers(knowledge: Knowledge) -> Lexicon[Outlet | None]:
    """Return agencies and crowds; papers and channels only by names that are no ordinary words."""
    entries: list[tuple[str, Outlet | None]] = [
        (row.phrase, None) for row in knowledge.language.credits if row.part == "crowd"
    ]
    for outlet in knowledge.world.outlets:
        names = (outlet.name, *outlet.spellings)
        plain = {fold_text(c) for c in outlet.common}
        entries += [(n, outlet) for n in names if outlet.kind == "agency" or fold_text(n) not in plain]
        entries += [(f"{AGENCY} {n}", outlet) for n in names if outlet.kind == "agency"]
    return Lexicon(entries, (c for c in knowledge.language.clitics if c.prefix == "و"))


def _towns(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(name) for row in knowledge.world.places for name in (row.name, *row.spellings))


def _carriers(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(carriers_of(knowledge))


def _verbs(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(form) for row in knowledge.language.reporting for form in row.forms)
