"""Brackets behind a picture's words name who made it; behind an agency that says something they do not."""

from takhrij.analyse.blocks.signatures import SIGNATURE


def test_brackets_with_a_clause_behind_them_sign_no_picture() -> None:
    assert SIGNATURE.search("وذكرت وكالة الغد (غد) أن الجسر آمن") is None
    assert SIGNATURE.search("صورة للجسر القديم (رويترز) قال الوزير") is not None
