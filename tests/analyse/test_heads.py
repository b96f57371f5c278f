"""Agencies in datelines are credited wherever the dateline stands, and those who took a photo are not."""

from __future__ import annotations

import pytest
from invented_articles import BODY, read, real

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


def carried(text: str) -> list[str]:
    return [hop.name for article in read(text, known=real())[0] for hop in article.credits if hop.via != "wrote"]


@pytest.mark.parametrize(
    ("head", "agencies"),
    [
        ("06 . / رويترز قالت البلدية إن السوق كبير .", ["رويترز"]),
        ("الأحد 12 يناير 2015 - رويترز قالت البلدية إن السوق كبير .", ["رويترز"]),
        ("مونت كارلو الدولية / أ ف ب أعلنت البلدية أن السوق كبير .", ["فرانس برس"]),
        ("واس - رويترز - الرياض: أعلنت البلدية أن السوق كبير .", ["واس", "رويترز"]),
        ("واس (الرياض) أعلنت البلدية أن السوق كبير .", ["واس"]),
        ("بيروت - (أ ف ب) أعلنت البلدية أن السوق كبير .", ["فرانس برس"]),
        ("أ ف ب بيروت أعلنت البلدية أن السوق كبير .", ["فرانس برس"]),
        ("الرياض ـ واس: أعلنت البلدية أن السوق كبير .", ["واس"]),
        ("عواصم ـ وكالات: أعلنت البلدية أن السوق كبير .", ["وكالات"]),
        ("أخبار الآن | بيروت - لبنان ( وكالات ) أعلنت البلدية أن السوق كبير .", ["وكالات"]),
    ],
)
def test_an_agency_between_a_town_a_stamp_or_a_house_and_the_first_sentence_is_credited(
    head: str, agencies: list[str]
) -> None:
    assert carried("\n\n".join([HEADLINE, f"{head} {BODY[0]}", *BODY[1:]])) == agencies


def test_a_dateline_that_is_glued_to_the_headline_is_one() -> None:
    assert carried("\n\n".join([f"{HEADLINE} عواصم - وكالات : {BODY[0]}", *BODY[1:]])) == ["وكالات"]


def test_agencies_that_share_a_line_carried_the_text() -> None:
    assert carried("\n\n".join([HEADLINE, "واس - رويترز", *BODY])) == ["واس", "رويترز"]


@pytest.mark.parametrize(
    "caption",
    [
        "صورة لقارب قرب بيروت - رويترز",
        "صورة لقارب في بيروت ( رويترز )",
        "قارب صيد ( أرشيفية ) - رويترز",
        "أ ف ب / أرشيف نص آخر تحديث : 12 / 01 / 2015",
    ],
)
def test_whoever_took_a_photo_is_not_credited_for_the_text(caption: str) -> None:
    assert carried("\n\n".join([HEADLINE, f"{caption} {BODY[0]}", *BODY[1:]])) == []


@pytest.mark.parametrize("sentence", ["وكالات الأنباء قالت إن السوق كبير .", "رويترز قالت إن السوق كبير ."])
def test_agencies_that_begin_a_sentence_are_no_dateline(sentence: str) -> None:
    assert carried("\n\n".join([HEADLINE, f"{sentence} {BODY[0]}", *BODY[1:]])) == []


def test_an_agency_glued_between_a_stamp_and_the_headline_is_credited() -> None:
    stamp = "آخر تحديث : 30 / 10 / 2017"
    assert carried("\n\n".join([f"{stamp} أ ف ب {HEADLINE}", *BODY])) == ["فرانس برس"]


def test_a_dateline_behind_other_paragraphs_is_one_if_no_other_agency_has_one_there() -> None:
    menu = " ".join(BODY)
    assert carried("\n\n".join([HEADLINE, menu, f"بيروت (رويترز) - {BODY[0]}", BODY[1]])) == ["رويترز"]
    two = [f"بيروت (رويترز) - {BODY[0]}", f"عمان (أ ف ب) - {BODY[1]}"]
    assert carried("\n\n".join([HEADLINE, menu, *two])) == []


def test_a_source_without_a_colon_behind_the_text_may_be_an_ordinary_word() -> None:
    text = "\n\n".join([HEADLINE, *BODY, "المصدر الحياة كلمات مفتاحية"])
    assert [hop.name for article in read(text)[0] for hop in article.credits] == ["الحياة"]


def test_what_is_a_part_of_another_name_is_no_agency() -> None:
    page = f"{HEADLINE} - Sana ' a Center For Strategic Studies {HEADLINE}"
    assert carried("\n\n".join([page, *BODY])) == []
    assert carried("\n\n".join([HEADLINE, "دمشق مركز الأخبار - " + BODY[0], *BODY[1:]])) == []
    assert carried("\n\n".join([HEADLINE, "بريطانيا والعرب 2008 / 8 / 25", *BODY])) == []
    assert carried("\n\n".join([HEADLINE, *BODY, "ز . أ . ب / ح . ع ( رويترز )"])) == ["رويترز"]
    assert carried("\n\n".join([HEADLINE, *BODY, "ز . ح / ح . ع ( أ . ب )"])) == ["أسوشيتد برس"]
