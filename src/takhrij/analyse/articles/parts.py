"""The parts of an article that are neither its headline nor its text: standfirst, byline, dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from takhrij.analyse.articles.texts import DATELINE, Text
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.records import Block, Hop, Span
from takhrij.text import fold_text

_DATELINE: Final = re.compile(
    r"^[^.؟!\n]{2,80}?(?:\)\s?[-–—:]{1,2}|\s?:\s?[-–—]|\s[-–—]{1,2}(?=\s)|[-–—]{2}|:(?=\s))"
)


SPARE: Final = 1
"""Words of a dateline that name no town and no agency (القدس المحتلة -): a headline has more."""


def standfirst(text: Text) -> Span | None:
    """Return the sentence that stands between headline and text, None where there is none."""
    return next((b.span for b in text.blocks if b.kind == "title" and b.why and b.why[0].rule == "standfirst"), None)


def byline(text: Text, hops: Iterable[Hop]) -> Span | None:
    """Return the first byline that names somebody; None where bylines hold stamps only."""
    cues = [hop.cue for hop in hops if hop.cue]
    lines: list[Block] = [b for b in text.near if b.kind == "byline"]
    named = (b.span for b in lines if any(cue.within(b.span) for cue in cues))
    return next(named, None)


def dateline(text: Text) -> Span | None:
    """Return the words before the first sentence that say where it was written and by whom, with their sign.

    Where no town or agency that is known stands in them they are the sentence's own, and None comes back.
    """
    opening = text.opening()
    match = _DATELINE.match(text.page.text[slice(*opening)]) if opening else None
    if opening is None or match is None:
        return None
    start, end = opening[0], opening[0] + match.end()
    words = text.folded.between(start, end)
    if not 0 < len(words) <= DATELINE:
        return None
    hits = list(text.knowledge.built(_known).find(text.folded, words, clitics=False))
    opens = bool(hits) and (hits[0].first == words.start or hits[0].last == words.stop)
    named = {i for hit in hits for i in range(hit.first, hit.last)}
    days = text.knowledge.built(_days)
    others = sum(
        i not in named and not (word := text.folded.texts[i])[0].isdigit() and word not in days for i in words
    )
    spare = 0 if match.group().endswith(":") else SPARE  # اللواء باقري: who speaks
    return text.span(start, end) if opens and others <= spare else None


def _known(knowledge: Knowledge) -> Lexicon[str]:
    """Towns, outlets and crowds of agencies."""
    world = knowledge.world
    named = [n for place in world.places for n in (place.name, *place.spellings)]
    named += [n for outlet in world.outlets for n in (outlet.name, *outlet.spellings)]
    named += [v for state in world.states for v in (*state.voices, state.name)]
    named += [row.phrase for row in knowledge.language.credits if row.part == "crowd"]
    return Lexicon(((phrase, phrase) for phrase in named), ())


def _days(knowledge: Knowledge) -> frozenset[str]:
    """The folded words of which days and months are named."""
    names = [m.name for m in knowledge.language.months] + [d.name for d in knowledge.language.weekdays]
    return frozenset(word for name in names for word in fold_text(name).split())
