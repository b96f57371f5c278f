"""Who speaks in a frame and through whom it came: the hops of the chain, the speaker last."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from takhrij.analyse.speech import antecedents, chants, nameless, subjects
from takhrij.analyse.speech.antecedents import Governor, governor
from takhrij.analyse.speech.contents import Draft
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.handing import goes_on, joined, same_act, told_of
from takhrij.analyse.speech.memory import Memory
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.speakers import bare_name, kind_of
from takhrij.analyse.speech.stretches import Stretch, comma
from takhrij.records import Hop, Span, Via

_CITING: Final = "نقلا"
_FROM_WHOM: Final = ("عن", "الي")


class Chainer:
    """Knows who spoke in the sentence so far and in the article's earlier ones, and names who speaks in a frame."""

    def __init__(self, s: Stretch, memory: Memory) -> None:
        self.s, self.scene, self.memory = s, s.scene, memory
        self._made: list[Draft] = []
        self._governors: list[Governor] = []

    def _hops(self, frame: Frame, outer: Draft | None) -> tuple[Hop, ...]:
        before = outer.hops if outer else ()
        verb = frame.cue.verb
        transitive = verb is not None and "whom" in verb.takes and bool(frame.cue.prefix)
        if transitive and frame.party and frame.party.kind not in ("person", "office"):
            # قالت روسيا ... وحثت الأمم المتحدة على: the second verb has the first one's subject
            before = before or governor(self._governors, frame.cue.feminine) or self._relative(frame)
            if before:
                return before
        if frame.party and verb and verb.kind == "show" and frame.party.kind not in ("unnamed", "outlet"):
            return ()
        if frame.party:
            own: tuple[Hop, ...] = ()
            for party, via in frame.carriers:
                if not self.memory.own(party.name):
                    own = joined(own, self._named(party, via))
            own = own or self._going_on_to_carry(frame)
            wrote = frame.cue.verb and frame.cue.verb.kind == "wrote" and not self._by_tongue(frame.party)
            via = "wrote" if wrote else "told" if own else "said"
            hops = joined(before, joined(own, self._named(frame.party, via)))
            return self.memory.told(hops) if frame.start >= 0 and frame.party.kind == "person" else hops
        if frame.hole:
            return ()
        if outer:
            return before
        if verb and verb.kind == "within":
            return self.memory.issuer()
        return self._owning(frame) if frame.cue.form == "noun" else self._meant(frame)

    def _meant(self, frame: Frame) -> tuple[Hop, ...]:
        """Return whom a verb or participle without a subject means: for many, many that the sentence names."""
        hops = self._governing(frame) if frame.cue.form == "participle" else self._unsaid(frame)
        if not antecedents.of_many(self.s, frame.cue, hops):
            return hops
        crowd = chants.crowd(self.s, frame.cue)
        return self._named(crowd, "said") if crowd else ()

    def _going_on_to_carry(self, frame: Frame) -> tuple[Hop, ...]:
        """Return the outlet that spoke last and goes on with another's words (ونقلت عن سمير حداد قوله)."""
        cue, words = frame.cue, self.scene.words
        carries = cue.verb is not None and cue.verb.kind == "carry" and cue.feminine
        behind = cue.last < len(words) and words[cue.last].text in _FROM_WHOM
        first = frame.party.first if frame.party and not cue.suffix else 0
        cites = first > cue.last + 1 and words[first - 2].text == _CITING  # وأضافت نقلا عن مصادر
        if cue.form != "finite" or frame.carriers or not ((carries and behind) or cites):
            return ()
        spoke = governor(self._governors, cue.feminine) or self.memory.latest(cue.feminine)
        outlet = next((hop for hop in reversed(spoke) if hop.kind == "outlet" and hop.name), None)
        return (replace(outlet, via="carried"),) if outlet and not self.memory.own(outlet.name) else ()

    def _by_tongue(self, party: Party) -> bool:
        """Whether another writes a party's words (كتبت الصحيفة على لسان مسؤول)."""
        return party.first > 0 and self.scene.words[party.first - 1].text == "لسان"

    def _relative(self, frame: Frame) -> tuple[Hop, ...]:
        """Return who spoke in the relative clause that a verb goes on from (تسجيل يتهم فيه الوزير ب ويدعوهم إلى)."""
        last = self._made[-1] if self._made else None
        now = last is not None and last.frame.cue.imperfect and frame.cue.imperfect
        near = last is not None and last.alive and last.frame.inner and now and last.end < 0
        if not last or not near or last.frame.cue.feminine != frame.cue.feminine:
            return ()
        parted = any(comma(self.scene.gap(k)) for k in range(last.frame.cue.last, frame.first))
        return () if parted else last.hops

    def _main(self, cue: Cue) -> tuple[Hop, ...]:
        """Return whom the sentence's main clause is about, as who speaks."""
        party = antecedents.main_subject(self.s, cue)
        return self.memory.told(self._named(party, "said")) if party else ()

    def _owning(self, frame: Frame) -> tuple[Hop, ...]:
        """Return whom the pronoun on a noun of saying means (بعد إعلانه أن): who spoke, or was named before."""
        cue = frame.cue
        if cue.prefix != "و" and (hops := governor(self._governors, cue.feminine)):
            return hops
        party = antecedents.main_subject(self.s, cue) if not self._governors else None
        party = party or antecedents.owner(self.s, cue)
        theirs = self.scene.words[cue.last - 1].text.endswith("هم")  # بزعمهم
        if not party or (theirs and party.kind in ("person", "office")):
            return ()
        return self.memory.told(self._named(party, "said"))

    def _unsaid(self, frame: Frame) -> tuple[Hop, ...]:
        """Return who a finite verb without a subject means: an earlier speaker, or whom the sentence is about."""
        s, cue = self.s, frame.cue
        if (told := self._outright(cue)) or self._shows_itself(cue):
            return told
        hanging = cue.suffix and cue.first > s.words.start and self.scene.is_a(cue.first - 1, "relative")
        if hanging and cue.verb and cue.verb.kind == "describe":
            return governor(self._governors, cue.feminine)  # انتقد الوزير الحادث الذي وصفه بالخطير
        itself = subjects.pronominal(s, cue)
        linked = not itself and s.linked(cue.first) < cue.first  # ، حيث قال
        onward = not self._made and bool(cue.prefix) and not (cue.suffix and not _is_to_whom(cue))
        if (linked or onward) and not self._governors:
            party = (antecedents.issuing(s, cue) if linked else None) or antecedents.main_subject(s, cue)
            if party:
                return self._told(frame, self.memory.told(self._named(party, "said")))
        if itself and frame.inner and (frame.lead == "object" or self._unnamed()):
            return ()  # قالت إنها وثقت مقتل: her own saying already; ذكر مصدر أنه أبدى: whom the source is about
        if (itself or not frame.inner) and (earlier := antecedents.pronoun(s, self.memory, self._governors, frame)):
            return (nameless.NOBODY,) if antecedents.tells_of(s, frame, earlier) else self._told(frame, earlier)
        if itself and (party := antecedents.before_that(s, cue)):
            return self._named(party, "said")
        said = next((d for d in reversed(self._made) if d.alive), None)
        behind = cue.prefix == "و" or comma(self.scene.gap(cue.first))
        nested = said is not None and said.frame.inner and cue.prefix == "و"  # أن دمشق أعلنت الهدنة وطالبت ب
        nested = nested and not same_act(said, frame)
        if said and behind and said.frame.cue.form in ("finite", "participle") and (nested or not self._governors):
            return said.hops if goes_on(said.frame.cue, frame) else ()
        free = not (self._governors or said or cue.suffix) and antecedents.joins(s, cue)
        direct = frame.lead in ("that", "quote", "colon")
        party = antecedents.main_subject(s, cue) if free else None
        party = party or (antecedents.only_one(s, cue) if free and direct else None)
        return self.memory.told(self._named(party, "said")) if party else ()

    def _shows_itself(self, cue: Cue) -> bool:
        """Whether nobody shows what a masculine verb of showing tells (لكن يظهر من التصريحات أن)."""
        shows = cue.verb is not None and cue.verb.kind == "show" and cue.imperfect and not cue.feminine
        return shows and not (subjects.pronominal(self.s, cue) or self.scene.word_is(cue.first - 1, "pronoun"))

    def _outright(self, cue: Cue) -> tuple[Hop, ...]:
        """Return whom the sentence itself names as the subject of a verb far from it.

        Or whose words an outlet points to, behind it (أشارت الصحيفة إلى تصريح أدلى به الوزير، حيث قال).
        """
        if antecedents.tells_of_things(self.s, cue):
            return governor(self._governors, cue.feminine) or self._main(cue)
        if party := antecedents.outright(self.s, cue):
            return self._named(party, "said")
        last = self._governors[-1].hops if self._governors and self.s.linked(cue.first) < cue.first else ()
        party = antecedents.issuing(self.s, cue) if last and last[-1].kind == "outlet" else None
        return joined(last, self._named(party, "told")) if party else ()

    def _unnamed(self) -> bool:
        """Whether an unnamed source spoke last in the sentence."""
        return bool(self._governors) and self._governors[-1].hops[-1].kind == "unnamed"

    def _governing(self, frame: Frame) -> tuple[Hop, ...]:
        """Return who a participle goes on for: the speaker of the sentence, or its main subject."""
        if self._governors:
            # شدد حداد على أن البعض يقول إن ...، مؤكدا
            own = [g for g in self._governors if not (told_of(g.hops) and g.hops[-1].kind == "unnamed")]
            return governor(own or self._governors, frame.cue.feminine) or self._governors[-1].hops
        if antecedents.loose(self.s, frame.cue):
            return ()  # an adjective: احتجاجات منددة بالقرار
        if self._made and self._made[-1].alive and self._made[-1].frame.trailing:
            return self._made[-1].hops  # فتح الجسر، وفقا للوزارة، مضيفة أن
        first = self.s.words.start
        for i in range(first, min(first + 8, frame.cue.first)):
            party = self.scene.party(i)
            if party and not self.scene.word_is(i - 1, "preposition") and party.kind != "place":
                return self.memory.told(self._named(party, "said"))
        if party := antecedents.main_subject(self.s, frame.cue) or antecedents.nearest(self.s, frame.cue):
            return self._named(party, "said")
        if party := antecedents.unknown(self.s, frame.cue):
            return self._named(party, "said")
        return antecedents.from_before(self.s, self.memory, frame.cue)

    def _told(self, frame: Frame, hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """Return the hops of one who goes on, with the outlet that they are said here to speak to, and no other."""
        other = len(hops) == 2 and hops[0].via == "carried" and hops[0].kind == "outlet"
        if not frame.carriers or not (len(hops) == 1 or other) or self.memory.own(frame.carriers[0][0].name):
            return hops
        return self.memory.told((*self._named(*frame.carriers[0]), replace(hops[-1], via="told")))

    def _named(self, party: Party, via: Via) -> tuple[Hop, ...]:
        if again := self.memory.again(self.scene, party):
            return again if via != "carried" else (*again[:-1], replace(again[-1], via=via))
        words = self.scene.words
        cue = Span(page=self.scene.page, start=words[party.first].start, end=words[party.last - 1].end)
        mention = party.mention.id if party.mention else ""
        return (Hop(name=bare_name(self.scene, party), via=via, kind=kind_of(party), mention=mention, cue=cue),)


def _is_to_whom(cue: Cue) -> bool:
    """Whether a verb's pronoun is whom one asks or tells (استدعت الوزارة السفير وطالبته ب): another asks."""
    return cue.verb is not None and "whom" in cue.verb.takes
