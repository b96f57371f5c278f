"""Words in marks or behind a colon, where the verb does not stand right beside who says them."""

import pytest
from invented_speech import told


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            'أذاع التلفزيون لقطات لمتظاهرين يسيرون في المدينة ويهتفون "الجسر لنا".',
            "متظاهرين",
            "الجسر لنا",
        ),
        ('أحرق بعض المحتجين صورا للوزير سمير حداد وأخذوا يهتفون "ارحل يا حداد".', "بعض المحتجين", "ارحل يا حداد"),
        ('احتشد مئات المتظاهرين في الساحة ورددوا هتافات بينها "الجسر لنا".', "مئات المتظاهرين", "الجسر لنا"),
        ('رفع متظاهرون لافتات كتب عليها "الجسر للجميع".', "متظاهرون", "الجسر للجميع"),
        ('وهتف مصلون في باريس "لن نترك الجسر وحده".', "مصلون", "لن نترك الجسر وحده"),
    ],
)
def test_what_many_shout_or_carry_is_theirs(text: str, speaker: str, said: str) -> None:
    assert [(who, content) for who, _, content in told(text)] == [(speaker, said)]


def test_what_stands_on_a_thing_is_nobodys() -> None:
    assert told('ظهر سمير حداد في الرسم بقميص كتب عليه "الجسر القديم".') == []


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("المتحدث باسم البلدية: الأرقام الأخيرة لا تدل على زيادة في عدد الزوار.", "المتحدث باسم البلدية", None),
        ("وكالات روسية: طائراتنا تراقب الجسر منذ الصباح.", "وكالات روسية", None),
        (
            "سمير حداد: الجسر آمن للناس جميعا من جهته، قال نبيل نجار إن الطريق مغلق.",
            "سمير حداد",
            "الجسر آمن للناس جميعا",
        ),
    ],
)
def test_a_subhead_may_tell_who_says_it(text: str, speaker: str, said: str | None) -> None:
    first = told(text)[0]
    assert first[0] == speaker
    assert first[2] == (said or text.partition(": ")[2].rstrip("."))


@pytest.mark.parametrize(
    "text",
    [
        "مصدر الصورة: وكالة الأنباء في المدينة القديمة.",
        "سمير حداد: رئيس البلدية السابق يرغب في مواصلة نهجه.",
        "قرارات سمير حداد: 29 أبريل 2011 أغلق الجسر القديم كله.",
        "الدول الأعضاء: فرنسا، وإسبانيا، وإيطاليا، واليونان.",
    ],
)
def test_a_form_a_profile_and_a_list_say_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('أبرز تصريح صدر عن الوزير سمير حداد؛ حيث قال في المساء إن "الجسر آمن".', "سمير حداد"),
        ('جاء ذلك في مقابلة أجراها الوزير سمير حداد أمس، حيث قال إن "الجسر آمن".', "سمير حداد"),
        ('دفعت هذه الأحداث سمير حداد إلى زيارة الجسر، وقال إن الطريق "مفتوح للجميع".', "سمير حداد"),
        ('صدر أمس بيان عن الوزير سمير حداد جاء فيه أن "الجسر آمن للناس".', "سمير حداد"),
        ('مقربون من الوزير أخبروا "الغد" أن الجسر سيفتح.', "مقربون من الوزير"),
        ('"الجسر من أهم الجسور في البلاد كلها" هكذا يقول سمير حداد.', "سمير حداد"),
        ('هدد سمير حداد السكان قائلا "سنغلقه كما فعلنا من قبل"، مضيفا "لن ننتظر أكثر".', "سمير حداد"),
    ],
)
def test_the_sentence_itself_tells_whose_words_they_are(text: str, speaker: str) -> None:
    assert {who for who, _, _ in told(text)} == {speaker}


def test_the_source_is_whoever_spoke_last_without_a_name() -> None:
    text = 'قالت مصادر أمنية إن الجسر آمن.\nوأكد ضابط في الشرطة أن "الطريق مفتوح".\nوقال المصدر إن "الجسر سيفتح غدا".'
    assert told(text)[-1][0] == told(text)[1][0]


def test_an_if_begins_nothing_that_is_said() -> None:
    text = 'قال سمير حداد ردا على سؤال حول إن كان الجسر آمنا: "لا أعرف شيئا عن ذلك".'
    assert [content for _, _, content in told(text)] == ["لا أعرف شيئا عن ذلك"]


def test_a_noun_within_the_marks_is_no_subject() -> None:
    text = 'قال سمير حداد إن الجسر آمن.\nوأضاف "كان هناك كثير من الناس، خاصة أن الطريق مفتوح".'
    assert told(text)[1] == ("سمير حداد", "say", "كان هناك كثير من الناس، خاصة أن الطريق مفتوح")


@pytest.mark.parametrize(
    "before",
    ["كتب سمير حداد على صفحته:", "خاطب سمير حداد الناس قائلا:", "قال سمير حداد إن الطريق طويل.\nوأضاف:"],
)
def test_a_colon_at_a_paragraphs_end_gives_the_next_ones_quotation_to_its_speaker(before: str) -> None:
    said = "لن نغلق الجسر قبل الشتاء مهما حدث"
    assert told(f'{before}\n"{said}".')[-1] == ("سمير حداد", "say", said)


def test_whom_one_speaks_about_before_a_comma_is_no_speaker() -> None:
    text = 'وحول تصريح الوزير سمير حداد، قال الجارالله: "الجسر آمن كما كان دائما".'
    assert [who for who, _, _ in told(text)] == ["الجارالله"]


def test_a_report_is_none_of_the_reports_told_of_between() -> None:
    text = "نشرت وزارة النقل تقريرا قالت فيه إن الجسر آمن.\nووردت تقارير عن شقوق فيه.\nوقال التقرير إن الطريق مفتوح."
    assert told(text)[-1][0] == "وزارة النقل"


def test_a_subhead_glued_to_a_sentence_leaves_its_speaker() -> None:
    text = 'قال سمير حداد إن الجسر آمن.\nمستقبل الجسر القديم وأضاف أن الطريق مفتوح، قائلا: "سنفتحه غدا للناس جميعا".'
    assert {who for who, _, _ in told(text)} == {"سمير حداد"}


def test_between_is_no_verb() -> None:
    assert told('بين باريس ولندن طريق طويل يعرف باسم "طريق البحر القديم".') == []


def test_a_verb_behind_a_statement_is_a_verb() -> None:
    text = 'أدلى الوزير سمير حداد أمس بتصريح قال فيه: "الجسر آمن للناس جميعا".'
    assert told(text) == [("سمير حداد", "say", "الجسر آمن للناس جميعا")]


def test_a_long_quotation_is_what_a_verb_without_an_object_says_whatever_stands_between() -> None:
    said = "بعد ساعات من التفاوض توصل الجميع إلى اتفاق جديد"
    text = f'قالت الجماعة المتشددة داخل الحزب اليساري في بيان على موقعها "{said}".'
    assert told(text) == [("الجماعة المتشددة", "say", said)]
