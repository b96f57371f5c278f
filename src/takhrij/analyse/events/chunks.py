"""The parts of a sentence that events are read from. Below phrases, which makes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from takhrij.analyse.events.triggers import Trigger
from takhrij.records import Mention, Sentence
from takhrij.text import Word

_GOVERNING: Final = (("علي",), ("في",), ("الي",))
"""Prepositions that end the words of a rule: what they govern stands in the place of a genitive."""
OF: Final = "من"
"""Stands between a number of people and who they are (عدد من الجنود)."""
AMONG: Final = "among"
"""Stands for "among them" (بينهم): who follows is counted with those before."""
BOTH: Final = "بينهما"
"""Between the two of them, who were named before."""
AGENT: Final = "agent"
"""Stands for the prepositions that name the doer of a passive (من قبل، على يد)."""


class Chunk(NamedTuple):
    """Words `first` to `last`. `kind`: np verb noun word time that relative break particle stop.

    `prep` governs it; `joins`: a conjunction is written onto it; `comma`: one stands before it. `mention` is the name
    that it is or holds; `whole`: it is nothing but that name.
    """

    kind: str
    first: int
    last: int
    prep: str = ""
    joins: bool = False
    comma: bool = False
    mention: Mention | None = None
    whole: bool = False
    trigger: Trigger | None = None
    time: str = ""
    begins: int = 0


class Phrases(NamedTuple):
    """A sentence in chunks; `words` are the page's, offsets of chunks count them."""

    sentence: Sentence
    words: Sequence[Word]
    chunks: tuple[Chunk, ...]

    def text(self, chunk: Chunk) -> str:
        """Return the folded words of `chunk`, parted by blanks."""
        return " ".join(w.text for w in self.words[chunk.first : chunk.last])


_SIDES: Final = 3
"""Noun phrases behind a verbal noun: who took what."""
_OVER: Final = "علي"
_SEIZED: Final = "seize"


def no_genitive(chunk: Chunk) -> bool:
    """Whether a noun of violence can have no genitive: it bears the article, or an adjective follows it.

    So what stands bare behind it belongs to the verb before (استهدف تفجير انتحاري | مركزا للشرطة).
    """
    trigger = chunk.trigger
    if chunk.kind != "noun" or trigger is None or trigger.rule is None or trigger.rule.type != "ASSAULT":
        return False
    if trigger.form.rest[-1:] in _GOVERNING:
        return False  # القضاء على المسلحين
    described = chunk.last > trigger.last or (bool(trigger.form.rest) and trigger.form.rest[-1].endswith(("ي", "يه")))
    return (trigger.definite and not trigger.pronoun) or described


def carries(before: Chunk | None) -> bool:
    """Whether a verb that takes a verbal noun stands right before (تم قتل، قام بقصف): what follows is that noun."""
    return (
        before is not None and before.trigger is not None and before.trigger.form.light in ("happens", "undertakes")
    )


def lists_nouns(found: list[Chunk]) -> bool:
    """Whether what is joined next may be a verbal noun: behind one, or behind whom one counts (مقتل خمسة | وجرح)."""
    before = found[-1] if found else None
    if before is None or before.kind == "noun":
        return before is not None
    at = len(found) - 1
    if before.kind == "np" and at and found[-2].kind == "that" and not (before.comma or before.joins or before.whole):
        return True  # أن استعادة البلدة | وطرد المسلحين منها
    while (
        at > 0 and found[at].kind == "np" and not (found[at].comma or found[at].joins) and len(found) - at <= _SIDES
    ):
        at -= 1
    took = found[at].trigger if found[at].kind == "noun" and before.prep == _OVER else None
    if took is not None and took.rule is not None and took.rule.mode == _SEIZED:
        return True  # سيطرة الجيش على القرى | وطرد المسلحين منها
    trigger = found[-2].trigger if len(found) > 1 and found[-2].kind == "noun" else None
    toll = trigger is not None and trigger.rule is not None and trigger.rule.type == "ASSAULT"
    return toll and before.kind == "np" and not (before.prep or before.comma)
