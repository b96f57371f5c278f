"""Two sentences that go on alike are one hand's; names, times and numbers all write alike."""

from __future__ import annotations

from takhrij.link.runs import in_order, longest, one_hand, one_remark, one_run
from takhrij.text import fold_words

A = tuple(fold_words("وصلت سفينة الحبوب الكبيرة مع الفجر الى الرصيف"))
B = tuple(fold_words("ذكر الحارس ان سفينة الحبوب الكبيرة مع الفجر الى البحر عادت"))
NAMED = ("قال", "", "", "ان", "31", "", "في", "15", "", "")


def test_the_longest_run_breaks_at_a_name() -> None:
    assert longest(A, B) == 6
    assert longest(("a", "", "b"), ("a", "", "b")) == 1


def test_words_in_order_may_stand_apart() -> None:
    assert in_order(("a", "b", "c"), ("a", "x", "b", "y", "c")) == 3
    assert in_order(("a", "b"), ("b", "a")) == 1


def test_six_words_behind_one_another_are_one_hand_s() -> None:
    assert one_hand([A], [B], said=False)
    assert not one_hand([A[:4]], [B], said=False)


def test_among_tellings_of_one_story_eight_are() -> None:
    assert one_run([(*A, "حيث", "رست")], [("عادت", *A, "ثم", "غادرت")])
    assert not one_run([A], [B])


def test_what_is_not_chosen_counts_for_nothing() -> None:
    assert not one_hand([NAMED], [NAMED], said=True)


def test_a_short_sentence_in_one_order_is_one_hand_s_only_where_somebody_is_quoted() -> None:
    short = tuple(fold_words("اتصل امس هاتفيا بالوالي وبحث معه الجسر الجديد"))
    other = tuple(fold_words("اتصل اليوم هاتفيا ثم بالوالي وبحث الجسر الجديد"))
    assert one_hand([short], [other], said=True)
    assert not one_hand([short], [other], said=False)


class TestWhatOneSpeakerSays:
    """A statement handed out is printed with a word or two changed."""

    ORE = tuple(fold_words("ان نحو خمسين عاملا اي ربع عمال المنجم سيعودون الى المناوبة"))

    def test_with_most_words_in_order_is_one_remark(self) -> None:
        other = tuple(fold_words("وذكر ان خمسين عاملا يمثلون ربع عمال المنجم سيعودون الى المناوبة غدا"))
        assert one_remark([self.ORE], [other])
        assert not one_run([self.ORE], [other])

    def test_in_other_words_it_is_none(self) -> None:
        other = tuple(fold_words("وذكر ان المنجم يستعيد الى المناوبة غدا ربع عمال المنطقة بعد انقطاع دام شهرين"))
        assert not one_remark([self.ORE], [other])
