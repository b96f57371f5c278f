"""Cuts a page into the lines that its blocks are made of, with the cues that each holds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from takhrij.analyse.blocks import captions, galleries, glue, signatures, stamps, twice
from takhrij.analyse.blocks.wordlists import said_on
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit, Lexicon
from takhrij.lang.tables import Furniture
from takhrij.records import Page
from takhrij.text import Folded, fold, fold_text

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_DASHED: Final = re.compile(r"[-–—]\s*$")
_SIGNED: Final = re.compile(r"[(\[/:©–—-]\s*$")
_EDGE: Final = " \t\xa0\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_AFTER_LABEL: Final = re.compile(r"[\s\"”»’'*)\]]*(?:[:：|\-–—/]|$)")
QUOTED: Final = 400
"""Characters before a part in which an open quotation may have begun."""
_OPEN: Final = re.compile(r"[(\[]\s*$")
_CLOSED: Final = re.compile(r"[)\]]\s*$")
_DATELINE: Final = re.compile(r"\s?[)\]]\s?[-–—:]")
_OPENING: Final = re.compile(r"[(\[“«\"]\s*$|[(\[“«\"](?=[\s\"(“«]*$)")
_ENDS: Final = re.compile(r"[.!?؟…][\s\"”»’')]*$")
SPARE: Final = 2
"""Words that a line may have beside a phrase that is all of it ("12 تعليقات", "مقالات ذات صلة بالموضوع")."""

SHORT: Final = 3
"""Letters of words that no two texts have in common by their matter."""
HEAD: Final = 40
"""Lines and parts of a page before its text."""
PLACE: Final = 2
"""Words of a dateline's place."""
LABELLED: Final = 9
"""Words behind a label of one word: in a longer line the word begins a sentence (إعلان الدولة ...)."""
STAMPS: Final = 3
"""Parts of a line, stamps mostly, before a caption that its maker signs."""
PASSED: Final = 2
"""Lines with a sentence behind the headline that the address spells: the text has begun."""
STAMPED: Final = 8
"""Words behind a phrase of stamps (نشر في) in which its day comes."""


class Cue(NamedTuple):
    """A phrase of furniture that stands where its row wants it; offsets of the page."""

    row: Furniture
    start: int
    end: int


class Line(NamedTuple):
    """A line, or a part of one, without outer white space. `words` are indices of the folded text's words.

    `cut`: more of the same line follows. `stamp`: all of it is a date stamp of the page's head.
    `part`: what it is of a gallery of pictures ("title" or "caption"), "signed" if it is a caption or its signature
    in the line below, "glued" if it is a caption before a sentence of the same line, empty if nothing.
    `listed`: it begins with the stamps of several stories. `again`: a headline that is printed twice.
    `named`: it begins with the headline that the page's address spells.
    """

    start: int
    end: int
    words: range
    cues: tuple[Cue, ...]
    cut: bool = False
    stamp: bool = False
    part: Literal["title", "caption", "signed", "glued", ""] = ""
    again: bool = False
    listed: bool = False
    named: bool = False


def cut(page: Page, folded: Folded, knowledge: Knowledge) -> list[Line]:
    """Return the page's lines in order; blank ones are left out, and those that hold several things come in parts."""
    found: list[Line] = []
    head: twice.Head | None
    head = titles, headline = twice.head(page, folded, knowledge)
    own = {w.text for w in folded.words[slice(*titles[0])] if len(w.text) > SHORT} if titles else set()
    lexicon = knowledge.built(_phrases)
    passed = 0
    shown = galleries.titles(page, folded, knowledge)
    edges = sorted(i for pair in shown for i in pair)
    for start, end in _lines(page.text):
        words = folded.between(start, end)
        hits = list(lexicon.find(folded, words, clitics=False))
        begins = glue.parts(page, folded, knowledge, words, hits, head)
        if shown:
            here = edges[bisect_right(edges, words.start) : bisect_left(edges, words.stop)]
            begins = sorted({*begins, *here})
        begins, shot = _pictures(folded, knowledge, words, hits, begins, head is not None)
        starts = [
            start,
            *(_begin(page.text, start, folded.words[i - 1].end, folded.words[i].start) for i in begins[1:]),
        ]
        stops, at = [*begins[1:], words.stop], 0
        for k, (first, last) in enumerate(zip(begins, stops, strict=True)):
            more = k + 1 < len(begins)
            right = _trimmed(page.text, starts[k], starts[k + 1]) if more else end
            inner = []
            while at < len(hits) and hits[at].last <= last:
                inner += [hits[at]] if hits[at].first >= first else []
                at += 1
            cues = _cues(folded, knowledge, inner, range(first, last), right)
            stamp = first < twice.REACH and stamps.is_stamp(folded, knowledge, range(first, last), dated=_told(cues))
            again = head is not None and (first, last) in titles
            over = bool(titles) and first < titles[-1][0]  # the headline's second copy comes: no list of others
            rows = not over and stamps.begins_row(folded, knowledge, range(first, last))
            part: Literal["glued", ""] = "glued" if first in shot else ""
            named = head is not None and any(n.start == first and n.end <= last for n in head.named)
            found.append(Line(starts[k], right, range(first, last), cues, more, stamp, part, again, rows, named))
        if head is not None and len(words) >= twice.LONG and _ENDS.search(page.text[max(start, end - 4) : end]):
            said = set(folded.texts[found[-1].words.start : words.stop])
            passed += bool(headline) and words.stop > headline[-1].start
            head = head if own and passed < PASSED and len(own & said) < min(2, len(own)) else None
    _sign(page, knowledge, found)
    return galleries.marked(found, shown) if shown else found


def _pictures(
    folded: Folded,
    knowledge: Knowledge,
    words: range,
    hits: list[Hit[tuple[Furniture, ...]]],
    begins: list[int],
    head: bool,
) -> tuple[list[int], set[int]]:
    """Return where parts of a line begin, captions that nothing parts from a sentence cut off, and where those do."""
    first = begins[-1] if head else words.start
    seam = captions.behind(folded, knowledge, range(first, words.stop), head=head and first > 0)
    if seam is not None and not any(first < i <= seam for i in begins):
        return sorted({*begins, seam}), {first}
    for start in begins[:STAMPS] if len(words) >= twice.LONG else ():
        seam = captions.signed(folded, knowledge, range(start, words.stop), head=start > words.start)
        if seam is not None:
            return sorted({i for i in begins if not start < i < seam} | {seam}), {start}
    shot = captions.marked(folded, words, hits, begins)
    edges = {i for part in shot for i in (part.start, part.stop) if i < words.stop}
    inside = {i for part in shot for i in part[1:]}
    return sorted({*begins, *edges} - inside), {part.start for part in shot}


def _sign(page: Page, knowledge: Knowledge, found: list[Line]) -> None:
    """Mark the line over a signature that begins the next as a picture's caption, before any text has come."""
    for k in range(1, min(len(found), HEAD)):
        line, over = found[k], found[k - 1]
        if over.cut is False and len(over.words) > twice.LONG * 2:
            return
        raw = page.text[line.start : line.end]
        told = fold_text(page.text[over.start : over.end].split()[0]) in knowledge.built(said_on)
        if (
            line.cut
            and not over.cut
            and not told
            and len(over.words) >= glue.CAPTION
            and signatures.signed(knowledge, raw)
        ):
            found[k - 1 : k + 1] = [over._replace(part="signed"), line._replace(part="signed")]
            return


def _cues(
    folded: Folded, knowledge: Knowledge, hits: list[Hit[tuple[Furniture, ...]]], words: range, end: int
) -> tuple[Cue, ...]:
    cues: list[Cue] = []
    text = folded.raw
    menu = sum(h.last - h.first for h in hits if any(row.where == "section" for row in h.entry))
    for hit in hits:
        labelled = bool(_AFTER_LABEL.match(text[hit.end : min(end, hit.end + 12)]))
        before, after = hit.first - words.start, words.stop - hit.last
        signed = bool(_SIGNED.search(text[max(0, hit.start - 4) : hit.start]))
        for row in hit.entry:
            among = row.where == "section" and menu > 1 and menu >= len(words) - SPARE
            among = among or (after == 0 and glue.ends_way(folded, hit, words.start))
            signed = signed and not (row.where == "end" and _reported_from(folded, knowledge, hit, words))
            if (row.kind, row.where) == ("byline", "start") and not _names_a_day(folded, hit, words):
                continue
            behind = 0 if row.kind == "caption" and before == 0 and _boxed(folded, words, end) else after
            if row.where == "glued" and glue.within(folded, knowledge, words, hit):
                continue
            if among or _fits(row.where, before, behind, hit.last - hit.first, (labelled, signed)):
                cues.append(Cue(row, hit.start, hit.end))
    shown = {cue.start for cue in cues if (cue.row.kind, cue.row.where) == ("caption", "end")}
    return tuple(cue for cue in cues if cue.start not in shown or cue.row.kind == "caption")


def _boxed(folded: Folded, words: range, end: int) -> bool:
    """Whether all of a line stands in brackets, as the words of some pictures do."""
    start = folded.words[words.start].start
    return bool(
        _OPEN.search(folded.raw, max(start - 3, 0), start) and _CLOSED.search(folded.raw, max(start, end - 3), end)
    )


def _names_a_day(folded: Folded, hit: Hit[tuple[Furniture, ...]], words: range) -> bool:
    """Whether a number stands soon behind a phrase of stamps, or little at all: else it begins a sentence."""
    if words.stop - hit.last <= LABELLED:
        return True
    return any(folded.texts[i][0].isdigit() for i in range(hit.last, min(hit.last + STAMPED, words.stop)))


def _reported_from(folded: Folded, knowledge: Knowledge, hit: Hit[tuple[Furniture, ...]], words: range) -> bool:
    """Whether an agency stands in a dateline, where a story was reported from, and made no picture.

    A dash or colon follows its brackets, a place stands before its own dash, or little stands before agencies in the
    plural: they never sign a picture. An agency may sign a picture of a place too.
    """
    first = hit.first
    if _DATELINE.match(folded.raw, hit.end):
        return True
    few = first - words.start <= PLACE
    if folded.texts[first] in knowledge.built(_crowds) and few:
        return first > words.start
    if first <= words.start or not _DASHED.search(folded.gap(first - 1, first)):
        return False
    if not few and folded.texts[first] not in knowledge.built(_crowds):
        return False
    return folded.texts[first - 1] in knowledge.built(place_names)


def _crowds(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(row.phrase) for row in knowledge.language.credits if row.part == "crowd")


def place_names(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded names of places."""
    return frozenset(fold_text(name) for place in knowledge.world.places for name in (place.name, *place.spellings))


def _told(cues: tuple[Cue, ...]) -> bool:
    """Whether a phrase says that a date follows."""
    return any(cue.row.kind == "byline" and cue.row.where == "glued" for cue in cues)


def _begin(text: str, line: int, left: int, right: int) -> int:
    """Where the part whose first word stands at `right` begins: opening signs before the word belong to it."""
    for opening in _OPENING.finditer(text, max(left, right - 12), right):  # in `" "` the second opens
        inside = text.count('"', max(line, right - QUOTED), opening.start()) % 2
        if opening.group()[0] != '"' or not inside:
            return opening.start()
    return right


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace() or text[end - 1] in "|-–—>/"):
        end -= 1
    return end


def _fits(where: str, before: int, after: int, size: int, tail: tuple[bool, bool]) -> bool:
    labelled, signed = tail
    match where:
        case "whole":
            return before + after <= SPARE
        case "section":
            return before + after == 0
        case "start":
            return before == 0 and (after <= LABELLED or size > 1)
        case "colon":
            return before == 0 and labelled
        case "end":
            return after == 0 and before > 0 and signed
        case _:
            return True


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and (text[start] in _EDGE or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
            end -= 1
        if start < end:
            yield start, end


def _phrases(knowledge: Knowledge) -> Lexicon[tuple[Furniture, ...]]:
    grouped: dict[tuple[str, ...], list[Furniture]] = {}
    for row in knowledge.language.furniture:
        grouped.setdefault(tuple(w.text for w in fold(row.phrase).words), []).append(row)
    return Lexicon(((rows[0].phrase, tuple(rows)) for rows in grouped.values()), ())
