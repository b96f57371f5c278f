"""A statement in the making, and where its content begins and ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from takhrij.analyse.clauses import trimmed
from takhrij.analyse.speech.acts import hedges
from takhrij.analyse.speech.frames import Frame
from takhrij.analyse.speech.stretches import Stretch, comma
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.records import Act, Hop, Span, Why


@dataclass
class Draft:
    """A statement in the making; `ready` once it is known to stand."""

    frame: Frame
    hops: tuple[Hop, ...]
    start: int
    end: int
    cue: Span
    act: Act = "say"
    quoted: bool = False
    hedge: str = ""
    time: str = ""
    why: Why = field(default_factory=lambda: Why(rule=""))
    alive: bool = True


def close(s: Stretch, draft: Draft) -> None:
    """Settle where a content begins and ends."""
    raw, frame = s.scene.raw, draft.frame
    end = draft.end if draft.end >= 0 else s.end
    if frame.quote and frame.lead == "quote":
        draft.quoted = True
        draft.start, draft.end = frame.quote.inner
        return
    relative = frame.first > s.words.start and s.scene.is_a(frame.first - 1, "relative")
    contains = frame.cue.verb is not None and frame.cue.verb.kind == "contain"
    if frame.inner and (relative or (frame.lead == "object" and not contains)):
        end = _relative_end(s, draft.start, end)
    if frame.lead == "object" and not contains:
        end = _object_end(s, draft.start, end)
    draft.start, draft.end = trimmed(raw, draft.start, _turn(s, draft, end))
    for quote in s.quotes:
        begin = draft.start
        first = s.scene.folded.between(begin, draft.end)
        if first and s.scene.is_a(first.start, "that"):
            begin = s.scene.words[first.start].end
        if (
            quote.closed
            and quote.start >= begin
            and not raw[begin : quote.start].strip()
            and not raw[quote.end : draft.end].strip(" .،")
        ):
            draft.quoted = True
            draft.start, draft.end = quote.inner


def _object_end(s: Stretch, start: int, end: int) -> int:
    """Return where a noun that was said ends: where the narrator goes on about it (وهو الثاني هذا الشهر)."""
    for i in s.scene.folded.between(start, end)[1:]:
        if s.scene.word_is(i, "aside") and not s.within_quote(i):
            return s.scene.words[i - 1].end
    return end


def _relative_end(s: Stretch, start: int, end: int) -> int:
    """Return where a relative clause ends: at the first comma outside quotation marks."""
    for i in s.scene.folded.between(start, end)[1:]:
        if comma(s.scene.gap(i)) and not s.within_quote(i):
            return s.scene.words[i - 1].end + 1
    return end


def _turn(s: Stretch, draft: Draft, end: int) -> int:
    """Return where the speaker's words end before `end`: at a hedge, or where the narrator goes on."""
    words = s.scene.folded.between(draft.start, end)
    for hit in s.scene.knowledge.built(_turns).find(s.scene.folded, words):
        if hit.first > words.start + 2:
            return s.scene.words[hit.first - 1].end
    for hedge in s.scene.knowledge.built(hedges).find(s.scene.folded, words):
        draft.hedge = hedge.entry.phrase
        if hedge.first > words.start + 2 and not s.within_quote(hedge.first):
            return s.scene.words[hedge.first - 1].end
    return end


def _turns(knowledge: Knowledge) -> Lexicon[str]:
    return Lexicon([(p.phrase, p.kind) for p in knowledge.language.particles if p.kind == "turn"], ())
