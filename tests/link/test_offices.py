"""An office without a name means who held it on the article's day; two holders or no day mean nobody."""

from datetime import date

from msgspec.structs import replace

from takhrij import checks, lang, world
from takhrij.analyse import mentions
from takhrij.knowledge import Knowledge
from takhrij.link import entities, offices, run, tenures
from takhrij.records import Analysis, Article, Block, Links, Page, Published, Span, When
from takhrij.text import fold
from takhrij.world.tables import Holder

KNOWLEDGE = Knowledge(lang.load(), world.load())


def _read(id_: str, text: str, *days: date) -> Analysis:
    page = Page(id=id_, text=text, sources=("test",), raw_sha256="")
    span = Span(page=id_, start=0, end=len(text))
    published = (Published(when=When(first=days[0], last=days[-1], grain="day")),) if days else ()
    article = Article(id=f"{id_}/article/0", span=span, published=published)
    blocks = (Block(span=span, kind="body", article=article.id),)
    found = mentions.find(page, fold(text), Analysis(page=id_, language="ar", blocks=blocks), KNOWLEDGE)
    return Analysis(page=id_, language="ar", blocks=blocks, articles=(article,), mentions=found)


def _links(*analyses: Analysis) -> Links:
    links = run(entities, analyses, Links(tenures=tenures.known(KNOWLEDGE)))
    return run(offices, analyses, links)


def _holder(links: Links) -> list[str]:
    names = {e.id: e.name for e in links.entities.values()}
    return [names[e] for e in links.holder_of.values()]


def test_the_day_decides_whom_an_office_means() -> None:
    text = "وأكد الرئيس السوري أن بلاده"
    assert _holder(_links(_read("a", text, date(2024, 7, 24)))) == ["بشار الأسد"]
    assert _holder(_links(_read("b", text, date(2025, 2, 12)))) == ["أحمد الشرع"]


def test_days_that_span_two_holders_resolve_to_nobody_with_a_reason() -> None:
    links = _links(_read("a", "وأكد الرئيس السوري أن", date(2024, 12, 1), date(2025, 2, 12)))
    assert links.holder_of == {}
    (office,) = [e for e in links.entities.values() if e.kind == "office"]
    assert office.why[-1].rule == "office unresolved"


def test_an_article_without_a_day_resolves_to_nobody() -> None:
    assert _links(_read("a", "وأكد الرئيس السوري أن")).holder_of == {}


def test_a_gap_between_two_holders_is_nobodys() -> None:
    assert _links(_read("a", "وأكد الرئيس السوري أن", date(2024, 12, 20))).holder_of == {}


def test_a_holder_that_no_page_names_becomes_an_entity_with_its_reason() -> None:
    links = _links(_read("a", "وأكد الرئيس التركي أن", date(2025, 2, 12)))
    (entity,) = [e for e in links.entities.values() if e.kind == "person"]
    assert (entity.name, entity.why[0].rule) == ("رجب طيب أردوغان", "held on the article's day")


def test_a_dated_page_shows_a_tenure_that_the_table_lacks() -> None:
    pages = (
        _read("a", "قال وزير الصحة السوري خالد الدالاتي إن", date(2025, 5, 3)),
        _read("b", "وأعلن وزير الصحة السوري أن", date(2025, 5, 3)),
    )
    links = _links(*pages)
    shown = [t for t in links.tenures if t.office == "health_minister"]
    assert [(t.holder, t.first, t.last) for t in shown] == [("خالد الدالاتي", date(2025, 5, 3), date(2025, 5, 3))]
    assert _holder(links) == ["خالد الدالاتي"]


def test_a_page_that_contradicts_the_table_makes_no_tenure() -> None:
    links = _links(_read("a", "استقبل الرئيس السوري حافظ الدمشقي الوفد", date(2024, 7, 24)))
    assert all(t.holder != "حافظ الدمشقي" for t in links.tenures)


def test_tenures_of_the_table_overlap_only_where_disputed() -> None:
    assert checks.notes(()) == []


def test_a_month_of_the_table_ends_with_its_last_day() -> None:
    assert tenures.day("2024-02", last=True) == date(2024, 2, 29)
    assert tenures.day("2024", last=True) == date(2024, 12, 31)


def test_a_month_surely_holds_only_behind_its_end() -> None:
    begin = _read("a", "وأكد الرئيس السوري أن", date(2025, 1, 30))
    behind = _read("b", "وأكد الرئيس السوري أن", date(2025, 2, 1))
    assert _holder(_links(begin)) == []
    assert _holder(_links(behind)) == ["أحمد الشرع"]


def _world(*holders: Holder) -> Knowledge:
    return Knowledge(KNOWLEDGE.language, replace(KNOWLEDGE.world, holders=holders))


def test_a_disputed_tenure_resolves_to_nobody_and_says_so() -> None:
    one = Holder(office="head_of_government", state="SY", person="سالم الدالاتي", first="2020-01")
    other = Holder(office="head_of_government", state="SY", person="هادي الطويري", first="2020-01", disputed=True)
    page = _read("a", "وأكد رئيس الوزراء السوري أن", date(2021, 5, 3))
    links = run(entities, [page], Links(tenures=tenures.known(_world(one, other))))
    links = run(offices, [page], links)
    assert links.holder_of == {}
    (office,) = [e for e in links.entities.values() if e.kind == "office"]
    assert office.why[-1].note == "disputed on these days: سالم الدالاتي، هادي الطويري"


def test_a_tenure_without_an_end_ends_where_the_next_begins() -> None:
    rows = [
        Holder(office="head_of_state", state="SY", person=p, first=f) for p, f in (("س", "2020"), ("ص", "2024-03"))
    ]
    assert [(t.last, t.last_grain) for t in tenures.known(_world(*rows))] == [
        (date(2024, 3, 31), "month"),
        (None, "day"),
    ]


def test_pages_that_agree_against_the_table_outweigh_it() -> None:
    pages = [_read(p, "قال وزير الخارجية السوري هادي الطويري إن", date(2023, 5, 3)) for p in "ab"]
    links = _links(*pages, _read("c", "وأكد وزير الخارجية السوري أن", date(2023, 5, 3)))
    assert _holder(links) == ["هادي الطويري"]
    assert [t.why[0].rule for t in links.tenures if t.holder == "هادي الطويري"] == [offices.OUTWEIGH]


def test_one_page_against_a_tenure_without_an_end_makes_it_disputed() -> None:
    page = _read("a", "قال وزير الخارجية الروسي هادي الطويري إن", date(2026, 5, 3))
    links = _links(page, _read("c", "وأكد وزير الخارجية الروسي أن", date(2026, 5, 3)))
    assert _holder(links) == []
    assert any(t.disputed and t.holder == "هادي الطويري" for t in links.tenures)


def test_of_the_table_stays_what_pages_name() -> None:
    links = _links(_read("a", "وأكد الرئيس التركي أن", date(2025, 2, 12)))
    assert {(t.office, t.state) for t in links.tenures} == {("head_of_state", "TR")}


def test_an_office_without_a_state_is_of_the_only_state_whose_offices_the_article_names() -> None:
    day = date(2023, 5, 3)
    one = _links(_read("a", "قال وزير الخارجية التركي هادي الطويري إن\nوأكد الرئيس أن", day))
    assert "رجب طيب أردوغان" in _holder(one)
    two = "قال وزير الخارجية التركي هادي الطويري إن\nوقال وزير الدفاع العراقي سمير الداهوك إن\nوأكد الرئيس أن"
    assert _holder(_links(_read("a", two, day))) == []


def test_a_former_office_means_the_only_one_whom_the_article_names_with_its_words() -> None:
    text = "استجوب القاضي وزير الصحة السابق\nوقال وزير الصحة السوري السابق هادي الطويري إن"
    links = _links(_read("a", text, date(2023, 5, 3)))
    assert _holder(links) == ["هادي الطويري"]


def test_the_article_decides_where_the_table_does_not() -> None:
    text = "وأكد وزير الصحة السوري أن\nوقال وزير الصحة السوري هادي الطويري إن"
    links = _links(_read("a", text))
    assert _holder(links) == ["هادي الطويري"]
