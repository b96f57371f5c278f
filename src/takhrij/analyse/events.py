"""What is told to have happened, planned, demanded or denied, in PLOVER's classes, with the words that tell it.

Every event rests on one trigger (`triggers`), read in its sentence's chunks (`phrases`); `frames` says who took part,
`tense` whether it happened. One happening told twice in an article is one event: the telling with a date wins.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from takhrij.analyse.arguments import party
from takhrij.analyse.counts import counts
from takhrij.analyse.participants import Memory, Participants, Scene, Told
from takhrij.analyse.phrases import Chunk, Chunker, Phrases
from takhrij.analyse.sameness import Tellings, one_blow, struck
from takhrij.analyse.tense import UNREAL, classed, status, told
from takhrij.analyse.terms import terms
from takhrij.analyse.triggers import Vocabulary, vocabulary
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import EventRule
from takhrij.records import Analysis, Event, Page, Span, Statement, Status, Why, identify
from takhrij.text import Folded

_LONGEST: Final = 240
"""Characters of an event's span; a clause is shorter, and what is longer is a list."""
_FORCEFUL: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})
_BILATERAL: Final = frozenset({"CONSULT", "COOPERATE"})
_TALK: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
"""Classes of words rather than deeds: without somebody who says them they are topics, not events."""


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Event, ...]:
    """Return the events of `page` in reading order.

    `Event.time` is the expression in the event's own clause; `when` is left to `timex.settled`. `statement` is the id
    of the innermost statement that holds the trigger. Without sentences there is nothing.
    """
    reader = _Reader(page, folded, sofar, knowledge)
    found: defaultdict[str, Tellings] = defaultdict(lambda: Tellings(sofar))
    memories: defaultdict[str, Memory] = defaultdict(Memory)
    for sentence in sofar.sentences:
        phrases = reader.chunker.chunks(sentence)
        for event in reader.events(phrases, memories[sentence.article]):
            found[sentence.article].add(event)
        reader.remember(phrases, memories[sentence.article])
    events = [event for tellings in found.values() for event in tellings.events()]
    return tuple(sorted(events, key=lambda e: (e.span, e.id)))


@dataclass
class _Region:
    """Chunks below a trigger of words: what stands there is what was wanted, refused or alleged."""

    end: int = 0
    content: str = "keep"
    actors: tuple[object, ...] = field(default=())


class _Reader:
    """Reads the sentences of one page."""

    def __init__(self, page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> None:
        self._page, self._folded, self._knowledge = page, folded, knowledge
        self._vocabulary: Vocabulary = knowledge.built(vocabulary)
        self._participants = Participants(page.text, knowledge, self._vocabulary)
        self._statements = sorted(sofar.statements, key=lambda s: s.content)
        self._starts = {s.id: s for s in sofar.statements}
        self.chunker = Chunker(folded, sofar, knowledge)

    def events(self, phrases: Phrases, memory: Memory) -> list[Event]:
        """Return the events of one sentence, in order."""
        found: list[Event] = []
        if phrases.sentence.text.rstrip().endswith(("?", "؟")):
            return []  # a question tells nothing
        region = _Region()
        inherited: tuple[str, ...] = ()
        memory.clause = None
        for k, chunk in enumerate(phrases.chunks):
            self._pair(phrases, k, memory)
            if chunk.kind not in ("verb", "noun", "word") or chunk.trigger is None or chunk.trigger.rule is None:
                continue
            rule = chunk.trigger.rule
            statement = self._statement(phrases.words[chunk.first].start)
            sides = self._participants.told(Scene(phrases, k, memory, statement))
            if k >= region.end:
                region = _Region()
            if region.content == "drop" and not sides.times:
                continue
            state = status(phrases, k, sides.light, self._vocabulary)
            if rule.content != "keep" and (state != UNREAL):
                region = _Region(_region_end(phrases, k, sides.end), rule.content)
            if state == UNREAL or not self._real(phrases, k, rule, sides):
                continue
            if region.content == "alleged" and rule.content == "keep" and state == "occurred":
                state = "alleged"
            if chunk.kind == "verb" and not sides.times and sides.implied and chunk.joins:
                sides = sides._replace(times=inherited)
            if chunk.kind == "verb":
                inherited = sides.times
                memory.clause = (chunk.trigger.form.agrees, sides.actors)
                if found and sides.implied and chunk.joins and not sides.targets and found[-1].type == rule.type:
                    sides = sides._replace(targets=found[-1].targets)
            event = self._event(phrases, k, (rule, state), sides, statement)
            if found and one_blow(found[-1], event):
                found[-1] = struck(found[-1], event)
                continue
            found.append(event)
            if rule.type in _BILATERAL and len({*sides.actors, *sides.targets}) >= 2:
                memory.pair = (
                    *sides.actors[:1],
                    *[t for t in (*sides.actors[1:], *sides.targets) if t.kind != "place"][:1],
                )
        return found

    def _pair(self, phrases: Phrases, k: int, memory: Memory) -> None:
        """Keep the two between whom something is, for a later "between them"."""
        chunk = phrases.chunks[k]
        if chunk.kind == "np" and chunk.prep == "بين" and chunk.whole and k + 1 < len(phrases.chunks):
            other = phrases.chunks[k + 1]
            if other.kind == "np" and other.joins and other.whole:
                memory.pair = (party(phrases, chunk, self._page.text), party(phrases, other, self._page.text))

    def remember(self, phrases: Phrases, memory: Memory) -> None:
        """Keep what a later pronoun may stand for: the sentence's subject."""
        subject = self._participants.subject(phrases)
        if subject is not None:
            memory.subjects = [*memory.subjects[-2:], subject]

    def _real(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether enough stands there for an event: a verb, or a noun with sides; talk needs a speaker, talks two sides."""
        chunk = phrases.chunks[k]
        sides_known = len({*sides.actors, *sides.targets})
        if sides.actors and all(a.kind == "outlet" for a in sides.actors):
            return False  # papers tell, and strike with words
        if "@person" in rule.needs and not sides_known:
            return False
        if rule.mode in ("", "firearms") and rule.type == "ASSAULT" and any(a.kind == "person" for a in sides.actors):
            return False  # a person by name attacks with words
        if rule.type == "CONSULT" and any(p.kind == "outlet" for p in (*sides.actors, *sides.targets)):
            return False  # an interview
        if rule.type in _TALK:
            return bool(sides.actors) and (chunk.kind != "noun" or sides.carried or rule.type == "AGREE")
        if rule.type == "OTHER":
            return bool(sides.actors) and bool(sides.times)
        if chunk.kind == "verb":
            return self._struck(phrases, k, rule, sides) if rule.type == "ASSAULT" else sides_known > 0
        if rule.type in _BILATERAL:
            return sides_known >= 2 or (
                sides_known == 1 and (bool(sides.times) or sides.light >= 0 or bool(sides.place))
            )
        if rule.type in _FORCEFUL:
            if any(self._vocabulary.is_cue("background", w) for w in _words_over(phrases, k)):
                return False
            if sides.actors or sides.times or sides.light >= 0:
                return True
            return sides.place is not None and chunk.trigger is not None and not chunk.trigger.definite
        return sides_known > 0 or sides.light >= 0 or bool(sides.times)

    def _struck(self, phrases: Phrases, k: int, rule: EventRule, sides: Told) -> bool:
        """Whether a verb of violence is meant as such: by or to somebody, or by a weapon; crises strike too."""
        chunk = phrases.chunks[k]
        counted = any(c.of != "people" for c in self._counts(phrases, k, sides))
        if not (sides.actors or sides.targets or counted):
            return not sides.implied and self._armed(phrases, k, sides)
        if not sides.implied and not sides.actors and rule.subject == "actor" and not self._armed(phrases, k, sides):
            return counted
        if not (counted or sides.times) and any(c.kind == "relative" for c in phrases.chunks[max(k - 2, 0) : k]):
            return False  # only says who is meant
        present = chunk.trigger is not None and chunk.trigger.form.tense == "present"
        return not present or counted or bool(sides.times) or bool(sides.actors and sides.targets)

    def _armed(self, phrases: Phrases, k: int, sides: Told) -> bool:
        words = phrases.words
        near = range(phrases.chunks[sides.begin].first, min(phrases.chunks[k].last + 3, len(words)))
        return any(self._vocabulary.is_cue("weapon", words[n].text.removeprefix("ال")) for n in near)

    def _event(
        self, phrases: Phrases, k: int, coded: tuple[EventRule, str], sides: Told, statement: Statement | None
    ) -> Event:
        rule, state = coded
        chunk = phrases.chunks[k]
        state = _settled(rule, state, statement)
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
            counts=self._counts(phrases, k, sides) if rule.type in _FORCEFUL else (),
            time=sides.times[0] if sides.times else "",
            terms=terms(self._folded, span.start, span.end, self._knowledge),
            why=(Why(rule=f"event:{rule.name}", rests_on=(trigger,), note=f"{_noted(chunk, sides)}, {state}"),),
        )

    def _span(self, phrases: Phrases, k: int, sides: Told) -> Span:
        """The clause that tells it: from the subject or the verb to the last side, never beyond the sentence."""
        words, chunks = phrases.words, phrases.chunks
        first = words[chunks[sides.begin].first].start
        last = max((c.last for c in chunks[sides.begin : sides.end] if c.kind != "particle"), default=chunks[k].last)
        end = min(words[last - 1].end, phrases.sentence.span.end)
        trigger_end = words[_tail(chunks[k])].end
        if trigger_end - first > _LONGEST:
            first = words[chunks[k].first].start
        while end - first > _LONGEST and words[last - 1].end > trigger_end:
            last -= 1
            end = words[last - 1].end
        return Span(page=self._page.id, start=first, end=max(end, trigger_end))

    def _counts(self, phrases: Phrases, k: int, sides: Told) -> tuple:  # type: ignore[type-arg]
        chunks = phrases.chunks
        start = chunks[max(sides.begin - 3, 0)].first
        end = max((c.last for c in chunks[k : min(sides.end + 6, len(chunks))]), default=chunks[k].last)
        return counts(phrases, start, end, self._knowledge, self._vocabulary)

    def _statement(self, position: int) -> Statement | None:
        """The innermost statement whose content holds `position`."""
        best: Statement | None = None
        for statement in self._statements:
            if statement.content.start > position:
                break
            if position < statement.content.end and (
                best is None
                or statement.content.end - statement.content.start <= best.content.end - best.content.start
            ):
                best = statement
        return best


def _words_over(phrases: Phrases, k: int) -> list[str]:
    """The two words before a verbal noun, as far as they belong to its phrase, without clitics."""
    first = phrases.chunks[k].first
    words = [phrases.words[n].text for n in range(max(first - 2, 0), first)]
    return [*words, *(w[n:] for w in words for n in (1, 2))]


def _region_end(phrases: Phrases, k: int, end: int) -> int:
    """Index of the chunk where what a trigger governs ends: a new finite verb, a break, a full stop."""
    chunks = phrases.chunks
    after_that = False
    for i in range(k + 1, len(chunks)):
        chunk = chunks[i]
        if chunk.kind in ("stop", "break", "participle") or (chunk.kind == "that" and chunk.joins):
            return i
        if chunk.kind in ("verb", "word") and (chunk.joins or chunk.comma) and not after_that:
            return i
        if chunk.kind == "verb" and i > end + 8:
            return i
        after_that = chunk.kind == "that" or (after_that and chunk.kind == "particle")
    return len(chunks)


def _noted(chunk: Chunk, sides: Told) -> str:
    """How the trigger stands, for `why` and for telling what only points back."""
    definite = chunk.trigger is not None and chunk.trigger.definite and chunk.kind == "noun"
    return chunk.kind + (", definite" if definite else "") + (", carried" if sides.light >= 0 else "")


def _tail(chunk: Chunk) -> int:
    return max(chunk.last - 1, chunk.first)


def _settled(rule: EventRule, state: str, statement: Statement | None) -> str:
    if rule.type == "REQUEST" and state in ("occurred", "planned"):
        return "demanded"
    if rule.name in ("readiness", "invitation", "offer of help") and state in ("occurred", "planned"):
        return "offered"
    return told(state, statement)


def _status(state: str) -> Status:
    return state  # type: ignore[return-value]


def with_time(event: Event, time: str) -> Event:
    """Return `event` dated by the expression `time`."""
    return replace(event, time=time)
