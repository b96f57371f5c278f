"""Every time of a page on the day that it leans on, and every event on its time. Knows no language."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from takhrij.grounds import WORDS, basis
from takhrij.records import (
    Analysis,
    Article,
    Event,
    Reading,
    Span,
    Statement,
    TimeExpression,
    When,
    Why,
)
from takhrij.timex import resolve
from takhrij.writingday import Written, day_of_writing

PAST_VERB: Final = "in the past"
"""In an event's reason: a verb of the past tells it."""
_DEEDS: Final = ("ASSAULT", "COERCE", "RETREAT", "PROTEST", "CONSULT")
"""Classes of events whose verb a day dates: beside a promise stands rather the day of what is promised."""
_OPENING: Final = "opening event of the day"
_REFUSED: Final = "weekday disagrees"
_BEFORE: Final = "written before its day"


def anchors(analysis: Analysis) -> dict[str, tuple[When | None, str]]:
    """Return, by the id of each time, the days that it leans on and the id of what has these days, in order.

    A time in the content of a quoted statement leans on the day of that statement, if an expression dates it;
    any other on the publication of its article. A time outside all articles leans on the first dated one.
    """
    return _leaning_on(analysis, {a.id: a.published[0].when for a in analysis.articles if a.published})


def _leaning_on(analysis: Analysis, dates: dict[str, When]) -> dict[str, tuple[When | None, str]]:
    default = next(iter(dates.values()), None)
    quotes = [s for s in analysis.statements if s.quoted and s.time]
    times = {time.id: time for time in analysis.times}
    found: dict[str, tuple[When | None, str]] = {}
    for time in analysis.times:
        statement = _quote_around(time, quotes)
        anchor, by = _article_day(time, analysis.articles, dates, default), time.anchor
        if statement and statement.time != time.id and statement.time in times:
            told = resolve(times[statement.time], anchor)
            if told and told[0].when and told[0].when.grain == "day":
                anchor, by = told[0].when, statement.id
        elif time.anchor in times and time.anchor != time.id:
            told = resolve(times[time.anchor], anchor)
            anchor = told[0].when if told else anchor
        found[time.id] = anchor, by
    return found


def settled(analysis: Analysis) -> Analysis:
    """Return `analysis` with every time resolved against the day it leans on, and every event dated by its time.

    Where an article's own words put its writing on an earlier day than the one it bears, its times lean on that day;
    words whose weekday agrees with neither have no reading.
    """
    times = {}
    on = {
        a.id: day_of_writing(a.published[0].when, _own_times(a, analysis)) for a in analysis.articles if a.published
    }
    leans = _leaning_on(analysis, {article: day.when for article, day in on.items()})
    refused = frozenset[str]().union(*(day.refused for day in on.values()))
    done = {e.time for e in analysis.events if _done(e)}
    for time in (_behind(t) if t.id in done else t for t in analysis.times):
        anchor, by = leans[time.id]
        readings = () if time.id in refused else resolve(time, anchor)
        why = _with(time.why, Why(rule=_REFUSED, rests_on=(time.span,)) if time.id in refused else None, _REFUSED)
        times[time.id] = replace(time, readings=_explained(time, readings, anchor), anchor=by, why=why)
    articles = tuple(_written_before(a, on[a.id]) if a.id in on else a for a in analysis.articles)
    analysis = replace(analysis, articles=articles)
    analysis = replace(analysis, times=tuple(times.values()))
    events = tuple(_dated(event, analysis, times) for event in analysis.events)
    openings = {e.article: e for e in events if any(w.rule == _OPENING for w in e.why)}
    return replace(analysis, events=tuple(_with_outcome(event, openings.get(event.article)) for event in events))


def _done(event: Event) -> bool:
    """Whether a verb of the past tells what was done, so that its day lies behind."""
    return event.status == "occurred" and event.type in _DEEDS and any(PAST_VERB in why.note for why in event.why)


def _behind(time: TimeExpression) -> TimeExpression:
    """A day or month without its year as one that lies behind, where nothing else leans it."""
    bare = time.written.startswith("XXXX-") and not (time.weekday or time.shift or time.tense)
    return replace(time, tense="past") if bare else time


def _own_times(article: Article, analysis: Analysis) -> tuple[TimeExpression, ...]:
    """The times of an article but those in quotations that have a day of their own."""
    quotes = [s for s in analysis.statements if s.quoted and s.time]
    return tuple(
        time
        for time in analysis.times
        if _holding(time.span, analysis.articles) is article and not _quote_around(time, quotes)
    )


def _written_before(article: Article, on: Written) -> Article:
    """The article with the reason why its times lean on another day than it bears, if they do."""
    bears = article.published[0].when.first
    back = (bears - on.when.first).days
    note = f"its own words were written on {on.when.first}, {back} day{'s' if back > 1 else ''} before {bears}"
    why = Why(rule=_BEFORE, rests_on=on.by, note=note) if back else None
    return replace(article, why=_with(article.why, why, _BEFORE))


def _with(whys: tuple[Why, ...], why: Why | None, rule: str) -> tuple[Why, ...]:
    """The reasons with `why` as the only one of its `rule`, or with none: what is settled may be settled anew."""
    return (*(w for w in whys if w.rule != rule), *((why,) if why else ()))


def _dated(event: Event, analysis: Analysis, times: dict[str, TimeExpression]) -> Event:
    """The event with the days of its time; one that opens the article has the day that its next sentence tells."""
    if event.time:
        readings = times[event.time].readings if event.time in times else ()
        return replace(event, when=readings[0].when if readings else None)
    if event.status != "occurred" or event.statement:
        return event
    opening = [s for s in analysis.sentences if s.article == event.article][:2]
    if not opening or not event.span.within(opening[0].span):
        return event
    for time in times.values():
        today = time.shift and time.shift.unit == "day" and time.shift.by == 0 and not time.written and time.readings
        if today and time.span.within(opening[-1].span):
            why = Why(rule=_OPENING, rests_on=(time.span,), note="its next sentence says today")
            fresh = tuple(w for w in event.why if w.rule != why.rule)
            return replace(event, when=time.readings[0].when, why=(*fresh, why))
    return event


def _with_outcome(event: Event, opening: Event | None) -> Event:
    """What the parties of the opening event, just they, did at no time of its own, came of that event."""
    if opening is None or event.time or event.when or event.status != "occurred":
        return event
    parties, opened = ({p.name for p in (*e.actors, *e.targets)} for e in (event, opening))
    if parties != opened or len(parties) < 2:
        return event
    why = Why(
        rule="outcome of the opening event", rests_on=(opening.span,), note="the same parties, no time of its own"
    )
    return replace(event, when=opening.when, why=(*event.why, why))


def _quote_around(time: TimeExpression, quotes: list[Statement]) -> Statement | None:
    return next((s for s in quotes if time.span.within(s.content)), None)


def _article_day(
    time: TimeExpression, articles: tuple[Article, ...], dates: dict[str, When], default: When | None
) -> When | None:
    if time.anchor in {article.id for article in articles}:
        return dates.get(time.anchor)
    holder = _holding(time.span, articles)
    return dates.get(holder.id, default) if holder else default


def _holding(span: Span, articles: tuple[Article, ...]) -> Article | None:
    around = (a for a in articles if span.within(a.span))
    return min(around, key=lambda a: a.span.end - a.span.start, default=None)  # one may stand within another


def _explained(time: TimeExpression, readings: tuple[Reading, ...], anchor: When | None) -> tuple[Reading, ...]:
    """Say of each reading what it leans on and what fixed each part; of a date in full, only what is odd in it."""
    leans = anchor is not None and time.type in ("DATE", "TIME") and ("X" in time.written or not time.written)
    found = []
    for i, reading in enumerate(readings):
        notes = [f"{b.part}: {b.by}" for b in basis(time, reading) if leans or b.by != WORDS]
        if leans and anchor:
            last = f" to {anchor.last}" if anchor.last != anchor.first else ""
            notes = [
                f"leans on {anchor.first}{last}",
                *(notes if i == 0 else ["another reading that the words allow"]),
            ]
        rule = "time leans on anchor" if leans else "time in full"
        found.append(replace(reading, why=(Why(rule=rule, note="; ".join(notes)),) if notes else ()))
    return tuple(found)
