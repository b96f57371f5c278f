"""Towns in no list are found by the noun before them, then also without it; adjectives and verbs are no towns."""

import pytest

from takhrij import lang, world
from takhrij.analyse import mentions
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Block, Page, Span
from takhrij.text import fold

KNOWLEDGE = Knowledge(lang.load(), world.load())


def _places(text: str) -> list[tuple[str, str, str]]:
    block = Block(span=Span(page="p", start=0, end=len(text)), kind="body", article="p/article/0")
    page = Page(id="p", text=text, sources=("test",), raw_sha256="")
    found = mentions.find(page, fold(text), Analysis(page="p", language="ar", blocks=(block,)), KNOWLEDGE)
    return [(text[m.span.start : m.span.end], m.name, m.state) for m in found if m.kind == "place"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("انسحب المسلحون من بلدة كفرشنبور ليلا.", ("بلدة كفرشنبور", "كفرشنبور", "")),
        ("وقع الانفجار في بلدة زرنكلي التركية.", ("بلدة زرنكلي", "زرنكلي", "TR")),
        ("عاد الأهالي إلى قرية تل الزرنوق أمس.", ("قرية تل الزرنوق", "تل الزرنوق", "")),
        ("أحرق مجهولون مدرسة في بلدة خان بني طرفوق.", ("بلدة خان بني طرفوق", "خان بني طرفوق", "")),
        ("خرج القطار من مدينة سان برتوليز.", ("مدينة سان برتوليز", "سان برتوليز", "")),
        ("دخلت القوات بلدة كرنو سبلو فجرا.", ("بلدة كرنو سبلو", "كرنو سبلو", "")),
        ("قتل راع في قرية الزرنوقة مساء.", ("قرية الزرنوقة", "الزرنوقة", "")),
    ],
)
def test_a_town_in_no_list_is_known_by_its_noun(text: str, place: tuple[str, str, str]) -> None:
    assert _places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "عاش سنوات في قرية صغيرة قرب النهر.",
        "وقع الانفجار في بلدة حدودية قريبة من المعبر.",
        "اتجهوا إلى مدينة تقع على الساحل.",
        "عاد السكان إلى القرية بعد الهدنة.",
        "دخلت القافلة البلدة بشكل مفاجئ.",
    ],
)
def test_a_town_that_is_only_described_has_no_name(text: str) -> None:
    assert _places(text) == []


def test_a_town_of_the_page_is_found_without_its_noun_where_a_place_is_told() -> None:
    text = "انسحب المسلحون من بلدة كفرشنبور ليلا. وفي كفرشنبور فتحت المدارس، وأصيب طفل بكفرشنبور. وقال كفرشنبور."
    assert [words for words, _, _ in _places(text)] == ["بلدة كفرشنبور", "كفرشنبور", "كفرشنبور"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("العمل يحتاج دوما إلى صبر.", []),
        ("قصفت الطائرات دوما أمس، وعاد سكان إلى دوما اليوم.", ["دوما", "دوما"]),
        ("قصفت الطائرات سقبا ودوما أمس.", ["سقبا", "دوما"]),
        ("بعد أن سرت أنباء عن الهدنة.", []),
        ("هذه العقبة الرئيسية أمام الوفد.", []),
        ("غرق المركب شرق المتوسط.", ["المتوسط"]),
        ("قدموا درعاً تذكارية للضيف.", []),
        ("افتتح فروعا في الرياض وجدة أمس.", ["الرياض", "جدة"]),
    ],
)
def test_a_word_that_is_ordinary_too_is_a_town_where_the_page_shows_it(text: str, places: list[str]) -> None:
    assert [words for words, _, _ in _places(text)] == places
