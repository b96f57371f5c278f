"""EDTF says what the words say, in its own forms, and never more."""

from datetime import date

import pytest
from edtf_forms import is_edtf

from takhrij.edtf import covering, days, edtf, one_of
from takhrij.records import When

WEEK = When(first=date(2025, 2, 17), last=date(2025, 2, 23), grain="week")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2025-02-19", "2025-02-19"),
        ("2025-02", "2025-02"),
        ("2025", "2025"),
        ("199", "199X"),
        ("18", "18XX"),
        ("2024-Q1", "2024-33"),
        ("2024-H2", "2024-41"),
        ("2024-SU", "2024-22"),
        ("XXXX-SU", "XXXX-22"),
        ("XXXX-12-24", "XXXX-12-24"),
        ("2025-02-19T15:00", "2025-02-19"),
        ("2025-02-19TEV", "2025-02-19"),
        ("2023-07-04T13:26:37Z", "2023-07-04T13:26:37Z"),
        ("2011/2015", "2011/2015"),
        ("2025-W08", "2025-02-17/2025-02-23"),
        ("2025-02-19T09:00/2025-02-19T16:00", "2025-02-19"),
        ("BC0520", "-0519"),
        ("BC03", ""),
        ("P3D", ""),
        ("PAST_REF", ""),
        ("PRESENT_REF", ""),
        ("FUTURE_REF", ""),
    ],
)
def test_a_value_has_its_form_in_edtf(value: str, written: str) -> None:
    assert edtf(value, WEEK if "W" in value else None) == written
    assert not written or is_edtf(written)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2025-02-19", "[2025-02-17..2025-02-23]"),
        ("2025-02-19T15:00", "[2025-02-17..2025-02-23]"),
        ("2025-02", "2025-02"),
        ("2025", "2025"),
    ],
)
def test_days_that_are_more_than_the_values_own_make_it_one_of_them(value: str, written: str) -> None:
    assert edtf(value, WEEK) == written
    assert is_edtf(written)


def test_approximate_values_carry_a_tilde() -> None:
    assert edtf("2011", None, approximate=True) == "2011~"
    assert edtf("2011/2015", None, approximate=True) == "2011~/2015~"


def test_what_has_no_days_and_no_form_is_empty() -> None:
    assert edtf("XXXX-WXX-2", None) == days(None) == ""


@pytest.mark.parametrize(
    ("values", "written"),
    [
        (["2025-02-11", "2025-02-12", "2025-02-13"], "[2025-02-11..2025-02-13]"),
        (["2024-12-12", "2025-12-12"], "[2024-12-12,2025-12-12]"),
        (["2024-12", "2025-01"], "[2024-12..2025-01]"),
        (["2024", "2026"], "[2024,2026]"),
        (["2025-W08", "2025-W09"], "2025-02-17/2025-02-23"),
    ],
)
def test_one_of_several_values_is_a_set_of_which_one_is_meant(values: list[str], written: str) -> None:
    assert one_of(values, WEEK) == written
    assert is_edtf(written)


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2025-02-19", "2025-02-19", "2025-02-19"),
        ("2025-02-18", "2025-02-20", "2025-02-XX"),
        ("2025-02-01", "2025-02-28", "2025-02"),
        ("2025-02-27", "2025-03-02", "2025-XX-XX"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2024-12-31", "2025-01-01", "XXXX-XX-XX"),
    ],
)
def test_a_cover_holds_both_days_and_as_little_else_as_may_be(first: str, last: str, value: str) -> None:
    assert covering(date.fromisoformat(first), date.fromisoformat(last)) == value
