"""One page -> what it says. Total, pure, and never sees another page."""

from __future__ import annotations

from msgspec.structs import replace

from takhrij import anchoring
from takhrij.analyse import (
    articles,
    blocks,
    datelines,
    events,
    glued,
    holes,
    languages,
    mentions,
    repairs,
    speech,
    times,
    tolls,
)
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Page, Sentence, Span
from takhrij.text import fold, sentences


def analyse(page: Page, knowledge: Knowledge) -> Analysis:
    """Return all that `page` says.

    Every `find` gets the page, its folded text, what was found so far, and the knowledge. A page in another
    language than `knowledge`'s, or with no article, comes back with a `note` that says so.
    """
    folded = fold(page.text)
    language, note = languages.find(page, folded, knowledge)
    sofar = Analysis(page=page.id, language=language, url=page.url, note=note)
    if note:
        return sofar
    lines, cut = glued.parted(page, folded, knowledge)  # lines are weighed as pages write their words
    sofar = replace(sofar, blocks=blocks.find(page, lines, sofar, knowledge))
    found, marked = articles.find(page, lines, sofar, knowledge)
    folded, whole = repairs.mended(page, (lines, cut), knowledge)
    sofar = replace(sofar, repairs=whole, articles=found, blocks=marked)
    sofar = replace(sofar, sentences=_sentences(page, sofar))
    sofar = replace(sofar, holes=holes.find(page, folded, sofar, knowledge))
    sofar = replace(sofar, times=times.find(page, folded, sofar, knowledge))
    sofar = replace(sofar, articles=datelines.find(page, folded, sofar, knowledge))
    names = knowledge.names or mentions
    sofar = replace(sofar, mentions=names.find(page, folded, sofar, knowledge))
    sofar = replace(sofar, statements=speech.find(page, folded, sofar, knowledge))
    sofar = replace(sofar, events=events.find(page, folded, sofar, knowledge))
    sofar = replace(sofar, tolls=tolls.find(page, folded, sofar, knowledge))
    return anchoring.settled(sofar if found else replace(sofar, note="no article: every line is furniture"))


def _sentences(page: Page, analysis: Analysis) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(span=Span(page=page.id, start=start, end=end), article=block.article, text=page.text[start:end])
        for block in analysis.blocks
        if block.kind == "body" and block.article
        for start, end in sentences(page.text, block.span.start, block.span.end)
    )
