"""Direct speech on the pages of `labels/direct.jsonl`, whose words in marks and behind colons were labelled.

    python -m bench.direct [--half read|check|fresh]

`read` suggested the rules that were mended, `check` did not, `fresh` was labelled when they were done and
is counted only where it is asked for. A statement is found as in `bench.statements`. What we
call direct and nobody labelled may be right all the same: quotations of a part of a clause are not listed.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench import intervals, labelled, shared
from bench.statements import Sheet, Told, heard, matched, ours, same
from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.records import Page

LABELS: Final = Path(__file__).parent / "labels" / "direct.jsonl"


def main() -> None:
    """Print the figures of one half, or of both."""
    parser = argparse.ArgumentParser(prog="python -m bench.direct", description=__doc__)
    parser.add_argument("--half", choices=("read", "check", "fresh"), default="")
    half = parser.parse_args().half
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    sheets = list(read(half))
    found = [list(ours(analyse(sheet.page, knowledge), sheet)) for sheet in sheets]
    print(f"# {half or 'read and check'}: {len(sheets)} pages, {sum(len(s.told) for s in sheets)} statements")
    pairs = [pair for sheet, mine in zip(sheets, found, strict=True) for pair in matched(sheet.told, mine)]
    for form in ("direct", "clause"):
        hits = [(a, b) for a, b in pairs if a.form == form]
        print(f"{form}: recall {intervals.share(len(hits), sum(t.form == form for s in sheets for t in s.told))}")
        print(f"  speaker right {intervals.share(sum(_right(a, b) for a, b in hits), len(hits))}")
    mine = sum(t.form == "direct" for each in found for t in each)
    print(f"of what we call direct labelled {intervals.share(sum(b.form == 'direct' for _, b in pairs), mine)}")


def read(half: str) -> Iterator[Sheet]:
    """Yield the labelled pages of a half, or of read and check, in the order of the corpus."""
    rows = map(json.loads, LABELS.open(encoding="utf-8"))
    wanted = {row["page"]: row for row in rows if row["half"] == half or (not half and row["half"] != "fresh")}
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if row := wanted.pop(item["page"], None):
                page = Page(id=item["page"], text=item["text"], sources=(item["page"],), raw_sha256="")
                told = tuple(
                    heard(page, (s["content"][0], s["content"][1]), s["speaker"], "", s["form"], ())
                    for s in row["statements"]
                )
                yield Sheet(page, (row["span"][0], row["span"][1]), told)


def _right(a: Told, b: Told) -> bool:
    return a.speaker == "?" or same(a.speaker, b.speaker)


if __name__ == "__main__":
    main()
