"""Analyses and links -> one dossier in the form that its readers were promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypedDict, TypeVar

from takhrij import contract
from takhrij.contract import Days, Place, Range, Reason
from takhrij.edtf import edtf
from takhrij.groups import closed
from takhrij.records import (
    Analysis,
    Article,
    Claim,
    Event,
    Failure,
    Hop,
    Links,
    Mention,
    Origin,
    Page,
    Party,
    Span,
    Statement,
    TimeExpression,
    When,
    Why,
)

K = TypeVar("K")
T = TypeVar("T")
Telling = Statement | Event
BACKGROUND = timedelta(days=45)
"""How long before the first article of a story something must be over to be its background."""


class _Where(TypedDict):
    page: str
    start: int
    end: int


class _Dates(TypedDict):
    first: str
    last: str
    grain: str


def make(
    pages: Sequence[Page], analyses: Sequence[Analysis], links: Links, failures: Sequence[Failure]
) -> contract.Dossier:
    """Return the dossier; its lists are in reading order: by page as in `pages`, then by place."""
    view = _View(pages, analyses, links)
    by_page = {analysis.page: analysis for analysis in analyses}
    ordered = [by_page[page.id] for page in pages if page.id in by_page]
    return contract.Dossier(
        format=contract.FORMAT,
        pages=[_page(page, by_page.get(page.id)) for page in pages],
        blocks=[
            contract.BlockItem(**_at(b.span), kind=b.kind, article=b.article or None, why=_why(b.why))
            for a in ordered
            for b in a.blocks
        ],
        articles=[view.article(article, a) for a in ordered for article in a.articles],
        times=[_time(t) for a in ordered for t in a.times],
        entities=[
            contract.EntityItem(
                id=e.id, kind=e.kind, name=e.name, names=list(e.names), roles=list(e.roles), why=_why(e.why)
            )
            for e in links.entities.values()
        ],
        mentions=[view.mention(m) for a in ordered for m in a.mentions],
        tenures=[
            contract.TenureItem(
                office=t.title,
                holder=t.holder,
                first=t.first.isoformat() if t.first else None,
                last=t.last.isoformat() if t.last else None,
                why=_why(t.why),
                first_grain=t.first_grain,
                last_grain=t.last_grain,
                disputed=t.disputed,
            )
            for t in links.tenures
        ],
        statements=[view.statement(s) for a in ordered for s in a.statements],
        events=[view.event(e) for a in ordered for e in a.events],
        copies=[
            contract.CopyItem(
                left=_place(c.left), right=_place(c.right), score=c.score, earlier=c.earlier or None, why=_why(c.why)
            )
            for c in links.copies
        ],
        claims=[_claim(c) for c in links.claims],
        conflicts=[
            contract.ConflictItem(
                left=c.left, right=c.right, about=c.about, spans=[_place(s) for s in c.spans], why=_why(c.why)
            )
            for c in links.conflicts
        ],
        positions=[
            contract.PositionItem(
                matter=p.matter,
                holder=p.holder,
                act=p.act,
                claims=list(p.claims),
                when=_days(p.when),
                why=_why(p.why),
            )
            for p in links.positions
        ],
        stories=view.stories(),
        judgements=[
            contract.JudgementItem(
                ruling=r.judgement.ruling,
                target=r.left,
                other=r.right,
                note=r.judgement.note,
                by=r.judgement.by,
                at=r.judgement.at,
                status=r.status,
                places=[_place(span) for span in (r.judgement.left, r.judgement.right) if span],
                value=r.judgement.value,
                quotes=[r.judgement.left_quote, r.judgement.right_quote][: 2 if r.judgement.right else 1],
            )
            for r in links.ruled
        ],
        failures=[
            contract.FailureItem(source=f.source, stage=f.stage, error=f.error, cure=f.cure)
            for f in sorted(failures, key=lambda f: (f.source, f.stage))
        ],
        timeline=view.timeline(),
    )


class _View:
    """Looks ids up, so that a dossier's reader need not."""

    def __init__(self, pages: Sequence[Page], analyses: Sequence[Analysis], links: Links) -> None:
        self.links = links
        self.pages = {page.id: page for page in pages}
        self.names = {entity.id: entity.name for entity in links.entities.values()}
        self.times = {t.id: t for a in analyses for t in a.times}
        self.articles = {article.id: article for a in analyses for article in a.articles}
        told: list[Telling] = [s for a in analyses for s in a.statements]
        told += [e for a in analyses for e in a.events]
        self.tellings = {telling.id: telling for telling in told}

    def words(self, span: Span | None) -> str:
        return " ".join(self.pages[span.page].text[span.start : span.end].split()) if span else ""

    def article(self, article: Article, analysis: Analysis) -> contract.ArticleItem:
        told = [s.content for s in analysis.statements if s.article == article.id]
        told += [e.span for e in analysis.events if e.article == article.id]
        body = [s.span for s in analysis.sentences if s.article == article.id]
        origin = self.links.origin_of.get(article.id)
        return contract.ArticleItem(
            id=article.id,
            **_at(article.span),
            title=self.words(article.title),
            standfirst=self.words(article.standfirst),
            outlet=article.outlet,
            byline=self.words(article.byline),
            dateline=self.words(article.dateline),
            credits=[_hop(hop, article.span.page) for hop in article.credits],
            published=[contract.PublishedItem(**_dates(p.when), why=_why(p.why)) for p in article.published],
            sentences=len(body),
            uncovered=[_range(span) for span in body if not any(span.overlaps(t) for t in told)],
            why=_why(article.why),
            origin=_origin(origin) if origin else None,
        )

    def entity(self, mention: str) -> str | None:
        """Return the entity that a mention names: its own, or the holder of the office that it names."""
        return self.links.holder_of.get(mention) or self.links.entity_of.get(mention)

    def mention(self, mention: Mention) -> contract.MentionItem:
        entity = self.entity(mention.id) or ""
        return contract.MentionItem(**_at(mention.span), kind=mention.kind, entity=entity, why=_why(mention.why))

    def statement(self, statement: Statement) -> contract.StatementItem:
        page = statement.content.page
        linked = self.links.chain_of.get(statement.id)
        hops = linked.hops if linked else statement.hops
        time = self.times.get(statement.time)
        return contract.StatementItem(
            id=statement.id,
            article=statement.article,
            page=page,
            speaker=hops[-1].name,
            speaker_kind=hops[-1].kind,
            entity=self.entity(hops[-1].mention),
            act=statement.act,
            cue=_range(statement.cue),
            content=_range(statement.content),
            quoted=statement.quoted,
            hedge=statement.hedge,
            time=time.id if time else None,
            when=_days(time.readings[0].when) if time and time.readings else None,
            chain=[_hop(hop, page) for hop in hops],
            why=_why((*statement.why, *(linked.why if linked else ()))),
        )

    def event(self, event: Event) -> contract.EventItem:
        return contract.EventItem(
            id=event.id,
            article=event.article,
            **_at(event.span),
            statement=event.statement or None,
            type=event.type,
            mode=event.mode,
            status=event.status,
            actors=[self.party(p).name for p in event.actors],
            targets=[self.party(p).name for p in event.targets],
            actor_details=[self.party(p) for p in event.actors],
            target_details=[self.party(p) for p in event.targets],
            place=self.party(event.place).name if event.place else None,
            counts=[
                contract.CountItem(value=c.value, of=c.of, mod=c.mod, start=c.span.start, end=c.span.end)
                for c in event.counts
            ],
            time=event.time if event.time in self.times else None,
            when=_days(event.when),
            why=_why(event.why),
            passing=event.passing,
        )

    def party(self, party: Party) -> contract.PartyItem:
        entity = self.entity(party.mention)
        return contract.PartyItem(
            name=self.names.get(entity or "", party.name),
            kind=party.kind,
            entity=entity,
            state=party.state,
            sector=party.sector,
            span=_range(party.span) if party.span else None,
        )

    def stories(self) -> list[contract.StoryItem]:
        """Return the stories (`link.stories`; pages that share claims where that did not run), the earliest title of
        each as its label."""
        pages_of = {claim.id: self._pages(claim) for claim in self.links.claims}
        group = {page: story[0] for story in self.links.stories for page in story}
        group = group or closed(
            (first, other) for pages in pages_of.values() for first in pages[:1] for other in pages
        )
        told = {page for pages in pages_of.values() for page in pages}
        articles = _grouped((group.get(a.span.page), a) for a in self.articles.values() if a.title)
        pages = _grouped((group.get(page), page) for page in self.pages)
        claims = _grouped((group[own[0]], claim) for claim, own in pages_of.items() if own)
        found = []
        for story in sorted({group[page] for page in told}):
            earliest = min(articles.get(story, ()), key=lambda a: (_published(a), a.id), default=None)
            found.append(
                contract.StoryItem(
                    id=f"story/{story}",
                    label=self.words(earliest.title) if earliest else "",
                    pages=pages.get(story, []),
                    claims=claims.get(story, []),
                )
            )
        return found

    def _pages(self, claim: Claim) -> list[str]:
        return sorted({_span(self.tellings[t]).page for t in (*claim.statements, *claim.events)})

    def timeline(self) -> list[contract.TimelineItem]:
        """Return one entry for every dated happening: a claim, with those that tell it in another number or in words
        within its own; of their tellings, the shortest is the label."""
        dated = {claim.id: claim for claim in self.links.claims if claim.when}
        stories = self.stories()
        story_of = {claim: story for story in stories for claim in story.claims}
        begun = self._begun(stories)
        root = closed([*((name, name) for name in dated), *self._one_happening(dated)])
        groups: dict[str, list[Claim]] = {}
        for name in sorted(dated):
            groups.setdefault(root[name], []).append(dated[name])
        entries = []
        for claims in groups.values():
            when = min((c.when for c in claims if c.when), key=lambda w: (w.last - w.first, w.first))
            spans = [_span(self.tellings[t]) for c in claims for t in (*c.events, *c.statements)]
            span = min(spans, key=lambda s: (s.end - s.start, s))
            story = story_of[claims[0].id]
            entries.append(
                contract.TimelineItem(
                    when=Days(**_dates(when)),
                    label=self.words(span),
                    place=_place(span),
                    claims=[claim.id for claim in claims],
                    story=story.id,
                    background=story.id in begun and when.last < begun[story.id] - BACKGROUND,
                )
            )
        return sorted(entries, key=lambda e: (e.when.first, e.when.last, e.claims))

    def _one_happening(self, dated: Mapping[str, Claim]) -> Iterator[tuple[str, str]]:
        """Yield pairs of claims of one happening: told with another number, or in words within the other's."""
        for conflict in self.links.conflicts:
            if conflict.about == "number" and conflict.left in dated and conflict.right in dated:
                a, b = dated[conflict.left].when, dated[conflict.right].when
                if a and b and a.first <= b.last and b.first <= a.last:
                    yield conflict.left, conflict.right
        on_page: dict[str, list[tuple[Span, Claim]]] = {}
        for claim in dated.values():
            for telling in (*claim.statements, *claim.events):
                span = _span(self.tellings[telling])
                on_page.setdefault(span.page, []).append((span, claim))
        for told in on_page.values():
            ordered = sorted(told, key=lambda item: (item[0].start, -item[0].end, item[1].id))
            for (outer, claim), (inner, other) in pairwise(ordered):
                if inner.within(outer) and claim.id != other.id and claim.when == other.when:
                    yield claim.id, other.id

    def _begun(self, stories: Iterable[contract.StoryItem]) -> dict[str, date]:
        """Return the day of the first article of each story that has a dated one."""
        story_of = {page: story.id for story in stories for page in story.pages}
        days = _grouped(
            (story_of[a.span.page], a.published[0].when.first)
            for a in self.articles.values()
            if a.published and a.span.page in story_of
        )
        return {story: min(told) for story, told in days.items()}


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _published(article: Article) -> str:
    return article.published[0].when.first.isoformat() if article.published else "9"


def _span(telling: Telling) -> Span:
    return telling.content if isinstance(telling, Statement) else telling.span


def _at(span: Span) -> _Where:
    return {"page": span.page, "start": span.start, "end": span.end}


def _range(span: Span) -> Range:
    return Range(start=span.start, end=span.end)


def _place(span: Span) -> Place:
    return Place(**_at(span))


def _why(why: Iterable[Why]) -> list[Reason]:
    return [Reason(rule=w.rule, rests_on=[_place(s) for s in w.rests_on], note=w.note) for w in why]


def _dates(when: When) -> _Dates:
    return {"first": when.first.isoformat(), "last": when.last.isoformat(), "grain": when.grain}


def _days(when: When | None) -> Days | None:
    return Days(**_dates(when)) if when else None


def _hop(hop: Hop, page: str) -> contract.HopItem:
    cue = _range(hop.cue) if hop.cue and hop.cue.page == page else None
    return contract.HopItem(name=hop.name, via=hop.via, kind=hop.kind, cue=cue)


def _origin(origin: Origin) -> contract.OriginItem:
    return contract.OriginItem(name=origin.name, disclosed=origin.disclosed, share=origin.share, why=_why(origin.why))


def _page(page: Page, analysis: Analysis | None) -> contract.PageItem:
    return contract.PageItem(
        id=page.id,
        source=page.sources[0],
        sources=list(page.sources),
        sha256=page.raw_sha256,
        text=page.text,
        language=analysis.language if analysis else "",
        note=analysis.note if analysis else "not analysed: see failures",
        url=page.url,
    )


def _time(time: TimeExpression) -> contract.TimeItem:
    first = time.readings[0] if time.readings else None
    when = first.when if first else None
    return contract.TimeItem(
        id=time.id,
        **_at(time.span),
        type=time.type,
        value=first.value if first else "",
        mod=time.mod,
        written=time.written,
        first=when.first.isoformat() if when else None,
        last=when.last.isoformat() if when else None,
        readings=[reading.value for reading in time.readings],
        why=_why((*time.why, *(first.why if first else ()))),
        edtf=edtf(first.value, when, approximate=time.mod == "APPROX") if first else "",
        anchor=time.anchor,
        quant=time.quant,
        freq=time.freq,
    )


def _claim(claim: Claim) -> contract.ClaimItem:
    return contract.ClaimItem(
        id=claim.id,
        statements=list(claim.statements),
        events=list(claim.events),
        origins=list(claim.origins),
        sources=list(claim.sources),
        not_counted=[contract.NotCountedItem(article=n.article, why=_why(n.why)) for n in claim.not_counted],
        when=_days(claim.when),
        why=_why(claim.why),
    )
