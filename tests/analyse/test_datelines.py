"""Articles are dated from what their page shows; where it does not tell, they stay undated."""

from datetime import date

import pytest
from msgspec.structs import replace

from takhrij import lang
from takhrij.analyse import datelines, times
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, BlockKind, Hop, Mark, Page, Span
from takhrij.text import fold
from takhrij.world.tables import Outlet, World, Zone

ZONES = (
    Zone(country="XA", least=3, most=3),
    Zone(country="XB", least=2, most=3),
    Zone(country="XC", least=1, most=1),
)
OUTLETS = tuple(Outlet(name=f"outlet {zone.country}", country=zone.country) for zone in ZONES)
KNOWLEDGE = Knowledge(lang.load(), World(zones=ZONES, outlets=OUTLETS))
TEXT = "وصل الوفد إلى المدينة والتقى أهلها وتحدث معهم عن المياه والطرق والمدارس."


def _find(
    *lines: tuple[BlockKind, str],
    marks: tuple[Mark, ...] = (),
    url: str = "",
    outlet: str = "",
    below: int = 0,
    credit: str = "",
) -> tuple[Article, ...]:
    """Read lines of given kinds; a title after a body begins the next article; the last `below` are under it.

    `credit`: words of the text that credit somebody.
    """
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
    ends = [*(s - 1 for s in starts[1:]), blocks[len(blocks) - 1 - below].span.end]
    at = text.find(credit)
    cue = Span(page="p", start=at, end=at + len(credit))
    credits_ = (Hop(name=credit, via="carried", kind="unnamed", cue=cue),) if credit else ()
    articles = tuple(
        Article(id=f"a{n}", span=Span(page="p", start=s, end=e), outlet=outlet, credits=credits_)
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


def test_a_date_in_brackets_behind_todays_weekday_gets_its_year_from_it() -> None:
    body = TEXT + " وقال المكتب اليوم الخميس (13 شباط / فبراير) إنه عائد."
    found = _one(("title", "زيارة إلى المدينة"), ("body", body), ("chrome", "2026 © دار المنبر"))
    assert found == (date(2025, 2, 13), date(2025, 2, 13))


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


def test_a_photographs_day_before_what_the_text_tells_dates_nothing() -> None:
    gallery: tuple[BlockKind, str] = ("caption", "القصف بتاريخ 29 يناير 2013.")
    told = TEXT + " ورفض التعليق يوم الأربعاء، وكان قد زارها في 3 آذار 2021."
    assert _one(("title", "زيارة"), gallery, ("body", told)) is None


def test_a_gallery_under_the_article_does_not_date_it() -> None:
    gallery: tuple[BlockKind, str] = ("caption", "القصف بتاريخ 29 يناير 2025.")
    told: tuple[BlockKind, str] = ("body", TEXT + " ورفض التعليق يوم الأربعاء.")
    assert _one(("title", "زيارة"), told, gallery) == (date(2025, 1, 29), date(2025, 1, 30))
    assert _one(("title", "زيارة"), told, gallery, below=1) is None


def test_a_weekday_whose_day_stands_in_brackets_is_of_the_articles_week() -> None:
    lede = "أعلن الوزير سامي الحلواني الأربعاء ( الرابع من تشرين أول / أكتوبر 2017 ) أن الجسر سيفتح. "
    assert _one(("title", "زيارة"), ("body", TEXT * 4 + lede)) == (date(2017, 10, 4), date(2017, 10, 5))


def test_a_weekday_with_its_day_far_down_dates_nothing() -> None:
    far = "أعلن الوزير سامي الحلواني الأربعاء (4 أكتوبر 2017) أن الجسر سيفتح. "
    assert _one(("title", "زيارة"), ("body", TEXT * 20 + far)) is None


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
        assert _one(("title", "زيارة"), ("byline", line), ("body", TEXT)) == (date(2024, 11, 18), date(2024, 11, 18))


def test_time_marks_date_the_article_only_when_they_agree() -> None:
    one, two = Mark(kind="time", value="2020-06-03T03:01"), Mark(kind="time", value="2020-06-04T05:00")
    lines: list[tuple[BlockKind, str]] = [("title", "زيارة"), ("body", TEXT)]
    assert _one(*lines, marks=(one,)) == (date(2020, 6, 3), date(2020, 6, 3))
    assert _one(*lines, marks=(one, two)) is None


def _span(first: tuple[int, int, int], last: tuple[int, int, int] | None = None) -> tuple[date, date]:
    return date(*first), date(*(last or first))


TOP = "جريدة المنبر"
TITLE = "زيارة الوفد إلى المدينة تبدأ صباحا"


def test_a_stamp_that_the_page_outlived_is_not_its_clock() -> None:
    lines: list[tuple[BlockKind, str]] = [("byline", "2015/2/11 17:54"), ("title", TITLE), ("body", TEXT)]
    assert _one(*lines) is None
    assert _one(*lines, ("chrome", "جميع الحقوق محفوظة 2018 ©")) == _span((2015, 2, 11))
    assert _one(*lines, ("comment", "رائع 15-02-2015 07:48 PM")) == _span((2015, 2, 11))


def test_a_clock_stays_a_clock_when_older_days_stand_beside_it() -> None:
    lines: list[tuple[BlockKind, str]] = [("byline", "الأحد 21 يناير 2018 10:25 ص"), ("title", TITLE), ("body", TEXT)]
    assert _one(*lines, ("chrome", "جميع الحقوق محفوظة 2017 ©")) is None


def test_a_day_between_two_printings_of_the_headline_is_the_visits() -> None:
    def told(stamp: str, title: str = TITLE, words: str = TEXT) -> tuple[date, date] | None:
        return _one(("title", TITLE), ("byline", stamp), ("title", title), ("body", words))

    assert told("جريدة المنبر | الأحد 21 يناير 2018 م | 04 جمادى الأولى 1439 هـ") is None
    assert told("الأحد 21 يناير 2018", f"من سد إلى سد {TITLE}") is None
    assert told("الأحد 21 يناير 2018", "الوفد في المدينة") == _span((2018, 1, 21))
    assert told("أبريل 24, 2016 12:00 صباحا EDT") == _span((2016, 4, 24)), "no clock of a page tells its zone"
    assert told("الأحد - 21 يناير 2018 - 8 : 49 صباحا بتوقيت دمشق") is None
    assert told("الأحد 21 يناير 2018 العدد 16262") == _span((2018, 1, 21)), "the day that a paper bears"
    assert told("الأحد 21 يناير 2018", f"{TITLE} الأحد 21 يناير 2018") == _span((2018, 1, 21)), "part of the headline"
    assert told("الأحد 21 يناير 2018", words=f"قال الناطق اليوم السبت إنه عائد. {TEXT}") is None, "nor does it bound"


def test_an_update_of_the_site_dates_no_article() -> None:
    assert _one(("title", TITLE), ("byline", "تحديث الموقع 2018 / 01 / 21 ميلادي"), ("body", TEXT)) is None
    assert _one(("title", TITLE), ("byline", "آخر تحديث 2018 / 01 / 21"), ("body", TEXT)) == _span((2018, 1, 21))


def test_a_stamp_right_behind_a_credit_is_no_clock() -> None:
    lines: list[tuple[BlockKind, str]] = [
        ("byline", "سوتشي - وكالات الأربعاء 22 نوفمبر 2017"),
        ("title", TITLE),
        ("body", TEXT),
    ]
    assert _one(*lines) is None
    assert _one(*lines, credit="وكالات") == _span((2017, 11, 22))


def test_a_stamp_under_the_headline_may_be_before_what_the_text_announces() -> None:
    def told(of: str) -> tuple[date, date] | None:
        return _one(
            ("title", TITLE), ("byline", "25 نوفمبر 2017"), ("body", f"تبدأ المحادثات في {of} في المدينة. {TEXT}")
        )

    assert told("28 نوفمبر 2017") == _span((2017, 11, 25))
    assert told("28 ديسمبر 2017") is None


def test_an_hour_with_its_local_zone_is_an_articles_and_one_of_greenwich_may_be_a_crawlers() -> None:
    rest: list[tuple[BlockKind, str]] = [("title", TITLE), ("body", TEXT)]
    assert _one(("byline", "2015/10/7 الساعة 14:07 (مكة المكرمة)"), *rest) == _span((2015, 10, 7))
    assert _one(("byline", "2015/10/7 14:07 GMT"), *rest) is None


def test_a_stamp_at_the_top_is_believed_when_the_first_sentence_names_its_weekday() -> None:
    top: list[tuple[BlockKind, str]] = [
        ("chrome", TOP),
        ("byline", "الأربعاء 19 فبراير 2025 08:37 م"),
        ("title", TITLE),
    ]
    assert _one(*top, ("body", "وصل الوفد إلى المدينة الأربعاء والتقى أهلها.")) == _span((2025, 2, 19))
    assert _one(*top, ("body", "وصل الوفد إلى المدينة الأحد والتقى أهلها.")) is None
    assert _one(*top, ("body", "وصل الوفد الأربعاء وكان قد وعد بذلك الأحد.")) is None


def test_a_stamp_between_headline_and_text_outweighs_a_today_far_down_in_the_text() -> None:
    head: list[tuple[BlockKind, str]] = [("title", TITLE), ("byline", "22 سبتمبر 2017")]
    far = (TEXT + " ") * 20
    tail = " وقال الناطق اليوم الأحد إنه عائد." + (TEXT + " ") * 20
    assert _one(*head, ("body", far + tail)) == _span((2017, 9, 22))
    assert _one(*head, ("body", tail + far)) is None


def test_a_stamp_glued_to_a_pictures_words_dates_the_article() -> None:
    caption: tuple[BlockKind, str] = ("caption", "22/07/2017 0 أهل المدينة في السوق (المنبر)")
    assert _one(("title", TITLE), caption, ("body", TEXT)) == _span((2017, 7, 22))


def test_a_stamp_to_the_minute_that_the_text_is_glued_to_needs_no_cue() -> None:
    assert _one(("title", TITLE), ("body", "من قبل ابريل 7, 2015, 1:10 " + TEXT)) == _span((2015, 4, 7))
    assert _one(("title", TITLE), ("body", "وصل في 7 نيسان 2015 وفد إلى المدينة. " + TEXT)) is None


def test_a_stamp_in_boxes_is_read_from_its_lines() -> None:
    for box in (
        ("17", "ديسمبر", "2017"),
        ("17", "كانون الأول", "2017"),
        ("17", "ديسمبر 2017"),
        ("17", "ديسمبر, 2017"),
    ):
        lines: list[tuple[BlockKind, str]] = [("chrome", TOP), ("title", TITLE), *(("chrome", b) for b in box)]
        assert _one(*lines, ("body", TEXT)) == _span((2017, 12, 17)), box
    for box in (("17", "قراءة", "2017"), ("32", "ديسمبر", "2017"), ("17", "ديسمبر", "تعليق")):
        lines = [("chrome", TOP), ("title", TITLE), *(("chrome", b) for b in box)]
        assert _one(*lines, ("body", TEXT)) is None, box


def test_an_authors_name_stands_between_by_and_the_day() -> None:
    for line in ("By Nader Qasim 10 نوفمبر 2013", "بقلم: نادر قاسم 10/11/2013"):
        assert _one(("title", TITLE), ("byline", line), ("title", TITLE), ("body", TEXT)) == _span((2013, 11, 10))


def test_late_in_greenwich_is_that_day_or_the_next_unless_the_outlets_zone_is_known() -> None:
    def told(clock: str, outlet: str = "", more: str = "") -> tuple[date, date] | None:
        byline: tuple[BlockKind, str] = ("byline", f"تاريخ النشر: 2025-02-16 {clock} GMT")
        return _one(("title", TITLE), byline, ("body", more + TEXT), outlet=outlet)

    both = _span((2025, 2, 16), (2025, 2, 17))
    assert told("21:10:59") == both
    assert told("12:10:59") == _span((2025, 2, 16))
    assert told("21:10:59", "outlet XA") == _span((2025, 2, 17))
    assert told("21:10:59", "outlet XB") == both
    assert told("21:10:59", "outlet XC") == _span((2025, 2, 16))
    assert told("21:10:59", more="قال الناطق اليوم الاثنين إنه عائد. ") == _span((2025, 2, 17))
    assert told("21:10:59", more="قال الناطق اليوم الأحد إنه عائد. ") == _span((2025, 2, 16))


def test_markup_late_in_greenwich_is_settled_by_the_stamp_that_readers_see() -> None:
    mark = Mark(kind="published", value="2025-02-16T22:30:00+00:00")
    lines: list[tuple[BlockKind, str]] = [("title", TITLE), ("body", TEXT)]
    assert _one(*lines, marks=(mark,)) == _span((2025, 2, 16), (2025, 2, 17))
    seen: tuple[BlockKind, str] = ("byline", "نشر في 17 فبراير 2025")
    assert _one(lines[0], seen, lines[1], marks=(mark,)) == _span((2025, 2, 17))


def test_days_of_the_text_and_the_pages_clock_bound_the_article() -> None:
    clock: tuple[BlockKind, str] = ("byline", "الأحد 21 يناير 2018 10:25 ص")

    def told(words: str) -> tuple[date, date] | None:
        return _one(clock, ("title", TITLE), ("body", f"{words} {TEXT} {TEXT}"))

    assert told("وكان قد زارها في 3 يناير 2018.") == _span((2018, 1, 3), (2018, 1, 21))
    assert told("وكان قد زارها في 3 يناير 2017.") is None
    assert told("وسيزورها في 3 يناير 2018.") is None
    assert told("وكان قد زارها في 10 يناير 2018 وقال اليوم الثلاثاء إنه عائد.") == _span((2018, 1, 16))
    assert told("وكان قد زارها في 3 يناير 2018 وقال اليوم الثلاثاء إنه عائد.") == _span((2018, 1, 9), (2018, 1, 16))


def test_a_weekday_called_today_shortly_before_a_stamp_makes_an_interval_and_on_its_day_a_day() -> None:
    comment: tuple[BlockKind, str] = ("comment", "1 - رائع 16-02-2025 07:48 PM")

    def told(words: str) -> tuple[date, date] | None:
        return _one(("title", TITLE), ("body", f"{words} {TEXT} {TEXT}"), comment)

    assert told("قال الناطق اليوم الأحد إنه عائد.") == _span((2025, 2, 16))
    assert told("قال الناطق اليوم السبت إنه عائد.") == _span((2025, 2, 15), (2025, 2, 16))
    assert told("قال الناطق اليوم الثلاثاء إنه عائد.") is None


def test_a_birth_in_a_table_of_facts_is_no_stamp() -> None:
    for words in ("تاريخ ومكان الميلاد: 6 سبتمبر 1963", "مكان وتاريخ الولادة: 6 سبتمبر 1963"):
        lines: list[tuple[BlockKind, str]] = [("title", TITLE), ("byline", "1 نوفمبر 2016"), ("byline", words)]
        assert _one(*lines, ("body", TEXT)) == _span((2016, 11, 1))


def test_a_stamp_that_is_no_clock_bounds_nothing() -> None:
    lines: list[tuple[BlockKind, str]] = [("byline", "2011/4/4 الساعة 15:28 (مكة المكرمة)"), ("title", TITLE)]
    body = f"وكان قد زارها في 27 مارس 2011. {TEXT} وكان وزيرا عام 2013. {TEXT}"
    assert _one(*lines, ("body", body), ("chrome", "جميع الحقوق محفوظة 2018 ©")) is None


def test_the_texts_today_decides_whether_day_or_month_stands_first() -> None:
    stamp: tuple[BlockKind, str] = ("byline", "2/12/2022")

    def told(words: str) -> tuple[date, date] | None:
        return _one(("title", TITLE), stamp, ("body", f"{words} {TEXT}"))

    assert told("") == _span((2022, 12, 2))
    assert told("قال الناطق اليوم الجمعة إنه عائد.") == _span((2022, 12, 2))
    assert told("قال الناطق اليوم السبت إنه عائد.") == _span((2022, 2, 12))
    assert told("قال الناطق اليوم الخميس إنه عائد.") == _span((2022, 12, 1), (2022, 12, 2))
    assert told("قال الناطق اليوم الأحد إنه عائد.") is None


def test_the_entries_of_a_live_report_are_not_its_day() -> None:
    entries: list[tuple[BlockKind, str]] = [("body", f"{n}:40 08/12/2017\n{TEXT}") for n in (19, 18, 16)]
    head: list[tuple[BlockKind, str]] = [("title", TITLE), ("byline", "11/12/2017"), ("byline", "20:40 08/12/2017")]
    assert _one(*head, ("body", TEXT), *entries) == _span((2017, 12, 11))


def test_the_figures_of_a_hijri_day_are_not_turned_into_another_month_and_day() -> None:
    body = "تبدأ الدائرة عملها الإثنين، اعتبارا من اليوم الاثنين 4/10/1436، حتى نهاية الشهر. " + TEXT
    assert _one(("title", "دائرة تستقبل"), ("body", body)) == (date(2015, 7, 20), date(2015, 7, 20))


def test_a_day_before_a_photographers_name_is_the_pictures() -> None:
    photo = "جسر على النهر قرب السوق، 23 أغسطس 2013. تصوير: سمير حداد"
    assert _one(("title", "جسر على النهر"), ("body", photo), ("body", TEXT)) is None


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/index.php/2014-07-10-22-12-10/452-2016-12-26-15-37-25", date(2016, 12, 26)),
        ("/index.php?view=article&id=935:2013-03-10-16-59-57&catid=2", date(2013, 3, 10)),
        ("/ar/2017-01-13-21-26-14/tags", None),
        ("/arabic/middleeast/2016/02/160218_bridge_river", date(2016, 2, 18)),
        ("/arabic/middleeast/2016/02/170218_bridge_river", None),
        ("/2016/02/18/bridge/", date(2016, 2, 18)),
    ],
)
def test_an_address_tells_the_day_of_its_article_not_of_a_menu(path: str, told: date | None) -> None:
    days = _one(("title", "زيارة إلى المدينة"), ("body", TEXT), url=f"https://example.org{path}")
    assert days == ((told, told) if told else None)


def test_the_day_in_both_calendars_of_a_papers_head_is_its_readers() -> None:
    head = "بيروت - لبنان 2018 / 01 / 21 م 1439 / 05 / 05 ه - لبنان عربي دولي"
    assert _one(("byline", head), ("title", "جسر على النهر"), ("body", TEXT)) is None


def test_a_paper_bears_the_day_that_it_prints_not_the_eve_on_which_it_was_put_up() -> None:
    url = "https://example.org/2017/10/15/article.html"
    lines = [("title", "جسر على النهر"), ("byline", "الاثنين 16 أكتوبر 2017"), ("body", TEXT)]
    assert _one(*lines, url=url) == (date(2017, 10, 16), date(2017, 10, 16))  # type: ignore[arg-type]
