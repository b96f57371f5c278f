"""What changed from run to run: the alert that a desk reads each morning."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, Literal, NamedTuple

import msgspec

from takhrij.contract import Dossier
from takhrij.errors import CaseError
from takhrij.store.rows import Row

Kind = Literal["page", "date", "claim", "origins", "conflict", "gone"]
"""A new page; an article's other date; a new claim; a claim's other origins or sources; a conflict; a lost claim."""


_READ: Final = "readings WHERE digest != ''"
"""The pages that the last update told of; what others say is news once an update has linked them."""


class Change(NamedTuple):
    """One thing that a run changed. `ref` is the id of a page, article or claim; `label` is words of a page."""

    run: int
    at: str
    kind: Kind
    ref: str
    label: str
    before: str
    after: str


class Run(NamedTuple):
    """An update that changed something: its number and when it began."""

    run: int
    at: str


class _Claim(NamedTuple):
    label: str
    origins: list[str]
    sources: list[str]

    @property
    def told(self) -> str:
        return f"{_counted(self.origins, 'origin')}; {_counted(self.sources, 'source')}"


def note(database: sqlite3.Connection, dossier: Dossier, whole: Mapping[str, list[Row]], run: int) -> None:
    """Note what `dossier`, with its rows `whole`, says otherwise than the tables do, before they are written anew.

    What a desk has to look at first comes first: conflicts, other dates and origins, then new claims, those of most
    origins first, at last the pages.
    """
    found = [*_conflicts(database, dossier, whole), *_dates(database, dossier)]
    found += [*_claims(database, dossier, whole["claims"]), *_of_pages(database, dossier)]
    database.executemany(
        "INSERT INTO changes (run, kind, ref, label, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        [(run, *change) for change in found],
    )


def since(database: sqlite3.Connection, when: str) -> list[Change]:
    """Return the changes of the runs after run number `when`, or on and after the day `when`, in their order.

    Raises:
        CaseError: where `when` is neither a run nor a day.
    """
    value: str | int = when
    if when.isdecimal() and len(when) < len(str(2**63)):  # what SQLite can compare
        condition, value = "runs.id > ?", int(when)
    elif _is_day(when):
        condition = "runs.at >= ?"
    else:
        raise CaseError(f"{when} is neither a run nor a day", cure="Give a number, or a day as 2025-02-19.")
    query = (
        "SELECT run, at, kind, ref, label, before, after FROM changes JOIN runs ON runs.id = run"
        f" WHERE {condition} ORDER BY changes.id"
    )
    return [Change(*row) for row in database.execute(query, (value,))]


def runs(database: sqlite3.Connection, most: int) -> list[Run]:
    """Return the updates that changed something, the last first, at most so many."""
    query = "SELECT id, at FROM runs WHERE id IN (SELECT run FROM changes) ORDER BY id DESC LIMIT ?"
    return [Run(*row) for row in database.execute(query, (most,))]


def _is_day(when: str) -> bool:
    try:
        datetime.fromisoformat(when)
    except ValueError:
        return False
    return when[4:5] == "-"


_Noted = tuple[Kind, str, str, str, str]


def _of_pages(database: sqlite3.Connection, dossier: Dossier) -> list[_Noted]:
    known = {page for (page,) in database.execute(f"SELECT page FROM {_READ}")}
    titles: dict[str, str] = {}
    for article in dossier.articles:
        titles.setdefault(article.page, article.title)
    return [("page", p.id, titles.get(p.id, ""), "", p.source) for p in dossier.pages if p.id not in known]


def _dates(database: sqlite3.Connection, dossier: Dossier) -> list[_Noted]:
    known = {
        row[0]: (row[1], row[2])
        for row in database.execute(f"SELECT id, first, last FROM articles WHERE page IN (SELECT page FROM {_READ})")
    }
    found: list[_Noted] = []
    for article in dossier.articles:
        best = article.published[0] if article.published else None
        days = (best.first, best.last) if best else (None, None)
        if article.id in known and known[article.id] != days:
            found.append(("date", article.id, article.title, _interval(*known[article.id]), _interval(*days)))
    return found


def _claims(database: sqlite3.Connection, dossier: Dossier, made: Iterable[Row]) -> list[_Noted]:
    """A claim whose id is new is the old one that its tellings belonged to, if there was one.

    What only statements tell that are new claims themselves is no news beside them, nor is another spelling of an
    origin's or a source's name: what else pages call it decides under which of its names it stands.
    """
    known = {row[0]: _claim(row[1], row[2]) for row in database.execute("SELECT id, words, item FROM claims")}
    one = _names(dossier)
    of_telling = dict(database.execute("SELECT telling, claim FROM tellings"))
    labels = {row["id"]: str(row["words"]) for row in made}
    said = {event.id: event.statement for event in dossier.events}
    now = {telling: claim.id for claim in dossier.claims for telling in (*claim.statements, *claim.events)}
    other: list[_Noted] = []
    new: dict[str, tuple[int, _Noted]] = {}
    met: set[str] = set()
    for claim in dossier.claims:
        olds = {of_telling[t] for t in (*claim.statements, *claim.events) if t in of_telling}
        met |= olds
        old = known.get(claim.id) or next((known[o] for o in sorted(olds) if o in known), None)
        told = _Claim(labels[claim.id], claim.origins, claim.sources)
        if old is None:
            new[claim.id] = -len(claim.origins), ("claim", claim.id, told.label, "", told.told)
        elif _who(old, one) != _who(told, one):
            other.append(("origins", claim.id, told.label, old.told, told.told))
    for claim in dossier.claims:
        if not claim.statements and all(now.get(said[event] or "") in new for event in claim.events):
            new.pop(claim.id, None)
    found = [*other, *(noted for _, noted in sorted(new.values(), key=lambda item: item[0]))]
    kept = met.union(claim.id for claim in dossier.claims)
    found += [("gone", i, c.label, c.told, "") for i, c in sorted(known.items()) if i not in kept]
    return found


def _conflicts(database: sqlite3.Connection, dossier: Dossier, whole: Mapping[str, list[Row]]) -> list[_Noted]:
    """Both sides are told with who says it (the last speakers, else the origins), behind what it is about.

    A number says nothing of that by itself; a side that is a claim's own words does.
    """
    labels = {row["id"]: str(row["words"]) for row in whole["claims"]}
    who = {claim.id: ", ".join(claim.sources or claim.origins) for claim in dossier.claims}
    known = {
        tuple(row)
        for row in database.execute("SELECT left_claim, right_claim, about, left_words, right_words FROM conflicts")
    }
    found: list[_Noted] = []
    for row in whole["conflicts"]:
        key = tuple(row[name] for name in ("left_claim", "right_claim", "about", "left_words", "right_words"))
        if key not in known:
            left, right = (f"{row[f'{side}_words']} ({who[str(row[f'{side}_claim'])]})" for side in ("left", "right"))
            subject = labels.get(row["left_claim"], "")
            words = f"{left} ≠ {right}" if str(row["left_words"]) in (subject, "") else f"{subject}: {left} ≠ {right}"
            found.append(("conflict", str(row["left_claim"]), str(row["about"]), "", words))
    return found


def _claim(label: str, item: str) -> _Claim:
    claim = msgspec.json.decode(item)
    return _Claim(label, claim["origins"], claim["sources"])


def _names(dossier: Dossier) -> dict[str, str]:
    """Return one id for every name that only one of those who speak and publish has."""
    bearers: dict[str, set[str]] = {}
    for entity in dossier.entities:
        for name in (entity.name, *entity.names):
            bearers.setdefault(name, set()).add(entity.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}


def _who(claim: _Claim, one: Mapping[str, str]) -> tuple[list[str], ...]:
    return tuple(sorted(one.get(name, name) for name in names) for names in (claim.origins, claim.sources))


def _counted(names: list[str], what: str) -> str:
    """Return how many there are, and their names."""
    if not names:
        return f"no named {what}"
    return f"{len(names)} {what}{'s' if len(names) > 1 else ''}: {', '.join(names)}"


def _interval(first: str | None, last: str | None) -> str:
    return "" if first is None else first if first == last else f"{first}/{last}"
