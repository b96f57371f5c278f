"""Outlets are known by name, spelling and address; an ordinary word is no name by itself."""

import pytest
from invented_articles import BODY, knowledge, read
from msgspec.structs import replace

from takhrij import lang, world
from takhrij.analyse import outlets, outletsigns
from takhrij.knowledge import Knowledge
from takhrij.records import Mark, Page
from takhrij.text import fold

BASE = Knowledge(lang.load(), world.load())


def _known(text: str, *, common: bool = False) -> list[str]:
    return [hit.entry.name for hit in outlets.known(fold(text), knowledge(), 0, len(text), common=common)]


def test_a_spelling_gives_the_world_s_name() -> None:
    assert _known("نقلت Reuters عن وكالة رويترز") == ["رويترز", "رويترز"]


def test_an_ordinary_word_needs_a_word_like_paper_before_it() -> None:
    assert _known("عادت الحياة إلى المدينة") == []
    assert _known("قالت جريدة الحياة") == ["الحياة"]
    assert _known("الحياة", common=True) == ["الحياة"]


def test_to_the_before_an_ordinary_word_is_no_more_a_name_than_the_word() -> None:
    assert _known("عادت السفن للحياة في المدينة") == []
    assert _known("عادت السفن وللحياة ثمن") == []


def test_a_longer_name_behind_a_word_like_paper_is_preferred() -> None:
    text = "عن صحيفة البينة الجديدة أمس"
    hits = list(outlets.known(fold(text), BASE, 0, len(text)))
    assert [hit.entry.name for hit in hits] == ["البينة الجديدة"]


@pytest.mark.parametrize(
    ("url", "host", "name"),
    [
        ("https://www.madar.example/2024/1", "madar.example", "مدار الساحل"),
        ("news.madar.example", "news.madar.example", "مدار الساحل"),
        ("https://m.nobody.example:8080/x", "nobody.example", None),
        ("", "", None),
    ],
)
def test_an_address_is_known_by_its_domain_or_its_parent(url: str, host: str, name: str | None) -> None:
    found = outlets.by_address(url, knowledge())
    assert (found[0], found[1] and found[1].name) == (host, name)


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("بلومبرج", "بلومبيرغ"),
        ("أ ف ب", "فرانس برس"),
        ("أ.ف.ب", "فرانس برس"),
        ("إكسيوس", "أكسيوس"),
        ("سي ان ان", "سي إن إن بالعربية"),
    ],
)
def test_the_base_world_knows_the_spellings_that_pages_use(spelling: str, name: str) -> None:
    found = outlets.named(spelling, BASE)
    assert found is not None
    assert found.name == name


def test_the_base_world_names_every_outlet_once_and_no_domain_twice_in_a_row() -> None:
    rows = BASE.world.outlets
    assert len({row.name for row in rows}) == len(rows) >= 250
    assert not [row.name for row in rows if len(set(row.domains)) != len(row.domains)]
    assert not [row.name for row in rows if not set(row.common) <= {row.name, *row.spellings}]


@pytest.mark.parametrize(
    ("signs", "refused"),
    [
        (("known, an ordinary word", "known, always the same word behind"), True),
        (("known, an ordinary word",), False),
        (("known, always the same word behind",), False),
    ],
)
def test_an_ordinary_word_that_one_word_always_follows_is_half_of_another_name(
    signs: tuple[str, ...], refused: bool
) -> None:
    claim = outlets.Claim("البديل", known=True, span=None)
    claim.signs.update(dict.fromkeys(signs, 1.0))
    assert outlets.is_refused(claim) is refused


@pytest.mark.parametrize(
    ("signs", "refused"),
    [
        (["behind a town and a sign, closed", "often in mid-page"], True),
        (["behind the headline, open", "in running text alone", "a last word of outlets"], True),
        (["first words, before a bar", "one definite word", "1 kinds of places"], True),
        (["behind the headline, open", "in running text alone", "at both ends"], False),
        (["behind a copyright, closed", "often in mid-page"], False),
        (["rule: after the headline", "one definite word", "1 kinds of places"], False),
        (["first words, before a bar", "one definite word", "2 kinds of places"], False),
    ],
)
def test_an_unknown_name_that_the_story_has_must_stand_in_a_place_of_the_site_s_own(
    signs: list[str], refused: bool
) -> None:
    claim = outlets.Claim("المنارة", known=False, span=None)
    claim.signs.update(dict.fromkeys(signs, 1.0))
    assert outlets.is_refused(claim) is refused


def test_a_site_name_in_latin_letters_at_a_known_address_is_its_owner() -> None:
    marks = (Mark(kind="site", value="okaz", start=0, end=0),)
    page = Page(id="p", text="", sources=(), raw_sha256="", url="http://www.okaz.com.sa/news/1", marks=marks)
    assert next(outletsigns.markup(page, BASE)).name == "عكاظ"
    assert next(outletsigns.markup(replace(page, url="http://news.example.org/1"), BASE)).name == "okaz"


def _owner(*lines: str, known: Knowledge = BASE) -> str:
    found = read("\n\n".join(lines), known=known)[0]
    return found[0].outlet


HEADLINE = "افتتاح سوق السمك الجديد في المرفأ"


def test_a_name_behind_a_copyright_and_its_year_at_the_page_s_end_is_the_page_s() -> None:
    assert (
        _owner(HEADLINE, *BODY, "آخر الأخبار مواد ذات علاقة جميع الحقوق محفوظة 2017 مؤسسة ميرسان للإعلام")
        == "مؤسسة ميرسان للإعلام"
    )


def test_a_name_in_latin_letters_does_not_end_at_an_apostrophe() -> None:
    assert _known("Sana ' a Center For Studies") == []
    text = "Sana ' a Center"
    assert [hit.entry.name for hit in outlets.known(fold(text), BASE, 0, len(text))] == []
    assert [hit.entry.name for hit in outlets.known(fold("Sana"), BASE, 0, 4)] == ["سانا"]


def test_a_name_in_quotation_marks_and_a_colon_begin_the_headline_of_another_s_report() -> None:
    headline = '" نيويورك تايمز " : سوق السمك الجديد في المرفأ'
    assert _owner(f"العربي - {headline} مرصد الأسواق", headline, *BODY) != "نيويورك تايمز"


def test_the_publisher_s_name_is_the_paper_s() -> None:
    found = outlets.named("مؤسسة اليمامة الصحفية", BASE)
    assert found is not None
    assert found.name == "الرياض"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("صحيفة اليوم", "اليوم"),
        ("موقع قناة المنار", "المنار"),
        ("موقع المنار", "المنار"),
        ("قناة اليوم السابع", None),
        ("مركز القدس", None),
    ],
)
def test_words_like_paper_and_site_before_a_name_lead_to_the_outlet_of_their_kind(
    words: str, name: str | None
) -> None:
    found = outlets.named(words, BASE)
    assert (found and found.name) == name


def test_an_unknown_name_that_a_known_one_begins_with_is_the_known_one() -> None:
    lines = (HEADLINE, f"بغداد - موازين نيوز {BODY[0]}", *BODY[1:], "جميع الحقوق محفوظة لموقع موازين 2018")
    assert _owner(*lines) == "موازين نيوز"


def test_a_date_behind_the_page_s_own_words_is_no_outlet() -> None:
    own = "الجزيرة . نت على مواقع التواصل الاجتماعي . . . حجم الخط 2005 / 10 / 24 الساعة 10 : 19"
    assert _owner(f"{HEADLINE} {own} {HEADLINE} {BODY[0]}", *BODY[1:]) == "الجزيرة"


def test_where_readers_log_in_is_the_page_s_own() -> None:
    assert _owner(HEADLINE, *BODY, "User login قم بتسجيل الدخول على البوابة حتى تستطيع التعليق") == "البوابة"


def test_what_a_text_is_and_a_day_are_no_outlets() -> None:
    assert _owner(f"{HEADLINE} (تحليل)", f"تحليل - {HEADLINE} (تحليل)", *BODY, f"{HEADLINE} (تحليل)") == ""
    assert _owner(f"اليوم : 9 ديسمبر , 2005 | | {BODY[0]}", *BODY[1:]) == ""


def test_a_blog_stands_before_its_archive() -> None:
    assert _owner(f'دفاتر بحرية " Blog Archive " {HEADLINE} {HEADLINE} 9 / 3 / 2005', *BODY) == "دفاتر بحرية"


def test_a_spaced_hyphen_is_a_part_of_an_address_or_a_dash() -> None:
    assert _owner(HEADLINE, *BODY, "Copyright makkah - now . com - All rights reserved") == "مكة الآن"
    assert _owner(HEADLINE, *BODY, "Home - kassioun . org") == "جريدة قاسيون"
