"""Attributions behind words or between them: how far what they attribute reaches (قتل خمسة، وفق الشرطة، هنا)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.clauses import clauses
from takhrij.analyse.speech.contents import Draft
from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.stretches import Stretch, comma
from takhrij.text import fold_words

FEWEST: Final = 3
"""Words of a clause that somebody may have said, at least."""
_PARTING: Final = ("حيث", "فيما", "بينما", "في حين")
_LONGER: Final = 3
"""How much longer the part behind an attribution is if that is what was said."""
_DATELINE: Final = 10
"""Words up to the end of a dateline behind a caption."""
_LED: Final = "بقياده"
_MARKS: Final = ("،", ",", "-", "–")
_NEAR: Final = 8
"""Words of what stands behind whom an attribution names, up to the mark that closes it."""
_VERB: Final = 4
"""Letters of a verb of the present, at least."""
_PRONOUNS: Final = frozenset(fold_words("هو هي هم هما لكنه لكنها لكنهم أنه أنها أنهم إنه إنها إنهم لأنه لأنها لأنهم"))
_PARTED: Final = 6
"""Words of a clause with an attribution of its own, at least."""


def runs_on(s: Stretch, first: int, clause: int, behind: int) -> bool:
    """Whether what an attribution attributes stands behind it mostly (فالشركة بحسب الوزير فتحت ...)."""
    scene = s.scene
    if behind >= s.words.stop or scene.is_a(behind, "relative") or s.is_setting(behind):
        return False
    front, back = _count(s, first, clause), _count(s, scene.words[behind].start, s.end)
    thus = scene.word_is(s.words.start, "connective")  # وذلك بحسب الوزير
    whole = behind in scene.members or bool(scene.gap(behind).strip())
    return back > _LONGER * front and not thus and (front < FEWEST or (front <= _PARTED and not whole))


def past_leader(s: Stretch, i: int) -> int:
    """Return the word behind who leads whom an attribution names (وفق التحالف | بقيادة واشنطن)."""
    led = i + 1 < s.words.stop and s.scene.words[i].text == _LED and s.scene.gap(i).isspace()
    leader = (s.scene.party(i) or s.scene.party(i + 1)) if led else None
    return leader.last if leader else i


def parts(s: Stretch, frame: Frame, behind: int) -> bool:
    """Whether an attribution between commas parts a verb from what it tells of (نزح، وفق الوزارة، مئة ألف)."""
    first, scene = s.words.start, s.scene
    amid = behind + FEWEST <= s.words.stop and comma(scene.gap(frame.first)) and comma(scene.gap(behind))
    verb, counts = scene.words[first].text.lstrip("وف"), scene.forms.counts
    noun = verb.startswith("ال") or "ال" + verb in counts or verb in scene.forms.particles or first in scene.members
    return amid and not noun and verb.isalpha() and first not in s.cues and 0 < frame.first - first < FEWEST


def reach(s: Stretch, frame: Frame, alone: bool) -> int:
    """Return where the clause of an attribution ends: before it, or behind it where it stands amid the clause.

    `alone`: nothing else was said in the sentence, so that commas around it show that too.
    """
    if _between_dashes(s, frame):
        return s.end
    return amid(s, frame) or (_between_commas(s, frame) if alone else 0) or frame.clause


def amid(s: Stretch, frame: Frame) -> int:
    """Return where the clause ends that an attribution parts behind its verb or pronoun, 0 if it does not.

    So it does in وهي، بحسب التقرير، المصدر الوحيد and in يرجع بحسب التقرير إلى الحصار.
    """
    i = frame.first - 1
    if frame.party is None or i <= s.words.start:
        return 0
    closing = _closing(s, frame)
    behind = closing or frame.party.last
    short = closing and any(comma(s.scene.gap(k)) for k in range(i + 2 - FEWEST, i + 1))  # ، بينما نزح، وفق الوزارة،
    if behind + 1 >= s.words.stop or not (short or _is_open(s, i)) or s.scene.is_a(behind, "relative", "connective"):
        return 0
    if not closing and s.scene.gap(behind).strip():
        return 0
    if any(k in s.cues for k in range(behind, min(behind + FEWEST, s.words.stop))):
        return 0
    stop = next((k for k in range(behind + 1, s.words.stop) if comma(s.scene.gap(k))), s.words.stop)
    return s.scene.words[stop - 1].end


def _closing(s: Stretch, frame: Frame) -> int:
    """Return the word behind the comma or dash that closes an attribution which such a one opens, 0 if none does."""
    opens = s.scene.gap(frame.first).strip()
    if opens not in _MARKS or frame.party is None:
        return 0
    near = range(frame.party.last, min(frame.party.last + _NEAR, s.words.stop))
    found = next((k for k in near if s.scene.gap(k).strip()), 0)
    return found if found and s.scene.gap(found).strip() == opens else 0


def _is_open(s: Stretch, i: int) -> bool:
    """Whether nothing ends with word `i`: a verb, or a pronoun that begins its clause (وهي، لكنهم)."""
    scene, word = s.scene, s.scene.words[i].text
    if i in scene.members or i in s.cues:
        return False
    present = word[0] in "يت" and scene.forms.counts.get(word, 0) and "ال" + word not in scene.forms.counts
    verb = word in scene.forms.verbs or (present and word.isalpha() and len(word) >= _VERB)
    return bool(verb and not scene.forms.particles.get(word)) or word.removeprefix("و") in _PRONOUNS


def _between_dashes(s: Stretch, frame: Frame) -> bool:
    """Whether an attribution stands between dashes, so that its clause goes on behind it (- بحسب السكان -)."""
    return "-" in s.scene.gap(frame.first) and _closing(s, frame) > 0


def _between_commas(s: Stretch, frame: Frame) -> int:
    """Return where the clause ends that goes on behind an attribution between commas, 0 if it does not.

    So it does at a preposition (قتل خمسة، وفق الشرطة، في انهيار الجسر), where no verb of saying follows.
    """
    scene, i = s.scene, frame.party.last if frame.party else s.words.stop
    if i + 1 >= s.words.stop or not (comma(scene.gap(i)) and comma(scene.gap(frame.first))):
        return 0
    bound = scene.is_a(i, "preposition") or (s.is_prefixed(i) and scene.words[i].text[0] in "بل")
    stop = next((k for k in range(i + 1, s.words.stop) if comma(scene.gap(k))), s.words.stop)
    if not bound or s.is_setting(i) or any(k in s.cues for k in range(i, stop)):
        return 0
    return scene.words[stop - 1].end


def own_clause(s: Stretch, last: Draft, frame: Frame) -> int:
    """Return where the clause of an attribution begins, if a connective parts it from the last content."""
    if last.end >= 0 or frame.party is None or last.frame.quote:
        return 0
    parts = clauses(s.scene.folded, last.start, frame.clause, s.scene.knowledge)
    linked = [c.start for c in parts[1:] if c.link in _PARTING and _count(s, c.start, frame.clause) > _PARTED]
    return linked[-1] if linked else 0


def _count(s: Stretch, start: int, end: int) -> int:
    return len(s.scene.folded.between(start, end))


def past_dateline(s: Stretch) -> int:
    """Return the sentence's first word, behind a dateline that opens it (دمشق (سوريا) - | سيطر الجيش)."""
    scene, first = s.scene, s.words.start
    for k in range(first + 1, min(first + _DATELINE, s.words.stop)):
        placed = (named := scene.members.get(k - 1)) is not None and named.kind in ("place", "state")
        if placed and named and named.last == k and scene.gap(k).strip(" )") in ("-", "–", "—"):
            return k
    return first
