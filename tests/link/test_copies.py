from __future__ import annotations

import random
import time

import pytest
from invented_tellings import named, page, said
from msgspec.structs import replace

from takhrij.link import copies, order, run
from takhrij.link.passages import aligned, kept, rows
from takhrij.records import Analysis, Copy, Links, Span

SHARED = (
    "أعلنت بلدية المرج الأخضر أن أعمال ترميم السوق القديم ستبدأ مطلع الربيع، وأن التجار سينقلون "
    "بضائعهم إلى ساحة مؤقتة قرب النهر حتى انتهاء العمل."
)
EDITED = (
    "ذكرت بلدية المرج الأخضر ان أعمال ترميم السوق القديم ستنطلق مطلع الربيع، وأن التجار سينقلون "
    "بضائعهم الى ساحة مؤقتة حتى انتهاء العمل."
)
BEFORE = "كانت ليلة هادئة في الميناء على غير العادة.\n"
AFTER = "\nورحب الصيادون بعودة الأسماك إلى الخليج بعد غياب طويل."
FIELD = [f"كلمة{a}{b}" for a in "ابتثجحخدذرزسشصضطظعغفقكلمنهوي" for b in "ابتثجحخدذرزسشصضطظ"]


def found(*analyses: Analysis, **known: object) -> tuple[Copy, ...]:
    links = run(copies, analyses, Links(**known))  # type: ignore[arg-type]
    return run(order, analyses, links).copies


def text(span: Span, *analyses: Analysis) -> str:
    analysis = next(a for a in analyses if a.page == span.page)
    return "\n".join(s.text for s in analysis.sentences)[span.start : span.end]


class TestAPassage:
    def test_is_found_from_its_first_word_to_its_last_on_both_sides(self) -> None:
        left, right = page("a", BEFORE + SHARED), page("b", SHARED + AFTER)
        (copy,) = found(left, right)
        assert (copy.left.start, copy.left.end) == (len(BEFORE), len(BEFORE + SHARED) - 1)
        assert (copy.right.start, copy.right.end) == (0, len(SHARED) - 1)
        assert copy.score == 1.0

    def test_is_found_after_a_light_edit_and_in_other_spelling(self) -> None:
        left, right = page("a", BEFORE + SHARED), page("b", EDITED + AFTER)
        (copy,) = found(left, right)
        assert text(copy.left, left).startswith("أعلنت بلدية")  # the sentence, with the verb that was changed
        assert text(copy.right, right).startswith("ذكرت بلدية")
        assert text(copy.left, left).endswith("انتهاء العمل")
        assert text(copy.right, right).endswith("انتهاء العمل")
        assert 0.8 < copy.score < 1

    def test_runs_over_several_sentences(self) -> None:
        both = BEFORE.strip() + " " + SHARED + " ولم يذكر البيان موعدا لعودة التجار إلى محالهم."
        (copy,) = found(page("a", both), page("b", both + AFTER))
        assert (copy.left.start, copy.left.end) == (0, len(both) - 1)

    def test_points_at_the_original_behind_an_emoji_and_marks(self) -> None:
        marked = SHARED.replace("بلدية", "بَلَدِيّة")
        left, right = page("a", "🌊 " + marked), page("b", SHARED)
        (copy,) = found(left, right)
        assert copy.left == Span(page="a", start=2, end=2 + len(marked) - 1)

    def test_ends_with_its_sentence_where_the_last_words_were_changed(self) -> None:
        other = SHARED.replace("انتهاء العمل.", "اكتمال الأشغال.")
        left, right = page("a", SHARED + AFTER), page("b", other + "\nوهذا خبر آخر عن السوق.")
        (copy,) = found(left, right)
        assert text(copy.left, left).endswith("انتهاء العمل")
        assert text(copy.right, right).endswith("اكتمال الأشغال")

    def test_takes_in_no_words_that_only_one_page_has(self) -> None:
        left, right = page("a", SHARED), page("b", "خبر عاجل: " + SHARED + AFTER)
        (copy,) = found(left, right)
        assert text(copy.right, right).startswith("أعلنت")

    def test_ends_within_a_sentence_that_goes_on_in_other_words(self) -> None:
        longer = SHARED.removesuffix(".") + " كما قال رئيس البلدية في حديث إلى الصحافة مساء أمس."
        (copy,) = found(page("a", SHARED + AFTER), page("b", longer))
        assert text(copy.right, page("b", longer)).endswith("انتهاء العمل")

    def test_ends_before_a_word_that_is_equal_by_chance_beyond_the_sentence(self) -> None:
        left = page("a", "انتهى العمل في البلاد.\n" + SHARED)
        right = page("b", "زارت الوفود أنحاء البلاد.\n" + SHARED)
        (copy,) = found(left, right)
        assert text(copy.left, left).startswith("أعلنت")
        assert text(copy.right, right).startswith("أعلنت")


class TestNoCopyIs:
    def test_a_short_formula(self) -> None:
        formula = "رئيس مجلس إدارة الهيئة العامة للموانئ والممرات المائية "
        assert found(page("a", formula + "زار الجزيرة"), page("b", formula + "افتتح رصيفا جديدا")) == ()

    def test_a_list_of_names(self) -> None:
        names = "سالم هاني، رامي فارس، وليد نجم، سمير عادل، جمال زاهر، فؤاد كرم، هشام راضي، ماجد سعد، نبيل أمين."
        assert found(page("a", "فاز كل من " + names), page("b", "غاب عن اللقاء " + names)) == ()

    def test_a_table_of_figures(self) -> None:
        table = "الذهب 1200 الفضة 15 النفط 56 القمح 190 الذرة 160 السكر 330 القطن 64 البن 120 الأرز 380"
        assert found(page("a", table), page("b", table)) == ()

    def test_a_string_of_names_and_titles(self) -> None:
        titles = "رئيس المجلس الأعلى للمرافئ الدكتور سامر بن هاني بن فارس المرجاني أمين عام اتحاد البحارة في الجزر"
        left, right = (named(page(p, titles + " زار الحوض"), "سامر المرجاني") for p in "ab")
        spans = [replace(a.mentions[0], span=Span(page=a.page, start=0, end=len(titles))) for a in (left, right)]
        left, right = (replace(a, mentions=(m,)) for a, m in zip((left, right), spans, strict=True))
        assert found(left, right) == ()

    def test_another_version_of_the_same_url(self) -> None:
        url = "https://news.example/1"
        assert found(page("a", SHARED, url=url), page("b", SHARED + AFTER, url=url)) == ()
        assert found(page("a", SHARED, url=url), page("b", SHARED + AFTER, url=url + "2"))

    def test_a_repetition_within_one_page(self) -> None:
        assert found(page("a", SHARED + "\n" + SHARED)) == ()

    def test_a_short_phrase_that_many_articles_share(self) -> None:
        phrase = "وتجدر الإشارة إلى أن المهرجان يقام كل عام في حديقة النهر بمشاركة فرق من أنحاء البلاد"
        pages = [page(f"p{i}", " ".join(FIELD[i * 9 : i * 9 + 9]) + " " + phrase) for i in range(9)]
        assert found(*pages) == ()
        assert found(*pages[:2])


class TestWhoHadItFirst:
    def test_is_told_by_dates(self) -> None:
        (copy,) = found(page("a", SHARED, published="2024-05-03"), page("b", SHARED, published="2024-05-01"))
        assert copy.earlier == "b"

    def test_is_told_by_a_credit_where_dates_do_not(self) -> None:
        (copy,) = found(page("a", SHARED, "مرايا", credited=("نداء الجزر",)), page("b", SHARED, "نداء الجزر"))
        assert copy.earlier == "b"

    def test_is_told_by_an_agency_where_nothing_else_does(self) -> None:
        known = frozenset({"نداء الجزر"})
        (copy,) = found(page("a", SHARED, "مرايا"), page("b", SHARED, "نداء الجزر"), agencies=known)
        assert copy.earlier == "b"

    def test_is_told_by_no_agency_where_the_other_owns_to_another(self) -> None:
        known = frozenset({"نداء الجزر", "صوت البحر"})
        owned = page("a", SHARED, "مرايا", credited=("صوت البحر",))
        (copy,) = found(owned, page("b", SHARED, "نداء الجزر"), agencies=known)
        assert copy.earlier == ""

    def test_is_told_by_the_outlet_that_the_passage_names_where_its_page_is_undated(self) -> None:
        cited = said(page("a", SHARED, "مرايا", "2024-05-03"), SHARED[:60], "سالم", via="نداء الجزر")
        (copy,) = found(cited, page("b", SHARED, "نداء الجزر"))
        assert copy.earlier == "b"
        assert "named by the other" in copy.why[-1].note

    def test_is_unknown_where_the_one_named_in_the_passage_is_dated_later(self) -> None:
        cited = said(page("a", SHARED, "مرايا", "2024-05-03"), SHARED[:60], "سالم", via="نداء الجزر")
        (copy,) = found(cited, page("b", SHARED, "نداء الجزر", "2024-05-09"))
        assert copy.earlier == ""

    def test_is_unknown_on_one_day(self) -> None:
        (copy,) = found(page("a", SHARED, published="2024-05-03"), page("b", SHARED, published="2024-05-03"))
        assert copy.earlier == ""
        assert "unknown" in copy.why[-1].note


def test_the_order_of_pages_changes_nothing() -> None:
    pages = [page("a", BEFORE + SHARED), page("b", EDITED), page("c", SHARED + AFTER)]
    assert found(*pages) == found(*reversed(pages))


@pytest.mark.parametrize("size", [12, 25, 60])
def test_planted_passages_are_found_to_the_word(size: int) -> None:
    dice = random.Random(size)
    for number in range(40):
        passage = " ".join(dice.sample(FIELD, size))
        texts = [
            " ".join(dice.sample(FIELD, 50)) + " فاصل " + passage + " نهاية " + " ".join(dice.sample(FIELD, 50))
            for _ in "ab"
        ]
        texts[1] = texts[1].replace("فاصل", "حاجز").replace("نهاية", "خاتمة")
        left, right = page(f"a{number}", texts[0]), page(f"b{number}", texts[1])
        (copy,) = found(left, right)
        assert [texts[0][copy.left.start : copy.left.end], texts[1][copy.right.start : copy.right.end]] == [
            passage
        ] * 2


def test_a_run_of_ten_equal_words_always_shares_a_kept_shingle() -> None:
    dice = random.Random(7)
    for _ in range(200):
        run_ = dice.sample(FIELD, 10)
        sides = [page("a", " ".join([*dice.sample(FIELD, 20), *run_, *dice.sample(FIELD, 20)])) for _ in "ab"]
        shingles = [{h for h, _ in kept(row.words)} for side in sides for row in rows(side)]
        assert shingles[0] & shingles[1]


def test_alignment_of_one_word_repeated_ends() -> None:
    (row,) = rows(page("a", "نعم " * 400))
    began = time.perf_counter()
    list(aligned(row.words, row.words, [(i, j) for i in range(0, 390, 6) for j in range(0, 390, 6)]))
    assert time.perf_counter() - began < 5
