"""Speed and memory on real articles: pages/s and characters/s of `analyse` and of the whole build, on one core.

python -m bench.speed [--articles 2000] [--all]
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import resource
import sys
import tempfile
import time
from pathlib import Path

from bench import shared
from takhrij import pipeline

CORPUS = shared.SHARED / "corpora" / "saudi_bylines.jsonl.gz"
FEW = 2_000


def measure(articles: int | None) -> str:
    """Return one line on the build of the first `articles` of the corpus (None: all), by the serial engine."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with gzip.open(CORPUS) as source, path.open("wb") as target:
            target.writelines(itertools.islice(source, articles))
        begun: dict[str, float] = {}

        def watch(stage: str, _done: int, _total: int) -> None:
            begun.setdefault(stage, time.perf_counter())

        dossier = pipeline.build([path], progress=watch)
        end = time.perf_counter()
    pages, characters = len(dossier.pages), sum(len(page.text) for page in dossier.pages)
    analyse, link = begun["link"] - begun["analyse"], end - begun["link"]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{pages} articles, {characters:,} characters, {len(dossier.failures)} failures: "
        f"analyse {analyse:.1f} s = {pages / analyse:.0f} pages/s = {characters / analyse / 1000:.0f} k characters/s "
        f"a core; link and dossier {link:.1f} s; peak memory {memory:.0f} MB"
    )


def main() -> None:
    """Print one line for 2,000 articles, and one for all with `--all`."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--articles", type=int, default=FEW)
    parser.add_argument("--all", action="store_true", help="measure all 11,427 articles too")
    arguments = parser.parse_args()
    shared.or_skip()
    print(measure(arguments.articles))
    sys.stdout.flush()
    if arguments.all:
        print(measure(None))


if __name__ == "__main__":
    main()
