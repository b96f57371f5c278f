"""Applies to single pages what people ruled of them, before any page is linked: splits, then dates, then speakers.

The rules never learn of a ruling; what they read stays beside it. A ruling that fits nothing any more changes nothing
and is told to be orphaned.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from takhrij import anchoring
from takhrij.link.splitting import joined, parted
from takhrij.link.standing import READ, alike, family, reason, shared, standing
from takhrij.periods import fixed
from takhrij.records import (
    Analysis,
    Article,
    Hop,
    Judgement,
    Links,
    Mention,
    Published,
    Ruled,
    Span,
    Standings,
    Statement,
    TimeExpression,
    When,
    Why,
    identify,
)

_MOSTLY: Final = 0.5
"""Share of a place that what it means must have, when rules find it again with other edges."""

Pages = dict[str, Analysis]
Outcome = tuple[Judgement, Standings, str, str]


def amended(
    analyses: Sequence[Analysis], judgements: Sequence[Judgement]
) -> tuple[tuple[Analysis, ...], tuple[Ruled, ...]]:
    """Return the analyses as people ruled, and what became of each ruling but those on who is who."""
    mine = [judgement for judgement in judgements if family(judgement) != "who"]
    if not mine:
        return tuple(analyses), ()
    pages = {span.page for j in mine for span in (j.left, j.right) if span}
    before = {analysis.page: analysis for analysis in analyses if analysis.page in pages}
    known = dict(before)
    found = [*_splits(mine, known), *_dates(mine, known), *_speakers(mine, known), *_copies(mine, known)]
    for page, analysis in known.items():
        if analysis is not before[page]:
            known[page] = anchoring.settled(analysis)
    ruled = tuple(Ruled(judgement=j, status=status, left=left, right=right) for j, status, left, right in found)
    return tuple(known.get(analysis.page, analysis) for analysis in analyses), ruled


def days(value: str) -> When | None:
    """Return the days that a value of a ruling names (2024-10-12, 2024-10, 2024, two of these with /), else None."""
    period = next(fixed(value), None) if value[:1].isdigit() and "X" not in value else None
    return When(first=period.first, last=period.last, grain=period.grain) if period else None


def named(analyses: tuple[Analysis, ...], links: Links) -> tuple[Analysis, ...]:
    """Return the analyses with whom the rules read as the speaker under the name that he has by all pages."""
    said = {r.left for r in links.ruled if r.judgement.ruling == "not said by" and r.status == "applied"}
    pages = {id_.partition("/")[0] for id_ in said}

    def whole(why: Why) -> Why:
        mention = identify("mention", why.rests_on[0]) if why.rule == READ and why.rests_on else ""
        entity = links.entities.get(links.holder_of.get(mention) or links.entity_of.get(mention, ""))
        return replace(why, note=entity.name) if entity else why

    def shown(statement: Statement) -> Statement:
        return replace(statement, why=tuple(map(whole, statement.why))) if statement.id in said else statement

    return tuple(replace(a, statements=tuple(map(shown, a.statements))) if a.page in pages else a for a in analyses)


def _span(id_: str) -> Span | None:
    """Return where something stands, by its id."""
    start, _, end = id_.rpartition("/")[2].partition("-")
    return Span(page=id_.partition("/")[0], start=int(start), end=int(end)) if id_ else None


def _splits(judgements: Sequence[Judgement], known: Pages) -> list[Outcome]:
    found: list[Outcome] = []
    for judgement, status in standing(judgements, "split"):
        analysis = known.get(judgement.left.page)
        id_ = ""
        if status is None and analysis is not None:
            if judgement.right is None:
                analysis, id_ = parted(analysis, judgement.left, reason(judgement))
            elif judgement.right.page == judgement.left.page:
                analysis, id_ = joined(analysis, judgement.left, judgement.right, reason(judgement))
            known[judgement.left.page] = analysis
        found.append((judgement, status or ("applied" if id_ else "orphaned"), id_, ""))
    return found


def _dates(judgements: Sequence[Judgement], known: Pages) -> list[Outcome]:
    """Date articles and times; of two rulings on one the later holds."""
    found: list[Outcome] = []
    last: dict[str, int] = {}
    for judgement, status in standing(judgements, "date"):
        analysis, when = known.get(judgement.left.page), days(judgement.value)
        target = _dated(analysis, judgement.left) if status is None and analysis and when else None
        if analysis is None or when is None or target is None:
            found.append((judgement, status or "orphaned", "", ""))
            continue
        if target.id in last:
            old = found[last[target.id]]
            found[last[target.id]] = (old[0], "replaced", *old[2:])
        last[target.id] = len(found)
        known[analysis.page] = _with_date(analysis, target.id, when, judgement)
        found.append((judgement, "applied", target.id, ""))
    return found


def _dated(analysis: Analysis, place: Span) -> Article | TimeExpression | None:
    """Return the words that tell a time, where the place is such, else the article that it stands in."""
    times = [(alike(time.span, place), -k) for k, time in enumerate(analysis.times)]
    best, k = max(times, default=(0.0, 0))
    if best >= _MOSTLY:
        return analysis.times[-k]
    around = [a for a in analysis.articles if shared(a.span, place) >= _MOSTLY]
    return max(around, key=lambda a: (alike(a.span, place), -a.span.start), default=None)


def _with_date(analysis: Analysis, target: str, when: When, judgement: Judgement) -> Analysis:
    why = reason(judgement)

    def article(one: Article) -> Article:
        read = tuple(p for p in one.published if why.rule not in {w.rule for w in p.why})
        return replace(one, published=(Published(when=when, why=(why,)), *read))

    def time(one: TimeExpression) -> TimeExpression:
        read = tuple(w for w in one.why if w.rule not in (why.rule, READ))
        was = Why(rule=READ, rests_on=(one.span,), note=one.readings[0].value) if one.readings else None
        return replace(
            one,
            type="DATE",
            written=judgement.value,
            shift=None,
            tense=None,
            weekday=0,
            mod="",
            why=(why, *((was,) if was else ()), *read),
        )

    return replace(
        analysis,
        articles=tuple(article(one) if one.id == target else one for one in analysis.articles),
        times=tuple(time(one) if one.id == target else one for one in analysis.times),
    )


def _speakers(judgements: Sequence[Judgement], known: Pages) -> list[Outcome]:
    """Give statements the speaker that a person names, or an unknown one; of two rulings on one the later holds."""
    found: list[Outcome] = []
    last: dict[str, int] = {}
    read: dict[str, Statement] = {}
    for judgement, status in standing(judgements, "said"):
        analysis = known.get(judgement.left.page)
        statement = _statement(analysis, judgement.left) if status is None and analysis else None
        right = _mention(known.get(judgement.right.page), judgement.right) if judgement.right else None
        if analysis is None or statement is None or (judgement.right and right is None):
            found.append((judgement, status or "orphaned", statement.id if statement else "", ""))
            continue
        statement = read.setdefault(statement.id, statement)
        if statement.id in last:
            old = found[last[statement.id]]
            found[last[statement.id]] = (old[0], "replaced", *old[2:])
        last[statement.id] = len(found)
        said = _said_by(statement, right, judgement)
        known[analysis.page] = replace(
            analysis, statements=tuple(said if s.id == said.id else s for s in analysis.statements)
        )
        found.append((judgement, "applied", statement.id, right.id if right else ""))
    return found


def _statement(analysis: Analysis, place: Span) -> Statement | None:
    near = [(alike(s.content, place), shared(s.content, place), -k) for k, s in enumerate(analysis.statements)]
    _, share, k = max(near, default=(0.0, 0.0, 0))
    return analysis.statements[-k] if share >= _MOSTLY else None


def _mention(analysis: Analysis | None, place: Span) -> Mention | None:
    near = [(alike(m.span, place), -k) for k, m in enumerate(analysis.mentions)] if analysis else []
    best, k = max(near, default=(0.0, 0))
    return analysis.mentions[-k] if analysis and best > 0 else None


def _said_by(statement: Statement, right: Mention | None, judgement: Judgement) -> Statement:
    was = statement.speaker
    if right:
        cue = right.span if right.span.page == statement.content.page else None
        hop = Hop(name=right.name, via=was.via, kind=right.kind, mention=right.id, cue=cue)
    elif judgement.value:
        hop = Hop(name=judgement.value, via=was.via, kind="person")
    else:
        hop = Hop(name="", via=was.via, kind="unnamed")
    at = _span(was.mention) or was.cue
    read = Why(rule=READ, rests_on=(at,) if at else (), note=was.name)
    return replace(statement, hops=(*statement.hops[:-1], hop), why=(reason(judgement), read, *statement.why))


def _copies(judgements: Sequence[Judgement], known: Pages) -> list[Outcome]:
    """Say what becomes of rulings on copies, which `uncopied` applies once copies are found."""
    found: list[Outcome] = []
    for judgement, status in standing(judgements, "copy"):
        spans = [span for span in (judgement.left, judgement.right) if span and span.start < span.end]
        articles = [a.id for s in spans if s.page in known for a in known[s.page].articles if a.span.overlaps(s)]
        whole = len(spans) == len({s.page for s in spans} & known.keys()) == len(("left", "right"))
        left, right = (articles[0], articles[-1]) if whole and len(articles) > 1 else ("", "")
        found.append((judgement, status or ("applied" if left else "orphaned"), left, right))
    return found
