"""What somebody would say or refuse if something came about is no statement of his."""

import pytest
from invented_speech import told


@pytest.mark.parametrize(
    "text",
    [
        "قال سالم هاني إنه في حال رفض مجلس الميناء العقد ستتوقف السفن.",
        "قال سالم هاني إنه سيستقيل إذا رفض مجلس الميناء العقد.",
        "قال سالم هاني إن السفن كانت ستصل لو قبل مجلس الميناء العقد.",
    ],
)
def test_what_is_only_supposed_is_nobodys_statement(text: str) -> None:
    assert [speaker for speaker, _, _ in told(text)] == ["سالم هاني"]


def test_a_refusal_that_came_about_is_one() -> None:
    assert [act for _, act, _ in told("رفض مجلس الميناء العقد الجديد.")] == ["refuse"]
