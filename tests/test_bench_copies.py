"""The measures of copies count what they say, on invented articles."""

from __future__ import annotations

import random

import pytest

from bench import bylines, copies, planted
from takhrij.records import Copy, Page, Span

WORDS = [f"كلمة{a}{b}" for a in "ابتثجحخدذرزسش" for b in "ابتثجحخدذرز"]
TEXT = " ".join(WORDS[:60])


def _item(name: str, words: list[str], url: str = "") -> copies.Item:
    text = " ".join(words)
    return copies.Item(Page(id=name, text=text, sources=(name,), raw_sha256="", url=url or name), words)


def test_the_truth_is_pairs_of_two_addresses_of_which_one_holds_the_other() -> None:
    known = [_item("a", WORDS[:40]), _item("b", WORDS[:60]), _item("c", WORDS[30:90]), _item("d", WORDS[:40], "a")]
    assert copies.truth(known) == {("a", "b"): 1.0, ("b", "d"): 1.0}


def test_an_agency_is_named_alone_or_behind_a_particle_and_not_within_a_word() -> None:
    names = {"نداء": "نداء", "وكاله نداء": "نداء", "بر": "بر"}
    assert bylines.named("قال حارس لنداء أمس", names) == {"نداء"}
    assert bylines.named("وكالة نداء", names) == {"نداء"}
    assert bylines.named("النداءات كثيرة وبر الأمان", names) == frozenset()


def test_runs_of_eight_words_are_counted_over_folded_words() -> None:
    assert bylines.grams("أ إ ة ى ب ت ث ج") == bylines.grams("ا ا ه ي ب ت ث ج")
    assert len(bylines.grams(TEXT)) == 60 - 7


@pytest.mark.parametrize("edit", list(planted.EDITS))
def test_an_edit_leaves_most_of_the_words(edit: str) -> None:
    dice, made = random.Random(3), TEXT
    for step in planted.EDITS[edit]:
        made = step(made, dice)
    assert (made == TEXT) == (edit == "verbatim")
    assert len(set(made.split()) & set(WORDS)) >= 25


def test_a_boundary_is_off_by_the_characters_between_it_and_the_outermost_piece() -> None:
    left, right = (Page(id=name, text="", sources=(name,), raw_sha256="") for name in "ab")
    case = planted.Planted(left, right, (10, 90), (30, 110), "verbatim")
    pieces = [
        Copy(left=Span(page="a", start=12, end=40), right=Span(page="b", start=30, end=58), score=1.0),
        Copy(left=Span(page="a", start=50, end=90), right=Span(page="b", start=70, end=107), score=1.0),
    ]
    assert planted._found(case, pieces) == planted.Found(case, 2, (2, 0, 0, 3))
    assert planted._found(case, []).off == ()
