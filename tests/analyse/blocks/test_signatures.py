"""Brackets behind a picture's words name who made it; behind an agency that says something they do not."""

from invented_articles import BODY, kinds

from takhrij.analyse.blocks.signatures import SIGNATURE

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"


def test_brackets_with_a_clause_behind_them_sign_no_picture() -> None:
    assert SIGNATURE.search("وذكرت وكالة الغد (غد) أن الجسر آمن") is None
    assert SIGNATURE.search("صورة للجسر القديم (رويترز) قال الوزير") is not None


def test_an_agency_in_a_dateline_s_brackets_signs_no_picture() -> None:
    text = f"من سمير الحداد الأمم المتحدة ( رويترز ) - {BODY[0]}"
    assert "caption" not in [kind for kind, _ in kinds("\n".join([TITLE, text, *BODY[1:]]))]


def test_a_line_in_brackets_that_begins_with_a_picture_s_label_is_a_caption() -> None:
    line = "( صورة من الإنترنت لمكان الجسر القديم الذي أغلقته البلدية أمام الشاحنات قبل عام كامل )"
    assert ("caption", line) in kinds("\n".join([TITLE, *BODY, line]))


def test_a_name_before_the_word_archive_is_a_caption() -> None:
    line = "جيفري سيلفر - أرشيف"
    assert ("caption", line) in kinds("\n".join([TITLE, line, *BODY]))
