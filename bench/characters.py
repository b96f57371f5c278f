"""A logistic model over pieces of words, as a baseline: three to five letters, weighed by how rare they are.

Trained by stochastic gradient descent in a fixed order, so that every run has the same numbers.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from takhrij.text import fold

_SIZES: Final = (3, 4, 5)
_ROUNDS: Final = 12
_RATE: Final = 4.0
"""First step; later ones shrink with the rounds. Rows have length 1, so steps are long."""
_PENALTY: Final = 1e-4


def train(texts: Sequence[str], right: Sequence[bool]) -> Callable[[str], float]:
    """Return the log odds of a text; each class weighs half, so that the rare one is learnt as well."""
    bags = [_pieces(text) for text in texts]
    found = Counter(piece for bag in bags for piece in bag)
    rarity = {piece: math.log(len(bags) / count) + 1 for piece, count in found.items() if count > 1}
    rows = [_vector(bag, rarity) for bag in bags]
    yes = sum(right)
    weigh = {True: len(rows) / (2 * max(yes, 1)), False: len(rows) / (2 * max(len(rows) - yes, 1))}
    weights: dict[str, float] = dict.fromkeys(rarity, 0.0)
    bias, order = 0.0, list(range(len(rows)))
    draw = random.Random(20_260_101)
    for number in range(_ROUNDS):
        draw.shuffle(order)
        rate = _RATE / (1 + number)
        for n in order:
            value = bias + sum(weights[piece] * a for piece, a in rows[n].items())
            slope = weigh[right[n]] * (1 / (1 + math.exp(-max(min(value, 30.0), -30.0))) - right[n])
            for piece, a in rows[n].items():
                weights[piece] -= rate * (slope * a + _PENALTY * weights[piece])
            bias -= 0.1 * rate * slope

    def score(text: str) -> float:
        row = _vector(_pieces(text), rarity)
        return bias + sum(weights[piece] * row[piece] for piece in sorted(row))

    return score


def _pieces(text: str) -> frozenset[str]:
    found: set[str] = set()
    for word in fold(text).words:
        whole = f" {word.text} "
        for size in _SIZES:
            found.update(whole[i : i + size] for i in range(len(whole) - size + 1))
    return frozenset(found)


def _vector(bag: frozenset[str], rarity: dict[str, float]) -> dict[str, float]:
    kept = {piece: rarity[piece] for piece in sorted(bag) if piece in rarity}
    length = math.sqrt(sum(a * a for a in kept.values())) or 1.0
    return {piece: a / length for piece, a in kept.items()}
