"""The words of every day: two reports that share them need not be of one thing."""

from __future__ import annotations

from collections import Counter
from typing import Final

from takhrij.lang.tables import Language

_EVERY_DAY: Final = 500
"""Occurrences in the 3.8 million words of `frequencies.tsv` from which a word tells nothing of what a report is
about: in a paper it stands every other day."""
_ARTICLE: Final = "ال"


def ordinary(language: Language) -> frozenset[str]:
    """Return the folded words of every day, each without the article, occurrences with it and without it together."""
    counts: Counter[str] = Counter()
    for row in language.frequencies:
        counts[row.word.removeprefix(_ARTICLE)] += row.count
    return frozenset(word for word, count in counts.items() if count >= _EVERY_DAY)
