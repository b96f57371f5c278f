"""Whether two ways of writing a time mean the same: TIMEX3 values, instants and intervals."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from takhrij import periods

_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)
_UNITS: Final = {"Y": 12, "M": 1, "W": 7 * 86400, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}
_PARTS: Final = {
    "DA": (0, 8),
    "MO": (4, 12),
    "MI": (10, 15),
    "AF": (12, 19),
    "EV": (16, 24),
    "NI": (18, 30),
}
"""Between which hours projects that give a part of the day hours of its own let it begin and end."""
_CLOCKS: Final = ("hour", "minute", "second")
_SEASONS: Final = {"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}
_HALVES: Final = {"H1": "40", "H2": "41"}


class Bounds(NamedTuple):
    """The first instant, the first one after the end, and how fine the words are."""

    start: datetime
    end: datetime
    grain: str


def bounds(value: str) -> Bounds | None:
    """Return the instants that a TIMEX3 or ISO 8601 value spans; None for durations, references and open values."""
    if "/" in value:
        left, right = map(bounds, value.split("/", 1))
        return Bounds(left.start, right.end, left.grain) if left and right else None
    day, _, clock = value.rstrip("Z").partition("T")
    coded = re.sub(r"-(S[PU]|FA|WI|Q\d|H\d)$", lambda m: "-" + {**_SEASONS, **_HALVES}.get(m[1], m[1]), day)
    if re.fullmatch(r"\d{2,3}", day):
        coded = day.ljust(4, "X")
    found = next(periods.fixed(coded), None)
    if found is None:
        return None
    start = datetime.combine(found.first, datetime.min.time())
    if clock in _PARTS:
        low, high = _PARTS[clock]
        return Bounds(start + low * _HOUR, start + high * _HOUR, clock)
    if clock:
        return _clocked(start, clock)
    return Bounds(start, datetime.combine(found.last, datetime.min.time()) + _DAY, found.grain)


def _clocked(start: datetime, clock: str) -> Bounds | None:
    figures = re.match(r"(\d\d)(?::(\d\d)(?::(\d\d))?)?", clock)
    if not figures:
        return None
    hours, minutes, seconds = (int(x or 0) for x in figures.groups())
    at = start + timedelta(hours=hours, minutes=minutes, seconds=seconds)
    grain = _CLOCKS[sum(x is not None for x in figures.groups()) - 1]
    return Bounds(at, at, grain)


def same(got: str, want: str, mod: str = "") -> bool:
    """Return whether the TIMEX3 value `got` means what `want` does.

    Of an interval the end may be counted in or not. A value with START, MID or END is right where theirs lies in its
    first, middle or last third: TIMEX3 does not narrow it, others do. Parts of the day have other hours everywhere.
    """
    got, want = _bare(got), _bare(want)
    if got == want:
        return True
    if got.startswith("P") or want.startswith("P"):
        return _length(got) is not None and _length(got) == _length(want)
    mine, theirs = bounds(got), bounds(want)
    if theirs and got[:1] == "T" and got[1:] in _PARTS:
        mine = bounds(f"{theirs.start:%Y-%m-%d}{got}")
    if mine is None or theirs is None:
        return False
    if mine.grain in _PARTS:
        return ("/" in want or "T" not in want) and mine.start <= theirs.start and theirs.end <= mine.end
    if mod and mine.start <= theirs.start <= theirs.end <= mine.end + _DAY:
        middle = theirs.start + (theirs.end - theirs.start) / 2
        third = {"START": 0, "MID": 1, "END": 2}.get(mod)
        at = (middle - mine.start) / (mine.end - mine.start) * 3 if mine.end > mine.start else 0
        return third is not None and third - 0.5 <= at <= third + 1.5
    if theirs.grain in _CLOCKS or mine.grain in _CLOCKS:
        within = theirs.end == mine.end or abs(theirs.end - mine.end) <= _HOUR
        return mine.start == theirs.start and mine.grain in _CLOCKS and (within if "/" in want else True)
    slack = timedelta(days=366) if mine.grain == "year" and "/" in got else _DAY if "/" in want else timedelta()
    return mine.start == theirs.start and abs(mine.end - theirs.end) <= slack


def _bare(value: str) -> str:
    """Without a zone, without a day that is all X, and without the minutes of a full hour of a set."""
    value = value.rstrip("Z").removeprefix("XXXX-XX-XX") if value.startswith("XXXX-XX-XXT") else value.rstrip("Z")
    return re.sub(r"^((?:XXXX-WXX-\d)?T\d\d):00$", r"\1", value)


def _length(value: str) -> tuple[float, float] | None:
    """Months and seconds of a duration."""
    match = re.fullmatch(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])*))?", value)
    if not match:
        return None
    months = seconds = 0.0
    for part, clock in ((match[1], ""), (match[2] or "", "T")):
        for number, unit in re.findall(r"([\d.]+)([A-Z])", part):
            size = float(number) * _UNITS[clock + unit]
            months, seconds = (months + size, seconds) if clock + unit in ("Y", "M") else (months, seconds + size)
    return months, seconds
