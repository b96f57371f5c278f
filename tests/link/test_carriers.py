from __future__ import annotations

import pytest
from invented_tellings import linked, named, page, said

from takhrij.link.carriers import carriers
from takhrij.records import Analysis, Links

FIRST = "إن السفن ستعود إلى الميناء"
SECOND = "إن الصيادين سيأخذون تعويضا"
KNOWN = {"وكاله البحر": "وكالة البحر"}


def article(between: str = "ثم خرج.", second: str = "سالم هاني", *, credited: tuple[str, ...] = ()) -> Analysis:
    """Return an article in which the first statement names an agency and the second does not."""
    text = f"قال سالم هاني لوكالة البحر {FIRST}. {between} وأضاف {SECOND}."
    told = named(page("a", text, "مرايا", credited=credited), "سالم هاني")
    told = named(told, "رامي فارس")
    return said(said(told, FIRST, "سالم هاني", via="وكالة البحر"), SECOND, second)


def carried(analysis: Analysis, **known: object) -> list[str]:
    links: Links = linked(analysis, families=KNOWN, **known)
    return list(carriers(analysis, links).values())


def test_the_same_speakers_next_words_came_through_the_same_outlet() -> None:
    assert carried(article()) == ["وكالة البحر"]


@pytest.mark.parametrize(
    "other",
    [
        article(second="رامي فارس"),
        article(between="ثم خرج إلى الناس. " * 80),
        article(credited=("نداء",)),
    ],
    ids=["another speaker", "far behind", "an article that owns to somebody"],
)
def test_other_words_did_not(other: Analysis) -> None:
    assert carried(other) == []


@pytest.mark.parametrize(("by", "through"), [("المصدر", ["وكالة البحر"]), ("السكان", [])])
def test_the_source_is_whom_the_article_had_it_from_before(by: str, through: list[str]) -> None:
    told = page("a", f"ذكرت وكالة البحر {FIRST}. وأضاف {by} {SECOND}.", "مرايا")
    told = said(told, FIRST, "وكالة البحر", kind="outlet")
    assert carried(said(told, SECOND, by, kind="unnamed")) == through


def test_an_outlet_of_no_known_house_carries_nothing_else() -> None:
    assert list(carriers(article(), linked(article())).values()) == []
