"""Where an organisation's name ends: before verbs, and before what its men are about."""

import pytest

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تقدمت قوات النظام للسيطرة على المدينة.", ["قوات النظام"]),
        ("انسحبت القوات الموالية للحكومة من المدينة.", ["القوات الموالية للحكومة"]),
        ("أعلنت المنظمة عثرت على ألغام قديمة.", []),
        ("وصلت شركة رانجان إلى السوق.", ["شركة رانجان"]),
    ],
)
def test_an_organisations_name_ends_before_verbs_and_errands(text: str, names: list[str]) -> None:
    found = analysed(text, KNOWLEDGE).mentions
    assert [text[m.span.start : m.span.end] for m in found if m.kind == "organization"] == names
