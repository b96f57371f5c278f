"""Which of two articles had something first, and whose words an article carries: by dates, credits and agencies.

Runs once all articles are dated that can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.knowledge import Knowledge
from takhrij.link.keys import Key
from takhrij.records import Analysis, Article, Copy, Links, Span, Why
from takhrij.text import fold_text, fold_words

_AT_ODDS: Final = "unknown: the page that names the other in the passage seems to have had it first"


def agencies(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded names of the houses that write for others to print."""
    houses = {outlet.family or outlet.name for outlet in knowledge.world.outlets if outlet.kind == "agency"}
    return frozenset(" ".join(fold_words(name)) for name in houses)


def homes(knowledge: Knowledge) -> dict[str, str]:
    """Return the state that each of these houses is at home in, by its folded name."""
    rows = [outlet for outlet in knowledge.world.outlets if outlet.kind == "agency" and outlet.country]
    return {" ".join(fold_words(outlet.family or outlet.name)): outlet.country for outlet in rows}


class Carrying(NamedTuple):
    """An article, and where its sentences name an outlet as whom they have something from."""

    article: Article
    carried: tuple[tuple[Span, str], ...]


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:  # noqa: ARG001 (every stage has this form)
    """Yield every article with what its sentences carry under its own id."""
    carried: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for statement in analysis.statements:
        for hop in statement.hops:
            if hop.kind == "outlet":
                carried[statement.article].append((statement.content, hop.name))
    return (Key(article.id, Carrying(article, tuple(carried[article.id]))) for article in analysis.articles)


def join(value: str, members: Sequence[Carrying]) -> Iterable[Carrying]:  # noqa: ARG001 (as above)
    """Yield the article."""
    return members[:1]


def gather(found: Sequence[Carrying], links: Links) -> Links:
    """Say of every copy which page had it first, as far as anything tells."""
    on_page: defaultdict[str, list[Carrying]] = defaultdict(list)
    for carrying in found:
        on_page[carrying.article.span.page].append(carrying)
    return replace(links, copies=tuple(_ordered(copy, on_page, links) for copy in links.copies))


def _ordered(copy: Copy, on_page: dict[str, list[Carrying]], links: Links) -> Copy:
    left, right = (_holder(side, on_page) for side in (copy.left, copy.right))
    if not left or not right:
        return copy
    order, reason = earlier(left.article, right.article, links)
    cited = _cites(left, copy.left, right.article, links) - _cites(right, copy.right, left.article, links)
    if cited and cited != order:  # whoever is named in the passage itself had it before the one who names him
        order, reason = (cited, "named by the other in the passage") if not order else (0, _AT_ODDS)
    why = Why(rule="order", rests_on=(copy.left, copy.right), note=reason)
    page = {-1: copy.left.page, 0: "", 1: copy.right.page}[order]
    return replace(copy, earlier=page, why=(*copy.why, why))


def _cites(carrying: Carrying, passage: Span, other: Article, links: Links) -> bool:
    """Whether a statement within the passage names the outlet of `other`, and not the article's own."""
    theirs, own = house(other.outlet, links), house(carrying.article.outlet, links)
    if not theirs or one_house(theirs, own):
        return False
    named = (house(name, links) for span, name in carrying.carried if span.overlaps(passage))
    return any(one_house(name, theirs) for name in named)


def _holder(side: Span, on_page: dict[str, list[Carrying]]) -> Carrying | None:
    return next((one for one in on_page.get(side.page, []) if side.overlaps(one.article.span)), None)


def house(name: str, links: Links) -> str:
    """Return the house that speaks through `name`: its family where one is known, else the name; both folded."""
    houses: dict[str, str] = links.worked.setdefault("houses", {})
    if name not in houses:
        folded = fold_text(name).strip()
        houses[name] = " ".join(fold_words(links.families.get(folded, folded)))
    return houses[name]


def one_house(house: str, other: str) -> bool:
    """Whether two folded names are of one house: equal, or one is the other behind a word for its kind (وكالة).

    Two unknown names are not.
    """
    short, long = sorted((house.split(), other.split()), key=len)
    return bool(short) and long[-len(short) :] == short and len(long) - len(short) <= 1


def newsroom(article: Article) -> str:
    """Return whose words the article says that it carries: its last credit, else its outlet; empty when unknown."""
    return article.credits[-1].name if article.credits else article.outlet


def credited(article: Article, other: Article, links: Links) -> bool:
    """Whether `article` credits the outlet of `other`."""
    outlet = house(other.outlet, links)
    return bool(outlet) and any(house(hop.name, links) == outlet for hop in article.credits)


def _of_another(article: Article, links: Links) -> bool:
    """Whether an article owns to an agency of another house: then it is no other agency's that prints the same."""
    owned = {house(hop.name, links) for hop in article.credits} & links.agencies
    return bool(owned - {house(article.outlet, links)})


def earlier(left: Article, right: Article, links: Links) -> tuple[int, str]:
    """Return -1 when `left` had it first, 1 when `right` had, 0 when nobody can say; and the reason in words.

    Dates decide where they do not touch. Where they do, an article that credits the other's outlet came later,
    and so did one whose counterpart is an agency's, unless either owns to another agency.
    """
    if left.published and right.published:
        a, b = left.published[0].when, right.published[0].when
        if a.last < b.first:
            return -1, f"dated earlier: {a.last} before {b.first}"
        if b.last < a.first:
            return 1, f"dated earlier: {b.last} before {a.first}"
    by_left, by_right = credited(left, right, links), credited(right, left, links)
    if by_left != by_right:
        return (1 if by_left else -1), "credited by the other"
    agency_left, agency_right = (house(a.outlet, links) in links.agencies for a in (left, right))
    if agency_left != agency_right and not any(_of_another(a, links) for a in (left, right)):
        return (-1 if agency_left else 1), "an agency's text: agencies write for others to print"
    return 0, "unknown: neither dates nor credits nor an agency part them"
