"""Whose speech or statement it was that something was said in, says it; titles keep the name behind them."""

import pytest
from invented_speech import told

SAID = "إن المدينة تعاني من الغرور"


@pytest.mark.parametrize(
    "occasion",
    [
        "وفي كلمة لسمير حداد ألقاها في البلدية عام 1992 قال",
        "وفي خطاب لسمير حداد قال",
        "وفي كلمة ألقاها سمير حداد في البلدية قال",
        "وفي تصريح أدلى به سمير حداد أمس قال",
    ],
)
def test_a_verb_behind_an_occasion_is_whose_occasion_it_was(occasion: str) -> None:
    text = f'وقالت ليلى نجار إن الجسر قديم. {occasion}: "{SAID}".'
    assert told(text)[-1] == ("سمير حداد", "say", SAID)


def test_a_verb_behind_an_occasion_of_hers_goes_on_for_who_spoke_before() -> None:
    text = f'وقالت ليلى نجار إن الجسر قديم. وفي كلمة لها في البلدية قالت: "{SAID}".'
    assert told(text)[-1] == ("ليلى نجار", "say", SAID)


def test_an_outlet_that_points_to_a_statement_carries_whose_it_was() -> None:
    text = f'أشارت صحيفة الغد إلى تصريح أدلى به وزير النقل سمير حداد تعليقا على الحادث، حيث قال "{SAID}".'
    assert told(text)[-1] == ("صحيفة الغد > سمير حداد", "say", SAID)


def test_a_calling_that_ends_with_a_title_keeps_the_name_behind_it() -> None:
    text = "وأوضح المتحدث الرسمي للجامعة الدكتور سمير حداد أن الجسر قديم."
    assert told(text) == [("سمير حداد", "say", "أن الجسر قديم")]


def test_i_said_names_nobody() -> None:
    text = 'وأضاف قلت لها "اقتربنا كثيرا من افتتاح الجسر القديم".'
    assert [who for who, _, _ in told(text)] == [""]


def test_a_name_in_marks_before_where_one_is_from_speaks() -> None:
    text = f'وقال الوزير إن الجسر قديم.\n" سمير حداد " من أهالي المدينة القديمة قال للغد : " {SAID} " .'
    assert told(text)[-1][::2] == ("سمير حداد", SAID)
