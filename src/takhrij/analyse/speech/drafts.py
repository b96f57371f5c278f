"""Turns the frames of one sentence into statements: nests, cuts, and gives every content its speaker and carriers."""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse.clauses import clauses
from takhrij.analyse.speech import antecedents, attributed, issuers, nameless, standing, trailing
from takhrij.analyse.speech.antecedents import Governor
from takhrij.analyse.speech.chaining import Chainer
from takhrij.analyse.speech.contents import Draft, close, once
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.finishing import finish
from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.handing import both_speak, carrier, gender, joined, told_of
from takhrij.analyse.speech.leads import Lead
from takhrij.analyse.speech.scenes import Party, lead_of
from takhrij.analyse.speech.speakers import heads
from takhrij.analyse.speech.stretches import comma, quoted_before
from takhrij.records import Hop, Span
from takhrij.text import fold_text

_ANEW: Final = ("فقد", "وقد")
_SITE: Final = re.compile(r"\s+[-–—|]\s*([^-–—|:]{2,30}?)\s*\Z")
"""What a page's title ends with: behind a sign the site's name."""
_NESTING: Final = ("say", "more", "carry", "wrote", "describe")


class Drafter(Chainer):
    """Reads one sentence with what the article's earlier ones left in `memory`."""

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
            if draft.frame.cue.form == "colon":
                draft.end = self._without_site(draft)
        return once([d for d in done if finish(self.s, d)])

    def _without_site(self, draft: Draft) -> int:
        """Return the end of what a headline says, before the site's name (الوزير: الجسر آمن | - جريدة الغد)."""
        tail = _SITE.search(self.scene.raw, draft.start, draft.end)
        return tail.start() if tail and self.memory.own(tail[1]) else draft.end

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
        of_another = told_of(hops)
        if frame.party and (of_another or frame.cue.form == "noun"):
            self.memory.know(hops, frame.party.lead)
        elif frame.party:
            self.memory.keep(hops, frame.party, gender(frame))
        elif not nameless.known(hops):
            if frame.quote:  # words without marks may be the last speaker's still
                self.memory.lose()
        elif not (frame.inner or of_another):
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
        if not self._made or frame.start < 0 or not verb or frame.cue.form != "finite":
            return None
        draft = self._made[-1]
        cited = verb.kind == "deed" and draft.frame.cue.form == "attribution" and draft.hops[-1].kind == "outlet"
        if verb.kind not in _NESTING and not cited:  # وفقا لرويترز، فقد هدد الوزير ب
            return None
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
            if self._count(last.start, frame.clause) > 3 and not trailing.amid(self.s, frame):
                last.end = frame.clause
            self._carry(hops)
            return
        if not last and (quote := quoted_before(self.s, frame.first)):
            whole = frame._replace(lead="quote", quote=quote)
            self._made.append(Draft(whole, hops, *quote.inner, self._cue(frame)))
            self.memory.keep(hops, frame.party)
            return
        start, end = self.s.words.start, trailing.reach(self.s, frame, last is None)
        first = self.scene.words[trailing.past_dateline(self.s)].start
        behind = trailing.past_leader(self.s, frame.party.last)
        amid = not last and trailing.parts(self.s, frame, behind)
        if amid or (not last and trailing.runs_on(self.s, first, frame.clause, behind)):
            begin = first if amid else self.scene.words[behind].start
            self._made.append(Draft(frame, hops, begin, self.s.end, self._cue(frame)))
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


def _bare(word: str) -> str:
    """Return a noun without the ending of the accusative (بيانا)."""
    return word.removesuffix("ا")
