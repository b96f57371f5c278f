"""Finds statements: who says what, in what manner, and through whom, as far as the article itself shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from takhrij.analyse.speech import cues, standing
from takhrij.analyse.speech.acts import act_of
from takhrij.analyse.speech.contents import Draft
from takhrij.analyse.speech.drafts import Drafter
from takhrij.analyse.speech.frames import read
from takhrij.analyse.speech.headings import headed
from takhrij.analyse.speech.memory import Memory
from takhrij.analyse.speech.polarity import negated
from takhrij.analyse.speech.runons import run_on
from takhrij.analyse.speech.scenes import Scene
from takhrij.analyse.speech.signed import Post, posts
from takhrij.analyse.speech.speakers import kind_of
from takhrij.analyse.speech.stretches import stretch
from takhrij.analyse.terms import terms
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Hop, Page, Sentence, Span, Statement, Why, identify
from takhrij.text import Folded

_SPECK: Final = 1
"""Words of what is no sentence: a mark that stands alone between others."""


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Statement, ...]:
    """Return the statements of the articles' bodies in order of their contents.

    One cue gives one statement at most. A verb of saying whose whole content is another's saying becomes a hop of
    that one. Where the page has lost the speaker's name, or no words name one, what a verb of saying tells is
    nobody's (an empty name at the chain's end); a demand or praise of nobody is not returned. A quotation that runs
    over sentences is one content, and what stands inside it brings no statements.
    """
    scene = Scene(page.id, folded, sofar, knowledge)
    found: list[Statement] = []
    for article in sofar.articles:
        sentences = [s for s in sofar.sentences if s.article == article.id]
        found.extend(_article(scene, sentences, Memory(article.credits, article.outlet)))
        found.extend(_posted(scene, post, article.id) for post in posts(scene, sentences))
    return tuple(_unique(sorted(found, key=lambda f: (f.content, f.cue))))


def _article(scene: Scene, sentences: Sequence[Sentence], memory: Memory) -> Iterator[Statement]:
    quoted = -1
    for number, sentence in enumerate(sentences):
        memory.sentence += len(scene.folded.between(sentence.span.start, sentence.span.end)) > _SPECK
        start, end = max(sentence.span.start, quoted), sentence.span.end
        if start >= end:
            continue
        hits = cues.find(scene.folded, scene.folded.between(start, end), scene.knowledge)
        s = stretch(scene, start, end, hits)
        heading = headed(s)
        frames = [*([heading] if heading else []), *(frame for cue in hits if (frame := read(s, cue)))]
        drafts = Drafter(s, memory).drafts(frames) or standing.going_on(s, memory)
        standing.remember(s, memory, drafts)
        for draft in drafts:
            quoted = max(quoted, run_on(s, draft, sentences[number + 1 :]))
            yield _statement(scene, draft, sentence.article)


def _posted(scene: Scene, post: Post, article: str) -> Statement:
    content = Span(page=scene.page, start=post.start, end=post.end)
    cue = Span(page=scene.page, start=post.cue[0], end=post.cue[1])
    mention = post.party.mention.id if post.party.mention else ""
    hop = Hop(name=post.party.name, via="wrote", kind=kind_of(post.party), mention=mention, cue=cue)
    return Statement(
        id=identify("statement", content),
        article=article,
        content=content,
        cue=cue,
        act=act_of(scene, None, post.start, post.end, hop.kind),
        hops=(hop,),
        quoted=True,
        terms=terms(scene.folded, post.start, post.end, scene.knowledge, scene.normal),
        negated=negated(scene.folded, post.start, post.end, scene.knowledge),
        why=(Why(rule="post", rests_on=(cue,), note="an embedded post, signed with its account"),),
    )


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
        terms=terms(scene.folded, draft.start, draft.end, scene.knowledge, scene.normal),
        negated=negated(scene.folded, draft.start, draft.end, scene.knowledge),
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
