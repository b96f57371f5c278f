"""What fixed a value is told part by part."""

import pytest

from takhrij.grounds import basis, unresolved
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
        ("BC0520", 0, None, ["year"]),
        ("BC03", 0, None, ["century"]),
        ("XXXX-11-#44", 0, None, ["year", "month", "day"]),
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


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("XXXX-24", "XXXX-WI"),
        ("XXXX-12-24", "XXXX-12-24"),
        ("XXXX-34", "XXXX-Q2"),
        ("XXXX-02-30", "XXXX-02-XX"),
        ("2023-02-29", "2023-02-XX"),
        ("XXXX-02-29", "XXXX-02-29"),
        ("HXXXX-07-30", "HXXXX-07-30"),
        ("XXXX-04-28/XXXX-04-31", "XXXX-04-28/XXXX-04-XX"),
        ("XXXX-XX-XXT10:00/XXXX-XX-XXT11:30", "XXXX-XX-XXT10:00/XXXX-XX-XXT11:30"),
        ("XXXX-11-#44", "XXXX-11-XX"),
        ("XXXX-XX-#L5", "XXXX-XX-XX"),
        ("XXXX-EW", "XXXX-XX-XX"),
        ("XXXX-EO-02", "XXXX-XX-XX"),
    ],
)
def test_what_stays_open_is_told_in_the_forms_of_timex3(written: str, value: str) -> None:
    assert unresolved(TimeExpression(id="t", span=SPAN, type="DATE", written=written)) == value


def test_lengths_and_recurrences_are_told_by_the_words() -> None:
    for kind, part in (("DURATION", "length"), ("SET", "recurrence")):
        found = TimeExpression(id="t", span=SPAN, type=kind, written="P3D")  # type: ignore[arg-type]
        assert [(b.part, b.by) for b in basis(found, None)] == [(part, "words")]
