"""Names: exact spans on the development parts of ANERcorp and Wojood, without training and with it; clitics.

python -m bench.names [--no-training] [--clitics]

ANERcorp is cut at the full stop nearest five sixths: trained on what is before, measured on what is behind. Untrained
figures are told on both parts: rules were tuned on the misses of the first; nobody read those of the second, or of
Wojood.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from bench import clitics, crf, shared
from bench.taggedtext import KINDS, Line, Name, Told, anercorp, conll, in_tokens, pages, parted, wojood
from takhrij import pipeline
from takhrij.analyse import mentions
from takhrij.analyse.mentions.learned import Tagger
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import wordbook
from takhrij.knowledge import Knowledge
from takhrij.text import fold

Reading = Sequence[frozenset[Name]]
"""The names of each line."""
_DRAWS: Final = 1_000


def main() -> None:
    """Print every figure with its 95 % interval."""
    parser = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__)
    parser.add_argument("--no-training", action="store_true", help="leave out what has to be trained: two minutes")
    parser.add_argument("--clitics", action="store_true", help="only the clitics")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    if not arguments.clitics:
        before, behind = parted(anercorp())
        _untrained("ANERcorp, first five sixths (rules were tuned on it)", before, knowledge)
        _untrained("ANERcorp, last sixth", behind, knowledge)
        _untrained("Wojood, nested: the outermost of each kind", wojood(), knowledge, nested=True)
        if not arguments.no_training:
            _trained(before, behind, knowledge)
    print("Clitics: the prefix cut, where the page shows one")
    for line in clitics.figures(knowledge):
        print("  " + line)


def _untrained(title: str, lines: Sequence[Line], knowledge: Knowledge, *, nested: bool = False) -> None:
    read: list[frozenset[Name]] = []
    seconds = 0.0
    for page, sofar, part in pages(lines):
        begin = time.process_time()
        found = mentions.find(page, fold(page.text), sofar, knowledge)
        seconds += time.process_time() - begin
        read += Told(page, sofar, part).names(found, knowledge, nested=nested)
    _show(f"{title}: rules", lines, read, seconds)


def _trained(before: Sequence[Line], behind: Sequence[Line], knowledge: Knowledge) -> None:
    """Train both taggers on the lines before, and show what they read in those behind."""
    plain = crf.train(before)
    begin = time.process_time()
    read = [crf.names(plain, line) for line in behind]
    _show("ANERcorp, last sixth: a plain CRF", behind, read, time.process_time() - begin)
    with tempfile.TemporaryDirectory() as folder:
        data, model = Path(folder) / "data.txt", Path(folder) / "model"
        data.write_text(conll(before), encoding="utf-8")
        begin = time.process_time()
        pipeline.train_names(data, model)
        print(f"train-names took {time.process_time() - begin:.0f} s; the model has {model.stat().st_size:,} bytes")
        begin = time.process_time()
        learned = _learned(Tagger(model), behind, knowledge)
        _show("ANERcorp, last sixth: the learned tagger", behind, learned, time.process_time() - begin)
    low, high = _interval(behind, lambda rows: _f1(rows, 1) - _f1(rows, 0), read, learned)
    gain = _f1(_counts(behind, learned), 0) - _f1(_counts(behind, read), 0)
    print(f"  learned tagger over plain CRF: {gain:+.3f} ({low:+.3f} to {high:+.3f})")


def _learned(tagger: Tagger, lines: Sequence[Line], knowledge: Knowledge) -> list[frozenset[Name]]:
    """Return what the tagger reads, by itself: `build --names` adds it to the rules' titles, states and offices."""
    read: list[frozenset[Name]] = []
    for page, sofar, part in pages(lines):
        folded = fold(page.text)
        t = Tagged(page.id, folded, knowledge.built(wordbook))
        ruled = mentions.find(page, folded, sofar, knowledge)
        named = tagger.named(t, sofar.blocks, ruled, knowledge)
        read += in_tokens(sofar, part, [(t.words[n.first].start, t.words[n.last - 1].end, n.kind) for n in named])
    return read


Row = tuple[int, ...]
"""Of a line, for each reading: names that are right, names read, names that are there."""


def _counts(lines: Sequence[Line], *readings: Reading, kind: str = "") -> list[Row]:
    rows = []
    for i, line in enumerate(lines):
        there = {n for n in line.names if kind in ("", n.kind)}
        row: list[int] = []
        for reading in readings:
            read = {n for n in reading[i] if kind in ("", n.kind)}
            row += [len(read & there), len(read), len(there)]
        rows.append(tuple(row))
    return rows


def _f1(rows: Sequence[Row], which: int) -> float:
    right, read, there = (sum(row[3 * which + k] for row in rows) for k in range(3))
    return 2 * right / (read + there) if read + there else 0.0


def _interval(
    lines: Sequence[Line], figure: Callable[[Sequence[Row]], float], *readings: Reading, kind: str = ""
) -> tuple[float, float]:
    """Return the 95 % interval of a figure, by drawing the lines again with a fixed seed."""
    rows = _counts(lines, *readings, kind=kind)
    draw = random.Random(20_260_101)
    drawn = sorted(figure(draw.choices(rows, k=len(rows))) for _ in range(_DRAWS))
    return drawn[int(0.025 * _DRAWS)], drawn[int(0.975 * _DRAWS)]


def _show(title: str, lines: Sequence[Line], read: Reading, seconds: float) -> None:
    tokens = sum(len(line.tokens) for line in lines)
    print(f"{title} ({len(lines)} sentences, {tokens:,} tokens, {tokens / seconds:,.0f} tokens/s)")
    for kind in ("", *KINDS):
        rows = _counts(lines, read, kind=kind)
        right, found, there = (sum(row[k] for row in rows) for k in range(3))
        low, high = _interval(lines, lambda drawn: _f1(drawn, 0), read, kind=kind)
        shares = f"P {right / max(found, 1):.3f} R {right / max(there, 1):.3f}"
        print(f"  {kind or 'all three':12} F1 {_f1(rows, 0):.3f} ({low:.3f} to {high:.3f})  {shares}  n={there}")


if __name__ == "__main__":
    main()
