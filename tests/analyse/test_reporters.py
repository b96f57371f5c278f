"""Writers whose names are glued to other matter are credited only where the house or a word stands beside them."""

from __future__ import annotations

import pytest
from invented_articles import BODY, read, real

from takhrij.knowledge import Knowledge

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


def writers(text: str, *, known: Knowledge | None = None) -> list[str]:
    found = read(text, known=known)[0]
    return [hop.name for article in found for hop in article.credits if hop.via == "wrote"]


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


@pytest.mark.parametrize(
    "head",
    [
        "بيروت - محمد القاسم *",
        "بيروت - عربي21 - محمد القاسم الخميس , 06 أبريل 2017",
        "16 : 43 د . محمد القاسم :",
    ],
)
def test_a_name_between_a_town_or_a_stamp_and_a_sign_is_the_writer_s(head: str) -> None:
    assert writers("\n\n".join([HEADLINE, f"{head} {BODY[0]}", *BODY[1:]]), known=real()) == ["محمد القاسم"]


@pytest.mark.parametrize("end", ["الدكتور / محمد القاسم باحث في علوم البحر", "عن الكاتب محمد القاسم أبلغ من العمر"])
def test_a_writer_is_known_by_his_title_or_a_label_behind_the_text(end: str) -> None:
    assert writers("\n\n".join([HEADLINE, *BODY, end])) == ["محمد القاسم"]


@pytest.mark.parametrize("name", ["محمد القاسم بيروت", "محمد القاسمبيروت"])
def test_whoever_reported_for_an_agency_wrote_what_its_editor_prepared_for_a_bulletin(name: str) -> None:
    lines = (f"من {name} ( رويترز ) - {BODY[0]}", *BODY[1:], "( إعداد سمير حداد للنشرة العربية - تحرير ليلى حداد )")
    (article,), _ = read("\n\n".join([HEADLINE, *lines]), known=real())
    assert {(hop.name, hop.via) for hop in article.credits if hop.kind == "person"} == {
        ("محمد القاسم", "wrote"),
        ("سمير حداد", "translated"),
    }


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("سمير القاسم ترجمة : ليلى حداد تحرير : محمد حداد", ["سمير القاسم"]),
        ("تحرير : محمد حداد", ["محمد حداد"]),
        ("الكاتب : محمد حدادالترجمة : مركز الميناء", ["محمد حداد"]),
        ("جديد المقالات بقلم - محمد القاسم : 23 بقلم - ليلى حداد 10", []),
    ],
)
def test_editors_and_translators_wrote_nothing_where_another_did(end: str, found: list[str]) -> None:
    assert writers("\n\n".join([HEADLINE, *BODY, end]), known=real()) == found


def test_the_page_s_own_name_behind_a_dash_shows_its_writer() -> None:
    line = "محمد القاسم - شبكة المرفأ الخضراء"
    text = f"{HEADLINE} | شبكة المرفأ الخضراء\n\n{HEADLINE}\n\n{line}\n\n" + "\n\n".join(BODY)
    assert writers(f"{text}\n\nجميع الحقوق محفوظة شبكة المرفأ الخضراء 2018") == ["محمد القاسم"]


@pytest.mark.parametrize(("name", "expected"), [("GoMaNa", ["GoMaNa"]), ("admin", [])])
def test_a_name_in_latin_letters_behind_a_label_is_a_writer_s_and_no_editor_s_account(
    name: str, expected: list[str]
) -> None:
    assert writers("\n\n".join([HEADLINE, *BODY, f"كتب بواسطة {name} تنويه هام"])) == expected


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("صدى الميناء - صلاح الدهني الجمعة , 17 نوفمبر 2017", ["صلاح الدهني"]),
        ("صدى الميناء - محمد القاسم وسمير الدهني الجمعة , 17 نوفمبر 2017", ["محمد القاسم"]),
        ("صدى الميناء - رحلة الصيف الجمعة , 17 نوفمبر 2017", []),
    ],
)
def test_a_name_between_its_house_and_a_date_may_be_in_no_list(line: str, found: list[str]) -> None:
    assert writers("\n\n".join([f"آخر الأخبار > > {HEADLINE} {line} {BODY[0]}", *BODY[1:]])) == found


def test_more_of_the_writer_s_pieces_behind_the_text_name_him() -> None:
    assert writers("\n\n".join([HEADLINE, *BODY, "مواد أخرى ل - محمد القاسم ذات صلة اترك تعليق"])) == ["محمد القاسم"]
