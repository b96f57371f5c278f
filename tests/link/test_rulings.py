"""What a person rules of two names goes before every rule, is shown as theirs, and can be taken back."""

from takhrij import lang, world
from takhrij.analyse import mentions
from takhrij.knowledge import Knowledge
from takhrij.link import entities, run
from takhrij.records import Analysis, Block, Judgement, Links, Page, Span
from takhrij.text import fold

KNOWLEDGE = Knowledge(lang.load(), world.load())
PAGES = ("قال سالم الحلبي إن", "قال سليم الحلبي إن", "قال سالم الحلبي إن")


def _read(id_: str, text: str) -> Analysis:
    page = Page(id=id_, text=text, sources=("test",), raw_sha256="")
    block = Block(span=Span(page=id_, start=0, end=len(text)), kind="body", article=f"{id_}/article/0")
    empty = Analysis(page=id_, language="ar", blocks=(block,))
    return Analysis(
        page=id_, language="ar", blocks=(block,), mentions=mentions.find(page, fold(text), empty, KNOWLEDGE)
    )


def _links(*judgements: Judgement, pages: tuple[str, ...] = PAGES) -> Links:
    analyses = [_read(f"p{n}", text) for n, text in enumerate(pages)]
    return run(entities, analyses, Links(judgements=judgements))


def _place(page: int, name: str, text: str) -> Span:
    return Span(page=f"p{page}", start=text.index(name), end=text.index(name) + len(name))


SALIM, SALEEM, OTHER = (_place(k, text.split(" إن")[0].removeprefix("قال "), text) for k, text in enumerate(PAGES))
SAME = Judgement(ruling="same person", left=SALIM, right=SALEEM, by="هدى", at="2026-11-22", note="سألناه")
PARTED = Judgement(ruling="not the same person", left=SALIM, right=OTHER, by="هدى")


def _persons(links: Links) -> list[set[str]]:
    return sorted(({m.split("/")[0] for m in e.mentions} for e in links.entities.values()), key=sorted)


def test_without_a_ruling_the_rules_decide() -> None:
    assert _persons(_links()) == [{"p0", "p2"}, {"p1"}]


def test_a_ruling_joins_two_names_and_says_whose_it_is() -> None:
    links = _links(SAME)
    assert _persons(links) == [{"p0", "p1", "p2"}]
    (entity,) = links.entities.values()
    assert (entity.why[0].rule, entity.why[0].note) == ("a person's ruling", "هدى 2026-11-22: سألناه")
    assert [r.status for r in links.ruled] == ["applied"]
    assert links.ruled[0].left == links.ruled[0].right == entity.id


def test_a_ruling_parts_what_a_rule_joined_and_both_say_so() -> None:
    links = _links(PARTED)
    assert _persons(links) == [{"p0"}, {"p1"}, {"p2"}]
    assert {w.rule for e in links.entities.values() for w in e.why} >= {"a person's ruling"}
    assert len({links.ruled[0].left, links.ruled[0].right}) == len(("left", "right"))


def test_two_that_were_parted_are_not_joined_through_a_third() -> None:
    pages = (*PAGES, "قال سالم الحلبي إن")
    assert len(_persons(_links(PARTED, pages=pages))) == len(("سالم", "سالم", "سليم"))


def test_a_ruling_that_is_withdrawn_leaves_no_trace_but_itself() -> None:
    taken_back = Judgement(ruling="withdrawn", left=SALIM, right=SALEEM, by="هدى")
    links = _links(SAME, taken_back)
    assert links.entities == _links().entities
    assert [r.status for r in links.ruled] == ["replaced", "withdrawn"]


def test_a_later_ruling_on_the_same_two_takes_the_place_of_an_earlier_one() -> None:
    links = _links(PARTED, Judgement(ruling="same person", left=OTHER, right=SALIM))
    assert _persons(links) == [{"p0", "p2"}, {"p1"}]
    assert [r.status for r in links.ruled] == ["replaced", "applied"]


def test_a_place_is_found_again_by_overlap() -> None:
    wider = Span(page="p0", start=SALIM.start - 2, end=SALIM.end)
    assert len(_links(Judgement(ruling="same person", left=wider, right=SALEEM)).entities) == 1


def test_a_ruling_whose_place_names_nothing_is_orphaned_and_changes_nothing() -> None:
    lost = Judgement(ruling="same person", left=Span(page="gone", start=0, end=4), right=SALIM)
    links = _links(lost)
    assert links.entities == _links().entities
    assert (links.ruled[0].status, links.ruled[0].left) == ("orphaned", "")


def test_rulings_that_contradict_one_another_say_so() -> None:
    links = _links(
        PARTED,
        SAME,
        Judgement(ruling="same person", left=SALEEM, right=OTHER),
    )
    assert [r.status for r in links.ruled] == ["applied", "applied", "contradicted"]
    assert _persons(links) == [{"p0", "p1"}, {"p2"}]


def test_two_places_that_one_page_takes_for_one_are_parted() -> None:
    text = "قال سالم الحلبي إن\nوأضاف الحلبي أن"
    left, right = _place(0, "سالم الحلبي", text), Span(page="p0", start=text.rindex("الحلبي"), end=text.rindex(" أن"))
    assert len(_links(pages=(text,)).entities) == 1
    for pair in ((left, right), (right, left)):
        links = _links(Judgement(ruling="not the same person", left=pair[0], right=pair[1]), pages=(text,))
        persons = [e for e in links.entities.values() if e.kind == "person"]
        assert sorted(len(e.mentions) for e in persons) == [1, 1]
        assert links.ruled[0].status == "applied"
