"""Whose interview an article retells: its lead says that somebody spoke to another outlet.

"In an interview with agency X" in an article's first sentences makes the article that outlet's piece retold. So does
an agency whom somebody told something in the very first sentence or in the last one; in between a paper's own story
quotes it for one fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse import outletnames, outlets
from takhrij.analyse.articles.texts import Text
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit
from takhrij.records import Hop
from takhrij.text import fold_text
from takhrij.world.tables import Outlet

LEAD: Final = 2
"""First sentences in which an article says whose interview it retells."""
NEAR: Final = 6
"""Words before the outlet's name in which the interview is named."""
LAST: Final = 200
"""Characters of a text in which its last sentence says whom its source told it."""
_TO: Final = ("ل", "لل")
_STOP: Final = re.compile(r"[.؟!\n]")


class _Known(NamedTuple):
    talks: frozenset[str]
    verbs: frozenset[str]
    carriers: frozenset[str]
    per: frozenset[str]


def find(text: Text) -> list[Hop]:
    """Return the outlets other than the page's own to whom an article's lead, or its last sentence, was told."""
    known = text.knowledge.built(_known)
    body = [b for b in text.blocks if b.kind == "body"]
    found = [hop for block in body[:LEAD] for hop in _told(text, block.span.start, block.span.end, known, talks=True)]
    if not found and body:
        end = body[-1].span.end
        found = list(_told(text, max(body[-1].span.start, end - LAST), end, known, talks=False))
    return found if len({hop.name for hop in found}) == 1 else []


def _told(text: Text, start: int, end: int, known: _Known, *, talks: bool) -> Iterator[Hop]:
    first = text.folded.between(start, end).start
    for hit in outlets.known(text.folded, text.knowledge, start, end):
        if hit.entry.kind in ("official", "aggregator") or hit.entry.name == text.own:
            continue
        before = text.folded.texts[max(first, hit.first - NEAR) : hit.first]
        led, rest = _led(text, hit, before, known)
        if not led or not rest:
            continue
        spoke = talks and any(word in known.talks for word in rest[-NEAR:])
        said = hit.entry.kind == "agency" and led == "to" and any(word in known.verbs for word in rest[-NEAR:])
        said = said and not (talks and _STOP.search(text.page.text, text.first, hit.start))
        if spoke or said:
            yield Hop(name=hit.entry.name, via="reported", cue=text.span(hit.start, hit.end))


def _led(text: Text, hit: Hit[Outlet], before: list[str], known: _Known) -> tuple[str, list[str]]:
    """How the name is led to ("to", "with"; empty for neither), and the words before that."""
    if before and before[-1] in known.per:
        return "", before  # "according to" cites for one fact
    if hit.prefix in _TO:
        return "to", before
    first = text.folded.texts[hit.first]
    if before and (before[-1] in known.carriers or before[-1].removeprefix("ل") in known.carriers):
        first, before = before[-1], before[:-1]
    if first.startswith("ل") and first.removeprefix("ل") in known.carriers:
        return "to", before
    if before and before[-1] in ("مع", "ل"):
        return ("with" if before[-1] == "مع" else "to"), before[:-1]
    return "", before


def _known(knowledge: Knowledge) -> _Known:
    rows = knowledge.language.credits
    verbs = {fold_text(form) for row in knowledge.language.reporting for form in row.forms}
    return _Known(
        talks=frozenset(
            f"{to}{fold_text(row.phrase)}" for row in rows if row.part == "talk" for to in ("", "ب", "و")
        ),
        verbs=frozenset(verbs | {f"و{verb}" for verb in verbs}),
        carriers=frozenset(outletnames.carriers_of(knowledge)),
        per=frozenset(fold_text(row.phrase) for row in knowledge.language.attributions if row.clitic),
    )
