"""A reader of claims with two origins sees a telling of each, with its sentences."""

from __future__ import annotations

from pathlib import Path

from bench.corroborated import reading
from takhrij import pipeline

EXAMPLE = Path(__file__).parents[1] / "examples" / "pages"


def test_a_claim_of_two_origins_is_printed_with_a_telling_of_each() -> None:
    pages, _ = pipeline.gather([EXAMPLE], lambda *_: None)
    head, *lines = reading(pages)
    claims = [i for i, line in enumerate(lines) if line.startswith("claim: ")]
    assert head == f"# {len(claims)} of {head.split()[3]} claims have two origins or more, in {len(pages)} pages"
    assert claims
    for at in claims:
        tellings = [line.split()[0].split("/")[0] for line in (lines[at + 1], lines[at + 3])]
        assert len({*tellings}) == 2
        assert all(line.startswith("    in: ") for line in (lines[at + 2], lines[at + 4]))
