"""A name between headline and text, or in a box behind it, is the writer's where the story is about nobody of it."""

from __future__ import annotations

import pytest
from invented_articles import BODY, read

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


def writers(*lines: str) -> list[str]:
    found = read("\n\n".join(lines))[0]
    return [hop.name for article in found for hop in article.credits if hop.via == "wrote"]


@pytest.mark.parametrize(
    "head",
    [
        f"{HEADLINE} القائمة {HEADLINE} محمد القاسم {BODY[0]}",
        f"{HEADLINE} | صدى الميناء القائمة {HEADLINE} د محمد القاسم {BODY[0]}",
        f"{HEADLINE} 12 / 3 / 2019 الساعة 10 : 20 | محمد القاسم {BODY[0]}",
    ],
)
def test_a_name_behind_the_headline_or_a_stamp_is_the_writer_s(head: str) -> None:
    assert writers(head, *BODY[1:]) == ["محمد القاسم"]


def test_a_caption_that_begins_with_a_name_of_the_headline_ends_the_writer_s() -> None:
    headline = "القاسم يفتتح سوق السمك الجديد في المرفأ"
    assert writers(f"{headline} القائمة {headline} سمير حداد القاسم في السوق {BODY[0]}", *BODY[1:]) == ["سمير حداد"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE} محمد القاسم قال إن السوق كبير",
        f"{HEADLINE} محمد القاسم مدير السوق منذ عام",
        f"{HEADLINE} محمد القاسم منذ عام في السوق. وشكر القاسم الصيادين",
    ],
)
def test_whom_the_story_is_about_did_not_write_it(text: str) -> None:
    assert writers(text, *BODY) == []


@pytest.mark.parametrize(
    ("name", "found"), [("محمد القاسم", ["محمد القاسم"]), ("Samir H", ["Samir H"]), ("admin", [])]
)
def test_the_box_behind_the_text_names_its_writer(name: str, found: list[str]) -> None:
    assert writers(HEADLINE, *BODY, f"عن {name} شاهد أيضا") == found


def test_a_name_between_a_section_and_the_headline_that_comes_again_is_the_writer_s() -> None:
    for before in ("تحقيقات", "12 : 20 -"):
        assert writers(f"{HEADLINE} تسجيل الدخول {before} محمد القاسم {HEADLINE}", *BODY) == ["محمد القاسم"]
    assert writers(f"{HEADLINE} تسجيل الدخول رئيس التحرير محمد القاسم {HEADLINE}", *BODY) == []


def test_a_button_behind_the_name_tells_that_nobody_s_deeds_follow() -> None:
    text = f"{HEADLINE} القائمة {HEADLINE} محمد القاسم محتويات السوق الجديد كبير"
    assert writers(text, *BODY, "ومدح القاسم السوق.") == ["محمد القاسم"]


def test_a_title_behind_a_short_headline_leads_to_its_writer() -> None:
    short = "سوق السمك الجديد"
    text = f"{short}\n\nكتاب | مدار الساحل القائمة {short} د .\nمحمد القاسم 07 - 02 - 2017 10 : 29 AM {BODY[0]}"
    assert writers(text, *BODY[1:]) == ["محمد القاسم"]
