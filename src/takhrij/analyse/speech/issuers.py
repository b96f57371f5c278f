"""Who issued the document that a verb tells the words of: its publisher, sender or maker (أصدر بيانا قال فيه)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import preceding, speakers
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Party, Scene
from takhrij.analyse.speech.stretches import Stretch, plain

_DOCUMENT: Final = 8
"""Words from a document to the verb that tells what it says (بيانا مشتركا قالت فيه)."""
_BACK: Final = 5
"""Words of a noun phrase before a document, but one."""
_ISSUED: Final = 12
"""Words from who issued a document to the verb that tells what it says."""


def of(s: Stretch, cue: Cue) -> Party | None:
    """Return who issued what a verb with a pronoun points back to (تصريح قال فيه), None where nobody is named."""
    return publisher(s, cue.first - 1) or _sender(s, cue) or _maker(s, cue)


def whose(s: Stretch, i: int) -> Party | None:
    """Return whose words the document at word `i` is, named right behind it (تصريحات | سمير حداد)."""
    scene = s.scene
    if not scene.word_is(i, "document") or i + 1 >= s.words.stop or not scene.gap(i + 1).isspace():
        return None
    if s.is_prefixed(i + 1) or scene.words[i + 1].text.startswith("لل"):
        return None  # بيان للوزارة
    party = scene.party(i + 1) or speakers.by_words(scene, i + 1, s.words.stop)
    speaks = party is not None and party.kind in ("person", "office", "organization")
    return party if party and speaks and plain(scene, party, i + 1) else None


def _sender(s: Stretch, cue: Cue) -> Party | None:
    """Return who sends what a verb tells the words of, the sentence's subject (بعث الرئيس ببرقية قال فيها)."""
    scene, first = s.scene, s.words.start
    for i in range(first, min(first + 2, cue.first) if not cue.prefix else first):
        party = scene.party(i)
        if party and party.kind != "place" and plain(scene, party, i):
            return party
    return None


def _maker(s: Stretch, cue: Cue) -> Party | None:
    """Return the last one named before a document whose words a verb tells (لجأت الوزارة إلى إصدار بيان قالت فيه).

    Whom a ل binds to the document comes first (تصريح آخر لوزير النقل، قال فيه).
    """
    scene, i = s.scene, cue.first - 1
    if (named := scene.members.get(i)) and named.last == cue.first and not plain(scene, named, named.first):
        near = range(max(s.words.start, named.first - 2), named.first)
        if scene.words[named.first].text[0] == "ل" and any(scene.word_is(k, "document", "setting") for k in near):
            return named
    k = next((k for k in range(i, max(i - _DOCUMENT, s.words.start), -1) if scene.word_is(k, "document")), -1)
    parted = any(scene.is_a(j, "relative", "that", "connective") for j in range(k, cue.first))
    if k < 0 or parted or scene.words[k].text.startswith("ال") or scene.words[cue.first].text.endswith("وا"):
        return None
    before = [p for p in scene.parties(range(s.words.start, k)) if p.kind != "place" and plain(scene, p, p.first)]
    free = [p for p in before if not scene.word_is(p.first - 1, "preposition") or p.first == s.words.start]
    theirs = scene.word_is(k + 1, "pronominal")  # اتهمت الوزارة البلدية في بيان لها قالت فيه
    return free[0 if theirs else -1] if free and free[-1].last <= k else None


def publisher(s: Stretch, i: int) -> Party | None:
    """Return who published the document that is named at word `i` or before it (أصدرت الوزارة بيانا قالت فيه)."""
    scene = s.scene
    issued = scene.members.get(i)  # تصريح لوزير النقل قال فيه
    if issued and issued.last == i + 1 and issued.first > s.words.start and issued.kind != "place":
        bound = not plain(scene, issued, issued.first) and scene.words[issued.first].text[0] == "ل"
        if bound and scene.word_is(issued.first - 1, "document", "setting"):
            return issued
    for k in range(i, max(i - _ISSUED, s.words.start), -1):
        public = scene.word_is(k - 1, "issued") or _issues(scene, k - 1) or scene.words[k - 1].text == "وصدر"
        issuing = s.cues.get(k - 1) if public and scene.word_is(k, "document") else None
        if issuing and (party := preceding.before(scene, issuing, s.words.start)):
            return party  # والحركة أصدرت بيانا قالت فيه
        party = speakers.after(scene, _past_document(scene, k, i), i + 1) if public else None
        if party and not (scene.word_is(party.first, "document") and scene.words[party.first].text[-1] == "ا"):
            return party  # بيان نشره الحزب، مساء أمس، وقال فيه
    if owner := _owner(s, i):
        return owner
    k = next((k for k in range(i, max(i - _DOCUMENT, s.words.start), -1) if scene.word_is(k, "document")), -1)
    j = k - 1
    while j > s.words.start and (j in scene.timed or scene.is_a(j, "adverb", "preposition")):
        j -= 1
    party = scene.members.get(j) if k > 0 else None
    if k > 0 and not party:
        back = range(j, max(s.words.start, j - _BACK) - 1, -1)
        party = next((p for n in back if (p := speakers.by_words(scene, n, j + 1)) and p.last == j + 1), None)
    if not party or party.last != j + 1 or party.kind == "place":
        return None
    bound = party.first > s.words.start and scene.is_a(party.first - 1, "preposition")
    return None if bound or not plain(scene, party, party.first) else party


def _owner(s: Stretch, i: int) -> Party | None:
    """Return whose words a document is right before word `i`, a time between or none (تصريحات حداد الأحد التي)."""
    scene = s.scene
    while i > s.words.start and (i in scene.timed or scene.is_a(i, "relative")):
        i -= 1
    named = scene.members.get(i)
    if not named or named.last != i + 1 or named.kind != "person" or named.first <= s.words.start:
        return None
    return named if scene.word_is(named.first - 1, "document") and plain(scene, named, named.first) else None


def _past_document(scene: Scene, k: int, stop: int) -> int:
    """Return the word behind a document and its عن at word `k`, and a time before (صدر أمس بيان عن الوزارة)."""
    at = k
    while at < stop and (at in scene.timed or scene.is_a(at, "adverb", "document")):
        at += 1
    return at + 1 if at < stop and scene.words[at].text == "عن" else k


def _issues(scene: Scene, i: int) -> bool:
    """Whether word `i` is a verb of issuing, with "and" before it or without (وأصدرت الحركة بيانا قالت فيه)."""
    word = scene.words[i].text
    return "issues" in scene.forms.particles.get(word.removeprefix("و"), ()) and i not in scene.members
