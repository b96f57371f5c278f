"""Positions in real piles: is each line (who demands, offers, refuses, in which matter) so?

    python -m bench.positions [--read saudi|syria --half develop|held]

`--read` links a pile, the develop half of `../shared/corpora/saudi_bylines` (by SHA-256 of the id) with bylines and
days, or the pages of `syria_pages` whose site is in no test half, and prints for a reader every line of the matters
of one half (by SHA-256 of the matter's name), with its sentences. Rules were mended on what the first half shows.

`judged/positions.jsonl` has a verdict for each line, without text, and whether it was given before and after a
mending: right; wrong holder; wrong stance (he asks, refuses or plans no such thing); wrong matter (its words are of
another matter than its neighbours'); no dispute (nobody stands against what the matter's lines tell). Without
`--read` the shares of both are printed. The reader was not blind to what the mending had left out.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench import addressed, intervals, joins, shared
from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.link import link
from takhrij.records import Page

JUDGED: Final = Path(__file__).parent / "judged" / "positions.jsonl"
HALVES: Final = ("develop", "held")
LONGEST: Final = 9_000
"""Characters of a page of `syria_pages`: longer ones are lists."""


def main() -> None:
    """Print what was judged, or with `--read` what there is to judge."""
    parser = argparse.ArgumentParser(prog="python -m bench.positions", description=__doc__)
    parser.add_argument("--read", choices=("saudi", "syria"), help="print a pile's lines for a reader")
    parser.add_argument("--half", choices=HALVES, default="develop")
    arguments = parser.parse_args()
    if not arguments.read:
        print("\n".join(judged()))
        return
    shared.or_skip()
    print("\n".join(reading(pages(arguments.read), arguments.half)))


def pages(pile: str) -> list[Page]:
    """Return the pages of a pile, read as a user's file of them is."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pages.jsonl")
        rows = _saudi() if pile == "saudi" else _syria()
        file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return pipeline.gather([file], lambda *_: None)[0]


def _saudi() -> Iterator[dict[str, str]]:
    with gzip.open(joins.CORPUS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if not hashlib.sha256(row["id"].encode()).digest()[-1] % 2:
                text = "\n".join(filter(None, (row["title"], row["author"], row["content"])))
                yield {"text": text, "url": row["url"], "date": row["date_extracted"]}


def _syria() -> Iterator[dict[str, str]]:
    tested = addressed.test_sites()
    for item in addressed.corpus():
        if addressed.site(item["url"]) not in tested and len(item["text"]) < LONGEST:
            yield {"text": item["text"], "url": item["url"]}


def reading(of: list[Page], half: str) -> Iterator[str]:
    """Yield the lines of a half for a reader, matter by matter, each with its words and sentences."""
    knowledge = pipeline.knowledge_of(())
    analyses, links = link([analyse(page, knowledge) for page in of], knowledge)
    text = {page.id: page.text for page in of}
    around = {analysis.page: analysis.sentences for analysis in analyses}
    matters = len({line.matter for line in links.positions})
    yield f"# {len(links.positions)} lines in {matters} matters, in {len(of)} pages"
    for line in links.positions:
        if HALVES[hashlib.sha256(line.matter.encode()).digest()[-1] % 2] != half:
            continue
        span = line.why[0].rests_on[0]
        day = line.when.first if line.when else "no day"
        yield f"{line.matter}: {line.holder} | {line.act} | {day} | {span.page}/{span.start}-{span.end}"
        yield f"    {text[span.page][span.start : span.end]}"
        yield f"    in: {' '.join(s.text for s in around[span.page] if s.span.overlaps(span))}"


def judged() -> Iterator[str]:
    """Yield the shares of those judged right before and after, and of what is wrong with the others."""
    rows = [json.loads(line) for line in JUDGED.open(encoding="utf-8")] if JUDGED.exists() else []
    for half in HALVES:
        for when in ("before", "after"):
            verdicts = Counter(row["verdict"] for row in rows if row["half"] == half and row[when])
            right = intervals.share(verdicts["right"], verdicts.total())
            others = ", ".join(f"{name} {n}" for name, n in verdicts.most_common() if name != "right")
            yield f"{half}, {when} mending: {right} right; {others}"


if __name__ == "__main__":
    main()
