"""The gallery under an article is known by the one title that stands before every caption."""

from invented_articles import BODY, knowledge, page
from msgspec.structs import replace

from takhrij.analyse import articles, blocks
from takhrij.records import Analysis
from takhrij.text import fold

GALLERY = "ميناء ميرسان القديم بعدسة أهل البلدة"
SHOWN = (
    "سفن الصيد تعود عند الغروب إلى المرفأ الحجري .",
    "نساء البلدة يصلحن الشباك أمام البيوت .",
    "المنارة التي بنيت قبل قرن ما زالت تعمل .",
    "سوق السمك يفتح أبوابه قبل شروق الشمس .",
    "أطفال المدرسة في زيارة للمتحف البحري .",
)


def _kinds(text: str) -> list[tuple[str, str]]:
    found = blocks.find(page(text), fold(text), Analysis(page="p", language="ar"), knowledge())
    return [(b.kind, text[b.span.start : b.span.end]) for b in found]


def test_captions_under_one_title_are_no_text() -> None:
    text = "\n".join(["ميرسان تفتح الجسر الجديد أمام الشاحنات", *BODY, *(f"{GALLERY} {shown}" for shown in SHOWN)])
    found = _kinds(text)
    assert [kind for kind, raw in found if raw == GALLERY] == ["title"] * len(SHOWN)
    assert [raw for kind, raw in found if kind == "caption"] == list(SHOWN)


def test_sentences_that_begin_alike_are_no_gallery() -> None:
    lines = [f"قالت لجنة الميناء في بلدة ميرسان {shown}" for shown in SHOWN]
    text = "\n".join(["ميرسان تفتح الجسر الجديد أمام الشاحنات", *BODY, *lines])
    assert not [raw for kind, raw in _kinds(text) if kind == "caption"]


def test_a_book_that_every_line_cites_is_no_gallery_s_title() -> None:
    lines = [f"( كتاب رحلات البحر القديمة للحداد ج 2 ص {n} ) {shown}" for n, shown in enumerate(SHOWN)]
    text = "\n".join(["ميرسان تفتح الجسر الجديد أمام الشاحنات", *BODY, *lines])
    assert not [raw for kind, raw in _kinds(text) if kind == "caption"]


def test_words_that_go_on_alike_are_no_gallery_s_title() -> None:
    verbs = ("تنقذ", "تنقذ", "تنقذ", "تنقذ", "تطفئ")
    lines = [f"وحدة من خفر السواحل الجديدة {verb} {shown}" for verb, shown in zip(verbs, SHOWN, strict=True)]
    text = "\n".join(["ميرسان تفتح الجسر الجديد أمام الشاحنات", *BODY, *lines])
    assert not [raw for kind, raw in _kinds(text) if kind == "caption"]


def test_a_gallery_longer_than_its_article_is_one_and_a_list_with_one_heading_is_none() -> None:
    shown = [f"{GALLERY} {shown}" for shown in SHOWN for _ in range(2)]
    text = "\n".join(["ميرسان تفتح الجسر الجديد أمام الشاحنات", BODY[0], BODY[1], *shown])
    assert [kind for kind, raw in _kinds(text) if raw == GALLERY] == ["title"] * len(shown)
    text = "\n".join(["أخبار الساحل", *shown, *shown])
    assert "caption" not in [kind for kind, _ in _kinds(text)]


def test_a_title_of_four_words_is_known_where_many_lines_begin_with_it_and_parts_no_article() -> None:
    short, story = "ميناء ميرسان بعدسة أهله", "ميرسان تفتح الجسر الجديد أمام الشاحنات"
    shown = [f"{short} {words}" for words in (*SHOWN, *(words.replace("ال", "") for words in SHOWN))]
    text = "\n".join([story, *BODY[:2], *shown, "تعليقك على الموضوع", *BODY[2:]])
    sofar = Analysis(page="p", language="ar")
    folded = fold(text)
    sofar = replace(sofar, blocks=blocks.find(page(text), folded, sofar, knowledge()))
    found, marked = articles.find(page(text), folded, sofar, knowledge())
    assert len(found) == 1
    assert not [b for b in marked if b.kind == "title" and b.article and b.why[0].rule == "gallery"]
    few = _kinds("\n".join([story, *BODY, *shown[:6]]))
    assert not [raw for kind, raw in few if kind == "caption"]
