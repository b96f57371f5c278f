"""Who stands before asides: relative clauses, clauses that hide a name, several asides between commas."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.analyse.speech.speakers import LONGEST, by_words, end, hole, no_names
from takhrij.analyse.speech.stretches import plain
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text

_CLAUSE: Final = 20
"""Words of a relative clause between a subject and its verb."""
_ASIDE: Final = 12
"""Words of an aside between commas between a subject and its verb."""
_ASIDES: Final = 30
"""The same for several asides."""


def behind_asides(scene: Scene, i: int, start: int) -> Party | None:
    """Return the party before several asides that end at word `i` (سمير حداد، وهو مهندس، من أهل القرية، قال)."""
    for k in range(i, max(start, i - _ASIDES), -1):
        if scene.words[k].text in scene.forms.finite or scene.is_a(k, "that"):
            return None
        if not scene.marked(k, "،,"):
            continue
        party = scene.members.get(k - 1)
        speaks = party is not None and party.last == k and party.kind in ("person", "office", "unnamed")
        if party and speaks and plain(scene, party, party.first) and begins(scene, party.first, start):
            return party
    return None


def described(scene: Scene, i: int, start: int) -> Party | None:
    """Return the party whose relative clause ends at word `i`, before a comma (سمير حداد، الذي زار المدينة، قال)."""
    for k in range(i, max(start, i - _CLAUSE), -1):
        if scene.is_a(k, "relative") and (party := scene.members.get(k - 1)) and party.last == k:
            return party if begins(scene, party.first, start) else None
        if scene.is_a(k, "that") or (scene.words[k].text in scene.forms.finite and not scene.is_a(k - 1, "relative")):
            return None
    return None


def parted(scene: Scene, i: int, start: int) -> Party | None:
    """Return the party before an aside that ends at word `i`, before a comma (مهندس، طلب عدم ذكر اسمه، قال).

    A noun that no list knows is taken only where the aside hides its name: any other may be no person.
    """
    k = next((k for k in range(i, max(start, i - _ASIDE), -1) if scene.marked(k, "،,")), -1)
    if k <= start or hole(scene.gap(k)):
        return None
    party = scene.members.get(k - 1)
    if party and party.last == k and begins(scene, party.first, start):
        return party
    hidden = scene.words[i].text in scene.knowledge.built(_hidden)
    for first in range(k - 1, max(start, k - LONGEST) - 1, -1):
        if not begins(scene, first, start) or scene.words[first].text in scene.knowledge.built(no_names):
            continue
        if party := by_words(scene, first, k):
            return party if party.last == k else None
        whole = hidden and end(scene, first + 1, k) == k
        return (
            Party(first, k, scene.name(first, k), "unnamed", None, lead_of(scene.words[first].text))
            if whole
            else None
        )
    return None


def hiding(scene: Scene, i: int, start: int) -> Party | None:
    """Return the source whose relative clause, which hides its name, ends at word `i` (مسؤول والذي رفض كشف هويته)."""
    if scene.words[i].text not in scene.knowledge.built(_hidden):
        return None
    for k in range(i, max(start, i - _ASIDE), -1):
        if scene.is_a(k, "relative"):
            back = range(k - 1, max(start, k - LONGEST) - 1, -1)
            whole = [p for n in back if (p := by_words(scene, n, k)) and p.last == k]
            known = scene.members.get(k - 1)
            return whole[-1] if whole else known if known and known.last == k else None
    return None


def _hidden(knowledge: Knowledge) -> frozenset[str]:
    """Return the words that end a clause by which a source hides (عدم ذكر اسمه)."""
    return frozenset(fold_text(p.phrase) for p in knowledge.language.particles if p.kind == "hidden")


def begins(scene: Scene, first: int, start: int) -> bool:
    """Whether a clause begins at word `first`: behind a mark, "and", أن or a connective, or with its sentence."""
    gap = scene.gap(first)
    if first <= start or any(mark in gap for mark in "،,؛:.\n"):
        return True
    if scene.words[first - 1].text.removeprefix("و") == "اما":
        return True
    if first > start and "becomes" in scene.forms.particles.get(scene.words[first - 1].text.removeprefix("و"), ()):
        return True  # ظلت الوزارة تطالب
    return _joined(scene, first) or scene.is_a(first - 1, "that", "so", "connective", "adverb", "since")


def _joined(scene: Scene, first: int) -> bool:
    """Whether word `first` begins with "and" and not with a letter of a name's own (واشنطن)."""
    party = scene.members.get(first)
    own = party and party.first == first and party.mention and party.mention.span.start == scene.words[first].start
    return scene.words[first].text[0] == "و" and not own
