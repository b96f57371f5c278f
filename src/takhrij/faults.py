"""Says in Arabic what failed and what one can do about it: errors and cures are written in English where they arise.

`faults.json` has a form for each, with `{}` for what differs: names, numbers, what another program said. It is in the
order in which readers, analysis and judgements tell them; of two forms that fit the earlier counts.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

LANGUAGES: Final = ("ar", "en")
_FILE: Final = "faults.json"
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\s*\n\s*")


def said(told: str, language: str) -> str:
    """Return an error or a cure in `language`: as it is in English, and in Arabic as far as its forms are known.

    What no form fits is said sentence by sentence, and a sentence that none fits stays English.
    """
    if language != "ar" or not told:
        return told
    whole = _arabic(told)
    return whole or " ".join(_arabic(sentence) or sentence for sentence in _SENTENCE.split(told))


def _arabic(told: str) -> str:
    bare = told.removesuffix(".")
    for form, words in _forms():
        if match := form.fullmatch(bare):
            # what stood in the English words keeps its own direction among the Arabic ones
            return words.format(*(f"\u2068{part}\u2069" for part in match.groups())) + told[len(bare) :]
    return ""


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    table: dict[str, str] = msgspec.json.decode(files("takhrij").joinpath(_FILE).read_bytes())
    return tuple(
        (re.compile("(.+?)".join(map(re.escape, form.split("{}"))), re.DOTALL), words)
        for form, words in table.items()
    )
