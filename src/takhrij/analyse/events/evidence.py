"""Whether enough stands around a trigger for an event: verbs strike in figures of speech too. Below events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final

from msgspec.structs import replace

from takhrij.analyse.events.chunks import AGENT, Chunk, Phrases
from takhrij.analyse.events.counts import counts
from takhrij.analyse.events.governing import (
    act_over,
    announced,
    blow_before,
    blow_behind,
    describes,
    heads_clause,
    opens,
    past_over,
    present,
    takes_up_thing,
    words_over,
)
from takhrij.analyse.events.participants import Told
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import EventRule
from takhrij.records import Analysis, Count
from takhrij.text import Folded

FORCEFUL: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})
"""Classes of deeds that may be told without a doer, and whose dead, wounded and held are counted."""
BILATERAL: Final = frozenset({"CONSULT", "COOPERATE"})
_TALK: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
"""Classes of words rather than deeds: without somebody who says them they are topics, not events."""
_VERBAL: Final = ("", "firearms")
"""Modes of ASSAULT that papers also use of words (شن هجوما على منتقديه، فتح النار عليهم)."""

_TOLL: Final = ("kill", "")
"""Modes of ASSAULT whose words may also tell the dead and injured of an accident."""
_ABUSES: Final = ("beat", "torture", "sexual", "primitive", "targeted", "abduct")
"""Modes whose nouns are listed as charges and as what goes on (التعذيب والخطف): one that happened has a day."""
_PLAYED: Final = frozenset({"ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "RETREAT"})
"""Classes whose words sport and film use too: teams meet, attack, take over and withdraw."""
_PLAYS: Final = 2
"""Words of sport or film near a trigger from which it is of that kind: one alone may be a place or a minister's."""
_NEAR: Final = 10
"""Words before a death, and half of those behind it, in which its cause stands."""
_BEFORE: Final = 1
"""Verbs before an event with which its sentence is still about it; of sentences with more, one in six was so labelled
in the developing half of `plover_sentences`."""
_AHEAD: Final = 18
"""Words before an event with which its sentence is still about it: of those with more, two in 39 were so labelled in
the developing half."""
_OVER: Final = 10
"""Chunks before a verbal noun among which the verb stands that only speaks of it."""
_SENTENCE: Final = 40
"""Words before a toll in which its weapon stands: it closes sentences that tell an attack at length."""
_SLAIN: Final = 4
"""Words behind a verb of falling among which it stands who fell (سقط في المدينة ثلاثة قتلى)."""
_OFTEN: Final = 4
"""So many words of accidents has an article that tells of one, and so many times more than of violence."""
_CLAUSE: Final = 20
"""Words before a death in which a disaster is told that brought it about: what falls is described at length."""


class Evidence:
    """Judges triggers by what was read around them."""

    def __init__(self, folded: Folded, sofar: Analysis, knowledge: Knowledge, vocabulary: Vocabulary) -> None:
        self._folded, self._sentences = folded, sofar.sentences
        self._knowledge, self._vocabulary = knowledge, vocabulary
        self._disasters: dict[str, bool] = {}
        self._counted: tuple[tuple[int, int, int], tuple[Count, ...]] = ((-1, 0, 0), ())  # the last region asked for

    def enough(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether chunk `k` tells an event: a verb with a side, a noun with more, talk with a speaker."""
        chunk = phrases.chunks[k]
        if _barred(rule, sides) or self._otherwise_meant(phrases, k, rule, sides):
            return False
        if rule.type in _TALK:
            fact = self._vocabulary.is_cue("fact", chunk.prep) or (rule.mode == "investigate" and sides.light >= 0)
            return _said(rule, chunk, sides) or (fact and rule.genitive == "target" and bool(sides.targets))
        if rule.type == "OTHER":
            return self._happened(phrases, k, rule, sides)
        lone = bool(sides.times) or sides.light >= 0 or sides.place is not None
        if rule.type == "CONSULT" and chunk.kind == "verb":
            return _known(sides) >= 2 or (_known(sides) == 1 and lone)
        if chunk.kind == "verb":
            return self._done(phrases, k, rule, sides)
        if rule.type in BILATERAL:
            return _known(sides) >= 2 or (_known(sides) == 1 and lone)
        if rule.type in FORCEFUL:
            return self._deed(phrases, k, rule, sides)
        return _known(sides) > 0 or lone

    def cause(self, phrases: Phrases, k: int, rule: EventRule) -> EventRule:
        """Return `rule` as what stands near makes it: people die of disasters and of weapons in the same words."""
        deaths = rule.mode == "disaster" and rule.subject == "target"
        if not deaths and (rule.type != "ASSAULT" or rule.mode not in _TOLL):
            return rule
        near = self._words_near(phrases, k, _CLAUSE)
        by_somebody = deaths and phrases.chunks[k].kind == "noun" and AGENT in self._slots(phrases, k)
        if by_somebody or self._among("violence", near):
            return replace(rule, type="ASSAULT", mode="kill") if deaths else rule
        accident = self._among("accident", near) or self._of_disaster(phrases.sentence.article)
        return replace(rule, type="OTHER", mode="disaster") if accident else rule

    def _of_disaster(self, article: str) -> bool:
        """Whether an article tells of an accident throughout, and hardly of violence."""
        if article not in self._disasters:
            spans = (s.span for s in self._sentences if s.article == article)
            ranges = (self._folded.between(span.start, span.end) for span in spans)
            words = Counter(chain.from_iterable(self._folded.texts[r.start : r.stop] for r in ranges))
            kinds = self._vocabulary.within
            accidents = sum(often for word, often in words.items() if "accident" in kinds[word])
            violence = (
                sum(often for word, often in words.items() if "violence" in kinds[word]) if accidents >= _OFTEN else 0
            )
            self._disasters[article] = accidents >= _OFTEN and accidents > _OFTEN * violence
        return self._disasters[article]

    def counts(self, phrases: Phrases, k: int, sides: Told) -> tuple[Count, ...]:
        """Return the counts of people in the clause that tells the event and just behind it."""
        low, high = max(sides.begin - 3, 0), max(sides.end + 6, k + 1)
        region = (phrases.sentence.span.start, low, high)
        if self._counted[0] != region:
            self._counted = (region, counts(phrases, low, high, self._knowledge, self._vocabulary))
        return self._counted[1]

    def ahead(self, phrases: Phrases, sides: Told) -> bool:
        """Whether the time that dates it says that it is to come (لقاء في 2 أكتوبر المقبل)."""
        dated = (c for c in phrases.chunks[sides.begin : sides.end] if c.time and c.time in sides.times[:1])
        return any(
            self._vocabulary.is_cue("future", phrases.words[n].text) for c in dated for n in range(c.first, c.last)
        )

    def passing(self, phrases: Phrases, k: int, sides: Told) -> bool:
        """Whether an event is only referred to: in a relative clause, behind "after", as what somebody condemns."""
        chunks, chunk = phrases.chunks, phrases.chunks[k]
        verb = sides.light if 0 <= sides.light < k else k
        if chunks[verb].kind == "verb":
            return describes(phrases, verb)
        definite = chunk.trigger is not None and chunk.trigger.definite
        if self._vocabulary.is_cue("fact", chunk.prep) or (definite and sides.light > k):
            return True
        if k and chunks[k - 1].kind == "np" and self._vocabulary.is_cue("amid", phrases.words[chunk.first - 1].text):
            return True
        for n in range(k - 1, max(k - _OVER, 0) - 1, -1):
            before = chunks[n]
            if before.kind in ("verb", "noun", "word") and before.trigger is not None and before.trigger.rule:
                after = before.kind == "noun" and self._vocabulary.is_cue(
                    "fact", before.prep
                )  # بعد مقتل خمسة في غارة
                return before.trigger.rule.type in _TALK or (after and bool(chunk.prep))
            if before.kind in ("stop", "break", "that", "verb"):
                mentions = self._vocabulary.is_cue("mentions", phrases.words[before.first].text)
                return before.kind == "verb" and (mentions or describes(phrases, n))
        return False

    def leads(self, phrases: Phrases, k: int) -> bool:
        """Whether chunk `k` stands at the head of its sentence: few words and at most one verb before it.

        Verbs of saying and light ones are not counted.
        """
        if phrases.chunks[k].first - phrases.chunks[0].first > _AHEAD:
            return False
        told = 0
        for chunk in phrases.chunks[:k]:
            light = chunk.kind != "verb" or (chunk.trigger is not None and chunk.trigger.form.light)
            told += not light and not self._vocabulary.is_cue("reporting", phrases.words[chunk.first].text)
        return told <= _BEFORE

    def _otherwise_meant(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether a match or a film is told of in words of force and meeting, or a purpose in one of readiness."""
        if sides.light < 0 and self._vocabulary.is_cue("purpose", phrases.words[phrases.chunks[k].first].text):
            return True
        near = self._words_near(phrases, k, _CLAUSE) if rule.type in _PLAYED else ()
        return len({w for w in near if "play" in self._vocabulary.within[w]}) >= _PLAYS

    def _done(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether a finite verb tells a deed, by or to somebody; who is described by a deed is not told to do it."""
        trigger, now = phrases.chunks[k].trigger, present(phrases, k)
        at_whom = takes_up_thing(phrases, k) and sides.targets
        if rule.type in ("ASSAULT", "PROTEST") and describes(phrases, k) and not at_whom:
            return False
        if rule.mode == "restrict" and (
            not sides.actors or (now and not (sides.times or (sides.targets and not sides.implied)))
        ):
            return False  # what kept somebody from something (لم يمنعهم ذلك), or does so as a rule
        if rule.type == "ASSAULT":
            return self._struck(phrases, k, rule, sides)
        several = (
            trigger is not None and sides.implied and (trigger.form.tense, trigger.form.agrees[1:]) == ("past", "p")
        )
        return bool(_known(sides)) or (rule.type == "PROTEST" and several)  # واعتصموا: the ending tells who

    def _deed(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether a verbal noun of force is told, not only spoken of (ضحايا الهجمات، ذكرى الاغتيال)."""
        if any(self._vocabulary.is_cue("background", w) for w in words_over(phrases, k)):
            return False
        if rule.type == "ASSAULT":
            return self._blow(phrases, k, rule, sides)
        if rule.type == "PROTEST":
            return self._gathered(phrases, k, sides)
        if rule.mode == "seize" and phrases.chunks[k].prep == "عن":
            return False  # المدن الخارجة عن سيطرة الجيش
        if rule.mode == "seize" and not (sides.carried or sides.times or sides.light >= 0):
            return self._vocabulary.is_cue("fact", phrases.chunks[k].prep)  # else it is held, not taken
        trigger = phrases.chunks[k].trigger
        definite = trigger is not None and trigger.definite and not trigger.pronoun
        if sides.actors or sides.times or sides.light >= 0 or (sides.carried and sides.targets and not definite):
            return True
        if any(c.of != "people" for c in self.counts(phrases, k, sides)):
            return True
        trigger = phrases.chunks[k].trigger
        return sides.place is not None and trigger is not None and not trigger.definite

    def _blow(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether a noun of violence tells it: with a verb over it, its dead, or both sides; else it is a topic."""
        chunk = phrases.chunks[k]
        definite = chunk.trigger is not None and chunk.trigger.definite
        counted = any(c.of != "people" for c in self.counts(phrases, k, sides))
        if rule.mode in _TOLL and rule.genitive == "target":
            return self._death(phrases, k, sides, definite, counted)
        if sides.light < 0 and (chunk.prep == "ب" or self._vocabulary.is_cue("behind", chunk.prep)):
            return False
        if rule.mode in _ABUSES:
            return self._abused(phrases, k, rule, sides)
        if counted or self._after_victims(phrases, k):
            return True
        if sides.light >= 0:
            return self._carried(phrases, k, sides, definite)
        if sides.actors and (sides.targets or sides.place or sides.times):
            return True
        told = past_over(phrases, k) and bool(sides.targets or sides.place or sides.times)
        act = act_over(phrases, k, self._vocabulary)
        told = told or (act is not None and announced(phrases, k, self._vocabulary))
        armed = rule.genitive == "none" and self._armed(phrases, k, sides)  # انفجار سيارة مفخخة
        headline = opens(phrases, k) and bool(sides.targets or (sides.place and rule.mode) or armed)
        return not definite and (told or headline or heads_clause(phrases, k))

    def _abused(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether a noun of abuse tells one: in a headline, announced, with a day, or done by one to another."""
        chunk = phrases.chunks[k]
        definite = chunk.trigger is not None and chunk.trigger.definite
        over = opens(phrases, k) or past_over(phrases, k) or announced(phrases, k, self._vocabulary)
        if not definite and sides.targets and over:
            return True
        told = sides.light >= 0 and not present(phrases, sides.light)
        if told and (sides.targets or (sides.actors and (not definite or AGENT in self._slots(phrases, k)))):
            return True  # تعرضوا للضرب، أقدم على خطف الطبيب، نفذ عملية طعن، تم خطفه على يد مسلحين
        apart = rule.mode in ("targeted", "abduct") or AGENT in self._slots(phrases, k)
        done = apart and sides.light >= 0 and sides.actors and sides.targets
        escaped = rule.mode == "targeted" and chunk.prep == "من" and bool(sides.carried)
        return bool(done or escaped or (sides.times and _known(sides)))

    def _slots(self, phrases: Phrases, k: int) -> set[str]:
        """The prepositions of the phrases right behind chunk `k`."""
        return {c.prep for c in phrases.chunks[k + 1 : k + 3] if c.kind == "np"}

    def _death(self, phrases: Phrases, k: int, sides: Told, definite: bool, counted: bool) -> bool:
        """Whether a noun of killing tells a death: whose it was, or how many; else it is killing as such."""
        prep = phrases.chunks[k].prep
        if not definite and sides.targets and opens(phrases, k):
            return True  # a headline (مقتل جنديين في كمين)
        if self._vocabulary.is_cue("behind", prep) and sides.light < 0:
            named = bool(sides.targets) or counted or self._holds_victims(phrases, k)
            return named and self._vocabulary.is_cue("brings", prep)  # أدى إلى مقتل، أسفر عن سقوط قتلى
        if definite and not (sides.targets or (sides.light >= 0 and sides.actors)):
            return False
        if counted:
            return True
        return (
            self._carried(phrases, k, sides, definite)
            if sides.light >= 0
            else bool(not definite and sides.carried and sides.targets)
        )

    def _carried(self, phrases: Phrases, k: int, sides: Told, definite: bool) -> bool:
        """Whether the verb that carries a noun tells it done, not going on and on (تتعرض البلدة لقصف)."""
        if present(phrases, sides.light) and not (sides.times or (sides.actors and sides.targets)):
            return False
        if not definite or sides.actors or sides.times:
            return True
        trigger = phrases.chunks[sides.light].trigger if sides.light == k - 1 else None
        return trigger is not None and trigger.form.light == "happens"  # تجددت الاشتباكات

    def _holds_victims(self, phrases: Phrases, k: int) -> bool:
        """Whether a noun's own phrase names who fell (سقوط قتلى)."""
        chunk = phrases.chunks[k]
        return self._among("victim", [phrases.words[n].text for n in range(chunk.first + 1, chunk.last)])

    def _after_victims(self, phrases: Phrases, k: int) -> bool:
        """Whether the dead and wounded of an attack stand right before it (عشرات القتلى في تفجير)."""
        before = phrases.chunks[k - 1] if k else None
        if before is None or before.kind != "np" or before.comma:
            return False
        return self._among("victim", [phrases.words[n].text for n in range(before.first, before.last)])

    def _gathered(self, phrases: Phrases, k: int, sides: Told) -> bool:
        """Whether a noun of protest tells one; a known one (المظاهرات), or one that is only referred to, does not."""
        chunk = phrases.chunks[k]
        definite = chunk.trigger is not None and chunk.trigger.definite
        if self._vocabulary.is_cue("behind", chunk.prep) or self._vocabulary.is_cue("fact", chunk.prep):
            return False
        if definite:
            return bool(sides.actors and sides.light >= 0)
        return sides.light >= 0 or bool(sides.actors)

    def _struck(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether a verb of violence is meant as such: by or to somebody, or by a weapon; crises strike too."""
        chunk = phrases.chunks[k]
        counted = any(c.of != "people" for c in self.counts(phrases, k, sides))
        if rule.subject == "target" and rule.mode == "kill" and not self._violent(phrases, k):
            return False
        if blow_behind(phrases, k):
            return not present(phrases, k) or bool(sides.times)
        if blow_before(phrases, k) or (rule.mode == "suicide-attack" and sides.actors and opens(phrases, k - 1)):
            return bool(_known(sides))
        if not (sides.actors or sides.targets or counted):
            suffered = rule.subject != "actor" and not present(phrases, k)
            trigger = chunk.trigger
            if suffered and trigger is not None and trigger.pronoun and trigger.form.agrees == "mp":
                return True  # ثم قتلوهم
            return (suffered or not sides.implied) and self._armed(phrases, k, sides)
        passive = chunk.trigger is not None and chunk.trigger.form.passive
        undone = not (sides.implied or sides.actors or passive) and rule.subject == "actor"
        if undone and not self._armed(phrases, k, sides):
            return counted
        if _like_a_noun(chunk, sides) and not (counted or sides.times):
            return False
        negated = k > 0 and self._vocabulary.is_cue("never", phrases.words[chunk.first - 1].text)
        now = present(phrases, k) and not negated
        return not now or bool(sides.times) or bool(sides.actors and sides.targets)

    def _violent(self, phrases: Phrases, k: int) -> bool:
        """Whether a weapon or an attack stands near a death that may as well be an accident (لقي مصرعه).

        The slain and the wounded of themselves tell of force; `cause` knows the accidents.
        """
        slain = phrases.words[phrases.chunks[k].first : phrases.chunks[k].last + _SLAIN]
        return self._among("slain", [w.text for w in slain]) or self._among(
            "weapon", self._words_near(phrases, k, _SENTENCE)
        )

    def _happened(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether what is no deed is told as having happened: with a day, a disaster also with its dead."""
        if rule.mode != "disaster":
            return bool(sides.times) and bool(sides.actors)
        return bool(sides.times) or any(c.of != "people" for c in self.counts(phrases, k, sides))

    def _among(self, kind: str, words: Sequence[str]) -> bool:
        within = self._vocabulary.within
        return any(kind in within[word] for word in words)

    def _words_near(self, phrases: Phrases, k: int, back: int) -> list[str]:
        """The words around a death among which its cause stands: `back` before it, and behind it a clause."""
        first = phrases.chunks[k].first
        near = range(max(first - back, phrases.chunks[0].first), min(first + 2 * _NEAR, phrases.chunks[-1].last))
        return [phrases.words[n].text for n in near]

    def _armed(self, phrases: Phrases, k: int, sides: Told) -> bool:
        words = phrases.words
        near = range(phrases.chunks[sides.begin].first, min(phrases.chunks[k].last + 3, len(words)))
        return self._among("weapon", [words[n].text for n in near])


def _barred(rule: EventRule, sides: Told) -> bool:
    """Whether the sides show another sense: papers and persons attack with words, an interview is no meeting."""
    if sides.actors and all(a.kind == "outlet" for a in sides.actors):
        return True
    if "@person" in rule.needs and not _known(sides):
        return True
    if rule.type == "ASSAULT" and rule.mode in _VERBAL and any(a.kind == "person" for a in sides.actors):
        return True
    return rule.type == "CONSULT" and any(p.kind == "outlet" for p in (*sides.actors, *sides.targets))


def _said(rule: EventRule, chunk: Chunk, sides: Told) -> bool:
    """Whether somebody says it: a request that only lies somewhere is a thing, and a noun needs a verb over it."""
    if chunk.kind != "noun":
        return bool(sides.actors)
    if rule.type == "REQUEST" and sides.light < 0 and not chunk.prep:
        return False
    return bool(sides.actors) and (sides.carried or rule.type == "AGREE")


def _like_a_noun(chunk: Chunk, sides: Told) -> bool:
    """Whether a verb may as well be a noun in a list, with an owner (اختطاف الطبيب وقتله)."""
    return sides.implied and chunk.joins and chunk.trigger is not None and chunk.trigger.pronoun in ("ه", "ها", "هما")


def _known(sides: Told) -> int:
    return len({*sides.actors, *sides.targets})
