"""What the parts of two names, and the words of two roles, have in common: by their letters alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

FATHER = "+"
"""So begins a father's name in a skeleton."""
BOUND = "_"
"""Binds small words to theirs: two names of one such word are compared as two of one given name."""
ARTICLE = 2
"""Letters that one spelling of a family, or one form of a word, may have more at its beginning."""
PAIR = 2
"""A given and a family name."""
CALLED = 3
"""Letters that a call name has at the least (كريس)."""
_VOWELLESS = dict.fromkeys(map(ord, "اوي"))
SHORTEST = 4
"""Of shorter words a letter off says nothing (حسن، حسين)."""


def within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether all parts of the shorter name stand in the longer, in order; a word for son between may be left out."""
    short, long = sorted((a, b), key=len)
    parts = iter(long)
    if all(part in parts for part in short):
        return True
    short, long = _sonless(short), _sonless(long)
    parts = iter(long)
    return all(part in parts for part in short)


def _sonless(name: Sequence[str]) -> list[str]:
    return [name[0], *(part.removeprefix(FATHER) for part in name[1:-1]), name[-1]]


def part_of(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name begins as `short` does and goes on."""
    return len(short) < len(long) and tuple(long[: len(short)]) == tuple(short)


def fathers_differ(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether both names tell the father right behind the given name, and he is another, no slip of the other."""
    if len(a) < PAIR or len(b) < PAIR or not (a[1].startswith(FATHER) and b[1].startswith(FATHER)):
        return False
    return a[1] != b[1] and not slip(a[1], b[1])


def alike_between(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether names of as many parts differ between their ends by a slip, or by what a part has more."""
    pairs = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) and all(not x.startswith(FATHER) and (slip(x, y) or x in y or y in x) for x, y in pairs)


def ends(a: str, b: str) -> bool:
    """Whether two words are one but for an article or the like before it."""
    return a == b or (min(len(a), len(b)) >= SHORTEST and (a.endswith(b) or b.endswith(a)))


def _articled(a: str, b: str) -> bool:
    """Whether two words are one but for two letters before it, as an article has."""
    return abs(len(a) - len(b)) == ARTICLE and ends(a, b)


def common(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Return the words of a role that the other has too, with an article or without."""
    both = a & b
    if len(both) >= min(len(a), len(b)):
        return both
    return frozenset(w for w in a if w in both or any(_articled(w, other) for other in b))


def same_word(a: str, b: str) -> bool:
    """Whether two words are one, with an article or without (اللاعب، لاعب)."""
    return a == b or _articled(a, b)


def cut_off(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the shorter name ends with a father's."""
    return min(a, b, key=len)[-1].startswith(FATHER)


def shortened(x: str, y: str, *, ends: bool) -> bool:
    """Whether one word is the other without its beginning (قرقاش) or, unless it `ends` a name, its end (جيم)."""
    short, long = sorted((x, y), key=len)
    if not 3 <= len(short) < len(long) <= len(short) + 2:
        return False
    return long.endswith(short) or (not ends and long.startswith(short))


def clipped(x: str, y: str) -> bool:
    """Whether a given name is a call name of the other: it ends where the other goes on (كريس، كريستوفر)."""
    short, long = sorted((x, y), key=len)
    return CALLED <= len(short) < len(long) and long.startswith(short)


def slip(a: str, b: str, shortest: int = SHORTEST) -> bool:
    """Whether two words differ by one letter that is changed, missing or moved; short words are too alike to tell."""
    if min(len(a), len(b)) < shortest or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    while x and y and x[-1] == y[-1]:
        x, y = x[:-1], y[:-1]
    return (len(x) <= 1 and len(y) <= 1) or (x == y[::-1] and len(x) == 2) or _moved(x, y)


def swapped(a: str, b: str) -> bool:
    """Whether two words differ by two neighbours that have changed places."""
    differ = [k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return (
        len(a) == len(b)
        and len(differ) == PAIR
        and a[differ[0] : differ[1] + 1] == b[differ[0] : differ[1] + 1][::-1]
    )


def vowelled(x: str, y: str) -> bool:
    """Whether words of two consonants or more differ by long vowels within that one has more (رايان، ريان)."""
    short, long = sorted((x, y), key=len)
    if x == y or x[:1] != y[:1] or x[-1:] != y[-1:]:
        return False
    bare, other = (w.translate(_VOWELLESS) for w in (short, long))
    return bare == other and len(bare) >= PAIR and not Counter(short) - Counter(long)


def _moved(x: str, y: str) -> bool:
    """Whether a swap of neighbours and one long vowel more or less explain the difference."""
    if abs(len(x) - len(y)) != 1:
        return False
    long, short = (x, y) if len(x) > len(y) else (y, x)
    return any(sorted(long[:k] + long[k + 1 :]) == sorted(short) for k in range(len(long))) and len(long) <= 3
