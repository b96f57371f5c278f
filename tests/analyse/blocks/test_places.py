"""What a line is by its place, where its words do not tell."""

import pytest
from invented_articles import BODY, kinds

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"


@pytest.mark.parametrize("line", ["س . ح . م ( رويترز )", "س.ح/م.ن (رويترز)"])
def test_initials_and_an_agency_under_the_text_sign_it(line: str) -> None:
    assert kinds("\n".join([TITLE, *BODY, line]))[-1] == ("byline", line)


def test_a_picture_signed_by_an_agency_stays_a_caption() -> None:
    line = "شاحنات تنتظر عند مدخل الجسر الجديد في ميرسان ( رويترز )"
    assert ("caption", line) in kinds("\n".join([TITLE, line, *BODY]))


def test_sentences_in_a_row_over_the_text_are_no_captions() -> None:
    lines = ["الجسر القديم يغلق غدا .", "الميناء يستقبل سفنا جديدة من الجزر .", "الشاحنات تعود إلى الجسر غدا ."]
    assert sum(kind == "caption" for kind, _ in kinds("\n".join([TITLE, *lines, *BODY]))) < 2


def test_a_masthead_is_no_caption() -> None:
    line = "مدار الساحل - الجسر - الشاحنات - النهر - نسخة الجريدة الورقية"
    assert ("caption", line) not in kinds("\n".join([TITLE, line, *BODY]))


def test_addresses_between_paragraphs_are_text() -> None:
    lines = ["مكتب البلدية : info @ mirsan . example للشكاوى .", "رقم الاستعلامات 5550123 طوال اليوم ."]
    found = kinds("\n".join([TITLE, *BODY, *lines, *BODY]))
    assert [("body", line) in found for line in lines] == [True, True]
