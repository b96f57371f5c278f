"""Which outlet or agency first put tellings in words: the name of one, and of those that are one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from takhrij.link.order import house, newsroom
from takhrij.link.tellings import Telling
from takhrij.records import Hop, Links
from takhrij.text import fold_text

_REPRINTED: Final = ("published", "republished")


class Names(NamedTuple):
    """The name of each telling, by its id, and how many outlets own to each agency, by its house."""

    of: dict[str, str]
    votes: Counter[str]


def named(members: Sequence[Telling], links: Links) -> Names:
    """Return who first put each telling of a claim in words; empty where nothing tells.

    An article that credits several agencies has it from the one that most others of the claim own to: most outlets,
    of equals most articles, of these the last. An agency's own page is no vote for it: it prints others' texts too.
    """
    candidates = {telling.id: _candidates(telling, links) for telling in members}
    owned = {
        (house(telling.article.outlet, links) or telling.article.id, house(name, links))
        for telling in members
        for name in candidates[telling.id]
    }
    votes = Counter(agency for outlet, agency in owned if agency in links.agencies and outlet != agency)
    once = {(telling.article.id, house(name, links)) for telling in members for name in candidates[telling.id]}
    articles = Counter(agency for _, agency in once)

    def owners(name: str) -> tuple[int, int]:
        return votes[house(name, links)], articles[house(name, links)]

    return Names({t.id: max(reversed(candidates[t.id]), key=owners) for t in members}, votes)


def _candidates(telling: Telling, links: Links) -> tuple[str, ...]:
    """Return the names of which one first put a telling in words: several only where an article credits several.

    That is the agency whose correspondent tells it; else the last outlet by name that its sentences say they have it
    from; else the agency whose text its article is, or those that it credits; else the outlet through which the
    article has the same speaker's other words; else an outlet that is only described ("Russian agencies"); else the
    last of its chain; at last whom the article credits, or its outlet.
    """
    credited = {(hop.name, hop.cue) for hop in telling.article.credits}
    outlets = [hop for hop in telling.hops if hop.kind == "outlet" and hop.name]
    told = [hop for hop in outlets if hop.via not in _REPRINTED and (hop.name, hop.cue) not in credited]
    if correspondents := [name for hop in telling.hops if (name := _employer(hop, links))]:
        return (correspondents[-1],)
    if by_name := [hop.name for hop in told if hop.mention or _folded(hop.name) in links.families]:
        return (by_name[-1],)
    if whose := links.origin_of.get(telling.article.id):
        return (whose.name,)
    if agencies := [h.name for h in telling.article.credits if house(h.name, links) in links.agencies]:
        return tuple(agencies)
    if telling.carrier:
        return (telling.carrier,)
    return ((told or outlets)[-1].name if outlets else newsroom(telling.article),)


def _employer(hop: Hop, links: Links) -> str:
    """Return the agency whose correspondent or witness somebody without a name is said to be; empty for none."""
    words = _folded(hop.name).split() if hop.kind == "unnamed" else []
    names = (links.families.get(" ".join(words[i:]), "") for i in range(1, len(words)))
    return next((name for name in names if name and house(name, links) in links.agencies), "")


def nameless(telling: Telling) -> bool:
    """Whether a telling is owned to agencies without a name, and to no outlet with one but its own."""
    named = any(hop.kind == "outlet" and hop.name and hop.via != "published" for hop in telling.hops)
    return not named and any(hop.kind == "unnamed" for hop in telling.article.credits)


def first(group: Sequence[Telling], behind: set[str], names: Names, links: Links) -> Telling:
    """Return the telling whose name stands for a group, given in order of age: one that is named.

    Of those an agency's, since agencies write for others to print, whatever the days of those who print: the one that
    most own to. Then one that no other had before it and that is not owned to agencies without a name.
    """

    def rank(telling: Telling) -> tuple[bool, bool, int, bool, bool, bool]:
        name = names.of[telling.id]
        whose = house(name, links)
        own = name == telling.article.outlet or _folded(name) in links.families
        agency = whose in links.agencies
        votes = names.votes[whose] if agency else 0
        return (not whose, not agency, -votes, telling.id in behind, nameless(telling), not own)

    return min(group, key=rank)


def owned(telling: Telling, names: Names, links: Links) -> bool:
    """Whether the name of a telling is of a known house, its article's own, or whom that credits."""
    name, article = names.of[telling.id], telling.article
    return name in (article.outlet, *(hop.name for hop in article.credits)) or _folded(name) in links.families


def _folded(name: str) -> str:
    return fold_text(name).strip()
