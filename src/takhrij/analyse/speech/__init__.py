"""Finds statements: who says what, in what manner, and through whom, as far as the article itself shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.analyse.speech import cues, nameless, standing
from takhrij.analyse.speech.acts import act_of
from takhrij.analyse.speech.contents import Draft
from takhrij.analyse.speech.drafts import Drafter
from takhrij.analyse.speech.frames import read
from takhrij.analyse.speech.headings import headed
from takhrij.analyse.speech.introductions import introduced, pointed_back
from takhrij.analyse.speech.memory import Memory
from takhrij.analyse.speech.polarity import negated
from takhrij.analyse.speech.runons import run_on
from takhrij.analyse.speech.scenes import Party, Scene
from takhrij.analyse.speech.signed import Post, posts
from takhrij.analyse.speech.speakers import kind_of
from takhrij.analyse.speech.stretches import stretch
from takhrij.analyse.speech.turns import Turn, answering, of_oneself, outside, turns
from takhrij.analyse.terms import terms
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Hop, Page, Sentence, Span, Statement, Via, Why, identify
from takhrij.text import Folded


class _Reason(NamedTuple):
    """Why words that no cue introduces are a statement, and how they reached the page."""

    rule: str
    note: str
    via: Via


_POST: Final = _Reason("post", "an embedded post, signed with its account", "wrote")
_ANSWER: Final = _Reason("answer", "an answer in an interview", "said")
_HEADLINED: Final = ("person", "office", "organization")
"""Who speaks in headlines; a state or place before the colon only says where (مصر: السجن لبريطانية)."""
_TOLD: Final = 3
"""Words of what a headline tells; fewer are a programme's or a topic's name."""
_SPECK: Final = 1
"""Words of what is no sentence: a mark that stands alone between others."""


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Statement, ...]:
    """Return the statements of the articles' headlines and bodies in order of their contents.

    One cue gives one statement at most. A verb of saying whose whole content is another's saying becomes a hop of
    that one. Where the page has lost the speaker's name, or no words name one, what a verb of saying tells is
    nobody's (an empty name at the chain's end); a demand or praise of nobody is not returned. A quotation that runs
    over sentences is one content, and what stands inside it brings no statements.
    """
    scene = Scene(page.id, folded, sofar, knowledge)
    found: list[Statement] = []
    for article in sofar.articles:
        sentences = [s for s in sofar.sentences if s.article == article.id]
        told = [*_article(scene, sentences, Memory(article.credits, article.outlet))]
        speak = frozenset(hop.name for statement in told for hop in statement.hops)
        titles = (b.span for b in sofar.blocks if b.kind == "title" and b.article == article.id)
        found.extend(s for s in _headlines(scene, article, titles) if s.speaker.name in speak)
        found.extend(told)
        found.extend(_unframed(scene, post.party, post, article.id, _POST) for post in posts(scene, sentences))
    return tuple(_unique(sorted(found, key=lambda f: (f.content, f.cue))))


def _headlines(scene: Scene, article: Article, spans: Iterable[Span]) -> Iterator[Statement]:
    """Yield what a headline tells behind a colon of whom it names before it (حداد: الجسر آمن), each wording once.

    Topics stand before colons too: who calls it a statement sees whether the body lets the same one speak.
    """
    seen: set[str] = set()
    for span in spans:
        words = scene.folded.between(span.start, span.end)
        wording = " ".join(scene.folded.texts[words.start : words.stop])
        if wording in seen or ":" not in scene.raw[span.start : span.end]:
            continue
        seen.add(wording)
        s = stretch(scene, span.start, span.end, cues.find(scene.folded, words, scene.knowledge))
        heading = headed(s)
        drafts = Drafter(s, Memory(article.credits, article.outlet)).drafts([heading]) if heading else []
        for draft in drafts:
            whole = len(scene.folded.between(draft.start, draft.end)) >= _TOLD
            if whole and draft.hops[-1].kind in _HEADLINED:
                yield _statement(scene, draft, article.id)


def _article(scene: Scene, sentences: Sequence[Sentence], memory: Memory) -> Iterator[Statement]:
    quoted, answers = -1, turns(scene, sentences)
    for number, sentence in enumerate(sentences):
        memory.sentence += len(scene.folded.between(sentence.span.start, sentence.span.end)) > _SPECK
        start, end = max(sentence.span.start, quoted), sentence.span.end
        if answers:
            start, end = outside(answers, start, end)
        if start >= end:
            continue
        hits = cues.find(scene.folded, scene.folded.between(start, end), scene.knowledge)
        s = stretch(scene, start, end, hits)
        heading = headed(s)
        frames = [*([heading] if heading else []), *(frame for cue in hits if (frame := read(s, cue)))]
        drafts = Drafter(s, memory).drafts(frames)
        if not drafts and (frame := introduced(s) or pointed_back(s)):
            drafts = Drafter(s, memory).drafts([frame])
        drafts = drafts or standing.going_on(s, memory)
        standing.remember(s, memory, drafts)
        for draft in drafts:
            quoted = max(quoted, run_on(s, draft, sentences[number + 1 :]))
            yield _statement(scene, draft, sentence.article)
    if answers:
        yield from _answered(scene, answers, sentences)


def _answered(scene: Scene, answers: Sequence[Turn], sentences: Sequence[Sentence]) -> Iterator[Statement]:
    """Yield an interview's answers; of one whom nobody names, only where he speaks of himself."""
    about = answering(scene, answers[0].begins, sentences)
    for turn in answers if about or of_oneself(scene, answers) else (t for t in answers if t.party):
        yield _unframed(scene, turn.party or about, turn, sentences[0].article, _ANSWER)


def _unframed(scene: Scene, party: Party | None, told: Post | Turn, article: str, why: _Reason) -> Statement:
    """Return the statement of words that no cue introduces but where they stand."""
    content = Span(page=scene.page, start=told.start, end=told.end)
    cue = Span(page=scene.page, start=told.cue[0], end=told.cue[1])
    hop = nameless.NOBODY
    if party:
        words = scene.words[party.first].start, scene.words[party.last - 1].end
        named = cue if why.via == "wrote" else Span(page=scene.page, start=words[0], end=words[1])
        mention = party.mention.id if party.mention else ""
        hop = Hop(name=party.name, via=why.via, kind=kind_of(party), mention=mention, cue=named)
    return Statement(
        id=identify("statement", content),
        article=article,
        content=content,
        cue=cue,
        act=act_of(scene, None, told.start, told.end, hop.kind if party else "person"),
        hops=(hop,),
        quoted=True,
        terms=terms(scene.folded, told.start, told.end, scene.knowledge, scene.normal),
        negated=negated(scene.folded, told.start, told.end, scene.knowledge),
        why=(Why(rule=why.rule, rests_on=(cue,), note=nameless.note((hop,)) or why.note),),
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
