"""Parts an article that two were taken for, and joins two that are one, where a person ruled so.

What the page tells goes to the part that it stands in. A part is dated, credited and named by what stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar

from msgspec.structs import replace

from takhrij.records import Analysis, Article, Block, Event, Sentence, Span, Statement, Why, identify

_HEADLINE: Final = 200
"""Characters of a line up to which it is the headline of the article that begins with it."""
_Told = TypeVar("_Told", Sentence, Statement, Event)


def parted(analysis: Analysis, place: Span, why: Why) -> tuple[Analysis, str]:
    """Return the page with an article that begins at `place`, and its id; empty where no running text is cut.

    The line that `place` stands in is its headline, unless it is too long for one. Where an article begins in that
    line already, all stays as it is.
    """
    line = next((b.span for b in analysis.blocks if b.span.start <= place.start < b.span.end), None)
    if line is None or place.start >= place.end:
        return analysis, ""
    headline = _headline(line) and any(b.kind == "body" and b.span.start >= line.end for b in analysis.blocks)
    cut = line.start if headline else place.start
    if begun := next((a for a in analysis.articles if cut <= a.span.start < line.end), None):
        return analysis, begun.id
    whole = _narrowest(a for a in analysis.articles if a.span.start < place.start < a.span.end)
    if whole is None:
        return analysis, ""
    ends = [b.span.end for b in analysis.blocks if b.article == whole.id and b.span.start < cut]
    before = Span(page=whole.span.page, start=whole.span.start, end=min(max(ends, default=cut), cut))
    behind = Span(page=whole.span.page, start=cut, end=whole.span.end)
    head, tail = _half(whole, before, why), _half(whole, behind, why)
    if headline:
        tail = replace(tail, title=line)
    blocks = tuple(part for block in analysis.blocks for part in _cut(block, whole.id, head, tail, why))
    kept = tuple(s for s in analysis.sentences if s.article != whole.id or not (tail.title and s.span.within(line)))
    if not all(any(b.article == a.id and b.kind == "body" for b in blocks) for a in (head, tail)):
        return analysis, ""

    def owner(span: Span) -> str:
        return tail.id if span.start >= cut else head.id

    return (
        replace(
            analysis,
            articles=tuple(a for one in analysis.articles for a in ((head, tail) if one is whole else (one,))),
            blocks=blocks,
            sentences=tuple(piece for s in kept for piece in _pieces(s, whole.id, head, tail)),
            times=tuple(replace(t, anchor=owner(t.span)) if t.anchor == whole.id else t for t in analysis.times),
            statements=tuple(
                replace(s, article=owner(s.content)) if s.article == whole.id else s for s in analysis.statements
            ),
            events=tuple(replace(e, article=owner(e.span)) if e.article == whole.id else e for e in analysis.events),
        ),
        tail.id,
    )


def joined(analysis: Analysis, left: Span, right: Span, why: Why) -> tuple[Analysis, str]:
    """Return the page with the articles at both places as one, and its id; empty where one of them is none.

    The first tells its title, outlet, credits and date; what it does not tell is the second's. An article that stands
    between them stays one of its own, within the span of the whole.
    """
    first, second = sorted(
        (_at(analysis, place) for place in (left, right)), key=lambda a: (a is None, a.span if a else left)
    )
    if first is None or second is None or first is second:
        return analysis, first.id if first and second else ""
    span = Span(page=first.span.page, start=first.span.start, end=max(first.span.end, second.span.end))
    names = {hop.name for hop in first.credits}
    whole = replace(
        first,
        id=identify("article", span),
        span=span,
        title=first.title or second.title,
        outlet=first.outlet or second.outlet,
        outlet_span=first.outlet_span if first.outlet else second.outlet_span,
        credits=(*first.credits, *(hop for hop in second.credits if hop.name not in names)),
        published=first.published or second.published,
        why=(why, *first.why),
    )
    old = (first.id, second.id)

    def moved(told: tuple[_Told, ...]) -> tuple[_Told, ...]:
        return tuple(replace(one, article=whole.id) if one.article in old else one for one in told)

    return (
        replace(
            analysis,
            articles=tuple(whole if a is first else a for a in analysis.articles if a is not second),
            blocks=tuple(replace(b, article=whole.id) if b.article in old else b for b in analysis.blocks),
            sentences=moved(analysis.sentences),
            times=tuple(replace(t, anchor=whole.id) if t.anchor in old else t for t in analysis.times),
            statements=moved(analysis.statements),
            events=moved(analysis.events),
        ),
        whole.id,
    )


def _at(analysis: Analysis, place: Span) -> Article | None:
    return _narrowest(a for a in analysis.articles if place.start < place.end and a.span.overlaps(place))


def _narrowest(articles: Iterable[Article]) -> Article | None:
    """Return the article itself of those that a place lies in: one of two joined parts may have another between."""
    return min(articles, key=lambda a: (a.span.end - a.span.start, a.span), default=None)


def _headline(line: Span) -> bool:
    return line.end - line.start <= _HEADLINE


def _half(whole: Article, span: Span, why: Why) -> Article:
    """Return the part of an article that lies in `span`: its dates, credits and name are those that stand in it.

    What the page tells outside of the whole article is the first part's, but for the outlet, which is both's.
    """
    first = span.start == whole.span.start

    def here(place: Span | None) -> bool:
        return place is not None and place.within(span)

    def ours(place: Span | None) -> bool:
        return here(place) or (first and (place is None or not place.within(whole.span)))

    outlet = whole.outlet_span is None or here(whole.outlet_span) or not whole.outlet_span.within(whole.span)
    return replace(
        whole,
        id=identify("article", span),
        span=span,
        title=whole.title if ours(whole.title) else None,
        outlet=whole.outlet if outlet else "",
        outlet_span=whole.outlet_span if outlet else None,
        standfirst=whole.standfirst if ours(whole.standfirst) else None,
        byline=whole.byline if ours(whole.byline) else None,
        dateline=whole.dateline if ours(whole.dateline) else None,
        credits=tuple(hop for hop in whole.credits if ours(hop.cue)),
        published=tuple(
            p for p in whole.published if _shown(p.why, span) or (first and not _shown(p.why, whole.span))
        ),
        why=(why, *whole.why),
    )


def _shown(why: tuple[Why, ...], span: Span) -> bool:
    return any(place.within(span) for reason in why for place in reason.rests_on)


def _cut(block: Block, whole: str, head: Article, tail: Article, why: Why) -> tuple[Block, ...]:
    """Return a block as the parts of it that lie in either article; the new headline becomes one."""
    cut = tail.span.start
    if tail.title == block.span:
        return (replace(block, kind="title", article=tail.id, why=(why, *block.why)),)
    if block.article != whole:
        return (block,)
    if block.span.start < cut < block.span.end:
        return (
            replace(block, span=replace(block.span, end=cut), article=head.id, why=(why, *block.why)),
            replace(block, span=replace(block.span, start=cut), article=tail.id, why=(why, *block.why)),
        )
    return (replace(block, article=tail.id if block.span.start >= cut else head.id),)


def _pieces(sentence: Sentence, whole: str, head: Article, tail: Article) -> tuple[Sentence, ...]:
    cut, span = tail.span.start, sentence.span
    if sentence.article != whole:
        return (sentence,)
    if span.start < cut < span.end:
        return (
            replace(sentence, span=replace(span, end=cut), article=head.id, text=sentence.text[: cut - span.start]),
            replace(sentence, span=replace(span, start=cut), article=tail.id, text=sentence.text[cut - span.start :]),
        )
    return (replace(sentence, article=tail.id if span.start >= cut else head.id),)
