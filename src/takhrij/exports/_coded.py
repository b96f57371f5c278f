"""What the exports of events share: an event with all that a record of it asks for, found once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from takhrij.contract import (
    ArticleItem,
    ClaimItem,
    CountItem,
    Dossier,
    EventItem,
    PageItem,
    PartyItem,
    Place,
    TimeItem,
)
from takhrij.exports._countries import ALPHA3

CLASSES: Final = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""PLOVER's classes and their quad codes: verbal and material co-operation, verbal and material conflict."""
MODES: Final = frozenset(
    {
        "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm", "ceasefire", "access",
        "resign", "assist", "change", "yield", "meet", "disapprove", "investigate", "allege", "demo", "riot",
        "strike", "hunger", "boycott", "obstruct", "vandalize", "convict", "expel", "discontinue", "troops",
        "weapons", "police", "militia", "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport",
        "withhold", "misinformation", "cyber", "abduct", "beat", "torture", "sexual", "targeted", "destroy",
        "primitive", "firearms", "explosives", "suicide-attack", "heavy weapons", "aerial", "drone",
    }
)  # fmt: skip
"""Modes of the manual; the program tells some more, which only its own fields hold."""
_HISTORICAL: Final = 365
"""Days between a happening and the article from which it is history, and no news."""
_DONE: Final = ("AGREE", "CONCEDE", "REQUEST", "THREATEN")
"""Classes that are about what is to come: their records do not say "future" or "hypothetical" again."""


class Coded(NamedTuple):
    """One event of PLOVER's classes; `said_by` is how many tellings, origins and articles its claim has."""

    event: EventItem
    page: PageItem
    article: ArticleItem | None
    trigger: Place
    time: TimeItem | None
    claim: ClaimItem | None
    told: int
    origins: int
    articles: int

    @property
    def words(self) -> str:
        """The words of the page that tell it."""
        return self.page.text[self.event.start : self.event.end]

    @property
    def published(self) -> str:
        """The first day on which its article may have been published, empty if unknown."""
        return self.article.published[0].first if self.article and self.article.published else ""


def coded(dossier: Dossier) -> Iterator[Coded]:
    """Yield the events of PLOVER's classes in the order of the dossier; OTHER is none."""
    pages = {page.id: page for page in dossier.pages}
    articles = {article.id: article for article in dossier.articles}
    times = {time.id: time for time in dossier.times}
    article_of = {s.id: s.article for s in dossier.statements} | {e.id: e.article for e in dossier.events}
    claims: defaultdict[str, list[ClaimItem]] = defaultdict(list)
    for claim in dossier.claims:
        for telling in claim.events:
            claims[telling].append(claim)
    for event in dossier.events:
        if event.type not in CLASSES:
            continue
        held = claims.get(event.id)
        found = held[0] if held else None
        tellings = [*found.statements, *found.events] if found else [event.id]
        where = [place for reason in event.why for place in reason.rests_on]
        yield Coded(
            event=event,
            page=pages[event.page],
            article=articles.get(event.article),
            trigger=where[0] if where else Place(page=event.page, start=event.start, end=event.end),
            time=times.get(event.time or ""),
            claim=found,
            told=len(tellings),
            origins=len(found.origins) if found else 1,
            articles=len({article_of[t] for t in tellings if t in article_of}),
        )


def contexts(item: Coded) -> list[str]:
    """Return PLOVER's auxiliary contexts: negation, future, hypothetical, historical."""
    event, found = item.event, []
    if event.status == "denied":
        found.append("negation")
    if event.status in ("planned", "offered") and event.type not in _DONE:
        found.append("future")
    if event.status == "demanded" and event.type not in _DONE:
        found.append("hypothetical")
    if event.when and item.published:
        apart = date.fromisoformat(item.published) - date.fromisoformat(event.when.last)
        if apart.days > _HISTORICAL:
            found.append("historical")
    return found


def country(party: PartyItem) -> str:
    """Return the code of three letters of a side's state, empty where nothing tells it."""
    return ALPHA3.get(party.state, "")


def size(event: EventItem, of: str) -> CountItem | None:
    """Return the first number of killed, wounded or held that the event tells."""
    return next((count for count in event.counts if count.of == of), None)
