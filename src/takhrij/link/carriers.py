"""Through whom an article has what somebody says in it, where a statement of his beside it names the outlet.

"Lavrov told Interfax that ... He added that ...": only one of the two statements names whom the article has it from.
Nor does "the source added" name the agency that was quoted before.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from takhrij.link.order import house, one_house
from takhrij.records import Analysis, Article, Hop, Links, Statement
from takhrij.text import fold_text

_AFTER: Final = 1000
_BEFORE: Final = 300
"""Characters behind the statement that names the outlet, and before it, within which the same speaker's other words
came through it too: some four sentences, and one. Of twenty short articles of unlabelled pages that name one outlet,
what others than that speaker say came through it in half only."""

_THE_SOURCE: Final = ("المصدر", "المصادر")
"""How whoever was quoted before is pointed back at."""


def carriers(analysis: Analysis, links: Links) -> dict[str, str]:
    """Return by statement the outlet that a statement of the same speaker names, where it names none itself.

    Only in articles that own to nobody and in which one outlet alone is named, not their own.
    """
    told: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in analysis.statements:
        told[statement.article].append(statement)
    articles = {article.id: article for article in analysis.articles}
    found: dict[str, str] = {}
    for name, statements in told.items():
        outlet = _sole(articles[name], statements, links)
        carried = [s for s in statements if outlet and _through(s)]
        for statement in statements if carried else ():
            if not _through(statement) and any(_beside(statement, other, links) for other in carried):
                found[statement.id] = outlet
    return found


def _through(statement: Statement) -> bool:
    """Whether somebody else than the article's outlet carried a statement."""
    return any(hop.kind == "outlet" for hop in statement.hops)


def _sole(article: Article, statements: list[Statement], links: Links) -> str:
    """Return the one outlet that carries statements of an article, by its house's name.

    Empty where none or several do, where others may, and for one of no known house.
    """
    if article.id in links.origin_of or any(hop.kind in ("outlet", "unnamed") for hop in article.credits):
        return ""
    names = {hop.name for s in statements for hop in s.hops if hop.kind == "outlet" and hop.name}
    houses = {house(name, links) for name in names}
    if len(houses) != 1 or one_house(min(houses), house(article.outlet, links)):
        return ""
    return next((links.families[name] for name in map(fold_text, sorted(names)) if name in links.families), "")


def _beside(statement: Statement, other: Statement, links: Links) -> bool:
    one, two = statement.speaker, other.speaker
    if _pointed_at(one) and two.kind in ("outlet", "unnamed"):
        return 0 <= statement.content.start - other.content.end <= _AFTER
    keys = [links.holder_of.get(h.mention) or links.entity_of.get(h.mention) for h in (one, two)]
    if one.kind in ("outlet", "unnamed") or not (keys[0] and keys[0] == keys[1]):
        return False
    before, after = statement.content, other.content
    if before.start < after.start:
        return after.start - before.end <= _BEFORE
    return before.start - after.end <= _AFTER


def _pointed_at(speaker: Hop) -> bool:
    """Whether a speaker is only pointed back at: the source, who was quoted before."""
    return speaker.kind == "unnamed" and speaker.name in _THE_SOURCE
