"""Behind a comment form stands another article only where a headline shares its words with enough text."""

import pytest
from invented_articles import BODY, OTHER, knowledge, page

from takhrij.analyse import blocks
from takhrij.text import fold

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"
MATCH = "منتخب الشواطئ يفوز على ضيفه بثلاثة أهداف"
FORM = ("اترك تعليقا", "الاسم", "البريد الإلكتروني")
READERS = (
    "الجسر يستحق كل هذا الانتظار يا جماعة والله كنا ننتظر أن تفتحوه أمام الناس من زمان وليس أمام الشاحنات فقط.",
    "أنا أسكن قرب النهر وأقول لكم إن السلامة أهم من أي شيء آخر ولن أمر من هناك قبل أن أسمع كلام المهندسين.",
)


def _states(*lines: str) -> dict[str, str]:
    text = "\n".join(lines)
    view = blocks.viewed(page(text), fold(text), knowledge()).view
    return {view.raw(i): state for i, state in enumerate(view.states)}


@pytest.mark.parametrize("form", [FORM[:1], FORM])
def test_another_article_behind_a_form_is_text(form: tuple[str, ...]) -> None:
    found = _states(TITLE, *BODY, *form, MATCH, *OTHER)
    assert {found[line] for line in (*BODY, *OTHER)} == {"body"}
    assert (found[MATCH], found["اترك تعليقا"]) == ("other", "comment")


def test_a_short_article_over_a_form_is_text_too() -> None:
    told = " ".join(BODY)
    found = _states(TITLE, told, *FORM[:1], MATCH, *OTHER)
    assert {found[line] for line in (told, *OTHER)} == {"body"}


@pytest.mark.parametrize("under", ["سامي القاسم", "كلام جميل جدا يا شباب", "السلامة أولا وأخيرا"])
def test_what_readers_write_is_none(under: str) -> None:
    found = _states(TITLE, *BODY, *FORM, under, *READERS)
    assert {found[line] for line in READERS} == {"comment"}
