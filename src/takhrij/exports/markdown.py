"""The dossier as Markdown to read and paste: the time line, claims with tellings and chains, the conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from takhrij.contract import ClaimItem, Dossier, EventItem, StatementItem
from takhrij.exports._sheets import chain, line

NAME = "dossier.md"
LANGUAGES: Final = ("en", "ar")
"""The languages of headings and labels; the words of pages stay as they are."""
_WORDS: Final = {
    "en": {
        "title": "A dossier",
        "pages": "Pages",
        "articles": "Articles",
        "statements": "Statements",
        "events": "Events",
        "claims": "Claims",
        "failures": "Failures",
        "origins": "Origins",
        "sources": "Sources",
        "conflicts": "Conflicts",
    },
    "ar": {
        "title": "ملف",
        "pages": "الصفحات",
        "articles": "المقالات",
        "statements": "الأقوال",
        "events": "الأحداث",
        "claims": "الادعاءات",
        "failures": "ما تعذّرت قراءته",
        "origins": "الأصول المستقلة",
        "sources": "القائلون",
        "conflicts": "الخلافات",
        "number": "العدد",
        "date": "التاريخ",
        "actor": "الفاعل",
        "place": "المكان",
        "status": "هل وقع",
        "stance": "الموقف",
    },
}
_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>#+!|~&-])")


def write(dossier: Dossier, language: str = LANGUAGES[0]) -> bytes:
    """Return the document in UTF-8, with headings in one of `LANGUAGES`.

    Words of pages are escaped, so that none is taken for markup.
    """
    return ("\n".join(_lines(dossier, _WORDS[language])) + "\n").encode()


def _lines(dossier: Dossier, words: Mapping[str, str]) -> Iterator[str]:
    told: dict[str, StatementItem | EventItem] = {s.id: s for s in dossier.statements}
    told.update((event.id, event) for event in dossier.events)
    text = {page.id: page.text for page in dossier.pages}
    claims = {claim.id: claim for claim in dossier.claims}
    articles = {article.id: article for article in dossier.articles}
    yield f"# {words['title']}"
    yield ""
    counted = ("pages", "articles", "statements", "events", "claims", "failures")
    yield " · ".join(f"{words[name]}: {len(getattr(dossier, name))}" for name in counted)
    for entry in dossier.timeline:
        yield ""
        when = entry.when.first if entry.when.first == entry.when.last else f"{entry.when.first} – {entry.when.last}"
        yield f"## {when}: {_plain(entry.label)}"
        for claim in (claims[c] for c in entry.claims if c in claims):
            yield from _claim(claim, words)
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
        yield f"## {words['conflicts']}"
        yield ""
        for conflict in dossier.conflicts:
            left, right = (_plain(text[s.page][s.start : s.end]) for s in conflict.spans)
            yield f"- {words.get(conflict.about, conflict.about)}: «{left}» ≠ «{right}»"


def _claim(claim: ClaimItem, words: Mapping[str, str]) -> Iterator[str]:
    """Yield how many origins and sources a claim has, and their names."""
    sides = (("origins", claim.origins), ("sources", claim.sources))
    yield ""
    yield " · ".join(f"{words[side]} ({len(names)}): {_plain('، '.join(names)) or '—'}" for side, names in sides)
    yield ""


def _plain(words: str) -> str:
    return _MARKS.sub(r"\\\1", line(words))
