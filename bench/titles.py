"""Measures offices without a name: whom does "the Syrian president" mean on a page of that day?

    python -m bench.titles [--misses]

`bench/judged/titles.jsonl` holds every such mention of the five real pages and of the invented story with the right
holder, or null where nobody is the right answer (a day with two holders, any head of state, named nowhere). A mention
that the program takes for nothing at all counts as missed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Final

from bench import intervals, shared
from takhrij import pipeline
from takhrij.contract import Dossier
from takhrij.text import fold_text

JUDGED: Final = Path(__file__).parent / "judged" / "titles.jsonl"
EXAMPLES: Final = Path(__file__).parents[1] / "examples"


def rows(name: str) -> list[dict[str, Any]]:
    """Return the judged mentions of one set, five or invented."""
    return [row for row in map(json.loads, JUDGED.open(encoding="utf-8")) if row["set"] == name]


def answers(dossier: Dossier, judged: list[dict[str, Any]]) -> list[str | None]:
    """Return the person whom each judged mention means, None if nobody."""
    names = {entity.id: entity.name for entity in dossier.entities if entity.kind == "person"}
    sources = {page.id: Path(page.source).name for page in dossier.pages}
    told = {(sources[m.page], m.start, m.end): names.get(m.entity) for m in dossier.mentions}
    return [told.get((row["page"], row["start"], row["end"])) for row in judged]


def right(row: dict[str, Any], answer: str | None) -> bool:
    """Whether an answer is the judged one: the same name, or nobody."""
    if answer is None or row["holder"] is None:
        return answer is None and row["holder"] is None
    return fold_text(answer) == fold_text(row["holder"])


def main() -> None:
    """Print the shares: named mentions that are right, and abstentions that are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    sets = {"invented": pipeline.build([EXAMPLES / "pages"], worlds=[EXAMPLES / "world"])}
    if shared.PAGES.is_dir():
        sets["five"] = pipeline.build([shared.PAGES])
    named: list[bool] = []
    nobody: list[bool] = []
    for name, dossier in sets.items():
        judged = rows(name)
        for row, answer in zip(judged, answers(dossier, judged), strict=True):
            good = right(row, answer)
            (named if row["holder"] else nobody).append(good)
            if asked.misses and not good:
                print(f"  {row['page']} {row['start']}: got {answer}, want {row['holder']}")
    print(f"titles alone, of {' and '.join(sets)}: right holder {intervals.share(sum(named), len(named))}")
    print(f"  nobody where nobody is right: {intervals.share(sum(nobody), len(nobody))}")


if __name__ == "__main__":
    main()
