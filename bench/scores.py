"""The scores on the five real pages, by `../shared/score.py`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import shared


def measure() -> dict[str, float]:
    """Return every figure as `part.figure` (of `n/m` the n)."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = [sys.executable, "-m", "takhrij", "build", str(shared.PAGES), "-o", str(out)]
        subprocess.run(command, check=True, capture_output=True)
        score = [sys.executable, str(shared.SHARED / "score.py"), str(out / "dossier.json"), "--json"]
        printed = subprocess.run(score, check=True, capture_output=True, text=True).stdout
    parts: dict[str, dict[str, Any]] = json.loads(printed)
    return {f"{part}.{name}": _number(value) for part, values in parts.items() for name, value in values.items()}


def _number(value: object) -> float:
    return float(str(value).split("/")[0]) if isinstance(value, str) else float(value)  # type: ignore[arg-type]


def main() -> None:
    """Print the figures, one a line."""
    shared.or_skip()
    for name, value in measure().items():
        print(f"{name}: {value:g}")


if __name__ == "__main__":
    main()
