"""Parts a sentence into chunks: noun phrases, verbs, times and the small words between them. Below arguments.

Not a parser: a chunk ends where the next word is a preposition, a verb, a conjunction or a name of its own, or where
definiteness changes (السلطات الجديدة | قافلة عسكرية), which is where one Arabic noun phrase ends and another begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import compress, pairwise
from typing import Final

from takhrij.analyse.events.cases import begins_another
from takhrij.analyse.events.chunks import AGENT, AMONG, OF, Chunk, Phrases, carries
from takhrij.analyse.events.landmarks import named, timed, unbracketed
from takhrij.analyse.events.shapes import (
    BETWEEN,
    JOINT,
    SMALL,
    VERBS,
    closes,
    looks_like_noun,
    looks_like_verb,
    telling,
    verbal,
)
from takhrij.analyse.events.triggers import Trigger, Vocabulary, vocabulary
from takhrij.analyse.numbers import Numbers, numbers
from takhrij.analyse.terms import normaliser
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.records import Analysis, Mention, Sentence
from takhrij.text import Folded

_STOPS: Final = frozenset(".؛;:!؟?…()[]–—")
_AND: Final = "و"
_COMMAS: Final = frozenset("،,")
_DASHES: Final = ("-", "ـ")
_WRITTEN_ON: Final = frozenset("وفبلك")
"""Letters that are words of their own, written onto the next."""
_HEDGES: Final = frozenset(["about", "at_least", "more_than"])
_QUOTE: Final = re.compile(r"[،,:]\s*[“«\"]")
"""Where a quotation begins that is a sentence of its own."""
_OPENING: Final = ("“", "«", '"')
_CLOSING: Final = ("”", "»", '"')
_APART: Final = ("person", "place", "organization", "state")
"""Kinds of names that are a phrase of their own behind a definite noun (المسلحون | القوات العراقية)."""
_QUOTED: Final = 6
"""Words of a name in quotation marks; what is longer is a quotation."""
_BETWEEN_BOTH: Final = "بينهما"
_CLAUSE: Final = 20
"""Words after a trigger that may still belong to its clause."""
_SHORT: Final = 4
"""Letters of a word up to which its first is not taken for a conjunction on the strength of the rest alone."""
_LONGEST: Final = 6
"""Words of a noun phrase without a name in it; longer ones are lists or unknown verbs."""


class Chunker:
    """Chunks the sentences of one page."""

    def __init__(self, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> None:
        self._folded = folded
        self._words = folded.words
        self._vocabulary: Vocabulary = knowledge.built(vocabulary)
        self._normal: Callable[[str], str] = normaliser(folded, knowledge)
        self._numbers: Numbers = knowledge.built(numbers)
        self._split = PerWord(self._parted)  # what is written onto a word depends on the page's other words
        self._closes = knowledge.built(closes)
        self._telling = knowledge.built(telling)
        self._read: dict[int, list[Trigger]] = {}
        self._names = named(folded, sofar)
        self._gaps = ["", *(folded.raw[word.end : after.start] for word, after in pairwise(folded.words))]
        unbracketed(self._gaps, self._names, self._words, self._vocabulary.party)
        self._stopped = [i for i, gap in enumerate(self._gaps) if _has(_STOPS, gap)]
        self._times = timed(folded, sofar)

    def tells(self, sentence: Sentence) -> bool:
        """Whether a word of `sentence` may tell an event or the two between whom something is; most have none."""
        span = self._folded.between(sentence.span.start, sentence.span.end)
        words = self._words
        likely = compress(span, map(self._telling.__getitem__, self._folded.texts[span.start : span.stop]))
        return any(words[i].text in BETWEEN or any(r.rule for r in self._readings(i, span)) for i in likely)

    def chunks(self, sentence: Sentence) -> Phrases:
        """Return `sentence` in chunks, in order."""
        return Phrases(sentence, self._words, tuple(self._found(sentence)))

    def one_by_one(self, sentence: Sentence) -> Iterator[tuple[Phrases, Chunk]]:
        """Yield the chunks of `sentence` for who needs only the first ones; the phrases hold the words alone."""
        bare = Phrases(sentence, self._words, ())
        return ((bare, chunk) for chunk in self._found(sentence))

    def _found(self, sentence: Sentence) -> Iterator[Chunk]:
        span = self._folded.between(sentence.span.start, sentence.span.end)
        found: list[Chunk] = []
        i = span.start
        prep, joint = "", False
        while i < span.stop:
            if self._words[i].text == JOINT:
                joint, i = True, i + 1
                continue
            gap = self._gaps[i] if i > span.start else ""
            if found and gap != " " and (_has(_STOPS, gap) or _QUOTE.search(gap)):
                found.append(Chunk("stop", i, i))
                yield found[-1]
                prep = ""
            chunk = self._next(i, span, prep, found)
            if chunk.kind == "particle" and self._vocabulary.is_cue("among", self._words[chunk.first].text):
                prep = AMONG
            elif chunk.kind == "prep":
                every = self._vocabulary.is_cue("all", chunk.prep)
                joint = joint or (every and self._words[i].text[0] == _AND)
                prep = prep if every else chunk.prep
            else:
                between = self._gaps[chunk.first - (prep != "" or joint)]
                comma = _has(_COMMAS, between) or between.strip() in _DASHES
                found.append(chunk._replace(comma=comma, joins=chunk.joins or joint) if comma or joint else chunk)
                yield found[-1]
                prep, joint = "", False
            i = max(chunk.last, i + 1)

    def _readings(self, i: int, span: range) -> list[Trigger]:
        """What word `i` may tell within its clause; asked twice, once to see whether its sentence tells anything."""
        if i not in self._read:
            self._read[i] = list(self._vocabulary.at(self._words, i, self._limit(i, span)))
        return self._read[i]

    def _kinds(self, i: int) -> frozenset[str]:
        return self._vocabulary.kinds[self._words[i].text]

    def _next(self, i: int, span: range, prep: str, found: list[Chunk]) -> Chunk:
        if i in self._times:
            time, last = self._times[i]
            return Chunk("time", i, min(last, span.stop), prep, time=time)
        if i + 1 in self._times and self._vocabulary.is_cue("day", self._words[i].text) and not self._breaks(i + 1):
            time, last = self._times[i + 1]
            return Chunk("time", i, min(last, span.stop), prep, time=time)  # the day of a date: يوم 2 آذار
        if (known := self._named(i, prep) if i in self._names else self._small(i, span)) is not None:
            return known
        if (trigger := self._trigger(i, span, prep, found)) is not None:
            kind = trigger.form.of
            last = self._adjectives(trigger, span) if kind == "noun" else trigger.last
            return Chunk(kind, i, last, prep or trigger.prep, trigger.joins, trigger=trigger)
        kinds, text = self._kinds(i), self._words[i].text
        if "preposition" in kinds:
            return self._preposition(i, span)
        if not kinds.isdisjoint(VERBS) or looks_like_verb(text):
            return Chunk("verb", i, i + 1, joins=text[0] in "وف")
        return self._phrase(i, span, prep)

    def _preposition(self, i: int, span: range) -> Chunk:
        """A preposition; one of two words is put down as what it means: a passive's doer as AGENT."""
        text = self._words[i].text
        bare = text[1:] if text[0] in "وف" and not self._bare(text) else text
        pair = f"{bare} {self._words[i + 1].text}" if i + 1 < span.stop else ""
        for kind, meant in (("agent", AGENT), ("aim", "ل")):  # من قبل، من أجل
            if pair in self._vocabulary.cues[kind]:
                return Chunk("prep", i, i + 2, meant)
        if i + 1 < span.stop and self._words[i + 1].text == OF and self._vocabulary.is_cue("all", bare):
            return Chunk("prep", i, i + 2, bare)  # كل من تركيا وإيران
        return Chunk("prep", i, i + 1, bare)

    def _small(self, i: int, span: range) -> Chunk | None:
        """A small word that no other reading may claim: conjunction, particle, hedge of a number, pronoun of both."""
        text, kinds = self._words[i].text, self._kinds(i)
        for kind in SMALL if kinds else ():
            if kind in kinds:
                return Chunk(kind, i, i + 1, joins=text[0] in "وف")
        if text == _BETWEEN_BOTH:
            return Chunk("np", i, i + 1, "بين")
        if self._counts(i, span) or self._vocabulary.governed[text]:
            return Chunk("particle", i, i + 1)
        return None

    def _counts(self, i: int, span: range) -> bool:
        """Whether word `i` only hedges a number: about, at least, more than."""
        kinds, text = self._kinds(i), self._words[i].text
        if not kinds.isdisjoint(_HEDGES):
            return any(self._is_number(n) for n in range(i + 1, min(i + 3, span.stop))) or text in ("يقل", "الاقل")
        if "preposition" not in kinds or i == span.start or self._kinds(i - 1).isdisjoint(_HEDGES - {"about"}):
            return False
        return i + 1 < span.stop and self._is_number(i + 1)

    def _is_number(self, i: int) -> bool:
        text = self._words[i].text
        return not self._bare(text) and self._numbers.value(text) is not None

    def _bare(self, text: str) -> bool:
        return text in self._vocabulary.cues["preposition"]

    def _named(self, i: int, prep: str) -> Chunk:
        """A name, with what is written onto it."""
        mention, last, start = self._names[i]
        while last < len(self._words) and not self._breaks(last) and self._qualifies(last, mention):
            last += 1
        before = self._folded.raw[self._words[i].start : start]
        joins = before[:1] in ("و", "ف")
        glued = before[-1:] if before[-1:] in ("ب", "ل", "ك") else ""
        return Chunk("np", i, last, prep or glued, joins, mention=mention, whole=True)

    def _trigger(self, i: int, span: range, prep: str, found: list[Chunk]) -> Trigger | None:
        raw = self._folded.raw
        if not self._vocabulary.forms(self._words[i].text):
            return None
        readings = [
            r
            for r in self._readings(i, span)
            if not (r.pronoun == "ه" and raw[self._words[r.first].end - 1] == "ة")
            and not (r.form.hamza and raw[self._words[i].end - 1] == "ا")
            and not (r.form.alif and r.joins and raw[self._words[i].end - 1] == "ي")
        ]
        if not readings:
            return None
        after_that = bool(found) and found[-1].kind == "that" and self._words[i - 1].text in ("ان", "بان")
        before = found[-1] if found else None
        construct = before is not None and before.kind in ("noun", "np") and not before.whole
        if raw[self._words[i].end - 1] == "ه" and any(r.pronoun == "ه" for r in readings):
            readings = [r for r in readings if r.pronoun == "ه"]  # written as a pronoun, not as the ending ة
        ruled = [r for r in readings if r.rule]
        if not ruled and not self._kinds(i).isdisjoint(("reporting", "finite")):
            return None
        listed = before is not None and before.kind == "noun" and readings[0].joins and not self._breaks(i)
        nominal = (
            bool(prep) or listed or carries(before) or (construct and not self._breaks(i) and not readings[0].joins)
        )
        if nominal and not after_that:
            nouns = [r for r in ruled if r.form.of != "verb"]
            if nouns and self._done_by(found):
                nouns = [] if any(r.form.of == "verb" and r.form.agrees == "ms" for r in ruled) else nouns
            if nouns:
                return nouns[0]
            if carries(before):
                return None
            if not self._breaks(i) and construct:
                aim = self._vocabulary.is_cue("unreal", self._words[i - 1].text)  # على وجوب ضرب العدو
                ruled = [r for r in ruled if not aim and not looks_like_noun(r, self._words[i].text)]
                if (
                    not ruled
                ):  # a carrying verb that is written like no noun (القوات التركية نفذت؛ غارات شنتها القوات)
                    return next((r for r in readings if r.form.light and verbal(r)), None)
        if prep:
            return None
        return (ruled or readings)[0]

    def _done_by(self, found: list[Chunk]) -> bool:
        """Whether a clause begins with somebody who takes no genitive, so that a verb is awaited.

        A definite man or body (أن الطيار قتل فجرا), or one in the accusative (أن جنديا قتل).
        """
        before = found[-1] if found else Chunk("", 0, 0)
        opens = len(found) < 2 or found[-2].kind in ("that", "stop")
        if not opens or before.kind != "np" or before.prep or before.joins:
            return False
        head, last = self._words[before.first].text, self._words[before.last - 1].text
        one = self._vocabulary.is_cue("one_of", head) and before.last > before.first + 1  # أحد أتباع التنظيم قتل
        accusative = last.endswith("ا") and not self._definite(last)
        definite = self._definite(head) and not head.endswith(("ه", "ات"))
        return one or ((accusative or definite) and self._vocabulary.party[head])

    def _breaks(self, i: int) -> bool:
        return self._gaps[i] != " " and bool(self._gaps[i].strip())

    def _limit(self, i: int, span: range) -> int:
        k = bisect_left(self._stopped, i + 1)
        return min([span.stop, i + _CLAUSE, *self._stopped[k : k + 1]])

    def _adjectives(self, trigger: Trigger, span: range) -> int:
        """Words after a verbal noun that describe it: definite after definite, indefinite after indefinite."""
        k = trigger.last
        while k < span.stop and k not in self._names and k not in self._times and not self._breaks(k):
            text = self._words[k].text
            definite = self._definite(text)
            if definite != trigger.definite or k > trigger.last + 2 or self._closes[text]:
                break
            if trigger.pronoun and self._vocabulary.is_cue("noun_only", text):
                break  # قصفه المدينة
            told = any(self._vocabulary.is_cue(kind, text) for kind in ("future", "attribute", "manner"))
            if not definite and not (text.endswith(("ي", "يه", "يا")) or told):
                break
            if not definite and any(self._split[text][:2]):
                break
            cue = self._vocabulary.is_cue
            if (
                (cue("party", text) or cue("people", text) or cue("party", text[:-1])) and not cue("attribute", text)
            ) or any(self._vocabulary.at(self._words, k, span.stop)):
                break
            k += 1
        return k

    def _phrase(self, i: int, span: range, prep: str) -> Chunk:
        """A noun phrase without a name, or with one as its last part."""
        text = self._words[i].text
        joins, glued, bare = self._split[text]
        if (whole := self._number_of(i, span)) is not None:
            return whole._replace(first=i, prep=prep or glued, joins=joins)
        definite = self._definite(bare) or text.startswith(("لل", "ولل"))
        genitive = False
        k = i + 1
        while k < span.stop and k < i + _LONGEST and not self._breaks(k) and k not in self._times:
            if k in self._names:
                mention, last, start = self._names[k]
                several = self._vocabulary.is_cue("plural", text)  # منظمات الحقوق | ترامب
                ends = (definite and mention.kind in _APART) or (genitive and (several or mention.kind != "person"))
                ends = ends or (self._plural(k - 1) and mention.kind == "place")  # انتحاريون | مدينة عفرين
                if start != self._words[k].start or ends:
                    break
                while last < span.stop and not self._breaks(last) and self._describes(last):
                    last += 1
                return Chunk("np", i, last, prep or glued, joins, mention=mention)
            word = self._words[k].text
            if self._closes[word] or (
                self._vocabulary.forms(word) and any(r.rule for r in self._vocabulary.at(self._words, k, span.stop))
            ):
                break
            article = self._definite(word)
            if ((definite or genitive) and not article) or any(self._split[word][:2]):
                break
            if (article and not (definite or genitive) and self._plural(k - 1)) or begins_another(
                self._words, i, k, self._vocabulary
            ):
                break
            genitive = genitive or (article and not definite)
            k += 1
        return self._with_quoted(Chunk("np", i, k, prep or glued, joins), span)

    def _number_of(self, i: int, span: range) -> Chunk | None:
        """The people of whom word `i` is a number, with it (عدد من الجنود، 12 من المسلحين); None if of nobody."""
        k = i + 2
        if k >= span.stop or self._words[i + 1].text != OF or self._breaks(i + 1) or self._breaks(k):
            return None
        text = self._words[i].text
        if not (text.isdecimal() or self._vocabulary.is_cue("number_of", self._split[text][2])) or k in self._times:
            return None
        if k in self._names:
            return self._named(k, "")._replace(whole=False)
        return self._phrase(k, span, "") if self._vocabulary.party[self._words[k].text] else None

    def _with_quoted(self, chunk: Chunk, span: range) -> Chunk:
        """Return a phrase of one noun with the name in quotation marks right behind it (قوات "أسود الشرقية")."""
        k = chunk.last
        if k >= span.stop or k > chunk.first + 1 or self._gaps[k].strip() not in _OPENING:
            return chunk
        if not self._vocabulary.party[self._words[chunk.first].text]:
            return chunk
        mention, last, _ = self._names.get(k, (None, k + 1, 0))
        while last < span.stop and last < k + _QUOTED and not self._breaks(last):
            last += 1
        if last < span.stop and self._gaps[last].strip()[:1] not in _CLOSING:
            return chunk
        return chunk._replace(last=last, mention=mention)

    def _plural(self, i: int) -> bool:
        """Whether word `i` is people in the plural, whose ن would have fallen before a genitive (مسلحون | النار)."""
        text = self._words[i].text
        return text.endswith(("ون", "ين")) and self._vocabulary.party[text]

    def _definite(self, text: str) -> bool:
        """Whether a word bears the article, and does not only begin with its letters (ألف، آلاف، إلغاء)."""
        return text.startswith("ال") and not self._vocabulary.is_cue("alif", text)

    def _qualifies(self, i: int, mention: Mention) -> bool:
        """Whether word `i` describes the name before it (الجيش العراقي المسلح، قوات البشمركة الكردية)."""
        text = self._words[i].text
        relation = text.endswith("يه") and mention.kind == "organization" and self._describes(i)
        return relation or (text.startswith("ال") and self._vocabulary.is_cue("attribute", text))

    def _describes(self, i: int) -> bool:
        text = self._words[i].text
        if not text.startswith("ال") or self._vocabulary.is_cue("noun_only", text):
            return False
        return i not in self._names and i not in self._times and not self._closes[text]

    def _parted(self, text: str) -> tuple[bool, str, str]:
        """Part what is written onto a word: conjunction, preposition, the rest."""
        if text[0] not in _WRITTEN_ON:
            return False, "", text
        for lead in ("", "و", "ف"):
            rest = text[len(lead) :]
            if not text.startswith(lead):
                continue
            if rest.startswith("لل") and len(rest) > 3:
                return bool(lead), "ل", "ال" + rest[2:]
            if rest.startswith(("بال", "كال")) and len(rest) > 4:
                return bool(lead), rest[0], rest[1:]
            if lead and rest.startswith("ال") and len(rest) > 3:
                return True, "", rest
        joined = text[0] in "وف" and self._vocabulary.party[text[1:]] and len(text) > _SHORT
        joined = joined and not self._vocabulary.is_person(text)  # فلسطينيين begins with a letter of its own
        joined = joined or (text[0] == "ب" and self._vocabulary.is_cue("fire", text[1:]))  # برصاص، بنيران
        if len(text) > 3 and (joined or self._normal(text) == text[1:]):
            return text[0] in "وف", text[0] if text[0] in "بلك" else "", text[1:]
        return False, "", text


def _has(marks: frozenset[str], gap: str) -> bool:
    return gap != " " and not marks.isdisjoint(gap)
