"""What must hold of every time, whatever it says and however it is spelled."""

import re
from datetime import date, timedelta
from random import Random

import pytest
import written_times as write
from edtf_forms import is_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from takhrij import Time, lang, times
from takhrij.records import Grain

TOLD = date(2025, 2, 19)
QUICK = settings(max_examples=60, deadline=None, derandomize=True)
RULES = lang.load().times
EXAMPLES = tuple(example for rule in RULES for example in rule.examples)

DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
HIJRI_DAYS = st.dates(date(1930, 1, 1), date(2070, 12, 31))
ANCHORS = st.none() | st.dates(date(1990, 1, 1), date(2050, 12, 31))
GRAINS: tuple[Grain, ...] = (
    *("second", "minute", "hour", "day", "week", "month"),
    *("quarter", "season", "year", "decade", "century"),
)


def _means(text: str, value: str, anchor: date | None = None) -> None:
    assert [t.value for t in times(text, anchor)] == [value], text


# Every absolute value comes back from any of the ways to write it, on any anchor and without one.


@QUICK
@given(DAYS, ANCHORS)
def test_a_day_in_words_is_that_day(when: date, anchor: date | None) -> None:
    for text in write.day(when.isoformat()):
        _means(text, when.isoformat(), anchor)


@QUICK
@given(HIJRI_DAYS, ANCHORS)
def test_a_day_of_the_hijri_calendar_is_that_day(when: date, anchor: date | None) -> None:
    for text in write.hijri_day(when.isoformat()):
        _means(text, when.isoformat(), anchor)


@QUICK
@given(DAYS, ANCHORS)
def test_a_month_in_words_is_that_month(when: date, anchor: date | None) -> None:
    for text in write.month(f"{when:%Y-%m}"):
        _means(text, f"{when:%Y-%m}", anchor)


@QUICK
@given(st.integers(1500, 2099), ANCHORS)
def test_a_year_in_figures_or_words_is_that_year(year: int, anchor: date | None) -> None:
    for text in write.year(f"{year}"):
        _means(text, f"{year}", anchor)


@pytest.mark.parametrize(("digit", "name"), write.DECADES.items())
def test_a_decade_in_words_is_that_decade(digit: str, name: str) -> None:
    for text in (f"{name} القرن الماضي", f"{name} القرن العشرين", f"ال{name}"):
        _means(text, f"19{digit}")


@pytest.mark.parametrize("century", range(2, 22))
def test_a_century_in_words_is_that_century(century: int) -> None:
    _means(f"القرن {write.ordinal(century)}", f"{century - 1:02}")


@QUICK
@given(st.integers(1500, 2099), st.sampled_from(sorted(write.SEASONS)), st.integers(1, 4), ANCHORS)
def test_parts_of_a_year_come_back(year: int, season: str, quarter: int, anchor: date | None) -> None:
    _means(f"{write.SEASONS[season]} {year}", f"{year}-{season}", anchor)
    _means(f"{write.SEASONS[season]} عام {year}", f"{year}-{season}", anchor)
    _means(f"الربع {write.ORDINALS[quarter - 1]} من عام {year}", f"{year}-Q{quarter}", anchor)
    _means(f"النصف {write.ORDINALS[(quarter - 1) // 2]} من {year}", f"{year}-H{(quarter + 1) // 2}", anchor)


@QUICK
@given(DAYS, st.times(), ANCHORS)
def test_a_minute_of_a_day_comes_back(when: date, clock: object, anchor: date | None) -> None:
    value = f"{when}T{clock:%H:%M}"
    for text in write.clock(value):
        _means(text, value, anchor)


@QUICK
@given(st.integers(1, 2000), st.sampled_from(write.UNITS))
def test_a_length_in_figures_or_words_comes_back(count: int, unit: str) -> None:
    for text in write.duration(count, unit):
        _means(text, write.value_of(count, unit))


@QUICK
@given(st.integers(1500, 2097), st.integers(1, 80), ANCHORS)
def test_an_interval_of_years_comes_back(first: int, length: int, anchor: date | None) -> None:
    last = min(first + length, 2099)
    for text in (
        f"{first}-{last}",
        f"بين عامي {first} و{last}",
        f"من {first} إلى {last}",
        f"من عام {first} حتى عام {last}",
    ):
        _means(text, f"{first}/{last}", anchor)


@QUICK
@given(DAYS, st.integers(1, 200), ANCHORS)
def test_an_interval_of_days_comes_back(first: date, length: int, anchor: date | None) -> None:
    last = first + timedelta(days=length)
    if last.month == first.month or last.year > 2099:
        return  # that is written in another way, or in no year that is read
    begin = f"{first.day} {write.GULF[first.month - 1]}"
    _means(f"بين {begin} و{last.day} {write.GULF[last.month - 1]} {last.year}", f"{first}/{last}", anchor)


# What leans on an anchor is counted from it, lies on the side that is asked for, and is unsure as the anchor is.

NEAR = st.dates(date(1990, 1, 1), date(2050, 12, 31))


@QUICK
@given(st.integers(3, 200), NEAR)
def test_days_ago_and_later_are_counted_from_the_anchor(count: int, anchor: date) -> None:
    noun = "أيام" if 3 <= count % 100 <= 10 else "يوم" if count % 100 < 3 else "يوما"
    for number in (f"{count}", write.number(count)):
        _means(f"قبل {number} {noun}", f"{anchor - timedelta(days=count)}", anchor)
        _means(f"بعد {number} {noun}", f"{anchor + timedelta(days=count)}", anchor)


@QUICK
@given(st.sampled_from(range(7)), NEAR)
def test_a_weekday_is_the_last_one_or_the_next(weekday: int, anchor: date) -> None:
    name = write.WEEKDAYS[weekday]
    (last,), (before,), (ahead,) = (times(t, anchor) for t in (f"يوم {name}", f"{name} الماضي", f"{name} المقبل"))
    back = (anchor.weekday() - weekday) % 7
    assert last.first == anchor - timedelta(days=back)
    assert before.first == anchor - timedelta(days=back or 7)
    assert ahead.first == anchor + timedelta(days=7 - back)


OPEN = ("في أغسطس", "12 كانون الأول", "يوم الثلاثاء", "29 فبراير", "عيد الفطر", "15 رمضان", "بتاريخ 12/10")


@QUICK
@given(st.sampled_from(OPEN), NEAR)
def test_what_is_open_lies_on_the_side_that_is_asked_for(text: str, anchor: date) -> None:
    for past, future in zip(times(text, anchor, "past"), times(text, anchor, "future"), strict=True):
        assert past.first is None or past.first <= anchor, text
        assert future.last is None or future.last >= anchor, text


LEANING = (
    *OPEN,
    "الأحد 5 أيار",
    "أمس",
    "بعد غد",
    "قبل أسبوع",
    "الشهر الماضي",
    "قبل 3 أشهر",
    "الأسبوع المقبل",
    "العام الماضي",
    "السبت الماضي",
)


@QUICK
@given(st.sampled_from(LEANING), NEAR, st.integers(1, 90))
def test_an_anchor_of_several_days_holds_what_each_of_them_gives(text: str, first: date, length: int) -> None:
    (whole,) = times(text, (first, first + timedelta(days=length)))
    for step in range(0, length + 1, 3):
        (one,) = times(text, first + timedelta(days=step))
        if one.first and one.last:
            assert whole.first is not None
            assert whole.last is not None
            assert whole.first <= one.first, text
            assert one.last <= whole.last, text


# Nothing is finer than the words, and nothing lies outside the calendar.

COARSE: tuple[tuple[str, Grain], ...] = (
    *((text, "day") for text in ("أمس", "غدا", "يوم الثلاثاء", "قبل 3 أيام", "12 شباط", "عيد الفطر", "أول من أمس")),
    *((text, "week") for text in ("الأسبوع الماضي", "هذا الأسبوع", "الأسبوع المقبل", "نهاية الأسبوع المقبل")),
    *((text, "month") for text in ("الشهر الماضي", "في أغسطس", "شهر رمضان", "قبل شهرين", "قبل 5 أشهر", "أوائل آذار")),
    *((text, "month") for text in ("مطلع الشهر المقبل", "الأسبوع الأول من أكتوبر 2024", "نهاية نوفمبر")),
    *((text, "quarter") for text in ("الربع الأول من العام", "الربع الثالث من العام المقبل")),
    *((text, "season") for text in ("صيف العام الماضي", "شتاء 2019", "النصف الثاني من العام الماضي")),
    *(
        (text, "year")
        for text in ("العام الماضي", "قبل عامين", "مطلع 2021", "منتصف العام المقبل", "عام 67", "قبل سنة")
    ),
    *((text, "decade") for text in ("التسعينيات", "العقد الماضي", "منتصف السبعينيات", "قبل عقدين")),
    *((text, "century") for text in ("القرن الماضي", "القرن التاسع عشر", "أوائل القرن العشرين")),
)
"""Phrases with the finest grain that their words tell. A counted week is counted in days, by the house's rule."""


def _rank(time: Time) -> int:
    return GRAINS.index(time.grain) if time.grain else len(GRAINS)


@QUICK
@given(
    st.sampled_from(COARSE),
    st.dates(date(1950, 1, 1), date(2060, 12, 31)),
    st.sampled_from(["closest", "past", "future"]),
)
def test_no_grain_is_invented(phrase: tuple[str, Grain], anchor: date, prefer: str) -> None:
    text, grain = phrase
    found = times(text, anchor, prefer)  # type: ignore[arg-type]
    assert found, text
    for time in found:
        assert _rank(time) >= GRAINS.index(grain) or time.words.startswith("نهاية الأسبوع"), (text, time)


@QUICK
@given(DAYS)
def test_a_coarser_writing_of_a_day_tells_no_day(when: date) -> None:
    for text in (*write.month(f"{when:%Y-%m}"), *write.year(f"{when:%Y}")):
        assert all(t.first != t.last for t in times(text, TOLD)), text


def in_calendar(time: Time) -> None:
    """Fail unless every date in the value, in EDTF and in the other readings is one that there is."""
    for value in (time.value, *(a.value for a in time.alternatives)):
        for found in re.findall(r"(?<!\d)\d{4}-\d\d-\d\d", value):
            date.fromisoformat(found)
        for clock in re.findall(r"T(\d\d):(\d\d)", value if value[0] != "P" else ""):
            assert clock <= ("24", "00"), value
    for written in (time.edtf, *(a.edtf for a in time.alternatives)):
        assert not written or is_edtf(written), written
    assert (time.first is None) == (time.last is None)
    assert time.first is None or time.last is None or time.first <= time.last


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.integers(1, 40),
    st.integers(0, 11),
    st.sampled_from(["", " 2024", " 2023", " 1446", " 1900"]),
    st.sampled_from(["", "السبت ", "أمس "]),
    ANCHORS,
)
def test_no_day_is_one_that_the_calendar_lacks(
    number: int, month: int, year: str, before: str, anchor: date | None
) -> None:
    for names in (write.GULF, write.LEVANT, write.HIJRI):
        for time in times(f"{before}{number} {names[month]}{year}", anchor):
            in_calendar(time)
    for time in times(
        f"{number:02}/{month + 1:02}/2023 وقبلها من {number} إلى {number + 2} {write.GULF[month]}", anchor
    ):
        in_calendar(time)


@pytest.mark.parametrize("text", ["30 شباط 2025", "31/04/2024", "30 فبراير", "السبت 31 نيسان", "29 فبراير 2023"])
def test_a_day_that_the_calendar_lacks_is_told_and_has_no_days(text: str) -> None:
    (found,) = times(text, TOLD)
    assert (found.value[-3:], found.first, found.alternatives) == ("-XX", None, ())
    assert ("day", "nothing: the calendar has no such day") in [(b.part, b.by) for b in found.basis]


@QUICK
@given(st.integers(0, 30), st.integers(0, 70), ANCHORS)
def test_no_hour_is_one_that_the_day_lacks(hour: int, minute: int, anchor: date | None) -> None:
    clock = f"{hour}:{minute:02}"
    for text in (
        f"الساعة {clock}",
        f"8 ديسمبر 2024 الساعة {clock}",
        f"{clock} مساء",
        f"{clock} ص",
        f"2024-12-08 {clock}",
    ):
        for time in times(text, anchor):
            in_calendar(time)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.text(st.sampled_from("0123456789/-:. وفيمن إلى الساعة ص م يناير شباط رمضان عام قبل أيام"), max_size=40),
    ANCHORS,
)
def test_no_text_gives_a_value_outside_the_calendar(text: str, anchor: date | None) -> None:
    for time in times(text, anchor):
        assert text[time.start : time.end] == time.words
        in_calendar(time)


# Spelling changes nothing: not the answer, and the words only as the text changed.

MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
CONTROLS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2069\u061c"
VARIANTS = {
    **dict.fromkeys("أإآا", "أإآاٱ"),
    **dict.fromkeys("ىي", "ىيی"),
    **dict.fromkeys("ةه", "ةه"),
    "ك": "كک",
    " ": " \u00a0\u2009",
    "ؤ": "ؤو",
    **{str(n): f"{n}{chr(0x660 + n)}{chr(0x6F0 + n)}" for n in range(10)},
}


def respelled(text: str, chance: Random) -> tuple[list[str], list[str]]:
    """The text letter by letter in another spelling: what stands before each character, and what it became."""
    script = chance.randrange(3)
    before, made = [], []
    for i, char in enumerate(text):
        among = VARIANTS.get(char, char)
        letter = among[script] if char.isdigit() else chance.choice(among)
        if "ء" <= char <= "ي":
            letter += "".join(chance.choices(MARKS, k=chance.choice((0, 0, 1, 2))))
            if "ء" <= text[i + 1 : i + 2] <= "ي" and chance.random() < 0.2:
                letter += "ـ" * chance.randrange(1, 4)
        before.append(chance.choice(CONTROLS) if chance.random() < 0.1 else "")
        made.append(letter)
    return before, made


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.sampled_from(EXAMPLES), st.integers(0, 10**9), ANCHORS)
def test_spelling_moves_the_words_and_changes_no_answer(
    example: tuple[str, str, str], seed: int, anchor: date | None
) -> None:
    text = example[0]
    before, made = respelled(text, Random(seed))
    spelled, starts, ends = "", [], []
    for mark, letter in zip(before, made, strict=True):
        starts.append(len(spelled) + len(mark))
        spelled += mark + letter
        ends.append(len(spelled))
    plain, other = times(text, anchor), times(spelled, anchor)
    assert [(t.type, t.value, t.mod) for t in other] == [(t.type, t.value, t.mod) for t in plain], spelled
    assert [(t.start, t.end) for t in other] == [(starts[t.start], ends[t.end - 1]) for t in plain], spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عاماً", "عامًا"),
        ("غداً", "غدًا"),
        ("٢٠ أَيْلُول ٢٠٢٤", "20 ايلول 2024"),
        ("۲۰ ایلول ۲۰۲۴", "20 أيلول 2024"),
        ("الأربـــعاء", "الاربعاء"),
        ("الثُّلاثَاء المَاضِي", "الثلاثاء الماضى"),
        ("ﺃﻣﺲ", "أمس"),
        ("اﻷربعاء", "الأربعاء"),
        ("تشرين اﻷول ٢٠٢٤", "تشرين الأول 2024"),
        ("20\u00a0أيلول\u20092024", "20 أيلول 2024"),
        ("٢٠\u200f/\u200f٩\u200f/\u200f٢٠٢٤", "20/9/2024"),
        ("أم\u200bس", "أمس"),
    ],
)
def test_two_spellings_are_one_time(one: str, other: str) -> None:
    carrier = "استمر العمل 30 {} هناك" if one.startswith("عام") else "وصل الوفد {} هناك"
    first, second = (times(carrier.format(words), TOLD) for words in (one, other))
    assert [(t.value, t.type) for t in first] == [(t.value, t.type) for t in second]
    assert first
    assert first[0].words.endswith(one)
