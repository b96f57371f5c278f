"""TIMEX3 values and days as EDTF (ISO 8601-2, levels 0 to 2), the form that library and archive tools read.

EDTF knows days, months, years, seasons, quarters, decades, centuries, and instants to the second. What it has no
word for is said by the days that it covers: a week is an interval, a clock time without seconds is its day, for
seconds that nobody wrote would be invented.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from takhrij.records import When

_DATE: Final = re.compile(r"[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?$")
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?$")
_PARTS: Final = {
    "SP": "21",
    "SU": "22",
    "FA": "23",
    "WI": "24",
    **{f"Q{n}": f"{32 + n}" for n in range(1, 5)},
    "H1": "40",
    "H2": "41",
}
"""Seasons, quarters and halves, as TIMEX3 and as level 2 write them."""
_LISTED: Final = 8
"""Most values that are listed one by one; more are told as a span."""


def edtf(value: str, when: When | None, *, approximate: bool = False) -> str:
    """Return a TIMEX3 value as EDTF, "" for one that is no date (a duration, a set, a vague reference).

    `when` are its days. They stand in for what EDTF has no form for, and where they are more than the value's own (an
    anchor of several days made them so) the result is one of them. `approximate` adds `~`.
    """
    mark = "~" if approximate else ""
    if value[:1] in ("P", "F") or value.endswith("_REF"):
        return ""
    if value.startswith("BC"):  # years count from 1, those of EDTF from 0
        return f"-{int(value[2:]) - 1:04}{mark}" if len(value) == 6 else ""
    if "/" in value:
        return _interval(value, when, approximate)
    if _INSTANT.match(value):
        return value
    date_, _, clock = value.partition("T")
    year, _, part = date_.partition("-")
    if part in _PARTS:
        return f"{year}-{_PARTS[part]}{mark}"
    if re.fullmatch(r"[\dX]{2,3}", date_):
        return f"{date_:X<4}{mark}"
    if _DATE.match(date_):
        return _spanned(date_, when) or (date_ if clock else date_ + mark)
    return days(when)


def _interval(value: str, when: When | None, approximate: bool) -> str:
    ends = [edtf(part, None, approximate=approximate) for part in value.split("/")]
    if not all(ends) or any("/" in end for end in ends):
        return days(when)
    return ends[0] if len(set(ends)) == 1 else "/".join(ends)  # hours of one day are that day


def _spanned(value: str, when: When | None) -> str:
    """One of the days or months that `when` spans, where it is longer than the value: its anchor was several days."""
    if when is None or "X" in value or len(value) < 7:
        return ""
    first, last = when.first.isoformat()[: len(value)], when.last.isoformat()[: len(value)]
    return f"[{first}..{last}]" if first != last else ""


def one_of(values: list[str], when: When) -> str:
    """Return EDTF for one of several values, of which nobody knows which; `when` spans their days.

    Values that follow one another, and many, are told by the first and the last: `[2025-02-11..2025-02-13]`.
    """
    if not all(re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value) for value in values):
        return days(when)
    if len(values) <= _LISTED and not _in_a_row(values):
        return "[" + ",".join(values) + "]"
    return f"[{values[0]}..{values[-1]}]"


def _in_a_row(values: list[str]) -> bool:
    if any(len(value) < 10 for value in values):
        counts = [12 * int(v[:4]) + int(v[5:7]) if len(v) > 4 else int(v) for v in values]
    else:
        counts = [date.fromisoformat(v).toordinal() for v in values]
    return [c - counts[0] for c in counts] == list(range(len(counts)))


def days(when: When | None) -> str:
    """Return days as EDTF: a day, or an interval; "" for None."""
    if when is None:
        return ""
    first, last = when.first.isoformat(), when.last.isoformat()
    return first if first == last else f"{first}/{last}"


def covering(first: date, last: date) -> str:
    """Return the finest TIMEX3 value that holds both days: `2025-02-XX` for two of a month."""
    if first == last:
        return first.isoformat()
    if (
        first.day == 1
        and (last + timedelta(days=1)).day == 1
        and (first.year, first.month) == (last.year, last.month)
    ):
        return f"{first:%Y-%m}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04}"
    if first.year != last.year:
        return "XXXX-XX-XX"
    return f"{first.year:04}-{first.month:02}-XX" if first.month == last.month else f"{first.year:04}-XX-XX"
