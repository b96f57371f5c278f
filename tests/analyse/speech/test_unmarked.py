"""Direct speech without marks and without a colon: what a first word shows that only a speaker says."""

import pytest
from invented_speech import told

BEFORE = "قال سمير حداد إن الجسر سيفتح غدا. "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ونشر صورة الجسر وقال أنا سعيد جدا بهذا العمل.", "أنا سعيد جدا بهذا العمل"),
        ("وأوضح أن العمل مستمر، مضيفا هناك طرق كثيرة للعبور.", "هناك طرق كثيرة للعبور"),
        ("وقالت ليلى نجار سنواصل العمل في الجسر غدا.", "سنواصل العمل في الجسر غدا"),
        ("وأضافت ليلى نجار نعمل على فتح الجسر غدا.", "نعمل على فتح الجسر غدا"),
        ("وقالت ليلى نجار شكرا لكل من عمل في الجسر.", "شكرا لكل من عمل في الجسر"),
        ("وقالت ليلى نجار إن العمل مستمر. \nمضيفة: الطريق يبقى مغلقا حتى الشتاء.", "الطريق يبقى مغلقا حتى الشتاء"),
    ],
)
def test_a_word_that_only_speakers_begin_with_opens_what_is_said(text: str, said: str) -> None:
    assert told(BEFORE + text)[-1][2] == said


def test_such_a_word_farther_from_the_verb_opens_nothing() -> None:
    assert told("قال الذي في المدينة عن الجسر ما قال ولا نعرف السبب.") == []


def test_what_one_values_behind_another_saying_is_a_statement_of_its_own() -> None:
    text = 'وأعربت ليلى نجار عن سعادتها "لزيارة الوفد المدينة"، مقدرة "موقف الوزير من بناء الجسر الجديد".'
    assert [(act, words) for _, act, words in told(text)][1:] == [("praise", "موقف الوزير من بناء الجسر الجديد")]


def test_a_word_that_only_looks_like_the_future_of_us_opens_nothing() -> None:
    assert told("قالت ليلى نجار سنوات طويلة بلا جدوى.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("وأضاف، لو فتحنا الجسر لعبر الناس كلهم.", "سمير حداد", "لو فتحنا الجسر لعبر الناس كلهم"),
        ("وأضاف أما العمال فلن يعملوا غدا على الجسر.", "سمير حداد", "أما العمال فلن يعملوا غدا على الجسر"),
        ("وقال بصراحة الوضع صعب جدا على الجسر.", "سمير حداد", "بصراحة الوضع صعب جدا على الجسر"),
        (
            "وقالت ليلى نجار زملاؤنا يعملون كل يوم على الجسر القديم.",
            "ليلى نجار",
            "زملاؤنا يعملون كل يوم على الجسر القديم",
        ),
        ("وقالت ليلى نجار في المدينة لقد بنينا الجسر من جديد.", "ليلى نجار", "لقد بنينا الجسر من جديد"),
        ("وقالت ليلى نجار سأكتب عن الجسر كتابا جديدا.", "ليلى نجار", "سأكتب عن الجسر كتابا جديدا"),
        ("وأضاف أن العمل مستمر، وقال حرصنا على بناء الجسر من جديد.", "سمير حداد", "حرصنا على بناء الجسر من جديد"),
    ],
)
def test_a_clause_right_behind_a_verb_of_saying_or_its_subject_is_what_was_said(
    text: str, speaker: str, said: str
) -> None:
    who, _, words = told(BEFORE + text)[-1]
    assert (who, words) == (speaker, said)


@pytest.mark.parametrize(
    "text",
    [
        "وأضاف سمير حداد الهدف الثالث في الدقيقة الأخيرة.",
        "وقال سمير حداد في مؤتمر عن الجسر أمس الأحد.",
        "وتابع سمير حداد حفل افتتاح الجسر في المدينة.",
        "كما قال سمير حداد عن الجسر القديم في المدينة.",
        "وقالت مصادر قيادية داخل الحزب الذي بنى الجسر القديم.",
    ],
)
def test_what_is_added_or_followed_and_where_one_spoke_are_no_words_of_his(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'وقال سمير حداد، وهو مهندس: "الجسر آمن، والطريق مفتوح للناس".',
        'ويبقى العمل مستمرا، لكن "الجسر آمن، والطريق مفتوح للناس" يقول سمير حداد.',
    ],
)
def test_what_one_is_before_the_colon_and_but_before_the_marks_keep_the_quotation_whole(text: str) -> None:
    assert [(who, said) for who, _, said in told(text)] == [("سمير حداد", "الجسر آمن، والطريق مفتوح للناس")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وأضاف سمير حداد حرصنا على أن يفتح الجسر غدا.", "حرصنا على أن يفتح الجسر غدا"),
        ("وقال سمير حداد طبعا سنفتح الجسر وأن الناس سعداء.", "طبعا سنفتح الجسر وأن الناس سعداء"),
        ("وقالت وزارتنا إن الجسر القديم آمن اليوم.", "إن الجسر القديم آمن اليوم"),
    ],
)
def test_what_we_did_opens_speech_before_a_clause_with_that_but_what_is_ours_may_speak(text: str, said: str) -> None:
    assert told(text)[-1][2] == said
