"""Pairs of articles of which one holds the other: found, how fast, in how much memory; MinHash beside them.

    python -m bench.copies [--half develop|test] [--peers] [--speed] [--all]

On a half of `../shared/corpora/saudi_bylines` (by SHA-256 of the id; even: develop). The truth is counted without
sketches: an index of every run of eight folded words, and all pairs of articles of two addresses where the shorter
has 80 % of its runs in the other. `--speed` times the stage (shingles, groups, alignment) on 2,000 articles, with
`--all` on all, given their analyses, on one core; memory is the whole process's, analyses included. Pages are read
as far as their sentences, so that no names are known, which only lets more short passages through.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import itertools
import json
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench import intervals, joins, peers, shared, sites
from takhrij import link, pipeline
from takhrij.knowledge import Knowledge
from takhrij.link import copies
from takhrij.records import Analysis, Links, Page
from takhrij.text import fold_words

GRAM: Final = 8
HELD: Final = 0.8
MOSTLY: Final = 0.6
"""Share of the shorter article that its copies cover for it to be found as a whole."""
FEW: Final = 2_000
DATASKETCH: Final = peers.Peer("datasketch", ("datasketch==1.6.5",), Path(__file__).with_name("peer_minhash.py"))

Pair = tuple[str, str]


class Item(NamedTuple):
    """An article of the corpus and its folded words, the headline left out."""

    page: Page
    words: list[str]


def items(half: joins.Half | None) -> Iterator[Item]:
    """Yield the articles of a half (None: of both), in the order of the corpus."""
    with gzip.open(joins.CORPUS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            odd = bool(hashlib.sha256(row["id"].encode()).digest()[-1] % 2)
            if half is None or odd == (half == "test"):
                title, content = " ".join(html.unescape(row["title"]).split()), html.unescape(row["content"])
                page = Page(
                    id=row["id"], text=f"{title}\n\n{content}", sources=(row["id"],), raw_sha256="", url=row["url"]
                )
                yield Item(page, fold_words(content))


def truth(known: Sequence[Item]) -> dict[Pair, float]:
    """Return the pairs of articles of two addresses of which one holds the other, and how much of it."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    sizes = []
    for n, item in enumerate(known):
        grams = {hash(tuple(item.words[i : i + GRAM])) for i in range(len(item.words) - GRAM + 1)}
        sizes.append(len(grams))
        for gram in grams:
            holders[gram].append(n)
    common: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        if len(group) > 1:
            common.update(itertools.combinations(group, 2))
    found = {}
    for (a, b), count in common.items():
        share, left, right = count / min(sizes[a], sizes[b]), known[a].page, known[b].page
        if share >= HELD and left.url != right.url:
            first, last = sorted((left.id, right.id))
            found[first, last] = share
    return found


def read(known: Iterable[Item], knowledge: Knowledge) -> list[Analysis]:
    """Return the articles and sentences of the pages."""
    return [sites.read(item.page, knowledge) for item in known]


def pairs(analyses: Sequence[Analysis]) -> dict[Pair, float]:
    """Return the pairs of pages between which passages are copied, and the share of the shorter that they cover."""
    sides: defaultdict[Pair, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for copy in link.run(copies, analyses, Links()).copies:
        first, last = sorted((copy.left.page, copy.right.page))
        for span in (copy.left, copy.right):
            sides[first, last][span.page] += span.end - span.start
    length = {a.page: sum(s.span.end - s.span.start for s in a.sentences) for a in analyses}
    return {
        pair: covered[page] / length[page]
        for pair, covered in sides.items()
        for page in [min(pair, key=lambda p: (length[p], p))]
    }


def figures(knowledge: Knowledge, half: joins.Half = "test", *, against: bool = False) -> Iterator[str]:
    """Yield the lines to print."""
    known = list(items(half))
    true = truth(known)
    analyses = read(known, knowledge)
    found = pairs(analyses)
    told = {a.page for a in analyses if a.sentences}
    yield f"# Copies, {half}, {len(known)} articles, {len(true)} pairs of which one holds {HELD:.0%} of the other"
    yield f"pairs found: {intervals.share(len(true.keys() & found.keys()), len(true))}"
    whole = sum(found.get(pair, 0) >= MOSTLY for pair in true)
    yield f"  over {MOSTLY:.0%} of the shorter and more: {intervals.share(whole, len(true))}"
    readable = [pair for pair in true if set(pair) <= told]
    both = intervals.share(sum(pair in found for pair in readable), len(readable))
    yield f"  where both pages were read as articles: {both}"
    yield f"pairs with any copied passage: {len(found)}"
    if against:
        yield from _peers(known, true)


def _peers(known: Sequence[Item], true: dict[Pair, float]) -> Iterator[str]:
    urls = {item.page.id: item.page.url for item in known}
    answer = peers.run(DATASKETCH, ({"id": item.page.id, "words": item.words} for item in known))
    if isinstance(answer, peers.Missing):
        yield f"datasketch: not run ({answer.why})"
        return
    for index in answer:
        given = {(a, b) for a, b in index["pairs"] if urls[a] != urls[b]}
        yield (
            f"datasketch {index['name']}: pairs found {intervals.share(len(true.keys() & given), len(true))}, "
            f"given {len(given)}, {index['seconds']:.1f} s of one core"
        )


def speed(knowledge: Knowledge, articles: int | None) -> str:
    """Return one line on the stage over the first `articles` (None: all)."""
    analyses = read(itertools.islice(items(None), articles), knowledge)
    before, wall, core = _megabytes(), time.perf_counter(), time.process_time()
    links = link.run(copies, analyses, Links())
    wall, core = time.perf_counter() - wall, time.process_time() - core
    return (
        f"{len(analyses)} articles, {len(links.copies)} copied passages: {core:.1f} s of one core, {wall:.1f} s by "
        f"the clock; peak memory {_megabytes():.0f} MB, before the stage {before:.0f} MB"
    )


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the figures of the test half, or of the other with `--half develop`."""
    parser = argparse.ArgumentParser(prog="python -m bench.copies", description=__doc__)
    parser.add_argument("--half", choices=("develop", "test"), default="test")
    parser.add_argument("--peers", action="store_true", help="measure datasketch's MinHash too")
    parser.add_argument("--speed", action="store_true", help="measure seconds and memory instead")
    parser.add_argument("--all", action="store_true", help="with --speed: of all 11,427 articles")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    if arguments.speed:
        print(speed(knowledge, None if arguments.all else FEW))
        return
    for line in figures(knowledge, arguments.half, against=arguments.peers):
        print(line)


if __name__ == "__main__":
    main()
