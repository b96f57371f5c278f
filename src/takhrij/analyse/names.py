"""Persons' names: where one ends, and the skeleton by which its spellings are one."""

from __future__ import annotations

from takhrij.analyse.naming import SURE, Tagged
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text

LONGEST = 5
"""No name of a person in the news has more words (عبد ربه منصور هادي has four)."""
_SOME = 5
"""So many bearers are enough where another part of a name follows."""
_PARTICLES = frozenset(
    fold_text(w)
    for w in [
        "بن",
        "ابن",
        "بنت",
        "آل",
        "دي",
        "دا",
        "دو",
        "فون",
        "فان",
        "دير",
        "لا",
        "أبو",
        "أبي",
        "أبا",
        "أم",
        "عبد",
        "ولد",
        "ديل",
        "لو",
    ]
)
_FOLLOWED = frozenset(
    fold_text(w) for w in ["عبد", "أبو", "أبي", "أبا", "ابن", "بن", "آل", "فون", "دير", "فان", "ولد"]
)
_OPENING = frozenset(fold_text(w) for w in ["عبد", "أبو", "ابن", "بن"])
_SURELY_OTHER = frozenset(
    [
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
    ]
)
_ARTICLE = "ال"


def given(t: Tagged, i: int) -> bool:
    """Whether word `i` is a given name, and no ordinary word or title."""
    word = t.text(i)
    if word in _PARTICLES:
        return word in _OPENING and i + 1 < len(t.words) and t.joined(i + 1) and not t.stop(i + 1)
    if word in t.book.inner:
        return False
    count = t.book.given.get(word, 0)
    return count > 0 and not t.stop(i) and (count >= SURE or not t.fact(i, *_SURELY_OTHER))


def behind_clitic(t: Tagged, i: int) -> int:
    """Return how many letters of word `i` are clitics before a given name; 0 if it is none, or begins with none.

    A cut word has to be longer than three letters, or another part of a name has to follow: وعلي is not و and علي.
    """
    word = t.text(i)
    if t.stop(i) or t.book.parts.get(word, 0) > 0 or t.hit(i):
        return 0
    for prefix in t.book.prefixes:
        stem = word[len(prefix) :]
        if word.startswith(prefix) and len(stem) > 2 and t.book.given.get(stem, 0) > 0 and stem not in t.book.stops:
            sure = t.book.given[stem] >= _SOME or len(stem) > 3
            if sure and stem not in t.book.inner and i + 1 < len(t.words) and t.joined(i + 1) and part(t, i + 1):
                return len(prefix)
            if len(stem) > 4 and t.book.given[stem] < SURE and t.joined(i + 1) and unknown(t, i + 1):
                return len(prefix)
    return 0


def part(t: Tagged, i: int) -> bool:
    """Whether word `i` is known as a part of names."""
    word = t.text(i)
    if t.stop(i):
        return False
    if word in _PARTICLES:
        return True
    count = t.book.parts.get(word, 0)
    return count > 0 and ((count >= SURE and not t.fact(i, "adjective")) or not t.fact(i, *_SURELY_OTHER))


def unknown(t: Tagged, i: int) -> bool:
    """Whether word `i` is in no list at all and could be a foreign or rare name."""
    word = t.text(i)
    if len(word) < 2 or not word[0].isalpha() or t.stop(i) or word in t.book.other or t.book.parts.get(word, 0) > 0:
        return False
    hit = t.hit(i)
    if hit and any(f.kind != "person" for f in hit.entry):
        return False
    raw = t.folded.raw[t.words[i].start : t.words[i].end]
    return not raw.endswith(("ًا", "اً", "ة")) and not (word.startswith(("وال", "بال", "لل", "فال", "كال")))


def direct(t: Tagged, i: int, stop: int, *, titled: bool, cut: int = 0) -> int:
    """Return the word behind the name that begins at word `i`, or `i` if none does.

    With a title before it (`titled`) the first word may be unknown; without one it has to be a given name and
    a second part has to follow. `cut` letters of the first word are clitics.
    """
    if not cut and (i >= stop or t.stop(i) or not (given(t, i) or (titled and (part(t, i) or unknown(t, i))))):
        return i
    if titled and not given(t, i) and t.text(i).startswith(_ARTICLE) and not part(t, i):
        return i
    j = i + 1
    while j < min(stop, i + LONGEST) and t.joined(j) and _goes_on(t, i, j, titled=titled):
        j += 1
    while j > i and t.text(j - 1) in _FOLLOWED:
        j -= 1
    if j == i + 1 and not (titled and part(t, i)):
        return i
    return j


def _goes_on(t: Tagged, i: int, j: int, *, titled: bool) -> bool:
    """Whether word `j` belongs to the name that begins at word `i`."""
    if t.text(j - 1) in _FOLLOWED and not t.stop(j):
        return True
    if part(t, j):
        return True
    alone = t.text(i).startswith(_ARTICLE) or (not given(t, i) and part(t, i))
    if j > i + 1 or alone or not unknown(t, j):
        return j == i + 2 and t.text(i + 1) in _PARTICLES and unknown(t, j)
    foreign = t.text(i) in t.book.given and t.book.given[t.text(i)] < SURE
    nisba = t.text(j).startswith(_ARTICLE) and t.text(j).endswith("ي") and len(t.text(j)) > 5
    return titled or foreign or nisba or (t.book.given.get(t.text(i), 0) >= SURE and t.text(j).startswith(_ARTICLE))


def between_commas(t: Tagged, i: int, stop: int) -> int:
    """Return the word behind the name that stands between a comma before word `i` and the next punctuation, or `i`."""
    j = i
    while j < min(stop, i + LONGEST) and (j == i or t.joined(j)):
        if t.stop(j) or not (part(t, j) or unknown(t, j) or (t.text(j - 1) in _FOLLOWED and j > i)):
            return i
        j += 1
    closed = j >= stop or not t.joined(j)
    return j if closed and j - i >= 1 and (j - i > 1 or part(t, i)) else i


class Skeletons:
    """Makes skeletons: known Arabic names keep their spelling, foreign ones keep what spellings share."""

    __slots__ = ("_table", "_units")

    def __init__(self, knowledge: Knowledge) -> None:
        self._table: dict[int, str] = {}
        for row in knowledge.language.skeleton:
            for letter in row.same:
                self._table[ord(fold_text(letter))] = fold_text(row.letter)
        self._units = frozenset(
            fold_text(u.name) for u in knowledge.language.name_units if u.given + u.family >= SURE
        )

    def of(self, name: str) -> str:
        """Return the skeleton of `name`, its words parted by spaces.

        A known Arabic name stays as it is folded (حسن is not حسين). Of other words only the consonants stay, with
        letters that spellings exchange evened, the article cut, and a first vowel kept as ا.
        """
        return " ".join(self._word(w) for w in fold_text(name).replace("-", " ").split())

    def _word(self, word: str) -> str:
        if word in self._units:
            return word
        bare = word.removeprefix(_ARTICLE) if len(word) > 4 else word
        if bare in self._units and bare != word:
            return word
        first = "ا" if bare[:1] in "اويع" else ""
        kept = "".join(c for c in bare.translate(self._table) if c not in "اويء")
        squeezed = "".join(c for k, c in enumerate(kept) if k == 0 or c != kept[k - 1])
        article = _ARTICLE if bare != word else ""
        return article + first + squeezed.lstrip("ع" if first else "")


def skeletons(knowledge: Knowledge) -> Skeletons:
    """Return the maker of skeletons; ask for it through `knowledge.built`."""
    return Skeletons(knowledge)
