"""What the shape of a word tells: whether it can be a verb, a noun, or only one of them. Below phrases."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.events.chunks import BOTH
from takhrij.analyse.events.triggers import Trigger, vocabulary
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord

SMALL: Final = ("that", "relative", "break", "participle", "particle")
VERBS: Final = ("reporting", "finite", "verbform")
"""Kinds of words that are finite verbs and tell no event of their own."""
CLITICS: Final = ("ب", "ل", "ك")
"""Prepositions that a page may set apart from their noun (ل - "داعش")."""
CLOSED: Final = frozenset([*SMALL, "preposition", "among", "so", *VERBS])
"""Kinds of words with which no noun phrase goes on."""
JOINT: Final = "و"
"""The conjunction, where a page writes it as a word of its own."""
BETWEEN: Final = frozenset(["بين", "وبين", "فبين"])


def looks_like_verb(text: str) -> bool:
    bare = text[1:] if text[0] in "وف" and len(text) > 4 else text
    return bare[0] == "ي" and len(bare) > 3 and not bare.endswith(("يه", "ين", "ات"))


def verbal(trigger: Trigger) -> bool:
    """Whether a form can be nothing but a verb: with a pronoun, with the ending of a woman or of several, تمكن."""
    form = trigger.form
    past = form.tense == "past" and form.agrees in ("fs", "mp", "fd", "md")
    return bool(trigger.pronoun) or past or (form.light == "manages" and form.agrees == "ms")


def carries_on(trigger: Trigger) -> bool:
    """Whether a form is a carrying verb of the past that no phrase goes on with (مواجهات مسلحة | جرت)."""
    return bool(trigger.form.light) and verbal(trigger) and not trigger.pronoun


def looks_like_noun(trigger: Trigger, text: str) -> bool:
    """Whether a past verb is written like its verbal noun (تعاون، تدخل): the fifth and sixth forms, with ت."""
    return trigger.form.tense == "past" and trigger.form.agrees == "ms" and text.startswith("ت")


def closes(knowledge: Knowledge) -> PerWord[bool]:
    """Build the look-up whether a noun phrase ends before a word: a small word, a clitic set apart, or a verb."""
    kinds, apart = knowledge.built(vocabulary).kinds, (JOINT, *CLITICS)
    return PerWord(lambda word: word in apart or not kinds[word].isdisjoint(CLOSED) or looks_like_verb(word))


def plain(knowledge: Knowledge) -> PerWord[bool]:
    """Build the look-up whether a word is no small word, has no form of a rule and cannot be a verb."""
    known = knowledge.built(vocabulary)

    def is_plain(word: str) -> bool:
        small = known.kinds[word] or known.governed[word] or word == BOTH
        return not (small or known.forms(word) or looks_like_verb(word))

    return PerWord(is_plain)


def telling(knowledge: Knowledge) -> PerWord[bool]:
    """Build the look-up whether a word may tell an event, whatever stands around it, or stands between two sides."""
    forms = knowledge.built(vocabulary).forms
    return PerWord(lambda word: word in BETWEEN or any(written.form.rules for written in forms(word)))
