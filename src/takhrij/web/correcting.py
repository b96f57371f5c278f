"""Forms for what is wrong at a place of a page, or with a person. No choice needs a script or a mouse."""

from __future__ import annotations

from typing import Any, Final

from litestar import Request, get
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery
from litestar.response import Template

from takhrij import judgements
from takhrij.contract import ArticleItem, StatementItem, TimeItem
from takhrij.store import contexts, views
from takhrij.store.database import opened
from takhrij.web.given import Case
from takhrij.web.site import article_place, shown

SPEAKERS: Final = ("person", "organization", "state", "outlet", "office")
_LINE: Final = 90
"""Characters of a line that a list of lines shows."""
_QUOTE: Final = 2_000
"""Characters of a selection that are looked for."""


@get("/correct", sync_to_thread=True)
def place(
    request: Request[Any, Any, Any],
    case: Case,
    at: FromQuery[str] = "",
    quote: FromQuery[str] = "",
    named: FromQuery[str] = "",
) -> Template:
    """Show what was read at a place of a page, and a form for each thing that may be wrong there.

    `quote` are the words that a reader selected: the place is where they stand nearest to `at`. `named` looks for the
    right speaker.
    """
    span = judgements.place(at)
    with opened(case, readonly=True) as database:
        page = views.reading(database, span.page) if span else None
        if span is None or page is None:
            raise NotFoundException(at)
        start, end = judgements.near(page.text, quote[:_QUOTE], span.start, span.end) or (span.start, span.end)
        context = contexts.around(database, page.id, start, end)
        people = contexts.people(database, named, SPEAKERS) if named else []
    if context is None:
        raise NotFoundException(at)
    around = (a for a in page.articles if a.start <= start < a.end)
    article = min(around, key=lambda a: a.end - a.start, default=None)  # one may stand within another
    return shown(
        request,
        "correct",
        page=page,
        context=context,
        at=f"{page.id}:{start}-{end}",
        named=named,
        people=people,
        article=article,
        article_at=article_place(page, article) if article else "",
        neighbours=[(article_place(page, a), a) for a in page.articles if a is not article] if article else [],
        lines=_lines(page, article),
        statements=_statements(page, start, end),
        times=_times(page, start, end),
    )


@get("/correct/person", sync_to_thread=True)
def person(
    request: Request[Any, Any, Any],
    case: Case,
    entity: FromQuery[str] = "",
    named: FromQuery[str] = "",
    first: FromQuery[int] = 0,
) -> Template:
    """Show whom somebody may be one with, found by name, and the places of which one may name another."""
    with opened(case, readonly=True) as database:
        one = contexts.someone(database, entity)
        if one is None or not one.place:
            raise NotFoundException(entity)
        people = contexts.people(database, named, (one.item.kind,), without=entity) if named else []
        places = contexts.named(database, entity, max(first, 0), views.PER_PAGE)
    return shown(request, "person", one=one, named=named, people=people, places=places)


def _lines(page: views.Reading, article: ArticleItem | None) -> list[tuple[str, str]]:
    """Return the lines of an article with which another may begin, place and first words. Text is on both sides."""
    text = [b.start for b in page.blocks if article and b.article == article.id and b.kind == "body"]
    blocks = [b for b in page.blocks if text and text[0] < b.start <= text[-1]]
    told = ((b, " ".join(page.text[b.start : b.end].split())) for b in blocks)
    return [(f"{page.id}:{b.start}-{b.end}", words[:_LINE]) for b, words in told if words]


def _statements(page: views.Reading, start: int, end: int) -> list[StatementItem]:
    """Return the statements whose words a place touches; of one within another the inner first."""
    found = [s for s in page.statements if s.content.start < end and start < s.content.end]
    whole = [s for s in found if (s.content.start, s.content.end) == (start, end)]
    return whole or sorted(found, key=lambda s: s.content.end - s.content.start)[:5]


def _times(page: views.Reading, start: int, end: int) -> list[TimeItem]:
    """Return the times that a place holds, or that hold it."""
    found = [
        t
        for t in page.times
        if t.first and ((start <= t.start and t.end <= end) or (t.start <= start and end <= t.end))
    ]
    return found[:5]


HANDLERS: Final = [place, person]
