"""Word lists that several modules of blocks look at, made once."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.knowledge import Knowledge
from takhrij.text import fold_text


def function_words(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded function words."""
    return frozenset(fold_text(row.word) for row in knowledge.language.function_words)


def said_on(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded verbs of saying with their conjunction: with them what was told goes on (وأضاف)."""
    return frozenset("و" + fold_text(form) for verb in knowledge.language.reporting for form in verb.forms)


def connectives(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded single words that begin a clause of its own (كما)."""
    rows = knowledge.language.particles
    return frozenset(fold_text(row.phrase) for row in rows if row.kind == "connective" and " " not in row.phrase)


def prepositions(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded single prepositions."""
    rows = knowledge.language.particles
    return frozenset(fold_text(row.phrase) for row in rows if row.kind == "preposition" and " " not in row.phrase)


def reports(words: Sequence[str], knowledge: Knowledge, *, apart: int = 0) -> bool:
    """Whether these folded words tell what somebody said: a verb of saying, and behind it a word for `that`.

    `apart`: so many words, a subject's, stand between the two at least.
    """
    verbs, openers = knowledge.built(_verbs), knowledge.built(_openers)
    if verbs.isdisjoint(words):
        return False
    said = next(i for i, word in enumerate(words) if word in verbs)
    return not openers.isdisjoint(words[said + 1 + apart :])


def _verbs(knowledge: Knowledge) -> frozenset[str]:
    forms = {fold_text(form) for verb in knowledge.language.reporting for form in verb.forms}
    return frozenset(forms | {conjunction + form for form in forms for conjunction in "وف"})


def _openers(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(row.phrase) for row in knowledge.language.particles if row.kind == "that")
