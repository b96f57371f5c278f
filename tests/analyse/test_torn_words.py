"""One word that a page wrote as two is read as one, and the place is recorded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_articles import BODY, page

from takhrij import lang, world
from takhrij.analyse import analyse, torn
from takhrij.knowledge import Knowledge
from takhrij.text import Folded, fold, fold_text

KNOWLEDGE = Knowledge(lang.load(), world.load())


def _mended(text: str) -> Folded:
    return torn.mended(page(text), fold(text), KNOWLEDGE)[0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("قو ات", "قوات"),
        ("التدخ ل", "التدخل"),
        ("مؤكد ا", "موكدا"),
        ("عدد ا", "عددا"),
        ("العسكري ة", "العسكريه"),
        ("ق تلوا", "قتلوا"),
        ("إ طار", "اطار"),
        ("عب رت", "عبرت"),
        ("وهد د", "وهدد"),
    ],
)
def test_a_word_of_the_news_with_a_space_in_it_is_one(written: str, read: str) -> None:
    assert [w.text for w in _mended(f"قالت {written} أمس").words] == ["قالت", read, "امس"]


@pytest.mark.parametrize(
    "written",
    [
        'قالت مي لـ"الوطن" أمس',
        "يرى د. سمير حداد",
        "يرى د | سمير حداد",
        "من الفئة أ والفئة ب",
        "عند الساعة 5 م أمس",
        "وكالة أ ف ب أمس",
        "عام 1438 ه الماضي",
        "قال و أكد",
        "أن ي شغل",
        "عدد\nا",
    ],
)
def test_letters_that_stand_by_themselves_are_no_part_of_the_word_before(written: str) -> None:
    assert [w.text for w in _mended(written).words][:2] == [w.text for w in fold(written).words][:2]


def test_a_mended_word_leads_back_to_its_characters_and_all_others_to_theirs() -> None:
    text = "قالت قُو ات الجسـر مؤكّد ا أمس"
    assert [text[w.start : w.end] for w in _mended(text).words] == ["قالت", "قُو ات", "الجسـر", "مؤكّد ا", "أمس"]


@given(
    st.lists(
        st.sampled_from(["قو ات", "أَكّد", "ﻗﻮ", "مشير ا", "12", "(", "ال\u0640جسر", "\n", "هن", "ا"]), max_size=30
    )
)
def test_every_letter_of_mended_words_leads_back_to_the_page(pieces: list[str]) -> None:
    text = " ".join(pieces)
    plain, folded = fold(text), _mended(text)
    for word in folded.words:
        assert folded.text[word.at : word.at + len(word.text)] == word.text
        assert fold_text(text[word.start : word.end]).replace(" ", "") == word.text
        assert folded.span(word.at, word.at + len(word.text)) == (word.start, word.end)
        assert folded.index(word.start) == word.at
    assert "".join(plain.texts) == "".join(folded.texts)


def test_the_place_of_the_space_is_recorded() -> None:
    text = "قالت قو ات الجسر"
    (repair,) = torn.mended(page(text), fold(text), KNOWLEDGE)[1]
    assert (text[repair.span.start : repair.at], text[repair.at : repair.span.end]) == ("قو", " ات")
    assert repair.why[0].rule == "one word torn"


def test_a_text_without_torn_words_comes_back_as_it_was() -> None:
    folded = fold(BODY[0])
    assert torn.mended(page(BODY[0]), folded, KNOWLEDGE) == (folded, ())


def test_names_are_told_without_the_space_and_rest_on_the_words_with_it() -> None:
    text = "\n".join(
        [BODY[0], *BODY, "وقالت قو ات سوريا الديمقراطية إن الجسر سيفتح أمام المساعدات يوم الأحد المقبل."]
    )
    analysis = analyse(page(text), KNOWLEDGE)
    (mention,) = (m for m in analysis.mentions if m.name == "قوات سوريا الديمقراطية")
    assert text[mention.span.start : mention.span.end] == "قو ات سوريا الديمقراطية"
