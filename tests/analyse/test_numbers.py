"""Number words add up as Arabic joins them."""

import pytest

from takhrij import lang
from takhrij.analyse.numbers import Numbers
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text
from takhrij.world.tables import World

NUMBERS = Numbers(Knowledge(lang.load(), World()))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ثلاثة", 3),
        ("أحد عشر", 11),
        ("خمسة وعشرين", 25),
        ("واحد و عشرون", 21),
        ("مئة وخمسون", 150),
        ("ثلاثمائة وخمسة", 305),
        ("ألفين وأحد عشر", 2011),
        ("ألف وتسعمائة وسبعين", 1970),
        ("الحادي والثلاثين", 31),
        ("12", 12),
        ("24,000", 24000),
    ],
)
def test_words_and_digits_tell_their_number(words: str, value: int) -> None:
    assert NUMBERS.value(fold_text(words)) == value


def test_a_word_that_is_no_number_makes_the_phrase_none() -> None:
    assert NUMBERS.value("خمسه بيوت") is None
