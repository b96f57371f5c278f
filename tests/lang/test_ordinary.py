from takhrij import lang
from takhrij.lang.ordinary import ordinary

EVERY_DAY = ordinary(lang.load())


def test_words_that_stand_in_every_paper_are_known_without_their_article() -> None:
    assert {"منطقه", "مدينه", "هجوم"} <= EVERY_DAY
    assert not any(word.startswith("المدين") for word in EVERY_DAY)


def test_words_that_name_something_are_not_among_them() -> None:
    assert not {"زعفران", "فنار", "تواهي"} & EVERY_DAY
