"""Reads what the slots of a time rule took: each function makes one kind of time expression of it, or None.

None means that the words are no such time after all (a 32nd, a month called 14); shorter rules are tried then.
Lengths and distances are read in `lengths`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from takhrij.analyse.times import clocks, days, lengths
from takhrij.analyse.times.grammar import Grammar
from takhrij.analyse.times.made import Made, Slots, leaning, modified, parted, pointed, timed, year_of
from takhrij.periods import fixed, hijri_year, years_for
from takhrij.records import Shift


def date(slots: Slots, grammar: Grammar) -> Made | None:
    """A day of a month, with whatever stands around it."""
    months, calendar = grammar.month_phrase(slots["month"])
    number = grammar.numbers.value(slots.get("day") or slots["digits"])
    if not months or number is None or not 1 <= number <= 31:
        return None
    year = f"0{slots['early']}" if slots.get("early") else year_of(slots, calendar, grammar)
    if year is None:
        return None
    if _nth_rather(slots, year, months[0], number, grammar):
        return None
    hijri = "H" if calendar == "hijri" else ""
    note = "the two month names differ" if len(set(months)) > 1 else ""
    made = Made("DATE", f"{hijri}{year}-{months[0]:02}-{number:02}", note=note)
    return timed(leaning(made, slots, grammar), slots, grammar)


def _nth_rather(slots: Slots, year: str, month: int, number: int, grammar: Grammar) -> bool:
    """Whether `الثلاثاء الثالث من أيلول 2014` is the third Tuesday, for the third of that month was none."""
    weekday = grammar.weekdays.get(slots.get("weekday", ""), 0)
    told = slots.get("day", "")
    if not weekday or number > 5 or told[:1].isdigit() or not year.isdecimal() or int(year) < 1500:
        return False
    return not years_for(month, number, weekday, [int(year)])


def month(slots: Slots, grammar: Grammar) -> Made | None:
    """A month."""
    months, calendar = grammar.month_phrase(slots.get("month") or slots.get("baremonth") or slots["twomonths"])
    year = year_of(slots, calendar, grammar)
    if not months or year is None:
        return None
    hijri = "H" if calendar == "hijri" else ""
    note = "the two month names differ" if len(set(months)) > 1 else ""
    return leaning(Made("DATE", f"{hijri}{year}-{months[0]:02}", note=note), slots, grammar)


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
    year = year_of(slots, "gregorian", grammar)
    if number == 1 and not slots["n"].isdecimal():
        return None  # شهر واحد is one month
    if number is None or year is None or not 1 <= number <= 12:
        return None
    return leaning(Made("DATE", f"{year}-{number:02}"), slots, grammar)


def numeric(slots: Slots, grammar: Grammar) -> Made | None:
    """A date in figures. The day stands first unless it cannot; a weekday beside it decides."""
    first, second = int(slots.get("d") or slots["big"]), int(slots.get("d2") or slots["big2"])
    year = slots.get("yyyy") or ("20" + slots["yy"] if slots.get("yy") else "XXXX")
    if slots.get("order") == "y":
        first, second = second, first
    note = ""
    if second > 12 >= first:
        first, second = second, first
    elif first <= 12 and second <= 12 and first != second and slots.get("order") != "y":
        first, second, note = _by_weekday(first, second, year, grammar.weekdays.get(slots.get("weekday", ""), 0))
    if not (1 <= second <= 12 and 1 <= first <= 31):
        return None
    hijri = "H" if year != "XXXX" and int(year) < 1500 else ""
    return timed(
        leaning(Made("DATE", f"{hijri}{year}-{second:02}-{first:02}", note=note), slots, grammar), slots, grammar
    )


def _by_weekday(first: int, second: int, year: str, weekday: int) -> tuple[int, int, str]:
    """Day and month of two figures that may be either: the weekday beside them decides, else the day stands first."""
    if weekday and year.isdecimal():
        if _falls_on(year, second, first, weekday):
            return first, second, "the weekday says day first"
        if _falls_on(year, first, second, weekday):
            return second, first, "the weekday says month first"
    return first, second, "day first"


def _falls_on(year: str, month: int, number: int, weekday: int) -> bool:
    """Whether a day of either calendar is a weekday, as far as that calendar's tables reach."""
    hijri = "H" if int(year) < 1500 else ""
    return any(p.first.isoweekday() == weekday for p in fixed(f"{hijri}{year}-{month:02}-{number:02}"))


def numeric_year_first(slots: Slots, grammar: Grammar) -> Made | None:
    """Year, month, day in figures."""
    return numeric({**slots, "order": "y"}, grammar)


def day_of_this_month(slots: Slots, grammar: Grammar) -> Made | None:
    """`12 من الشهر الجاري`; the weekday with a day (`السبت السادس عشر`)."""
    number = grammar.numbers.value(slots.get("day") or slots.get("ordinal") or slots["digits"])
    if number is None or not 1 <= number <= 31:
        return None
    return leaning(Made("DATE", f"XXXX-XX-{number:02}"), slots, grammar)


def year(slots: Slots, grammar: Grammar) -> Made | None:
    """A year in figures or words."""
    if words := slots.get("numberwords"):
        value = grammar.numbers.value(words)
        if value is None or not 1500 <= value <= 2100:
            return None
        return leaning(Made("DATE", f"{value}"), slots, grammar)
    found = slots.get("year") or slots["year2"]
    number = int(found[:4])
    hijri = number < 1500
    if hijri and found[4:].strip() not in grammar.words["hijri"]:
        return None
    return leaning(Made("DATE", f"{'H' if hijri else ''}{number}"), slots, grammar)


def short_year(slots: Slots, grammar: Grammar) -> Made | None:  # noqa: ARG001 (every maker has this form)
    """A year of two figures, of the last century."""
    return Made("DATE", f"19{slots['yy']}")


def years(slots: Slots, grammar: Grammar) -> Made | None:  # noqa: ARG001 (every maker has this form)
    """An interval of two years."""
    a, b = slots["year"][:4], slots["year2"][:4] if "year2" in slots else slots["year"][:2] + slots["yy"]
    return Made("DATE", f"{a}/{b}") if a < b and int(a) >= 1500 else None


def interval(slots: Slots, grammar: Grammar) -> Made | None:
    """An interval of two days; the second lends its month and year to the first."""
    a, b = grammar.numbers.value(slots["day"]), grammar.numbers.value(slots["day2"])
    months, calendar = grammar.month_phrase(slots["month2"])
    year = year_of(slots, calendar, grammar)
    if a is None or b is None or not months or year is None or not (1 <= a <= 31 and 1 <= b <= 31):
        return None
    firsts = grammar.month_phrase(slots["month"])[0] if slots.get("month") else months
    if a > b and not slots.get("month"):
        a, b = b, a  # two figures of one month that a page of the other direction has swapped
    first_year = year
    if firsts[0] > months[0] and year != "XXXX":
        first_year = f"{int(year) - 1}"
    hijri = "H" if calendar == "hijri" else ""
    written = f"{hijri}{first_year}-{firsts[0]:02}-{a:02}/{hijri}{year}-{months[0]:02}-{b:02}"
    return leaning(Made("DATE", written), slots, grammar)


def weekday(slots: Slots, grammar: Grammar) -> Made | None:
    """A day of the week, alone or beside a word that points at it."""
    made = Made("DATE")
    if pointer := slots.get("deictic"):
        value = grammar.deictics[pointer]
        if value.endswith("_REF"):
            return None
        made = pointed(value)
    made = leaning(made, slots, grammar)
    if slots.get("adjective") and made.shift:
        made = made._replace(shift=Shift(unit="week", by=made.shift.by))
    if slots.get("bareweekday2"):
        made = made._replace(note="a night between two days")
    return parted(made, slots, grammar)


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
    return modified(parted(pointed(value), slots, grammar), slots, grammar)


def nowadays(slots: Slots, grammar: Grammar) -> Made | None:  # noqa: ARG001 (every maker has this form)
    """`أما اليوم`: these days, no day."""
    return Made("DATE", "PRESENT_REF")


def reference(slots: Slots, grammar: Grammar) -> Made | None:  # noqa: ARG001 (every maker has this form)
    """`الماضي`, `المستقبل` as nouns."""
    return Made("DATE", "FUTURE_REF" if slots.get("future") else "PAST_REF")


def decade(slots: Slots, grammar: Grammar) -> Made | None:
    """`ثمانينيات القرن الماضي`."""
    digit = grammar.words["decade"][slots["decade"]]
    return modified(Made("DATE", f"{slots.get('century', '19')}{digit}X"), slots, grammar)


def century(slots: Slots, grammar: Grammar) -> Made | None:
    """`القرن الحادي والعشرين`."""
    number = grammar.numbers.value(slots["ordinal"])
    return Made("DATE", f"{number - 1:02}XX") if number and number > 1 else None


def season(slots: Slots, grammar: Grammar) -> Made | None:
    """`صيف 2023`, `هذا الصيف`."""
    year = slots["year"][:4] if slots.get("year") else "XXXX"
    name = slots.get("season") or (slots.get("theseason") or slots["theseason2"]).removeprefix(grammar.article)
    made = leaning(Made("DATE", f"{year}-{grammar.words['season'][name]}"), slots, grammar)
    return made if made.shift or year != "XXXX" else made._replace(shift=Shift(unit="month", by=0))


def quarter(slots: Slots, grammar: Grammar) -> Made | None:
    """`الربع الأول من 2024`, `النصف الثاني من 2024`."""
    number = grammar.numbers.value(slots["ordinal"])
    half = grammar.words["part"][slots["part"]] == "half"
    if number is None or not 1 <= number <= (2 if half else 4):
        return None
    words = slots.get("wordyear") or slots.get("wordyear2")
    year = (slots.get("year") or slots.get("year2") or (words and f"{grammar.numbers.value(words)}") or "XXXX")[:4]
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
        if (year < 1500) != written.startswith("H"):
            return None
        written = written.replace("XXXX", f"{year}")
        if not written.startswith("H"):
            written = next((p.value for p in fixed(written)), "")
    return (
        leaning(Made("DATE", written, tense="present" if "X" in written else None), slots, grammar)
        if written
        else None
    )


MAKERS: Final[dict[str, Callable[[Slots, Grammar], Made | None]]] = {
    f.__name__: f
    for f in (
        date,
        month,
        numbered_month,
        hijri_month,
        event_name,
        short_year,
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
        nowadays,
        lengths.relative,
        lengths.window,
        lengths.window_of,
        lengths.ago,
        lengths.duration,
        lengths.decimal,
        lengths.whole,
        lengths.many,
        lengths.few,
        lengths.times_a_unit,
        lengths.every,
        clocks.clock,
        clocks.clock_words,
        clocks.clocks,
        clocks.daypart,
        clocks.daypart_alone,
        days.nth_day,
        days.day_numbered_month,
        days.first_day,
        days.interval_of_month,
        days.numeric_month,
        days.before_our_era,
        days.early_year,
        days.event_year,
        days.week_of_year,
        decade,
        century,
        season,
        quarter,
        weekend,
        feast,
    )
}
"""What `make` of a rule may name."""
