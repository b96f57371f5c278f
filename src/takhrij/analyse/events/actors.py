"""What is known of the sides of an event: where they stand, whose they are, which part of society. Below events."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from msgspec.structs import replace

from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Event, Mention, Party, Sentence, Span
from takhrij.text import fold_text

_ARTICLE: Final = "ال"
_OF_ORG: Final = {
    "armed": "REB",
    "party": "PTY",
    "parliament": "LEG",
    "seat": "GOV",
    "government": "GOV",
    "press": "GOV",
    "agency": "GOV",
    "international": "IGO",
    "ngo": "NGO",
}
"""Kinds of organisations of the world's table -> PLOVER's sectors."""
_OFFICES: Final = ("person", "office")


class Sectors:
    """The words that show a part of society, and the organisations whose part is known."""

    __slots__ = ("_longest", "_orgs", "_states", "_words")

    def __init__(self, knowledge: Knowledge) -> None:
        self._words: dict[str, str] = {}
        for row in knowledge.language.sectors:
            for word in row.words:
                self._words.setdefault(_bare(fold_text(word)), row.sector)
        self._longest = max((len(word.split()) for word in self._words), default=1)
        self._orgs = {
            fold_text(name): _OF_ORG[org.kind]
            for org in knowledge.world.orgs
            if org.kind in _OF_ORG
            for name in (org.name, *org.spellings)
        }
        self._states = {fold_text(state.name): state.key for state in knowledge.world.states}

    def of_words(self, name: str) -> str:
        """Return the sector of the first word, or words, that show one; empty if none does."""
        folded = fold_text(name)
        words = [_bare(word.strip('"“”«»()')) for word in folded.split()]
        for i in range(len(words)):
            for count in range(min(self._longest, len(words) - i), 0, -1):
                if found := self._words.get(" ".join(words[i : i + count])):
                    if i == 0 or count > 1:
                        return found
                    return self._orgs.get(folded, found)
        return ""

    def of(self, party: Party, roles: str) -> str:
        """Return the sector of a side, by its own words, the table of organisations, or its titles."""
        if party.kind == "state":
            return "GOV"
        if party.kind in ("place", "outlet"):
            return "JRN" if party.kind == "outlet" else ""
        known = self._orgs.get(fold_text(party.name), "")
        by_words = self.of_words(party.name) if party.kind != "person" else ""
        if known and by_words not in ("PRM", "REB"):
            return known
        return by_words or (self.of_words(roles) if party.kind in _OFFICES else "")

    def state(self, party: Party) -> str:
        """Return the key of the state that a side is by its name, empty if it is none."""
        return self._states.get(fold_text(party.name), "") if party.kind == "state" else ""


class Actors:
    """Completes the sides of the events of one page."""

    def __init__(self, sofar: Analysis, knowledge: Knowledge) -> None:
        self._mentions: dict[str, Mention] = {m.id: m for m in sofar.mentions}
        self._sectors = knowledge.built(Sectors)
        self._sentences = sorted(sofar.sentences, key=lambda s: s.span.start)
        self._starts = [s.span.start for s in self._sentences]

    def completed(self, event: Event) -> Event:
        """Return `event` with the span, state and sector of each side."""
        sentence = self._sentences[max(bisect_right(self._starts, event.span.start) - 1, 0)]
        actors = tuple(self._one(party, sentence) for party in event.actors)
        return replace(event, actors=actors, targets=tuple(self._one(party, sentence) for party in event.targets))

    def _one(self, party: Party, sentence: Sentence) -> Party:
        mention = self._mentions.get(party.mention)
        first = self._mentions.get(mention.refers) if mention else None
        roles = " ".join(role.name for m in (mention, first) if m for role in m.roles)
        state = (mention.state if mention else "") or (first.state if first else "") or self._sectors.state(party)
        span = mention.span if mention else _words_in(party, sentence)
        return replace(party, state=state, sector=self._sectors.of(party, roles), span=span)


def _words_in(party: Party, sentence: Sentence) -> Span | None:
    """Where the words of a side without a name stand in the sentence; None where they are only implied."""
    at = sentence.text.find(party.name)
    if at < 0:
        return None
    start = sentence.span.start + at
    return Span(page=sentence.span.page, start=start, end=start + len(party.name))


def _bare(word: str) -> str:
    rest = word.removeprefix(_ARTICLE)
    return rest if len(rest) > 2 else word
