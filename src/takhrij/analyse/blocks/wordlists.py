"""Word lists that several modules of blocks look at, made once."""

from __future__ import annotations

from takhrij.knowledge import Knowledge
from takhrij.text import fold_text


def function_words(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded function words."""
    return frozenset(fold_text(row.word) for row in knowledge.language.function_words)


def said_on(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded verbs of saying with their conjunction: with them what was told goes on (وأضاف)."""
    return frozenset("و" + fold_text(form) for verb in knowledge.language.reporting for form in verb.forms)
