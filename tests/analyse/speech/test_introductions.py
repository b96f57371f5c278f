"""Words in marks that no verb of saying leads: somebody does something before the colon, or words point back."""

import pytest
from invented_speech import told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('وسخرت ليلى نجار: "الجسر سيفتح بعد مئة عام من اليوم".', "ليلى نجار"),
        ('ووجه سمير حداد كلامه إليهم: "إذا رغبتم في المجيء فسنفتح الجسر".', "سمير حداد"),
        ('ومازح الوزير سمير حداد العمال: "إذا رغبتم في المجيء فسنفتح الجسر".', "سمير حداد"),
    ],
)
def test_whoever_does_something_before_a_colon_says_what_stands_in_marks(text: str, speaker: str) -> None:
    assert [(who, said) for who, _, said in told(text)] == [(speaker, text.split('"')[1])]


@pytest.mark.parametrize(
    "text",
    [
        'وسخرت الصورة: "الجسر سيفتح بعد مئة عام من اليوم".',
        'وألف سمير حداد كتابا بعنوان: "الجسر القديم في المدينة بعد مئة عام".',
        'وأخرج سمير حداد: "الجسر القديم".',
    ],
)
def test_things_titles_and_names_in_marks_say_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('كما قرر المجلس المركزي أن "الفترة الانتقالية لم تعد قائمة بعد اليوم".', "المجلس المركزي"),
        ('في عام 2011، قررت وزارة النقل أن "الجسر القديم لم يعد آمنا للسيارات".', "وزارة النقل"),
        ('وتجد صحيفة الغد أن "الحكومة لم تفعل شيئا من أجل الناس هناك".', "صحيفة الغد"),
        ('أعرب السفير سمير حداد أن "الجسر سيفتح غدا أمام الناس جميعا".', "سمير حداد"),
        ('ليلى نجار، ممثلة الأهالي في مجلس المدينة: "لقد وعدونا بالجسر قبل عشرة أعوام".', "ليلى نجار"),
        ('وينتهي المقال إلى القول: "لا يعبر الجسر القديم إلا من بناه بيديه".', "المقال"),
    ],
)
def test_whoever_acts_before_that_or_is_only_named_before_a_colon_says_what_stands_in_marks(
    text: str, speaker: str
) -> None:
    assert [(who, said) for who, _, said in told(text)] == [(speaker, text.split('"')[1])]


@pytest.mark.parametrize(
    "text",
    [
        'وضربت قوات الجيش أمس عدة مواقع في الريف الشرقي: "قرية الجسر، مزارع النهر، جبل الكرم".',
        'وتبلغ سمير حداد في المدينة: "المفاوضات فشلت ولن نفتح الجسر القديم غدا".',
        'وتداولت الصحف معلومات عنها، فهناك من يشيع أن "الجسر القديم سيغلق أمام الناس غدا".',
    ],
)
def test_lists_of_places_and_words_that_somebody_only_hears_are_not_said_by_whoever_acts(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "behind",
    [
        "، بهذه الكلمات بدأ سمير حداد حديثه.",
        ". بهذا يبدأ مدير المياه سمير حداد حديثه.",
        "، هذا ما قاله الأسبوع الماضي الوزير سمير حداد.",
        ". ذلك ما كشفه الصحافي سمير حداد أمس.",
    ],
)
def test_words_that_point_back_name_who_said_what_stands_before_them(behind: str) -> None:
    said = "لا ماء في المدينة القديمة منذ شهرين"
    assert [(who, words) for who, _, words in told(f'"{said}"{behind}')] == [("سمير حداد", said)]


def test_what_points_back_to_nobodys_words_gives_them_to_nobody() -> None:
    assert told('"لا ماء في المدينة القديمة منذ شهرين". هذا الجسر بناه سمير حداد.') == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('وقال سمير حداد متحدثا عن الجسر القديم: "بنيته وحدي في عام واحد".', "بنيته وحدي في عام واحد"),
        (
            'وقالت ليلى نجار إنها راضية. وأضافت قائلة في إشارة إلى الاتفاقية: "المهم أن نفتح الجسر القديم".',
            "المهم أن نفتح الجسر القديم",
        ),
    ],
)
def test_how_it_was_said_stands_between_the_verb_and_the_colon(text: str, said: str) -> None:
    assert [words for _, _, words in told(text)][-1] == said


def test_a_channels_name_in_marks_stands_before_what_it_was_told() -> None:
    text = "وقالت ليلى نجار في تصريح إلى محطة التلفزيون «تي في أي»، «في الوقت الحاضر لن نفتح الجسر»."
    assert [words for _, _, words in told(text)] == ["في الوقت الحاضر لن نفتح الجسر"]


def test_a_bodys_name_in_marks_before_what_it_announces_is_not_what_was_said() -> None:
    assert "جيش الجسر القديم" not in [
        words for _, _, words in told('ولهذا أعلن "جيش الجسر القديم" الثورة في المدينة.')
    ]
