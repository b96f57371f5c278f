"""Runs in a peer's own environment: `python peer_daters.py NAME`; JSON lines of html in, of a day (or null) out.

Imports only what the peer brings.
"""

# ruff: noqa: PLC0415 - each import exists in one environment only
from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable


def htmldate() -> Callable[[str], str | None]:
    from htmldate import find_date

    return lambda html: find_date(html, extensive_search=True, original_date=True)


def htmldate_careful() -> Callable[[str], str | None]:
    from htmldate import find_date

    return lambda html: find_date(html, extensive_search=False, original_date=True)


def main() -> None:
    """Answer every line; a page on which the peer fails has no day."""
    date = globals()[sys.argv[1]]()
    for line in sys.stdin:
        html = json.loads(line)["html"]
        begin = time.perf_counter()
        try:
            day = date(html)
        except Exception:
            day = None
        sys.stdout.write(json.dumps({"day": day, "seconds": time.perf_counter() - begin}) + "\n")


if __name__ == "__main__":
    main()
