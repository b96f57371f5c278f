"""Where marks stand: behind a preposition, behind أن and a colon, in paragraphs of their own."""

import pytest
from invented_speech import told

BEFORE = "قال سمير حداد إن الجسر سيفتح غدا. "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وخلص الوزير إلى «مواصلة أعمال الجسر حتى الشتاء».", "إلى «مواصلة أعمال الجسر حتى الشتاء»"),
        ("وزار الوزير المدينة، متعهدا بـ«محاسبة كل من أخر العمل».", "بـ«محاسبة كل من أخر العمل»"),
        ('واعتبر ذلك "خطأ لا يمكن السكوت عنه".', 'ذلك "خطأ لا يمكن السكوت عنه"'),
        ('وأضاف أن: "العمل في الطريق لا ينتهي في شهر".', "العمل في الطريق لا ينتهي في شهر"),
    ],
)
def test_words_in_marks_are_said_behind_a_preposition_a_pronoun_and_a_colon(text: str, said: str) -> None:
    assert told(BEFORE + text)[-1][2] == said


def test_a_name_in_marks_behind_a_preposition_is_not_said() -> None:
    assert told('خلص الفريق إلى "جسر المدينة" مساء أمس.') == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"هذا يجعل الطريق أقصر من قبل. وسنعمل في الشتاء أيضا".',
            "هذا يجعل الطريق أقصر من قبل. وسنعمل في الشتاء أيضا",
        ),
        (
            'وأضاف: "الطريق مفتوح للجميع". "أما الجسر القديم فيبقى مغلقا حتى الشتاء. \nوسنعلن الموعد قريبا".',
            "أما الجسر القديم فيبقى مغلقا حتى الشتاء. \nوسنعلن الموعد قريبا",
        ),
    ],
)
def test_a_paragraph_in_marks_is_whose_who_spoke_right_before(text: str, said: str) -> None:
    speaker, _, content = told(BEFORE + text)[-1]
    assert (speaker, content) == ("سمير حداد", said)


@pytest.mark.parametrize("verb", ["ليقول", "ليضيف"])
def test_a_verb_of_purpose_tells_what_was_said_where_a_colon_follows_it(verb: str) -> None:
    text = f'زار الصحفيون المدينة أمس، {verb} حليف الحكومة فيها، سمير حداد: "الجسر آمن ولن يغلق".'
    assert [(who, said) for who, _, said in told(text)] == [("سمير حداد", "الجسر آمن ولن يغلق")]


def test_a_verb_of_purpose_without_a_colon_tells_nothing() -> None:
    assert told("زار سمير حداد المدينة أمس ليقول للناس الحقيقة.") == []


def test_a_paragraph_in_marks_in_which_one_speaks_of_oneself_is_speech_whoever_says_it() -> None:
    text = 'بني الجسر قبل قرن من الزمان. \n"نحن نعبر الجسر كل يوم إلى السوق القديم".'
    assert [(who, said) for who, _, said in told(text)] == [("", "نحن نعبر الجسر كل يوم إلى السوق القديم")]


def test_a_participle_that_goes_on_right_before_marks_is_speech_whoever_says_it() -> None:
    assert [who for who, _, _ in told('مضيفا "الجسر القديم لا يكفي أهل المدينة كلهم".')] == [""]
