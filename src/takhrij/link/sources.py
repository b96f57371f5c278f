"""Who is quoted for a claim: the speakers at the ends of the chains, each once. In doubt fewer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from takhrij.link.likeness import word_for_word
from takhrij.link.parts import ends, slip
from takhrij.link.tellings import Telling
from takhrij.link.who import Who

_VAGUE: Final = ("unnamed", "office")
"""Kinds of speakers whom another page may call by name."""
_COMPARED: Final = 40
"""Speakers of a claim whose words a further one's are held against: keeps a claim of thousands linear."""


class Speaker(NamedTuple):
    """The last speaker of a telling: `vague` where no name tells who it is."""

    telling: Telling
    who: Who
    name: str
    vague: bool


def sources(members: Iterable[Telling], reprints: Iterable[tuple[Telling, Telling]]) -> tuple[str, ...]:
    """Return the last speakers by name, each once with its mouthpieces; an outlet that only reports is none.

    `reprints` are the pairs that stand in one copied passage: somebody speaks there once, whatever he is called. So
    does somebody with a name who is quoted at length in the same words.
    """
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in reprints:
        beside[one.id].add(other.id)
        beside[other.id].add(one.id)
    kept: list[Speaker] = []
    before: list[Speaker] = []
    for speaker in sorted(filter(None, map(_speaker, members)), key=lambda speaker: speaker.vague):
        known = any(_one(speaker, other, beside[speaker.telling.id]) for other in kept)
        if not known and not any(_word_for_word(speaker, other) for other in before[:_COMPARED]):
            kept.append(speaker)
        before.append(speaker)
    return tuple(speaker.name for speaker in kept)


def _speaker(telling: Telling) -> Speaker | None:
    last = telling.hops[-1] if telling.source and telling.hops else None
    if last is None or telling.source is None or not last.name or last.kind == "outlet":
        return None
    return Speaker(telling, telling.source, last.name, last.kind in _VAGUE)


def _word_for_word(one: Speaker, other: Speaker) -> bool:
    kinds = {one.telling.kind, other.telling.kind}
    return "said" in kinds and "event" not in kinds and word_for_word(one.telling, other.telling)


def _one(one: Speaker, other: Speaker, reprints: set[str]) -> bool:
    """Whether two may be one: by identity or spelling, or since one has no name and may be whom the other means."""
    if one.name == other.name or other.who.speaks_for(one.who):
        return True
    if other.telling.id in reprints and (one.vague or other.vague or one.who.words & other.who.words):
        return True
    few, many = sorted((one.who.words, other.who.words), key=lambda words: (len(words), sorted(words)))
    within = all(any(word == longer or ends(word, longer) or slip(word, longer) for longer in many) for word in few)
    return within and (len(few) == len(many) or (one.vague and other.vague))
