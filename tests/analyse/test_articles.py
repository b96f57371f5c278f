"""Articles are told apart, each with its title, its outlet and what it owns to."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_articles import BODY, OTHER, read, real

from takhrij.records import Article, Mark

SHARED = Path(__file__).parents[3] / "shared"
TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"
MATCH = "منتخب الشواطئ يفوز على ضيفه بثلاثة أهداف"


def _titles(text: str) -> list[str]:
    return [text[a.title.start : a.title.end] if a.title else "" for a in read(text)[0]]


def _only(text: str, url: str = "", marks: tuple[Mark, ...] = ()) -> Article:
    (article,) = read(text, url, marks)[0]
    return article


def _credits(article: Article) -> list[tuple[str, str]]:
    return [(hop.name, hop.via) for hop in article.credits]


def test_a_page_of_menus_has_no_article() -> None:
    assert read("الرئيسية\nسياسة\nرياضة\nاتصل بنا\nجميع الحقوق محفوظة")[0] == ()


def test_a_page_has_one_article_with_its_title() -> None:
    assert _titles("\n\n".join(["الرئيسية", TITLE, *BODY])) == [TITLE]


def test_a_title_ends_before_the_name_of_the_site_that_a_page_title_has_behind_it() -> None:
    ((article,), _) = read("\n\n".join([f"{TITLE} - القدس العربي", *BODY]), known=real())
    assert article.title is not None
    assert article.title.end - article.title.start == len(TITLE)
    assert _titles("\n\n".join([f"{TITLE} - بالصور", *BODY])) == [f"{TITLE} - بالصور"]


@pytest.mark.parametrize("cue", ["إقرأ أيضاً:", "المصدر: رويترز", "المصدر: رويترز\n\nاقرأ أيضا:"])
def test_a_second_article_behind_a_cue_is_one(cue: str) -> None:
    assert _titles("\n\n".join([TITLE, *BODY, cue, MATCH, *OTHER])) == [TITLE, MATCH]


def test_a_second_article_without_a_cue_is_known_by_its_matter() -> None:
    assert _titles("\n\n".join([TITLE, *BODY, MATCH, *OTHER])) == [TITLE, MATCH]


@pytest.mark.parametrize(
    "between",
    [
        "مستقبل الجسر القديم",
        "شاهد ايضاً: منتخب الشواطئ يفوز على ضيفه",
        "الجسر الجديد والشاحنات",
        "ماذا بعد فتح الجسر؟",
    ],
)
def test_neither_a_subhead_nor_a_promo_splits_an_article(between: str) -> None:
    assert _titles("\n\n".join([TITLE, *BODY, between, *reversed(BODY)])) == [TITLE]


def test_a_list_of_other_articles_is_none() -> None:
    listed = ["مقالات ذات صلة", MATCH, "سوق السمك يغلق أبوابه حتى إشعار آخر", "طقس ماطر على الساحل نهاية الأسبوع"]
    assert _titles("\n\n".join([TITLE, *BODY, *listed])) == [TITLE]


def test_a_repeated_headline_is_one_title() -> None:
    assert _titles("\n\n".join([TITLE, "تاريخ النشر: 25th, July 2024 GMT", TITLE, *BODY])) == [TITLE]


def test_blocks_know_their_article_and_furniture_has_none() -> None:
    text = "\n\n".join(["الرئيسية", TITLE, *BODY, "المصدر: رويترز", "اقرأ أيضا:", MATCH, *OTHER, "اترك تعليقاً"])
    found, blocks = read(text)
    first, second = (a.id for a in found)
    assert [b.article for b in blocks] == ["", *[first] * 5, "", *[second] * 4, ""]


def test_a_source_line_is_a_credit_where_the_page_has_a_name_of_its_own() -> None:
    text = "\n\n".join([TITLE, *BODY, "المصدر: رويترز", "جميع الحقوق محفوظة لموقع مدار الساحل © 2024"])
    article = _only(text)
    assert (article.outlet, _credits(article)) == ("مدار الساحل", [("رويترز", "republished")])


def test_a_source_line_is_the_outlet_where_nothing_else_is() -> None:
    assert _only("\n\n".join([TITLE, *BODY, "المصدر: صدى الميناء"])).outlet == "صدى الميناء"


def test_a_dateline_names_the_outlet_or_the_agency() -> None:
    ours = _only("\n\n".join([TITLE, "مدار الساحل - " + BODY[0], *BODY[1:]]))
    theirs = _only("\n\n".join([TITLE, "ميرسان (رويترز) - " + BODY[0], *BODY[1:], "© 2024 مدار الساحل"]))
    assert (ours.outlet, _credits(ours)) == ("مدار الساحل", [])
    assert (theirs.outlet, _credits(theirs)) == ("مدار الساحل", [("رويترز", "carried")])


def test_a_fake_dateline_is_not_believed_over_the_page_s_own_name() -> None:
    text = "\n\n".join(["مدار الساحل logo", TITLE, "ميرسان - صدى الميناء - " + BODY[0], *BODY[1:]])
    assert _only(text).outlet == "مدار الساحل"


def test_what_only_is_called_a_publisher_is_none() -> None:
    lead = "لم يكن ما نشره ما يسمى المكتب الإعلامي في ميرسان أمرا غريبا على سكان المدينة القديمة، وفق مقال للكاتب."
    article = _only("\n\n".join([TITLE, lead, *BODY[1:]]))
    assert not any(hop.via == "published" for hop in article.credits)


def test_a_retold_and_translated_report_keeps_both_hops_in_order() -> None:
    retold = "مدار الساحل - نشرت صحيفة أستيرا تريبيون التالمورية تقريرا تحدثت فيه عن مستقبل الجسر الجديد في ميرسان."
    translated = "وقالت الصحيفة، في مقال طويل ترجمته صدى الميناء، إن الجسر سيفتح أمام الشاحنات مطلع الشهر."
    article = _only("\n\n".join([TITLE, retold, translated, *BODY[1:]]))
    want = [("صدى الميناء", "translated"), ("أستيرا تريبيون", "published")]
    assert (article.outlet, _credits(article)) == ("مدار الساحل", want)


def test_a_name_line_over_the_headline_is_the_outlet_of_that_article_only() -> None:
    text = "\n\n".join(
        [
            "صدى الميناء:",
            TITLE,
            *BODY,
            "المصدر: صدى الميناء",
            "إقرأ أيضاً:",
            MATCH,
            "مدار الساحل - " + OTHER[0],
            *OTHER[1:],
        ]
    )
    assert [a.outlet for a in read(text)[0]] == ["صدى الميناء", "مدار الساحل"]


def test_an_address_names_the_outlet_known_or_not() -> None:
    text = "\n\n".join([TITLE, *BODY])
    assert _only(text, url="https://www.madar.example/2024/1").outlet == "مدار الساحل"
    assert _only(text, url="https://nobody.example/2024/1").outlet == "nobody.example"


def test_the_address_of_an_image_is_the_last_resort() -> None:
    text = "\n\n".join([TITLE, "![](https://pictures.unknown.example/bridge.jpg)", *BODY, "المصدر: رويترز"])
    article = _only(text)
    assert (article.outlet, _credits(article)) == ("pictures.unknown.example", [("رويترز", "republished")])


def test_an_ordinary_word_is_an_outlet_only_where_nothing_but_names_stands() -> None:
    assert _only("\n\n".join([TITLE, *BODY, "عادت الحياة إلى المدينة القديمة"])).outlet == ""
    sourced = _only("\n\n".join([TITLE, *BODY, "المصدر: الحياة"]))
    assert (sourced.outlet, _credits(sourced)) == ("", [("الحياة", "republished")])


def test_a_source_is_found_amid_other_words_of_a_line() -> None:
    amid = _only("\n\n".join([TITLE, *BODY[:-1], f"{BODY[-1]} المصدر : رويترز شاركوا هذا الخبر مع أصدقائكم"]))
    assert _credits(amid) == [("رويترز", "republished")]
    several = _only("\n\n".join([TITLE, *BODY, "المصدر : رويترز ووكالات"]))
    assert _credits(several) == [("رويترز", "republished"), ("وكالات", "republished")]


def test_what_an_agency_says_in_a_headline_is_its_report() -> None:
    told = _only("\n\n".join([f"رويترز : {TITLE}", *BODY]))
    assert _credits(told) == [("رويترز", "reported")]


def test_an_agency_named_alone_is_not_the_house_that_prints_its_text() -> None:
    dated = _only("\n\n".join([TITLE, f"بيروت - رويترز - {BODY[0]}", *BODY[1:]]))
    assert (dated.outlet, _credits(dated)) == ("", [("رويترز", "carried")])
    joint = _only("\n\n".join([TITLE, *BODY, "المصدر: الحياة + رويترز"]))
    assert joint.outlet == "الحياة"


@pytest.mark.parametrize("name", ["Madar", "MADAR News", "Ma Dar"])
def test_a_name_in_latin_letters_is_the_outlet_whose_address_it_is(name: str) -> None:
    text = "\n\n".join(["وزير النقل في المدينة", TITLE, *BODY])
    assert _only(text, marks=(Mark(kind="site", value=name),)).outlet == "مدار الساحل"


def test_markup_states_site_and_title() -> None:
    text = "\n\n".join(["وزير النقل في المدينة", TITLE, *BODY])
    marks = (Mark(kind="site", value="Marsa"), Mark(kind="title", value=f"{TITLE} | Marsa"))
    article = _only(text, marks=marks)
    assert article.outlet == "Marsa"
    assert article.title is not None
    assert text[article.title.start : article.title.end] == TITLE


def test_without_any_name_the_outlet_is_unknown_and_says_so() -> None:
    article = _only("\n\n".join([TITLE, *BODY]))
    assert (article.outlet, article.why[-1].rule) == ("", "no outlet named")


@given(
    st.lists(st.sampled_from([TITLE, MATCH, *BODY, *OTHER, "المصدر: رويترز", "إقرأ أيضاً:", "سياسة", ""]), max_size=14)
)
@settings(max_examples=80, deadline=None)
def test_articles_follow_one_another_and_every_span_lies_in_the_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    found, blocks = read(text)
    assert all(0 <= a.span.start < a.span.end <= len(text) for a in found)
    assert [a.span for a in found] == sorted(a.span for a in found)
    assert {b.article for b in blocks} - {""} == {a.id for a in found}


def test_the_five_pages_give_their_articles() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared is missing: the five pages are not read")
    gold = yaml.safe_load((SHARED / "gold/seeds.yaml").read_text(encoding="utf-8"))["pages"]
    for name, want in gold.items():
        text = (SHARED / f"pages/{name}.txt").read_bytes().decode("utf-8")
        assert _titles(text) == [a["headline"] for a in want["articles"]]


def test_an_agency_signs_in_brackets_after_the_editors_initials() -> None:
    article = _only("\n\n".join([TITLE, *BODY, "م.س/ل.ع (رويترز)", "© 2024 مدار الساحل"]))
    assert _credits(article) == [("رويترز", "republished")]


def test_an_unknown_or_misspelt_agency_among_known_ones_does_not_hide_them() -> None:
    for third in ("ي ب د", "رويتررز"):
        signed = read(
            "\n\n".join([TITLE, *BODY[:-1], f"{BODY[-1]} م . س ( د ب أ , رويترز , {third} )"]), known=real()
        )[0][0]
        assert _credits(signed) == [("د ب أ", "republished"), ("رويترز", "republished")]
    lone = read("\n\n".join([TITLE, *BODY[:-1], BODY[-1] + " ( رويترز , منظمة دولية كبيرة )"]), known=real())[0][0]
    assert _credits(lone) == []


def test_a_paper_alone_behind_the_last_sentence_signs_it() -> None:
    article = _only("\n\n".join([TITLE, *BODY[:-1], BODY[-1] + " صدى الميناء", "© 2024 مدار الساحل"]))
    assert _credits(article) == [("صدى الميناء", "republished")]


def test_an_agency_that_took_the_photo_is_no_credit_of_the_article() -> None:
    photo = "شاحنات على الجسر الجديد في ميرسان عند افتتاحه (رويترز)"
    assert _credits(_only("\n\n".join([TITLE, photo, *BODY, "© 2024 مدار الساحل"]))) == []


def test_the_author_is_named_behind_by_or_alone_with_a_town() -> None:
    by = _only("\n\n".join([TITLE, "بقلم: محمد القاسم", *BODY]))
    alone = _only("\n\n".join([TITLE, "محمد القاسم - ميرسان", *BODY]))
    assert _credits(by) == _credits(alone) == [("محمد القاسم", "wrote")]
    assert by.outlet == alone.outlet == ""


def test_a_source_line_ends_where_other_matter_is_glued_to_it() -> None:
    article = _only("\n\n".join([TITLE, *BODY, "المصدر : رويترز أبرز النقاط", "© 2024 مدار الساحل"]))
    assert _credits(article) == [("رويترز", "republished")]


def test_an_unknown_site_is_named_behind_its_copyright() -> None:
    assert _only("\n\n".join([TITLE, *BODY, "جميع الحقوق محفوظة لموقع نوافذ التل 2024"])).outlet == "نوافذ التل"


def test_an_unknown_site_is_named_before_the_headline() -> None:
    assert _only("\n\n".join([f"نوافذ التل - {TITLE}", TITLE, *BODY])).outlet == "نوافذ التل"


def test_a_fake_dateline_of_an_agency_does_not_make_the_page_its_own() -> None:
    text = "\n\n".join([f"{TITLE} | مدار الساحل", TITLE, "لومير - صدى الميناء - " + BODY[0], *BODY[1:]])
    assert _only(text).outlet == "مدار الساحل"


def test_the_address_is_believed_over_a_fake_dateline() -> None:
    text = "\n\n".join([TITLE, "ميرسان - صدى الميناء - " + BODY[0], *BODY[1:]])
    assert _only(text, url="https://www.madar.example/2024/1").outlet == "مدار الساحل"


def test_standfirst_byline_and_dateline_are_spans_of_the_page() -> None:
    lead = "قرار الوزير بفتح الجسر بعد عام من الترميم يرضي السائقين."
    text = "\n\n".join([TITLE, lead, "بقلم: محمد القاسم", "مدار الساحل - " + BODY[0], *BODY[1:]])
    article = _only(text)
    parts = [text[s.start : s.end] if s else "" for s in (article.standfirst, article.byline, article.dateline)]
    assert parts == [lead, "بقلم: محمد القاسم", "مدار الساحل -"]


def test_a_dash_in_the_first_sentence_makes_no_dateline() -> None:
    assert _only("\n\n".join([TITLE, "قال الوزير - وهو مهندس - إن الجسر آمن.", *BODY])).dateline is None


def test_an_unknown_site_signs_with_a_colon_and_a_dash() -> None:
    assert _only("\n\n".join([TITLE, "نوافذ التل :- " + BODY[0], *BODY[1:]])).outlet == "نوافذ التل"


def test_a_paper_and_a_year_at_the_very_end_name_the_page() -> None:
    assert _only("\n\n".join([TITLE, *BODY, "جريدة نوافذ التل 2012 ."])).outlet == "نوافذ التل"


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        (f"{TITLE} | أصداء ميرسان {TITLE}", "أصداء ميرسان"),
        (f"{TITLE} - صحيفة الحياة {TITLE}", "الحياة"),
        (f"أصداء ميرسان | {TITLE}\n\n{TITLE}", "أصداء ميرسان"),
    ],
)
def test_the_name_beside_a_repeated_headline_is_the_outlet(title: str, outlet: str) -> None:
    assert _only("\n\n".join([title, *BODY])).outlet == outlet


def test_an_address_printed_with_spaces_names_the_outlet() -> None:
    assert _only("\n\n".join([TITLE, *BODY, "info @ madar . example"])).outlet == "مدار الساحل"


def test_a_person_s_name_beside_the_headline_is_no_outlet() -> None:
    assert _only("\n\n".join([f"{TITLE} | محمد القاسم {TITLE}", *BODY])).outlet == ""


def test_an_agency_that_the_headline_quotes_is_not_the_page_s_own() -> None:
    assert _only("\n\n".join([f"رويترز : {TITLE}", *BODY])).outlet == ""


@pytest.mark.parametrize("words", ["ميرسان هدف السفن الكبيرة - ", "موجز أخبار روسيا - ", "روسيا حداد : "])
def test_a_headline_or_a_speaker_before_a_sign_is_no_dateline(words: str) -> None:
    assert _only("\n\n".join([TITLE, f"{words}{BODY[0]}", *BODY[1:]])).dateline is None


@pytest.mark.parametrize("head", ["ميرسان - وكالات : ", "مدار الساحل - وكالات - "])
def test_agencies_in_a_dateline_are_a_credit(head: str) -> None:
    article = _only("\n\n".join([TITLE, head + BODY[0], *BODY[1:], "© 2024 مدار الساحل"]))
    assert ("وكالات", "carried") in _credits(article)


def test_agencies_in_several_brackets_are_all_credits() -> None:
    signed = "(رويترز) , (صدى الميناء)"
    article = _only("\n\n".join([TITLE, *BODY, signed, "© 2024 مدار الساحل"]))
    assert [name for name, _ in _credits(article)] == ["رويترز", "صدى الميناء"]


def test_an_agency_signs_before_buttons_that_are_glued_to_it() -> None:
    article = _only("\n\n".join([TITLE, *BODY[:-1], BODY[-1] + " - ( رويترز ) التعليق 2018", "© 2024 مدار الساحل"]))
    assert [name for name, _ in _credits(article)] == ["رويترز"]


def test_a_source_line_without_a_colon_names_known_outlets() -> None:
    article = _only("\n\n".join([TITLE, *BODY, "المصدر صدى الميناء رويترز", "© 2024 مدار الساحل"]))
    assert [name for name, _ in _credits(article)] == ["صدى الميناء", "رويترز"]


def test_the_writer_is_named_far_behind_the_text() -> None:
    buttons = ["شارك", "طباعة", "أرسل إلى صديق", "تعليقات"]
    article = _only("\n\n".join([TITLE, *BODY, *buttons, "الكاتب : محمد القاسم", "© 2024 مدار الساحل"]))
    assert _credits(article) == [("محمد القاسم", "wrote")]


@pytest.mark.parametrize("role", ["رئيس التحرير", "رئيس مجلس الإدارة"])
def test_who_heads_the_paper_wrote_nothing(role: str) -> None:
    article = _only("\n\n".join([f"{role} : محمد القاسم", TITLE, *BODY, "© 2024 مدار الساحل"]))
    assert _credits(article) == []


def test_a_reporter_stands_before_the_outlet_in_a_dateline_or_behind_a_town() -> None:
    before = _only("\n\n".join([TITLE, "محمد القاسم - خاص مدار الساحل " + BODY[0], *BODY[1:]]))
    behind = _only("\n\n".join([TITLE, "ميرسان ( محمد القاسم )", *BODY]))
    assert ("محمد القاسم", "wrote") in _credits(before)
    assert ("محمد القاسم", "wrote") in _credits(behind)


@pytest.mark.parametrize(
    ("rights", "outlet"),
    [
        ("جميع الحقوق محفوظة لموقع أصداء ميرسان Copyright 2018", "أصداء ميرسان"),
        ("جميع الحقوق محفوظة لمركز نورس الحياة 2018", "نورس الحياة"),
    ],
)
def test_an_unknown_name_ends_before_buttons_and_is_not_a_known_name_s_last_word(rights: str, outlet: str) -> None:
    assert _only("\n\n".join([TITLE, *BODY, rights])).outlet == outlet


def test_the_page_s_own_name_with_a_button_glued_to_it_is_no_credit() -> None:
    text = "\n\n".join([TITLE, *BODY, "المصدر : مدار الساحلكلمات دلالية", "جميع الحقوق محفوظة لموقع مدار الساحل"])
    assert _credits(_only(text)) == []
