"""Skeletons: what all spellings of a person's name share, by which pages are asked whether they mean one person."""

from __future__ import annotations

from collections import Counter

from takhrij.analyse.mentions.wordbook import ARTICLE, NATIVE, SURE, servant
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text

SHORT = 3
"""Of fewer consonants too little is left to know a name by: its vowels stay."""
GIVEN_ALONE = "~"
FATHER = "+"
LISTED = "="
"""So begins the skeleton of a person whom the world's list has: no two of them are one."""
HARD = ("أل", "إل")
"""What begins so has no article: hamza shows that the letters are the name's own (أليكساندر)."""
GLIDES = "وي"
"""Letters that are consonants where a word begins with them (ويليام، وليم)."""
GRANDSON = 3
"""Parts of a name with a father's, the word for son between them counted."""
DOUBLE = 2
"""Parts of a double given name (محمد باقر), which goes without its first where a family name follows."""
OPEN, OPENED = "ه", "ا"
"""A foreign name that ends with a vowel is spelt with either (صبره، صبرا)."""
FAMILY = "ي"
"""So end most family names that have the article; other words with it may be another's given name (الحسن، حسن)."""


class Skeletons:
    """Makes skeletons: known Arabic names keep their spelling, foreign ones keep what spellings share."""

    __slots__ = (
        "_aliases",
        "_alike",
        "_apart",
        "_binds",
        "_borne",
        "_double",
        "_doubled",
        "_fathered",
        "_fathers",
        "_foreign",
        "_given",
        "_heads",
        "_known",
        "_kunyas",
        "_native",
        "_opens",
        "_several",
        "_stands_for",
        "_table",
        "_tails",
        "_units",
        "_written_on",
    )

    def __init__(self, knowledge: Knowledge) -> None:
        lang = knowledge.language
        even = [(fold_text(same), fold_text(row.letter)) for row in lang.skeleton for same in row.same]
        self._table = {ord(same): letter for same, letter in even if len(same) == 1}
        self._several = [(same, letter) for same, letter in even if len(same) > 1]
        self._native = frozenset(fold_text(row.letter) for row in lang.skeleton if row.only_arabic)
        native = {fold_text(u.name) for u in lang.name_units if u.given + u.family >= NATIVE}
        self._foreign = foreign = frozenset(fold_text(u.name) for u in lang.foreign_names) - native
        self._known = frozenset(fold_text(u.name) for u in lang.name_units if u.given + u.family >= SURE)
        self._units = self._known - foreign
        self._given = frozenset(fold_text(u.name) for u in lang.name_units if u.given > u.family)
        self._borne = frozenset(fold_text(u.name) for u in lang.name_units if u.given)
        kinds = {
            kind: frozenset(fold_text(p.word) for p in lang.name_particles if kind in p.kind)
            for kind in ("opens", "one", "tail", "father", "apart", "double", "doubled", "kunya")
        }
        self._opens, self._binds, self._fathers = kinds["opens"], kinds["one"], kinds["father"]
        self._tails, self._fathered = tuple(kinds["tail"]), kinds["kunya"]
        self._double, self._doubled = kinds["double"], kinds["doubled"]
        self._apart = tuple(sorted(kinds["apart"]))
        self._heads = tuple(word + ARTICLE for word in sorted(self._binds & self._opens))
        self._written_on = sorted((self._opens & self._fathers) | self._fathered)
        self._kunyas = sorted(self._opens & self._binds)
        self._stands_for = {fold_text(p.word): fold_text(p.stands_for) for p in lang.name_particles if p.stands_for}
        self._aliases: dict[str, str] = {}
        self._aliases = self._other_names(knowledge)
        made = Counter(self._made(p.name) for p in knowledge.world.people)
        self._alike = frozenset(skeleton for skeleton, count in made.items() if count > 1)

    def of(self, name: str) -> str:
        """Return the skeleton of `name`, its units parted by spaces, small words bound to theirs by _ (ابو_كسره).

        A known Arabic name, and any word with the article or a letter that only Arabic has, stays as it is folded
        (حسن is not حسين, النسور not النويصر); a family's article goes (البارزاني, بارزاني). Of other words only the
        consonants stay, with letters that spellings exchange evened, and a first vowel kept as ا. A father's name
        begins with + (محمد بن سلمان: محمد +سلمان), for it is no family's; at a name's end only where it is a given
        name (أحمد بن دغر). A given name alone has ~ before it, for it
        tells nobody from another. Another name of a listed person has the skeleton of the one he is listed by.
        """
        made = self._made(name)
        return self._aliases.get(made, made)

    def listed(self, name: str) -> str:
        """Return the skeleton of a listed person; who shares it with another keeps his family name as it is spelt."""
        made = self.of(name)
        return made if made not in self._alike else " ".join([*made.split()[:-1], fold_text(name).split()[-1]])

    def _givens(self, words: list[str]) -> bool:
        """Whether a last part behind the word for son may be a father's name; بن دغر is a family."""
        word = words[0]
        return len(words) > 1 or word in self._borne or ARTICLE + word in self._known or servant(word) > 0

    def _other_names(self, knowledge: Knowledge) -> dict[str, str]:
        """Return the skeletons of the other full names of listed persons, with that of the name each is listed by."""
        listed = [(self._made(p.name), {self._made(s) for s in p.spellings}) for p in knowledge.world.people]
        bearers = Counter(made for own, others in listed for made in {own, *others})
        return {
            other: own
            for own, others in listed
            for other in others
            if other != own and bearers[other] == 1 and " " in other and FATHER not in other.split(" ")[-1]
        }

    def _made(self, name: str) -> str:
        hard = frozenset(fold_text(w) for w in name.replace("-", " ").split() if w.startswith(HARD))
        units: list[str] = []
        father = False
        told = self.units(name)
        if len(told) > DOUBLE and told[0] in self._double and told[1] in self._doubled:
            told = told[1:]
        for unit in told:
            if unit in self._fathers:
                father = True
                continue
            head, *rest = unit.split("_")
            father = father or bool(rest and head in self._fathers)
            words = rest if rest and head in self._fathers else [head, *rest]
            made = "_".join(w if w in self._binds else self._word(w, w in hard) for w in words)
            father = father and (unit is not told[-1] or self._givens(words))
            units.append(FATHER + made if father else made)
            father = False
        if len(units) == 1 and (units[0] in self._given or units[0].startswith("عبد_")):
            return GIVEN_ALONE + units[0]
        return " ".join(units) or fold_text(name)

    def units(self, name: str) -> list[str]:
        """Return the folded parts of `name`, small words bound to theirs by _ (عبد_الله، ابو_قصره، نصر_الله)."""
        units: list[str] = []
        told = fold_text(name).replace("-", " ").split()
        for k, written in enumerate(told, 1):
            more = k < len(told)
            for word in self._parted(self._stands_for.get(written, written) if more else written, more=more):
                first_of_all = len(units) == 1 and units[0] in self._opens
                if units and (units[-1] in self._binds or first_of_all or word in self._tails):
                    units[-1] += "_" + word
                else:
                    units.append(word)
        return units

    def grandson(self, units: list[str]) -> bool:
        """Whether the parts of a name end with a grandfather's: more than one given name, and a word for son."""
        return len(units) > GRANDSON and units[-2] in self._fathers

    def _parted(self, word: str, *, more: bool) -> tuple[str, ...]:
        """Return نصرالله and أبوالعطا as two words, and منصورأبو where there is `more` of the name behind it."""
        for head in self._heads:
            if word.startswith(head) and len(word) > len(head) + 1:
                return head.removesuffix(ARTICLE), word.removeprefix(head.removesuffix(ARTICLE))
        for head in self._kunyas:
            rest = word.removeprefix(head)
            may = rest in self._known or (head in self._fathered and len(rest) >= SHORT)
            if may and rest != word and word not in self._known:
                return head, rest
        for head in self._written_on if more else ():
            given = word.removesuffix(head)
            if given != word and given in self._borne and word not in self._known:
                return given, head
        for tail in (*self._tails, *self._apart):
            if word.endswith(tail) and len(word) > len(tail) + 1:
                return word.removesuffix(tail), tail
        return (word,)

    def _word(self, word: str, hard: bool) -> str:
        bare = word.removeprefix(ARTICLE)
        if len(bare) > SHORT and word.endswith(FAMILY) and bare not in self._given:
            if ARTICLE + bare in self._units:
                return bare
            word = bare
        article = word.startswith(ARTICLE) and len(word) > 4 and not hard and word not in self._foreign
        if word in self._units or article or not self._native.isdisjoint(word):
            return word
        if word.endswith(OPEN) and len(word) > SHORT:
            word = word.removesuffix(OPEN) + OPENED
        for same, letter in self._several:
            word = word.replace(same, letter)
        evened = word.translate(self._table)
        squeezed = "".join(c for k, c in enumerate(evened) if k == 0 or c != evened[k - 1])
        kept = "".join(c for c in squeezed if c not in "اويء")
        if len(kept) + 1 == SHORT and word[0] in GLIDES:
            return word[0] + kept
        if len(kept) < SHORT:
            return squeezed.removesuffix(OPENED) if squeezed.endswith(FAMILY + OPENED) else squeezed
        first = "ا" if word[0] in "اويع" else ""
        return first + kept.lstrip("ع" if first else "")


def skeletons(knowledge: Knowledge) -> Skeletons:
    """Return the maker of skeletons; ask for it through `knowledge.built`."""
    return Skeletons(knowledge)
