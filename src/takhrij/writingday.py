"""The day on which an article was written, by its own words, where the day that it bears is another.

"Today, Monday" under a Tuesday's stamp was written on the Monday: what a page bears is often the day on which it was
fetched or put up. Of 860 such phrases in news with a crawler's day, 304 named another weekday, and all phrases of one
article called for the same day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import zip_longest
from typing import Final, NamedTuple

from takhrij.records import Span, TimeExpression, When

_DAY: Final = timedelta(days=1)
_WEEK: Final = 7
_ALONE: Final = 3
"""Days by which one phrase alone may put an article before the day it bears; by more it is as well a slip."""
_BESIDE: Final = 3
"""Characters at most between a day and its date."""
_TOGETHER: Final = 5
"""Days by which several phrases may that agree. Six days before is the day after, too: either may be meant."""


class Written(NamedTuple):
    """The day on which an article was written, and the ids of times that disagree with it.

    `by` are the phrases that put it on another day than the one that the article bears.
    """

    when: When
    by: tuple[Span, ...] = ()
    refused: frozenset[str] = frozenset()


def day_of_writing(bears: When, times: Iterable[TimeExpression]) -> Written:
    """Return the day of writing of an article that `bears` a day, by those of its `times` that name a weekday.

    That is the day it bears where no phrase speaks against it, or where some do and others do not; an earlier one on
    which all phrases are true. What disagrees with the day that is returned is refused.
    """
    told = list(times)
    pointing = [t for t, beside in zip_longest(told, told[1:]) if t.weekday and _points(t) and not _dated(t, beside)]
    if bears.first != bears.last or not pointing:
        return Written(bears)
    early = {t.id: _days_before(bears, t) for t in pointing}
    days = set(early.values())
    back = days.pop()
    if not days and back <= (_TOGETHER if len(pointing) > 1 else _ALONE):
        day = bears.first - back * _DAY
        by = tuple(t.span for t in pointing) if back else ()
        return Written(When(first=day, last=day, grain=bears.grain), by)
    return Written(bears, refused=frozenset(id_ for id_, back in early.items() if back))


def _points(time: TimeExpression) -> bool:
    """Whether a time is told by its distance in days alone ("yesterday evening"), without a date beside it."""
    return time.shift is not None and time.shift.unit == "day" and not time.written.partition("T")[0].strip("X-")


def _dated(time: TimeExpression, beside: TimeExpression | None) -> bool:
    """Whether the date of the day stands right behind it ("today, Thursday (26 October)")."""
    near = beside is not None and beside.span.start - time.span.end <= _BESIDE
    return near and beside is not None and bool(beside.written.partition("T")[0].strip("X-"))


def _days_before(bears: When, time: TimeExpression) -> int:
    """How many days before the day it bears an article was written last for the phrase to be true of it."""
    told = bears.first + (time.shift.by if time.shift else 0) * _DAY
    return (told.isoweekday() - time.weekday) % _WEEK
