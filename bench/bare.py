"""A text without a page: read as the body of one article, for what measures single sentences."""

from __future__ import annotations

from msgspec.structs import replace

from takhrij.analyse import events, mentions, speech, times
from takhrij.analyse.repairs import repaired
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, Page, Sentence, Span
from takhrij.text import fold, sentences


def analysed(text: str, knowledge: Knowledge) -> Analysis:
    """Return times, mentions, statements and events of `text`, all of it taken for one article's body."""
    page = Page(id="p", text=text, sources=("bench",), raw_sha256="")
    (folded, _), whole = repaired(page, fold(text), knowledge), Span(page="p", start=0, end=len(text))
    sofar = Analysis(
        page="p",
        language="ar",
        articles=(Article(id="a", span=whole),),
        blocks=(Block(span=whole, kind="body", article="a"),),
        sentences=tuple(
            Sentence(span=Span(page="p", start=s, end=e), article="a", text=text[s:e])
            for s, e in sentences(text, 0, len(text))
        ),
    )
    sofar = replace(sofar, times=times.find(page, folded, sofar, knowledge))
    sofar = replace(sofar, mentions=mentions.find(page, folded, sofar, knowledge))
    sofar = replace(sofar, statements=speech.find(page, folded, sofar, knowledge))
    return replace(sofar, events=events.find(page, folded, sofar, knowledge))
