"""What the shape of a word tells: whether it can be a verb, a noun, or only one of them. Below phrases."""

from __future__ import annotations

from takhrij.analyse.events.triggers import Trigger


def looks_like_verb(text: str) -> bool:
    bare = text[1:] if text[0] in "وف" and len(text) > 4 else text
    return bare[0] == "ي" and len(bare) > 3 and not bare.endswith(("يه", "ين", "ات"))


def verbal(trigger: Trigger) -> bool:
    """Whether a form can be nothing but a verb: with a pronoun, with the ending of a woman or of several, تمكن."""
    form = trigger.form
    past = form.tense == "past" and form.agrees in ("fs", "mp", "fd", "md")
    return bool(trigger.pronoun) or past or (form.light == "manages" and form.agrees == "ms")


def looks_like_noun(trigger: Trigger, text: str) -> bool:
    """Whether a past verb is written like its verbal noun (تعاون، تدخل): the fifth and sixth forms, with ت."""
    return trigger.form.tense == "past" and trigger.form.agrees == "ms" and text.startswith("ت")
