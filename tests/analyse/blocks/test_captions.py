"""A caption in mid-text is cut from the sentence that begins behind it; subheads and sentences stay."""

import pytest
from invented_articles import BODY, kinds, knowledge, page

from takhrij import lang, world
from takhrij.analyse import blocks
from takhrij.analyse.blocks import captions
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis
from takhrij.text import fold

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"
BEFORE = "وصلت الشاحنات صباح أمس إلى المدينة بعد انتظار طويل عند مدخل الجسر ."
SAID = "وأضاف الحداد أن الجسر سيبقى مفتوحا طوال الشتاء أمام السيارات والشاحنات ."


def _caption(line: str) -> str:
    folded = fold(f"{BEFORE}\n{line}")
    first = len(fold(BEFORE).words)
    found = captions.behind(folded, knowledge(), range(first, len(folded.words)))
    return " ".join(w.text for w in folded.words[first:found]) if found else ""


@pytest.mark.parametrize(
    "shown", ["رئيس البلدية سمير الحداد", "سكان ينتظرون عند مدخل الجسر", "شاحنات على الطريق الساحلي قرب ميرسان"]
)
def test_a_phrase_without_a_verb_before_a_verb_of_saying_is_a_caption(shown: str) -> None:
    assert _caption(f"{shown} {SAID}") == " ".join(w.text for w in fold(shown).words)


@pytest.mark.parametrize(
    "line",
    [
        SAID,
        f"رئيس البلدية قال إن العمل انتهى {SAID}",
        f"مخاوف قديمة {SAID}",
        f"رئيس البلدية لم يحضر الحفل {SAID}",
        f"رئيس البلدية . {SAID}",
        "رئيس البلدية وأضاف .",
    ],
)
def test_sentences_and_subheads_are_none(line: str) -> None:
    assert not _caption(line)


def test_a_storys_verb_with_the_same_subject_ends_a_caption() -> None:
    line = "قوات خفر السواحل في ميرسان أعلنت قوات خفر السواحل انتهاء البحث عن المركب المفقود قبالة الجزيرة ."
    assert _caption(line).endswith("ميرسان")


def test_it_is_no_text_of_the_article() -> None:
    found = kinds("\n".join([TITLE, *BODY, f"رئيس البلدية سمير الحداد {SAID}"]))
    assert ("caption", "رئيس البلدية سمير الحداد") in found


def test_an_agencys_mark_glued_to_words_opens_a_caption() -> None:
    text = "\n".join(
        [TITLE, *BODY, "وانتهت الأعمال قبل أيام من الموعد المقرر لها . AFPعمال ينهون طلاء الجسر في ميرسان ."]
    )
    assert ("caption", "AFPعمال ينهون طلاء الجسر في ميرسان .") in kinds(text)
    assert ("body", "وانتهت الأعمال قبل أيام من الموعد المقرر لها .") in kinds(text)


def test_an_agency_that_a_sentence_names_stays() -> None:
    line = "وقالت وكالة AFP إن الأعمال انتهت قبل أيام من الموعد المقرر لها في العقد مع الشركة ."
    assert ("body", line) in kinds("\n".join([TITLE, *BODY, line]))


def test_a_place_and_a_colon_begin_the_sentence() -> None:
    text = "وزير النقل سمير الحداد ميرسان : أعلن وزير النقل أن الجسر سيفتح أمام الشاحنات في مطلع الشهر ."
    folded = fold(f"{TITLE} {text}")
    assert captions.behind(folded, knowledge(), range(6, len(folded.words)), head=True) == 10


def test_a_rank_with_a_name_whose_given_name_opens_stories_is_a_caption() -> None:
    assert _caption(f"الدكتور أيمن الحداد {SAID}") == "الدكتور ايمن الحداد"


SIGNED = "أطفال ينتظرون عند مدخل الجسر بعد الإعلان عن فتحه أمام الناس ( غيتي )"


@pytest.mark.parametrize("goes_on", [SAID, "وفي السياق نفسه يستعد سكان ميرسان لاحتفال كبير في الحديقة ."])
def test_what_a_photograph_shows_ends_with_its_maker_in_brackets(goes_on: str) -> None:
    found = kinds("\n".join([TITLE, *BODY, f"{SIGNED} {goes_on}"]))
    assert ("caption", SIGNED) in found
    assert ("body", goes_on) in found


@pytest.mark.parametrize(
    "line",
    [
        f"ميرسان ( رويترز ) {SAID}",
        f"جاء في بيان للوزارة ( رويترز ) {SAID}",
        "أطفال المدينة ( رويترز ) يذهبون إلى المدرسة عبر الجسر القديم كل يوم منذ سنوات طويلة .",
        f"أطفال المدينة عبروا الجسر . وأكدت الوزارة ذلك ( رويترز ) {SAID}",
    ],
)
def test_sources_in_a_sentence_sign_no_picture(line: str) -> None:
    assert ("body", line) in kinds("\n".join([TITLE, *BODY, line]))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("شاحنات سورية", "caption"),
        ("عمال من شركة الطرق على الجسر الجديد ( وكالة الساحل المحلية )", "caption"),
        ("محمود الحداد", "byline"),
        ("محمود الحداد (ميرسان)", "byline"),
    ],
)
def test_between_headline_and_stamp_stands_what_a_picture_shows(line: str, kind: str) -> None:
    assert (kind, line) in kinds("\n".join([TITLE, line, "2026-03-01 10:15", *BODY]))


def test_a_label_s_picture_is_told_up_to_the_story() -> None:
    line = f"صورة من الأرشيف لشاحنات عند مدخل الجسر القديم في بلدة ميرسان {BODY[0]}"
    found = kinds("\n".join([TITLE, line, *BODY[1:]]))
    assert ("caption", line.removesuffix(BODY[0]).strip()) in found
    assert ("body", BODY[0]) in found


def test_brackets_hold_a_label_and_its_picture_s_words() -> None:
    line = f"[ حقوق الصورة لسمير الحداد ] {BODY[1]}"
    found = kinds("\n".join([TITLE, BODY[0], line, BODY[2]]))
    assert ("caption", "[ حقوق الصورة لسمير الحداد ]") in found
    assert ("body", BODY[1]) in found


def test_agencies_behind_a_place_sign_no_picture() -> None:
    text = "\n".join([f"{TITLE} دمشق - وكالات", "الثلاثاء 21 تموز 2015 10:31", *BODY])
    known = Knowledge(lang.load(), world.load())
    found = blocks.find(page(text), fold(text), Analysis(page="p", language="ar"), known)
    assert "caption" not in [block.kind for block in found]


def test_what_goes_on_with_what_was_said_is_no_caption_over_its_source() -> None:
    found = kinds("\n".join([TITLE, *BODY[:1], SAID, "( رويترز ) اقرأ أيضا أمطار غزيرة على الساحل نهاية الأسبوع"]))
    assert ("body", SAID) in found


def test_brackets_that_say_who_stands_on_which_side_tell_a_picture() -> None:
    line = "سمير الحداد ( يمين ) مع رئيس البلدية ( يسار ) عند افتتاح الجسر الجديد"
    assert ("caption", line) in kinds("\n".join([TITLE, line, *BODY]))


def test_a_label_in_brackets_signs_a_picture_behind_the_stamp_whatever_follows() -> None:
    shown, goes_on = "رئيس البلدية سمير الحداد - ( أرشيفية )", f"> ذات صلة ميرسان - {BODY[0]}"
    found = kinds("\n".join([TITLE, f"12 : 00 صباحا {shown} {goes_on}", *BODY[1:]]))
    assert ("caption", shown) in found


@pytest.mark.parametrize("source", ["عواصم - وكالات", "ميرسان - سلمان ( وكالات )"])
def test_agencies_behind_a_word_or_two_are_a_dateline(source: str) -> None:
    assert ("caption", source) not in kinds("\n".join([TITLE, source, *BODY]))


def test_the_source_of_a_picture_is_named_in_any_line() -> None:
    found = kinds("\n".join([f"{TITLE} مصدر الصورة : مدار الساحل {BODY[0]}", *BODY[1:]]))
    assert any(kind == "caption" and words.startswith("مصدر الصورة :") for kind, words in found)


def test_brackets_that_begin_with_a_picture_s_label_sign_it() -> None:
    shown = "أطفال عند مدخل الجسر الجديد في ميرسان ( صورة وزعها ناشطون )"
    assert ("caption", shown) in kinds("\n".join([TITLE, "حجم الخط", f"{shown} {BODY[0]}", *BODY[1:]]))
