"""A menu's list of news ends where the headline that the page's top has shown comes again."""

from invented_articles import BODY, kinds

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"
NEWS = ("أمطار غزيرة على الساحل نهاية الأسبوع", "منتخب الشواطئ يفوز على ضيفه بثلاثة أهداف")
STAMP = "الثلاثاء 21 تموز 2015 - 10:31"


def test_what_stands_under_the_headline_that_comes_again_is_the_articles() -> None:
    found = kinds("\n".join([TITLE, "أهم الأخبار", *NEWS, TITLE, STAMP, *BODY]))
    assert found[4:6] == [("title", TITLE), ("byline", STAMP)]
    assert [kind for kind, _ in found[6:]] == ["body"] * len(BODY)


def test_a_list_goes_on_where_no_headline_comes_again() -> None:
    found = {words: kind for kind, words in kinds("\n".join([TITLE, *BODY, "أخبار متعلقة", *NEWS, TITLE]))}
    assert [found[line] for line in NEWS] == ["related", "related"]


def test_an_excerpt_that_the_text_begins_with_again_is_a_standfirst() -> None:
    excerpt = BODY[0].rstrip(".")
    found = kinds("\n".join([TITLE, excerpt, STAMP, f"ميرسان: {BODY[0]} {BODY[1]}", *BODY[2:], *BODY[1:]]))
    assert ("title", excerpt) in found
    assert [kind for kind, words in found if words == excerpt] == ["title"]


def test_a_text_that_is_printed_twice_has_no_excerpt() -> None:
    assert ("body", BODY[0]) in kinds("\n".join([TITLE, *BODY[:2], *BODY[:2]]))
