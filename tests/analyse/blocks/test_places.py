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


def test_a_short_sentence_between_paragraphs_is_text() -> None:
    sentence = "3 / 5 / 1958 دشن ملعب الإدارة المحلية في ميرسان ."
    assert ("body", sentence) in kinds("\n".join([TITLE, *BODY, sentence, *BODY]))


def test_a_first_sentence_that_the_text_goes_on_from_behind_furniture_is_no_standfirst() -> None:
    text = "\n".join([TITLE, "أهم الأخبار", TITLE, "اشترك الآن", BODY[0], "مواضيع ذات صلة", *BODY[1:], *BODY[1:]])
    assert ("body", BODY[0]) in kinds(text)


@pytest.mark.parametrize(("end", "captioned"), [("", True), (".", False), (":", False)])
def test_a_line_right_under_the_headline_is_a_caption_where_no_stop_ends_it(end: str, captioned: bool) -> None:
    line = f"سمير الحداد مرشح لتولي منصب مدير الجسر الجديد في بلدة ميرسان{end}"
    found = kinds("\n".join([TITLE, "الثلاثاء 21 تموز 2015 - 10:31", line, *BODY]))
    assert (("caption", line) in found) is captioned


def test_a_clock_time_that_begins_a_line_is_no_part_of_the_caption_behind_it() -> None:
    line = f"08 : 51 صباحا شاحنات تعبر الجسر القديم في ميرسان - ( رويترز ) > ذات صلةميرسان - {BODY[0]}"
    found = kinds("\n".join([TITLE, "تم نشره في الثلاثاء 21 تموز 2015 .", line, *BODY[1:]]))
    assert ("byline", "08 : 51 صباحا") in found
    assert ("caption", "شاحنات تعبر الجسر القديم في ميرسان - ( رويترز )") in found


def test_a_row_of_other_headlines_under_the_headline_is_no_row_of_captions() -> None:
    lines = [
        "مهندسون يفحصون أعمدة الجسر القديم بعد ظهور التشققات",
        "سائقون ينتظرون فتح الجسر أمام الشاحنات منذ الفجر",
        "خبراء يحذرون من إغلاق الجسر مرة أخرى في الشتاء",
    ]
    found = kinds("\n".join([TITLE, "شارك الخبر", *lines, *BODY]))
    assert "caption" not in [kind for kind, _ in found]


@pytest.mark.parametrize("line", ["الشاحنات عادت إلى الجسر صباح أمس .", "Mirsan , bridge , الجسر , الشاحنات , النهر"])
def test_sentences_and_keywords_under_the_headline_are_no_captions(line: str) -> None:
    found = kinds("\n".join([TITLE, "حجم الخط", line, *BODY]))
    assert ("caption", line) not in found


@pytest.mark.parametrize("begin", ["كما", "وأكد أحمد الحداد أيضا"])
def test_a_last_sentence_without_a_stop_goes_on_with_the_text(begin: str) -> None:
    line = f"{begin} طلب السكان من البلدية فتح الطريق القديم أمام سيارات الإسعاف"
    found = kinds("\n".join([TITLE, *BODY, f"{line} اقرأ أيضا أمطار غزيرة على الساحل نهاية الأسبوع"]))
    assert any(kind == "body" and words.startswith(line) for kind, words in found)


def test_a_few_words_before_a_label_over_the_text_are_a_caption() -> None:
    found = kinds("\n".join([TITLE, f"السبت 14 آذار 2026 شح المياه في ميرسان كلمات دالة {BODY[0]}", *BODY[1:]]))
    assert ("caption", "شح المياه في ميرسان") in found


def test_between_headline_and_text_only_what_stands_under_the_date_or_names_what_is_shown_is_a_caption() -> None:
    stamp, told = "الأحد 12 مايو 2024 - 10:30", "ساردونيا ترحب بعودة الشاحنات عبر الجسر الجديد في ميرسان"
    assert ("caption", told) in kinds("\n".join([TITLE, stamp, told, *BODY]))
    assert ("title", told) in kinds("\n".join([TITLE, told, stamp, *BODY]))
    shown = "جنود يحرسون مدخل الجسر الجديد في ميرسان"
    assert ("caption", shown) in kinds("\n".join([TITLE, shown, stamp, *BODY]))


def test_a_sentence_in_a_line_of_its_own_behind_furniture_under_the_headline_is_a_caption() -> None:
    line = "اجتمع وفد من شركات الشاحنات مع وزير النقل في مبنى البلدية ، في ميرسان ."
    assert ("caption", line) in kinds("\n".join([TITLE, "اشترك الآن", line, "حجم الخط", "مشاركة", "طباعة", *BODY]))
