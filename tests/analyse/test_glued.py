"""Two words that a crawler wrote as one are read as two, and the place is recorded."""

import pytest
from invented_articles import BODY, page

from takhrij import lang, world
from takhrij.analyse import analyse, glued
from takhrij.knowledge import Knowledge
from takhrij.text import Folded, fold

KNOWLEDGE = Knowledge(lang.load(), world.load())
TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"


def _parted(text: str) -> Folded:
    return glued.parted(page(text), fold(text), KNOWLEDGE)[0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("الأممالمتحدة", ["الامم", "المتحده"]),
        ("سورياوتركيا", ["سوريا", "وتركيا"]),
        ("جنوبتركيا", ["جنوب", "تركيا"]),
        ("الخارجيةالروسية", ["الخارجيه", "الروسيه"]),
        ("العراقيمحمد", ["العراقي", "محمد"]),
    ],
)
def test_two_words_of_the_news_without_a_space_are_two(written: str, read: list[str]) -> None:
    assert [w.text for w in _parted(f"قالت {written} أمس").words] == ["قالت", *read, "امس"]


@pytest.mark.parametrize(
    "word",
    ["عبدالله", "الرأسمالية", "والمسؤولين", "باستقلال", "للاحتلال", "بالاحتفالات", "الأمم", "التكريم", "المحمدية"],
)
def test_words_that_are_one_stay_one(word: str) -> None:
    assert len(_parted(word).words) == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("المعارضةأفاد", ["المعارضه", "افاد"]),
        ("أرشيفكشفت", ["ارشيف", "كشفت"]),
        ("المنطقةالشرقية", ["المنطقه", "الشرقيه"]),
        ("صلةموسكو", ["صله", "موسكو"]),
    ],
)
def test_a_word_that_shows_its_own_end_is_parted_from_a_verb_behind_it(written: str, read: list[str]) -> None:
    assert [w.text for w in _parted(f"قالت {written} أمس").words] == ["قالت", *read, "امس"]


@pytest.mark.parametrize("word", ["أرشيفهما", "أرشيفية", "القضاة", "مكافأةٌ"])
def test_an_ending_with_its_pronoun_is_no_seam(word: str) -> None:
    assert len(_parted(word).words) == 1


def test_both_words_lead_back_to_their_characters() -> None:
    text = "قالت الأُمَمالمتّحدة أمس"
    assert [text[w.start : w.end] for w in _parted(text).words] == ["قالت", "الأُمَم", "المتّحدة", "أمس"]


def test_the_place_of_the_missing_space_is_recorded() -> None:
    text = "قالت الأممالمتحدة أمس"
    (repair,) = glued.parted(page(text), fold(text), KNOWLEDGE)[1]
    assert text[repair.span.start : repair.at] == "الأمم"
    assert text[repair.at : repair.span.end] == "المتحدة"
    assert repair.why[0].rule == "two words glued"


def test_a_text_without_glued_words_comes_back_as_it_was() -> None:
    folded = fold(BODY[0])
    assert glued.parted(page(BODY[0]), folded, KNOWLEDGE) == (folded, ())


def test_later_stages_read_both_words() -> None:
    text = "\n".join([TITLE, *BODY, "وقالت الأممالمتحدة إن الجسر سيفتح أمام المساعدات يوم الأحد المقبل."])
    analysis = analyse(page(text), KNOWLEDGE)
    assert "الأمم المتحدة" in [m.name for m in analysis.mentions]
    assert analysis.statements[-1].speaker.name == "الأمم المتحدة"


def test_a_family_name_of_a_servants_name_is_one_word() -> None:
    text = "قال سامي العبدالقادر إن"
    assert not glued.parted(page(text), fold(text), KNOWLEDGE)[1]
