"""Reads an invented page up to its articles, for the tests of what those stand on."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from takhrij import lang, world
from takhrij.analyse import articles, blocks
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, Mark, Page
from takhrij.text import fold
from takhrij.world.tables import Outlet, World

OUTLETS = (
    Outlet(name="رويترز", spellings=("وكالة رويترز", "Reuters"), domains=("reuters.com",), kind="agency"),
    Outlet(name="مدار الساحل", spellings=("موقع مدار الساحل",), domains=("madar.example",)),
    Outlet(name="صدى الميناء", spellings=("صحيفة صدى الميناء",), domains=("sada.example",), kind="paper"),
    Outlet(name="الحياة", spellings=("صحيفة الحياة",), domains=("hayat.example",), kind="paper", common=("الحياة",)),
)


@cache
def knowledge() -> Knowledge:
    return Knowledge(lang.load(), World(outlets=OUTLETS))


def page(text: str, url: str = "", marks: tuple[Mark, ...] = ()) -> Page:
    return Page(id="p", text=text, sources=("test",), raw_sha256="", url=url, marks=marks)


def kinds(text: str, marks: tuple[Mark, ...] = ()) -> list[tuple[str, str]]:
    """Return every block's kind and words."""
    found = blocks.find(page(text, marks=marks), fold(text), Analysis(page="p", language="ar"), knowledge())
    return [(b.kind, text[b.span.start : b.span.end]) for b in found]


def read(
    text: str, url: str = "", marks: tuple[Mark, ...] = (), known: Knowledge | None = None
) -> tuple[tuple[Article, ...], tuple[Block, ...]]:
    """Return the articles, and the blocks with their articles; `known` instead of the invented outlets."""
    known = known or knowledge()
    it, folded, sofar = page(text, url, marks), fold(text), Analysis(page="p", language="ar", url=url)
    sofar = replace(sofar, blocks=blocks.find(it, folded, sofar, known))
    return articles.find(it, folded, sofar, known)


@cache
def real() -> Knowledge:
    """Return what is really known: towns, agencies, outlets."""
    return Knowledge(lang.load(), world.load())


BODY = (
    "أعلن وزير النقل في ميرسان أن الجسر الجديد فوق النهر سيفتح أمام الشاحنات في مطلع الشهر المقبل.",
    'وقال الوزير في مؤتمر صحفي إن أعمال الترميم انتهت، مضيفا أن "السلامة هي الأولوية" في هذا المشروع.',
    "وكانت الوزارة قد أغلقت الجسر قبل عام بعد ظهور تشققات في أعمدته، وفق ما ذكره تقرير هندسي.",
)
OTHER = (
    "حقق منتخب الشواطئ فوزا ثمينا على ضيفه بثلاثة أهداف مقابل هدف في مباراة أقيمت مساء السبت على ملعب المدينة.",
    "وسجل المهاجم الشاب هدفين في الشوط الأول، قبل أن يقلص الضيوف الفارق من ركلة جزاء في الدقيقة الثمانين.",
    "ورفع المنتخب رصيده إلى تسع نقاط في صدارة مجموعته، بينما تجمد رصيد منافسه عند ثلاث نقاط فقط.",
)
