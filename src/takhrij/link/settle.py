"""Applies to one page what another page fixes. Only `amending`, by people's rulings, rewrites a record too."""

from __future__ import annotations

from msgspec.structs import replace

from takhrij import anchoring
from takhrij.link.standing import is_ruled
from takhrij.records import Analysis, Article, Block, Links, Mask, Published, Span


def settle(analysis: Analysis, links: Links) -> Analysis:
    """Return `analysis` without what `links.masks` hide, with its articles dated by `links.anchors`.

    Times and events are resolved anew when a date changed.
    """
    if masks := links.masks.get(analysis.page):
        analysis = _masked(analysis, masks)
    return _dated(analysis, links) if any(a.id in links.anchors for a in analysis.articles) else analysis


def _masked(analysis: Analysis, masks: tuple[Mask, ...]) -> Analysis:
    """Drop what masked sentences told; a block with nothing else in it is chrome."""

    def mask_of(span: Span) -> Mask | None:
        return next((mask for mask in masks if span.overlaps(mask.span)), None)

    def shown(block: Block) -> Block:
        mask = mask_of(block.span) if block.kind == "body" else None
        if mask is None or any(sentence.span.within(block.span) for sentence in kept):
            return block
        return replace(block, kind="chrome", article="", why=(*mask.why, *block.why))

    kept = tuple(sentence for sentence in analysis.sentences if not mask_of(sentence.span))
    statements = tuple(statement for statement in analysis.statements if not mask_of(statement.content))
    told = {statement.id for statement in statements}
    return replace(
        analysis,
        blocks=tuple(shown(block) for block in analysis.blocks),
        sentences=kept,
        statements=statements,
        events=tuple(
            event if event.statement in told else replace(event, statement="")
            for event in analysis.events
            if not mask_of(event.span)
        ),
        tolls=tuple(
            toll if toll.statement in told else replace(toll, statement="")
            for toll in analysis.tolls
            if not mask_of(toll.span)
        ),
    )


def _dated(analysis: Analysis, links: Links) -> Analysis:
    def dated(article: Article) -> Article:
        anchor = links.anchors.get(article.id)
        if not anchor or is_ruled(article) or (article.published and article.published[0].when == anchor.when):
            return article
        published = Published(when=anchor.when, why=anchor.why)
        return replace(article, published=(published, *article.published))

    return anchoring.settled(replace(analysis, articles=tuple(dated(article) for article in analysis.articles)))
