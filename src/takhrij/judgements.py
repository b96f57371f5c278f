"""Reads and writes people's judgements: JSON Lines, one ruling a line, in the order made; finds places again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from takhrij.errors import InputError
from takhrij.periods import fixed
from takhrij.records import Judgement, Span
from takhrij.text import fold, fold_words

_CURE = "Write one judgement a line, as docs/howto/correct-a-name.md shows."
_OF_TWO: Final = ("same person", "not the same person", "not a copy")
_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
_MOST: Final = 10_000
"""Places of a page that have a quote's words and are looked at."""


def read(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file in its order; blank lines count for nothing.

    Raises:
        InputError: for a file that cannot be read, or a line that is no judgement; it names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # JSON has other line separators as they are
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}", cure=_CURE) from error
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(checked(msgspec.json.decode(line, type=Judgement)))
            except msgspec.DecodeError as error:
                raise InputError(f"{path}:{number}: {error}", cure=_CURE) from error
            except InputError as error:
                raise InputError(f"{path}:{number}: {error}", cure=error.cure) from error
    return tuple(found)


def write(judgements: Iterable[Judgement]) -> bytes:
    """Return the lines that `read` reads."""
    return b"".join(msgspec.json.encode(judgement) + b"\n" for judgement in judgements)


def checked(judgement: Judgement) -> Judgement:
    """Return a judgement that says all that its ruling needs.

    Raises:
        InputError: where a second place or a date is missing, or the date is none, or words are no Unicode.
    """
    try:
        msgspec.json.encode(judgement)
    except UnicodeEncodeError as error:  # a shell may give any bytes
        raise InputError(f"what cannot be written: {error}", cure="Write it in UTF-8.") from error
    if judgement.ruling in _OF_TWO and judgement.right is None:
        raise InputError(f'"{judgement.ruling}" is about two places', cure="Give a second place too.")
    if judgement.ruling == "wrong date" and not _is_date(judgement.value):
        cure = "Write a day, month or year, or two with / between: 2024-10-12, 2024-10, 2024-10-12/2024-10-14."
        raise InputError(f"no date: {judgement.value or 'none given'}", cure=cure)
    return judgement


def _is_date(value: str) -> bool:
    sides = value.split("/")
    if len(sides) > len(("first", "last")) or not all(_DATE.fullmatch(side) for side in sides):
        return False
    found = [period for side in sides for period in fixed(side)]
    return len(found) == len(sides) and found[0].first <= found[-1].last


def placed(judgements: Iterable[Judgement], texts: Mapping[str, str]) -> tuple[Judgement, ...]:
    """Return the judgements with their places where `texts` (of pages, by id) have their quotes now.

    A place whose quote is nowhere on its page any more becomes empty, and so fits nothing.
    """
    return tuple(_placed(judgement, texts) for judgement in judgements)


def _placed(judgement: Judgement, texts: Mapping[str, str]) -> Judgement:
    left = _found(judgement.left, judgement.left_quote, texts)
    right = _found(judgement.right, judgement.right_quote, texts) if judgement.right else None
    return (
        judgement
        if (left, right) == (judgement.left, judgement.right)
        else replace(judgement, left=left, right=right)
    )


def _found(span: Span, quote: str, texts: Mapping[str, str]) -> Span:
    text = texts.get(span.page)
    if text is None or not quote:
        return span
    at = near(text, quote, span.start, span.end)
    return replace(span, start=at[0], end=at[1]) if at else replace(span, end=span.start)


def near(text: str, quote: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the words of `quote` stand in `text`, nearest to `start`; None where they do not.

    The place itself goes first, then the same words with other white space, at last the same in another spelling.
    """
    words = quote.split()
    if not words or text[start:end].split() == words:
        return (start, end)
    return min(_spaced(text, words) or _spelled(text, quote), key=lambda place: abs(place[0] - start), default=None)


def _spaced(text: str, words: list[str]) -> list[tuple[int, int]]:
    told = [(match.start(), match[0]) for match in re.finditer(r"\S+", text)]
    begins = [0, *accumulate(len(word) + 1 for _, word in told)]

    def at(place: int) -> int:
        k = bisect_right(begins, place) - 1
        return told[k][0] + place - begins[k]

    found = _all(" ".join(word for _, word in told), " ".join(words))
    return [(at(start), at(end - 1) + 1) for start, end in found]


def _spelled(text: str, quote: str) -> list[tuple[int, int]]:
    wanted, folded = fold_words(quote), fold(text)
    if not wanted:
        return []
    begins = [0, *accumulate(len(word) + 1 for word in folded.texts)]
    found = _all(f" {' '.join(folded.texts)} ", f" {' '.join(wanted)} ")
    firsts = [bisect_right(begins, start) - 1 for start, _ in found]
    return [(folded.words[k].start, folded.words[k + len(wanted) - 1].end) for k in firsts]


def _all(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return where `wanted` stands; `str.find` needs no longer for words that repeat themselves."""
    found: list[tuple[int, int]] = []
    start = text.find(wanted)
    while start >= 0 and len(found) < _MOST:
        found.append((start, start + len(wanted)))
        start = text.find(wanted, start + max(len(wanted) - 1, 1))
    return found


_PLACE: Final = re.compile(r"(?:claim/)?([^/:\s]{1,64})(?::|/[a-z-]{1,20}/)(\d{1,9})-(\d{1,9})")


def place(told: str) -> Span | None:
    """Return the place that PAGE:START-END or the id of what stands there names; None for neither."""
    match = _PLACE.fullmatch(told.strip())
    return Span(page=match[1], start=int(match[2]), end=int(match[3])) if match else None


def taken_back(judgement: Judgement, *, note: str = "", by: str = "", at: str = "") -> Judgement:
    """Return the ruling that takes another back."""
    return replace(judgement, ruling="withdrawn", value=judgement.ruling, note=note, by=by, at=at)
