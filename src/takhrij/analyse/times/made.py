"""What the readers of time rules share: the fields that words decide, and what stands beside any time."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from takhrij.analyse.times.grammar import Grammar
from takhrij.records import Grain, Shift, Tense, TimeType

Slots = dict[str, str]
PARTS: Final = {"dawn": "TDA", "morning": "TMO", "noon": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


class Made(NamedTuple):
    """The fields of a time expression that words decide."""

    type: TimeType
    written: str = ""
    weekday: int = 0
    shift: Shift | None = None
    tense: Tense | None = None
    mod: str = ""
    note: str = ""
    quant: str = ""
    freq: str = ""


def leaning(made: Made, slots: Slots, grammar: Grammar) -> Made:
    """Give `made` the weekday, the shift of the adjective, and the modifier that stand beside it."""
    name = slots.get("weekday") or slots.get("bareweekday")
    if name:
        made = made._replace(weekday=grammar.weekdays[name])
    if adjective := slots.get("adjective"):
        by = int(grammar.words["adjective"][adjective])
        made = made._replace(shift=Shift(unit="month", by=by))
    return modified(made, slots, grammar)


def modified(made: Made, slots: Slots, grammar: Grammar) -> Made:
    """Give `made` the mod of a modifier or approximation."""
    word = slots.get("modifier")
    if word:
        return made._replace(mod=grammar.words["modifier"][word])
    word = slots.get("approximation")
    return made._replace(mod=grammar.words["approximation"][word]) if word else made


def timed(made: Made, slots: Slots, grammar: Grammar) -> Made:
    """Give `made` the clock time that stands beside it, if it is one."""
    found = slots.get("clock") or slots.get("fullclock") or slots.get("commaclock") or slots.get("stamp")
    if not found:
        return made
    found = found if slots.get("commaclock") else found.split(".")[0]  # behind a point stand parts of a second
    parts = [int(x) for x in re.findall(r"\d+", found)]
    if len(parts) == 1:
        digits = re.sub(r"\D", "", found)
        parts = [int(digits[i : i + 2]) for i in range(0, len(digits), 2)]
    mark = slots.get("mark") or slots.get("glued") or slots.get("daypart") or ""
    hour = hour_of(parts[0], part_of(mark, grammar))
    if (hour, parts[1]) > (24, 0) or parts[1] > 59:
        return made
    seconds = f":{parts[2]:02}" if len(parts) > 2 else ""
    zone = zone_of(slots, grammar)
    return made._replace(type="TIME", written=f"{made.written}T{hour:02}:{parts[1]:02}{seconds}{zone}")


def hour_of(hour: int, part: str) -> int:
    """Return the hour of 24 that an hour with a part of the day or mark means."""
    if part in ("noon", "afternoon", "evening") and hour < 12:
        return hour if part == "noon" and hour > 9 else hour + 12
    if part == "night" and 6 <= hour <= 12:
        return hour + 12
    return 0 if part in ("morning", "dawn") and hour == 12 else hour


def pointed(value: str) -> Made:
    """Return what a deictic's value says: a part of the day or `day`, and a distance in days."""
    part, by = value.split()
    made = Made("DATE", shift=Shift(unit="day", by=int(by)))
    return made if part == "day" else made._replace(type="TIME", written=f"XXXX-XX-XX{PARTS[part]}")


def parted(made: Made, slots: Slots, grammar: Grammar) -> Made:
    """Give `made` the part of the day that stands before it."""
    word = slots.get("daypart")
    if not word:
        return made
    return made._replace(type="TIME", written=f"XXXX-XX-XX{PARTS[grammar.words['daypart'][word]]}")


def tense_of(by: int) -> Tense:
    """Return the tense of a distance."""
    return "past" if by < 0 else "future" if by > 0 else "present"


def grain_of(name: str) -> Grain:
    """Return a unit's name as a grain."""
    grains: tuple[Grain, ...] = ("day", "week", "month", "year", "decade", "century")
    return next(grain for grain in grains if grain == name)


def part_of(word: str, grammar: Grammar) -> str:
    """Return the part of the day that a word or mark names (dawn, morning, noon and so on), or ""."""
    words = grammar.words
    return words["daypart"].get(word) or words["mark"].get(word) or words["glued"].get(word, "")


def zone_of(slots: Slots, grammar: Grammar) -> str:
    """Return Z where the zone that stands beside a clock time is Greenwich's, or how far it is from it."""
    zone = slots.get("zone", "").strip("()")
    base = grammar.words["zone"].get(re.sub(r"\)?[+-]\d+$", "", zone), "")
    away = re.search(r"([+-])(\d{1,2})$", zone)
    return f"{away[1]}{int(away[2]):02}:00" if base and away else base


def year_of(slots: Slots, calendar: str, grammar: Grammar) -> str | None:
    """Return the year's four characters, X for none; None where it is of the other calendar than the month."""
    if words := slots.get("wordyear"):
        number = grammar.numbers.value(words) or 0
    elif found := slots.get("year") or slots.get("yyyy"):
        number = int(found[:4])
    else:
        return "XXXX"
    return f"{number}" if 1000 <= number <= 2200 and (number < 1500) == (calendar == "hijri") else None
