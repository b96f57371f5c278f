"""An agency's text is told as such: by what an article owns to, and by the copies of those that do."""

from __future__ import annotations

import pytest
from invented_tellings import named, page, said
from msgspec.structs import replace

from takhrij.link import copies, order, provenance, run
from takhrij.link.provenance import covered
from takhrij.records import Analysis, Hop, Links, Origin, Span, Statement, identify

AGENCY = "نداء الجزر"
TEXT = (
    "أعلنت هيئة الموانئ أن الرصيف الشمالي سيغلق أسبوعا لإصلاح الرافعة التي تعطلت في العاصفة. "
    "وقال مديرها إن السفن ستحول إلى الميناء القديم، وإن الصيادين لن يدفعوا رسوما حتى يعود العمل إلى حاله."
)
MORE = " وكان الرصيف قد أغلق مرتين في العام الماضي بسبب أعطال في شبكة الكهرباء التي تغذي الرافعات الكبيرة."
OWN = "وفي سياق آخر نظمت المدرسة البحرية سباقا للقوارب الصغيرة شارك فيه أربعون طالبا من أبناء الجزر القريبة كلها."


def origins(*analyses: Analysis, home: str = "") -> dict[str, Origin]:
    links = Links(agencies=frozenset({AGENCY, "بريد البحر"}), homes={AGENCY: home})
    for stage in (copies, order, provenance):
        links = run(stage, analyses, links)
    return {article.split("/")[0]: origin for article, origin in links.origin_of.items()}


def test_an_article_is_the_text_of_the_agency_that_it_credits() -> None:
    origin = origins(page("a", TEXT, "مرايا", credited=(AGENCY,)))["a"]
    assert (origin.name, origin.disclosed, origin.share) == (AGENCY, True, 0.0)


def test_an_article_that_credits_a_paper_or_two_agencies_is_no_agencys() -> None:
    assert origins(page("a", TEXT, "مرايا", credited=("صدى الوادي",))) == {}
    assert origins(page("a", TEXT, "مرايا", credited=(AGENCY, "بريد البحر"))) == {}


def test_an_article_without_a_credit_that_is_an_agencys_text_is_an_undisclosed_copy() -> None:
    found = origins(page("a", TEXT, "مرايا", credited=(AGENCY,)), page("b", TEXT, "صدى الوادي"))
    assert (found["b"].name, found["b"].disclosed) == (AGENCY, False)
    assert found["b"].share > 0.95
    assert "undisclosed copy" in found["b"].why[0].note
    assert {span.page for span in found["b"].why[0].rests_on} == {"a", "b"}


def test_an_article_with_much_text_of_its_own_is_no_copy() -> None:
    found = origins(page("a", TEXT, "مرايا", credited=(AGENCY,)), page("b", TEXT + "\n" + OWN, "صدى الوادي"))
    assert "b" not in found


def test_the_copy_of_a_part_of_an_agencys_text_is_a_copy() -> None:
    found = origins(page("a", TEXT + MORE, "مرايا", credited=(AGENCY,)), page("b", TEXT, "صدى الوادي"))
    assert found["b"].name == AGENCY


def test_an_article_whose_text_two_agencies_have_is_told_neither() -> None:
    sources = (page("a", TEXT, "مرايا", credited=(AGENCY,)), page("c", TEXT, "السنبلة", credited=("بريد البحر",)))
    assert "b" not in origins(*sources, page("b", TEXT, "صدى الوادي"))


def test_an_article_that_credits_another_paper_keeps_to_that() -> None:
    other = page("b", TEXT, "صدى الوادي", credited=("السنبلة",))
    assert "b" not in origins(page("a", TEXT, "مرايا", credited=(AGENCY,)), other)


def test_an_article_that_owns_to_agencies_without_a_name_discloses_that() -> None:
    other = page("b", TEXT, "صدى الوادي")
    crowd = Hop(name="وكالات", via="carried", kind="unnamed")
    other = replace(other, articles=(replace(other.articles[0], credits=(crowd,)),))
    found = origins(page("a", TEXT, "مرايا", credited=(AGENCY,)), other)["b"]
    assert (found.name, found.disclosed) == (AGENCY, True)


def test_an_article_dated_before_all_that_credit_the_agency_is_no_copy_of_it() -> None:
    later = page("a", TEXT, "مرايا", "2024-05-04", credited=(AGENCY,))
    assert "b" not in origins(later, page("b", TEXT, "صدى الوادي", "2024-05-01"))
    assert "b" in origins(later, page("b", TEXT, "صدى الوادي", "2024-05-04"))


def told_to_the_agency(analysis: Analysis, start: int, outlet_at: int = 20) -> Analysis:
    """Return the page with a statement at `start` that two witnesses made to the agency named at `outlet_at`."""
    content = Span(page="a", start=start, end=start + 20)
    hops = (
        Hop(name=AGENCY, via="carried", cue=Span(page="a", start=outlet_at, end=outlet_at + 5)),
        Hop(name="شاهدان", via="told", kind="unnamed", cue=Span(page="a", start=10, end=15)),
    )
    statement = Statement(
        id=identify("statement", content),
        article=analysis.articles[0].id,
        content=content,
        cue=content,
        act="say",
        hops=hops,
    )
    return replace(analysis, statements=(statement,))


@pytest.mark.parametrize(("outlet_at", "told"), [(20, True), (2, False)])
def test_an_article_whose_lead_was_told_to_an_agency_is_its_text(outlet_at: int, told: bool) -> None:
    assert ("a" in origins(told_to_the_agency(page("a", TEXT, "مرايا"), 30, outlet_at))) == told


@pytest.mark.parametrize(("sentence", "told"), [(2, True), (6, False), (-1, True)])
def test_so_is_a_long_one_whose_last_sentence_was_but_not_one_in_its_midst(sentence: int, told: bool) -> None:
    analysis = page("a", "\n".join([OWN] * 12), "مرايا")
    start = analysis.sentences[sentence].span.start
    assert ("a" in origins(told_to_the_agency(analysis, start))) == told


@pytest.mark.parametrize(("outlet_at", "told"), [(20, True), (2, False)])
def test_two_papers_of_one_text_in_which_somebody_speaks_to_an_agency_print_the_agency(
    outlet_at: int, told: bool
) -> None:
    several = "\n".join(TEXT.replace("الشمالي", f"الشمالي {n}") for n in range(8))
    a = page("a", several, "مرايا")
    b = page("b", several, "صدى الوادي")
    origin = origins(told_to_the_agency(a, a.sentences[6].span.start, outlet_at), b)
    assert {name: (found.name, found.disclosed) for name, found in origin.items()} == (
        {"a": (AGENCY, False), "b": (AGENCY, False)} if told else {}
    )


def test_one_paper_in_two_captures_is_no_two_papers() -> None:
    several = "\n".join(TEXT.replace("الشمالي", f"الشمالي {n}") for n in range(8))
    a = page("a", several, "مرايا")
    assert origins(told_to_the_agency(a, a.sentences[6].span.start), page("b", several, "مرايا")) == {}


def quoting(name: str, outlet: str, state: str = "XG") -> Analysis:
    """An article that quotes the agency for its first sentence, and names a state."""
    told = said(page(name, TEXT + MORE, outlet), TEXT[:40], "هيئة الموانئ", kind="organization", via=AGENCY)
    return named(told, "الجزر", "state", state)


def test_what_two_papers_share_is_the_agencys_that_one_of_them_quotes_for_it() -> None:
    found = origins(quoting("a", "مرايا"), page("b", TEXT + MORE, "صدى الوادي"), home="XF")
    assert {name: (origin.name, origin.disclosed) for name, origin in found.items()} == {
        "a": (AGENCY, False),
        "b": (AGENCY, False),
    }
    assert "alone quotes" in found["b"].why[0].note


def test_what_both_quote_an_agency_for_may_be_anybodys() -> None:
    assert origins(quoting("a", "مرايا"), quoting("b", "صدى الوادي"), home="XF") == {}


def test_an_agency_that_is_quoted_for_news_of_its_own_state_may_be_anothers_source() -> None:
    assert origins(quoting("a", "مرايا", "XF"), page("b", TEXT + MORE, "صدى الوادي"), home="XF") == {}


def test_a_paper_with_more_text_of_its_own_than_the_shared_one_is_no_copy() -> None:
    own = "\n".join(OWN.replace("أربعون", f"{n} و") for n in range(40, 46))
    assert "b" not in origins(quoting("a", "مرايا"), page("b", TEXT + "\n" + own, "صدى الوادي"), home="XF")


def test_covered_counts_a_character_once() -> None:
    def span(start: int, end: int) -> Span:
        return Span(page="a", start=start, end=end)

    assert covered([span(0, 10), span(12, 20)], [span(5, 14), span(0, 7)]) == 12
    assert covered([], [span(0, 7)]) == 0
