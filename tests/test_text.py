import unicodedata
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from takhrij.text import Folded, domain_of, fold, fold_text, sentences

ARABIC = st.text(
    alphabet=st.one_of(
        st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء ًٌٍَُِّْـ٠١٢٣۴ ﻻﷲپچکیە\u200f\u200e\u202b\ufeff.،؟\n\r\t 🙂"),
        st.characters(codec="utf-8"),
    ),
    max_size=200,
)


def test_spellings_of_one_word_fold_to_one_form() -> None:
    for one, other in [
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("مدرســـة", "مدرسه"),
        ("المصرى", "المصري"),
        ("کتاب", "كتاب"),
    ]:
        assert fold_text(one) == fold_text(other)


def test_digits_of_every_script_fold_to_ascii() -> None:
    assert fold_text("٢٠٢٥ ۲۰۲۵ 2025") == "2025 2025 2025"


def test_presentation_forms_and_bidi_controls_do_not_hide_a_word() -> None:
    assert fold_text("\u202bﻻ\u202c ﷲ") == fold_text("لا الله")


def test_a_word_behind_nothing_but_a_dropped_character_keeps_its_place() -> None:
    assert [(w.start, w.end) for w in fold("\u202e٧").words] == [(1, 2)]


def test_a_word_leads_back_to_its_original_characters() -> None:
    raw = "قال «مُحَمَّدٌ» لـوزيرٍ"
    assert [raw[w.start : w.end] for w in fold(raw).words][:2] == ["قال", "مُحَمَّد"]


@given(ARABIC)
def test_folding_is_idempotent(raw: str) -> None:
    assert fold_text(fold_text(raw)) == fold_text(raw)


@given(ARABIC)
def test_folding_with_and_without_a_way_back_agree(raw: str) -> None:
    assert fold(raw).text == fold_text(raw)


@given(ARABIC)
def test_every_word_slices_to_characters_that_fold_to_it(raw: str) -> None:
    folded = fold(raw)
    for word in folded.words:
        assert 0 <= word.start < word.end <= len(raw)
        assert word.text in fold_text(unicodedata.normalize("NFKC", raw[word.start : word.end])) or (
            fold_text(raw[word.start : word.end]).find(word.text) >= 0
        )


@given(ARABIC)
def test_offsets_never_go_back(raw: str) -> None:
    folded = fold(raw)
    offsets = [folded.offset(i) for i in range(len(folded.text))]
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(raw) for offset in offsets)


@given(ARABIC)
@example("\u200f\nقال\u064b")
def test_the_way_there_and_back_ends_where_it_began_or_after(raw: str) -> None:
    folded = fold(raw)
    for offset in range(len(raw)):
        index = folded.index(offset)
        assert 0 <= index <= len(folded.text)


def _split(raw: str) -> list[str]:
    return [raw[start:end] for start, end in sentences(raw, 0, len(raw))]


def test_sentences_end_at_stops_and_lines() -> None:
    assert _split("وصل الوفد. غادر الوزير؟ نعم!\nسطر آخر") == ["وصل الوفد.", "غادر الوزير؟", "نعم!", "سطر آخر"]


def test_a_stop_inside_a_quotation_does_not_end_the_sentence() -> None:
    assert _split('قال "نحن هنا. سنبقى هنا" ثم غادر. انتهى.') == ['قال "نحن هنا. سنبقى هنا" ثم غادر.', "انتهى."]
    assert _split("قال «نحن هنا. سنبقى» ثم غادر.") == ["قال «نحن هنا. سنبقى» ثم غادر."]


def test_a_quotation_that_never_closes_does_not_swallow_the_page() -> None:
    assert _split('قال "نحن هنا. غادر الوفد.') == ['قال "نحن هنا.', "غادر الوفد."]


def test_initials_and_decimals_do_not_end_a_sentence() -> None:
    assert _split("قال ج. ب. سالم إن النسبة 6.9 في المئة.") == ["قال ج. ب. سالم إن النسبة 6.9 في المئة."]


def test_initials_and_decimals_with_spaces_around_their_points_do_not_end_a_sentence() -> None:
    assert _split("قال لوكالة الأنباء ( د . ب . أ ) إن النسبة 6 . 9 في المئة . وانتهى") == [
        "قال لوكالة الأنباء ( د . ب . أ ) إن النسبة 6 . 9 في المئة .",
        "وانتهى",
    ]
    assert len(_split("فتح الجسر عام 2016 . 3 شركات عملت فيه .")) == 2
    assert len(_split("كان الجسر مغلق ا . وفتح أمس .")) == 2


def test_short_brackets_and_spelled_letters_do_not_end_a_sentence() -> None:
    for whole in (
        "طارت القاذفات ( تي . يو - 22 إم 3 ) من القاعدة .",
        "قال الحاضرون (نعم. لا. ربما) ثم ذهبوا.",
        "قال لشبكة سي . إن . إن الإخبارية أمس .",
        "وحلقت مقاتلات إس . إم فوق الجسر .",
    ):
        assert _split(whole + " وانتهى") == [whole, "وانتهى"]
    assert len(_split("ليس له أب ولا أم. إن الجسر آمن.")) == 2
    assert len(_split("قال (ثم غادر. وانتهى")) == 2


@given(ARABIC)
def test_sentences_are_in_order_and_cover_all_but_white_space(raw: str) -> None:
    found = list(sentences(raw, 0, len(raw)))
    covered = "".join(raw[start:end] for start, end in found)
    assert "".join(covered.split()) == "".join(raw.split())


@pytest.mark.parametrize("piece", ["«ل. ", '"ل. ', ". ", "«", "ل.", "\n", "؟ا\u200f"])
def test_hostile_text_takes_time_in_proportion(piece: str) -> None:
    def spent(length: int) -> float:
        raw = piece * (length // len(piece)) + '»"'
        begin = process_time()
        fold(raw)
        assert list(sentences(raw, 0, len(raw)))
        return process_time() - begin

    assert min(spent(100_000), spent(100_000)) <= 40 * max(spent(10_000), spent(10_000), 0.01)  # squared: 100


@pytest.mark.parametrize(
    ("url", "domain"),
    [("https://News.Example/a", "news.example"), ("news.example/a", "news.example"), ("http://[x", ""), ("", "")],
)
def test_an_address_that_is_none_has_no_domain(url: str, domain: str) -> None:
    assert domain_of(url) == domain


def test_a_straight_mark_that_is_never_closed_holds_only_up_to_the_next_that_opens() -> None:
    text = 'قال المدير "إن الجسر آمن. وأضاف العمدة "لا نعلم بعد". وعاد الصيادون. ورسا القارب "الأزرق" ليلا. ثم رحل.'
    told = [text[a:b] for a, b in sentences(text, 0, len(text))]
    assert [t.split()[0] for t in told] == ["قال", "وأضاف", "وعاد", "ورسا", "ثم"]


def test_a_straight_quotation_of_two_sentences_is_one_with_spaces_around_its_marks_too() -> None:
    for text in ('قال "عدنا. ثم رحلنا" أمس. وسكت.', 'قال " عدنا . ثم رحلنا " أمس . وسكت .'):
        assert len(list(sentences(text, 0, len(text)))) == 2


def test_a_text_tells_what_stands_before_each_word_and_how_many_words_begin_before_a_place() -> None:
    folded = fold("قال، أمس: لا")
    assert list(folded.gaps) == ["", "، ", ": "]
    assert [folded.before(offset) for offset in (0, 1, 5, 6, 99)] == [0, 1, 1, 2, 3]
    assert list(fold("...").gaps) == []


def test_what_stages_share_of_a_text_is_made_once() -> None:
    made: list[str] = []

    def count(folded: Folded, knowledge: str) -> int:
        made.append(knowledge)
        return len(folded.words)

    folded = fold("قال أمس")
    assert [folded.built(count, "known") for _ in range(2)] == [2, 2]
    assert made == ["known"]
