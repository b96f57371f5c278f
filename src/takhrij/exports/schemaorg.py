"""Articles and claims as schema.org JSON-LD: `NewsArticle` and `Claim`, never a review or a verdict."""

from __future__ import annotations

from typing import Any

import msgspec

from takhrij.contract import ArticleItem, ClaimItem, Dossier, PageItem
from takhrij.exports._sheets import line

NAME = "claims.jsonld"


def write(dossier: Dossier) -> bytes:
    """Return one document: every article, and every claim with the articles where it appears and who says it."""
    pages = {page.id: page for page in dossier.pages}
    said = {s.id: (s.article, line(pages[s.page].text[s.content.start : s.content.end])) for s in dossier.statements}
    said.update((e.id, (e.article, line(pages[e.page].text[e.start : e.end]))) for e in dossier.events)
    graph = [_article(article, pages[article.page]) for article in dossier.articles]
    graph += [_claim(claim, said) for claim in dossier.claims]
    return msgspec.json.encode({"@context": "https://schema.org", "@graph": graph}) + b"\n"


def _article(article: ArticleItem, page: PageItem) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "NewsArticle", "@id": _id(article.id), "inLanguage": page.language or "ar"}
    if article.title:
        made["headline"] = article.title
    if article.outlet:
        made["publisher"] = {"@type": "NewsMediaOrganization", "name": article.outlet}
    best = article.published[0] if article.published else None
    if best:  # an interval in ISO 8601 where the day is not known
        made["datePublished"] = best.first if best.first == best.last else f"{best.first}/{best.last}"
    if page.url:
        made["url"] = page.url
    if article.credits:
        made["creditText"] = " ← ".join(hop.name for hop in article.credits)
    return made


def _claim(claim: ClaimItem, said: dict[str, tuple[str, str]]) -> dict[str, Any]:
    tellings = [said[t] for t in (*claim.events, *claim.statements)]
    made: dict[str, Any] = {
        "@type": "Claim",
        "@id": _id(claim.id),
        "text": min((words for _, words in tellings), key=lambda words: (len(words), words)),
        "appearance": [{"@id": _id(article)} for article in sorted({article for article, _ in tellings})],
    }
    if claim.sources:
        made["author"] = [{"@type": "Thing", "name": source} for source in claim.sources]
    return made


def _id(of: str) -> str:
    return f"urn:takhrij:{of}"
