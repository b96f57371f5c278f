"""Periods carry over years and name themselves as TIMEX3 does."""

from datetime import date

import pytest

from takhrij.periods import Period, fixed, hijri_year, month_of, quarter, shifted, week_of, years_for
from takhrij.records import Grain, Shift


def test_months_and_quarters_carry_over_the_year() -> None:
    assert month_of(2025, 0).value == "2024-12"
    assert month_of(2024, 14).value == "2025-02"
    assert quarter(2025, -1).value == "2024-Q4"


def test_a_leap_february_has_its_last_day() -> None:
    assert month_of(2024, 2).last == date(2024, 2, 29)


def test_a_week_has_its_iso_value_whatever_day_it_begins_on() -> None:
    assert week_of(date(2025, 2, 19)) == Period(date(2025, 2, 17), date(2025, 2, 23), "week", "2025-W08")
    assert week_of(date(2025, 2, 19), first_weekday=6).first == date(2025, 2, 15)


@pytest.mark.parametrize(
    ("unit", "by", "value"),
    [
        ("day", -1, "2025-02-18"),
        ("week", 1, "2025-W09"),
        ("month", -2, "2024-12"),
        ("year", 0, "2025"),
        ("decade", -1, "201"),
        ("century", 0, "20"),
    ],
)
def test_a_shift_counts_whole_units(unit: Grain, by: int, value: str) -> None:
    assert shifted(date(2025, 2, 19), Shift(unit=unit, by=by)).value == value


@pytest.mark.parametrize(
    ("written", "value", "first", "last"),
    [
        ("2015", "2015", "2015-01-01", "2015-12-31"),
        ("2024-12", "2024-12", "2024-12-01", "2024-12-31"),
        ("2023-22", "2023-SU", "2023-06-01", "2023-08-31"),
        ("2024-33", "2024-Q1", "2024-01-01", "2024-03-31"),
        ("199X", "199", "1990-01-01", "1999-12-31"),
        ("20XX", "20", "2000-01-01", "2099-12-31"),
        ("H1446-09-15", "2025-03-15", "2025-03-15", "2025-03-15"),
        ("2011/2015", "2011/2015", "2011-01-01", "2015-12-31"),
        ("2025-W08-WE", "2025-W08-WE", "2025-02-21", "2025-02-22"),
    ],
)
def test_a_written_value_names_its_days(written: str, value: str, first: str, last: str) -> None:
    period = next(fixed(written))
    assert (period.value, period.first.isoformat(), period.last.isoformat()) == (value, first, last)


@pytest.mark.parametrize("written", ["2025-02-30", "2025-13-01", "H1-01-01", "XXXX-02-03", ""])
def test_what_the_calendar_does_not_have_names_nothing(written: str) -> None:
    assert list(fixed(written)) == []


def test_a_weekday_and_a_day_of_the_month_leave_few_years() -> None:
    assert years_for(1, 28, 3, range(2015, 2030)) == [2015, 2026]
    assert years_for(2, 29, 1, range(2015, 2030)) == [2016]


def test_a_feast_of_the_moon_finds_its_year() -> None:
    assert hijri_year(2019, 9, 1) == 1440
    assert hijri_year(1800, 9, 1) is None
