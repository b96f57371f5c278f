"""Statements and events as W3C Web Annotations, each with a position and a quote that find its words again."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from takhrij.contract import HIDDEN, Dossier, PageItem
from takhrij.exports._sheets import chain

NAME = "annotations.jsonld"
AROUND: Final = 32
"""Characters of the page before and behind the words, by which a reader finds them in a changed page."""


def write(dossier: Dossier) -> bytes:
    """Return an annotation collection's page with all annotations, in the dossier's order."""
    pages = {page.id: page for page in dossier.pages}
    items = [
        _annotation(s.id, pages[s.page], (s.content.start, s.content.end), f"{s.act}: {chain(s.chain)}")
        for s in dossier.statements
    ]
    items += [
        _annotation(e.id, pages[e.page], (e.start, e.end), f"{e.type} {e.mode} {e.status}".replace("  ", " "))
        for e in dossier.events
    ]
    made = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:takhrij:annotations",
        "type": "AnnotationPage",
        "items": items,
    }
    return msgspec.json.encode(made) + b"\n"


def _annotation(of: str, page: PageItem, span: tuple[int, int], body: str) -> dict[str, Any]:
    start, end = span
    quote = {
        "type": "TextQuoteSelector",
        "exact": page.text[start:end],
        "prefix": page.text[max(start - AROUND, 0) : start].rpartition(HIDDEN)[2],
        "suffix": page.text[end : end + AROUND].partition(HIDDEN)[0],
    }
    return {
        "id": f"urn:takhrij:{of}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {"type": "TextualBody", "value": body, "format": "text/plain"},
        "target": {
            "source": page.url or f"urn:sha256:{page.sha256}",
            "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, quote],
        },
    }
