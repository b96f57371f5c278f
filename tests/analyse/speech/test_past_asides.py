"""What stands between a verb and what it says, or before it, is no part of what is said."""

from invented_speech import statements, told

HADDAD = "سمير حداد"


def test_an_aside_between_dashes_and_how_it_was_said_are_passed() -> None:
    said = told("أكد وزير النقل - في تصريحات نقلتها وكالة الغد - على ضرورة إغلاق الجسر.")
    assert said[0][1:] == ("stress", "على ضرورة إغلاق الجسر")
    said = told("وأكد سمير حداد - مشرف على مشروع الجسر - على أنهم يعملون ليلا ونهارا.")
    assert said[0][2] == "على أنهم يعملون ليلا ونهارا"
    said = told("من جانبه، طالب سمير حداد - وفق وكالة إنترفاكس الروسية - بحل الشركة.")
    assert said == [(f"وكالة إنترفاكس > {HADDAD}", "demand", "بحل الشركة")]
    said = told("ويعلن الجيش الجزائري بشكل شبه يومي القضاء على مسلحين أو اعتقالهم.")
    assert said[0][2] == "القضاء على مسلحين أو اعتقالهم"


def test_a_name_between_commas_closes_the_subject_of_a_noun_of_saying() -> None:
    said = told("لم يحدث شيء سوى إعلان الوسيط الدولي، سمير حداد، مسؤولية الشركة عن الفشل.")
    assert [s[2] for s in said] == ["مسؤولية الشركة عن الفشل"]


def test_a_dateline_behind_a_caption_is_not_said() -> None:
    said = told("محاصرة الجسر القديم دمشق (سوريا) - سيطر الجيش على المدينة، حسبما أعلن المرصد السوري لحقوق الإنسان.")
    assert [s[2] for s in said] == ["سيطر الجيش على المدينة"]


def test_what_the_narrator_says_was_left_out_ends_the_content() -> None:
    said = told("وأضافت وزارة النقل أنه سيتم ترحيلهم من دون تحديد موعد لذلك.")
    assert said[0][2] == "أنه سيتم ترحيلهم"


def test_the_letters_of_an_outlet_in_brackets_are_no_that() -> None:
    said = told("وصرح السيناتور سمير حداد في مقابلة مع شبكة (إن. بي. سي): إيران بلد آمن منذ سنوات.")
    assert said[0][2] == "إيران بلد آمن منذ سنوات"


def test_whose_words_a_document_is_speaks_in_it() -> None:
    assert told("وجاء في تصريحات سمير حداد أن الجسر آمن.") == [(HADDAD, "say", "أن الجسر آمن")]
    assert told("وجاء في بيان وزارة النقل أن الجسر آمن.")[0][0] == "وزارة النقل"
    assert told("نشر مجلس المدينة بيانا طالب فيه الشركة بإصلاح الجسر.") == [
        ("مجلس المدينة", "demand", "الشركة بإصلاح الجسر")
    ]


def test_a_body_speaks_with_its_epithet_and_an_outlet_by_its_name_in_brackets() -> None:
    said = told("سقط الجسر، بحسب المرصد السوري لحقوق الإنسان المعارض الذي يضيف أن القوات على وشك دخول الحي.")
    assert {s[0] for s in said} == {"المرصد السوري لحقوق الإنسان"}
    assert told("وذكرت صحيفة (الغدير) البريطانية أن الجسر آمن.")[0][0] == "الغدير"
    said = told("وذكرت قناة الغد التركية عن سمير حداد قوله للصحفيين عقب زيارته للمدينة أن الجسر آمن.")
    assert said[0][0] == f"قناة الغد > {HADDAD}"


def test_an_outlet_that_is_called_again_carries_what_it_quotes() -> None:
    said = statements("قالت وكالة إنترفاكس إن الطريق مغلق.\nونقلت الوكالة الروسية عن مصدر قوله إن الجسر آمن.")
    assert [hop.via for hop in said[1].hops] == ["carried", "told"]


def test_all_of_them_are_asked_by_who_spoke_before() -> None:
    said = told("أعلنت وزارة النقل فتح الجسر.\nكما ناشدت جميع أهالي المدينة العمل على حماية الجسر.")
    assert said[1][:2] == ("وزارة النقل", "demand")
    said = told("أعلنت وزارة النقل فتح الجسر.\nوعلى الفور طالبت بحماية السائقين.")
    assert said[1:] == [("وزارة النقل", "demand", "بحماية السائقين")]


def test_passives_that_a_page_parted_behind_their_vowel_are_nobodys() -> None:
    assert len(told("قال سمير حداد إن الجسر آمن.\nومن الناحية الاقتصادية ي لاحظ أن المدينة نمت ببطء.")) == 1
    assert len(told("قال سمير حداد إن الجسر آمن.\nلكن فرص الفوز ت حسب فقط لحداد.")) == 1


def test_a_post_in_another_script_begins_behind_the_colon_of_the_pages_own_words() -> None:
    said = told("وكتب سمير حداد في تغريدة أن الجسر آمن : The bridge is safe now . - Samir Haddad ( @samir )")
    assert said[-1] == ("Samir Haddad", "say", "The bridge is safe now")


def test_who_begins_the_sentence_speaks_behind_a_relative_clause_between_commas() -> None:
    met = "كانت تناقش الأمر مع منافسها سمير حداد"
    assert told(f"ليلى نجار ، التي {met} ، تعهدت أنها ستبني الجسر.")[0][0] == "ليلى نجار"
    assert told(f"لكن ليلى نجار ، التي {met} ، قالت إن الجسر آمن.")[0][0] == "ليلى نجار"
    assert told(f"ليلى نجار ، التي {met} ، قال إن الجسر آمن.")[0][0] == HADDAD


def test_where_a_body_is_and_whom_one_leads_are_no_part_of_what_is_said() -> None:
    said = told("أعلنت كتائب الجسر المتواجدة في ريف المدينة في بيان لها انضمامها إلى الجيش.")
    assert [s[2] for s in said] == ["انضمامها إلى الجيش"]
    said = told("أعلنت وزارة النقل المشاركة في المؤتمر.")
    assert [s[2] for s in said] == ["المشاركة في المؤتمر"]
    said = told("ونزح ، حسب التحالف الدولي بقيادة واشنطن ، 85 ألفا من السكان.")
    assert [s[2] for s in said] == ["ونزح ، حسب التحالف الدولي بقيادة واشنطن ، 85 ألفا من السكان"]


def test_a_name_between_commas_that_looks_like_a_preposition_is_the_speakers() -> None:
    said = told("صرح رئيس وزراء إقليم كتالونيا الإسباني ، كارلس بوتشدمون ، أن الجسر آمن.")
    assert [s[2] for s in said] == ["أن الجسر آمن"]


def test_what_one_is_said_to_be_is_not_said_by_him() -> None:
    said = told("قال سمير حداد ، الذي يعتبر مؤيدا بارزا للمجلس الوطني ، إن الجسر آمن.")
    assert said == [(HADDAD, "say", "إن الجسر آمن")]


def test_a_deed_of_which_an_outlet_tells_is_carried_by_it() -> None:
    said = told("ووفقا لوكالة رويترز ، فقد هدد سمير حداد بإغلاق الجسر.")
    assert said == [("وكالة رويترز > سمير حداد", "say", "بإغلاق الجسر")]


def test_one_who_is_near_to_another_is_the_source_of_before() -> None:
    said = told(
        "أكدت مصادر سياسية أن الأسماء معروفة. وأكد مقرب من الوزير أن الملف مستحيل. وقال المصدر إن الخطة قديمة."
    )
    assert said[1][0] == said[2][0]


def test_a_woman_tells_one_of_the_men_and_anna_is_no_pronoun() -> None:
    said = told(
        'أخبرت أحد عناصر الشرطة أنها غادرت. وقالت آنا حداد، في حديث للقناة: "الأسرة تمر بفترة عصيبة هذه الأيام".'
    )
    assert [s[0] for s in said if "عناصر" in s[0]] == []
    assert said[-1][2] == "الأسرة تمر بفترة عصيبة هذه الأيام"
