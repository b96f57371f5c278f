"""Sides whose participle wants more: whose they are, who supports them, where they lie."""

import pytest
from invented_events import only, sides


@pytest.mark.parametrize(
    ("text", "doers", "others"),
    [
        (
            "أسقط الجيش التركي طائرة هليكوبتر تابعة لجيش النظام أمس.",
            ["الجيش التركي"],
            ["طائرة هليكوبتر تابعة لجيش النظام"],
        ),
        (
            "اقتحم مسلحون تابعون للحراك مبنى الوزارة الواقع بمدينة عدن.",
            ["مسلحون تابعون للحراك"],
            ["مبنى الوزارة"],
        ),
        (
            "استمرت أمس الضربات الجوية الروسية ضد قوى الثورة المدعومة من قبل الولايات المتحدة.",
            ["روسيا"],
            ["قوى الثورة المدعومة من قبل الولايات المتحدة"],
        ),
        ("تم استهداف المدينة من قبل قوات النظام أمس.", ["قوات النظام"], ["المدينة"]),
    ],
)
def test_a_side_is_told_with_whose_it_is_and_who_supports_it_did_nothing(
    text: str, doers: list[str], others: list[str]
) -> None:
    assert sides(only(text, "ASSAULT")) == (doers, others)


def test_who_supports_a_side_is_not_where_it_was_struck() -> None:
    assert only("قصفت الطائرات الروسية كتائب مسلحة مدعومة من تركيا أمس.", "ASSAULT").place is None
