"""The bench of times compares values by what they mean, not by how they are written."""

import pytest

from bench.timecases import Case, Wanted
from bench.times import Got, score
from bench.timevalues import same


@pytest.mark.parametrize(
    ("got", "want", "mod"),
    [
        ("2013-02-12T15:00", "2013-02-12T15", ""),
        ("2013-07-13/2013-07-15", "2013-07-13/2013-07-16", ""),
        ("2013-W07", "2013-02-11/2013-02-18", ""),
        ("PT90M", "PT1.5H", ""),
        ("P6M", "P0.5Y", ""),
        ("2013-03", "2013-03-15", "MID"),
        ("2013-02-12TNI", "2013-02-12T18/2013-02-13T00", ""),
        ("2016-SU", "2016-06-01/2016-08-31", ""),
        ("197", "1970-01-01/1980-01-01", ""),
    ],
)
def test_two_ways_of_writing_one_time_are_the_same(got: str, want: str, mod: str) -> None:
    assert same(got, want, mod)


@pytest.mark.parametrize(
    ("got", "want", "mod"),
    [
        ("2013-03", "2013-03-15", ""),
        ("2013-03", "2013-03-28", "START"),
        ("2013-02-12", "2013-02-12T15", ""),
        ("2013-02-12T15:00", "2013-02-12T16", ""),
        ("P1M", "P30D", ""),
        ("2013-07-13", "2013-07-13/2013-07-16", ""),
        ("PXY", "PXY2", ""),
        ("XXXX-01-01", "2013-01-01", ""),
    ],
)
def test_other_times_are_not_the_same(got: str, want: str, mod: str) -> None:
    assert not same(got, want, mod)


def test_a_case_is_right_only_when_nothing_else_is_found() -> None:
    case = Case("a", "0123456789", "2020-01-01", (Wanted(0, 5, ("2020",)),))
    assert score(case, [Got(0, 4, ("2020",))]).right
    assert not score(case, [Got(0, 4, ("2020",)), Got(7, 9, ("2021",))]).right
    assert not score(case, [Got(0, 4, ("2021",))]).right
    assert not score(case, [Got(4, 9, ("2020",))]).right
