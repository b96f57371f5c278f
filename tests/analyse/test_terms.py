from takhrij import lang
from takhrij.analyse.terms import terms
from takhrij.knowledge import Knowledge
from takhrij.text import fold
from takhrij.world.tables import World

KNOWLEDGE = Knowledge(lang.load(), World())


def of(raw: str) -> tuple[str, ...]:
    return terms(fold(raw), 0, len(raw), KNOWLEDGE)


def test_clitics_and_the_article_are_cut_and_function_words_left_out() -> None:
    assert of("أن رفع العقوبات") == of("إلى رفع للعقوبات") == ("رفع", "عقوبات")


def test_letters_of_the_stem_are_no_clitics() -> None:
    assert of("وزارة بيان لجنة وكالة") == ("بيان", "لجنه", "وزاره", "وكاله")


def test_an_unknown_name_loses_a_clitic_only_where_it_stands_alone_too() -> None:
    assert of("لبردوخين") == ("لبردوخين",)
    assert of("بردوخين ولبردوخين") == ("بردوخين", "بردوخين")


def test_repetitions_stay_and_the_order_is_alphabetical() -> None:
    assert of("وزير نفط وزير") == ("نفط", "وزير", "وزير")
