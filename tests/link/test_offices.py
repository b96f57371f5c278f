"""An office without a name means who held it on the article's day; two holders or no day mean nobody."""

from datetime import date
from itertools import pairwise

from takhrij import lang, world
from takhrij.analyse import mentions
from takhrij.knowledge import Knowledge
from takhrij.link import entities, offices, run
from takhrij.records import Analysis, Article, Block, Links, Page, Published, Span, When
from takhrij.text import fold

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
    links = run(entities, analyses, Links(tenures=offices.known(KNOWLEDGE)))
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


def test_tenures_of_the_table_do_not_overlap() -> None:
    by_office: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for t in offices.known(KNOWLEDGE):
        assert t.first
        by_office.setdefault((t.office, t.state), []).append((t.first, t.last or date.max))
    for days in by_office.values():
        ordered = sorted(days)
        assert all(a[1] <= b[0] for a, b in pairwise(ordered))


def test_a_month_of_the_table_ends_with_its_last_day() -> None:
    assert offices._day("2024-02", last=True) == date(2024, 2, 29)
    assert offices._day("2024", last=True) == date(2024, 12, 31)
