"""Measures who and what is one across pages: organisations, places and persons as the pages name them.

    python -m bench.namepairs [--half develop|second] [--misses]

`bench/labels/namepairs.jsonl` holds pairs of mentions, drawn from pages of one story or of two and labelled by hand
(`labels/README.md`). The two pages (or the one) are read and linked alone. A pair is left out where nothing is found
at one of its places any more.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from bench import intervals, shared
from bench.identity import Score
from takhrij import analyse, pipeline
from takhrij.knowledge import Knowledge
from takhrij.link import entities, run, tenures
from takhrij.records import Analysis, Links, Mention, Page

LABELS: Final = Path(__file__).parent / "labels" / "namepairs.jsonl"
HALVES: Final = ("develop", "second")
KINDS: Final = ("organization", "place", "person")


@cache
def rows(half: str) -> tuple[dict[str, Any], ...]:
    """Return the labelled pairs of a half, in the file's order."""
    found = map(json.loads, LABELS.open(encoding="utf-8"))
    return tuple(row for row in found if row["half"] == half)


def measured(half: str, knowledge: Knowledge) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield the pairs of a half of which both names are still found, and whether they are one entity."""
    read = dict(_read({row[side]["page"] for row in rows(half) for side in ("left", "right")}, knowledge))
    for row in rows(half):
        sides = row["left"], row["right"]
        pages = [read[id_] for id_ in dict.fromkeys(side["page"] for side in sides)]
        found = [_at(read[side["page"]], side["start"], side["end"], row["kind"]) for side in sides]
        links = run(entities, pages, Links(tenures=tenures.known(knowledge)))
        ours = {links.entity_of[m.id] for m in found if m}
        if all(found):
            yield row, len(ours) == 1


def _read(wanted: set[str], knowledge: Knowledge) -> Iterator[tuple[str, Analysis]]:
    with gzip.open(shared.SHARED / "corpora" / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["page"] in wanted:
                page = Page(id=row["page"], text=row["text"], sources=(row["url"],), raw_sha256="")
                yield row["page"], analyse.analyse(page, knowledge)


def _at(analysis: Analysis, start: int, end: int, kind: str) -> Mention | None:
    """Return the mention of a kind that shares most letters with a place; of equals the first."""

    def shares(m: Mention) -> int:
        return min(m.span.end, end) - max(m.span.start, start)

    there = [m for m in analysis.mentions if m.kind == kind and shares(m) > 0]
    return max(there, key=shares, default=None)


def score(told: list[tuple[bool, bool]]) -> Score:
    """Return what is right of pairs that ours and the label call one."""
    return Score(told.count((True, True)), told.count((True, False)), told.count((False, True)))


def line(found: Score) -> str:
    """Return the precision and recall of a score with their intervals."""
    told, meant = found.right + found.wrong, found.right + found.missed
    return f"precision {intervals.share(found.right, told)}  recall {intervals.share(found.right, meant)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", action="store_true", help="list the wrong pairs of `develop`")
    asked = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    for half in (asked.half,) if asked.half else HALVES:
        told: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
        for row, ours in measured(half, knowledge):
            told[row["kind"]].append((ours, row["same"]))
            if asked.misses and half == "develop" and ours != row["same"]:
                names = " | ".join(f"{row[side]['name']} ({row[side]['page']})" for side in ("left", "right"))
                print(f"  {'joined' if ours else 'apart'}: {row['kind']} {row['drawn']}: {names}")
        print(f"{half}: {sum(map(len, told.values()))} of {len(rows(half))} pairs")
        for kind in KINDS:
            print(f"  {kind:14} {line(score(told[kind]))}")
        print(f"  {'all':14} {line(score([pair for pairs in told.values() for pair in pairs]))}")


if __name__ == "__main__":
    main()
