"""A caption in mid-text is cut from the sentence that begins behind it; subheads and sentences stay."""

import pytest
from invented_articles import BODY, kinds, knowledge

from takhrij.analyse.blocks import captions
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
