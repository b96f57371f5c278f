"""What fixed a value is told part by part."""

import pytest

from takhrij.grounds import basis
from takhrij.records import Shift, Span, TimeExpression

SPAN = Span(page="p", start=0, end=4)


@pytest.mark.parametrize(
    ("written", "weekday", "shift", "parts"),
    [
        ("2024-12-08", 0, None, ["year", "month", "day"]),
        ("2023-22", 0, None, ["year", "part of the year"]),
        ("199X", 0, None, ["decade"]),
        ("18XX", 0, None, ["century"]),
        ("XXXX-WXX-3", 0, Shift(unit="week", by=-1), ["week", "day"]),
        ("XXXX-WXX-WE", 0, Shift(unit="week", by=0), ["week", "day"]),
        ("", 3, None, ["week", "weekday"]),
        ("", 3, Shift(unit="week", by=-1), ["week", "weekday"]),
        ("", 3, Shift(unit="day", by=-1), ["day", "weekday"]),
        ("", 0, Shift(unit="month", by=2), ["month"]),
        ("XXXX-XX-XXTEV", 0, Shift(unit="day", by=0), ["day", "time"]),
        ("H1446-09", 0, None, ["year", "month", "calendar"]),
    ],
)
def test_each_part_of_a_value_is_named_once(
    written: str, weekday: int, shift: Shift | None, parts: list[str]
) -> None:
    found = TimeExpression(id="t", span=SPAN, type="DATE", written=written, weekday=weekday, shift=shift)
    assert [b.part for b in basis(found, None)] == parts


def test_a_day_that_names_an_event_says_so() -> None:
    found = TimeExpression(id="t", span=SPAN, type="DATE", written="XXXX-01-25", mod="NAME")
    assert "names an event" in basis(found, None)[0].by
