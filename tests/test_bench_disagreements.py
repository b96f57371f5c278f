"""A labelled disagreement is found by a conflict of its two values, and a series is not to be shown."""

from __future__ import annotations

from typing import Any

import pytest

from bench.disagreements import report
from takhrij.records import Conflict, Links, Span, Why

ROW: dict[str, Any] = {
    "happening": "fire",
    "about": "number",
    "of": "killed",
    "tellings": [
        {"page": "a", "span": [10, 12], "value": 12},
        {"page": "b", "span": [40, 42], "value": 15},
        {"page": "c", "span": [7, 9], "value": 17},
    ],
    "disagree": [[12, 15]],
}


@pytest.mark.parametrize(
    ("left", "right", "note", "found", "false"),
    [
        (("a", 10, 12), ("b", 40, 42), "", "1/1", 0),
        (("a", 90, 92), ("b", 80, 82), "12 and 15 killed", "1/1", 0),
        (("a", 10, 12), ("c", 7, 9), "", "0/1", 1),
        (("a", 90, 92), ("x", 80, 82), "12 and 15 killed", "0/1", 0),
    ],
)
def test_a_pair_of_values_is_found_or_shown_in_vain(
    left: tuple[str, int, int], right: tuple[str, int, int], note: str, found: str, false: int
) -> None:
    a, b = (Span(page=page, start=start, end=end) for page, start, end in (left, right))
    why = Why(rule="conflicts/number", rests_on=(a, b), note=note)
    links = Links(conflicts=(Conflict(left="x", right="y", about="number", spans=(a, b), why=(why,)),))
    lines = list(report([ROW], links, "develop", misses=True))
    assert found in lines[0]
    assert lines[2].endswith(f": {false}")
    assert any("fire" in line for line in lines) == (found == "0/1")
