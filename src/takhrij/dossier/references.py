"""Spans, reasons and times in the form that a dossier's items have them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from takhrij.contract import Days, Place, Range, Reason
from takhrij.records import Span, When, Why


class Where(TypedDict):
    """The page and offsets of a span, among the other fields of an item."""

    page: str
    start: int
    end: int


class Dates(TypedDict):
    """The days and grain of a time, among the other fields of an item."""

    first: str
    last: str
    grain: str


def at(span: Span) -> Where:
    """Return the page and offsets of a span, to be spread over an item."""
    return {"page": span.page, "start": span.start, "end": span.end}


def extent(span: Span) -> Range:
    """Return the offsets of a span within its page."""
    return Range(start=span.start, end=span.end)


def place(span: Span) -> Place:
    """Return a span."""
    return Place(**at(span))


def reasons(why: Iterable[Why]) -> list[Reason]:
    """Return why a record was inferred, in the order given."""
    return [Reason(rule=w.rule, rests_on=[place(s) for s in w.rests_on], note=w.note) for w in why]


def dates(when: When) -> Dates:
    """Return the days and grain of a time, to be spread over an item."""
    return {"first": when.first.isoformat(), "last": when.last.isoformat(), "grain": when.grain}


def days(when: When | None) -> Days | None:
    """Return a time, None where there is none."""
    return Days(**dates(when)) if when else None
