"""What changed in a case as an Atom feed (RFC 4287), for a desk's feed reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from takhrij.store.history import Change
from takhrij.timeml import unwritable

_ATOM: Final = "http://www.w3.org/2005/Atom"
TITLES: Final = {
    "page": "new page",
    "date": "other date",
    "claim": "new claim",
    "origins": "other origins",
    "conflict": "new conflict",
    "gone": "no longer told",
}
"""What the kinds of changes are called."""
NEVER: Final = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated: the clock is not asked, so that same changes make same bytes."""


def write(case: str, changes: Sequence[Change]) -> bytes:
    """Return the feed of changes in the case named `case`, in UTF-8, the newest first. Same changes, same bytes."""
    feed = Element("feed", xmlns=_ATOM)
    _add(feed, "id", f"urn:takhrij:{quote(case)}")
    _add(feed, "title", f"takhrij: {case}")
    _add(feed, "updated", changes[-1].at if changes else NEVER)
    author = SubElement(feed, "author")
    _add(author, "name", "takhrij")
    nth: Counter[int] = Counter()  # of its run: whatever day the feed begins with, an entry has one id
    placed = []
    for change in changes:
        placed.append((nth[change.run], change))
        nth[change.run] += 1
    for place, change in sorted(placed, key=lambda item: -item[1].run):  # within a run what matters most comes first
        entry = SubElement(feed, "entry")
        _add(entry, "id", f"urn:takhrij:{quote(case)}:{change.run}:{place}:{change.kind}:{quote(change.ref)}")
        _add(entry, "title", f"{TITLES[change.kind]}: {change.label or change.after}")
        _add(entry, "updated", change.at)
        SubElement(entry, "category", term=change.kind)
        was = f"{change.before} → " if change.before else ""
        _add(entry, "content", f"{was}{change.after}")  # an entry without content would need a link
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'.encode()


def _add(parent: Element, name: str, text: str) -> None:
    lost = set(unwritable(text))
    SubElement(parent, name).text = "".join("\ufffd" if i in lost else char for i, char in enumerate(text))
