"""A dossier that can be handed on where the pages' full text is not ours to pass on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from takhrij.contract import HIDDEN, Dossier, EntityItem, PageItem
from takhrij.text import fold_text

_KINDS: Final = ("title", "byline")
_ARABIC: Final = re.compile("[\u0621-\u064a]+")


def cited(dossier: Dossier) -> Dossier:
    """Return the dossier with only the cited characters of its pages; line ends stay where they were.

    Cited are titles and bylines, the words of statements and events with the cues of their chains, times, names, what
    conflicts and what the time line shows. What was copied is not shown as such, and standfirsts are left out; so are
    datelines, roles, reasons and quotes of judgements that hold words which are not cited.
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
    pages = [_shown(page, spans[page.id]) for page in dossier.pages]
    folded = {page.id: fold_text(page.text) for page in pages}
    named: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for mention in dossier.mentions:
        named[mention.entity][mention.page] = None
    return replace(
        dossier,
        pages=pages,
        articles=[
            replace(a, standfirst="", dateline=a.dateline if _stands(a.dateline, [folded[a.page]]) else "")
            for a in dossier.articles
        ],
        judgements=[
            replace(j, quotes=[q if _stands(q, [folded[p.page] for p in j.places]) else "" for q in j.quotes])
            for j in dossier.judgements
        ],
        entities=[_known(entity, [folded[page] for page in named[entity.id]]) for entity in dossier.entities],
    )


def _known(entity: EntityItem, texts: Sequence[str]) -> EntityItem:
    """Return an entity with the roles and reasons whose words its pages still show."""
    return replace(
        entity,
        roles=[role for role in entity.roles if _stands(role, texts)],
        why=[why if _stands(why.note, texts) else replace(why, note="") for why in entity.why],
    )


def _stands(words: str, texts: Sequence[str]) -> bool:
    """Whether each Arabic word stands in one of the texts, which are folded, if only behind a clitic."""
    return all(any(word in text for text in texts) for word in _ARABIC.findall(fold_text(words)))


def _shown(page: PageItem, spans: list[tuple[int, int]]) -> PageItem:
    text = [char if char in "\r\n" else HIDDEN for char in page.text]
    for start, end in spans:
        text[start:end] = page.text[start:end]
    return replace(page, text="".join(text))
