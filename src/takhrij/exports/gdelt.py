"""Events as a table with the 58 columns of GDELT 1.0 and, behind them, what only takhrij tells: status, grain, spans.

Tab-separated UTF-8 with a line of names first. An event has a row for every pair of an actor and a target. Codes are
CAMEO's of the class ("not specified below"), since PLOVER's classes were made from them; columns that nothing tells
are empty. A date is written only as finely as it is known: a month fills MonthYear and leaves SQLDATE empty.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Final

from takhrij.contract import Dossier, EventItem, PartyItem
from takhrij.exports._coded import CLASSES, Coded, coded, country, size

NAME = "events.gdelt.tsv"

_ACTOR: Final = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
_GEO: Final = ["Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID"]
COLUMNS: Final = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor1{part}" for part in _ACTOR),
    *(f"Actor2{part}" for part in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
"""GDELT 1.0's columns in their order."""
MORE: Final = (
    *("TakhrijId", "PloverClass", "Mode", "Status", "DateFirst", "DateLast", "DateGrain"),
    *("PageId", "EventStart", "EventEnd", "TriggerStart", "TriggerEnd", "DateStart", "DateEnd"),
    *(
        "Actor1Start",
        "Actor1End",
        "Actor2Start",
        "Actor2End",
        "StatementId",
        "Killed",
        "Wounded",
        "Held",
        "EventText",
    ),
)
"""What only takhrij tells. Starts and ends count code points of the page's text in `dossier.json`."""
_ROOTS: Final = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08",
    "RETREAT": "08", "REQUEST": "10", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14",
    "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip
"""CAMEO's two-digit code that a class was made from; see also `_FOUGHT`."""
_FOUGHT: Final = frozenset({"", "heavy weapons", "aerial", "firearms", "drone"})
"""Modes of ASSAULT that CAMEO calls fight (19) and not assault (18)."""
_TYPES: Final = {"JRN": "MED", "MED": "HLH", "PRM": "MIL"}
"""Sectors that CAMEO spells in another way."""
_DAYS: Final = 365.25


def write(dossier: Dossier) -> bytes:
    """Return the table; the same dossier gives the same bytes."""
    lines = ["\t".join((*COLUMNS, *MORE))]
    lines += ["\t".join(map(_clean, row)) for item in coded(dossier) for row in _rows(item)]
    return ("\n".join(lines) + "\n").encode()


def _rows(item: Coded) -> Iterator[list[str]]:
    actors: list[PartyItem | None] = [*item.event.actor_details] or [None]
    targets: list[PartyItem | None] = [*item.event.target_details] or [None]
    for number, (actor, target) in enumerate(product(actors, targets)):
        made = _common(item, number) | _side("Actor1", actor) | _side("Actor2", target)
        yield [made.get(column, "") for column in (*COLUMNS, *MORE)]


def _common(item: Coded, number: int) -> dict[str, str]:
    event = item.event
    fought = event.type == "ASSAULT" and event.mode in _FOUGHT
    root = "19" if fought else _ROOTS[event.type]
    made = {
        "GLOBALEVENTID": str(int.from_bytes(hashlib.sha256(f"{event.id} {number}".encode()).digest()[:7], "big")),
        "IsRootEvent": str(int(not event.passing)),
        "EventCode": f"{root}0",
        "EventBaseCode": f"{root}0",
        "EventRootCode": root,
        "QuadClass": str(CLASSES[event.type]),
        "NumMentions": str(item.told),
        "NumSources": str(item.origins),
        "NumArticles": str(item.articles),
        "ActionGeo_FullName": event.place or "",
        "DATEADDED": item.published.replace("-", ""),
        "SOURCEURL": item.page.url or item.page.source,
        "TakhrijId": event.id,
        "PloverClass": event.type,
        "Mode": event.mode,
        "Status": event.status,
        "PageId": event.page,
        "EventStart": str(event.start),
        "EventEnd": str(event.end),
        "TriggerStart": str(item.trigger.start),
        "TriggerEnd": str(item.trigger.end),
        "DateStart": str(item.time.start) if item.time else "",
        "DateEnd": str(item.time.end) if item.time else "",
        "StatementId": event.statement or "",
        "EventText": item.words,
    }
    for column, of in (("Killed", "killed"), ("Wounded", "wounded"), ("Held", "held")):
        count = size(event, of)
        made[column] = f"{count.value:g}" if count else ""
    return made | _dates(event)


def _dates(event: EventItem) -> dict[str, str]:
    if event.when is None:
        return {}
    first, last = date.fromisoformat(event.when.first), date.fromisoformat(event.when.last)
    made = {"DateFirst": event.when.first, "DateLast": event.when.last, "DateGrain": event.when.grain}
    if first.year == last.year:
        made["Year"] = f"{first:%Y}"
    if (first.year, first.month) == (last.year, last.month):
        made["MonthYear"] = f"{first:%Y%m}"
    if first == last:
        made["SQLDATE"] = f"{first:%Y%m%d}"
        made["FractionDate"] = f"{first.year + (first.timetuple().tm_yday - 1) / _DAYS:.4f}"
    return made


def _side(who: str, party: PartyItem | None) -> dict[str, str]:
    if party is None:
        return {}
    sector = _TYPES.get(party.sector, party.sector)
    return {
        f"{who}Code": country(party) + sector,
        f"{who}Name": party.name,
        f"{who}CountryCode": country(party),
        f"{who}Type1Code": sector,
        f"{who}Start": str(party.span.start) if party.span else "",
        f"{who}End": str(party.span.end) if party.span else "",
    }


def _clean(cell: str) -> str:
    """Return a cell without what would begin another one: tabs and line ends become blanks."""
    return " ".join(cell.split())
