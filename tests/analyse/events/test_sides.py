"""Who took part: relative clauses, pronouns, light verbs, things, numbers and the day that governs."""

import pytest
from invented_events import coded, only, read, sides


def test_a_pronoun_behind_a_verb_takes_up_whom_the_relative_clause_describes() -> None:
    blow = only("في مدينة الباب التي سيطرت عليها القوات التركية أمس هدوء تام.", "COERCE")
    assert sides(blow) == (["القوات التركية"], ["مدينة الباب"])


def test_behind_a_pronoun_a_bare_phrase_is_done_to() -> None:
    assert sides(only("رفضت إيران المقترح وقالت إنها ستطالب واشنطن بضمانات.", "REQUEST"))[1] == ["واشنطن"]


def test_what_a_light_verb_takes_is_a_noun_with_its_own_genitive() -> None:
    assert sides(only("يتم قتل عشرة أشخاص يوم الجمعة.", "ASSAULT")) == ([], ["عشرة أشخاص"])


def test_the_genitive_of_a_noun_is_no_subject_of_the_verb_before_it() -> None:
    visit = only("قام الرئيس المصري عبد الفتاح السيسي بزيارة السودان أمس.", "CONSULT")
    assert sides(visit) == (["عبد الفتاح السيسي"], ["السودان"])


def test_things_do_nothing() -> None:
    blow = only("أكدت الوزارة أن الغارات استهدفت قواعد عسكرية في مدينة صنعاء.", "ASSAULT")
    assert sides(blow) == ([], ["قواعد عسكرية"])


def test_a_bomb_is_neither_doer_nor_target() -> None:
    assert sides(only("انفجرت سيارة مفخخة في بغداد أمس.", "ASSAULT")) == ([], [])


def test_the_forces_of_a_speaker_are_his() -> None:
    blow = only(
        "قال القائد منصور بارزاني إن قوة من الجيش العراقي تقدمت، وأفاد بأن قواته قصفت مدينة ربيعة.", "ASSAULT"
    )
    assert sides(blow)[0] == ["منصور بارزاني"]


def test_a_verb_without_subject_takes_up_that_of_the_verb_before() -> None:
    text = "تمت العملية التي تنقل أستراليا من خلالها لاجئين، فيما اقتربت فرنسا من خصومها ودعت إلى وقف القتال."
    assert sides(only(text, "REQUEST"))[0] == ["فرنسا"]


def test_whom_a_relative_clause_describes_is_held() -> None:
    assert sides(only("المسلحون الثلاثة الذين تم اعتقالهم أمس من مدينة حلب.", "COERCE"))[1] == ["المسلحون الثلاثة"]


def test_an_unknown_verb_ends_the_clause() -> None:
    meeting = only("وكانت الحكومة العراقية التي اجتمعت أمس في بغداد، اختارت وزيرا جديدا.", "CONSULT")
    assert sides(meeting) == (["الحكومة العراقية"], [])


def test_people_in_the_plural_that_keep_their_n_have_no_genitive() -> None:
    assert sides(only("أطلق مسلحون مجهولون النار على شرطي في بغداد.", "ASSAULT"))[0] == ["مسلحون مجهولون"]


def test_a_conjunction_may_stand_alone() -> None:
    blow = only("قتل 52 شخصا و 40 جنديا في هجوم على مدينة حلب.", "ASSAULT")
    assert [c.value for c in blow.counts] == [52, 40]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("قتل أكثر من 40 ألف شخص في العراق منذ عام 2014.", [(40_000, "killed")]),
        ("وفي الديوانية (180 كم جنوب بغداد) قتل ثلاثة جنود بنيران مسلحين.", [(3, "killed")]),
        (
            "أسفر هجوم انتحاري أمس في بغداد عن مقتل ثلاثة جنود وإصابة أربعة في أحدث هجوم.",
            [(3, "killed"), (4, "wounded")],
        ),
    ],
)
def test_numbers_count_people_and_no_kilometres(text: str, counted: list[tuple[float, str]]) -> None:
    assert [(c.value, c.of) for c in only(text, "ASSAULT").counts] == counted


def test_a_day_that_dates_what_came_before_is_not_the_events() -> None:
    march = only("خرجت مظاهرات حاشدة في القاهرة منذ الانقلاب العسكري في يوليو 2013.", "PROTEST")
    assert march.time == ""


@pytest.mark.parametrize(
    "text",
    [
        "أمام المجلس ستون يوما للتحرك لإعادة فرض العقوبات على إيران.",
        "يبذل القادة الأوروبيون مساعي لحشد التأييد لهذا القرار.",
        "كانت أنقرة تدعم جماعات مسلحة بغرض خوض معارك ضد القوات الكردية.",
        "ردد المشاركون الشعارات المنددة بالقرار.",
        "اطلعت فرق الدفاع عن المتهمين بالسرقة على القائمة.",
        "قال الوزير إن الكويت ليست مهددة من أحد.",
        "يحاول الجيش التركي السيطرة على مدينة الباب.",
    ],
)
def test_purposes_attempts_and_descriptions_are_no_events(text: str) -> None:
    assert coded(text) == []


def test_a_participle_of_state_goes_with_the_subject_of_its_clause() -> None:
    blame = only("شن حزب الله حملة ضد حليف السعودية رفيق الحريري، متهما إياه بالخيانة.", "ACCUSE")
    assert sides(blame)[0] == ["حزب الله"]


def test_who_is_accused_is_no_accuser() -> None:
    blame = only("وتفرض الولايات المتحدة عقوبات على السودان بعد اتهام إيران بدعم الإرهاب.", "ACCUSE")
    assert sides(blame) == ([], ["إيران"])


def test_a_name_in_quotation_marks_belongs_to_the_noun_before_it() -> None:
    blow = only('يذكر أن قوات "أسود الجبل" أسقطت طائرة حربية قرب مدينة حلب.', "ASSAULT")
    assert sides(blow)[0] == ['قوات "أسود الجبل"']


def test_a_day_may_stand_between_a_light_verb_and_its_noun() -> None:
    talks = only("يعقد الرئيس الفرنسي إيمانويل ماكرون اليوم مباحثات مع الملك عبد الله الثاني في عمان.", "CONSULT")
    assert talks.time


def test_a_meeting_on_a_day_to_come_is_planned() -> None:
    assert coded("تم الاتفاق على لقاء بين إيران وتركيا في 2 أكتوبر المقبل.") == [("AGREE", "meet", "planned")]


def test_what_is_joined_to_a_plan_is_planned_no_more_than_it() -> None:
    assert coded("كشفت وثائق عن خطة لشن هجوم على العراق وتفجير السفارة.") == []


def test_that_nothing_was_done_is_denied() -> None:
    assert [s for _, _, s in coded("لم تتم إقالة وزير النقل من منصبه.")] == ["denied"]


def test_those_forces_are_a_side() -> None:
    assert sides(only("استولت تلك الميليشيات على مدينة الموصل أمس.", "COERCE"))[0] == ["تلك الميليشيات"]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("وتمكنت قوات كردية من السيطرة على مدينة الباب.", "COERCE", ["قوات كردية"]),
        ("قتل عشرة مدنيين في غارات جوية شنتها القوات التركية على مدينة الباب.", "ASSAULT", ["القوات التركية"]),
        ("متمردون يستهدفون القوات الحكومية في مدينة درعا.", "ASSAULT", ["متمردون"]),
        ("أعلن التنظيم المنطقة عسكرية. وطالبت الحكومة العراقية بالهدوء ودعت المدنيين إلى الرحيل.", "REQUEST", None),
    ],
)
def test_doers_that_were_missed_on_unread_pages_are_found(text: str, kind: str, actors: list[str] | None) -> None:
    found = [e for e in read(text) if e.type == kind]
    assert [p.name for p in found[-1].actors] == (actors or ["الحكومة العراقية"])


def test_whom_the_struck_belong_to_strikes_nobody() -> None:
    blow = only("قتل 26 شخصا في هجوم على تجمع للنازحين في سوريا.", "ASSAULT")
    assert sides(blow)[0] == []


def test_a_day_before_a_headline_dates_it() -> None:
    assert only("6 أبريل 2013: مقتل 22 شخصا في تفجير انتحاري وسط مدينة بعقوبة.", "ASSAULT").time


def test_the_last_summit_has_been_held() -> None:
    assert "planned" not in {s for _, _, s in coded("شكل المجلس بموجب قرار اتخذته الجامعة العربية في قمتها الأخيرة.")}


@pytest.mark.parametrize(
    "text",
    [
        "تصبح حظوظ القوات أكبر، وهنا يظهر دور الرئيس في المعركة.",
        "قال إن صدام حسين مستعد لاستخدام هذه الأسلحة.",
        "دفع السكان ثمنا باهظا بعد نشر قوات في المدينة.",
        "وصف إيران بأنها الدولة الداعمة للإرهاب ولنظام الأسد.",
    ],
)
def test_words_that_only_look_like_events_are_none(text: str) -> None:
    assert not {kind for kind, _, _ in coded(text)} & {"SUPPORT", "AGREE", "MOBILIZE"}


def test_a_day_before_a_comma_dates_another_clause() -> None:
    text = "قال الوزير: بالنظر إلى الأحداث التي تجري في المنطقة اليوم، اجتماعنا غدا مع الملك عبد الله الثاني مهم."
    meeting = next(e for e in read(text) if e.mode == "meet")
    start, end = map(int, meeting.time.rsplit("/", 1)[1].split("-"))
    assert text[start:end] == "غدا"


@pytest.mark.parametrize(
    ("text", "kind", "doers", "struck"),
    [
        ("رحبت الوزارة العراقية بالمتطوعين.", "SUPPORT", ["الوزارة العراقية"], ["المتطوعين"]),
        ("طلب القائد العراقي من جميع الفصائل الانسحاب.", "REQUEST", ["القائد العراقي"], ["الفصائل"]),
        ("أعلن مصدر إعدام عراقيين اثنين من قبل الجماعة أمس.", "ASSAULT", ["الجماعة"], ["عراقيين اثنين"]),
        ("أوقع الجيش التركي 17 مسلحا بين قتيل وجريح في كمين.", "ASSAULT", ["الجيش التركي"], ["17 مسلحا"]),
        ("منعت القوات التركية الناس من الوصول إلى مدينة عفرين.", "COERCE", ["القوات التركية"], ["الناس"]),
        ("أرسلت القوات التركية تعزيزات إلى مدينة عفرين.", "MOBILIZE", ["القوات التركية"], []),
        ("هاجم جنود أتراك وانتحاريون مدينة عفرين.", "ASSAULT", ["جنود أتراك", "انتحاريون"], ["عفرين"]),
    ],
)
def test_sides_behind_clitics_quantities_and_places(
    text: str, kind: str, doers: list[str], struck: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, struck)


def test_a_plural_ending_stands_for_no_single_body() -> None:
    (*_, blow) = read("ثم قصفوا البرلمان في أنقرة وشنوا هجوما على المقر.")
    assert "البرلمان" not in sides(blow)[0]


@pytest.mark.parametrize(
    ("text", "sat"),
    [
        ("قال المبعوث الأممي غير بيدرسن إن الوفدين أجريا محادثات في جنيف أمس.", ["الوفدين"]),
        (
            "قال المبعوث الأممي غير بيدرسن إنه خلال محادثات إيران وتركيا أمس في جنيف تم الاتفاق على هدنة.",
            ["إيران", "تركيا"],
        ),
    ],
)
def test_whoever_speaks_of_talks_need_not_hold_them(text: str, sat: list[str]) -> None:
    assert [[p.name for p in (*e.actors, *e.targets)] for e in read(text) if e.type == "CONSULT"] == [sat]


@pytest.mark.parametrize(
    ("text", "kind", "doers", "struck"),
    [
        ("شهدت القرية قصفا عنيفا للقوات الروسية على مدينة حماة.", "ASSAULT", ["القوات الروسية"], ["حماة"]),
        ("بدأت القوات التركية بقصف مدينة عفرين أمس.", "ASSAULT", ["القوات التركية"], ["عفرين"]),
    ],
)
def test_sides_of_nouns_with_adjectives_and_beginnings(
    text: str, kind: str, doers: list[str], struck: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, struck)


def test_a_preposition_with_a_pronoun_takes_up_whom_was_told_of() -> None:
    (*_, arrest) = read("هرب سامر الخالدي من مدينة الموصل أمس وألقت الشرطة القبض عليه في الأردن.")
    assert [p.name for p in arrest.targets] == ["سامر الخالدي"]


def test_a_capital_that_names_talks_is_where_they_were() -> None:
    assert sides(only("عقدت روسيا وتركيا أمس محادثات أستانا.", "CONSULT")) == (["روسيا", "تركيا"], [])


@pytest.mark.parametrize(
    ("text", "kind", "doers", "struck"),
    [
        ("اتهم الانفصاليون القوات الأوكرانية بخرق الهدنة.", "ACCUSE", ["الانفصاليون"], ["القوات الأوكرانية"]),
        ("وأطلق الجنود الرصاص على المتظاهرين.", "ASSAULT", ["الجنود"], ["المتظاهرين"]),
        ("أصيب تسعة مدنيين برصاص مسلح أمس.", "ASSAULT", ["مسلح"], ["تسعة مدنيين"]),
        ("قتل أربعة من جنود الحرس بينهم ضابط في هجوم.", "ASSAULT", [], ["أربعة من جنود الحرس"]),
        ("تعرضت ثلاث سفن تابعة للبحرية لهجوم أمس.", "ASSAULT", [], ["ثلاث سفن تابعة للبحرية"]),
    ],
)
def test_one_definite_noun_ends_before_another_and_fire_has_an_owner(
    text: str, kind: str, doers: list[str], struck: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, struck)


@pytest.mark.parametrize(
    ("text", "kind", "doers", "struck"),
    [
        ("ثم بدأ رجال الشرطة بإلقاء القبض على الجنود.", "COERCE", ["رجال الشرطة"], ["الجنود"]),
        ("مقتل فلسطيني في مدينة حلب.", "ASSAULT", [], ["فلسطيني"]),
        ("اعتقلت الشرطة العراقية أحد رافضي الحكم.", "COERCE", ["الشرطة العراقية"], ["أحد رافضي الحكم"]),
    ],
)
def test_beginnings_the_dead_of_a_people_and_one_of_many(
    text: str, kind: str, doers: list[str], struck: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, struck)


@pytest.mark.parametrize(
    ("text", "kind", "doers", "struck"),
    [
        ("أعلن الجيش إصابته بغارة تركية أسفرت عن مقتل جنديين.", "ASSAULT", ["تركيا"], ["جنديين"]),
        ("استعادت القوات العراقية السيطرة على مدينة الموصل أمس.", "COERCE", ["القوات العراقية"], ["الموصل"]),
        ("شنت القوات التركية غارات ضد عناصر الجماعة.", "ASSAULT", ["القوات التركية"], ["عناصر الجماعة"]),
    ],
)
def test_the_nation_of_a_blow_and_who_took_ground_back(
    text: str, kind: str, doers: list[str], struck: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, struck)


def test_a_valley_brings_about_nothing() -> None:
    assert read("وادي العظام في ريف مدينة حماة شهد مقتل 18 مسلحا.")[0].why[0].rests_on[0].start > 0


def test_a_meeting_tomorrow_is_planned() -> None:
    assert coded("يجتمع وزير الدفاع العراقي مع نظيره التركي غدا.") == [("AGREE", "meet", "planned")]


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        ("وقتل أكثر من 8700 شخص أغلبهم مدنيون منذ بدء الحرب.", [], ["8700 شخص"]),
        ("وأكثر من 1800 أصيبوا بجروح في التفجيرات.", [], ["1800"]),
        (
            "شهدت مدينة نابلس مقتل أربعة فلسطينيين بنيران القوات الإسرائيلية.",
            ["القوات الإسرائيلية"],
            ["أربعة فلسطينيين"],
        ),
        ("قتل فلسطينيان برصاص مسلحين مجهولين.", ["مسلحين مجهولين"], ["فلسطينيان"]),
        ("قال الناشط إن أحد أتباع التنظيم قتل 38 سائحا.", ["أحد أتباع التنظيم"], ["38 سائحا"]),
        ("شنت القوات العراقية بالتعاون مع سوريا هجوما على إيران أمس.", ["القوات العراقية"], ["إيران"]),
        ("دارت معارك بين القوات العراقية بالتنسيق مع سوريا وإيران أمس.", ["القوات العراقية"], ["إيران"]),
        ("ألقى مجهول قنبلة يدوية على شرطي.", ["مجهول"], ["شرطي"]),
    ],
)
def test_who_fell_and_by_whose_hand_is_told_apart(text: str, doers: list[str], struck: list[str]) -> None:
    assert sides(only(text, "ASSAULT")) == (doers, struck)


def test_a_pronoun_behind_taking_stands_for_a_place() -> None:
    taking = only("فر السكان من مدينة الرقة لحظة سيطرة القوات العراقية عليها أمس.", "COERCE")
    assert sides(taking)[0] == ["القوات العراقية"]
    assert "الرقة" in sides(taking)[1][0]


def test_who_is_stressed_by_a_pronoun_is_the_subject_of_its_clause() -> None:
    assert sides(only("إيران هي التي قدمت للعراق الأسلحة والدعم المالي.", "AID")) == (["إيران"], ["العراق"])


def test_an_object_pronoun_of_its_own_is_a_side() -> None:
    asked = only("امتنعت إيران عن تزويد مصر بالنفط داعية إياها إلى شراء الوقود.", "REQUEST")
    assert sides(asked) == (["إيران"], ["مصر"])


@pytest.mark.parametrize(
    ("text", "kind", "doers", "struck"),
    [
        ("تمكن الجيش من السيطرة على الطريق الرابط بين البلدتين أمس.", "COERCE", ["الجيش"], ["الطريق الرابط"]),
        (
            "تواصلت الاشتباكات على الحدود بين الرقة ودير الزور، بين القوات العراقية وقوات المعارضة أمس.",
            "ASSAULT",
            ["القوات العراقية"],
            ["قوات المعارضة"],
        ),
        ("حثت منظمات حقوق الإنسان ترامب على الضغط.", "REQUEST", ["منظمات حقوق الإنسان"], ["ترامب"]),
        (
            "علاوة على مساعدة النازحين، قدمت الإمارات أمس مساعدات إنسانية إلى باكستان.",
            "AID",
            ["الإمارات"],
            ["باكستان"],
        ),
        ("احتجز مسلحون رهائن في مدرسة.", "ASSAULT", ["مسلحون"], ["رهائن"]),
    ],
)
def test_what_a_comma_parts_and_where_it_was_are_no_sides(
    text: str, kind: str, doers: list[str], struck: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, struck)


def test_a_measure_of_land_condemns_nobody() -> None:
    assert coded("منحت الوزارة رجل الأعمال مائة ألف فدان في المشروع.") == []


def test_whose_pronoun_a_noun_bears_does_it_to_who_follows() -> None:
    talk = only("أعلن الرئيس عبد الفتاح السيسي خلال استقباله الوزير الفرنسي أمس عن الخطة.", "CONSULT")
    assert sides(talk) == (["عبد الفتاح السيسي"], ["الوزير الفرنسي"])


def test_a_relative_clause_may_describe_the_last_name_of_a_phrase() -> None:
    taken = only('تشكلت الفصائل من أجل محاربة تنظيم "الدولة الإسلامية" الذي استولى على ثلث مساحة العراق.', "COERCE")
    assert sides(taken) == (["تنظيم الدولة الإسلامية"], ["ثلث مساحة العراق"])


def test_an_adverb_is_no_object() -> None:
    assert sides(only("سيطرت القوات العراقية عمليا على كركوك عام 2014.", "COERCE"))[1] == ["كركوك"]


def test_the_day_that_opens_a_sentence_dates_its_verb_behind_a_clause_in_commas() -> None:
    text = "صباح الخميس، وبينما كان الأهالي يتجمعون في السوق، أطلق مسلحون النار على شرطي."
    assert only(text, "ASSAULT").time
    text = "يوم الثلاثاء الماضي، قال مصدر إن الجيش قصف مدينة دوما."
    assert not only(text, "ASSAULT").time


def test_who_is_joined_to_a_governed_name_is_no_owner() -> None:
    text = "وكان الرئيس الأميركي دونالد ترامب انتقد الاتفاق بين إيران والدول الكبرى، وفرضت بلاده عقوبات على طهران."
    assert sides(only(text, "SANCTION")) == (["الولايات المتحدة"], ["طهران"])


@pytest.mark.parametrize(
    ("text", "kind", "doers", "struck"),
    [
        ("والدول الغربية تتهم روسيا بتصعيد التوتر.", "ACCUSE", ["الدول الغربية"], ["روسيا"]),
        (
            "وتتهم منظمات دولية مستقلة نظام الجار بارتكاب جرائم حرب.",
            "ACCUSE",
            ["منظمات دولية مستقلة"],
            ["نظام الجار"],
        ),
        ("قصفت قوافل تحمل مساعدات للسكان أمس.", "ASSAULT", [], ["قوافل"]),
        ("تمكنت الشرطة أمس من إلقاء القبض على التوأمين.", "COERCE", ["الشرطة"], ["التوأمين"]),
        ("انسحب الجيش طوعا، وظلت أنقرة تطالب بإعادة الموصل إلى سيادتها.", "REQUEST", ["أنقرة"], []),
        (
            "دارت اشتباكات بين القوات العراقية، وبين مسلحي العشائر في المنطقة أمس.",
            "ASSAULT",
            ["القوات العراقية"],
            ["مسلحي العشائر"],
        ),
        ("ودمر الجهاديون معالم أثرية مهمة في المدينة.", "ASSAULT", ["الجهاديون"], ["معالم أثرية مهمة"]),
        ("رجحت المنظمة مقتل 171 خلال ثلاثة أسابيع.", "ASSAULT", [], ["171"]),
        (
            "أشار إلى اللقاء الذي جرى بين الرئيسين الروسي فلاديمير بوتين والمصري عبد الفتاح السيسي.",
            "CONSULT",
            ["فلاديمير بوتين"],
            ["عبد الفتاح السيسي"],
        ),
    ],
)
def test_things_numbers_and_apposed_names_are_sides(
    text: str, kind: str, doers: list[str], struck: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, struck)


def test_a_number_of_raids_is_no_doer() -> None:
    text = "وقصفت المقاتلات الروسية مدينة السخنة وشنت 29 غارة على القرية صباح الثلاثاء."
    assert sides(read(text)[-1])[0] == ["المقاتلات الروسية"]


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        ("عمر الرزوق من الرستن خطفه مسلحون أمس.", ["مسلحون"], ["عمر الرزوق"]),
        ("شن الثوار هجوما على بلدة الزهراء أمس.", ["الثوار"], ["بلدة الزهراء"]),
        ("هاجم مسلحون نقطة تفتيش قرب الموصل أمس.", ["مسلحون"], ["نقطة تفتيش"]),
    ],
)
def test_a_town_is_no_country_of_his_and_who_is_put_first_is_taken_up(
    text: str, doers: list[str], struck: list[str]
) -> None:
    assert sides(only(text, "ASSAULT")) == (doers, struck)


@pytest.mark.parametrize(
    ("text", "kind", "doers", "struck"),
    [
        (
            "تدور مواجهات ضارية بين قوات الأمن وبعض المجموعات المتطرفة أمس.",
            "ASSAULT",
            ["قوات الأمن"],
            ["المجموعات المتطرفة"],
        ),
        ("أسقط الجيش العراقي طائرة حربية سورية أمس.", "ASSAULT", ["الجيش العراقي"], ["طائرة حربية سورية"]),
        ("اعتقل عدد من الرجال أحدهم قال إن الهدف كان السوق.", "COERCE", [], ["عدد من الرجال"]),
        ("قصف الطيران المروحي التابع لقوات الجار مدينة عفرين أمس.", "ASSAULT", ["الطيران المروحي"], ["عفرين"]),
    ],
)
def test_names_are_not_cut(text: str, kind: str, doers: list[str], struck: list[str]) -> None:
    assert sides(only(text, kind)) == (doers, struck)


@pytest.mark.parametrize(
    ("text", "kind", "doers", "others"),
    [
        ("وكرر أمير الكويت دعوة ميشال عون لزيارة بلاده.", "AGREE", ["أمير الكويت"], ["ميشال عون"]),
        ("لا يشير إلى ما ارتكبه الجيش من مجازر بحق المزارعين.", "ASSAULT", ["الجيش"], ["المزارعين"]),
        ("قال الملك خلال استقباله لحشد من المعلمين إن الخطة جيدة.", "CONSULT", ["الملك"], ["حشد من المعلمين"]),
        ("أشاد الوزير بقواتنا المسلحة والحشد الشعبي.", "SUPPORT", ["الوزير"], ["قواتنا المسلحة", "الحشد الشعبي"]),
        ("عبرت تركيا عن أسفها، وتدعو المنظمات الدولية إلى الحزم.", "REQUEST", ["تركيا"], ["المنظمات الدولية"]),
        ("قالت إن طائرات يعتقد أنها إسرائيلية أطلقت صواريخ على دمشق.", "ASSAULT", ["طائرات"], ["دمشق"]),
        ("يعترض الرئيس ويستدعي السفير الأمريكي.", "SANCTION", ["الرئيس"], ["السفير الأمريكي"]),
        ("الروس مستعدون للتعاون مع بغداد وبغداد تسعى إلى الدعم.", "AGREE", ["الروس"], ["بغداد"]),
    ],
)
def test_sides_by_the_word_before_beside_or_behind_them(
    text: str, kind: str, doers: list[str], others: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, others)


def test_between_the_two_of_them_are_the_two_named_last() -> None:
    assert sides(only("تحدثت روسيا عن إيران وعن لقاءات بينهما في المنظمات الدولية.", "CONSULT")) == (
        ["روسيا"],
        ["إيران"],
    )
