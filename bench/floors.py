"""Holds the measured figures to `floors.toml`. Exit status 1 when one falls; `--raise` writes today's figures in.

A floor goes down only by `--lower NAME`, so that a loss is somebody's decision and not an accident.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from pathlib import Path

from bench import scores, shared

FLOORS = Path(__file__).with_name("floors.toml")


def broken(figures: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """Return one line for every figure that is missing, below its `least`, or above its `most`."""
    lines = []
    for name, bounds in floors.items():
        value = figures.get(name)
        if value is None:
            lines.append(f"{name}: not measured")
        elif value < bounds.get("least", value):
            lines.append(f"{name}: {value:g}, and the floor is {bounds['least']:g}")
        elif value > bounds.get("most", value):
            lines.append(f"{name}: {value:g}, and the ceiling is {bounds['most']:g}")
    return lines


def main() -> None:
    """Measure and compare."""
    parser = argparse.ArgumentParser(prog="python -m bench.floors", description=__doc__)
    parser.add_argument("--raise", dest="up", action="store_true", help="write better figures into floors.toml")
    parser.add_argument(
        "--lower", action="append", default=[], metavar="NAME", help="let this figure fall to today's"
    )
    arguments = parser.parse_args()
    shared.or_skip()
    text = FLOORS.read_text(encoding="utf-8")
    figures, floors = scores.measure(), tomllib.loads(text)["figures"]
    for name, bounds in floors.items():
        for side, better in (("least", max), ("most", min)):
            if side in bounds and (name in arguments.lower or arguments.up):
                value = figures[name] if name in arguments.lower else better(bounds[side], figures[name])
                text = re.sub(rf'("{re.escape(name)}" = {{ {side} = )[\d.]+', rf"\g<1>{value:g}", text)
    if arguments.up or arguments.lower:
        FLOORS.write_text(text, encoding="utf-8")
    lines = broken(figures, tomllib.loads(text)["figures"])
    print("\n".join(lines) or f"All {len(floors)} floors hold.")
    sys.exit(bool(lines))


if __name__ == "__main__":
    main()
