"""Who goes on behind others' words, and what stands between a speaker and what is said."""

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and content of every statement."""
    return [(s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements]


def test_who_tells_others_words_goes_on_and_not_they() -> None:
    text = "وذكر سمير حداد أن أحدهم اعترف بالسرقة. وأضاف أن التحقيق مستمر."
    assert said(text)[-1] == ("سمير حداد", "أن التحقيق مستمر")
    text = "وقال سمير حداد إن زياد نجار رفض الطلب. وأضاف أن الجسر مغلق."
    assert said(text) == [
        ("سمير حداد", "إن زياد نجار رفض الطلب"),
        ("زياد نجار", "الطلب"),
        ("سمير حداد", "أن الجسر مغلق"),
    ]


def test_an_and_that_stands_apart_belongs_to_its_verb() -> None:
    text = "قال الوزير سمير حداد إن الجسر آمن. و أوضح في اجتماع مع المهندسين أن العمل بدأ أمس."
    assert said(text)[-1] == ("سمير حداد", "أن العمل بدأ أمس")


def test_where_somebody_spoke_stands_between_him_and_what_he_says() -> None:
    text = "وأضاف مولن الذي كان يتحدث أمام لجنة النقل في المجلس أن الجسر سيفتح غدا."
    assert said(text) == [("مولن", "أن الجسر سيفتح غدا")]
    text = "وأضاف سمير حداد الذي تحدث للصحفيين بعد أن أغلقت الشرطة الجسر أن العمل بدأ أمس."
    assert said(text) == [("سمير حداد", "أن العمل بدأ أمس")]


def test_a_noun_is_said_behind_where_it_was_said() -> None:
    text = "دان الجيش السوري في بيان له أمس الهجوم على الجسر القديم."
    assert said(text) == [("الجيش السوري", "الهجوم على الجسر القديم")]
    text = "أدان مركز الشهاب لحقوق الإنسان الانتهاكات التي تحدث بحق العمال."
    assert said(text) == [("مركز الشهاب لحقوق الإنسان", "الانتهاكات التي تحدث بحق العمال")]
    text = "توقع الوزير سمير حداد فشل دعوات التظاهر."
    assert said(text) == [("سمير حداد", "فشل دعوات التظاهر")]


def test_a_noun_that_ends_in_the_feminine_is_one_of_a_verbs_objects_with_a_pronoun_too() -> None:
    assert said("أبدت وزارة النقل رغبتها في فتح الجسر.") == [("وزارة النقل", "رغبتها في فتح الجسر")]


def test_documents_and_people_of_a_calling_speak() -> None:
    assert said("وأشار القرار إلى أنه يجب فتح الجسر.") == [("القرار", "إلى أنه يجب فتح الجسر")]
    assert said("وتفيد الافتتاحية بأن الجسر مغلق.") == [("الافتتاحية", "بأن الجسر مغلق")]
    assert said("يقول منتقدوها إن الجسر مغلق.") == [("منتقدوها", "إن الجسر مغلق")]


def test_an_attribution_within_a_clause_attributes_what_stands_behind_it() -> None:
    text = "فالشركة، بحسب الوزير سمير حداد، أغلقت الجسر منذ عام بسبب نقص المواد في المدينة."
    assert said(text) == [("سمير حداد", "أغلقت الجسر منذ عام بسبب نقص المواد في المدينة")]
    text = "تمكنت الشرطة بحسب وزارة النقل من إغلاق الجسر القديم في المدينة بعد حادث كبير أمس."
    assert said(text) == [("وزارة النقل", "من إغلاق الجسر القديم في المدينة بعد حادث كبير أمس")]


def test_a_body_behind_a_preposition_speaks_in_its_relative_clause() -> None:
    text = "انتقلت الأزمة إلى مجلس المدينة الذي طالب بفتح الجسر."
    assert said(text) == [("مجلس المدينة", "بفتح الجسر")]


def test_bodies_and_people_that_news_names_without_a_list_speak() -> None:
    assert said("كشف فرع هيئة النقل أن الجسر مغلق.") == [("فرع هيئة النقل", "أن الجسر مغلق")]
    assert said("دعت قمة المدن إلى فتح الجسر.") == [("قمة المدن", "إلى فتح الجسر")]
    assert said("وقالت عدة جماعات حقوقية إن الجسر مغلق.") == [("عدة جماعات حقوقية", "إن الجسر مغلق")]


def test_a_verb_of_many_does_not_go_on_for_one_man() -> None:
    before = "وقال سمير حداد إن القرار صائب. "
    assert said(before + "واتفق مسؤولون ودبلوماسيون على رفضه، وأكدوا أن الحل قريب.")[-1][0] == "مسؤولون"
    assert said(before + "وعاد السكان رغم الخوف ولكنهم رحبوا بالقرار الجديد.")[-1][0] == "السكان"
    assert said(before + "وعاد الأهل رغم الخوف ولكنهم رحبوا بالقرار الجديد.") == [("سمير حداد", "إن القرار صائب")]
    both = "أكد سمير حداد وليلى نجار أن الحوار مهم. وأضافوا أن السلام قريب."
    assert said(both)[-1] == ("سمير حداد", "أن السلام قريب")


def test_who_issued_a_document_speaks_in_it_where_it_stands_before_the_verb() -> None:
    told = "اتهمت فيه العاملين في المركز بالإهمال."
    assert said("الاستخبارات العسكرية أصدرت بيانا رسميا " + told)[0][0] == "الاستخبارات العسكرية"
    assert said("واستمرت الصين في مواقفها حيث أصدرت بيانا " + told)[0][0] == "الصين"


def test_who_issued_what_an_agency_cites_is_who_speaks() -> None:
    for paper in ("بيان نشرته وزارة النقل", "بيان لوزارة النقل", "بيان صادر عن وزارة النقل"):
        assert said(f"نقلت وكالة الغد عن {paper} أن الجسر آمن.") == [("وزارة النقل", "أن الجسر آمن")]


def test_quotations_in_a_chain_are_one_speakers() -> None:
    first, second = "إن الجسر آمن منذ عام كامل", "المدينة لا تحتاج إلى أي عمل جديد هذا العام"
    for between in (' (1). "', '. - - "', '! وأن "'):
        text = f'قال سمير حداد: "{first}"{between}{second}" (2).'
        assert said(text) == [("سمير حداد", first), ("سمير حداد", second)], between


def test_words_in_marks_behind_whom_an_attribution_names_are_said() -> None:
    text = 'عملت بلا أجر طوال الشتاء، على ما تروي سلمى حداد: "كان هدف صاحب المصنع أن نعمل".'
    assert said(text)[-1] == ("سلمى حداد", "كان هدف صاحب المصنع أن نعمل")
    text = 'وهو ما أكدته رئيسة القسم سلمى حداد "بعد الشكوى حررنا مخالفة بحق صاحب المصنع".'
    assert said(text) == [("سلمى حداد", "بعد الشكوى حررنا مخالفة بحق صاحب المصنع")]


def test_a_ministry_is_named_by_its_matter_alone() -> None:
    told = said("قالت وزارة الداخلية المصرية إن الجسر آمن. وقالت الداخلية إن الطريق مغلق.")
    assert [speaker for speaker, _ in told] == ["وزارة الداخلية المصرية"] * 2


def test_whom_one_asks_may_be_a_pronoun_on_a_verb_that_is_written_like_a_noun() -> None:
    first = ("سمير حداد", "من انهيار الجسر")
    text = "حذر الوزير سمير حداد من انهيار الجسر، وطالبها بالتعويض."
    assert said(text) == [first, ("سمير حداد", "بالتعويض")]
    text = "حذر الوزير سمير حداد من انهيار الجسر، وهددهم بالعقوبات."
    assert said(text) == [first, ("سمير حداد", "بالعقوبات")]
    text = "قال سمير حداد إن المعلم زار البلدة، وطالبها يستعدون للسفر."
    assert said(text) == [("سمير حداد", "إن المعلم زار البلدة، وطالبها يستعدون للسفر")]
