"""Closes pairs into groups (union-find): the only step of the program that looks at all edges at once."""

from __future__ import annotations

from collections.abc import Iterable


def closed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for every id in `pairs` the least id of its group; the order of `pairs` does not matter."""
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for left, right in pairs:
        a, b = sorted((root(left), root(right)))
        parent[b] = a
    return {x: root(x) for x in sorted(parent)}
