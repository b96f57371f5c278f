"""What is told, who tells it, what it conflicts with, and who takes which position."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any, Final

from litestar import Request, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from takhrij.contract import ArticleItem
from takhrij.store import contexts, views
from takhrij.store.database import opened
from takhrij.web.given import Case
from takhrij.web.site import shown


@get("/claims/{wanted:path}", sync_to_thread=True)
def claim(request: Request[Any, Any, Any], case: Case, wanted: FromPath[str]) -> Template:
    """Show a claim: who tells it, through whom, and what it conflicts with."""
    with opened(case, readonly=True) as database:
        found = views.claim(database, wanted.lstrip("/"))
        if found is None:
            raise NotFoundException(wanted)
        left_out = contexts.articles(database, (one.article for one in found.item.not_counted))
        pages = {telling.article.page for telling in found.tellings}
        copies = {a.id: contexts.copy_of(database, a.page, pages - {a.page}) for a in left_out.values()}
        clashes = [(clash, _sides(database, clash)) for clash in found.conflicts]
    articles = {telling.article.id: telling.article for telling in found.tellings}
    return shown(
        request,
        "claim",
        claim=found,
        tellings=sorted(found.tellings, key=_day),
        earliest=_earliest(articles.values()),
        undated=sum(not article.published for article in articles.values()),
        left_out=left_out,
        copies=copies,
        clashes=clashes,
    )


_NEVER: Final = "9999"
"""Sorts behind every day."""


def _day(telling: views.Telling) -> tuple[str, str, str]:
    """Return what orders tellings: the day of the article, at last those without one; then their places."""
    best = telling.article.published[0] if telling.article.published else None
    return (best.first, best.last, telling.item.id) if best else (_NEVER, _NEVER, telling.item.id)


def _earliest(articles: Iterable[ArticleItem]) -> list[ArticleItem]:
    """Return the articles that may be the first by date: whose days begin before any other's are over."""
    dated = sorted((a for a in articles if a.published), key=lambda a: (a.published[0].first, a.id))
    end = min((a.published[0].last for a in dated), default="")
    return [a for a in dated if a.published[0].first <= end]


def _sides(database: Connection, clash: views.Clash) -> list[tuple[str, list[str], contexts.Context | None]]:
    """Return both claims of a conflict, each with who says it and the words that conflict in their sentence."""
    claims = (clash.item.left, clash.item.right)
    return [
        (c, contexts.sources_of(database, c), contexts.around(database, s.page, s.start, s.end))
        for c, s in zip(claims, clash.item.spans, strict=True)
    ]


@get("/tellings/{wanted:path}", sync_to_thread=True)
def telling(case: Case, wanted: FromPath[str]) -> Redirect:
    """Lead to the claim that a statement or event tells."""
    with opened(case, readonly=True) as database:
        found = views.claim_of(database, wanted.lstrip("/"))
    if not found:
        raise NotFoundException(wanted)
    return Redirect(f"/claims/{found}#{wanted.lstrip('/')}")


@get("/positions", sync_to_thread=True)
def positions(request: Request[Any, Any, Any], case: Case, first: FromQuery[int] = 0) -> Template:
    """Show who demands, offers and refuses what."""
    with opened(case, readonly=True) as database:
        matters: dict[str, list[Any]] = {}
        for position in views.positions(database):
            matters.setdefault(position.matter, []).append(position)
        begin = min(max(first, 0), len(matters))
        part = list(matters.items())[begin : begin + views.PER_PAGE]
        words = contexts.words_of(database, (c for _, rows in part for position in rows for c in position.claims))
    return shown(request, "positions", found=views.Slice(part, begin, len(matters)), words=words)


@get("/conflicts", sync_to_thread=True)
def conflicts(
    request: Request[Any, Any, Any], case: Case, about: FromQuery[str] = "", first: FromQuery[int] = 0
) -> Template:
    """Show what cannot both be so."""
    with opened(case, readonly=True) as database:
        found = views.conflicts(database, about=about, first=max(first, 0))
        clashes = [(clash, _sides(database, clash)) for clash in found.rows]
    return shown(request, "conflicts", found=found, clashes=clashes, asked={"about": about})


HANDLERS: Final = [claim, telling, positions, conflicts]
