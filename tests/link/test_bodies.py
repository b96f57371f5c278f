"""Which organisations and places of several pages are one: what every state has, longer forms and spellings."""

import pytest

from takhrij import lang, world
from takhrij.analyse import mentions
from takhrij.knowledge import Knowledge
from takhrij.link import entities, run
from takhrij.records import Analysis, Block, Entity, Links, Page, Span
from takhrij.text import fold

KNOWLEDGE = Knowledge(lang.load(), world.load())


def _page(id_: str, text: str) -> Analysis:
    block = Block(span=Span(page=id_, start=0, end=len(text)), kind="body", article=f"{id_}/article/0")
    analysis = Analysis(page=id_, language="ar", blocks=(block,))
    page = Page(id=id_, text=text, sources=("test",), raw_sha256="")
    found = mentions.find(page, fold(text), analysis, KNOWLEDGE)
    return Analysis(page=id_, language="ar", blocks=(block,), mentions=found)


def _entities(*texts: str, kind: str = "organization") -> list[Entity]:
    links = run(entities, [_page(f"p{n}", text) for n, text in enumerate(texts)], Links())
    return [e for e in links.entities.values() if e.kind == kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("انسحبت قوات البيشمركة من البلدة.", "عادت البيشمركة إلى البلدة."),
        ("أعلنت قوات سوريا الدمقراطية هدنة.", "رفضت قوات سوريا الديمقراطية الهدنة."),
        ("قصفت قوات الحشد الشعبي العراقية القرية.", "نفى الحشد الشعبي ذلك."),
        ("أعلن فصيل لواء الفجر هدنة.", "رفض لواء الفجر الهدنة."),
        ("أغلقت السفارة الفرنسية أبوابها.", "فتحت سفارة فرنسا أبوابها."),
        ("اجتمع مجلس مدينة حلب المحلي أمس.", "نفى مجلس حلب المحلي ذلك."),
        ("أعلن جيش الاحتلال الإسرائيلي هدنة.", "أعلن الجيش الإسرائيلي هدنة."),
        ("أعلن تحالف هيئة تحرير الشام هدنة.", "أعلنت هيئة تحرير الشام هدنة."),
        ("اجتمعت حكومة إقليم كردستان أمس.", "نفت حكومة كردستان ذلك."),
        ("صوتت أمريكا. رفض مجلس النواب المشروع.", "رفض مجلس النواب الأمريكي المشروع."),
    ],
)
def test_longer_forms_and_spellings_of_a_body_are_one(one: str, other: str) -> None:
    assert len(_entities(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أعلن حزب العمال الكردستاني هدنة.", "أعلن حزب العمل هدنة."),
        ("أعلن الجيش السوري الحر هدنة.", "أعلن الجيش السوري هدنة."),
        ("قصفت القوات العراقية البلدة.", "قصفت القوات الأمنية العراقية البلدة."),
    ],
)
def test_other_bodies_of_nearly_the_name_are_two(one: str, other: str) -> None:
    assert len(_entities(one, other)) == 2
    assert len(_entities(f"{one}\n{other}")) == 2


def test_what_every_state_has_is_the_one_of_the_state_that_its_page_tells_of() -> None:
    russian = "قالت روسيا ذلك. أعلنت وزارة الدفاع هدنة."
    iraqi = "قال العراق ذلك. أعلنت وزارة الدفاع هدنة."
    assert len(_entities(russian, iraqi)) == 2
    assert len(_entities(russian, russian)) == 1
    assert len(_entities(russian, "أعلنت وزارة الدفاع الروسية هدنة.")) == 1
    assert len(_entities(iraqi, "أعلنت وزارة الدفاع الروسية هدنة.")) == 2


def test_a_body_is_of_the_state_that_both_pages_tell_of_though_one_names_another_more() -> None:
    page = "قصفت قوات النظام البلدة. وصل الوفد من {}."
    both = page.format("لبنان إلى سوريا ثم لبنان"), page.format("سوريا")
    assert len(_entities(*both)) == 1
    assert len(_entities(page.format("اليمن"), page.format("سوريا"))) == 2


def test_a_body_with_the_article_before_another_is_its_own() -> None:
    assert len(_entities("اتهم التحالف الحوثيين بذلك.", "نفى الحوثيون ذلك.")) == 2


def test_a_shorter_name_means_the_only_body_of_the_page_that_goes_on_from_it() -> None:
    long = "اجتمعت حكومة إقليم كردستان أمس."
    assert len(_entities(f"{long}\nقالت حكومة الإقليم ذلك.")) == 1
    two = "أعلن مركز الإعلام الأمني ذلك.\nونفى مركز الإعلام الحربي ذلك."
    assert len(_entities(f"{two}\nوقال مركز الإعلام ذلك.")) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عقدت جولة في أستانا.", "عقدت جولة في أستانة."),
        ("هبطت في مطار دمشق الدولي.", "هبطت في مطار دمشق."),
        ("هبطت في قاعدة حميميم الجوية.", "هبطت في قاعدة حميميم الروسية."),
        ("وصلوا إلى منطقة عفرين.", "وصلوا إلى عفرين."),
        ("وصلوا إلى منطقة الغوطة الشرقية.", "وصلوا إلى الغوطة."),
        ("قصفت قرية كفر زهران أمس.", "قصفت قرية كفرزهران أمس."),
    ],
)
def test_spellings_and_longer_forms_of_a_place_are_one(one: str, other: str) -> None:
    assert len(_entities(one, other, kind="place")) == 1


def test_halves_of_a_countryside_are_two_places() -> None:
    assert len(_entities("وصلوا إلى ريف حلب الشمالي.", "وصلوا إلى ريف حلب الغربي.", kind="place")) == 2
