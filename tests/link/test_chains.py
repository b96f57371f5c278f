"""A chain goes from the article's outlet over its credits and the sentence's hops to the speaker, nobody twice."""

from takhrij import lang, world
from takhrij.knowledge import Knowledge
from takhrij.link import chains, run
from takhrij.records import Analysis, Article, Chain, Copy, Entity, Hop, Links, Origin, Span, Statement, Via, Why


def hop(name: str, via: Via = "said", mention: str = "") -> Hop:
    return Hop(name=name, via=via, mention=mention)


def chain(hops: tuple[Hop, ...], credits_: tuple[Hop, ...] = (), links: Links | None = None) -> Chain:
    span = Span(page="p", start=0, end=9)
    article = Article(id="p/article/0", span=span, outlet="الميزان", credits=credits_)
    statement = Statement(id="p/statement/0", article=article.id, content=span, cue=span, act="say", hops=hops)
    analysis = Analysis(page="p", language="ar", articles=(article,), statements=(statement,))
    return run(chains, [analysis], links or Links()).chain_of[statement.id]


def names(found: Chain) -> list[str]:
    return [h.name for h in found.hops]


def test_the_outlet_comes_first_and_the_speaker_last() -> None:
    found = chain((hop("سمير حداد"),))
    assert names(found) == ["الميزان", "سمير حداد"]
    assert found.hops[0].via == "published"


def test_credits_stand_between_the_outlet_and_the_sentences_hops() -> None:
    found = chain((hop("رويترز", "carried"), hop("مصدر أمني", "told")), (hop("الفجر", "translated"),))
    assert names(found) == ["الميزان", "الفجر", "رويترز", "مصدر أمني"]


def test_a_credited_outlet_that_speaks_stands_once_and_last() -> None:
    found = chain((hop("صحيفة الفجر"),), (hop("النهار", "republished"), hop("صحيفة الفجر", "translated")))
    assert names(found) == ["الميزان", "النهار", "صحيفة الفجر"]


def test_two_names_of_one_house_are_one_hop() -> None:
    links = Links(families={"وكاله الفجر": "الفجر", "الفجر": "الفجر"})
    found = chain((hop("وكالة الفجر"),), (hop("الفجر", "republished"),), links)
    assert names(found) == ["الميزان", "وكالة الفجر"]


def test_a_credit_to_the_outlet_itself_adds_nothing() -> None:
    assert names(chain((hop("سمير حداد"),), (hop("الميزان", "republished"),))) == ["الميزان", "سمير حداد"]


def test_a_speaker_has_the_name_of_the_entity() -> None:
    entity = Entity(id="e", kind="person", name="سمير حداد", names=("حداد",))
    links = Links(entities={entity.id: entity}, entity_of={"m": "e"})
    assert names(chain((hop("حداد", mention="m"),), links=links))[-1] == "سمير حداد"


def test_an_office_speaks_as_its_holder() -> None:
    holder = Entity(id="e", kind="person", name="سمير حداد", names=("سمير حداد",))
    office = Entity(id="o", kind="office", name="الوزير", names=("الوزير",))
    links = Links(entities={office.id: office, holder.id: holder}, entity_of={"m": "o"}, holder_of={"m": "e"})
    found = chain((hop("الوزير", mention="m"),), links=links)
    assert (names(found)[-1], found.hops[-1].kind) == ("سمير حداد", "person")


def test_a_side_of_a_state_keeps_its_own_words() -> None:
    entity = Entity(id="e", kind="state", name="سوريا", names=("سوريا",))
    links = Links(entities={entity.id: entity}, entity_of={"m": "e"})
    assert names(chain((hop("الجانب السوري", mention="m"),), links=links))[-1] == "الجانب السوري"
    assert names(chain((hop("دمشق", mention="m"),), links=links))[-1] == "سوريا"


def test_an_outlet_has_its_own_name_in_every_chain_whatever_stands_before_it() -> None:
    entity = Entity(id="e", kind="outlet", name="صحيفة الفجر", names=("صحيفة الفجر",))
    links = Links(
        entities={entity.id: entity}, entity_of={"m": "e"}, families={"صحيفه الفجر": "الفجر", "الفجر": "الفجر"}
    )
    assert names(chain((hop("صحيفة الفجر", mention="m"),), links=links))[-1] == "الفجر"


def test_a_statement_of_an_undisclosed_copy_came_through_its_agency() -> None:
    span = Span(page="p", start=0, end=9)
    why = (Why(rule="provenance/copy", rests_on=(span, Span(page="a", start=0, end=9))),)
    origin = Origin(article="p/article/0", name="وكالة الخليج", disclosed=False, share=0.9, why=why)
    found = chain((hop("سمير حداد"),), links=Links(origin_of={"p/article/0": origin}))
    assert names(found) == ["الميزان", "وكالة الخليج", "سمير حداد"]
    assert found.why[0].note == "copied without credit"


def test_every_spelling_of_an_outlet_leads_to_its_house() -> None:
    families = chains.families(Knowledge(lang.load(), world.load()))
    assert families["روسيا اليوم"] == families["rt"]


def test_a_passage_copied_without_credit_came_through_the_page_that_had_it_first() -> None:
    first, later = Span(page="a", start=0, end=40), Span(page="b", start=0, end=40)
    origin = Analysis(page="a", language="ar", articles=(Article(id="a/article/0", span=first, outlet="الفجر"),))
    said = Statement(id="s", article="b/article/0", content=later, cue=later, act="say", hops=(hop("سمير حداد"),))
    reprint = Analysis(
        page="b",
        language="ar",
        articles=(Article(id="b/article/0", span=later, outlet="الميزان"),),
        statements=(said,),
    )
    links = Links(copies=(Copy(left=first, right=later, score=1.0, earlier="a"),))
    assert names(run(chains, [origin, reprint], links).chain_of["s"]) == ["الميزان", "الفجر", "سمير حداد"]
    unknown = Links(copies=(Copy(left=first, right=later, score=1.0),))
    assert names(run(chains, [origin, reprint], unknown).chain_of["s"]) == ["الميزان", "سمير حداد"]
    owned = Links(
        copies=links.copies,
        origin_of={"b/article/0": Origin(article="b/article/0", name="وكالة الخليج", disclosed=True)},
    )
    assert names(run(chains, [origin, reprint], owned).chain_of["s"]) == ["الميزان", "سمير حداد"]
