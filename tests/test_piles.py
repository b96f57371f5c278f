"""Several stories in one pile are told apart: the five pages, the invented story and thirty unrelated articles."""

from __future__ import annotations

import gzip
import itertools
from pathlib import Path

import pytest

from takhrij import contract, pipeline

EXAMPLES = Path(__file__).parents[1] / "examples"
SHARED = Path(__file__).parents[2] / "shared"
ARTICLES = 3000
EVERY = 100

if not SHARED.is_dir():
    pytest.skip(f"{SHARED} is not there: no pile was made", allow_module_level=True)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> contract.Dossier:
    articles = tmp_path_factory.mktemp("pile") / "articles.jsonl"
    with gzip.open(SHARED / "corpora" / "saudi_bylines.jsonl.gz") as source:
        articles.write_bytes(b"".join(itertools.islice(source, 0, ARTICLES, EVERY)))
    return pipeline.build([SHARED / "pages", EXAMPLES / "pages", articles], worlds=[EXAMPLES / "world"])


def kind(dossier: contract.Dossier, page: str) -> str:
    source = next(p.source for p in dossier.pages if p.id == page)
    if source.startswith("articles"):
        return "article"
    return "five" if source.endswith(tuple(f"00{n}.txt" for n in range(5))) else "invented"


def test_no_story_mixes_the_piles(pile: contract.Dossier) -> None:
    assert all(len({kind(pile, page) for page in story.pages}) == 1 for story in pile.stories)


def test_the_five_pages_are_one_story_and_the_invented_ones_nearly_one(pile: contract.Dossier) -> None:
    sizes = {"five": 0, "invented": 0, "article": 0}
    for story in pile.stories:
        of = kind(pile, story.pages[0])
        sizes[of] = max(sizes[of], len(story.pages))
    assert sizes["five"] == 5
    assert sizes["invented"] >= 12
    assert sizes["article"] <= 2


def test_the_time_line_is_in_order_and_every_entry_is_of_a_story(pile: contract.Dossier) -> None:
    firsts = [entry.when.first for entry in pile.timeline]
    assert firsts == sorted(firsts)
    assert {entry.story for entry in pile.timeline} <= {story.id for story in pile.stories}


def test_background_is_told_apart_from_the_running_story(pile: contract.Dossier) -> None:
    five = next(s.id for s in pile.stories if kind(pile, s.pages[0]) == "five")
    behind = {entry.when.first[:4] for entry in pile.timeline if entry.story == five and entry.background}
    running = {entry.when.first[:4] for entry in pile.timeline if entry.story == five and not entry.background}
    assert {"2015", "2017"} <= behind
    assert running >= {"2024", "2025", "2026"}
    assert not behind & running


def test_one_happening_is_one_entry(pile: contract.Dossier) -> None:
    """Tolls that contradict one another stand in one entry with both claims."""
    numbers = [c for c in pile.conflicts if c.about == "number"]
    entries = [set(entry.claims) for entry in pile.timeline]
    when = {claim.id: claim.when for claim in pile.claims}
    assert numbers
    for conflict in numbers:
        if when[conflict.left] and when[conflict.left] == when[conflict.right]:
            assert any({conflict.left, conflict.right} <= claims for claims in entries)
