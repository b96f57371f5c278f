"""The words of a passage in normal form, by which passages of different pages are compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.text import Folded, fold_text

_SHORTEST: Final = 3
"""Letters that must remain once a clitic is cut: fewer, and any word loses its first radical (ولد، بلد)."""
_EXPLAINED: Final = {"و": 0.35, "ف": 0.35, "ب": 0.08, "ل": 0.05, "ك": 0.35}
"""Share of a word's occurrences that the stem's own frequency must account for before its clitic is cut. Lower for
the prepositions: they hang on verbal nouns (لرفع) far more often than on nouns at large."""
_PRIOR: Final = {"و": 0.12, "ف": 0.01, "ب": 0.03, "ل": 0.03, "ك": 0.004}
"""How often a word bears the clitic, counted over the same 3.8 million words as `frequencies.tsv`."""
_PREPOSITIONS: Final = "بلك"
_ARTICLES: Final = ("وبال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال")


def terms(
    folded: Folded, start: int, end: int, knowledge: Knowledge, normal: Callable[[str], str] | None = None
) -> tuple[str, ...]:
    """Return the content words of `folded.raw[start:end]`, sorted, with repetitions.

    Words are folded, clitics and the article cut, function words and single letters left out. A clitic is cut when
    the frequency of the stem explains the word's; a word that the table does not know loses it only where the stem
    stands alone on the same page or in the table, so that names stay whole. `normal`: the page's `normaliser`, for
    callers with many passages of one page.
    """
    normal = normal or normaliser(folded, knowledge)
    dropped = knowledge.built(_dropped)
    found = []
    words = folded.between(start, end)
    for word in folded.texts[words.start : words.stop]:
        if word in dropped:
            continue
        stem = normal(word)
        if len(stem) > 1 and stem not in dropped:
            found.append(stem)
    return tuple(sorted(found))


def normaliser(folded: Folded, knowledge: Knowledge) -> Callable[[str], str]:
    """Return a function from a folded word to its normal form, judged by the language's frequencies and this page.

    The function keeps what it returned: a page repeats its words, and several stages ask.
    """
    return folded.built(_normaliser, knowledge)


def _normaliser(folded: Folded, knowledge: Knowledge) -> Callable[[str], str]:
    counts = knowledge.built(_counts)
    page = set(folded.texts)

    def known(stem: str) -> bool:
        return stem in counts or "ال" + stem in counts or stem in page or "ال" + stem in page

    def bears(word: str) -> bool:
        stem = word[1:]
        if word[0] not in _PRIOR or len(stem) < _SHORTEST:
            return False
        if word in counts:
            alone = counts.get(stem, 0) + counts.get("ال" + stem, 0)
            return alone * _PRIOR[word[0]] >= counts[word] * _EXPLAINED[word[0]]
        return known(stem) or (stem[0] in _PREPOSITIONS and len(stem) > _SHORTEST and known(stem[1:]))

    def normal(word: str) -> str:
        for article in _ARTICLES if word.startswith(_ARTICLES) else ():
            stem = word[len(article) :]
            cut = word.startswith(article) and len(stem) >= _SHORTEST
            if cut and (article == "ال" or known(stem) or word not in counts):
                return stem
        return normal(word[1:]) if bears(word) else word

    return PerWord(normal).__getitem__


def _counts(knowledge: Knowledge) -> dict[str, int]:
    return {row.word: row.count for row in knowledge.language.frequencies}


def _dropped(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(row.word) for row in knowledge.language.function_words)
