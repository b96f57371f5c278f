"""Source lines behind the text and writers who say what they are are credited as those over the text."""

from __future__ import annotations

import pytest
from invented_articles import BODY, page, read, real

from takhrij.analyse import selfnaming
from takhrij.text import fold

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


def told_of(over: list[str], behind: list[str]) -> list[tuple[str, str]]:
    text = "\n\n".join([HEADLINE, *over, *BODY, *behind, "شارك هذا الخبر"])
    return [(hop.name, hop.via) for article in read(text, known=real())[0] for hop in article.credits]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("عادل القاسم - بيروت", [("عادل القاسم", "wrote")]),
        ("خاص: عادل القاسم", [("عادل القاسم", "wrote")]),
        ("المحرر: عادل القاسم", [("عادل القاسم", "wrote")]),
        ("كاتب المقال: عادل القاسم", [("عادل القاسم", "wrote")]),
        ("نشر بواسطة عادل القاسم", [("عادل القاسم", "wrote")]),
        ("(عادل القاسم)", [("عادل القاسم", "wrote")]),
        ("الدكتور عادل القاسم", [("عادل القاسم", "wrote")]),
        ("عادل القاسم – صحفي سوري", [("عادل القاسم", "wrote")]),
        ("* عادل القاسم كاتب وصحفي", [("عادل القاسم", "wrote")]),
        ("رويترز/الأناضول", [("رويترز", "republished"), ("الأناضول", "republished")]),
        ("الكاتب : نينا القاسم / م . س", [("نينا القاسم", "wrote")]),
        ("عن الغارديان", [("الغارديان", "republished")]),
        ("المصدر الأصلي: رويترز", [("رويترز", "republished")]),
    ],
)
def test_a_line_behind_the_text_names_its_writer_or_source(line: str, told: list[tuple[str, str]]) -> None:
    assert told_of([], [line]) == told


@pytest.mark.parametrize(
    "line",
    ["أخبار بيروت", "عن الحياة", "عادل القاسم يصل إلى بيروت", "محليات | بيروت"],
)
def test_other_lines_behind_the_text_name_nobody(line: str) -> None:
    assert told_of([], [line]) == []


@pytest.mark.parametrize(
    "line",
    [
        "عادل القاسم @adel_q",
        "عادل القاسم - كاتب سوري",
        "الثلاثاء 14 تشرين الثاني 2017 بيروت - عادل القاسم",
        "أضيف بواسطة عادل القاسم",
    ],
)
def test_accounts_jobs_and_dates_over_the_text_leave_the_writer(line: str) -> None:
    assert told_of([line], []) == [("عادل القاسم", "wrote")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("تابعونا صحيفة نسيم المرفأ , جميع الحقوق محفوظة", "نسيم المرفأ"),
        ("تابعونا موقع المرفأ كل الحقوق محفوظة", "المرفأ"),
        ("تابعونا موقع المرفأ , من نحن , جميع الحقوق محفوظة", ""),
        ("تابعونا جميع الحقوق محفوظة", ""),
    ],
)
def test_a_paper_before_its_rights_is_the_page_s(text: str, name: str) -> None:
    span = selfnaming.led_before(page(text), fold(text), text.index("الحقوق"), real())
    assert (text[span.start : span.end] if span else "") == name


def test_a_name_may_be_the_last_words_of_the_page() -> None:
    (article,) = read("\n\n".join([HEADLINE, *BODY, "عادل القاسم"]), known=real())[0]
    assert [hop.name for hop in article.credits] == ["عادل القاسم"]


def test_who_put_a_gallery_together_wrote_no_word_of_the_story_over_it() -> None:
    shown = (
        "سفن الصيد تعود عند الغروب إلى المرفأ الحجري .",
        "نساء البلدة يصلحن الشباك أمام البيوت .",
        "المنارة التي بنيت قبل قرن ما زالت تعمل .",
        "سوق السمك يفتح أبوابه قبل شروق الشمس .",
        "أطفال المدرسة في زيارة للمتحف البحري .",
    )
    gallery = [f"ميناء ميرسان القديم بعدسة أهل البلدة {line}" for line in shown]
    story = [*BODY, *(line.replace("الجسر", "السوق") for line in BODY)]

    def wrote(*lines: str) -> list[str]:
        found = read("\n".join([HEADLINE, *lines]), known=real())[0]
        return [hop.name for article in found for hop in article.credits if hop.via == "wrote"]

    assert wrote(*story, *gallery, "الكاتب : عادل القاسم") == []
    assert wrote(*story, "نينا القاسم / م . س", *gallery, "الكاتب : عادل القاسم") == ["نينا القاسم"]
    assert wrote(*story, "الكاتب : عادل القاسم", *gallery) == ["عادل القاسم"]
    assert wrote(*BODY[:2], *gallery, "الكاتب : عادل القاسم") == ["عادل القاسم"]  # the gallery is the story
