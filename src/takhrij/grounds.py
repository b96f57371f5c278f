"""What the words of a time give by themselves, and what fixed each part of its value: the words, the printed
weekday, a cue of tense, or the anchor."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Final

import msgspec

from takhrij.records import Reading, Shift, TimeExpression

_PARTS: Final = ("year", "month", "day")
_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OPEN: Final = {
    "century": "XX",
    "decade": "XXX",
    "year": "XXXX",
    "quarter": "XXXX-QX",
    "month": "XXXX-XX",
    "week": "XXXX-WXX",
    "day": "XXXX-XX-XX",
}
"""TIMEX3 values of a period of which nothing but its length is known."""
_NAMED: Final = {
    "21": "SP",
    "22": "SU",
    "23": "FA",
    "24": "WI",
    "40": "H1",
    "41": "H2",
    **{f"{32 + n}": f"Q{n}" for n in range(1, 5)},
}
"""Parts of the year, as EDTF and as TIMEX3 write them."""

_NO_DAY: Final = "nothing: the calendar has no such day"
_LEAP: Final = 2000
"""A year that has every day."""
WORDS: Final = "words"
"""What stands in the text itself."""


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a value (year, month, week, day, weekday, time, length, recurrence, calendar) and what fixed it."""

    part: str
    by: str


def unresolved(expression: TimeExpression) -> str:
    """Return the TIMEX3 value that the words alone give, with X for what only an anchor could tell.

    A day that the calendar does not have (30 February) is X too: nobody can say which was meant.
    """
    ends = [end.partition("T") for end in expression.written.split("/")]
    value = "/".join(_named(_possible(told)) + t + clock for told, t, clock in ends)
    if ends[0][0] in ("", "XXXX-XX-XX") and len(ends) == 1:
        unit = expression.shift.unit if expression.shift else "day"
        value = f"XXXX-WXX-{expression.weekday}" if expression.weekday else _OPEN.get(unit, _OPEN["day"])
        value += "".join(ends[0][1:])
    return value


def _named(part: str) -> str:
    """A part of the year by TIMEX3's name; a day that a rule gives to every year (`-#`, `-E`) without the rule."""
    if "-#" in part or "-E" in part:
        return f"{part[:4]}-XX-XX" if "-E" in part else f"{part[:7]}-XX"
    return re.sub(r"^([\dX]{4})-(\d\d)$", lambda m: f"{m[1]}-{_NAMED.get(m[2], m[2])}", part)


def _possible(part: str) -> str:
    """A written date without a day that its month cannot have."""
    match = re.fullmatch(r"(H?)([\dX]{4})-(\d\d)-(\d\d)", part)
    if match is None:
        return part
    year = int(match[2]) if match[2].isdecimal() else _LEAP
    month, day = int(match[3]), int(match[4])
    longest = 30 if match[1] else monthrange(year, month)[1] if 1 <= month <= 12 and year else 0
    return part if 1 <= day <= longest else f"{part[:-2]}XX"


def basis(found: TimeExpression, reading: Reading | None, preferred: str = "closest") -> tuple[Basis, ...]:
    """Return what fixed each part of the reading of an expression, coarse parts first.

    Without a reading the parts that are missing are said to need an anchor. `preferred` is the side that the caller
    asked for, where it counted. A printed weekday that the date contradicts is said to disagree.
    """
    if found.type in ("DURATION", "SET"):
        return (Basis(part="length" if found.type == "DURATION" else "recurrence", by=WORDS),)
    if found.written.endswith("_REF"):
        return (Basis(part="reference", by=WORDS),)
    if found.mod == "NAME":
        return (Basis(part="day", by="words; it names an event, so that no year is sought"),)
    impossible = any(_possible(part) != part for part in found.written.partition("T")[0].split("/"))
    filler = _filler(found, preferred) if reading else "nothing: it needs an anchor"
    written, _, clock = found.written.partition("T")
    parts = _written(written, filler) or _pointed(found, filler)
    if impossible:
        parts = [(part, _NO_DAY if part == "day" else by) for part, by in parts]
    if reading and reading.when is None and clock:
        parts = [("day", "nothing: the words do not tell it")]
    parts += [("weekday", _weekday(found, reading))] if found.weekday else []
    parts += [("time", WORDS)] if clock else []
    if written.startswith("H"):
        parts.append(("calendar", "Hijri, by the tables of Umm al-Qura; a sighted moon may differ by a day"))
    return tuple(Basis(part=part, by=by) for part, by in parts)


def _written(written: str, filler: str) -> list[tuple[str, str]]:
    """The parts of a date that some words tell; what is X in it came from elsewhere."""
    last = written.rpartition("/")[2].removeprefix("H")
    if last.startswith("BC"):
        return [("century" if len(last) == 4 else "year", WORDS)]
    if week := re.fullmatch(r"([\dX]{4})-W([\dX]{2})(-.+)?", last):
        parts = [("week", filler if "X" in week[1] + week[2] else WORDS)]
        return parts + ([("day", WORDS)] if week[3] else [])
    if not re.search(r"\d", last):
        return []
    told = last.split("-")
    names = ("year", "part of the year") if len(told) == 2 and told[1] > "12" and told[1] != "XX" else _PARTS
    if re.fullmatch(r"\d\d[\dX]X", told[0]):
        return [("century" if told[0].endswith("XX") else "decade", WORDS)]
    return [(name, filler if "X" in digits else WORDS) for name, digits in zip(names, told, strict=False)]


def _pointed(found: TimeExpression, filler: str) -> list[tuple[str, str]]:
    """The part that a phrase without a date counts in: "last week", "tomorrow", or a weekday of some week."""
    if found.shift is None or (found.weekday and found.shift.unit != "day"):
        return [("week", filler)]
    return [(found.shift.unit, filler)]


def _filler(found: TimeExpression, preferred: str) -> str:
    if found.shift:
        return _shifted(found.shift)
    if found.tense in ("past", "future"):
        return f"a cue of the {found.tense} in the sentence"
    side = "nearest to the anchor" if preferred == "closest" else f'prefer="{preferred}"'
    return f"the weekday, then {side}" if found.weekday and found.written else side


def _shifted(shift: Shift) -> str:
    if shift.by == 0:
        return f"the anchor's own {shift.unit}"
    units = shift.unit if abs(shift.by) == 1 else f"{shift.unit}s"
    return f"{abs(shift.by)} {units} {'after' if shift.by > 0 else 'before'} the anchor"


def _weekday(found: TimeExpression, reading: Reading | None) -> str:
    """Whether the printed weekday is that of the day found."""
    when = reading.when if reading else None
    if when is None or when.first != when.last or when.first.isoweekday() == found.weekday:
        return WORDS
    printed, real = _NAMES[found.weekday - 1], _NAMES[when.first.isoweekday() - 1]
    return f"words; they disagree: {printed} is printed, and {when.first} is a {real}"
