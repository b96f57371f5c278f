"""What single words of a page are, in their places: the small questions of whoever parts sentences. Below phrases."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from takhrij.analyse.events.chunks import OF
from takhrij.analyse.events.landmarks import named, timed, unbracketed, with_asides
from takhrij.analyse.events.nations import nationalities
from takhrij.analyse.events.shapes import closes, plain, telling
from takhrij.analyse.events.triggers import Trigger, Vocabulary, vocabulary
from takhrij.analyse.events.written import parter
from takhrij.analyse.numbers import Numbers, numbers
from takhrij.analyse.terms import normaliser
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.records import Analysis, Mention
from takhrij.text import Folded, fold_text

STOPS: Final = frozenset(".؛;:!؟?…()[]–—")
_HEDGES: Final = frozenset(["about", "at_least", "more_than"])
_NAME: Final = 4
"""Words of a name that nobody knows."""
_CLAUSE: Final = 20
"""Words after a trigger that may still belong to its clause."""


class WordReader:
    """Knows the words of one page, what stands between them, and the names and times among them."""

    def __init__(self, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> None:
        self._folded = folded
        self._words = folded.words
        self._vocabulary: Vocabulary = knowledge.built(vocabulary)
        self._normal: Callable[[str], str] = normaliser(folded, knowledge)
        self._numbers: Numbers = knowledge.built(numbers)
        self._split = PerWord(parter(self._vocabulary, self._normal))  # depends on the page's other words
        self._closes = knowledge.built(closes)
        self._telling = knowledge.built(telling)
        self._plain = knowledge.built(plain)
        self._nations = knowledge.built(nationalities)
        self._contents = frozenset(s.content.start for s in sofar.statements if s.act == "say")
        self._read: dict[int, list[Trigger]] = {}
        self._names = named(folded, sofar)
        self._gaps = list(folded.gaps)
        self._times = timed(folded, sofar)
        with_asides(self._gaps, self._names, self._times)
        unbracketed(self._gaps, self._names, self._words, self._vocabulary.party)
        marked = [i for i, gap in enumerate(self._gaps) if gap != " "]
        self._broken = frozenset(i for i in marked if self._gaps[i].strip())
        self._stopped = [i for i in marked if has(STOPS, self._gaps[i])]

    def _kinds(self, i: int) -> frozenset[str]:
        return self._vocabulary.kinds[self._words[i].text]

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

    def _breaks(self, i: int) -> bool:
        return i in self._broken

    def _limit(self, i: int, span: range) -> int:
        k = bisect_left(self._stopped, i + 1)
        return min([span.stop, i + _CLAUSE, *self._stopped[k : k + 1]])

    def _plural(self, i: int) -> bool:
        """Whether word `i` is people in the plural, whose ن would have fallen before a genitive (مسلحون | النار)."""
        text = self._words[i].text
        return text.endswith(("ون", "ين")) and self._vocabulary.party[text]

    def _definite(self, text: str) -> bool:
        """Whether a word bears the article, and does not only begin with its letters (ألف، آلاف، إلغاء)."""
        return text.startswith("ال") and not self._vocabulary.is_cue("alif", text)

    def _suffered(self, i: int, span: range, readings: list[Trigger]) -> bool:
        """Whether word `i` is a passive: by its last letter, or what its verb needs follows at once (ألقى القبض)."""
        following = self._words[i + 1].text if i + 1 < span.stop else ""
        needed = any(following in map(fold_text, r.rule.needs) for r in readings if r.rule and r.form.passive)
        return needed or self._folded.raw[self._words[i].end - 1] == "ي"

    def _willed(self, i: int, span: range) -> bool:
        """Whether a verb of will stands right before word `i`, a noun then (تعتزم | فرض عقوبات)."""
        return i > span.start and not self._breaks(i) and "control" in self._kinds(i - 1)

    def _qualifies(self, i: int, mention: Mention) -> bool:
        """Whether word `i` describes the name before it (الجيش العراقي المسلح، قوات البشمركة الكردية)."""
        text = self._words[i].text
        relation = text.endswith("يه") and mention.kind == "organization" and self._describes(i)
        relation = relation or (mention.kind == "place" and self._vocabulary.is_cue("compass", text))
        return relation or (text.startswith("ال") and self._vocabulary.is_cue("attribute", text))

    def _describes(self, i: int) -> bool:
        text = self._words[i].text
        if not text.startswith("ال") or self._vocabulary.is_cue("noun_only", text):
            return False
        return i not in self._names and i not in self._times and not self._closes[text]

    def _unknown_name(self, k: int, span: range) -> int:
        """The word after a name that nobody knows, from word `k` behind a title on (السيد | فلان الفلاني)."""
        first = k
        while k < min(span.stop, first + _NAME) and not self._breaks(k) and k not in self._names:
            word = self._words[k].text
            known = self._closes[word] or self._vocabulary.forms(word) or self._vocabulary.party[word]
            if known or k in self._times or any(self._split[word][:2]) or self._kinds(k):
                break
            k += 1
        return k

    def _opens_list(self, i: int) -> bool:
        """Whether only a colon parts a list from the words that open it (اعتقال كل من: فلان وفلان)."""
        of = i > 1 and self._words[i - 1].text == OF and self._vocabulary.is_cue("all", self._words[i - 2].text)
        return of and self._gaps[i].strip() == ":"


def has(marks: frozenset[str], gap: str) -> bool:
    """Whether one of `marks` stands in the gap between two words."""
    return gap != " " and not marks.isdisjoint(gap)
