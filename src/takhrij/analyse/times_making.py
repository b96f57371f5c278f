"""Reads what the slots of a time rule took: each function makes one kind of time expression of it, or None.

None means that the words are no such time after all (a 32nd, a month called 14); shorter rules are tried then.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from takhrij.analyse.times_grammar import Grammar
from takhrij.records import Grain, Shift, Tense, TimeType
from takhrij.timex import hijri_year

Slots = dict[str, str]
_PARTS: Final = {"dawn": "TDA", "morning": "TMO", "noon": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
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


class Made(NamedTuple):
    """The fields of a time expression that words decide."""

    type: TimeType
    written: str = ""
    weekday: int = 0
    shift: Shift | None = None
    tense: Tense | None = None
    mod: str = ""
    note: str = ""


def date(slots: Slots, grammar: Grammar) -> Made | None:
    """A day of a month, with whatever stands around it."""
    months, calendar = grammar.month_phrase(slots["month"])
    number = grammar.numbers.value(slots.get("day") or slots["digits"])
    if not months or number is None or not 1 <= number <= 31:
        return None
    year = _year(slots, calendar)
    if year is None:
        return None
    hijri = "H" if calendar == "hijri" else ""
    note = "the two month names differ" if len(set(months)) > 1 else ""
    made = Made("DATE", f"{hijri}{year}-{months[0]:02}-{number:02}", note=note)
    return _timed(_leaning(made, slots, grammar), slots, grammar)


def month(slots: Slots, grammar: Grammar) -> Made | None:
    """A month."""
    months, calendar = grammar.month_phrase(slots.get("month") or slots.get("baremonth") or slots["twomonths"])
    year = _year(slots, calendar)
    if not months or year is None:
        return None
    hijri = "H" if calendar == "hijri" else ""
    note = "the two month names differ" if len(set(months)) > 1 else ""
    return _leaning(Made("DATE", f"{hijri}{year}-{months[0]:02}", note=note), slots, grammar)


def hijri_month(slots: Slots, grammar: Grammar) -> Made | None:
    """A month of the Hijri calendar in a Gregorian year (`رمضان 2019`)."""
    months, calendar = grammar.month_phrase(slots["month"])
    year = hijri_year(int(slots["year"][:4]), months[0], 15) if calendar == "hijri" and months else None
    return Made("DATE", f"H{year}-{months[0]:02}") if year else None


def event_name(slots: Slots, grammar: Grammar) -> Made | None:
    """A day that names an event (`ثورة 25 يناير`): no date of what is told."""
    made = date(slots, grammar)
    return made._replace(mod="NAME") if made else None


def numbered_month(slots: Slots, grammar: Grammar) -> Made | None:
    """`شهر 3`."""
    number = grammar.numbers.value(slots["n"])
    year = _year(slots, "gregorian")
    if number is None or year is None or not 1 <= number <= 12:
        return None
    return _leaning(Made("DATE", f"{year}-{number:02}"), slots, grammar)


def numeric(slots: Slots, grammar: Grammar) -> Made | None:
    """A date in figures. The day stands first unless it cannot; a weekday beside it decides."""
    first, second = int(slots["d"]), int(slots["d2"])
    year = slots.get("yyyy") or ("20" + slots["yy"] if slots.get("yy") else "XXXX")
    if slots.get("order") == "y":
        first, second = second, first
    note = ""
    if second > 12 >= first:
        first, second = second, first
    elif first <= 12 and second <= 12 and first != second and slots.get("order") != "y":
        note = "day first"
    if not (1 <= second <= 12 and 1 <= first <= 31):
        return None
    hijri = "H" if year != "XXXX" and int(year) < 1500 else ""
    return _timed(_leaning(Made("DATE", f"{hijri}{year}-{second:02}-{first:02}", note=note), slots, grammar), slots, grammar)


def numeric_year_first(slots: Slots, grammar: Grammar) -> Made | None:
    """Year, month, day in figures."""
    return numeric({**slots, "order": "y"}, grammar)


def day_of_this_month(slots: Slots, grammar: Grammar) -> Made | None:
    """`12 من الشهر الجاري`; the weekday with a day (`السبت السادس عشر`)."""
    number = grammar.numbers.value(slots.get("day") or slots["ordinal"])
    if number is None or not 1 <= number <= 31:
        return None
    return _leaning(Made("DATE", f"XXXX-XX-{number:02}"), slots, grammar)


def year(slots: Slots, grammar: Grammar) -> Made | None:
    """A year in figures or words."""
    if words := slots.get("numberwords"):
        value = grammar.numbers.value(words)
        if value is None or not 1000 <= value <= 2100:
            return None
        return _leaning(Made("DATE", f"{value}"), slots, grammar)
    found = slots.get("year") or slots["year2"]
    number = int(found[:4])
    hijri = number < 1500
    if hijri and not re.search(r"ه", found[4:]):
        return None
    return _leaning(Made("DATE", f"{'H' if hijri else ''}{number}"), slots, grammar)


def years(slots: Slots, grammar: Grammar) -> Made | None:
    """An interval of two years."""
    a, b = slots["year"][:4], slots["year2"][:4] if "year2" in slots else slots["year"][:2] + slots["yy"]
    return Made("DATE", f"{a}/{b}") if a < b and int(a) >= 1500 else None


def interval(slots: Slots, grammar: Grammar) -> Made | None:
    """An interval of two days; the second lends its month and year to the first."""
    a, b = grammar.numbers.value(slots["day"]), grammar.numbers.value(slots["day2"])
    months, calendar = grammar.month_phrase(slots["month2"])
    year = _year(slots, calendar)
    if a is None or b is None or not months or year is None or not (1 <= a <= 31 and 1 <= b <= 31):
        return None
    firsts = grammar.month_phrase(slots["month"])[0] if slots.get("month") else months
    first_year = year
    if firsts[0] > months[0] and year != "XXXX":
        first_year = f"{int(year) - 1}"
    hijri = "H" if calendar == "hijri" else ""
    written = f"{hijri}{first_year}-{firsts[0]:02}-{a:02}/{hijri}{year}-{months[0]:02}-{b:02}"
    return _leaning(Made("DATE", written), slots, grammar)


def weekday(slots: Slots, grammar: Grammar) -> Made | None:
    """A day of the week, alone or beside a word that points at it."""
    made = Made("DATE")
    if pointer := slots.get("deictic"):
        value = grammar.deictics[pointer]
        if value.endswith("_REF"):
            return None
        made = _pointed(value)
    made = _leaning(made, slots, grammar)
    if slots.get("adjective") and made.shift:
        made = made._replace(shift=Shift(unit="week", by=made.shift.by))
    return _parted(made, slots, grammar)


def weekday_of_week(slots: Slots, grammar: Grammar) -> Made | None:
    """`الأحد من الأسبوع الماضي`."""
    number = grammar.weekdays[slots["weekday"]]
    by = int(grammar.words["adjective"][slots["adjective"]]) if slots.get("adjective") else 0
    return Made("DATE", f"XXXX-WXX-{number}", shift=Shift(unit="week", by=by))


def deictic(slots: Slots, grammar: Grammar) -> Made | None:
    """A word that points from the day of speaking."""
    value = grammar.deictics[slots["deictic"]]
    if value.endswith("_REF"):
        return Made("DATE", value)
    return _parted(_pointed(value), slots, grammar)


def reference(slots: Slots, grammar: Grammar) -> Made | None:
    """`الماضي`, `المستقبل` as nouns."""
    return Made("DATE", "FUTURE_REF" if slots.get("future") else "PAST_REF")


def relative(slots: Slots, grammar: Grammar) -> Made | None:
    """A unit before, around or after the day of speaking."""
    unit = grammar.units[slots["theunit"].removeprefix("ال")]
    by = int(grammar.words["adjective"][slots["adjective"]]) if slots.get("adjective") else 0
    if unit.count == 0:
        return Made("DURATION", "P" + _vague(unit.grain), tense=_tense(by), shift=None)
    if unit.count == 2:
        return Made("DURATION", _amount(2, unit.grain), tense=_tense(by))
    if unit.grain in ("second", "minute", "hour"):
        return Made("DURATION", _amount(1, unit.grain), tense=_tense(by)) if by else None
    return _modified(Made("DATE", shift=Shift(unit=_grain(unit.grain), by=by)), slots, grammar)


def window(slots: Slots, grammar: Grammar) -> Made | None:
    """`الأيام الثلاثة الماضية`, `الـ24 ساعة الماضية`."""
    word = slots.get("theunit") or slots["unit"]
    unit = grammar.units.get(word.removeprefix("ال")) or grammar.units[word]
    number = grammar.numbers.value(slots.get("n") or slots["ordinal"])
    if number is None:
        return None
    by = int(grammar.words["adjective"][slots["adjective"]])
    return Made("DURATION", _amount(number, unit.grain), tense=_tense(by))


def few(slots: Slots, grammar: Grammar) -> Made | None:
    """`الأيام القليلة الماضية`."""
    unit = grammar.units[slots["theunit"].removeprefix("ال")]
    by = int(grammar.words["adjective"][slots["adjective"]])
    return Made("DURATION", "P" + _vague(unit.grain), tense=_tense(by))


def ago(slots: Slots, grammar: Grammar) -> Made | None:
    """A number of units before or after the day of speaking."""
    made = duration(slots, grammar)
    amount = _count(slots, grammar)
    if made is None or amount is None:
        return None
    count, grain = amount
    sign = -1 if slots["way"] in ("قبل", "منذ") else 1
    if grain in ("second", "minute", "hour"):
        return made._replace(tense=_tense(sign))
    unit: Grain = _grain(grain)
    if sign > 0 and unit in ("year", "decade", "century"):
        return made  # "after three years" counts from something told before far oftener than from today
    if unit == "week":
        unit, count = "day", 7 * count
    return Made("DATE", shift=Shift(unit=unit, by=sign * count), mod=made.mod)


def duration(slots: Slots, grammar: Grammar) -> Made | None:
    """A length of time."""
    if half := slots.get("part"):
        table = _HALVES if half == "نصف" else _QUARTERS
        value = table.get(grammar.units[slots["singular"]].grain)
        return _modified(Made("DURATION", value), slots, grammar) if value else None
    amount = _count(slots, grammar)
    if amount is None:
        return None
    value = _amount(*amount)
    if slots.get("extra"):
        value = _with_half(*amount) or value
    elif slots.get("unit2"):
        more = grammar.numbers.value(slots["n2"]) if slots.get("n2") else max(grammar.units[slots["unit2"]].count, 1)
        value = _joined(value, _amount(more or 1, grammar.units[slots["unit2"]].grain))
    return _modified(Made("DURATION", value), slots, grammar)


def many(slots: Slots, grammar: Grammar) -> Made | None:
    """A number of units that is not told."""
    return Made("DURATION", "P" + _vague(grammar.units[slots["plural"]].grain))


def clock(slots: Slots, grammar: Grammar) -> Made | None:
    """A time of the day by itself."""
    made = _timed(_leaning(Made("DATE", "XXXX-XX-XX"), slots, grammar), slots, grammar)
    if made.type != "TIME":
        return None
    return made._replace(shift=Shift(unit="day", by=0)) if not made.weekday else made


def clock_words(slots: Slots, grammar: Grammar) -> Made | None:
    """`الساعة الثالثة والنصف عصرا`."""
    hour = grammar.numbers.value(slots.get("ordinal") or slots.get("n") or slots["digits"])
    if hour is None or not 0 <= hour <= 24:
        return None
    minute = {"نصف": 30, "النصف": 30, "ربع": 15, "الربع": 15, "ثلث": 20, "الثلث": 20}.get(slots.get("share", ""), 0)
    if slots.get("less"):
        hour, minute = hour - 1, 60 - {"ربع": 15, "ثلث": 20}[slots["less"][:3]]
    elif slots.get("n2"):
        minute = grammar.numbers.value(slots["n2"]) or 0
    part = grammar.words["daypart"].get(slots.get("daypart", ""), "")
    mark = slots.get("mark", "")
    hour = _hour(hour, part or grammar.words["daypart"].get(mark, mark))
    if hour > 24 or minute > 59:
        return None
    zone = "Z" if re.search("غ|gmt|جرينتش", slots.get("zone", "")) else ""
    return Made("TIME", f"XXXX-XX-XXT{hour:02}:{minute:02}{zone}", shift=Shift(unit="day", by=0))


def daypart(slots: Slots, grammar: Grammar) -> Made | None:
    """Midnight."""
    return Made("TIME", "XXXX-XX-XXT24:00", shift=Shift(unit="day", by=0))


def decade(slots: Slots, grammar: Grammar) -> Made | None:
    """`ثمانينيات القرن الماضي`."""
    digit = grammar.words["decade"][slots["decade"]]
    return Made("DATE", f"{slots.get('century', '19')}{digit}X")


def century(slots: Slots, grammar: Grammar) -> Made | None:
    """`القرن الحادي والعشرين`."""
    number = grammar.numbers.value(slots["ordinal"])
    return Made("DATE", f"{number - 1:02}XX") if number and number > 1 else None


def season(slots: Slots, grammar: Grammar) -> Made | None:
    """`صيف 2023`."""
    year = slots["year"][:4] if slots.get("year") else "XXXX"
    return _leaning(Made("DATE", f"{year}-{grammar.words['season'][slots['season']]}"), slots, grammar)


def quarter(slots: Slots, grammar: Grammar) -> Made | None:
    """`الربع الأول من 2024`, `النصف الثاني من 2024`."""
    number = grammar.numbers.value(slots["ordinal"])
    half = slots["part"] == "النصف"
    if number is None or not 1 <= number <= (2 if half else 4):
        return None
    year = (slots.get("year") or slots.get("year2") or "XXXX")[:4]
    by = grammar.words["adjective"].get(slots.get("adjective", ""), "0")
    lean = None if year != "XXXX" else Shift(unit="year", by=int(by))
    return Made("DATE", f"{year}-{(39 if half else 32) + number}", shift=lean)


def weekend(slots: Slots, grammar: Grammar) -> Made | None:
    """`نهاية الأسبوع`."""
    by = grammar.words["adjective"].get(slots.get("adjective", ""), "0")
    return Made("DATE", "XXXX-WXX-WE", shift=Shift(unit="week", by=int(by)))


def feast(slots: Slots, grammar: Grammar) -> Made | None:
    """A feast or day of remembrance."""
    written = grammar.words["feast"][slots["feast"]]
    if slots.get("year"):
        year = int(slots["year"][:4])
        if written.startswith("H") and year >= 1500:
            hijri = hijri_year(year, int(written[6:8]), int(written[9:11]))
            return Made("DATE", written.replace("XXXX", f"{hijri}")) if hijri else None
        written = written.replace("XXXX", f"{year}")
    return _leaning(Made("DATE", written, tense="present" if "X" in written else None), slots, grammar)


def every(slots: Slots, grammar: Grammar) -> Made | None:
    """What comes again and again."""
    if slots.get("weekday") or slots.get("bareweekday"):
        return Made("SET", "P1W")
    if slots.get("singular"):
        number = grammar.numbers.value(slots["n"]) if slots.get("n") else 1
        return Made("SET", _amount(number or 1, grammar.units[slots["singular"]].grain))
    if slots.get("unit"):
        return Made("SET", _amount(grammar.numbers.value(slots["n"]) or 1, grammar.units[slots["unit"]].grain))
    return Made("SET", grammar.words["set"][slots["set"]])


def _year(slots: Slots, calendar: str) -> str | None:
    """The year's four characters; None where it is of the other calendar than the month."""
    found = slots.get("year") or slots.get("yyyy")
    if not found:
        return "XXXX"
    number = int(found[:4])
    return f"{number}" if (number < 1500) == (calendar == "hijri") else None


def _leaning(made: Made, slots: Slots, grammar: Grammar) -> Made:
    name = slots.get("weekday") or slots.get("bareweekday")
    if name:
        made = made._replace(weekday=grammar.weekdays[name])
    if adjective := slots.get("adjective"):
        by = int(grammar.words["adjective"][adjective])
        made = made._replace(shift=Shift(unit="month", by=by))
    return _modified(made, slots, grammar)


def _modified(made: Made, slots: Slots, grammar: Grammar) -> Made:
    word = slots.get("modifier")
    if word:
        return made._replace(mod=grammar.words["modifier"][word])
    word = slots.get("approximation")
    return made._replace(mod=grammar.words["approximation"][word]) if word else made


def _timed(made: Made, slots: Slots, grammar: Grammar) -> Made:
    found = slots.get("clock") or slots.get("stamp")
    if not found:
        return made
    parts = [int(x) for x in re.findall(r"\d+", found.split(".")[0])]
    if len(parts) == 1:
        digits = re.sub(r"\D", "", found.split(".")[0])
        parts = [int(digits[i : i + 2]) for i in range(0, len(digits), 2)]
    mark = slots.get("mark") or slots.get("glued") or slots.get("daypart") or ""
    hour = _hour(parts[0], grammar.words["daypart"].get(mark, mark))
    if hour > 24 or parts[1] > 59:
        return made
    seconds = f":{parts[2]:02}" if len(parts) > 2 else ""
    zone = "Z" if re.search("gmt|utc|z|غ|جرينتش", slots.get("zone", "")) else ""
    return made._replace(type="TIME", written=f"{made.written}T{hour:02}:{parts[1]:02}{seconds}{zone}")


def _hour(hour: int, part: str) -> int:
    part = part.replace(".", "").strip()
    if part in ("م", "pm", "noon", "afternoon", "evening") and hour < 12:
        return hour if part == "noon" and hour > 9 else hour + 12
    if part == "night" and 6 <= hour < 12:
        return hour + 12
    return 0 if part in ("ص", "am", "dawn") and hour == 12 else hour


def _pointed(value: str) -> Made:
    part, by = value.split()
    made = Made("DATE", shift=Shift(unit="day", by=int(by)))
    return made if part == "day" else made._replace(type="TIME", written=f"XXXX-XX-XX{_PARTS[part]}")


def _parted(made: Made, slots: Slots, grammar: Grammar) -> Made:
    word = slots.get("daypart")
    if not word:
        return made
    return made._replace(type="TIME", written=f"XXXX-XX-XX{_PARTS[grammar.words['daypart'][word]]}")


def _tense(by: int) -> Tense:
    return "past" if by < 0 else "future" if by > 0 else "present"


def _count(slots: Slots, grammar: Grammar) -> tuple[int, str] | None:
    if slots.get("dual"):
        unit = grammar.units[slots["dual"]]
        return 2, unit.grain
    if slots.get("n"):
        number = grammar.numbers.value(slots["n"])
        return None if number is None else (number, grammar.units[slots["unit"]].grain)
    return 1, grammar.units[slots["singular"]].grain


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


def _grain(name: str) -> Grain:
    grains: dict[str, Grain] = {g: g for g in ("day", "week", "month", "year", "decade", "century")}  # type: ignore[misc]
    return grains[name]


MAKERS: Final[dict[str, Callable[[Slots, Grammar], Made | None]]] = {
    f.__name__: f
    for f in (
        date,
        month,
        numbered_month,
        hijri_month,
        event_name,
        few,
        numeric,
        numeric_year_first,
        day_of_this_month,
        year,
        years,
        interval,
        weekday,
        weekday_of_week,
        deictic,
        reference,
        relative,
        window,
        ago,
        duration,
        many,
        clock,
        clock_words,
        daypart,
        decade,
        century,
        season,
        quarter,
        weekend,
        feast,
        every,
    )
}
"""What `make` of a rule may name."""
