"""Serial for a few pages, a worker process a core for many: a worker takes a second to start. What commands do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Final

from takhrij.engines import processes, serial
from takhrij.records import Analysis, Failure, Page

FEW: Final = 60
"""So many pages are read in this process, in about two seconds."""


def run(
    pages: Iterable[Page], make: Callable[[], Callable[[Page], Analysis]], limit: float
) -> Iterator[Analysis | Failure]:
    """Yield an analysis or a failure a page, in order; `limit` is in seconds a page, where there are many."""
    rest = iter(pages)
    first = list(islice(rest, FEW + 1))
    many = len(first) > FEW and (os.cpu_count() or 1) > 1
    run_all = processes.run if many else serial.run
    return run_all(chain(first, rest), make, limit)
