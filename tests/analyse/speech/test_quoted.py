"""Words in quotation marks find their verb and their speaker, wherever these stand."""

import pytest
from invented_speech import told


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            'هدد سمير حداد السكان قائلا "سنغلق الجسر كما أغلقناه من قبل"، وأضاف "لن ننتظر أكثر من يوم".',
            "سمير حداد",
            "لن ننتظر أكثر من يوم",
        ),
        ('نشرت وزارة النقل بيانا قالت فيه "الجسر آمن للناس جميعا".', "وزارة النقل", "الجسر آمن للناس جميعا"),
        (
            'الجنرال سمير حداد رئيس هيئة الأركان قال "إن الجسر آمن اليوم".',
            "سمير حداد",
            "إن الجسر آمن اليوم",
        ),
        (
            'زار سمير حداد الجسر، "كنا سعداء جدا بما رأيناه هناك" قال مدير البلدية.',
            "مدير البلدية",
            "كنا سعداء جدا بما رأيناه هناك",
        ),
        ('قالت لها ليلوبا: "لن نغلق الجسر قبل الشتاء".', "ليلوبا", "لن نغلق الجسر قبل الشتاء"),
        ('وأضاف دن: "لن نغلق الجسر قبل الشتاء".', "دن", "لن نغلق الجسر قبل الشتاء"),
        (
            'قالت ليلى حداد إن الجسر آمن.\nوأضافت تقول "لن نغلقه قبل الشتاء المقبل".',
            "ليلى حداد",
            "لن نغلقه قبل الشتاء المقبل",
        ),
        (
            'قال سمير حداد إن الجسر آمن، مضيفا لصحيفة "الغد"، أن "الطريق مفتوح للناس جميعا".',
            "سمير حداد",
            "الطريق مفتوح للناس جميعا",
        ),
        ('وردا على سؤال عن الجسر قال سمير حداد "لا".', "سمير حداد", "لا"),
        ('قال سمير حداد إن الجسر آمن، مبديا "استعداد الوزارة لفتحه".', "سمير حداد", "استعداد الوزارة لفتحه"),
        ('وأكد شهروب "وجود شقوق كثيرة في الجسر القديم".', "شهروب", "وجود شقوق كثيرة في الجسر القديم"),
        (
            '"لن نغلق الجسر قبل نهاية الشهر، وسنعلن ذلك"، بحسب وزارة النقل.',
            "وزارة النقل",
            "لن نغلق الجسر قبل نهاية الشهر، وسنعلن ذلك",
        ),
    ],
)
def test_quoted_words_are_their_speakers(text: str, speaker: str, said: str) -> None:
    assert (speaker, said) in [(hops, words) for hops, _, words in told(text)]


def test_behind_its_topic_a_verb_goes_on_for_the_last_speaker() -> None:
    text = 'قال سمير حداد إن الجسر آمن.\nوفيما يتعلق بالطريق قال "سنفتحه في الشهر المقبل".'
    assert [hops for hops, _, _ in told(text)] == ["سمير حداد", "سمير حداد"]


def test_what_was_never_closed_ends_before_a_sentence_with_marks_of_its_own() -> None:
    text = 'وقال سمير حداد : " لن نغلق الجسر أبدا .\nوزار الوفد قرية " تلة الورد " في المساء .'
    assert [words for _, _, words in told(text)] == ["لن نغلق الجسر أبدا"]


def test_it_runs_on_to_the_mark_that_closes_it() -> None:
    text = 'وقال سمير حداد : " لن نغلق الجسر أبدا .\nوسنفتح الطريق غدا " .'
    assert [words for _, _, words in told(text)] == ["لن نغلق الجسر أبدا .\nوسنفتح الطريق غدا"]


def test_a_description_ends_with_its_marks() -> None:
    text = 'ووصف سمير حداد الأنباء بأنها "كاذبة ومختلقة" غير أن الشرطة أغلقت الجسر.'
    assert told(text)[0][2].endswith("كاذبة ومختلقة") or told(text)[0][2].endswith('مختلقة"')


def test_two_verbs_before_one_quotation_give_one_statement() -> None:
    text = 'أصدرت وزارة النقل بيانا، أوضحت فيه سبب الإغلاق، قالت فيه: "الجسر قديم وفيه شقوق كثيرة".'
    assert [hops for hops, _, words in told(text) if words.startswith("الجسر قديم")] == ["وزارة النقل"]


def test_a_name_that_no_list_knows_is_quoted_by_who_carries_it() -> None:
    text = 'ونقلت وكالة رويترز عن شهروب برخشي مدير المعبر الجديد "أغلقنا الجسر منذ أيام كثيرة".'
    (hops, _, words), *_ = told(text)
    assert hops.startswith("وكالة رويترز > شهروب برخشي")
    assert words == "أغلقنا الجسر منذ أيام كثيرة"


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ('وقال الوزير سمير حداد في حديث ل - " " : " الجسر آمن للناس جميعا " .', "سمير حداد", "الجسر آمن للناس جميعا"),
        (
            'شهروب برخشي , ممثل دول الجنوب في المنظمة : " لقد كان الجسر قديما جدا " .',
            "شهروب برخشي",
            "لقد كان الجسر قديما جدا",
        ),
        ('أخبرني سمير حداد: "كان الجسر قديما جدا".', "سمير حداد", "كان الجسر قديما جدا"),
        (
            'وكتبت شهروبا ، التي تعارض الوزير بقوة "الجسر قديم ولن يصمد طويلا".',
            "شهروبا",
            "الجسر قديم ولن يصمد طويلا",
        ),
    ],
)
def test_quoted_words_are_their_speakers_behind_holes_titles_and_asides(text: str, speaker: str, said: str) -> None:
    assert (speaker, said) in [(hops, words) for hops, _, words in told(text)]


def test_a_verb_before_a_title_is_no_heading() -> None:
    text = 'قال ، نائب مدير القسم في المنظمة : " الجسر قديم ولن يصمد طويلا " .'
    assert [hops for hops, _, _ in told(text)] != ["قال"]


def test_a_quotation_by_itself_behind_another_goes_on_for_its_speaker() -> None:
    text = 'وقال سمير حداد: "لن نغلق الجسر أبدا".\n"سنفتح الطريق للناس جميعا في الشهر المقبل".'
    assert [(hops, words) for hops, _, words in told(text)] == [
        ("سمير حداد", "لن نغلق الجسر أبدا"),
        ("سمير حداد", "سنفتح الطريق للناس جميعا في الشهر المقبل"),
    ]


def test_paragraphs_that_each_open_a_quotation_are_one_speakers() -> None:
    text = 'وقال سمير حداد: "لن نغلق الجسر أبدا.\n"سنفتح الطريق للناس جميعا في الشهر المقبل".'
    assert [hops for hops, _, _ in told(text)] == ["سمير حداد", "سمير حداد"]


def test_a_quotation_by_itself_is_not_the_last_speakers_where_another_verb_follows() -> None:
    text = 'وقال سمير حداد: "لن نغلق الجسر أبدا".\n"سنفتح الطريق للناس جميعا في الشهر المقبل".\nقالت القاضية ذلك.'
    assert [words for _, _, words in told(text)] == ["لن نغلق الجسر أبدا"]


def test_a_quotation_by_itself_is_nobodys_where_nobody_was_quoted() -> None:
    assert told('زار سمير حداد الجسر.\n"سنفتح الطريق للناس جميعا في الشهر المقبل".') == []
