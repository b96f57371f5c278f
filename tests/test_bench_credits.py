"""The bench of outlets and credits counts a name by any of its forms, and only where the article has it."""

import json
from typing import Any

import pytest

from takhrij import lang, world
from takhrij.knowledge import Knowledge
from takhrij.records import Article, Hop, Span

bench = pytest.importorskip("bench.credits", reason="bench/ is on the path only with `python -m pytest`")
KNOWLEDGE = Knowledge(lang.load(), world.load())


def _article(outlet: str, *credits_: str) -> Article:
    hops = tuple(Hop(name=name, via="republished") for name in credits_)
    return Article(id="a", span=Span(page="p", start=0, end=9), outlet=outlet, credits=hops)


def _told(shown: tuple[Any, ...], article: Article) -> Any:
    return bench.compare("p", shown, [article], KNOWLEDGE)


def test_a_name_is_found_in_any_of_its_spellings() -> None:
    shown = (bench.Shown(1, "outlet", ("نوافذ التل",)), bench.Shown(1, "agency", ("وكالة رويترز",)))
    told = _told(shown, _article("نوافذ  التل", "رويترز"))
    assert ([found for _, found in told.shown], told.wrong) == ([True, True], ())


def test_another_outlet_than_the_page_s_own_is_wrong() -> None:
    told = _told((bench.Shown(1, "outlet", ("نوافذ التل",)),), _article("صدى الميناء"))
    assert ([found for _, found in told.shown], told.wrong) == ([False], ("صدى الميناء",))


def test_a_byline_without_a_name_is_not_counted() -> None:
    assert _told((bench.Shown(1, "desk", ("فريق التحرير",)),), _article("")).shown == ()


def test_judged_rows_hold_names_and_places_but_no_sentences() -> None:
    rows = [json.loads(line) for line in bench.JUDGED.read_text(encoding="utf-8").splitlines()]
    names = [name for row in rows for item in row["items"] for name in item["names"]]
    assert rows
    assert all(len(name.split()) <= 6 for name in names)


def test_what_the_address_says_is_not_told_wrongly() -> None:
    shown = (bench.Shown(1, "outlet", ("نوافذ التل",)),)
    found = [_article("nawafez.example")]
    assert bench.compare("p", shown, found, KNOWLEDGE, "https://www.nawafez.example/1").wrong == ()


def test_the_outlet_told_agrees_with_the_address_or_not_or_is_none() -> None:
    reuters = next(o for o in KNOWLEDGE.world.outlets if o.name == "رويترز")
    answers = [bench._agrees(found, reuters, KNOWLEDGE) for found in ([_article("وكالة رويترز")], [_article("سانا")])]
    assert answers == ["own", "another"]
    assert bench._agrees([_article("")], reuters, KNOWLEDGE) == "none"
    assert bench._agrees([], reuters, KNOWLEDGE) is None


def test_the_second_list_holds_names_and_places_of_pages_that_no_other_list_has() -> None:
    mine = pytest.importorskip("bench.shown")
    rows = [json.loads(line) for line in mine.JUDGED.read_text(encoding="utf-8").splitlines()]
    others = {json.loads(line)["page"] for line in bench.JUDGED.read_text(encoding="utf-8").splitlines()}
    assert {row["half"] for row in rows} == set(mine.HALVES)
    assert others.isdisjoint(row["page"] for row in rows)
    assert all(len(name.split()) <= 7 for row in rows for item in row["items"] for name in item["names"])
