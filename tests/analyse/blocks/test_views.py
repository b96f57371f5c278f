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
    ],
)
def test_a_name_and_a_place_are_a_byline(line: str) -> None:
    assert _is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        *("دمشق: اتفاق على فتح المعابر", "الوزير: الجسر آمن", "منتخب الشواطئ يفوز على ضيفه"),
        *("دمشق: مظاهرات واسعة", "الدكتور محمد يفتتح المعرض", "قتلى من دمشق", "جسر من الحديد (بيان)"),
    ],
)
def test_a_headline_with_a_colon_is_no_byline(line: str) -> None:
    assert not _is_byline(line)
