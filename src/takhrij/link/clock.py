"""Dates articles that their own page cannot: one page tells a happening's day, another how long ago it was.

A call dated to the 12th here and told as "a week ago" there puts the second article on the 19th, if what that
article tells by itself agrees, and if no other telling of such a happening gives another day.
Besides, an article that reprints a dated one is dated by it, a day either way. An article that its own page bounds
to more than a few days counts as undated, and is fixed within its bounds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from takhrij.link.keys import Key
from takhrij.link.reprints import Body, bodies, common, dates_of
from takhrij.link.reprints import anchors as anchors_of
from takhrij.records import Analysis, Anchor, Event, Links, Shift, Span, TimeExpression, When, Why
from takhrij.text import fold_text
from takhrij.timex import resolve

_DAY: Final = timedelta(days=1)
_BODY: Final = "body "
_AGREES: Final = 31
"""Days before its publication within which an article that tells days without a year has to tell one at least."""
_SLACK: Final = {"day": 0, "week": 1}
"""By how many days "a week ago" may miss, either way; a number of days is taken at its word."""
_LONGEST: Final = 60
"""Days beyond which words like "two months ago" are too rough to date an article by."""


class Telling(NamedTuple):
    """One article's telling of a happening: `days` when it was, or `ago` how far back it lies; the other is None.

    `within` are the days that bounds leave the article.
    """

    article: str
    span: Span
    days: When | None
    ago: Shift | None
    slack: int
    others: tuple[TimeExpression, ...]
    within: When | None = None


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:  # noqa: ARG001 (every stage has this form)
    """Yield the happenings that two named persons took part in, under class, mode and both names; and every body."""
    for body in bodies(analysis):
        yield Key(f"{_BODY}{body.article}", body)
    dated = {article.id: dates_of(article) for article in analysis.articles}
    times = {time.id: time for time in analysis.times}
    for event in analysis.events:
        names = sorted({fold_text(party.name) for party in (*event.actors, *event.targets) if party.kind == "person"})
        if len(names) != 2 or event.status != "occurred" or event.article not in dated:
            continue
        telling = _telling(analysis, event, times.get(event.time), dated[event.article])
        if telling:
            yield Key("|".join((event.type, event.mode, *names)), telling)


def join(value: str, members: Sequence[Any]) -> Iterable[Anchor | Body]:
    """Yield an anchor for each undated article that exactly one day told elsewhere fits, in the articles' order.

    A body is yielded as it is: `gather` looks for what it reprints.
    """
    return members[:1] if value.startswith(_BODY) else _dated_elsewhere(members)


def _dated_elsewhere(members: Sequence[Telling]) -> Iterable[Anchor]:
    told: defaultdict[When, list[Telling]] = defaultdict(list)
    for member in members:
        if member.days:
            told[member.days].append(member)
    for member in sorted((m for m in members if m.ago), key=lambda m: (m.article, m.span)):
        days = sorted(told.items(), key=_order)
        fits = [(when, tellings) for when, tellings in days if _possible(member, when)]
        if len(fits) == 1:
            when, tellings = fits[0]
            yield _anchor(member, when, tellings)


def _possible(member: Telling, when: When) -> bool:
    published = common(_published(member, when), member.within)
    return published is not None and _fits(published, member.others)


def gather(found: Sequence[Anchor | Body], links: Links) -> Links:
    """Return `links` with the anchors; where two of them leave an article no common day, it gets none."""
    known = [item for item in found if isinstance(item, Body)]
    reprints = [
        replace(anchor, when=when)
        for body, anchor in anchors_of(known, links.copies)
        if (when := common(anchor.when, body.within)) and _fits(when, body.told)
    ]
    anchors: dict[str, Anchor] = dict(links.anchors)
    refused = set()
    for anchor in (*(item for item in found if isinstance(item, Anchor)), *reprints):
        before = anchors.get(anchor.article)
        if before is None:
            anchors[anchor.article] = anchor
            continue
        first, last = max(before.when.first, anchor.when.first), min(before.when.last, anchor.when.last)
        if first > last:
            refused.add(anchor.article)
        else:
            when = When(first=first, last=last, grain="day")
            anchors[anchor.article] = replace(before, when=when, why=(*before.why, *anchor.why))
    return replace(links, anchors={k: v for k, v in anchors.items() if k not in refused})


def _telling(
    analysis: Analysis, event: Event, time: TimeExpression | None, dated: tuple[When | None, When | None]
) -> Telling | None:
    published, within = dated
    if published:
        known = event.when is not None and event.when.grain == "day" and (event.when.last - event.when.first) <= _DAY
        return Telling(event.article, event.span, event.when, None, 0, ()) if known else None
    if time is None or time.shift is None or time.written or time.weekday or time.type != "DATE":
        return None
    by = -time.shift.by
    if time.shift.unit != "day" or not 0 < by <= _LONGEST:
        return None
    slack = _SLACK["week" if by % 7 == 0 or time.mod else "day"]
    others = tuple(t for t in analysis.times if t.anchor == event.article and t.id != time.id)
    return Telling(event.article, event.span, None, time.shift, slack, others, within)


def _order(item: tuple[When, list[Telling]]) -> tuple[date, date]:
    return item[0].first, item[0].last


def _published(member: Telling, when: When) -> When:
    by = member.ago.by if member.ago else 0
    first, last = when.first - (by + member.slack) * _DAY, when.last - (by - member.slack) * _DAY
    return When(first=first, last=last, grain="day")


def _fits(published: When, others: tuple[TimeExpression, ...]) -> bool:
    """Whether what else the article tells lets it be published then: no past day after it, and one near it."""
    days = []
    for time in others:
        if not time.written or time.tense == "future":
            continue
        readings = resolve(replace(time, tense="past"), published)
        told = readings[0].when if readings else None
        if told and told.first > published.last:
            return False
        if told and told.grain == "day":
            days.append(told.first)
    return not days or any(published.last - day <= _AGREES * _DAY for day in days)


def _anchor(member: Telling, when: When, tellings: list[Telling]) -> Anchor:
    spans = (member.span, *(t.span for t in sorted(tellings, key=lambda t: (t.article, t.span))))
    by = -member.ago.by if member.ago else 0
    note = f"told here as {by} days ago; elsewhere it is dated {when.first}"
    why = Why(rule="one happening, dated elsewhere", rests_on=spans, note=note)
    days = _published(member, when)
    return Anchor(article=member.article, when=common(days, member.within) or days, why=(why,))
