"""Marks and colons show who speaks where no list knows the speaker, or that nobody is named."""

import pytest
from invented_speech import statements, told


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ('ومنفذ الهجوم يصرخ : " ابتعدوا عن الجسر الآن " .', "منفذ الهجوم", "ابتعدوا عن الجسر الآن"),
        (
            "سعدون يقول ردا على السؤال : بالنسبة لي العمل على الجسر هو قمة ما نريده جميعا .",
            "سعدون",
            "بالنسبة لي العمل على الجسر هو قمة ما نريده جميعا",
        ),
        (
            'وقال " الإعلام المركزي للجسور " التابع لحركة " حزب التلة " اليوم , إن " القافلة تصل غدا إلى المدينة " .',
            "الإعلام المركزي للجسور",
            "القافلة تصل غدا إلى المدينة",
        ),
        (
            'وبحسب والدته آسيا " الولد لا يذهب اليوم إلى المدرسة " .',
            "والدته آسيا",
            "الولد لا يذهب اليوم إلى المدرسة",
        ),
        (
            'وجاء في حيثيات منح الجائزة : " لعمله على ترميم الجسر القديم كله " .',
            "حيثيات منح الجائزة",
            "لعمله على ترميم الجسر القديم كله",
        ),
    ],
)
def test_who_stands_before_marks_or_a_colon_speaks(text: str, speaker: str, said: str) -> None:
    assert [(hops, words) for hops, _, words in told(text)] == [(speaker, said)]


@pytest.mark.parametrize(
    "text",
    [
        'سيظهر ذلك غدا .\nمضيفا : " هناك أيضا خطر على الجسر القديم " .',
        'وقال " حظينا بيوم جميل .\nهذا الجسر هو المفضل لي " .',
        'وأضاف قبيل توجهه إلى المدينة " هناك مئات العمال بحاجة إلى مساعدات عاجلة " .',
        'بدء العمل على الجسر الذي يهتف : " الشعب يريد فتح الجسر " .',
    ],
)
def test_what_is_plainly_said_is_a_statement_of_nobody_known(text: str) -> None:
    assert [(s.hops[-1].name, s.quoted) for s in statements(text)] == [("", True)]


def test_a_quotation_behind_a_connective_goes_on_for_whom_the_one_before_quotes() -> None:
    text = 'قال سمير حداد إن " الجسر آمن للناس جميعا " .\nكما " فتحنا الطريق القديم للناس من جديد " .'
    assert [hops for hops, _, _ in told(text)] == ["سمير حداد", "سمير حداد"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (  # the page lacks the second opening mark
            'قال سمير حداد إن " الجسر آمن للناس جميعا " .\nولن نجعله جزءا من الطريق القديم " .\nوزار الوفد .',
            ["سمير حداد", "سمير حداد"],
        ),
        ('هذا ما نريد أن نقوله لكم اليوم عن الجسر " .\nوزار الوفد المدينة .', [""]),
        ('هذا ما وقع أمس في المدينة وعند الجسر القديم " .\nوزار الوفد المدينة .', []),
        (
            'قال سمير حداد : " أولا الجسر آمن للناس " .\nثانيا : " الطريق مفتوح للناس جميعا منذ أمس " .',
            ["سمير حداد", "سمير حداد"],
        ),
    ],
)
def test_a_sentence_that_one_mark_closes_belongs_to_who_was_quoted(text: str, speakers: list[str]) -> None:
    assert [hops for hops, _, _ in told(text)] == speakers


def test_a_long_heading_ends_where_somebody_did_something() -> None:
    text = "وزير النقل : إغلاق الجسر لا يتسق مع حاجة الناس ووقع سمير حداد نفسه الاتفاق في المدينة أمس مع نبيل نجار ."
    assert [words for _, _, words in told(text)] == ["إغلاق الجسر لا يتسق مع حاجة الناس"]


def test_a_quotation_behind_so_is_what_the_cited_says() -> None:
    text = 'وبحسب التقويم الأميركي المؤرخ في يناير , فإن " الجسر يحتاج إلى الترميم قبل الشتاء " .'
    assert [words for _, _, words in told(text)] == ["الجسر يحتاج إلى الترميم قبل الشتاء"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            'ونقلت وكالة الأناضول على لسان سمير حداد قوله : " الجسر آمن للناس جميعا " .',
            ["وكالة الأناضول > سمير حداد"],
        ),
        ('كتب سمير حداد مقالات كثيرة بعنوان : " ليل المدينة القديمة " .', []),
        (
            'قال سمير حداد " أغلقنا الجسر أمس , وقال نبيل نجار إن الطريق مفتوح .\nوزار الوفد المدينة .',
            ["سمير حداد", "نبيل نجار"],
        ),
        (
            'وخاطب سمير حداد العمال بالقول " عملكم كبير كما قالت ليلى نجار وأنتم أهل له .\nوزار الوفد المدينة .',
            ["سمير حداد"],
        ),
    ],
)
def test_what_is_told_inside_or_behind_a_quotation_leaves_its_speaker(text: str, speakers: list[str]) -> None:
    assert [hops for hops, _, _ in told(text)] == speakers
