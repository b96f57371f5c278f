"""Logistic regression by Newton's method: small, exact, and the same numbers on every machine."""

from __future__ import annotations

import math
from collections.abc import Sequence

PENALTY = 0.5
"""Half the weight of the squared weights: keeps those of rare signs small."""
STEPS = 15


def learn(
    rows: Sequence[Sequence[float]], right: Sequence[bool], counts: Sequence[float], penalty: float = PENALTY
) -> list[float]:
    """Return a weight a column; `counts` says how much each row counts."""
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [2 * penalty * w for w in weights]
        bend = [[2 * penalty * (i == j) for j in range(size)] for i in range(size)]
        for row, true, count in zip(rows, right, counts, strict=True):
            told = [(i, a) for i, a in enumerate(row) if a]
            value = sum(weights[i] * a for i, a in told)
            p = 1 / (1 + math.exp(-max(min(value, 30.0), -30.0)))
            for i, a in told:
                slope[i] += count * (p - true) * a
                spread = count * p * (1 - p) * a
                for j, b in told:
                    bend[i][j] += spread * b
        weights = [w - d for w, d in zip(weights, _solved(bend, slope), strict=True)]
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss and Jordan; the penalty keeps the matrix regular."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for k in range(len(rows)):
            if k != i and rows[k][i]:
                factor = rows[k][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] for row in rows]
