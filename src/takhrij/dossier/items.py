"""The items of a dossier that need nothing but one record and what its ids mean."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from takhrij import contract
from takhrij.dossier.references import at, dates, days, extent, reasons
from takhrij.edtf import edtf
from takhrij.records import (
    Analysis,
    Article,
    Claim,
    Event,
    Hop,
    Links,
    Mention,
    Origin,
    Page,
    Party,
    Span,
    Statement,
    TimeExpression,
)

Telling = Statement | Event


class View:
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
        self._named = {a.page: sorted(m.span for m in a.mentions if m.kind != "unnamed") for a in analyses}
        self._sentences = {a.page: sorted(s.span for s in a.sentences) for a in analyses}

    def words(self, span: Span | None) -> str:
        """Return the words at a span, on one line; "" where there is none."""
        return " ".join(self.pages[span.page].text[span.start : span.end].split()) if span else ""

    def named(self, span: Span) -> bool:
        """Whether anybody or anything is named within a span."""
        names = self._named[span.page]
        i = bisect_left(names, span.start, key=lambda name: name.start)
        return i < len(names) and names[i].end <= span.end

    def sentence(self, span: Span) -> Span:
        """Return the sentence that holds a span, without its full stop; the span itself where none does."""
        sentences = self._sentences[span.page]
        i = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        if i < 0 or not span.within(sentences[i]):
            return span
        words = self.pages[span.page].text[sentences[i].start : sentences[i].end]
        return replace(sentences[i], end=max(span.end, sentences[i].start + len(words.rstrip(" .\n"))))

    def article(self, article: Article, analysis: Analysis) -> contract.ArticleItem:
        """Return an article; `uncovered` are the sentences that no statement or event is of."""
        told = [s.content for s in analysis.statements if s.article == article.id]
        told += [e.span for e in analysis.events if e.article == article.id]
        body = [s.span for s in analysis.sentences if s.article == article.id]
        origin = self.links.origin_of.get(article.id)
        return contract.ArticleItem(
            id=article.id,
            **at(article.span),
            title=self.words(article.title),
            standfirst=self.words(article.standfirst),
            outlet=article.outlet,
            byline=self.words(article.byline),
            dateline=self.words(article.dateline),
            credits=[_hop(hop, article.span.page) for hop in article.credits],
            published=[contract.PublishedItem(**dates(p.when), why=reasons(p.why)) for p in article.published],
            sentences=len(body),
            uncovered=[extent(span) for span in body if not any(span.overlaps(t) for t in told)],
            why=reasons(article.why),
            origin=_origin(origin) if origin else None,
        )

    def entity(self, mention: str) -> str | None:
        """Return the entity that a mention names: its own, or the holder of the office that it names."""
        return self.links.holder_of.get(mention) or self.links.entity_of.get(mention)

    def mention(self, mention: Mention) -> contract.MentionItem:
        """Return a mention with its entity."""
        entity = self.entity(mention.id) or ""
        return contract.MentionItem(**at(mention.span), kind=mention.kind, entity=entity, why=reasons(mention.why))

    def statement(self, statement: Statement) -> contract.StatementItem:
        """Return a statement with its whole chain and its time."""
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
            cue=extent(statement.cue),
            content=extent(statement.content),
            quoted=statement.quoted,
            hedge=statement.hedge,
            time=time.id if time else None,
            when=days(time.readings[0].when) if time and time.readings else None,
            chain=[_hop(hop, page) for hop in hops],
            why=reasons((*statement.why, *(linked.why if linked else ()))),
        )

    def event(self, event: Event) -> contract.EventItem:
        """Return an event with its parties by name."""
        return contract.EventItem(
            id=event.id,
            article=event.article,
            **at(event.span),
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
            when=days(event.when),
            why=reasons(event.why),
            passing=event.passing,
        )

    def party(self, party: Party) -> contract.PartyItem:
        """Return a party under its entity's name."""
        entity = self.entity(party.mention)
        return contract.PartyItem(
            name=self.names.get(entity or "", party.name),
            kind=party.kind,
            entity=entity,
            state=party.state,
            sector=party.sector,
            span=extent(party.span) if party.span else None,
        )


def span_of(telling: Telling) -> Span:
    """Return what a telling tells: a statement's content, an event's words."""
    return telling.content if isinstance(telling, Statement) else telling.span


def _hop(hop: Hop, page: str) -> contract.HopItem:
    cue = extent(hop.cue) if hop.cue and hop.cue.page == page else None
    return contract.HopItem(name=hop.name, via=hop.via, kind=hop.kind, cue=cue)


def _origin(origin: Origin) -> contract.OriginItem:
    return contract.OriginItem(
        name=origin.name, disclosed=origin.disclosed, share=origin.share, why=reasons(origin.why)
    )


def page_item(page: Page, analysis: Analysis | None) -> contract.PageItem:
    """Return a page; without an analysis, its note says that it has none."""
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


def time_item(time: TimeExpression) -> contract.TimeItem:
    """Return a time expression with its best reading's value and days."""
    first = time.readings[0] if time.readings else None
    when = first.when if first else None
    return contract.TimeItem(
        id=time.id,
        **at(time.span),
        type=time.type,
        value=first.value if first else "",
        mod=time.mod,
        written=time.written,
        first=when.first.isoformat() if when else None,
        last=when.last.isoformat() if when else None,
        readings=[reading.value for reading in time.readings],
        why=reasons((*time.why, *(first.why if first else ()))),
        edtf=edtf(first.value, when, approximate=time.mod == "APPROX") if first else "",
        anchor=time.anchor,
        quant=time.quant,
        freq=time.freq,
    )


def claim_item(claim: Claim) -> contract.ClaimItem:
    """Return a claim."""
    return contract.ClaimItem(
        id=claim.id,
        statements=list(claim.statements),
        events=list(claim.events),
        origins=list(claim.origins),
        sources=list(claim.sources),
        not_counted=[contract.NotCountedItem(article=n.article, why=reasons(n.why)) for n in claim.not_counted],
        when=days(claim.when),
        why=reasons(claim.why),
    )
