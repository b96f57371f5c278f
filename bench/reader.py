"""How often careful readers give the ASSAULT labels of `plover_sentences`. python -m bench.reader.

`judged/assault_read.jsonl` holds the verdicts of two readers, each on odd rows: all that are labelled yes, 100 of the
difficult noes and 104 of the easy ones, drawn by chance for each and shuffled. They saw no label of an odd row, but
had read even rows with theirs (the first 206, the second 299), to learn what this team calls an assault. Noes count
as often as the file has them.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bench import events, shared

JUDGED: Final = Path(__file__).parent / "judged" / "assault_read.jsonl"
_DRAWS: Final = 1_000


def figures(rows: Sequence[events.Row], told: Mapping[int, bool]) -> tuple[float, float, float]:
    """Return F1, precision and recall of the verdicts `told` by row, each label weighted up to all its `rows`."""
    return _figures(rows, [row for row in rows if row.number in told], told)


def interval(rows: Sequence[events.Row], told: Mapping[int, bool]) -> tuple[float, float]:
    """Return the 95 % interval of F1, by drawing the rows that were read again with a fixed seed."""
    draw = random.Random(20_260_101)
    read = [row for row in rows if row.number in told]
    found = sorted(_figures(rows, draw.choices(read, k=len(read)), told)[0] for _ in range(_DRAWS))
    return found[int(0.025 * _DRAWS)], found[int(0.975 * _DRAWS)]


def _figures(
    rows: Sequence[events.Row], read: Sequence[events.Row], told: Mapping[int, bool]
) -> tuple[float, float, float]:
    every, of = Counter(row.label for row in rows), Counter(row.label for row in read)
    hits = extra = missed = 0.0
    for row in read:
        weight = every[row.label] / of[row.label]
        hits += weight * (told[row.number] and row.yes)
        extra += weight * (told[row.number] and not row.yes)
        missed += weight * (not told[row.number] and row.yes)
    if not hits:
        return 0.0, 0.0, 0.0
    return 2 * hits / (2 * hits + extra + missed), hits / (hits + extra), hits / (hits + missed)


def main() -> None:
    """Print the figures."""
    shared.or_skip()
    judged = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    rows = events.rows("ASSAULT", odd=True)
    for reader in sorted({row["reader"] for row in judged}):
        told = {row["row"]: row["verdict"] == "yes" for row in judged if row["reader"] == reader}
        f1, precision, recall = figures(rows, told)
        low, high = interval(rows, told)
        print(
            f"ASSAULT, {len(told)} odd rows, reader {reader}: F1 {f1:.3f} ({low:.3f} to {high:.3f}),"
            f" precision {precision:.3f}, recall {recall:.3f}"
        )


if __name__ == "__main__":
    main()
