"""Reads days that are told by a rule or by half a date, and years and weeks of years that are rarer."""

from __future__ import annotations

from takhrij.analyse.times.grammar import Grammar
from takhrij.analyse.times.made import Made, Slots, leaning, year_of
from takhrij.periods import fixed
from takhrij.records import Shift


def nth_day(slots: Slots, grammar: Grammar) -> Made | None:
    """`أول خميس من تشرين الأول`, `الأحد الأخير من الشهر`; of the month's days if no weekday is named."""
    which = grammar.words["nth"].get(slots.get("nth", "")) or grammar.words["last"].get(slots.get("last", ""))
    which = which or str(grammar.numbers.value(slots["ordinal"]))
    weekday = grammar.weekdays[slots["weekday"]] if slots.get("weekday") else 0
    shift = None
    if slots.get("this"):
        by = int(grammar.words["adjective"].get(slots.get("adjective", ""), "0"))
        shift, month = Shift(unit="month", by=by), "XXXX-XX"
    else:
        month = _month(slots, grammar)
    if not month or (not weekday and which.isdecimal() and not 1 <= int(which) <= 31):
        return None
    if not weekday and which.isdecimal():
        return Made("DATE", f"{month}-{int(which):02}", shift=shift)
    if which not in "12345L":
        return None
    written = f"{month}-#{which}{weekday}"
    known = next(fixed(written), None) if "X" not in written else None
    if "X" not in written and known is None:
        return None
    return Made("DATE", known.value if known else written, shift=shift)


def _month(slots: Slots, grammar: Grammar) -> str:
    """Year and month, named or numbered; "" if there is no such month, or it is no Gregorian one."""
    if slots.get("month"):
        months, calendar = grammar.month_phrase(slots["month"])
    else:
        number, calendar = grammar.numbers.value(slots["n"]), "gregorian"
        months = [number] if number and 1 <= number <= 12 else []
    year = year_of({**slots, "year": slots.get("year") or slots.get("year2", "")}, calendar, grammar)
    return f"{year}-{months[0]:02}" if months and year and calendar == "gregorian" else ""


def day_numbered_month(slots: Slots, grammar: Grammar) -> Made | None:
    """`15 من شهر 3`."""
    number, month = grammar.numbers.value(slots["day"]), _month(slots, grammar)
    if not month or number is None or not 1 <= number <= 31:
        return None
    return leaning(Made("DATE", f"{month}-{number:02}"), slots, grammar)


def first_day(slots: Slots, grammar: Grammar) -> Made | None:
    """`أول أيار`."""
    if grammar.words["nth"][slots["nth"]] != "1":
        return None
    months, calendar = grammar.month_phrase(slots["month"])
    year = year_of(slots, calendar, grammar)
    if not months or year is None:
        return None
    return Made("DATE", f"{'H' if calendar == 'hijri' else ''}{year}-{months[0]:02}-01")


def interval_of_month(slots: Slots, grammar: Grammar) -> Made | None:
    """`من 6 إلى 9 من الشهر المقبل`."""
    a, b = grammar.numbers.value(slots["day"]), grammar.numbers.value(slots["day2"])
    if a is None or b is None or not 1 <= a < b <= 31:
        return None
    by = int(grammar.words["adjective"].get(slots.get("adjective", ""), "0"))
    return Made("DATE", f"XXXX-XX-{a:02}/XXXX-XX-{b:02}", shift=Shift(unit="month", by=by))


def numeric_month(slots: Slots, grammar: Grammar) -> Made | None:  # noqa: ARG001 (every maker has this form)
    """`7/2023`."""
    number, year = int(slots["d"]), int(slots["yyyy"])
    return Made("DATE", f"{year}-{number:02}") if 1 <= number <= 12 and year >= 1900 else None


def before_our_era(slots: Slots, grammar: Grammar) -> Made | None:
    """A year or century before our era, as TIMEX3 writes it."""
    if slots.get("bcyear"):
        return Made("DATE", f"BC{int(slots['bcyear']):04}")
    number = grammar.numbers.value(slots["ordinal"])
    return Made("DATE", f"BC{number - 1:02}") if number else None


def early_year(slots: Slots, grammar: Grammar) -> Made | None:  # noqa: ARG001 (every maker has this form)
    """A year of three figures."""
    return Made("DATE", f"{'H' if slots.get('hijri') else ''}{int(slots['early']):04}")


def event_year(slots: Slots, grammar: Grammar) -> Made | None:  # noqa: ARG001 (every maker has this form)
    """`حرب 1973`: no date of what is told."""
    year = slots["year"][:4]
    return Made("DATE", year, mod="NAME") if int(year) >= 1500 else None


def week_of_year(slots: Slots, grammar: Grammar) -> Made | None:
    """`الأسبوع العاشر من عام 2023`, by ISO weeks."""
    year = int(slots["year"][:4])
    last = 53 if next(fixed(f"{year}-W53"), None) else 52
    number = last if slots.get("last") else grammar.numbers.value(slots["ordinal"])
    return Made("DATE", f"{year}-W{number:02}") if number and number <= last and year >= 1500 else None
