"""The bench of days in two calendars finds pairs, counts how far apart they are, and names the slip."""

from typing import Any

import pytest

from takhrij import lang
from takhrij.knowledge import Knowledge
from takhrij.world.tables import World

bench = pytest.importorskip("bench.hijri", reason="bench/ is on the path only with `python -m pytest`")

KNOWLEDGE = Knowledge(lang.load(), World())


def _pairs(text: str) -> list[Any]:
    return list(bench._of("a", text, KNOWLEDGE))


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("يفتتح الجسر السبت 9 شوال 1436هـ الموافق 25 يوليو 2015م", 0),
        ("يفتتح الجسر في 25/7/2015م (9/10/1436هـ)", 0),
        ("يفتتح الجسر في 10 شوال 1436هـ -حسب تقويم أم القرى- والموافق 25 يوليو 2015م", -1),
        ("زلزال 3 أغسطس 2012، الموافق 14 رمضان", 1),
        ("يفتتح الجسر في 9 رمضان 1436هـ الموافق 25 يوليو 2015م", 29),
        ("يفتتح الجسر في 9 شوال الموافق 25 يوليو المقبل", 0),
    ],
)
def test_a_pair_is_so_many_days_apart_by_its_nearest_readings(text: str, apart: int) -> None:
    assert [pair.apart for pair in _pairs(text)] == [apart]


@pytest.mark.parametrize(
    "text",
    [
        "من 9 شوال 1436هـ إلى 25 يوليو 2015م",
        "في 9 شوال 1436هـ. وفي 25 يوليو 2015م",
        "في 9 شوال 1436هـ\nالموافق 25 يوليو 2015م",
        "في 12 صفر 309هـ (22 يونيو 921م)",
    ],
)
def test_other_neighbours_and_years_before_the_tables_are_no_pairs(text: str) -> None:
    assert _pairs(text) == []


def test_the_slip_is_what_makes_the_days_agree_when_it_is_changed() -> None:
    slips = {
        "9 رمضان 1436هـ الموافق 25 يوليو 2015م": "Hijri month",
        "9 شوال 1435هـ الموافق 25 يوليو 2015م": "Hijri year",
        "9 شوال 1436هـ الموافق 12 يوليو 2015م": "day",
    }
    assert {text: bench.slip(_pairs(text)[0]) for text in slips} == slips


def test_the_weekday_says_which_of_the_two_it_is_of() -> None:
    (pair,) = _pairs("السبت 9 شوال 1436هـ الموافق 24 يوليو 2015م")
    assert bench.weekday_of(pair) == "weekday 6 is of: Hijri"


@pytest.mark.skipif(not bench.CORPUS.is_file(), reason=f"{bench.CORPUS} is not there")
def test_every_pair_that_does_not_agree_is_judged_and_the_page_is_at_fault() -> None:
    apart = [pair for pair in bench.pairs(KNOWLEDGE) if abs(pair.apart) > 1]
    verdicts = bench.judged()
    assert {pair.key for pair in apart} == set(verdicts)
    assert {item["verdict"] for item in verdicts.values()} == {"page"}
