"""Copies in the form of passim's output: JSON Lines, a passage a line, those that are one in one cluster."""

from __future__ import annotations

import itertools
from collections import Counter

import msgspec

from takhrij.contract import Dossier
from takhrij.groups import closed

NAME = "copies.passim.jsonl"


def write(dossier: Dossier) -> bytes:
    """Return the lines by cluster, then page, then place; passages that overlap on a page are one cluster's."""
    pages = {page.id: page for page in dossier.pages}
    outlets = {article.page: article.outlet for article in reversed(dossier.articles)}
    dates = {a.page: a.published[0].first for a in reversed(dossier.articles) if a.published}
    spans = sorted({(s.page, s.start, s.end) for copy in dossier.copies for s in (copy.left, copy.right)})
    name = {span: f"{span[0]}/{span[1]}-{span[2]}" for span in spans}
    pairs = [
        (name[c.left.page, c.left.start, c.left.end], name[c.right.page, c.right.start, c.right.end])
        for c in dossier.copies
    ]
    for before, after in itertools.pairwise(spans):
        if before[0] == after[0] and after[1] < before[2]:
            pairs.append((name[before], name[after]))
    cluster = closed(pairs)
    number = {root: i for i, root in enumerate(sorted(set(cluster.values())), 1)}
    size = Counter(cluster.values())
    lines = []
    for page, start, end in sorted(spans, key=lambda span: (number[cluster[name[span]]], span)):
        root = cluster[name[page, start, end]]
        lines.append(
            {
                "uid": name[page, start, end],
                "cluster": number[root],
                "size": size[root],
                "id": page,
                "series": outlets.get(page, ""),
                "date": dates.get(page),
                "begin": start,
                "end": end,
                "text": pages[page].text[start:end],
            }
        )
    return b"".join(msgspec.json.encode(row) + b"\n" for row in lines)
