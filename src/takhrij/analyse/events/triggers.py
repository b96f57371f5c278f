"""Words that may tell an event: which rules they fit, in which form. Below phrases, arguments, tense and events."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from takhrij.analyse.events.conditions import SHORT, Conditions
from takhrij.knowledge import Knowledge
from takhrij.lang.inflect import inflect
from takhrij.lang.perword import PerWord
from takhrij.lang.tables import EventRule
from takhrij.text import Word, fold_text

_NONE: frozenset[str] = frozenset()
_FINITE = frozenset({"verbform", "finite"})
_PEOPLE = re.compile(r"\w{3,}ي[وي]ن|م\w{3,}[وي]ن|[^يت\W]ا\w\w[وي]ن")
"""Shapes of the sound plural of people, as folded: relations, participles with م, participles with ا."""
LIGHT = ("does", "undertakes", "happens", "joins", "gets", "manages", "begins")
"""Kinds of verbs that only carry a verbal noun: X held talks, talks took place, talks joined X and Y, X was given, X
managed to, X began to."""


class Form(NamedTuple):
    """An inflected form. `rest`: the words after it in a phrase; `suffixed`: only before a pronoun.

    `hamza`: its last letter is أ, and a word with a bare ا is another (هنا is no هنأ).
    `alif`: its last letter is ى, and a word with a dotted ي behind the conjunction is another (وادي is no أدى).
    """

    of: str
    rest: tuple[str, ...]
    rules: tuple[int, ...]
    tense: str = ""
    agrees: str = ""
    suffixed: bool = False
    passive: bool = False
    light: str = ""
    hamza: bool = False
    alif: bool = False


class Prefix(NamedTuple):
    """What may be written onto a form."""

    text: str
    joins: bool = False
    prep: str = ""
    article: bool = False
    future: bool = False


class Written(NamedTuple):
    """One form that a word may be, with what is written onto it."""

    form: Form
    prefix: Prefix
    pronoun: str


class Trigger(NamedTuple):
    """Words `first` to `last` fit `rule` (None: a light verb). `prep`, `joins`: what is written onto them."""

    first: int
    last: int
    rule: EventRule | None
    form: Form
    prep: str = ""
    joins: bool = False
    definite: bool = False
    future: bool = False
    pronoun: str = ""


class Vocabulary:
    """All forms of all rules, and the small words, by kind. Built once.

    What a word by itself tells is kept per word: `kinds`, of which small words it is, `governed`, which
    preposition it is with a pronoun (خلالها، عليه; empty: none), `party`, whether it is people or a body that can
    take part, `owned`, whether it is people with whose they are, `folded`, how a name reads.
    """

    __slots__ = (
        "_conditions",
        "_forms",
        "_kinds",
        "_owners",
        "_prefixes",
        "_written",
        "cues",
        "folded",
        "governed",
        "kinds",
        "owned",
        "party",
        "rules",
        "within",
    )

    def __init__(self, knowledge: Knowledge) -> None:
        language = knowledge.language
        self.rules = language.events
        self.cues: dict[str, frozenset[str]] = {
            row.kind: frozenset(fold_text(form) for form in row.forms) for row in language.eventcues
        }
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        for kind, forms in self.cues.items():
            for form in forms:
                kinds[form].add(kind)
        self._kinds = {form: frozenset(found) for form, found in kinds.items()}
        self.kinds = PerWord(self._kinds_of)
        self.folded = PerWord(fold_text)
        self.governed = PerWord(self._governed)
        self.owned = PerWord(self._owned)
        self.party = PerWord(self._party)
        self.within = PerWord(self._within)
        self._written = PerWord(self._written_of)
        self._forms: dict[str, list[Form]] = {}
        self._owners: defaultdict[str, list[str]] = defaultdict(list)
        for pronoun in sorted(self.cues.get("object_pronoun", ()), key=lambda p: (-len(p), p)):
            self._owners[pronoun[-1]].append(pronoun)
        bare, *written = _prefixes()
        self._prefixes: defaultdict[str, list[Prefix]] = defaultdict(lambda: [bare])
        for prefix in written:
            self._prefixes.setdefault(prefix.text[0], [bare]).append(prefix)
        self._conditions = Conditions(self.rules)
        for number, rule in enumerate(self.rules):
            self._add_rule(number, rule, knowledge)
        for kind in LIGHT:
            for row in language.eventcues:
                if row.kind == kind:
                    for pair in row.forms:
                        self._add_verb(pair, Form("verb", (), (), light=kind), knowledge)

    def is_cue(self, kind: str, word: str) -> bool:
        """Whether the folded `word` is a small word of that kind, with or without a conjunction before it."""
        return kind in self.kinds[word]

    def forms(self, text: str) -> tuple[Written, ...]:
        """Return what the folded word `text` may be, whatever stands around it, bare before prefixed."""
        return self._written[text]

    def _kinds_of(self, word: str) -> frozenset[str]:
        kinds = self._kinds.get(word, _NONE)
        if not kinds and word.endswith(("ها", "هم")):  # a finite verb with its object (اختارها الملك)
            kinds = self._kinds.get(word[:-2], _NONE) & _FINITE
        if len(word) > 2 and word[0] in "وف" and (joined := self._kinds.get(word[1:])):
            return kinds | joined
        return kinds

    def _within(self, word: str) -> frozenset[str]:
        """Return the kinds of a word, whatever up to three letters are written onto its beginning."""
        found = [kinds for n in range(min(4, len(word) - 2)) if (kinds := self._kinds_of(word[n:]))]
        return _NONE.union(*found) if found else _NONE

    def _governed(self, word: str) -> str:
        """Return the preposition that the word is with a pronoun, empty if none: it governs nothing that follows."""
        for pronoun in ("ها", "هم", "هما", "ه") if word.endswith(("ه", "ها", "هم", "هما")) else ():
            if word.endswith(pronoun):
                bare = word[: -len(pronoun)]
                if bare in ("ب", "ل", "في", "علي", "الي", "لدي"):
                    return bare
                if len(bare) > 1 and bare in self.cues["preposition"]:
                    return bare
        return ""

    def _party(self, word: str) -> bool:
        """Whether a word is a party, without what may be written onto it, and in the accusative (مهاجما)."""
        lead = [word, word.removeprefix("ال"), word[1:], word[2:]]
        lead += ["ال" + word[2:]] if word.startswith("لل") else []
        lead += [word[3:]] if word.startswith(("بال", "وال", "كال", "فال", "ولل")) else []
        lead += [w[:-1] for w in lead if w.endswith("ا")]
        lead += [w[:-2] for w in lead if w.endswith("يان")]  # two of them: فلسطينيان
        return (
            any(w in self.cues["party"] for w in lead if len(w) > 2)
            or self._bound_plural(word)
            or self.owned[word]
            or (
                not (
                    word.endswith("يين") and "ال" in word[:3]
                )  # bare, الإسرائيليين mostly describes who stands before it
                and self.people(word)
            )
        )

    def _bound_plural(self, word: str) -> bool:
        """Whether a word is people in the plural without its ن, before a genitive or a pronoun (مسلحو، مقاتليها)."""
        for pronoun in ("", "ها", "هم", "ه", "نا"):
            stem = word.removesuffix(pronoun)
            if (pronoun and stem == word) or len(stem) < SHORT or stem[-1] not in "وي":
                continue
            leads = (stem, stem[1:], stem.removeprefix("لل"))
            if any(lead + "ن" in self.cues[kind] for lead in leads for kind in ("party", "people")):
                return True
        return False

    def _owned(self, word: str) -> bool:
        """Whether a word is people in the plural with whose they are (ركابها، بقواتنا، عناصره)."""
        stems = [word[: -len(p)] for p in ("ها", "هم", "نا", "ه") if word.endswith(p)]
        cue = self.is_cue
        return any(
            len(bare) > SHORT - 1
            and bare in self.cues["party"]
            and (cue("plural", bare) or cue("several", "ال" + bare))
            for stem in stems
            for bare in (stem, stem[1:])
        )

    def is_person(self, word: str) -> bool:
        """Whether a word just as it is written names people: its first letter is then no conjunction."""
        return word in self.cues["party"] or word in self.cues["people"] or (word[0] == "ف" and self.people(word))

    def people(self, word: str) -> bool:
        """Whether a word is people in the sound plural by its shape (نازيون، مجهولون)."""
        if not word.endswith(("ون", "ين")):
            return False
        bare = [
            word,
            *(word.removeprefix(lead) for lead in ("ال", "وال", "و", "ب", "ل", "لل") if word.startswith(lead)),
        ]
        return not any(w in self.cues["no_people"] for w in bare) and any(map(_PEOPLE.fullmatch, bare))

    def _written_of(self, text: str) -> tuple[Written, ...]:
        found: list[Written] = []
        for prefix in () if text in self.cues["whole"] else self._prefixes[text[0]]:
            lead = prefix.text
            if not text.startswith(lead):
                continue
            stem = text[len(lead) :]
            if bare := self._forms.get(stem):
                found += [Written(form, prefix, "") for form in bare if not form.suffixed]
            if prefix.article:
                continue
            for pronoun in self._owners.get(stem[-1:], ()):
                if stem.endswith(pronoun) and len(stem) > len(pronoun) + 1:
                    found += [Written(f, prefix, pronoun) for f in self._forms.get(stem[: -len(pronoun)], ())]
        return tuple([w for w in found if _allowed(*w)]) if found else ()

    def at(self, words: Sequence[Word], i: int, stop: int) -> Iterator[Trigger]:
        """Yield the readings of word `i`; words from `stop` on do not belong to its clause."""
        for form, prefix, pronoun in self._written[words[i].text]:
            last = i + 1 + len(form.rest)
            if last > stop or not all(_same(words[i + 1 + n].text, w) for n, w in enumerate(form.rest)):
                continue
            definite = prefix.article or bool(pronoun)
            made = (form, prefix.prep, prefix.joins, definite, prefix.future, pronoun)
            if form.light:
                yield Trigger(i, last, None, *made)
            for number in form.rules:
                rule = self.rules[number]
                if pronoun and form.of == "verb" and "object" not in rule.takes:
                    fits = self._conditions.borne(number, words, i)
                else:
                    fits = self._conditions.fit(number, words, (i, last), stop)
                if fits:
                    yield Trigger(i, last, rule, *made)

    def _add_rule(self, number: int, rule: EventRule, knowledge: Knowledge) -> None:
        for pair in rule.verbs:
            self._add_verb(pair, Form("verb", (), (number,)), knowledge)
        for pair in rule.passives:
            self._add_verb(pair, Form("verb", (), (number,), passive=True), knowledge)
        for phrase in rule.nouns:
            head, *rest = fold_text(phrase).split()
            form = Form("noun", tuple(rest), (number,))
            for made in inflect("noun", head, knowledge.language.endings):
                self._put(made.text, form._replace(agrees=made.agrees))
            for bound in _bound(head):
                self._put(bound, form._replace(suffixed=True))
        for word in rule.words:
            head, *rest = fold_text(word).split()
            self._put(head, Form("word", tuple(rest), (number,)))

    def _add_verb(self, pair: str, form: Form, knowledge: Knowledge) -> None:
        for tense, base in zip(("past", "present"), pair.split("/"), strict=False):
            head, *rest = base.split()
            for made in inflect(tense, head, knowledge.language.endings):
                self._put(
                    made.text,
                    form._replace(
                        rest=tuple(fold_text(w) for w in rest),
                        tense=tense,
                        agrees=made.agrees,
                        suffixed=made.suffixed,
                        hamza=bool(form.rules) and head.endswith("أ") and made.text == fold_text(head),
                        alif=head.endswith("ى") and made.text == fold_text(head),
                    ),
                )

    def _put(self, text: str, form: Form) -> None:
        known = self._forms.setdefault(text, [])
        for n, other in enumerate(known):
            if other._replace(rules=(), agrees="") == form._replace(rules=(), agrees=""):
                known[n] = other._replace(rules=tuple(dict.fromkeys((*other.rules, *form.rules))))
                return
        known.append(form)


def vocabulary(knowledge: Knowledge) -> Vocabulary:
    """Return the language's vocabulary of events: for `Knowledge.built`."""
    return Vocabulary(knowledge)


def _prefixes() -> tuple[Prefix, ...]:
    made = []
    for joint in ("", "و", "ف"):
        made += [Prefix(joint, bool(joint)), Prefix(joint + "ال", bool(joint), article=True)]
        made += [Prefix(joint + "س", bool(joint), future=True), Prefix(joint + "لل", bool(joint), "ل", True)]
        for prep in "بلك":
            made += [
                Prefix(joint + prep, bool(joint), prep),
                Prefix(joint + prep + "ال", bool(joint), prep, article=True),
            ]
    return tuple(made)


def _allowed(form: Form, prefix: Prefix, pronoun: str) -> bool:
    if pronoun and form.rest and len(form.rest[0]) < SHORT:
        return False
    if form.of == "verb":
        if prefix.future or prefix.prep == "ل":
            return form.tense == "present" and not prefix.article
        return not prefix.article and not prefix.prep
    if form.of == "word":  # with the article it describes (المنددة، المتهمين), it does not tell
        return not prefix.future and not pronoun and not prefix.article
    return not prefix.future and not (form.agrees and pronoun)


def _bound(head: str) -> tuple[str, ...]:
    if head.endswith("ه"):
        return (head[:-1] + "ت",)
    return (head[:-1] + "و", head[:-1] + "ي") if head.endswith("ء") else ()


def _same(word: str, wanted: str) -> bool:
    return word in (wanted, "ال" + wanted, wanted + "ا", "لل" + wanted.removeprefix("ال"))
