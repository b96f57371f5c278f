"""Reads words as they were written before a crawler tore them or glued them: the page's edit map."""

from __future__ import annotations

from takhrij.analyse import glued, torn
from takhrij.knowledge import Knowledge
from takhrij.records import Page, Repair
from takhrij.text import Folded


def repaired(page: Page, folded: Folded, knowledge: Knowledge) -> tuple[Folded, tuple[Repair, ...]]:
    """Return the folded text with glued words as two and torn ones as one, and where, in the order of the page."""
    folded, cut = glued.parted(page, folded, knowledge)
    folded, joined = torn.mended(page, folded, knowledge)
    return folded, tuple(sorted(cut + joined, key=lambda repair: repair.at))
