"""Where the noun phrase of a subject ends: before what is asked or described, with a name in marks."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.scenes import Party, Scene
from takhrij.analyse.speech.stretches import Stretch
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text

_IN_MARKS: Final = 5
"""Words of a body's name in marks; longer quotations are what was said."""
_HERS: Final = ("ه", "ا", "ي", "ات")
"""Endings of adjectives of a feminine noun, folded (العليا، الكبرى)."""


def with_its_name(s: Stretch, party: Party) -> Party:
    """Return a body that is only called what it is, with the name in marks right behind it (صفحة "الغد")."""
    scene, last = s.scene, party.last
    bare = party.mention is None and last == party.first + 1 and not scene.words[party.first].text.startswith("ال")
    quote = s.quote_before(last) if bare and party.kind in ("outlet", "organization") else None
    inside = scene.folded.between(*quote.inner) if quote and quote.closed else range(0)
    if not quote or not 0 < len(inside) <= _IN_MARKS or not scene.raw[quote.end : s.end].strip(" ."):
        return party
    return party._replace(last=inside.stop, name=scene.name(party.first, inside.stop))


def without_his(scene: Scene, party: Party) -> Party:
    """Return a body of one feminine noun without the masculine behind it, no adjective of hers (الوزارة | النظام)."""
    first, at = party.first, party.first + 1
    if party.kind not in ("organization", "outlet") or party.last <= at:
        return party
    both = scene.words[first].text.startswith("ال") and scene.words[at].text.startswith("ال")
    her, his = scene.raw[scene.words[first].end - 1] == "ة", scene.words[at].text
    if not (both and her) or his.endswith(_HERS) or his.startswith("الا") or scene.gap(at) != " ":
        return party
    return party._replace(last=at, name=scene.name(first, at))


def before_another(scene: Scene, party: Party) -> Party:
    """Return a definite noun without the one behind it that describes nothing (هددت الجماعة | الوزارة)."""
    if party.mention is not None:
        return party
    texts = [scene.words[k].text for k in range(party.first, party.last)]
    nouns = scene.knowledge.built(_bodies)
    another = (k for k in range(1, len(texts)) if texts[k] in nouns and texts[k - 1].startswith("ال"))
    last = party.first + next(another, len(texts))
    return party._replace(last=last, name=scene.name(party.first, last)) if last < party.last else party


def _bodies(knowledge: Knowledge) -> frozenset[str]:
    """Return definite nouns that are no adjectives but for those of the opposition (الفصائل المعارضة)."""
    rows = (row for row in knowledge.language.eventcues if row.kind == "noun_only")
    return frozenset(fold_text(form) for row in rows for form in row.forms) - {"المعارضه"}


def before_demand(s: Stretch, party: Party, takes: tuple[str, ...]) -> Party:
    """Return those of whom a plural or the article tells without what is asked (المحتجون | بالإفراج)."""
    scene, head = s.scene, s.scene.words[party.first].text
    if not head.startswith("ال") and not head.endswith(("ون", "ين")):
        return party  # مسؤول بوزارة النقل: where he sits
    last = next((k for k in range(party.first + 1, party.last) if _begins_demand(s, k, takes)), party.last)
    return party._replace(last=last, name=scene.name(party.first, last))


def _begins_demand(s: Stretch, i: int, takes: tuple[str, ...]) -> bool:
    scene, word = s.scene, s.scene.words[i].text
    if word == "من" and "من" in takes:
        return True
    if "whom" in takes and word.startswith("ال") and scene.knowledge.built(speakers.heads).at(scene.folded, i):
        return True  # ناشدت الوزارة | السكان
    return "ب" in takes and word[0] == "ب" and s.is_prefixed(i)


def without_object(scene: Scene, party: Party) -> Party:
    """Return a name of words that no list knows without the object behind it (وصف حاكم نوريلاند الحادث بأنه)."""
    last = party.last - 1
    article = [scene.words[k].text.startswith("ال") for k in (last - 1, last)]
    if last <= party.first + 1 or article != [False, True] or scene.word_is(last - 1, "inner", "preposition"):
        return party
    return party._replace(last=last, name=scene.name(party.first, last))
