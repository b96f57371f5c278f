"""A time is resolved against the day it leans on, and never says more than its words and its anchor do."""

from datetime import date

from msgspec.structs import replace

from takhrij.anchoring import settled
from takhrij.periods import day
from takhrij.records import (
    Analysis,
    Article,
    Event,
    Hop,
    Party,
    Published,
    Sentence,
    Shift,
    Span,
    Statement,
    TimeExpression,
    When,
)
from takhrij.timex import resolve

WEDNESDAY = day(date(2025, 2, 19))
SPAN = Span(page="p", start=0, end=4)


def _time(written: str = "", span: Span = SPAN, **fields: object) -> TimeExpression:
    made = TimeExpression(id=f"t{span.start}", span=span, type="DATE", written=written)
    return replace(made, **fields)


def _value(time: TimeExpression, anchor: When | None = WEDNESDAY) -> str:
    readings = resolve(time, anchor)
    return readings[0].value if readings else ""


def test_a_full_date_needs_no_anchor() -> None:
    assert _value(_time("2024-12-08"), None) == "2024-12-08"


def test_without_an_anchor_a_leaning_time_stays_unresolved() -> None:
    assert resolve(_time(shift=Shift(unit="week", by=1)), None) == ()


def test_a_date_without_a_year_is_the_nearest_one_that_its_tense_allows() -> None:
    assert _value(_time("XXXX-12-08")) == "2024-12-08"
    assert _value(_time("XXXX-12-08", tense="future")) == "2025-12-08"
    assert _value(_time("XXXX-02-19", tense="past")) == "2025-02-19"


def test_the_past_month_of_this_name_lies_before_the_anchors_own() -> None:
    assert _value(_time("XXXX-02", shift=Shift(unit="month", by=-1))) == "2024-02"
    assert _value(_time("XXXX-01", shift=Shift(unit="month", by=1))) == "2026-01"


def test_a_weekday_decides_the_year_unless_it_is_years_away() -> None:
    assert _value(_time("XXXX-01-28", weekday=3)) == "2026-01-28"
    assert _value(_time("XXXX-02-18", weekday=4)) == "2025-02-18"


def test_a_weekday_far_from_the_anchor_tells_a_page_older_than_its_stamp() -> None:
    assert _value(_time("XXXX-10-03", weekday=6)) == "2020-10-03"


def test_a_bare_weekday_is_today_or_behind() -> None:
    assert _value(_time(weekday=3)) == "2025-02-19"
    assert _value(_time(weekday=4)) == "2025-02-13"
    assert _value(_time(weekday=3, shift=Shift(unit="week", by=-1))) == "2025-02-12"


def test_the_rival_reading_is_kept() -> None:
    assert [r.value for r in resolve(_time("XXXX-08"), WEDNESDAY)] == ["2024-08", "2025-08"]


def test_a_preference_decides_only_where_no_word_does() -> None:
    thursday = _time(weekday=4)
    assert [r.value for r in resolve(thursday, WEDNESDAY, "future")] == ["2025-02-20", "2025-02-13"]
    assert resolve(_time(weekday=3), WEDNESDAY, "future")[0].value == "2025-02-26"
    assert resolve(_time("XXXX-10-03"), WEDNESDAY, "future")[0].value == "2025-10-03"
    assert resolve(_time("XXXX-10-03", tense="past"), WEDNESDAY, "future")[0].value == "2024-10-03"


def test_the_rival_lies_on_the_other_side_of_the_anchor() -> None:
    assert [r.value for r in resolve(_time("XXXX-01-09"), WEDNESDAY)] == ["2025-01-09", "2026-01-09"]


def test_an_anchor_of_several_days_makes_an_interval() -> None:
    anchor = When(first=date(2025, 2, 18), last=date(2025, 2, 20), grain="day")
    reading = resolve(_time(shift=Shift(unit="day", by=-7)), anchor)[0]
    assert (reading.value, reading.when) == (
        "2025-02-12",
        When(first=date(2025, 2, 11), last=date(2025, 2, 13), grain="day"),
    )


def test_a_weekday_beside_yesterday_chooses_the_day_of_an_unsure_anchor() -> None:
    anchor = When(first=date(2025, 2, 19), last=date(2025, 2, 20), grain="day")
    assert [r.value for r in resolve(_time(weekday=3, shift=Shift(unit="day", by=-1)), anchor)] == ["2025-02-19"]


def test_a_weekday_that_contradicts_the_date_leaves_the_date() -> None:
    assert _value(_time("2024-07-25", weekday=3)) == "2024-07-25"


def test_durations_references_and_names_of_events_have_no_days() -> None:
    for time in (_time("P3D"), _time("PAST_REF"), _time("XXXX-01-25", mod="NAME")):
        assert [r.when for r in resolve(time, WEDNESDAY)] == [None]


def test_an_absurd_shift_is_unresolved_and_no_error() -> None:
    assert resolve(_time(shift=Shift(unit="century", by=-90)), WEDNESDAY) == ()


def _page(
    times: tuple[TimeExpression, ...], statements: tuple[Statement, ...] = (), events: tuple[Event, ...] = ()
) -> Analysis:
    article = Article(id="a", span=Span(page="p", start=0, end=100), published=(Published(when=WEDNESDAY),))
    sentences = tuple(Sentence(span=Span(page="p", start=s, end=s + 30), article="a", text="") for s in (0, 30, 60))
    return Analysis(
        page="p",
        language="ar",
        articles=(article,),
        times=times,
        statements=statements,
        events=events,
        sentences=sentences,
    )


def test_a_time_in_a_quotation_leans_on_the_day_of_the_quotation() -> None:
    said = _time(span=Span(page="p", start=0, end=5), weekday=1, anchor="a")
    today = _time(span=Span(page="p", start=20, end=25), shift=Shift(unit="day", by=0), anchor="a")
    content = Span(page="p", start=10, end=40)
    quote = Statement(
        id="s",
        article="a",
        content=content,
        cue=content,
        act="say",
        hops=(Hop(name="x", via="said"),),
        quoted=True,
        time=said.id,
    )
    done = settled(_page((said, today), (quote,)))
    assert [t.readings[0].value for t in done.times] == ["2025-02-17", "2025-02-17"]
    assert settled(done) == done


def test_a_time_may_lean_on_another_expression() -> None:
    held = _time(span=Span(page="p", start=0, end=5), weekday=1, anchor="a")
    today = _time(span=Span(page="p", start=20, end=25), shift=Shift(unit="day", by=0), anchor=held.id)
    assert settled(_page((held, today))).times[1].readings[0].value == "2025-02-17"


def test_an_event_has_the_days_of_its_time() -> None:
    time = _time("2024-12", span=Span(page="p", start=5, end=9), anchor="a")
    event = Event(id="e", article="a", span=SPAN, type="CONSULT", status="occurred", time=time.id)
    when = settled(_page((time,), events=(event,))).events[0].when
    assert when == When(first=date(2024, 12, 1), last=date(2024, 12, 31), grain="month")


def test_the_opening_event_has_the_day_that_the_next_sentence_calls_today() -> None:
    today = _time(span=Span(page="p", start=35, end=40), shift=Shift(unit="day", by=0), anchor="a")
    opening = Event(id="e", article="a", span=SPAN, type="CONSULT", status="occurred")
    planned = replace(opening, id="f", status="planned")
    later = replace(opening, id="g", span=Span(page="p", start=70, end=75))
    done = settled(_page((today,), events=(opening, planned, later))).events
    assert [e.when for e in done] == [WEDNESDAY, None, None]


def test_what_the_same_two_did_at_no_time_of_its_own_came_of_the_opening_event() -> None:
    today = _time(span=Span(page="p", start=35, end=40), shift=Shift(unit="day", by=0), anchor="a")
    sides = (Party(name="أحمد", kind="person"), Party(name="نادر", kind="person"))
    opening = Event(id="e", article="a", span=SPAN, type="CONSULT", status="occurred", actors=sides)
    agreed = replace(opening, id="f", type="AGREE", span=Span(page="p", start=70, end=75))
    alone = replace(agreed, id="g", actors=sides[:1])
    done = settled(_page((today,), events=(opening, agreed, alone)))
    assert [e.when for e in done.events] == [WEDNESDAY, WEDNESDAY, None]
    assert settled(done) == done


def test_each_reading_says_what_fixed_its_parts() -> None:
    times = (
        _time("XXXX-08", span=Span(page="p", start=0, end=5), anchor="a"),
        _time("2025-02-18", span=Span(page="p", start=6, end=9), weekday=6, anchor="a"),
        _time("2025-02-18", span=Span(page="p", start=10, end=15), weekday=2, anchor="a"),
    )
    august, odd, plain = (t.readings[0].why for t in settled(_page(times)).times)
    assert [w.note for w in august] == ["leans on 2025-02-19; year: nearest to the anchor; month: words"]
    assert "Saturday is printed, and 2025-02-18 is a Tuesday" in odd[0].note
    assert plain == ()
