from __future__ import annotations

from functools import cache

import pytest

from takhrij import lang, world
from takhrij.analyse.speech.polarity import negated
from takhrij.knowledge import Knowledge
from takhrij.text import fold


@cache
def knowledge() -> Knowledge:
    return Knowledge(lang.load(), world.load())


@pytest.mark.parametrize(
    "words",
    [
        "أن البلدية لن تغلق السوق القديم",
        "إنه لم يوقع الاتفاق",
        "أن القرار ليس نهائيا",
        "عدم وجود خطة لبيع الأرصفة",
        "ولا نريد حربا على الماء",
        "إن الشروط غير مقبولة",
    ],
)
def test_a_clause_that_denies_is_negated(words: str) -> None:
    assert negated(fold(words), 0, len(words), knowledge())


@pytest.mark.parametrize(
    "words",
    [
        "أن البلدية ستغلق السوق القديم",
        "أن الصيادين لا يزالون في البحر",
        "إنه لا بد من إغلاق السوق",
        "أن القرار ليس للتجار فقط بل للصيادين",
        "أن الوفد زار المرفأ القديم صباحا ولم يلتق أحدا من التجار",
        "لا سيما تجار الأرصفة",
        "أن التاجر لا يملك إلا مركبا واحدا",
    ],
)
def test_a_clause_that_affirms_is_not(words: str) -> None:
    assert not negated(fold(words), 0, len(words), knowledge())
