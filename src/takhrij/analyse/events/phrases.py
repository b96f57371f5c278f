"""Parts a sentence into chunks: noun phrases, verbs, times and the small words between them. Below arguments.

Not a parser: a chunk ends where the next word is a preposition, a verb, a conjunction or a name of its own, or where
definiteness changes (السلطات الجديدة | قافلة عسكرية), which is where one Arabic noun phrase ends and another begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress
from typing import Final

from takhrij.analyse.events.cases import begins_another, described_apart, entitled
from takhrij.analyse.events.chunks import AGENT, AMONG, BOTH, OF, Chunk, Phrases, carries, lists_nouns
from takhrij.analyse.events.shapes import (
    BETWEEN,
    CLITICS,
    JOINT,
    SMALL,
    VERBS,
    carries_on,
    looks_like_noun,
    looks_like_verb,
    verbal,
)
from takhrij.analyse.events.triggers import Trigger
from takhrij.analyse.events.wordreading import STOPS, WordReader, has
from takhrij.records import Mention, Sentence

_AND: Final = "و"
_COMMAS: Final = frozenset("،,")
_DASHES: Final = ("-", "ـ")
_QUOTE: Final = re.compile(r"[،,:]\s*[“«\"]")
"""Where a quotation begins that is a sentence of its own."""
_OPENING: Final = ("“", "«", '"')
_CLOSING: Final = ("”", "»", '"')
_WHAT: Final = ("ما", "لما")
_VALLEY: Final = "وادي"
"""But for its dots it is written like وأدى."""
_PAIRS: Final = (("agent", AGENT), ("aim", "ل"), ("beside", "برفقه"), ("against", "ضد"))
"""Kinds of prepositions of two words, and the one that each stands for (من قبل، من أجل، إلى جانب، في وجه)."""
_APART: Final = ("person", "place", "organization", "state")
"""Kinds of names that are a phrase of their own behind a definite noun (المسلحون | القوات العراقية)."""
_QUOTED: Final = 6
"""Words of a name in quotation marks; what is longer is a quotation."""
_LONGEST: Final = 6
"""Words of a noun phrase without a name in it; longer ones are lists or unknown verbs."""


class Chunker(WordReader):
    """Chunks the sentences of one page."""

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
            stops = gap != " " and (has(STOPS, gap) or _QUOTE.search(gap) or self._speech(i, span))
            if found and stops and not self._opens_list(i):
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
                comma = between != " " and (has(_COMMAS, between) or between.strip() in _DASHES)
                found.append(chunk._replace(comma=comma, joins=chunk.joins or joint) if comma or joint else chunk)
                yield found[-1]
                prep, joint = "", False
            i = max(chunk.last, i + 1)

    def _speech(self, i: int, span: range) -> bool:
        """Whether somebody's words begin in quotation marks with a verb at word `i`: a clause of its own."""
        if self._gaps[i].strip() not in _OPENING or self._words[i].start not in self._contents:
            return False
        return any(r.rule and r.form.of == "verb" for r in self._readings(i, span))

    def _readings(self, i: int, span: range) -> list[Trigger]:
        """What word `i` may tell within its clause; asked twice, once to see whether its sentence tells anything."""
        if i not in self._read:
            self._read[i] = list(self._vocabulary.at(self._words, i, self._limit(i, span)))
        return self._read[i]

    def _next(self, i: int, span: range, prep: str, found: list[Chunk]) -> Chunk:
        if i in self._times:
            time, last = self._times[i]
            return Chunk("time", i, min(last, span.stop), prep, time=time)
        if i + 1 in self._times and self._vocabulary.is_cue("day", self._words[i].text) and not self._breaks(i + 1):
            time, last = self._times[i + 1]
            return Chunk("time", i, min(last, span.stop), prep, time=time)  # the day of a date: يوم 2 آذار
        if i in self._names:
            return self._named(i, prep, bool(found) and found[-1].kind == "verb")
        text = self._words[i].text
        if text in CLITICS and i + 1 < span.stop:
            return Chunk("prep", i, i + 1, text)  # ب - 6 غارات
        if not self._plain[text] and (known := self._known(i, span, prep, found)) is not None:
            return known
        return self._phrase(i, span, prep, bool(found) and found[-1].kind == "verb")

    def _known(self, i: int, span: range, prep: str, found: list[Chunk]) -> Chunk | None:
        """A small word, a trigger, a preposition or a verb; None where a phrase begins."""
        text = self._words[i].text
        kinds = self._vocabulary.kinds[text]
        if (small := self._small(i, span, kinds)) is not None:
            return small
        told = self._vocabulary.forms(text)
        if told and (trigger := self._trigger(i, span, prep, found)) is not None:
            kind = trigger.form.of
            last = self._adjectives(trigger, span) if kind == "noun" else trigger.last
            return Chunk(kind, i, last, prep or trigger.prep, trigger.joins, trigger=trigger)
        if "by_hand" in kinds and i + 1 < span.stop and "that" not in self._kinds(i + 1):
            return Chunk("prep", i, i + 1, AGENT)  # بيد المسلحين, but بيد أن
        if "preposition" in kinds:
            return self._preposition(i, span)
        valley = text == _VALLEY and self._folded.raw[self._words[i].end - 1] == "ي"
        if not valley and (not kinds.isdisjoint(VERBS) or looks_like_verb(text)):
            return Chunk("verb", i, i + 1, joins=text[0] in "وف")
        return None

    def _preposition(self, i: int, span: range) -> Chunk:
        """A preposition; one of two words is put down as what it means: a passive's doer as AGENT."""
        text = self._words[i].text
        bare = text[1:] if text[0] in "وف" and not self._bare(text) else text
        pair = f"{bare} {self._words[i + 1].text}" if i + 1 < span.stop else ""
        for kind, meant in _PAIRS:
            if pair in self._vocabulary.cues[kind]:
                return Chunk("prep", i, i + 2, meant)
        if bare in self._vocabulary.cues["against"]:
            return Chunk("prep", i, i + 1, "ضد")  # مجازر بحق المدنيين
        if bare in BETWEEN and i > span.start and self._words[i - 1].text == OF:
            return Chunk("prep", i, i + 1, AMONG)  # من بين الرهائن
        if i + 1 < span.stop and self._words[i + 1].text == OF and self._vocabulary.is_cue("all", bare):
            return Chunk("prep", i, i + 2, bare)  # كل من تركيا وإيران
        return Chunk("prep", i, i + 1, bare)

    def _small(self, i: int, span: range, kinds: frozenset[str]) -> Chunk | None:
        """A small word that no other reading may claim: conjunction, particle, hedge of a number, pronoun of both."""
        text = self._words[i].text
        if "so" in kinds:
            return Chunk("particle", i, self._so(i + 1, span))
        if text in _WHAT and i > span.start and "according" in self._kinds(i - 1):
            return Chunk("stop", i, i + 1)  # وفق ما أعلنته الشبكة
        if text.endswith("ه") and "آ" in self._folded.raw[self._words[i].start : self._words[i].start + 2]:
            return None  # آلية is no إليه
        for kind in SMALL if kinds else ():
            if kind in kinds:
                return Chunk(kind, i, i + 1, joins=text[0] in "وف")
        if text == BOTH:
            return Chunk("np", i, i + 1, BOTH)
        if (kinds and self._counts(i, span)) or self._vocabulary.governed[text]:
            return Chunk("particle", i, i + 1)
        return None

    def _so(self, i: int, span: range) -> int:
        """Return the word behind the adjective at word `i` that says how something was done (بشكل متكرر)."""
        free = i < span.stop and not self._breaks(i) and i not in self._names and i not in self._times
        return i + 1 if free and not self._definite(self._words[i].text) else i

    def _named(self, i: int, prep: str, subject: bool = False) -> Chunk:
        """A name, with what is written onto it; a verb's `subject` without the office behind it, its object."""
        mention, last, start = self._names[i]
        while last < len(self._words) and not self._breaks(last) and self._qualifies(last, mention):
            last += 1
        if not (subject and mention.kind == "person"):
            mention, last = self._with_title(mention, last)
        before = self._folded.raw[self._words[i].start : start]
        joins = before[:1] in ("و", "ف")
        glued = before[-1:] if before[-1:] in ("ب", "ل", "ك") else ""
        return Chunk("np", i, last, prep or glued, joins, mention=mention, whole=True)

    def _with_title(self, mention: Mention, last: int) -> tuple[Mention, int]:
        """The person of a title and a name right behind one another, in either order, and where both end."""
        if last not in self._names or self._breaks(last):
            return mention, last
        beside, end, start = self._names[last]
        if start != self._words[last].start or {mention.kind, beside.kind} != {"person", "office"}:
            return mention, last
        if beside.kind == "person":
            return beside, end
        whose = self._names.get(end)  # the office of whom the next name names
        return mention, last if whose and whose[0].kind == "person" and not self._breaks(end) else end

    def _trigger(self, i: int, span: range, prep: str, found: list[Chunk]) -> Trigger | None:
        raw = self._folded.raw
        readings = [
            r
            for r in self._readings(i, span)
            if not (r.pronoun == "ه" and raw[self._words[r.first].end - 1] == "ة")
            and not (r.form.hamza and raw[self._words[i].end - 1] == "ا")
            and not (r.form.alif and r.joins and raw[self._words[i].end - 1] == "ي")
        ]
        if any(r.form.passive and not r.form.alif for r in readings) and self._suffered(i, span, readings):
            readings = [r for r in readings if not r.form.alif]  # ألقي القبض عليه: by whomever
        if not readings:
            return None
        after_that = bool(found) and found[-1].kind == "that" and self._words[i - 1].text in ("ان", "بان")
        before = found[-1] if found else None
        construct = before is not None and before.kind in ("noun", "np") and not before.whole
        construct = construct and not (before is not None and self._one_man(before))  # رجل | قتل ثلاثة
        if raw[self._words[i].end - 1] == "ه" and any(r.pronoun == "ه" for r in readings):
            readings = [r for r in readings if r.pronoun == "ه"]  # written as a pronoun, not as the ending ة
        ruled = [r for r in readings if r.rule]
        if not ruled and not self._kinds(i).isdisjoint(("reporting", "finite")):
            return None
        listed = readings[0].joins and not self._breaks(i) and lists_nouns(found)
        nominal = (
            bool(prep) or listed or carries(before) or (construct and not self._breaks(i) and not readings[0].joins)
        ) or (self._nations_blow(i, span) or (self._willed(i, span) and not readings[0].joins))
        if nominal and not after_that:
            nouns = [] if self._nominative(i + 1, span) else [r for r in ruled if r.form.of != "verb"]
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
                ):  # a carrying verb that is no noun (القوات التركية نفذت؛ غارات شنتها القوات؛ التنظيم نفذ)
                    finite = not self._kinds(i).isdisjoint(VERBS)
                    return next((r for r in readings if r.form.light and (finite or verbal(r))), None)
        if prep:
            return None
        owned = [r for r in ruled if r.form.of == "noun" and r.form.suffixed]  # سيطرته is no verb with an object
        return (owned or ruled or readings)[0]

    def _nations_blow(self, i: int, span: range) -> bool:
        """Whether a nationality and a verb stand behind word `i`, a noun then (قصف إسرائيلي استهدف المركز)."""
        verb = i + 2
        if verb >= span.stop or self._breaks(i + 1) or self._breaks(verb) or verb in self._names:
            return False
        whose = self._words[i + 1].text
        nation = whose in self._nations and not self._definite(whose)
        return nation and any(r.form.of == "verb" for r in self._readings(verb, span))

    def _nominative(self, i: int, span: range) -> bool:
        """Whether word `i` is people in the nominative, whom no noun governs (في حادث منفصل قتل | مسلحون)."""
        return i < span.stop and not self._breaks(i) and self._words[i].text.endswith("ون") and self._plural(i)

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

    def _one_man(self, chunk: Chunk) -> bool:
        """Whether a phrase is one word for one man, indefinite: no verbal noun is his genitive."""
        text = self._words[chunk.first].text
        bare = self._split[text][2] if chunk.prep or chunk.joins else text
        several = bare.endswith(("ين", "ون")) or self._vocabulary.is_cue("plural", bare)
        alone = chunk.kind == "np" and chunk.last == chunk.first + 1 and not self._definite(bare)
        return alone and not several and self._vocabulary.is_cue("people", bare) and self._vocabulary.party[bare]

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
            if not definite and (
                not (text.endswith(("ي", "يه", "يا")) or told) or self._vocabulary.is_cue("bound", text)
            ):
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

    def _phrase(self, i: int, span: range, prep: str, subject: bool = False) -> Chunk:
        """A noun phrase without a name, or with one as its last part."""
        text = self._words[i].text
        joins, glued, bare = self._split[text]
        if (whole := self._number_of(i, span)) is not None:
            return whole._replace(first=i, prep=prep or glued, joins=joins)
        definite = self._definite(bare) or text.startswith(("لل", "ولل")) or self._vocabulary.owned[bare]
        genitive = False
        k = i + 1
        while k < span.stop and k < i + _LONGEST and not self._breaks(k) and k not in self._times:
            if k in self._names:
                mention, last, start = self._names[k]
                if (
                    mention.kind == "person"
                    and start == self._words[k].start
                    and entitled(self._words, i, k, self._vocabulary)
                ):
                    last = last if subject else self._with_title(mention, last)[1]
                    return Chunk("np", i, last, prep or glued, joins, mention=mention, whole=True)
                several = self._vocabulary.is_cue("plural", text)  # منظمات الحقوق | ترامب
                ends = (definite and mention.kind in _APART) or (genitive and (several or mention.kind != "person"))
                ends = ends or (self._plural(k - 1) and mention.kind == "place")  # انتحاريون | مدينة عفرين
                ends = ends or (self._nominative(k - 1, span) and mention.kind == "office")  # مسلحون | قائد الشرطة
                ends = ends or (not (definite or genitive) and described_apart(self._words, i, k, self._vocabulary))
                if start != self._words[k].start or ends:
                    break
                while last < span.stop and not self._breaks(last) and self._describes(last):
                    last += 1
                return Chunk("np", i, last, prep or glued, joins, mention=mention)
            word = self._words[k].text
            if self._vocabulary.governed[word] and self._vocabulary.is_cue("suspected", self._words[k - 1].text):
                k += 1  # المشتبه بهم
                continue
            if self._closes[word] or (
                self._vocabulary.forms(word)
                and any(r.rule or carries_on(r) for r in self._vocabulary.at(self._words, k, span.stop))
            ):
                break
            article = self._definite(word)
            if definite and not article and self._vocabulary.is_cue("naming", self._words[k - 1].text):
                k = self._unknown_name(k, span)
                break
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
        counted = self._vocabulary.party[text := self._words[k].text] or self._vocabulary.people(text)
        return self._phrase(k, span, "") if counted else None

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
