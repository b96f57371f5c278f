"""Reads lengths of time, and distances from the day of speaking that are told as lengths."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.times.grammar import Grammar
from takhrij.analyse.times.made import Made, Slots, grain_of, modified, tense_of
from takhrij.records import Grain, Shift

_LETTERS: Final = {
    "second": ("T", "S", 1),
    "minute": ("T", "M", 1),
    "hour": ("T", "H", 1),
    "day": ("", "D", 1),
    "week": ("", "W", 1),
    "month": ("", "M", 1),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
}
_VAGUE: Final = {"decade": "PXDE", "century": "PXCE"}
_HALVES: Final = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y", "month": "P15D"}
_QUARTERS: Final = {"hour": "PT15M", "year": "P3M", "century": "P25Y"}


def relative(slots: Slots, grammar: Grammar) -> Made | None:
    """A unit before, around or after the day of speaking."""
    unit = grammar.units[slots["theunit"].removeprefix(grammar.article)]
    by = int(grammar.words["adjective"][slots["adjective"]]) if slots.get("adjective") else 0
    by += -1 if slots.get("way") and by < 0 else 1 if slots.get("way") else 0
    if unit.grain == "day" and unit.number == 1 and not slots.get("way"):
        made = _day(by, slots)
        return modified(made, slots, grammar) if made else None
    if unit.number == 0:
        return Made("DURATION", "P" + _vague(unit.grain), tense=tense_of(by), shift=None)
    if unit.number == 2:
        return Made("DURATION", _amount(2, unit.grain), tense=tense_of(by))
    if unit.grain in ("second", "minute", "hour"):
        return Made("DURATION", _amount(1, unit.grain), tense=tense_of(by)) if by else None
    return modified(Made("DATE", shift=Shift(unit=grain_of(unit.grain), by=by)), slots, grammar)


def _day(by: int, slots: Slots) -> Made | None:
    """`اليوم الماضي` is yesterday, but "the next day" counts from what was told before."""
    return Made("DATE", shift=Shift(unit="day", by=by)) if by < 0 or not slots.get("adjective") else None


def window(slots: Slots, grammar: Grammar) -> Made | None:
    """`الأيام الثلاثة الماضية`, `الـ24 ساعة الماضية`."""
    word = slots.get("theunit") or slots["unit"]
    unit = grammar.units.get(word.removeprefix(grammar.article)) or grammar.units[word]
    number = grammar.numbers.value(slots.get("n") or slots["ordinal"])
    if number is None:
        return None
    by = int(grammar.words["adjective"][slots["adjective"]])
    return Made("DURATION", _amount(number, unit.grain), tense=tense_of(by))


def window_of(slots: Slots, grammar: Grammar) -> Made | None:
    """`آخر 3 سنوات`."""
    unit, number = grammar.units[slots["unit"]], grammar.numbers.value(slots["n"])
    return Made("DURATION", _amount(number, unit.grain), tense="past") if number else None


def decimal(slots: Slots, grammar: Grammar) -> Made | None:
    """`9.8 ثانية`."""
    clock, letter, times = _LETTERS[grammar.units[slots["unit"]].grain]
    if times != 1:
        return None
    return modified(Made("DURATION", f"P{clock}{slots['decimal'].replace('٫', '.')}{letter}"), slots, grammar)


def whole(slots: Slots, grammar: Grammar) -> Made | None:
    """`طوال الأسبوع`."""
    word = slots.get("singular") or slots["theunit"].removeprefix(grammar.article)
    unit = grammar.units[word]
    return Made("DURATION", _amount(1, unit.grain)) if unit.number == 1 else None


def few(slots: Slots, grammar: Grammar) -> Made | None:
    """`الأيام القليلة الماضية`."""
    unit = grammar.units[slots["theunit"].removeprefix(grammar.article)]
    by = int(grammar.words["adjective"][slots["adjective"]])
    return Made("DURATION", "P" + _vague(unit.grain), tense=tense_of(by))


def ago(slots: Slots, grammar: Grammar) -> Made | None:
    """A number of units before or after the day of speaking."""
    made = duration(slots, grammar)
    amount = _count(slots, grammar)
    if made is None or amount is None:
        return None
    count, grain = amount
    sign = -1 if grammar.words["way"][slots["way"]] == "back" else 1
    if grain in ("second", "minute", "hour"):
        return made._replace(tense=tense_of(sign))
    unit: Grain = grain_of(grain)
    if sign > 0 and unit in ("year", "decade", "century"):
        return made  # "after three years" counts from something told before far oftener than from today
    if unit == "week":
        unit, count = "day", 7 * count
    return Made("DATE", shift=Shift(unit=unit, by=sign * count), mod=made.mod)


def duration(slots: Slots, grammar: Grammar) -> Made | None:
    """A length of time."""
    if half := slots.get("part"):
        table = {"half": _HALVES, "fourth": _QUARTERS}.get(grammar.words["part"][half], {})
        value = table.get(grammar.units[slots["singular"]].grain)
        return modified(Made("DURATION", value), slots, grammar) if value else None
    amount = _count(slots, grammar)
    if amount is None:
        return None
    value = _amount(*amount)
    if slots.get("extra"):
        value = _with_half(*amount) or value
    elif slots.get("unit2"):
        for unit, number in (("unit2", "n2"), ("unit3", "n3")):
            value = _joined(value, _further(slots, unit, number, grammar)) if slots.get(unit) else value
    return modified(Made("DURATION", value), slots, grammar)


def times_a_unit(slots: Slots, grammar: Grammar) -> Made | None:
    """`مرتين في الأسبوع`: how often stands in `freq`, not in the value."""
    times = 2 if slots.get("twice") else grammar.numbers.value(slots["n"]) if slots.get("n") else 1
    return Made("SET", _amount(1, grammar.units[slots["singular"]].grain), freq=f"{times}X" if times else "")


def many(slots: Slots, grammar: Grammar) -> Made | None:
    """A number of units that is not told."""
    word = slots.get("plural") or slots["theunit"].removeprefix(grammar.article)
    unit = grammar.units[word]
    return Made("DURATION", "P" + _vague(unit.grain)) if unit.number == 0 else None


def every(slots: Slots, grammar: Grammar) -> Made:
    """What comes again and again."""
    made = _recurring(slots, grammar)
    return made._replace(quant="EVERY")


def _recurring(slots: Slots, grammar: Grammar) -> Made:
    if day := slots.get("weekday") or slots.get("bareweekday") or slots.get("bareweekday2"):
        return Made("SET", f"XXXX-WXX-{grammar.weekdays[day]}")
    if slots.get("dual"):
        return Made("SET", _amount(2, grammar.units[slots["dual"]].grain))
    if slots.get("singular"):
        number = grammar.numbers.value(slots["n"]) if slots.get("n") else 1
        return Made("SET", _amount(number or 1, grammar.units[slots["singular"]].grain))
    if slots.get("unit"):
        return Made("SET", _amount(grammar.numbers.value(slots["n"]) or 1, grammar.units[slots["unit"]].grain))
    return Made("SET", grammar.words["set"][slots["set"]])


def _count(slots: Slots, grammar: Grammar) -> tuple[int, str] | None:
    if slots.get("dual"):
        unit = grammar.units[slots["dual"]]
        return 2, unit.grain
    if slots.get("n"):
        number = grammar.numbers.value(slots["n"])
        return None if number is None else (number, grammar.units[slots["unit"]].grain)
    return 1, grammar.units[slots["singular"]].grain


def _further(slots: Slots, unit: str, number: str, grammar: Grammar) -> str:
    told = grammar.units[slots[unit]]
    count = grammar.numbers.value(slots[number]) if slots.get(number) else max(told.number, 1)
    return _amount(count or 1, told.grain)


def _amount(count: int, grain: str) -> str:
    clock, letter, times = _LETTERS[grain]
    return f"P{clock}{count * times}{letter}"


def _vague(grain: str) -> str:
    return _VAGUE[grain][1:] if grain in _VAGUE else f"{_LETTERS[grain][0]}X{_LETTERS[grain][1]}"


def _with_half(count: int, grain: str) -> str | None:
    doubled = {"hour": ("PT", "M", 60), "year": ("P", "M", 12), "day": ("PT", "H", 24), "decade": ("P", "Y", 10)}.get(
        grain
    )
    return f"{doubled[0]}{count * doubled[2] + doubled[2] // 2}{doubled[1]}" if doubled else None


def _joined(first: str, second: str) -> str:
    if "T" in first and "T" in second:
        return first + second.removeprefix("PT")
    return first + second.removeprefix("P")
