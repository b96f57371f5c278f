import time

import pytest
from invented_speech import knowledge, statements, told

HADDAD = "سمير حداد"


def test_a_verb_before_its_subject_brings_what_follows_it() -> None:
    assert told("قال الوزير سمير حداد إن الجسر آمن.") == [(HADDAD, "say", "إن الجسر آمن")]


def test_a_subject_may_stand_before_the_verb() -> None:
    assert told("سمير حداد قال إن الجسر آمن.") == [(HADDAD, "say", "إن الجسر آمن")]


def test_a_direct_quotation_is_taken_without_its_marks() -> None:
    (statement,) = statements("وقال سمير حداد “لن نغلق الجسر أبدا”، دون أن يحدد موعدا.")
    assert statement.quoted
    assert told("وقال سمير حداد “لن نغلق الجسر أبدا”، دون أن يحدد موعدا.")[0][2] == "لن نغلق الجسر أبدا"


def test_a_quotation_behind_a_colon_may_be_short() -> None:
    assert told('قال سمير حداد: "لن نغلق".') == [(HADDAD, "say", "لن نغلق")]


def test_a_mixed_statement_keeps_the_marks_inside() -> None:
    assert told("قال سمير حداد إن الجسر “آمن تماما” منذ عام.")[0][2] == "إن الجسر “آمن تماما” منذ عام"


def test_a_quotation_that_runs_over_sentences_is_one_content() -> None:
    text = 'قال سمير حداد " لن نغلق الجسر .\nهذا قرار قديم " .\nوغادر القاعة .'
    assert told(text) == [(HADDAD, "say", "لن نغلق الجسر .\nهذا قرار قديم")]


def test_a_participle_with_its_own_content_is_a_statement_of_the_same_speaker() -> None:
    assert told("أكد سمير حداد أن الجسر آمن، مشيرا إلى أن العمل مستمر.") == [
        (HADDAD, "stress", "أن الجسر آمن"),
        (HADDAD, "say", "إلى أن العمل مستمر"),
    ]


def test_a_participle_without_a_verb_of_saying_belongs_to_the_sentences_subject() -> None:
    assert told("زار سمير حداد الموقع، داعيا إلى إغلاق الجسر.") == [(HADDAD, "demand", "إلى إغلاق الجسر")]


def test_an_adjective_that_looks_like_a_participle_says_nothing() -> None:
    assert told("خرجت مظاهرات منددة بالقرار في المدينة.") == []


def test_a_verb_that_goes_on_takes_the_last_speaker() -> None:
    text = "قال سمير حداد إن الجسر آمن.\nوأضاف أن العمل مستمر."
    assert [speaker for speaker, _, _ in told(text)] == [HADDAD, HADDAD]


def test_a_verb_of_the_other_gender_does_not_take_the_last_speaker() -> None:
    text = "قال سمير حداد إن الجسر آمن.\nوقالت إن العمل مستمر."
    assert [speaker for speaker, _, _ in told(text)] == [HADDAD, ""]


def test_one_of_two_verbs_under_one_speaker_goes_on_in_the_same_sentence() -> None:
    assert told("قال سمير حداد إن الجسر آمن، ودعا لرفع الحاجز عنه.")[1] == (HADDAD, "demand", "لرفع الحاجز عنه")


def test_what_another_says_inside_a_saying_has_both_in_its_chain() -> None:
    outer, inner = told("ذكرت وكالة رويترز أن سمير حداد أكد أن الجسر آمن.")
    assert (outer[0], outer[2]) == ("وكالة رويترز", "أن سمير حداد أكد أن الجسر آمن")
    assert (inner[0], inner[2]) == (f"وكالة رويترز > {HADDAD}", "أن الجسر آمن")


def test_an_outlet_that_cites_a_source_carries_it() -> None:
    (chain, _, content), *_ = told("أضافت وكالة رويترز نقلا عن مصدر أمني، أن الجسر أغلق.")
    assert chain.endswith("رويترز > مصدر أمني")
    assert content == "أن الجسر أغلق"


def test_the_same_sources_later_keep_the_way_by_which_they_came() -> None:
    text = "أضافت وكالة رويترز نقلا عن مصادر أمنية، أن الجسر أغلق.\nوبحسب المصادر، فإن العمل توقف."
    chains = [chain for chain, _, _ in told(text)]
    assert chains[0] == chains[1]
    assert chains[1].endswith("رويترز > مصادر أمنية")


def test_who_is_quoted_behind_an_outlet_speaks_and_the_outlet_carries() -> None:
    assert told("نقلت وكالة رويترز عن سمير حداد قوله إن الجسر آمن.")[0][0].endswith(f"رويترز > {HADDAD}")


def test_an_attribution_before_its_content_brings_it() -> None:
    assert told("وبحسب وزارة النقل، فإن الجسر آمن.") == [("وزارة النقل", "say", "فإن الجسر آمن")]
    assert told("ووفقا لوزارة النقل، سيفتح الجسر غدا.")[0][:2] == ("وزارة النقل", "say")


def test_an_attribution_behind_a_content_makes_it_a_statement() -> None:
    assert told("قتل ثلاثة أشخاص في انهيار الجسر، بحسب وزارة الصحة.") == [
        ("وزارة الصحة", "say", "قتل ثلاثة أشخاص في انهيار الجسر")
    ]


def test_an_attribution_behind_anothers_words_carries_them() -> None:
    assert told("أكد سمير حداد أن الجسر آمن، وفقا لوكالة رويترز.")[0][0].endswith(f"رويترز > {HADDAD}")
    assert told("شدد سمير حداد على وجوب فتح الجسر، وفق ما نقلته وكالة رويترز.")[0][0].endswith(f"رويترز > {HADDAD}")


def test_a_rule_or_a_need_is_no_source() -> None:
    assert told("وزعت المساعدات وفقا للقانون الجديد في المدينة كلها.") == []
    assert told("وزعت المساعدات بحسب الحاجة في المدينة كلها.") == []


def test_a_dropped_name_never_becomes_the_next_name() -> None:
    found = told("وقال ، ، للصحفيين إن سمير حداد غادر المدينة.")
    assert [speaker for speaker, _, _ in found] == [""]


def test_an_office_whose_name_was_dropped_speaks_as_the_office() -> None:
    found = told("صرح الناطق باسم وزارة النقل، ، للصحفيين بأن سمير حداد غادر المدينة.")
    assert [speaker for speaker, _, _ in found] == ["الناطق باسم وزارة النقل"]


def test_a_name_that_no_list_knows_may_still_speak() -> None:
    assert told("وقال قدروش بلمهيدي إن الجسر آمن.")[0][0] == "قدروش بلمهيدي"


def test_a_noun_that_is_not_read_as_a_subject_leaves_nobody_speaking() -> None:
    text = "قال سمير حداد إن الجسر آمن.\nوطالب السائقين بالصبر."
    assert all(content != "بالصبر" or speaker == HADDAD for speaker, _, content in told(text))


def test_the_named_man_behind_a_title_speaks_not_the_title() -> None:
    assert told("قال المتحدث باسم وزارة النقل، سمير حداد، إن الجسر آمن.")[0][0] == HADDAD


@pytest.mark.parametrize(
    "text",
    [
        "يمكن القول إن الجسر قديم.",
        "ويذكر أن الجسر بني قبل قرن.",
        "ومن الجدير بالذكر أن الجسر بني قبل قرن.",
        "لم يقل سمير حداد إن الجسر سيغلق.",
        "ومن المتوقع أن يؤكد سمير حداد أن الجسر آمن.",
        "سيعلن سمير حداد أن الجسر آمن.",
        "كتب سمير حداد كثيرة في المكتبة.",
    ],
)
def test_frames_denials_and_things_to_come_say_nothing(text: str) -> None:
    assert told(text) == []


def test_refusing_to_comment_is_an_act_of_its_own() -> None:
    assert told("ورفض سمير حداد التعليق على الحادث.")[0][1:] == ("decline_comment", "التعليق على الحادث")


def test_a_hedge_is_kept_and_is_no_part_of_the_content() -> None:
    (statement,) = statements("قال سمير حداد إن الجسر آمن، على حد تعبيره.")
    assert statement.hedge == "على حد تعبيره"
    assert told("قال سمير حداد إن الجسر آمن، على حد تعبيره.")[0][2] == "إن الجسر آمن"


def test_the_newspaper_that_the_article_credits_is_the_newspaper() -> None:
    assert told("وقالت الصحيفة إن الجسر آمن.", credited=("صحيفة الميزان",))[0][0] == "صحيفة الميزان"


def test_the_day_of_speaking_is_kept_and_a_day_in_the_content_is_not() -> None:
    first, second = statements("قال سمير حداد، الثلاثاء، إن الجسر آمن.\nوأضاف أن العمل بدأ الثلاثاء.")
    assert first.time
    assert not second.time


def test_a_time_of_which_a_clause_tells_the_speaker_is_not_the_day_of_speaking() -> None:
    told = statements(
        "كتب حزب الميزان، الذي يقاتل منذ 1984 في الجبال، أن الجسر آمن.\n"
        "قال سمير حداد، الذي عاد الأحد، الثلاثاء، إن الجسر آمن."
    )
    assert [bool(s.time) for s in told] == [False, True]


def test_who_goes_on_to_another_paper_is_carried_by_that_one() -> None:
    found = statements(
        "قال سمير حداد لوكالة رويترز إن الجسر آمن. وأوضح لصحيفة الميزان أن الحاجز رفع. وأضاف أن العمل بدأ."
    )
    assert [[hop.name for hop in s.hops] for s in found] == [
        ["وكالة رويترز", "سمير حداد"],
        ["صحيفة الميزان", "سمير حداد"],
        ["صحيفة الميزان", "سمير حداد"],
    ]


def test_ids_are_unique_and_contents_lie_in_the_text() -> None:
    text = "قال سمير حداد إن الجسر آمن.\nوأكد أن العمل مستمر، مضيفا أن الحاجز رفع."
    found = statements(text)
    assert len({s.id for s in found}) == len(found) == 3
    assert all(text[s.content.start : s.content.end].strip() for s in found)


def test_every_verbs_own_examples_hold() -> None:
    for row in knowledge().language.reporting:
        for example in row.examples:
            assert statements(example + "."), example
        for never in row.never:
            assert not statements(never + "."), never


def test_every_attributions_own_examples_hold() -> None:
    for row in knowledge().language.attributions:
        for example in row.examples:
            assert statements(example), example
        for never in row.never:
            assert not statements(never), never


def test_reading_takes_time_in_proportion_to_length() -> None:
    def seconds(sentences: int) -> float:
        text = "قال سمير حداد إن الجسر آمن، مشيرا إلى أن العمل مستمر.\n" * sentences
        start = time.process_time()
        statements(text)
        return time.process_time() - start

    seconds(5)
    assert min(seconds(400), seconds(400), seconds(400)) < 40 * max(seconds(40), seconds(40), seconds(40), 0.005)


def test_a_clause_with_but_goes_on_for_the_same_speaker() -> None:
    found = told("قال سمير حداد إن الجسر آمن، لكنه رأى أن الطريق ضيق.")
    assert [speaker for speaker, _, _ in found] == [HADDAD, HADDAD]


def test_where_one_speaks_does_not_hide_what_is_said() -> None:
    assert told("قال سمير حداد في تصريح مقتضب، إن الجسر آمن.") == [(HADDAD, "say", "إن الجسر آمن")]


def test_a_relative_clause_between_subject_and_verb_is_no_subject() -> None:
    assert told("سمير حداد، الذي زار المدينة أمس، قال إن الجسر آمن.") == [(HADDAD, "say", "إن الجسر آمن")]


def test_what_is_said_in_a_relative_clause_ends_with_it() -> None:
    (found,) = told("تعد زيارة المدينة، والتي وصفها سمير حداد بأنها “زيارة عمل”، فرصة كبيرة.")
    assert found == (HADDAD, "say", "زيارة عمل")


def test_abstaining_from_a_vote_is_no_refusal_to_comment() -> None:
    assert told("امتنع سمير حداد عن التصويت على القرار.") == []
    assert told("امتنع سمير حداد عن التعليق على القرار.")[0][1] == "decline_comment"


def test_behind_an_outlets_report_stands_whom_it_has_it_from() -> None:
    found = told("وبحسب وكالة رويترز، أغلق الجسر مساء أمس، وفقا لمصدر أمني.")
    assert found[0][0].endswith("رويترز > مصدر أمني")


def test_a_noun_that_looks_like_a_verb_says_nothing() -> None:
    assert told("رد مثير من اللاعب: خسرنا المباراة كلها.") == []


def test_a_clause_that_hides_a_name_may_stand_between_a_subject_and_its_verb() -> None:
    assert told("لكن مهندسا في البلدية، طلب عدم ذكر اسمه، قال إن الجسر آمن.") == [
        ("مهندسا في البلدية", "say", "إن الجسر آمن")
    ]


def test_the_clause_by_which_a_source_hides_is_no_saying() -> None:
    assert told("ونقلت الصحيفة عن مسؤول أمني اشترط عدم ذكر اسمه إن الجسر آمن.") == [
        ("الصحيفة > مسؤول أمني اشترط عدم ذكر اسمه", "say", "إن الجسر آمن")
    ]


def test_who_is_warned_or_told_does_not_speak() -> None:
    assert told('قال سمير حداد إن الورشة حذرت الوزارة "ثلاث مرات على الأقل" من تشققات.') == [
        (HADDAD, "say", 'إن الورشة حذرت الوزارة "ثلاث مرات على الأقل" من تشققات')
    ]
    assert told("وقال سمير حداد إنه أبلغ نظيره اللبناني بأن الجسر آمن.") == [
        (HADDAD, "say", "إنه أبلغ نظيره اللبناني بأن الجسر آمن"),
        (HADDAD, "say", "بأن الجسر آمن"),
    ]


def test_a_verb_that_goes_on_is_not_said_by_its_unlisted_addressee() -> None:
    text = "قال سمير حداد إن الجسر آمن.\nوقال لجمهوره إن العمل مستمر."
    assert told(text)[1] == (HADDAD, "say", "إن العمل مستمر")


def test_no_answer_to_a_question_is_a_statement_and_no_answer_to_an_attack_is_none() -> None:
    assert told("ولم ترد وزارة الخارجية السورية على طلب للتعليق.") == [
        ("وزارة الخارجية السورية", "decline_comment", "على طلب للتعليق")
    ]
    assert told("لم تستجب وزارة الخارجية السورية لطلب التعليق.")[0][1] == "decline_comment"
    assert told("ولم يرد سمير حداد على الهجوم.") == []


def test_who_issued_a_figure_is_its_source() -> None:
    text = "انهار الجسر، ما أدى إلى مقتل 17 شخصا، بحسب حصيلة أعلنتها وزارة النقل السورية."
    assert [speaker for speaker, _, _ in told(text)] == ["وزارة النقل السورية"]


def test_a_law_is_no_source_though_an_outlet_bears_its_name() -> None:
    assert told("ستشكل حكومة جديدة وفقا للدستور.") == []


def test_a_group_may_speak_under_a_broken_plural() -> None:
    assert told("وطالب نواب في البرلمان السوري بنشر التقارير كاملة.") == [
        ("نواب في البرلمان السوري", "demand", "بنشر التقارير كاملة")
    ]


def test_an_occasion_is_no_speaker() -> None:
    assert told("وقال سمير حداد عقب اللقاء إن الجسر آمن.") == [(HADDAD, "say", "إن الجسر آمن")]


def test_the_source_behind_a_carrier_may_be_described_before_it_is_named() -> None:
    text = "ونقلت صحيفة الأخبار عن الباحثة في شؤون المدن، إليزابيت كيندال، قولها إن الجسر آمن."
    assert [speaker for speaker, _, _ in told(text)] == ["صحيفة الأخبار > إليزابيت كيندال"]


def test_what_a_relative_clause_describes_does_not_speak() -> None:
    assert told('زار وفد شمال سيناء، الذي وصفته بأنه "منطقة بعيدة جدا".') == []


def test_of_two_subjects_before_their_verb_the_first_speaks() -> None:
    assert told("وكان العراق وسوريا أعلنا أن الجسر آمن.") == [("العراق", "say", "أن الجسر آمن")]


def test_an_attribution_with_and_brings_what_follows_so() -> None:
    assert told("يهاجر الناس إلى أوروبا ووفقا لوكالة رويترز فإن عددهم بلغ ألفا.") == [
        ("وكالة رويترز", "say", "فإن عددهم بلغ ألفا")
    ]


def test_a_rank_that_is_also_a_body_leads_to_the_name_behind_it() -> None:
    assert [speaker for speaker, _, _ in told("وقال اللواء شحرور قبل توجهه إلى المناطق، إن الجسر آمن.")] == ["شحرور"]


def test_a_document_speaks_for_whom_it_comes_from() -> None:
    assert told("وجاء في بيان لوزارة النقل السورية أن الجسر آمن.") == [("وزارة النقل السورية", "say", "أن الجسر آمن")]
    assert told("وجاء في بيان صادر عن وزارة النقل السورية أن الجسر آمن.")[0][0] == "وزارة النقل السورية"
    assert told("وجاء في البيان أن الجسر آمن.") == [("البيان", "say", "أن الجسر آمن")]
    assert told("جاء ذلك في بيان لوزارة النقل السورية.") == []


def test_the_addressee_may_stand_before_the_speaker() -> None:
    chain = f"وكالة رويترز > {HADDAD}"
    assert told("وقال لوكالة رويترز سمير حداد إن الجسر آمن.") == [(chain, "say", "إن الجسر آمن")]
    assert told("سمير حداد قال في تصريح لوكالة رويترز إن الجسر آمن.") == [(chain, "say", "إن الجسر آمن")]


def test_a_rank_may_stand_before_the_name_in_apposition() -> None:
    text = "وأعلن المتحدث باسم الجيش اللبناني، العميد سمير حداد، أن الجسر آمن."
    assert [speaker for speaker, _, _ in told(text)] == [HADDAD]


def test_a_verb_is_told_from_the_noun_that_folds_alike() -> None:
    assert told("نفى سمير حداد صحة الأنباء عن إغلاق الجسر.") == [(HADDAD, "deny", "صحة الأنباء عن إغلاق الجسر")]


def test_what_is_ascribed_to_somebody_is_said_by_them() -> None:
    text = "ونسبت وكالة رويترز إلى سمير حداد قوله إن الجسر آمن."
    assert [speaker for speaker, _, _ in told(text)] == ["وكالة رويترز > سمير حداد"]


def test_what_is_described_is_no_part_of_the_name() -> None:
    assert told('ووصف حاكم نوريلاند الحادث بأنه "جنون".')[0][0] == "حاكم نوريلاند"


def test_a_verb_in_a_relative_clause_leaves_the_content_to_the_main_verb() -> None:
    text = "وذكر الهلال الأحمر السوري الذي يتابع أحوال الطرق أن الجسر آمن."
    assert [speaker for speaker, _, _ in told(text)] == ["الهلال الأحمر السوري"]


def test_who_publishes_a_document_says_what_stands_in_it() -> None:
    assert told("وأصدرت وزارة النقل السورية بيانا قالت فيه إن الجسر آمن.") == [
        ("وزارة النقل السورية", "say", "إن الجسر آمن")
    ]


def test_what_a_speaker_is_does_not_begin_the_content() -> None:
    assert told("وأكد سمير حداد عضو مجلس النقابة بالشرقية، إن الجسر آمن.") == [(HADDAD, "stress", "إن الجسر آمن")]


def test_a_verbal_noun_behind_a_negation_is_no_participle() -> None:
    assert told("وقال سمير حداد إن الجسر آمن مع عدم مطالبة السكان بشراء التذاكر.") == [
        (HADDAD, "say", "إن الجسر آمن مع عدم مطالبة السكان بشراء التذاكر")
    ]


def test_a_participle_does_not_make_a_speaker_forget_its_gender() -> None:
    text = (
        "وقال سمير حداد إن الجسر آمن.\nوأفادت وزارة النقل السورية بأن العمل مستمر، مشيرة إلى خطة جديدة.\n"
        "وأوضح أن الطريق مغلق."
    )
    assert told(text)[-1] == (HADDAD, "say", "أن الطريق مغلق")


def test_a_verb_without_a_subject_means_whom_the_sentence_before_is_about() -> None:
    text = "قالت وزارة النقل السورية إن الجسر آمن.\nسمير حداد يرفض هذا الكلام.\nويرى أن الجسر قديم."
    assert told(text)[-1] == (HADDAD, "say", "أن الجسر قديم")


def test_a_verb_without_a_subject_far_from_any_saying_means_nobody_once_another_was_named() -> None:
    far = "قال سمير حداد إن الجسر آمن.\n" + "كان الطقس جميلا في المدينة.\n" * 4 + "وأضاف أن الطريق مغلق."
    assert [hops for hops, _, _ in told(far)] == [HADDAD, HADDAD]
    another = far.replace("كان الطقس", "زار عادل نصار المدينة وكان الطقس")
    assert [hops for hops, _, _ in told(another)] == [HADDAD, ""]


def test_a_name_in_marks_behind_a_preposition_is_no_saying() -> None:
    text = 'ويقول سمير حداد ل - " ألوية سيف الجنوب " في المدينة : " الجسر آمن تماما ".'
    assert told(text) == [(HADDAD, "say", "الجسر آمن تماما")]


def test_a_name_in_apposition_is_found_behind_any_title() -> None:
    assert told("قال الدكتور في المستشفى الميداني، زياد محمود، إن الجسر آمن.")[0][0] == "زياد محمود"


def test_who_carries_a_saying_of_somebody_unknown_does_not_say_it() -> None:
    assert told("نقلت وكالة رويترز عن الميجر جنرال بيتر هولمان قائد الأسطول، اليوم، أن الجسر آمن.") == []
    assert told("نقلت وكالة رويترز أن الوزارة تخلت عن سمير حداد.")[0][0] == "وكالة رويترز"


def test_who_is_told_is_no_part_of_an_unlisted_name() -> None:
    assert told("وأبلغت صديقته أسيل نورهان الشرطة بأنه مفقود.")[0][0] == "أسيل نورهان"


def test_an_outlet_that_somebody_speaks_to_carries_what_they_go_on_to_say() -> None:
    text = "قال سمير حداد في مقابلة مع قناة الجزيرة إن الجسر آمن.\nوقال حداد إن الطريق مغلق منذ الصباح."
    assert [speaker for speaker, *_ in told(text)] == ["قناة الجزيرة > سمير حداد"] * 2


def test_a_mark_behind_a_verb_and_its_subject_opens_a_quotation_though_another_was_never_closed() -> None:
    text = 'قال سمير حداد " الجسر القديم آمن وسيفتح بعد أسبوع وقال حداد " الطريق الجديد مغلق منذ الصباح'
    assert [content for *_, content in told(text)] == [
        "الجسر القديم آمن وسيفتح بعد أسبوع",
        "الطريق الجديد مغلق منذ الصباح",
    ]


def test_a_report_speaks_for_whom_it_was_said_to_come_from() -> None:
    text = "قالت وزارة النقل السورية في تقرير إن الجسر آمن.\nوذكر التقرير أن الطريق مغلق منذ الصباح."
    assert [speaker for speaker, *_ in told(text)] == ["وزارة النقل السورية"] * 2


def test_whom_a_source_is_near_to_does_not_speak() -> None:
    assert told("وأوضح المصدر المقرب من سمير حداد أن الجسر آمن.")[0][0] != HADDAD


def test_a_subject_may_bear_a_relative_clause_that_names_another() -> None:
    text = "وكان التحالف الدولي الذي تقوده الولايات المتحدة قال إن الجسر آمن."
    assert [speaker for speaker, *_ in told(text)] == ["التحالف الدولي"]


def test_how_it_was_said_is_no_speaker() -> None:
    text = 'قال سمير حداد إن الجسر آمن.\nوقال متوجها إلى سكان المدينة " الطريق مغلق منذ الصباح الباكر ".'
    assert [speaker for speaker, *_ in told(text)] == [HADDAD, HADDAD]


def test_a_question_left_unanswered_is_a_refusal_to_comment() -> None:
    [(speaker, act, _)] = told("ولم ترد وزارة النقل السورية على سؤال عما إذا كان الجسر آمنا.")
    assert (speaker, act) == ("وزارة النقل السورية", "decline_comment")


def test_a_speaker_may_stand_before_a_colon() -> None:
    (found,) = told("الوزير سمير حداد: لن نغلق الجسر قبل الصيف.")
    assert (found[0], found[2]) == (HADDAD, "لن نغلق الجسر قبل الصيف")
    assert told("ألمانيا: حريق كبير في ميناء هامبورغ أمس.") == []
    assert told("المصدر: رويترز") == []


def test_what_is_announced_may_be_a_noun_with_the_speakers_pronoun() -> None:
    assert told("وكانت جماعة مسلحة أعلنت مسؤوليتها عن تفجير الجسر.")[0][2] == "مسؤوليتها عن تفجير الجسر"
    assert told("قال سمير حداد إن الجسر آمن. وأكد ضرورة الصيانة.")[1][2] == "ضرورة الصيانة"


def test_a_subject_may_stand_behind_that_with_adjuncts_before_its_verb() -> None:
    text = "إلا أن مصادر إعلامية في المدينة أوضحت أن الجسر مغلق."
    assert told(text) == [("مصادر إعلامية", "say", "أن الجسر مغلق")]


def test_whom_a_sentence_is_about_says_what_its_second_verb_tells() -> None:
    text = "زار الوزير سمير حداد الجسر وقال إن العمل فيه سينتهي."
    assert [(hops, said) for hops, _, said in told(text)] == [(HADDAD, "إن العمل فيه سينتهي")]


def test_a_name_may_begin_with_a_letter_that_may_be_a_clitic() -> None:
    assert told("وقال وانغ رويو إن الجسر آمن.")[0][0] == "وانغ رويو"
    assert told("ويرى فيون أن الجسر آمن.")[0][0] == "فيون"


def test_a_name_may_be_written_like_a_preposition_but_for_the_dots() -> None:
    assert told('وقال علي ألفونه الخبير في المعهد "هذه الجسور قديمة جدا".')[0][0].startswith("علي")


def test_a_source_with_a_clause_that_hides_its_name_speaks() -> None:
    text = "وأضاف المصدر، الذي طلب عدم الكشف عن اسمه، أن الجسر مغلق."
    assert told("قال مصدر في الشرطة إن الطريق مغلق. " + text)[1][2] == "أن الجسر مغلق"
    assert all(said != "عدم الكشف عن اسمه" for _, _, said in told(text))


def test_the_issuer_of_a_document_speaks_for_it() -> None:
    assert told("وأفاد بيان صادر عن وزارة النقل السورية أن الجسر مغلق.")[0][0] == "وزارة النقل السورية"


def test_a_verb_that_bears_a_pronoun_says_it_of_or_to_somebody() -> None:
    assert told("قال سمير حداد إن الشركة مذنبة. واتهمها بالإهمال في بناء الجسر.")[1][1:] == (
        "allege",
        "بالإهمال في بناء الجسر",
    )


def test_the_name_of_a_work_in_marks_is_no_quotation() -> None:
    assert told('صرخ سمير حداد في مسرحية "ليل المدينة" أمام الجمهور.') == []


def test_the_clause_of_a_disclaimer_is_no_statement() -> None:
    assert told("المقال يعبر عن رأي الكاتب ولا يعكس رأي الصحيفة.") == []


def test_a_clause_with_an_attribution_of_its_own_is_a_statement_of_its_own() -> None:
    text = "قال سمير حداد إن الجسر آمن، فيما أغلق الطريق بعد حادث كبير صباح اليوم، بحسب الشرطة."
    assert [(hops, said) for hops, _, said in told(text)] == [
        (HADDAD, "إن الجسر آمن"),
        ("الشرطة", "فيما أغلق الطريق بعد حادث كبير صباح اليوم"),
    ]


def test_who_speaks_to_an_outlet_in_marks_is_behind_it() -> None:
    (found,) = told('كشف ل "عكاظ" المهندس سمير حداد عن خطة لبناء الجسر.')
    assert found[0].endswith(HADDAD)


def test_an_embedded_post_is_said_by_whom_it_is_signed() -> None:
    text = "انهار جزء من الجسر القديم قبل قليل - ليلى حداد (@laila_h) وأكدت الشرطة أن الطريق مغلق."
    assert ("ليلى حداد", "say", "انهار جزء من الجسر القديم قبل قليل") in told(text)


def test_in_a_relative_clause_who_follows_a_verb_of_asking_is_asked() -> None:
    assert told("قالت الوزارة التي تطالب مصر بفتح الجسر إن الطريق مغلق.") == [("الوزارة", "say", "إن الطريق مغلق")]


def test_what_carries_the_next_sentence_does_not_carry_the_one_before() -> None:
    text = "قال الوزير سمير حداد إن الجسر آمن، ونقلا عن رويترز، أكدت الشرطة أن الطريق مغلق."
    assert told(text)[0][0] == HADDAD


def test_where_a_body_sits_is_no_saying() -> None:
    text = "وقال المرصد السوري لحقوق الإنسان، ومقره بريطانيا، إن الجسر مغلق."
    assert [said for _, _, said in told(text)] == ["إن الجسر مغلق"]


def test_his_saying_is_no_object() -> None:
    text = 'ونقلت محطة روداو عن برزاني قوله "فيما يخص الجسر نحن في مرحلة جديدة".'
    assert told(text)[0][0].endswith("برزاني")


def test_a_verb_that_a_page_parted_where_its_marks_were_is_one_word() -> None:
    assert told("وأك د سمير حداد أن الجسر آمن.") == [(HADDAD, "stress", "أن الجسر آمن")]
    assert told("وقف الوزير عند باب بي ن جسرين قديمين.") == []


def test_a_source_that_hides_its_name_between_its_verb_and_what_it_says_speaks() -> None:
    text = "قال مصدر رفيع في وزارة النقل رافضا كشف اسمه إن الجسر آمن."
    assert told(text) == [("مصدر رفيع في وزارة النقل", "say", "إن الجسر آمن")]


def test_words_are_ended_by_a_stress_but_certainly_is_no_stress() -> None:
    assert (HADDAD, "stress") in [t[:2] for t in told("وختم الوزير سمير حداد حديثه بالتأكيد على أن الجسر آمن.")]
    assert told("بالتأكيد، الجسر قديم، والمدينة تعلم أن السكان كثيرون.") == []


def test_on_somebodys_tongue_a_clause_is_what_he_says() -> None:
    assert told("وجاء على لسان الوزير سمير حداد أن بلاده حاضرة.") == [(HADDAD, "say", "أن بلاده حاضرة")]


def test_a_noun_of_stress_takes_the_preposition_of_its_verb() -> None:
    assert told("في ظل تأكيد الوزير سمير حداد على سلامة الجسر.") == [(HADDAD, "stress", "على سلامة الجسر")]


def test_who_is_blamed_stands_before_what_he_is_blamed_for() -> None:
    assert told("حمل الوزير سمير حداد الشركة مسؤولية الحادث.")[0][:2] == (HADDAD, "allege")


def test_a_preposition_that_is_also_a_verb_may_have_an_adverb_before_what_it_takes() -> None:
    assert told("سمير حداد عبر كذلك عن قلقه.")[0][0] == HADDAD


def test_a_title_or_an_epithet_may_stand_between_a_speaker_and_the_quotation() -> None:
    assert told('قال العقيد سمير حداد نائب رئيس الأركان "بعض الجسور لم تغلق حتى اليوم".')[0][0] == HADDAD
    assert told('وأضاف سمير حداد الموجود في المدينة، الجمعة، "لم نغلق الجسر ولن نغلقه أبدا".')[0][0] == HADDAD
    assert told('سمير حداد، رئيس بلدية المدينة: "الجسر الجديد غير آمن للعبور".')[0][0] == HADDAD


def test_to_answer_is_written_like_to_be_found_in() -> None:
    assert told('ورد سمير حداد، في مقابلة بثت مساء السبت، "بالطبع فتحنا الجسر أمام الجميع".') == [
        (HADDAD, "say", "بالطبع فتحنا الجسر أمام الجميع")
    ]
    assert told("ورد في بيان لوزارة النقل أن الجسر آمن.")[0][2] == "أن الجسر آمن"


def test_what_is_condemned_stands_behind_a_subject_that_no_list_knows() -> None:
    assert told("كما دان الحدادي سياسة البلدية في المدينة.") == [("الحدادي", "say", "سياسة البلدية في المدينة")]
    assert told("كما دان الهجوم على المدينة.") == []
    assert told("وأدان قادة سوريا قرار الوزارة الذي يتضمن إغلاق الجسر.")[0][2].startswith("قرار الوزارة")


def test_a_plural_or_the_article_ends_before_what_is_demanded() -> None:
    assert told("وطالب المحتجون بالاعتذار الرسمي للسكان.") == [("المحتجون", "demand", "بالاعتذار الرسمي للسكان")]
    assert told("طلبت الوزارة من السكان البقاء في منازلهم.")[0][::2] == ("الوزارة", "من السكان البقاء في منازلهم")


def test_what_one_is_accused_of_begins_with_whom() -> None:
    assert told("اتهمت وزارة النقل الشركة بالإهمال.")[0][2] == "الشركة بالإهمال"
    assert told("وصف سمير حداد الوضع بأنه خطير.")[0][2] == "الوضع بأنه خطير"
    assert told("السكان غاضبون، فهم يتهمون الحكومة بالإهمال.") == []  # a plural never stands before its subject


def test_a_source_may_follow_what_an_agency_says_was_said() -> None:
    assert told("سيفتح الجسر غدا بعد عام، على ما أعلن سمير حداد.")[0][0] == HADDAD
    assert told("وقف العمال على ما بقي من الجسر.") == []


def test_who_issues_a_document_speaks_in_it() -> None:
    assert told("أصدرت الحركة على إثره بيانا أكدت فيه أنها تتخوف من إغلاق الجسر.")[0][0] == "الحركة"


def test_the_narrator_goes_on_behind_a_noun_that_was_said() -> None:
    assert told("طالب سمير حداد بفتح الجسر، وسط غضب سكان القرية.")[0][2] == "بفتح الجسر"
    assert told("قال سمير حداد إن الجسر آمن، ويأتي ذلك بعد يوم من إغلاقه.")[0][2] == "إن الجسر آمن"


def test_a_clause_of_time_ends_at_its_comma() -> None:
    assert told("ساد القلق عندما أعلن سمير حداد استقالته من البلدية، مخاوف كثيرة.")[0][2] == "استقالته من البلدية"


def test_one_holds_a_thing_to_be_something_only_with_the_accusative() -> None:
    assert told("وتعتبر روسيا الجسر ممرا لها.") == [("روسيا", "say", "الجسر ممرا لها")]
    assert told("وتعتبر روسيا أكبر دولة في العالم.") == []


def test_another_source_said_it() -> None:
    assert told("من جانب آخر، قال سمير حداد إن الجسر آمن.")[0][0] == HADDAD
    assert told("لكن مهندسا آخر قال إن الجسر غير آمن.")[0][0] == "مهندسا آخر"


def test_with_whom_a_talk_was_is_who_says_it() -> None:
    assert told("وفي حديث لصحيفة الغد مع سمير حداد، أوضح أن الجسر آمن.")[0][0].endswith(HADDAD)


def test_a_body_named_in_marks_speaks_before_its_clause() -> None:
    assert told('وذكر "تجمع شباب المدينة" في حسابه على تويتر، بأن الجسر مغلق.')[0][0] == "تجمع شباب المدينة"


def test_its_announcing_of_a_thing_is_what_a_carrier_tells() -> None:
    (statement,) = told("نقلت وكالة رويترز عن وزارة النقل السورية إعلانها إغلاق الجسر.")
    assert statement[2] == "إغلاق الجسر"


def test_what_others_call_sources_are_sources() -> None:
    assert told("ونقلت وكالة رويترز عما وصفتها بمصادر مطلعة قولها إن الجسر آمن.")[0][0].endswith("> مصادر مطلعة")


def test_in_the_midst_of_reports_they_speak() -> None:
    assert told("أغلق الجسر وسط تقارير تفيد عن ظروف صعبة في المدينة.")[0][::2] == (
        "تقارير",
        "عن ظروف صعبة في المدينة",
    )


def test_a_clause_that_goes_on_behind_a_preposition_keeps_its_subject() -> None:
    assert told("وفي السياق نفسه، اتفق الكاتب سمير حداد مع زملائه، ووصف الوضع بأنه خطير.")[0][0] == HADDAD


def test_had_done_leaves_no_subject_behind_it() -> None:
    assert told("وكان الرجل الغريب عند الجسر، قد أمر عمال المدينة بمغادرتها.") == []
    assert len(told("قال سمير حداد إن الجسر آمن وأن طلب الوزارة إغلاق الجسر مرفوض.")) == 1


def test_a_quotation_may_stand_before_who_said_it() -> None:
    assert told('"أي خطأ يعني الموت على الجسر القديم"، قال سمير حداد، المقيم قربه.')[0][::2] == (
        HADDAD,
        "أي خطأ يعني الموت على الجسر القديم",
    )
    assert told('وصل الوزير إلى "جسر المدينة الكبير القديم"، قال الناس.') == []


def test_a_name_before_an_age_is_a_persons() -> None:
    said = told(
        'تضحك هدى (48 عاما) وهي تقف عند الجسر، قائلة "تعبنا من الانتظار قبل أن نعبر".\nوتضيف: "لم يعبر أحد منا".'
    )
    assert [s[0] for s in said] == ["هدى", "هدى"]


def test_a_speaker_before_a_colon_may_follow_a_subhead() -> None:
    assert told("الجسور خارج المدينة سمير حداد: نعم أغلقنا الجسر القديم أمس.")[0][0] == HADDAD


def test_a_letter_of_the_verbs_own_is_no_feminine_ending() -> None:
    assert [s[0] for s in told("قال سمير حداد إن الجسر آمن.\nولفت إلى أن الطريق مغلق.")] == [HADDAD, HADDAD]


def test_a_report_that_was_not_answered_leaves_the_speaker_who_goes_on() -> None:
    said = told("ولم ترد وزارة النقل السورية على سؤال عن الجسر وقالت إنها لن تخوض في التفاصيل.")
    assert [s[1] for s in said] == ["decline_comment", "say"]


def test_a_name_behind_a_comma_speaks_in_the_relative_clause_after_it() -> None:
    text = "أوردت الصحيفة تصريحات رئيس نادي المدينة، ليوند إيفاشوف الذي أكد أن الجسر آمن."
    assert told(text)[0][0] == "ليوند إيفاشوف"


def test_an_attribution_between_dashes_covers_the_clause_around_it() -> None:
    text = "ويرجع تاريخ الجسر - بحسب بعض المراقبين - إلى عام 1904، عقب زلزال المدينة."
    assert told(text)[0][2] == text.removesuffix(".")


def test_an_adverbial_participle_tells_what_the_subject_says_but_not_what_it_was() -> None:
    text = "واستمع السفير سمير حداد إلى شرح عن الجسر، واطلع على العمل مشيدا بخدمات المهندسين."
    assert told(text) == [(HADDAD, "praise", "بخدمات المهندسين")]
    assert told("زار سمير حداد الجسر الذي كان مهددا بالسقوط.") == []


def test_a_mark_before_a_comma_opens_nothing() -> None:
    text = 'فتح الجسر بعد شهرين "، جاء ذلك أمس. وأكد سمير حداد على فتحه وقال "لا أحد يمنعنا من ذلك أبدا".'
    assert [s[2] for s in told(text)] == ["على فتحه", "لا أحد يمنعنا من ذلك أبدا"]


def test_a_verbal_noun_may_bear_a_preposition() -> None:
    text = "جاء العمل بعد أشهر استجابة لطلب وزارة النقل السورية بإغلاق الجسر."
    assert told(text)[0][1:] == ("demand", "بإغلاق الجسر")
    assert told("قال سمير حداد في تصريح صحفي إن الجسر آمن.")[0][0] == HADDAD


def test_a_quotation_that_a_name_ran_into_is_what_was_said() -> None:
    text = 'وأضافت المجلة " اليوم تسعى البلدية إلى فتح الجسر أمام الجميع من جديد " .'
    assert told(text) == [("المجلة", "say", "اليوم تسعى البلدية إلى فتح الجسر أمام الجميع من جديد")]


def test_a_name_behind_a_title_that_a_list_knows_is_no_object() -> None:
    text = 'وقال المتحدث باسم وزارة النقل أرجو يونو "جهزنا عمالا ومهندسين لتأمين الجسر الجديد".'
    assert told(text)[0][2] == "جهزنا عمالا ومهندسين لتأمين الجسر الجديد"


def test_a_carriers_gender_is_not_the_speakers() -> None:
    text = "نقلت وكالة رويترز عن سمير حداد قوله إن الجسر آمن.\nويوضح أن الطريق مغلق."
    assert [s[0].split(" > ")[-1] for s in told(text)] == [HADDAD, HADDAD]


def test_a_quotation_that_opens_the_sentence_needs_no_comma_before_its_verb() -> None:
    assert told('"نحن نعمل على الجسر كل يوم" قال سمير حداد.')[0][0] == HADDAD


def test_who_is_called_so_claims_nothing() -> None:
    assert [s[1] for s in told("وقال مهندس في المدينة يدعى سمير حداد إن الجسر آمن.")] == ["say"]
    assert told("وروسيا تدعى أن الجسر مغلق.")[0][1] == "allege"


def test_epithets_and_callings_belong_to_who_speaks() -> None:
    assert told("وأعلنت الحكومة السورية المدعومة من روسيا عزمها فتح الجسر.")[0][2] == "عزمها فتح الجسر"
    assert told("في ضوء ذلك ينصح خبراء الصحة بالمشي فوق الجسر.")[0][2] == "بالمشي فوق الجسر"
    assert told("ويتهم ناشطون وأحزاب محلية البلدية بالتقصير.")[0][2] == "بالتقصير"


def test_a_verb_that_is_also_a_noun_stays_a_verb() -> None:
    said = told("وقال المهندس إن النادي طلب التفاوض على الجسر وإن البلدية وافقت.")
    assert [(s[1], s[2]) for s in said][1] == ("demand", "التفاوض على الجسر")


def test_who_tells_what_another_said_is_told_too_but_an_attribution_only_carries_it() -> None:
    assert [s[0] for s in told("قالت وزارة النقل إن سمير حداد أبلغ السكان أن الجسر آمن.")] == [
        "وزارة النقل",
        f"وزارة النقل > {HADDAD}",
    ]
    assert [s[0] for s in told("وبحسب وكالة رويترز، قال سمير حداد إن الجسر آمن.")] == [f"وكالة رويترز > {HADDAD}"]


def test_a_pronoun_on_the_that_before_a_verb_is_the_speaker() -> None:
    said = told("وأكد سمير حداد أن الجسر آمن، إلا أنه لم يستبعد إمكانية إغلاقه.")
    assert [s[0] for s in said] == [HADDAD, HADDAD]
