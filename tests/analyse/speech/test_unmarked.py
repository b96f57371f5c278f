"""Direct speech without marks and without a colon: what a first word shows that only a speaker says."""

import pytest
from invented_speech import told

BEFORE = "قال سمير حداد إن الجسر سيفتح غدا. "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ونشر صورة الجسر وقال أنا سعيد جدا بهذا العمل.", "أنا سعيد جدا بهذا العمل"),
        ("وأوضح أن العمل مستمر، مضيفا هناك طرق كثيرة للعبور.", "هناك طرق كثيرة للعبور"),
        ("وقالت ليلى نجار سنواصل العمل في الجسر غدا.", "سنواصل العمل في الجسر غدا"),
        ("وأضافت ليلى نجار نعمل على فتح الجسر غدا.", "نعمل على فتح الجسر غدا"),
        ("وقالت ليلى نجار شكرا لكل من عمل في الجسر.", "شكرا لكل من عمل في الجسر"),
        ("وقالت ليلى نجار إن العمل مستمر. \nمضيفة: الطريق يبقى مغلقا حتى الشتاء.", "الطريق يبقى مغلقا حتى الشتاء"),
    ],
)
def test_a_word_that_only_speakers_begin_with_opens_what_is_said(text: str, said: str) -> None:
    assert told(BEFORE + text)[-1][2] == said


def test_such_a_word_farther_from_the_verb_opens_nothing() -> None:
    assert told("قال الذي في المدينة عن الجسر ما قال ولا نعرف السبب.") == []


def test_what_one_values_behind_another_saying_is_a_statement_of_its_own() -> None:
    text = 'وأعربت ليلى نجار عن سعادتها "لزيارة الوفد المدينة"، مقدرة "موقف الوزير من بناء الجسر الجديد".'
    assert [(act, words) for _, act, words in told(text)][1:] == [("praise", "موقف الوزير من بناء الجسر الجديد")]


def test_a_word_that_only_looks_like_the_future_of_us_opens_nothing() -> None:
    assert told("قالت ليلى نجار سنوات طويلة بلا جدوى.") == []
