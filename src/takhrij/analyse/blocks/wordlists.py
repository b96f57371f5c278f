"""Word lists that several modules of blocks look at, made once."""

from __future__ import annotations

from takhrij.knowledge import Knowledge
from takhrij.text import fold_text


def function_words(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded function words."""
    return frozenset(fold_text(row.word) for row in knowledge.language.function_words)
