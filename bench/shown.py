"""Whose page it is, which agencies and writers it names: a list of its own, to mend by and to see what carries over.

    python -m bench.shown [--half read|check] [--misses]

`bench/judged/shown.jsonl`: 156 pages of `syria_pages` on sites without a test page, in neither `credits.jsonl` nor
`pages.jsonl`: `page`, `half`, `items` as in `bench.credits`. First one page each of the sites of which no page was
judged, then pages of 500 to 9,000 characters of the others, at most two of a site, by the SHA-256 of "credits 11 "
and the id. Labelled from the beginning, the end and whatever stands beside words like source and agencies, by the
session that mended the rules, before it saw what the program says. Pages that hold several articles are there for
their outlet; seven mere lists show nothing that counts. The half is the parity of the SHA-256 of the page's id:
`read` taught rules, `check` told whether they carry over: its misses are not read.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

from bench import addressed, joins, shared
from bench.credits import Shown, Told, compare, misses, summary
from takhrij import pipeline
from takhrij.knowledge import Knowledge

JUDGED: Final = Path(__file__).parent / "judged" / "shown.jsonl"
HALVES: Final = ("read", "check")


def measure(knowledge: Knowledge, half: str) -> list[Told]:
    """Return what came of every judged page of the half, its text read alone."""
    texts = {item["page"]: item["text"] for item in addressed.corpus()}
    told = []
    for row in map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines()):
        if row["half"] == half:
            shown = [Shown(i["article"], i["role"], tuple(i["names"])) for i in row["items"]]
            told.append(compare(row["page"], shown, joins.read(texts[row["page"]], knowledge), knowledge))
    return told


def main() -> None:
    """Print the figures of a half; `--misses` names the pages of the half that may be read."""
    parser = argparse.ArgumentParser(prog="python -m bench.shown", description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="check")
    parser.add_argument("--misses", action="store_true", help="print what was missed on the half `read`")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    told = measure(knowledge, arguments.half)
    showing = sum(bool(page.shown) for page in told)
    print(f"# Outlets and credit lines, {arguments.half}, {len(told)} pages, {showing} of them show one")
    for line in summary(told):
        print(line)
    for line in misses(measure(knowledge, "read")) if arguments.misses else ():
        print(line)


if __name__ == "__main__":
    main()
