"""Learns what the signs weigh that a line in mid-page begins another article.

    python -m bench.joints --write

From the developing half of the pages that `bench.joins` makes, and of the labelled pages; `python -m bench.joins`
measures on the other half. `--write` makes `lang/ar/joints.tsv` again; without it the weights are printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench import joins, logistic, shared
from takhrij import pipeline
from takhrij.analyse import blocks
from takhrij.analyse.blocks import headlines, joints
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import fold

TABLE: Final = Path(__file__).parents[1] / "src" / "takhrij" / "lang" / "ar" / "joints.tsv"
RIVAL: Final = 0.1
"""How much a wrong line counts beside the right one for the same text: they need not be told apart, only ranked."""

REPEATED: Final = {*joins.CUES, *joins.SINGLES} - {"an article"}
"""Set-ups with the same texts as others: what stands in them without a cue is counted there already."""


class Example(NamedTuple):
    """A line that may be a headline in mid-page, whether it is, and how much it counts."""

    signs: dict[str, float]
    right: bool
    weight: float


def examples(pages: Sequence[joins.Made], knowledge: Knowledge) -> Iterator[Example]:
    """Yield all candidates of the pages."""
    for made in pages:
        page = Page(id="p", text=made.text, sources=("bench",), raw_sha256="")
        view = blocks.viewed(page, fold(made.text), knowledge).view
        first = headlines.first(view)
        found = list(joints.candidates(view, first.line if first else -1))
        right = [any(view.lines[j.line].start in head for head in made.heads[1:]) for j in found]
        true = [joint for joint, is_right in zip(found, right, strict=True) if is_right]
        for joint, is_right in zip(found, right, strict=True):
            rival = not is_right and any(joint.line <= t.text and t.line <= joint.text for t in true)
            yield Example(joint.signs, is_right, RIVAL if rival else 1.0)


def main() -> None:
    """Learn, and print or write."""
    parser = argparse.ArgumentParser(prog="python -m bench.joints", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write lang/ar/joints.tsv")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    made = {**joins.two("develop"), **joins.single("develop"), **joins.labelled_joins("develop")}
    rows = [
        example
        for name, pages in made.items()
        for example in examples(pages, knowledge)
        if example.right or example.signs[joints.CUE] or name not in REPEATED
    ]
    names = list(rows[0].signs)
    weights = logistic.learn(
        [[row.signs[name] for name in names] for row in rows],
        [row.right for row in rows],
        [row.weight for row in rows],
    )
    lines = [f"{name}\t{weight:.2f}" for name, weight in zip(names, weights, strict=True)]
    note = "# Weights of the signs that a line in mid-page begins another article (log odds): by bench/joints.py."
    text = "\n".join([note, "sign\tweight", *lines]) + "\n"
    if arguments.write:
        TABLE.write_text(text, encoding="utf-8")
    print(f"{len(rows)} lines, {sum(row.right for row in rows)} of them headlines")
    print(text, end="")


if __name__ == "__main__":
    main()
