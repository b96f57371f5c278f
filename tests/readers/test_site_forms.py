"""Pages in the forms of today's news sites, all invented: what the analysed page shows of each."""

from __future__ import annotations

import json
from typing import Any

import pytest

from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge
from takhrij.pipeline import knowledge_of
from takhrij.readers._markup import page_of_html
from takhrij.records import Analysis, Page

TITLE = "افتتاح جسر سالمة بعد أسبوع"
TEXT = (
    "أعلن وزير النقل في مدينة سالمة أن الجسر الجديد سيفتح بعد أسبوع، وقال إن العمل لم يتوقف على الرغم من المطر.",
    "وأضاف الوزير أن كلفة المشروع بلغت مليون دينار، وأن الطريق المؤدية إلى الجسر ستعبد قبل الافتتاح.",
    "وذكر سكان في الحي الشرقي أنهم ينتظرون الجسر منذ عشر سنوات، وأن العبور بالقوارب كان يكلفهم كثيرا كل يوم.",
)
FIRST, SECOND, THIRD = (f"<p>{words}</p>" for words in TEXT)
SHARES = (
    '<div class="sharedaddy"><h3>شارك هذا الموضوع:</h3><ul><li><a>اضغط للمشاركة على فيسبوك (فتح في نافذة جديدة)</a>'
    "</li><li><a>انقر للمشاركة على تويتر (فتح في نافذة جديدة)</a></li></ul></div>"
)
WORDPRESS = (
    "<header><nav><ul><li>الرئيسية</li><li>سياسة</li></ul></nav></header><article>"
    f'<h1>{TITLE}</h1><time datetime="2026-07-07T14:30">7 يوليو، 2026</time><div class="entry-content">'
    "<figure><img><figcaption>عمال على الجسر الجديد في سالمة (المنارة)</figcaption></figure>"
    f"{FIRST}{SECOND}{THIRD}{SHARES}</div></article>"
    '<div class="author-box"><h4>سعاد الحلبي</h4><p>صحفية من سالمة، تكتب في شؤون المدن والنقل منذ عام 2010.</p></div>'
    '<div class="related-posts"><h3>مقالات ذات صلة</h3><ul><li>وزير الصحة يفتتح مستشفى في الحي الغربي</li></ul></div>'
    '<div id="comments"><h3>اترك تعليقاً</h3><p>لن يتم نشر عنوان بريدك الإلكتروني.</p></div>'
    "<footer>جميع الحقوق محفوظة © 2026 صحيفة المنارة</footer>"
)
DRUPAL = (
    '<div class="breadcrumb"><a>الرئيسية</a> » <a>محليات</a></div>'
    f'<h1>{TITLE}</h1><div class="submitted">نشر بواسطة المحرر في ثلاثاء, 07/07/2026 - 14:30</div>'
    f"{FIRST}{SECOND}{THIRD}"
    '<div class="field-label">وسوم:&nbsp;</div><div><a>جسر</a></div><ul class="links"><li>5 قراءات</li>'
    "<li>إضافة تعليق جديد</li></ul><h2>اقرأ أيضا</h2><div><a>وزير الصحة يفتتح مستشفى في الحي الغربي</a></div>"
)
BLOGGER = (
    f'<div class="post"><h3 class="post-title">{TITLE}</h3><div dir="rtl"><span>{TEXT[0]}</span><br><br>{TEXT[1]}<br>'
    f"<br>{TEXT[2]}</div><div class='post-footer'>مرسلة بواسطة سعاد في <a><abbr class='published' "
    "itemprop='datePublished' title='2026-07-07T14:30:00+03:00'>2:30 م</abbr></a></div></div>"
    "<div><h4>ليست هناك تعليقات:</h4><p>إرسال تعليق</p></div>"
)
AMP = (
    '<amp-sidebar><ul><li>الرئيسية</li></ul></amp-sidebar><div class="cookie-banner">نستخدم ملفات تعريف الارتباط '
    f"لتحسين تجربتك. <button>موافق</button></div><article><h1>{TITLE}</h1><amp-img></amp-img>"
    f"<figcaption>عمال على الجسر</figcaption>{FIRST}<amp-ad>إعلان</amp-ad>{SECOND}{THIRD}</article>"
)
NEWSLETTER = (
    f"<main><h1>{TITLE}</h1>{FIRST}<div class=newsletter><h3>نشرتنا كل صباح</h3><p>أهم أخبار المدينة في بريدك قبل "
    f"القهوة، مجانا وبلا إعلان.</p><button>اشترك</button></div>{SECOND}{THIRD}</main>"
)
LAZY = (
    f'<main><h1>{TITLE}</h1><noscript><img src="a.jpg">يرجى تفعيل جافاسكربت</noscript>{FIRST}<div class="image"><img '
    f'data-src="a.jpg"><span class="caption">قوارب قديمة عند ضفة النهر</span></div>{SECOND}{THIRD}</main>'
)
BREAKS = (
    f'<div dir="rtl"><div dir="rtl"><div><font size="5">{TITLE}</font></div><div>07-07-2026 | 14:30</div><div>'
    f"{TEXT[0]}<br><br>{TEXT[1]}<br/><br/>{TEXT[2]}</div></div></div>"
)
TABLES = (
    f"<table><tr><td>الرئيسية</td><td>أخبار</td></tr></table><table><tr><td><b>{TITLE}</b></td></tr><tr><td>{TEXT[0]}"
    f"</td></tr><tr><td>{TEXT[1]}</td></tr><tr><td>{TEXT[2]}</td></tr></table>"
)
JOINED = TEXT[0].replace("وزير", "و\u200dزير")
ODD_SIGNS = (
    f"<h1>{TITLE}</h1><p>\u200f\u200e{JOINED}\u200b</p>"
    f"<p>{TEXT[1].replace('الجسر', 'الجســـر')}</p><p>\ufeff{TEXT[2]}</p>"
)
FORMS = {
    "WordPress": WORDPRESS,
    "Drupal": DRUPAL,
    "Blogger": BLOGGER,
    "AMP": AMP,
    "newsletter": NEWSLETTER,
    "lazy pictures": LAZY,
    "line breaks": BREAKS,
    "tables": TABLES,
    "odd signs": ODD_SIGNS,
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return knowledge_of(())


def _read(body: str, knowledge: Knowledge, head: str = "") -> tuple[Page, Analysis]:
    markup = f"<html dir=rtl lang=ar><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    page = page_of_html(markup.encode(), "a.html")
    return page, analyse(page, knowledge)


def _of(page: Page, found: Analysis, kind: str) -> list[str]:
    return [page.text[b.span.start : b.span.end] for b in found.blocks if b.kind == kind]


def _linked(*items: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(items, ensure_ascii=False)}</script>'


@pytest.mark.parametrize("form", FORMS)
def test_of_every_form_one_article_is_shown_from_its_first_word_to_its_last(knowledge: Knowledge, form: str) -> None:
    page, found = _read(FORMS[form], knowledge)
    (article,) = found.articles
    assert article.title is not None
    assert page.text[article.title.start : article.title.end] == TITLE
    shown = " ".join(_of(page, found, "body"))
    for sign in "\u200b\u200d\u200e\u200f\ufeffـ":
        shown = shown.replace(sign, "")
    assert shown == " ".join(TEXT)


@pytest.mark.parametrize("form", ["WordPress", "Drupal", "Blogger", "line breaks"])
def test_the_day_that_a_form_shows_dates_the_article(knowledge: Knowledge, form: str) -> None:
    (article,) = _read(FORMS[form], knowledge)[1].articles
    assert [str(p.when.first) for p in article.published[:1]] == ["2026-07-07"]


def test_a_caption_is_known_by_the_class_that_a_theme_gives_it(knowledge: Knowledge) -> None:
    assert _of(*_read(LAZY, knowledge), "caption") == ["قوارب قديمة عند ضفة النهر"]
    whole = f'<div class="caption newsletter"><h1>{TITLE}</h1>{FIRST}{SECOND}{THIRD * 12}</div>'
    assert not _of(*_read(whole, knowledge), "caption")  # a class of all the page is no sign


def test_a_publisher_named_by_its_id_is_looked_up_in_the_graph(knowledge: Knowledge) -> None:
    article = {"@type": "Article", "publisher": {"@id": "/#o"}, "author": {"@id": "/#nobody"}}
    head = _linked({"@graph": [article, {"@type": "Organization", "@id": "/#o", "name": "صحيفة المنارة"}]})
    page, found = _read(WORDPRESS, knowledge, head)
    assert [m.value for m in page.marks if m.kind in ("site", "author")] == ["صحيفة المنارة"]
    assert [a.outlet for a in found.articles] == ["صحيفة المنارة"]


def test_a_page_of_a_video_is_dated_by_it_unless_an_article_speaks() -> None:
    video = {
        "@type": "VideoObject",
        "name": "جسر سالمة",
        "uploadDate": "2026-07-05",
        "publisher": {"name": "المنارة"},
    }
    article = {"@type": ["NewsArticle", "Article"], "datePublished": "2026-07-07"}
    days = []
    for items in ([video], [video, article]):
        page = page_of_html(f"<head>{_linked(*items)}</head><body>{FIRST}</body>".encode(), "a.html")
        days.append([m.value for m in page.marks if m.kind == "published"])
    assert days == [["2026-07-05"], ["2026-07-07"]]


def test_days_of_publication_that_differ_are_of_a_list_and_date_nothing() -> None:
    stamps = "".join(f'<span itemprop="datePublished" content="2026-07-0{day}">أمس</span>' for day in (5, 7))
    page = page_of_html(f"<body>{FIRST}{stamps}</body>".encode(), "a.html")
    assert not [m for m in page.marks if m.kind == "published"]


def test_entities_that_a_template_wrote_twice_are_read_as_one() -> None:
    head = '<title>&amp;quot;جاهز&amp;quot;</title><meta property="og:site_name" content="المنارة &amp;amp; الفنار">'
    body = "<p>قال الوزير: &amp;quot;الجسر جاهز&amp;quot;،&amp;nbsp;وأضاف أن 3 &amp;lt; 5 &amp;#8211; وسكت.</p>"
    page = page_of_html(f"<head>{head}</head><body>{body}</body>".encode(), "a.html")
    assert page.text.strip() == 'قال الوزير: "الجسر جاهز"، وأضاف أن 3 &lt; 5 – وسكت.'
    assert {m.value for m in page.marks} == {'"جاهز"', "المنارة & الفنار"}
