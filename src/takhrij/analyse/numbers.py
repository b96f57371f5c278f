"""Number words and digits: what they count. Below the modules that look for times and counts."""

from __future__ import annotations

from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.text import fold_text


class Numbers:
    """The number words of a language, folded, and how they add up."""

    __slots__ = ("_and", "_article", "_values", "_words")

    def __init__(self, knowledge: Knowledge) -> None:
        slots = {(w.slot, fold_text(w.word)) for w in knowledge.language.timewords}
        self._and = tuple(sorted(word for slot, word in slots if slot == "and"))
        self._article = "".join(word for slot, word in slots if slot == "article")
        self._words = {fold_text(n.word): (n.value, n.kind) for n in knowledge.language.numbers}
        self._values = PerWord(self._value)  # most phrases asked for are one word, and no number

    def words(self, *kinds: str) -> tuple[str, ...]:
        """Return the words of these kinds, longest first."""
        return tuple(sorted((w for w, (_, kind) in self._words.items() if kind in kinds), key=lambda w: (-len(w), w)))

    def value(self, phrase: str) -> int | None:
        """Return the number that a folded phrase tells, in digits or words; None if a word of it is no number.

        An "and" may be glued to a word or stand alone (`واحد و عشرون`).
        """
        return self._values[phrase]

    def _value(self, phrase: str) -> int | None:
        digits = phrase.replace(",", "").replace("٬", "").strip()
        if digits.isdecimal():
            return int(digits)
        total = group = 0
        for word in phrase.split():
            if word in self._and:
                continue
            bare = next((word.removeprefix(a) for a in self._and if word.startswith(a)), word)
            known = self._words.get(word) or self._words.get(bare)
            if known is None and len(word) > 2:  # "في" with the article's letters would be two thousand (ألفي)
                known = self._words.get(self._article + word)
            known = known or self._words.get(word.removeprefix(self._article))
            if known is None:
                return None
            value, kind = known
            if kind == "hundred":
                group = max(group, 1) * value
            elif kind == "thousand":
                total, group = total + max(group, 1) * value, 0
            else:
                group += value
        return total + group


def numbers(knowledge: Knowledge) -> Numbers:
    """Return the numbers of the language: for `Knowledge.built`."""
    return Numbers(knowledge)
