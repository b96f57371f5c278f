"""Says why something was inferred in the reader's language: rules and the forms of their notes are in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from takhrij.contract import Reason

RULED: Final = "a person's ruling"
READ: Final = "what the rules read"
_TABLE: Final = Path(__file__).parent / "templates" / "reasons.json"
_DAY: Final = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?:T[\d:.]{5,12}Z?)?")
_ISOLATED: Final = "\u2066\\1\u2069"
"""A date is written from left to right also in Arabic words; of a moment the day is enough."""
_SLOT: Final = re.compile(r"\{(act )?(\d)\}")


class Note(msgspec.Struct, frozen=True):
    """A form of note, and how it is said; without `en` it is so already. `more`: its first part is a note again."""

    note: str
    ar: str
    en: str | None = None
    more: bool = False


class Table(msgspec.Struct, frozen=True):
    """How rules and notes are said in each language."""

    rules: dict[str, dict[str, str]]
    notes: list[Note]


class Said(msgspec.Struct, frozen=True):
    """A reason in words: the rule's, and its note's. `person`: somebody ruled so."""

    rule: str
    note: str
    person: bool = False


class Reasons:
    """Says reasons in one language; `words` are the interface's, for acts."""

    def __init__(self, language: str, words: Mapping[str, str]) -> None:
        table = msgspec.json.decode(_TABLE.read_bytes(), type=Table)
        self._rules = {rule: told[language] for rule, told in table.rules.items()}
        self._notes = [(re.compile(n.note), n.ar if language == "ar" else n.en, n.more) for n in table.notes]
        self._words = words
        self._between = "؛ " if language == "ar" else "; "

    def said(self, why: Reason) -> Said:
        """Return a reason in words; a rule that the table does not know keeps its name."""
        person = why.rule == RULED
        note = _DAY.sub(_ISOLATED, why.note) if person or why.rule == READ else self.note(why.note)
        return Said(self._rules.get(why.rule, why.rule), note, person)

    def all(self, whys: Iterable[Reason]) -> list[Said]:
        """Return reasons in words, each once."""
        return list(dict.fromkeys(map(self.said, whys)))

    def ruled(self, whys: Iterable[Reason]) -> list[Said]:
        """Return what people ruled, and what the program read instead; nothing where nobody ruled."""
        found = [why for why in whys if why.rule in (RULED, READ)]
        return self.all(found) if any(why.rule == RULED for why in found) else []

    def note(self, note: str) -> str:
        """Return a note in words, part by part; a part of no known form stays as it is."""
        whole = self._one(note)
        parts = [whole] if whole is not None else list(self._parts(note))
        return _DAY.sub(_ISOLATED, self._between.join(filter(None, parts)))

    def _parts(self, note: str) -> Iterator[str]:
        for part in note.split("; "):
            said = self._one(part)
            yield part if said is None else said

    def _one(self, part: str) -> str | None:
        for form, told, more in self._notes:
            if match := form.fullmatch(part):
                if told is None:
                    return part
                groups = [self.note(group) if more else group for group in match.groups("")]
                return self._filled(told, groups)
        return None

    def _filled(self, told: str, groups: list[str]) -> str:
        def filled(slot: re.Match[str]) -> str:
            value = groups[int(slot[2])]
            if not slot[1]:
                return value
            return self._words.get(f"act.{value}") or self._words.get(f"status.{value}", value)

        return _SLOT.sub(filled, told)
