"""Reads two words that a crawler wrote as one (الأممالمتحدة): both were links, or stood on two lines of the page.

The page's text stays as it is. Every later stage is given the folded text with both words, and the place where a
space is missing is recorded: the page's edit map.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse.blocks import seams
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.records import Page, Repair, Span, Why
from takhrij.text import Folded, fold_text, fold_words

LEAST: Final = 8
"""Letters of the shortest word that may be two: each has four."""
PART: Final = 4
"""Letters of the shorter of the two: of fewer, chance makes words of the news (عبد الله, رأس مال)."""
NAME: Final = 5
"""Letters of a name of a place that ends a glued word without an article."""
OFTEN: Final = 50
"""How often both must occur in the language's count of words. On 1.5 million words of pages, 350 words are cut so,
of a sample of 100 about 98 rightly."""
ARTICLE: Final = "ال"
TITLED: Final = 6
"""Letters of the shortest word with the article onto which a given name may be written (العراقيمحمد)."""
BORNE: Final = 20
"""So many bear a given name that is known where it is written onto another word."""
AND: Final = "و"
BEHIND: Final = 3
"""Letters of the shortest word behind one that shows its own end."""
_MARKS: Final = frozenset({"ارشيف", "ارشيفيه"})
OPENS: Final = -3.2
"""Log odds from which a word opens a story: behind a picture's words stands the story's verb."""
KNOWN: Final = 8
"""How often a word occurs that may stand before another so."""
_SHOWN_ENDS: Final = (
    re.compile("ة(?=[ء-غف-ي]{3})"),
    re.compile("رشيف(?:ي[ةه])?(?=[ء-غف-ي]{3})"),
)
"""Where a word shows its end: the ending of feminine nouns, and the mark of an archive's picture."""


class Vocabulary(NamedTuple):
    """How often folded words occur, the names of places and persons, and what may be written onto a word.

    `binding` are words that bind the next to a name, which is often written as one (العبدالقادر).
    """

    counts: dict[str, int]
    places: frozenset[str]
    prefixes: tuple[str, ...]
    given: frozenset[str] = frozenset()
    binding: frozenset[str] = frozenset()


class Splitter:
    """Knows of every word where it is cut, 0 where it is not; kept per word."""

    __slots__ = ("_cuts", "_known")

    def __init__(self, known: Vocabulary) -> None:
        self._known = known
        self._cuts = PerWord(self._cut)

    def __call__(self, word: str) -> int:
        return self._cuts[word] if len(word) >= LEAST else 0

    def _cut(self, word: str) -> int:
        counts, _, prefixes, given, binding = self._known
        if word in counts or any(word.startswith(p) and self.often(word[len(p) :]) for p in prefixes):
            return 0
        best = (OFTEN - 1, 0)
        for i in range(PART, len(word) - PART + 1):
            left, right = word[:i], word[i:]
            if left in binding:
                continue
            joined = right[1:] if right[0] == AND and self._ends(right[1:]) else right
            if right in given and left.startswith(ARTICLE) and len(left) >= TITLED:
                best = max(best, (self.often(left), i))
            if not self._ends(joined):
                continue
            best = max(best, (min(self.often(left), self.often(joined)), i))
        return best[1]

    def _ends(self, word: str) -> bool:
        """Whether `word` may stand behind another without a space: it shows where it begins."""
        return word.startswith(ARTICLE) or (word in self._known.places and len(word) >= NAME)

    def is_place(self, word: str) -> bool:
        """Whether a folded word is a place's name."""
        return word in self._known.places

    def often(self, word: str) -> int:
        """Return how often a folded word occurs."""
        return self._known.counts.get(word, OFTEN if word in self._known.places else 0)


def parted(page: Page, folded: Folded, knowledge: Knowledge) -> tuple[Folded, tuple[Repair, ...]]:
    """Return the folded text with glued words as two, and where; the text as it came if there are none."""
    splitter = knowledge.built(_splitter)
    cuts = {i: cut for i, word in enumerate(folded.texts) if len(word) >= LEAST and (cut := splitter(word))}
    cuts = dict(sorted({**dict(_behind_ends(folded, knowledge)), **cuts}.items()))
    if not cuts:
        return folded, ()
    repairs = []
    for i, cut in cuts.items():
        word = folded.words[i]
        span = Span(page=page.id, start=word.start, end=word.end)
        note = f"{word.text[:cut]} and {word.text[cut:]} are words of the news, both together are none"
        why = Why(rule="two words glued", rests_on=(span,), note=note)
        repairs.append(Repair(span=span, at=folded.offset(word.at + cut), why=(why,)))
    return folded.parted(cuts), tuple(repairs)


def _behind_ends(folded: Folded, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """Yield words in which a word shows its end and a story's verb follows, and where they are cut."""
    odds, splitter = knowledge.built(seams.openings), knowledge.built(_splitter)
    ends = (match.end() for pattern in _SHOWN_ENDS for match in pattern.finditer(folded.raw))
    for end in ends:
        i = folded.between(0, end).stop - 1
        word = folded.words[i] if i >= 0 else None
        if word is None or not word.start < end < word.end:
            continue
        cut = folded.index(end) - word.at
        left, right = word.text[:cut], word.text[cut:]
        if len(right) < BEHIND or not (splitter.often(left) >= KNOWN or left in _MARKS):
            continue
        known = odds.get(right)
        noun = right.startswith(ARTICLE) or splitter.is_place(right)
        if (known is not None and known.first > OPENS) or (noun and splitter.often(right) >= KNOWN):
            yield i, cut


def _splitter(knowledge: Knowledge) -> Splitter:
    language, world = knowledge.language, knowledge.world
    counts = {row.word: row.count for row in language.frequencies}
    names = [*((p.name, p.spellings) for p in world.places), *((s.name, s.spellings) for s in world.states)]
    named = (fold_words(name) for main, others in names for name in (main, *others))
    places = frozenset(words[0] for words in named if len(words) == 1 and len(words[0]) >= PART)
    prefixes = sorted({fold_text(c.prefix) for c in language.clitics}, key=len, reverse=True)
    borne = (fold_text(unit.name) for unit in language.name_units if unit.given >= BORNE)
    given = frozenset(name for name in borne if " " not in name and len(name) >= PART)
    binding = frozenset(ARTICLE + fold_text(p.word) for p in language.name_particles if "binds" in p.kind)
    return Splitter(Vocabulary(counts, places, tuple(prefixes), given, binding))
