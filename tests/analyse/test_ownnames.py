"""Words that may be the page's own name are found where names stand, with the signs that speak for them."""

from __future__ import annotations

import pytest
from invented_articles import BODY, knowledge, read

from takhrij import pipeline
from takhrij.analyse import ownnames
from takhrij.text import fold

HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


def signs(text: str, name: str, *addresses: str) -> tuple[str, ...]:
    found = ownnames.find(text, fold(text), (), knowledge(), ("", *addresses))
    return next((c.signs for c in found if text[c.start : c.end] == name), ())


def outlet(*lines: str, url: str = "") -> str:
    return str(read("\n\n".join([*lines]), url)[0][0].outlet)


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        (f"{HEADLINE} | مرسى البحر 21 / 3 / 2019 قال", "مرسى البحر", "behind the headline, open"),
        (f"{HEADLINE} | مرسى البحر\nقال", "مرسى البحر", "before a bar"),
        (f"{HEADLINE} - مرسى البحر 2019 قال", "مرسى البحر", "before a date"),
        (f"{HEADLINE} - مرسى البحر إلى القارئ", "مرسى البحر", "before a particle"),
        (f"{HEADLINE} قال\nجميع الحقوق محفوظة لموقع مرسى البحر 2019", "مرسى البحر", "behind a copyright, closed"),
        (f"{HEADLINE} قال\nتابعوا صحيفة مرسى البحر", "مرسى البحر", "behind a carrier in the head, closed"),
        (f"مرسى البحر | {HEADLINE} قال\nموقع مرسى البحر", "مرسى البحر", "3 kinds of places"),
        (f"{HEADLINE} - مرسى البحر القائمة {HEADLINE} قال", "مرسى البحر", "behind the whole headline, closed"),
        (f"مرسى البحر | {HEADLINE} 2019 {HEADLINE} قال", "مرسى البحر", "before the whole headline, before a bar"),
        (f"{HEADLINE} قال مراسل مرسى البحر في المرفأ", "مرسى البحر", "behind its reporter, closed"),
        (f"{HEADLINE} وأكد الصياد في تصريح لمرسى البحر، أن", "مرسى البحر", "behind an interview, closed"),
        (f'{HEADLINE} وأكد الصياد ل "مرسى البحر" أن', "مرسى البحر", "told to it in quotes, closed"),
        (f"{HEADLINE} وأكد الصياد لسمكاوي، أن", "سمكاوي", "told to it before a comma, closed"),
        ("الصياد : السوق كبير . قال", "الصياد", "nowhere but before a colon or stop"),
    ],
)
def test_where_a_name_stands_and_what_ends_it_are_signs(text: str, name: str, sign: str) -> None:
    assert sign in signs(text, name)


def test_a_dateline_glued_behind_other_words_is_a_place_of_names() -> None:
    text = f"{HEADLINE} بيروت - مرسى البحر - قال"
    found = ownnames.find(text, fold(text), (), pipeline.knowledge_of(()), ("",))
    told = next(c.signs for c in found if text[c.start : c.end] == "مرسى البحر")
    assert "behind a town and a sign, closed" in told


def test_the_preposition_of_a_copyright_is_no_letter_of_the_name() -> None:
    text = f"{HEADLINE} قال\nجميع الحقوق محفوظة للمرسى 2019"
    found = [c for c in ownnames.find(text, fold(text), (), knowledge(), ("",)) if c.restored]
    assert [(c.words, c.restored + text[c.start : c.end]) for c in found][:1] == [(("المرسي",), "المرسى")]


def test_the_same_words_in_a_repeated_headline_are_no_second_place() -> None:
    text = "المرفأ : أسعار اليوم في السوق المرفأ : أسعار اليوم في السوق قال الصياد"
    assert "again with the same words behind" in signs(text, "المرفأ")


def test_an_address_in_latin_letters_speaks_for_its_name() -> None:
    text = f"{HEADLINE} | مرسى البحر 21 / 3 / 2019 قال"
    assert "its letters in an address" in signs(text, "مرسى البحر", "marsaalbahr.example")
    assert "its letters in an address" not in signs(text, "مرسى البحر", "madar.example")


def test_a_page_without_words_has_no_candidates() -> None:
    assert list(ownnames.find(" \n", fold(" \n"), (), knowledge(), ("",))) == []


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ((f"{HEADLINE} - مرسى البحر 2019", *BODY, "جميع الحقوق محفوظة لموقع مرسى البحر 2019"), "مرسى البحر"),
        ((f"{HEADLINE} - وكالة مرسى", *BODY, "تابعوا وكالة مرسى"), "مرسى"),
        ((HEADLINE, *BODY), ""),
        ((f"الوزير : {HEADLINE}", f"الوزير : {HEADLINE}", *BODY), ""),
    ],
)
def test_an_unknown_name_is_told_where_enough_speaks_for_it(lines: tuple[str, ...], name: str) -> None:
    assert outlet(*lines) == name


def test_an_unknown_address_tells_which_of_the_words_is_the_name() -> None:
    lines = (f"{HEADLINE} | مرسى البحر أخبار الصيد", *BODY)
    assert outlet(*lines, url="https://www.marsaalbahr.example/2019/3/1") == "مرسى البحر"


def test_a_name_in_running_text_alone_is_nobodys_own() -> None:
    text = (f"زار الوفد مركز الواحة الخضراء. {BODY[0]}", *BODY[1:], "وشكر الوفد مركز الواحة الخضراء على الضيافة.")
    told = ownnames.find("\n".join(text), fold("\n".join(text)), [(0, 900)], knowledge(), ("",))
    assert all("in running text alone" in c.signs for c in told if c.words[0] == "الواحه")
    assert outlet(HEADLINE, *text) == ""


def test_what_an_outlet_is_is_no_name_of_one() -> None:
    assert outlet(f"{HEADLINE} | الموقع الرسمي لبلدية المرفأ القائمة {HEADLINE}", *BODY) != "الموقع"


def test_the_headline_is_no_name() -> None:
    headline = "دائرة الأسماك في المرفأ"
    assert outlet(f"{headline} | بلدية الميناء القائمة {headline}", headline, *BODY) != headline
