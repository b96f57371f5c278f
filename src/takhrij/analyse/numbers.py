"""Number words and digits: what they count. Below the modules that look for times and counts."""

from __future__ import annotations

from takhrij.knowledge import Knowledge
from takhrij.text import fold_text


class Numbers:
    """The number words of a language, folded, and how they add up."""

    __slots__ = ("_words",)

    def __init__(self, knowledge: Knowledge) -> None:
        self._words = {fold_text(n.word): (n.value, n.kind) for n in knowledge.language.numbers}

    def words(self, *kinds: str) -> tuple[str, ...]:
        """Return the words of these kinds, longest first."""
        return tuple(sorted((w for w, (_, kind) in self._words.items() if kind in kinds), key=lambda w: (-len(w), w)))

    def value(self, phrase: str) -> int | None:
        """Return the number that a folded phrase tells, in digits or words; None if a word of it is no number.

        An "and" may be glued to a word or stand alone (`واحد و عشرون`).
        """
        digits = phrase.replace(",", "").replace("٬", "").strip()
        if digits.isdecimal():
            return int(digits)
        total = group = 0
        for word in phrase.split():
            if word == "و":
                continue
            known = self._words.get(word) or self._words.get(word.removeprefix("و"))
            known = known or self._words.get("ال" + word) or self._words.get(word.removeprefix("ال"))
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
