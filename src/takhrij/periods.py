"""Periods of the calendar: days with the TIMEX3 value that names them, Gregorian and Hijri. Knows no language."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from hijridate import Gregorian, Hijri

from takhrij.records import Grain, Shift, When

_DAY: Final = timedelta(days=1)
DATE: Final = re.compile(r"(H?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$")
WEEK: Final = re.compile(r"([\dX]{4})-W([\dX]{2})(?:-([1-7]|WE))?$")
NTH: Final = re.compile(r"([\dX]{4})-([\dX]{2})-#([1-5L])([0-7])$")
"""The first (1) to fifth or last (L) of a month's Mondays (1) to Sundays (7) or days (0): no form of EDTF says it."""
EASTER: Final = re.compile(r"([\dX]{4})-E([WO])([+-]\d\d)?$")
"""Easter of the western (W) or eastern (O) churches, or days before or after it."""
_SEASONS: Final = {21: ("SP", 3), 22: ("SU", 6), 23: ("FA", 9), 24: ("WI", 12)}


class Period(NamedTuple):
    """Days with the value that names them."""

    first: date
    last: date
    grain: Grain
    value: str


def day(when: date) -> When:
    """Return `when` as days."""
    return When(first=when, last=when, grain="day")


def month_of(year: int, month: int) -> Period:
    """Return a month; `month` may lie outside 1 to 12 and is carried over."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = date(year, month, monthrange(year, month)[1])
    return Period(date(year, month, 1), last, "month", f"{year:04}-{month:02}")


def week_of(when: date, first_weekday: int = 1) -> Period:
    """Return the week around `when`, from `first_weekday` (1 is Monday) on, with the ISO week's value."""
    first = when - _DAY * ((when.isoweekday() - first_weekday) % 7)
    year, week, _ = when.isocalendar()
    return Period(first, first + 6 * _DAY, "week", f"{year:04}-W{week:02}")


def shifted(anchor: date, shift: Shift) -> Period:
    """Return the period of the shift's unit that lies `by` units from the one that holds `anchor`.

    Raises:
        ValueError, OverflowError: outside the years 1 to 9999.
    """
    year, by = anchor.year, shift.by
    if shift.unit in ("day", "hour", "minute", "second"):
        when = anchor + by * _DAY if shift.unit == "day" else anchor
        return Period(when, when, "day", when.isoformat())
    if shift.unit == "week":
        return week_of(anchor + 7 * by * _DAY)
    if shift.unit == "month":
        return month_of(year, anchor.month + by)
    if shift.unit == "quarter":
        return quarter(year, (anchor.month - 1) // 3 + by)
    size: int = {"year": 1, "decade": 10, "century": 100}.get(shift.unit, 1)
    first = (year // size + by) * size
    return Period(
        date(first, 1, 1), date(first + size - 1, 12, 31), shift.unit, f"{first:04}"[: {1: 4, 10: 3}.get(size, 2)]
    )


def quarter(year: int, index: int) -> Period:
    """Return quarter `index` (0 to 3; others carry over) of a year."""
    year, index = year + index // 4, index % 4
    last = month_of(year, 3 * index + 3).last
    return Period(date(year, 3 * index + 1, 1), last, "quarter", f"{year:04}-Q{index + 1}")


def fixed(written: str) -> Iterator[Period]:
    """The period that `written` names by itself, if it does."""
    try:
        yield from named(written)
    except (ValueError, OverflowError):
        return


def named(written: str) -> Iterator[Period]:
    """Yield the period that a written value names by itself, or nothing.

    Raises:
        ValueError, OverflowError: for a day that the calendar does not have.
    """
    if "/" in written:
        left, right = written.split("/", 1)
        for a, b in zip(named(left), named(right), strict=False):
            yield Period(a.first, max(a.last, b.last), a.grain, f"{a.value}/{b.value}")
        return
    written, _, clock = written.partition("T")
    decade = re.fullmatch(r"(\d{2})(\d|X)X", written)
    if decade:
        size = 100 if decade[2] == "X" else 10
        first = int(decade[1]) * 100 + (0 if size == 100 else int(decade[2]) * 10)
        grain: Grain = "century" if size == 100 else "decade"
        yield Period(date(max(first, 1), 1, 1), date(first + size - 1, 12, 31), grain, written.rstrip("X"))
    elif (match := DATE.match(written)) and "X" not in written:
        period = _hijri(written) if match[1] else _gregorian(match)
        yield clocked(period, clock) if clock else period
    elif (nth := NTH.match(written)) and "X" not in written:
        when = nth_day(int(nth[1]), int(nth[2]), nth[3], int(nth[4]))
        yield Period(when, when, "day", when.isoformat())
    elif (feast := EASTER.match(written)) and "X" not in written:
        when = easter(int(feast[1]), eastern=feast[2] == "O") + int(feast[3] or 0) * _DAY
        yield Period(when, when, "day", when.isoformat())
    elif (week := WEEK.match(written)) and "X" not in written:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        yield in_week(monday, week[3])


def nth_day(year: int, month: int, which: str, weekday: int) -> date:
    """Return the `which`-th (L: last) of a month's days that are a `weekday` (1 is Monday, 0: any).

    Raises:
        ValueError: for a fifth that the month does not have.
    """
    month_ = month_of(year, month)
    days = [month_.first + n * _DAY for n in range((month_.last - month_.first).days + 1)]
    days = [d for d in days if not weekday or d.isoweekday() == weekday]
    if which == "L":
        return days[-1]
    if int(which) > len(days):
        raise ValueError(f"{year}-{month:02} has no {which}. such day")
    return days[int(which) - 1]


def easter(year: int, *, eastern: bool) -> date:
    """Return Easter Sunday, as a day of the Gregorian calendar, by Meeus' two rules (Astronomical Algorithms, 8)."""
    if eastern:
        a, b, c = year % 4, year % 7, year % 19
        d = (19 * c + 15) % 30
        e = (2 * a + 4 * b - d + 34) % 7
        month, number = divmod(d + e + 114, 31)
        behind = year // 100 - year // 400 - 2
        return date(year, month, number + 1) + behind * _DAY
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, number = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return date(year, month, number + 1)


def clocked(period: Period, clock: str) -> Period:
    """Return the period with a clock time or part of the day behind its value."""
    local = re.sub(r"(?:Z|[+-]\d\d:\d\d)$", "", clock)
    grain: Grain = "hour" if len(local) < 4 else "minute" if len(local) < 6 else "second"
    return Period(period.first, period.last, grain, f"{period.value}T{clock}")


def _gregorian(match: re.Match[str]) -> Period:
    year, month, number = int(match[2]), int(match[3] or 0), int(match[4] or 0)
    if number:
        when = date(year, month, number)
        return Period(when, when, "day", when.isoformat())
    if month in _SEASONS:
        name, first = _SEASONS[month]
        last = month_of(year, first + 2).last
        return Period(date(year, first, 1), last, "season", f"{year:04}-{name}")
    if 33 <= month <= 36:
        return quarter(year, month - 33)
    if 40 <= month <= 41:
        half = month - 40
        return Period(
            date(year, 6 * half + 1, 1), month_of(year, 6 * half + 6).last, "season", f"{year:04}-H{half + 1}"
        )
    if month:
        return month_of(year, month)
    return Period(date(year, 1, 1), date(year, 12, 31), "year", f"{year:04}")


def _hijri(written: str) -> Period:
    parts = [int(x) for x in written[1:].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 0
    if len(parts) > 2:
        when = Hijri(year, month, parts[2]).to_gregorian()
        exact = date(when.year, when.month, when.day)
        return Period(exact, exact, "day", exact.isoformat())
    begin = Hijri(year, month or 1, 1).to_gregorian()
    final = Hijri(year, month or 12, 1)
    end = Hijri(year, month or 12, final.month_length()).to_gregorian()
    first, last = date(begin.year, begin.month, begin.day), date(end.year, end.month, end.day)
    return Period(first, last, "month" if month else "year", f"{first}/{last}" if month else f"H{year}")


def in_week(monday: date, part: str | None) -> Period:
    """Return the week that begins on `monday`, its weekend (Friday and Saturday), or day `part` of it."""
    if part == "WE":
        year, week, _ = monday.isocalendar()
        return Period(monday + 4 * _DAY, monday + 5 * _DAY, "day", f"{year:04}-W{week:02}-WE")
    if part:
        when = monday + (int(part) - 1) * _DAY
        return Period(when, when, "day", when.isoformat())
    return week_of(monday)


def hijri_year(year: int, month: int, number: int) -> int | None:
    """Return the Hijri year whose day `number` of `month` falls into a Gregorian year; None outside the tables."""
    try:
        first = Gregorian(year, 1, 1).to_hijri().year
        for hijri in (first, first + 1):
            if Hijri(hijri, month, number).to_gregorian().year == year:
                return hijri
    except (ValueError, OverflowError):
        return None
    return None


def years_for(month: int, number: int, weekday: int, years: Iterable[int]) -> list[int]:
    """Return those of `years` in which day `number` of `month` is a `weekday` (1 is Monday)."""
    good = []
    for year in years:
        try:
            if date(year, month, number).isoweekday() == weekday:
                good.append(year)
        except ValueError:
            continue
    return good
