"""The time rules of a language, compiled: slots filled from its tables, and which rules a word may begin.

A pattern's `{slot}` takes a word of a table, `{slot2}` a second one. Patterns and words are folded as pages are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from takhrij.analyse.numbers import Numbers, numbers
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.lang.tables import TimeRule
from takhrij.text import fold_text

_END: Final = r"(?![^\W\d_])"
"""No letter may follow a word; a digit may, as glued stamps have it (`18شباط2023`)."""

_PLAIN: Final = {
    "sep": r" {0,2}[،,:(]? {0,2}",
    "slash": r" {0,2}[/.–-] {0,2}",
    "dash": r" {0,2}[–-] {0,2}",
    "end": _END,
}
"""Parts of patterns that fill no slot."""

_YEAR: Final = r"(?:1[3-9]|20)\d\d(?!\d|[.,٫٬]\d)"

_SHAPES: Final = {
    "digits": r"\d{1,2}(?!\d| ?[.,٫٬]\d)",
    "d": r"\d{1,2}(?!\d)",
    "yyyy": r"(?:1[3-9]|20)\d\d(?!\d)",
    "yy": r"[0-4]\d(?!\d)",
    "clock": r"[0-2]?\d {0,1}[:٫] {0,1}[0-5]\d(?: ?: ?[0-5]\d(?:[.,]\d{1,6})?)?(?!\d)",
    "fullclock": r"[0-2]\d:[0-5]\d(?::[0-5]\d)?(?![\d:/])",
    "commaclock": r"[0-2]\d ?[,،.] ?[0-5]\d(?!\d)",
    "big": r"(?:1[3-9]|2\d|3[01])(?!\d)",
    "stamp": r"[0-2]\d:?[0-5]\d(?::?[0-5]\d)?",
}
"""Slots that are no word of a table."""


_OPENING: Final = re.compile(r"([^\W\d_]+|\d+)(?:[^\w\n]{0,4}([^\W\d_]+|\d))?")

Tree = dict[str, "Tree"]


class Rule:
    """A rule ready to run. Its pattern is compiled when it is first tried: a few pages need few of them."""

    __slots__ = ("_compiled", "_source", "after", "next", "not_after", "not_before", "row")

    def __init__(self, row: TimeRule, source: str, following: frozenset[str]) -> None:
        self.row, self._source, self.next = row, source, following
        self._compiled: re.Pattern[str] | None = None
        self.after, self.not_after, self.not_before = (
            frozenset(map(fold_text, words)) for words in (row.after, row.not_after, row.not_before)
        )

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the rule's pattern over folded text."""
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        return self._compiled


class Unit(NamedTuple):
    """What a word for a unit means; `number` is 1, 2 or 0 for a plural."""

    grain: str
    number: int


class Grammar:
    """Everything that finding times needs of a language. Built once."""

    def __init__(self, knowledge: Knowledge) -> None:
        language = knowledge.language
        self.numbers: Numbers = knowledge.built(numbers)
        self.months = {fold_text(m.name): m for m in language.months}
        self.weekdays = {fold_text(w.name): w.number for w in language.weekdays}
        self.bare_weekdays = tuple(sorted(fold_text(w.name) for w in language.weekdays if w.bare))
        self.units = {fold_text(u.word): Unit(u.grain, u.count) for u in language.units}
        self.deictics = {fold_text(d.phrase): d.value for d in language.deictics}
        self.words: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for word in language.timewords:
            self.words[word.slot][fold_text(word.word)] = word.value
        self.others = frozenset(w.word for w in language.timewords if w.slot == "other")
        self._frequent = frozenset(self.words["from"])
        self.article, self.to_the = "".join(self.words["article"]), "".join(self.words["to_the"])
        self.swallowed = _swallowed(self.to_the, "".join(self.words["and"])) if self.to_the else None
        self.joiner = next(iter(self.words["and"]), "")
        cues = {fold_text(t.cue): t.tense for t in language.tenses}
        self.future = frozenset(c for c, tense in cues.items() if tense == "future" and not c.endswith("*"))
        self._will = tuple(c[:-1] for c, tense in cues.items() if tense == "future" and c.endswith("*"))
        self._not_will = tuple(c[:-1] for c, tense in cues.items() if tense == "none" and c.endswith("*"))
        self._no_verbs = frozenset(c for c, tense in cues.items() if tense == "none" and not c.endswith("*"))
        self.prefixes = tuple(sorted((fold_text(c.prefix) for c in language.clitics if not c.restores), key=len))
        self._slots = {**_SHAPES, **self._table_slots()}
        self._firsts = self._table_firsts()
        self.rules = tuple(self._compiled(row) for row in language.times)
        self._by_start: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in self.rules:
            for start in dict.fromkeys(s for name in rule.row.starts for s in self._starts(name)):
                self._by_start[start].append(rule)
        self._narrowed = PerWord(self._narrow)
        self.triggers = frozenset(self._by_start) - {"#"}
        self.cuts = PerWord(self._cuts)
        self.tells_future = PerWord(self._tells_future)

    def starting(self, text: str, start: int) -> list[Rule]:
        """Return the rules that may begin with the word or figure at `start`, seeing what comes second."""
        match = _OPENING.match(text, start)
        if match is None:
            return []
        first, second = match.groups()
        if first[0].isdigit():
            return self._narrowed[f"# {'#' if second is None or second.isdigit() else second}"]
        if first in self._frequent:
            return self._narrowed[f"{first} {'#' if second is None or second.isdigit() else second}"]
        return self._by_start.get(first, [])

    def _narrow(self, pair: str) -> list[Rule]:
        first, second = pair.split(" ")
        return [r for r in self._by_start.get(first, []) if not r.next or second in r.next]

    def _cuts(self, word: str) -> tuple[int, ...]:
        """Return before which letters of a word an expression may begin: its first, or the one behind a clitic."""
        found = [0] if word[0].isdigit() or word in self.triggers else []
        if word.startswith(self.prefixes):
            found += [len(p) for p in self.prefixes if word.startswith(p) and word[len(p) :] in self.triggers]
        article = word.find(self.to_the, 0, len(self.to_the) + 1) if self.to_the else -1
        if article >= 0 and self.article + word[article + len(self.to_the) :] in self.triggers:
            found.append(article)
        return tuple(found)

    def _tells_future(self, word: str) -> bool:
        return word in self.future or self.bared(word) in self.future or self.foretells(word)

    def bared(self, word: str) -> str:
        """Return a folded word without an "and" before it."""
        joined = next((a for a in self.words["and"] if word.startswith(a)), "")
        return word.removeprefix(joined)

    def foretells(self, word: str) -> bool:
        """Return whether a folded word has the form of a verb with سـ (سيبحثان)."""
        word = self.bared(word)
        if len(word) < 5 or word in self._no_verbs or not word.startswith(self._will):
            return False
        return not word.startswith(self._not_will)

    def month_phrase(self, text: str) -> tuple[list[int], str]:
        """Return the numbers of the months that `text` names (two when it has a double name) and their calendar."""
        found, calendar, rest = [], "gregorian", re.sub(r"[/()\\–-]", " ", text).split()
        while rest:
            for size in (3, 2, 1):
                month = self.months.get(" ".join(rest[:size]))
                if month and len(rest) >= size:
                    found.append(month.number)
                    calendar = month.calendar
                    break
            rest = rest[size:]
        return found, calendar

    def _compiled(self, row: TimeRule) -> Rule:
        pattern = re.sub(r"\{([a-z_]+)(\d?)\}", self._slot, fold_text(row.pattern).replace("(?p<", "(?P<"))
        pattern = re.sub(r"(?<!\[)(?<!\{0,1\}) (?![{?*+])", " {1,2}", pattern)
        return Rule(row, pattern, frozenset(s for name in row.next for s in self._starts(name)))

    def _slot(self, match: re.Match[str]) -> str:
        name, number = match[1], match[2]
        if name in _PLAIN or name == "ysep":
            return _PLAIN.get(name) or self._slots[name]
        slot = self._slots[name].replace("bracket", f"bracket_{name}{number}")
        return f"(?P<{name}{number}>{slot})"

    def _starts(self, name: str) -> Iterable[str]:
        return self._firsts.get(name, (fold_text(name),))

    def _table_slots(self) -> dict[str, str]:
        number = _any(
            self.numbers.words("unit", "before_ten", "ten", "tens", "hundred", "hundreds", "thousand", "thousands")
        )
        month = _any(self.months) + r"(?!(?<=\d)\d)"  # تشرين 2, as Joomla writes it, and never تشرين 2017
        bare = _any(n for n, m in self.months.items() if m.bare)
        ordinal = _any(self.numbers.words("ordinal"))
        high = _any(self.numbers.words("ordinal_tens"))
        ten = _any(self.numbers.words("ten"))
        slots = {name: _any(words) for name, words in self.words.items()}
        slots["mark"] = _any((*self.words["mark"], *self.words["daypart"]))
        slots["glued"] = "(?:" + "|".join(map(re.escape, self.words["glued"])) + ")"
        slots["zone"] = rf"\(?{slots['zone']}\)?(?:[+-]\d{{1,2}})?"
        slots["year"] = _YEAR + f"(?: ?{_any((*self.words['hijri'], *self.words['gregorian']))})?"
        to, a_year = "|".join(self.words["of"]), "|".join(self.words["yearword"])
        slots["ysep"] = (
            rf" {{0,2}}[،,/.–-]? {{0,2}}(?:(?:{to})? ?(?:{self.article}|{self.article[1:]})?(?:{a_year}) {{1,2}})?"
        )
        and_ = self.joiner
        thousand = _any(self.numbers.words("thousand", "thousands"))
        clocks = {"hour": slots["hour"], "part": slots["part"], "ten": ten}
        clocks |= {"few": _any(self.numbers.words("unit", "ten")), "tens": _any(self.numbers.words("tens"))}
        second = rf"(?:(?P<bracket>) ?[(«] ?| ?[/\\–-] ?| ){month}(?(bracket) ?[)»]?)"  # written once: it is long
        return slots | {
            "month": rf"{month}(?:{second})?",
            "baremonth": rf"{bare}(?: ?[/\\–-] ?{month}| ?\( ?{month} ?\)?)?",
            "twomonths": rf"{month}(?:{second})",
            "weekday": _any(self.weekdays),
            "bareweekday": _any(self.bare_weekdays),
            "ordinal": rf"(?:{ordinal}(?: (?:{ten}|{and_} ?{high}))?|{high})",
            "day": rf"(?:\d{{1,2}}(?!\d|[.,٫٬/]\d)|{ordinal}(?: (?:{ten}|{and_} ?{high}))?|{high})",
            "n": rf"(?:(?<![\d:.,٫٬/])\d{{1,4}}(?!\d|[.,٫٬]\d)|{number}(?:(?: ?{and_} ?| ){number}){{0,3}})",
            "numberwords": rf"{number}(?:(?: ?{and_} ?| ){number}){{0,4}}",
            "unit": _any(self.units),
            "singular": _any(w for w, u in self.units.items() if u.number == 1),
            "dual": _any(w for w, u in self.units.items() if u.number == 2),
            "plural": _any(w for w, u in self.units.items() if u.number == 0),
            "theunit": self.article + _any(self.units),
            "deictic": _any(self.deictics),
            "theseason": self.article + slots["season"],
            "wordyear": rf"{thousand}(?:(?: ?{and_} ?| ){number}){{0,4}}",
            **_clock_slots(clocks, and_),
        }

    def _table_firsts(self) -> dict[str, tuple[str, ...]]:
        cardinal = self.numbers.words(
            "unit", "before_ten", "ten", "tens", "hundred", "hundreds", "thousand", "thousands"
        )
        ordinal = self.numbers.words("ordinal", "ordinal_tens")
        firsts = {name: _heads(words) for name, words in self.words.items()}
        return firsts | {
            "month": _heads(self.months),
            "weekday": _heads(self.weekdays),
            "bareweekday": _heads(self.bare_weekdays),
            "ordinal": ordinal,
            "cardinal": cardinal,
            "day": ("#", *ordinal),
            "n": ("#", *cardinal),
            "digits": ("#",),
            "unit": tuple(self.units),
            "dual": tuple(w for w, u in self.units.items() if u.number == 2),
            "theunit": tuple(self.article + w for w in self.units),
            "deictic": _heads(self.deictics),
            "theseason": tuple(self.article + w for w in firsts["season"]),
        }


def _swallowed(to_the: str, joiners: str) -> re.Pattern[str]:
    """Return the pattern of لل at a word's beginning, behind an "and" or not, with the rest of the word behind it."""
    first, joined = rf"(?<![^\W\d_]{to_the})", rf"(?<=[{joiners}]{to_the})(?<![^\W\d_][{joiners}]{to_the})"
    return re.compile(rf"{to_the}(?:{first}|{joined})(?=[^\W\d_]{{2}})")  # its letters first: they are found fast


def _clock_slots(parts: dict[str, str], and_: str) -> dict[str, str]:
    """An hour in words or figures, and a time of the clock with its part of an hour."""
    hour, few, ten, tens, part = (parts[name] for name in ("hour", "few", "ten", "tens", "part"))
    return {
        "clockhour": rf"(?:{hour}|{few}(?: {ten})?|\d{{1,2}}(?![\d:/]|[.,٫٬]\d))",
        "clocktime": rf"(?:\d{{1,2}}:[0-5]\d(?!\d)|(?:{hour}|{few}(?: {ten})?)(?: ?{and_} ?{part})?"
        rf"(?! (?:{ten}|{and_} ?{tens}))|\d{{1,2}}(?![\d:/]|[.,٫٬]\d))",
    }


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, longest first: a tree of letters, which fails at the first that differs."""
    tree: Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return (_branches(tree) if tree else "(?!)") + _END


def _branches(tree: Tree) -> str:
    arms = [re.escape(letter) + _branches(rest) for letter, rest in sorted(tree.items()) if letter]
    if not arms:
        return ""
    pattern = arms[0] if len(arms) == 1 and "" not in tree else f"(?:{'|'.join(arms)})"
    return f"{pattern}?" if "" in tree else pattern


def _heads(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.split()[0] for p in phrases))


def grammar(knowledge: Knowledge) -> Grammar:
    """Return the grammar of the language: for `Knowledge.built`."""
    return Grammar(knowledge)
