"""What "today" means inside a quotation: these days in general, or the day of speaking, not always the page's.

"The world today" is no date. "Our meeting today" is the day of that meeting, which a sentence before may tell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from takhrij.analyse.times.grammar import Grammar
from takhrij.records import TimeExpression, Why
from takhrij.text import Folded

_BEFORE: Final = 400
"""Characters before a quoted "our meeting today" within which its day is looked for: a sentence or two."""
_LINE: Final = 2000
"""Characters back to which a quotation may have been opened: bounds the work on a line without end."""
_OPENING, _CLOSING = "“«„", "”»"
_STOP: Final = re.compile(r"[.!?؟\n]")


def read(folded: Folded, times: Sequence[TimeExpression], rules: Grammar) -> tuple[TimeExpression, ...]:
    """Return the expressions with every quoted, bare "today" made vague or leant on the expression that dates it."""
    done: list[TimeExpression] = []
    for time in times:
        bare = (
            time.shift and time.shift.unit == "day" and time.shift.by == 0 and not time.written and not time.weekday
        )
        done.append(_quoted(folded, time, done, rules) if bare and _in_quotes(folded.raw, time.span.start) else time)
    return tuple(done)


def _in_quotes(raw: str, offset: int) -> bool:
    line = raw[max(offset - _LINE, 0) : offset].rpartition("\n")[2]
    opened = sum(line.count(c) for c in _OPENING) - sum(line.count(c) for c in _CLOSING)
    return line.count('"') % 2 == 1 or opened > 0


def _quoted(folded: Folded, time: TimeExpression, before: Sequence[TimeExpression], rules: Grammar) -> TimeExpression:
    i = folded.between(0, time.span.start).stop - 1
    word = folded.words[i].text if i >= 0 else ""
    noun = next((n for n in rules.words["meeting"] if rules.bared(word).startswith(n)), "")
    if noun:
        told = _dated(folded, time, before, rules.article + noun)
        if told is None:
            return time
        why = Why(rule="quoted today of a dated meeting", rests_on=(told.span,), note="the sentence before dates it")
        return replace(time, anchor=told.id, why=(*time.why, why))
    if word.startswith(rules.article):
        why = Why(rule="quoted today in general", rests_on=(time.span,), note="said of how things are, not of a day")
        return replace(time, written="PRESENT_REF", shift=None, why=(*time.why, why))
    return time


def _dated(
    folded: Folded, time: TimeExpression, before: Sequence[TimeExpression], noun: str
) -> TimeExpression | None:
    """The last day told in a sentence that names the same meeting, not far before."""
    raw = folded.raw
    stops = [m.start() for m in _STOP.finditer(raw, max(time.span.start - 2 * _BEFORE, 0), time.span.start)]
    for told in reversed(before):
        if time.span.start - told.span.start > _BEFORE:
            return None
        day = told.weekday or re.search(r"-\d\d-\d\d", told.written)
        at = bisect_right(stops, told.span.start)
        start = stops[at - 1] if at else max(time.span.start - 2 * _BEFORE, 0)
        end = stops[at] if at < len(stops) else time.span.start
        sentence = folded.text[folded.index(start) : folded.index(end)]
        if day and end < time.span.start and noun in sentence:
            return told
    return None
