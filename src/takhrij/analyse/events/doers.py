"""Doers that stand in no slot of their own: an adjective, the owner of the fire, the blow before its toll.

Below participants.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from takhrij.analyse.events.agreement import gender
from takhrij.analyse.events.chunks import Chunk, Phrases
from takhrij.analyse.events.nations import nationalities
from takhrij.analyse.events.parties import lone_number, owner, party
from takhrij.analyse.events.sides import Sides
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import EventRule
from takhrij.records import Party

_DASHES: Final = ("-", "ـ", "–")
_BLOW: Final = 4
"""Chunks from a toll back to the blow that took it."""
_LISTED: Final = 16
"""Chunks of a list of doers that are read."""


class Doers:
    """Reads such doers in the sentences of one page."""

    def __init__(self, raw: str, knowledge: Knowledge, vocabulary: Vocabulary) -> None:
        self._raw, self._vocabulary = raw, vocabulary
        self._nationalities = knowledge.built(nationalities)

    def nations(self, phrases: Phrases, k: int) -> list[Party]:
        """The states whose adjectives describe a verbal noun (الغارات الروسية، المحادثات الروسية - التركية)."""
        chunk, words = phrases.chunks[k], phrases.words
        definite = words[chunk.first].text.startswith("ال")
        found: list[Party] = []
        for i in range(chunk.first + 1, min(chunk.last + 2, len(words))):
            word = words[i].text
            known = (
                word in self._nationalities
                and not word.endswith(("ين", "ون"))
                and (i < chunk.last or word.startswith("ال") == definite)
            )
            dashed = self._raw[words[i - 1].end : words[i].start].strip() in _DASHES
            if known and (i <= chunk.last or (found and dashed)):
                found.append(Party(name=self._nationalities[word], kind="state"))
        return found[:2]

    def by_fire(self, phrases: Phrases, sides: Sides) -> tuple[Party, ...]:
        """Whose fire or shells it was by which somebody fell (قتل برصاص الجيش، أصيب بنيران مسلحين)."""
        for chunk in sides.slots.get("ب", ()):
            words = phrases.words
            fire = self._vocabulary.is_cue("fire", words[chunk.first].text.removeprefix("ب"))
            if fire and (found := owner(phrases, chunk, self._raw, self._vocabulary)):
                return found
        return ()

    def striker(self, phrases: Phrases, k: int, sides: Sides) -> tuple[Party, ...]:
        """Whose blow or weapons strike, by their adjective (الغارات الإسرائيلية استهدفت، سقطت صواريخ روسية)."""
        near = [*sides.subject, *sides.object, *phrases.chunks[max(k - 1, 0) : k], *phrases.chunks[k + 1 : k + 2]]
        for chunk in (sides.antecedent, *near):
            if chunk is None or chunk.prep or chunk.joins:
                continue
            at = bisect_left(phrases.chunks, chunk.first, key=lambda c: c.first)
            trigger, cue = chunk.trigger, self._vocabulary.is_cue
            blow = trigger is not None and trigger.rule is not None and trigger.rule.type == "ASSAULT"
            arms = range(chunk.first, min(chunk.first + 2, chunk.last))
            armed = blow or any(cue("arms", phrases.words[n].text.removeprefix("ال")) for n in arms)
            if armed and (found := self.nations(phrases, at)):
                return (found[0],)
        return ()

    def countryman(self, phrases: Phrases, chunk: Chunk) -> tuple[Party, ...]:
        """A man of whom only his nation is told, the subject of a deed (قتل سوري وزوجته)."""
        head = phrases.words[chunk.first].text
        alone = chunk.last == chunk.first + 1 and not (chunk.prep or chunk.comma or head.startswith("ال"))
        known = head in self._nationalities and head.endswith("ي")
        return (party(phrases, chunk, self._raw),) if alone and known else ()

    def numbered(self, phrases: Phrases, sides: Sides, rule: EventRule) -> tuple[Party, ...]:
        """Of a noun of killing the number behind it, where it is left unsaid whom it counts (مقتل 171)."""
        if rule.type != "ASSAULT" or rule.genitive != "target":
            return ()
        return tuple(party(phrases, c, self._raw) for c in sides.subject if lone_number(phrases, c))

    def ground(self, phrases: Phrases, *places: Sequence[Chunk]) -> tuple[Party, ...]:
        """What is struck or taken and is nobody: the first in one of the `places` (السيطرة على الطريق، دمر معالم)."""
        for chunk in sorted((c for place in places for c in place), key=lambda c: c.first):
            head = phrases.words[chunk.first].text
            before = phrases.words[max(chunk.first - 2, 0)].text  # بناء على قرار، المنطقة الواقعة على الضفة
            told_how = (head, head.removeprefix("ال"), before)
            timed = self._vocabulary.is_cue("day", head)  # في أول يوم
            if chunk.kind == "np" and not (timed or any(self._vocabulary.is_cue("in_manner", w) for w in told_how)):
                return (party(phrases, chunk._replace(mention=None), self._raw),)
        return ()

    def described(self, phrases: Phrases, k: int, sides: Sides) -> tuple[Party, ...]:
        """The name that ends a phrase, where a relative clause agrees with it alone (محاربة التنظيم الذي استولى)."""
        chunk, trigger = sides.antecedent, phrases.chunks[k].trigger
        if chunk is None or chunk.mention is None or chunk.whole or trigger is None or not sides.before:
            return ()
        if gender(phrases, chunk, self._vocabulary) in (trigger.form.agrees[:1], "?"):
            return ()
        return (Party(name=chunk.mention.name, kind=chunk.mention.kind, mention=chunk.mention.id),)

    def blow_before(self, phrases: Phrases, k: int) -> list[Party]:
        """Whose the blow was that stands before its toll, by its adjective (غارة روسية أسفرت عن مقتل)."""
        for i in range(k - 1, max(k - _BLOW, 0) - 1, -1):
            trigger = phrases.chunks[i].trigger
            if phrases.chunks[i].kind == "noun" and trigger is not None and trigger.rule is not None:
                return self.nations(phrases, i)[:1] if trigger.rule.type == "ASSAULT" else []
        return []


def owned(sides: Sides) -> Sides:
    """Whose pronoun a noun bears is its doer where somebody follows, who is done to (اتهامه المعارضة)."""
    if not (sides.owner and sides.subject):
        return sides
    return sides._replace(subject=(), object=(*sides.subject, *sides.object))


def joined(phrases: Phrases, first: Chunk) -> list[Chunk]:
    """A phrase with those joined to it right behind it."""
    found = [first]
    at = bisect_left(phrases.chunks, first.first, key=lambda chunk: chunk.first)
    for chunk in phrases.chunks[at + 1 : at + _LISTED]:
        if chunk.kind != "np" or chunk.prep or not chunk.joins:
            break
        found.append(chunk)
    return found
