"""A dossier that can be handed on where the pages' full text is not ours to pass on."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

import msgspec

from takhrij.contract import HIDDEN, Dossier, PageItem

_KINDS: Final = ("title", "byline")


def cited(dossier: Dossier) -> Dossier:
    """Return the dossier with only the cited characters of its pages; line ends stay where they were.

    Cited are titles and bylines, the words of statements and events with the cues of their chains, times, names, what
    conflicts and what the time line shows. What was copied is not shown as such, and standfirsts are left out.
    """
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for block in dossier.blocks:
        if block.kind in _KINDS and block.article:
            spans[block.page].append((block.start, block.end))
    for statement in dossier.statements:
        cues = [hop.cue for hop in statement.chain if hop.cue]
        spans[statement.page] += [(r.start, r.end) for r in (statement.content, statement.cue, *cues)]
    for told in (dossier.events, dossier.times, dossier.mentions):
        for item in told:
            spans[item.page].append((item.start, item.end))
    for conflict in dossier.conflicts:
        for side in conflict.spans:
            spans[side.page].append((side.start, side.end))
    for entry in dossier.timeline:
        spans[entry.place.page].append((entry.place.start, entry.place.end))
    return msgspec.structs.replace(
        dossier,
        pages=[_shown(page, spans[page.id]) for page in dossier.pages],
        articles=[msgspec.structs.replace(article, standfirst="") for article in dossier.articles],
    )


def _shown(page: PageItem, spans: list[tuple[int, int]]) -> PageItem:
    text = [char if char in "\r\n" else HIDDEN for char in page.text]
    for start, end in spans:
        text[start:end] = page.text[start:end]
    return msgspec.structs.replace(page, text="".join(text))
