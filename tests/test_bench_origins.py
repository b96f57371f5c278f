"""The bench of origins sees a split claim."""

from __future__ import annotations

from bench.origins import Told, whole
from takhrij.records import Span


def told(page: str, fact: int) -> Told:
    return Told(Span(page=page, start=0, end=9), fact, "مرايا")


def test_a_fact_is_whole_when_one_claim_holds_each_of_its_tellings() -> None:
    tellings = [told("a", 0), told("b", 0), told("c", 1), told("d", 1), told("e", 2)]
    claims = [{"x", "y"}, {"x"}, {"z"}, {"x"}, {"z"}]
    assert list(whole(tellings, claims)) == [True, False]


def test_a_telling_that_is_not_found_is_held_by_none() -> None:
    assert list(whole([told("a", 0), told("b", 0)], [{"x"}, set()])) == [False]
