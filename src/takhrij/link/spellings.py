"""Whether the names of two referents are spellings of one: a slip, a part left out, an article or a father's name.

By their letters alone, so that none of these joins by itself: an office, a role, a page or the company has to agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from takhrij.link.parts import (
    ARTICLE,
    BOUND,
    CALLED,
    FATHER,
    PAIR,
    SHORTEST,
    clipped,
    shortened,
    slip,
    vowelled,
    within,
)
from takhrij.link.referents import Referent
from takhrij.text import fold_text

RESEMBLES = 0.75
"""So much of their letters a family name and a bad slip of it share (البغدادي for العبادي)."""
THE, KUNYA, HOUSE = "ال", "ابو_", "ال_"
"""The article, and how father of and a house's name begin in a skeleton."""
WRITTEN_ON = "ب", "بو"
"""What of father of stays where it is written onto a family's name: the letters that are compared, or all."""
FEW = 10
"""A family name that is a letter off a known one is a slip only where so few bear the rarer of both names."""


def house(a: Referent, b: Referent) -> bool:
    """Whether a father's name and a family's, with the article or without, are one word behind one given name.

    The same man is named in all ways (سعود بن فيصل، سعود فيصل، سعود الفيصل), and so are cousins: more has to agree.
    """
    if len(a.skeleton) != PAIR or len(b.skeleton) != PAIR or a.skeleton[0] != b.skeleton[0]:
        return False
    father, family = sorted((a.skeleton[-1], b.skeleton[-1]), key=lambda part: not part.startswith(FATHER))
    return father.startswith(FATHER) and father.removeprefix(FATHER) in (family, family[ARTICLE:])


def goes_on(short: Referent, long: Referent) -> bool:
    """Whether a name of two parts or more leaves out parts of another with its given name, or has an article more.

    An article more needs a role of both. Of a given name of two words the second may be left out (سيف الدين).
    """
    a, b = short.skeleton, long.skeleton
    if b[0].startswith(a[0] + BOUND) and a[1:] == b[1:]:
        return len(a) >= PAIR
    if len(a) < PAIR or len(a) >= len(b) or a[0] != b[0]:
        return False
    if within(a, b):
        return True
    last, parts = a[-1], b[1:]
    return bool(short.roles and long.roles) and len(a) == PAIR and last[ARTICLE:] in parts and len(last) > SHORTEST


def near(a: Referent, b: Referent, *, stated: bool = False) -> bool:
    """Whether one end of two full names is the same and the other a slip or a short form of it.

    Before a foreign family name a given name may be cut off anywhere (كريس، كريستوفر).
    Two given names that keep all their letters (محمد، محمود) are two but where an office of one state is `stated`.
    Two listed persons are two (سلمان and سلطان were ministers of one state). Where a name ends with a father's, or
    what agrees is a house's name (آل سعود), nobody is told from his brothers.
    """
    if house(a, b) or vowels(a, b):
        return True
    if (a.listed and b.listed) or a.skeleton[-1].startswith(FATHER) or b.skeleton[-1].startswith(FATHER):
        return False
    first, last = a.skeleton[0] == b.skeleton[0], a.skeleton[-1] == b.skeleton[-1]
    end = -1 if first else 0
    x, y = (fold_text(r.names[0]).split()[end] for r in (a, b))
    if first and not last and x == y and _housed(a.skeleton[-1], b.skeleton[-1]):  # سامي آل نجدي، سامي نجدي
        return True
    if first == last or "_" in a.skeleton[0 if first else -1]:
        return False
    if last and not stated and x == a.skeleton[0] and y == b.skeleton[0]:
        return False
    if x != y and (slip(x, y) or shortened(x, y, ends=first)):
        return True
    if last and not spelt_out(a) and clipped(x, y):
        return True
    foreign = not x.endswith(a.skeleton[end]) and not y.endswith(b.skeleton[end])
    return foreign and slip(a.skeleton[end], b.skeleton[end], SHORTEST - 1 if first and stated else SHORTEST)


def vowels(a: Referent, b: Referent) -> bool:
    """Whether foreign names that few bear differ by long vowels within a word (رايان ديلون، ريان ديلون).

    Names of which only two consonants are left keep their vowels in the skeleton.
    """
    x, y = (fold_text(r.names[0]).split() for r in (a, b))
    if (
        (a.listed and b.listed)
        or not (PAIR == len(x) == len(y) == len(a.skeleton) == len(b.skeleton))
        or max(a.bearers, b.bearers) > FEW
    ):
        return False
    foreign = a.skeleton[-1] == b.skeleton[-1] != x[-1] or a.skeleton[0] == b.skeleton[0] != x[0]
    return foreign and all(one == other or vowelled(one, other) for one, other in zip(x, y, strict=True))


def _housed(a: str, b: str) -> bool:
    """Whether one family name of two words is the other behind a small word bound to it, or behind an article."""
    short, long = sorted((a, b), key=len)
    return long.endswith(BOUND + short) or (BOUND in short and long[ARTICLE:] == short)


def rough(r: Referent) -> Iterator[str]:
    """Yield by what a full name is found again that is a slip of this or has an article less.

    The given name with the family, and with its skeleton where only that is compared, without any one letter, or with
    the family without its first two.
    """
    first, last = r.skeleton[0], r.skeleton[-1]
    family = fold_text(r.names[0]).split()[-1]
    for word in (family,) if family.endswith(last) else (last, family):
        if len(word) >= SHORTEST - 1:
            for k in range(len(word)):
                yield f"{first}|{word[:k]}{word[k + 1 :]}"
    yield f"{first}|{family}"
    if not spelt_out(r):
        yield from _given(fold_text(r.names[0]).split()[0], last)
    if len(family) > SHORTEST:
        yield f"{first}|{family[ARTICLE:]}"


def letters(r: Referent) -> Iterator[str]:
    """Yield by what a name is found again of which the spaces differ, or what is bound to it.

    A word that goes on behind father of may stand without the article (أبو الفضل، أبو فضل), and that in a family
    may be written onto it without its first letter (أبو سهمين، بوسهمين).
    """
    yield _bare(r.skeleton)
    *others, last = r.skeleton
    if others and last.startswith(KUNYA):
        for written in WRITTEN_ON:
            yield _bare((*others, written + last.removeprefix(KUNYA)))


def loosely(a: Referent, b: Referent) -> bool:
    """Whether names of the same letters differ by an article behind a bound word, or by a house for an article."""
    if _houses(a) != _houses(b):
        return True
    whole, other = ("".join(r.skeleton).replace(BOUND, "") for r in (a, b))
    return whole != other and _bare(a.skeleton) == _bare(b.skeleton)


def _bare(skeleton: Sequence[str]) -> str:
    """Return the letters of a name without the articles behind bound words."""
    return "".join(part.replace(BOUND + THE, BOUND) for part in skeleton).replace(BOUND, "")


def _houses(r: Referent) -> bool:
    return any(part.startswith(HOUSE) for part in r.skeleton)


def _given(given: str, last: str) -> Iterator[str]:
    """Yield by what a name with a foreign family is found again whose given name is a slip of this one or cut off."""
    if len(given) >= CALLED:
        yield f"{given[:CALLED]}~|{last}"
        yield f"~{given[-CALLED:]}|{last}"


def spelt_out(r: Referent) -> bool:
    """Whether a family name is compared with all its letters: a known one, of which another may be a letter off."""
    return fold_text(r.names[0]).split()[-1].endswith(r.skeleton[-1])


def resembles(a: Referent, b: Referent) -> bool:
    """Whether of two names of one given name the families, both long, share most of their letters in order."""
    x, y = (fold_text(r.names[0]).split()[-1] for r in (a, b))
    if a.skeleton[0] != b.skeleton[0] or len(a.skeleton) != len(b.skeleton) or (a.listed and b.listed):
        return False
    return min(len(x), len(y)) > SHORTEST + 1 and SequenceMatcher(None, x, y, autojunk=False).ratio() >= RESEMBLES
