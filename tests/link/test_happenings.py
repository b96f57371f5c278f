"""One happening in the words of several papers is one entry of the time line, and says why; others stay apart."""

from __future__ import annotations

import pytest

from takhrij import contract, dossier, lang, world
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge
from takhrij.link import link
from takhrij.records import Mark, Page

KNOWLEDGE = Knowledge(lang.load(), world.load())
BLAST = "قتل 27 شخصا في انفجار هز بلدة كفرشنبور أمس الأربعاء."
OTHER = "شهدت البلاد الأربعاء هجوما انتحاريا أوقع 31 قتيلا ونحو 80 جريحا في بلدة كفرشنبور قرب النهر."
AGAIN = "أدان الوزير التفجير الذي وقع يوم الأربعاء في بلدة كفرشنبور."
ELSEWHERE = "قتل 12 شخصا في انفجار هز بلدة تلزرنوق أمس الأربعاء."
SHOTS = "فتح مسلحون النار الأربعاء على حاجز في بلدة كفرشنبور فجرحوا جنديين."
DAY_BEFORE = "قتل 27 شخصا في انفجار هز بلدة كفرشنبور أول من أمس الثلاثاء."


def _made(*bodies: str) -> contract.Dossier:
    pages = [
        Page(
            id=f"p{i}",
            text=f"خبر من صحيفة رقم {'أبجدهوز'[i]}\n\n{body} ولم تعلن جهة مسؤوليتها عن ذلك حتى ساعة متأخرة.\n",
            sources=(f"p{i}",),
            raw_sha256="",
            marks=(Mark(kind="published", value="2024-05-09"),),
        )
        for i, body in enumerate(bodies)
    ]
    analyses, links = link([analyse(page, KNOWLEDGE) for page in pages], KNOWLEDGE)
    return dossier.make(pages, analyses, links, [])


def _entries(made: contract.Dossier, kind: str = "ASSAULT") -> list[set[str]]:
    """Return the pages of each entry that tells of an attack, or an event of another class."""
    claims = {claim.id: claim for claim in made.claims}
    told = {event.id: event.page for event in made.events if event.type == kind}
    entries = [{told[e] for c in entry.claims for e in claims[c].events if e in told} for entry in made.timeline]
    return sorted(filter(None, entries), key=sorted)


@pytest.mark.parametrize(("left", "right"), [(BLAST, OTHER), (BLAST, AGAIN), (OTHER, AGAIN)])
def test_one_attack_in_other_words_is_one_entry(left: str, right: str) -> None:
    assert _entries(_made(left, right)) == [{"p0", "p1"}]


@pytest.mark.parametrize("other", [ELSEWHERE, SHOTS, DAY_BEFORE])
def test_another_place_way_or_day_is_another_entry(other: str) -> None:
    assert _entries(_made(BLAST, other)) == [{"p0"}, {"p1"}]


def test_an_entry_says_what_makes_it_one_happening_and_is_labelled_with_words_that_name_it() -> None:
    made = _made(OTHER, BLAST, AGAIN)
    entry = next(entry for entry in made.timeline if len(entry.claims) > 1)
    assert {why.rule for why in entry.why} == {"happenings/one"}
    assert "كفرشنبور" in entry.why[0].note
    assert "كفرشنبور" in entry.label


def test_the_attack_that_an_article_comes_back_to_is_told_once() -> None:
    made = _made(BLAST + " وقالت الشرطة إن الهجوم وقع ظهر الأربعاء.")
    assert _entries(made) == [{"p0"}]


def test_pages_of_one_happening_are_of_one_story() -> None:
    assert len(_made(BLAST, OTHER).stories) == 1


def test_a_meeting_of_two_is_one_whoever_else_is_named() -> None:
    left = "أجرى الوزير سامي الحلواني الأربعاء مباحثات مع الوزير نادر الشماع في المدينة."
    right = "زار الوزير سامي الحلواني أمس الأربعاء رئيس الوزراء كمال الزيات والوزير نادر الشماع."
    assert _entries(_made(left, right), "CONSULT") == [{"p0", "p1"}]
