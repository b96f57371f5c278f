"""Reads words as they were written before a crawler tore them or glued them: the page's edit map."""

from __future__ import annotations

from takhrij.analyse import glued, torn
from takhrij.knowledge import Knowledge
from takhrij.records import Page, Repair
from takhrij.text import Folded

Repaired = tuple[Folded, tuple[Repair, ...]]
"""A text with some words as they were written, and where."""


def repaired(page: Page, folded: Folded, knowledge: Knowledge) -> Repaired:
    """Return the folded text with glued words as two and torn ones as one, and where, in the order of the page."""
    return mended(page, glued.parted(page, folded, knowledge), knowledge)


def mended(page: Page, parted: Repaired, knowledge: Knowledge) -> Repaired:
    """Return the text whose glued words are `parted` with torn ones as one too, and where all that was."""
    folded, joined = torn.mended(page, parted[0], knowledge)
    return folded, tuple(sorted(parted[1] + joined, key=lambda repair: repair.at))
