"""What the search for headlines looks at: a page's lines, their states, and what each speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import copy
from itertools import islice
from typing import Final

from takhrij.analyse.blocks import hints
from takhrij.analyse.blocks.lines import Line
from takhrij.analyse.blocks.prose import State
from takhrij.analyse.blocks.wordlists import function_words, said_on
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.records import Page
from takhrij.text import Folded, fold_text

LEAST: Final = 3
MOST: Final = 32
"""Words of a headline."""
PARAGRAPH: Final = 8
"""Fewest words of a line that tells what a text is about."""
STAMP: Final = 14
"""Most words of a line that is a date stamp."""
BYLINE: Final = re.compile(r"^(?:[^\W\d_]+[ .]{1,2}){1,4}[-–—/ـ](?: ?[^\W\d_]+){1,3}\W*$")
"""A name and a place, or an outlet and its correspondents, with a dash between."""
NAMES: Final = 9
"""Most words of a line that is a byline."""
PART: Final = 4
"""Most words of a name in it."""
TELLING: Final = 4
"""Fewest words beside a year that make a headline of a short line: a stamp has a day too."""
AND: Final = "و"
FROM: Final = "من"
"""Between an outlet and the place that it reports from."""
_SERVANT: Final = re.compile("عبدال[^ ]{3,}")
"""A given name written as one word (عبدالعزيز)."""
COMMON: Final = 60
"""Occurrences in `frequencies.tsv` that the words of a name do not have."""
_FAMILY: Final = re.compile("ال[^ ]{2,}ي$")
"""What a family is called after: a tribe, a town or a trade."""
_PARTED: Final = re.compile(r"\s*[-–—/ـ:،()]\s*")
_QUOTES: Final = re.compile('[«»"“”{}]')
_SAID: Final = re.compile("[.؟!]")
_DATELINE: Final = re.compile(r"^[^.؟!\n]{2,60}?(?:\s[-–—]|[-–—]\s|[-–—]{2}|:\s*-|\)\s*[-–—:])")
_CLOCK: Final = re.compile(r"\d{1,2}\s?:\s?\d{2}|(?:19|20)\d\d")


class View:
    """What the search looks at: the lines, their states, and their words without function words and articles."""

    def __init__(
        self,
        page: Page,
        folded: Folded,
        knowledge: Knowledge,
        lines: list[Line],
        states: list[State],
        marks: list[frozenset[str]],
    ) -> None:
        self.page, self.folded, self.lines, self.states, self.marks = page, folded, lines, states, marks
        self.knowledge = knowledge
        self.function = knowledge.built(function_words)
        self._strip = knowledge.built(stripper)
        self._matter = knowledge.built(contents)
        self._content: dict[int, frozenset[str]] = {}
        self._bylines: dict[int, bool] = {}
        self._titles = hints.titles(page)
        self.conjunctions = frozenset(c.prefix for c in knowledge.language.clitics if c.prefix in ("و", "ف"))

    def in_states(self, states: list[State]) -> View:
        """Return the same lines in other states; what they speak of is not read again."""
        other = copy(self)
        other.states = states
        return other

    def raw(self, i: int) -> str:
        return self.page.text[self.lines[i].start : self.lines[i].end]

    def size(self, i: int) -> int:
        return len(self.lines[i].words)

    def content(self, i: int) -> frozenset[str]:
        """Return what line `i` speaks of."""
        if i not in self._content:
            words = self.folded.texts[self.lines[i].words.start : self.lines[i].words.stop]
            self._content[i] = frozenset(map(self._matter.__getitem__, words)) - {""}
        return self._content[i]

    def stripped(self, word: str) -> str:
        """Return a folded word without prefixes and article."""
        return self._strip(word)

    def matter(self, lines: range, at_most: int = 6) -> frozenset[str]:
        """Return what the first body lines of `lines` speak of."""
        body = islice((i for i in lines if self.states[i] == "body"), at_most)
        return frozenset().union(*(self.content(i) for i in body))

    def taken(self, lines: range, words: int) -> frozenset[str]:
        """Return what the first `words` words of body among `lines` speak of, without the shortest lines."""
        found: list[str] = []
        left = words
        for i in lines:
            if left <= 0 or i >= len(self.lines):
                break
            if self.states[i] == "body" and self.size(i) >= PARAGRAPH:
                part = self.lines[i].words
                part = part[:left] if lines.step > 0 else part[max(0, len(part) - left) :]
                left -= len(part)
                found += self.folded.texts[part.start : part.stop]
        return frozenset(map(self._matter.__getitem__, found)) - {""}

    def is_stamp(self, i: int) -> bool:
        """Whether line `i` is a short one with a clock or a year."""
        return i < len(self.lines) and self.size(i) <= STAMP and bool(_CLOCK.search(self.raw(i)))

    def marked_as_title(self, i: int) -> float:
        """Return how much the markup or the page's address speaks for line `i` as a headline."""
        words = " ".join(self.folded.words[k].text for k in self.lines[i].words)
        stated = any(words in title for title in self._titles) if len(self.lines[i].words) >= LEAST else False
        return (2.5 if "h1" in self.marks[i] else 0.0) + (2.0 if stated or self.lines[i].named else 0.0)

    def is_byline(self, i: int) -> bool:
        """Whether line `i` is a name, alone or with a place, an outlet or "agencies" behind a sign.

        Of 2,365 bylines of newspapers four in five are known by it, of 2,899 headlines one is taken for one.
        """
        if self.size(i) > NAMES:
            return False
        if i not in self._bylines:
            raw = self.raw(i)
            self._bylines[i] = bool(BYLINE.match(raw)) or self._names(raw)
        return self._bylines[i]

    def _names(self, raw: str) -> bool:
        carriers, given = self.knowledge.built(_carriers), self.knowledge.built(_given)
        told = (_QUOTES.sub("", fold_text(p)).replace(".", " ") for p in _PARTED.split(raw.strip(" :-–—.")))
        rows = [row for words in told for row in _each(words.split(), given) if row]
        parts = [part for row in rows if (part := self._unranked(row))]
        if not parts or any(len(part) > PART for part in parts):
            return False
        if len(parts) == 1 and len(rows[0]) > len(parts[0]) and self._ranked(rows[0], parts[0]):
            return len(parts[0]) > 1
        if len(parts) == 1:
            who, _, place = " ".join(parts[0]).partition(f" {FROM} ")
            return self._is_name(parts[0]) or (place in carriers and (who in carriers or self._is_name(who.split())))
        known = [" ".join(part) in carriers for part in parts]
        people = [len(part) > 1 and _is_given(part[0], given) for part in parts]
        if len(parts) == len(rows):
            people = [a or self._ranked(row, part) for a, row, part in zip(people, rows, parts, strict=True)]
        if any(known) and all(a or b for a, b in zip(known, people, strict=True)):
            return True
        if len(parts) == 2 and raw.endswith(")") and (any(known) or self._is_name(parts[0])):
            return max(map(len, parts)) < PART
        if len(parts) == 2 and known[0] and 1 < len(parts[1]) < PART and self._is_rare(parts[1]):
            return True
        signed = len(parts) > 2 or raw.rstrip().endswith(":")
        return signed and any((*known, *people)) and max(map(len, parts)) < PART and not _SAID.search(raw)

    def _unranked(self, words: list[str]) -> list[str]:
        """A name's words without the rank before it (د.) and what stands between father and son."""
        ranks, between = self.knowledge.built(_ranks), self.knowledge.built(_between)
        if " ".join(words) in self.knowledge.built(_carriers):
            return words  # an agency's letters (د ب أ) are no rank
        start = next((i for i, word in enumerate(words) if word not in ranks), 0)
        return [word for i, word in enumerate(words[start:]) if not i or word not in between]

    def _ranked(self, row: list[str], part: list[str]) -> bool:
        """Whether a rank stands before what is a name by its look: a family's, or a given one and a stranger's."""
        if len(row) == len(part) or not part:
            return False
        if len(part) == 1:
            return bool(_FAMILY.match(part[0])) and self._is_rare(part)
        return _is_given(part[0], self.knowledge.built(_given)) and self._is_rare(part[-1:])

    def _is_name(self, words: list[str]) -> bool:
        """Whether all words are known of names; a last one with the article and the ending of families may be new."""
        given, units = self.knowledge.built(_given), self.knowledge.built(_units)
        if len(words) < 2 or not _is_given(words[0], given):
            return False
        family = words[-1] in units or bool(_FAMILY.match(words[-1]))
        return family and all(word in units or _is_given(word, given) for word in words[1:-1])

    def _is_rare(self, words: list[str]) -> bool:
        """Whether newspapers use none of the words often: behind a place and a sign they are a stranger's name."""
        common = self.knowledge.built(_common)
        return all(word not in common and word not in self.function for word in words)

    def opens_with_dateline(self, i: int) -> bool:
        """Whether line `i` begins with a few words and a dash, as datelines do."""
        match = _DATELINE.match(self.raw(i))
        return match is not None and len(match.group().split()) <= 8

    def goes_on(self, i: int) -> bool:
        """Whether line `i` goes on with what somebody said (وأضاف)."""
        return self.folded.texts[self.lines[i].words.start] in self.knowledge.built(said_on)

    def may_be_headline(self, i: int) -> bool:
        """Whether line `i` has the form of one: words in the page's script, no cue, clock, stamp or caption."""
        line = self.lines[i]
        if line.cues or line.part or not LEAST <= len(line.words) <= MOST:
            return False
        words = self.folded.texts[line.words.start : line.words.stop]
        arabic = sum("ء" <= w[0] <= "ۿ" for w in words)
        again = line.again  # العلاقات الدولية في 2017
        dated = len(words) < 9 and not again and self._is_dated(i, words)
        return arabic >= 0.6 * len(words) and not dated

    def _is_dated(self, i: int, words: list[str]) -> bool:
        """Whether a short line has a clock or a year that more than a headline's words stand beside, or fewer."""
        if not _CLOCK.search(self.raw(i)):
            return False
        numbers = sum(word.isdigit() for word in words)
        return numbers != 1 or len(words) - numbers < TELLING


def _carriers(knowledge: Knowledge) -> frozenset[str]:
    """Places, outlets and crowds of agencies."""
    world = knowledge.world
    named = [n for place in world.places for n in (place.name, *place.spellings)]
    named += [n for outlet in world.outlets for n in (outlet.name, *outlet.spellings)]
    named += [row.phrase for row in knowledge.language.credits if row.part == "crowd"]
    return frozenset(map(fold_text, named))


def _each(words: list[str], given: frozenset[str]) -> Iterator[list[str]]:
    """Yield the words of each of several people of whom one is joined to the next by and."""
    start = 0
    for i in range(2, len(words) - 1):
        if words[i][0] == AND and words[i][1:] in given and words[i] not in given:
            yield words[start:i]
            words, start = [*words[:i], words[i][1:], *words[i + 1 :]], i
    yield words[start:]


def _is_given(word: str, given: frozenset[str]) -> bool:
    return word in given or bool(_SERVANT.match(word))


def _common(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(row.word for row in knowledge.language.frequencies if row.count > COMMON)


def _ranks(knowledge: Knowledge) -> frozenset[str]:
    rows = (row for row in knowledge.language.titles if row.kind == "rank")
    return frozenset(fold_text(form) for row in rows for form in (row.title, *row.forms))


def _between(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(row.word) for row in knowledge.language.name_particles if "father" in row.kind)


def _units(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(unit.name for unit in knowledge.language.name_units)


def _given(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(unit.name for unit in knowledge.language.name_units if unit.given)


def stripper(knowledge: Knowledge) -> Callable[[str], str]:
    """A function that cuts the longest prefix and the article off a folded word, for comparing matter only."""
    prefixes = sorted({fold_text(c.prefix) for c in knowledge.language.clitics}, key=lambda p: -len(p))
    joined = (*(p + "ال" for p in prefixes), "ال", *(p for p in prefixes if p.endswith("لل")))

    def strip(word: str) -> str:
        if not word.startswith(joined):
            return word
        return word[next((len(p) for p in joined if word.startswith(p) and len(word) - len(p) > 2), 0) :]

    return PerWord(strip).__getitem__


def contents(knowledge: Knowledge) -> PerWord[str]:
    """Build the look-up of what a folded word speaks of, without prefixes; "" for short words and function words."""
    strip, function = knowledge.built(stripper), knowledge.built(function_words)
    return PerWord(lambda word: strip(word) if len(word) > 2 and word not in function else "")
