"""Where a story begins behind its headline: counts the words, learns the weights, and measures both.

    python -m bench.seams [--write]

Newspaper articles of `../shared` are parted in two by the hash of their ids: one half is counted and learned from,
the other measures. `--write` makes `lang/ar/openings.tsv` and `lang/ar/seams.tsv` again: counts and weights only.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from bench import intervals, logistic, shared
from takhrij import pipeline
from takhrij.analyse.blocks import seams
from takhrij.knowledge import Knowledge
from takhrij.text import fold, fold_words

FOLDER: Final = Path(__file__).parents[1] / "src" / "takhrij" / "lang" / "ar"
FIRST: Final = 2
SECOND: Final = 2
"""How often a word has to stand first or second in a story to be counted at all."""
LEARNED: Final = 5000
MEASURED: Final = 3000
WORDS: Final = 12
LEVELS: Final = (0.0, 1.0, 2.0, 3.0)
PENALTY: Final = 0.001


class Article(NamedTuple):
    """A headline, the first paragraph, and the second."""

    title: str
    lead: str
    more: str


class Case(NamedTuple):
    """A text, and where in it the story begins behind the headline; -1 if no headline was joined to it."""

    text: str
    seam: int


def main() -> None:
    """Print how often the seam is found, and what is cut that is whole."""
    parser = argparse.ArgumentParser(prog="python -m bench.seams", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the tables of lang/ar")
    arguments = parser.parse_args()
    shared.or_skip()
    learned, measured = list(_articles(0)), list(_articles(1))
    if arguments.write:
        _write_openings(learned)
        knowledge = pipeline.knowledge_of(())
        rows, right = _examples(knowledge, _cases(learned[:LEARNED]))
        names = list(rows[0])
        told = [[row[name] for name in names] for row in rows]
        weights = logistic.learn(told, right, [1 / len(rows)] * len(rows), PENALTY / 2)
        _write("seams.tsv", "sign\tweight", [f"{n}\t{w:.3f}" for n, w in zip(names, weights, strict=True)])
    _measure(pipeline.knowledge_of(()), list(_cases(measured[:MEASURED])))


def _articles(half: int) -> Iterator[Article]:
    with gzip.open(shared.SHARED / "corpora" / "saudi_bylines.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if hashlib.sha256(item["id"].encode()).digest()[-1] % 2 != half:
                continue
            paragraphs = [p.strip() for p in item["content"].split("\n") if len(fold_words(p)) >= WORDS]
            title = re.sub(r"[.\s]+$", "", item["title"])
            if paragraphs and len(title.split()) >= seams.LEAST + 1:
                yield Article(title, paragraphs[0], paragraphs[1] if len(paragraphs) > 1 else "")


def _cases(articles: list[Article]) -> Iterator[Case]:
    """Three joined texts to two whole ones: a first paragraph and a second."""
    for n, article in enumerate(articles):
        if n % 5 < 3:
            yield Case(f"{article.title} {article.lead}", len(article.title) + 1)
        elif article.more or n % 5 == 3:
            yield Case(article.lead if n % 5 == 3 else article.more, -1)


def _write_openings(articles: list[Article]) -> None:
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    for article in articles:
        words = fold_words(article.lead)
        first[words[0]] += 1
        second[words[1]] += 1
        elsewhere.update(words[1:])
        elsewhere.update(fold_words(article.more)[1:])
    chosen = sorted(w for w in {*first, *second} if first[w] >= FIRST or second[w] >= SECOND)
    rows = [f"{w}\t{first[w]}\t{second[w]}\t{elsewhere[w]}" for w in chosen if not w[0].isdigit()]
    _write("openings.tsv", "word\tfirst\tsecond\telsewhere", rows)


NOTES: Final = {
    "openings.tsv": "How often a word is a news story's first or second, and how often elsewhere: by bench/seams.py.",
    "seams.tsv": "Weights of the signs that a story begins at a word (log odds): by bench/seams.py.",
}


def _write(name: str, header: str, rows: list[str]) -> None:
    (FOLDER / name).write_text("\n".join([f"# {NOTES[name]}", header, *rows]) + "\n", encoding="utf-8")


def _examples(knowledge: Knowledge, cases: Iterator[Case]) -> tuple[list[dict[str, float]], list[bool]]:
    rows, right = [], []
    for case in cases:
        folded = fold(case.text)
        words = range(len(folded.words))
        for i in seams.candidates(folded, knowledge, words):
            rows.append(seams.signs(folded, knowledge, words, i))
            right.append(abs(folded.words[i].start - case.seam) <= 1)
    return rows, right


def _measure(knowledge: Knowledge, cases: list[Case]) -> None:
    joined = sum(case.seam > 0 for case in cases)
    for level in LEVELS:
        found = right = cut = 0
        for case in cases:
            folded = fold(case.text)
            seam = seams.find(folded, knowledge, range(len(folded.words)), level)
            if seam is not None and case.seam > 0:
                found += 1
                right += abs(folded.words[seam.word].start - case.seam) <= 1
            cut += seam is not None and case.seam < 0
        print(f"at {level:g}: found {intervals.share(right, joined)}")
        print(f"    of those cut right {intervals.share(right, found)}")
        print(f"    whole texts cut: {intervals.share(cut, len(cases) - joined)}")


if __name__ == "__main__":
    main()
