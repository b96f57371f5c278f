"""Adjectives that say whose something is. Below participants."""

from __future__ import annotations

from takhrij.knowledge import Knowledge
from takhrij.text import fold_text


def nationalities(knowledge: Knowledge) -> dict[str, str]:
    """Build the mapping from folded nationality adjectives, with and without article, to their states' names."""
    made: dict[str, str] = {}
    for state in knowledge.world.states:
        for adjective in state.adjectives:
            bare = fold_text(adjective).removeprefix("ال")
            for form in (bare, "ال" + bare):
                made.setdefault(form, state.name)
    return made
