"""What changed from run to run: the alert that a desk reads each morning."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
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


class _Claim(NamedTuple):
    label: str
    told: str


def note(database: sqlite3.Connection, dossier: Dossier, whole: Mapping[str, list[Row]], run: int) -> None:
    """Note what `dossier`, with its rows `whole`, says otherwise than the tables do, before they are written anew.

    What a desk has to look at first comes first: conflicts, other dates and origins, then new claims, those of most
    origins first, at last the pages.
    """
    found = [*_conflicts(database, dossier, whole["conflicts"]), *_dates(database, dossier)]
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
    elif len(when) >= 10 and when[:4].isdecimal() and when[4] == "-":
        condition = "runs.at >= ?"
    else:
        raise CaseError(f"{when} is neither a run nor a day", cure="Give a number, or a day as 2025-02-19.")
    query = (
        "SELECT run, at, kind, ref, label, before, after FROM changes JOIN runs ON runs.id = run"
        f" WHERE {condition} ORDER BY changes.id"
    )
    return [Change(*row) for row in database.execute(query, (value,))]


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

    What only statements tell that are new claims themselves is no news beside them.
    """
    known = {row[0]: _Claim(row[1], _told(row[2])) for row in database.execute("SELECT id, words, item FROM claims")}
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
        told = _origins(claim.origins, claim.sources)
        if old is None:
            new[claim.id] = -len(claim.origins), ("claim", claim.id, labels[claim.id], "", told)
        elif old.told != told:
            other.append(("origins", claim.id, labels[claim.id], old.told, told))
    for claim in dossier.claims:
        if not claim.statements and all(now.get(said[event] or "") in new for event in claim.events):
            new.pop(claim.id, None)
    found = [*other, *(noted for _, noted in sorted(new.values(), key=lambda item: item[0]))]
    kept = met.union(claim.id for claim in dossier.claims)
    found += [("gone", i, c.label, c.told, "") for i, c in sorted(known.items()) if i not in kept]
    return found


def _conflicts(database: sqlite3.Connection, dossier: Dossier, made: Iterable[Row]) -> list[_Noted]:
    """Both sides are told with who says it: the last speakers, else the origins."""
    who = {claim.id: ", ".join(claim.sources or claim.origins) for claim in dossier.claims}
    known = {
        tuple(row)
        for row in database.execute("SELECT left_claim, right_claim, about, left_words, right_words FROM conflicts")
    }
    found: list[_Noted] = []
    for row in made:
        key = tuple(row[name] for name in ("left_claim", "right_claim", "about", "left_words", "right_words"))
        if key not in known:
            left, right = (f"{row[f'{side}_words']} ({who[str(row[f'{side}_claim'])]})" for side in ("left", "right"))
            words = f"{left} ≠ {right}"
            found.append(("conflict", str(row["left_claim"]), str(row["about"]), "", words))
    return found


def _told(item: str) -> str:
    claim = msgspec.json.decode(item)
    return _origins(claim["origins"], claim["sources"])


def _origins(origins: list[str], sources: list[str]) -> str:
    return f"{_counted(origins, 'origin')}; {_counted(sources, 'source')}"


def _counted(names: list[str], what: str) -> str:
    """Return how many there are, and their names."""
    if not names:
        return f"no named {what}"
    return f"{len(names)} {what}{'s' if len(names) > 1 else ''}: {', '.join(names)}"


def _interval(first: str | None, last: str | None) -> str:
    return "" if first is None else first if first == last else f"{first}/{last}"
