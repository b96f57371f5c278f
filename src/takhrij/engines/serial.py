"""One page after the other in this process: the reference. It has no limit of time; `processes` has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from takhrij.engines._failures import crashed
from takhrij.records import Analysis, Failure, Page


def run(
    pages: Iterable[Page], make: Callable[[], Callable[[Page], Analysis]], limit: float
) -> Iterator[Analysis | Failure]:
    """Yield an analysis or a failure a page, in order; `limit` is not used."""
    del limit
    analyse = make()
    for page in pages:
        try:
            yield analyse(page)
        except Exception as error:  # whatever a hostile page provokes costs that page only
            yield crashed(page, error)
