"""Speed and memory on real articles: pages/s and characters/s of `analyse` and of the whole build, on one core.

python -m bench.speed [--articles 2000] [--all]

Machines and their hours differ by a factor of three, so the speed of a bare loop of Python is printed beside: figures
of two runs compare by what they are of it. Seconds are the processor's.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import resource
import tempfile
import time
from pathlib import Path

from bench import shared
from takhrij import garbage, pipeline

CORPORA = ("saudi_bylines", "syria_pages")
FEW = 2_000
_STEPS = 5_000_000


def pace() -> float:
    """Return how many steps of a bare loop this Python does in a second, the best of three runs."""
    best = float("inf")
    for _ in range(3):
        begin, total = time.process_time(), 0
        for step in range(_STEPS):
            total += step
        best = min(best, time.process_time() - begin)
    return _STEPS / best


def measure(corpus: str, articles: int | None) -> str:
    """Return one line on the build of the first `articles` of a corpus (None: all), by the serial engine."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with gzip.open(shared.SHARED / "corpora" / f"{corpus}.jsonl.gz") as source, path.open("wb") as target:
            target.writelines(itertools.islice(source, articles))
        begun: dict[str, float] = {}

        def watch(stage: str, _done: int, _total: int) -> None:
            begun.setdefault(stage, time.process_time())

        dossier = pipeline.build([path], progress=watch)
        end = time.process_time()
    pages, characters = len(dossier.pages), sum(len(page.text) for page in dossier.pages)
    analyse, link = begun["link"] - begun["analyse"], end - begun["link"]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{corpus}: {pages} pages, {characters:,} characters, {len(dossier.failures)} failures: "
        f"analyse {analyse:.1f} s = {pages / analyse:.0f} pages/s = {characters / analyse / 1000:.0f} k characters/s "
        f"a core; link and dossier {link:.1f} s; peak memory {memory:.0f} MB"
    )


def main() -> None:
    """Print one line for the first pages of each corpus, with `--all` one for all of each."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--articles", type=int, default=FEW)
    parser.add_argument("--all", action="store_true", help="measure all pages of both too")
    arguments = parser.parse_args()
    shared.or_skip()
    garbage.look_seldom()  # as the command line does
    print(f"a bare loop: {pace() / 1e6:.1f} M steps a second")
    for articles in (arguments.articles, *([None] if arguments.all else [])):
        for corpus in CORPORA:
            print(measure(corpus, articles), flush=True)


if __name__ == "__main__":
    main()
