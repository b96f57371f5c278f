"""An article whose lead says to whom somebody spoke is credited to that outlet, not one that quotes it later."""

from __future__ import annotations

import pytest
from invented_articles import BODY, read, real

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"
MORE = ("وأضاف أن الأسعار ستنخفض في الأسابيع المقبلة بعد وصول القوارب.", "وتابع أن البلدية ستوسع الرصيف في الخريف.")


def reported(text: str) -> list[str]:
    return [hop.name for article in read(text, known=real())[0] for hop in article.credits if hop.via == "reported"]


@pytest.mark.parametrize(
    ("lead", "outlet"),
    [
        ('قال رئيس البلدية في حديث مع وكالة "سبوتنيك" إن السوق كبير .', "سبوتنيك"),
        ("قال رئيس البلدية في مقابلة مع وول ستريت جورنال إن السوق كبير .", "وول ستريت جورنال"),
        ("قال رئيس البلدية في تصريح لموقع السومرية نيوز إن السوق كبير .", "السومرية نيوز"),
        ("قال ثلاثة صيادين لرويترز إن السوق كبير .", "رويترز"),
    ],
)
def test_an_interview_in_the_lead_is_credited(lead: str, outlet: str) -> None:
    assert reported("\n\n".join([HEADLINE, lead, *BODY])) == [outlet]


def test_an_agency_told_in_the_last_sentence_is_credited() -> None:
    last = "وكان السوق مغلقا بحسب ما أكد مصدر مقرب منه لوكالة «فرانس برس»."
    assert reported("\n\n".join([HEADLINE, *BODY, last])) == ["فرانس برس"]


@pytest.mark.parametrize(
    "sentence",
    ["وقال صياد لرويترز إن السوق كبير .", "ونقلت سبوتنيك عن رئيس البلدية أن السوق كبير ."],
)
def test_whoever_is_quoted_for_a_fact_in_mid_text_is_not(sentence: str) -> None:
    assert reported("\n\n".join([HEADLINE, *BODY, sentence, *MORE])) == []


def test_an_agency_according_to_which_something_is_told_is_quoted_for_that() -> None:
    assert reported("\n\n".join([HEADLINE, "قال رئيس البلدية وفقا لرويترز إن السوق كبير .", *BODY])) == []
