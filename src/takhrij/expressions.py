"""The time expressions of any Arabic text: for people who need only these, without a dossier.

`times` reads a text as it stands; `of_page` reads a page with its furniture, articles and dates of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache
from typing import Final, NamedTuple, get_args

import msgspec
from msgspec.structs import replace

from takhrij import lang
from takhrij.analyse import analyse
from takhrij.analyse import times as finding
from takhrij.anchoring import anchors
from takhrij.edtf import days, edtf, one_of
from takhrij.errors import ArgumentError
from takhrij.grounds import Basis, basis, unresolved
from takhrij.knowledge import Knowledge
from takhrij.periods import fixed
from takhrij.records import (
    Analysis,
    Article,
    Grain,
    Page,
    Published,
    Reading,
    Shift,
    Span,
    Tense,
    TimeExpression,
    TimeType,
    When,
)
from takhrij.text import fold
from takhrij.timex import Prefer, day, resolve
from takhrij.world.tables import World

Anchor = date | str | tuple[date | str, date | str] | When | None

_TEXT: Final = "text"
"""Stands for the page that a plain text is not."""


class Alternative(msgspec.Struct, frozen=True, kw_only=True):
    """Another reading that the words allow. The days are None for a duration or set."""

    value: str
    edtf: str
    first: date | None
    last: date | None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a text that tell a time, and what they mean.

    `start` and `end` are half-open and count code points of the text: `text[start:end] == words`.
    `type`, `value`, `mod`, `quant` and `freq` are TIMEX3's. An X in `value` is a digit that nobody told. `mod` may
    also be NAME: the day names an event (`ثورة 25 يناير`) and dates nothing. `edtf` is "" for what is no date.
    `first` and `last` are the first and last day, both included; None for durations and sets, vague references, and
    what lacks an anchor. `grain` is never finer than the words.
    `anchor` is the day or interval that the value leans on, "" if on none; `anchored_by` is the place, in the list,
    of the other expression that tells it (inside a quotation). `shift` is the distance from it that the words tell,
    kept also where there is no anchor, and `tense` the side of it ("the last three days" are past).
    `alternatives` are the other readings, best first. `basis` says what fixed each part of the value. `why` names
    the rule, with its notes.
    """

    start: int
    end: int
    words: str
    type: TimeType
    value: str
    mod: str
    quant: str
    freq: str
    edtf: str
    first: date | None
    last: date | None
    grain: Grain | None
    anchor: str
    anchored_by: int | None
    shift: Shift | None
    tense: Tense | None
    alternatives: tuple[Alternative, ...]
    basis: tuple[Basis, ...]
    why: tuple[str, ...]


class PageTimes(NamedTuple):
    """The times of a page. `anchor` is the day that was given, or where there is none the page's `own`; `note` says
    why there are no times or no anchor."""

    times: tuple[Time, ...]
    anchor: When | None
    own: bool = False
    note: str = ""


def times(text: str, anchor: Anchor = None, prefer: Prefer = "closest") -> tuple[Time, ...]:
    """Return the time expressions of an Arabic text, left to right; they never overlap.

    `anchor` is the day on which the text was told: a `date`, an ISO or EDTF string (`"2025-02-19"`, `"2025-02"`,
    `"2025-02-18/2025-02-20"`), or a pair of these for the first and last day. Where it spans several days, whatever
    leans on it becomes an interval. Without it what leans on it keeps its X's and has no days.
    `prefer` decides what words, weekday and verb leave open ("in March"): "closest" takes what is nearest, with a
    lean to the past, for news tells what was; "past" and "future" the nearest on that side. The anchor's own day,
    month or year is on both sides, but a weekday by name is not today when it is preferred in the future.

    Any text will do, a phrase of two words or a book. The first call reads the language's tables (half a second);
    after that a short phrase takes a fifth of a millisecond, and a million characters a second or two.

    Raises:
        ArgumentError: for a text that is no string, an anchor that is no day, or another `prefer`.
    """
    if not isinstance(text, str):
        raise ArgumentError(f"text is {type(text).__name__}, not str", cure="Decode bytes or read the file first.")
    told = told_on(anchor)
    _check(prefer)
    knowledge = _arabic()
    span = Span(page=_TEXT, start=0, end=len(text))
    article = Article(id=_TEXT, span=span, published=(Published(when=told),) if told else ())
    bare = Analysis(page=_TEXT, language="ar", articles=(article,))
    page = Page(id=_TEXT, text=text, sources=(), raw_sha256="")
    found = finding.find(page, fold(text), bare, knowledge)
    return tuple(_read(text, replace(bare, times=found), prefer))


def of_page(page: Page, knowledge: Knowledge, anchor: Anchor = None, prefer: Prefer = "closest") -> PageTimes:
    """Return the times of a whole page, each leaning on its own article's day, or on that of its quotation.

    `anchor` takes the place of all days of publication; without it they are found on the page.

    Raises:
        ArgumentError: as `times` does.
    """
    told = told_on(anchor)
    _check(prefer)
    analysis = analyse(page, knowledge)
    if analysis.note and analysis.language not in ("ar", "und"):
        return PageTimes((), told, note=analysis.note)
    if not analysis.articles:
        note = "" if told else "no article on the page, so no day of its own: what leans on one stays open"
        return PageTimes(times(page.text, told, prefer), told, note=note)
    if told:
        dated = tuple(replace(a, published=(Published(when=told),)) for a in analysis.articles)
        analysis = replace(analysis, articles=dated)
    own = next((a.published[0].when for a in analysis.articles if a.published), None)
    note = "" if own else "nothing on the page tells its day: what leans on it stays open"
    return PageTimes(tuple(_read(page.text, analysis, prefer)), own, own=told is None and own is not None, note=note)


def told_on(anchor: Anchor) -> When | None:
    """Return the days that an anchor names, None for None.

    Raises:
        ArgumentError: for what names no day, or ends before it begins.
    """
    if anchor is None or isinstance(anchor, When):
        return anchor
    if isinstance(anchor, date):
        return day(anchor.date() if isinstance(anchor, datetime) else anchor)
    if isinstance(anchor, str) and anchor.count("/") == 1:
        return told_on((anchor.split("/")[0], anchor.split("/")[1]))
    if isinstance(anchor, str):
        found = next(iter(fixed(anchor.strip())), None)
        if found:
            return When(first=found.first, last=found.last, grain=found.grain)
    elif isinstance(anchor, Sequence) and len(anchor) == 2:
        first, last = (told_on(end) for end in anchor)
        if first and last and first.first <= last.last:
            return When(first=first.first, last=last.last, grain=first.grain)
    cure = "Give a day as 2025-02-19, a month as 2025-02, or an interval as 2025-02-18/2025-02-20."
    raise ArgumentError(f"anchor {anchor!r} is no day or interval", cure=cure)


def _check(prefer: str) -> None:
    known = get_args(Prefer)
    if prefer not in known:
        raise ArgumentError(f"prefer {prefer!r} is none of {', '.join(known)}", cure='Leave it out for "closest".')


@cache
def _arabic() -> Knowledge:
    """Arabic without a world: what times need. It depends on nothing, so that keeping it changes no answer."""
    return Knowledge(lang.load(), World())


def _read(text: str, analysis: Analysis, prefer: Prefer) -> Iterator[Time]:
    leans = anchors(analysis)
    places = {time.id: i for i, time in enumerate(analysis.times)}
    quotes = {s.id: s.time for s in analysis.statements}
    for found in analysis.times:
        anchor, by = leans[found.id]
        made = _time(text, found, anchor, prefer)
        yield replace(made, anchored_by=places.get(quotes.get(by, by))) if made.anchor else made


def _time(text: str, found: TimeExpression, anchor: When | None, prefer: Prefer) -> Time:
    readings = resolve(found, anchor, prefer)
    leans = bool(readings) and resolve(found, None) != readings
    values = _possible(readings) if leans and anchor and anchor.first != anchor.last else []
    value, when = (readings[0].value, readings[0].when) if readings else (unresolved(found), None)
    approximate = found.mod == "APPROX"
    written = edtf(value, when, approximate=approximate)
    if len(values) > 1 and when:
        value = f"{when.first}/{when.last}" if "/" in value else f"{values[0]}/{values[-1]}"
        written = one_of(values, when)
    return Time(
        start=found.span.start,
        end=found.span.end,
        words=text[found.span.start : found.span.end],
        type=found.type,
        value=value,
        mod=found.mod,
        quant=found.quant,
        freq=found.freq,
        edtf=written,
        first=when.first if when else None,
        last=when.last if when else None,
        grain=when.grain if when else None,
        anchor=days(anchor) if leans or (readings and found.type == "DURATION" and found.tense) else "",
        anchored_by=None,
        shift=found.shift,
        tense=found.tense,
        alternatives=tuple(_alternative(r, approximate) for r in readings[1:] if r.value not in values),
        basis=basis(found, readings[0] if readings else None, prefer if _left_open(found) else "closest"),
        why=tuple(f"{w.rule}: {w.note}" if w.note else w.rule for w in found.why),
    )


def _left_open(found: TimeExpression) -> bool:
    """Whether the words leave the side of the anchor to the caller."""
    told = found.shift is not None or found.tense in ("past", "future")
    return not told and ("X" in found.written or found.weekday > 0)


def _possible(readings: Sequence[Reading]) -> list[str]:
    """The values, in order, that the days of a longer anchor give: all that the first reading's days span."""
    span = readings[0].when
    if span is None:
        return []
    inside = {r.value for r in readings if r.when and span.first <= r.when.first and r.when.last <= span.last}
    return sorted(inside)


def _alternative(reading: Reading, approximate: bool) -> Alternative:
    when = reading.when
    return Alternative(
        value=reading.value,
        edtf=edtf(reading.value, when, approximate=approximate),
        first=when.first if when else None,
        last=when.last if when else None,
    )
