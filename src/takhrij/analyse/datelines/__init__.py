"""Dates articles from their page's own evidence: a day, an interval, or nothing. A wrong date is worse than none.

Every date on the page has a role (`evidence`). Candidates get points from what speaks for and against
them; the best one is believed only when it stands clear. What bounds the date without giving it makes an interval.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Final

from msgspec.structs import replace

from takhrij.analyse.datelines.bounding import bounded
from takhrij.analyse.datelines.evidence import Evidence, gather, marked, of_article
from takhrij.analyse.datelines.weighing import UNKNOWN_ZONE, Candidate, Case, candidates, local_days
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Page, Published, Span, When, Why
from takhrij.text import Folded

_HEAD: Final = 250
"""Characters into the running text that a stamp may stand: dumps on one line hold title, stamp and text together."""
_OWN_SHARE: Final = 0.75
"""Share of a page after which a weekday called today is often another item's, in a list under the article."""
_LEAD: Final = 1200
"""Characters of the text within which "today" is the article's own; farther on it may be of a report quoted there."""
_HEADLINE: Final = 3
"""Fewest words of a headline that is known again."""
_LEDE: Final = 300
"""Characters that hold the first sentence."""
_ADDRESS, _BYLINE = "the address's day", "in the byline"
_DAY: Final = timedelta(days=1)
_ENOUGH, _CLEAR = 2, 1
"""Points that a date needs, and by how many it must lead. Measured on the syria_pages half that was tuned on."""


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Article, ...]:
    """Return the articles with `published`, best first and empty where the page does not tell, `why` saying how.

    A day is given where one is certain enough, else an interval of at most a few days; its grain is day.
    """
    evidence = gather(page, folded, sofar, knowledge)
    dated = []
    for i, article in enumerate(sofar.articles):
        case = _case(page, folded, sofar, article, of_article(evidence, sofar.articles, i), evidence)
        case = case._replace(zone=knowledge.built(_zones).get(article.outlet, UNKNOWN_ZONE))
        published = _solved(case, _told_by_markup(page, knowledge, case.zone) if i == 0 else [])
        why = article.why if published else (*article.why, Why(rule="no date", note=_missing(case)))
        dated.append(replace(article, published=published, why=why))
    return tuple(dated)


def _zones(knowledge: Knowledge) -> dict[str, tuple[float, float]]:
    """How many hours each outlet of a known country is ahead of Greenwich, at least and at most."""
    hours = {zone.country: (zone.least, zone.most) for zone in knowledge.world.zones}
    outlets = knowledge.world.outlets
    return {o.name: hours[o.country] for o in reversed(outlets) if o.country in hours}


def _case(
    page: Page, folded: Folded, sofar: Analysis, article: Article, evidence: list[Evidence], all_: list[Evidence]
) -> Case:
    body = min((b.span.start for b in sofar.blocks if b.kind == "body" and b.article == article.id), default=-1)
    start = body if body >= 0 else article.span.start
    titles = [b.span for b in sofar.blocks if b.kind == "title" and b.article == article.id]
    todays = [e for e in evidence if e.role == "today" and e.weekday and not e.month]
    weekdays = Counter(e.weekday for e in todays if e.span.start < _OWN_SHARE * len(page.text))
    common = weekdays.most_common(2)
    weekday = common[0][0] if common and (len(common) == 1 or common[0][1] > common[1][1]) else 0
    return Case(
        text=page.text,
        title_end=min((t.end for t in titles), default=len(page.text)),
        below=_repeated(folded, min(titles, key=lambda t: t.start, default=None), start),
        body_start=start,
        head_end=start + _HEAD,
        evidence=evidence,
        weekday=weekday,
        leading=any(e.weekday == weekday and e.span.start < start + _LEAD for e in todays),
        named=frozenset(e.weekday for e in evidence if e.role == "weekday" and start <= e.span.start < start + _LEDE),
        years=_years(evidence),
        end=article.span.end,
        signed=max((h.cue.end for h in article.credits if h.cue and h.name != article.outlet), default=-1),
        later=[e for e in all_ if e.kind != "body" and e.role in ("stamp", "comment", "updated", "copyright")],
    )


def _repeated(folded: Folded, title: Span | None, body: int) -> int:
    """Where the headline stands again, last before the text or at its beginning; 0 if nowhere.

    What stands between the copies is the page's head.
    """
    words = folded.between(title.start, title.end) if title else range(0)
    texts, first = folded.texts, [folded.texts[i] for i in words]
    if len(first) < _HEADLINE:
        return 0
    end = folded.between(title.end, body).stop + 1 if title else 0
    copies = (i for i in range(words.stop, end) if texts[i : i + len(first)] == first)
    return max((folded.words[i].start for i in copies), default=0)


def _years(evidence: list[Evidence]) -> tuple[int, int]:
    """The first and last year that the article may be of, 0 where nothing tells."""
    dated = [(e, e.when) for e in evidence if e.when]
    mentioned = [w.first.year for e, w in dated if e.role in ("mention", "photo") and w.grain == "day"]
    mentioned += [w.first.year for e, w in dated if e.role == "mention" and w.grain == "year"]
    upper = [w.last.year for e, w in dated if e.role in ("copyright", "comment", "stamp", "published", "path")]
    return max((y for y in mentioned if not upper or y <= max(upper)), default=0), max(upper, default=0)


def _solved(case: Case, markup: list[Candidate]) -> tuple[Published, ...]:
    weighed = sorted([*markup, *candidates(case)], key=lambda c: (-c.points, c.when))
    if weighed:
        best = _printed(weighed)
        rivals = [c for c in weighed if c.when != best.when and c != weighed[0]]
        apart = [c for c in rivals if c.when != best.last]
        points = weighed[0].points
        if points >= _ENOUGH and (not apart or points - apart[0].points >= _CLEAR):
            return (_published(best, weighed[1:]),)
    found = bounded(case)
    return (found,) if found else ()


def _printed(weighed: list[Candidate]) -> Candidate:
    """The best candidate, or the next day's stamp, with its weekday: papers put up on the eve what they print."""
    best = weighed[0]
    if _ADDRESS not in best.reasons:
        return best
    stamps = (c for c in weighed[1:] if c.when == best.when + _DAY and _BYLINE in c.reasons and c.points > 0)
    return next((c for c in stamps if any(e.weekday for e in c.rests_on)), best)


def _told_by_markup(page: Page, knowledge: Knowledge, zone: tuple[float, float]) -> list[Candidate]:
    """Markup and address speak for the page's first article. An address holds a day that an editor chose."""
    worth = {
        "published": (8, "the markup's day of publication"),
        "path": (7, _ADDRESS),
        "stamp": (3, "the markup's only time"),
        "updated": (1, "markup"),
    }
    return [
        Candidate(days[0], worth[item.role][0], (worth[item.role][1],), (item,), days[1])
        for item in marked(page, knowledge)
        if (days := local_days(item, zone))
    ]


def _published(candidate: Candidate, rivals: list[Candidate]) -> Published:
    """The candidate's day. Of two that a stamp in Greenwich's time may mean, the one that another stamp gives."""
    spans = tuple(e.span for e in candidate.rests_on if e.span.start < e.span.end)  # metadata is no visible text
    told = [c.when for c in rivals if c.when == c.last and c.points > 0]
    first, last, reasons = candidate.when, candidate.last, candidate.reasons
    if first != last:
        reasons = (*reasons, "late in Greenwich, so this day or the next")
        first, last = next(((d, d) for d in told if d in (first, last)), (first, last))
    why = Why(rule="dateline", rests_on=spans, note="; ".join(reasons))
    return Published(when=When(first=first, last=last, grain="day"), why=(why,))


def _missing(case: Case) -> str:
    found = Counter(e.role for e in case.evidence)
    return "nothing on the page fixes a day; seen: " + (
        ", ".join(f"{n} {r}" for r, n in sorted(found.items())) or "no date"
    )
