"""The headline that a page's address spells is cut out of the line that it is glued into, and told from others."""

import pytest
from invented_articles import BODY, knowledge, page
from msgspec.structs import replace

from takhrij.analyse.blocks import addresses, find, lines
from takhrij.analyse.blocks.addresses import Spelled
from takhrij.records import Analysis
from takhrij.text import fold

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"
ADDRESS = "https://saheel.example/news/77/" + TITLE.replace(" ", "-")


def _parts(text: str, address: str = ADDRESS) -> list[str]:
    found = replace(page(text), url=address)
    return [text[line.start : line.end] for line in lines.cut(found, fold(text), knowledge())]


def test_a_headline_glued_to_a_menu_and_to_its_story_is_cut_out() -> None:
    text = f"دروس البحر لغة الموج {TITLE} بعد عامين من البناء {BODY[0]}"
    assert _parts(text)[:2] == ["دروس البحر لغة الموج", TITLE]
    assert _parts(text, "https://saheel.example/news/77") != _parts(text)


def test_a_short_line_keeps_its_headline_apart_from_the_agency_behind_it() -> None:
    text = "\n".join([f"القائمة > > {TITLE} ميرسان - وكالات", *BODY])
    assert _parts(text)[:3] == ["القائمة", TITLE, "ميرسان - وكالات"]


def test_a_line_that_the_address_spells_is_the_title_also_under_a_heading_of_lists() -> None:
    text = "\n".join(["آخر الأخبار", TITLE, "ميرسان - وكالات", *BODY])
    found, folded = replace(page(text), url=ADDRESS), fold(text)
    blocks = find(found, folded, Analysis(page=found.id, language="ar"), knowledge())
    assert [text[b.span.start : b.span.end] for b in blocks if b.kind == "title"] == [TITLE]


def test_an_address_that_was_cut_off_tells_where_a_headline_begins_and_not_where_it_ends() -> None:
    text = "ميرسان تفتح الجسر الجديد للشاحنات الكبيرة"
    found = replace(page(text), url="https://saheel.example/" + text.rsplit(" ", 1)[0].replace(" ", "-"))
    assert addresses.find(found, fold(text)) == (Spelled(0, 5, False),)


@pytest.mark.parametrize("step", ["77", "news-of-the-day", "ميرسان-تفتح", "كلام-آخر-لا-تقوله-الصفحة"])
def test_other_addresses_tell_nothing(step: str) -> None:
    text = "\n".join([TITLE, *BODY])
    assert not addresses.find(replace(page(text), url=f"https://saheel.example/{step}"), fold(text))


def test_a_sentence_that_says_the_headline_again_stays_whole() -> None:
    again = f"وكتبت الصحيفة: في ميناء المدينة {TITLE}، كما قال الوزير إن العمل فيه انتهى قبل شهر كامل من موعده."
    assert again in _parts("\n".join([TITLE, *BODY, again]))


def test_the_way_to_a_page_is_no_part_of_its_headline() -> None:
    text = f"دروس البحر حجم الخط لغة الموج / أخبار {TITLE} بعد عامين من البناء {BODY[0]}"
    assert "لغة الموج / أخبار" in _parts(text, "")
