"""Articles are dated from what their page shows; where it does not tell, they stay undated."""

from datetime import date

from msgspec.structs import replace

from takhrij import lang
from takhrij.analyse import datelines, times
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, BlockKind, Mark, Page, Span
from takhrij.text import fold
from takhrij.world.tables import World

KNOWLEDGE = Knowledge(lang.load(), World())
TEXT = "وصل الوفد إلى المدينة والتقى أهلها وتحدث معهم عن المياه والطرق والمدارس."


def _find(*lines: tuple[BlockKind, str], marks: tuple[Mark, ...] = (), url: str = "") -> tuple[Article, ...]:
    """Read lines of given kinds; a title after a body begins the next article."""
    text = "\n".join(line for _, line in lines)
    page = Page(id="p", text=text, sources=("test",), raw_sha256="", marks=marks, url=url)
    blocks, starts, offset, seen = [], [0], 0, False
    for kind, line in lines:
        if kind == "title" and seen:
            starts.append(offset)
            seen = False
        seen = seen or kind == "body"
        own = kind in ("title", "byline", "caption", "body")
        span = Span(page="p", start=offset, end=offset + len(line))
        blocks.append(Block(span=span, kind=kind, article=f"a{len(starts)}" if own else ""))
        offset += len(line) + 1
    ends = [*(s - 1 for s in starts[1:]), len(text)]
    articles = tuple(
        Article(id=f"a{n}", span=Span(page="p", start=s, end=e))
        for n, (s, e) in enumerate(zip(starts, ends, strict=True), 1)
    )
    sofar = Analysis(page="p", language="ar", blocks=tuple(blocks), articles=articles)
    folded = fold(text)
    sofar = replace(sofar, times=times.find(page, folded, sofar, KNOWLEDGE))
    return datelines.find(page, folded, sofar, KNOWLEDGE)


def _days(article: Article) -> tuple[date, date] | None:
    return (article.published[0].when.first, article.published[0].when.last) if article.published else None


def _one(*lines: tuple[BlockKind, str], **more: object) -> tuple[date, date] | None:
    (article,) = _find(*lines, **more)  # type: ignore[arg-type]
    return _days(article)


def test_a_cue_of_publication_dates_the_article_and_says_so() -> None:
    (article,) = _find(("title", "زيارة إلى المدينة"), ("byline", "تاريخ النشر: 25th, July 2024 GMT"), ("body", TEXT))
    assert _days(article) == (date(2024, 7, 25), date(2024, 7, 25))
    assert article.published[0].why[0].rule == "dateline"
    assert article.published[0].why[0].rests_on


def test_a_stamp_without_a_year_gets_it_from_weekday_and_copyright() -> None:
    found = _one(
        ("title", "زيارة إلى المدينة"),
        ("byline", "الأربعاء 28 يناير 5:37 ص"),
        ("body", TEXT),
        ("chrome", "2026 © دار المنبر"),
    )
    assert found == (date(2026, 1, 28), date(2026, 1, 28))


def test_what_the_text_calls_today_is_the_day() -> None:
    body = TEXT + " وقال المكتب اليوم، الخميس 13 من شباط، إنه عائد. وكان قد زارها في 8 كانون الأول 2024."
    assert _one(("title", "زيارة"), ("body", body)) == (date(2025, 2, 13), date(2025, 2, 13))


def test_a_clock_at_the_top_that_disagrees_with_the_texts_today_is_no_date() -> None:
    lines: list[tuple[BlockKind, str]] = [("chrome", "السبت 20 يناير 2018 08:37 ص"), ("title", "زيارة إلى المدينة")]
    assert _one(*lines, ("body", TEXT + " وقال الناطق اليوم الثلاثاء إنه عائد.")) is None


def test_of_two_stamps_the_later_is_the_pages_clock() -> None:
    lines: list[tuple[BlockKind, str]] = [
        ("chrome", "21/01/2018"),
        ("title", "زيارة إلى المدينة"),
        ("byline", "26/11/2017"),
    ]
    assert _one(*lines, ("body", TEXT)) == (date(2017, 11, 26), date(2017, 11, 26))


def test_the_first_comment_bounds_the_article_above() -> None:
    found = _one(("title", "زيارة"), ("body", TEXT), ("comment", "1 - رائع 16-02-2025 07:48 PM"))
    assert found == (date(2025, 2, 15), date(2025, 2, 16))


def test_a_photographs_day_and_the_weekday_told_make_a_short_interval() -> None:
    found = _one(
        ("title", "زيارة"),
        ("caption", "الوزير بتاريخ 29 يناير 2025."),
        ("body", TEXT + " ورفض التعليق يوم الأربعاء."),
    )
    assert found == (date(2025, 1, 29), date(2025, 1, 30))


def test_a_photographs_day_alone_dates_nothing() -> None:
    assert _one(("title", "زيارة"), ("caption", "صورة من أيلول 2024"), ("body", TEXT)) is None


def test_a_chronology_is_not_dated_by_its_own_days() -> None:
    body: list[tuple[BlockKind, str]] = [("body", f"{n} مارس 2017\n{TEXT}") for n in (3, 9, 14)]
    assert _one(*body) is None


def test_days_in_sentences_do_not_date_the_article_and_the_reason_is_told() -> None:
    (article,) = _find(("title", "زيارة"), ("body", TEXT + " وكان قد زارها في 3 آذار 2021."))
    assert article.published == ()
    assert article.why[-1].rule == "no date"
    assert "1 mention" in article.why[-1].note


def test_two_articles_of_a_page_have_their_own_days() -> None:
    found = _find(
        ("title", "زيارة"),
        ("byline", "تاريخ النشر: 3 مارس 2024"),
        ("body", TEXT),
        ("title", "عودة"),
        ("byline", "نشر في 9 مايو 2024"),
        ("body", TEXT),
    )
    assert [_days(a) for a in found] == [(date(2024, 3, 3),) * 2, (date(2024, 5, 9),) * 2]


def test_the_markups_day_of_publication_is_believed_in_figures_and_in_words() -> None:
    for value in ("2020-06-03T03:01+0400", "الأربعاء، 03 يونيو 2020 - 12:09 م"):
        found = _one(("title", "زيارة"), ("body", TEXT), marks=(Mark(kind="published", value=value),))
        assert found == (date(2020, 6, 3), date(2020, 6, 3))


def test_the_address_dates_a_page_that_shows_no_date() -> None:
    found = _one(("title", "زيارة"), ("body", TEXT), url="https://example.org/news/2017/11/5/visit")
    assert found == (date(2017, 11, 5), date(2017, 11, 5))


def test_the_founding_of_a_paper_is_not_an_articles_day() -> None:
    assert _one(("chrome", "صدر العدد الأول 21 مايو 2001"), ("title", "زيارة"), ("body", TEXT)) is None


def test_a_photograph_from_the_archive_dates_nothing() -> None:
    caption = "صورة أرشيفية للوزير بتاريخ 29 يناير 2025."
    assert _one(("title", "زيارة"), ("caption", caption), ("body", TEXT + " ورفض التعليق يوم الأربعاء.")) is None


def test_an_agencys_dateline_dates_the_article() -> None:
    for line in ("المدينة في 18 تشرين الثاني/ نوفمبر 2024 /وان/ ", "المدينة 18 نوفمبر تشرين الثاني 2024 (وان) - "):
        assert _one(("title", "زيارة"), ("body", line + TEXT)) == (date(2024, 11, 18), date(2024, 11, 18))


def test_time_marks_date_the_article_only_when_they_agree() -> None:
    one, two = Mark(kind="time", value="2020-06-03T03:01"), Mark(kind="time", value="2020-06-04T05:00")
    lines: list[tuple[BlockKind, str]] = [("title", "زيارة"), ("body", TEXT)]
    assert _one(*lines, marks=(one,)) == (date(2020, 6, 3), date(2020, 6, 3))
    assert _one(*lines, marks=(one, two)) is None
