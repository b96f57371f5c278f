"""Clitics on the labelled words of `labels/clitics.tsv`, and their speed on whole pages."""

from __future__ import annotations

import csv
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from bench import intervals, shared
from takhrij.analyse.clitics import splitter
from takhrij.knowledge import Knowledge
from takhrij.text import Folded, fold

LABELS: Final = Path(__file__).parent / "labels" / "clitics.tsv"
CORPUS: Final = shared.SHARED / "corpora" / "syria_pages.jsonl.gz"
_TIMED: Final = 300
"""Pages on which the speed is measured."""


class Case(NamedTuple):
    """A word, the prefix that a reader cuts, and the page where it was read (empty: none)."""

    word: str
    prefix: str
    half: str
    page: str


def cases() -> list[Case]:
    """Return the labelled words."""
    with LABELS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [Case(row["word"], row["prefix"], row["half"], row["page"]) for row in rows]


def wrong(half: str, knowledge: Knowledge) -> Iterator[tuple[Case, str]]:
    """Yield the words of a half that are cut otherwise, with the prefix cut."""
    pages = _pages()
    for case in cases():
        if case.half == half:
            found = splitter(pages.get(case.page, fold(case.word)), knowledge)(case.word).prefix
            if found != case.prefix:
                yield case, found


def figures(knowledge: Knowledge) -> Iterator[str]:
    """Yield a line for each half, and one on the speed."""
    for half in ("train", "test"):
        of = sum(case.half == half for case in cases())
        yield f"{half}: {intervals.share(of - len(list(wrong(half, knowledge))), of)}"
    folded = list(_pages().values())[:_TIMED]
    for warm in (False, True):
        begin = time.process_time()
        for page in folded:
            split = splitter(page, knowledge)
            for word in page.words:
                split(word.text)
        seconds = time.process_time() - begin
        if warm:
            length = sum(len(page.raw) for page in folded)
            yield f"speed: {length / seconds / 1e6:.2f} M characters/s over {length:,} characters of {_TIMED} pages"


def _pages() -> dict[str, Folded]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        wanted = {case.page for case in cases()}
        items = map(json.loads, lines)
        return {item["page"]: fold(item["text"]) for item in items if item["page"] in wanted}
