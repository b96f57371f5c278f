"""Turns the frames of one sentence into statements: nests, cuts, and gives every content its speaker and carriers."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from takhrij.analyse.clauses import clauses
from takhrij.analyse.speech import antecedents, attributed, chants, issuers, nameless, standing, subjects, trailing
from takhrij.analyse.speech.antecedents import Governor, governor
from takhrij.analyse.speech.contents import Draft, close, once
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.finishing import finish
from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.handing import both_speak, carrier, gender, goes_on, joined, same_act
from takhrij.analyse.speech.leads import Lead
from takhrij.analyse.speech.memory import Memory
from takhrij.analyse.speech.scenes import Party, lead_of
from takhrij.analyse.speech.speakers import heads, kind_of
from takhrij.analyse.speech.stretches import Stretch, comma, quoted_before
from takhrij.records import Hop, Span, Via
from takhrij.text import fold_text

_ANEW: Final = ("فقد", "وقد")
_CITING: Final = "نقلا"
_FROM_WHOM: Final = ("عن", "الي")
_NESTING: Final = ("say", "more", "carry", "wrote", "describe")


class Drafter:
    """Reads one sentence with what the article's earlier ones left in `memory`."""

    def __init__(self, s: Stretch, memory: Memory) -> None:
        self.s, self.scene, self.memory = s, s.scene, memory
        self._made: list[Draft] = []
        self._governors: list[Governor] = []

    def drafts(self, frames: list[Frame]) -> list[Draft]:
        """Return the statements of the sentence, left to right."""
        for frame in frames:
            if frame.trailing:
                self._trail(frame)
            else:
                self._add(frame)
        self._remember()
        self._issued()
        if standing.awaits(self.s, frames):
            self.memory.quote(self._governors[-1].hops if self._governors else self._hops(frames[-1], None))
        done = [d for d in self._made if d.alive]
        if not done and not self._governors and (party := antecedents.about(self.s)):
            self.memory.turn_to(self._named(party, "said"))
        for draft in done:
            close(self.s, draft)
        return once([d for d in done if finish(self.s, d)])

    def _add(self, frame: Frame) -> None:
        outer = self._outer(frame)
        hops = self._hops(frame, outer) or ((nameless.NOBODY,) if nameless.is_speech(self.s, frame) else ())
        if not hops:
            if frame.start >= 0 and self._says_more(frame.cue) and not frame.inner:
                self._end_before(frame, "object", "preposition")  # عبر عن قلقه وقال إن: whoever says that
            return
        if not outer and (around := self._around(frame)):
            hops = joined(around.hops, hops if frame.carriers else hops[-1:])
        if frame.cue.form != "participle" and (outer or not frame.inner):
            self._governors.append(Governor(hops, gender(frame)))
        if frame.cue.form == "participle" and comma(self.scene.gap(frame.cue.first)):
            self._end_before(frame)
        if frame.start < 0:
            if self._says_more(frame.cue) and self._goes_on_at_once(frame.cue):
                self._end_before(frame)  # منتقدا القرار، وتساءل قائلا
            if frame.party and frame.cue.form == "finite" and not frame.inner:
                self.memory.keep(hops, frame.party, gender(frame))
            return
        if outer and outer.frame.cue.form == "attribution":
            outer.alive = both_speak(outer, frame)  # بحسب رويترز، قال الوزير إن: she only carries it
        cue = self._cue(frame)
        draft = Draft(frame, hops, frame.start, -1, cue)
        if self._made and self._made[-1].frame.inner and hops is self._made[-1].hops:
            self._made[-1].end = frame.clause  # إن الوزارة طلبت المساعدة وطالبت ب: what is told goes on
        elif not frame.inner:
            self._end_before(frame)
        self._made.append(draft)
        self._keep(frame, hops)
        self._documents(frame, hops)

    def _keep(self, frame: Frame, hops: tuple[Hop, ...]) -> None:
        """Remember who spoke; whose announcement is only mentioned (بعد إعلان الوزارة) leaves the speaker.

        So does who is told of (قال سمير إن العامل رفض. وأضاف: it is he who goes on).
        """
        told_of = _is_told_of(hops)
        if frame.party and (told_of or frame.cue.form == "noun"):
            self.memory.know(hops, frame.party.lead)
        elif frame.party:
            self.memory.keep(hops, frame.party, gender(frame))
        elif not nameless.known(hops):
            if frame.quote:  # words without marks may be the last speaker's still
                self.memory.lose()
        elif not (frame.inner or told_of):
            self.memory.go_on(hops, True if frame.cue.form == "participle" and frame.cue.feminine else None)

    def _end_before(self, frame: Frame, *leads: Lead) -> None:
        """End the contents that a frame's clause cuts short; only those that begin with one of `leads`, if given."""
        for earlier in self._made:
            verb = earlier.frame.cue.verb
            if leads and (earlier.frame.lead not in leads or not verb or verb.kind == "contain"):
                continue
            if earlier.start < frame.clause and (earlier.end < 0 or earlier.end > frame.clause):
                earlier.end = frame.clause

    def _says_more(self, cue: Cue) -> bool:
        """Whether a verb of saying and no deed begins a clause of its own, behind "and" or "so" (وقال، فقد أكد)."""
        anew = bool(cue.prefix) or (cue.first > 0 and self.scene.words[cue.first - 1].text in _ANEW)
        return cue.form == "finite" and anew and cue.verb is not None and cue.verb.kind in ("say", "more")

    def _goes_on_at_once(self, cue: Cue) -> bool:
        """Whether a participle of saying follows a verb of saying that tells nothing itself (وتساءل قائلا)."""
        behind = self.s.cues.get(cue.last)
        return behind is not None and behind.form == "participle" and comma(self.scene.gap(cue.first))

    def _cue(self, frame: Frame) -> Span:
        start = frame.cue.offset
        end = start + 1 if frame.cue.form == "colon" else self.scene.words[frame.cue.last - 1].end
        return Span(page=self.scene.page, start=start, end=end)

    def _documents(self, frame: Frame, hops: tuple[Hop, ...]) -> None:
        """Keep who speaks for what they say it in: قالت الوزارة في تقرير، and from then on the report is hers."""
        for i in range(frame.cue.last + 1, max(frame.word, 0)):
            if self.scene.words[i - 1].text == "في" and self.scene.word_is(i, "document"):
                self.memory.know(hops, lead_of(self.scene.words[i].text))

    def _around(self, frame: Frame) -> Draft | None:
        """Return the draft inside whose content a relative clause, or one with أن, has a saying of its own."""
        scene, k = self.scene, frame.first - 1
        that = k > self.s.words.start and scene.words[k].text.removeprefix("و") in ("ان", "بان")
        that = that and not scene.is_a(k - 1, "preposition")  # بعد أن
        if not frame.inner or not that:
            return None
        at = frame.cue.offset
        inside = (d for d in reversed(self._made) if d.alive and d.start < at and (d.end < 0 or at < d.end))
        return next(inside, None)

    def _outer(self, frame: Frame) -> Draft | None:
        """Return the draft whose content is this frame's saying and nothing else."""
        verb = frame.cue.verb
        if not self._made or frame.start < 0 or not verb or verb.kind not in _NESTING or frame.cue.form != "finite":
            return None
        draft = self._made[-1]
        if not draft.alive or draft.frame.lead not in ("that", "clause", "preposition"):
            return None
        i = draft.frame.word
        if frame.cue.prefix or any(comma(self.scene.gap(k)) for k in range(i + 1, frame.first + 1)):
            return None  # وصف المدينة بالآمنة، وقال إن
        while i < frame.first and (
            self.scene.is_a(i, "that", "so", "adverb", "connective") or i in self.scene.timed or i == draft.frame.word
        ):
            i += 1
        return draft if i == frame.first else None

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
            own = [g for g in self._governors if not (_is_told_of(g.hops) and g.hops[-1].kind == "unnamed")]
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
        return (Hop(name=party.name, via=via, kind=kind_of(party), mention=mention, cue=cue),)

    def _trail(self, frame: Frame) -> None:
        """Attach بحسب X behind a content to the statement it closes, else make one of the clause before it."""
        if not frame.party:
            return
        hops = self._hops(frame, None)
        if not hops:
            return
        last = next((d for d in reversed(self._made) if d.alive), None)
        own = trailing.own_clause(self.s, last, frame) if last else 0
        if last and own:
            last.end = own
        elif last and last.start < frame.clause and (last.end < 0 or self._near(last, frame)):
            last.end = frame.clause if self._count(last.start, frame.clause) > 3 else last.end
            self._carry(hops)
            return
        if not last and (quote := quoted_before(self.s, frame.first)):
            whole = frame._replace(lead="quote", quote=quote)
            self._made.append(Draft(whole, hops, *quote.inner, self._cue(frame)))
            self.memory.keep(hops, frame.party)
            return
        start, end = self.s.words.start, trailing.reach(self.s, frame, last is None)
        first = self.scene.words[trailing.past_dateline(self.s)].start
        behind = frame.party.last
        if not last and trailing.runs_on(self.s, first, frame.clause, behind):
            self._made.append(Draft(frame, hops, self.scene.words[behind].start, self.s.end, self._cue(frame)))
            self.memory.keep(hops, frame.party)
            return
        if last:
            first = max(first, last.end)
        concessive = any("رغم" in self.scene.words[k].text for k in range(start, min(start + 3, frame.first)))
        for clause in clauses(self.scene.folded, first, max(first, min(end, frame.clause)), self.scene.knowledge):
            if clause.link and not concessive and self._count(clause.start, end) > 3:
                first = clause.start
        if self._count(first, end) < trailing.FEWEST:
            return
        cue = self._cue(frame)
        self._made.append(Draft(frame, hops, first, end, cue))
        self.memory.keep(hops, frame.party)

    def _carry(self, hops: tuple[Hop, ...]) -> None:
        """Put `hops` before the speaker of the last statement, and of those that its participles go on from."""
        for draft in reversed([d for d in self._made if d.alive]):
            if not nameless.known(draft.hops):
                draft.hops = hops
            elif draft.hops[-1].kind == "outlet" and hops[-1].kind != "outlet":
                draft.hops = joined(draft.hops, hops)  # an outlet's report, and behind it whom the outlet has it from
            elif all(hop.name != draft.hops[-1].name for hop in hops):
                draft.hops = joined(tuple(carrier(hop) for hop in hops), draft.hops)
            if draft.frame.cue.form != "participle":
                return

    def _near(self, draft: Draft, frame: Frame) -> bool:
        return self._count(draft.end, self.scene.words[frame.first].start) <= 2

    def _count(self, start: int, end: int) -> int:
        return len(self.scene.folded.between(start, end))

    def _remember(self) -> None:
        """Keep the outlets and sources that the sentence names, for a later الصحيفة or المصدر."""
        for party in self.scene.parties(self.s.words):
            if party.kind == "person":
                self.memory.met(self._named(party, "said"))
            if party.kind not in ("outlet", "unnamed", "organization") or self._bare(party):
                continue
            self.memory.note(self._named(party, "said"), party.lead)
            if party.kind == "outlet" and party.first > self.s.words.start:
                head = self.scene.knowledge.built(heads).at(self.scene.folded, party.first - 1)
                if head:
                    self.memory.note(self._named(party, "said"), lead_of(fold_text(head.entry.word)))

    def _issued(self) -> None:
        """Keep who issued a document that the sentence names: the document speaks for them later on (البيان)."""
        documents, texts = self.scene.knowledge.built(attributed.documents), self.scene.folded.texts
        for i in self.s.words:
            if texts[i] not in documents or texts[i].startswith("ال"):
                continue
            party = attributed.issuer(self.s, i) or issuers.publisher(self.s, i)
            if party:
                self.memory.issue(self._named(party, "said"), lead_of(_bare(self.scene.words[i].text)))

    def _bare(self, party: Party) -> bool:
        return party.last - party.first == 1 and self.scene.words[party.first].text.startswith("ال")


def _is_told_of(hops: tuple[Hop, ...]) -> bool:
    """Whether the speaker's words are told by another who is no outlet."""
    return len(hops) > 1 and hops[-2].via in ("said", "told") and hops[-2].kind != "outlet"


def _is_to_whom(cue: Cue) -> bool:
    """Whether a verb's pronoun is whom one asks or tells (استدعت الوزارة السفير وطالبته ب): another asks."""
    return cue.verb is not None and "whom" in cue.verb.takes


def _bare(word: str) -> str:
    """Return a noun without the ending of the accusative (بيانا)."""
    return word.removesuffix("ا")
