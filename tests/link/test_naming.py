from __future__ import annotations

from invented_tellings import linked, page, said
from msgspec.structs import replace

from takhrij.link import claims, copies, order, run
from takhrij.records import Analysis, Hop, Links

HOPES = "إن الدولة تأمل في الاحتفاظ بالأرصفة البحرية"
ADDED = "وأضاف أن موسم الصيد سيبدأ بعد عودة العبارات من المضيق وأن الدولة ستدفع ثمن الشباك قبل حلول الشتاء"
NAMES = ("وكالة البحر", "وكالة الجبل", "وكالة السهل")
AGENCIES = {name.replace("ة", "ه"): name for name in NAMES}


def told(name: str, outlet: str, *credited: str, words: str = HOPES, via: str = "") -> Analysis:
    """Return a page of an outlet that prints what the minister said, dated alike."""
    text = f"قال سالم هاني: {words}. {ADDED}."
    return said(page(name, text, outlet, "2024-05-03", credited), words, "سالم هاني", via=via)


def claimed(*analyses: Analysis) -> Links:
    """Return the links between the pages."""
    links: Links = linked(*analyses, agencies=frozenset(AGENCIES), families=AGENCIES)
    for stage in (copies, order, claims):
        links = run(stage, analyses, links)
    return links


def origins(*analyses: Analysis) -> tuple[str, ...]:
    """Return the origins of the one claim that the pages tell."""
    (claim,) = claimed(*analyses).claims
    return claim.origins


def test_an_agency_that_others_own_to_goes_before_one_that_prints_the_text_on_its_own_page() -> None:
    assert origins(told("a", "وكالة الجبل"), told("b", "مرايا", "وكالة البحر")) == ("وكالة البحر",)


def test_of_several_agencies_credited_the_one_that_most_own_to_is_meant() -> None:
    both = told("a", "مرايا", "وكالة البحر", "وكالة الجبل")
    assert origins(both, told("b", "ضفاف", "وكالة السهل", "وكالة البحر")) == ("وكالة البحر",)


def test_of_several_agencies_credited_the_one_is_meant_that_another_article_of_the_paper_owns_to() -> None:
    words = "إن الدولة ترجو الاحتفاظ بكل الأرصفة البحرية"
    text = f"وفي الجلسة قال سالم هاني {words}"
    other = said(page("b", text, "مرايا", "2024-05-03", ("وكالة البحر",)), words, "سالم هاني")
    assert origins(told("a", "مرايا", "وكالة البحر", "وكالة الجبل"), other) == ("وكالة البحر",)


def test_an_outlet_that_is_only_described_goes_behind_the_agency_that_the_article_owns_to() -> None:
    assert origins(told("a", "مرايا", "وكالة البحر", via="وكالات الجزر")) == ("وكالة البحر",)
    assert origins(told("a", "مرايا", via="وكالات الجزر")) == ("وكالات الجزر",)


def test_what_an_agencys_correspondent_tells_is_the_agencys() -> None:
    """Also where nobody calls him by name."""
    a = told("a", "مرايا")
    (statement,) = a.statements
    unnamed = Hop(name="مراسل وكالة البحر", via="said", kind="unnamed")
    assert origins(replace(a, statements=(replace(statement, hops=(unnamed,)),))) == ("وكالة البحر",)
