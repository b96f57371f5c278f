"""Dates an article by the dated one that it reprints: whole texts are carried on within a day, or hardly ever."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from takhrij.records import Analysis, Anchor, Article, Copy, Span, TimeExpression, When, Why

_DAY: Final = timedelta(days=1)
CLOSE: Final = 2 * _DAY
"""An interval from its first to its last day beyond which an article counts as undated: bounds may leave a month."""
REPRINT: Final = 0.6
"""Share of an article's own text that has to stand in the dated one. Of the pairs of `syria_pages` above it all lie
within a day of one another; between 0.4 and 0.55 a fifth lie months apart (two news items over one background)."""


class Body(NamedTuple):
    """An article's text as far as its date goes: how long it is, its days if known, and the times that it tells.

    `within` are the days that bounds leave an article that counts as undated.
    """

    article: str
    span: Span
    characters: int
    published: When | None
    told: tuple[TimeExpression, ...]
    within: When | None = None


def dates_of(article: Article) -> tuple[When | None, When | None]:
    """Return an article's days where they are close together, else None and the days it lies within, if known."""
    when = article.published[0].when if article.published else None
    return (when, None) if when is None or when.last - when.first <= CLOSE else (None, when)


def common(when: When, within: When | None) -> When | None:
    """Return the days of `when` that lie within `within` (None: any), None where there are none."""
    if within is None:
        return when
    first, last = max(when.first, within.first), min(when.last, within.last)
    return When(first=first, last=last, grain=when.grain) if first <= last else None


def bodies(analysis: Analysis) -> Iterable[Body]:
    """Yield the bodies of a page's articles in reading order; those without sentences are left out."""
    lengths: defaultdict[str, int] = defaultdict(int)
    for sentence in analysis.sentences:
        lengths[sentence.article] += sentence.span.end - sentence.span.start
    for article in analysis.articles:
        when, within = dates_of(article)
        told = () if when else tuple(time for time in analysis.times if time.anchor == article.id)
        if lengths[article.id]:
            yield Body(article.id, article.span, lengths[article.id], when, told, within)


def anchors(known: Sequence[Body], copies: Sequence[Copy]) -> Iterable[tuple[Body, Anchor]]:
    """Yield an anchor, a day either way, for each undated article most of whose text is that of dated ones."""
    on_page: defaultdict[str, list[Body]] = defaultdict(list)
    for body in known:
        on_page[body.span.page].append(body)
    shared: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for copy in copies:
        for own, other in ((copy.left, copy.right), (copy.right, copy.left)):
            undated, dated = _holder(own, on_page), _holder(other, on_page)
            if undated and dated and not undated.published and dated.published:
                shared[undated.article, dated.article].append(own)
    by_id = {body.article: body for body in known}
    sources: defaultdict[str, list[tuple[Body, list[Span]]]] = defaultdict(list)
    for (undated_id, dated_id), spans in sorted(shared.items()):
        if sum(s.end - s.start for s in spans) >= REPRINT * by_id[undated_id].characters:
            sources[undated_id].append((by_id[dated_id], spans))
    for undated_id, found in sorted(sources.items()):
        anchor = _anchor(undated_id, found)
        if anchor:
            yield by_id[undated_id], anchor


def _anchor(article: str, found: list[tuple[Body, list[Span]]]) -> Anchor | None:
    days = [body.published for body, _ in found if body.published]
    first, last = min(d.first for d in days), max(d.last for d in days)
    if last - first > 2 * _DAY:
        return None  # one text at two times: this article may be of either
    spans = tuple(span for _, own in found for span in own)
    note = f"most of its text was published on {first}" + (f" to {last}" if last != first else "")
    when = When(first=first - _DAY, last=last + _DAY, grain="day")
    return Anchor(
        article=article, when=when, why=(Why(rule="reprint of a dated article", rests_on=spans, note=note),)
    )


def _holder(side: Span, on_page: dict[str, list[Body]]) -> Body | None:
    return next((body for body in on_page.get(side.page, []) if side.overlaps(body.span)), None)
