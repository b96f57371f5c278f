"""Matters in dispute, and what they are called.

Either several sides of one story call alike what they ask for, refuse or agree to ("the nuclear agreement" and "the
agreement" of one story are one matter, "the trade agreement" is another); or positions hang together by words that
they share, and these name the matter, as the first to say so wrote them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Final, NamedTuple

from takhrij.groups import closed
from takhrij.link.tellings import Telling
from takhrij.link.wording import Stems, shared
from takhrij.records import Sentence, Span, When
from takhrij.text import fold_words

_ARTICLE: Final = "ال"
_SWALLOWED: Final = "لل"
_CLITICS: Final = "وفبك"
_BOUND: Final = _CLITICS + "ل"
_OBJECT: Final = 12
"""Words of a position among which its object is named."""
_GOD: Final = frozenset({"الله", "المولى"})
"""Who is asked first in a prayer."""
_SIDES: Final = 3
"""Sides that have a position in a matter by its name."""
_STANCES: Final = 3
"""Positions that call a matter by noun and adjective; of all that give the noun an adjective, a share must."""
_SHARE: Final = 0.5
_NAME: Final = 8
"""Words of a matter's name at most."""
_COMMON: Final = 0.6
"""Share of a matter's positions in which a word stands that belongs to the matter's name."""


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

    @property
    def when(self) -> When | None:
        """When it was taken: the telling's own time, else its article's, unless its words tell of another time."""
        told = self.telling
        return told.when or (None if told.times else told.published)

    @property
    def day(self) -> str:
        """The first day on which it may have been taken."""
        return date_of(self.when)


class Bond(NamedTuple):
    """Two positions in one matter, and the words that they share."""

    left: Stance
    right: Stance
    words: frozenset[str]


class Called(NamedTuple):
    """A position and how it calls its object: the noun and the adjective as written, empty if there is none.

    `full` are the adjectives, folded, that its page gives the noun anywhere.
    """

    stance: Stance
    noun: str
    adjective: str
    full: frozenset[str]


class Matter(NamedTuple):
    """A matter by its name, and the positions in it."""

    name: str
    stances: tuple[Stance, ...]


def date_of(when: When | None) -> str:
    """Return the first day as ISO 8601; behind every day if there is none."""
    return when.first.isoformat() if when else "9"


def called(
    stance: Stance, names: Collection[str], adjectives: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Called]]:
    """Yield the folded nouns with the article near the beginning of a position, each with how it is called there.

    Words of names are none (`names`, folded): the United Nations are no matter. `adjectives` are those of the
    page (`adjectives_of`).
    """
    words = stance.words[: _OBJECT + 1]
    seen: set[str] = set()
    for i, word in enumerate(words[:_OBJECT]):
        noun = _definite(word)
        folded = "".join(fold_words(noun))
        if not noun or folded in seen or folded in names or not any(folded.endswith(term) for term in stance.terms):
            continue
        seen.add(folded)
        adjective = _adjective(words[i + 1]) if i + 1 < len(words) else ""
        yield folded, Called(stance, noun, adjective, adjectives.get(folded, frozenset()))


def adjectives_of(sentences: Iterable[Sentence]) -> dict[str, frozenset[str]]:
    """Return what the sentences of a page call each noun with the article by: its adjectives, all folded."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, behind in (pair for sentence in sentences for pair in pairwise(sentence.text.split())):
        if (adjective := _adjective(behind)) and (noun := _definite(word)):
            found["".join(fold_words(noun))].add("".join(fold_words(adjective)))
    return {noun: frozenset(adjectives) for noun, adjectives in found.items()}


def prays(words: Sequence[str]) -> bool:
    """Whether what is asked is asked of God: a prayer stands against nobody."""
    return words[0] in _GOD if words else False


def _adjective(word: str) -> str:
    return word if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1 else ""


def _unbound(word: str, term: str) -> str:
    """Return a word without the conjunction and preposition that stand before its normal form."""
    bound = word[: max(0, len(word) - len(term))]
    return _definite(word) or (word if bound.strip(_BOUND) else word[len(bound) :])


def _definite(word: str) -> str:
    """Return a noun with its article, without what is written onto it; empty if it has none."""
    if word.startswith(_SWALLOWED):
        return _ARTICLE + word[len(_SWALLOWED) :]
    bare = word[1:] if word[:1] in _CLITICS and word[1:].startswith(_ARTICLE) else word
    return bare if bare.startswith(_ARTICLE) and len(bare) > len(_ARTICLE) + 1 else ""


def named(members: Sequence[Called]) -> Iterator[Matter]:
    """Yield the matter that most positions of a story mean by one noun, if several sides have one in it.

    "The measures" alone are those of security only where their page calls them so.
    """
    adjectives = Counter("".join(fold_words(one.adjective)) for one in members if one.adjective)
    if not adjectives:
        return
    best, count = min(adjectives.items(), key=lambda item: (-item[1], item[0]))
    if count < _STANCES or count < _SHARE * adjectives.total():
        return
    mine = [one for one in members if best in _meant(one)]
    full = next(one for one in mine if one.adjective)
    if len({one.stance.holder for one in mine}) >= _SIDES:
        yield Matter(f"{full.noun} {full.adjective}", tuple(one.stance for one in mine))


def _meant(one: Called) -> frozenset[str]:
    """Return the adjectives, folded, with which a noun is meant: its own, else all that its page gives it."""
    return frozenset(("".join(fold_words(one.adjective)),)) if one.adjective else one.full


def groups(bonds: Sequence[Bond]) -> Iterator[list[Bond]]:
    """Yield the bonds that hang together, in order of the least id."""
    told = {side.telling.id: side.telling for bond in bonds for side in (bond.left, bond.right)}
    pairs = [(bond.left.telling.id, bond.right.telling.id) for bond in bonds]
    ordered = sorted(told.values(), key=lambda telling: (telling.span, telling.id))
    pairs += [(a.id, b.id) for a, b in pairwise(ordered) if a.span.overlaps(b.span)]
    root = closed(pairs)
    groups: defaultdict[str, list[Bond]] = defaultdict(list)
    for bond in bonds:
        groups[root[bond.left.telling.id]].append(bond)
    yield from (groups[name] for name in sorted(groups))


def largest(bonds: Sequence[Bond]) -> tuple[str, list[Stance], list[Bond]]:
    """Return the name of the largest matter of a group, its positions, and the bonds that are of another.

    A matter is the position with most bonds and those that share one word with it; it is named by that word and what
    most of them share, as the first to say so wrote it, with what stands between. It has no name where of the several
    words that each two share only one is common to all: "leaving" is of many things.
    """
    stances = {s.telling.id: s for bond in bonds for s in (bond.left, bond.right)}
    degrees = Counter(s.telling.id for bond in bonds for s in (bond.left, bond.right))
    hub = min(degrees, key=lambda name: (-degrees[name], name))
    about = [b for b in bonds if hub in (b.left.telling.id, b.right.telling.id)]
    counts = Counter(term for bond in about for term in bond.words)
    term = min(counts, key=lambda t: (-counts[t], -len(t), t))
    inside = [b for b in about if shared((term,), b.words)]
    names = {name for b in inside for name in (b.left.telling.id, b.right.telling.id)}
    members = sorted((stances[name] for name in names), key=lambda s: (s.day, s.telling.id))
    often = [t for t in members[0].written if _often(t, members) or shared((t,), (term,))]
    wanted = {members[0].written[term]: term for term in often}
    name = _stretch(members[0].words, wanted.keys())
    name = [_unbound(name[0], wanted[name[0]]), *name[1:]] if name else name
    covered = _covered(member.telling.span for member in members)
    others = [b for b in bonds if not {b.left.telling.id, b.right.telling.id} & names and not _within(b, covered)]
    one = len(often) > 1 or any(len(bond.words) == 1 for bond in inside)
    return " ".join(name) if one else "", members, others


def _stretch(words: Sequence[str], wanted: Set[str]) -> Sequence[str]:
    """Return the row of at most so many words that holds most of those wanted, the shortest, the first of equals."""
    ends = (
        (len(wanted & {*words[start:end]}), start - end, -start, words[start:end])
        for start, first in enumerate(words)
        if first in wanted
        for end in range(start + 1, min(start + _NAME, len(words)) + 1)
        if words[end - 1] in wanted
    )
    return max(ends, default=(0, 0, 0, ()))[3]


def _covered(spans: Iterable[Span]) -> dict[str, tuple[list[int], list[int]]]:
    """Return the starts and ends of the stretches of each page that `spans` cover, in order, none touching."""
    covered: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for span in sorted(spans):
        starts, ends = covered[span.page]
        if ends and span.start <= ends[-1]:
            ends[-1] = max(ends[-1], span.end)
        else:
            starts.append(span.start)
            ends.append(span.end)
    return covered


def _within(bond: Bond, covered: Mapping[str, tuple[list[int], list[int]]]) -> bool:
    """Whether both sides of a bond are passages of a matter, told there in another form (statement and event)."""
    for side in (bond.left, bond.right):
        starts, ends = covered.get(side.telling.span.page, ([], []))
        first = bisect_right(ends, side.telling.span.start)
        if first == len(starts) or starts[first] >= side.telling.span.end:
            return False
    return True


def _often(term: str, stances: Sequence[Stance]) -> bool:
    return sum(shared((term,), s.terms) for s in stances) >= _COMMON * len(stances)
