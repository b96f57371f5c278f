"""The views: each reads what it shows from the case, and a template puts it on the screen."""

from __future__ import annotations

import traceback
from collections import Counter, defaultdict
from functools import partial
from itertools import groupby
from sqlite3 import Connection
from typing import Annotated, Any, Final, cast, get_args
from urllib.parse import unquote, urlsplit

from litestar import Request, Response, get
from litestar.datastructures import Cookie
from litestar.exceptions import HTTPException, NotFoundException
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect, Template

from takhrij import casework
from takhrij.contract import ArticleItem, CopyItem, TenureItem
from takhrij.errors import CaseError, TakhrijError
from takhrij.faults import said
from takhrij.records import Page
from takhrij.store import contexts, history, views
from takhrij.store.database import opened
from takhrij.store.searching import Hit, Kind, Order, Wanted
from takhrij.text import fold_text, fold_words
from takhrij.web import layers, templates
from takhrij.web.given import Case, Finding
from takhrij.web.reasons import Reasons
from takhrij.web.templates import LANGUAGES

_LANGUAGE: Final = "language"
_HEADLINE: Final = 2_000
"""Characters of the line that stands for an article."""
_RUNS: Final = 20
"""Updates that can be chosen to see what came after them."""
_UNABLE: Final = 503
"""What HTTP says of a case that cannot be written or read just now, which is no defect."""
ME: Final = "judge"
"""The cookie with the name that a person judged under last."""


def shown(request: Request[Any, Any, Any], name: str, answer: int = 200, **values: object) -> Template:
    """Return a view in the language that the reader chose, Arabic before any choice."""
    language = _language(request)
    here = request.url.path + (f"?{request.url.query}" if request.url.query and request.method == "GET" else "")
    words = templates.words(language)
    context = {
        "t": words,
        "language": language,
        "here": here,
        "view": name,
        "reasons": Reasons(language, words),
        "said": partial(said, language=language),
        "me": unquote(request.cookies.get(ME, "")),
        **values,
    }
    return Template(f"{name}.html", status_code=answer, context=context)


def words_in(request: Request[Any, Any, Any]) -> dict[str, str]:
    """Return the words of the interface in the reader's language."""
    return templates.words(_language(request))


def _language(request: Request[Any, Any, Any]) -> str:
    chosen = request.cookies.get(_LANGUAGE, LANGUAGES[0])
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


@get("/", sync_to_thread=True)
def timeline(
    request: Request[Any, Any, Any],
    case: Case,
    story: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    first: FromQuery[int] = 0,
) -> Template:
    """Show the time line of the story."""
    with opened(case, readonly=True) as database:
        entries = views.timeline(database, story=story, since=since, until=until, first=max(first, 0))
        stories = views.stories(database)
        years = views.years(database)
    return shown(
        request,
        "timeline",
        entries=entries,
        years=years,
        stories=stories,
        asked={"story": story, "since": since, "until": until},
        status=casework.status(case),
    )


@get("/entities", sync_to_thread=True)
def entities(
    request: Request[Any, Any, Any],
    case: Case,
    kind: FromQuery[str] = "person",
    named: FromQuery[str] = "",
    first: FromQuery[int] = 0,
) -> Template:
    """List persons, organisations, states, outlets; and who held which office when."""
    with opened(case, readonly=True) as database:
        found = views.entities(database, kind=kind, named=named, first=max(first, 0))
        tenures = views.tenures(database) if kind == "office" else []
    asked = {"kind": kind, "named": named}
    offices = _by_office(tenures, fold_words(named))
    begin = min(max(first, 0), max(len(offices), found.total))
    part = views.Slice(offices[begin : begin + views.PER_PAGE], begin, len(offices))
    return shown(request, "entities", found=found, asked=asked, kinds=get_args(views.Kind), offices=part)


def _by_office(tenures: list[TenureItem], words: list[str]) -> list[tuple[str, list[TenureItem]]]:
    """Return offices with their holders, the earliest first; only those that the words of a name fit, if any."""
    held: defaultdict[str, list[TenureItem]] = defaultdict(list)
    for tenure in tenures:
        held[tenure.office].append(tenure)
    return [
        (office, sorted(several, key=lambda one: (one.first or one.last or "", one.holder)))
        for office, several in sorted(held.items())
        if all(any(word in fold_text(name) for name in (office, *(one.holder for one in several))) for word in words)
    ]


@get("/entities/{wanted:path}", sync_to_thread=True)
def entity(
    request: Request[Any, Any, Any],
    case: Case,
    wanted: FromPath[str],
    first: FromQuery[int] = 0,
    places: FromQuery[int] = 0,
) -> Template:
    """Show one of them over time: names, roles, offices, statements; and where it is named, from `places` on."""
    with opened(case, readonly=True) as database:
        found = views.entity(database, wanted.lstrip("/"))
        if found is None:
            raise NotFoundException(wanted)
        said = views.said_by(database, found.id, max(first, 0))
        tenures = views.tenures(database, holders=(found.name, *found.names))
        named = contexts.named(database, found.id, max(places, 0), contexts.SHOWN)
    return shown(request, "entity", entity=found, said=said, tenures=tenures, named=named, named_most=contexts.SHOWN)


@get("/copies", sync_to_thread=True)
def copies(request: Request[Any, Any, Any], case: Case, first: FromQuery[int] = 0) -> Template:
    """List passages that two pages share."""
    with opened(case, readonly=True) as database:
        found = views.copied_pages(database, max(first, 0))
        rows = [(row, [_headed(database, one) for one in _holders(database, row.item)]) for row in found.rows]
    return shown(request, "copies", found=found, rows=rows)


def _headed(database: Connection, article: ArticleItem | None) -> tuple[ArticleItem | None, str]:
    """Return an article with its title, or the words that it begins with."""
    return article, (article.title or contexts.opening(database, article)) if article else ""


def _holders(database: Connection, copy: CopyItem) -> list[ArticleItem | None]:
    """Return the articles in which both passages of a copy stand."""
    return [contexts.holding(database, side.page, side.start) for side in (copy.left, copy.right)]


@get("/copies/{place:int}", sync_to_thread=True)
def copy(request: Request[Any, Any, Any], case: Case, place: FromPath[int]) -> Template:
    """Show two passages side by side with their common words lit."""
    with opened(case, readonly=True) as database:
        found = views.copy(database, place)
        left = views.reading(database, found.item.left.page) if found else None
        right = views.reading(database, found.item.right.page) if found else None
        shared = contexts.passages(database, found.item.left.page, found.item.right.page) if found else []
        articles = _holders(database, found.item) if found else []
    if found is None or left is None or right is None:
        raise NotFoundException(str(place))
    sides = layers.side_by_side(
        left.text[found.item.left.start : found.item.left.end],
        right.text[found.item.right.start : found.item.right.end],
    )
    return shown(request, "copy", copy=found, pages=(left, right), sides=sides, shared=len(shared), articles=articles)


@get("/pages", sync_to_thread=True)
def pages(
    request: Request[Any, Any, Any],
    case: Case,
    named: FromQuery[str] = "",
    order: FromQuery[str] = "source",
    first: FromQuery[int] = 0,
) -> Template:
    """List the pages."""
    sort = cast("views.PageOrder", order) if order in get_args(views.PageOrder) else "source"
    with opened(case, readonly=True) as database:
        found = views.listed(database, named=named, order=sort, first=max(first, 0))
        rows = [(one, [_headed(database, article) for article in one.articles]) for one in found.rows]
    asked = {"named": named, "order": sort}
    return shown(request, "pages", found=found, rows=rows, asked=asked, orders=get_args(views.PageOrder))


@get("/pages/{wanted:str}", sync_to_thread=True)
def page(request: Request[Any, Any, Any], case: Case, wanted: FromPath[str], lit: FromQuery[str] = "") -> Template:
    """Show a page with every layer over its original text; `lit` are characters to see, as 10-20."""
    with opened(case, readonly=True) as database:
        found = views.reading(database, wanted)
        title = _headed(database, found.articles[0])[1] if found and found.articles else ""
    if found is None:
        raise NotFoundException(wanted)
    start, _, end = lit.partition("-")
    span = (int(start), int(end)) if len(lit) < 40 and start.isdecimal() and end.isdecimal() else None
    articles = [(article, article_place(found, article)) for article in found.articles]
    pieces = layers.of_page(found, words_in(request), span)
    return shown(
        request,
        "page",
        page=found,
        title=title or found.source,
        articles=articles,
        pieces=pieces,
        layers=layers.LAYERS,
    )


def article_place(page: views.Reading, article: ArticleItem) -> str:
    """Return the place of an article's headline; where it has none, of its first line."""
    own = [b for b in page.blocks if b.article == article.id]
    line = next((b for b in own if b.kind == "title"), own[0] if own else None)
    start, end = (line.start, line.end) if line else (article.start, article.end)
    return f"{page.id}:{start}-{min(end, start + _HEADLINE)}"


@get("/search", sync_to_thread=True)
def search(  # noqa: PLR0913, PLR0917 - what may be asked for
    request: Request[Any, Any, Any],
    find: Finding,
    words: Annotated[str, QueryParameter(name="query")] = "",  # `query` itself is Litestar's
    kind: FromQuery[str] = "",
    speaker: FromQuery[str] = "",
    outlet: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    order: FromQuery[str] = "best",
    first: FromQuery[int] = 0,
) -> Template:
    """Find words in any spelling and with any clitic."""
    kinds = (cast("Kind", kind),) if kind in get_args(Kind) else ()
    sort = cast("Order", order) if order in get_args(Order) else "best"
    begin = min(max(first, 0), views.MOST)
    wanted = Wanted(words, kinds, speaker, outlet, since, until, views.PER_PAGE, sort, begin)
    error = ""
    found: views.Slice[Any] = views.Slice([], begin, 0)
    if words:
        try:
            hits, total = find(wanted)
            found = views.Slice([(hit, _pieces(hit, p)) for hit, p in hits], begin, total)
        except CaseError as problem:
            error = problem.cure
    asked = {"query": words, "kind": kind, "speaker": speaker, "outlet": outlet, "since": since, "until": until}
    return shown(
        request,
        "search",
        asked={**asked, "order": sort},
        found=found,
        error=error,
        kinds=get_args(Kind),
        orders=get_args(Order),
    )


def _pieces(hit: Hit, page: Page) -> list[layers.Piece]:
    """Return the sentence of a hit in pieces: its own words, and in them those that were asked for."""
    lit = [layers.Layer(*mark, "lit") for mark in hit.lit]
    own = [layers.Layer(hit.start, hit.end, "own")]
    return list(layers.pieces(page.text, *hit.around, [*own, *lit]))


@get("/changes", sync_to_thread=True)
def changes(
    request: Request[Any, Any, Any],
    case: Case,
    since: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    first: FromQuery[int] = 0,
) -> Template:
    """Show what the last update changed, or all since a run or a day; `kind`: only changes of this kind."""
    status = casework.status(case)
    error = ""
    try:
        found = casework.diff(case, since or str(max(status.run - 1, 0)))
    except CaseError as problem:
        found, error = [], problem.cure
    counts = Counter(change.kind for change in found)
    found = [change for change in found if kind in ("", change.kind)]
    begin = min(max(first, 0), len(found))
    part = views.Slice(found[begin : begin + views.PER_PAGE], begin, len(found))
    by_run = [(run, list(several)) for run, several in groupby(part.rows, key=lambda one: (one.run, one.at))]
    with opened(case, readonly=True) as database:
        runs = history.runs(database, _RUNS)
    asked = {"since": since, "kind": kind}
    return shown(request, "changes", found=part, by_run=by_run, counts=counts, runs=runs, asked=asked, error=error)


@get("/language/{language:str}", sync_to_thread=True)
def choose(request: Request[Any, Any, Any], language: FromPath[str]) -> Redirect:
    """Keep the reader's language, and lead back to where it was chosen."""
    if language not in LANGUAGES:
        raise NotFoundException(language)
    try:
        back = urlsplit(request.query_params.get("back", "/"))
    except ValueError:  # brackets that do not close
        back = urlsplit("/")
    cookie = Cookie(key=_LANGUAGE, value=language, samesite="strict", httponly=True, path="/", max_age=31_536_000)
    return Redirect(_inside(back.path) + (f"?{back.query}" if back.query else ""), cookies=[cookie])


def _inside(path: str) -> str:
    """Return a path of this server; // would be another's."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


def failed(request: Request[Any, Any, Any], error: Exception) -> Response[Any] | Template:
    """Answer with a page that says what is wrong, and to programs with JSON. A defect is told, not shown."""
    if isinstance(error, HTTPException):
        status, detail = error.status_code, error.detail
    elif isinstance(error, TakhrijError):
        status, detail = _UNABLE, f"{error}. {error.cure}"
    else:
        status, detail = 500, "A defect of takhrij: please report what its terminal says."
        traceback.print_exception(error)
    if request.url.path.startswith("/api"):
        return Response({"error": detail, "status": status}, status_code=status)
    return shown(request, "error", status, detail=detail, code=status)


ERRORS: Final[dict[Any, Any]] = {HTTPException: failed, TakhrijError: failed, Exception: failed}
HANDLERS: Final = [
    timeline,
    entities,
    entity,
    copies,
    copy,
    pages,
    page,
    search,
    changes,
    choose,
]
