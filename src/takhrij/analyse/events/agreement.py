"""Gender and number: which phrase may be the subject of which form of a verb. Below arguments."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.analyse.events.chunks import Chunk, Phrases
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.text import fold_text


def oblique(phrases: Phrases, chunk: Chunk, vocabulary: Vocabulary) -> bool:
    """Whether the case of its first word forbids a phrase to be a subject (اتهمت العاملين، خطف جنديا)."""
    head, cue = phrases.words[chunk.first].text, vocabulary.is_cue
    if chunk.whole or cue("quantity", head):
        return False
    if head.endswith("ا"):
        thing = head[:-1] in vocabulary.cues["party"] or cue("thing", head[:-1])  # قصفت مخيما
        return (thing and not vocabulary.is_person(head)) or (vocabulary.is_person(head) and cue("people", head))
    return head.endswith("ين") and not cue("upright", head) and (vocabulary.people(head) or vocabulary.party[head])


def disagrees(phrases: Phrases, chunk: Chunk, form: str, vocabulary: Vocabulary) -> bool:
    """Whether a phrase right behind a verb in the singular is of the other gender (اتهمت الرئيس، زار سوريا)."""
    if chunk.whole and chunk.mention is not None and chunk.mention.kind == "state":
        return form == "ms" and gender(phrases, chunk, vocabulary) == "f"
    if chunk.whole and chunk.mention is not None and chunk.mention.kind not in ("person", "office"):
        return False
    head, cue = phrases.words[chunk.first].text, vocabulary.is_cue
    if form == "ms" and chunk.last > chunk.first + 1 and cue("all", head):
        return phrases.words[chunk.first + 1].text.endswith("ات")  # دعا كافة المنظمات
    return (form == "fs" and cue("he", head)) or (form == "ms" and cue("she", head))


def agrees(phrases: Phrases, found: Sequence[Chunk], form: str, vocabulary: Vocabulary) -> bool:
    """Whether a verb form (`ms`, `fs`, `mp` ...) can have these phrases before it as its subject."""
    if not found or form[:1] == "1":
        return False
    if form[1:] in ("p", "d"):
        head = phrases.words[found[0].first].text
        return (
            len(found) > 1 or vocabulary.is_cue("both", head) or head.endswith(("ين", "ون", "ان")) or form[1:] == "p"
        )
    if len(found) > 1:
        return form[:1] == "f"  # three states agreed: as one woman would
    if phrases.words[found[0].first].text.isdigit() and found[0].last == found[0].first + 1:
        return False  # an hour's minutes, a number in a list
    return gender(phrases, found[0], vocabulary) in (form[:1], "?")


def gender(phrases: Phrases, chunk: Chunk, vocabulary: Vocabulary) -> str:
    """`m`, `f`, or `?` where the words do not tell."""
    head = phrases.words[chunk.first].text
    head = head[1:] if chunk.joins and head[0] in "وف" and len(head) > 3 else head
    if chunk.mention is not None and chunk.whole:
        if chunk.mention.kind == "person":
            return "m" if not head.endswith("ه") or head.endswith("امه") else "?"
        named = fold_text(chunk.mention.name).split()
        if chunk.mention.kind == "state" and len(named) > 1 and named[0].startswith("ال"):
            return "f" if named[0].endswith(("ه", "ات")) or named[-1].endswith("ه") else "m"  # by noun and adjective
        if chunk.mention.kind in ("state", "place"):
            return "m" if vocabulary.is_cue("masculine", fold_text(chunk.mention.name)) else "f"
    if vocabulary.is_cue("he", head):
        return "m"
    if head.endswith(("ه", "ات")) or vocabulary.is_cue("plural", head.removeprefix("ال")):
        return "f"
    return "?" if head.startswith("ال") or len(head) < 5 else "m"
