"""Attributions that stand amid a clause: what is said goes on behind them where nothing has ended before."""

import pytest
from invented_speech import told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ولكن المؤتمر اختار، حسب الصحيفة، رجلا معروفا بخبرته", "الصحيفة"),
        ("الوضع في تلك المنطقة يرجع بحسب التقرير إلى الحصار الذي تفرضه القوات", "التقرير"),
        ("كما استهدف القصف الجوي - وفق مصادر الجزيرة - مدرسة تأوي نازحين في المدينة", "مصادر"),
    ],
)
def test_a_clause_that_an_attribution_parts_is_said_whole(text: str, name: str) -> None:
    assert [(s[0].split()[0], s[2]) for s in told(f"{text}.")] == [(name, text)]


def test_what_somebody_says_goes_on_behind_whom_it_rests_on() -> None:
    said = told("وقال التقرير إن السلال تقسم على ست أسر وهي، حسب مصادر محلية، المصدر الوحيد للطعام.")
    assert [s[2].split()[-1] for s in said] == ["للطعام"]


def test_a_clause_that_has_ended_before_an_attribution_ends_there() -> None:
    said = told("وقتل خمسة أشخاص، حسب الشرطة، وجرح سبعة آخرون.")
    assert [s[2] for s in said] == ["وقتل خمسة أشخاص"]
    said = told("وارتفع عدد القتلى إلى خمسة، بحسب مصدر طبي، بينهم طفل.")
    assert [s[2] for s in said] == ["وارتفع عدد القتلى إلى خمسة"]
