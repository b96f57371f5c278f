"""Offices of bodies that are no state's: the minister of war in an armed group is no state's minister."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from takhrij.analyse.mentions.drafts import Draft
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE
from takhrij.records import Role


def settle(t: Tagged, drafts: Sequence[Draft]) -> None:
    """Give an office before في and a body's name to that body; a government's office is of its state."""
    bodies = {d.first: d for d in drafts if d.kind == "organization" and d.rule != "head alone"}
    if not bodies:
        return
    for d in drafts:
        if d.kind in ("office", "person") and any(role.office for role in d.roles):
            d.roles = tuple(_of(t, role, bodies) for role in d.roles)


def _of(t: Tagged, role: Role, bodies: dict[int, Draft]) -> Role:
    """Return a role that tells no state without the key of a state's office where a body's name follows."""
    behind = t.folded.between(role.span.start, role.span.end).stop
    inside = behind < len(t.words) and t.joined(behind) and t.text(behind) in _IN
    body = bodies.get(behind + 1) if inside and t.joined(behind + 1) else bodies.get(behind)
    if not role.office or role.state or body is None or not (inside or _written_on(t, body, behind)):
        return role
    governs = t.text(body.first).removeprefix(ARTICLE) in t.book.said("common body") and not body.known
    if governs and body.state:
        return replace(role, state=body.state)
    return role if governs else replace(role, office="")


_IN = ("في", "لدي")


def _written_on(t: Tagged, body: Draft, behind: int) -> bool:
    """Whether a body stands right behind a role with a preposition written onto it: بتنظيم، لحركة."""
    hit = t.hit(behind)
    return body.first == behind and t.joined(behind) and hit is not None and hit.prefix in ("ب", "ل")
