"""A headline that a page prints twice ends where the two prints begin to differ."""

from __future__ import annotations

import pytest

from takhrij.analyse import headlines
from takhrij.text import fold

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{HEADLINE} | مرسى البحر {HEADLINE} قال الصياد", range(6)),
        (f"مرسى البحر | {HEADLINE} 2019 {HEADLINE} قال الصياد", range(2, 8)),
        (f"{HEADLINE} قال الصياد إن السوق كبير", range(0)),
        ("السوق كبير السوق كبير", range(0)),
        ("", range(0)),
    ],
)
def test_the_first_print_of_a_repeated_headline_is_found(text: str, words: range) -> None:
    assert headlines.repeated(fold(text)) == words
