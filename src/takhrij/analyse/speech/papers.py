"""Documents that call on somebody, and who accuses whom in one (مشروع قرار يدعو الوزارة إلى، بيان اتهمت فيه)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import leads
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Party, lead_of
from takhrij.analyse.speech.stretches import Stretch

_PAPERS: Final = frozenset({"قرار", "بيان", "مشروع", "نص", "نداء", "عريضه", "توصيه", "مذكره", "رساله", "قانون"})
"""What calls on somebody without a person who does, in the accusative too."""
_WHOLE: Final = ("مشروع", "نص")
"""Nouns before such a document's."""


def asks(s: Stretch, cue: Cue, party: Party) -> bool:
    """Whether the party right behind a verb is whom the document right before it asks (قرار يدعو الوزارة إلى)."""
    verb, k, at = cue.verb, cue.first - 1, party.last
    whom = verb is not None and "whom" in verb.takes and verb.act == "demand" and not (cue.prefix or cue.suffix)
    if not verb or not whom or k < s.words.start or at >= s.words.stop or not s.scene.gap(cue.first).isspace():
        return False
    paper = _bare(s.scene.words[k].text) in _PAPERS
    return paper and leads.lead(s, at, set(verb.takes)) == "preposition"


def asking(s: Stretch, cue: Cue) -> Party:
    """Return the document right before a verb as who asks."""
    scene, k = s.scene, cue.first - 1
    first = k - (k > s.words.start and scene.words[k - 1].text in _WHOLE)
    name = scene.name(first, k + 1)
    name = _bare(name) if first == k else name
    return Party(first, k + 1, name, "unnamed", None, lead_of(_bare(scene.words[first].text)))


def accuses_another(s: Stretch, cue: Cue, party: Party) -> bool:
    """Whether whom one asks or accuses follows the party behind a verb: then the party does (اتهمت فيه هي الشركة).

    Who issued what فيه means does otherwise.
    """
    verb, at = cue.verb, party.last
    if not verb or "whom" not in verb.takes or at >= s.words.stop or not s.scene.gap(at).isspace():
        return False
    named = s.scene.party(at) is not None or s.scene.words[at].text.startswith("ال")
    return named and not (s.is_prefixed(at) or s.scene.is_a(at, "preposition"))


def _bare(word: str) -> str:
    """Return a noun without the ending of the accusative (بيانا)."""
    return word.removesuffix("ا")
