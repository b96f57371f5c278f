"""Matters that have a name: what several sides of one story ask for, refuse or agree to, called alike by them all.

"The nuclear agreement" and "the agreement" of one story are one matter, "the trade agreement" is another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from takhrij.link.tellings import Telling
from takhrij.link.wording import Stems
from takhrij.text import fold_words

_ARTICLE: Final = "ال"
_SWALLOWED: Final = "لل"
_CLITICS: Final = "وفبك"
_OBJECT: Final = 12
"""Words of a position among which its object is named."""
_SIDES: Final = 3
"""Sides that have a position in a matter by its name."""
_STANCES: Final = 3
"""Positions that call a matter by noun and adjective; of all that give the noun an adjective, a share must."""
_SHARE: Final = 0.5


class Stance(NamedTuple):
    """A telling that takes a position: by whom, which, about what. `written` are the page's forms of the terms.

    `words` are all words of the telling in order, without marks.
    """

    telling: Telling
    holder: str
    act: str
    terms: frozenset[str]
    stems: Stems
    written: dict[str, str]
    words: tuple[str, ...]


class Called(NamedTuple):
    """A position and how it calls its object: the noun and the adjective as written, empty if there is none."""

    stance: Stance
    noun: str
    adjective: str


class Matter(NamedTuple):
    """A matter by its name, and the positions in it."""

    name: str
    stances: tuple[Stance, ...]


def called(stance: Stance, names: Collection[str]) -> Iterator[tuple[str, Called]]:
    """Yield the folded nouns with the article near the beginning of a position, each with how it is called there.

    Words of names are none (`names`, folded): the United Nations are no matter.
    """
    words = stance.words[: _OBJECT + 1]
    seen: set[str] = set()
    for i, word in enumerate(words[:_OBJECT]):
        noun = _definite(word)
        folded = "".join(fold_words(noun))
        if not noun or folded in seen or folded in names or not any(folded.endswith(term) for term in stance.terms):
            continue
        seen.add(folded)
        behind = words[i + 1] if i + 1 < len(words) else ""
        adjective = behind if behind.startswith(_ARTICLE) and len(behind) > len(_ARTICLE) + 1 else ""
        yield folded, Called(stance, noun, adjective)


def _definite(word: str) -> str:
    """Return a noun with its article, without what is written onto it; empty if it has none."""
    if word.startswith(_SWALLOWED):
        return _ARTICLE + word[len(_SWALLOWED) :]
    bare = word[1:] if word[:1] in _CLITICS and word[1:].startswith(_ARTICLE) else word
    return bare if bare.startswith(_ARTICLE) and len(bare) > len(_ARTICLE) + 1 else ""


def named(members: Sequence[Called]) -> Iterator[Matter]:
    """Yield the matter that most positions of a story mean by one noun, if several sides have one in it."""
    adjectives = Counter("".join(fold_words(one.adjective)) for one in members if one.adjective)
    if not adjectives:
        return
    best, count = min(adjectives.items(), key=lambda item: (-item[1], item[0]))
    if count < _STANCES or count < _SHARE * adjectives.total():
        return
    mine = [one for one in members if not one.adjective or "".join(fold_words(one.adjective)) == best]
    full = next(one for one in mine if one.adjective)
    if len({one.stance.holder for one in mine}) >= _SIDES:
        yield Matter(f"{full.noun} {full.adjective}", tuple(one.stance for one in mine))
