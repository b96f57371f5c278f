"""Whether an address in Latin letters is an Arabic name written down: enabbaladi is عنب بلدي.

Only consonants are compared, and those that addresses write alike (ط ت, ق ك, ض د ذ ظ ز) count as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

LEAST: Final = 3
"""Consonants that must agree."""
_LATIN: Final = ((r"sh|ch", "J"), (r"kh", "x"), (r"gh", "j"), (r"th", "t"), (r"dh", "d"), (r"ph|v", "f"))
_ARABIC: Final = str.maketrans(
    {
        **dict.fromkeys("اويءعهحىئؤ", ""),
        **dict.fromkeys("تطث", "t"),
        **dict.fromkeys("دضذظز", "d"),
        **dict.fromkeys("سص", "s"),
        **dict.fromkeys("قك", "k"),
        **dict.fromkeys("جغ", "j"),
        **dict(zip("بخرشفلمن", "bxrJflmn", strict=True)),
    }
)
_WEAK: Final = re.compile(r"[aeiouwyh]")
_TAIL: Final = re.compile(r"(?:news|press|tv|net|online|media|arabic|arab|ar|paper)$")
_SIMILAR: Final = str.maketrans("zqcpg", "dkkbj")


def skeletons(hosts: Iterable[str]) -> frozenset[str]:
    """Return the consonants of each host's name, with and without "news", "net" and the like at its end."""
    found = set()
    for host in hosts:
        parts = host.lower().removeprefix("www.").split(".")[:-1]
        for part in (p for p in parts if len(p) > 3):
            name = re.sub(r"[^a-z]", "", part)
            found |= {_latin(name), _latin(_TAIL.sub("", name))}
    return frozenset(s for s in found if len(s) >= LEAST)


def matches(words: Iterable[str], hosts: frozenset[str]) -> bool:
    """Whether the folded words of a name have the consonants of one of the hosts."""
    if not hosts:
        return False
    parts = list(words)
    plain = "".join(_latin(w) if w.isascii() else _arabic(w) for w in parts)
    bare = "".join(_latin(w) if w.isascii() else _arabic(w.removeprefix("ال")) for w in parts)
    both = {_once(plain), _once(bare)}
    return any(len(s) >= LEAST and s in hosts for s in both)


def _latin(text: str) -> str:
    for pattern, letter in _LATIN:
        text = re.sub(pattern, letter, text)
    return _once(_WEAK.sub("", text).translate(_SIMILAR))


def _arabic(word: str) -> str:
    return word.translate(_ARABIC)


def _once(text: str) -> str:
    return re.sub(r"(.)\1+", r"\1", text)
