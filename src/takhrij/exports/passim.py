"""Copies in the form of passim's output: JSON Lines, a passage a line, those that are one in one cluster.

Fields as passim's manual names them. `uid` is a number that stands for the page, as there; `src` are the passages
that this one was copied from, empty where nobody can say who was first.
"""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter, defaultdict

import msgspec

from takhrij.contract import Dossier, Place
from takhrij.groups import closed

NAME = "copies.passim.jsonl"


def write(dossier: Dossier) -> bytes:
    """Return the lines by cluster, then page, then place; passages that overlap on a page are one cluster's."""
    pages = {page.id: page for page in dossier.pages}
    outlets = {article.page: article.outlet for article in reversed(dossier.articles)}
    dates = {a.page: a.published[0].first for a in reversed(dossier.articles) if a.published}
    sides = [(_passage(copy.left), _passage(copy.right)) for copy in dossier.copies]
    spans = sorted({passage for both in sides for passage in both})
    name = {span: f"{span[0]}/{span[1]}-{span[2]}" for span in spans}
    pairs = [(name[left], name[right]) for left, right in sides]
    for before, after in itertools.pairwise(spans):
        if before[0] == after[0] and after[1] < before[2]:
            pairs.append((name[before], name[after]))
    cluster = closed(pairs)
    sources = _sources(dossier)
    number = {root: i for i, root in enumerate(sorted(set(cluster.values())), 1)}
    size = Counter(cluster.values())
    lines = []
    for page, start, end in sorted(spans, key=lambda span: (number[cluster[name[span]]], span)):
        root = cluster[name[page, start, end]]
        lines.append(
            {
                "uid": _number(page),
                "cluster": number[root],
                "size": size[root],
                "id": page,
                "series": outlets.get(page, ""),
                "date": dates.get(page),
                "begin": start,
                "end": end,
                "src": [
                    {"uid": _number(of), "begin": first, "end": last}
                    for of, first, last in sorted(sources[page, start, end])
                ],
                "text": pages[page].text[start:end],
            }
        )
    return b"".join(msgspec.json.encode(row) + b"\n" for row in lines)


Passage = tuple[str, int, int]
"""Page, start, end."""


def _passage(place: Place) -> Passage:
    return place.page, place.start, place.end


def _sources(dossier: Dossier) -> defaultdict[Passage, set[Passage]]:
    """Return by passage those that it was copied from, where the order is known."""
    sources: defaultdict[Passage, set[Passage]] = defaultdict(set)
    for copy in dossier.copies:
        left, right = _passage(copy.left), _passage(copy.right)
        if copy.earlier == left[0]:
            sources[right].add(left)
        elif copy.earlier == right[0]:
            sources[left].add(right)
    return sources


def _number(page: str) -> int:
    """Return the page's number, below 2^63: programs that read passim's output take a signed integer of 64 bits."""
    return int.from_bytes(hashlib.sha256(page.encode()).digest()[:8], "big") >> 1
