"""How what was said is handed on: hops put before others, and whether one frame's speaker is another's."""

from __future__ import annotations

from takhrij.analyse.speech.contents import Draft
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.framed import Frame
from takhrij.records import Hop


def joined(before: tuple[Hop, ...], after: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """Return the hops of both, without those of `before` that `after` has too."""
    names = {hop.name for hop in after}
    return (*(hop for hop in before if hop.name not in names), *after)


def carrier(hop: Hop) -> Hop:
    """Return a source of a later attribution as the hop by which a statement was carried."""
    return Hop(name=hop.name, via="reported", kind=hop.kind, mention=hop.mention, cue=hop.cue)


def goes_on(before: Cue, frame: Frame) -> bool:
    """Whether a verb without a subject has that of the cue before it, as far as its form tells."""
    cue = frame.cue
    if before.form == "participle":
        return before.feminine == cue.feminine and not frame.inner
    contains = before.verb is not None and before.verb.kind == "contain"
    return (before.feminine, before.imperfect) == (cue.feminine, cue.imperfect) and not contains


def gender(frame: Frame) -> bool | None:
    """Return whether the speaker is feminine as the verb shows; None where it agrees with the carrier, or none."""
    carried = frame.cue.verb is not None and frame.cue.verb.kind == "carry" and bool(frame.carriers)
    return frame.cue.feminine if frame.cue.form == "finite" and not carried else None


def both_speak(outer: Draft, frame: Frame) -> bool:
    """Whether a saying that is all of what is attributed is told too: not where an outlet or a source carries it."""
    named = frame.party is not None and frame.party.kind != "unnamed"
    return named and outer.hops[-1].kind not in ("outlet", "unnamed")


def same_act(draft: Draft | None, frame: Frame) -> bool:
    """Whether a frame's verb does what the draft's does: two demands joined by "and" are one."""
    before = draft.frame.cue.verb if draft else None
    return before is not None and frame.cue.verb is not None and before.act == frame.cue.verb.act


def told_of(hops: tuple[Hop, ...]) -> bool:
    """Whether the speaker's words are told by another who is no outlet."""
    return len(hops) > 1 and hops[-2].via in ("said", "told") and hops[-2].kind != "outlet"
