"""Words with which only one who speaks himself begins (نحن، لقد، سنعمل): they open speech without any mark."""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse.speech.stretches import Stretch
from takhrij.text import fold_words

_HOW: Final = frozenset(fold_words("بصراحة أصلا طبعا بالطبع للأسف فعلا والله"))
"""What one says of one's own words."""
_OURS: Final = re.compile("\\w{2,6}نا")
"""Folded shape of a verb of the past of "us", or of a noun that is ours."""
_WE: Final = re.compile("س?ن\\w{3,5}")
_I_SHALL: Final = re.compile("سا\\w{2,5}")
_LONG: Final = "آ"
_I: Final = "انا"
_FUTURE: Final = re.compile("سن[^اه]\\w{1,4}")
"""Folded shape of a verb of the future of "us" (سنعمل، سنواصل)."""


def opens(s: Stretch, i: int) -> bool:
    """Whether word `i` is one that only a speaker begins with, or a verb of the future of "us" (سنعمل)."""
    word, counts = s.scene.words[i].text, s.scene.forms.counts
    shall = bool(_FUTURE.fullmatch(word)) and not (word in counts or "ال" + word in counts or i in s.scene.members)
    name = s.scene.raw[s.scene.words[i].start] == _LONG and word == _I  # آنا: folded like "I"
    return shall or (s.scene.is_a(i, "opens_speech") and not name)


def begins(s: Stretch, i: int, own: bool) -> bool:
    """Whether word `i` right behind a verb that takes no noun or, where `own`, its subject opens what was said.

    Behind the verb, what is ours may still be its subject (قالت وزارتنا إن).
    """
    word = s.scene.words[i].text
    if word in _HOW:
        return not (i + 1 < s.words.stop and s.scene.word_is(i + 1, "that"))
    return opens(s, i) or _of_us(s, i, own)


def _of_us(s: Stretch, i: int, own: bool) -> bool:
    """Whether word `i` is a verb with "we" or "I shall" in it, or behind a subject a noun that is ours."""
    scene, word, counts = s.scene, s.scene.words[i].text, s.scene.forms.counts
    particle = word in scene.forms.particles or "ال" + word in counts
    if particle or i in scene.members or i in scene.timed or s.is_prefixed(i):
        return False
    if _OURS.fullmatch(word) and word not in counts:
        stem = word[:-2]
        accusative = word[:-1] in counts or "ال" + word[:-1] in counts  # سكانا
        return not accusative and (own or (stem in counts and not _owned(s, stem)))
    if _I_SHALL.fullmatch(word) and scene.raw[scene.words[i].start + 1] == "أ":
        return True
    they = counts.get("ي" + word[1:], 0)
    return bool(_WE.fullmatch(word)) and they > counts.get(word, 0) and word[-1] not in "تا"


def _owned(s: Stretch, stem: str) -> bool:
    """Whether a noun may bear the pronoun of "us" (وزارت، شيخ)."""
    counts = s.scene.forms.counts
    return "ال" + stem in counts or (stem[-1] == "ت" and "ال" + stem[:-1] + "ه" in counts)
