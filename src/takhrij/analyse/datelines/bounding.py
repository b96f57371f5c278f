"""Days that no stamp gives but that bounds leave: a weekday before a stamp, a photograph's day, a first comment."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from takhrij.analyse.datelines.evidence import Evidence
from takhrij.analyse.datelines.weighing import Case, may_be_clock
from takhrij.periods import day
from takhrij.records import Published, When, Why

_DAY: Final = timedelta(days=1)
_NEAR: Final = 3
"""Days from an upper bound within which a weekday that the text calls today is believed."""

_LEDE: Final = 600
"""Characters of the text in which a weekday with its day in brackets is the article's own week."""
_WIDEST: Final = 31
"""Days of an interval beyond which it says too little to be given."""


def bounded(case: Case) -> Published | None:
    """Return a day or a short interval that bounds leave, None where they leave too much."""
    for rule in (_by_weekday, _by_gloss, _by_photo, _by_comment, _by_bounds):
        if (found := rule(case)) and not _told_later(case, found):
            return found
    return None


def _told_later(case: Case, found: Published) -> bool:
    """Whether the running text tells of a later day as past: then a gallery's or another story's day was taken."""
    return any(e.when and e.when.first > found.when.last + _DAY for e in _told(case))


def _told(case: Case) -> list[Evidence]:
    """The days that the running text tells of in its sentences and not as coming."""
    return [
        e
        for e in case.evidence
        if e.role in ("mention", "stamp") and e.kind == "body" and e.when and e.when.grain == "day" and not e.ahead
    ]


def _by_weekday(case: Case) -> Published | None:
    """The weekday that the text calls today, within days of a stamp that bounds the article above."""
    bounds = [e for e in case.evidence if e.when and e.when.grain == "day" and _bounds_above(case, e)]
    if not case.weekday or not bounds:
        return None
    least = min(bounds, key=lambda e: e.when.last if e.when else date.max)
    assert least.when is not None
    last = least.when.last
    back = next((n for n in range(_NEAR) if (last - n * _DAY).isoweekday() == case.weekday), None)
    if back is None:
        return None
    if back:  # told on that day, shown by the other; the page does not say on which of them it was published
        when = When(first=last - back * _DAY, last=last, grain="day")
        note = "from the weekday that the text calls today to a stamp soon after it"
    else:
        when, note = day(last), "the weekday that the text calls today is a stamp's"
    return Published(when=when, why=(Why(rule="weekday and bound", rests_on=(least.span,), note=note),))


def _bounds_above(case: Case, item: Evidence) -> bool:
    """Whether it is the article's own stamp, its update, or a comment; the page's head has the day of a visit.

    A visit may be years after the article, and three of seven weekdays are within days of it.
    """
    if item.role == "comment":
        return True
    if item.span.start < case.below:
        return False
    if item.role == "updated":
        return True
    return item.role == "stamp" and item.span.start < case.head_end and not may_be_clock(case, item)


def _by_gloss(case: Case) -> Published | None:
    """A weekday of the first sentences with its day in brackets: the week's own, so of that day or the next.

    Who tells of another week writes the day itself; in brackets it is for readers who come later.
    """
    glossed = [
        e
        for e in _told(case)
        if e.weekday and case.body_start <= e.span.start < case.body_start + _LEDE
        if "(" in case.text[e.span.start : e.span.end]
    ]
    if not glossed:
        return None
    last = max(glossed, key=lambda e: e.when.first if e.when else date.min)
    assert last.when is not None
    when = When(first=last.when.first, last=last.when.first + _DAY, grain="day")
    note = "the latest weekday of the first sentences whose day stands in brackets"
    return Published(when=when, why=(Why(rule="weekday with its day", rests_on=(last.span,), note=note),))


def _by_photo(case: Case) -> Published | None:
    """The day of the article's photograph and the days that its text names: published that day or the next.

    A gallery under the article is of another story.
    """
    photos = [
        e for e in case.evidence if e.role == "photo" and e.when and e.when.grain == "day" and e.span.start < case.end
    ]
    if not photos:
        return None
    last = max(photos, key=lambda e: e.when.first if e.when else date.min)
    assert last.when is not None
    taken = last.when.first
    named = [e for e in case.evidence if e.role == "weekday"]
    if not any(e.weekday in (taken.isoweekday(), (taken + _DAY).isoweekday()) for e in named):
        return None
    spans = (last.span, *(e.span for e in named))
    note = "the latest weekday that the text names is the photograph's day"
    when = When(first=taken, last=taken + _DAY, grain="day")
    return Published(when=when, why=(Why(rule="photograph and weekdays", rests_on=spans, note=note),))


def _by_comment(case: Case) -> Published | None:
    """The first comment bounds the article above; readers comment on the day or the next."""
    comments = [e for e in case.evidence if e.role == "comment" and e.when and e.when.grain == "day"]
    if not comments:
        return None
    first = min(comments, key=lambda e: e.when.first if e.when else date.max)
    assert first.when is not None
    when = When(first=first.when.first - _DAY, last=first.when.first, grain="day")
    if case.weekday and case.weekday not in (when.first.isoweekday(), when.last.isoweekday()):
        return None
    note = "the first comment bounds it above"
    return Published(when=when, why=(Why(rule="first comment", rests_on=(first.span,), note=note),))


def _by_bounds(case: Case) -> Published | None:
    """From the latest day that the text tells as past, to the page's clock or the first comment, if that is a month.

    Where the text calls a weekday today, only such days count.
    """
    above = [e for e in case.later if e.when and e.when.grain == "day" and _bounds_all(case, e)]
    if not above:
        return None
    upper = min(above, key=lambda e: e.when.last if e.when else date.max)
    assert upper.when is not None
    last = upper.when.last
    told = [
        (e.when.first, e)
        for e in case.evidence
        if e.kind in ("body", "caption") and e.when and e.when.grain == "day" and not e.ahead and e.when.first <= last
    ]
    if not told:
        return None
    first, lower = max(told, key=lambda pair: pair[0])
    if case.weekday:
        first += (case.weekday - first.isoweekday()) % 7 * _DAY
        last -= (last.isoweekday() - case.weekday) % 7 * _DAY
    if not first <= last < first + _WIDEST * _DAY:
        return None
    note = "after what the text tells, before what the page shows"
    why = Why(rule="bounds", rests_on=(lower.span, upper.span), note=note)
    return Published(when=When(first=first, last=last, grain="day"), why=(why,))


def _bounds_all(case: Case, item: Evidence) -> bool:
    """Whether the article was there by then: a reader's comment, an update, or the page's clock."""
    return item.role in ("comment", "updated") or (item.role == "stamp" and may_be_clock(case, item))
