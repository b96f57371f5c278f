"""A line in mid-page begins another article where the matter changes, and a subhead never does."""

import pytest
from invented_articles import BODY, OTHER, knowledge, page

from takhrij.analyse import blocks
from takhrij.analyse.blocks import headlines, joints
from takhrij.analyse.blocks.views import View
from takhrij.text import fold

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"
MATCH = "منتخب الشواطئ يفوز على ضيفه بثلاثة أهداف"


def _view(*lines: str) -> View:
    text = "\n".join(lines)
    return blocks.viewed(page(text), fold(text), knowledge()).view


def _found(*lines: str) -> list[str]:
    view = _view(*lines)
    first = headlines.first(view)
    return [view.raw(joint.line) for joint in joints.find(view, first.line if first else -1)]


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    view = _view(TITLE, *BODY, MATCH, *OTHER)
    told = {name for joint in joints.candidates(view, 0) for name in joint.signs}
    assert told == {row.sign for row in knowledge().language.joints}


@pytest.mark.parametrize(
    "between",
    [
        (),
        ("المصدر: رويترز",),
        ("اقرأ أيضا",),
        ("نشر في: 2024-05-06 10:31",),
        ("شارك هذا الخبر",),
    ],
)
def test_another_matter_under_a_headline_is_another_article(between: tuple[str, ...]) -> None:
    assert _found(TITLE, *BODY, *between, MATCH, *OTHER) == [MATCH]


def test_a_name_under_a_headline_is_not_its_text() -> None:
    name = "الدمام: علي القطان"
    view = _view(TITLE, *BODY, *reversed(BODY), MATCH, name, *OTHER)
    found = [view.raw(joint.text) for joint in joints.candidates(view, 0) if view.raw(joint.line) == MATCH]
    assert found == [OTHER[0]]


def test_no_headline_goes_on_with_what_was_said_or_holds_telephone_numbers() -> None:
    for line in ("وأوضح الوزير موعد الافتتاح الجديد", "أرسل رسالة إلى 881548 أو 636250 الآن"):
        view = _view(TITLE, *BODY, line, *OTHER)
        assert not any(view.raw(joint.line) == line for joint in joints.candidates(view, 0))


def test_a_stamp_may_stand_between_headline_and_text() -> None:
    assert _found(TITLE, *BODY, *reversed(BODY), MATCH, "الاثنين 6 مايو 2024 - 10:31", *OTHER) == [MATCH]


@pytest.mark.parametrize(
    "subhead", ["مستقبل الجسر القديم", "السلامة أولا", "ماذا بعد فتح الجسر؟", "رأي الوزارة في الجسر"]
)
def test_a_subhead_begins_nothing(subhead: str) -> None:
    assert _found(TITLE, *BODY, subhead, *reversed(BODY)) == []


def test_many_subheads_need_more_than_one_headline() -> None:
    """Where a text has several lines in the form of a headline, they are its own."""
    heads = ("الجسر القديم", "الشاحنات الثقيلة على الجسر", "سكان ميرسان والجسر")
    lines = [line for head in heads for line in (head, *BODY)]
    assert _found(TITLE, *BODY, *lines) == []


def test_a_bullet_is_no_headline() -> None:
    assert _found(TITLE, *BODY, "- " + MATCH, *OTHER) == []


def test_a_page_without_text_has_no_joint() -> None:
    assert _found("الرئيسية", "رياضة") == []
