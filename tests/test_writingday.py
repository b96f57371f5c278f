"""An article is written on the day that its own words call today, where that lies before the day it bears."""

from datetime import date

import pytest

from takhrij.anchoring import settled
from takhrij.periods import day
from takhrij.records import Analysis, Article, Published, Shift, Span, TimeExpression, When
from takhrij.writingday import day_of_writing

TUESDAY = day(date(2015, 7, 21))


def _points(at: int, by: int, weekday: int) -> TimeExpression:
    span = Span(page="p", start=at, end=at + 10)
    return TimeExpression(id=f"t{at}", span=span, type="DATE", shift=Shift(unit="day", by=by), weekday=weekday)


def _written(*times: TimeExpression) -> date:
    return day_of_writing(TUESDAY, times).when.first


def test_a_day_that_the_words_agree_with_is_kept() -> None:
    assert day_of_writing(TUESDAY, [_points(0, 0, 2), _points(50, -1, 1)]) == (TUESDAY, (), frozenset())


def test_today_monday_under_a_tuesday_was_written_on_the_monday() -> None:
    assert _written(_points(0, 0, 1)) == date(2015, 7, 20)
    assert _written(_points(0, -1, 7)) == date(2015, 7, 20)


def test_four_days_are_believed_of_two_phrases_only() -> None:
    assert _written(_points(0, -1, 4), _points(50, 0, 5)) == date(2015, 7, 17)
    alone = day_of_writing(TUESDAY, [_points(0, -1, 4)])
    assert alone.when == TUESDAY
    assert alone.refused == {"t0"}


def test_the_day_after_is_as_well_six_days_before_and_neither_is_told() -> None:
    assert day_of_writing(TUESDAY, [_points(0, 0, 3), _points(50, 1, 4)]).refused == {"t0", "t50"}


def test_of_phrases_that_disagree_those_are_refused_that_are_not_so() -> None:
    assert day_of_writing(TUESDAY, [_points(0, 0, 2), _points(50, 0, 7)]).refused == {"t50"}


def test_a_day_whose_date_stands_beside_it_tells_nothing_of_the_day_of_writing() -> None:
    dated = TimeExpression(id="d", span=Span(page="p", start=12, end=20), type="DATE", written="XXXX-07-20")
    assert _written(_points(0, 0, 1), dated) == TUESDAY.first


def _settled(*times: TimeExpression) -> Analysis:
    article = Article(id="a", span=Span(page="p", start=0, end=900), published=(Published(when=TUESDAY),))
    return settled(Analysis(page="p", language="ar", articles=(article,), times=times))


def test_what_leans_on_an_article_leans_on_its_day_of_writing_and_the_article_says_so() -> None:
    yesterday = _points(90, -1, 0)
    found = settled(_settled(_points(0, 0, 1), yesterday))  # twice, as linking does
    assert [t.readings[0].value for t in found.times] == ["2015-07-20", "2015-07-19"]
    (why,) = [w for w in found.articles[0].why if w.rule == "written before its day"]
    assert (why.note, why.rests_on) == (
        "its own words were written on 2015-07-20, 1 day before 2015-07-21",
        (found.times[0].span,),
    )
    assert found.articles[0].published[0].when == TUESDAY


def test_words_whose_weekday_is_on_no_such_day_are_dated_by_nothing() -> None:
    (found,) = _settled(_points(0, 0, 3)).times
    assert found.readings == ()
    assert [w.rule for w in found.why] == ["weekday disagrees"]


@pytest.mark.parametrize("bears", [When(first=date(2015, 7, 20), last=date(2015, 7, 22), grain="day")])
def test_an_article_that_bears_several_days_keeps_them(bears: When) -> None:
    assert day_of_writing(bears, [_points(0, 0, 7)]).when == bears
