from __future__ import annotations

from invented_tellings import linked, page, said

from takhrij.link.likeness import met
from takhrij.link.tellings import tellings
from takhrij.link.wording import also, shared, stems
from takhrij.records import Analysis

LEFT = frozenset(("مرافئ", "سيادتها", "المخازن", "17"))
RIGHT = frozenset(("مرافئ", "السيادة", "سيادة", "71"))


def spoken(name: str, outlet: str) -> Analysis:
    told = page(name, "قال سالم هاني إن المرافئ تعود إلى المدينة كلها قبل الشتاء.", outlet, "2024-05-04")
    return said(told, "سالم هاني", "المرافئ تعود إلى المدينة كلها قبل الشتاء")


def test_terms_that_the_other_passage_has_are_those_that_each_alone_shares() -> None:
    found = also(LEFT, stems(LEFT), RIGHT, stems(RIGHT))
    assert found == frozenset(t for t in LEFT if shared((t,), RIGHT)) == {"مرافئ", "سيادتها"}


def test_a_page_is_read_once_for_all_stages_that_see_the_same_links() -> None:
    analysis = spoken("a", "مرايا")
    links = linked(analysis)
    assert tellings(analysis, links) is tellings(analysis, links)


def test_a_pair_that_has_met_is_compared_no_more_in_either_order() -> None:
    a, b = spoken("a", "مرايا"), spoken("b", "نداء الجزر")
    links = linked(a, b)
    (left,), (right,) = tellings(a, links), tellings(b, links)
    found = met(left, right)
    assert found is not None
    assert met(right, left) is found
