"""What a line looks like: a byline is names and places with signs between, a headline with a colon is none."""

import pytest
from invented_articles import BODY, OTHER, page

from takhrij import lang, world
from takhrij.analyse import blocks
from takhrij.knowledge import Knowledge
from takhrij.text import fold

KNOWLEDGE = Knowledge(lang.load(), world.load())


def _is_byline(line: str) -> bool:
    text = "\n".join([*BODY, line, *OTHER])
    view = blocks.viewed(page(text), fold(text), KNOWLEDGE).view
    return view.is_byline(next(i for i in range(len(view.lines)) if view.raw(i) == line))


@pytest.mark.parametrize(
    "line",
    [
        *("محمد القاسم - دمشق", "دمشق: محمد القاسم", "رويترز (القاهرة)", "القاهرة: وكالات"),
        *("د. عبدالكريم القاسمي", "سامي بن خالد الميرساني", "«رويترز» من دمشق", "سامي القاسم من بيروت"),
        *("القاهرة - (د ب أ)", "محمد القاسم (ميرسان)", "بيروت: جوناثان ويتكومب"),
        *("د. عبد الحفيظ الخوجلي", "القاهرة - دمشق، سامي القاسم وأحمد القاسم", "القاهرة: السيد الزهرواني"),
    ],
)
def test_a_name_and_a_place_are_a_byline(line: str) -> None:
    assert _is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        *("دمشق: اتفاق على فتح المعابر", "الوزير: الجسر آمن", "منتخب الشواطئ يفوز على ضيفه"),
        *(
            "القاهرة: الرئيس السوري",
            "دمشق: مظاهرات واسعة",
            "الدكتور محمد يفتتح المعرض",
            "قتلى من دمشق",
            "جسر من الحديد (بيان)",
        ),
    ],
)
def test_a_headline_with_a_colon_is_no_byline(line: str) -> None:
    assert not _is_byline(line)


@pytest.mark.parametrize(("line", "may_be"), [("مونديال 2018 فرصة كبيرة للاقتصاد", True), ("22 يوليو 2015", False)])
def test_a_year_does_not_keep_a_line_from_being_a_headline_but_a_day_does(line: str, may_be: bool) -> None:
    text = "\n".join([*BODY, line, *OTHER])
    view = blocks.viewed(page(text), fold(text), KNOWLEDGE).view
    assert view.may_be_headline(next(i for i in range(len(view.lines)) if view.raw(i) == line)) is may_be


def test_a_short_line_with_a_year_that_is_printed_twice_is_a_headline() -> None:
    text = f"جسور ميرسان في 2017 - جريدة الميناء رئيس التحرير سامي القاسم جسور ميرسان في 2017 {' '.join(BODY)}"
    view = blocks.viewed(page(text), fold(text), KNOWLEDGE).view
    assert view.raw(0) == "جسور ميرسان في 2017"
    assert view.may_be_headline(0)
