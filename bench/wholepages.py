"""Pages judged whole: does the program see that a page holds no article, and lose none of those that do?

    python -m bench.wholepages [--half develop|check] [--wrong]

`judged/whole_pages.jsonl` holds 398 pages of `syria_pages` on sites in no labelled test half, none labelled before.
141 are the first by SHA-256 of "whole pages " and their id, of up to 20,000 characters, 31 whose address looks like a
list (at most three of a site, as far as there are) and 110 others (at most two of a site); halves by SHA-256 of the
same and the site. One reader judged each by its beginning, middle and end, before the rules were changed again:
article, several (whole articles on one page), none (beginnings of stories, or furniture alone), unclear (posts of
readers). 257 (`"drawn": 2`) are what was left, with 600 to 20,000 characters: all 21 whose address looks like a list,
and at most five others of a site by SHA-256 of "whole pages 2 " and their id. A site keeps its half; the new ones go
by the last digit of the same hash. Judged in the same way, unclear also rules of use, forums and a scan, and
committed before the rules were changed. The weights of lists were learned with 11 of these 13 pages without an
article (`labels/lists.tsv`; all seven of the check half), so of unread pages only the articles lost are told.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench import intervals, labelled, pages, shared
from takhrij import pipeline
from takhrij.knowledge import Knowledge
from takhrij.records import Page

JUDGED: Final = Path(__file__).parent / "judged" / "whole_pages.jsonl"


def judged(half: str) -> Iterator[tuple[Page, str]]:
    """Yield the pages of a half with their verdicts, in the order of the corpus."""
    rows = {row["page"]: row for row in map(json.loads, JUDGED.open(encoding="utf-8"))}
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            row = rows.get(item["page"])
            if row and row["half"] == half:
                yield Page(id=item["page"], text=item["text"], sources=("bench",), raw_sha256=""), row["verdict"]


def figures(knowledge: Knowledge, half: str, wrong: bool) -> Iterator[str]:
    """Yield the lines to print; with `wrong` also the pages that came out otherwise than judged."""
    told: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    missed: list[str] = []
    for page, verdict in judged(half):
        blocks = pages.clean(page, knowledge).blocks
        empty = not any(block.kind == "body" for block in blocks)
        told[verdict][empty] += 1
        if verdict != "unclear" and empty != (verdict == "none"):
            missed.append(f"{page.id} {verdict}")
    yield f"# Pages judged whole, {half}"
    yield f"without an article, known: {intervals.share(told['none'][True], told['none'].total())}"
    for verdict in ("article", "several"):
        yield f"{verdict}, lost: {intervals.share(told[verdict][True], told[verdict].total())}"
    if wrong:
        yield from missed


def main() -> None:
    """Print the figures of both halves, or of one."""
    parser = argparse.ArgumentParser(prog="python -m bench.wholepages", description=__doc__)
    parser.add_argument("--half", choices=("develop", "check"))
    parser.add_argument("--wrong", action="store_true", help="name the pages (developing half only)")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    for half in (arguments.half,) if arguments.half else ("develop", "check"):
        print("\n".join(figures(knowledge, half, arguments.wrong and half == "develop")))


if __name__ == "__main__":
    main()
