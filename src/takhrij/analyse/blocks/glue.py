"""Parts a line that a page's markup was flattened into: menu, headline, stamp and first sentence on one line.

Where to cut is read from what the parts leave: a headline that stands there twice, a date stamp, a bar, a
dateline, and
phrases of furniture in a row. A line without such traces stays whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse import outlets
from takhrij.analyse.blocks import seams
from takhrij.analyse.blocks.wordlists import function_words
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit
from takhrij.lang.tables import Furniture
from takhrij.records import Page
from takhrij.text import Folded, fold, fold_text

LONG: Final = 16
"""Fewest words of a line that may hold several things."""
REACH: Final = 240
"""Words of a page in which its headline may stand twice."""
TIMES: Final = 3
"""Stamps in a row that a list of stories has and no article."""
APART: Final = 2
"""Words between two of them."""
NEAR: Final = 14
"""Words between two traces of a page's head: beyond, the first sentence has begun."""
SAME: Final = 4
"""Fewest words in common that make two headlines one."""
MOST_OF: Final = 0.7
"""Share of a headline's words that a third place repeats: the first two may have the site's name behind it."""
ROOM: Final = 10
"""Words that a line has beside a headline that it repeats, if it is glued: fewer are a caption's label."""
LEAST: Final = 3
"""A repeated run inside a sentence needs three words more than a headline's fewest to be taken for one."""
CAPTION: Final = 4
"""Fewest words of a caption before its signature."""
SIGNED: Final = 30
"""Most words of it."""
GLUED: Final = 0.5
"""Log odds that the story begins at a word, to cut there in a line that is cut elsewhere too."""
UNGLUED: Final = 2.0
"""The same in a line that has no other trace of glue."""
SENTENCE: Final = 12
"""Fewest words of sentences behind a label, or before a page's last furniture."""
PROSE: Final = 0.2
"""Share of function words that prose has and headlines do not."""
TAIL: Final = 16
"""Words behind a phrase of furniture at the end of a line that ends no sentence."""
_SIGNATURE: Final = re.compile(r"\(([^()]{2,40})\)(?!\s?[-–—:.,،/])")
_STOP: Final = re.compile(r"[.!?؟|»>]\s*[\"”»)]*\s*$")
_OPENS: Final = re.compile(r"[|»>:\n]|\s[-–—]")
OPENING: Final = 60
"""Words of a page in which a repeated headline stands first."""
_BAR: Final = re.compile(r"\|")
_CLOCK: Final = re.compile(r"^\s?[:٫]\s?$")
_DATELINE: Final = re.compile(r"^[\s\"”»]*\)?[\s\"”»]*[-–—:/]")


class Head(NamedTuple):
    """What the page's first lines tell: word ranges of the headline where it stands twice or more."""

    titles: tuple[tuple[int, int], ...]


def head(page: Page, folded: Folded) -> Head:
    """Return the longest run of words that the page's beginning repeats; none where there is no such.

    The run begins where a headline may: the page's first word, or behind a bar, a dash or a stop; inside a
    sentence it
    has to be longer. Where the page's first line is not glued, only a run that is all of a line counts, where
    it begins a line.
    """
    texts = [w.text for w in folded.words[:REACH]]
    where: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(texts) - SAME + 1):
        where.setdefault(tuple(texts[i : i + SAME]), []).append(i)
    ends = _line_ends(page, folded, len(texts))
    clean = min(ends, default=LONG) < LONG
    best = (0, 0, 0)
    for places in where.values():
        first = places[0]
        if len(places) == 1 or first > OPENING:
            continue
        bonus = 2 * SAME if first == 0 else SAME if _may_open(page, folded, first) else -SAME
        for other in places[1:]:
            size = SAME
            while other + size < len(texts) and first + size < other and texts[first + size] == texts[other + size]:
                size += 1
            whole = first + size in ends and (first == 0 or first in ends)
            if size + bonus > max(LEAST, best[0]) and (whole or not clean):
                best = (size + bonus, size, first)
    _, size, first = best
    if not size:
        return Head(())
    found: list[tuple[int, int]] = []
    for place in where[tuple(texts[first : first + SAME])]:
        if (clean and place and place not in ends) or (found and place < found[-1][1]):
            continue
        same = next(
            (k for k in range(size) if texts[place + k : place + k + 1] != texts[first + k : first + k + 1]), size
        )
        if same == size or (same > SAME and same >= MOST_OF * size and not clean):
            found.append((place, place + same))
    return Head(tuple(found))


def _line_ends(page: Page, folded: Folded, count: int) -> frozenset[int]:
    """Which of the first words begin a line, but for the first."""
    words = folded.words
    return frozenset(i for i in range(1, count) if "\n" in page.text[words[i - 1].end : words[i].start])


def _may_open(page: Page, folded: Folded, first: int) -> bool:
    return first == 0 or bool(_OPENS.search(page.text[folded.words[first - 1].end : folded.words[first].start]))


def parts(
    page: Page,
    folded: Folded,
    knowledge: Knowledge,
    words: range,
    hits: list[Hit[tuple[Furniture, ...]]],
    first: Head | None,
) -> list[int]:
    """Return the words at which parts of a line begin, the line's own first word among them.

    `first` is the page's head where no running text has come yet, None after it.
    """
    if len(words) < LONG or "](http" in page.text[folded.words[words.start].start : folded.words[words.stop - 1].end]:
        return [words.start]
    cuts = {words.start}
    phrases = _phrases(page, folded, words, hits)
    for hit in phrases:
        cuts.add(hit.first)
        if not any(row.kind == "promo" for row in hit.entry) or _goes_on(page, folded, knowledge, words, hit):
            cuts.add(hit.last)
    label = _label(folded, knowledge, words, hits)
    if label is not None:
        cuts.add(label)
    for start, end in first.titles if first else ():
        if words.start <= start and end <= words.stop and len(words) >= end - start + ROOM:
            cuts.update((start, end))
    _cut_clocks(folded, knowledge, words, cuts)
    if first is not None:
        _cut_head(page, folded, knowledge, words, cuts)
    listed = stamp_run(folded, knowledge, words)
    if listed is not None:
        cuts.add(listed)
    for hit in phrases:
        if any(row.kind == "byline" for row in hit.entry):
            cuts.discard(hit.last)
    cuts.discard(words.stop)
    if first is not None and listed is None:
        _cut_seam(folded, knowledge, words, cuts)
    return sorted(cuts)


def _goes_on(page: Page, folded: Folded, knowledge: Knowledge, words: range, hit: Hit[tuple[Furniture, ...]]) -> bool:
    """Whether the text goes on behind a promo's label: its link was dropped, and sentences follow, no headline."""
    rest = range(hit.last, words.stop)
    if hit.first != words.start or len(rest) < SENTENCE or not _ended(page, folded, words):
        return False
    texts = [folded.words[i].text for i in rest]
    function = knowledge.built(function_words)
    joined = texts[0][0] in knowledge.built(_conjunctions) and len(texts[0]) > LEAST
    return (
        joined
        or seams.opens(knowledge, texts[0]) > seams.OPENS
        or sum(t in function for t in texts) > PROSE * len(texts)
    )


def _ended(page: Page, folded: Folded, words: range) -> bool:
    """Whether a sentence ends with the last of `words`, in its line."""
    end = folded.words[words.stop - 1].end
    return bool(_STOP.search(page.text[end - 1 : end + 6].split("\n")[0]))


def _label(folded: Folded, knowledge: Knowledge, words: range, hits: list[Hit[tuple[Furniture, ...]]]) -> int | None:
    """Return the word behind a label of one word that a sentence with a conjunction follows: no label goes on so."""
    first = hits[0] if hits and hits[0].first == words.start else None
    if first is None or first.last - first.first > 1:
        return None
    follows = folded.words[first.last].text if first.last < words.stop else ""
    labels = any(row.kind in ("related", "promo") and row.where == "whole" for row in first.entry)
    return first.last if labels and len(follows) > LEAST and follows[0] in knowledge.built(_conjunctions) else None


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
    for start, end in _stamps(folded, knowledge, words):
        if start < REACH and (
            _clocked(folded, start, end) or (start == words.start and _numeric(folded, start, end))
        ):
            cuts.update((start, end))


def _phrases(
    page: Page, folded: Folded, words: range, hits: list[Hit[tuple[Furniture, ...]]]
) -> list[Hit[tuple[Furniture, ...]]]:
    """The phrases of furniture that are no words of a sentence: after its end, or several in a row."""
    strong = [
        h
        for h in hits
        if h.last - h.first > 1 and any(r.where in ("whole", "any", "start", "glued") for r in h.entry)
    ]
    kept: list[Hit[tuple[Furniture, ...]]] = []
    unended = not _ended(page, folded, words)
    for k, hit in enumerate(strong):
        before = page.text[folded.words[hit.first - 1].end : hit.start] if hit.first > words.start else ""
        next_near = k + 1 < len(strong) and strong[k + 1].first - hit.last <= 8
        last_near = k > 0 and bool(kept) and kept[-1] is strong[k - 1] and hit.first - strong[k - 1].last <= 12
        opens = hit.first == words.start and any(
            r.where in ("any", "start") or (r.opens and unended) for r in hit.entry
        )
        glued = any(r.where == "glued" for r in hit.entry)
        closes = unended and words.stop - hit.last <= TAIL and hit.first - words.start >= SENTENCE and _is_chrome(hit)
        if glued or next_near or last_near or opens or closes or (before and _STOP.search(before)):
            kept.append(hit)
    return kept


def _is_chrome(hit: Hit[tuple[Furniture, ...]]) -> bool:
    return any(row.kind == "chrome" and row.where == "any" for row in hit.entry)


def _cut_head(page: Page, folded: Folded, knowledge: Knowledge, words: range, cuts: set[int]) -> None:
    if len(cuts) == 1 and len(words) < 2 * LONG:
        return
    bars = [i for i in words[1:] if _BAR.search(page.text, folded.words[i - 1].end, folded.words[i].start)]
    cuts.update(bars)
    stamps = list(_stamps(folded, knowledge, words))
    _cut_stamps(stamps, cuts)
    cuts.update(_signed(page, folded, knowledge, words, cuts))
    reached = max((c for c in cuts if c - words.start <= REACH // 2), default=words.start)
    for hit in outlets.known(folded, knowledge, folded.words[words.start].start, folded.words[words.stop - 1].end):
        after = page.text[hit.end : hit.end + 6]
        if hit.first - reached > NEAR + 6:
            break
        if hit.first >= reached and not hit.prefix and _DATELINE.match(after):
            before = page.text[folded.words[hit.first - 1].end : hit.start] if hit.first > words.start else ""
            back = 1 if before.strip().endswith(("(", "/", "-")) and hit.first - 1 >= reached else 0
            cuts.add(hit.first - back)
    _cut_stamps(stamps, cuts)


def _signed(page: Page, folded: Folded, knowledge: Knowledge, words: range, cuts: set[int]) -> list[int]:
    """The words behind a caption's signature: who made the picture, in brackets, and no dash or stop after it."""
    sources, known, found = knowledge.built(_sources), sorted(cuts), []
    first, stop = folded.words[words.start].start, min(words.stop, words.start + REACH)
    for match in _SIGNATURE.finditer(page.text, first, folded.words[stop - 1].end):
        names = [n.strip() for n in re.split(r"[/|،,-]", match.group(1)) if n.strip()]
        if any(fold_text(n) in sources or outlets.named(n, knowledge) for n in names):
            inside = folded.between(match.start(), match.end())
            last = known[bisect_right(known, inside.start) - 1]
            if CAPTION <= inside.start - last <= SIGNED and words.stop - inside.stop >= LEAST:
                found.append(inside.stop)
    return found


def _sources(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(
        fold_text(f.phrase) for f in knowledge.language.furniture if f.kind == "caption" and f.where == "end"
    )


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


def _stamps(folded: Folded, knowledge: Knowledge, words: range) -> Iterator[tuple[int, int]]:
    """Runs of date words with a year or a clock time that no sentence goes on with."""
    dates, inside, text, function = knowledge.built(_date_words)
    i = words.start
    while i < words.stop:
        word = folded.words[i].text
        if not (word[0].isdigit() or word in dates):
            i += 1
            continue
        end = i
        while end < words.stop and (
            folded.words[end].text[0].isdigit() or folded.words[end].text in dates or folded.words[end].text in inside
        ):
            end += 1
        before = folded.words[i - 1].text if i > words.start else ""
        after = folded.words[end].text if end < words.stop else ""
        if end - i > 1 and _dated(folded, i, end) and before not in text | function and after not in function:
            yield i, end
        i = end


def _dated(folded: Folded, start: int, end: int) -> bool:
    """Whether a run of date words is a whole date: a year beside a month or numbers, or a clock beside a day."""
    texts = [folded.words[i].text for i in range(start, end)]
    year = _year(texts)
    clock = any(
        texts[k].isdigit() and _CLOCK.match(folded.gap(start + k, start + k + 1)) for k in range(len(texts) - 1)
    )
    return (year and len(texts) > 2) or (clock and len(texts) > 3)


def stamp_run(folded: Folded, knowledge: Knowledge, words: range) -> int | None:
    """Return the word at which stamps in a row begin, those of a list of stories; None without such."""
    if len(words) < 3 * TIMES:
        return None
    near: list[tuple[int, int]] = []
    texts = [folded.words[i].text for i in words]
    if sum(len(t) == 4 and t.isdigit() for t in texts) < TIMES:
        return _ago_run(texts, knowledge, words)
    for start, end in _stamps(folded, knowledge, words):
        if near and start - near[-1][1] > APART:
            near = []
        pieces = sum(len(t) == 4 and t.isdigit() and t[:2] in ("19", "20") for t in _texts(folded, start, end))
        near += [(start, end)] * max(pieces, 1)
        if len(near) >= TIMES:
            return near[0][0]
    return _ago_run(texts, knowledge, words)


def _ago_run(texts: list[str], knowledge: Knowledge, words: range) -> int | None:
    """The same of times before the page was made (three hours ago)."""
    ago = knowledge.built(_ago)
    near: list[int] = []
    for i, text in enumerate(texts[:-1], words.start):
        if text in ago:
            if near and i - near[-1] > 2 + APART:
                near = []
            near.append(i)
            if len(near) >= TIMES:
                return near[0]
    return None


def _texts(folded: Folded, start: int, end: int) -> list[str]:
    return [folded.words[i].text for i in range(start, end)]


def _ago(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(s.word) for s in knowledge.language.stamps if s.part == "ago")


def is_stamp(folded: Folded, knowledge: Knowledge, words: range, *, dated: bool = False) -> bool:
    """Whether the words are a date stamp and nothing else; `dated`: a phrase among them says that a date follows."""
    if dated:
        return len(words) < LONG and any(folded.words[i].text[0].isdigit() for i in words)
    return 2 < len(words) < LONG and any(
        start == words.start and end == words.stop and (_clocked(folded, start, end) or _numeric(folded, start, end))
        for start, end in _stamps(folded, knowledge, words)
    )


def _clocked(folded: Folded, start: int, end: int) -> bool:
    """Whether a stamp has a year and a clock time: no sentence writes both without a word between."""
    texts = [folded.words[i].text for i in range(start, end)]
    return _year(texts) and any(
        texts[k].isdigit() and _CLOCK.match(folded.gap(start + k, start + k + 1)) for k in range(len(texts) - 1)
    )


def _numeric(folded: Folded, start: int, end: int) -> bool:
    """Whether a stamp begins with a year, month and day in digits."""
    texts = [folded.words[i].text for i in range(start, min(end, start + 3))]
    return len(texts) == 3 and all(t.isdigit() for t in texts) and _year(texts)


def _year(texts: list[str]) -> bool:
    return any(len(t) == 4 and t.isdigit() and t[:2] in ("19", "20", "14") for t in texts)


def _date_words(
    knowledge: Knowledge,
) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    language = knowledge.language
    names = [m.name for m in language.months] + [d.name for d in language.weekdays if d.bare]
    dates = frozenset(w.text for name in names for w in fold(name).words)
    by_part = {
        part: frozenset(fold_text(s.word) for s in language.stamps if s.part == part) for part in ("inside", "text")
    }
    function = frozenset(fold_text(f.word) for f in language.function_words if not f.verb)
    return dates, by_part["inside"], by_part["text"], function
