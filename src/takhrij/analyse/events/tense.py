"""Whether an event is told as done, to come, wanted, offered, denied or only alleged. Below events.

Read from the verb's form, from the small words before it in its clause, and from the statement that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from takhrij.analyse.events.chunks import Chunk, Phrases
from takhrij.analyse.events.governing import takes_up_thing
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.records import Statement, Status

UNREAL: Final = "unreal"
"""Neither happened nor planned: a purpose, a condition, a possibility in the air. No event."""
_OPEN: Final = (("offered", "offered"), ("unreal", UNREAL), ("planned", "planned"), ("possible", "alleged"))
"""Kinds of small words over a noun, and the status that each gives it."""
_REACH: Final = 6
"""Chunks to the left of a trigger that may govern it."""
_BUT: Final = 8
"""Words from a negated verb on in which "but" turns the negation round."""
_JOINT: Final = frozenset({"CONSULT", "COOPERATE", "AID", "SUPPORT"})


def status(phrases: Phrases, k: int, light: int, vocabulary: Vocabulary) -> str:
    """Return the status that the words give the event of chunk `k`, or UNREAL; `light` carries it (−1: none)."""
    chunk = phrases.chunks[k]
    if chunk.kind == "verb":
        return _of_verb(phrases, k, vocabulary)
    found = _of_noun(phrases, k, light, vocabulary)
    if light >= 0 and light < k and found == "occurred":
        return _of_verb(phrases, light, vocabulary)
    if light > k and found == "occurred":
        return _of_relative(phrases, light, vocabulary)
    return found


def told(found: str, statement: Statement | None) -> Status:
    """Return the status once the statement that holds the event is heard: who denies, denies all that he tells."""
    if statement is not None and found == "occurred":
        if statement.act == "deny":
            return "denied"
        if statement.act == "allege":
            return "alleged"
    return found  # type: ignore[return-value]


def classed(kind: str, mode: str, found: str) -> str:
    """Return the PLOVER class by its manual: meetings and help to come are AGREE, a withdrawal to come CONCEDE."""
    if found in ("planned", "offered"):
        if kind in _JOINT:
            return "AGREE"
        if kind == "RETREAT":
            return "AGREE" if mode == "ceasefire" else "CONCEDE"
    return kind


def _of_verb(phrases: Phrases, k: int, vocabulary: Vocabulary) -> str:
    trigger = phrases.chunks[k].trigger
    if trigger is None:
        return "occurred"
    if trigger.future:
        return "planned"
    present = trigger.form.tense == "present"
    if (found := _by_particle(phrases, k, present, vocabulary)) is not None:
        return found
    if _conditional(phrases, k, vocabulary):
        return UNREAL
    if present and k > 0 and phrases.chunks[k - 1].kind == "that":
        return _below_that(phrases, k - 1, vocabulary)
    return "occurred" if takes_up_thing(phrases, k) else _hedged(phrases, k, vocabulary)


def _conditional(phrases: Phrases, k: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb's clause opens with a condition or a doubt (لا يعرف ما إذا كان الأمير قد وافق)."""
    for chunk in reversed(phrases.chunks[max(k - _REACH, 0) : k]):
        if chunk.kind == "break":
            return vocabulary.is_cue("if", phrases.words[chunk.first].text)
        if chunk.kind in ("stop", "that", "relative", "participle", "verb"):
            return False
    return False


def _by_particle(phrases: Phrases, k: int, present: bool, vocabulary: Vocabulary) -> str | None:
    """The status by the word before a verb, or by what is written onto it; None if neither tells."""
    words, first = phrases.words, phrases.chunks[k].first
    before = words[first - 1].text if k > 0 else ""
    for cue, found in (("never", "denied"), ("will", "planned"), ("if", UNREAL)):
        if vocabulary.is_cue(cue, before):
            return UNREAL if found == "denied" and _excepted(phrases, first, vocabulary) else found
    if vocabulary.is_cue("not", before):
        return UNREAL if present else "denied"
    if present and vocabulary.is_cue("may", before):
        return "alleged"
    trigger = phrases.chunks[k].trigger
    purpose = present and trigger is not None and trigger.prep
    return UNREAL if purpose else None


def _excepted(phrases: Phrases, first: int, vocabulary: Vocabulary) -> bool:
    """Whether a negation is turned round behind its verb (لم يبحث سوى): what was done is then no plain event."""
    return any(vocabulary.is_cue("but", word.text) for word in phrases.words[first : first + _BUT])


def _of_relative(phrases: Phrases, light: int, vocabulary: Vocabulary) -> str:
    """The status that a relative clause gives its noun: what somebody does again and again is no one event."""
    found = _of_verb(phrases, light, vocabulary)
    trigger = phrases.chunks[light].trigger
    habit = trigger is not None and trigger.form.tense == "present" and found == "occurred"
    return UNREAL if habit else found


def _below_that(phrases: Phrases, k: int, vocabulary: Vocabulary) -> str:
    """The status of a present verb behind أن, by what stands before it; behind إن it is a plain statement."""
    word = phrases.words[phrases.chunks[k].first].text
    if not vocabulary.is_cue("subjunctive", word):
        return "occurred"
    for n, text in enumerate(_words_before(phrases, k, 5)):
        if n == 0 and vocabulary.is_cue("after_that", text):
            return "occurred"
        for kind, found in (("planned", "planned"), ("possible", "alleged"), ("offered", "offered")):
            if vocabulary.is_cue(kind, text):
                return found
    return UNREAL


def _of_noun(phrases: Phrases, k: int, light: int, vocabulary: Vocabulary) -> str:
    chunk = phrases.chunks[k]
    words = phrases.words
    for i in range(chunk.first, min(chunk.last + 5, len(words))):
        if i >= chunk.last and (phrases.words[i].start > phrases.sentence.span.end or _fenced(phrases, k, i)):
            break
        if vocabulary.is_cue("future", words[i].text):
            return "planned"
    known = chunk.prep == "في" and chunk.trigger is not None and chunk.trigger.definite  # في قمتها الأخيرة
    known = known or (_met(chunk) and vocabulary.is_cue("this", words[chunk.first - 1].text))  # وراء هذا اللقاء
    fact = known or vocabulary.is_cue("fact", chunk.prep) or chunk.comma
    for text, before in () if fact else pairwise([*_words_before(phrases, k, _REACH), ""]):
        if told_by := vocabulary.kinds[text] | vocabulary.kinds[_bare(text)]:
            for kind, found in _OPEN:
                if kind in told_by:
                    refused = found == "planned" and vocabulary.is_cue("negation", before)
                    return "denied" if refused else found  # لا تنوي قطع العلاقات
    if chunk.prep == "ل" and light < 0:
        return UNREAL
    if light < 0 and k > 0 and _purpose(phrases, k):
        return UNREAL
    if chunk.kind == "word" and k > 0 and vocabulary.is_cue("negation", words[chunk.first - 1].text):
        return UNREAL
    return _hedged(phrases, k, vocabulary)


def _met(chunk: Chunk) -> bool:
    rule = chunk.trigger.rule if chunk.trigger is not None else None
    return rule is not None and rule.type == "CONSULT"


def _purpose(phrases: Phrases, k: int) -> bool:
    """Whether a noun is the genitive of what is only aimed at (لإعادة فرض العقوبات، لحشد التأييد)."""
    over, words = phrases.chunks[k - 1], phrases.words
    if over.kind != "np" or over.prep != "ل" or over.mention is not None or over.last != over.first + 1:
        return False
    return over.last == phrases.chunks[k].first and not words[over.first].text.startswith(("لل", "ولل"))


def _hedged(phrases: Phrases, k: int, vocabulary: Vocabulary) -> str:
    words = [*_words_before(phrases, k, 10, through=True), ""]
    for text, before in pairwise(words):
        kinds = vocabulary.kinds[text]
        if "alleged" in kinds and not vocabulary.is_cue("bureau", before):
            return "alleged"
        if "denied" in kinds and not vocabulary.is_cue("bureau", before):
            return "denied"
    return "occurred"


def _words_before(phrases: Phrases, k: int, reach: int, *, through: bool = False) -> Iterator[str]:
    """Yield up to `reach` words before chunk `k` in its clause, nearest first (`through`: beyond أن as well)."""
    count = 0
    for i in range(k - 1, -1, -1):
        chunk: Chunk = phrases.chunks[i]
        if chunk.kind in ("stop", "break", "relative", "participle") or (chunk.kind == "that" and not through):
            return
        for n in range(chunk.last - 1, chunk.first - 1, -1):
            yield phrases.words[n].text
            count += not chunk.whole or n == chunk.first  # a name counts as one word, with all its titles
            if count >= reach:
                return
        if chunk.kind in ("verb", "word") and chunk.trigger is not None and chunk.trigger.rule is not None:
            return
        if chunk.kind == "verb" and chunk.joins and chunk.comma:
            return  # a clause of its own (وأصدر قرارا بإلغاء التجارب، وقامت واشنطن بتخفيف العقوبات)


def _fenced(phrases: Phrases, k: int, word: int) -> bool:
    """Whether a clause border stands between chunk `k` and `word`."""
    for chunk in phrases.chunks[k + 1 : k + 7]:
        if chunk.first > word:
            return False
        if chunk.kind in ("stop", "that", "break", "verb", "relative", "noun", "participle"):
            return True
    return False


def _bare(text: str) -> str:
    for prefix in ("لل", "بال", "ال", "ب", "ل"):
        if text.startswith(prefix) and len(text) > len(prefix) + 2:
            return text[len(prefix) :]
    return text
