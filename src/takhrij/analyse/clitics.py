"""Which letters at a word's beginning are clitics: by how often word and stem occur, by known names, by the page.

A clitic is cut where the stem's frequency times the clitic's explains the word's, never out of a known name; a page
that has the stem by itself tells more than any count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from takhrij.analyse.mentions.wordbook import ARTICLE, COUNTED, SURE, Wordbook, wordbook
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.text import Folded, fold_text, fold_words

_PRIOR: Final = {"و": 0.12, "ف": 0.01, "ب": 0.03, "ل": 0.03, "ك": 0.004, "س": 0.01}
"""How often a word bears the clitic, counted over 3.8 million words of news; of two the product is taken."""
_EXPLAINED: Final = {"و": 0.003, "ف": 0.01, "ب": 0.0008, "ل": 0.0015, "ك": 0.01, "س": 0.005}
"""Share of a word's occurrences that the stem's must account for. Low for prepositions, which hang on verbal nouns
far more often than on words at large, and for the future, which hangs on one form of a verb."""
_UNSEEN: Final = 3
"""The count of a word that the table does not hold: it has words from five times on."""
_SHORTEST: Final = 2
"""Letters that must remain behind a clitic."""
_CONJUNCTIONS: Final = ("و", "ف")
_PREPOSITIONS: Final = ("ب", "ل", "ك")
_ARTICLES: Final = ("ال", "وال", "بال", "لل")
"""What stands before a noun and never before a clitic: الوزير shows that وزير begins with its own letter."""
_BOUND: Final = ("بال", "كال")
"""A clitic and the article."""
_PERSONS: Final = "يتن"
"""What an imperfect begins with: one person is known by another."""
_FIRST: Final = "ا"
"""What it begins with in the first person: so do too many others to know one by another."""
_THIRD: Final = 3
"""Letters that an imperfect has at the least behind the future's letter, where the word is in no count."""
_ACTED: Final = "وا"
"""So end verbs of several persons: no preposition stands before one but before an imperfect."""
_ALIF: Final = "ا"
_BROKEN: Final = 5
"""Letters of a broken plural of the shape of أشياع: an own letter never stands before it."""
_STEMMED: Final = 4
_DERIVING: Final = ("ي", "ت", "م")
"""What stands before باشر in يباشر and مباشر: so the first letter of a word of that shape is its own."""
_OFTEN: Final = 0.06
"""Share of a noun's occurrences that it has with an article at the least."""
_SELDOM: Final = 0.01
"""Of what the word without its first letter occurs, the share that the noun behind an article must reach."""
_HERS: Final = ("ها", "هما", "كما")
"""Pronouns that end as an accusative does."""
_ACCUSED: Final = 4
"""Letters that an indefinite accusative has more than, the alif at its end told."""
_DEFINITE: Final = 5
"""Letters that a definite stem has more than which itself is never met."""
_LONG: Final = 4
"""Letters that a stem of the shape of derived verbs and their nouns has more than."""
_LONGER: Final = 6
"""The same where the word has been seen, so that its stem should have been."""
_INFLECTED: Final = 0.2
"""What the count of a word's other forms tells of it."""
_HALF: Final = 0.5
"""The same where the word itself is told to be a form of another."""
_RIVAL: Final = 0.12
"""Of what the word without its first letter occurs, the share that the noun without the word's ending must reach."""
_TORN: Final = "تهوي"
"""So end pieces of two letters that pages tear off words, and hardly a word of two letters."""
_SHORT: Final = 10
"""How many times better a stem of two letters has to explain its word."""
_NAMES: Final = ("person", "state", "place", "voice", "org", "outlet")


_ODD, _LIKELY = -2.5, 2.1
"""Log odds of a word's look: below the first no clitic stands before a stem of which only other forms are known,
above the second one stands before a stem that is not known at all. Looked at on 1,500 words
of training pages."""
_NEARLY: Final = 0.35
"""What the stem must explain of a word that looks like one with a clitic."""
_ALONE: Final = ("ف", "ب", "ل", "ك")
"""The prefixes whose look tells anything: و stands before every word, س before known verbs."""
BIAS: Final = "bias"
"""The sign that every word has."""


def signs(word: str) -> tuple[str, ...]:
    """Return what a word looks like: how it begins and ends, with its length."""
    first, length = word[0], min(len(word), 8)
    ends = (word[-2:] + "$", word[-3:] + "$", f"{first}-{word[-1]}$")
    return (
        BIAS,
        "^" + word[:2],
        "^" + word[:3],
        f"{first}-{word[1:3]}",
        f"{first}--{word[2:4]}",
        *ends,
        f"{first}{length}",
    )


class Split(NamedTuple):
    """A folded word as its clitics and what they stand on; `stem` has its article back where لل swallowed it."""

    prefix: str
    stem: str


def splitter(folded: Folded, knowledge: Knowledge) -> Callable[[str], Split]:
    """Return a function from a folded word of the page to its split; one that needs no cut has an empty prefix."""
    table = knowledge.built(_Table)
    page = {word.text for word in folded.words}
    sure = table.sure

    def split(word: str) -> Split:
        found = sure[word]
        if found is not None:
            return found
        if ARTICLE + word in page:
            return Split("", word)
        return table.alone[word] if page.isdisjoint(table.stems[word]) else table.best(word, page)

    return PerWord(split).__getitem__


def evidence(knowledge: Knowledge) -> Iterator[tuple[str, float, Split]]:
    """Yield every counted word of two letters and more with its count and its split, no page being asked."""
    table = knowledge.built(_Table)
    for word, count in table.counts.items():
        if len(word) >= _SHORTEST:
            yield word, count, table.sure[word] or table.best(word, set())


class _Table:
    """Counts of words and what may stand before them. Built once."""

    def __init__(self, knowledge: Knowledge) -> None:
        lang = knowledge.language
        self.counts = {word: row.least * 1.4 for row in lang.vocabulary for word in row.words}
        self.counts.update((row.word, float(row.count)) for row in lang.frequencies)
        self._prefixes = [(fold_text(c.prefix), fold_text(c.restores)) for c in lang.clitics]
        self._both = frozenset(prefix for prefix, _ in self._prefixes if len(prefix) > 1)
        self._first = frozenset(prefix[0] for prefix, _ in self._prefixes)
        function = {fold_text(row.word) for row in lang.function_words}
        cut = [prefix for prefix, restores in self._prefixes if not restores]
        self._function = frozenset(
            w for w in function if not any(w.startswith(p) and w[len(p) :] in function for p in cut)
        )
        self._persons = frozenset(
            word
            for person in knowledge.world.people
            for name in (person.name, *person.spellings)
            for word in fold_words(name)
        )
        self._book: Wordbook = knowledge.built(wordbook)
        self._suffixes = sorted(self._book.said("suffix"), key=lambda suffix: (-len(suffix), suffix))
        self._own = self._book.said("whole")
        self._borne = self._book.said("borne")
        self._shapes = {row.sign: row.weight for row in lang.clitic_shapes}
        self._endings = ("ات", "ون", "ين", "ان", "يه", "ه", "ي")
        self._derived = tuple(self._book.said("derived"))
        self.sure: PerWord[Split | None] = PerWord(self._sure)
        self.alone: PerWord[Split] = PerWord(lambda word: self.best(word, set()))
        self.stems: PerWord[tuple[str, ...]] = PerWord(self._stems)

    def best(self, word: str, page: set[str]) -> Split:
        """Return the likeliest split of `word` on a page with these words; behind و another clitic may stand."""
        first = self._one(word, page)
        if first.prefix not in _CONJUNCTIONS or not self._bears(first.stem):
            return first
        second = self._one(first.stem, page)
        both = first.prefix + second.prefix
        return Split(both, second.stem) if second.prefix and both in self._both else first

    def _stems(self, word: str) -> tuple[str, ...]:
        """Return what may stand behind the clitics of a word: a page that has none of these tells nothing."""
        return tuple(restores + word[len(p) :] for p, restores in self._prefixes if word.startswith(p))

    def _one(self, word: str, page: set[str]) -> Split:
        if word in self._borne:
            return Split(word[0], word[1:])
        chosen, most = Split("", word), 0.0
        for prefix, restores in self._prefixes:
            stem = restores + word[len(prefix) :]
            if not word.startswith(prefix) or len(stem) - len(restores) < _SHORTEST:
                continue
            if prefix == "ل" and stem[0] == "ل" and self._twice(stem, page):
                continue  # للتراكم is no ل before لتراكم: two of them never stand together
            weight = self._weight(word, prefix, stem, page)
            if weight > most:
                chosen, most = Split(prefix, stem), weight
        return chosen

    def _twice(self, stem: str, page: set[str]) -> bool:
        """Whether a stem behind ل has no ل of its own."""
        if not self._exact(stem) and ARTICLE + stem[1:] in self.counts:
            return True
        return self._bears(stem) and bool(self.best(stem, page).prefix)

    def _sure(self, word: str) -> Split | None:
        """Return the split where no page can change it, else None."""
        if not self._bears(word):
            return Split("", word)
        return self.best(word, set()) if word in self.counts else None

    def _bears(self, word: str) -> bool:
        """Whether a clitic may stand before `word` at all."""
        if word in self._borne:
            return True
        return word[0] in self._first and len(word) > _SHORTEST and not self._name(word) and not self._whole(word)

    def _weight(self, word: str, prefix: str, stem: str, page: set[str]) -> float:
        """Return how well a split explains the word: 1 and more is enough, 0 is not at all."""
        last = prefix[-1]
        if not self._stands(word, prefix, stem):
            return 0.0
        restored = prefix.endswith("لل")
        alone = (
            self._definite(stem)
            if restored
            else self._known(stem, 1.0 if last == "س" or stem.startswith(ARTICLE) else _INFLECTED)
        )
        if stem in page:
            alone = max(alone, 2 * _UNSEEN)
        prior = 1.0
        for letter in dict.fromkeys(prefix):
            prior *= _PRIOR[letter]
        seen = self.counts.get(word, 0.0)
        if seen and prefix == "و" and not alone and len(stem) > _SHORTEST + 1:
            return 1.0  # no article and no second و stands before it: hardly a word begins so by itself
        if seen and not alone and word.startswith(_BOUND[0]) and len(stem) > _DEFINITE:
            return 1.0  # بالتزامن: it hardly stands without ب, and no word of its own begins so but loans
        if not alone and stem.startswith(self._derived) and len(stem) > (_LONGER if seen else _LONG):
            alone = 1.0
        if seen:
            short = _SHORT if len(stem) == _SHORTEST and last != "و" else 1
            share = prior * alone / seen / _EXPLAINED[last] / short
            if share < 1 and prefix in _ALONE:
                looks = prefix != "ف" and len(word) > _LONG and share > _NEARLY and self.odds(word) > -1
                share = 1.0 if looks or (stem.startswith(ARTICLE) and stem in self.counts) else share
            return share if share >= 1 else 0.0
        if not alone and (last in ("و", "س") or stem.startswith(ARTICLE)):
            alone = 0.1
        if prefix in _ALONE and not self._exact(stem) and stem not in page and not stem.startswith(ARTICLE):
            odds = self.odds(word)
            alone = (
                0.0
                if odds < _ODD
                else max(alone, 0.1 if odds > _LIKELY or (prefix != "ل" and self._owned(stem)) else 0.0)
            )
        return prior * alone

    def _known(self, stem: str, inflected: float = 1.0) -> float:
        """Return the count of a stem, with its article or without, or of what it is without its ending."""
        count = max([self._exact(stem), *(inflected * self.counts.get(form, 0.0) for form in self._forms(stem))])
        return max(count, 2.0 * _UNSEEN) if self._name(stem) else count

    def _stands(self, word: str, prefix: str, stem: str) -> bool:
        """Whether a stem may stand behind a prefix at all, however often it occurs."""
        if prefix[-1] == "س":
            return self._future(word, stem)
        if prefix == "و":
            return True
        if stem.startswith(_ALIF * 2):  # لااعلم: two words
            return False
        if stem.endswith(_ACTED) and prefix[-1] in _PREPOSITIONS and stem[0] not in _PERSONS:
            return False
        if len(stem) == _SHORTEST and stem not in self._function and not self._name(stem):
            return (stem[-1] not in _TORN and _FIRST not in stem) or (
                stem[-1] in _TORN[2:] and self._takes(stem, ARTICLE)
            )
        if word in self.counts or stem[0] not in _CONJUNCTIONS or not self._bears(stem):
            return True
        return not self.best(stem, set()).prefix

    def _future(self, word: str, stem: str) -> bool:
        """Whether the letter of the future may stand before `stem`: only before an imperfect."""
        if word not in self.counts and len(stem) < _THIRD:
            return False
        if stem[0] in _PERSONS:
            return self._verb(stem) or (word not in self.counts and self.odds(word) > _LIKELY)
        return stem[0] == _FIRST and self._first_person(stem)

    def _first_person(self, stem: str) -> bool:
        """Whether ساقول is: the word itself and its third person are known, and too long for chance."""
        return any(
            len(base) > _SHORTEST and base in self.counts and _PERSONS[0] + base[1:] in self.counts
            for base in (stem, *self._bases(stem))
            if len(stem) > _SHORTEST + 1
        )

    def _definite(self, stem: str) -> float:
        """Return the count of a stem with its article, or without: no pronoun stands behind it."""
        return max(self.counts.get(form, 0.0) for form in (stem, stem[2:], *(b for b in self._nominal(stem))))

    def _nominal(self, stem: str) -> Iterator[str]:
        """Yield a definite stem without each ending of a noun."""
        for ending in self._endings:
            base = stem.removesuffix(ending)
            if base != stem and len(base) > _SHORTEST + 2:
                yield base
                if ending == "ات":
                    yield base + "ه"

    def _exact(self, stem: str) -> float:
        return max(self.counts.get(stem, 0.0), self.counts.get(ARTICLE + stem, 0.0))

    def odds(self, word: str) -> float:
        """Return the log odds that a word begins with a clitic, by its look alone."""
        return sum(self._shapes.get(sign, 0.0) for sign in signs(word))

    def _verb(self, stem: str) -> bool:
        """Whether the third person of an imperfect is known, with an ending or without."""
        return any(_PERSONS[0] + base[1:] in self.counts for base in (stem, *self._bases(stem)))

    def _owned(self, stem: str) -> bool:
        """Whether a stem is a broken plural of the shape of أشياع, or the like, with a pronoun behind it.

        What begins with لا is as often two words (لاعلاقة).
        """
        return any(len(base) == _BROKEN and base[0] == base[-2] == _ALIF for base in self._bases(stem))

    def _forms(self, stem: str) -> Iterator[str]:
        for base in (stem, *self._bases(stem)):
            yield base
            yield "ال" + base
            if base[0] in _PERSONS and len(base) > 3:
                yield from (person + base[1:] for person in _PERSONS)

    def _whole(self, word: str) -> bool:
        """Whether the word, or what it is without its ending, takes the article: then its first letter is its own."""
        if word in self._own or any(base in self._function for base in self._bases(word)):
            return True
        if word.startswith(_BOUND) and len(word) > 5 and self.counts.get(word[1:], 0.0) > self.counts.get(word, 0.0):
            return False  # بالتهم: what has the article has no clitic of its own
        articles = _ARTICLES[:1] if word.startswith(_ARTICLES) else _ARTICLES
        before = (*articles, "و") if word[0] == "و" else articles
        rare = _SELDOM * self.counts.get(word[1:], 0.0)  # وانها, and الوانها once in a while
        if any(self._takes(word, article, rare) for article in before):
            return True
        if self._accused(word):
            return True
        known = self._known(word[1:])
        bases = list(self._bases(word))
        if any(self._acts(form) for form in (word, *bases)):
            return True
        if any(self._takes(base, article, _RIVAL * known) for base in bases for article in before):
            return True
        known = self._known(word[1:], _HALF)
        seen = [base for base in bases if self.counts.get(base, 0.0) > known]
        return any(self.sure[base] == Split("", base) for base in seen)

    def _accused(self, word: str) -> bool:
        """Whether a word is an accusative (بعيدا) of one that has its first letter: no preposition governs it."""
        base = word[:-1]
        if word[-1] != _ALIF or word[0] not in _PREPOSITIONS or word.endswith(_HERS) or len(word) <= _ACCUSED:
            return False
        return base in self.counts and self.sure[base] == Split("", base)

    def _acts(self, form: str) -> bool:
        """Whether a form has the shape of باشر, and its imperfect or participle is known."""
        return len(form) == _STEMMED and form[1] == _ALIF and any(p + form in self.counts for p in _DERIVING)

    def _takes(self, form: str, article: str, least: float = 0.0) -> bool:
        """Whether a form stands behind an article often enough: الوان are colours, and no وان."""
        both = self.counts.get(article + form, 0.0)
        return both > _OFTEN * self.counts.get(form, 0.0) and both > least

    def _bases(self, word: str) -> Iterator[str]:
        """Yield a word without each ending it may have, with the letter that comes back (وفاتي: وفاة)."""
        for suffix in self._suffixes:
            base = word.removesuffix(suffix)
            if base != word and len(base) > _SHORTEST:
                yield base
                if base[-1] == "ت":
                    yield base[:-1] + "ه"
                    yield base[:-1] + "ات"
                elif base.endswith(("اي", "او")):
                    yield base[:-1] + "ء"
                elif suffix == "ات":
                    yield base + "ه"

    def _name(self, word: str) -> bool:
        """Whether a word as it stands is a name of a person, state, place, organisation or outlet."""
        book = self._book
        if book.bearers(word) >= SURE or word in book.foreign:
            return True
        if (word in self._persons or book.parts.get(word, 0) >= COUNTED) and not book.ordinary[word]:
            return True
        return not self._book.single.get(word, {}).keys().isdisjoint(_NAMES)
