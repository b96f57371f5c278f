"""A day without its year lies behind where a verb of the past tells what was done on it."""

from datetime import date

import pytest
from invented_articles import page

from takhrij import lang, world
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())
HEAD = "الجيش يتقدم نحو النهر\nدمشق - 29 ديسمبر 2017\n\n"
TAIL = " وقالت الوزارة إن الجسر مفتوح أمام السكان وإن المدارس عادت إلى العمل في أحياء المدينة كلها."


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("سيطر الجيش في 29 يناير على مدينة حلب بعد معارك دامت أكثر من شهر.", date(2017, 1, 29)),
        ("قتل عشرة جنود في شباط في مدينة حمص في انفجار عبوة.", date(2017, 2, 1)),
        ("وصل الوزير في 20 ديسمبر إلى العاصمة دمشق والتقى الرئيس.", date(2017, 12, 20)),
        ("قررت الوزارة عقد اجتماع مع الوفد في 20 يناير في دمشق.", date(2018, 1, 20)),
    ],
)
def test_what_was_done_lies_behind_and_what_is_to_come_ahead(told: str, when: date) -> None:
    days = [event.when.first for event in analyse(page(f"{HEAD}{told}{TAIL}"), KNOWLEDGE).events if event.when]
    assert when in days
    assert set(days) == {when}
