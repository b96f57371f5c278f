"""One function reads the times of any Arabic text, and says what fixed them."""

import subprocess
import sys
from datetime import date, datetime
from time import process_time

import msgspec
import pytest

import takhrij
from takhrij import Time, times
from takhrij.errors import ArgumentError, TakhrijError
from takhrij.expressions import of_page, told_on
from takhrij.knowledge import Knowledge
from takhrij.pipeline import knowledge_of
from takhrij.records import Page, Shift, When

TOLD = date(2025, 2, 19)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return knowledge_of(())


def _one(text: str, anchor: object = TOLD, prefer: str = "closest") -> Time:
    (found,) = times(text, anchor, prefer)  # type: ignore[arg-type]
    return found


def _by(found: Time) -> dict[str, str]:
    return {b.part: b.by for b in found.basis}


def _page(text: str) -> Page:
    return Page(id="p", text=text, sources=("test",), raw_sha256="")


def test_a_phrase_of_two_words_is_enough() -> None:
    found = _one("أمس الثلاثاء")
    assert (found.start, found.end, found.words) == (0, 12, "أمس الثلاثاء")
    assert (found.type, found.value, found.edtf) == ("DATE", "2025-02-18", "2025-02-18")
    assert (found.first, found.last, found.grain) == (date(2025, 2, 18), date(2025, 2, 18), "day")
    assert (found.anchor, found.shift) == ("2025-02-19", Shift(unit="day", by=-1))


def test_every_span_slices_to_its_words() -> None:
    text = "وصل الوفد يوم الخميس، وغادر في ٢٠ شباط ٢٠٢٥ بعد محادثات استمرت يومين"
    found = times(text, TOLD)
    assert [text[t.start : t.end] for t in found] == [t.words for t in found]
    assert [t.value for t in found] == ["2025-02-13", "2025-02-20", "P2D"]


@pytest.mark.parametrize(
    "anchor",
    [date(2025, 2, 19), datetime(2025, 2, 19, 12, 30), "2025-02-19", " 2025-02-19 ", ("2025-02-19", "2025-02-19")],
)
def test_an_anchor_may_be_a_date_or_a_string(anchor: object) -> None:
    assert _one("غدا", anchor).value == "2025-02-20"


@pytest.mark.parametrize("anchor", ["2025-02-18/2025-02-20", ("2025-02-18", date(2025, 2, 20))])
def test_an_anchor_of_several_days_gives_an_interval(anchor: object) -> None:
    found = _one("قبل أسبوع", anchor)
    assert (found.value, found.edtf) == ("2025-02-11/2025-02-13", "[2025-02-11..2025-02-13]")
    assert (found.first, found.last) == (date(2025, 2, 11), date(2025, 2, 13))
    assert (found.anchor, found.alternatives) == ("2025-02-18/2025-02-20", ())


def test_an_anchor_of_a_year_bounds_what_leans_on_it() -> None:
    found = _one("أمس", "2024")
    assert (found.first, found.last) == (date(2023, 12, 31), date(2024, 12, 30))


def test_an_interval_in_the_words_stays_one_under_an_anchor_of_several_days() -> None:
    found = _one("من 10 إلى 14 شباط", "2025-02-18/2025-02-20")
    assert found.value == "2025-02-10/2025-02-14"


@pytest.mark.parametrize(
    ("words", "value", "edtf"),
    [
        ("أمس", "XXXX-XX-XX", "XXXX-XX-XX"),
        ("أمس الثلاثاء", "XXXX-WXX-2", ""),
        ("الشهر الماضي", "XXXX-XX", "XXXX-XX"),
        ("الأسبوع المقبل", "XXXX-WXX", ""),
        ("العام الماضي", "XXXX", "XXXX"),
        ("12 كانون الأول", "XXXX-12-12", "XXXX-12-12"),
        ("صيف العام الماضي", "XXXX-SU", "XXXX-22"),
        ("24 ديسمبر", "XXXX-12-24", "XXXX-12-24"),
        ("مساء الثلاثاء", "XXXX-WXX-2TEV", ""),
    ],
)
def test_without_an_anchor_what_leans_on_one_stays_open(words: str, value: str, edtf: str) -> None:
    found = _one(words, None)
    assert (found.value, found.edtf) == (value, edtf)
    assert (found.first, found.last, found.grain, found.anchor) == (None, None, None, "")
    assert "nothing: it needs an anchor" in _by(found).values()


def test_what_needs_no_anchor_has_none() -> None:
    for anchor in (None, TOLD):
        found = _one("8 ديسمبر 2024", anchor)
        assert (found.value, found.anchor) == ("2024-12-08", "")
        assert _by(found) == {"year": "words", "month": "words", "day": "words"}


def test_prefer_decides_what_the_words_leave_open_and_nothing_else() -> None:
    assert [_one("في أغسطس", prefer=p).value for p in ("closest", "past", "future")] == [
        "2024-08",
        "2024-08",
        "2025-08",
    ]
    assert [_one("عيد الفطر", prefer=p).value for p in ("past", "future")] == ["2024-04-10", "2025-03-30"]
    assert {_one("في أغسطس الماضي", prefer=p).value for p in ("closest", "past", "future")} == {"2024-08"}
    assert {_one("سيغادر يوم السبت", prefer=p).value for p in ("closest", "past", "future")} == {"2025-02-22"}


def test_the_basis_says_what_fixed_each_part() -> None:
    assert _by(_one("12 كانون الأول"))["year"] == "nearest to the anchor"
    assert _by(_one("في أغسطس", prefer="future"))["year"] == 'prefer="future"'
    assert _by(_one("سيغادر في مارس"))["year"] == "a cue of the future in the sentence"
    assert _by(_one("الأحد 5 كانون الثاني"))["year"] == "the weekday, then nearest to the anchor"
    assert _by(_one("الشهر الماضي")) == {"month": "1 month before the anchor"}
    assert _by(_one("هذا الأسبوع")) == {"week": "the anchor's own week"}
    assert _by(_one("لمدة يومين")) == {"length": "words"}
    assert _by(_one("مؤخرا")) == {"reference": "words"}
    assert "Umm al-Qura" in _by(_one("15 رمضان 1446"))["calendar"]


def test_a_printed_weekday_that_disagrees_is_told() -> None:
    assert "Saturday is printed, and 2025-02-18 is a Tuesday" in _by(_one("السبت 18 شباط 2025"))["weekday"]
    assert _by(_one("الثلاثاء 18 شباط 2025"))["weekday"] == "words"


def test_the_other_reading_is_an_alternative() -> None:
    (other,) = _one("في أغسطس").alternatives
    assert (other.value, other.first, other.last) == ("2025-08", date(2025, 8, 1), date(2025, 8, 31))


def test_a_window_leans_on_its_anchor_with_one_end() -> None:
    found = _one("خلال الأيام الثلاثة الماضية")
    assert (found.type, found.value, found.anchor, found.first) == ("DURATION", "P3D", "2025-02-19", None)


def test_a_set_says_how_often() -> None:
    assert (_one("كل ثلاثة أشهر").value, _one("كل ثلاثة أشهر").quant) == ("P3M", "EVERY")
    assert (_one("مرتين في الأسبوع").value, _one("مرتين في الأسبوع").freq) == ("P1W", "2X")


def test_a_quoted_today_leans_on_the_day_that_the_sentence_before_tells() -> None:
    text = "عقد الاجتماع الاثنين. وقال الرئيس “إن اجتماعنا اليوم مهم”."
    monday, today = times(text, TOLD)
    assert today.value == monday.value == "2025-02-17"
    assert (monday.anchored_by, today.anchored_by, today.anchor) == (None, 0, "2025-02-17")


@pytest.mark.parametrize(
    "anchor", ["yesterday", "2025-02-30", "", "2025-02-20/2025-02-18", 7, ("2025-02-19",), (None, 1)]
)
def test_an_anchor_that_is_no_day_is_told_with_its_cure(anchor: object) -> None:
    with pytest.raises(ArgumentError) as told:
        times("أمس", anchor)  # type: ignore[arg-type]
    assert "2025-02-19" in told.value.cure
    assert isinstance(told.value, TakhrijError | ValueError)


def test_another_preference_or_no_text_is_told() -> None:
    with pytest.raises(ArgumentError, match="closest, past, future"):
        times("أمس", TOLD, "soon")  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="bytes"):
        times(b"abc")  # type: ignore[arg-type]


def test_text_without_times_has_none() -> None:
    assert times("") == times("\n") == times("hello") == times("قال الأمين العام", TOLD) == ()


def test_a_time_is_frozen_hashable_and_goes_through_json() -> None:
    found = _one("أمس")
    assert hash(found)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Time) == found
    with pytest.raises(AttributeError):
        found.value = "x"  # type: ignore[misc]


def test_import_takhrij_reads_no_tables() -> None:
    code = "import sys, takhrij; sys.exit(any(m.startswith('takhrij.') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert set(takhrij.__all__) <= {name for name in takhrij.__all__ if hasattr(takhrij, name)}
    with pytest.raises(AttributeError):
        _ = takhrij.nothing


def test_a_short_phrase_takes_a_moment() -> None:
    times("أمس الثلاثاء", TOLD)
    begin = process_time()
    for _ in range(200):
        times("أمس الثلاثاء", TOLD)
    assert (process_time() - begin) / 200 < 0.005  # a fifth of a millisecond on an idle machine


STORY = """جسر سالمة يفتح بعد أسبوع

المرفأ - سالمة

أعلن وزير النقل سامي الحلواني، اليوم الأحد 2 آذار 2025، أن الجسر الجديد في مدينة سالمة سيفتح بعد أسبوع.

وقال الحلواني في مؤتمر صحفي إن العمل لم يتوقف يوما واحدا على الرغم من المطر الذي أغرق الطرق في الشهر الماضي.
"""


def test_a_page_is_read_on_its_own_day(knowledge: Knowledge) -> None:
    read = of_page(_page(STORY), knowledge)
    assert read.anchor == When(first=date(2025, 3, 2), last=date(2025, 3, 2), grain="day")
    assert [t.value for t in read.times if t.words in ("بعد أسبوع", "الشهر الماضي")] == [
        "2025-03-09",
        "2025-03-09",
        "2025-02",
    ]


def test_an_anchor_that_is_given_takes_the_place_of_the_pages_day(knowledge: Knowledge) -> None:
    read = of_page(_page(STORY), knowledge, "2024-05-01")
    assert [t.value for t in read.times if t.words == "الشهر الماضي"] == ["2024-04"]


def test_a_page_without_an_article_or_day_says_so(knowledge: Knowledge) -> None:
    read = of_page(_page("وصل أمس"), knowledge)
    assert ([t.value for t in read.times], read.anchor) == (["XXXX-XX-XX"], None)
    assert "no article" in read.note
    assert of_page(_page("وصل أمس"), knowledge, TOLD).note == ""


def test_a_page_in_another_language_is_named_and_not_read(knowledge: Knowledge) -> None:
    persian = "وزیر راه گفت که این پل تازه تا یک هفته دیگر باز می‌شود و کار در آن از روز نخست ادامه داشته است. " * 4
    read = of_page(_page(persian), knowledge)
    assert (read.times, "Persian" in read.note) == ((), True)


def test_told_on_takes_days_and_gives_days() -> None:
    assert told_on(None) is None
    assert told_on("2025-02") == When(first=date(2025, 2, 1), last=date(2025, 2, 28), grain="month")
