"""Words that somebody said, but nobody knows who: the page has lost the name, or begins behind it."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.stretches import Stretch
from takhrij.records import Hop

NOBODY: Final = Hop(name="", via="said", kind="unnamed")
"""The end of a chain that is not known: a hole stays a hole."""
_NOTE: Final = "the page does not show who says this"
_SHORTEST: Final = 3
"""Words of what is said without a speaker; fewer are a term."""
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

    Nothing else is: without the marks it may be no saying at all.
    """
    verb, quote = frame.cue.verb, frame.quote
    if frame.party or frame.inner or frame.start < 0 or frame.cue.form != "finite" or not verb:
        return False
    if verb.kind not in ("say", "more") or frame.cue.suffix:
        return False
    if not quote and frame.lead == "that":
        quote = s.quote_before(frame.word + 1)
    least = _SHORTEST if frame.lead == "that" or ":" in s.scene.gap(frame.word) else _NAME
    return quote is not None and len(s.scene.folded.between(*quote.inner)) >= least
