"""Disagreements between papers that a reader found, and how many of them are shown as conflicts.

    python -m bench.disagreements [--half develop|check] [--misses] [--shown]

`labels/disagreements.jsonl`: happenings of July 2015 that articles of the develop half of `saudi_bylines` tell
differently, found by a reader by place and day in the texts. A row is one point of one happening: `about` (as of a
conflict), `of` (as of a count), `tellings` (page, span of the words, value) and `disagree`, the pairs of values that
cannot both be so; other pairs of values rise with the days of the papers (a series) or are of two things, and are not
to be shown. A happening is develop or check by the first byte of the SHA-256 of its least page. No text is stored.

The pile is every article of that half that tells of dead, hurt, held or of an attack, as a page with its byline and
the day on which it was fetched for its date. A pair is found if some conflict's spans are tellings of the two values,
or if it names both values and stands on two pages of the happening. `--misses` prints those of a half that are not
found; `--shown` prints all conflicts of the pile to be read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from bench import bylines, intervals, joins, shared
from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge
from takhrij.link import link
from takhrij.records import Analysis, Conflict, Links, Mark, Page, Span

LABELS: Final = Path(__file__).parent / "labels" / "disagreements.jsonl"
_TELLS: Final = re.compile(
    "قتل|قتيل|قتلى|جريح|جرح|إصاب|أصيب|مصرع|انفجار|تفجير|غار[ةا]|هجوم|قصف|استشهاد|شهيد|ضحايا|وفاة|وفيات|اعتقال|القبض|ضبط"
    "|حريق|زلزال|غرق"
)


def main() -> None:
    """Print how many disagreements are found, by half and kind."""
    parser = argparse.ArgumentParser(prog="python -m bench.disagreements", description=__doc__)
    parser.add_argument("--half", choices=("develop", "check"))
    parser.add_argument("--misses", action="store_true", help="print the disagreements that are not found")
    parser.add_argument("--shown", action="store_true", help="print every conflict of the pile")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    analyses, links = link([analyse(page, knowledge) for page in pile(knowledge)], knowledge)
    if arguments.shown:
        print("\n".join(shown(analyses, links)))
    for half in (arguments.half,) if arguments.half else ("develop", "check"):
        print("\n".join(report(rows(half), links, half, misses=arguments.misses)))


def rows(half: str) -> list[dict[str, Any]]:
    """Return the labelled points of a half."""
    with LABELS.open(encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["half"] == half]


def pile(knowledge: Knowledge) -> Iterator[Page]:
    """Yield the articles of the develop half that tell of dead, hurt, held or an attack, dated by their fetching."""
    with gzip.open(joins.CORPUS, "rt", encoding="utf-8") as lines:
        fetched = {row["id"]: row["date_extracted"][: len("2015-07-21")] for row in map(json.loads, lines)}
    for item in bylines.items("develop", knowledge):
        if _TELLS.search(item.content) or _TELLS.search(item.title):
            yield replace(bylines.page(item, shown=True), marks=(Mark(kind="published", value=fetched[item.id]),))


def report(labelled: Sequence[dict[str, Any]], links: Links, half: str, *, misses: bool) -> Iterator[str]:
    """Yield the shares found by kind, and how many conflicts are of values that do not contradict each other."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false, missed = 0, []
    for row in labelled:
        conflicts = [c for c in links.conflicts if c.about == row["about"]]
        pairs = {frozenset(map(str, pair)) for pair in row["disagree"]}
        seen = {values for c in conflicts for values in told(c, row)}
        tried[row["about"]] += len(pairs)
        found[row["about"]] += len(pairs & seen)
        false += len(seen - pairs)
        missed += [f"  {row['happening']}, {row['about']} {row['of']}: {sorted(pair)}" for pair in pairs - seen]
    yield f"# disagreements found, {half}: {intervals.share(sum(found.values()), sum(tried.values()))}"
    for about in tried:
        yield f"{about}: {intervals.share(found[about], tried[about])}"
    yield f"shown though no contradiction (a series, two things): {false}"
    yield from sorted(missed) if misses else ()


def told(conflict: Conflict, row: dict[str, Any]) -> Iterator[frozenset[str]]:
    """Yield the two values of a labelled point that a conflict sets against each other, if it does."""
    sides = [
        {
            str(t["value"])
            for t in row["tellings"]
            if span.overlaps(Span(page=t["page"], start=t["span"][0], end=t["span"][1]))
        }
        for span in conflict.spans
    ]
    yield from (frozenset((a, b)) for a in sides[0] for b in sides[1] if a != b)
    pages = {t["page"] for t in row["tellings"]}
    values = {str(t["value"]) for t in row["tellings"]}
    named = frozenset(re.findall(r"\d+", conflict.why[0].note.split(";")[0])) & values
    if len(named) == 2 and all(span.page in pages for span in conflict.spans):
        yield named


def shown(analyses: Sequence[Analysis], links: Links) -> Iterator[str]:
    """Yield each conflict for a reader: its kind and note, then both spans with their sentences."""
    by_page = {analysis.page: analysis for analysis in analyses}
    yield f"# {len(links.conflicts)} conflicts in {len(analyses)} pages"
    for conflict in links.conflicts:
        yield f"{conflict.about}: {conflict.why[0].note}"
        for span in conflict.spans:
            sentences = " ".join(s.text for s in by_page[span.page].sentences if s.span.overlaps(span))
            yield f"    {span.page}/{span.start}-{span.end}: {sentences}"


if __name__ == "__main__":
    main()
