"""Dates articles from their page's own evidence: a day, an interval, or nothing. A wrong date is worse than none.

Every date on the page has a role (`evidence`). Candidates get points from what speaks for and against
them; the best one is believed only when it stands clear. What bounds the date without giving it makes an interval.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.analyse.datelines.evidence import Evidence, gather, marked, of_article
from takhrij.knowledge import Knowledge
from takhrij.periods import day, years_for
from takhrij.records import Analysis, Article, Page, Published, When, Why
from takhrij.text import Folded

_DAY: Final = timedelta(days=1)
_HEAD: Final = 250
"""Characters into the running text that a stamp may stand: dumps on one line hold title, stamp and text together."""
_FIRST, _TOP = 15, 100
"""A stamp before anything else, or one with an hour or weekday in a page's first characters, is often its clock."""
_OWN_SHARE: Final = 0.75
"""Share of a page after which a weekday called today is often another item's, in a list under the article."""
_CHRONOLOGY: Final = 3
"""So many days that begin lines of the running text make it a chronology: none of them is its own day."""
_ENOUGH, _CLEAR = 2, 1
"""Points that a date needs, and by how many it must lead. Measured on the syria_pages half that was tuned on."""
_NEAR: Final = 3
"""Days from an upper bound within which a weekday that the text calls today is believed."""


class Candidate(NamedTuple):
    """A day with the points for and against it."""

    when: date
    points: int
    reasons: tuple[str, ...]
    rests_on: tuple[Evidence, ...]


class Case(NamedTuple):
    """What is known of one article's day."""

    text: str
    title_end: int
    head_end: int
    evidence: list[Evidence]
    weekday: int
    years: tuple[int, int]


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Article, ...]:
    """Return the articles with `published`, best first and empty where the page does not tell, `why` saying how.

    A day is given where one is certain enough, else an interval of at most a few days; its grain is day.
    """
    evidence = gather(page, folded, sofar, knowledge)
    dated = []
    for i, article in enumerate(sofar.articles):
        case = _case(page, sofar, article, of_article(evidence, sofar.articles, i))
        published = _solved(case, _told_by_markup(page, knowledge) if i == 0 else [])
        why = article.why if published else (*article.why, Why(rule="no date", note=_missing(case)))
        dated.append(replace(article, published=published, why=why))
    return tuple(dated)


def _case(page: Page, sofar: Analysis, article: Article, evidence: list[Evidence]) -> Case:
    body = [b.span.start for b in sofar.blocks if b.kind == "body" and b.article == article.id]
    titles = [b.span.end for b in sofar.blocks if b.kind == "title" and b.article == article.id]
    head_end = (min(body) if body else article.span.start) + _HEAD
    todays = [e for e in evidence if e.role == "today" and e.weekday and not e.month]
    weekdays = Counter(e.weekday for e in todays if e.span.start < _OWN_SHARE * len(page.text))
    common = weekdays.most_common(2)
    weekday = common[0][0] if common and (len(common) == 1 or common[0][1] > common[1][1]) else 0
    mentioned = [
        e.when.first.year for e in evidence if e.when and e.role in ("mention", "photo") and e.when.grain == "day"
    ]
    mentioned += [e.when.first.year for e in evidence if e.when and e.role == "mention" and e.when.grain == "year"]
    upper = [
        e.when.last.year
        for e in evidence
        if e.when and e.role in ("copyright", "comment", "stamp", "published", "path")
    ]
    floor = max((y for y in mentioned if not upper or y <= max(upper)), default=0)
    return Case(
        page.text, min(titles, default=len(page.text)), head_end, evidence, weekday, (floor, max(upper, default=0))
    )


def _solved(case: Case, markup: list[Candidate]) -> tuple[Published, ...]:
    candidates = sorted([*markup, *_candidates(case)], key=lambda c: (-c.points, c.when))
    if candidates:
        best = candidates[0]
        rivals = [c for c in candidates[1:] if c.when != best.when]
        if best.points >= _ENOUGH and (not rivals or best.points - rivals[0].points >= _CLEAR):
            return (_published(best),)
    for rule in (_by_weekday, _by_photo, _by_comment):
        if found := rule(case):
            return (found,)
    return ()


def _told_by_markup(page: Page, knowledge: Knowledge) -> list[Candidate]:
    """Markup and address speak for the page's first article. An address holds a day that an editor chose."""
    worth = {
        "published": (8, "the markup's day of publication"),
        "path": (7, "the address's day"),
        "stamp": (3, "the markup's only time"),
        "updated": (1, "markup"),
    }
    return [
        Candidate(when, worth[role][0], (worth[role][1],), (Evidence(role, span, "chrome", day(when)),))
        for role, when, span in marked(page, knowledge)
    ]


def _published(candidate: Candidate) -> Published:
    spans = tuple(e.span for e in candidate.rests_on if e.span.start < e.span.end)  # metadata is no visible text
    why = Why(rule="dateline", rests_on=spans, note="; ".join(candidate.reasons))
    return Published(when=day(candidate.when), why=(why,))


def _missing(case: Case) -> str:
    found = Counter(e.role for e in case.evidence)
    return "nothing on the page fixes a day; seen: " + (
        ", ".join(f"{n} {r}" for r, n in sorted(found.items())) or "no date"
    )


def _candidates(case: Case) -> list[Candidate]:
    """One candidate a day, from stamps at the head, cues, and what the text itself calls today."""
    lines = {e.when for e in case.evidence if e.role == "stamp" and e.kind == "body" and e.when}
    furniture = any(e.role == "stamp" and e.kind != "body" and _may_date(case, e) for e in case.evidence)
    groups: dict[date, list[Evidence]] = {}
    for item in case.evidence:
        if item.role == "stamp" and item.kind == "body" and (furniture or len(lines) >= _CHRONOLOGY):
            continue  # where the page has a place for its stamp, one in the text is another thing's
        if _may_date(case, item) and (when := _day_of(case, item)):
            groups.setdefault(when, []).append(item)
    days = sorted(groups)
    return [_weighed(case, when, items, days) for when, items in groups.items()]


def _may_date(case: Case, item: Evidence) -> bool:
    if item.role in ("published", "updated"):
        return item.kind != "body" or item.span.start < case.head_end
    if item.role == "today":
        return True
    return item.role == "stamp" and item.span.start < case.head_end and not item.hijri


def _day_of(case: Case, item: Evidence) -> date | None:
    """The day of an item; one without a year gets the year that weekday, copyright and the text's own years allow."""
    if item.when:
        return item.when.first if item.when.grain == "day" else None
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
    for role, worth in (("published", 5), ("today", 4), ("updated", 2), ("stamp", 2)):
        if role in roles:
            points = max(points, worth)
            reasons.append(
                {"published": "cue of publication", "today": "called today", "updated": "cue of update"}.get(
                    role, "stamp"
                )
            )
    if any(i.kind == "byline" for i in items):
        points, reasons = points + 1, [*reasons, "in the byline"]
    if len({_figures(case, i) for i in items if i.role != "today"}) > 1:
        points, reasons = points + 1, [*reasons, "told twice"]
    clocks = {_figures(case, i) for i in items if _is_clock(case, i)}
    if roles == {"stamp"} and all(_figures(case, i) in clocks for i in items):
        points, reasons = points - 2, [*reasons, "may be the page's clock"]
    if len(days) > 1 and "published" not in roles:
        points += 1 if when == days[0] else -1
        reasons.append("first of several" if when == days[0] else "later than another stamp")
    more, why = _agreement(case, when)
    return Candidate(when, points + more, (*reasons, *why), tuple(items))


def _figures(case: Case, item: Evidence) -> str:
    """The words of a date without spaces: a stamp that a page repeats letter by letter says nothing new."""
    return re.sub(r"\s", "", case.text[item.span.start : item.span.end])


def _agreement(case: Case, when: date) -> tuple[int, list[str]]:
    points, reasons = 0, []
    if case.weekday:
        agrees = case.weekday == when.isoweekday()
        points += 2 if agrees else -4
        reasons.append("the text's today agrees" if agrees else "the text's today is another weekday")
    rights = [e.when.first.year for e in case.evidence if e.role == "copyright" and e.when]
    if rights and max(rights) < when.year and "cue" not in reasons:
        points, reasons = points - 2, [*reasons, "after the copyright year"]
    told = [
        e.when.first for e in case.evidence if e.role in ("mention", "photo") and e.when and e.when.grain == "day"
    ]
    years = [e.when.first.year for e in case.evidence if e.role == "mention" and e.when and e.when.grain == "year"]
    if any(when.year < year <= case.years[1] for year in years) or any(t > when + _DAY for t in told):
        points, reasons = points - 3, [*reasons, "the text tells of later days"]
    return points, reasons


def _is_clock(case: Case, item: Evidence) -> bool:
    """Whether a stamp looks like the page's clock: first of all, or with a weekday or hour at the top, or right
    before a headline that stood there already."""
    start = item.span.start
    over = start < case.title_end
    if start < _FIRST or (over and start < _TOP and (item.weekday or ":" in case.text[start : item.span.end])):
        return True
    after = re.sub(r"\s+", " ", case.text[item.span.end : item.span.end + 60]).strip(" |-–,")[:25]
    return len(after) > 15 and after[0].isalpha() and after in re.sub(r"\s+", " ", case.text[:start])


def _by_weekday(case: Case) -> Published | None:
    """The weekday that the text calls today, within days of a stamp that bounds the article above."""
    bounds = [e for e in case.evidence if e.when and e.when.grain == "day" and _bounds_above(case, e)]
    if not case.weekday or not bounds:
        return None
    least = min(bounds, key=lambda e: e.when.last if e.when else date.max)
    assert least.when is not None
    for back in range(_NEAR):
        when = least.when.last - back * _DAY
        if when.isoweekday() == case.weekday:
            note = "the weekday that the text calls today, next before a stamp"
            return Published(when=day(when), why=(Why(rule="weekday and bound", rests_on=(least.span,), note=note),))
    return None


def _bounds_above(case: Case, item: Evidence) -> bool:
    if item.role in ("comment", "updated"):
        return True
    return item.role == "stamp" and item.span.start < case.head_end and not _is_clock(case, item)


def _by_photo(case: Case) -> Published | None:
    """A photograph's day and the days that the text names: published that day or the next."""
    photos = [e for e in case.evidence if e.role == "photo" and e.when and e.when.grain == "day"]
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
    note = "the first comment bounds it above"
    return Published(when=when, why=(Why(rule="first comment", rests_on=(first.span,), note=note),))
