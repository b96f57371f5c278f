"""A quotation that one sentence leaves open is one content up to where a later one closes it."""

import pytest
from invented_speech import statements, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # what stands before the closing mark may tell of others' sayings
            'قال سمير حداد: "أغلقنا الجسر أمس .\nووردت تقارير عن شقوق كثيرة فيه " .\nوزار الوفد المدينة .',
            "أغلقنا الجسر أمس .\nووردت تقارير عن شقوق كثيرة فيه",
        ),
        (  # a clause behind أن runs on as well
            'قال سمير حداد إن " الجسر آمن .\nنحن نفحصه كل شهر " .\nوزار الوفد المدينة .',
            "الجسر آمن .\nنحن نفحصه كل شهر",
        ),
        (  # marks of their own, and then the closing one
            'قال سمير حداد: "أغلقنا الجسر أمس .\nوطريق " تلة الورد " مفتوح للناس " .\nوزار الوفد المدينة .',
            'أغلقنا الجسر أمس .\nوطريق " تلة الورد " مفتوح للناس',
        ),
    ],
)
def test_an_open_quotation_runs_on_to_its_closing_mark(text: str, said: str) -> None:
    assert [words for _, _, words in told(text)] == [said]


def test_a_mark_inside_what_is_said_runs_on_too() -> None:
    text = 'قال سمير حداد إن الجسر " يحتاج إلى فحص .\nولن نفتحه قبل ذلك " .\nوزار الوفد المدينة .'
    assert [words for _, _, words in told(text)] == ['إن الجسر " يحتاج إلى فحص .\nولن نفتحه قبل ذلك']


def test_what_another_says_behind_an_open_mark_is_his_own() -> None:
    text = 'قال سمير حداد إن " الجسر آمن اليوم .\nوقال نبيل نجار " الطريق مغلق منذ أسبوع " .'
    assert [speaker for speaker, _, _ in told(text)] == ["سمير حداد", "نبيل نجار"]


def test_behind_a_quoted_clause_the_narrator_goes_on_with_and() -> None:
    text = 'قال سمير حداد إن " الجسر آمن للناس جميعا اليوم " وزار المدينة في المساء.'
    assert [words for _, _, words in told(text)] == ["الجسر آمن للناس جميعا اليوم"]


def test_a_mark_before_a_full_stop_closes_whatever_is_told_before_it() -> None:
    text = 'وقالت وزارة النقل " الجسر آمن للناس اليوم .\nالشركة قالت ذلك في يناير " . وأضافت " نرفض إغلاقه اليوم " .'
    assert next(words for _, _, words in told(text)) == "الجسر آمن للناس اليوم .\nالشركة قالت ذلك في يناير"


def test_a_name_in_marks_behind_a_noun_for_it_does_not_end_a_quotation() -> None:
    text = 'قال سمير حداد : " أنشئت أمس قوة باسم " وحدات الجسر " .\nوزار الوفد المدينة .'
    assert [words for _, _, words in told(text)] == ['أنشئت أمس قوة باسم " وحدات الجسر "']


def test_dots_that_break_a_quotation_off_are_no_sentences_of_it() -> None:
    said = "أغلقنا الجسر أمس . . . الوضع صعب .\nهذا قرارنا . . . لن نتراجع .\nسنفتحه في الربيع"
    assert [words for _, _, words in told(f'وأضاف سمير حداد : " {said} " .\nوزار الوفد المدينة .')] == [said]


def test_a_long_speech_in_marks_is_one_content_where_one_mark_alone_ends_it() -> None:
    said = " .\n".join(f"نحن نعمل على الجسر رقم {number} في المدينة" for number in range(10))
    assert [words for _, _, words in told(f'وأضاف سمير حداد : " {said} " .\nوزار الوفد المدينة .')] == [said]


def test_a_mark_far_behind_what_another_says_closes_nothing() -> None:
    rest = " .\n".join(f"يعمل الوفد على الجسر رقم {number} في المدينة" for number in range(10))
    text = f'وأضاف سمير حداد : " الجسر آمن اليوم .\nوقال نبيل نجار إن الطريق مغلق .\n{rest} " .'
    assert next((who, words) for who, _, words in told(text)) == ("سمير حداد", "الجسر آمن اليوم")


@pytest.mark.parametrize("lead", ["وأشار سمير حداد إلى أن", "وشدد سمير حداد على أن", "وأكد سمير حداد أن"])
def test_a_clause_in_marks_behind_a_preposition_and_that_is_quoted(lead: str) -> None:
    [statement] = statements(text := f'{lead} "الجسر آمن للناس جميعا".')
    said = text[statement.content.start : statement.content.end]
    assert (statement.quoted, said) == (True, "الجسر آمن للناس جميعا")
