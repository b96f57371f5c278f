"""What a person rules: kept for ever, applied by an update that begins at once, taken back by another ruling."""

from __future__ import annotations

from datetime import UTC, datetime
from sqlite3 import Connection
from typing import Annotated, Any, Final
from urllib.parse import quote

import msgspec
from litestar import Request, get, post
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.exceptions import ValidationException
from litestar.params import Body
from litestar.response import Redirect, Template
from msgspec.structs import replace

from takhrij import casework, judgements
from takhrij.errors import InputError
from takhrij.records import Judgement, Rulings, Span
from takhrij.store import contexts, views
from takhrij.store.database import opened
from takhrij.store.judgements import quoted
from takhrij.web.given import Case, Working
from takhrij.web.site import ME, shown

_MOST: Final = 500
"""Characters that a form's words may have."""


class Ruling(msgspec.Struct, frozen=True):
    """A form: places as PAGE:START-END, `right` where the ruling needs a second one.

    `speaker` is a place that names him, or "unknown", or "other": then `value` is a name as typed. `all`: no passage
    that the two pages share is a copy.
    """

    ruling: Rulings
    left: str
    right: str = ""
    value: str = ""
    note: str = ""
    by: str = ""
    speaker: str = ""
    all: str = ""


class Withdrawal(msgspec.Struct, frozen=True):
    """A form: the number of a judgement, from 1 in the order made."""

    number: int
    by: str = ""


@get("/judgements", sync_to_thread=True)
def listed(request: Request[Any, Any, Any], case: Case, work: Working) -> Template:
    """Show every ruling and what became of it; those that no update has seen yet wait."""
    with opened(case, readonly=True) as database:
        ruled = views.rulings(database)
    waiting = list(enumerate(casework.judged(case), 1))[len(ruled) :]
    return shown(request, "judgements", ruled=list(enumerate(ruled, 1)), waiting=waiting, work=work.told())


@post("/judgements/new", sync_to_thread=True)
def rule(
    case: Case, work: Working, data: Annotated[Ruling, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Redirect:
    """Keep a ruling, and begin to apply it."""
    right = data.right
    value = data.value.strip()
    if data.ruling == "not said by" and data.speaker:
        right = "" if data.speaker in {"unknown", "other"} else data.speaker
        value = value if data.speaker == "other" else ""
        if data.speaker == "other" and not value:  # which would say that nobody knows who
            raise ValidationException("no name: write who said it, or choose that nobody is known")
    left_span = judgements.place(data.left)
    right_span = judgements.place(right) if right else None
    if left_span is None or (right and right_span is None) or data.ruling == "withdrawn":
        raise ValidationException(f"no such place: {data.left} {right}")
    made = Judgement(
        ruling=data.ruling,
        left=left_span,
        right=right_span,
        value=value[:_MOST],
        note=data.note.strip()[:_MOST],
        by=data.by.strip()[:_MOST],
    )
    try:
        with opened(case, readonly=True) as database:
            ruled = [quoted(database, judgements.checked(one)) for one in _several(database, made, data)]
    except InputError as error:
        raise ValidationException(f"{error}. {error.cure}") from error
    return _kept(case, work, ruled)


def _several(database: Connection, made: Judgement, data: Ruling) -> list[Judgement]:
    """Return the ruling, or one a passage where all that two pages share are no copies."""
    if data.ruling != "not a copy" or not data.all or made.right is None:
        return [made]
    shared = contexts.passages(database, made.left.page, made.right.page)
    sides = [
        tuple(Span(page=side.page, start=side.start, end=side.end) for side in (copy.left, copy.right))
        for copy in shared
    ]
    return [replace(made, left=left, right=right) for left, right in sides] or [made]


@post("/judgements/withdraw", sync_to_thread=True)
def withdraw(
    case: Case, work: Working, data: Annotated[Withdrawal, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Redirect:
    """Take a ruling back."""
    try:
        made = casework.taken_back(case, data.number)
    except InputError as error:
        raise ValidationException(f"{error}. {error.cure}") from error
    return _kept(case, work, [replace(made, by=data.by.strip()[:_MOST])])


def _kept(case: Case, work: Working, made: list[Judgement]) -> Redirect:
    casework.rule(case, made, _now())
    work.update()
    cookie = Cookie(key=ME, value=quote(made[0].by), samesite="strict", httponly=True, path="/", max_age=31_536_000)
    return Redirect("/judgements", status_code=303, cookies=[cookie])


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


HANDLERS: Final = [listed, rule, withdraw]
