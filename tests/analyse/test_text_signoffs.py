"""An agency in brackets behind the last full stop signs the text; under a picture the same words say who made it."""

from __future__ import annotations

import pytest
from invented_articles import BODY, read, real

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"
LAST = "ومن المقرر أن يفتح السوق أبوابه مطلع الشهر المقبل."


def told_of(*lines: str) -> list[tuple[str, str]]:
    text = "\n".join([HEADLINE, *BODY, *lines, "شارك هذا الخبر"])
    return [(hop.name, hop.via) for article in read(text, known=real())[0] for hop in article.credits]


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        ([f"{LAST} (أ ف ب)"], "فرانس برس"),
        ([f"{LAST} (رويترز)."], "رويترز"),
        ([f"{LAST} (وكالات)"], "وكالات"),
        ([f"{LAST} ع . أ / ج ب ( د ب أ )"], "د ب أ"),
        ([f"{LAST} ع . أ . ج ي ب ( د ب أ ) تقارير إذاعية متعلقة بالموضوع تاريخ 05 . 10 . 2005 مواضيع"], "د ب أ"),
        ([LAST, "ع.ج/ح.د (د ب أ)"], "د ب أ"),
        ([LAST, "وكالات (بتصرف)"], "وكالات"),
    ],
)
def test_an_agency_behind_the_last_full_stop_signs_the_text(lines: list[str], agency: str) -> None:
    assert told_of(*lines) == [(agency, "republished")]


def test_the_paragraph_that_it_signs_is_text_and_a_picture_amid_text_is_none() -> None:
    text = "\n".join([HEADLINE, *BODY, f"{LAST} (أ ف ب)", "شارك هذا الخبر"])
    _, blocks = read(text, known=real())
    kinds = {text[b.span.start : b.span.end]: b.kind for b in blocks}
    assert kinds[f"{LAST} (أ ف ب)"] == "body"
    amid = "صيادون في سوق المرفأ الجديد. (أ ف ب)"
    text = "\n".join([HEADLINE, *BODY, amid, *BODY])
    _, blocks = read(text, known=real())
    assert {text[b.span.start : b.span.end]: b.kind for b in blocks}[amid] == "caption"


def test_what_was_translated_is_not_who_translated_it() -> None:
    assert told_of("ويقوم أحد المواقع بترجمة المسلسل للغة العربية ونشره.") == []


def test_a_name_behind_marks_within_the_last_sentence_signs_nothing() -> None:
    assert told_of("وأشارت المصادر إلى أن من بين الحاضرين «عميد الكتاب» عادل المغربي.") == []
