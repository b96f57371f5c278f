"""What is written onto a word: conjunction and preposition. Below phrases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from takhrij.analyse.events.triggers import Vocabulary

_WRITTEN_ON: Final = frozenset("وفبلك")
"""Letters that are words of their own, written onto the next."""
_SHORT: Final = 4
"""Letters of a word up to which its first is not taken for a conjunction on the strength of the rest alone."""

Parted = tuple[bool, str, str]
"""Whether a conjunction is written onto a word, which preposition, and the rest."""


def parter(known: Vocabulary, normal: Callable[[str], str]) -> Callable[[str], Parted]:
    """Return a function that parts folded words; `normal` gives a word as the page's other words show it."""

    def parted(text: str) -> Parted:
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
            if lead and rest.startswith("ال") and len(rest) > 3 and not known.is_person(text):
                return True, "", rest  # but والده is whose son speaks
        joined = text[0] in "وف" and known.party[text[1:]] and len(text) > _SHORT
        joined = joined and not known.is_person(text)  # فلسطينيين begins with a letter of its own
        fire = text[0] == "ب" and known.is_cue("fire", text[1:])  # برصاص، بنيران
        joined = joined or fire or (text[0] in "بل" and known.owned[text[1:]])  # بقواتنا
        if text[0] in "بل" and len(text) == _SHORT - 1 and known.is_cue("acts", text[1:]):
            return False, text[0], text[1:]  # هدد بشن هجوم
        if len(text) > 3 and (joined or normal(text) == text[1:]):
            return text[0] in "وف", text[0] if text[0] in "بلك" else "", text[1:]
        return False, "", text

    return parted
