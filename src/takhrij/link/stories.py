"""Which pages tell one story: those that share claims, or people, bodies, places and words more than others do.

Several stories in one pile are told apart: what many pages name (a king, a capital) weighs little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log2, sqrt
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.groups import closed
from takhrij.link.keys import Key
from takhrij.records import Analysis, Links

_WEIGHTS: Final = {"person": 3.0, "organization": 2.0, "place": 1.5, "office": 1.0, "state": 1.0}
_WORD: Final = 1.0
"""What a name, by its kind, and a word tell of a page's story."""
_MOST: Final = 40
"""Features of a page, the weightiest first."""
_PAGES: Final = 20
"""Pages that share a feature from which it brings none together: it is too common."""
_ALIKE: Final = 0.2
"""Cosine of two pages' features from which they are of one story. Of the five pages and the invented story, each a
story, pages lie at .2 and more from the nearest of their own, but for one that shares a claim (.06) and two copies
of a report that names nobody (.14); thirty random articles lie at .14 and less from any, but for two on one club."""


class Feature(NamedTuple):
    """One feature of a page and its weight there."""

    page: str
    weight: float


class Group(NamedTuple):
    """The pages that share a feature."""

    value: str
    pages: tuple[Feature, ...]


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:
    """Yield a page under each of its features, and under the claims that it tells."""
    weights = dict(features(analysis, links))
    for value in sorted(weights, key=lambda v: (-weights[v], v))[:_MOST]:
        yield Key(value, Feature(analysis.page, weights[value]))


def features(analysis: Analysis, links: Links) -> Iterator[tuple[str, float]]:
    """Yield whom and what a page names and the words that it tells more than once, with their weights."""
    named = Counter((links.holder_of.get(m.id) or links.entity_of.get(m.id, ""), m.kind) for m in analysis.mentions)
    for (entity, kind), n in sorted(named.items()):
        if entity and kind in _WEIGHTS:
            yield "entity " + entity, _WEIGHTS[kind] * log2(1 + n)
    told = [*(set(s.terms) for s in analysis.statements), *(set(e.terms) for e in analysis.events)]
    words = Counter(term for terms in told for term in terms)
    yield from (("word " + word, _WORD * log2(n)) for word, n in sorted(words.items()) if n > 1)


def join(value: str, members: Sequence[Feature]) -> Iterable[Group]:
    """Yield the pages that share a feature."""
    yield Group(value, tuple(members))


def gather(found: Sequence[Group], links: Links) -> Links:
    """Add the stories: groups of pages, each in one, by what they name, claim and tell to have happened; in order."""
    norms: defaultdict[str, float] = defaultdict(float)
    products: defaultdict[tuple[str, str], float] = defaultdict(float)
    for group in found:
        rare = 1 / log2(1 + len(group.pages))
        for feature in group.pages:
            norms[feature.page] += (feature.weight * rare) ** 2
        if len(group.pages) <= _PAGES:
            for a, b in combinations(sorted(group.pages), 2):
                products[a.page, b.page] += a.weight * b.weight * rare**2
    pairs = [(page, page) for page in norms]
    pairs += [(a, b) for (a, b), p in sorted(products.items()) if p >= _ALIKE * sqrt(norms[a] * norms[b])]
    for claim in links.claims:
        pages = [name.split("/", 1)[0] for name in (*claim.statements, *claim.events)]
        pairs += [(pages[0], page) for page in pages]
    for happening in links.happenings:
        pages = [claim.split("/", 2)[1] for claim in happening.claims]
        pairs += [(pages[0], page) for page in pages]
    root = closed(pairs)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for page in sorted(root):
        groups[root[page]].append(page)
    return replace(links, stories=tuple(tuple(groups[name]) for name in sorted(groups)))
