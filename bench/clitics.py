"""Clitics on the labelled words of `labels/clitics.tsv`, and their speed on whole pages.

`python -m bench.clitics --write` learns anew what a word's look tells: from the counted words,
split by evidence.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import math
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from bench import intervals, shared
from takhrij import lang, pipeline
from takhrij.analyse.clitics import evidence, signs, splitter
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
    for half in ("train", "test", "second", "develop", "fourth"):
        of = sum(case.half == half for case in cases())
        if not of:
            continue
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


TABLE: Final = lang.ARABIC / "clitic_shapes.tsv"
_FEW: Final = 8
"""Words that must bear a sign."""
_ROUNDS: Final = 15
_DECAY, _STEP, _CALM = 1e-4, 0.1, 3
_TOLD: Final = 0.2
"""Weights that are smaller tell nothing."""
_SEEN: Final = 64
"""Words that occur more often look like nothing but themselves."""


def learn(knowledge: Knowledge) -> dict[str, float]:
    """Return the weight of each sign, by logistic regression on the rarer counted words by their hash."""
    rows = [(signs(word), bool(prefix)) for word, prefix in _counted(knowledge)]
    often = Counter(sign for row, _ in rows for sign in row)
    weights = {sign: 0.0 for sign, count in often.items() if count >= _FEW}
    for turn in range(_ROUNDS):
        for row, cut in rows:
            told = [sign for sign in row if sign in weights]
            value = sum(weights[sign] for sign in told)
            slope = (1 / (1 + math.exp(-max(min(value, 30.0), -30.0))) - cut) * _STEP / (1 + turn / _CALM)
            for sign in told:
                weights[sign] = weights[sign] * (1 - _DECAY) - slope
    return weights


def _counted(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Return the counted words that begin with a letter that may be a clitic, و and the article left out."""
    found = [
        (word, split.prefix)
        for word, count, split in evidence(knowledge)
        if word[0] in "بفلكس" and len(word) > 3 and count <= _SEEN
        if not word.startswith(("لل", "بال", "كال", "فال"))
    ]
    return sorted(found, key=lambda item: hashlib.sha256(item[0].encode()).hexdigest())


def main() -> None:
    """Write the table of looks, or print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.clitics", description=__doc__)
    parser.add_argument("--write", action="store_true", help="learn what looks tell, and write it down")
    knowledge = pipeline.knowledge_of(())
    if not parser.parse_args().write:
        shared.or_skip()
        print("\n".join(figures(knowledge)))
        return
    weights = learn(knowledge)
    lines = [f"{sign}\t{weight:.1f}" for sign, weight in sorted(weights.items()) if abs(weight) >= _TOLD]
    note = "# What a word's look tells of a clitic at its beginning (log odds): learned by bench/clitics.py --write."
    TABLE.write_text("\n".join([note, "sign\tweight", *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} signs")


if __name__ == "__main__":
    main()
