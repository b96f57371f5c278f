"""What readers said of events that the program told on unread pages: `judged/events.jsonl`.

A line an event: its id (which holds the class told and where its word stands), the class that is right (NONE: no
event), and what else is wrong of sides, status, date and counts, with the reason. Samples, none of a page that was
looked at before: `first`, 60 events, when the rules were new; `final`, 200, the first by SHA-256 of page and event
id, after mending on other pages; `fresh`, 100 of other pages, after what `final` taught; `sides`, 60 of again other
pages (two of a page at most, by SHA-256 of "sides" and id), after mending what `fresh` showed of sides; `late`, 100
of 130 other pages, after words and sides were widened on again other pages; `last`, 60 of 100 other pages, one of
each, after mending what `late` showed (what `last` showed was mended after it); `parted`, 60 of 90 further pages,
one of each, after victims, places and helpers were told apart from doers; `towns`, 60 of 120 again further pages, one
of each, after mending what `parted` showed (names cut and aircraft struck were mended after it); `before`, 60 of 90
pages, one of each, before case, gender, number and titles told sides; `after`, 60 of 95, one of each, none of a page
read in between, after it (brackets and tolls of two nouns were mended after that); `kinds`, 49 of 110 pages drawn by
another salt, one of each, after mending the kinds of faults of 60 others (agents, objects of meetings and pronouns of
unknown owners were mended after it); `beside`, 40 of 120 pages that no salt had drawn, one of each, after mending
what 60 others showed (titles beside names, pronouns behind "between", men whom a clause describes); `drawn`, 80 of as
many pages, 20 of them the developing half of `saudi_bylines`, and `endings`, 80 of 80 others, drawn by another salt
after mending what `drawn` showed of whom a verb's ending stands for (what it showed was mended after it). One reader
each; from the second on stricter: a side that the clause names and the event lacks counts as wrong, in `sides`
and later also a place taken, things struck and whoever is only called upon.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench.intervals import share

JUDGED: Final = Path(__file__).parent / "judged" / "events.jsonl"
SAMPLES: Final = (
    "first",
    "final",
    "fresh",
    "sides",
    "late",
    "last",
    "parted",
    "towns",
    "before",
    "after",
    "kinds",
    "beside",
    "drawn",
    "endings",
)


class Reading(NamedTuple):
    """What was told, what is right, and what else is wrong."""

    told: str
    right: str
    wrong: tuple[str, ...]


def readings(sample: str) -> list[Reading]:
    """Return the judged events of a sample, in the order of the file."""
    rows = map(json.loads, JUDGED.read_text("utf-8").splitlines())
    return [
        Reading(row["id"].split("/")[1].removeprefix("event-").upper(), row["class"], tuple(row["wrong"]))
        for row in rows
        if row["sample"] == sample
    ]


def lines(sample: str, judged: Sequence[Reading]) -> Iterator[str]:
    """Yield the shares of a sample, and its confusion: a line a class told, with what it should have been."""
    kept = [r for r in judged if r.told == r.right]
    yield f"{sample}: class right {share(len(kept), len(judged))}"
    for part in ("sides", "status", "date"):
        yield f"  of these, {part} right {share(sum(part not in r.wrong for r in kept), len(kept))}"
    yield f"  class, sides, status and date right {share(sum(not r.wrong for r in kept), len(judged))}"
    for told in sorted({r.told for r in judged}):
        of = Counter(r.right for r in judged if r.told == told)
        others = ", ".join(f"{count} {right}" for right, count in sorted(of.items()) if right != told)
        yield f"    {told}: {of[told]} of {of.total()} right{'; really ' + others if others else ''}"


def main() -> None:
    """Print every sample."""
    for sample in SAMPLES:
        for line in lines(sample, readings(sample)):
            print(line)


if __name__ == "__main__":
    main()
