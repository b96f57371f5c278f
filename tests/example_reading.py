"""The dossier of the invented story, looked up by the words of its gold; and what counts as the same."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from takhrij import contract
from takhrij.text import fold_text


class Reading:
    """The dossier of the story, looked up by the gold's words."""

    def __init__(self, dossier: contract.Dossier) -> None:
        self.dossier = dossier
        self.pages = {page.source.removeprefix("pages/"): page for page in dossier.pages}

    def at(self, page: str, row: Any) -> tuple[int, int]:
        """Return where a line's `words`, or its whole quote, stand."""
        start, quote = self.pages[page].text.index(row["quote"]), row["quote"]
        words = row.get("words", quote)
        return start + quote.index(words), start + quote.index(words) + len(words)

    def articles(self, page: str) -> list[contract.ArticleItem]:
        return [a for a in self.dossier.articles if a.page == self.pages[page].id]

    def article(self, page: str, gold: Any) -> contract.ArticleItem:
        found = [a for a in self.articles(page) if fold_text(a.title) == fold_text(gold["title"])]
        assert found, f"no article of that title; there are: {[a.title for a in self.articles(page)]}"
        return found[0]

    def statements(self, page: str, row: Any) -> list[contract.StatementItem]:
        """Return the statements whose content is the line's quote, the closest first."""
        wanted = self.at(page, row)
        near = [s for s in self.dossier.statements if s.page == self.pages[page].id]
        fit = [s for s in near if says((s.content.start, s.content.end), wanted)]
        return sorted(fit, key=lambda s: -shared((s.content.start, s.content.end), wanted))

    def events(self, page: str, row: Any) -> list[contract.EventItem]:
        """Return the events of the line's type that its quote tells, the closest first."""
        start, end = self.at(page, row)
        near = [e for e in self.dossier.events if e.page == self.pages[page].id]
        fit = [
            e
            for e in near
            if e.type in row.get("type", e.type).split(" | ")
            and min(e.end, end) > max(e.start, start)
            and e.end - e.start <= max(300, 4 * (end - start))
        ]
        return sorted(fit, key=lambda e: -shared((e.start, e.end), (start, end)))

    def told(self, page: str, kind: str) -> list[tuple[int, int]]:
        """Return where the contents of the page's statements, or its events, stand."""
        here = self.pages[page].id
        if kind == "statements":
            return [(s.content.start, s.content.end) for s in self.dossier.statements if s.page == here]
        return [(e.start, e.end) for e in self.dossier.events if e.page == here]

    def tellings(self, page: str, quote: str) -> set[str]:
        """Return the ids of the statements and events that tell the fact of a quote."""
        row = {"quote": quote}
        return {s.id for s in self.statements(page, row)} | {e.id for e in self.events(page, row)}

    def claims(self, ids: set[str]) -> list[contract.ClaimItem]:
        return [c for c in self.dossier.claims if ids & {*c.statements, *c.events}]

    def entities(self, page: str, start: int, end: int) -> set[str]:
        """Return the names of the entities that are mentioned inside the characters `start` to `end` of a page."""
        ids = {
            m.entity
            for m in self.dossier.mentions
            if m.page == self.pages[page].id and m.start < end and m.end > start and m.kind in ("person", "office")
        }
        return {e.name for e in self.dossier.entities if e.id in ids}


def shared(got: tuple[int, int], wanted: tuple[int, int]) -> float:
    """Return the share of characters in common, of all that either has."""
    both = max(0, min(got[1], wanted[1]) - max(got[0], wanted[0]))
    return both / (max(got[1], wanted[1]) - min(got[0], wanted[0]))


def says(got: tuple[int, int], wanted: tuple[int, int]) -> bool:
    """Whether a content is the wanted one: half shared, or all of it, flush at one end and not four times as long."""
    size = wanted[1] - wanted[0]
    inside = got[0] <= wanted[0] and wanted[1] <= got[1]
    flush = min(abs(got[0] - wanted[0]), abs(got[1] - wanted[1])) <= 20
    return shared(got, wanted) >= 0.5 or (inside and flush and got[1] - got[0] <= 4 * size)


def words(name: str) -> set[str]:
    return {w.removeprefix("ال") if len(w) > 4 else w for w in fold_text(name).replace("،", " ").split()}


def same(got: str, wanted: str) -> bool:
    """Whether a name is one of the wanted wordings, with at most two more words (an outlet's kind, a nationality)."""
    mine = words(got)
    return any(words(name) <= mine and len(mine) <= len(words(name)) + 2 for name in wanted.split(" | "))


def days(value: str) -> tuple[date, date]:
    """Return the first and last day of an ISO day, month or year."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    first = date(parts[0], parts[1] if len(parts) == 2 else 1, 1)
    months = 1 if len(parts) == 2 else 12
    after = date(first.year + (first.month + months - 1) // 12, (first.month + months - 1) % 12 + 1, 1)
    return first, after - timedelta(days=1)


def dated(when: contract.Days | None, wanted: str, slack: int = 0) -> bool:
    """Whether `when` holds the wanted days and, but for `slack` days on both sides, no others."""
    if when is None:
        return False
    first, last = days(wanted)
    low, high = date.fromisoformat(when.first), date.fromisoformat(when.last)
    more = timedelta(days=slack)
    return first - more <= low <= first and last <= high <= last + more


MUTUAL = {"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "OTHER"}
"""Classes in which both sides take part, so that either may be called the actor."""


def sides(event: contract.EventItem, gold: Any) -> list[str]:
    """Return those of the gold's names whom the event has on the right side."""
    both = [*event.actors, *event.targets]
    mutual = gold["type"].split(" | ")[0] in MUTUAL
    found = []
    for side, names in (("actors", event.actors), ("targets", event.targets)):
        found += [w for w in gold.get(side, ()) if any(same(n, w) for n in (both if mutual else names))]
    return found
