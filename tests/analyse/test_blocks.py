"""Every line of a page gets its kind, text dumps above all."""

import json
from collections import Counter
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_articles import BODY, kinds, knowledge, page

from takhrij.analyse import blocks
from takhrij.analyse.blocks import lines
from takhrij.records import Analysis, Mark
from takhrij.text import fold

SHARED = Path(__file__).parents[3] / "shared"
TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"


def _kind(text: str, words: str) -> str:
    return next(kind for kind, line in kinds(text) if words in line)


def test_furniture_promos_and_forms_stand_apart_from_the_text() -> None:
    text = "\n".join(
        [
            "الرئيسية",
            "سياسة",
            TITLE,
            "الأحد 13 أكتوبر 2024 09:40",
            BODY[0],
            "شاهد ايضاً: طقس ماطر على الساحل نهاية الأسبوع",
            BODY[1],
            BODY[2],
            "المصدر: رويترز",
            "مقالات ذات صلة",
            "سوق السمك يغلق أبوابه حتى إشعار آخر",
            "اترك تعليقاً",
            "لن يتم نشر عنوان بريدك الإلكتروني.",
            "جميع الحقوق محفوظة © 2024",
        ]
    )
    want = ["chrome", "chrome", "title", "byline", "body", "promo", "body", "body", "byline"]
    assert [kind for kind, _ in kinds(text)] == [*want, "related", "related", "comment", "comment", "chrome"]


def test_a_subhead_is_body() -> None:
    assert _kind("\n".join([TITLE, *BODY, "مستقبل الجسر القديم", *BODY]), "مستقبل") == "body"


def test_a_sentence_right_under_the_headline_is_a_title_where_furniture_parts_it_from_the_text() -> None:
    standfirst = "وزير النقل يعد بفتح الجسر الجديد بعد عام من الإغلاق، والسائقون ينتظرون."
    assert _kind("\n".join([TITLE, standfirst, "شارك الخبر", "Loading...", *BODY]), "السائقون") == "title"


def test_a_first_sentence_over_furniture_is_text_where_the_next_goes_on_with_it() -> None:
    assert (
        _kind("\n".join([TITLE, BODY[0], "شارك الخبر", "Loading...", *BODY[1:], *BODY[1:]]), "مطلع الشهر") == "body"
    )


def test_a_picture_s_words_signed_by_an_outlet_are_a_caption() -> None:
    caption = "الوزير يتفقد أعمدة الجسر في ميرسان، 4 نوفمبر 2024 (صدى الميناء)"
    assert _kind("\n".join([TITLE, caption, *BODY]), "يتفقد") == "caption"


def test_headlines_without_a_heading_under_the_text_are_related() -> None:
    listed = ["أمطار غزيرة تقطع الطريق الساحلي ثلاث ساعات", "وفاة صاحب أقدم مطبعة في حي الصباغين"]
    text = "\n".join([TITLE, *BODY, "شارك الخبر", *listed])
    assert [_kind(text, line) for line in listed] == ["related", "related"]


def test_a_ticker_is_a_list_of_other_articles() -> None:
    ticker = " ... ".join(
        ["عاجل: إغلاق مطار ميرسان", "ارتفاع طفيف بأسعار الوقود", "بدء التسجيل بالجامعات", "العثور على قارب"]
    )
    assert _kind("\n".join([ticker, TITLE, *BODY]), "الوقود") == "related"


def test_comment_rules_are_no_text_however_well_written() -> None:
    rule = "إذا كان التعليق يحتوي على شتائم أو تهديدات موجهة إلى الآخرين، فلإدارة التحرير أن تحذفه دون إنذار."
    assert _kind("\n".join([TITLE, *BODY, rule]), "شتائم") == "comment"


def test_a_line_that_a_flattened_page_glued_together_comes_in_parts() -> None:
    stamp = "السبت 12 أكتوبر 2024 09 : 40 م"
    text = f"{TITLE} | مدار الساحل بحث القائمة {TITLE} {stamp} {BODY[0]}\n{BODY[1]}\n{BODY[2]}"
    found = kinds(text)
    assert found[0] == ("title", TITLE)
    assert ("byline", stamp) in found
    assert [line for kind, line in found if kind == "body"] == list(BODY)


def test_furniture_behind_the_last_sentence_of_a_line_is_cut_off() -> None:
    text = "\n".join([TITLE, *BODY[:2], f"{BODY[2]} مواضيع ذات صلة سوق السمك جميع الحقوق محفوظة 2024"])
    assert ("body", BODY[2]) in kinds(text)


def test_a_date_in_a_sentence_stays_there() -> None:
    sentence = (
        "أعلنت الوزارة يوم الأحد 13 أكتوبر 2024 أن الجسر سيفتح أمام الشاحنات بعد انتهاء أعمال الترميم فيه كلها."
    )
    assert ("body", sentence) in kinds("\n".join([TITLE, sentence, *BODY[1:]]))


def test_markup_tells_captions_and_menus() -> None:
    caption, menu = "الوزير يتفقد أعمدة الجسر مع مهندسين في المدينة.", "محافظ المدينة يزور الميناء القديم"
    text = "\n".join([menu, TITLE, caption, *BODY])
    at = text.index(caption)
    marks = (Mark(kind="nav", start=0, end=len(menu)), Mark(kind="figcaption", start=at, end=at + len(caption)))
    assert kinds(text, marks)[:3] == [("chrome", menu), ("title", TITLE), ("caption", caption)]


def test_every_phrase_of_furniture_is_found_where_its_row_wants_it() -> None:
    shapes = {"colon": "{}: كلمة", "end": "صورة للجسر الجديد في المدينة ({})"}
    missed = []
    for row in knowledge().language.furniture:
        text = shapes.get(row.where, "{}").format(row.phrase)
        cues = {
            (cue.row.phrase, cue.row.where)
            for line in lines.cut(page(text), fold(text), knowledge())
            for cue in line.cues
        }
        if (row.phrase, row.where) not in cues:
            missed.append(row.phrase)
    assert missed == []


@pytest.mark.parametrize(
    ("phrase", "where", "text"),
    [(row.phrase, row.where, text) for row in knowledge().language.furniture for text in row.never],
)
def test_what_is_no_furniture_has_no_cue(phrase: str, where: str, text: str) -> None:
    found = lines.cut(page(text), fold(text), knowledge())
    assert not [cue for line in found for cue in line.cues if (cue.row.phrase, cue.row.where) == (phrase, where)]


@given(st.text(alphabet='ابتيوال |:-.!؟"«(\n\u202e٣2024م', max_size=300))
@settings(max_examples=150, deadline=None)
def test_blocks_cover_every_word_once_in_order(text: str) -> None:
    found = blocks.find(page(text), fold(text), Analysis(page="p", language="ar"), knowledge())
    ends = [0, *(b.span.end for b in found)]
    assert all(end <= b.span.start < b.span.end for end, b in zip(ends, found, strict=False))
    covered = {i for b in found for i in range(b.span.start, b.span.end)}
    assert not [w.text for w in fold(text).words if not covered.issuperset(range(w.start, w.end))]
    assert all(b.why for b in found)


@pytest.mark.parametrize(
    "piece",
    [
        "قال ",
        "( ",
        '"',
        "| ",
        ". ",
        "2024 ",
        "http://",
        "شارك الخبر ",
        "قال الوزير.\n",
        "• خبر\n",
        " \n",
        "©",
        "12:30 ",
    ],
)
def test_hostile_pages_take_time_in_proportion(piece: str) -> None:
    def spent(length: int) -> float:
        text = piece * (length // len(piece))
        folded, sofar = fold(text), Analysis(page="p", language="ar")
        start = process_time()
        blocks.find(page(text), folded, sofar, knowledge())
        return process_time() - start

    spent(1000)
    assert min(spent(100_000), spent(100_000)) <= 40 * max(spent(10_000), spent(10_000), 0.01)


def test_the_five_pages_are_told_apart() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared is missing: the five pages are not read")
    gold = [json.loads(line) for line in (SHARED / "gold/blocks.jsonl").read_text(encoding="utf-8").splitlines()]
    count: Counter[str] = Counter()
    for name in sorted({row["page"] for row in gold}):
        text = (SHARED / f"pages/{name}.txt").read_bytes().decode("utf-8")
        found = blocks.find(page(text), fold(text), Analysis(page="p", language="ar"), knowledge())
        got = {i: b.kind for b in found for i in range(b.span.start, b.span.end) if not text[i].isspace()}
        for row in (row for row in gold if row["page"] == name):
            for i in range(row["start"], row["end"]):
                if not text[i].isspace():
                    count["all"] += 1
                    count["same"] += got.get(i) == row["kind"]
                    count["want"] += row["kind"] == "body"
                    count["hit"] += row["kind"] == got.get(i) == "body"
        count["got"] += sum(kind == "body" for kind in got.values())
    assert 2 * count["hit"] / (count["got"] + count["want"]) >= 0.99
    assert count["same"] / count["all"] >= 0.97


def test_a_form_of_the_page_is_no_readers_comment() -> None:
    form = "اشترك في النشرة البريدية\nالاسم\nالبريد الإلكتروني"
    assert _kind("\n".join([TITLE, *BODY, form]), "الاسم") == "chrome"
    assert _kind("\n".join([TITLE, *BODY, "اترك تعليقاً", "الاسم", "البريد الإلكتروني"]), "الاسم") == "comment"


def test_the_page_s_clock_is_furniture_where_the_article_has_a_stamp_of_its_own() -> None:
    text = "\n".join(["الأحد 20 أكتوبر 2024", "الرئيسية", "سياسة", TITLE, "نشر في 13 / 9 / 2024", *BODY])
    assert _kind(text, "20 أكتوبر") == "chrome"
    assert _kind(text, "13 / 9") == "byline"


def test_a_stamp_over_the_headline_is_a_byline_where_it_is_the_only_one() -> None:
    assert _kind("\n".join(["الأحد 20 أكتوبر 2024 09:40", TITLE, *BODY]), "20 أكتوبر") == "byline"


def test_a_site_s_words_about_itself_are_furniture_in_a_list_too() -> None:
    about = "مؤسسة إعلامية مستقلة تأسست في ميرسان، تقدم أخبار الساحل والجبل."
    text = "\n".join([TITLE, *BODY, "الأكثر قراءة", "سوق السمك يغلق أبوابه", about, "وتصدر مجلة أسبوعية أيضا."])
    assert _kind(text, "تأسست") == "chrome"
    assert _kind(text, "أسبوعية") == "chrome"


def test_a_template_s_code_is_furniture() -> None:
    assert (
        _kind("\n".join([TITLE, *BODY, "{ * firstName * } { * lastName * } { * email * } سجل الآن"]), "lastName")
        == "chrome"
    )


def test_the_page_s_title_before_the_site_s_name_is_a_title() -> None:
    text = f"{TITLE} - موقع مدار الساحل\nالقائمة\nميرسان تفتح جسرها الجديد أمام شاحنات النقل\n" + "\n".join(BODY)
    assert _kind(text, TITLE) == "title"


def test_a_caption_whose_signature_begins_the_next_line_is_a_caption() -> None:
    text = "\n".join(
        [TITLE, "13 / 10 / 2024", "شاحنات تعبر الجسر القديم في ميرسان .", f"( رويترز ) {BODY[0]}", *BODY[1:]]
    )
    assert _kind(text, "القديم") == "caption"
    assert _kind(text, "( رويترز )") == "caption"
    assert _kind(text, "أعلن وزير النقل") == "body"


def test_a_dateline_s_agency_in_brackets_is_no_signature() -> None:
    text = "\n".join([TITLE, *BODY[1:], f"( رويترز ) - {BODY[0]}"])
    assert _kind(text, "في مؤتمر صحفي") == "body"


def test_a_caption_ends_with_the_archive_behind_a_dash() -> None:
    text = f"{TITLE} | مدار الساحل بحث {TITLE} الجسر القديم في ميرسان - أرشيف {BODY[0]}\n" + "\n".join(BODY[1:])
    assert _kind(text, "القديم") == "caption"
    assert _kind(text, "أعلن وزير النقل").startswith("body")


def test_a_sentence_behind_a_dateline_of_agencies_is_text() -> None:
    line = f"وكالات - {BODY[0]} وقال شهود إن السائقين ينتظرون هذا اليوم منذ عام كامل."
    assert _kind("\n".join([TITLE, line, *BODY[1:]]), "شهود") == "body"


def test_a_sentence_in_which_a_site_speaks_of_itself_is_none_of_the_text() -> None:
    own = "يمكنك الاشتراك في النشرة البريدية للموقع ليصلك جديد المقالات على بريدك الإلكتروني من هيئة التحرير."
    assert own not in [text for kind, text in kinds("\n\n".join((*BODY, own))) if kind == "body"]
