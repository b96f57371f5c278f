"""Which sides stand in the phrases around a trigger, and where it was. Below participants."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from takhrij.analyse.events.chunks import AGENT, Chunk, Phrases
from takhrij.analyse.events.parties import is_bound, is_force, is_party, owner, party
from takhrij.analyse.events.pronouns import GENDER_OF, Pronouns, Scene
from takhrij.analyse.events.shapes import CLITICS
from takhrij.analyse.events.sides import Sides
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Party
from takhrij.text import fold_text

_WHERE: Final = ("في", "ب", "قرب", "من", "الي", "علي", "شمال", "جنوب", "شرق", "غرب", "داخل", "وسط")
_WHOSE: Final = ("ل", "مع")
_BY: Final = 3
"""Words from a participle to who stands behind its preposition (المدعومة من قبل الحكومة)."""
_STEMS: Final = "مدعوم ممول مكلف معين مصنف مدرب مسلح محاصر محتل مفروض مقدم موقع معتمد مرخص"
_SERVED: Final = frozenset(
    fold_text(f"{article}{stem}{end}")
    for stem in _STEMS.split()
    for article in ("", "ال")
    for end in ("", "ة", "ين", "ون", "ا")
)
"""Participles of whom or what somebody supports, pays or made."""
_ITSELF: Final = "ايا"
"""Carries a pronoun that is an object of its own (داعية إياها إلى)."""


class Slots:
    """Names the sides in the phrases of one page."""

    def __init__(
        self, raw: str, sofar: Analysis, knowledge: Knowledge, vocabulary: Vocabulary, pronouns: Pronouns
    ) -> None:
        self._raw, self._vocabulary, self._pronouns = raw, vocabulary, pronouns
        self._mentions = {mention.id: mention for mention in sofar.mentions}
        self._states = knowledge.built(_names_of_states)

    def parties(self, scene: Scene, chunks: Sequence[Chunk], *, strict: bool = False) -> tuple[Party, ...]:
        """The sides that phrases name; `strict`: a name inside another phrase is none (سياسة الرئيس)."""
        phrases, memory = scene.phrases, scene.memory
        found: list[Party] = []
        for chunk in chunks:
            head, end = phrases.words[chunk.first].text, phrases.words[chunk.first].end
            bare = head[1:] if head[:1] in "وفبل" else head
            if bare.startswith(_ITSELF) and bare.removeprefix(_ITSELF) in GENDER_OF:
                found += self._pronouns.stand_for(scene, GENDER_OF[bare.removeprefix(_ITSELF)], spoken=False)
            elif self.cue("both", head, bare):
                found += memory.pair or (party(phrases, chunk, self._raw),)
            elif not chunk.whole and self.cue("own_country", head, bare) and self._raw[end - 1] != "ة":  # بلدة
                owners = self._pronouns.stand_for(scene, "f" if head.endswith("ها") else "m", owner=True)
                found += map(self._state_of, owners) if self.cue("own_state", head, bare) else owners
            elif is_party(phrases, chunk, self._vocabulary):
                found.append(party(phrases, (not strict and self._owner(scene, chunk)) or chunk, self._raw))
            elif chunk.mention is not None and chunk.mention.kind == "place" and self._site(head, bare):
                found.append(party(phrases, chunk, self._raw))  # سيطر على جسر الرقة: the town is not taken
            elif chunk.mention is not None and not strict:
                found.append(Party(name=chunk.mention.name, kind=chunk.mention.kind, mention=chunk.mention.id))
        return tuple(found)

    def _site(self, head: str, bare: str) -> bool:
        """Whether a word is a thing that stands in a place, rather than a part of the country."""
        return self.cue("thing", head, bare) and not self.cue("of_region", head, bare)

    def plain(self, phrases: Phrases, chunks: Sequence[Chunk]) -> tuple[Party, ...]:
        """Return phrases as sides, whatever they name."""
        return tuple(party(phrases, chunk, self._raw) for chunk in chunks)

    def unowned(self, phrases: Phrases, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Return phrases without those that say whose something is, or whose side (تابعة للحزب، متحالفة مع الحزب)."""
        return [c for c in chunks if not (c.prep in _WHOSE and self._belongs(phrases, c))]

    def _belongs(self, phrases: Phrases, chunk: Chunk) -> bool:
        """Whether the word before a phrase and its preposition, written apart or not, says that somebody is its."""
        before = chunk.first - 1 - (phrases.words[chunk.first - 1].text == chunk.prep)
        return before >= 0 and self.cue("belongs", phrases.words[before].text)

    def _comes(self, phrases: Phrases, chunk: Chunk) -> bool:
        """Whether somebody comes from, or goes to, where a phrase names (قادما من مصر، متجهة إلى لبنان)."""
        return any(self.cue("bound_for", w.text) for w in phrases.words[max(chunk.first - 2, 0) : chunk.first])

    def voiced(self, phrases: Phrases, chunks: Sequence[Chunk]) -> tuple[Party, ...]:
        """Whose claim or proposal the first phrase is (نفت مزاعم روسيا، رفضت مقترح المعارضة)."""
        for chunk in chunks[:1]:
            if self.cue("voiced", phrases.words[chunk.first].text):
                return owner(phrases, chunk, self._raw, self._vocabulary)
        return ()

    def _owner(self, scene: Scene, chunk: Chunk) -> Chunk | None:
        """Whose some thing is, where that stands right behind it (استهدفت مقرات للمعارضة، ضرب أهدافا لداعش)."""
        head = scene.phrases.words[chunk.first].text
        if self.cue("quantity", head) and chunk.last > chunk.first + 1:
            head = scene.phrases.words[chunk.first + 1].text  # خمسة مبان ل - "داعش"
        if chunk.whole or not self.cue("thing", head, head[1:]) or chunk.mention is not None:
            return None
        at = bisect_left(scene.phrases.chunks, chunk.last, key=lambda c: c.first)
        whose = next(iter(scene.phrases.chunks[at : at + 1]), None)
        apart = scene.phrases.words[chunk.last].text in CLITICS if chunk.last < len(scene.phrases.words) else False
        if whose is None or whose.kind != "np" or whose.prep != "ل" or whose.comma:
            return None
        if whose.first != chunk.last + apart:
            return None
        return whose if is_party(scene.phrases, whose, self._vocabulary) else None

    def agents(self, scene: Scene, sides: Sides) -> tuple[Party, ...]:
        """Return by whom something was done, but not by whom one is supported who stands before (المدعومة من قبل)."""
        words = scene.phrases.words
        done = (c for c in sides.slots.get(AGENT, ()) if words[max(c.first - _BY, 0)].text not in _SERVED)
        return self.parties(scene, tuple(done))

    def _state_of(self, owner: Party) -> Party:
        """The state of whoever speaks of his country (بلاده), himself where it is not known."""
        mention = self._mentions.get(owner.mention)
        first = self._mentions.get(mention.refers) if mention is not None else None
        key = (mention.state if mention is not None else "") or (first.state if first is not None else "")
        return Party(name=self._states[key], kind="state") if key in self._states else owner

    def cue(self, kind: str, *words: str) -> bool:
        """Whether one of `words` is a small word of that kind."""
        kinds = self._vocabulary.kinds
        return any(kind in kinds[word] for word in words)

    def is_kind(self, kind: str, found: Party) -> bool:
        """Whether a side is a thing without a name: houses do nothing, bombs are neither doer nor target."""
        if found.kind != "unnamed":
            return False
        words = self._vocabulary.folded[found.name].split()
        first = len(words) > 1 and (words[0].isdecimal() or self.cue("quantity", words[0]))  # 4 مبان، عدة مواقع
        launches = self.cue("battery", words[0], words[0].removeprefix("ال"))  # بطارية صواريخ is no bomb
        words = words if kind == "bomb" and not launches else words[first : first + 1]
        return any(self.cue(kind, w, w.removeprefix("ال")) for w in words)

    def lifeless(self, found: Party) -> bool:
        """Whether a side cannot do anything: a thing, a bomb, a victim."""
        return found.kind == "unnamed" and any(self.is_kind(kind, found) for kind in ("thing", "bomb", "victim"))

    def indefinite(self, phrases: Phrases, chunk: Chunk) -> bool:
        """Whether a phrase names nobody in particular (مجموعة مسلحة، تسعة عناصر)."""
        words = (phrases.words[n].text for n in range(chunk.first, chunk.last))
        return chunk.mention is None and not any("ال" in word[:3] for word in words)

    def forces(self, phrases: Phrases, sides: Sides) -> bool:
        """Whether the subject is one that acts by force."""
        head = phrases.words[sides.subject[0].first].text if sides.subject else ""
        return bool(sides.subject) and (is_force(sides.subject[0]) or self._vocabulary.is_cue("force", head))

    def place(self, phrases: Phrases, sides: Sides, targets: tuple[Party, ...]) -> Party | None:
        """Return where it was: a place behind a preposition, "in" first; else a place among `targets`."""
        for slot in _WHERE:
            for chunk in sides.slots.get(slot, ()):
                if chunk.mention is None or chunk.mention.kind not in ("place", "state"):
                    continue
                if is_bound(phrases, chunk) or self._comes(phrases, chunk):
                    continue  # كتائب مدعومة من تركيا، رجلا قادما من مصر
                if not self.cue("seat", fold_text(chunk.mention.name.split(" ", 1)[0])):  # من الحكومة السورية
                    return Party(name=chunk.mention.name, kind=chunk.mention.kind, mention=chunk.mention.id)
        return next((t for t in targets if t.kind == "place"), None)


def _names_of_states(knowledge: Knowledge) -> dict[str, str]:
    return {state.key: state.name for state in knowledge.world.states}
