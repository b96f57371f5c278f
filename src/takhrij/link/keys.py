"""The one form in which pages meet: a key that some pages share, and what each brings to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple


class Key(NamedTuple):
    """`member` goes to the group of all members whose key has the same `value`."""

    value: str
    member: Any


def closed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for every id in `pairs` the least id of its group, closing pairs into groups (union-find)."""
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
