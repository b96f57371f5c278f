"""Runs all that is measured, without the peers: `make bench`. Options such as `--peers` add them, part by part."""

import subprocess
import sys

from bench import shared

PARTS = (
    "scores",
    "pages",
    "wholepages",
    "joins",
    "credits",
    "sites",
    "times",
    "dating",
    "hijri",
    "names",
    "clitics",
    "mentions",
    "identity",
    "titles",
    "tenures",
    "statements",
    "events",
    "readings",
    "reader",
    "copies",
    "planted",
    "bylines",
    "origins",
    "conflicts",
    "corroborated",
    "positions",
    "speed",
)

shared.or_skip()
for part in PARTS:
    print(f"\n## python -m bench.{part}", flush=True)
    subprocess.run([sys.executable, "-m", f"bench.{part}"], check=True)
