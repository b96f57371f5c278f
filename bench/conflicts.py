"""Conflicts: slips planted in reprints of real pages, reprints left as they are, and what people judged.

    python -m bench.conflicts [--pages 120] [--judged | --read syria|saudi --half develop|test]

A page of `syria_pages` (outside the test halves) is printed again at another address, once as it is, once with one
number of dead or wounded turned round (17 for 71), once with one written month changed. A slip is found when some
conflict of its kind names it a likely error of transmission; any conflict of the copy left as it is with the
page is false.

`--read` prints every conflict found in one half (by SHA-256 of the page's or article's name; even: develop) of
`syria_pages`, or of `saudi_bylines` with its bylines hidden, each half one pile. `judged/conflicts.jsonl` has a
verdict for each, without text (right: both cannot be so, or one is a slip of the other, and both spans show it).
`--judged` prints their shares: of those found when a half was first read, and of those that are still found.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from bench import bylines, intervals, joins, labelled, shared
from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge
from takhrij.link import link
from takhrij.records import Analysis, Conflict, Page, Span

JUDGED = Path(__file__).parent / "judged" / "conflicts.jsonl"
LABELS = Path(__file__).parent / "labels"
MONTHS = {"يناير": "يونيو", "فبراير": "يناير", "مارس": "مايو", "مايو": "مارس", "يونيو": "يوليو", "يوليو": "يونيو"}
MONTHS |= {"أغسطس": "أكتوبر", "سبتمبر": "ديسمبر", "أكتوبر": "نوفمبر", "نوفمبر": "أكتوبر", "ديسمبر": "نوفمبر"}
LONGEST = 9_000


class Slip(NamedTuple):
    """Characters of a page, and what stands there in its faulty reprint."""

    about: str
    span: Span
    words: str


def main() -> None:
    """Print the planted, the untouched and the judged."""
    parser = argparse.ArgumentParser(prog="python -m bench.conflicts", description=__doc__)
    parser.add_argument(
        "--pages", type=int, default=120, help="how many pages with a number or a date are printed again"
    )
    parser.add_argument("--judged", action="store_true", help="print only the shares of those judged right")
    parser.add_argument("--read", choices=("syria", "saudi"), help="print all conflicts of half a corpus")
    parser.add_argument("--half", choices=("develop", "test"), default="develop")
    arguments = parser.parse_args()
    if arguments.judged:
        print("\n".join(judged()))
        return
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    if arguments.read:
        print("\n".join(reading(arguments.read, arguments.half, knowledge)))
        return
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false = pages = 0
    for page in open_pages():
        analysis = analyse(page, knowledge)
        slips = list(planted(page, analysis))
        if not slips:
            continue
        pages += 1
        false += sum(c.spans[0].page != c.spans[1].page for c in conflicts(analysis, page, (), knowledge))
        for slip in slips:
            tried[slip.about] += 1
            found[slip.about] += any(seen(slip, c) for c in conflicts(analysis, page, (slip,), knowledge))
        if pages >= arguments.pages:
            break
    print(f"# slips planted in reprints of {pages} pages of syria_pages")
    for about in ("number", "date"):
        print(f"{about}: found and called an error {intervals.share(found[about], tried[about])}")
    print(f"reprints without a slip that make a conflict: {intervals.share(false, pages)}")
    print("\n" + "\n".join(judged()))


def open_pages() -> Iterator[Page]:
    """Yield the pages outside the test halves, by SHA-256 of their name."""
    held = {
        row["page"]
        for name in ("pages", "statements")
        for row in map(json.loads, (LABELS / f"{name}.jsonl").open(encoding="utf-8"))
        if row["half"] == "test"
    }
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["page"] not in held and len(row["text"]) <= LONGEST]
    for row in sorted(rows, key=lambda row: hashlib.sha256(row["page"].encode()).hexdigest()):
        yield Page(id=row["page"], text=row["text"], sources=(row["page"],), raw_sha256="", url=row["url"] or "")


def planted(page: Page, analysis: Analysis) -> Iterator[Slip]:
    """Yield at most one slip of each kind: the first count of two other figures, the first dated event's month."""
    for event in analysis.events:
        figures = next((c for c in event.counts if c.of in ("killed", "wounded") and _turns(page, c.span)), None)
        if figures:
            written = page.text[figures.span.start : figures.span.end]
            yield Slip("number", figures.span, written[::-1])
            break
    times = {time.id: time for time in analysis.times}
    for event in analysis.events:
        time = times.get(event.time)
        if time and event.when and event.when.grain == "day":
            words = page.text[time.span.start : time.span.end]
            month = next((m for m in MONTHS if words.count(m) == 1 and f"{m}/" not in words), "")
            if month and "/" not in words:
                at = time.span.start + words.index(month)
                yield Slip("date", Span(page=page.id, start=at, end=at + len(month)), MONTHS[month])
                break


def _turns(page: Page, span: Span) -> bool:
    words = page.text[span.start : span.end]
    return words.isdigit() and len(words) > 1 and words != words[::-1] and not words.endswith("0")


def conflicts(analysis: Analysis, page: Page, slips: Sequence[Slip], knowledge: Knowledge) -> tuple[Conflict, ...]:
    """Return the conflicts of a page and its reprint with these slips."""
    text = page.text
    for slip in slips:
        text = text[: slip.span.start] + slip.words + text[slip.span.end :]
    again = replace(page, id=f"{page.id}-again", text=text, sources=("again",), url="https://again.example/1")
    _, links = link([analysis, analyse(again, knowledge)], knowledge)
    return links.conflicts


def seen(slip: Slip, conflict: Conflict) -> bool:
    """Whether a conflict is of a slip and says that it is likely an error."""
    return conflict.about == slip.about and "error of transmission" in conflict.why[0].note


def reading(corpus: str, half: joins.Half, knowledge: Knowledge) -> Iterator[str]:
    """Yield each conflict of half a corpus for a reader: its kind and note, then both spans with their sentences."""
    pages = (
        _syria(half) if corpus == "syria" else [bylines.page(i, shown=False) for i in bylines.items(half, knowledge)]
    )
    analyses, links = link([analyse(page, knowledge) for page in pages], knowledge)
    by_page = {analysis.page: analysis for analysis in analyses}
    yield f"# {len(links.conflicts)} conflicts in {len(analyses)} pages of {corpus}, {half}"
    for conflict in links.conflicts:
        yield f"{conflict.about}: {conflict.why[0].note}"
        for span in conflict.spans:
            told = " ".join(s.text for s in by_page[span.page].sentences if s.span.overlaps(span))
            yield f"    {span.page}/{span.start}-{span.end}: {told}"


def _syria(half: joins.Half) -> list[Page]:
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [
            row
            for row in map(json.loads, lines)
            if bool(hashlib.sha256(row["page"].encode()).digest()[-1] % 2) == (half == "test")
        ]
    return [
        Page(id=row["page"], text=row["text"], sources=(row["page"],), raw_sha256="", url=row["url"] or "")
        for row in rows
    ]


def judged() -> Iterator[str]:
    """Yield what a reader made of the conflicts that were found in whole corpora."""
    rows = [json.loads(line) for line in JUDGED.open(encoding="utf-8")] if JUDGED.exists() else []
    samples: dict[str, list[str]] = {}
    for row in rows:
        samples.setdefault(row["sample"], []).append(row["verdict"])
        if row["found"]:
            samples.setdefault("still found in all", []).append(row["verdict"])
    for sample, verdicts in sorted(samples.items()):
        yield f"judged, {sample}: {intervals.share(verdicts.count('right'), len(verdicts))} right"


if __name__ == "__main__":
    main()
