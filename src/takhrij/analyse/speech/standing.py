"""Quotations that stand alone: whoever spoke in the sentence before goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from takhrij.analyse.clauses import MARKS, Quotation, trimmed
from takhrij.analyse.speech import nameless
from takhrij.analyse.speech.acts import act_of
from takhrij.analyse.speech.contents import Draft
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.memory import Memory
from takhrij.analyse.speech.stretches import Stretch
from takhrij.records import Span, Why

_SHORTEST: Final = 6
"""Words of a quotation that stands alone; a shorter one may be a heading or a motto."""
_NEAR: Final = 3
"""Sentences back to a quotation whose speaker may still go on."""
_MARKS: Final = 16
"""Characters of marks and a footnote around a quotation; more are a list or a scale."""
_AND_THAT: Final = ("وان", "وبان")
_MARK: Final = re.compile(f"[{MARKS}]")
_AROUND: Final = ' \u00a0.…!?؟"“”«»'


def going_on(s: Stretch, memory: Memory) -> list[Draft]:
    """Return the statement of a sentence that is nothing but a quotation, right behind what somebody said; else none.

    One in which somebody speaks of himself is a statement wherever it stands.
    """
    quote, hops = _alone(s) or _listed(s), memory.quoted() or memory.spoke(1)
    if quote and not hops and _of_us(s, quote):
        hops = memory.spoke() or (nameless.NOBODY,)
    if not quote and (quote := _begun(s)):
        hops = memory.quoted()
    if not quote and (quote := _unopened(s)):
        hops = hops or memory.quoted(_NEAR) or ((nameless.NOBODY,) if _of_us(s, quote) else ())
    behind = s.scene.words[s.words.stop].text if s.words.stop < len(s.scene.words) else ""
    if behind in s.scene.forms.finite:
        return []  # "..." قالت القاضية: hers
    if not quote or not hops:
        return []
    first = s.scene.folded.between(*quote.inner).start
    cue = Span(page=s.scene.page, start=quote.start, end=quote.start + 1)
    frame = Frame(Cue(first, first, quote.start, "colon"), None, quote.inner[0], "quote", first, quote)
    draft = Draft(frame, hops, *quote.inner, cue, quoted=True)
    draft.act = act_of(s.scene, None, draft.start, draft.end, hops[-1].kind)
    note = "a quotation by itself, behind words of the same speaker"
    rests = (cue, hops[-1].cue) if hops[-1].cue else (cue,)
    draft.why = Why(rule="quotation that goes on", rests_on=rests, note=nameless.note(hops) or note)
    return [draft]


def awaits(s: Stretch, frames: Sequence[Frame]) -> bool:
    """Whether a sentence ends with a verb of saying and a colon: what is said stands in the next paragraph."""
    last = frames[-1] if frames and s.scene.raw[s.end - 1] == ":" else None
    return last is not None and last.start < 0 and last.cue.verb is not None and "quote" in last.cue.verb.takes


def remember(s: Stretch, memory: Memory, drafts: Sequence[Draft]) -> None:
    """Keep who speaks in quotation marks up to the end of a sentence, named by a verb before them."""
    last = max(drafts, key=lambda draft: draft.end, default=None)
    heading = last is not None and last.frame.cue.form == "colon" and last.frame.party is not None
    if last and last.quoted and not heading and nameless.known(last.hops):
        memory.quote(last.hops if _is_wordless(s.scene.raw[last.end : s.end]) else ())


def _alone(s: Stretch) -> Quotation | None:
    """Return the closed quotation that is the whole sentence, but for a connective before it (كما، وأن "...")."""
    if len(s.quotes) != 1 or not s.quotes[0].closed or not s.words:
        return None
    quote, first = s.quotes[0], s.words.start
    raw, begins = s.scene.raw, min(s.begins(first), quote.start)
    joined = s.scene.word_is(first, "connective") or s.scene.words[first].text in _AND_THAT
    if joined and s.scene.words[first].end <= quote.start:
        begins = s.scene.words[first].end
    around = raw[begins : quote.start] + raw[quote.end : s.end]
    inside = s.scene.folded.between(*quote.inner)
    return quote if _is_wordless(around) and len(inside) >= _SHORTEST else None


def _is_wordless(text: str) -> bool:
    """Whether nothing but marks, dashes and a footnote's number stands there ("..." (2). "..." (3))."""
    return not any(map(str.isalpha, text)) and len(text) <= _MARKS


def _begun(s: Stretch) -> Quotation | None:
    """Return the quotation with which the sentence begins, and which a later one closes: a paragraph of its own."""
    quote = s.quotes[0] if len(s.quotes) == 1 and s.words else None
    if not quote or quote.closed or s.scene.raw[min(s.begins(s.words.start), quote.start) : quote.start].strip():
        return None
    return quote if len(s.scene.folded.between(*quote.inner)) >= _SHORTEST else None


def _unopened(s: Stretch) -> Quotation | None:
    """Return the sentence as a quotation whose opening mark the page lacks: one mark closes it, and none opens it."""
    raw, first = s.scene.raw, s.words.start
    marks = list(_MARK.finditer(raw, s.begins(first), s.end)) if len(s.words) >= _SHORTEST else []
    if len(marks) != 1 or first in s.cues or raw[marks[0].end() : s.end].strip(_AROUND):
        return None
    return Quotation(s.begins(first), marks[0].end(), trimmed(raw, s.begins(first), marks[0].start()), True)


def _listed(s: Stretch) -> Quotation | None:
    """Return the quotation that is all of the sentence but its number in a list (ثانيا: "...")."""
    quote, first = s.quotes[0] if len(s.quotes) == 1 else None, s.words.start
    if not quote or not quote.closed or first + 1 >= s.words.stop or not s.scene.word_is(first, "ordinal"):
        return None
    begins = s.begins(first + 1) if quote.start > s.scene.words[first].end else -1
    opened = begins >= 0 and s.quote_before(first + 1) == quote and ":" in s.scene.gap(first + 1)
    return quote if opened and not s.scene.raw[quote.end : s.end].strip(_AROUND) else None


def _of_us(s: Stretch, quote: Quotation) -> bool:
    """Whether somebody speaks of himself or of those around him (نحن، بلادنا)."""
    scene = s.scene
    counts = scene.forms.counts
    return any(
        scene.word_is(i, "first_person")
        or (
            scene.words[i].text.endswith("نا")
            and scene.words[i].text not in counts
            and scene.words[i].text[:-2] in counts
        )
        for i in scene.folded.between(*quote.inner)
    )
