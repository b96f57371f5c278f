"""Which ruling is the later one: by the time at which it was made, whenever it came into the case."""

from hypothesis import given
from hypothesis import strategies as st

from takhrij.link.standing import in_time, last_of, standing
from takhrij.records import Judgement, Span

ONE, OTHER = Span(page="a", start=0, end=5), Span(page="b", start=0, end=5)


def _ruled(ruling: str, at: str, value: str = "") -> Judgement:
    return Judgement(ruling=ruling, left=ONE, right=OTHER, value=value, at=at)  # type: ignore[arg-type]


def test_a_colleagues_older_ruling_that_is_imported_later_changes_nothing() -> None:
    mine, theirs = (
        _ruled("not the same person", "2026-11-22T09:00:00Z"),
        _ruled("same person", "2026-11-20T09:00:00Z"),
    )
    assert list(standing([mine, theirs], "who")) == [(theirs, "replaced"), (mine, None)]


def test_times_are_compared_as_times_and_not_as_they_are_written() -> None:
    written = ["2026-11-22T10:30:00+02:00", "2026-11-22", "2026-11-22T08:29:59Z", "2026-11-22T08:30:00.001Z"]
    first, second, third, fourth = (_ruled("same person", at) for at in written)
    assert in_time([first, second, third, fourth]) == [second, third, first, fourth]


def test_one_without_a_time_is_as_old_as_the_one_before_it() -> None:
    dated, bare, early = (
        _ruled("same person", "2026-11-22"),
        _ruled("not the same person", ""),
        _ruled("withdrawn", "2025"),
    )
    assert in_time([dated, bare, early]) == [dated, bare, early]
    old = _ruled("withdrawn", "2025-01-01")
    assert in_time([dated, bare, old]) == [old, dated, bare]


@given(st.lists(st.sampled_from(["2026-11-22T09:00:00Z", "2027-01-01", "", "yesterday"]), max_size=6))
def test_what_is_ruled_now_is_the_last_whatever_clocks_have_told(times: list[str]) -> None:
    known: list[Judgement] = []
    for at in times:
        known.append(_ruled("same person", at, value=str(len(known))))
    now = last_of(known, _ruled("withdrawn", "2026-11-22T09:00:00Z", "same person"))
    assert now not in known
    assert [status for one, status in standing([*known, now], "who") if one == now] == ["withdrawn"]


def test_a_time_is_kept_as_told_where_nothing_was_ruled_of_the_same() -> None:
    elsewhere = _ruled("wrong date", "2026-11-22T09:00:00Z", "2024")
    assert last_of([elsewhere], _ruled("same person", "2026-11-22T09:00:00Z")).at == "2026-11-22T09:00:00Z"
