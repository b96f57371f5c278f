"""Parts a line that a page's markup was flattened into: menu, headline, stamp and first sentence on one line.

Where to cut is read from what the parts leave: a headline that stands there twice, a date stamp, a bar, a
dateline, and phrases of furniture in a row. A line without such traces stays whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from takhrij.analyse import outlets
from takhrij.analyse.blocks import seams, signatures, stamps
from takhrij.analyse.blocks.twice import LONG, REACH, Head
from takhrij.analyse.blocks.wordlists import connectives, function_words, prepositions, said_on
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit
from takhrij.lang.tables import Furniture
from takhrij.records import Page
from takhrij.text import Folded

NEAR: Final = 14
"""Words between two traces of a page's head: beyond, the first sentence has begun."""
ROOM: Final = 10
"""Words that a line has beside a headline that it repeats, if it is glued: fewer are a caption's label."""
LEAST: Final = 3
"""A repeated run inside a sentence needs three words more than a headline's fewest to be taken for one."""
CAPTION: Final = 4
"""Fewest words of a caption before its signature."""
SHOWN: Final = 14
"""Words behind a picture's label that no story follows: more of them are sentences."""
SIGNED: Final = 30
"""Most words of it."""
GLUED: Final = 0.2
"""Log odds that the story begins at a word, to cut there in a line that is cut elsewhere too."""
UNGLUED: Final = 2.0
"""The same in a line that has no other trace of glue."""
SENTENCE: Final = 12
"""Fewest words of sentences behind a label, or before a page's last furniture."""
PROSE: Final = 0.2
"""Share of function words that prose has and headlines do not."""
SOURCED: Final = 7
"""Words from a source's label to a heading that stands right behind the source's name."""
TAIL: Final = 16
"""Words behind a phrase of furniture at the end of a line that ends no sentence."""
_DASH: Final = re.compile(r"[-–—]\s*$")
GOES_ON: Final = tuple("-–—:.,،/)")
"""Signs behind a source that show a dateline or a sentence that goes on."""
_STOP: Final = re.compile(r"[.!?؟|»>]\s*[\"”»)]*\s*$")
_CLOSES: Final = re.compile(r"[)\]]")
STORY: Final = -2.2
"""Log odds above which a word opens a story."""
SHORT_BYLINE: Final = 6
"""Most words of a writer or an agency with a dash that stand behind a headline in its line."""
TRAIL: Final = 6
"""Words from a cut to the section that a page stands in."""
_STEP: Final = re.compile(r"\s*[/»›>\\←]\s*")
"""What parts the steps of the way to a page."""
_BAR: Final = re.compile(r"\|")
_DATELINE: Final = re.compile(r"^[\s\"”»]*\)?[\s\"”»]*[-–—:/]")


Hits = list[Hit[tuple[Furniture, ...]]]
"""Phrases of furniture that a line has."""


def parts(
    page: Page,
    folded: Folded,
    knowledge: Knowledge,
    words: range,
    hits: Hits,
    first: Head | None,
) -> list[int]:
    """Return the words at which parts of a line begin, the line's own first word among them.

    `first` is the page's head where no running text has come yet, None after it.
    """
    label = _label(folded, knowledge, words, hits)
    named = set(_named(folded, words, first)) if first and first.named else set()
    if named and len(words) < LONG:
        return sorted({words.start, *named})
    if len(words) < LONG or "](http" in page.text[folded.words[words.start].start : folded.words[words.stop - 1].end]:
        return [words.start] if label is None else [words.start, label]
    cuts = {words.start, *named}
    starts = {words.start, *(end for _, end in (first.titles if first else ()))}
    phrases = _phrases(page, folded, knowledge, words, hits, starts)
    _cut_phrases(page, folded, knowledge, words, phrases, cuts)
    cuts.update(_counters(page, folded, words, hits))
    cuts.update(_opening(page, folded, knowledge, words))
    if label is not None:
        cuts.add(label)
    for start, end in first.titles if first else ():
        if words.start <= start and end <= words.stop and len(words) >= end - start + ROOM:
            cuts.update((start, end))
    _cut_clocks(folded, knowledge, words, cuts)
    if first is not None:
        cuts.update(_trail(folded, words, hits, cuts))
        _cut_head(page, folded, knowledge, words, cuts)
        cuts.update(_dashed(page, folded, words, hits, cuts))
    listed = stamps.row(folded, knowledge, words)
    if listed is not None:
        cuts.add(listed)
    for hit in phrases:
        if any(row.kind == "byline" for row in hit.entry):
            cuts.discard(hit.last)
    cuts.discard(words.stop)
    if first is not None and listed is None:
        _cut_seam(folded, knowledge, words, cuts)
    return sorted(cuts)


def _cut_phrases(
    page: Page, folded: Folded, knowledge: Knowledge, words: range, phrases: Hits, cuts: set[int]
) -> None:
    """Cut out the phrases of furniture, and what stands behind a template's code."""
    for hit in phrases:
        cuts.add(hit.first)
        if any(row.kind == "caption" and row.where == "start" for row in hit.entry):
            cuts.add(_captioned(page, folded, knowledge, words, hit))
        elif not any(row.kind == "promo" for row in hit.entry) or _goes_on(page, folded, knowledge, words, hit):
            cuts.add(hit.last + _counts(page, folded, words, hit))
    code = page.text.rfind("}", folded.words[words.start].start, folded.words[words.stop - 1].start)
    if code >= 0:
        cuts.add(folded.between(code, len(page.text)).start)


def _captioned(
    page: Page, folded: Folded, knowledge: Knowledge, words: range, hit: Hit[tuple[Furniture, ...]]
) -> int:
    """Return the word behind a picture's words: they follow their label up to the story, or its bracket's end."""
    rest = range(hit.last, min(words.stop, hit.last + SIGNED))
    if page.text[max(0, hit.start - 3) : hit.start].rstrip().endswith(("(", "[")):
        closed = next((i for i in rest if _CLOSES.search(folded.gap(i - 1, i))), None)
        return hit.last if closed is None else closed
    if len(rest) < LEAST or seams.opens(knowledge, folded.texts[hit.last]) > STORY:
        return hit.last
    seam = seams.find(folded, knowledge, range(hit.last, words.stop), GLUED)
    if seam is not None and seam.word <= rest.stop:
        return seam.word
    return hit.last if words.stop > hit.last + SHOWN else words.stop


def _counts(page: Page, folded: Folded, words: range, hit: Hit[tuple[Furniture, ...]]) -> bool:
    """Whether a number stands behind a label and a colon, as behind a counter of readers."""
    colon = page.text[hit.end : hit.end + 3].lstrip().startswith(":")
    counter = any(row.kind == "chrome" for row in hit.entry)
    return colon and counter and hit.last < words.stop and folded.words[hit.last].text.isdigit()


def _goes_on(page: Page, folded: Folded, knowledge: Knowledge, words: range, hit: Hit[tuple[Furniture, ...]]) -> bool:
    """Whether the text goes on behind a promo's label: its link was dropped, and sentences follow, no headline."""
    rest = range(hit.last, words.stop)
    if hit.first != words.start or len(rest) < SENTENCE or not _ended(page, folded, words):
        return False
    texts = [folded.words[i].text for i in rest]
    function = knowledge.built(function_words)
    joined = texts[0][0] in knowledge.built(_conjunctions) and len(texts[0]) >= LEAST
    return (
        joined
        or len(rest) >= 2 * SENTENCE  # no headline is so long
        or seams.opens(knowledge, texts[0]) > seams.OPENS
        or sum(t in function for t in texts) > PROSE * len(texts)
    )


def _ended(page: Page, folded: Folded, words: range) -> bool:
    """Whether a sentence ends with the last of `words`, in its line."""
    end = folded.words[words.stop - 1].end
    return bool(_STOP.search(page.text[end - 1 : end + 6].split("\n")[0]))


def _counters(page: Page, folded: Folded, words: range, hits: Hits) -> Iterator[int]:
    """Yield where labels of one word with a colon begin behind a sentence or a number, or number something."""
    for hit in hits:
        if hit.last - hit.first > 1 or hit.last >= words.stop or not any(row.kind == "chrome" for row in hit.entry):
            continue
        if not page.text[hit.end : hit.end + 3].lstrip().startswith(":"):
            continue
        before = page.text[folded.words[hit.first - 1].end : hit.start] if hit.first > words.start else ""
        counts = folded.words[hit.last].text.isdigit()
        if counts or _STOP.search(before):
            yield hit.first
        if counts:
            yield hit.last + 1


def _label(folded: Folded, knowledge: Knowledge, words: range, hits: Hits) -> int | None:
    """Return the word behind a label that a sentence with a conjunction follows, of saying where the label is long.

    No label goes on so.
    """
    first = hits[0] if hits and hits[0].first == words.start else None
    if first is None or first.last >= words.stop:
        return None
    follows = folded.words[first.last].text
    labels = any(row.kind in ("related", "promo") and row.where == "whole" for row in first.entry)
    joined = len(follows) > LEAST and follows[0] in knowledge.built(_conjunctions)
    short = first.last - first.first == 1 and (joined or follows in knowledge.built(connectives))
    return first.last if labels and (short or follows in knowledge.built(said_on)) else None


def _conjunctions(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(c.prefix for c in knowledge.language.clitics if c.prefix in ("و", "ف"))


def _cut_seam(folded: Folded, knowledge: Knowledge, words: range, cuts: set[int]) -> None:
    """Cut the caption or headline off that stands right before the story's first word."""
    begin = max(cuts)
    seam = seams.find(folded, knowledge, range(begin, words.stop), GLUED if len(cuts) > 1 else UNGLUED)
    if seam is not None:
        cuts.add(seam.word)


def _cut_clocks(folded: Folded, knowledge: Knowledge, words: range, cuts: set[int]) -> None:
    """Cut out the stamps of a page's beginning that are stamps wherever they stand: with a clock, or in digits."""
    if words.start >= REACH:
        return
    cuts.update(stamps.opening_clock(folded, knowledge, words))
    for start, end in stamps.runs(folded, knowledge, words):
        if start < REACH and (
            stamps.clocked(folded, start, end) or (start == words.start and stamps.numeric(folded, start, end))
        ):
            cuts.update((start, end))


def _phrases(page: Page, folded: Folded, knowledge: Knowledge, words: range, hits: Hits, starts: set[int]) -> Hits:
    """The phrases of furniture that are no words of a sentence: after its end, or several in a row.

    `starts`: the words at which a line begins, and those behind a headline that the page prints twice.
    """
    strong = [
        h
        for h in hits
        if h.last - h.first > 1 and any(r.where in ("whole", "any", "start", "glued") for r in h.entry)
    ]
    kept: Hits = []
    unended = not _ended(page, folded, words)
    for k, hit in enumerate(strong):
        before = page.text[folded.words[hit.first - 1].end : hit.start] if hit.first > words.start else ""
        next_near = k + 1 < len(strong) and strong[k + 1].first - hit.last <= 8
        last_near = k > 0 and bool(kept) and kept[-1] is strong[k - 1] and hit.first - strong[k - 1].last <= 12
        opens = hit.first in starts and any(r.where in ("any", "start") or (r.opens and unended) for r in hit.entry)
        glued = any(r.where == "glued" for r in hit.entry) and not within(folded, knowledge, words, hit)
        closes = unended and words.stop - hit.last <= TAIL and hit.first - words.start >= SENTENCE and _is_chrome(hit)
        sourced = hit.first - words.start <= SOURCED and _names_source(page, words, hits)
        if glued or next_near or last_near or opens or closes or sourced or (before and _STOP.search(before)):
            kept.append(hit)
    return kept


def _names_source(page: Page, words: range, hits: Hits) -> bool:
    """Whether the line begins with a label of its source and a colon: no sentence follows the name."""
    first = hits[0]
    labels = first.first == words.start and any((r.kind, r.where) == ("byline", "colon") for r in first.entry)
    return labels and page.text[first.end : first.end + 3].lstrip().startswith(":")


def within(folded: Folded, knowledge: Knowledge, words: range, hit: Hit[tuple[Furniture, ...]]) -> bool:
    """Whether a heading's words are a sentence's: no stop before them, a conjunction or preposition behind."""
    if hit.first == words.start or hit.last >= words.stop or any(row.kind != "related" for row in hit.entry):
        return False
    follows, before = folded.texts[hit.last], folded.gap(hit.first - 1, hit.first)
    joined = len(follows) > LEAST and follows[0] in knowledge.built(_conjunctions) and follows[1:3] == seams.ARTICLE
    bare = before == folded.gap(hit.last - 1, hit.last) == " "
    return (joined and not _STOP.search(before)) or (bare and follows in knowledge.built(prepositions))


def _is_chrome(hit: Hit[tuple[Furniture, ...]]) -> bool:
    return any(row.kind == "chrome" and row.where == "any" for row in hit.entry)


def _cut_head(page: Page, folded: Folded, knowledge: Knowledge, words: range, cuts: set[int]) -> None:
    if len(cuts) == 1 and len(words) < 2 * LONG:
        return
    bars = [i for i in words[1:] if _BAR.search(page.text, folded.words[i - 1].end, folded.words[i].start)]
    cuts.update(bars)
    found = list(stamps.runs(folded, knowledge, words))
    _cut_stamps(found, cuts)
    cuts.update(_signed(page, folded, knowledge, words, cuts))
    reached = max((c for c in cuts if c - words.start <= REACH // 2), default=words.start)
    for hit in outlets.known(folded, knowledge, folded.words[words.start].start, folded.words[words.stop - 1].end):
        after = page.text[hit.end : hit.end + 6]
        if hit.first - reached > NEAR + 6:
            break
        named = page.text[folded.words[hit.first - 1].end : hit.start] if hit.first > words.start else ""
        if not hit.prefix and _DASH.search(named) and not _DATELINE.match(after) and after[:1].isspace():
            cuts.update((hit.first, hit.last))
            continue
        if hit.first >= reached and not hit.prefix and _DATELINE.match(after):
            before = page.text[folded.words[hit.first - 1].end : hit.start] if hit.first > words.start else ""
            back = 1 if before.strip().endswith(("(", "/", "-")) and hit.first - 1 >= reached else 0
            cuts.add(hit.first - back)
    _cut_stamps(found, cuts)


def _signed(page: Page, folded: Folded, knowledge: Knowledge, words: range, cuts: set[int]) -> list[int]:
    """The words behind a caption's signature: who made the picture, in brackets, and no dash or stop after it."""
    known: list[int] = sorted(cuts)
    found: list[int] = []
    first, stop = folded.words[words.start].start, min(words.stop, words.start + REACH)
    for match in signatures.SIGNATURE.finditer(page.text, first, folded.words[stop - 1].end):
        if signatures.names(knowledge, match.group(1)):
            inside = folded.between(match.start(), match.end())
            last = known[bisect_right(known, inside.start) - 1]
            if CAPTION <= inside.start - last <= SIGNED and words.stop - inside.stop >= LEAST:
                found.append(inside.stop)
    return found


def _named(folded: Folded, words: range, first: Head) -> Iterator[int]:
    """Yield where the headline that the page's address spells begins in a line, and where it ends if that is told."""
    for start, end, whole in first.named:
        if words.start < start < words.stop:
            yield start
        if whole and words.start <= start and end < words.stop:
            behind = range(end, words.stop)
            parted = (folded.texts[end].isdigit() and len(behind) >= LEAST) or bool(
                _BAR.search(folded.gap(end - 1, end))
            )
            parted |= len(behind) <= SHORT_BYLINE and any(_DASH.search(folded.gap(i - 1, i)) for i in behind[1:])
            if parted or len(words) >= max(LONG, end - start + ROOM):
                yield end


def _trail(folded: Folded, words: range, hits: Hits, cuts: set[int]) -> Iterator[int]:
    """Yield the word behind the way to a page, which the name of a section ends (موقعنا / أخبار ...)."""
    known = sorted(cuts)
    for hit in hits:
        last = known[bisect_right(known, hit.first) - 1]
        if hit.last < words.stop and folded.gap(hit.last - 1, hit.last) == " " and ends_way(folded, hit, last):
            yield hit.last


def ends_way(folded: Folded, hit: Hit[tuple[Furniture, ...]], start: int) -> bool:
    """Whether the words from `start` on are the way to a page, which ends with the name of a section."""
    if not 0 < hit.first - start <= TRAIL or all(row.where != "section" for row in hit.entry):
        return False
    return bool(_STEP.fullmatch(folded.gap(hit.first - 1, hit.first)))


def _opening(page: Page, folded: Folded, knowledge: Knowledge, words: range) -> Iterator[int]:
    """Yield the word behind a signature that begins a line: the picture's words stand in the line above."""
    start = folded.words[words.start].start
    match = signatures.SIGNATURE.search(page.text, max(start - 3, 0), start + SIGNED)
    if match and match.start() < start and signatures.signed(knowledge, match.group()):
        behind = folded.between(match.end(), match.end() + SIGNED)
        if behind and behind.start < words.stop:
            yield behind.start


def _dashed(page: Page, folded: Folded, words: range, hits: Hits, cuts: set[int]) -> Iterator[int]:
    """Yield the words behind a caption's last word that a dash parts from it (الوزير في ميرسان - أرشيف)."""
    known = sorted(cuts)
    for hit in hits:
        if hit.first == words.start or not any(r.kind == "caption" and r.where == "end" for r in hit.entry):
            continue
        last = known[bisect_right(known, hit.first) - 1]
        dash = _DASH.search(page.text[folded.words[hit.first - 1].end : hit.start])
        after = page.text[hit.end : hit.end + 4].strip()[:1]
        if (
            dash
            and LEAST - 1 <= hit.first - last <= SIGNED
            and after not in GOES_ON
            and words.stop - hit.last >= LEAST
        ):
            yield hit.last


def _cut_stamps(stamps: list[tuple[int, int]], cuts: set[int]) -> None:
    """Cut out the stamps near another cut: farther off a date is a sentence's."""
    known, last = sorted(cuts), -NEAR - 1
    for start, end in stamps:
        before, after = bisect_right(known, start) - 1, bisect_left(known, end)
        if (
            start - last <= NEAR
            or (before >= 0 and start - known[before] <= NEAR)
            or (after < len(known) and known[after] - end <= NEAR)
        ):
            cuts.update((start, end))
            last = end
