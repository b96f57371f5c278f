"""Who made a picture, in brackets behind its words: (رويترز), (الأناضول - أرشيف)."""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse import outlets
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text

SIGNATURE: Final = re.compile(r"\(([^()]{2,40})\)(?!\s?[-–—:.,،/]|\s+[أإا]ن(?:ها?|هم)?\s)")
"""Brackets that no dash or stop follows, as behind a dateline, and no أن, as behind an agency that says something."""


def signed(knowledge: Knowledge, raw: str) -> bool:
    """Whether `raw` is nothing but who made a picture, in brackets."""
    match = SIGNATURE.fullmatch(raw)
    return match is not None and names(knowledge, match.group(1))


def names(knowledge: Knowledge, inside: str) -> bool:
    """Whether the words of brackets name an outlet or who signs pictures, or begin with a picture's label."""
    sources, words = knowledge.built(_sources), fold_text(inside).split()
    if words and words[0] in knowledge.built(_pictures):
        return True
    parts = (name.strip() for name in re.split(r"[/|،,-]", inside) if name.strip())
    return any(fold_text(name) in sources or bool(outlets.named(name, knowledge)) for name in parts)


def archival(knowledge: Knowledge, word: str) -> bool:
    """Whether the folded `word` signs pictures and labels them too (أرشيفية): no story comes from there."""
    return word in knowledge.built(_pictures) and word in knowledge.built(_sources)


def _pictures(knowledge: Knowledge) -> frozenset[str]:
    """Words of which each labels a picture (صورة, تصوير)."""
    rows = (f for f in knowledge.language.furniture if f.kind == "caption" and f.where == "start")
    return frozenset(fold_text(f.phrase) for f in rows if " " not in f.phrase)


def _sources(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(
        fold_text(f.phrase) for f in knowledge.language.furniture if f.kind == "caption" and f.where == "end"
    )
