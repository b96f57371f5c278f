"""The words of a page with what the tables know of them: the ground on which names, titles and groups are read.

One lexicon holds all lists, so that a word is looked up once. A fact says what a phrase may be; which of its
facts counts is for the grammars to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit, Lexicon
from takhrij.text import Folded, fold_text

_QUOTES = "\"'“”«»„‘’"
_JOINING = re.compile(rf"[\s{_QUOTES}\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640\u064b-\u065f]*")
_COMMA = re.compile(rf"[\s{_QUOTES}]*[،,][\s{_QUOTES}]*")
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
_SPACES = re.compile(rf"[\s{_QUOTES}]+")


class Fact(NamedTuple):
    """What a phrase may be. `kind` names the list, `key` what it stands for there (a state's key, a name, a sort)."""

    kind: str
    key: str = ""
    state: str = ""


Facts = tuple[Fact, ...]


class Wordbook:
    """All lists in one lexicon, and the words of persons' names. Built once from the knowledge."""

    __slots__ = ("given", "inner", "lexicon", "opens", "other", "parts", "prefixes", "stops")

    def __init__(self, knowledge: Knowledge) -> None:
        lang = knowledge.language
        self.lexicon: Lexicon[Facts] = Lexicon(_entries(knowledge), lang.clitics)
        self.given: dict[str, int] = {}
        self.parts: dict[str, int] = {}
        for unit in (*lang.foreign_names, *lang.name_units):
            name = fold_text(unit.name)
            self.given[name] = max(unit.given, self.given.get(name, 0))
            self.parts[name] = max(unit.given + unit.family, self.parts.get(name, 0))
        folded = {fold_text(s.word) for s in lang.name_stops if not s.begins}
        self.inner = frozenset(fold_text(s.word) for s in lang.name_stops if s.begins)
        self.opens = frozenset(fold_text(f) for h in lang.place_heads if h.opens for f in (h.head, *h.forms))
        self.prefixes = tuple(
            p for p in (fold_text(c.prefix) for c in lang.clitics if not c.restores) if "س" not in p
        )
        self.stops = frozenset(folded) - {
            fold_text(w) for w in _PREPOSITIONS if self.given.get(fold_text(w), 0) >= SURE
        }
        self.other = frozenset(fold_text(w.word) for w in lang.title_words)


SURE = 20
"""From so many bearers on, a unit is surely a name: below, the index holds slips such as رئيس (20 kept علي, not قال)."""


def wordbook(knowledge: Knowledge) -> Wordbook:
    """Return the wordbook of `knowledge`; ask for it through `knowledge.built`."""
    return Wordbook(knowledge)


class Tagged:
    """A page's words with their facts. Words of different lines, or with punctuation between them, do not join."""

    __slots__ = ("_hits", "book", "folded", "page", "words")

    def __init__(self, page: str, folded: Folded, book: Wordbook) -> None:
        self.page = page
        self.folded = folded
        self.words = folded.words
        self.book = book
        self._hits: dict[int, Hit[Facts] | None] = {}

    def hit(self, i: int) -> Hit[Facts] | None:
        """Return the longest listed phrase that begins at word `i` and is broken by no punctuation."""
        if i not in self._hits:
            hit = self.book.lexicon.at(self.folded, i)
            if hit and any(not self.joined(k) for k in range(i + 1, hit.last)):
                hit = None
            self._hits[i] = hit
        return self._hits[i]

    def facts(self, i: int) -> Facts:
        """Return what the phrase at word `i` may be; empty when it is in no list."""
        hit = self.hit(i)
        return hit.entry if hit else ()

    def fact(self, i: int, *kinds: str) -> Fact | None:
        """Return the first fact of one of `kinds` at word `i`."""
        for fact in self.facts(i):
            if fact.kind in kinds:
                return fact
        return None

    def text(self, i: int) -> str:
        """Return word `i`, folded; the empty string outside the page."""
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def joined(self, i: int) -> bool:
        """Whether only white space, quotation marks or invisible characters part word `i` from the one before."""
        return (
            0 < i < len(self.words)
            and _JOINING.fullmatch(self.folded.gap(i - 1, i)) is not None
            and "\n" not in self.folded.gap(i - 1, i)
        )

    def after_comma(self, i: int) -> bool:
        """Whether a comma and nothing else parts word `i` from the one before."""
        return (
            0 < i < len(self.words)
            and _COMMA.fullmatch(self.folded.gap(i - 1, i)) is not None
            and "\n" not in self.folded.gap(i - 1, i)
        )

    def quoted(self, i: int) -> bool:
        """Whether a quotation mark opens right before word `i`."""
        word = self.words[i]
        return any(c in _QUOTES for c in self.folded.raw[max(0, word.start - 1) : word.start])

    def stop(self, i: int) -> bool:
        """Whether word `i` is an ordinary word that belongs to no name."""
        word = self.words[i]
        if word.text in self.book.stops:
            return True
        return (
            word.text in self.book.given and _MARKS.sub("", self.folded.raw[word.start : word.end]) in _PREPOSITIONS
        )

    def clean(self, start: int, end: int) -> str:
        """Return the original characters `start` to `end` in clean spelling: one space, no quotes and no marks."""
        return _SPACES.sub(" ", _MARKS.sub("", self.folded.raw[start:end])).strip()


_PREPOSITIONS = frozenset(["على", "إلى", "حتى", "لدى"])
"""Words that fold to names (على to علي), told apart by their last letter."""


def _entries(knowledge: Knowledge) -> list[tuple[str, Facts]]:
    found: defaultdict[str, dict[Fact, None]] = defaultdict(dict)

    def add(fact: Fact, *phrases: str) -> None:
        for phrase in phrases:
            if phrase:
                found[" ".join(re.findall(r"\w+", fold_text(phrase)))][fact] = None

    lang, world = knowledge.language, knowledge.world
    for title in lang.titles:
        add(Fact(title.kind, title.title), title.title, *title.forms)
    for of in lang.title_words:
        add(Fact(of.kind), of.word)
    for org_head in lang.org_heads:
        add(Fact("org_head", org_head.kind, org_head.entity), org_head.head, *org_head.forms)
    for head in lang.state_heads:
        add(Fact("state_head", head.head), head.head, *head.forms)
    for head in lang.place_heads:
        add(Fact("place_head", head.head), head.head, *head.forms)
    for noun in lang.source_nouns:
        add(Fact("source_" + noun.kind), noun.word)
    for state in world.states:
        add(Fact("state", state.name, state.key), state.name, *state.spellings)
        add(Fact("adjective", state.name, state.key), *state.adjectives)
        add(Fact("voice", state.name, state.key), *state.voices)
    for place in world.places:
        add(Fact("place", place.name, place.country), place.name, *place.spellings)
    for org in world.orgs:
        add(Fact("org", org.name, org.state), org.name, *org.spellings)
    for outlet in world.outlets:
        add(Fact("outlet", outlet.name, outlet.kind), outlet.name, *outlet.spellings)
    for person in world.people:
        add(Fact("person", person.name, person.state), person.name, *person.spellings)
    return [(phrase, tuple(facts)) for phrase, facts in found.items()]
