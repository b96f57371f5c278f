"""One page's date fixes another page's "a week ago", if everything agrees; else nothing is fixed."""

from datetime import date
from itertools import chain

from msgspec.structs import replace

from takhrij.link import clock
from takhrij.link.keys import Key
from takhrij.periods import day
from takhrij.records import (
    Analysis,
    Anchor,
    Article,
    Copy,
    Event,
    Links,
    Party,
    Published,
    Sentence,
    Shift,
    Span,
    TimeExpression,
    When,
)

PEOPLE = (Party(name="نادر الهاشمي", kind="person"), Party(name="سليم قاسم", kind="person"))


def _dated(page: str, when: date) -> Analysis:
    span = Span(page=page, start=0, end=9)
    event = Event(
        id=f"{page}/e",
        article=f"{page}/a",
        span=span,
        type="CONSULT",
        mode="phone",
        status="occurred",
        when=day(when),
    )
    return Analysis(
        page=page,
        language="ar",
        articles=(Article(id=f"{page}/a", span=span, published=(Published(when=day(when)),)),),
        events=(replace(event, actors=PEOPLE[:1], targets=PEOPLE[1:]),),
    )


def _undated(page: str, days: int, *others: str) -> Analysis:
    span = Span(page=page, start=0, end=90)
    ago = TimeExpression(
        id=f"{page}/t", span=span, type="DATE", shift=Shift(unit="day", by=-days), anchor=f"{page}/a"
    )
    times = [
        TimeExpression(id=f"{page}/t{n}", span=span, type="DATE", written=written, anchor=f"{page}/a")
        for n, written in enumerate(others)
    ]
    event = Event(
        id=f"{page}/e", article=f"{page}/a", span=span, type="CONSULT", mode="phone", status="occurred", time=ago.id
    )
    return Analysis(
        page=page,
        language="ar",
        articles=(Article(id=f"{page}/a", span=span),),
        times=(ago, *times),
        events=(replace(event, actors=PEOPLE[1:], targets=PEOPLE[:1]),),
    )


def _anchors(*pages: Analysis) -> dict[str, Anchor]:
    groups: dict[str, list[Key]] = {}
    for key in chain.from_iterable(clock.keys(page, Links()) for page in pages):
        groups.setdefault(key.value, []).append(key)
    found = [a for value in sorted(groups) for a in clock.join(value, [k.member for k in groups[value]])]
    return clock.gather(found, Links()).anchors


def test_a_week_ago_is_counted_from_the_day_that_another_page_tells_give_or_take_one() -> None:
    anchors = _anchors(_dated("d", date(2025, 2, 12)), _undated("u", 7))
    assert anchors["u/a"].when == When(first=date(2025, 2, 18), last=date(2025, 2, 20), grain="day")


def test_three_days_ago_are_three_days() -> None:
    anchors = _anchors(_dated("d", date(2025, 2, 12)), _undated("u", 3))
    assert anchors["u/a"].when == day(date(2025, 2, 15))


def test_a_day_that_the_article_tells_afterwards_refuses_the_anchor() -> None:
    assert _anchors(_dated("d", date(2025, 2, 12)), _undated("u", 3, "2025-02-17")) == {}


def test_days_of_another_season_refuse_the_anchor() -> None:
    assert _anchors(_dated("d", date(2025, 2, 12)), _undated("u", 3, "XXXX-09-17")) == {}


def test_a_day_shortly_before_agrees() -> None:
    assert set(_anchors(_dated("d", date(2025, 2, 12)), _undated("u", 7, "XXXX-02-17"))) == {"u/a"}


def test_two_happenings_on_two_days_fix_nothing() -> None:
    pages = (_dated("d", date(2025, 2, 12)), _dated("e", date(2025, 3, 2)), _undated("u", 7))
    assert _anchors(*pages) == {}


def test_two_pages_that_tell_one_day_are_both_evidence() -> None:
    pages = (_dated("d", date(2025, 2, 12)), _dated("e", date(2025, 2, 12)), _undated("u", 7))
    assert len(_anchors(*pages)["u/a"].why[0].rests_on) == 3


def test_anchors_that_share_no_day_cancel_one_another() -> None:
    one = Anchor(article="u/a", when=day(date(2025, 2, 12)))
    assert clock.gather([one, replace(one, when=day(date(2025, 2, 14)))], Links()).anchors == {}


def test_one_named_person_is_not_enough() -> None:
    lonely = _dated("d", date(2025, 2, 12))
    lonely = replace(lonely, events=(replace(lonely.events[0], targets=()),))
    assert list(clock.keys(lonely, Links())) == []


def _carries(page: str, characters: int, when: date | None) -> Analysis:
    span = Span(page=page, start=0, end=characters)
    published = (Published(when=day(when)),) if when else ()
    return Analysis(
        page=page,
        language="ar",
        articles=(Article(id=f"{page}/a", span=span, published=published),),
        sentences=(Sentence(span=span, article=f"{page}/a", text=""),),
    )


def _reprint(copied: int, *pages: Analysis) -> dict[str, Anchor]:
    last = pages[-1].page
    copies = tuple(
        Copy(left=Span(page=p.page, start=0, end=copied), right=Span(page=last, start=0, end=copied), score=1.0)
        for p in pages[:-1]
    )
    links = Links(copies=copies)
    found = [
        item for page in pages for key in clock.keys(page, links) for item in clock.join(key.value, [key.member])
    ]
    return clock.gather(found, links).anchors


def test_a_reprint_is_dated_by_what_it_reprints_a_day_either_way() -> None:
    anchors = _reprint(700, _carries("d", 2000, date(2025, 2, 12)), _carries("u", 1000, None))
    assert anchors["u/a"].when == When(first=date(2025, 2, 11), last=date(2025, 2, 13), grain="day")


def test_a_shared_passage_dates_nothing() -> None:
    assert _reprint(500, _carries("d", 2000, date(2025, 2, 12)), _carries("u", 1000, None)) == {}


def test_one_text_at_two_times_dates_nothing() -> None:
    pages = (_carries("d", 1000, date(2025, 2, 12)), _carries("e", 1000, date(2025, 6, 1)), _carries("u", 1000, None))
    assert _reprint(900, *pages) == {}


def _bounded(page: Analysis, first: date, last: date) -> Analysis:
    within = Published(when=When(first=first, last=last, grain="day"))
    return replace(page, articles=tuple(replace(a, published=(within,)) for a in page.articles))


def test_bounds_of_its_own_page_narrow_what_another_page_fixes() -> None:
    loose = _bounded(_undated("u", 7), date(2025, 2, 19), date(2025, 3, 5))
    anchors = _anchors(_dated("d", date(2025, 2, 12)), loose)
    assert anchors["u/a"].when == When(first=date(2025, 2, 19), last=date(2025, 2, 20), grain="day")


def test_bounds_of_its_own_page_refuse_what_does_not_lie_in_them() -> None:
    loose = _bounded(_undated("u", 7), date(2025, 3, 1), date(2025, 3, 20))
    assert _anchors(_dated("d", date(2025, 2, 12)), loose) == {}


def test_of_two_happenings_the_one_that_the_bounds_allow_fixes_the_day() -> None:
    loose = _bounded(_undated("u", 3), date(2025, 3, 1), date(2025, 3, 20))
    anchors = _anchors(_dated("d", date(2025, 2, 12)), _dated("e", date(2025, 3, 2)), loose)
    assert anchors["u/a"].when == day(date(2025, 3, 5))


def test_a_bounded_article_fixes_no_other() -> None:
    loose = _bounded(_dated("d", date(2025, 2, 12)), date(2025, 2, 1), date(2025, 2, 20))
    assert _anchors(loose, _undated("u", 7)) == {}


def test_a_reprint_is_dated_within_its_own_bounds() -> None:
    source, copy = _carries("d", 2000, date(2025, 2, 12)), _carries("u", 1000, None)
    anchors = _reprint(700, source, _bounded(copy, date(2025, 2, 12), date(2025, 3, 1)))
    assert anchors["u/a"].when == When(first=date(2025, 2, 12), last=date(2025, 2, 13), grain="day")
    assert _reprint(700, source, _bounded(copy, date(2025, 2, 20), date(2025, 3, 1))) == {}
