"""The time line as TimelineJS reads it (timeline.knightlab.com), each entry with its chain's ends.

TimelineJS puts text on the screen as HTML, so all words of pages are escaped.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import msgspec

from takhrij.contract import Dossier

NAME = "timeline.json"
LANGUAGES: Final = ("en", "ar")
"""The languages of labels; the words of pages stay as they are."""
_WORDS: Final = {
    "en": {"origins": "Independent origins", "sources": "Sources"},
    "ar": {"origins": "الأصول المستقلة", "sources": "القائلون"},
}


def write(dossier: Dossier, language: str = LANGUAGES[0]) -> bytes:
    """Return the JSON: an event for every entry of the time line, an interval where the day is not known.

    Below an entry's words stand its most told claim's origins and the sources of all, labelled in one of `LANGUAGES`.
    """
    claims = {claim.id: claim for claim in dossier.claims}
    articles = {article.page: article for article in reversed(dossier.articles)}
    events: list[dict[str, Any]] = []
    for number, entry in enumerate(dossier.timeline):
        told = [claims[claim] for claim in entry.claims if claim in claims]
        ends = {
            "origins": {origin for claim in told[:1] for origin in claim.origins},
            "sources": {source for claim in told for source in claim.sources},
        }
        article = articles.get(entry.place.page)
        about = [_named(_WORDS[language][what], names) for what, names in ends.items() if names]
        event: dict[str, Any] = {
            "unique_id": f"entry-{number}",
            "start_date": _day(entry.when.first),
            "text": {"headline": _text(entry.label), "text": "<br>".join(about)},
            "group": _text(article.outlet) if article else "",
        }
        if entry.when.last != entry.when.first:
            event["end_date"] = _day(entry.when.last)
        events.append(event)
    return msgspec.json.encode({"scale": "human", "events": events}) + b"\n"


def _named(what: str, names: Iterable[str]) -> str:
    listed = sorted(names)
    return f"<b>{what}</b> ({len(listed)}): {_text(' · '.join(listed))}"


def _day(day: str) -> dict[str, int]:
    told = date.fromisoformat(day)
    return {"year": told.year, "month": told.month, "day": told.day}


def _text(words: str) -> str:
    return html.escape(words)
