"""Verbs of saying that are written like a preposition, a noun or a rank."""

import pytest
from invented_speech import told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("من جانبه، عبر الوزير سمير حداد عن أمله في فتح الجسر.", "سمير حداد"),
        ("من جهته بين الوزير سمير حداد أن الجسر آمن.", "سمير حداد"),
        ("كذلك رأى فريديريك غابيزون أن الجسر آمن.", "فريديريك غابيزون"),
    ],
)
def test_verbs_that_look_like_something_else_are_verbs_behind_an_adjunct_or_by_their_spelling(
    text: str, speaker: str
) -> None:
    assert [who for who, _, _ in told(text)] == [speaker]


def test_who_offers_thanks_is_no_lieutenant_colonel() -> None:
    text = 'وقع سمير حداد العقد أمس، مقدما شكره لأهل المدينة، مضيفا: "الجسر لنا جميعا".'
    assert {who for who, _, _ in told(text)} == {"سمير حداد"}
