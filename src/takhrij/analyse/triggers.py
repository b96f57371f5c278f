"""Words that may tell an event: which rules they fit, in which form. Below phrases, arguments, tense and events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from takhrij.knowledge import Knowledge
from takhrij.lang.inflect import inflect
from takhrij.lang.tables import EventRule
from takhrij.text import Word, fold_text

_REACH = 13
"""Words after a trigger among which a rule's `needs` are sought: the length of a clause of news."""
_SHORT = 4
"""A need of fewer letters must be the whole word: they are prepositions, and begin thousands of words."""
LIGHT = ("does", "undertakes", "happens", "joins", "gets")
"""Kinds of verbs that only carry a verbal noun: X held talks, talks took place, talks joined X and Y, X was given."""


class Form(NamedTuple):
    """An inflected form. `rest`: the words after it in a phrase; `suffixed`: only before a pronoun."""

    of: str
    rest: tuple[str, ...]
    rules: tuple[int, ...]
    tense: str = ""
    agrees: str = ""
    suffixed: bool = False
    passive: bool = False
    light: str = ""


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
    """All forms of all rules, and the small words, by kind. Built once."""

    __slots__ = ("_conditions", "_forms", "_owners", "_prefixes", "cues", "rules")

    def __init__(self, knowledge: Knowledge) -> None:
        language = knowledge.language
        self.rules = language.events
        self.cues: dict[str, frozenset[str]] = {
            row.kind: frozenset(fold_text(form) for form in row.forms) for row in language.eventcues
        }
        self._forms: dict[str, list[Form]] = {}
        self._owners: defaultdict[str, list[str]] = defaultdict(list)
        for pronoun in sorted(self.cues.get("object_pronoun", ()), key=lambda p: (-len(p), p)):
            self._owners[pronoun[-1]].append(pronoun)
        bare, *written = _prefixes()
        self._prefixes: defaultdict[str, list[Prefix]] = defaultdict(lambda: [bare])
        for prefix in written:
            self._prefixes.setdefault(prefix.text[0], [bare]).append(prefix)
        self._conditions = [(_folded(rule.needs), _folded(rule.unless)) for rule in self.rules]
        for number, rule in enumerate(self.rules):
            self._add_rule(number, rule, knowledge)
        for kind in LIGHT:
            for row in language.eventcues:
                if row.kind == kind:
                    for pair in row.forms:
                        self._add_verb(pair, Form("verb", (), (), light=kind), knowledge)

    def is_cue(self, kind: str, word: str) -> bool:
        """Whether the folded `word` is a small word of that kind, with or without a conjunction before it."""
        forms = self.cues.get(kind, frozenset())
        return word in forms or (len(word) > 2 and word[0] in "وف" and word[1:] in forms)

    def forms(self, text: str) -> tuple[Written, ...]:
        """Return what the folded word `text` may be, whatever stands around it, bare before prefixed."""
        found = []
        for prefix in self._prefixes[text[0]]:
            if not text.startswith(prefix.text):
                continue
            stem = text[len(prefix.text) :]
            found += [Written(form, prefix, "") for form in self._forms.get(stem, ()) if not form.suffixed]
            if prefix.article:
                continue
            for pronoun in self._owners[stem[-1:]]:
                if stem.endswith(pronoun) and len(stem) > len(pronoun) + 1:
                    found += [Written(f, prefix, pronoun) for f in self._forms.get(stem[: -len(pronoun)], ())]
        return tuple(w for w in found if _allowed(*w))

    def at(
        self, words: Sequence[Word], i: int, stop: int, forms: Sequence[Written] | None = None
    ) -> Iterator[Trigger]:
        """Yield the readings of word `i`; words from `stop` on do not belong to its clause.

        `forms` are its forms, for callers that keep them.
        """
        for form, prefix, pronoun in self.forms(words[i].text) if forms is None else forms:
            last = i + 1 + len(form.rest)
            if last > stop or not all(_same(words[i + 1 + n].text, w) for n, w in enumerate(form.rest)):
                continue
            definite = prefix.article or bool(pronoun)
            made = Trigger(i, last, None, form, prefix.prep, prefix.joins, definite, prefix.future, pronoun)
            if form.light:
                yield made
            for number in form.rules:
                rule = self.rules[number]
                if pronoun and form.of == "verb" and "object" not in rule.takes:
                    continue
                if self._fits(number, words, (i, last), stop):
                    yield made._replace(rule=rule)

    def _fits(self, number: int, words: Sequence[Word], at: tuple[int, int], stop: int) -> bool:
        i, last = at
        end = min(stop, len(words))
        needs, unlesses = self._conditions[number]
        near = range(max(i - 1, 0), min(last + 7, end))
        close = range(last, min(last + 2, end))
        for unless in unlesses:
            before = near[: i - near.start] if len(unless) == _SHORT - 1 else ()
            beside = near if len(unless) >= _SHORT else (*before, *close)
            if any(_stem_in(words[k].text, unless) for k in beside):
                return False
        reach = range(i + 1, min(last + _REACH, end))
        return not needs or any(need[0] == "@" or _needed(need, words, reach) for need in needs)

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


def _folded(stems: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold_text(stem) for stem in stems)


def _allowed(form: Form, prefix: Prefix, pronoun: str) -> bool:
    if pronoun and form.rest and len(form.rest[0]) < _SHORT:
        return False
    if form.of == "verb":
        if prefix.future or prefix.prep == "ل":
            return form.tense == "present" and not prefix.article
        return not prefix.article and not prefix.prep
    if form.of == "word":
        return not prefix.future and not pronoun
    return not prefix.future and not (form.agrees and pronoun)


def _bound(head: str) -> tuple[str, ...]:
    if head.endswith("ه"):
        return (head[:-1] + "ت",)
    return (head[:-1] + "و", head[:-1] + "ي") if head.endswith("ء") else ()


def _same(word: str, wanted: str) -> bool:
    return word in (wanted, "ال" + wanted, wanted + "ا", "لل" + wanted.removeprefix("ال"))


def _needed(need: str, words: Sequence[Word], reach: range) -> bool:
    if need.endswith("-"):
        return any(
            words[k].text[0] == need[0] and len(words[k].text) > _SHORT - 1
            for k in reach
            if k < reach.start + 7 and words[k].text
        )
    return any(_stem_in(words[k].text, need) for k in reach)


def _stem_in(word: str, stem: str) -> bool:
    """Whether `word` is `stem`, or begins with it behind clitics and the article."""
    if len(stem) < _SHORT:
        return word in (stem, "و" + stem, "ال" + stem, "ب" + stem, "ل" + stem)
    if word.startswith(stem):
        return True
    bare = word
    if len(bare) > len(stem) and bare[0] in "وف":
        bare = bare[1:]
        if bare.startswith(stem):
            return True
    for prefix in ("لل", "بال", "كال", "ال", "ب", "ل", "ك"):
        if bare.startswith(prefix) and bare[len(prefix) :].startswith(stem):
            return True
    return False
