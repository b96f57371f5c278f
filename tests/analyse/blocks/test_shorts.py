"""A headline over one paragraph that tells the same is an article; menus, lists and captions are none."""

import pytest
from invented_articles import kinds

TITLE = "بلدية ميرسان تنظم حفل الربيع السنوي في حديقة الميناء"
STORY = (
    "نظمت بلدية ميرسان مساء أمس حفل الربيع السنوي في حديقة الميناء بحضور رئيس البلدية سمير الحداد ومدير التعليم"
    " وجمهور كبير من أهالي المدينة وتخلل الحفل عروض شعبية ومسابقات للأطفال وتكريم المتطوعين"
)
OTHER = "وزارة النقل تفتتح خطا جديدا للقطارات بين ميرسان والعاصمة"
TOLD = (
    "افتتحت وزارة النقل خطا جديدا للقطارات بين ميرسان والعاصمة بطول مئة كيلومتر وست محطات وكلفة عالية"
    " بتمويل المصرف الوطني وشركة القطارات السريعة وبحضور الوزير ومدير الشركة وأهالي القرى"
)
MENU = (
    "الرئيسية أخبار ميرسان حديقة الميناء رياضة ثقافة اقتصاد منوعات صور فيديو كتاب آراء تقارير مقابلات طقس وظائف"
    " عقارات سيارات سفر صحة تعليم تقنية ألعاب مطبخ أزياء"
)


def _body(*lines: str) -> list[str]:
    return [words for kind, words in kinds("\n".join(lines)) if kind == "body"]


def test_one_paragraph_that_tells_what_its_headline_says_is_text() -> None:
    assert _body(TITLE, STORY) == [STORY]


def test_a_stamp_and_furniture_may_stand_around_it() -> None:
    assert _body("الرئيسية", TITLE, "2026-03-01 10:15", STORY, "جميع الحقوق محفوظة") == [STORY]


@pytest.mark.parametrize("lines", [(TITLE, MENU), (OTHER, STORY), (TITLE, "رئيس البلدية سمير الحداد"), (STORY,)])
def test_menus_strange_headlines_and_lone_lines_make_no_article(lines: tuple[str, ...]) -> None:
    assert not _body(*lines)


def test_two_such_pairs_are_a_list_of_stories() -> None:
    assert not _body(TITLE, STORY, "الرئيسية", "اتصل بنا", OTHER, TOLD)
