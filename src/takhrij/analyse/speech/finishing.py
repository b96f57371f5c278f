"""What a statement's act, time and reasons are, once its content stands."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import nameless
from takhrij.analyse.speech.acts import act_of, hedges
from takhrij.analyse.speech.contents import Draft
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Scene
from takhrij.analyse.speech.speakers import heads
from takhrij.analyse.speech.stretches import Stretch
from takhrij.records import Kind, Why

_FEWEST: Final = 2
"""Words of a content; a single word is a fragment, but in quotation marks (بأنها "إيجابية")."""
_BRIEF: Final = ("describe", "deed")
"""Kinds of verbs that may be all that was said with one word more (نددت بالهجوم)."""
_BEFORE: Final = 6
"""Words before a content in which a hedge may stand."""
_COMMAS: Final = "،,"
_INSIDE: Final = 3
"""Words of a content that may be a hedge."""


def finish(s: Stretch, draft: Draft) -> bool:
    """Fill in act, time and reason; False for a content too short to say anything."""
    scene, frame, verb = s.scene, draft.frame, draft.frame.cue.verb
    brief = draft.quoted or (verb is not None and (verb.kind in _BRIEF or verb.act == "deny"))
    if draft.end <= draft.start or len(scene.folded.between(draft.start, draft.end)) < (1 if brief else _FEWEST):
        return False
    speaker = draft.hops[-1]
    somebody: Kind = speaker.kind if nameless.known(draft.hops) else "person"
    draft.act = act_of(scene, verb, draft.start, draft.end, somebody, scene.states(speaker.mention))
    head = scene.knowledge.built(heads).at(scene.folded, frame.party.first) if frame.party else None
    if draft.act == "say" and head and head.entry.act:
        draft.act = head.entry.act
    if draft.act == "say" and _hedged(s, draft):
        draft.act = "allege"
    draft.time = _time(scene, range(frame.first, scene.folded.between(0, draft.start).stop))
    rests = (draft.cue,) if speaker.cue is None else (draft.cue, speaker.cue)
    rule = f"{frame.cue.form} {_lemma(frame.cue)}"
    draft.why = Why(rule=rule, rests_on=rests, note=nameless.note(draft.hops))
    return True


def _time(scene: Scene, words: range) -> str:
    """The first time of a frame, before its content, that may be the utterance's; empty if none is.

    What a clause tells of the speaker, up to its comma, is not (الحزب الذي يقاتل منذ 1984); nor is what began then.
    """
    aside = False
    for i in words:
        if i > words.start and scene.is_a(i, "relative"):
            aside = True
        elif aside and any(mark in scene.gap(i) for mark in _COMMAS):
            aside = False
        if i in scene.timed and not aside and not (scene.word_is(i, "onward") or scene.word_is(i - 1, "onward")):
            return scene.timed[i]
    return ""


def _hedged(s: Stretch, draft: Draft) -> bool:
    folded = s.scene.folded
    first = folded.between(draft.start, draft.end).start
    clause = folded.between(min(draft.frame.clause, draft.start), draft.end).start
    words = range(max(s.words.start, first - _BEFORE, clause), min(first + _INSIDE, s.words.stop))
    found = s.scene.knowledge.built(hedges).find(folded, words)
    return any(h.entry.act and not s.within_quote(h.first) for h in found)


def _lemma(cue: Cue) -> str:
    return cue.verb.lemma if cue.verb else cue.words.phrase if cue.words else ""
