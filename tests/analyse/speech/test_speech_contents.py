"""Where what was said ends, and what of it is told by others."""

from invented_speech import told

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and content of every statement."""
    return [(s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements]


def test_a_noun_that_was_said_ends_where_a_verb_goes_on_behind_a_comma() -> None:
    text = "وأعلنت وزارة النقل بدء العمل في الجسر، واتسم العمل بالسرعة."
    assert said(text) == [("وزارة النقل", "بدء العمل في الجسر")]
    text = "دعت وزارة النقل إلى فتح الجسر، فاتفق العمال على موعد قريب."
    assert said(text) == [("وزارة النقل", "إلى فتح الجسر")]


def test_a_description_ends_where_the_narrator_goes_on() -> None:
    text = "ووصف الوزير سمير حداد الجسر بالخطير، فيما بقيت الطريق مفتوحة."
    assert said(text) == [("سمير حداد", "الجسر بالخطير")]


def test_what_is_only_described_is_no_frame_for_what_is_said_next() -> None:
    text = "ووصف الوزير سمير حداد الجسر والطريق بالخطيرين، وقال إن العمل يبدأ غدا."
    assert said(text) == [("سمير حداد", "الجسر والطريق بالخطيرين"), ("سمير حداد", "إن العمل يبدأ غدا")]


def test_a_verb_whose_first_letter_looks_like_and_stays_inside_the_saying() -> None:
    text = "ويقول المرصد السوري إنه وثق مقتل ألف مدني، وكان بينهم مئة طفل."
    assert said(text) == [("المرصد السوري", "إنه وثق مقتل ألف مدني، وكان بينهم مئة طفل")]


def test_a_quoted_clause_behind_more_of_the_subject_is_what_was_said() -> None:
    text = "وأعلن سمير حداد، المدير الشريك في شركة الغد، خلال معرض المدينة، “إن العقد يشمل مئة جسر جديد”."
    assert said(text)[0][1] == "إن العقد يشمل مئة جسر جديد"


def test_a_noun_that_was_said_ends_where_a_clause_tells_when() -> None:
    text = "نفت وزارة النقل نبأ إغلاقه بعد أن هاجم العمال المدخل."
    assert said(text) == [("وزارة النقل", "نبأ إغلاقه")]


def test_a_denial_may_be_of_one_word() -> None:
    assert said("وقالت البلدية إن الجسر مغلق، لكن وزارة النقل نفت ذلك.")[1:] == [("وزارة النقل", "ذلك")]


def test_whom_one_thanks_or_criticises_begins_what_was_said() -> None:
    text = "شكر الوزير سمير حداد روسيا على دعمها."
    assert said(text) == [("سمير حداد", "روسيا على دعمها")]


def test_a_verb_goes_on_from_the_participle_that_its_sentence_begins_with() -> None:
    text = "قال الوزير سمير حداد إن الجسر مغلق. مؤكدا قدرة العمال على فتحه، ولفت إلى أن العمل يبدأ غدا."
    assert said(text)[1:] == [("سمير حداد", "قدرة العمال على فتحه"), ("سمير حداد", "إلى أن العمل يبدأ غدا")]


def test_an_accusation_may_stand_behind_a_relative_clause_between_commas() -> None:
    text = "اتهمت وزارة النقل الشركة التي تصنفها كبيرة، بأنها أغلقت الجسر."
    assert said(text) == [("وزارة النقل", "الشركة التي تصنفها كبيرة، بأنها أغلقت الجسر")]


def test_by_size_is_no_clause_of_its_own() -> None:
    text = "وتعد هذه الصفقة واحدة من أكبر الصفقات من حيث الحجم في المدينة، بحسب بيان صادر عن وزارة النقل."
    assert said(text)[0][1].endswith("واحدة من أكبر الصفقات من حيث الحجم في المدينة")
    assert "هذه الصفقة" in said(text)[0][1]


def test_a_noun_that_was_said_may_stand_behind_where_or_when() -> None:
    assert said("لكن سمير حداد نفى في بيان له تكليفه بإدارة الجسر.") == [("سمير حداد", "تكليفه بإدارة الجسر")]
    text = "وكانت وزارة النقل أعلنت في وقت سابق سيطرتها على الجسر."
    assert said(text) == [("وزارة النقل", "سيطرتها على الجسر")]


def test_a_feminine_noun_behind_a_masculine_verb_is_what_was_said() -> None:
    text = "وقال سمير حداد إن الجسر آمن، وانتقد السياسة الحالية في المدينة."
    assert said(text)[1] == ("سمير حداد", "السياسة الحالية في المدينة")


def test_a_promise_may_be_parted_from_whom_it_was_made_to() -> None:
    text = "وكان سمير حداد قد وعد دمشق، بأن يفتح الجسر غدا."
    assert said(text)[0][1].endswith("بأن يفتح الجسر غدا")


def test_whose_announcement_is_only_mentioned_does_not_speak_next() -> None:
    text = "قال سمير حداد إن القرار اتخذ بعد إعلان العراق فتح الجسر. وأضاف أن العمل يبدأ غدا."
    assert said(text)[-1] == ("سمير حداد", "أن العمل يبدأ غدا")


def test_what_a_body_is_called_is_not_what_it_announces() -> None:
    text = "أعلنت قوات سوريا الديمقراطية المكونة من السكان، بدء العمل في الجسر."
    assert said(text) == [("قوات سوريا الديمقراطية", "بدء العمل في الجسر")]


def test_a_noun_that_was_said_ends_before_and_with_a_verb() -> None:
    text = "وتنتقد وزارة النقل بناء الشركة منشآت على الجسر وتشعر بالقلق من آثارها."
    assert said(text) == [("وزارة النقل", "بناء الشركة منشآت على الجسر")]
    text = "انتقدت وزارة النقل الشركة التي بنت الجسر وحصلت على الأرض."
    assert said(text) == [("وزارة النقل", "الشركة التي بنت الجسر وحصلت على الأرض")]


def test_a_heading_ends_before_the_bar_that_parts_it_from_its_site() -> None:
    text = "وزارة النقل تتهم الشركة بإغلاق الجسر | موقع المدينة"
    assert said(text) == [("وزارة النقل", "الشركة بإغلاق الجسر")]


def test_what_one_body_asks_inside_anothers_words_does_not_end_those() -> None:
    text = "قال مصدر مطلع إن وزارة النقل أعلنت إغلاق الجسر وطالبت بتعويضات."
    assert said(text) == [
        ("مصدر مطلع", "إن وزارة النقل أعلنت إغلاق الجسر وطالبت بتعويضات"),
        ("وزارة النقل", "إغلاق الجسر"),
        ("وزارة النقل", "بتعويضات"),
    ]
    text = "قال مصدر مطلع إن وزارة النقل طلبت إغلاق الجسر وطالبت بتعويضات."
    assert said(text)[1:] == [("وزارة النقل", "إغلاق الجسر وطالبت بتعويضات")]


def test_claims_of_others_are_denied_and_refused_as_nouns() -> None:
    assert said("نفت وزارة النقل مزاعم الشركة، وقالت إن الجسر آمن.")[0] == ("وزارة النقل", "مزاعم الشركة")


def test_accusing_needs_whom_and_being_accused_says_nothing() -> None:
    text = "هاجمت وزارة النقل الشركة، متهمة إدارتها بالإهمال."
    assert said(text)[-1] == ("وزارة النقل", "إدارتها بالإهمال")
    assert said("وقالت وزارة النقل إن الشركة متهمة بالإهمال.") == [("وزارة النقل", "إن الشركة متهمة بالإهمال")]


def test_a_participle_of_manner_leaves_the_complement_to_its_verb() -> None:
    assert said("وأشار سمير حداد مستدركا إلى أن الجسر آمن.") == [("سمير حداد", "إلى أن الجسر آمن")]


def test_what_was_said_ends_where_somebody_says_something_anew_whoever_it_is() -> None:
    text = "فيما اتهمت المعارضة الحكومة بالكذب، فقد أكد من جهته أن الجسر آمن."
    assert said(text) == [("المعارضة", "الحكومة بالكذب"), ("", "أن الجسر آمن")]


def test_those_who_side_with_somebody_say_nothing_by_it() -> None:
    text = "قالت وزارة النقل إنها ستحاسب عناصر في الشركة أو مؤيدين له متورطين في الحادث."
    assert len(said(text)) == 1
    text = "قال سمير حداد إن الخطاب فاشل، محملا إياه مسؤولية الحادث."
    assert said(text)[1] == ("سمير حداد", "مسؤولية الحادث")


def test_what_the_subject_is_stands_before_what_it_says() -> None:
    text = 'وتفيد شركة "المستقبل" التي قامت ببناء المنشأة، بأن المحطة ستعمل غدا.'
    assert said(text)[0][1] == "بأن المحطة ستعمل غدا"
    assert said("وأكدت شركة السكك الحديدية البلجيكية في تغريدة أن القطارات ستعمل.")[0][1] == "أن القطارات ستعمل"
    text = 'أعلنت "قوات الغد"، وهي عبارة عن تحالف لفصائل، أن المدينة محررة.'
    assert said(text)[0][1] == "أن المدينة محررة"


def test_what_several_announce_begins_behind_the_last_of_them() -> None:
    assert said("دانت تركيا وقطر الهجوم على الجسر.") == [("تركيا", "الهجوم على الجسر")]
    assert said("رفض كل من المجلس الوطني وحزب الغد أي اتفاق جديد.")[0][1] == "أي اتفاق جديد"


def test_what_one_condemns_may_be_a_clause_with_what() -> None:
    text = "وأشاد الوزير سمير حداد بما تحقق في المدينة."
    assert said(text) == [("سمير حداد", "بما تحقق في المدينة")]
    assert said("وندد الوزير سمير حداد، بما في ذلك أمس.") == []


def test_a_call_in_a_concession_ends_where_its_main_clause_begins() -> None:
    text = "ورغم دعوة الوزارة إلى فتح الجسر، فإن الكثيرين يخافون."
    assert said(text) == [("الوزارة", "إلى فتح الجسر")]


def test_an_and_that_a_page_parts_from_the_next_verb_ends_nothing_that_is_said() -> None:
    assert [s[2] for s in told("وقال سمير حداد إن الجسر آمن و أضاف أن الطريق مغلق.")] == [
        "إن الجسر آمن",
        "أن الطريق مغلق",
    ]
