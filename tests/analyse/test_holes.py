"""Where a page lost a name, that is marked, and nobody else gets the words."""

import pytest
from invented_articles import BODY, knowledge, page

from takhrij import lang, world
from takhrij.analyse import analyse, holes
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, Hole, Span
from takhrij.text import fold

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"


def _holes(text: str) -> tuple[Hole, ...]:
    span = Span(page="p", start=0, end=len(text))
    block = Block(span=span, kind="body", article="p/article/0")
    sofar = Analysis(page="p", language="ar", blocks=(block,), articles=(Article(id="p/article/0", span=span),))
    return holes.find(page(text), fold(text), sofar, knowledge())


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("صرح الناطق باسم الوزارة، ، للصحفيين في ميرسان", "two commas"),
        ('قال لوكالة أنباء " " الرسمية إن الجسر سيفتح', "empty marks"),
        ("قال لصحيفة «» المحلية إن الجسر سيفتح", "empty marks"),
        ("قال لصحيفة “ ” المحلية إن الجسر سيفتح", "empty marks"),
        ("وأيدت القرار بلديات و و وميرسان", "a conjunction alone"),
    ],
)
def test_a_hole_is_marked_with_what_shows_it(text: str, rule: str) -> None:
    (hole,) = _holes(text)
    assert hole.why[0].rule == rule
    assert hole.why[0].rests_on == (hole.span,)


@pytest.mark.parametrize(
    "text",
    [
        'قال الوزير "نعم" "بلا شك" في كلمته',
        "الكلمات: جسر، نهر، شاحنات",
        "قال الوزير، الذي زار ميرسان، إن الجسر سيفتح",
        "وسوم , , , , , جسر",
    ],
)
def test_quotations_in_a_row_and_lists_are_no_holes(text: str) -> None:
    assert _holes(text) == ()


def _speakers(sentence: str) -> list[str]:
    analysis = analyse(page("\n".join([TITLE, *BODY, sentence])), Knowledge(lang.load(), world.load()))
    begin = len("\n".join([TITLE, *BODY])) + 1
    return [s.speaker.name for s in analysis.statements if s.content.start >= begin]


@pytest.mark.parametrize(
    "sentence",
    [
        'قال " " إن سيرغي لافروف سيزور ميرسان يوم الأحد المقبل على رأس وفد كبير.',
        "وأكد ، ، سيرغي لافروف أن بلاده ستفتح المعابر أمام المساعدات يوم الأحد المقبل.",
        'وقال المتحدث باسم " " ديمتري بيسكوف إن بلاده ستفتح المعابر أمام المساعدات يوم الأحد.',
    ],
)
def test_the_words_behind_a_hole_are_nobodys_and_not_the_next_names(sentence: str) -> None:
    assert _speakers(sentence) == [""]


def test_an_office_before_a_hole_keeps_its_words() -> None:
    sentence = "صرح وزير الخارجية الروسي ، ، للصحفيين بأن الرئيس فلاديمير بوتين لم يتلق أي طلب من دمشق حتى الآن."
    assert _speakers(sentence) == ["وزير الخارجية الروسي"]
    sentence = 'وقال الرئيس " " لسيرغي لافروف إن بلاده ستفتح المعابر أمام المساعدات.'
    assert _speakers(sentence) == ["الرئيس"]


def test_words_on_both_sides_of_a_hole_are_no_name() -> None:
    text = "\n".join([TITLE, *BODY, 'وقال الوزير لوكالة أنباء " " الرسمية إن بلاده ستفتح المعابر يوم الأحد المقبل.'])
    analysis = analyse(page(text), Knowledge(lang.load(), world.load()))
    assert not [m for m in analysis.mentions if '" "' in text[m.span.start : m.span.end]]


def test_holes_of_furniture_are_left_alone() -> None:
    text = "\n".join([TITLE, *BODY, 'جميع الحقوق محفوظة لموقع " " 2024'])
    assert analyse(page(text), Knowledge(lang.load(), world.load())).holes == ()


def test_a_carrier_without_its_name_is_unnamed() -> None:
    sentence = 'نقلت وكالة أنباء " " عن سيرغي لافروف قوله إن بلاده ستفتح المعابر أمام المساعدات.'
    analysis = analyse(page("\n".join([TITLE, *BODY, sentence])), Knowledge(lang.load(), world.load()))
    carriers = [h for s in analysis.statements for h in s.hops if h.via == "carried"]
    assert [h.kind for h in carriers] == ["unnamed"]
