"""Calendar arithmetic: a time expression and the day it leans on -> days and a TIMEX3 value. Knows no language.

`written` of a `TimeExpression` is EDTF with X for every digit that is not written, and some additions:
`P…` a duration, `…_REF` a vague reference, `H` before a year of the Hijri calendar (Umm al-Qura, by hijridate),
`BC…` a year or century before our era, `-#…` and `-E…` days that every month or year has by a rule (see `periods`),
and `T…` behind a day for a clock time or a part of the day (`TNI`). Two times joined by `/` are an interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal

from hijridate import Gregorian
from msgspec.structs import replace

from takhrij.periods import DATE, EASTER, NTH, WEEK, Period, clocked, day, fixed, in_week, month_of, named, shifted
from takhrij.records import (
    Grain,
    Reading,
    Shift,
    TimeExpression,
    When,
)

_DAY: Final = timedelta(days=1)
_YEARS_AROUND: Final = 12
"""How far from its anchor a date without a year is looked for. A weekday and a day of the month meet again after
5, 6 or 11 years at most but for 29 February."""
_WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])$")
_WEEKDAY_HOLDS: Final = 400
"""Days from the anchor within which a weekday that agrees decides the year."""
_SLIP: Final = 45
"""Days from the anchor within which a date whose weekday agrees in no near year is rather a slip of the pen than a
date years away; farther off, the page is rather older than its stamp."""
_AHEAD: Final = 3
"""How much farther a day ahead counts than a day behind where no word leans either way: news tells what was."""

_SAMPLED: Final = 32
"""Days of an anchor above which only its first, middle and last are asked: every value moves with its anchor."""

Prefer = Literal["closest", "past", "future"]

__all__ = ["Prefer", "day", "resolve"]


def resolve(expression: TimeExpression, anchor: When | None, prefer: Prefer = "closest") -> tuple[Reading, ...]:
    """Return what `expression` means when told on `anchor`, best first; empty if that is not known.

    An anchor of several days gives each value that one of them gives; the best reading's days then span them all,
    so that nothing is dated finer than its anchor. `prefer` decides only where no word does: the nearest ("closest",
    a day behind before a day ahead, as news has it), or the nearest behind or ahead of the anchor.
    """
    expression = _preferring(expression, prefer)
    written = expression.written
    if written.endswith("_REF") or written.startswith(("P", "BC")) or expression.type == "SET":
        return (Reading(value=written),)
    if written.startswith("XXXX-XX-XXT") and "/" not in written and not (expression.shift or expression.weekday):
        return (Reading(value=written),)  # of which day is not told
    if expression.mod == "NAME":
        return (Reading(value=written),)  # a day that names an event dates nothing that is told
    if (expression.shift is None and expression.weekday == 0) or ("X" not in written and written):
        known = tuple(fixed(written))
        if known:
            return tuple(_reading(p) for p in known)
    if anchor is None:
        return ()
    found: dict[str, list[Period]] = {}
    for at in _days_of(anchor):
        for rank, period in enumerate(_leaning(expression, at)):
            found.setdefault(f"{rank}{period.value}", []).append(period)
    if not found and expression.weekday:
        return resolve(replace(expression, weekday=0), anchor)
    return _spanning(found)


def _preferring(expression: TimeExpression, prefer: Prefer) -> TimeExpression:
    """The expression with the preferred tense, where its words tell none."""
    if prefer == "closest" or expression.shift or expression.tense in ("past", "future"):
        return expression
    if prefer == "future" and expression.weekday and not expression.written.partition("T")[0].strip("X-"):
        return replace(expression, shift=Shift(unit="week", by=1))  # today would be called today
    return replace(expression, tense=prefer)


def _days_of(anchor: When) -> Iterator[date]:
    """The middle of the anchor first, of two days the later: a stamp bounds a publication above."""
    length = (anchor.last - anchor.first).days
    steps = range(length + 1) if length < _SAMPLED else (0, (length + 1) // 2, length)
    days = [anchor.first + n * _DAY for n in steps]
    middle = len(days) // 2
    yield from sorted(days, key=lambda d: (abs((d - days[middle]).days), d))


def _spanning(found: dict[str, list[Period]]) -> tuple[Reading, ...]:
    best = [periods[0] for key, periods in found.items() if key.startswith("0")]
    rest = [periods[0] for key, periods in found.items() if not key.startswith("0")]
    readings = {p.value: _reading(p) for p in [*best, *rest]}
    if len(best) > 1:
        span = When(first=min(p.first for p in best), last=max(p.last for p in best), grain=best[0].grain)
        readings[best[0].value] = Reading(value=best[0].value, when=span)
    return tuple(readings.values())


def _reading(period: Period) -> Reading:
    return Reading(value=period.value, when=When(first=period.first, last=period.last, grain=period.grain))


def _leaning(expression: TimeExpression, anchor: date) -> list[Period]:
    """What the expression means on one day, best first."""
    try:
        if "/" in expression.written:
            return _ranged(expression, anchor)
        written, _, clock = expression.written.partition("T")
        found = _candidates(expression, written, anchor)
    except (ValueError, OverflowError):
        return []
    return [clocked(p, clock) for p in found] if clock else found


def _ranged(expression: TimeExpression, anchor: date) -> list[Period]:
    """Both ends of an interval; the second leans on the anchor, the first is the nearest before the second."""
    (left, _, begins), (right, _, closes) = (end.partition("T") for end in expression.written.split("/", 1))
    if last := _WEEKDAY.match(right):
        ends = _relative(replace(expression, weekday=int(last[1])), anchor)
    else:
        ends = _candidates(expression, right, anchor)
    if not ends:
        return []
    final = ends[0]
    if first := _WEEKDAY.match(left):
        back = (final.first.isoweekday() - int(first[1])) % 7 or (7 if last else 0)
        starts = [shifted(final.first, Shift(unit="day", by=-back))]
    elif left == right and begins:
        starts = [final]
    else:
        starts = _candidates(replace(expression, shift=None, weekday=0, tense="past"), left, final.first)
    if not starts:
        return []
    a, b = (clocked(p, c) if c else p for p, c in ((starts[0], begins), (final, closes)))
    return [Period(a.first, b.last, a.grain, f"{a.value}/{b.value}")]


def _candidates(expression: TimeExpression, written: str, anchor: date) -> list[Period]:
    shift = expression.shift
    if week := WEEK.match(written):
        at = anchor + 7 * (shift.by if shift else 0) * _DAY
        return [in_week(at - (at.isoweekday() - 1) * _DAY, week[3])]
    if written.startswith("XXXX") and (NTH.match(written) or EASTER.match(written)):
        return _kept(written, expression, anchor)
    match = DATE.match(written)
    if match is None or set("".join(x or "" for x in match.groups()[1:])) == {"X"}:
        return _relative(expression, anchor)
    if match[2] != "XXXX" and "X" not in written:
        return list(named(written))
    if match[2] == "XXXX" and match[3] == "XX" and shift and shift.unit == "month" and not expression.weekday:
        told = month_of(anchor.year, anchor.month + shift.by).first
        return list(fixed(f"{told.year:04}-{told.month:02}-{match[4]}"))
    periods = list(_filled(match, anchor))
    if expression.weekday:
        agreeing = [p for p in periods if p.first.isoweekday() == expression.weekday]
        near = [p for p in agreeing if _distance(p, anchor) <= _WEEKDAY_HOLDS]
        slip = any(_distance(p, anchor) <= _SLIP for p in periods)
        periods = near or (periods if slip else agreeing or periods)
    return _chosen(periods, expression, anchor)


def _relative(expression: TimeExpression, anchor: date) -> list[Period]:
    shift, weekday = expression.shift, expression.weekday
    if weekday and (shift is None or shift.unit == "week"):
        days = [anchor + n * _DAY for n in range(-7, 8) if (anchor + n * _DAY).isoweekday() == weekday]
        leaning = expression if expression.tense or shift else replace(expression, tense="past")
        return _chosen([Period(d, d, "day", d.isoformat()) for d in days], leaning, anchor)
    if shift is None:
        return []
    period = shifted(anchor, shift)
    agrees = not weekday or shift.unit != "day" or period.first.isoweekday() == weekday
    return [period] if agrees else []


def _kept(written: str, expression: TimeExpression, anchor: date) -> list[Period]:
    """A day that every year (or month) has by a rule: its n-th weekday, Easter; the other church's is its rival."""
    shift = expression.shift
    if written.startswith("XXXX-XX"):
        steps = [shift.by] if shift and shift.unit == "month" else range(-6, 7)
        months = [month_of(anchor.year, anchor.month + step).first for step in steps]
        filled = [f"{m.year:04}-{m.month:02}{written[7:]}" for m in months]
        expression = replace(expression, shift=None)
    else:
        filled = [f"{year:04}{written[4:]}" for year in range(anchor.year - 1, anchor.year + 2)]
    found = _chosen([p for each in filled for p in fixed(each)], expression, anchor)
    other = {"W": "O", "O": "W"}.get(written[6:7]) if EASTER.match(written) else None
    return [*found[:1], *fixed(f"{found[0].value[:4]}-E{other}{written[7:]}")] if other and found else found


def _filled(match: re.Match[str], anchor: date) -> Iterator[Period]:
    """Every period around the anchor that the written digits allow, in order."""
    hijri, year, month, number = match[1], match[2], match[3], match[4]
    if "X" in month:
        if number is None:
            return
        for step in range(-13, 14):
            month_ = month_of(anchor.year, anchor.month + step).first
            yield from fixed(f"{month_.year:04}-{month_.month:02}-{number}")
        return
    at = Gregorian(anchor.year, anchor.month, anchor.day).to_hijri().year if hijri else anchor.year
    years = [int(year)] if "X" not in year else range(at - _YEARS_AROUND, at + _YEARS_AROUND + 1)
    for y in years:
        rest = f"-{month}" + (f"-{number}" if number and "X" not in number else "")
        yield from fixed(f"{hijri}{y:04}{rest}")


def _chosen(periods: list[Period], expression: TimeExpression, anchor: date) -> list[Period]:
    """The period that shift and tense choose, then its rival: the nearest on the other side of the anchor.

    A shift that stands with written digits means the nearest such period before (after) the anchor's own, by
    the period's grain; "this" one may lie on either side of the anchor's day.
    """
    shift, tense = expression.shift, expression.tense
    grain = periods[0].grain if periods else "day"
    own = shifted(anchor, Shift(unit=grain if grain in ("day", "month", "year") else "day", by=0))
    ahead = 1 if tense == "present" else _AHEAD
    near = sorted(periods, key=lambda p: (_distance(p, anchor) * (ahead if p.first > anchor else 1), p.first))
    if shift and shift.by < 0:
        good = [p for p in near if p.last < own.first]
    elif shift and shift.by > 0:
        good = [p for p in near if p.first > own.last]
    elif shift:
        good = [p for p in near if _shares(p, shift.unit, anchor)] or near
    elif tense == "past":
        good = [p for p in near if p.first <= anchor]
    elif tense == "future":
        good = [p for p in near if p.last >= anchor]
    else:
        good = near
    best = (good or near)[:1]
    others = [p for p in near if p not in best]
    across = [p for p in others if best and (p.first > anchor) != (best[0].first > anchor)]
    return best + (others if shift else across or others)[:1]


def _shares(period: Period, unit: Grain, anchor: date) -> bool:
    """Whether the period lies in the anchor's month or year, whichever `unit` is."""
    if period.first.year != anchor.year:
        return False
    return unit != "month" or period.first.month == anchor.month


def _distance(period: Period, anchor: date) -> int:
    if period.first <= anchor <= period.last:
        return 0
    return min(abs((period.first - anchor).days), abs((period.last - anchor).days))
