"""A page names its known outlet in a dateline amid glued lines and in its last words."""

from __future__ import annotations

import pytest
from invented_articles import knowledge, page

from takhrij.analyse import selfnaming
from takhrij.text import fold


def told(text: str) -> list[tuple[str, str, float]]:
    found = selfnaming.find(page(text), fold(text), knowledge())
    return [(hit.entry.name, why.rule, weight) for hit, why, weight in found]


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("افتتاح السوق اليوم صدى الميناء - وكالات قال الصياد", "صدى الميناء", "a dateline"),
        ("افتتاح السوق اليوم مدار الساحل / قال الصياد", "مدار الساحل", "a dateline"),
        ("صدى الميناء | افتتاح السوق اليوم", "صدى الميناء", "a dateline"),
        ("كلمة " * 160 + "صدى الميناء 2019 اتصل بنا", "صدى الميناء", "the page's last words"),
        ("كلمة " * 160 + "من نحن صحيفة الحياة أرسل", "الحياة", "the page's last words"),
        ("كلمة " * 160 + "2019 مدار الساحل .", "مدار الساحل", "the page's last words"),
        ("كلمة " * 100 + "2019 مدار الساحل .", "مدار الساحل", "the page's last words"),
    ],
)
def test_an_outlet_is_named_in_passing(text: str, name: str, rule: str) -> None:
    assert (name, rule) in [(n, r) for n, r, _ in told(text)]


def test_the_dateline_of_an_agency_weighs_little() -> None:
    assert told("افتتاح السوق اليوم رويترز - وكالات قال الصياد") == [("رويترز", "a dateline", selfnaming.CITED)]


def test_an_outlet_that_a_sentence_cites_is_not_the_page_s() -> None:
    assert told("قال مدير صدى الميناء إن السوق كبير") == []
    assert told("") == []
