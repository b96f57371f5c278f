"""Events are found with class, status, sides, place, date and numbers; what only sounds like one stays silent."""

import pytest
from invented_events import KNOWLEDGE
from invented_events import coded as _coded
from invented_events import read as _read
from invented_events import sides as _sides

from takhrij.analyse import events
from takhrij.records import Analysis, Page
from takhrij.text import fold


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("زار وفد كويتي بيروت أمس.", ("CONSULT", "visit", "occurred")),
        ("سيزور وفد كويتي بيروت الأسبوع المقبل.", ("AGREE", "visit", "planned")),
        ("وقعت عمان وأنقرة اتفاقية للتجارة الحرة.", ("SUPPORT", "sign", "occurred")),
        ("دخلت الهدنة بين الحكومة اليمنية وجماعة الحوثي حيز التنفيذ أمس.", ("RETREAT", "ceasefire", "occurred")),
        ("انسحبت القوات الفرنسية من مالي.", ("RETREAT", "withdraw", "occurred")),
        ("ستنسحب القوات الفرنسية من مالي.", ("CONCEDE", "withdraw", "planned")),
        ("دعت فرنسا إلى وقف القتال في ليبيا.", ("REQUEST", "", "demanded")),
        ("طالبت الحكومة اليمنية برفع العقوبات.", ("REQUEST", "", "demanded")),
        ("أبدت الحكومة العراقية استعدادها للتعاون مع إيران.", ("AGREE", "offer", "offered")),
        ("منحت كندا اللجوء لعشرة أشخاص.", ("AID", "asylum", "occurred")),
        ("سيطرت القوات العراقية على مدينة الموصل.", ("COERCE", "seize", "occurred")),
        ("لم تقصف القوات التركية مدينة عفرين.", ("ASSAULT", "heavy weapons", "denied")),
        ("تظاهر مئات الطلاب أمام البرلمان ضد الحكومة.", ("PROTEST", "demo", "occurred")),
        ("فرضت واشنطن عقوبات على إيران.", ("SANCTION", "discontinue", "occurred")),
        ("هددت تركيا بقصف المدينة.", ("THREATEN", "", "occurred")),
        ("رفضت إيران تقديم تنازلات.", ("REJECT", "", "occurred")),
    ],
)
def test_hard_cases_of_the_manual_hold(text: str, coded: tuple[str, str, str]) -> None:
    assert coded in _coded(text)


def test_what_is_demanded_refused_or_threatened_is_no_event_of_its_own() -> None:
    assert [e.type for e in _read("دعت فرنسا إلى سحب القوات من ليبيا.")] == ["REQUEST"]


def test_a_call_has_its_subject_and_whom_it_went_to() -> None:
    (call,) = _read("أجرى الرئيس التركي رجب طيب أردوغان اتصالا هاتفيا مع الرئيس الفرنسي إيمانويل ماكرون.")
    assert (call.type, call.mode, _sides(call)) == (
        "CONSULT",
        "phone",
        (["رجب طيب أردوغان"], ["إيمانويل ماكرون"]),
    )


def test_the_subject_may_stand_before_its_verb() -> None:
    (attack,) = _read("القوات التركية قصفت مدينة عفرين.")
    assert _sides(attack) == (["القوات التركية"], ["عفرين"])


def test_a_verb_joined_to_another_shares_its_subject_and_its_day() -> None:
    visit, meeting = _read("زار الوزير الألماني هايكو ماس بغداد يوم الثلاثاء والتقى الرئيس العراقي برهم صالح.")
    assert (meeting.actors, meeting.time) == (visit.actors, visit.time)
    assert _sides(meeting)[1] == ["برهم صالح"]


def test_talks_between_two_sides_have_both() -> None:
    (talks,) = _read("جرت محادثات بين إيران والسعودية في بغداد.")
    assert {p.name for p in (*talks.actors, *talks.targets)} == {"إيران", "السعودية"}


def test_a_nationality_adjective_names_the_doer() -> None:
    (strike,) = _read("استهدفت المدينة غارات تركية يوم الاثنين.")[-1:]
    assert "تركيا" in _sides(strike)[0]


def test_the_dead_and_wounded_are_counted_with_their_hedge() -> None:
    (blow,) = _read("قتل عشرة أشخاص على الأقل وأصيب 25 آخرون بجروح في هجوم انتحاري في كابل.")
    assert [(c.value, c.of, c.mod) for c in blow.counts] == [(10, "killed", "at_least"), (25, "wounded", "")]


def test_a_deed_and_its_dead_are_one_event() -> None:
    assert len(_read("قتل عشرة أشخاص في تفجير انتحاري في كابل.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قتل عشرة مدنيين في هجوم استهدف السوق.",
        "قتل 12 جنديا في غارة استهدفت معسكرا.",
        "سقط 30 قتيلا في انفجار استهدف المركز.",
    ],
)
def test_who_died_in_a_blow_that_hit_something_did_not_strike_it(text: str) -> None:
    (event,) = _read(text)
    assert event.actors == ()
    assert len(event.targets) == 1


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("اغتال مسلحون قائد شرطة عدن اللواء جعفر سعد.", ["مسلحون"], ["جعفر سعد"]),
        ("خطف مسلحون حوثيون نائب رئيس الجامعة.", ["مسلحون حوثيون"], ["نائب رئيس الجامعة"]),
        ("فرض الاتحاد الأوروبي عقوبات على روسيا.", ["الاتحاد الأوروبي"], ["روسيا"]),
        ("فرضت الولايات المتحدة عقوبات على روسيا.", ["الولايات المتحدة"], ["روسيا"]),
        ("قصف النظام السوري مدينة دوما.", ["النظام السوري"], ["دوما"]),
        ("هدد زعيم تنظيم القاعدة بشن هجمات.", ["زعيم تنظيم القاعدة"], []),
        ("قام الجيش بشن غارات على المدينة.", ["الجيش"], ["المدينة"]),
    ],
)
def test_who_did_it_to_whom_in_plain_sentences_of_news(text: str, actors: list[str], targets: list[str]) -> None:
    (event,) = _read(text)
    assert [p.name for p in event.actors] == actors
    assert [p.name for p in event.targets] == targets


def test_a_battle_with_a_clause_and_days_of_its_own_does_not_date_the_blow_before_it() -> None:
    told = _read("استهدف الاعتداء حديقة مدينة دمرتها المعركة التي دارت بين الجيش والمسلحين في نيسان 2003.")
    assert [bool(e.time) for e in told] == [False, True]


def test_one_happening_told_twice_is_listed_once() -> None:
    told = _read(
        "أجرى الرئيس التركي رجب طيب أردوغان محادثات مع الرئيس الفرنسي إيمانويل ماكرون. "
        "وجرت المحادثات بين أردوغان وماكرون في باريس."
    )
    assert [e.type for e in told] == ["CONSULT"]


def test_the_fall_of_a_government_is_background_only_with_a_date() -> None:
    assert _coded("تغير كل شيء منذ سقوط النظام في نيسان 2003.") == [("OTHER", "fall", "occurred")]
    assert _coded("تغير كل شيء منذ سقوط النظام.") == []


def test_an_event_takes_the_time_of_its_own_clause() -> None:
    text = "قال الوزير في 9 من نيسان إن القوات التركية قصفت المدينة."
    assert [e.time for e in _read(text)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "رفض المتحدث باسم الكرملين التعليق على القضية.",
        "قال وزير الدفاع العراقي إن الوضع مستقر.",
        "هل قصفت تركيا المدينة؟",
        "ضربت الأزمة المالية أسواق آسيا.",
        "شن الرئيس الفرنسي إيمانويل ماكرون هجوما على منتقديه.",
        "ونقلت الوكالة عن مصدر مطلع.",
        "طلب المصدر عدم الكشف عن اسمه.",
        "تحتل ألمانيا المرتبة الأولى في القائمة.",
    ],
)
def test_figures_of_speech_titles_and_plain_speech_are_no_events(text: str) -> None:
    assert _coded(text) == []


def test_every_event_rests_on_its_trigger_inside_its_span() -> None:
    for event in _read("زار وفد كويتي بيروت أمس والتقى الرئيس اللبناني جوزيف عون. وقصفت القوات التركية المدينة."):
        assert event.why[0].rests_on[0].within(event.span)


def test_no_sentences_no_events() -> None:
    page = Page(id="p", text="زار وفد بيروت.", sources=("test",), raw_sha256="")
    assert events.find(page, fold(page.text), Analysis(page="p", language="ar"), KNOWLEDGE) == ()


def test_a_death_that_is_announced_is_an_event_without_a_doer() -> None:
    (death,) = _read("أعلنت الشرطة العراقية مقتل ثلاثة جنود في انفجار عبوة ناسفة شمال بغداد.")
    assert (death.type, [c.value for c in death.counts]) == ("ASSAULT", [3])


def test_thousands_are_not_a_thousand() -> None:
    assert [e.counts for e in _read("قصفت القوات التركية مدينة عفرين وخلفت آلاف القتلى.")] == [()]


def test_the_narrator_and_a_speaker_tell_apart() -> None:
    told = _read(
        "قصفت القوات التركية مدينة عفرين. وقال الوزير العراقي فؤاد حسين إن القوات الإيرانية قصفت مدينة أربيل."
    )
    assert [bool(e.statement) for e in told if e.type == "ASSAULT"] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "انهار جسر قديم في مدينة طنجة أمس، ما أدى إلى مقتل 17 شخصا وإصابة 40 آخرين.",
        "لقي 17 شخصا مصرعهم وأصيب 40 آخرون أمس إثر انهيار جسر في مدينة طنجة.",
        "قتل 17 شخصا وأصيب 40 آخرون بجروح في حريق بمصنع في مدينة طنجة أمس.",
    ],
)
def test_a_disaster_and_its_dead_are_one_happening_and_no_assault(text: str) -> None:
    (event,) = _read(text)
    assert (event.type, event.mode) == ("OTHER", "disaster")
    assert [(c.value, c.of) for c in event.counts] == [(17, "killed"), (40, "wounded")]


def test_a_house_that_falls_under_shells_is_an_assault() -> None:
    assert {t for t, _, _ in _coded("قتل عشرة مدنيين في انهيار منزل بعد غارة تركية على مدينة عفرين.")} == {"ASSAULT"}


def test_what_is_called_for_may_stand_in_quotation_marks() -> None:
    assert _coded('ودعا الرئيس العراقي برهم صالح إلى فتح "تحقيق لا يستثني أحدا".') == [("REQUEST", "", "demanded")]


@pytest.mark.parametrize(
    "text",
    [
        "وزعت سلال الغذاء على ست أسر في مدينة عفرين.",
        "وضربت القوات التركية بالاتفاق عرض الحائط.",
        "نفذت السلطات الإيرانية أحكام إعدام.",
        "ويقضي حاليا عقوبة بالسجن في مدينة طنجة.",
        "قواعد الاشتباك التي وضعها الجيشان في الجنوب معروفة.",
    ],
)
def test_families_idioms_sentences_and_rules_are_no_violence(text: str) -> None:
    assert [c for c in _coded(text) if c[0] in ("ASSAULT", "SANCTION")] == []


def test_three_states_before_a_feminine_verb_are_its_subject_together() -> None:
    (deal,) = _read("قال الوزير إن تركيا وروسيا وإيران اتفقت على وقف القتال.")
    assert [p.name for p in deal.actors] == ["تركيا", "روسيا", "إيران"]


def test_an_object_of_the_same_class_is_no_second_event() -> None:
    assert [t for t, _, _ in _coded("أرسلت الحكومة العراقية قافلة مساعدات إنسانية إلى مدينة الموصل.")] == ["AID"]


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوزير العراقي فؤاد حسين إلى لندن بعد هجمات إيرانية على مدينة أربيل.",
        "حضر الوزير مؤتمرا عن التعذيب والخطف في السجون العراقية.",
        "كرمت البلدية الجنود الذين قتلوا في هجوم على مدينة الموصل.",
        "شن النائب أعنف هجوم على الحكومة العراقية.",
    ],
)
def test_violence_that_is_only_referred_to_is_no_event(text: str) -> None:
    assert [c for c in _coded(text) if c[0] == "ASSAULT"] == []


@pytest.mark.parametrize(
    "text",
    [
        "رفع المتظاهرون لافتات ضد الحكومة العراقية.",
        "تراجعت المبيعات بعد المظاهرات في العاصمة.",
        "منعت الشرطة العراقية تظاهرة أمام البرلمان.",
    ],
)
def test_slogans_known_protests_and_forbidden_ones_are_no_protest(text: str) -> None:
    assert [c for c in _coded(text) if c[0] == "PROTEST"] == []


@pytest.mark.parametrize(
    "text",
    [
        "تبادل الفريقان السيطرة على منطقة الوسط في الشوط الثاني من المباراة أمس.",
        "هاجم المنتخب العراقي مرمى المنتخب الأردني في الدوري أمس.",
        "استضافت الفنانة العراقية رحمة رياض نجوم الدراما اللبنانية في حلقة أمس.",
        "انسحب الفريق من البطولة قبل مباراة الجيش.",
        "قال المدرب إن الفريق سافر استعدادا للموسم.",
    ],
)
def test_matches_and_films_are_no_events(text: str) -> None:
    assert _coded(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "غير أن البرد لم يمنع عناصر الحركة من دخول مدينة عفرين.",
        "لا يعرف ما إذا كان الرئيس العراقي برهم صالح قد وافق على بيع الشركة.",
        "وتقع القرية بين مواطن سيطرة الحركة في ريف عفرين.",
    ],
)
def test_idioms_doubts_and_what_is_held_are_no_events(text: str) -> None:
    assert _coded(text) == []


def test_who_was_arrested_may_stand_before_the_verb_and_grounds_behind_it() -> None:
    (arrest,) = _read("وكان وزير الدفاع العراقي السابق سعدون الدليمي اعتقل أمس بناء على قرار من النيابة.")
    assert _sides(arrest) == ([], ["سعدون الدليمي"])


def test_a_long_title_does_not_hide_that_a_visit_is_only_intended() -> None:
    text = "يعتزم الأمين العام للأمم المتحدة أنطونيو غوتيريس زيارة بغداد الأسبوع المقبل."
    assert _coded(text) == [("AGREE", "visit", "planned")]


def test_whoever_is_exposed_to_an_attack_is_its_target() -> None:
    (blow,) = _read("تعرضت القوات العراقية لهجوم في مدينة الموصل أمس.")
    assert (blow.type, blow.status, _sides(blow)[1]) == ("ASSAULT", "occurred", ["القوات العراقية"])


def test_what_a_strike_hit_is_its_target_and_never_its_doer() -> None:
    (strike,) = _read("أعلنت وكالة الأنباء غارة تركية استهدفت مبنى في مدينة عفرين أمس.")[-1:]
    assert "مبنى" not in _sides(strike)[0]


def test_forces_before_a_verb_that_counts_whom_it_kills_are_the_doer() -> None:
    (blow,) = _read("قال الجيش إن القوات التركية قتلت 17 من مسلحي الحزب قرب الحدود أمس.")
    assert _sides(blow)[0] == ["القوات التركية"]


def test_nothing_but_is_no_denial() -> None:
    assert _coded("قالت وزارة الخارجية السورية إنها لم تبحث مع موسكو سوى كلفة الجسر.") == []
