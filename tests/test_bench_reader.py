"""Verdicts on a drawn part are weighted up to the whole."""

from __future__ import annotations

import pytest

from bench.events import Row
from bench.reader import figures


def test_a_drawn_no_stands_for_those_that_were_not_drawn() -> None:
    rows = [Row(1, "", True, "yes"), Row(3, "", True, "yes")]
    rows += [Row(number, "", False, "easy no") for number in range(5, 25, 2)]
    told = {1: True, 3: False, 5: True, 7: False}
    f1, precision, recall = figures(rows, told)
    assert precision == pytest.approx(1 / 6)
    assert recall == pytest.approx(1 / 2)
    assert f1 == pytest.approx(1 / 4)


def test_who_says_yes_to_nothing_has_no_figure_but_nought() -> None:
    assert figures([Row(1, "", True, "yes")], {1: False}) == (0.0, 0.0, 0.0)
