"""The one form in which pages meet: a key that some pages share, and what each brings to it."""

from __future__ import annotations

from typing import Any, NamedTuple


class Key(NamedTuple):
    """`member` goes to the group of all members whose key has the same `value`."""

    value: str
    member: Any
