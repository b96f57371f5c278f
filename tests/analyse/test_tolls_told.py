"""Numbers of dead, hurt and held are read from the words beside them, with the places told around them."""

from __future__ import annotations

import pytest

from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.records import Page, Toll

BEFORE = "اجتمع مجلس المدينة صباح الخميس في القاعة الكبرى لبحث شؤون الميناء وميزانية العام المقبل. "
BEHIND = " وقال رئيس البلدية إن التحقيق مستمر وإن فرق الإنقاذ واصلت عملها حتى ساعة متأخرة من الليل."


def tolls(sentence: str) -> tuple[Toll, ...]:
    text = "خبر من الميناء\n\n" + BEFORE + sentence + BEHIND
    page = Page(id="a", text=text, sources=("a",), raw_sha256="")
    found = analyse(page, pipeline.knowledge_of(())).tolls
    assert all(text[t.span.start : t.span.end].strip() for t in found)
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("أدى القصف إلى مقتل 43 مدنيا وإصابة 173 آخرين.", [("killed", 43), ("wounded", 173)]),
        ("أسفر الحريق عن وفاة خمسة عمال وإصابة 17.", [("killed", 5), ("wounded", 17)]),
        ("ألقت الشرطة القبض على 24 شخصا في الميناء.", [("held", 24)]),
        ("قال المدير إن 57 مدنيا بينهم 12 طفلا و6 نساء قتلوا في القصف.", [("killed", 57)]),
        ("قتل في المعارك 3200 شخص منذ مارس الماضي.", []),
        ("أصيب 32 جريحا ما زالوا في المستشفى.", []),
        ("تم توجيه 4 فرق إسعاف إلى المصابين.", []),
        ("سقط أكثر من 250 شخصا بين قتيل وجريح.", []),
        ("عقد المجلس 12 اجتماعا في الشهر.", []),
    ],
)
def test_a_number_counts_by_the_words_beside_it(sentence: str, expected: list[tuple[str, int]]) -> None:
    assert [(toll.of, toll.value) for toll in tolls(sentence)] == expected


def test_a_toll_tells_its_places_and_who_they_were_and_whether_it_rose() -> None:
    (toll,) = tolls("ارتفع عدد قتلى القصف على حي باب النخيل إلى 57 مدنيا على الأقل.")
    assert "باب نخيل" in toll.sites
    assert (toll.side, toll.course, toll.mod) == ("civilians", "rises", "at_least")


def test_a_place_belongs_to_the_toll_that_is_told_with_it() -> None:
    first, second = tolls("قتل 38 سائحا في حي السواقي، وقتل 22 عاملا في حي النواعير.")
    assert "سواقي" in first.sites
    assert "نواعير" in second.sites
    assert "سواقي" not in second.sites
