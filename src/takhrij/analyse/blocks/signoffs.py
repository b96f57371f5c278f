"""Agencies in brackets that sign a text, where the same words behind other lines say who made a picture."""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse.blocks import signatures
from takhrij.analyse.blocks.views import View
from takhrij.records import BlockKind, Why

Kinds = list[tuple[BlockKind, Why] | None]
_INITIALS: Final = re.compile(r"(?:[^\W\d_] ?[./،]? ?[./]? ?){0,8}\(([^()]{2,40})\)\W*")
_BEHIND_STOP: Final = re.compile(
    r"\w\s?[\"”»]?\s?[.!؟]\s?[\"”»]?\s*(?:[^\W\d_]\b\s?[./،]?\s?){0,8}\([^()]{2,40}\)\W*$"
)
_UNDER: Final = Why(rule="signature", note="initials or an agency in brackets under the text")
_LAST: Final = Why(rule="running text", note="an agency in brackets behind its full stop")


def find(view: View, kinds: Kinds) -> None:
    """Under a paragraph, initials with an agency in brackets, or nothing but agencies, sign the text, no picture.

    So do the brackets behind the full stop of the last paragraph.
    """
    for i in range(1, len(kinds)):
        known, above, below = kinds[i], kinds[i - 1], kinds[i + 1] if i + 1 < len(kinds) else None
        if not above or above[0] != "body" or (known and known[1].rule != "caption phrase"):
            continue
        raw = view.raw(i)
        match = _INITIALS.fullmatch(raw)
        if match and (known or signatures.names(view.knowledge, match.group(1))):
            kinds[i] = ("byline", _UNDER)
        elif known and not (below and below[0] == "body") and _BEHIND_STOP.search(raw):
            kinds[i] = ("body", _LAST)
