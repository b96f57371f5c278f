"""Times are found whole, in every spelling, and traps stay silent."""

import gzip
import json
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from takhrij import lang
from takhrij.analyse import times
from takhrij.analyse.times.grammar import grammar
from takhrij.analyse.times.making import MAKERS
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Page, TimeExpression
from takhrij.text import fold
from takhrij.timex import day, resolve
from takhrij.world.tables import World

KNOWLEDGE = Knowledge(lang.load(), World())
TOLD = date(2025, 2, 19)
SHARED = Path(__file__).parents[3] / "shared"
RULES = KNOWLEDGE.language.times


def _find(text: str) -> tuple[TimeExpression, ...]:
    page = Page(id="p", text=text, sources=("test",), raw_sha256="")
    return times.find(page, fold(text), Analysis(page="p", language="ar"), KNOWLEDGE)


def _values(text: str, told: date = TOLD) -> list[tuple[str, str]]:
    found = [(text[t.span.start : t.span.end], resolve(t, day(told))) for t in _find(text)]
    return [(words, readings[0].value if readings else "") for words, readings in found]


@pytest.mark.parametrize(("text", "words", "value"), [e for rule in RULES for e in rule.examples])
def test_every_example_of_a_rule_is_found_with_its_value(text: str, words: str, value: str) -> None:
    assert (words, value) in _values(text)


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule.never])
def test_what_a_rule_must_never_take_stays_silent(text: str) -> None:
    assert _values(text) == []


def test_every_rule_names_a_maker_and_has_an_example_or_a_trap() -> None:
    assert [r.name for r in RULES if r.make not in MAKERS or not (r.examples or r.never)] == []


def test_rule_names_differ() -> None:
    assert len({r.name for r in RULES}) == len(RULES)


def test_a_span_leaves_out_the_preposition_and_the_glued_letter() -> None:
    assert _values("وصل الوزير والثلاثاء غادر للعام الماضي")[0] == ("الثلاثاء", "2025-02-18")


def test_tanwin_behind_the_last_letter_belongs_to_the_span() -> None:
    assert _values("استمر 30 عاماً كاملة") == [("30 عاماً", "P30Y")]


def test_digits_of_every_script_tell_the_same_day() -> None:
    assert [_values(f"في {d} يناير ٢٠٢٥")[0][1] for d in ("9", "٩", "۹")] == ["2025-01-09"] * 3


def test_a_weekday_glued_to_a_name_is_seen_where_a_date_follows() -> None:
    assert _values("المنبرالخميس 6 شباط") == [("الخميس 6 شباط", "2025-02-06")]


def test_a_cue_of_the_future_turns_the_weekday_ahead() -> None:
    assert _values("سيلتقي الوفدان يوم السبت") == [("يوم السبت", "2025-02-22")]
    assert _values("التقى الوفدان يوم السبت") == [("يوم السبت", "2025-02-15")]


def test_a_missing_year_follows_the_weekday() -> None:
    assert _values("الأحد 5 كانون الثاني") == [("الأحد 5 كانون الثاني", "2025-01-05")]


def test_two_month_names_that_differ_are_reported() -> None:
    found = _find("في 4 أيار/أبريل 2023")
    assert [w.note for w in found[0].why] == ["the two month names differ"]


def test_today_in_a_quotation_of_how_things_are_is_no_date() -> None:
    assert _values("قال الوزير “نعرف حال المنطقة اليوم وأهلها”") == [("اليوم", "PRESENT_REF")]


def test_today_outside_quotations_is_the_day_of_the_page() -> None:
    assert _values("قال الوزير في المنطقة اليوم إنه عائد") == [("اليوم", "2025-02-19")]


def test_a_quoted_meeting_today_leans_on_the_day_that_the_sentence_before_tells() -> None:
    text = "عقد الاجتماع الاثنين. وقال الرئيس “إن اجتماعنا اليوم مهم”."
    found = _find(text)
    assert found[1].anchor == found[0].id


def test_a_day_and_its_clock_time_are_one() -> None:
    assert _values("وصل الجمعة، عند السادسة مساء") == [("الجمعة، عند السادسة مساء", "2025-02-14T18:00")]
    assert _values("الساعة 9:40 يوم 3 آذار 2024") == [("الساعة 9:40 يوم 3 آذار 2024", "2024-03-03T09:40")]


def test_a_part_of_a_weekday_belongs_to_the_date_behind_it() -> None:
    assert _values("مساء الأربعاء 5 شباط") == [("مساء الأربعاء 5 شباط", "2025-02-05TEV")]
    assert _values("في فجر 9 كانون الثاني 2024") == [("فجر 9 كانون الثاني 2024", "2024-01-09TDA")]


def test_both_ends_of_a_range_are_one() -> None:
    assert _values("من الأحد إلى الأربعاء") == [("من الأحد إلى الأربعاء", "2025-02-16/2025-02-19")]
    assert _values("بين 3 نيسان 2022 و9 أيار 2023") == [("بين 3 نيسان 2022 و9 أيار 2023", "2022-04-03/2023-05-09")]
    assert len(_values("زارها الأحد والأربعاء")) == 2


def test_a_clock_of_a_set_is_its_own() -> None:
    assert _values("كل يوم سبت الساعة 5 مساء") == [("كل يوم سبت الساعة 5 مساء", "XXXX-WXX-6T17:00")]


@pytest.mark.parametrize(
    "trap",
    [
        "الأمين العام للمنظمة",
        "الملك حسين الثاني",
        "من قبل اللجنة",
        "مرة ثانية",
        "محمد رمضان",
        "أحد المسؤولين",
        "القرار 2231",
    ],
)
def test_names_numbers_and_other_words_are_no_times(trap: str) -> None:
    assert _values(trap) == []


def test_no_pattern_is_slow_on_hostile_text() -> None:
    pieces = ("10 ", "الأحد ", "يناير/", "و", "عشرين و", "10/", "“اليوم ", "12:30 ", "مساء الأحد ", "من الأحد إلى ")
    for piece in pieces:
        short, long = (min(_seconds(piece * (size // len(piece))) for _ in range(2)) for size in (5_000, 50_000))
        assert long < 50 * max(short, 0.01), piece


def _seconds(text: str) -> float:
    begin = perf_counter()
    _find(text)
    return perf_counter() - begin


def test_every_bare_weekday_and_slot_word_is_a_trigger() -> None:
    rules = KNOWLEDGE.built(grammar)
    assert set(rules.bare_weekdays) <= rules.triggers


def test_a_weekday_decides_between_day_and_month_of_a_hijri_date_too() -> None:
    assert [t.written for t in _find("الأحد 5/6/1440هـ")] == ["H1440-06-05"]
    assert [t.written for t in _find("الأحد 6/5/1440هـ")] == ["H1440-06-05"]


def test_two_days_of_a_month_that_stand_in_the_wrong_order_are_put_right() -> None:
    assert [t.written for t in _find("19-12 رمضان 1440هـ")] == ["H1440-09-12/H1440-09-19"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
def test_the_probes_are_read_at_least_as_well_as_when_this_was_written() -> None:
    right = total = 0
    with gzip.open(SHARED / "corpora" / "time_probes.jsonl.gz", "rt", encoding="utf-8") as lines:
        for probe in map(json.loads, lines):
            values = [value for _, value in _values(probe["text"], date.fromisoformat(probe["dct"]))]
            right += values == [] if probe["trap"] else any(v in probe["values"] for v in values)
            total += 1
    assert right / total >= 0.95
