"""Passages planted in other articles, verbatim and lightly edited: found to how many characters?

    python -m bench.planted [--half develop|test] [--misses]

Made at run time of `../shared/corpora/saudi_bylines`: whole sentences of one article are put between two paragraphs
of another that shares no eight words with it, or behind one of its paragraphs, edited in one of seven ways. Both
pages are read as any page is, and `link.copies` aligns them. A passage has four boundaries, its first and last
character on both pages; where it is found in several pieces, the outermost count. Articles with an even SHA-256 of
their id are for developing.
"""

from __future__ import annotations

import argparse
import random
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from bench import intervals, joins, shared, sites
from takhrij import link, pipeline
from takhrij.knowledge import Knowledge
from takhrij.link import copies
from takhrij.records import Copy, Links, Page
from takhrij.text import fold_words, sentences

PASSAGES: Final = 500
WORDS: Final = range(25, 91)
"""Words of a passage."""
CLOSE: Final = 5
"""Characters by which a boundary may be off."""
GRAM: Final = 8
EDGE: Final = 2
"""Sentences at an article's beginning and end that no passage is taken from: datelines and links stand there."""
SENTENCE: Final = 6
"""Least words of each sentence of a passage."""
FIGURES: Final = 8
"""At most one word in so many of a passage is a figure: rows of figures are copies for nobody."""
_VERBS: Final = (
    ("أعلن", "كشف عن"),
    ("أعلنت", "كشفت"),
    ("قال", "ذكر"),
    ("قالت", "ذكرت"),
    ("وقال", "وذكر"),
    ("وقالت", "وأفادت"),
    ("أكد", "شدد على"),
    ("أكدت", "بينت"),
    ("وأكد", "وبين"),
    ("أوضح", "أفاد"),
    ("وأوضح", "وأفاد"),
    ("وأضاف", "وتابع"),
    ("وأضافت", "وتابعت"),
    ("وأشار", "ولفت"),
    ("وأشارت", "ولفتت"),
    ("ذكر", "أفاد"),
    ("ذكرت", "أفادت"),
    ("بدأت", "انطلقت"),
    ("بدأ", "انطلق"),
    ("كشف", "أعلن"),
    ("كشفت", "أعلنت"),
)
_SPELLINGS: Final = (("أ", "ا"), ("إ", "ا"), ("ة", "ه"), ("ى", "ي"), ("ي", "ى"))
_MARKS: Final = ("\u0640", "\u064e", "\u0651", "\u200f")


class Planted(NamedTuple):
    """Two pages, and where the passage stands on each; `edit` is how the right one's differs."""

    left: Page
    right: Page
    here: tuple[int, int]
    there: tuple[int, int]
    edit: str


class Found(NamedTuple):
    """A planted passage, how many pieces it was found in, and by how many characters its four boundaries are off."""

    planted: Planted
    pieces: int
    off: tuple[int, ...]


def made(half: joins.Half) -> Iterator[Planted]:
    """Yield the passages, the edits in turn."""
    known = [item for item in joins.items(half) if len(item.paragraphs) > 2]
    grams = [_grams(" ".join(item.paragraphs)) for item in known]
    number = 0
    for i, (donor, host) in enumerate(pairwise(known)):
        if number == PASSAGES:
            return
        dice = random.Random(number)
        text, body = "\n\n".join(donor.lines), list(host.lines)
        spot = _passage(text, len(donor.title), dice)
        if grams[i] & grams[i + 1] or spot is None:
            continue
        edit = tuple(EDITS)[number % len(EDITS)]
        changed = text[spot[0] : spot[1]]
        for step in EDITS[edit]:
            changed = step(changed, dice)
        glued, after = number % 3 == 0, dice.randrange(2, len(body))
        before = "\n\n".join(body[:after]) + (" " if glued else "\n\n")
        right = before + changed + "\n\n" + "\n\n".join(body[after:])
        there = len(before), len(before) + len(changed)
        yield Planted(_page(f"a{number}", text), _page(f"b{number}", right), spot, there, edit)
        number += 1


def measure(knowledge: Knowledge, half: joins.Half) -> list[Found]:
    """Return what came of every passage."""
    planted = list(made(half))
    analyses = [sites.read(page, knowledge) for p in planted for page in (p.left, p.right)]
    by_pair: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in link.run(copies, analyses, Links()).copies:
        if copy.left.page[1:] == copy.right.page[1:]:
            by_pair[copy.left.page].append(copy)
    return [_found(p, [c for c in by_pair[p.left.id] if _touches(c, p)]) for p in planted]


def _touches(copy: Copy, planted: Planted) -> bool:
    """Whether a copy is of the passage on both pages; some articles say a thing twice in like words."""
    sides = (copy.left, planted.here), (copy.right, planted.there)
    return all(span.start < end and start < span.end for span, (start, end) in sides)


def _found(planted: Planted, pieces: Sequence[Copy]) -> Found:
    if not pieces:
        return Found(planted, 0, ())
    hulls = [
        (min(c.left.start for c in pieces), max(c.left.end for c in pieces)),
        (min(c.right.start for c in pieces), max(c.right.end for c in pieces)),
    ]
    truths = planted.here, planted.there
    off = tuple(
        abs(a - b) for hull, truth in zip(hulls, truths, strict=True) for a, b in zip(hull, truth, strict=True)
    )
    return Found(planted, len(pieces), off)


def figures(knowledge: Knowledge, half: joins.Half = "test") -> Iterator[str]:
    """Yield the lines to print."""
    found = measure(knowledge, half)
    yield f"# Planted passages, {half}, {len(found)} of them"
    yield f"found: {intervals.share(sum(bool(f.pieces) for f in found), len(found))}"
    yield f"found in one piece: {intervals.share(sum(f.pieces == 1 for f in found), len(found))}"
    yield f"all four boundaries within {CLOSE} characters: {_close(found)}"
    off = [n for f in found for n in f.off]
    yield f"boundaries within {CLOSE} characters: {intervals.share(sum(n <= CLOSE for n in off), len(off))}"
    mean = intervals.mean([statistics.mean(f.off) for f in found if f.off])
    yield f"characters off a boundary, mean {mean}; median {statistics.median(off):g}"
    for edit in EDITS:
        yield f"  {edit}: within {CLOSE} {_close([f for f in found if f.planted.edit == edit])}"


def _close(found: Sequence[Found]) -> str:
    return intervals.share(sum(bool(f.off) and max(f.off) <= CLOSE for f in found), len(found))


def _page(name: str, text: str) -> Page:
    return Page(id=name, text=text, sources=(name,), raw_sha256="")


def _grams(text: str) -> set[tuple[str, ...]]:
    words = fold_words(text)
    return {tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)}


def _passage(text: str, start: int, dice: random.Random) -> tuple[int, int] | None:
    """Return where whole sentences of running text stand, neither the first nor the last ones; None if nowhere."""
    told = list(sentences(text, start, len(text)))[EDGE:-EDGE]
    fits = [
        (told[i][0], told[j][1])
        for i in range(len(told))
        for j in range(i, len(told))
        if _prose(text[a:b] for a, b in told[i : j + 1]) and len(text[told[i][0] : told[j][1]].split()) in WORDS
    ]
    return dice.choice(fits) if fits else None


def _prose(told: Iterable[str]) -> bool:
    """Whether the sentences are running text: whole ones with few figures, no question and answer, no list."""
    words = [sentence.split() for sentence in told]
    figures = sum(any(c.isdigit() for c in word) for sentence in words for word in sentence)
    whole = all(len(sentence) >= SENTENCE and sentence[0][0].isalpha() for sentence in words)
    return whole and figures * FIGURES <= sum(map(len, words))


def _verb(text: str, dice: random.Random) -> str:
    """Change the first verb that has another, wherever it stands; the first word where none has."""
    del dice
    words = text.split(" ")
    other = dict(_VERBS)
    spot = next((i for i, word in enumerate(words) if word in other), None)
    if spot is None:
        return " ".join(["وأفاد", *words[1:]])
    return " ".join([*words[:spot], other[words[spot]], *words[spot + 1 :]])


def _dropped(text: str, dice: random.Random) -> str:
    """Drop three to seven words that are neither at the beginning nor at the end."""
    words = text.split(" ")
    size = min(dice.randint(3, 7), len(words) - 10)
    first = dice.randint(5, len(words) - size - 5)
    return " ".join([*words[:first], *words[first + size :]])


def _spelt(text: str, dice: random.Random) -> str:
    """Spell a third of the words in another way, and put marks and long strokes into some."""

    def spell(word: str) -> str:
        if dice.random() < 0.1 and len(word) > 2 and word.isalpha():
            at = dice.randrange(1, len(word) - 1)
            return word[:at] + dice.choice(_MARKS) + word[at:]
        if dice.random() < 1 / 3:
            one, other = dice.choice(_SPELLINGS)
            return word.replace(one, other)
        return word

    return " ".join(map(spell, text.split(" ")))


def _another(text: str, dice: random.Random) -> str:
    """Put another word for two of the words, wherever they stand."""
    words = text.split(" ")
    for spot in dice.sample(range(len(words)), 2):
        words[spot] = dice.choice(("السلطات", "الجهات المعنية", "النظام", "الحكومة", "المسؤولون"))
    return " ".join(words)


def _same(text: str, dice: random.Random) -> str:
    del dice
    return text


EDITS: Final = {
    "verbatim": (_same,),
    "another verb": (_verb,),
    "a dropped clause": (_dropped,),
    "other spellings": (_spelt,),
    "another word, twice": (_another,),
    "verb and spellings": (_verb, _spelt),
    "all of them": (_verb, _dropped, _another, _spelt),
}


def main() -> None:
    """Print the figures of the test half, or of the other with `--half develop`."""
    parser = argparse.ArgumentParser(prog="python -m bench.planted", description=__doc__)
    parser.add_argument("--half", choices=("develop", "test"), default="test")
    parser.add_argument("--misses", action="store_true", help="print what is off (developing half only)")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    if arguments.misses:
        for found in measure(knowledge, "develop"):
            if not found.off or max(found.off) > CLOSE:
                p = found.planted
                print(p.edit, found.pieces, found.off)
                for page, (start, end) in ((p.left, p.here), (p.right, p.there)):
                    text = page.text
                    print(
                        "   ",
                        " ".join(text[start - 60 : start].split()),
                        "[[",
                        " ".join(text[start:end].split()),
                        "]]",
                        " ".join(text[end : end + 60].split()),
                    )
        return
    for line in figures(knowledge, arguments.half):
        print(line)


if __name__ == "__main__":
    main()
