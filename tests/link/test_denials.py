"""Within an article a denial is joined to what it denies, and to nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from invented_tellings import happened, linked, named, page, said

from takhrij.link import claims, conflicts, copies, order, run
from takhrij.records import Analysis

ACCUSED = "اتهمت ضفاف مرجان بتمويل قراصنة المضيق"
TOLD = "أن الحرس أحرق ثلاثة مراكب صيد قرب الجزيرة الصغيرة"
DENIED = "إحراق مراكب صيد قرب الجزيرة"
FAR = " وتحدث الصيادون عن الأسعار في السوق وعن الرياح التي تأخرت هذا العام كثيرا." * 20


def stances(*analyses: Analysis) -> list[str]:
    links = linked(*analyses)
    for stage in (copies, order, claims, conflicts):
        links = run(stage, analyses, links)
    return [conflict.why[0].note for conflict in links.conflicts if conflict.about == "stance"]


def accusation(between: str = "", words: str = "أن تكون قد دفعت شيئا لقراصنة", **who: str) -> Analysis:
    """A page on which one state accuses another, which denies it."""
    told = page("a", f"{ACCUSED} أمس.{between} ونفت مرجان {words}.", "مرايا")
    for state in ("ضفاف", "مرجان"):
        told = named(told, state, "state", state)
    told = happened(told, ACCUSED, "ACCUSE", actors=("ضفاف",), targets=(who.get("of", "مرجان"),))
    return said(told, words, "مرجان", "deny", kind="state")


def report(teller: str = "صياد", denier: str = "قائد الحرس", act: Any = "deny", told_as: str = TOLD) -> Analysis:
    """A page on which somebody tells something, and somebody denies it."""
    text = f"قال {teller} {told_as}. وتحدث {denier} عن {DENIED} الصغيرة."
    told = said(page("a", text, "مرايا"), told_as, teller)
    return said(told, DENIED, denier, act)


class TestADenial:
    def test_conflicts_with_the_accusation_of_who_denies(self) -> None:
        assert stances(accusation()) == ["accused, denied in the same article"]

    def test_is_not_of_an_accusation_far_above_nor_of_one_of_others_nor_of_another_thing(self) -> None:
        assert stances(accusation(FAR)) == []
        assert stances(accusation(of="ضفاف الأخرى")) == []
        assert stances(accusation(words="وجود أزمة في الخبز")) == []

    def test_conflicts_with_what_another_says_in_many_of_its_words(self) -> None:
        assert stances(report()) == ["say, denied in the same article"]

    @pytest.mark.parametrize(
        "other",
        [
            report(act="say"),
            report(teller="قائد الحرس"),
            report(told_as="أن السوق أغلق قرب الجزيرة"),
            report(told_as=f"كلاما عن {DENIED} وزاد"),
        ],
    )
    def test_is_none_of_ones_own_words_of_others_or_of_the_denial_told_twice(self, other: Analysis) -> None:
        assert stances(other) == []
