"""Answers behind their topic (وعن مشاريعه قال: ...), and words behind a colon whose speaker nobody knows."""

import pytest
from invented_speech import told

BEFORE = "قال سمير حداد إن الجسر سيفتح غدا. "


@pytest.mark.parametrize(
    "topic",
    [
        "وعن مشاريعه المقبلة قال: ما زلت أعمل على خطة الطريق القديم.",
        "وعما إذا كان يتابع أعمال الطريق قال: في الحقيقة أتابعها كل يوم.",
        "وعن إعلان اسم المدير الجديد قال: ليس عندي خبر عن هذا الأمر.",
    ],
)
def test_an_answer_behind_its_topic_is_whose_who_spoke_last(topic: str) -> None:
    speaker, _, said = told(BEFORE + topic)[-1]
    assert speaker == "سمير حداد"
    assert said == topic.partition(": ")[2].rstrip(".")


def test_words_right_behind_a_colon_are_nobodys_where_no_speaker_is_known() -> None:
    assert [who for who, _, _ in told("وقال: أثبتت التجارب الكثيرة أن الطريق القديم لا يكفي.")] == [""]


def test_words_without_marks_that_are_nobodys_leave_who_spoke_before() -> None:
    text = "قالت وزارة النقل إن الجسر آمن. وقال: أثبتت التجارب الكثيرة أن الطريق لا يكفي. وأضافت أن العمل مستمر."
    assert [who for who, _, _ in told(text)] == ["وزارة النقل", "", "وزارة النقل"]


def test_a_pronoun_before_the_verb_is_no_part_of_a_name() -> None:
    assert [who for who, _, _ in told(BEFORE + "فهو يقول: العمل في الطريق لا ينتهي في شهر.")] == [
        "سمير حداد",
        "سمير حداد",
    ]
