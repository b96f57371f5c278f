"""Writers whose names are glued to other matter are credited only where the house or a word stands beside them."""

from __future__ import annotations

import pytest
from invented_articles import BODY, read

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


def writers(text: str) -> list[str]:
    return [hop.name for article in read(text)[0] for hop in article.credits if hop.via == "wrote"]


@pytest.mark.parametrize(
    "head",
    [
        "صورة من الأرشيف محمد القاسم - خاص",
        "المرفأ اليوم صدى الميناء - محمد القاسم",
        "صورة من الأرشيف محمد القاسم ووكالات",
        "في المرفأ اعداد : السفير محمد القاسم",
        "المرفأ اليوم بقلم محمد القاسم",
        "المرفأ اليوم كتب بواسطة : محمد القاسم المجموعة : بحر",
        "المرفأ اليوم حاوره : محمد القاسم",
    ],
)
def test_a_name_glued_to_its_house_or_a_label_is_the_writer_s(head: str) -> None:
    assert writers("\n\n".join([f"{HEADLINE} {head} {BODY[0]}", *BODY[1:]])) == ["محمد القاسم"]


@pytest.mark.parametrize("end", ["محمد القاسم صحفي مستقل", "محمد القاسم"])
def test_a_name_behind_the_last_sentence_is_the_writer_s_before_a_job_or_nothing(end: str) -> None:
    assert writers("\n\n".join([HEADLINE, *BODY[:-1], f"{BODY[0]} {BODY[-1]} {end}"])) == ["محمد القاسم"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE} محمد القاسم يفتتح السوق - صدى الميناء",
        f"{HEADLINE} وقال محمد القاسم من طنجة إن السوق كبير",
        f"{HEADLINE} محمد القاسم | صدى الميناء",
    ],
)
def test_somebody_whom_the_text_names_wrote_nothing(text: str) -> None:
    assert writers("\n\n".join([text, *BODY])) == []


def test_a_label_names_a_writer_whom_no_list_has() -> None:
    assert writers("\n\n".join([f"{HEADLINE} المرفأ اليوم أجرى الحوار : زهراب كنداك {BODY[0]}", *BODY[1:]])) == [
        "زهراب كنداك"
    ]


def test_initials_of_editors_behind_a_slash_show_the_writer_before_them() -> None:
    assert writers("\n\n".join([HEADLINE, *BODY, "زهراب كنداك / م . أ . م"])) == ["زهراب كنداك"]
