"""The dossier as Markdown to read and paste: the time line, claims with tellings and chains, the conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from takhrij.contract import ClaimItem, Dossier, EventItem, StatementItem
from takhrij.exports._sheets import chain, line

NAME = "dossier.md"
_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>#+!|~&-])")


def write(dossier: Dossier) -> bytes:
    """Return the document in UTF-8; words of pages are escaped, so that none is taken for markup."""
    return ("\n".join(_lines(dossier)) + "\n").encode()


def _lines(dossier: Dossier) -> Iterator[str]:
    told: dict[str, StatementItem | EventItem] = {s.id: s for s in dossier.statements}
    told.update((event.id, event) for event in dossier.events)
    text = {page.id: page.text for page in dossier.pages}
    claims = {claim.id: claim for claim in dossier.claims}
    articles = {article.id: article for article in dossier.articles}
    yield "# تخريج"
    yield ""
    yield f"{len(dossier.pages)} pages, {len(dossier.articles)} articles, {len(dossier.statements)} statements, "
    yield f"{len(dossier.events)} events, {len(dossier.claims)} claims, {len(dossier.failures)} failures."
    for entry in dossier.timeline:
        yield ""
        when = entry.when.first if entry.when.first == entry.when.last else f"{entry.when.first} – {entry.when.last}"
        yield f"## {when}: {_plain(entry.label)}"
        for claim in (claims[c] for c in entry.claims if c in claims):
            yield from _claim(claim)
            for telling in (told[t] for t in (*claim.statements, *claim.events)):
                start, end = (
                    (telling.content.start, telling.content.end)
                    if isinstance(telling, StatementItem)
                    else (telling.start, telling.end)
                )
                article = articles[telling.article]
                who = chain(telling.chain) if isinstance(telling, StatementItem) else article.outlet or "?"
                yield f"- {_plain(who)}: «{_plain(text[telling.page][start:end])}» ({telling.page}, {start}–{end})"
    if dossier.conflicts:
        yield ""
        yield "## ≠"
        yield ""
        for conflict in dossier.conflicts:
            left, right = (_plain(text[s.page][s.start : s.end]) for s in conflict.spans)
            yield f"- {conflict.about}: «{left}» ≠ «{right}»"


def _claim(claim: ClaimItem) -> Iterator[str]:
    yield ""
    yield f"origins ({len(claim.origins)}): {_plain(', '.join(claim.origins))}; "
    yield f"sources ({len(claim.sources)}): {_plain(', '.join(claim.sources))}"
    yield ""


def _plain(words: str) -> str:
    return _MARKS.sub(r"\\\1", line(words))
