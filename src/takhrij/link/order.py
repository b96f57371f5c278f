"""Which of two articles had something first, and whose words an article carries: by dates and by credits."""

from __future__ import annotations

from takhrij.records import Article, Links
from takhrij.text import fold_text, fold_words


def house(name: str, links: Links) -> str:
    """Return the house that speaks through `name`: its family where one is known, else the name; both folded."""
    folded = fold_text(name).strip()
    return " ".join(fold_words(links.families.get(folded, folded)))


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


def earlier(left: Article, right: Article, links: Links) -> tuple[int, str]:
    """Return -1 when `left` had it first, 1 when `right` had, 0 when nobody can say; and the reason in words.

    Dates decide where they do not touch. Where they do, an article that credits the other's outlet came later.
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
    return 0, "unknown: neither dates nor credits part them"
