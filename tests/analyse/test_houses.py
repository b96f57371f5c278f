"""A line that is a known outlet, a town and nothing else tells whose the article is, also by an ordinary word."""

from __future__ import annotations

import pytest
from invented_articles import BODY, read, real

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("«الاقتصادية» من الرياض", "الاقتصادية"),
        ("اليوم - حفر الباطن", "اليوم"),
        ("اليوم، بغداد - عواصم", "اليوم"),
        ("الدمام: الوطن", "الوطن"),
        ("القاهرة: الوطن", "الوطن المصرية"),
        ("بريطانيا والعرب", ""),
    ],
)
def test_a_house_and_a_town_are_a_line_of_its_own(line: str, outlet: str) -> None:
    article = read("\n\n".join([HEADLINE, line, *BODY]), known=real())[0][0]
    assert article.outlet == outlet


def test_such_a_line_gives_way_to_a_copyright() -> None:
    text = "\n\n".join([HEADLINE, "اليوم - الدمام", *BODY, "جميع الحقوق محفوظة لصحيفة عكاظ © 2018"])
    assert read(text, known=real())[0][0].outlet == "عكاظ"


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("زيوريخ ـ الفرنسية:", "فرانس برس"),
        ("لوس أنجليس - د ب أ", "د ب أ"),
        ("ريدهاوزن (ألمانيا) - د ب أ", "د ب أ"),
    ],
)
def test_an_agency_stands_beside_a_town_that_no_list_has_and_its_state(line: str, credit: str) -> None:
    article = read("\n\n".join([HEADLINE, line, *BODY]), known=real())[0][0]
    assert [hop.name for hop in article.credits] == [credit]


def test_two_writers_each_have_a_town_in_brackets() -> None:
    line = "خالد طاشكندي (جدة)، فارس القحطاني (الرياض)"
    article = read("\n\n".join([HEADLINE, line, *BODY]), known=real())[0][0]
    assert [hop.name for hop in article.credits] == ["خالد طاشكندي", "فارس القحطاني"]


def test_ali_is_a_name_where_the_page_spells_on_otherwise() -> None:
    article = read("\n\n".join([HEADLINE, "علي الزنقري من الدمام", *BODY, "وقف الناس على الجسر."]), known=real())[0][
        0
    ]
    assert [hop.name for hop in article.credits] == ["علي الزنقري"]
