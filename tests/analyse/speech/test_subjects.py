"""Who speaks: behind relative pronouns, in the middle of a sentence, and where only a pronoun stands."""

import pytest

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and content of every statement."""
    return [(s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements]


def test_a_relative_clause_in_the_present_has_a_speaker_where_it_cannot_be_passive() -> None:
    assert said("توتر الوضع مع واشنطن التي تتهم بكين بإغلاق الجسر.") == [("واشنطن", "بكين بإغلاق الجسر")]
    assert said("زار المدينة سمير حداد الذي يدعو إلى فتح الجسر.") == [("سمير حداد", "إلى فتح الجسر")]
    assert said("زار المدينة سمير حداد الذي يتهم بإغلاق الجسر.") == []


def test_what_a_complaint_demands_is_not_said_by_who_is_named_last_in_it() -> None:
    assert said("نظرت المحكمة في دعوى سمير حداد، والتي تطالب بفتح الجسر.") == []


def test_who_stands_right_before_a_verb_and_that_speaks_in_the_middle_of_a_sentence_too() -> None:
    text = "صور من المدينة القديمة الجيش السوري يؤكد أن الجسر آمن."
    assert said(text) == [("الجيش السوري", "أن الجسر آمن")]
    assert said("وصل إلى المدينة مع الجيش السوري يؤكد أن الجسر آمن.") == []


def test_a_pronoun_on_the_that_of_an_inner_clause_means_the_only_body_that_fits() -> None:
    text = "أغلقت وزارة النقل الجسر رغم أنها قالت إن الجسر آمن."
    assert said(text) == [("وزارة النقل", "إن الجسر آمن")]


def test_a_noun_of_saying_may_bear_its_speaker_as_a_pronoun() -> None:
    text = "ودعا الوزير سمير حداد إلى فتح الجسر بعد أسبوع على إعلانه أن الطريق خطر."
    assert said(text)[1] == ("سمير حداد", "أن الطريق خطر")
    assert said("غادر الوزير سمير حداد القاعة بسبب إصراره على فتح الجسر.") == []


def test_a_noun_of_saying_takes_its_prepositions_behind_a_day_between_commas() -> None:
    text = "بقيت المدينة هادئة بعد إعلان وزارة النقل، يوم الجمعة، عن فتح الجسر القديم."
    assert said(text) == [("وزارة النقل", "عن فتح الجسر القديم")]


def test_whose_a_body_is_belongs_to_no_name_and_to_no_content() -> None:
    text = "وأكدت وحدة الإعلام الحربي التابعة للحزب على منصاتها أن الجسر آمن."
    assert said(text) == [("وحدة الإعلام الحربي", "أن الجسر آمن")]


def test_a_source_speaks_whom_an_outlet_learnt_something_from() -> None:
    (statement,) = analysed("علمت رويترز من مصادر مطلعة أن الجسر مغلق.", KNOWLEDGE).statements
    assert [h.name for h in statement.hops] == ["رويترز", "مصادر مطلعة"]
    assert said("علمت “الغد” من مصادر مطلعة بأن الجسر مغلق.") == [("مصادر مطلعة", "بأن الجسر مغلق")]


def test_a_source_speaks_behind_the_clause_that_hides_its_name() -> None:
    text = "تواصلت الجريدة مع أحد السكان والذي رفض الكشف عن هويته قال: بأن الجسر مغلق."
    assert said(text)[-1] == ("أحد السكان", "بأن الجسر مغلق")


def test_a_name_that_nothing_knows_speaks_before_a_preposition_with_that_too() -> None:
    assert said("وأشار حق إلى أن عشرات العمال وصلوا إلى الجسر.") == [("حق", "إلى أن عشرات العمال وصلوا إلى الجسر")]


def test_a_noun_between_that_and_a_verb_speaks_unless_it_may_be_evidence() -> None:
    assert said("وقال سمير حداد إن المنتدى يطالب بفتح الجسر.")[1] == ("المنتدى", "بفتح الجسر")
    assert [s[0] for s in said("وقال سمير حداد إن الأدلة تشير إلى إغلاق الجسر.")] == ["سمير حداد"]


def test_what_somebody_did_once_before_has_its_subject_before_the_that() -> None:
    text = "كما سبق للوزير سمير حداد أن أعلن فتح الجسر."
    assert said(text) == [("سمير حداد", "فتح الجسر")]


def test_who_makes_a_document_says_what_stands_in_it() -> None:
    text = "لجأت وزارة النقل إلى إصدار بيان أكدت فيه أن الجسر آمن."
    assert said(text) == [("وزارة النقل", "أن الجسر آمن")]
    text = "تبع ذلك تصريح آخر لوزير النقل سمير حداد، قال فيه إن الجسر آمن."
    assert said(text) == [("سمير حداد", "إن الجسر آمن")]


def test_an_aside_with_a_preposition_parts_no_subject_from_its_verb() -> None:
    text = "أغلقت البلدية الطريق، إلا أن سعدي بيرام، من سكان المدينة، قال إن الجسر آمن."
    assert said(text) == [("سعدي بيرام", "إن الجسر آمن")]


def test_who_begins_to_say_something_says_it() -> None:
    assert said("وبدأت روسيا تتحدث عن فتح الجسر.") == [("روسيا", "عن فتح الجسر")]


def test_an_attribution_may_name_somebody_whom_no_list_knows() -> None:
    assert said("أغلق الجسر القديم في المدينة أمس، بحسب شاكر.")[0][0] == "شاكر"
    assert said("أغلق الجسر القديم في المدينة أمس، وفق تصورهم.") == []


def test_an_attribution_may_stand_behind_somebody_s_words() -> None:
    assert said("أغلق الجسر القديم في المدينة أمس، بحسب إعلان وزارة النقل.")[0][0] == "وزارة النقل"


def test_what_a_body_announced_before_is_said_by_it() -> None:
    text = "هذه أول غارات لوزارة الدفاع منذ إعلانها في مارس انتهاء العملية."
    assert said(text) == [("وزارة الدفاع", "انتهاء العملية")]


def test_two_who_speak_bear_the_dual() -> None:
    text = "وكان الجيش السوري وحليفه قد اتهما الشركة بإغلاق الجسر."
    assert said(text)[0][1] == "الشركة بإغلاق الجسر"


def test_a_subject_whose_first_letter_looks_like_and_stays_inside_the_saying() -> None:
    text = "وصرح سمير حداد أمس، بأن وفد المدينة أكد أن الجسر آمن."
    assert [s[1] for s in said(text)] == ["بأن وفد المدينة أكد أن الجسر آمن", "أن الجسر آمن"]


def test_a_clause_that_begins_anew_has_its_subject_behind_the_verb() -> None:
    text = "نقلت الصحف أرقاما تداولتها الدوائر الرسمية، فقد أعلن اتحاد العمال أن الجسر آمن."
    assert said(text) == [("اتحاد العمال", "أن الجسر آمن")]
    text = "اتهمت المعارضة الحكومة بالكذب، فقد أكد من جهته الوزير سمير حداد أن الجسر آمن."
    assert said(text) == [("المعارضة", "الحكومة بالكذب"), ("سمير حداد", "أن الجسر آمن")]


def test_behind_had_the_subject_follows_where_nobody_stands_between() -> None:
    text = 'وكان قد أكد "المركز السوري للدراسات" أمس أن الجسر آمن.'
    assert said(text) == [("المركز السوري للدراسات", "أن الجسر آمن")]


def test_who_comes_back_to_say_something_stands_between_the_two_verbs() -> None:
    text = "وعاد نائب الوزير سمير حداد بدوره ليؤكد في تصريحات صحفية أن الجسر آمن."
    assert said(text) == [("سمير حداد", "أن الجسر آمن")]


def test_a_verb_in_the_masculine_is_not_hers_whom_the_sentence_is_about() -> None:
    text = "واتصلت سميرة حداد برئيس المجلس ماهر نجار، فأكد أن الجسر آمن."
    assert said(text) == [("ماهر نجار", "أن الجسر آمن")]


def test_who_went_before_a_participle_of_saying_is_its_speaker() -> None:
    assert said("ومضى البطاط، قائلا إن الجسر آمن.") == [("البطاط", "إن الجسر آمن")]


def test_there_are_reports_that_show_is_told_and_no_source_of_its_own() -> None:
    text = "قال سمير حداد إن هناك دلائل جديدة تكشف عن محاولات لإغلاق الجسر."
    assert said(text)[0] == ("سمير حداد", "إن هناك دلائل جديدة تكشف عن محاولات لإغلاق الجسر")


def test_what_somebody_holds_another_to_be_stands_behind_the_subject() -> None:
    text = "وتنشط في المدينة حركة الغد التي تعتبرها مصر تنظيما إرهابيا، منذ أعوام."
    assert said(text) == [("مصر", "تنظيما إرهابيا")]
    text = "انتقد سمير حداد الحادث الذي وصفه بالخطير."
    assert said(text)[1] == ("سمير حداد", "بالخطير")


def test_a_body_with_the_article_ends_before_a_noun_that_is_no_adjective_of_hers() -> None:
    assert said("رفضت الحكومة القرار.") == [("الحكومة", "القرار")]
    assert said("رفضت الحركة الإسلامية القرار.") == [("الحركة الإسلامية", "القرار")]


def test_a_source_that_nothing_knows_stands_between_from_and_that() -> None:
    text = "ونقلت وكالة رويترز عن الطاقم الطبي أنه تم إغلاق الجسر."
    assert said(text) == [("الطاقم الطبي", "أنه تم إغلاق الجسر")]
    assert said('أشار "قائد عسكري كبير" إلى أن الجسر آمن.') == [("قائد عسكري كبير", "إلى أن الجسر آمن")]


def test_who_still_says_something_stands_before_the_negative() -> None:
    assert said("والوزارة ما زالت تقول إن الجسر آمن.") == [("الوزارة", "إن الجسر آمن")]


def test_a_people_with_a_verb_in_the_plural_speaks() -> None:
    assert said("لكن الأتراك يردون أن الجسر آمن.") == [("الأتراك", "أن الجسر آمن")]


def test_a_name_ends_before_what_and_an_adjunct_is_nobodys() -> None:
    assert said("ويورد المؤلف ما نص عليه النظام، واعتبر أن الجسر آمن.") == [("المؤلف", "أن الجسر آمن")]
    assert said("ويتحدث مرة أخرى عن أن الجسر آمن.") == []


def test_a_family_name_may_be_a_common_word_behind_a_given_name() -> None:
    text = 'قال الكاتب الصحافي، قاسم قصير، لقناة "الغد"، إن الجسر آمن.'
    assert said(text) == [("قاسم قصير", "إن الجسر آمن")]


def test_a_relative_clause_hangs_on_a_body_with_its_adjective() -> None:
    text = "غير أن قوات التحالف الدولي الذي تقوده روسيا قالت إنها فتحت الجسر."
    assert said(text) == [("قوات التحالف الدولي", "إنها فتحت الجسر")]


def test_how_long_with_whom_and_indefinite_accusatives_speak_nowhere() -> None:
    for text in (
        "ولم يكن على وفاق مع أهل الحي، وظل طيلة حياته يدعو للجسور القديمة لا سيما جسر النهر.",
        "ألا ترى معي أن الجسر آمن؟",
        "أعلنت البلدية أن اتفاقا متينا أعلن في القمة الأخيرة يهم تنظيم المؤتمر في أقرب وقت.",
        "فاجأت المحكمة الأوساط كلها بإصدارها قرارا اعتبر الأول من نوعه في المملكة.",
    ):
        speakers = {name for name, _ in said(text)}
        assert not speakers & {"طيلة حياته", "معي", "اتفاقا متينا", "بإصدارها قرارا"}


def test_others_on_the_other_hand_are_nobody() -> None:
    assert said("من جهة أخرى أفادت مصادر أمنية أن الجسر مغلق.") == [("مصادر أمنية", "أن الجسر مغلق")]


def test_a_rank_before_a_name_and_a_calling_behind_it_belong_to_the_subject() -> None:
    text = "وكان الجنرال سمير علي القيادي في الحرس الجمهوري قال قبل أيام إن الجسر آمن."
    assert said(text) == [("سمير علي", "إن الجسر آمن")]


def test_a_foreign_name_may_end_like_an_accusative() -> None:
    assert said("وكانت ديمتروفا غوشتيروفا توقعت أن يفتح الجسر غدا.") == [("ديمتروفا غوشتيروفا", "أن يفتح الجسر غدا")]
    assert said("وكان توافقا متينا توقعت الصحف أن يفتح الجسر.") != [("توافقا متينا", "أن يفتح الجسر")]


def test_whose_name_closes_a_calling_speaks() -> None:
    for calling in ("القيادي في الحركة الوطنية", "المحلل العسكري والإستراتيجي العقيد", "القائم بأعمال السفارة"):
        assert said(f"وأكد {calling} سمير حداد أن الجسر آمن.") == [("سمير حداد", "أن الجسر آمن")]
    assert said("وأكد المشرف على المشروع أن الجسر آمن.") == [("المشرف على المشروع", "أن الجسر آمن")]


def test_whoever_a_source_sits_with_does_not_speak() -> None:
    assert said("وقال مصدر في مكتب الوزير سمير حداد إن العمل انتهى.") == [("مصدر في مكتب", "إن العمل انتهى")]


def test_a_place_right_behind_a_verb_of_asking_is_named_by_no_words_before_a_bracket() -> None:
    text = "منذ اليوم الأول طالبت تركيا مقاتلي الحزب بالانسحاب من المدينة."
    assert said(text) == [("تركيا", "مقاتلي الحزب بالانسحاب من المدينة")]


def test_whose_words_an_attribution_tells_goes_on_in_a_participle() -> None:
    text = "سمح النظام للعمال بالدخول، وفقا لموقع الجزيرة نت، مضيفا أن الجسر مغلق."
    assert [speaker for speaker, _ in said(text)] == ["موقع الجزيرة", "موقع الجزيرة"]


def test_whom_a_pronoun_means_speaks_and_the_subject_carries() -> None:
    text = "وقال الوزير سمير حداد إن الجسر آمن.\nونقلت عنه وكالة رويترز قوله إن الطريق مغلق."
    last = analysed(text, KNOWLEDGE).statements[-1]
    assert [h.name for h in last.hops] == ["وكالة رويترز", "سمير حداد"]


def test_whoever_breaks_in_speaks_though_no_list_knows_the_name() -> None:
    text = 'وقال الوزير سمير حداد إن الجسر آمن.\nوقاطعه أورايلي قائلا "لكن هذا الجسر القديم مغلق منذ سنوات".'
    assert said(text)[-1][0] == "أورايلي"


def test_an_outlet_that_lost_its_name_is_nobody() -> None:
    assert said("ويشير موقع الغد إلى أن الجسر آمن.")[0][0] == "الغد"
    text = 'وتشير " " الناطقة بعدة لغات , إلى أن الجسر آمن , وأشارت إلى أن الطريق مغلق.'
    assert said(text) == [("", "إلى أن الجسر آمن"), ("", "إلى أن الطريق مغلق")]


def test_fingers_of_accusation_are_nobodys() -> None:
    assert said("ووجهت أصابع الاتهام إلى الشركة في المدينة.") == []


def test_the_same_source_is_the_body_that_spoke_last() -> None:
    text = "قالت وكالة مسار برس إن الجسر أغلق.\nوأوضح المصدر ذاته أن الطريق مفتوح."
    assert [speaker for speaker, _ in said(text)] == ["وكالة مسار برس", "وكالة مسار برس"]
    text = "قال سمير حداد إن الجسر أغلق.\nوأوضح المصدر ذاته أن الطريق مفتوح."
    assert said(text)[1][0] == "المصدر ذاته"


def test_whose_words_a_document_is_speaks_in_it() -> None:
    text = "وجاء الرد على تصريحات تيلرسون الأحد التي قال فيها إن الجسر آمن."
    assert said(text) == [("تيلرسون", "إن الجسر آمن")]


def test_an_outlet_tells_what_a_person_says() -> None:
    text = 'وذكرت قناة "الغد" عن أردوغان قوله للصحفيين إن الجسر آمن.'
    assert [h.name for h in analysed(text, KNOWLEDGE).statements[0].hops][-1] == "أردوغان"


def test_whom_one_advises_or_weighs_does_not_speak() -> None:
    assert said("ونصحت السكان بالبقاء في بيوتهم.") == []
    assert said("واعتبر حركة الغد منظمة خطيرة.") == []


def test_who_speaks_for_one_who_is_named_is_not_he() -> None:
    told = [("متحدث باسم الرئيس الروسي", "إن الجسر مغلق")]
    assert said("وقال متحدث باسم الرئيس الروسي فلاديمير بوتين إن الجسر مغلق.") == told
    assert said("وكان متحدث باسم الرئيس الروسي فلاديمير بوتين قد قال إن الجسر مغلق.") == told
    assert said("وقال المتحدث باسم الرئيس الروسي سمير حداد إن الجسر مغلق.") == [("سمير حداد", "إن الجسر مغلق")]


def test_to_whom_it_is_said_takes_nothing_from_who_stands_before_the_verb() -> None:
    text = "وزير الخارجية سمير حداد قال لنظيره الأمريكي جون سميث إن الجسر مغلق."
    assert said(text) == [("سمير حداد", "إن الجسر مغلق")]


@pytest.mark.parametrize("rank", ["العقيد", "الدكتور", "الفريق الركن", "العقيد الأمريكي"])
def test_a_rank_between_a_title_and_a_name_parts_them_not(rank: str) -> None:
    text = f"وأوضح المتحدث الرسمي باسم الشرطة {rank} سمير حداد أن الجسر آمن. وأضاف أن العمل مستمر."
    assert [speaker for speaker, _ in said(text)] == ["سمير حداد", "سمير حداد"]


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ("قال وزير النقل سمير حداد إن الجسر آمن. ", "وأشار معاليه خلال المؤتمر إلى"),
        ("زار سمو الأمير سمير حداد المدينة أمس برفقة الوزير زياد نجار. ", "وأكد سموه"),
        ("التقى الشيخ سمير حداد الطلاب أمس. ", "وأوضح فضيلته"),
    ],
)
def test_an_honorific_means_who_bears_it(before: str, again: str) -> None:
    assert said(f"{before}{again} أن العمل مستمر.")[-1][0] == "سمير حداد"


def test_who_is_in_no_list_is_called_by_his_last_name_again() -> None:
    text = "وتولى الإشراف الشاعر الإماراتي علي الخوار الذي أوضح أن الحفل ناجح. وبين الخوار أن التعاون مستمر."
    assert len({speaker for speaker, _ in said(text)}) == 1


def test_who_is_in_no_list_is_named_without_his_titles() -> None:
    assert said("قال النائب البريطاني البارز كيث فاز إن الجسر آمن.") == [("كيث فاز", "إن الجسر آمن")]
    assert said("المنسق العام للجنة التفاوض العليا يصر على أن الجسر آمن.")[0][0].startswith("المنسق العام")


def test_who_calls_on_others_as_well_is_who_spoke() -> None:
    text = (
        "قال المجلس الوطني إن الجسر آمن. كما دعا المجتمع الدولي إلى وقف القتال. وقال السفير للصحفيين إن الأمر انتهى."
    )
    assert [speaker for speaker, _ in said(text)] == ["المجلس الوطني", "المجلس الوطني", "السفير"]


def test_a_body_behind_a_body_with_the_article_is_no_part_of_its_name() -> None:
    text = "هددت الجماعة الوزارة بإغلاق الجسر."
    assert [
        (s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements
    ] == [("الجماعة", "بإغلاق الجسر")]
    text = "اتهمت الهيئة الحكومة بالفساد."
    event = analysed(text, KNOWLEDGE).events[0]
    assert ([p.name for p in event.actors], [p.name for p in event.targets]) == (["الهيئة"], ["الحكومة"])
    text = "هددت الفصائل المعارضة بإغلاق الجسر."
    assert [s.speaker.name for s in analysed(text, KNOWLEDGE).statements] == ["الفصائل المعارضة"]
