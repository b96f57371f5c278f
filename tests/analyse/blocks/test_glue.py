"""A line that holds several things is cut where they leave traces, and only there."""

import pytest
from invented_articles import BODY, kinds, knowledge, page

from takhrij.analyse.blocks import lines, twice
from takhrij.text import fold

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"


def _parts(text: str) -> list[str]:
    return [text[line.start : line.end] for line in lines.cut(page(text), fold(text), knowledge())]


def test_a_headline_that_stands_twice_is_found() -> None:
    text = f"{TITLE} | مدار الساحل بحث {TITLE} {BODY[0]}"
    assert twice.head(page(text), fold(text), knowledge()).titles == ((0, 6), (9, 15))


def test_words_that_recur_inside_a_clean_page_are_no_headline() -> None:
    text = "\n".join([TITLE, f"قال الوزير إن {TITLE} غداً، في احتفال يحضره السائقون وأهل البلدة.", *BODY[1:]])
    assert [part for part in _parts(text) if part == TITLE] == [TITLE]
    assert len(_parts(text)) == 4


def test_a_paragraph_stays_whole() -> None:
    assert _parts("\n".join([TITLE, *BODY])) == [TITLE, *BODY]


def test_phrases_of_furniture_in_a_row_are_parted() -> None:
    tail = "أخبار ذات صلة سوق السمك يغلق أبوابه جميع الحقوق محفوظة لموقع الساحل 2024 سياسة الخصوصية اتصل بنا"
    assert _parts("\n".join([TITLE, *BODY, tail]))[4:7] == [
        "أخبار ذات صلة",
        "سوق السمك يغلق أبوابه",
        "جميع الحقوق محفوظة",
    ]


def test_an_opening_quotation_mark_goes_with_its_word() -> None:
    text = f"{TITLE} | مدار الساحل بحث القائمة {TITLE} “السلامة أولا” هكذا قال الوزير في مؤتمر صحفي في العاصمة."
    assert _parts(text)[-1].startswith("“السلامة")


def test_of_two_marks_before_a_word_the_second_is_its_own() -> None:
    title = '" الميناء " يفتح الجسر الجديد أمام الشاحنات'
    text = f'مدار الساحل | {title} من أخبار " الوزارة " {title} {BODY[0]}'
    assert [part for part in _parts(text) if "يفتح الجسر" in part] == [title, title]


def test_words_that_no_sentence_has_are_cut_out_where_they_stand() -> None:
    parts = _parts(f"{TITLE} حجم الخط {BODY[0]}")
    assert parts[:2] == [TITLE, "حجم الخط"]


def test_stamps_in_a_row_begin_a_list() -> None:
    text = "\n".join([TITLE, *BODY, "سوق السمك في البلدة قبل ساعتين قبل 5 ساعات قبل 7 ساعات قبل يوم واحد من الآن"])
    assert _parts(text)[-1].startswith("قبل ساعتين")


def test_a_promo_s_label_whose_link_was_dropped_does_not_take_the_paragraph_behind_it() -> None:
    parts = _parts("\n".join([TITLE, f"إقرأ أيضا : {BODY[1]}", BODY[2]]))
    assert parts[1:3] == ["إقرأ أيضا :", BODY[1]]


def test_a_promo_s_label_keeps_its_headline() -> None:
    promo = "إقرأ أيضا : طقس ماطر على الساحل نهاية الأسبوع والدفاع المدني يحذر من السيول في الوديان القريبة من البلدة"
    assert _parts("\n".join([TITLE, promo, *BODY]))[1] == promo


def test_a_label_of_one_word_before_a_sentence_with_a_conjunction_is_cut_off() -> None:
    parts = _parts("\n".join([TITLE, BODY[0], f"مختارات {BODY[-1]}"]))
    assert BODY[-1].startswith("و")
    assert parts[-2:] == ["مختارات", BODY[-1]]


def test_furniture_behind_a_text_s_last_words_is_cut_off_where_no_stop_parts_them() -> None:
    last = BODY[1].rstrip(".") + " سياسة الخصوصية موقع الساحل"
    assert _parts("\n".join([TITLE, BODY[0], last]))[-2:] == ["سياسة الخصوصية", "موقع الساحل"]


def test_a_headline_is_found_in_a_third_place_without_the_site_s_name() -> None:
    text = f"{TITLE} الساحل عاجل {TITLE} الساحل 15 / 10 / 2024 {TITLE} {BODY[0]}"
    assert [end - start for start, end in twice.head(page(text), fold(text), knowledge()).titles] == [7, 7, 6]


def test_a_sentence_that_says_its_headline_again_behind_a_function_word_stays_whole() -> None:
    said = "إغلاق الجسر الجديد أمام الشاحنات"
    text = f"صدى الميناء | {said} القائمة أعلنت وزارة النقل في ميرسان عن {said} حتى نهاية الشهر بسبب الترميم."
    assert twice.head(page(text), fold(text), knowledge()).titles == ((2, 7),)


def test_a_sentence_in_which_somebody_says_the_headline_again_stays_whole() -> None:
    text = f"مدار الساحل | {TITLE} قالت وزارة النقل إن بلدة {TITLE} غدا . {BODY[1]}"
    assert twice.head(page(text), fold(text), knowledge()).titles == ((2, 8),)
    text = f"{TITLE} | مدار الساحل بحث قال إنها سعيدة {TITLE} {BODY[0]}"
    assert len(twice.head(page(text), fold(text), knowledge()).titles) == 2, "no subject: a line over the headline"


def test_a_picture_s_label_behind_the_headline_does_not_take_the_first_sentence() -> None:
    assert _parts(f"صدى الميناء | {TITLE} {TITLE} صورة أرشيفية {BODY[0]}")[-2:] == ["صورة أرشيفية", BODY[0]]


def test_a_heading_right_behind_the_source_s_name_begins_its_list() -> None:
    other = f"قبل ساعتين {BODY[1]}"
    parts = _parts("\n".join([TITLE, *BODY, f"المصدر : الساحل أحدث الأخبار {other}"]))
    assert parts[4:6] == ["المصدر : الساحل", "أحدث الأخبار"]


def test_a_counter_s_number_goes_with_its_label() -> None:
    parts = _parts(f"2024 - 09 - 05 عدد المشاهدات : 2135 {BODY[0]}")
    assert parts[-1] == BODY[0]


@pytest.mark.parametrize("behind", ["والأكثر ازدحاما في البلاد كلها", "في البلاد كلها بين طرق الساحل"])
def test_words_of_a_sentence_are_no_heading(behind: str) -> None:
    line = f"وقال الوزير إن هذا الطريق هو الأكثر شهرة {behind} منذ عشرين عاما على الأقل."
    assert _parts("\n".join([TITLE, *BODY, line]))[-1] == line
    assert ("body", line) in kinds("\n".join([TITLE, *BODY, line]))


def test_readers_comments_end_the_sentence_that_they_are_glued_to() -> None:
    last = "وأكد الحداد أن الجسر سيبقى مفتوحا طوال الشتاء أمام السيارات والشاحنات القادمة من الجزر"
    found = kinds("\n".join([TITLE, *BODY, f"{last} لا يوجد تعليقات تنويه تتم مراجعة التعليقات قبل نشرها ."]))
    assert ("body", last) in found


def test_a_site_s_name_behind_a_dash_ends_the_page_s_title() -> None:
    parts = _parts(f"{TITLE} - مدار الساحل الجسر القديم في ميرسان ( رويترز ) {BODY[0]} {BODY[1]}")
    assert parts[0] == TITLE
    assert "مدار الساحل" in parts


def test_a_heading_whose_link_was_dropped_opens_no_list_where_the_text_goes_on() -> None:
    goes_on = "وأضاف الحداد أن الجسر سيبقى مفتوحا طوال الشتاء أمام السيارات والشاحنات ."
    found = kinds("\n".join([TITLE, *BODY, f"أخبار متعلقة {goes_on}", BODY[0]]))
    assert ("body", goes_on) in found
    assert ("related", "أخبار متعلقة") in found
