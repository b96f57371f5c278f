"""What is told to have happened, planned, demanded or denied, in PLOVER's classes, with the words that tell it.

Every event rests on one trigger (`triggers`), read in its sentence's chunks (`phrases`); `frames` says who took part,
`tense` whether it happened. One happening told twice in an article is one event: the telling with a date wins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from takhrij.analyse.events.actors import Actors
from takhrij.analyse.events.chunks import Chunk, Phrases
from takhrij.analyse.events.evidence import BILATERAL, FORCEFUL, Evidence
from takhrij.analyse.events.governing import describes, takes_up_thing
from takhrij.analyse.events.participants import Participants, Told
from takhrij.analyse.events.parties import party
from takhrij.analyse.events.phrases import Chunker
from takhrij.analyse.events.pronouns import Memory, Scene, Subject
from takhrij.analyse.events.sameness import DESCRIBED, Tellings, one_blow, struck
from takhrij.analyse.events.tense import UNREAL, classed, status, told
from takhrij.analyse.events.triggers import Vocabulary, vocabulary
from takhrij.analyse.terms import normaliser, terms
from takhrij.anchoring import PAST_VERB
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import EventRule
from takhrij.records import Analysis, Event, Page, Sentence, Span, Statement, Status, Why, identify
from takhrij.text import Folded

_LONGEST: Final = 240
"""Characters of an event's span; a clause is shorter, and what is longer is a list."""
_JOINED: Final = 3
"""Chunks from a verbal noun to the one that is joined to it: its genitive and a place stand between."""
_YOURS: Final = ("ك", "كم")
"""Pronouns of whom a page speaks to: what is yours is no news (موافقتك على الشروط)."""
_THEIRS: Final = ("ه", "ها", "هم", "هما")
_DEEDS: Final = frozenset({"ASSAULT", "COERCE"})
_REACH: Final = 40
"""Chunks that one trigger may govern, and statements that may hold one word: bounds that keep time linear."""


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Event, ...]:
    """Return the events of `page` in reading order.

    `Event.time` is the expression in the event's own clause; `when` is left to `anchoring.settled`. `statement` is
    the id of the innermost statement that holds the trigger. Without sentences there is nothing.
    """
    reader = _Reader(page, folded, sofar, knowledge)
    found: defaultdict[str, Tellings] = defaultdict(lambda: Tellings(sofar))
    memories: defaultdict[str, Memory] = defaultdict(lambda: Memory(reader.subject))
    for sentence in sofar.sentences:
        memory = memories[sentence.article]
        if reader.chunker.tells(sentence):
            for event in reader.events(reader.chunker.chunks(sentence), memory):
                found[sentence.article].add(event)
        memory.keep(sentence)
    whole = Actors(sofar, knowledge)
    events = [whole.completed(event) for tellings in found.values() for event in tellings.events()]
    return tuple(sorted(events, key=lambda e: (e.span, e.id)))


@dataclass
class _Course:
    """What earlier triggers of a sentence leave to later ones.

    Up to chunk `end` stands the `content` of a trigger of words: what was wanted, refused or alleged. `times` are
    those of the last verb, `last` is the last event and `at` its chunk, `unreal` the last verbal noun of what is not
    real, `aimed` how.
    """

    end: int = 0
    unreal: int = -99
    aimed: str = UNREAL
    content: str = "keep"
    times: tuple[str, ...] = ()
    last: Event | None = None
    at: int = 0

    def done_to_the_same(self, sides: Told, rule: EventRule, chunk: Chunk) -> Told:
        """Give a deed with a pronoun that is joined to another the sides of that (خطفوا المدنيين وقتلوهم)."""
        last, trigger = self.last, chunk.trigger
        if last is None or trigger is None or not chunk.joins or chunk.comma or trigger.pronoun not in _THEIRS:
            return sides
        if not {last.type, rule.type} <= _DEEDS or not last.targets or rule.genitive == "actor":
            return sides
        same = chunk.kind == "noun" or sides.implied
        return sides._replace(targets=last.targets, actors=(last.actors if same else ()) or sides.actors)

    def carried_on(self, sides: Told, rule: EventRule, chunk: Chunk) -> Told:
        """Give a verb that is joined to another, without a subject of its own, that one's time and other side."""
        if sides.implied and chunk.joins:
            if not sides.times:
                sides = sides._replace(times=self.times)
            if not sides.targets and self.last is not None and self.last.type == rule.type:
                sides = sides._replace(targets=self.last.targets)
        self.times = sides.times
        return sides


class _Reader:
    """Reads the sentences of one page."""

    def __init__(self, page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> None:
        self._page, self._folded, self._knowledge = page, folded, knowledge
        self._vocabulary: Vocabulary = knowledge.built(vocabulary)
        self._participants = Participants(page.text, sofar, knowledge, self._vocabulary)
        self._statements = sorted(sofar.statements, key=lambda s: s.content)
        self._normal = normaliser(folded, knowledge)
        self._contents = [s.content.start for s in self._statements]
        self._led = {s.cue.start: s for s in self._statements}
        self._evidence = Evidence(folded, sofar, knowledge, self._vocabulary)
        self._mutual = knowledge.built(_mutual)
        self.chunker = Chunker(folded, sofar, knowledge)

    def events(self, phrases: Phrases, memory: Memory) -> list[Event]:
        """Return the events of one sentence, in order; a question tells nothing."""
        found: list[Event] = []
        if phrases.sentence.text.rstrip().endswith(("?", "؟")):
            return found
        memory.clause, memory.taken = None, ("", ())
        course = _Course()
        for k, chunk in enumerate(phrases.chunks):
            self._pair(phrases, k, memory)
            if chunk.kind not in ("verb", "noun", "word") or chunk.trigger is None or chunk.trigger.rule is None:
                continue
            begins = phrases.words[chunk.first]
            led = next((self._led[at] for at in range(begins.start, begins.end) if at in self._led), None)
            event = self._coded(Scene(phrases, k, memory, self._statement(begins.start), led), course)
            if event is None:
                continue
            if found and one_blow(found[-1], event) and not self._meanwhile(phrases, course.at, k):
                found[-1], course.at = struck(found[-1], event), k
                continue
            if found and chunk.kind == "noun" and _object_of(found[-1], event):
                continue
            if found and (found[0].type != event.type or not found[-1].leads):
                event = replace(event, leads=False)  # the sentence is about what it tells first
            found.append(event)
            course.last, course.at = event, k
            sides = [p for p in (*event.actors, *event.targets) if p.kind != "place"]
            if event.why[0].rule in self._mutual and len(sides) > 1:
                memory.pair = (
                    sides[0],
                    event.targets[0] if event.targets and event.targets[0] in sides else sides[1],
                )
        return found

    def _meanwhile(self, phrases: Phrases, first: int, last: int) -> bool:
        """Whether a word that begins what happened elsewhere stands between two chunks (بينما تواصلت المعارك)."""
        between = (c for c in phrases.chunks[first + 1 : last] if c.kind == "break")
        return any(self._vocabulary.is_cue("meanwhile", phrases.words[c.first].text) for c in between)

    def _coded(self, scene: Scene, course: _Course) -> Event | None:
        """The event of one trigger; None if what stands there is none."""
        phrases, k = scene.phrases, scene.k
        chunk = phrases.chunks[k]
        trigger = chunk.trigger
        assert trigger is not None
        assert trigger.rule is not None
        rule = self._evidence.cause(phrases, k, trigger.rule)
        if k >= course.end:
            course.end, course.content = 0, "keep"
        sides = course.done_to_the_same(self._participants.told(scene), rule, chunk)
        granted = self._vocabulary.is_cue("fact", chunk.prep)  # during, after: it happened, whatever is asked for
        if trigger.pronoun in _YOURS or (course.content == "drop" and not sides.times and not granted):
            return None
        state = status(phrases, k, sides.light, self._vocabulary)
        open_ = chunk.kind == "noun" or trigger.form.tense == "present"
        if state == "occurred" and open_ and self._evidence.ahead(phrases, sides):
            state = "planned"
        if (
            (chunk.kind == "noun" or (sides.implied and trigger.form.agrees == "ms"))
            and chunk.joins
            and not chunk.comma
            and k <= course.unreal + _JOINED
            and sides.light < 0
        ):
            state = course.aimed  # joined to what is only aimed at (خطة لشن هجوم على البلدة وقصف المطار)
        if state in (UNREAL, "planned") and chunk.kind == "noun":
            course.unreal, course.aimed = k, state
        if rule.content != "keep" and state != UNREAL:
            course.end, course.content = _region_end(phrases, k, sides.end), rule.content
        if state == UNREAL or not self._evidence.enough(phrases, k, rule, sides):
            return None
        if course.content == "alleged" and rule.content == "keep" and state == "occurred":
            state = "alleged"
        if chunk.kind == "verb":
            sides = course.carried_on(sides, rule, chunk)
            scene.memory.clause = (trigger.form.agrees, sides.actors)
        elif 0 <= sides.light < k and sides.actors and (verb := phrases.chunks[sides.light].trigger) is not None:
            scene.memory.clause = (verb.form.agrees, sides.actors)  # قامت الهيئة بقطع الطريق ومنعت
        return self._event(phrases, k, (rule, state), sides, scene.statement)

    def _pair(self, phrases: Phrases, k: int, memory: Memory) -> None:
        """Keep the two between whom something is, for a later "between them"."""
        chunk = phrases.chunks[k]
        if chunk.kind == "np" and chunk.prep == "بين" and chunk.whole and k + 1 < len(phrases.chunks):
            other = phrases.chunks[k + 1]
            if other.kind == "np" and other.joins and other.whole:
                memory.pair = (party(phrases, chunk, self._page.text), party(phrases, other, self._page.text))

    def subject(self, sentence: Sentence) -> Subject | None:
        """Return what a later pronoun may stand for, with its gender: the sentence's subject."""
        return self._participants.subject(self.chunker.one_by_one(sentence))

    def _event(
        self, phrases: Phrases, k: int, coded: tuple[EventRule, str], sides: Told, statement: Statement | None
    ) -> Event:
        rule, state = coded
        chunk = phrases.chunks[k]
        described = chunk.kind == "verb" and (describes(phrases, k) or takes_up_thing(phrases, k))
        denied = statement is not None and statement.act == "deny"  # but not الصاروخ الذي أطلقه الجيش: he did
        state = _settled(rule, state, None if described and denied else statement)
        span = self._span(phrases, k, sides)
        trigger = Span(
            page=self._page.id, start=phrases.words[chunk.first].start, end=phrases.words[_tail(chunk)].end
        )
        kind = classed(rule.type, rule.mode, state)
        return Event(
            id=identify(f"event-{kind.lower()}", trigger),
            article=phrases.sentence.article,
            span=span,
            type=kind,
            mode=rule.mode,
            status=_status(state),
            statement=statement.id if statement else "",
            actors=sides.actors,
            targets=sides.targets,
            place=sides.place,
            counts=self._evidence.counts(phrases, k, sides)
            if rule.type in FORCEFUL or rule.mode == "disaster"
            else (),
            time=sides.times[0] if sides.times else "",
            terms=terms(self._folded, span.start, span.end, self._knowledge, self._normal),
            passing=self._evidence.passing(phrases, k, sides),
            leads=self._evidence.leads(phrases, k),
            why=(Why(rule=f"event:{rule.name}", rests_on=(trigger,), note=f"{_noted(phrases, k, sides)}, {state}"),),
        )

    def _span(self, phrases: Phrases, k: int, sides: Told) -> Span:
        """The clause that tells it: from the subject or the verb to the last side, never beyond the sentence."""
        words, chunks = phrases.words, phrases.chunks
        first = words[self._negated(phrases, sides.begin)].start
        last = max((c.last for c in chunks[sides.begin : sides.end] if c.kind != "particle"), default=chunks[k].last)
        end = min(words[last - 1].end, phrases.sentence.span.end)
        trigger_end = words[_tail(chunks[k])].end
        if trigger_end - first > _LONGEST:
            first = words[self._negated(phrases, k)].start
        while end - first > _LONGEST and words[last - 1].end > trigger_end:
            last -= 1
            end = words[last - 1].end
        return Span(page=self._page.id, start=first, end=max(end, trigger_end))

    def _negated(self, phrases: Phrases, begin: int) -> int:
        """The first word of chunk `begin`, with the "not" or "will" before it, without which it says the contrary."""
        before = phrases.chunks[begin - 1] if begin else None
        if before is not None and before.kind == "particle":
            word = phrases.words[before.first].text
            if self._vocabulary.is_cue("negation", word) or self._vocabulary.is_cue("will", word):
                return before.first
        return phrases.chunks[begin].first

    def _statement(self, position: int) -> Statement | None:
        """The innermost statement whose content holds `position`."""
        last = bisect_right(self._contents, position)
        holding = [s for s in self._statements[max(last - _REACH, 0) : last] if position < s.content.end]
        return min(holding, key=lambda s: s.content.end - s.content.start, default=None)


def _mutual(knowledge: Knowledge) -> frozenset[str]:
    """Return the rules, as events name them, of what happens between two."""
    return frozenset(f"event:{rule.name}" for rule in knowledge.language.events if rule.type in BILATERAL)


def _region_end(phrases: Phrases, k: int, end: int) -> int:
    """Index of the chunk where what a trigger governs ends: a new finite verb, a break, a full stop."""
    chunks = phrases.chunks
    after_that = False
    for i in range(k + 1, min(k + _REACH, len(chunks))):
        chunk = chunks[i]
        if chunk.kind in ("stop", "break", "participle") or (chunk.kind == "that" and chunk.joins):
            return i
        if chunk.kind in ("verb", "word") and (chunk.joins or chunk.comma) and not after_that:
            return i
        if chunk.kind == "verb" and i > end + 8:
            return i
        after_that = chunk.kind == "that" or (after_that and chunk.kind == "particle")
    return min(k + _REACH, len(chunks))


def _object_of(deed: Event, thing: Event) -> bool:
    """Whether a noun only names what the verb before it does, of the same class (sent a convoy of aid)."""
    verb = deed.why[0].note.startswith("verb")
    return verb and deed.type == thing.type and deed.mode == thing.mode and thing.why[0].rests_on[0].within(deed.span)


def _noted(phrases: Phrases, k: int, sides: Told) -> str:
    """How the trigger stands, for `why` and for telling what only points back."""
    chunk, behind = phrases.chunks[k], phrases.chunks[k + 1 : k + 2]
    definite = chunk.trigger is not None and chunk.trigger.definite and chunk.kind == "noun"
    described = bool(definite and behind and behind[0].kind == "relative")
    past = chunk.trigger is not None and chunk.kind == "verb" and chunk.trigger.form.tense == "past"
    told = (("definite", definite), (DESCRIBED, described), ("carried", sides.light >= 0), (PAST_VERB, past))
    return ", ".join((chunk.kind, *(word for word, is_so in told if is_so)))


def _tail(chunk: Chunk) -> int:
    return max(chunk.last - 1, chunk.first)


def _settled(rule: EventRule, state: str, statement: Statement | None) -> str:
    if rule.status and state in ("occurred", "planned"):
        return rule.status
    return told(state, statement)


def _status(state: str) -> Status:
    return state  # type: ignore[return-value]
