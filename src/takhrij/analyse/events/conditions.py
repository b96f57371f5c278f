"""Whether the words around a trigger meet what its rule asks of them: `needs` and `unless`. Below triggers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from takhrij.lang.perword import PerWord
from takhrij.lang.tables import EventRule
from takhrij.text import Word, fold_text

_REACH = 13
"""Words after a trigger among which a rule's `needs` are sought: the length of a clause of news."""
SHORT = 4
"""A need of fewer letters must be the whole word: they are prepositions, and begin thousands of words."""


class _Asked(NamedTuple):
    """What a rule's `needs` and `unless` ask of the words around a trigger, as stems.

    One of `needs` or `letters` (with which a longer word begins) has to follow, where there are any. None of
    `never_near`, `never_beside` (right before and after) and `never_behind` may stand there. `things` are the needs
    that are no particles: a pronoun may stand for them.
    """

    needs: frozenset[str]
    things: frozenset[str]
    letters: frozenset[str]
    never_near: frozenset[str]
    never_beside: frozenset[str]
    never_behind: frozenset[str]


class Conditions:
    """What all rules ask, by their number; which stems a word is or begins with is kept per word."""

    __slots__ = ("_asked", "_by_start", "_rules", "_short", "_stems")

    def __init__(self, rules: Sequence[EventRule]) -> None:
        self._rules = rules
        self._asked = [_asked(rule) for rule in rules]
        stems = {stem for asked in self._asked for part in asked for stem in part}
        self._short = frozenset(stem for stem in stems if len(stem) < SHORT)
        self._by_start: defaultdict[str, list[str]] = defaultdict(list)
        for stem in stems - self._short:
            self._by_start[stem[:SHORT]].append(stem)
        self._stems = PerWord(self._stems_of)

    def fit(self, number: int, words: Sequence[Word], at: tuple[int, int], stop: int) -> bool:
        """Return whether rule `number` may hold for the trigger of words `at`; those from `stop` on are not asked."""
        i, last = at
        end = min(stop, len(words))
        asked = self._asked[number]
        near = range(max(i - 1, 0), min(last + 7, end))
        if asked.never_near and self._among(asked.never_near, words, near):
            return False
        behind = range(last, min(last + 2, end))
        if asked.never_beside and self._among(asked.never_beside, words, (*near[: i - near.start], *behind)):
            return False
        if asked.never_behind and self._among(asked.never_behind, words, behind):
            return False
        if not asked.needs and not asked.letters:
            return True
        before = self._rules[number].subject
        joined = before == "either" and words[i].text[0] in "وف"  # before a joined verb stands another's subject
        behind_subject = range(max(i - SHORT, 0), i) if before != "actor" and not joined else ()
        reach = [*behind_subject, *range(i + 1, min(last + _REACH, end))]
        return self._among(asked.needs, words, reach) or any(
            len(words[k].text) >= SHORT and words[k].text[0] in asked.letters for k in reach[-_REACH:][:7]
        )

    def borne(self, number: int, words: Sequence[Word], i: int) -> bool:
        """Return whether what rule `number` needs stands before verb `i`, which bears its pronoun (صاروخ أطلقوه)."""
        asked, before = self._asked[number], range(max(i - SHORT, 0), i)
        never = asked.never_near and self._among(
            asked.never_near, words, [*before, *range(i, min(i + 7, len(words)))]
        )
        return not never and self._among(asked.things, words, before)

    def _among(self, stems: frozenset[str], words: Sequence[Word], numbers: Sequence[int]) -> bool:
        """Whether one of the words `numbers` is, or begins with, one of `stems`."""
        of = self._stems
        for k in numbers:
            found = of[words[k].text]
            if found and not stems.isdisjoint(found):
                return True
        return False

    def _stems_of(self, word: str) -> frozenset[str]:
        """Return which stems of conditions `word` is, or begins with behind clitics and the article.

        Short ones have to be the whole word, behind one clitic or the article at most.
        """
        whole = {word, *(word.removeprefix(clitic) for clitic in ("و", "ال", "ب", "ل"))}
        bare = word[1:] if word[0] in "وف" else word
        beginnings = [word, bare]
        beginnings += [bare[len(p) :] for p in ("لل", "بال", "كال", "ال", "ب", "ل", "ك") if bare.startswith(p)]
        begun = [s for text in beginnings for s in self._by_start.get(text[:SHORT], ()) if text.startswith(s)]
        return frozenset([*begun, *(stem for stem in whole if stem in self._short)])


def _asked(rule: EventRule) -> _Asked:
    """Part a rule's conditions by where they hold. A need that begins with @ is for others, and met here."""
    needs = [fold_text(need) for need in rule.needs]
    if any(need[0] == "@" for need in needs):
        needs = []
    never = [fold_text(stem) for stem in rule.unless]
    return _Asked(
        frozenset(need for need in needs if not need.endswith("-")),
        frozenset(need for need in needs if len(need) >= SHORT),
        frozenset(need[0] for need in needs if need.endswith("-")),
        frozenset(stem for stem in never if len(stem) >= SHORT),
        frozenset(stem for stem in never if len(stem) == SHORT - 1),
        frozenset(stem for stem in never if len(stem) < SHORT - 1),
    )
