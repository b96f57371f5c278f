"""What every figure on a sample is printed with: its 95 % interval."""

from __future__ import annotations

import random
from collections.abc import Sequence

_DRAWS = 2_000


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the Wilson score interval of a share, at 95 % (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    z, p = 1.959964, hits / of
    centre = (p + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * (p * (1 - p) / of + z * z / (4 * of * of)) ** 0.5 / (1 + z * z / of)
    return max(0.0, centre - reach), min(1.0, centre + reach)


def bootstrap(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % interval of a mean, by drawing the pages again 2,000 times with a fixed seed."""
    if not values:
        return 0.0, 1.0
    draw = random.Random(20_260_101)
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(_DRAWS))
    return means[int(0.025 * _DRAWS)], means[int(0.975 * _DRAWS)]


def share(hits: int, of: int) -> str:
    """Return `hits/of = share (low to high)`."""
    low, high = wilson(hits, of)
    return f"{hits}/{of} = {hits / of if of else 0:.3f} ({low:.3f} to {high:.3f})"


def mean(values: Sequence[float]) -> str:
    """Return `mean (low to high), n=…`."""
    low, high = bootstrap(values)
    return f"{sum(values) / len(values) if values else 0:.3f} ({low:.3f} to {high:.3f}), n={len(values)}"
