"""Events as PLOVER JSON Lines: a record a line, by the field names of the manual's draft 2.0, with spans.

Fields that the manual does not name stand under `takhrij`. Spans are half-open, in code points of the page's `text`
in `dossier.json`. A date that is not known is null: nothing is dated by its page.
"""

from __future__ import annotations

from typing import Any

import msgspec

from takhrij.contract import Dossier, PartyItem
from takhrij.exports._coded import CLASSES, MODES, Coded, coded, contexts, country, size

NAME = "events.plover.jsonl"


def write(dossier: Dossier) -> bytes:
    """Return a record for every event of PLOVER's sixteen classes, in the dossier's order, as UTF-8 JSON Lines."""
    return b"".join(msgspec.json.encode(_record(item)) + b"\n" for item in coded(dossier))


def _record(item: Coded) -> dict[str, Any]:
    event, page = item.event, item.page
    return {
        "id": event.id,
        "has_event": True,
        "date": event.when.first if event.when else None,
        "enddate": event.when.last if event.when else None,
        "actor": [_entity(party) for party in event.actor_details],
        "recipient": [_entity(party) for party in event.target_details],
        "event": [event.type],
        "event_loc": {"extracted_place": event.place} if event.place else None,
        "event_text": [item.words],
        "quad_code": CLASSES[event.type],
        "mode": [event.mode] if event.mode in MODES else [],
        "context": contexts(item),
        "size": {
            name: count.value
            for name, of in (("dead", "killed"), ("injured", "wounded"), ("arrested", "held"))
            if (count := size(event, of)) is not None
        },
        "link": item.claim.id if item.claim else None,
        "text_info": {"start": event.start, "end": event.end},
        "cite_info": {
            "url": page.url or page.source,
            "title": item.article.title if item.article else "",
            "language": page.language,
            "publication": item.article.outlet if item.article else "",
            "coder": "takhrij",
            "codebook": "plover-2.0-draft",
        },
        "takhrij": {
            "page": page.id,
            "article": event.article,
            "statement": event.statement,
            "status": event.status,
            "mode": event.mode,
            "passing": event.passing,
            "grain": event.when.grain if event.when else None,
            "published": item.published or None,
            "trigger": {"start": item.trigger.start, "end": item.trigger.end},
            "time": {"start": item.time.start, "end": item.time.end} if item.time else None,
            "counts": [
                {"value": c.value, "of": c.of, "mod": c.mod, "start": c.start, "end": c.end} for c in event.counts
            ],
            "origins": item.origins,
        },
    }


def _entity(party: PartyItem) -> dict[str, Any]:
    return {
        "code": country(party),
        "sector": party.sector,
        "entity_text": party.name,
        "identifier_id": party.entity,
        "start": party.span.start if party.span else None,
        "end": party.span.end if party.span else None,
    }
