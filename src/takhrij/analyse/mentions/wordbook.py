"""All lists of the language and the world in one lexicon, and what is known of the words of persons' names.

A word is looked up once. A fact says what a phrase may be; which of its facts counts is for the grammars to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from takhrij.analyse.mentions.facts import BEHIND, Facts, entries_of
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.lang.perword import PerWord
from takhrij.lang.tables import Clitic, Language
from takhrij.text import fold_text, words_of

MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
"""Vowel signs and invisible characters, which no table writes."""

ARTICLE = "ال"
"""The article, as every Arabic spelling writes it; tables hold everything else."""
_LONG = re.compile("(?<=.)[اوي](?=.)")
"""Long vowels inside a folded word."""
_FUTURE = "س"
"""What is written onto verbs alone: سفينة is no فينة."""


class Inner(NamedTuple):
    """A name inside a word: behind `cut` letters of clitics, a given name of so many `bearers`."""

    cut: int
    name: str
    bearers: int


class Wordbook:
    """All lists in one lexicon, and the words of persons' names. Built once from the knowledge."""

    __slots__ = (
        "_beginning",
        "_counted",
        "_holders",
        "_openers",
        "_said",
        "_written_on",
        "bears",
        "beginnings",
        "begins",
        "begins_name",
        "clitics",
        "endings",
        "eponyms",
        "families",
        "foreign",
        "given",
        "held",
        "inner",
        "inside",
        "lexicon",
        "listed",
        "opens",
        "ordinary",
        "particles",
        "parts",
        "phrases",
        "prefixes",
        "prepositions",
        "prone",
        "rare",
        "reports",
        "sayings",
        "shape",
        "single",
        "sons",
        "starts",
        "stops",
        "titlewords",
    )

    def __init__(self, knowledge: Knowledge) -> None:
        lang = knowledge.language
        said: defaultdict[str, set[str]] = defaultdict(set)
        for row in lang.mentionwords:
            for kind in row.kind:
                said[kind].add(fold_text(row.word))
        self.prefixes = tuple((fold_text(c.prefix), fold_text(c.restores)) for c in _nominal(lang))
        said["counterpart"] |= {p + w for p, restores in self.prefixes if not restores for w in said["counterpart"]}
        self.held, self._holders = _held(knowledge), _holders(knowledge)
        self._said = {kind: frozenset(words) for kind, words in said.items()}
        self.prepositions = frozenset(MARKS.sub("", w.word) for w in lang.mentionwords if "ambiguous" in w.kind)
        entries = entries_of(knowledge)
        self.eponyms = {
            p + w: len(p) for p, restores in (*self.prefixes, ("", "")) if not restores for w in self.said("eponym")
        }
        self.lexicon: Lexicon[Facts] = Lexicon(entries, _nominal(lang), folded=True)
        self.single = {phrase: facts for phrase, facts in entries if " " not in phrase}
        self.starts = frozenset(words[0] for phrase, _ in entries if (words := words_of(phrase)))
        self._openers = frozenset(phrase.split(" ")[0] for phrase, facts in entries if not facts.keys() <= BEHIND)
        self._know_names(lang)
        folded = {fold_text(s.word) for s in lang.name_stops if not s.begins}
        self.inner = frozenset(fold_text(s.word) for s in lang.name_stops if s.begins)
        self.stops = frozenset(folded) - {w for w in self.said("ambiguous") if self.given.get(w, 0) >= SURE}
        self.titlewords = frozenset(fold_text(w.word) for w in lang.title_words)
        self.opens = frozenset(fold_text(f) for h in lang.place_heads if h.opens for f in (h.head, *h.forms))
        self.clitics = frozenset(prefix[:1] for prefix, _ in self.prefixes)
        self._written_on = {c: [p for p in self.prefixes if p[0].startswith(c)] for c in self.clitics}
        self.particles = {
            kind: frozenset(fold_text(p.word) for p in lang.name_particles if kind in p.kind)
            for kind in ("inside", "opens", "binds", "ordinal", "tail", "foreign", "one", "compound", "case")
        }
        self.prone = self.said("ambiguous")
        self.phrases = _by_first(self.said("phrase"))
        self.sons = self.particles["opens"] & self.particles["binds"] - self.particles["one"]
        self.endings = tuple(fold_text(p.word) for p in lang.name_particles if "ending" in p.kind)
        shapes = [p.word for p in lang.name_particles if "shape" in p.kind]
        self.shape = re.compile("|".join(shapes) or "$^")
        self.beginnings = tuple(fold_text(p.word) for p in lang.name_particles if "beginning" in p.kind)
        self.ordinary = PerWord(_Ordinary(lang))
        self._know_verbs(lang)
        self.rare = PerWord(self._rare)
        self._counted = frozenset(word for row in lang.vocabulary for word in row.words)
        self.bears = PerWord(self._bears)
        self.listed = PerWord(self._listed)
        self.inside = PerWord(self._inside)
        self.begins_name = PerWord(self._begins_name)
        self._beginning = self._openers | self.said("counterpart") | self.sayings | self.eponyms.keys()
        self.begins = PerWord(self._begins)

    def _know_names(self, lang: Language) -> None:
        """Fill what is known of the parts of persons' names."""
        self.given: dict[str, int] = {}
        self.parts: dict[str, int] = {}
        for unit in (*lang.foreign_names, *lang.name_units):
            name = fold_text(unit.name)
            self.given[name] = max(unit.given, self.given.get(name, 0))
            self.parts[name] = max(unit.given + unit.family, self.parts.get(name, 0))
        for word in (word for each in lang.vocabulary if each.kind == "name" for word in each.words):
            self.parts.setdefault(word, COUNTED)
        native = {fold_text(u.name) for u in lang.name_units if u.given + u.family >= NATIVE}
        self.foreign = frozenset(fold_text(u.name) for u in lang.foreign_names) - native
        self.families = frozenset(
            n for n in (fold_text(u.name) for u in lang.foreign_names if u.family >= ALONE) if n not in native
        )

    def _know_verbs(self, lang: Language) -> None:
        """Fill the verbs of saying: those behind which a subject alone stands, and all of them."""
        alone = [r for r in lang.reporting if r.kind in ("say", "more") and "object" not in r.takes]
        self.sayings, self.reports = (
            frozenset(p + fold_text(f) for r in rows for f in r.forms for p in ("", "و", "ف"))
            for rows in (alone, lang.reporting)
        )

    def said(self, kind: str) -> frozenset[str]:
        """Return the folded words of one kind of the table of small words."""
        return self._said.get(kind, frozenset())

    def holds(self, office: str, first: str, last: str) -> bool:
        """Whether somebody of these names, of which a surname may stand alone, ever held such an office."""
        known = self._holders.get(office.removeprefix(ARTICLE), ())
        given, surname = _short(first), _short(last)
        return any(name == surname and (first == last or other == given) for other, name in known)

    def bearers(self, word: str) -> int:
        """Return how many bear `word` as a given name, with a count for عبدالعزيز and the like."""
        return self.given.get(word, 0) or servant(word)

    def _bears(self, word: str) -> bool:
        """Whether a word is another one of the news behind a single clitic."""
        return word[0] in self.clitics and len(word) > SHORT_STEM and word[1:] in self._counted

    def _rare(self, word: str) -> bool:
        """Whether a word by itself could be a rare name: in no list, and without the look of an ordinary word."""
        if len(word) < 2 or not word[0].isalpha() or word in self.stops or word in self.titlewords:
            return False
        if self.parts.get(word, 0) > 0 or self.ordinary[word] or word.startswith(self.beginnings):
            return False
        if word.endswith(_TWO) and self._two(word):
            return False
        if (len(word) > 4 and word.endswith(self.endings)) or self.shape.search(word):
            return False
        return word[0] != "و" or len(word) <= 4 or word.startswith(("وا", "وي"))

    def _two(self, word: str) -> bool:
        """Whether a word that ends so means two or many of what another word is (جيلين، السفيرين)."""
        stem = word.removesuffix(_TWO)
        one = stem.removeprefix(ARTICLE)
        if len(one) < _LEAST or one[-1] in _LONGS or self.parts.get(one, 0) >= SURE:
            return False
        named = stem == one and len(one) == _LEAST  # دالين
        return (self.ordinary[stem] and not named) or not self.single.get(one, _NOTHING).keys() <= {"person"}

    def _listed(self, word: str) -> bool:
        """Whether a listed phrase may begin with `word`, clitics before it or not: a look before the exact one."""
        if word in self.starts or word[0] not in self.clitics:
            return word in self.starts
        may = self._written_on[word[0]]
        return any(word.startswith(p) and restores + word[len(p) :] in self.starts for p, restores in may)

    def _opening(self, word: str) -> bool:
        """Whether a phrase may begin with `word` that is more than what follows a title or a source."""
        if word in self._openers or word[0] not in self.clitics:
            return word in self._openers
        for prefix, restores in self._written_on[word[0]]:
            if word.startswith(prefix) and restores + word[len(prefix) :] in self._openers:
                return True
        return False

    def _inside(self, word: str) -> tuple[Inner, ...]:
        """Return the names that `word` may be with clitics before them; none where the whole is part of a name."""
        if word in self.parts or word[0] not in self.clitics:
            return ()
        found = []
        for prefix, restores in self._written_on[word[0]]:
            stem = word[len(prefix) :]
            if restores or not word.startswith(prefix) or len(stem) < 3 or stem in self.stops or stem in self.inner:
                continue
            count = self.bearers(stem)
            if count or stem in self.families:
                found.append(Inner(len(prefix), stem, count))
        return tuple(found)

    def _begins(self, word: str) -> bool:
        """Whether anything may begin with `word`, whatever stands around it: most words begin nothing."""
        return word in self._beginning or self.begins_name[word] or self._opening(word)

    def _begins_name(self, word: str) -> bool:
        """Whether a name may begin with `word`, clitics before it or not: a look before the exact one."""
        if word in self.particles["opens"] or word in self.particles["case"] or word in self.families:
            return True
        if self.bearers(word):
            return True
        return word[0] in self.clitics and bool(self.inside[word])


def _nominal(lang: Language) -> tuple[Clitic, ...]:
    """The clitics that are written onto names."""
    return tuple(c for c in lang.clitics if not c.prefix.endswith(_FUTURE))


def _by_first(phrases: Iterable[str]) -> dict[str, set[str]]:
    """Return the second words of phrases of two, by the first."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in map(str.split, phrases):
        found[first].add(second)
    return found


def _held(knowledge: Knowledge) -> dict[tuple[str, ...], str]:
    """Return the state of each title of two words that the list of holders writes out (سلطان عمان)."""
    titled = ((tuple(words_of(fold_text(h.title))), h.state) for h in knowledge.world.holders)
    return {words: state for words, state in titled if len(words) == 2}


def _holders(knowledge: Knowledge) -> dict[str, set[tuple[str, str]]]:
    """Return first and last names of those who ever held an office, by the word that its title begins with."""
    held: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for holder in knowledge.world.holders:
        words = words_of(fold_text(holder.person))
        held[holder.office].add((_short(words[0]), _short(words[-1])))
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for office in knowledge.world.offices:
        for title in office.titles:
            found[words_of(fold_text(title))[0].removeprefix(ARTICLE)] |= held[office.key]
    return found


def _short(word: str) -> str:
    """Return a word of a name without its long vowels, which are written or not (ترامب، ترمب)."""
    return _LONG.sub("", word)


class _Ordinary:
    """Tells whether a word is an ordinary one of the news by itself, or behind clitics."""

    def __init__(self, lang: Language) -> None:
        self._words = frozenset(w for row in lang.vocabulary if row.kind == "ordinary" for w in row.words)
        self._others = frozenset(w for row in lang.vocabulary if row.kind in ("name", "either") for w in row.words)
        self._prefixes = tuple((fold_text(c.prefix), fold_text(c.restores)) for c in lang.clitics)

    def __call__(self, word: str) -> bool:
        if word in self._words or word in self._others:
            return word in self._words
        stems = ((p, r + word[len(p) :]) for p, r in self._prefixes if word.startswith(p))
        return any(
            len(stem) > (SHORT_STEM if p[-1] in FREQUENT else LONG_STEM) and stem in self._words for p, stem in stems
        )


_TWO, _LEAST, _LONGS = "ين", 3, "اوي"
"""So ends a dual or plural behind a preposition; so many letters its singular has, and with these it does not end."""
_NOTHING: Facts = {}
FREQUENT = "وبلس"
"""The clitics that words bear most: what is left of a word behind them may be shorter."""
SHORT_STEM, LONG_STEM = 3, 4
"""Letters that a word behind a clitic has more than, before it is taken for an ordinary one."""
COUNTED = 5
"""The bearers of a part of names that stands in no index and was only counted behind given names."""
SURE = 20
"""From so many bearers on, a unit is surely a name; below, the index holds slips such as رئيس."""


def servant(word: str) -> int:
    """Return a count for عبدالعزيز and the like, written as one word: عبد with a definite word behind it."""
    return SURE if word.startswith("عبدال") and len(word) > 6 else 0


ALONE = 5
"""A foreign family name so marked in its table is a name by itself."""
NATIVE = 60
"""A name that so many Arabs bear is read as theirs, though it stands in the list of foreign names too (كريم)."""


def has_article(word: str) -> bool:
    """Whether a folded word has the article, with a clitic before it or not (الوزير، والوزير، للوزير)."""
    return word.startswith((ARTICLE, "وال", "لل", "بال", "فال", "ولل", "كال"))


def restored(text: str, prefix: str) -> str:
    """Return the words behind `prefix` with the article that لل has swallowed."""
    return ARTICLE[0] + text if prefix.endswith("لل") and text.startswith(ARTICLE[1]) else text


def wordbook(knowledge: Knowledge) -> Wordbook:
    """Return the wordbook of `knowledge`; ask for it through `knowledge.built`."""
    return Wordbook(knowledge)
