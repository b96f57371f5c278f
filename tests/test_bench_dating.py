"""The bench of dates counts as it says."""

from datetime import date

import pytest

from takhrij import lang
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Shift, Span, TimeExpression
from takhrij.world.tables import World

bench = pytest.importorskip("bench.dating", reason="bench/ is on the path only with `python -m pytest`")

DAY = date(2017, 5, 9)
PATTERNS = bench.Patterns(Knowledge(lang.load(), World()))


def test_an_answer_is_exact_near_an_interval_wrong_or_none() -> None:
    answers = {
        None: "abstained",
        (DAY, DAY): "exact",
        (date(2017, 5, 8),) * 2: "within a day",
        (date(2017, 5, 7), date(2017, 5, 12)): "interval",
        (date(2017, 5, 10), date(2017, 5, 12)): "within a day",
        (date(2017, 5, 11), date(2017, 5, 12)): "wrong",
        (date(2017, 1, 1), date(2017, 12, 31)): "wrong",
    }
    assert {days: bench.outcome(days, DAY) for days in answers} == answers


def test_plain_patterns_read_words_and_figures_in_order() -> None:
    text = "نشر في 9 أيار 2017 ثم عدل في 2017-05-10 وأعيد في 11/5/2017 و31/2/2017"
    assert PATTERNS.days(text) == [date(2017, 5, 9), date(2017, 5, 10), date(2017, 5, 11)]


def _analysis(*times: TimeExpression) -> Analysis:
    return Analysis(page="p", language="ar", times=times)


def _time(written: str = "", weekday: int = 0, shift: Shift | None = None) -> TimeExpression:
    span = Span(page="p", start=0, end=1)
    return TimeExpression(id="t", span=span, type="DATE", written=written, weekday=weekday, shift=shift)


def test_a_day_is_printed_in_full_without_its_year_or_by_a_weekday_that_a_near_day_fixes() -> None:
    case = bench.Case("p", "", DAY)
    today = _time(weekday=2, shift=Shift(unit="day", by=0))
    assert bench.printed(case, _analysis(_time("2017-05-09")), PATTERNS)
    assert bench.printed(case, _analysis(_time("XXXX-05-09")), PATTERNS)
    assert bench.printed(case, _analysis(today, _time("2017-05-05")), PATTERNS)
    assert not bench.printed(case, _analysis(today), PATTERNS)
    assert not bench.printed(case, _analysis(today, _time("2017-03-05")), PATTERNS)
    assert not bench.printed(case, _analysis(_time("2016-05-09")), PATTERNS)


@pytest.mark.skipif(not bench.CORPUS.is_file(), reason=f"{bench.CORPUS} is not there")
def test_every_page_is_in_one_half_and_every_address_counts_once() -> None:
    known = list(bench.cases())
    halves = [bench.half_of(case.id) for case in known]
    assert (len(known), halves.count("develop"), halves.count("test")) == (327, 157, 170)


def test_a_judged_answer_is_excused_only_as_it_was_judged() -> None:
    item = {"ours": "2017-05-09", "verdict": "url at fault"}
    assert bench._excused(item, bench.Answer((DAY, DAY)))
    assert not bench._excused(item, bench.Answer((DAY, date(2017, 5, 10))))
    assert not bench._excused({**item, "verdict": "ours at fault"}, bench.Answer((DAY, DAY)))
    assert not bench._excused(None, bench.Answer((DAY, DAY)))
