"""The scores on the five real pages, by `../shared/score.py`, and the seconds that the build takes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import shared

RUNS = 3
"""The build is timed as the best of so many runs: the machine is shared, the program is not slower for it."""


def measure() -> dict[str, float]:
    """Return every figure as `part.figure` (of `n/m` the n), and `build.seconds`."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = [sys.executable, "-m", "takhrij", "build", str(shared.PAGES), "-o", str(out)]
        seconds = []
        for _ in range(RUNS):
            begin = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            seconds.append(time.perf_counter() - begin)
        score = [sys.executable, str(shared.SHARED / "score.py"), str(out / "dossier.json"), "--json"]
        printed = subprocess.run(score, check=True, capture_output=True, text=True).stdout
    parts: dict[str, dict[str, Any]] = json.loads(printed)
    figures = {f"{part}.{name}": _number(value) for part, values in parts.items() for name, value in values.items()}
    return {**figures, "build.seconds": round(min(seconds), 2)}


def _number(value: object) -> float:
    return float(str(value).split("/")[0]) if isinstance(value, str) else float(value)  # type: ignore[arg-type]


def main() -> None:
    """Print the figures, one a line."""
    shared.or_skip()
    for name, value in measure().items():
        print(f"{name}: {value:g}")


if __name__ == "__main__":
    main()
