"""The words that sites speak of themselves with: how much each tells that a sentence is the site's, not an article's.

    python -m bench.sitewords [--write]

Counted on pages of `syria_pages` whose site has no labelled test page. A site's own words are sentences that two of
its pages share while most of the rest differs, and what readers labelled as furniture or comment form; articles are
the labelled texts and every sixth of `saudi_bylines`. A word counts once a site. `--write` makes
`lang/ar/sitewords.tsv` again: words with their log odds only. Without it, prints what the words tell of labelled
sentences, each fifth of the sites with words counted on the others.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from bench import intervals, labelled, shared
from takhrij.analyse.blocks import prose
from takhrij.text import fold_words

TABLE: Final = Path(__file__).parents[1] / "src" / "takhrij" / "lang" / "ar" / "sitewords.tsv"
SENTENCE: Final = 5
"""Fewest words of a sentence that counts."""
ALIKE: Final = 0.4
"""Share of their sentences from which two pages are one text, printed twice."""
SITES: Final = 3
"""Fewest sites of a word in the table."""
LEAST: Final = 3.0
"""Log odds of its weakest word: weaker ones stand in articles about the press."""
FOLDS: Final = 5
_ENDS: Final = re.compile(r"\n|(?<=[.!?])\s(?! ?\.)")


class Sentence(NamedTuple):
    """A sentence's folded words, its site, whether it is the site's own, and whether a reader said so."""

    words: tuple[str, ...]
    site: str
    own: bool
    judged: bool


def sentences() -> Iterator[Sentence]:
    """Yield all sentences that count, labelled ones first, then those that pages of one site share, then articles."""
    labels = {row["page"]: row for row in map(json.loads, labelled.LABELS.open(encoding="utf-8"))}
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    test = {_site(item) for item in items if labels.get(item["page"], {}).get("half") == "test"}
    pages: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for item in items:
        if _site(item) in test:
            continue
        pages[_site(item)].setdefault(item["text"][:400], item["text"])
        for start, end, kind, _ in labels.get(item["page"], {}).get("segments", ()):
            if kind in ("body", "chrome", "comment"):
                for words in _parted(item["text"][start:end]):
                    yield Sentence(words, _site(item), kind != "body", True)
    for site, texts in sorted(pages.items()):
        for words in sorted(_shared([set(_parted(text)) for text in texts.values()])):
            yield Sentence(words, site, True, False)
    with gzip.open(labelled.CORPORA / "saudi_bylines.jsonl.gz", "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            if n % 6 == 0:
                for words in _parted(json.loads(line)["content"]):
                    yield Sentence(words, "", False, False)


def counted(found: Iterable[Sentence]) -> dict[str, float]:
    """Return the log odds of every word that tells enough."""
    sites: defaultdict[str, set[str]] = defaultdict(set)
    elsewhere: Counter[str] = Counter()
    known: set[str] = set()
    whole = 0
    for sentence in found:
        if sentence.own:
            known.add(sentence.site)
            for word in sentence.words:
                sites[word].add(sentence.site)
        else:
            elsewhere.update(set(sentence.words))
            whole += 1
    odds = {
        word: math.log((len(own) + 0.5) / (len(known) + 1)) - math.log((elsewhere[word] + 0.5) / (whole + 1))
        for word, own in sites.items()
        if len(own) >= SITES and not word[0].isdigit() and len(word) > 1
    }
    return {word: value for word, value in sorted(odds.items()) if value >= LEAST}


def main() -> None:
    """Count, and write or measure."""
    parser = argparse.ArgumentParser(prog="python -m bench.sitewords", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write lang/ar/sitewords.tsv")
    arguments = parser.parse_args()
    shared.or_skip()
    found = list(sentences())
    if arguments.write:
        note = "# Words that sites speak of themselves with, in log odds against articles: by bench/sitewords.py."
        rows = [f"{word}\t{value:.1f}" for word, value in counted(found).items()]
        TABLE.write_text("\n".join([note, "word\tweight", *rows]) + "\n", encoding="utf-8")
        return
    told: Counter[tuple[bool, bool]] = Counter()
    for k in range(FOLDS):
        weights = counted(sentence for sentence in found if not sentence.site or _fold(sentence.site) != k)
        for sentence in found:
            if sentence.judged and _fold(sentence.site) == k:
                told[sentence.own, prose.own_words(sentence.words, weights) < 0] += 1
    print(f"sentences of sites known: {intervals.share(told[True, True], told[True, True] + told[True, False])}")
    print(f"of articles lost: {intervals.share(told[False, True], told[False, True] + told[False, False])}")


def _parted(text: str) -> Iterator[tuple[str, ...]]:
    for part in _ENDS.split(text):
        words = tuple(fold_words(part))
        if len(words) >= SENTENCE:
            yield words


def _shared(pages: list[set[tuple[str, ...]]]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for one, other in combinations(pages, 2):
        both = one & other
        if len(both) < ALIKE * min(len(one), len(other)):
            found |= both
    return found


def _fold(site: str) -> int:
    return hashlib.sha256(site.encode()).digest()[0] % FOLDS


def _site(item: dict[str, str]) -> str:
    return urlsplit(item["url"]).netloc.removeprefix("www.")


if __name__ == "__main__":
    main()
