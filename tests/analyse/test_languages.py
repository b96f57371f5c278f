"""A page's language is named by its words; only Arabic is analysed."""

import pytest

from takhrij import lang
from takhrij.analyse import languages
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import fold
from takhrij.world.tables import World

KNOWLEDGE = Knowledge(lang.load(), World())
ARABIC = (
    "قال وزير النقل إن الجسر سيفتح أمام الشاحنات في مطلع الشهر المقبل بعد انتهاء أعمال الترميم التي بدأت منذ عام."
)
PERSIAN = "وزیر راه گفت که این پل برای عبور کامیون‌ها از ماه آینده باز خواهد شد و کار ترمیم آن به پایان رسیده است."
SORANI = (
    "وەزیری گواستنەوە ڕایگەیاند کە ئەو پردە لە مانگی داهاتوو بۆ هەموو بارهەڵگرەکان دەکرێتەوە بەڵام دوای چاککردنەوە."
)
URDU = "وزیر ٹرانسپورٹ نے کہا ہے کہ یہ پل اگلے مہینے سے ٹرکوں کے لیے کھول دیا جائے گا اور مرمت کا کام مکمل ہو گیا ہے۔"


def _language(text: str) -> tuple[str, str]:
    page = Page(id="p", text=text, sources=("test",), raw_sha256="")
    return languages.find(page, fold(text), KNOWLEDGE)


def test_an_arabic_page_has_no_note() -> None:
    assert _language(ARABIC) == ("ar", "")


@pytest.mark.parametrize(
    ("text", "code", "name"), [(PERSIAN, "fa", "Persian"), (SORANI, "ckb", "Kurdish (Sorani)"), (URDU, "ur", "Urdu")]
)
def test_a_page_in_another_language_of_the_script_is_named(text: str, code: str, name: str) -> None:
    assert _language(text) == (code, f"{name} page: named, not analysed")


def test_a_persian_keyboard_makes_no_persian_page() -> None:
    assert _language(ARABIC.replace("ي", "ی").replace("ك", "ک") + " ماکرون")[0] == "ar"


def test_a_persian_quotation_leaves_an_arabic_page_arabic() -> None:
    assert _language(ARABIC * 3 + PERSIAN)[0] == "ar"


@pytest.mark.parametrize(
    "text", ["The minister said the bridge would open. " * 20, "English page with الرئيسية", "1 2 3"]
)
def test_a_page_with_hardly_an_arabic_letter_has_no_arabic_text(text: str) -> None:
    assert _language(text) == ("und", "no Arabic text")


@pytest.mark.parametrize("text", ["", " \n\ufeff ", "— … !"])
def test_an_empty_page_says_so(text: str) -> None:
    assert _language(text) == ("und", "empty page")
