"""Writes out the forms of verbs and nouns from their base and a table of endings, which are data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from takhrij.lang.tables import Ending
from takhrij.text import fold_text

_LONG_VOWELS = ("ا", "ى", "ي", "و")
"""Letters, as written, in which a weak base ends: it gives way to the ending. A hamza does not (أنشأ)."""


_SHORT_BASE = 3
"""Letters of a base whose past dual is written like its verbal noun in the accusative (قتلا)."""


class Inflected(NamedTuple):
    """A folded form. `suffixed`: it only stands before a pronoun that is written onto it."""

    text: str
    agrees: str
    suffixed: bool


def inflect(of: str, base: str, endings: Sequence[Ending]) -> Iterator[Inflected]:
    """Yield the folded forms of `base`, a form of kind `of` (past, present, noun), in the order of `endings`.

    A present base comes with its own first letter, which `begins` replaces. A base that ends in a long vowel
    takes the `weak` ending in its place where the row has one.
    """
    folded = fold_text(base)
    for row in endings:
        if row.of != of or (row.suffix and not row.weak and not row.ending):
            continue
        if row.long and not (len(folded) > _SHORT_BASE and folded[0] == "ا"):
            continue
        stem = folded[1:] if row.begins else folded
        if not row.ending and not row.weak:
            yield Inflected(fold_text(row.begins) + stem, row.agrees, bool(row.suffix))
            continue
        weak = of != "noun" and base.endswith(_LONG_VOWELS)
        if weak and row.weak:
            yield Inflected(fold_text(row.begins) + stem[:-1] + fold_text(row.weak), row.agrees, bool(row.suffix))
        elif not weak and row.ending:
            cut = stem[:-1] + "ت" if of == "noun" and stem.endswith("ه") else stem
            if of == "noun" and stem.endswith("ه") and row.ending == "ا":
                continue
            yield Inflected(fold_text(row.begins) + cut + fold_text(row.ending), row.agrees, bool(row.suffix))
