"""Whether a word is a part of persons' names: a given name, a known part, or a word that may be a rare one."""

from __future__ import annotations

from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE, SURE, servant

_HAMZAS = ("أ", "إ", "آ")
"""So begin words behind و, for no name begins with both."""
_LEAST = 3
"""Letters that و and a name behind it have more than."""
_SOME = 5
"""So many bearers make the rest of a word behind و a name."""
_OTHER = (
    "adjective",
    "time",
    "former",
    "office",
    "deputy",
    "job",
    "state",
    "org_head",
    "state_head",
    "place_head",
    "outlet",
)
_MANY, _VERBAL = "ون", "يتمن"
"""The ending of many men, and letters with which verbs and participles of many begin (يقولون، مسلحون)."""
_GENITIVE = "ي"
"""So ends أبي behind a preposition."""
_DEEDS, _HERS = "يتونلب", "هة"
"""So begin deeds and words behind a clitic, and so end what is his or hers: in no list, they are no given names."""
_ADVERB, _TANWIN = "اي", "\u064b"
"""So ends what is no name but how somebody was made it: عين سامي الداود أميرًا."""


def given(t: Tagged, i: int) -> bool:
    """Whether word `i` is a given name, and no ordinary word or title."""
    word = t.text(i)
    if word in t.book.particles["inside"]:
        if word in t.book.particles["case"]:  # أبي بكر الرائد, and أبي for my father
            return t.tight(i + 1) and t.tight(i + 2) and part(t, i + 1) and part(t, i + 2)
        return word in t.book.particles["opens"] and i + 1 < len(t.words) and t.joined(i + 1) and not t.stop(i + 1)
    if word in t.book.inner:
        return False
    count = t.book.bearers(word)
    if count > 0 and word in t.book.phrases and t.text(i + 1) in t.book.phrases[word]:
        return False
    sure = count > 0 and not t.stop(i) and (count >= SURE or not t.fact(i, *_OTHER))
    return sure and not (count < SURE and fathers(t, i))


def fathers(t: Tagged, i: int) -> bool:
    """Whether word `i` is أبي behind a clitic, with the rest of a name behind it (بأبي بكر الرائد): no given name."""
    word = t.text(i)
    if not word.endswith(_GENITIVE) or word[1:] not in t.book.particles["case"] or word[0] not in t.book.clitics:
        return False
    return t.tight(i + 1) and t.tight(i + 2) and part(t, i + 1) and (part(t, i + 2) or unknown(t, i + 2))


def sonned(t: Tagged, i: int) -> bool:
    """Whether word `i` is a given name though it is a title too, since a father's name follows: سلطان بن فهد."""
    father = i + 2 < len(t.words) and t.text(i + 1) in t.book.sons and t.tight(i + 1) and t.tight(i + 2)
    return father and t.book.bearers(t.text(i)) > 0


def fathered(t: Tagged, i: int) -> bool:
    """Whether word `i` is the word for son behind a given name that shows by it: القاسم بن عبيد, مفرج بن سعد.

    Such is one with the article, one that is known as a later part of names, and a word in no list.
    """
    if t.text(i) not in t.book.sons or not i or not t.tight(i):
        return False
    word = t.text(i - 1)[joined_before(t, i - 1) :]
    if word.startswith(ARTICLE):
        return t.book.bearers(word.removeprefix(ARTICLE)) > 0 and part(t, i - 1) and not t.fact(i - 1, *_OTHER)
    if len(word) < _LEAST or not t.tight(i + 1) or not (part(t, i + 1) or unknown(t, i + 1)) or t.hit(i - 1):
        return False
    if t.book.parts.get(word, 0) >= _LEAST:
        return word != t.text(i - 1) or part(t, i - 1)
    return unknown(t, i - 1) and not t.book.inside[word] and word[0] not in _DEEDS and word[-1] not in _HERS


def joined_before(t: Tagged, i: int) -> int:
    """Return 1 if word `i` is و with a known part of names behind it (وعلوش)."""
    word = t.text(i)
    return int(word[0] == "و" and word not in t.book.parts and t.book.parts.get(word[1:], 0) >= _LEAST)


def deputy(t: Tagged, i: int) -> bool:
    """Whether a deputy's title is a given name here, since another stands behind it (مساعد محمد)."""
    return t.fact(i, "deputy") is not None and t.book.bearers(t.text(i)) > 0 and t.tight(i + 1) and given(t, i + 1)


def ruler(t: Tagged, i: int) -> bool:
    """Whether a ruler's title is a given name here, since a family's stands behind it (الفريق أمير يارالله)."""
    office = t.fact(i, "office") is not None and t.book.bearers(t.text(i)) >= SURE and not t.stop(i)
    return office and t.tight(i + 1) and part(t, i + 1) and not t.fact(i + 1, "place", "person", *_OTHER)


def part(t: Tagged, i: int) -> bool:
    """Whether word `i` is known as a part of names."""
    word = t.text(i)
    if not word or t.stop(i):
        return False
    if word in t.book.particles["inside"]:
        return True
    count = t.book.parts.get(word, 0) or servant(word)
    if count < SURE and (t.book.ordinary[word] or t.fact(i, "source_adjective")):
        return False
    return count > 0 and ((count >= SURE and not t.fact(i, "adjective")) or not t.fact(i, *_OTHER))


def unknown(t: Tagged, i: int) -> bool:
    """Whether word `i` is in no list at all, does not look like an ordinary word, and so could be a rare name."""
    if i >= len(t.words) or not t.book.rare[t.words[i].text] or t.stop(i):
        return False
    hit = t.hit(i)
    if hit and any(kind != "person" for kind in hit.entry):
        return False
    return not adverb(t, i)


def surname(t: Tagged, i: int) -> bool:
    """Whether word `i` may be a foreign family name with the ending of many, being the plural of nothing (ديلون)."""
    word, book = t.text(i), t.book
    if not word.endswith(_MANY) or len(word) <= _LEAST or word[0] in _VERBAL or word.startswith(ARTICLE):
        return False
    singular = word[: -len(_MANY)]
    listed = t.stop(i) or t.hit(i) or book.ordinary[word] or book.ordinary[singular] or book.bears[word]
    return not (listed or book.ordinary[singular + "ه"] or book.ordinary[singular + "ي"])


def adverb(t: Tagged, j: int) -> bool:
    """Whether word `j` is written as an adverb, so that it is no name (عين سامي الداود أميرًا)."""
    end = t.words[j].end
    return t.text(j)[-1] in _ADVERB and _TANWIN in t.folded.raw[end - 2 : end + 1]


def conjoined(t: Tagged, j: int) -> bool:
    """Whether word `j` is و with a name behind it: it is no name's part as it stands, and the rest may be one."""
    word, book = t.text(j), t.book
    if word[0] != "و" or len(word) <= _LEAST or word in book.parts:
        return False
    rest = word[1:]
    written = t.folded.raw[t.words[j].start + 1 : t.words[j].start + 2]
    return (
        written in _HAMZAS or rest in book.foreign or book.bearers(rest) >= _SOME or rest in book.particles["opens"]
    )


def bare(t: Tagged, i: int) -> bool:
    """Whether an unlisted word looks like a name where little shows one: no preposition, no pronoun."""
    word = t.text(i)
    sure = word in t.book.foreign or t.fact(i, "person") is not None
    return unknown(t, i) and not word.endswith("ه") and (sure or not t.book.bears[word])
