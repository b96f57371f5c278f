"""How many of the persons, organisations and places found are such: what somebody judged who read each in its text.

    python -m bench.mentions

Draws are the first mentions by the SHA-256 of page and place (of persons the first of each page, of the others two a
page at most), on pages of `syria_pages` that no label knows (`labels/README.md`). The first draw was read to mend the
rules by kind, the second on other pages after that. `bench/judged/mentions.jsonl`: right; span (one of the kind, and
the name is too short or too long); group (a unit that bears a person's name); none. Whom a head alone (الجيش) points
back to was not judged. On the five real pages all persons were read too: that count is made anew by a run.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Final

from bench import intervals, shared
from takhrij import pipeline

JUDGED: Final = Path(__file__).parent / "judged" / "mentions.jsonl"
FIVE: Final = Path(__file__).parent / "judged" / "five_persons.txt"


def verdicts(draw: int, kind: str = "person") -> Counter[str]:
    """Return how often each verdict was given in a draw of a kind."""
    rows = map(json.loads, JUDGED.open(encoding="utf-8"))
    return Counter(row["verdict"] for row in rows if (row["draw"], row["kind"]) == (draw, kind))


def strangers() -> list[str]:
    """Return the persons of the five pages that nobody has judged to be persons."""
    judged = set(FIVE.read_text(encoding="utf-8").split("\n"))
    dossier = pipeline.build([shared.SHARED / "pages"])
    return sorted({e.name for e in dossier.entities if e.kind == "person"} - judged)


def main() -> None:
    """Print the figures."""
    for kind in ("person", "organization", "place"):
        for draw, title in ((1, "read to mend the rules"), (2, "other pages, after that")):
            told = verdicts(draw, kind)
            of = told.total()
            print(f"{kind}s that are such, {title}: {intervals.share(of - told['none'] - told['group'], of)}")
            print(f"  of these with their whole name: {intervals.share(told['right'], told['right'] + told['span'])}")
    shared.or_skip()
    print(f"five pages: persons that nobody judged to be one: {', '.join(strangers()) or 'none'}")


if __name__ == "__main__":
    main()
