"""Finds statements: who says what, in what manner, and through whom, as far as the article itself shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from takhrij.analyse import cues
from takhrij.analyse.drafts import Draft, Drafter
from takhrij.analyse.frames import read
from takhrij.analyse.scenes import Scene
from takhrij.analyse.speakers import Memory
from takhrij.analyse.stretches import stretch
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Page, Span, Statement, identify
from takhrij.text import Folded


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Statement, ...]:
    """Return the statements of the articles' bodies in order of their contents.

    One cue gives one statement at most. A verb of saying whose whole content is another's saying becomes a hop of
    that one. Nothing is returned for a speaker whose name was dropped from the page, or whom no words name.
    """
    scene = Scene(page.id, folded, sofar, knowledge)
    memories = {article.id: Memory() for article in sofar.articles}
    for article in sofar.articles:
        memories[article.id].credit(article.credits)
    found: list[Statement] = []
    for sentence in sofar.sentences:
        start, end = sentence.span.start, sentence.span.end
        hits = cues.find(folded, folded.between(start, end), knowledge)
        s = stretch(scene, start, end, hits)
        frames = [frame for cue in hits if (frame := read(s, cue))]
        drafter = Drafter(s, memories.setdefault(sentence.article, Memory()))
        found.extend(_statement(scene, draft, sentence.article) for draft in drafter.drafts(frames))
    return tuple(_unique(sorted(found, key=lambda f: (f.content, f.cue))))


def _statement(scene: Scene, draft: Draft, article: str) -> Statement:
    content = Span(page=scene.page, start=draft.start, end=draft.end)
    return Statement(
        id=identify("statement", content),
        article=article,
        content=content,
        cue=draft.cue,
        act=draft.act,
        hops=draft.hops,
        quoted=draft.quoted,
        hedge=draft.hedge,
        time=draft.time,
        terms=draft.terms,
        why=(draft.why,),
    )


def _unique(found: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements with ids made unique: where two share a content, the cue's start is added."""
    seen: set[str] = set()
    for statement in found:
        name = statement.id
        if name in seen:
            name = f"{name}-{statement.cue.start}"
        if name not in seen:
            seen.add(name)
            yield statement if name == statement.id else replace(statement, id=name)
