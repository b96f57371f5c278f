"""Numbers of people killed, wounded and held, with their hedges. Below events."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.events.chunks import Phrases
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.analyse.numbers import Numbers, numbers
from takhrij.knowledge import Knowledge
from takhrij.records import Count, Span

_NEAR: Final = 4
"""Words to either side of a number that say what it counts."""
_THOUSAND: Final = 1_000
"""From here on a word for a number counts how many times the digits before it are meant."""
_KINDS: Final = ("killed", "wounded", "held")
_MODS: Final = ("at_least", "more_than", "at_most", "about")


def counts(phrases: Phrases, low: int, high: int, knowledge: Knowledge, vocabulary: Vocabulary) -> tuple[Count, ...]:
    """Return the counts in the chunks `low` to `high`, in order.

    A number of a date is none, and one that counts nobody known is left out.
    """
    reader = knowledge.built(numbers)
    chunks = phrases.chunks[low:high]
    found: list[Count] = []
    i = min((c.first for c in chunks), default=0)
    start, end = i, max((c.last for c in chunks), default=0)
    dated = {n for chunk in chunks if chunk.kind == "time" for n in range(chunk.first, chunk.last)}
    while i < end:
        if i in dated:
            i += 1
            continue
        last, value = _number(phrases, i, end, reader, vocabulary)
        if value is None:
            i += 1
            continue
        if all(vocabulary.is_cue("vague", phrases.words[n].text) for n in range(i, last)):
            i = last  # thousands are not a thousand
            continue
        of = _counted(phrases, i, last, (start, end), vocabulary)
        if of:
            span = Span(
                page=phrases.sentence.span.page, start=phrases.words[i].start, end=phrases.words[last - 1].end
            )
            found.append(Count(value=float(value), of=of, span=span, mod=_hedge(phrases, i, last, vocabulary)))
        i = last
    return tuple(found)


def _number(phrases: Phrases, i: int, end: int, reader: Numbers, vocabulary: Vocabulary) -> tuple[int, int | None]:
    """The number that begins at word `i` and the word after it."""
    words = phrases.words
    last, value = i, None
    if not reader.value(words[i].text) or vocabulary.is_cue("preposition", words[i].text):
        return i, None
    if words[i].text.startswith("ال") and not vocabulary.is_cue("alif", words[i].text):
        return i, None  # known ones are not counted (البلدات الأربع)
    if words[i].text.isdecimal() and i + 1 < end and (size := reader.value(words[i + 1].text) or 0) >= _THOUSAND:
        return i + 2, int(words[i].text) * size  # 40 ألف
    for stop in range(i + 1, min(i + 5, end) + 1):
        text = " ".join(w.text for w in words[i:stop])
        got = reader.value(text)
        if got is None:
            break
        last, value = stop, got
    return last, value


def _counted(phrases: Phrases, i: int, last: int, region: tuple[int, int], vocabulary: Vocabulary) -> str:
    words = phrases.words
    after = [words[n].text for n in range(last, min(last + _NEAR, region[1]))]
    if after and vocabulary.is_cue("measure", after[0]):
        return ""
    before = [words[n].text for n in range(i - 1, max(i - _NEAR - 4, region[0]) - 1, -1)]
    people = any(vocabulary.is_cue("people", w) or vocabulary.is_cue("victim", w) for w in after[:2])
    for word in (*after[:1], *before, *after[1:]):
        for kind in _KINDS:
            if vocabulary.is_cue(kind, word) or vocabulary.is_cue(kind, word[1:]):
                return kind
    return "people" if people else ""


def _hedge(phrases: Phrases, i: int, last: int, vocabulary: Vocabulary) -> str:
    words = phrases.words
    near = [words[n].text for n in range(last, min(last + 4, len(words)))]
    for n in range(i - 1, max(i - 4, 0) - 1, -1):
        near.append(words[n].text)
        if words[n].text[0] == "و":
            break  # a clause of its own: what stands before it hedges another number
    for mod in _MODS:
        if any(vocabulary.is_cue(mod, w) for w in near):
            return mod
    return ""
