"""HTML: the hints of its markup, the way back from its text, and pages made to hang a parser."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from takhrij.analyse import analyse
from takhrij.errors import InputError
from takhrij.knowledge import Knowledge
from takhrij.pipeline import knowledge_of
from takhrij.readers import text_nodes
from takhrij.readers._markup import page_of_html
from takhrij.readers._nesting import count
from takhrij.records import Mark, Page

BODY = (
    "<h1>افتتاح جسر سالمة بعد أسبوع</h1><p>أعلن وزير النقل في مدينة سالمة أن الجسر الجديد سيفتح بعد أسبوع، "
    "وقال إن العمل لم يتوقف على الرغم من المطر الذي هطل على المدينة.</p><p>وأضاف الوزير أن كلفة المشروع بلغت "
    "مليون دينار، وأن الطريق المؤدية إلى الجسر ستعبد قبل الافتتاح.</p>"
)


def _page(head: str, body: str = BODY) -> Page:
    return page_of_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def _said(page: Page, kind: str) -> list[str]:
    return [mark.value for mark in page.marks if mark.kind == kind and mark.value]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return knowledge_of(())


DATES = {
    "الأربعاء، 07 أكتوبر 2020 - 12:09 م": "2020-10-07",
    "٢٠٢٦-٠٧-٠٧T١٤:٣٠": "2026-07-07",
    "2026-07-07T14:30+03:00": "2026-07-07",
    "الثلاثاء ٧ تموز ٢٠٢٦": "2026-07-07",
    "7 أكتوبر/تشرين الأول 2020": "2020-10-07",
}


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="{}">',
        '<meta itemprop="datePublished" content="{}">',
        '<script type="application/ld+json">'
        '{{"@graph": [{{"@type": ["NewsArticle"], "datePublished": "{}"}}]}}</script>',
        '<script type="application/ld+json">'
        '[{{"@type": "Person"}}, {{"@type": "NewsArticle", "datePublished": "{}"}}]</script>',
    ],
)
@pytest.mark.parametrize("written", DATES)
def test_a_date_in_the_metadata_dates_the_article_however_it_is_written(
    knowledge: Knowledge, head: str, written: str
) -> None:
    (article,) = analyse(_page(head.format(written)), knowledge).articles
    assert [str(item.when.first) for item in article.published[:1]] == [DATES[written]]
    assert article.published[0].why


@pytest.mark.parametrize("written", ["2026-07-07T14:30", "٢٠٢٦-٠٧-٠٧T١٤:٣٠"])
def test_a_time_element_dates_the_article_by_its_attribute(knowledge: Knowledge, written: str) -> None:
    body = BODY.replace("</h1>", f'</h1><time datetime="{written}">منذ يومين</time>')
    (article,) = analyse(_page("", body), knowledge).articles
    assert [str(item.when.first) for item in article.published[:1]] == ["2026-07-07"]


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "جسر\nسالمة"}',
        '<!-- {"@type": "NewsArticle", "headline": "جسر سالمة"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "جسر سالمة"};\n//]]>',
        '{"mainEntity": {"@type": "ReportageNewsArticle", "headline": "جسر سالمة"}}',
    ],
)
def test_linked_data_is_read_where_it_is_only_a_little_broken(script: str) -> None:
    assert "جسر سالمة" in _said(_page(f'<script type="application/ld+json">{script}</script>'), "title")


@pytest.mark.parametrize(
    "script", ["", "{broken", "[" * 100_000, '{"@type": ' + "[" * 900 + "]" * 900 + "}", "NaN", "3"]
)
def test_linked_data_that_is_none_says_nothing(script: str) -> None:
    assert _said(_page(f'<script type="application/ld+json">{script}</script>'), "title") == []


def test_who_published_it_and_who_wrote_it_are_marks_but_addresses_are_no_names() -> None:
    script = (
        '{"@type": "NewsArticle", "author": [{"name": "سمير الوادي"}, {"name": "https://marfa.example/samir"}], '
        '"publisher": {"name": "صحيفة المرفأ"}}'
    )
    page = _page(f'<script type="application/ld+json">{script}</script>')
    assert (_said(page, "author"), _said(page, "site")) == (["سمير الوادي"], ["صحيفة المرفأ"])


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            '<link rel="canonical" href="https://marfa.example/1"><meta property="og:url" content="https://x.example">',
            1,
        ),
        ('<link rel="canonical" href="/1"><meta property="og:url" content="https://marfa.example/1">', 1),
        ('<link rel="canonical" href="javascript:alert(1)">', 0),
        ("<!-- saved from url=(0023)https://marfa.example/1 -->", 1),
        ("<!--\n Page saved with SingleFile \n url: https://marfa.example/1 \n saved date: x -->", 1),
    ],
)
def test_the_address_is_the_canonical_one_or_where_the_page_was_saved_from(head: str, url: int) -> None:
    assert _page(head).url == ("https://marfa.example/1" if url else "")


def test_parts_of_a_page_are_marked() -> None:
    body = (
        "<nav>الرئيسية</nav><h1>جسر</h1><h2>فرع</h2><figure><figcaption>صورة</figcaption></figure><aside>جانب</aside>"
    )
    page = _page("<title>جسر</title>", body + '<time datetime="2025-03-02">أمس</time><footer>حقوق</footer>')
    assert [(m.kind, page.text[m.start : m.end], m.value) for m in page.marks] == [
        ("nav", "الرئيسية", ""),
        ("h1", "جسر", ""),
        ("heading", "فرع", ""),
        ("figcaption", "صورة", ""),
        ("aside", "جانب", ""),
        ("time", "أمس", "2025-03-02"),
        ("footer", "حقوق", ""),
        ("title", "", "جسر"),
    ]
    assert Mark(kind="title", value="جسر") in page.marks


def test_line_ends_count_inside_of_pre_only() -> None:
    assert _page("", "<p>أعلن\nالوزير</p><pre>سطر\n\nآخر</pre>").text == "أعلن الوزير\nسطر\nآخر\n"


def _found(raw: bytes, path: str, ordinal: int) -> str:
    """Follow a path as a browser's developer tools would."""
    node = LexborHTMLParser(raw.decode()).root
    steps = [step[:-1].split("[") for step in path.split("/")[1:]]
    assert node is not None
    if steps and steps[0][0] == node.tag:  # the parser's root is the element html itself
        steps = steps[1:]
    for tag, number in [*steps, ("-text", str(ordinal))]:
        child, left = node.child, int(number)
        while child is not None and (child.tag != tag or (left := left - 1)):
            child = child.next
        assert child is not None
        node = child
    return node.text_content or ""


def test_a_text_node_is_found_again_by_path_and_ordinal() -> None:
    raw = "<html><body><p>قبل</p><p>قال <b>الوزير</b> إن الجسر<br>جاهز</p></body></html>".encode()
    page = page_of_html(raw, "a.html")
    nodes = list(text_nodes(raw))
    assert [(n.path, n.ordinal, page.text[n.start : n.end]) for n in nodes] == [
        ("/html[1]/body[1]/p[1]", 1, "قبل"),
        ("/html[1]/body[1]/p[2]", 1, "قال"),
        ("/html[1]/body[1]/p[2]/b[1]", 1, "الوزير"),
        ("/html[1]/body[1]/p[2]", 2, "إن الجسر"),
        ("/html[1]/body[1]/p[2]", 3, "جاهز"),
    ]


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<br>",
        "<ul><li>",
        "<pre>",
        "</pre>",
        "<table><tr><td>",
        "</table>",
    ]
) | st.sampled_from(
    ["قال الوزير", " ", "\n", "الجسر  جاهز", "&amp;", "<i hidden>خفي</i>", "<script>x</script>", "<!--x-->", "<h1>"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(deadline=None, max_examples=150)
def test_every_character_of_the_text_comes_from_a_node_that_holds_it(markup: str) -> None:
    raw = markup.encode()
    try:
        page = page_of_html(raw, "a.html")
    except InputError:
        return
    last = 0
    for node in text_nodes(raw):
        assert page.text[last : node.start] in ("", " ", "\n")
        held = " ".join(_found(raw, node.path, node.ordinal).split())
        assert " ".join(page.text[node.start : node.end].split()) in held
        last = node.end
    assert page.text[last:] in ("", "\n")


BOMBS = {
    "nested": "<div>" * 50_000,
    "nested in a mixture": "<b><div><span><ul><li>" * 300_000,
    "attributes": "<a " + "a1=1 " * 1_000_000 + ">",
    "attributes hidden behind angles": "<a " + 'a1=">" ' * 500_000 + ">",
    "formatting left open": "<p>" + "".join(f"<b a={i}>" for i in range(1_000)) + "<p>x" * 100_000,
    "options": "<select>" + "<option>" * 100_000,
    "drawings": "<svg>" + "<g>" * 100_000,
    "tags": "<p>" * 3_000_000,
    "tags that do not end": "<a " * 1_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_markup_that_would_hang_a_parser_is_refused_at_once(name: str) -> None:
    begin = process_time()
    with pytest.raises(InputError) as told:
        _page("", BODY + BOMBS[name])
    assert told.value.cure
    assert process_time() - begin < 8


@pytest.mark.parametrize(
    "markup",
    [
        f"<p data-x='{'x' * 3_000_000}'>",
        '<script>document.write("<div><div>")</script>' * 3_000,
        "<p>" * 20_000,
        "<li><a href=x><b>x</b></a>" * 5_000,
        "<div><span>x</div>" * 5_000,
        "<!-- <div> -->" * 5_000,
        "<p><font color=red>x</p>" * 500,
    ],
)
def test_long_pages_and_carelessly_closed_ones_are_read(markup: str) -> None:
    assert "مدينة سالمة" in _page("", BODY + markup).text


TAGS = "div p b i span a li ul table tr td svg g math select option form h1 button template dd dl font style"
TOKENS = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS.split()), st.sampled_from(["", " a=1", "/", " b='>'", ' ="x'])),
    st.builds("</{}>".format, st.sampled_from(TAGS.split())),
    st.sampled_from(["x", "<!--", "-->", "<![CDATA[", "]]>", "<?", "</3", '"']),
)


def _depth(markup: str) -> int:
    node, depth, most = LexborHTMLParser(markup).root, 1, 1
    while node is not None:
        if node.child is not None:
            node, depth = node.child, depth + 1
        else:
            while node is not None and node.next is None:
                node, depth = node.parent, depth - 1
            node = node.next if node is not None else None
        most = max(most, depth)
    return most


@given(st.lists(TOKENS, max_size=4).map("".join), st.lists(TOKENS, min_size=1, max_size=7).map("".join))
@settings(deadline=None, max_examples=300)
def test_the_count_of_open_tags_bounds_the_depth_of_the_tree(before: str, again: str) -> None:
    markup = before + again * 40
    assert _depth(markup) <= 6 * count(markup).most + 25
