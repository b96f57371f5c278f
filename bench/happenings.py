"""Whether the time line has one entry for one happening, on piles whose events a reader sorted.

    python -m bench.happenings [--half develop|test] [--misses]
    python -m bench.happenings --draw HALF TERM [TERM ...] --most N

`labels/happenings.jsonl`: first the piles, articles of one half of `saudi_bylines` that hold a term (`pile`, `half`,
`articles`), then their dated attacks, accidents, protests and arrests as the program found them when they were
labelled: `page`, `start` and `end` in title, byline and content, and `happening`, a number of the pile. No text is
stored. A page bears the day on which it was fetched.

Printed are the pairs of events in one entry that are of one happening (precision), the pairs of one happening that
are in one entry (recall), and B-cubed precision and recall over events (Bagga and Baldwin 1998), which big happenings
do not rule; beside them the same for claims alone, as the time line would be without `link/happenings.py`. `--draw`
prints a pile's events for a reader, in the order of days and pages, without saying what the program makes of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from bench import bylines, intervals, joins, shared
from takhrij import contract, dossier, pipeline
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge
from takhrij.link import link
from takhrij.records import Mark, Page

LABELS: Final = Path(__file__).parent / "labels" / "happenings.jsonl"
_CLASSES: Final = ("ASSAULT", "OTHER", "PROTEST", "COERCE")
_DAYS: Final = 1
"""Days beyond the first that the time of an event may span to be drawn."""
_AROUND: Final = 160
"""Code points shown on both sides of a drawn event."""
Groups = Mapping[Any, str]
"""The entry, claim or happening of each event."""


class Scores(NamedTuple):
    """Pairs joined, of them right, and pairs to be joined; B-cubed precision and recall, each per event."""

    joined: int
    right: int
    wanted: int
    precisions: list[float]
    recalls: list[float]


def main() -> None:
    """Print the scores of each pile of a half, or the events of a pile to be labelled."""
    parser = argparse.ArgumentParser(prog="python -m bench.happenings", description=__doc__)
    parser.add_argument("--half", choices=("develop", "test"), default="test")
    parser.add_argument("--misses", action="store_true", help="print wrong and missing pairs (develop)")
    parser.add_argument(
        "--draw", nargs="+", metavar="TERM", help="print the events of a new pile: its half, its terms"
    )
    parser.add_argument("--most", type=int, default=50, help="articles of a new pile at most")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    if arguments.draw:
        half, *terms = arguments.draw
        print("\n".join(drawn(made(articles(half, terms, arguments.most, knowledge), knowledge))))
        return
    rows = labels()
    for pile in (row for row in rows if "articles" in row and row["half"] == arguments.half):
        told = [row for row in rows if row["pile"] == pile["pile"] and "happening" in row]
        whole = made(chosen(pile["half"], pile["articles"], knowledge), knowledge)
        print("\n".join(report(pile["pile"], told, whole, misses=arguments.misses)))


def labels() -> list[dict[str, Any]]:
    """Return the rows of the labels."""
    with LABELS.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def articles(half: joins.Half, terms: Sequence[str], most: int, knowledge: Knowledge) -> list[bylines.Item]:
    """Return the first articles of a half, by day and id, that hold one of the terms."""
    found = [i for i in bylines.items(half, knowledge) if any(term in i.title + i.content for term in terms)]
    return sorted(found, key=lambda item: item.id)[:most]


def chosen(half: joins.Half, ids: Sequence[str], knowledge: Knowledge) -> list[bylines.Item]:
    """Return the articles of a labelled pile."""
    wanted = set(ids)
    return [item for item in bylines.items(half, knowledge) if item.id in wanted]


def made(items: Sequence[bylines.Item], knowledge: Knowledge) -> contract.Dossier:
    """Return the dossier of some articles, each dated by the day on which it was fetched."""
    with gzip.open(joins.CORPUS, "rt", encoding="utf-8") as lines:
        fetched = {row["id"]: row["date_extracted"][: len("2015-07-21")] for row in map(json.loads, lines)}
    pages = [_page(item, fetched[item.id]) for item in items]
    analyses, links = link([analyse(page, knowledge) for page in pages], knowledge)
    return dossier.make(pages, analyses, links, [])


def _page(item: bylines.Item, day: str) -> Page:
    return replace(bylines.page(item, shown=True), marks=(Mark(kind="published", value=day),))


def events(whole: contract.Dossier) -> list[contract.EventItem]:
    """Return the dated events of the classes that happen once, in the order of days and pages."""
    found = [e for e in whole.events if e.type in _CLASSES and e.status in ("occurred", "alleged") and e.when]
    near = [e for e in found if e.when and e.when.first[:8] == e.when.last[:8] and _span(e.when) <= _DAYS]
    return sorted(near, key=lambda e: (e.when.first if e.when else "", e.page, e.start))


def _span(when: contract.Days) -> int:
    return int(when.last[8:]) - int(when.first[8:])


def drawn(whole: contract.Dossier) -> Iterator[str]:
    """Yield one line an event: page, offsets, day, class and its words within what stands around them."""
    text = {page.id: page.text for page in whole.pages}
    for e in events(whole):
        before = text[e.page][max(0, e.start - _AROUND) : e.start]
        told = f"{before}[[{text[e.page][e.start : e.end]}]]{text[e.page][e.end : e.end + _AROUND]}"
        yield f"{e.page}\t{e.start}\t{e.end}\t{e.when.first if e.when else ''}\t{e.type}\t{' '.join(told.split())}"


def report(name: str, told: Sequence[dict[str, Any]], whole: contract.Dossier, *, misses: bool) -> Iterator[str]:
    """Yield what became of a labelled pile, entry by entry and claim by claim."""
    found = {(e.page, e.start, e.end): e.id for e in events(whole)}
    gold = {found[key]: row["happening"] for row in told if (key := (row["page"], row["start"], row["end"])) in found}
    claim_of = {event: claim.id for claim in whole.claims for event in claim.events}
    entry_of = {claim: str(n) for n, entry in enumerate(whole.timeline) for claim in entry.claims}
    by_entry = {event: entry_of[claim_of[event]] for event in gold}
    yield f"# {name}: {len(gold)} of {len(told)} labelled events found, {len({*gold.values()})} happenings"
    for what, groups in (("entries", by_entry), ("claims", {event: claim_of[event] for event in gold})):
        s = scored(groups, gold)
        pairs = f"right {intervals.share(s.right, s.joined)}, found {intervals.share(s.right, s.wanted)}"
        yield f"{what}: {len({*groups.values()})}; pairs {pairs}; B-cubed {_mean(s.precisions)}, {_mean(s.recalls)}"
    if misses:
        for a, b in combinations(gold, 2):
            if (by_entry[a] == by_entry[b]) != (gold[a] == gold[b]):
                yield f"  {'missing' if gold[a] == gold[b] else 'wrong'}: {a} {b}"


def _mean(values: Sequence[float]) -> str:
    return f"{sum(values) / len(values):.3f}" if values else "-"


def scored(groups: Groups, gold: Groups) -> Scores:
    """Return how a grouping of events agrees with the right one."""
    pairs = [(groups[a] == groups[b], gold[a] == gold[b]) for a, b in combinations(gold, 2)]
    ours, right = _members(groups, gold), _members(gold, gold)
    shares = [(ours[groups[e]], right[gold[e]]) for e in gold]
    return Scores(
        sum(one for one, _ in pairs),
        sum(one and true for one, true in pairs),
        sum(true for _, true in pairs),
        [len(group & true) / len(group) for group, true in shares],
        [len(group & true) / len(true) for group, true in shares],
    )


def _members(groups: Groups, of: Iterable[Any]) -> dict[str, set[Any]]:
    found: defaultdict[str, set[Any]] = defaultdict(set)
    for event in of:
        found[groups[event]].add(event)
    return found


if __name__ == "__main__":
    main()
