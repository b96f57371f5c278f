"""Clitics are cut by evidence, and never out of a known name or a noun that takes the article."""

from time import process_time

import pytest

from takhrij import lang, world
from takhrij.analyse.clitics import splitter
from takhrij.knowledge import Knowledge
from takhrij.text import fold, fold_text

KNOWLEDGE = Knowledge(lang.load(), world.load())


def _split(word: str, page: str = "") -> tuple[str, str]:
    return splitter(fold(page), KNOWLEDGE)(fold_text(word))


@pytest.mark.parametrize(
    ("word", "prefix", "stem"),
    [
        ("وقال", "و", "قال"),
        ("بالمدينة", "ب", "المدينه"),
        ("للوزير", "لل", "الوزير"),
        ("وللوزير", "ولل", "الوزير"),
        ("للندن", "ل", "لندن"),
        ("لبوتين", "ل", "بوتين"),
        ("وبواشنطن", "وب", "واشنطن"),
        ("سيلتقي", "س", "يلتقي"),
        ("وسيلتقي", "وس", "يلتقي"),
        ("كسفير", "ك", "سفير"),
        ("بأشياعهما", "ب", "اشياعهما"),
        ("فإيران", "ف", "ايران"),
        ("لإنشائهم", "ل", "انشايهم"),
    ],
)
def test_clitics_are_cut(word: str, prefix: str, stem: str) -> None:
    assert _split(word) == (prefix, stem)


@pytest.mark.parametrize(
    "word",
    [
        *["وزير", "وكالة", "واشنطن", "وفاته", "وجدت", "واحد", "ساهم", "بلدي", "باريس", "بيان", "كلمة", "كيري", "كلم"],
        *["كردستان", "لندن", "لبنان", "لجنة", "لاعبين", "سيبيغا", "ستوكهولم", "سيناريو", "فيدان", "فريق", "فتح"],
    ],
)
def test_what_is_a_words_own_stays(word: str) -> None:
    assert _split(word) == ("", fold_text(word))


def test_a_page_that_has_the_stem_alone_settles_an_unknown_word() -> None:
    assert _split("برفكون")[0] == ""
    assert _split("برفكون", "وصل رفكون أمس") == ("ب", "رفكون")


@pytest.mark.parametrize(
    ("word", "prefix"),
    [
        ("للتراكم", "لل"),
        ("للجنة", "ل"),
        ("للتدمير", "لل"),
        ("بالتهم", "ب"),
        ("سأقول", "س"),
        ("كملاذ", "ك"),
        ("بتشبيكهم", "ب"),
        ("وبدت", "و"),
        ("ولقيت", "و"),
    ],
)
def test_what_may_stand_behind_a_clitic_settles_it(word: str, prefix: str) -> None:
    assert _split(word)[0] == prefix


@pytest.mark.parametrize(
    "word", ["كلها", "فيكم", "لست", "باتت", "لقيت", "كيفيا", "فخورون", "كانتيني", "ساهم", "سافر"]
)
def test_what_only_looks_like_a_clitic_stays(word: str) -> None:
    assert _split(word) == ("", fold_text(word))


def test_a_page_that_has_the_article_before_a_word_shows_that_its_letter_is_its_own() -> None:
    assert _split("بتشبيكهم", "رأى البتشبيكهم")[0] == ""


@pytest.mark.parametrize("word", ["و", "لل", "س", "123", "abc", "وو"])
def test_short_and_foreign_words_come_back_whole(word: str) -> None:
    assert _split(word) == ("", word)


def test_the_time_grows_with_the_page_only() -> None:
    def seconds(size: int) -> float:
        page = fold(" ".join(f"ولبز{'ا' * (i % 7)}ركون" for i in range(size)))
        begin = process_time()
        split = splitter(page, KNOWLEDGE)
        for word in page.words:
            split(word.text)
        return process_time() - begin

    seconds(100)
    assert seconds(30_000) <= 40 * max(seconds(3_000), 0.002)


@pytest.mark.parametrize(
    ("word", "prefix"), [("فهي", "ف"), ("وهم", "و"), ("وما", "و"), ("ولماذا", "و"), ("وكذلك", "و")]
)
def test_small_words_behind_a_conjunction_are_cut(word: str, prefix: str) -> None:
    assert _split(word)[0] == prefix


@pytest.mark.parametrize("word", ["كذلك", "لقد", "لماذا", "فتحت", "وشيك", "ستون"])
def test_small_words_and_verbs_that_hold_another_stay(word: str) -> None:
    assert _split(word) == ("", fold_text(word))


@pytest.mark.parametrize("word", ["باشر", "باشروا", "لبوا", "سيث", "بليون", "ليش", "باليستي", "لاأعلم"])
def test_verbs_measures_and_short_names_keep_their_letter(word: str) -> None:
    assert _split(word) == ("", fold_text(word))


@pytest.mark.parametrize(
    ("word", "prefix"), [("سأضعها", "س"), ("ليقولوا", "ل"), ("فلازالت", "ف"), ("بأمر", "ب"), ("بالتزامن", "ب")]
)
def test_a_future_with_a_pronoun_and_a_negation_written_in_one_are_cut(word: str, prefix: str) -> None:
    assert _split(word)[0] == prefix


@pytest.mark.parametrize("word", ["بعيدا", "بارزا", "لاحقا", "بعدما"])
def test_no_preposition_stands_before_an_accusative_or_a_conjunction(word: str) -> None:
    assert _split(word) == ("", word)


@pytest.mark.parametrize(("word", "prefix"), [("وأنها", "و"), ("لسوريا", "ل")])
def test_a_rarer_noun_and_the_look_of_an_accusative_hide_no_clitic(word: str, prefix: str) -> None:
    assert _split(word)[0] == prefix
