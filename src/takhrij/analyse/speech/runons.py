"""Quotations that run over sentences: where a mark opened in one sentence is closed in a later one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from takhrij.analyse.clauses import MARKS, Quotation, trimmed
from takhrij.analyse.speech import cues
from takhrij.analyse.speech.contents import Draft, behind_that
from takhrij.analyse.speech.scenes import Scene
from takhrij.analyse.speech.stretches import Stretch
from takhrij.records import Sentence

_DOTS: Final = re.compile(r"[ \u00a0]*(?:\.[ \u00a0]*){2,8}|…[ \u00a0]*")
"""What breaks a speaker's words off without ending them."""
_BEHIND: Final = " \u00a0.,،؛!?؟…"
"""What may stand between a closing mark and the end of its sentence."""
_CLOSED: Final = ("", ".", ",", "،", "؛")
"""What may stand behind a closing mark; an opening one has a word behind it."""
_LONGEST: Final = 6
"""Sentences after its first that a quotation may run on for; an unclosed mark would else swallow the article."""
_SPEECH: Final = 20
"""The same where none of them has a mark or begins with another's saying, and one mark ends the last."""


def run_on(s: Stretch, draft: Draft, following: Sequence[Sentence]) -> int:
    """Stretch a draft's unclosed quotation to where a following sentence closes it; return the offset behind it.

    Return -1 where nothing is left open, or nothing closes it: a mark after a verb of saying opens another quotation.
    """
    if not (quote := _left_open(s, draft)):
        return -1
    scene, broken, plain = s.scene, draft.quoted, draft.quoted
    near = (f for f in following[: 2 * _SPEECH] if scene.raw[f.span.start : f.span.end] != ".")  # " . . ." is three
    for number, sentence in enumerate(islice(near, _SPEECH)):
        start, end = sentence.span.start, sentence.span.end
        plain = plain and not _begins_saying(scene, start, end)
        if number >= _LONGEST and not plain:
            break
        broken = broken and _DOTS.fullmatch(scene.raw, draft.end, start) is not None
        marks = [i for i in range(start, end) if scene.raw[i] in MARKS]
        if not marks:
            if broken and not _speaks(scene, start, end):
                draft.end = trimmed(scene.raw, draft.start, end)[1]
            continue
        last = _ends(scene, marks, end)
        if number >= _LONGEST and not (last and len(marks) == 1):
            break
        if not last and _opens_anew(scene, start, marks, end):
            return _cut(s, draft)
        closes = marks[-1] if last else marks[0]
        draft.end = trimmed(scene.raw, draft.start, closes)[1]
        if behind_that(s, draft.start, quote):
            draft.quoted, draft.start = True, quote.inner[0]
        return closes + 1
    return _cut(s, draft)


def _cut(s: Stretch, draft: Draft) -> int:
    """End a quotation that nothing closes before another's words in its sentence (..., وقال الوزير)."""
    if draft.start < draft.cut and draft.end <= s.end:
        draft.end = trimmed(s.scene.raw, draft.start, draft.cut)[1]
    return -1


def _left_open(s: Stretch, draft: Draft) -> Quotation | None:
    """Return the quotation that a draft's content, at the end of its sentence, leaves open."""
    quote = s.quotes[-1] if s.quotes else None
    if not quote or quote.closed or not draft.start <= quote.inner[0] < draft.end:
        return None
    return quote if draft.quoted or not s.scene.folded.between(draft.end, s.end) else None


def _ends(scene: Scene, marks: Sequence[int], end: int) -> bool:
    """Whether the last mark of a sentence, an odd one, ends it, so that it opens nothing of the sentence's own.

    What stands before it may tell of others' sayings; between marks of its own it must not.
    """
    odd = len(marks) % 2 == 1 and not scene.raw[marks[-1] + 1 : end].strip(_BEHIND)
    return odd and (len(marks) == 1 or not _speaks(scene, marks[0], marks[-1]))


def _speaks(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb or participle of saying stands there."""
    words = scene.folded.between(start, end)
    return any(cue.form != "attribution" for cue in cues.find(scene.folded, words, scene.knowledge))


def _begins_saying(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence begins with a verb of saying: then another tells, or the narrator does."""
    words = scene.folded.between(start, end)
    found = cues.find(scene.folded, words[:1], scene.knowledge)
    return any(cue.form == "finite" for cue in found)


def _opens_anew(scene: Scene, start: int, marks: Sequence[int], end: int) -> bool:
    """Whether the first mark of a sentence opens something of its own: what others say, or a name."""
    if scene.raw[marks[0] + 1 : end].lstrip()[:1] in _CLOSED and len(marks) % 2:
        return False
    return _speaks(scene, start, marks[0]) or _own_marks(scene, marks, end)


def _own_marks(scene: Scene, marks: Sequence[int], end: int) -> bool:
    """Whether the marks of a sentence are pairs of its own, so that none closes what was opened before it."""
    closing = scene.raw[marks[0] + 1 : end].lstrip()[:1] in _CLOSED
    return len(marks) % 2 == 0 and not closing and not _speaks(scene, marks[0], marks[1])
