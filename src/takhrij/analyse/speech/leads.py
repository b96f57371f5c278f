"""What a content begins with: أن, a preposition that the verb takes, a noun."""

from __future__ import annotations

import re
from typing import Final, Literal

from takhrij.analyse.speech.stretches import Stretch, plain
from takhrij.text import fold_text

_CONTRACTED: Final = {"عن": ("عما", "عمن"), "من": ("مما", "ممن"), "في": ("فيما",)}
"""Folded prepositions that run into the "what" or "who" behind them."""
VERBAL_NOUN: Final = re.compile(
    r"(?:ت[^ا]{2}ي[^ا]|[^ا]{2}و[^هي]|(?:ا|ان|است|ا[^ل]ت)[^ا]{2,3}ا[^هي]|استعداد\w*|رفع|لعب|دعم|رفض\w*|تمسك\w*|حرص\w*|مقتل|مصرع|وقوع"
    r"|وجود|بدء|عدم|نيت\w+|عزم\w+)(?:ه|ها|هم|هما)?"
)
"""Folded shapes of verbal nouns that take the place of a clause (يرجح تفعيل الاتفاق)."""
_BRIEF: Final = ("بشن", "بسن", "ببث", "بضم", "بصد", "بزج", "بحل", "بفك", "بكف", "بمد")
"""Verbal nouns of two letters behind ب."""
_NO_CONTENT: Final = ("برتبه", "بصفته", "بصفتها", "بصفتهم")
"""Words with a preposition that tell what somebody is (ضابط برتبة عميد)."""
_LETTERS: Final = ("سي", "بي", "تي", "اس", "اف", "جي")
_SPELT: Final = (("تي", "في"), ("بي", "سي"), ("بي", "اي"))
"""Letters by their English names, before ان and behind it."""
_WAS: Final = ("كان", "كانت", "كانوا")
Lead = Literal["that", "quote", "preposition", "object", "colon", "clause", ""]


def lead(s: Stretch, i: int, takes: set[str]) -> Lead:
    """Return what kind of beginning of a content word `i` is for a verb that takes `takes`, empty if none."""
    scene = s.scene
    that = "that" in takes and _is_that(s, i) and scene.raw[scene.words[i].start] != "آ"
    if that and not _whether(s, i) and not _spelt(s, i):
        before = scene.words[i - 1].text if i and scene.is_a(i - 1, "preposition") else ""
        before = "" if before == "قبل" and _formerly(s, i) else before
        raw = scene.raw[scene.words[i].start]
        fits = not before or raw == "إ" or before in {fold_text(t.removesuffix("+")) for t in takes}
        return "that" if fits else ""
    if i in scene.timed or scene.forms.adjuncts.at(scene.folded, i):
        return ""
    if (other := s.cues.get(i)) and other.form == "attribution":
        return ""  # بحسب begins with no ب of the verb's
    begins = scene.words[i].text[0]
    for preposition in takes:  # most begin with another letter; "that", "quote" and the like with none of ours
        if preposition[0].replace("إ", "ا").replace("أ", "ا") == begins and _stands(s, i, preposition):
            return "preposition"
    return ""


def _is_that(s: Stretch, i: int) -> bool:
    """Whether word `i` is a that, though a town is written like it and the name behind it (إن صالح)."""
    town = s.scene.members.get(i)
    return s.scene.is_a(i, "that") or (
        town is not None and town.kind == "place" and town.first == i and s.scene.words[i].text == "ان"
    )


def _spelt(s: Stretch, i: int) -> bool:
    """Whether word `i` is a letter of a name that is spelt (سي إن إن، إن تي في), and no that."""
    texts = s.scene.folded.texts
    if texts[i] != "ان" or s.scene.gap(i).strip(' "(.'):
        return False
    if tuple(texts[i + 1 : i + 3]) in _SPELT and s.scene.raw[s.scene.words[i].start] != "أ":
        return True
    if i and texts[i - 1] in _LETTERS:  # سي إن إن, but أبلغ بي بي سي أن
        return i + 1 < len(texts) and (texts[i + 1] == "ان" or texts[i + 1] in _LETTERS)
    return i > 1 and texts[i - 1] == "ان" and texts[i - 2] in _LETTERS


def _stands(s: Stretch, i: int, preposition: str) -> bool:
    """Whether word `i` is a preposition of a verb's, or begins with it; before `+`, only marks or أن may follow."""
    scene, word = s.scene, s.scene.words[i].text
    short = fold_text(preposition.removesuffix("+"))
    if preposition.endswith("+"):  # أن is looked for by itself; here خلص إلى "..."
        quote = s.quote_before(i + 1) if word == short else None
        return quote is not None and not s.is_name(quote)
    if len(short) > 1:
        known = i in scene.members or i + 1 >= s.words.stop or i + 1 in scene.timed
        return (word == short and not known) or word in _CONTRACTED.get(short, ())
    if word in _NO_CONTENT:
        return False
    if word == short + "ما":  # ندد بما وصفه: but not بما في ذلك
        return short == "ب" and not scene.is_a(i + 1, "preposition", "inner")
    if word == short:
        return i + 1 < s.words.stop and ("-" in scene.gap(i + 1) or s.quote_before(i + 1) is not None)
    if word in _BRIEF and short == "ب":
        return True
    if word.startswith(short) and len(word) > 3 and (s.is_prefixed(i) or word not in scene.forms.counts):
        party = scene.members.get(i)
        return not party or not plain(scene, party, i)
    return False


def _formerly(s: Stretch, i: int) -> bool:
    """Whether an adverb stands before أن at word `i` (اعتبر من قبل أن الاتفاق), and no time (من قبل أن يصل)."""
    scene = s.scene
    names = i + 1 < s.words.stop and scene.words[i + 1].text.startswith("ال")
    return i > 1 and scene.words[i - 2].text == "من" and (scene.words[i].text != "ان" or names)


def _whether(s: Stretch, i: int) -> bool:
    """Whether word `i` is the if of a question and no that (سؤال حول إن كان الجسر آمنا)."""
    scene = s.scene
    asks = scene.word_is(i - 1, "preposition") or scene.words[i - 1].text in ("سوال", "عما", "ما")
    return asks and i + 1 < s.words.stop and scene.words[i].text == "ان" and scene.words[i + 1].text in _WAS
