"""The time line as TimelineJS reads it (timeline.knightlab.com), each entry with its chain's ends.

TimelineJS puts text on the screen as HTML, so all words of pages are escaped.
"""

from __future__ import annotations

import html
from datetime import date
from typing import Any

import msgspec

from takhrij.contract import Dossier

NAME = "timeline.json"


def write(dossier: Dossier) -> bytes:
    """Return the JSON: an event for every entry of the time line, an interval where the day is not known."""
    claims = {claim.id: claim for claim in dossier.claims}
    titles = {article.page: article for article in reversed(dossier.articles)}
    events: list[dict[str, Any]] = []
    for number, entry in enumerate(dossier.timeline):
        told = [claims[claim] for claim in entry.claims if claim in claims]
        origins = sorted({origin for claim in told for origin in claim.origins})
        sources = sorted({source for claim in told for source in claim.sources})
        article = titles.get(entry.place.page)
        about = [
            f"<b>{len(origins)}</b>: {_text(', '.join(origins))}",
            f"<b>{len(sources)}</b>: {_text(', '.join(sources))}",
        ]
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


def _day(day: str) -> dict[str, int]:
    told = date.fromisoformat(day)
    return {"year": told.year, "month": told.month, "day": told.day}


def _text(words: str) -> str:
    return html.escape(words)
