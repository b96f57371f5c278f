"""Weighs the days that may be an article's: points from what speaks for and against each, with the reasons."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import Final, NamedTuple

from takhrij.analyse.datelines.evidence import Evidence
from takhrij.periods import day, years_for
from takhrij.records import When

_DAY: Final = timedelta(days=1)
_AHEAD: Final = timedelta(days=21)
"""What an article says of days up to then may be announced; of later ones it more often tells what was."""
_FIRST, _TOP = 15, 100
"""A stamp before anything else, or one with an hour or weekday in a page's first characters, is often its clock."""
_BESIDE: Final = 4
"""Characters from a credit to the stamp beside it."""
_CHRONOLOGY: Final = 3
"""So many days that begin lines of the running text make it a chronology, one day so often a live report: none of
them is its own day."""
_WORTH: Final = {"published": 5, "today": 4, "updated": 2, "stamp": 2}
_REASONS: Final = {
    "published": "cue of publication",
    "today": "called today",
    "updated": "cue of update",
    "stamp": "stamp",
}


UNKNOWN_ZONE: Final = (0.0, 4.0)
"""Hours that an outlet of unknown place may be ahead of Greenwich: from Morocco to the Emirates."""


class Candidate(NamedTuple):
    """A day with the points for and against it. `last` is the next day where Greenwich's time leaves that open."""

    when: date
    points: int
    reasons: tuple[str, ...]
    rests_on: tuple[Evidence, ...]
    last: date


class Case(NamedTuple):
    """What is known of one article's day.

    `weekday` is the one that the text calls today, `leading` whether it does so at its beginning; `named` are the
    bare weekdays of the first sentences. `years` bound the article's. `later` is what the page shows outside
    running text, of all its articles: a page's clock is never older than any of it. `zone` is how many hours the
    outlet may be ahead of Greenwich. At `below` the headline stands again, under the page's head; 0 if nowhere. `end`
    is the article's: what stands behind it may be another story's. A credit above the text ends at `signed`, -1 if
    there is none.
    """

    text: str
    title_end: int
    below: int
    body_start: int
    head_end: int
    evidence: list[Evidence]
    weekday: int
    leading: bool
    named: frozenset[int]
    years: tuple[int, int]
    later: list[Evidence]
    end: int
    signed: int = -1
    zone: tuple[float, float] = UNKNOWN_ZONE


def candidates(case: Case) -> list[Candidate]:
    """Return one candidate a day, from stamps at the head, cues, and what the text itself calls today."""
    lines: Counter[When | None] = Counter(
        e.when for e in case.evidence if e.role == "stamp" and e.kind == "body" and e.when
    )
    heads = {e.when for e in case.evidence if e.role == "stamp" and e.kind != "body" and _may_date(case, e)}
    entries = {when for when in heads if lines[when] >= _CHRONOLOGY}
    groups: dict[date, list[Evidence]] = {}
    for item in case.evidence:
        if item.role == "stamp" and item.kind == "body" and (heads or len(lines) >= _CHRONOLOGY):
            continue  # where the page has a place for its stamp, one in the text is another thing's
        if item.role == "stamp" and item.when in entries and heads - entries:
            continue  # the first entry of a live report, below the report's own stamp
        if _may_date(case, item) and (when := _day_of(case, turned := _turned(case, item))):
            groups.setdefault(when, []).append(turned)
    days = sorted(groups)
    return [_weighed(case, when, items, days) for when, items in groups.items()]


def may_be_clock(case: Case, item: Evidence) -> bool:
    """Whether a stamp may be the page's clock, the time of its rendering.

    It stands first of all, or with a weekday or hour at the top, or right before a headline that stood there already.
    But a clock is the latest date of its page, it names no zone, and it stands behind no credit.
    """
    signed = case.signed >= 0 and item.span.start - case.signed in range(
        _BESIDE
    )  # سوتشي - وكالات الأربعاء 22 نوفمبر 2017
    return _looks_like_clock(case, item) and not (item.zoned or signed) and not _outlived(case, item)


def _looks_like_clock(case: Case, item: Evidence) -> bool:
    """Whether a stamp stands where pages show the time of their rendering."""
    start = item.span.start
    over = start < case.title_end
    if start < _FIRST or (over and start < _TOP and (item.weekday or ":" in case.text[start : item.span.end])):
        return True
    if case.title_end <= start < case.below and not (item.numbered or _again(case, item)):
        return True
    after = re.sub(r"\s+", " ", case.text[item.span.end : item.span.end + 60]).strip(" |-–,")[:25]
    return len(after) > 15 and after[0].isalpha() and after in re.sub(r"\s+", " ", case.text[:start])


def _again(case: Case, item: Evidence) -> bool:
    """Whether the headline's second copy has the stamp too: then it is a part of it."""
    own = _figures(case, item)
    return any(e.span.start >= case.below and _figures(case, e) == own for e in case.evidence if e.when == item.when)


def _outlived(case: Case, item: Evidence) -> bool:
    """Whether the page shows that it was rendered later: by a stamp, comment or copyright year."""
    if not item.when:
        return False
    when = item.when.last
    return any(
        e.when and (e.when.first.year > when.year if e.role == "copyright" else e.when.first > when + _DAY)
        for e in case.later
    )


def _may_date(case: Case, item: Evidence) -> bool:
    if item.role in ("published", "updated"):
        return item.kind != "body" or item.span.start < case.head_end
    if item.role == "today":
        return True
    return item.role == "stamp" and item.span.start < case.head_end and not item.hijri


def _turned(case: Case, item: Evidence) -> Evidence:
    """A day in figures with its month first, where the text's today is of that weekday and neither it nor the day
    before is of the other order's."""
    if not item.either or item.hijri or item.when is None or not (case.weekday and case.leading):
        return item
    when = item.when.first
    other = date(when.year, when.day, when.month)  # both figures are at most 12
    told = (when.isoweekday(), (when - _DAY).isoweekday())
    if case.weekday in told or other.isoweekday() != case.weekday:
        return item
    return item._replace(when=day(other))


def local_days(item: Evidence, zone: tuple[float, float], weekday: int = 0) -> tuple[date, date] | None:
    """Return the first and last day that a dated item may mean where the outlet is: two for one late in Greenwich.

    `weekday`, where the text calls one today, decides between the two.
    """
    if item.when is None or item.when.grain != "day":
        return None
    when = item.when.first
    if item.minute < 0:
        return when, when
    least, most = (when + int(item.minute + 60 * hours >= 24 * 60) * _DAY for hours in zone)
    named = [d for d in {least, most} if d.isoweekday() == weekday]
    return (named[0], named[0]) if named else (least, most)


def _day_of(case: Case, item: Evidence) -> date | None:
    """The day of an item; one without a year gets the year that weekday, copyright and the text's own years allow."""
    if item.when:
        told = local_days(item, case.zone, case.weekday)
        return told[0] if told else None
    if not item.month:
        return None
    low, high = case.years
    if not low and not high:
        return None
    years = range(low or high - 1, (high or low + 2) + 1)
    weekday = item.weekday or (case.weekday if item.role == "today" else 0)
    fits = list(years) if len(years) == 1 else []
    if weekday:
        fits = years_for(item.month, item.number, weekday, years)
    return date(fits[0], item.month, item.number) if fits and _real(fits[0], item.month, item.number) else None


def _real(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True


def _weighed(case: Case, when: date, items: list[Evidence], days: list[date]) -> Candidate:
    points, reasons = 0, []
    roles = {i.role for i in items}
    for role, worth in _WORTH.items():
        if role in roles:
            points = max(points, worth)
            reasons.append(_REASONS[role])
    if any(i.kind == "byline" for i in items):
        points, reasons = points + 1, [*reasons, "in the byline"]
    if len({_figures(case, i) for i in items if i.role != "today"}) > 1:
        points, reasons = points + 1, [*reasons, "told twice"]
    clocks = {_figures(case, i) for i in items if may_be_clock(case, i)}
    if roles == {"stamp"} and all(_figures(case, i) in clocks for i in items):
        points, reasons = points - 2, [*reasons, "may be the page's clock"]
        if when.isoweekday() in case.named and len(case.named) == 1 and not case.weekday:
            points, reasons = points + 2, [*reasons, "the first sentence names its weekday"]
    elif any(_between(case, i) for i in items):
        points, reasons = points + 1, [*reasons, "between headline and text"]
    if len(days) > 1 and "published" not in roles:
        points += 1 if when == days[0] else -1
        reasons.append("first of several" if when == days[0] else "later than another stamp")
    more, why = _agreement(case, when, headed="between headline and text" in reasons)
    lasts = [told[1] for i in items if (told := local_days(i, case.zone, case.weekday))]
    return Candidate(when, points + more, (*reasons, *why), tuple(items), min(lasts, default=when))


def _between(case: Case, item: Evidence) -> bool:
    """Whether it stands where a byline does: below the headline and right above the text."""
    return case.title_end <= item.span.start < case.body_start <= item.span.end + _FIRST


def _figures(case: Case, item: Evidence) -> str:
    """The words of a date without spaces: a stamp that a page repeats letter by letter says nothing new."""
    return re.sub(r"\s", "", case.text[item.span.start : item.span.end])


def _agreement(case: Case, when: date, *, headed: bool) -> tuple[int, list[str]]:
    """The points that the rest of the page gives a day; one that is `headed` stands where an article's own does."""
    points, reasons = 0, []
    if case.weekday:
        agrees = case.weekday == when.isoweekday()
        points += 2 if agrees else -4 if case.leading else -2
        reasons.append("the text's today agrees" if agrees else "the text's today is another weekday")
    rights = [e.when.first.year for e in case.evidence if e.role == "copyright" and e.when]
    if rights and max(rights) < when.year and "cue" not in reasons:
        points, reasons = points - 2, [*reasons, "after the copyright year"]
    told = [
        e.when.first for e in case.evidence if e.role in ("mention", "photo") and e.when and e.when.grain == "day"
    ]
    years = [e.when.first.year for e in case.evidence if e.role == "mention" and e.when and e.when.grain == "year"]
    soon = headed and not any(t > when + _AHEAD for t in told)
    if any(when.year < year <= case.years[1] for year in years) or (any(t > when + _DAY for t in told) and not soon):
        points, reasons = points - 3, [*reasons, "the text tells of later days"]
    elif any(t > when + _DAY for t in told):
        points, reasons = points - 1, [*reasons, "the text tells of days soon after"]
    return points, reasons
