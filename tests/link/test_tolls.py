"""Tolls of one happening that differ are a conflict; a series, another place and a rounded number are none."""

from __future__ import annotations

from typing import Any

import pytest
from invented_tellings import day, happened, linked, page
from invented_tellings import found as place
from msgspec.structs import replace

from takhrij.link import claims, conflicts, copies, order, run, tolls
from takhrij.records import (
    Analysis,
    Conflict,
    Happening,
    Hop,
    Reading,
    Span,
    Statement,
    TimeExpression,
    Toll,
    identify,
)

TEXT = "أوقع القصف الليلي على باب النخيل قرب أرصفة الفنار {} قتيلا"


OTHER = "قال مسعفون إن {} من سكان باب النخيل قضوا تحت ركام بيوتهم عند الأرصفة"


def toll(name: str, published: str, value: int, text: str = TEXT, **more: Any) -> Analysis:
    text = OTHER if text is TEXT and name == "b" else text
    told = page(name, text.format(value) + f" كما روت صحيفة {name}", "دار " + name, published)
    told = happened(told, text.format(value), "ASSAULT", "heavy weapons")
    span = place(told, str(value))
    fields: dict[str, Any] = {
        "sites": ("باب نخيل",),
        "terms": ("رصفه", "فنار", "قصف"),
        "near": ("باب", "رصفه", "فنار", "قصف", "نخيل"),
        **more,
    }
    number = Toll(
        id=identify("toll", span),
        article=told.articles[0].id,
        span=span,
        sentence=told.sentences[0].span,
        value=value,
        of="killed",
        **fields,
    )
    return replace(told, tolls=(number,))


def others(count: int) -> list[Analysis]:
    """Return tolls of other places, without which nothing tells what is rare."""
    words = "غارة على سوق الحدادين {} في الجبال أوقعت قتلى"
    return [
        toll(f"x{i}", "2024-05-04", 100 + i, words, sites=(f"سوق{i}",), terms=(f"جبل{i}",), near=())
        for i in range(count)
    ]


def found(*analyses: Analysis) -> tuple[Conflict, ...]:
    everything = (*analyses, *others(40))
    links = linked(*everything)
    for stage in (copies, order, claims, conflicts, tolls):
        links = run(stage, everything, links)
    return tuple(c for c in links.conflicts if c.why[0].rule == "conflicts/toll")


def test_two_numbers_of_one_place_and_day_are_a_conflict_with_both_places() -> None:
    a, b = toll("a", "2024-05-04", 43), toll("b", "2024-05-04", 60)
    (conflict,) = found(a, b)
    assert conflict.about == "number"
    assert set(conflict.spans) == {a.tolls[0].span, b.tolls[0].span}
    assert "43 and 60 killed" in conflict.why[0].note
    assert "باب نخيل" in conflict.why[0].note


@pytest.mark.parametrize(
    ("published", "value", "more"),
    [
        ("2024-05-05", 60, {}),
        ("2024-05-04", 43, {}),
        ("2024-05-04", 45, {"mod": "about"}),
        ("2024-05-04", 600, {}),
        ("2024-05-04", 60, {"course": "rises"}),
        ("2024-05-04", 60, {"side": "fighters"}),
        ("2024-05-20", 30, {}),
        ("2024-05-04", 60, {"sites": ("سوق الحدادين",)}),
    ],
)
def test_a_series_a_rounded_number_others_or_another_day_or_place_is_none(
    published: str, value: int, more: dict[str, Any]
) -> None:
    assert found(toll("a", "2024-05-04", 43), toll("b", published, value, **more)) == ()


def test_a_toll_that_falls_from_day_to_day_is_a_conflict() -> None:
    assert len(found(toll("a", "2024-05-04", 60), toll("b", "2024-05-05", 43))) == 1


def test_of_two_numbers_of_an_article_the_one_that_agrees_is_compared() -> None:
    """Whoever tells 43 of the shelling, and 60 of something else beside it, contradicts nobody."""
    a, b = toll("a", "2024-05-04", 43), toll("b", "2024-05-04", 43)
    other = replace(
        b.tolls[0], id="b/toll/other", value=60, span=Span(page="b", start=0, end=4), terms=("رصفه",), near=("رصفه",)
    )
    assert found(a, replace(b, tolls=(*b.tolls, other))) == ()


def test_a_number_that_is_said_carries_its_speaker() -> None:
    a = toll("a", "2024-05-04", 43)
    span = a.sentences[0].span
    said = Statement(
        id="a/statement/0-1",
        article=a.articles[0].id,
        content=span,
        cue=span,
        act="say",
        hops=(Hop(name="سالم هاني", via="said", kind="person"),),
    )
    a = replace(a, statements=(said,), tolls=(replace(a.tolls[0], statement=said.id),))
    (conflict,) = found(a, toll("b", "2024-05-04", 60))
    assert "43 by سالم هاني" in conflict.why[0].note


@pytest.mark.parametrize(
    ("towns", "conflicts_found"), [(("LB", "فنار"), 1), (("LB",), 1), (("صخر",), 0), (("EG", "فنار"), 0)]
)
def test_a_town_told_with_its_state_or_without_is_one_place(towns: tuple[str, ...], conflicts_found: int) -> None:
    a = toll("a", "2024-05-04", 43, towns=("LB", "فنار") if "EG" in towns else ("فنار",))
    assert len(found(a, toll("b", "2024-05-04", 60, towns=towns))) == conflicts_found


def dated(analysis: Analysis, iso: str) -> Analysis:
    span = Span(page=analysis.page, start=0, end=4)
    time = TimeExpression(
        id=identify("time", span), span=span, type="DATE", readings=(Reading(value=iso, when=day(iso)),)
    )
    return replace(analysis, times=(time,), tolls=tuple(replace(n, time=time.id) for n in analysis.tolls))


def test_a_town_and_the_day_need_words_that_both_tell() -> None:
    named: dict[str, Any] = {"sites": (), "towns": ("نخيل",)}
    a, b = (toll(name, "2024-05-04", value, **named) for name, value in (("a", 43), ("b", 60)))
    one, other = dated(a, "2024-05-03"), dated(b, "2024-05-03")
    assert len(found(one, other)) == 1
    assert found(one, b) == ()
    assert found(one, replace(other, tolls=(replace(other.tolls[0], terms=("رصفه",)),))) == ()


def test_what_the_time_line_has_as_one_happening_has_one_toll() -> None:
    """Whatever their places are called: the happening was found by them."""
    a = toll("a", "2024-05-04", 43, sites=("باب نخيل",), terms=(), near=("باب",))
    b = toll("b", "2024-05-04", 60, sites=("بوابه نخيل",), terms=(), near=("بوابه",))
    everything = (a, b, *others(40))
    links = linked(*everything)
    for stage in (copies, order, claims):
        links = run(stage, everything, links)
    own = tuple(claim.id for claim in links.claims if claim.events and claim.events[0].startswith(("a/", "b/")))
    assert run(tolls, everything, links).conflicts == ()
    one = replace(links, happenings=(Happening(claims=own, why=()),))
    (conflict,) = run(tolls, everything, one).conflicts
    assert conflict.why[0].note == "43 and 60 killed; told of one happening"


def test_an_undated_pile_tells_nothing() -> None:
    assert found(toll("a", "", 43), toll("b", "", 60)) == ()
    assert day("2024-05-04").grain == "day"
