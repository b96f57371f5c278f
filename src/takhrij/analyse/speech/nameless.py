"""Words that somebody said, but nobody knows who: the page has lost the name, or begins behind it."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.clauses import Quotation
from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.stretches import Stretch
from takhrij.records import Hop

NOBODY: Final = Hop(name="", via="said", kind="unnamed")
"""The end of a chain that is not known: a hole stays a hole."""
_NOTE: Final = "the page does not show who says this"
_SAYS: Final = "قال"
_KINDS: Final = ("say", "more", "wrote", "shout", "within")
_TELLS: Final = ("say", "more")
_SHORTEST: Final = 3
"""Words of what is said without a speaker; fewer are a term."""
_FARTHEST: Final = 8
"""Words between such a verb and what it says."""
_ACTIVE: Final = ("قال", "أشار", "رأى")
"""Verbs whose present is written in another way where it is passive (يشير، يشار)."""
_AT_ONCE: Final = 2
"""Words between a verb of the present that begins its sentence and أن."""
_NAME: Final = 7
"""Words behind a verb without a colon that are no body's name (أعلن "مجلس أعيان المدينة" ...)."""


def known(hops: tuple[Hop, ...]) -> bool:
    """Whether a chain ends with somebody."""
    return bool(hops) and bool(hops[-1].name)


def note(hops: tuple[Hop, ...]) -> str:
    """Return why a chain ends with nobody, empty if it ends with somebody."""
    return "" if known(hops) else _NOTE


def is_speech(s: Stretch, frame: Frame) -> bool:
    """Whether a frame without a speaker is speech all the same: a verb of saying before words in quotation marks.

    Without the marks it may be no saying at all, but right before a colon, or in the past or beside a hole before أن.
    A verb in a clause within another has the marks at once, or behind a colon.
    """
    verb, quote = frame.cue.verb, frame.quote
    if frame.party or frame.start < 0 or not verb or frame.cue.suffix:
        return False
    colon = ":" in s.scene.gap(frame.word)
    if frame.lead == "colon" and not frame.inner and frame.cue.form == "finite" and verb.kind in _TELLS:
        return frame.word == frame.cue.last and s.words.stop - frame.word >= _NAME
    if frame.inner and not (quote and (colon or frame.word == frame.cue.last)):
        return False
    if frame.cue.form == "participle":
        once = colon or (verb.kind == "more" and frame.word == frame.cue.last)
        says = verb.lemma == _SAYS or (once and verb.kind in _KINDS)  # قائلة "..."، مضيفا: "..."
        return says and quote is not None and _count(s, quote) >= _SHORTEST
    if frame.cue.form != "finite" or verb.kind not in _KINDS:
        return False
    that = frame.lead == "that" or (frame.lead == "preposition" and s.scene.word_is(frame.word + 1, "that"))
    if not quote and that:
        quote = s.quote_before(frame.word + 1 + (frame.lead == "preposition"))
    active = frame.cue.feminine or verb.kind == "more" or verb.lemma in _ACTIVE
    opens = active and frame.cue.first == s.words.start and frame.cue.prefix == "و"  # ويرى أن, but ويلاحظ أن
    present = frame.cue.imperfect and not frame.hole
    at_once = frame.word - frame.cue.last <= (_AT_ONCE if present else _FARTHEST) and (opens or not present)
    if that and at_once and not frame.inner and verb.kind in _TELLS:
        return True
    if not quote or (frame.word - frame.cue.last > _FARTHEST and not colon and not that):
        return False
    clear = that or colon or not quote.closed or _ends_clause(s, quote)
    return _count(s, quote) >= (_SHORTEST if clear else _NAME)


def _count(s: Stretch, quote: Quotation) -> int:
    return len(s.scene.folded.between(*quote.inner))


def _ends_clause(s: Stretch, quote: Quotation) -> bool:
    """Whether a clause ends with a quotation, so that it is nobody's name (قال "الجسر آمن"، لكنه)."""
    return quote.closed and s.scene.raw[quote.end : s.end].lstrip()[:1] in ("", *"،,.؛")
