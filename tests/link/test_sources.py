"""Whoever speaks for a claim is counted once, whatever pages call him."""

from __future__ import annotations

from invented_tellings import linked, page, said

from takhrij.link.sources import sources
from takhrij.link.tellings import Telling, tellings

WORDS = "إن العبارات تعود إلى المرافئ قبل الشتاء"


def told(speakers: list[tuple[str, str]]) -> list[Telling]:
    """Return one statement a page, each by a speaker of a kind."""
    analyses = [
        said(page(str(n), f"قال {name} {WORDS}"), WORDS, name, kind=kind) for n, (name, kind) in enumerate(speakers)
    ]
    links = linked(*analyses)
    return [telling for analysis in analyses for telling in tellings(analysis, links)]


def names(*speakers: tuple[str, str]) -> set[str]:
    return set(sources(told([*speakers]), ()))


def test_a_name_spelt_otherwise_is_no_second_source() -> None:
    assert len(names(("القيادة الأميركية", "organization"), ("القيادة الأمريكية", "organization"))) == 1
    assert len(names(("وسائل إعلام محلية", "unnamed"), ("وسائل اعلام محلية", "unnamed"))) == 1
    assert len(names(("الخبراء", "unnamed"), ("خبراء", "unnamed"))) == 1


def test_sources_without_a_name_are_one_where_one_says_no_more_than_the_other() -> None:
    assert len(names(("مسؤول", "unnamed"), ("مسؤول في الميناء", "unnamed"))) == 1
    assert len(names(("شهود", "unnamed"), ("مسؤول في الميناء", "unnamed"))) == 2


def test_two_bodies_of_which_one_has_a_longer_name_are_two() -> None:
    assert len(names(("حركة الموج", "organization"), ("حركة الموج الحر", "organization"))) == 2


def test_within_a_copied_passage_somebody_speaks_once_and_his_name_is_kept() -> None:
    office, person = told([("رئيس الاتحاد", "office"), ("سالم هاني", "person")])
    assert sources([office, person], [(office, person)]) == ("سالم هاني",)
    assert set(sources([office, person], ())) == {"سالم هاني", "رئيس الاتحاد"}


def test_two_named_speakers_of_a_copied_passage_are_two() -> None:
    one, other = told([("رامي فارس", "person"), ("سالم هاني", "person")])
    assert len(sources([one, other], [(one, other)])) == 2
