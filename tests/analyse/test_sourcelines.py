"""A line of towns, outlets, agencies, labels and names credits whom it names, whatever their order."""

from __future__ import annotations

import pytest
from invented_articles import BODY, read, real

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


def told_of(*lines: str) -> list[tuple[str, str]]:
    found = read("\n\n".join([HEADLINE, *lines, *BODY]), known=real())[0]
    return [(hop.name, hop.via) for article in found for hop in article.credits]


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("الرياض: عادل القاسم", ["عادل القاسم"]),
        ("عادل القاسم - الرياض", ["عادل القاسم"]),
        ("عادل القاسم (الرياض)", ["عادل القاسم"]),
        ("عادل القاسم من الرياض", ["عادل القاسم"]),
        ("تقرير: عادل القاسم", ["عادل القاسم"]),
        ("حوار - عادل القاسم", ["عادل القاسم"]),
        ("تونس، بيروت: عادل القاسم، سمير الحداد", ["عادل القاسم", "سمير الحداد"]),
        ("بيروت: عادل القاسم وسمير الحداد", ["عادل القاسم", "سمير الحداد"]),
        ("عادل القاسم - الموفد الإعلامي - بيروت", ["عادل القاسم"]),
        ("25 / 07 / 2015 بيروت - عادل القاسم", ["عادل القاسم"]),
        ("د. عادل القاسم", ["عادل القاسم"]),
        ("الرملة الصغرى - عادل القاسم:", ["عادل القاسم"]),
        ("زهراب الكندوري - الرياض", ["زهراب الكندوري"]),
        ("الرياض: شندلاد عبد الله", ["شندلاد عبد الله"]),
    ],
)
def test_a_name_in_a_line_that_is_explained_is_its_writer_s(line: str, writers: list[str]) -> None:
    assert told_of(line) == [(name, "wrote") for name in writers]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("المنامة، القاهرة: واس، عادل القاسم", [("واس", "carried"), ("عادل القاسم", "wrote")]),
        ("الرياض - عادل القاسم، تصوير - سمير الحداد", [("عادل القاسم", "wrote")]),
        ("رئيس التحرير: عادل القاسم", []),
        ("عدسة: عادل القاسم", []),
        ("ونقل عادل القاسم - الرياض", []),
        ("محليات ودولي", []),
        ("عادل القاسم يصل إلى الرياض", []),
        ("كرنبورغ - رويترز", [("رويترز", "carried")]),
        ("سوق قديمة - رويترز", []),
        ("الرياض - مساحة زمنية", []),
    ],
)
def test_who_took_the_photo_or_heads_the_house_wrote_nothing(line: str, told: list[tuple[str, str]]) -> None:
    assert told_of(line) == told


def test_somebody_whom_the_headline_names_is_no_writer() -> None:
    text = "\n\n".join(["عادل القاسم يفتتح سوق السمك الجديد في المرفأ", "عادل القاسم", *BODY])
    assert [article.credits for article in read(text, known=real())[0]] == [()]
