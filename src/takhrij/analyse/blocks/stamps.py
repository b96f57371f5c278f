"""Finds date stamps in running words: whole dates that no sentence goes on with, alone or in the row of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from takhrij.knowledge import Knowledge
from takhrij.text import Folded, fold, fold_text

LONG: Final = 16
"""Words that no stamp has."""
TIMES: Final = 3
"""Stamps in a row that a list of stories has and no article."""
CLOCK: Final = 3
"""Words of a clock time with its half of the day."""
APART: Final = 2
"""Words between two of them."""
_CLOCK: Final = re.compile(r"^\s?[:٫]\s?$")


def runs(folded: Folded, knowledge: Knowledge, words: range) -> Iterator[tuple[int, int]]:
    """Runs of date words with a year or a clock time that no sentence goes on with."""
    dates, inside, text, function = knowledge.built(_date_words)
    texts, i = folded.texts, words.start
    while i < words.stop:
        word = texts[i]
        if not (word[0].isdigit() or word in dates):
            i += 1
            continue
        end = i
        while end < words.stop and (texts[end][0].isdigit() or texts[end] in dates or texts[end] in inside):
            end += 1
        before = texts[i - 1] if i > words.start else ""
        after = texts[end] if end < words.stop else ""
        # a teaser breaks off behind any word
        cut = (before in text or before in function) and not clocked(folded, i, end)
        if end - i > 1 and not cut and after not in function and _dated(folded, i, end):
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


def row(folded: Folded, knowledge: Knowledge, words: range) -> int | None:
    """Return the word at which stamps in a row begin, those of a list of stories; None without such."""
    if len(words) < 3 * TIMES or not _may_hold_a_row(folded, knowledge, words):
        return None
    near: list[tuple[int, int]] = []
    texts = [folded.words[i].text for i in words]
    if sum(len(t) == 4 and t.isdigit() for t in texts) < TIMES:
        return _ago_run(texts, knowledge, words)
    for start, end in runs(folded, knowledge, words):
        if near and start - near[-1][1] > APART:
            near = []
        pieces = sum(len(t) == 4 and t.isdigit() and t[:2] in ("19", "20") for t in _texts(folded, start, end))
        near += [(start, end)] * max(pieces, 1)
        if len(near) >= TIMES:
            return near[0][0]
    return _ago_run(texts, knowledge, words)


def begins_row(folded: Folded, knowledge: Knowledge, words: range) -> bool:
    """Whether the words begin with the stamps of a list of stories."""
    if len(words) < 3 * TIMES:
        return False
    first = folded.words[words.start].text
    dated = first[0].isdigit() or first in knowledge.built(_date_words)[0] or first in knowledge.built(_ago)
    return dated and row(folded, knowledge, words) == words.start


def _may_hold_a_row(folded: Folded, knowledge: Knowledge, words: range) -> bool:
    """A quick look at the characters, for most lines have neither years nor times ago."""
    start, last = folded.words[words.start].at, folded.words[words.stop - 1]
    end = last.at + len(last.text)
    found = chain.from_iterable(cue.finditer(folded.text, start, end) for cue in knowledge.built(_row_cues))
    return sum(1 for _ in found) >= TIMES


def _row_cues(knowledge: Knowledge) -> tuple[re.Pattern[str], ...]:
    """Years and times ago. What may stand before them is asked behind their beginning: so they are found fast."""
    words = (re.escape(word) for word in sorted(knowledge.built(_ago)))
    ago = "|".join(rf"{word}(?<![^\W_]{word})" for word in words)
    cues = (r"\d(?<![^\W_]\d)\d{3}", *([f"(?:{ago})"] if ago else []))
    return tuple(re.compile(rf"{cue}(?![^\W_])") for cue in cues)


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
    if not 2 < len(words) < LONG:
        return False
    first = folded.texts[words.start]
    return (first[0].isdigit() or first in knowledge.built(_date_words)[0]) and any(
        start == words.start and end == words.stop and (clocked(folded, start, end) or numeric(folded, start, end))
        for start, end in runs(folded, knowledge, words)
    )


def opening_clock(folded: Folded, knowledge: Knowledge, words: range) -> Iterator[int]:
    """Yield the word behind a clock time with its half of the day that begins a line; nothing if none does."""
    first = words.start
    if len(words) < CLOCK + 2 or not (folded.texts[first].isdigit() and folded.texts[first + 1].isdigit()):
        return
    if _CLOCK.match(folded.gap(first, first + 1)) and folded.texts[first + 2] in knowledge.built(_date_words)[1]:
        yield first + CLOCK


def clocked(folded: Folded, start: int, end: int) -> bool:
    """Whether a stamp has a year and a clock time: no sentence writes both without a word between."""
    texts = [folded.words[i].text for i in range(start, end)]
    return _year(texts) and any(
        texts[k].isdigit() and _CLOCK.match(folded.gap(start + k, start + k + 1)) for k in range(len(texts) - 1)
    )


def numeric(folded: Folded, start: int, end: int) -> bool:
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
