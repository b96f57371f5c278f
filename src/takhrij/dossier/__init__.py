"""Analyses and links -> one dossier in the form that its readers were promised."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij import contract
from takhrij.dossier.items import View, claim_item, page_item, time_item
from takhrij.dossier.references import at, days, place, reasons
from takhrij.dossier.timeline import stories, timeline
from takhrij.records import Analysis, Failure, Links, Page


def make(
    pages: Sequence[Page], analyses: Sequence[Analysis], links: Links, failures: Sequence[Failure]
) -> contract.Dossier:
    """Return the dossier; its lists are in reading order: by page as in `pages`, then by place."""
    view = View(pages, analyses, links)
    told_apart = stories(view)
    by_page = {analysis.page: analysis for analysis in analyses}
    ordered = [by_page[page.id] for page in pages if page.id in by_page]
    return contract.Dossier(
        format=contract.FORMAT,
        pages=[page_item(page, by_page.get(page.id)) for page in pages],
        blocks=[
            contract.BlockItem(**at(b.span), kind=b.kind, article=b.article or None, why=reasons(b.why))
            for a in ordered
            for b in a.blocks
        ],
        articles=[view.article(article, a) for a in ordered for article in a.articles],
        times=[time_item(t) for a in ordered for t in a.times],
        entities=[
            contract.EntityItem(
                id=e.id, kind=e.kind, name=e.name, names=list(e.names), roles=list(e.roles), why=reasons(e.why)
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
                why=reasons(t.why),
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
                left=place(c.left), right=place(c.right), score=c.score, earlier=c.earlier or None, why=reasons(c.why)
            )
            for c in links.copies
        ],
        claims=[claim_item(c) for c in links.claims],
        conflicts=[
            contract.ConflictItem(
                left=c.left, right=c.right, about=c.about, spans=[place(s) for s in c.spans], why=reasons(c.why)
            )
            for c in links.conflicts
        ],
        positions=[
            contract.PositionItem(
                matter=p.matter,
                holder=p.holder,
                act=p.act,
                claims=list(p.claims),
                when=days(p.when),
                why=reasons(p.why),
            )
            for p in links.positions
        ],
        stories=told_apart,
        judgements=[
            contract.JudgementItem(
                ruling=r.judgement.ruling,
                target=r.left,
                other=r.right,
                note=r.judgement.note,
                by=r.judgement.by,
                at=r.judgement.at,
                status=r.status,
                places=[place(span) for span in (r.judgement.left, r.judgement.right) if span],
                value=r.judgement.value,
                quotes=[r.judgement.left_quote, r.judgement.right_quote][: 2 if r.judgement.right else 1],
            )
            for r in links.ruled
        ],
        failures=[
            contract.FailureItem(source=f.source, stage=f.stage, error=f.error, cure=f.cure)
            for f in sorted(failures, key=lambda f: (f.source, f.stage))
        ],
        timeline=timeline(view, told_apart),
    )
