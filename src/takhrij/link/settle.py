"""Applies to one page what another page fixes. Nothing else rewrites a record."""

from __future__ import annotations

from msgspec.structs import replace

from takhrij import timex
from takhrij.records import Analysis, Links, Published


def settle(analysis: Analysis, links: Links) -> Analysis:
    """Return `analysis` with its articles dated by `links.anchors`, and its times and events resolved anew."""
    if not any(article.id in links.anchors for article in analysis.articles):
        return analysis
    articles = []
    for article in analysis.articles:
        anchor = links.anchors.get(article.id)
        if anchor:
            published = Published(when=anchor.when, why=anchor.why)
            article = replace(article, published=(published, *article.published))
        articles.append(article)
    return timex.settled(replace(analysis, articles=tuple(articles)))
