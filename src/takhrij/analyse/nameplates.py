"""Names in the line that opens a page: "headline | name", "name - headline", whether they are known or not.

Such a line was the browser's title. Dumps glue the page's first words to it, so a name is only believed where its end
is seen: the headline comes again right behind it, the page has the name once more, or it begins with a word like
paper or channel and ends with the adjectives that belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from takhrij.text import Folded

WITHIN: Final = 60
"""Words in which the page's title ends."""
LONGEST: Final = 5
"""Most words of a name."""
HEADLINE: Final = 3
"""Words that tell a headline from other text when they come again."""
SEARCHED: Final = 3000
"""Characters at either end of a page in which its name comes again."""
SURE: Final = 4.0
"""Weight of a name whose end is beyond doubt."""
_SIGN: Final = re.compile(r"[|»~]|(?<=\s)[-–—](?=\s)|::|: :|/ /|\" \"")
_ENDS: Final = re.compile(r"[\n|»~,،.؟!;؛:\"“”()\[\]#]|(?<=\s)[-–—/](?=\s)")
_BLOG: Final = re.compile(r"\s*([^\"»|\n]{2,60}?)\s*[»\"|]\s*Blog Archive\b")
"""What blogs write between their name and a headline."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


class Plate(NamedTuple):
    """A name from `start` to `end`, how it was told from the words around it, and how much that weighs."""

    start: int
    end: int
    rule: str
    weight: float


def find(raw: str, folded: Folded, carriers: Collection[str], never: Collection[str]) -> Iterator[Plate]:
    """Yield the names in the page's first words, in order; `never` are words and phrases that begin or end none."""
    words = folded.words
    if blog := _BLOG.match(raw):
        yield Plate(blog.start(1), blog.end(1), "before a blog's archive", SURE)
    last = min(len(words), WITHIN)
    second = next((k for k in range(HEADLINE + 1, last) if _repeats(folded, k, 0)), last)
    for k in range(1, second):
        sign = _SIGN.search(folded.gap(k - 1, k))
        if sign is None or "\n" in raw[: words[k - 1].end].strip():
            continue
        if plate := _behind(folded, k, carriers, never):
            yield plate
            if plate.weight == SURE:
                break
        if k <= LONGEST and sign.group() != '" "' and (plate := _before(folded, k, never)):
            yield plate
    yield from _alone(folded, carriers, never)


def _behind(folded: Folded, k: int, carriers: Collection[str], never: Collection[str]) -> Plate | None:
    """The name behind the sign before word `k`."""
    words = folded.words
    if k < HEADLINE or len(words[k - 1].text) == 1 or re.search(r"/ /|[\"“«]", folded.gap(k - 1, k)):
        return None
    stop = k + 1
    while stop < len(words) and stop - k <= LONGEST and not _ENDS.search(folded.gap(stop - 1, stop)):
        button = words[stop].text in never and not _repeats(folded, stop + 1, 0)
        if _repeats(folded, stop, 0) or button or _dated(folded, stop):
            break
        stop += 1
    seen = _repeats(folded, stop, 0)
    while seen and stop - k > 1 and words[stop - 1].text in never:
        stop -= 1
    if stop - k > LONGEST or stop >= len(words) or not _named(folded, k, stop, never):
        seen = False
    else:
        seen = seen or "\n" in folded.gap(stop - 1, stop)
    if seen:
        return Plate(words[k].start, words[stop - 1].end, "after the headline, which comes again", SURE)
    if (
        stop < len(words)
        and stop - k <= LONGEST
        and "|" in folded.gap(stop - 1, stop)
        and _named(folded, k, stop, never)
    ):
        later = range(stop, min(len(words), stop + WITHIN))
        if any(_repeats(folded, other, 0) for other in later):
            return Plate(words[k].start, words[stop - 1].end, "after the headline, before a bar", 2.0)
    size = _again(folded, k, min(stop, k + LONGEST), carriers)
    if size and _named(folded, k, k + size, never):
        return Plate(words[k].start, words[k + size - 1].end, "after the headline, and once more", 2.5)
    if words[k].text in carriers and (stop := _carried(folded, k, never)) - k > 1:
        return Plate(words[k].start, words[stop - 1].end, "after the headline", 2.0)
    return None


def _before(folded: Folded, k: int, never: Collection[str]) -> Plate | None:
    """The name from the page's first word to the sign before word `k`, with the headline behind it twice."""
    words = folded.words
    if not _named(folded, 0, k, never) or any(_ENDS.search(folded.gap(i, i + 1)) for i in range(k - 1)):
        return None
    again = range(k + HEADLINE, min(len(words), k + WITHIN))
    other = next((i for i in again if _repeats(folded, i, k)), 0)
    if not other or words[other - 1].text == words[k - 1].text:
        return None
    return Plate(words[0].start, words[k - 1].end, "before the headline, which comes again", 2.0)


def _alone(folded: Folded, carriers: Collection[str], never: Collection[str]) -> Iterator[Plate]:
    """Names with "paper", "agency" or the like before them that begin a line of the page's first words."""
    words = folded.words
    for first in range(min(len(words) - 1, WITHIN)):
        if words[first].text not in carriers or (first and "\n" not in folded.gap(first - 1, first)):
            continue
        until = range(first + 2, min(first + LONGEST, len(words)))
        stop = next((i for i in until if re.search(r"[|»~\n]|\" \"|: :|::", folded.gap(i - 1, i))), 0)
        if stop and _named(folded, first, stop, never):
            yield Plate(words[first].start, words[stop - 1].end, "the page's first words", 2.0)


def _repeats(folded: Folded, k: int, first: int) -> bool:
    """Whether the headline that begins with word `first` begins again with word `k`."""
    words = folded.words
    return k + HEADLINE <= len(words) and all(
        words[k + i].text == words[first + i].text for i in range(HEADLINE) if first + i < k
    )


def _again(folded: Folded, k: int, stop: int, carriers: Collection[str]) -> int:
    """How many words from word `k` stand once more on the page as a name does, 0 for none.

    As a name: behind a word like paper or a copyright's preposition, before a dateline's sign, a year or the end.
    """
    words, text = folded.words, folded.text
    start = words[k].end
    ends = text[start:] if len(text) < 2 * SEARCHED else f"{text[start:SEARCHED]}\n{text[-SEARCHED:]}"
    led = "|".join(map(re.escape, carriers))
    for size in range(stop - k, 0, -1):
        texts = [w.text for w in words[k : k + size]]
        told, bare = (" ".join([texts[0].removeprefix(cut), *texts[1:]]) for cut in ("", "ال"))
        if told not in ends and f"لل{bare}" not in ends:  # most do not: a pattern is made a hundred times as slowly
            continue
        name, stem = re.escape(told), re.escape(bare)
        if re.search(
            rf"(?<!\w)(?:(?:{led}) {name}(?!\w)|لل{stem}(?!\w)|{name}\s*(?:[:/|-] ?\w|[-,|] ?20\d\d|20\d\d|\Z))", ends
        ):
            return size
    return 0


def _carried(folded: Folded, k: int, never: Collection[str]) -> int:
    """Where the name that begins with a word like "paper" ends: one word and the adjectives behind it."""
    words, stop = folded.words, k + 2
    while stop < min(len(words), k + LONGEST) and not _ENDS.search(folded.gap(stop - 1, stop)):
        both = words[stop].text.startswith("ال") and words[stop - 1].text.startswith("ال")
        if not both or words[stop].text in never:
            break
        stop += 1
    single = stop == k + 2 and stop <= len(words) and words[k + 1].text in never
    return k if single or stop > len(words) else stop


def _dated(folded: Folded, k: int) -> bool:
    """Whether word `k` is a number that belongs to a date and not to the name before it."""
    words, text = folded.words, folded.words[k].text
    if not text[:1].isdigit():
        return False
    behind = folded.gap(k, k + 1) if k + 1 < len(words) else ""
    return bool(_YEAR.match(text)) or bool(re.search(r"[/:.-]", behind)) or not 2 <= len(text) <= 3


def _named(folded: Folded, first: int, stop: int, never: Collection[str]) -> bool:
    texts = [w.text for w in folded.words[first:stop]]
    letters = sum(not t[:1].isdigit() for t in texts)
    plain = texts[0] in never or " ".join(texts) in never or texts[-1] in never
    return letters > 0 and len(texts) <= LONGEST and not plain and not _YEAR.search(" ".join(texts))
