"""Who speaks where asides, letters and documents stand between, and where what was said ends there."""

import pytest

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())
LAST = "وقال الوزير سمير حداد إن الجسر قديم."


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and content of every statement."""
    return [(s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "وكان الوزير سمير حداد، دعا السكان إلى الصبر.",
            "سمير حداد",
            "السكان إلى الصبر",
        ),
        (
            "لذلك تهدد تركيا، منذ عام 2012، بأنها لن تقبل بالوضع.",
            "تركيا",
            "بأنها لن تقبل بالوضع",
        ),
        (
            "وأكدت مصادر في مستشفى المدينة، لصحيفة «الغد»، وصول عدد من الجرحى.",
            "مصادر",
            "وصول عدد من الجرحى",
        ),
        (
            "وأكد المتحدث باسم القوات المسلحة المشتركة، العميد ركن سمير حداد، أن الجسر آمن.",
            "المتحدث باسم القوات المسلحة",
            "أن الجسر آمن",
        ),
        (
            "وقال سمير حداد أحد كبار مستشاري الوزير «لن تحصل تغييرات كاملة بل كبيرة».",
            "سمير حداد",
            "لن تحصل تغييرات كاملة بل كبيرة",
        ),
        (
            "ورفض الكولونيل كريس لوغان أحد المتحدثين باسم وزارة الدفاع الخميس التعليق على الحادث.",
            "كريس لوغان",
            "التعليق على الحادث",
        ),
        (
            "لارش هيدستروم من مصلحة السير قال إن القطارات ستتوقف.",
            "لارش هيدستروم",
            "إن القطارات ستتوقف",
        ),
        (
            "إلا أن آمال تؤكد أن راتبها لم يتجاوز خمسين دينارا.",
            "آمال",
            "أن راتبها لم يتجاوز خمسين دينارا",
        ),
        (
            "الهزة شعر بها أهالي زنجان، أروميه وغيرها، فيما أشارت بعض التقارير إلى هزات في الشمال.",
            "بعض التقارير",
            "إلى هزات في الشمال",
        ),
    ],
)
def test_who_speaks_behind_or_before_what_stands_between(text: str, who: str, what: str) -> None:
    assert said(text) == [(who, what)]


def test_the_letters_of_a_name_begin_nothing() -> None:
    text = "وأكدت شركة السكك «سي ان سي بي» في تغريدة أن الجسر آمن."
    assert [what for _, what in said(text)] == ["أن الجسر آمن"]
    text = "وأبلغ مسؤول بي بي سي أن القوات وصلت إلى المدينة."
    assert [what for _, what in said(text)] == ["أن القوات وصلت إلى المدينة"]


def test_a_document_calls_on_whoever_stands_behind_its_verb() -> None:
    assert said("وأقر المجلس مشروع قرار يدعو الحكومة إلى فتح الجسر.") == [("مشروع قرار", "الحكومة إلى فتح الجسر")]


def test_the_writer_and_an_impersonal_verb_are_nobody_who_spoke_before() -> None:
    assert len(said(f"{LAST}\nأنا طالبت الوزارة مليون مرة بفتح الجسر.")) == 1
    assert len(said(f"{LAST}\nلكن يظهر من رسائل السكان أن الجسر آمن.")) == 1


def test_an_attribution_behind_and_begins_a_clause() -> None:
    text = "وقالت الوزارة إن عشرة قتلوا، ووفقا لمصادر أخرى فقد وصل العدد إلى خمسين."
    assert said(text) == [("الوزارة", "إن عشرة قتلوا"), ("مصادر أخرى", "فقد وصل العدد إلى خمسين")]


def test_a_clause_goes_on_behind_an_attribution_between_commas() -> None:
    text = "قتل خمسة عمال، وفق الشرطة، في انهيار الجسر القديم."
    assert said(text) == [("الشرطة", text.removesuffix("."))]
    text = "قتل خمسة عمال، وفق الشرطة، مضيفة أن الجسر انهار."
    assert all("الجسر" not in what for who, what in said(text) if what.startswith("قتل"))


def test_who_is_told_of_by_a_carried_speaker_does_not_go_on() -> None:
    text = (
        "ونقلت صحيفة الغد عن الباحثة ليلى حداد قولها إن التقرير نفى وجود أي خطر على الجسر.\nوأضافت أن الميناء جديد."
    )
    assert said(text)[-1][0] == "ليلى حداد"


def test_a_verb_of_saying_before_a_participle_ends_what_was_said() -> None:
    text = "وأعلن سمير حداد تأييده للقرار، منتقدا المعارضين له، وتساءل قائلا «أليس للناس حق في الجسر؟»."
    assert said(text)[1] == ("سمير حداد", "المعارضين له")


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("وعثر الجيش على تسع جثث قال إنها لنازحين قضوا هنا.", "الجيش", "إنها لنازحين قضوا هنا"),
        ("ونشر التنظيم صورا قال إنها لطيارين أسرهم هنا.", "التنظيم", "إنها لطيارين أسرهم هنا"),
        ("وتأكيد الوزارة أن الجسر سيفتح غدا مفاجئ.", "الوزارة", "أن الجسر سيفتح غدا مفاجئ"),
        ("وصرح ضابط برتبة عميد: «باشرت القوات حركتها تجاه مواقعها».", "ضابط", "باشرت القوات حركتها تجاه مواقعها"),
        ("واعترض الوزير سمير حداد على القرار الجديد.", "سمير حداد", "على القرار الجديد"),
    ],
)
def test_who_says_of_things_what_they_are(text: str, who: str, what: str) -> None:
    assert said(text) == [(who, what)]


@pytest.mark.parametrize(
    "text",
    [
        "دفاعات المدينة اعترضت صاروخا أطلق على مواقع عسكرية.",
        "وصوتت دول للقرار، بما فيها روسيا، والذي يعترف بعدم صلاحية الإجراءات.",
        "وأيدت القرار أكثرية الدول في الاجتماع.",
    ],
)
def test_what_no_party_there_says(text: str) -> None:
    assert said(text) == []


def test_a_relative_clause_of_another_gender_is_said_by_the_man_before() -> None:
    text = "وتضم القائمة سمير حداد، رئيس محكمة جنايات القاهرة، الذي زعم أن التعديلات جيدة."
    assert said(text) == [("سمير حداد", "أن التعديلات جيدة")]


def test_behind_whom_a_talk_was_with_he_speaks() -> None:
    text = "وفي لقاء للصحيفة مع إدوارد جونسون من برنامج الغذاء قال: «نحن نعمل هنا منذ عام كامل»."
    assert said(text)[0][0] == "إدوارد جونسون"


def test_where_it_was_said_begins_nothing() -> None:
    text = f"{LAST}\nوشدد في بيان بث على الإنترنت على أن الحادث مؤلم، وأكد بدوره وفاة هؤلاء العمال."
    assert [what for _, what in said(text)[1:]] == ["على أن الحادث مؤلم", "وفاة هؤلاء العمال"]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("وقالت الوزارة إن صالح لجأ إلى فتح القنوات.", "الوزارة", "إن صالح لجأ إلى فتح القنوات"),
        ("تعقيبا أعلنت وزارة النقل الثلاثاء أن الجسر آمن.", "وزارة النقل", "أن الجسر آمن"),
        ('" يرى الباحث سمير حداد أن العلاقات جيدة .', "سمير حداد", "أن العلاقات جيدة"),
    ],
)
def test_neither_a_town_nor_a_stray_mark_hides_what_was_said(text: str, who: str, what: str) -> None:
    assert said(text) == [(who, what)]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("ناقش المجلس طلب الحكومة بإلغاء نتيجة الاستفتاء.", "الحكومة", "بإلغاء نتيجة الاستفتاء"),
        ("وتوقف العمل رغم اعتراض وزارة الخارجية على الحصار.", "وزارة الخارجية", "على الحصار"),
        ("واندلعت الاشتباكات بعد رفض الشرطة السماح للسكان بالعودة.", "الشرطة", "السماح للسكان بالعودة"),
        ("وجاء ذلك بعد تلميح الوزير سمير حداد إلى إغلاق الجسر.", "سمير حداد", "إلى إغلاق الجسر"),
        ("واعلنت موبايلي عن وصولها إلى ثمانية ملايين مشترك.", "موبايلي", "عن وصولها إلى ثمانية ملايين مشترك"),
    ],
)
def test_nouns_that_are_written_like_verbs_tell_what_was_asked_and_refused(text: str, who: str, what: str) -> None:
    assert said(text) == [(who, what)]


def test_an_outlet_that_goes_on_with_anothers_words_carries_them() -> None:
    text = "وقالت وكالة رويترز إن الجسر آمن.\nونقلت عن سمير حداد قوله إن الحرب طويلة."
    last = analysed(text, KNOWLEDGE).statements[-1]
    assert [(h.name, h.via) for h in last.hops] == [("وكالة رويترز", "carried"), ("سمير حداد", "told")]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "سوريا مقبرة الجنود من جهتها نشرت صحيفة الغد تقريرا عن الحرب، وذكرت أن إيران تقاتل هناك.",
            "صحيفة الغد",
            "أن إيران تقاتل هناك",
        ),
        (
            "وكان آخرها تصريح وزير الدفاع الأميركي، جيمس ماتيس أن انسحاب التحالف ممكن.",
            "جيمس ماتيس",
            "أن انسحاب التحالف ممكن",
        ),
        (
            "وفقدت القوات الاتصال بعناصرها، وفق صفحة «عرين الحرس» في الفيسبوك.",
            "صفحة عرين الحرس",
            "وفقدت القوات الاتصال بعناصرها",
        ),
    ],
)
def test_subheads_names_between_commas_and_pages_of_networks(text: str, who: str, what: str) -> None:
    assert said(text) == [(who, what)]


def test_a_name_in_marks_right_behind_what_a_body_is_called_is_no_speech() -> None:
    text = "أعلنت صفحة «إسرائيل في مصر»، التابعة للسفارة، مشاركة الوزيرة في مؤتمر."
    assert said(text) == [("صفحة إسرائيل في مصر", "مشاركة الوزيرة في مؤتمر")]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "وقالت وكالة رويترز إن الجسر آمن.\nوأضافت نقلا عن مصادر في المدينة أن الحرب طويلة.",
            [("وكالة رويترز", "carried"), ("مصادر", "told")],
        ),
        (
            "وكتبت صحيفة الغد على لسان مسؤول أن الجسر انهار.",
            [("صحيفة الغد", "carried"), ("مسؤول", "told")],
        ),
    ],
)
def test_whom_an_outlet_cites_speaks_and_the_outlet_carries(text: str, chain: list[tuple[str, str]]) -> None:
    assert [(h.name, h.via) for h in analysed(text, KNOWLEDGE).statements[-1].hops] == chain
