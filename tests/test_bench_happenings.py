"""Pairs and B-cubed of a grouping of events, against the right one."""

from bench.happenings import scored


def test_a_grouping_that_is_right_scores_one() -> None:
    right = {"a": "1", "b": "1", "c": "2"}
    assert scored(right, right) == (1, 1, 1, [1.0, 1.0, 1.0], [1.0, 1.0, 1.0])


def test_what_is_joined_wrongly_and_what_is_missed_are_told_apart() -> None:
    ours = {"a": "1", "b": "2", "c": "2"}
    scores = scored(ours, {"a": "x", "b": "x", "c": "y"})
    assert (scores.joined, scores.right, scores.wanted) == (1, 0, 1)
    assert (scores.precisions, scores.recalls) == ([1.0, 0.5, 0.5], [0.5, 0.5, 1.0])
