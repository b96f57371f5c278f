"""Invented sentences read for who says what: what the tests of speech share."""

from functools import cache

from msgspec.structs import replace

from takhrij import lang, world
from takhrij.analyse import mentions, speech, times
from takhrij.analyse.repairs import repaired
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, Hop, Page, Sentence, Span, Statement
from takhrij.text import fold, sentences


@cache
def knowledge() -> Knowledge:
    return Knowledge(lang.load(), world.load())


def statements(text: str, credited: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    """Return the statements of `text`, whose lines are the paragraphs of one article."""
    page = Page(id="p", text=text, sources=("test",), raw_sha256="")
    whole = Span(page="p", start=0, end=len(text))
    article = Article(id="p/article/0", span=whole, credits=tuple(Hop(name=n, via="republished") for n in credited))
    folded, _ = repaired(page, fold(text), knowledge())
    spans = [Span(page="p", start=s, end=e) for s, e in sentences(text, 0, len(text))]
    analysis = Analysis(
        page="p",
        language="ar",
        articles=(article,),
        blocks=(Block(span=whole, kind="body", article=article.id),),
        sentences=tuple(Sentence(span=s, article=article.id, text=text[s.start : s.end]) for s in spans),
    )
    k = knowledge()
    analysis = replace(analysis, times=times.find(page, folded, analysis, k))
    analysis = replace(analysis, mentions=mentions.find(page, folded, analysis, k))
    return speech.find(page, folded, analysis, k)


def told(text: str, credited: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Return hops (parted by >), act and content of every statement of `text`."""
    return [
        (" > ".join(h.name for h in s.hops), s.act, text[s.content.start : s.content.end])
        for s in statements(text, credited)
    ]
