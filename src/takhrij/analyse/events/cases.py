"""Where one noun phrase ends and another begins by the case or the kind of its words. Below phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence

from takhrij.analyse.events.triggers import Vocabulary
from takhrij.text import Word

_DEED = re.compile(r"الا[نستلعشحجركفدمق]\w{1,4}ا\w")
"""Shape of verbal nouns of the derived stems, which describe nobody (الفصائل | الانسحاب)."""


_PLURAL = ("ون", "ين", "ه", "ات")
"""Endings of adjectives of several."""


def begins_another(words: Sequence[Word], first: int, k: int, vocabulary: Vocabulary) -> bool:
    """Whether word `k` is a noun of its own behind the phrase from word `first`.

    المجلس | القوات: the second is never an adjective. الوزيران | الطرفين: subject and object by their endings.
    مجهولون | ثلاثة: a number counts what follows it. مسلح | مستوطنا: an accusative behind what is none.
    مسلحون | رهائن، جنديان | حتفهما: words that describe nobody. مسلحون | قائد الشرطة: nor does one man several.
    """
    before, text = words[k - 1].text, words[k].text
    cue, party, kinds = vocabulary.is_cue, vocabulary.party, vocabulary.kinds[text]
    if "deed" in kinds:
        return not (before[:1].isdigit() or cue("quantity", before))  # مسلحون | رهائن، but 26 رهينة
    if _definite(text, vocabulary):
        other = "noun_only" in kinds or (before.endswith(("ون", "ان")) and text.endswith("ين"))
        return (other or _DEED.fullmatch(text) is not None) and _definite(before, vocabulary)
    if text[:1].isdigit() or ("quantity" in kinds and not text.startswith("اثن")):
        return before.endswith("ون") and party[before]
    bomb = "bomb" in kinds and not (cue("thing", before) or cue("battery", before))  # مجهول | قنبلة
    thing = "thing" in kinds and before.endswith(("ون", "ين"))  # a genitive drops the ن (انتحاريون | مدينة)
    owned = text.removesuffix("ه") if text.endswith("ه") else ""
    bomb = bomb or (bool(owned) and not _definite(before, vocabulary) and cue("bomb", owned))  # انتحاري | حزامه
    one = text in vocabulary.cues["party"] and not text.endswith(_PLURAL)  # مسلحون | قائد
    if (bomb or thing or (one and before.endswith("ون"))) and party[before]:
        return True
    toll = text[0] == "و" and not kinds.isdisjoint(("killed", "wounded"))  # مقتل 20 شخصا | وجرح
    if toll or described_apart(words, first, k, vocabulary):
        return True
    if not text.endswith("ا") or before.endswith("ا"):
        return False
    phrase = [word.text for word in words[first:k]]
    if phrase[0].endswith("ا") or any(w[:1].isdigit() or cue("quantity", w) for w in phrase):
        return False
    return party[phrase[0]] and party[text] and not cue("attribute", text)


def described_apart(words: Sequence[Word], first: int, k: int, vocabulary: Vocabulary) -> bool:
    """Whether adjectives end a phrase before a noun (منظمات دولية مستقلة | نظام الأسد، طائرات حربية | مبنى)."""
    text = words[k].text
    if not words[k - 1].text.endswith("ه") or k <= first + 1 or text.startswith("ال"):
        return False
    if "thing" not in vocabulary.kinds[text] and text not in vocabulary.cues["party"]:
        return False
    return any(w.text.endswith("يه") and not w.text.endswith("ايه") for w in words[first + 1 : k])


def entitled(words: Sequence[Word], first: int, k: int, vocabulary: Vocabulary) -> bool:
    """Whether the words from `first` to the name at `k` are its bearer's title or trade (الناشط السوري | فلان)."""
    return any(vocabulary.is_cue("honorific", words[n].text) for n in (first, k - 1))


def _definite(text: str, vocabulary: Vocabulary) -> bool:
    return text.startswith("ال") and not vocabulary.is_cue("alif", text)
