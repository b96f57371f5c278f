"""Names in marks of their own inside a quotation do not part it."""

import pytest
from invented_speech import statements, told


def test_a_name_in_marks_inside_a_quotation_does_not_part_it() -> None:
    text = 'وقال الوزير سمير حداد " دمرنا مقرات كثيرة لتنظيم " داعش " في ريف المدينة الشمالي " .'
    assert [said for _, _, said in told(text)] == ['دمرنا مقرات كثيرة لتنظيم " داعش " في ريف المدينة الشمالي']


def test_several_names_in_marks_do_not_part_it_either() -> None:
    text = 'وقال الوزير سمير حداد : " زرنا القريتين [ " تلة " و " سهلة " في الجبل ] قبل أيام " .'
    assert [said for _, _, said in told(text)] == ['زرنا القريتين [ " تلة " و " سهلة " في الجبل ] قبل أيام']


def test_two_quotations_with_a_verb_or_a_particle_between_stay_two() -> None:
    text = 'قال سمير حداد " الجسر الجديد آمن تماما " وأضاف " لن نغلقه قبل الشتاء " .'
    assert [said for _, _, said in told(text)] == ["الجسر الجديد آمن تماما", "لن نغلقه قبل الشتاء"]


def test_two_single_marks_are_a_double_one() -> None:
    assert [said for _, _, said in told("وقال سمير حداد ''لن نغلق الجسر أبدا''.")] == ["لن نغلق الجسر أبدا"]


def test_a_mark_before_a_full_stop_opens_nothing() -> None:
    text = 'سنعود غدا " . وأضاف سمير حداد : " سنفتح الجسر قريبا " .'
    assert [said for _, _, said in told(text)] == ["سنفتح الجسر قريبا"]


def test_a_name_in_the_same_marks_leaves_a_quotation_whole_where_the_marks_lean() -> None:
    text = 'قال سمير حداد: "نعرف أن فيلم "المدينة" أعجب الناس كثيرا".'
    assert [said for _, _, said in told(text)] == ['نعرف أن فيلم "المدينة" أعجب الناس كثيرا']


def test_two_quotations_in_the_same_marks_stay_two() -> None:
    text = 'قال سمير حداد: "الجسر آمن"، وأضاف: "الطريق مفتوح"، ثم غادر "سريعا".'
    assert [said for _, _, said in told(text)] == ["الجسر آمن", "الطريق مفتوح"]


def test_a_name_soon_after_the_colon_does_not_part_a_quotation() -> None:
    text = 'وقال سمير حداد : " صار " حزب الجسر " بعد العام الماضي أكبر حزب في المدينة القديمة " .'
    assert [said for _, _, said in told(text)] == [text.split(' : " ')[1].removesuffix(' " .')]


def test_two_marks_behind_a_colon_are_one() -> None:
    text = 'ثم توجه إليه سمير حداد قائلا : " " لقد بنيت الجسر القديم وحدك " .'
    assert [said for _, _, said in told(text)] == ["لقد بنيت الجسر القديم وحدك"]


@pytest.mark.parametrize("marks", ["( ( {} ) )", "(({}))", "( {} )", "[{}]", "<<{}>>", "' {} '"])
def test_brackets_and_single_marks_behind_a_colon_are_quotation_marks(marks: str) -> None:
    said = "سنفتح الجسر في الربيع أمام الجميع"
    found = statements(f"وقال الوزير سمير حداد : {marks.format(said)} .")
    assert [s.quoted for s in found] == [True]
    assert [said for _, _, said in told(f"وقال الوزير سمير حداد : {marks.format(said)} .")] == [said]


def test_brackets_inside_a_quotation_are_its_own() -> None:
    text = 'وقال سمير حداد : " كتبت البلدية : ( سنفتح الجسر في الربيع المقبل ) ، وهي صادقة " .'
    assert [said for _, _, said in told(text)] == [text.split(' : " ')[1].removesuffix(' " .')]
