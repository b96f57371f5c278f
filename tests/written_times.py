"""Writes time values in Arabic words, in the styles of several countries: what reading them must turn back.

Each function returns every way to write one value. Nothing here is used by the program.
"""

from __future__ import annotations

from datetime import date

from hijridate import Gregorian

GULF = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
LEVANT = (
    *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران"),
    *("تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
)
ALGERIA = (
    *("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان"),
    *("جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
MOROCCO = (
    *("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو"),
    *("يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"),
)
HIJRI = (
    *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
    *("رجب", "شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة"),
)
STYLES = {"Gulf": GULF, "Levant": LEVANT, "Algeria": ALGERIA, "Morocco": MOROCCO}
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
SEASONS = {"SP": "ربيع", "SU": "صيف", "FA": "خريف", "WI": "شتاء"}
ORDINALS = (
    *("الأول", "الثاني", "الثالث", "الرابع", "الخامس"),
    *("السادس", "السابع", "الثامن", "التاسع", "العاشر"),
)
DECADES = {
    "2": "عشرينيات",
    "3": "ثلاثينيات",
    "4": "أربعينيات",
    "5": "خمسينيات",
    "6": "ستينيات",
    "7": "سبعينيات",
    "8": "ثمانينيات",
    "9": "تسعينيات",
}
_ONES = ("", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_ONES_OF_FEMININE = ("", "واحدة", "اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_TENS = ("", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين")
_HUNDREDS = ("", "مئة", "مئتين", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")
_UNITS = {
    "D": ("يوم", "يوما", "يومين", "أيام", False),
    "W": ("أسبوع", "أسبوعا", "أسبوعين", "أسابيع", False),
    "M": ("شهر", "شهرا", "شهرين", "أشهر", False),
    "Y": ("سنة", "سنة", "سنتين", "سنوات", True),
    "TH": ("ساعة", "ساعة", "ساعتين", "ساعات", True),
    "TM": ("دقيقة", "دقيقة", "دقيقتين", "دقائق", True),
}
"""Singular, singular behind a number above ten, dual, plural, and whether the unit is feminine."""


def number(n: int, of_feminine: bool = False) -> str:
    """Return a number from 1 to 9999 in words, oblique case; `of_feminine` for what is counted."""
    parts = []
    if thousands := n // 1000:
        parts.append({1: "ألف", 2: "ألفين"}.get(thousands, f"{_ONES[thousands]} آلاف"))
    if n // 100 % 10:
        parts.append(_HUNDREDS[n // 100 % 10])
    if rest := n % 100:
        parts.append(_below_hundred(rest, of_feminine))
    return " و".join(parts)


def _below_hundred(n: int, of_feminine: bool) -> str:
    ones = _ONES_OF_FEMININE if of_feminine else _ONES
    if n <= 10:
        return ones[n]
    if n < 20:
        first = {11: "إحدى" if of_feminine else "أحد", 12: "اثنتي" if of_feminine else "اثني"}.get(n, ones[n - 10])
        return f"{first} {'عشرة' if of_feminine else 'عشر'}"
    return _TENS[n // 10] if n % 10 == 0 else f"{ones[n % 10]} و{_TENS[n // 10]}"


def ordinal(n: int) -> str:
    """Return an ordinal from 1 to 31 in words: the days of a month."""
    if n <= 10:
        return ORDINALS[n - 1]
    unit = "الحادي" if n % 10 == 1 else ORDINALS[n % 10 - 1]
    if n < 20:
        return f"{unit} عشر"
    tens = "العشرين" if n < 30 else "الثلاثين"
    return tens if n % 10 == 0 else f"{unit} و{tens}"


def year(value: str) -> list[str]:
    """Return the ways to write a year."""
    return [f"عام {value}", f"سنة {value}", f"العام {value}م", f"عام {number(int(value))}"]


def month(value: str) -> list[str]:
    """Return the ways to write a month of a year."""
    year_, number_ = value.split("-")
    names = [months[int(number_) - 1] for months in STYLES.values()]
    gulf, levant = names[0], names[1]
    return [
        *(f"{name} {year_}" for name in names),
        f"شهر {gulf} من عام {year_}",
        f"{levant}/{gulf} {year_}",
        f"{levant} ({gulf}) {year_}",
    ]


def day(value: str) -> list[str]:
    """Return the ways to write a day."""
    when = date.fromisoformat(value)
    gulf, levant = GULF[when.month - 1], LEVANT[when.month - 1]
    written = [f"{when.day} {months[when.month - 1]} {when.year}" for months in STYLES.values()]
    return [
        *written,
        *(f"{WEEKDAYS[when.weekday()]} {text}" for text in written),
        f"يوم {WEEKDAYS[when.weekday()]}، {written[0]}",
        f"{when.day} من {levant} عام {when.year}",
        f"{when.day} {levant}/{gulf} {when.year}",
        f"{when.day} {levant} ({gulf}) {when.year}",
        f"{ordinal(when.day)} من {gulf} {when.year}",
        f"{ordinal(when.day)} من شهر {levant} {when.year}",
        f"{when:%d/%m/%Y}",
        f"{when:%d-%m-%Y}",
        f"{when:%d.%m.%Y}",
        f"{when:%Y-%m-%d}",
        f"{when:%Y/%m/%d}",
    ]


def hijri_day(value: str) -> list[str]:
    """Return the ways to write a day in the Hijri calendar."""
    when = date.fromisoformat(value)
    moon = Gregorian(when.year, when.month, when.day).to_hijri()
    name = HIJRI[moon.month - 1]
    return [
        f"{moon.day} {name} {moon.year} هـ",
        f"{moon.day} {name} {moon.year}هـ",
        f"{ordinal(moon.day)} من {name} {moon.year} هجرية",
        f"{WEEKDAYS[when.weekday()]} {moon.day} {name} {moon.year}",
    ]


def clock(value: str) -> list[str]:
    """Return the ways to write a minute of a day."""
    day_, _, time = value.partition("T")
    when = date.fromisoformat(day_)
    hour, minute = (int(x) for x in time.split(":"))
    mark = "ص" if hour < 12 else "م"
    text = f"{when.day} {GULF[when.month - 1]} {when.year}"
    return [
        f"{text} الساعة {time}",
        f"{text} {time}",
        f"{text} {(hour - 1) % 12 + 1}:{minute:02} {mark}",
        f"{when:%d/%m/%Y} {time}",
        f"{day_} {time}",
        f"{time} - {text}",
    ]


def duration(count: int, unit: str) -> list[str]:
    """Return the ways to write `count` of a unit of `_UNITS`."""
    one, many_one, two, plural, feminine = _UNITS[unit]
    if count == 1:
        return [f"لمدة {one}"]
    if count == 2:
        return [f"لمدة {two}", two]
    noun = plural if 3 <= count % 100 <= 10 else one if count % 100 < 3 else many_one
    return [f"{count} {noun}", f"{number(count, feminine)} {noun}", f"لمدة {number(count, feminine)} {noun}"]


def value_of(count: int, unit: str) -> str:
    """Return the TIMEX3 value of a duration."""
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


UNITS = tuple(_UNITS)
