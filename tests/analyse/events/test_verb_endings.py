"""Whom a verb's ending stands for, and sides that more nouns name: sieges lifted, guests bidden, things in towns."""

import pytest
from invented_events import only, read, sides


@pytest.mark.parametrize(
    ("text", "kind", "doers", "others"),
    [
        ("قالت الوزارة إن المملكة تتعاون مع الأردن في تبادل الخبرات.", "COOPERATE", ["المملكة"], ["الأردن"]),
        ("قررت النيابة العامة أمس اعتقال ثلاثة جنرالات.", "COERCE", ["النيابة العامة"], ["ثلاثة جنرالات"]),
        ("سيطر الجيش على جسر الرقة أمس.", "COERCE", ["الجيش"], ["جسر الرقة"]),
        ("بدأ الجيش عملياته لفك الحصار عن مدينة حلب.", "COERCE", [], []),
        ("نجح الجيش في كسر حصار فرضه المسلحون على المدينة.", "COERCE", ["المسلحون"], ["المدينة"]),
        ("قام الوزير بزيارة الجنود الجرحى أمس.", "CONSULT", ["الوزير"], ["الجنود الجرحى"]),
        ("قام الوزير بزيارة ومعايدة مرضى المستشفى أمس.", "CONSULT", ["الوزير"], ["مرضى المستشفى"]),
        ("عقدت اللجنة اجتماعها في مدينة بون بألمانيا أمس.", "CONSULT", ["اللجنة"], []),
        ("وجه التحالف ضربات جوية للتنظيم أمس.", "ASSAULT", ["التحالف"], ["التنظيم"]),
        (
            "ندد الوزير بالضربة العسكرية التي وجهتها القوات الروسية لقاعدة جوية.",
            "ASSAULT",
            ["القوات الروسية"],
            ["قاعدة جوية"],
        ),
        ("دخلت الحملة يومها الخامس وسط تواصل الاشتباكات بين التنظيم والجيش.", "ASSAULT", ["التنظيم"], ["الجيش"]),
        ("قامت قوات أمنية باعتقالها على الحدود السورية.", "COERCE", ["قوات أمنية"], []),
        ("استشهد شاب بنار الاحتلال أمس.", "ASSAULT", ["الاحتلال"], ["شاب"]),
        ("تدخلت قوات تركية ضد المسلحين أمس.", "MOBILIZE", ["قوات تركية"], ["المسلحين"]),
    ],
)
def test_sides_of_more_nouns(text: str, kind: str, doers: list[str], others: list[str]) -> None:
    assert sides(only(text, kind)) == (doers, others)


def test_who_is_bidden_is_no_host() -> None:
    events = read("بحث الوزراء أمس مع نظرائهم دعوة إيران للمشاركة في المؤتمر.")
    assert [(e.type, sides(e)[0]) for e in events] == [("CONSULT", ["الوزراء"]), ("AGREE", ["الوزراء"])]


def test_who_goes_on_as_well_calls_upon_organisations() -> None:
    call = only("وصل الوزير طلال الورداني إلى المدينة. كما دعا كافة المنظمات إلى المشاركة في الإعمار.", "REQUEST")
    assert sides(call)[1] == ["كافة المنظمات"]


def test_whom_a_preposition_governs_is_not_the_subject_of_a_later_verb() -> None:
    events = read("أثنى المدير على العمل في مركز الشباب وحثهم على الصبر.")
    assert all(sides(e)[0] != ["مركز الشباب"] for e in events)


def test_people_in_the_plural_go_on_with_no_verb_in_the_singular() -> None:
    events = read("قال المرصد إن الغارات التي شنتها القوات على بلدة يسيطر عليها المتمردون قتلت ستة مدنيين أمس.")
    assert all("المتمردون" not in sides(e)[0] for e in events)


def test_weapons_that_somebody_gave_are_not_the_blow() -> None:
    assert sides(only("شهدت القرية أمس هجمات باستخدام أسلحة قدمتها إيران.", "ASSAULT")) == ([], [])


def test_raids_are_still_theirs_who_flew_them() -> None:
    assert sides(only("أدت غارات مكثفة شنتها روسيا على القرية إلى أضرار.", "ASSAULT"))[0] == ["روسيا"]


def test_the_accused_accuse_nobody() -> None:
    assert all(e.type != "ACCUSE" for e in read("اعتقلت الشرطة أمس ستة ضباط متهمين بالتورط في الانقلاب."))


def test_who_protests_may_be_left_to_the_ending() -> None:
    assert any(e.type == "PROTEST" for e in read("سبقت الاجتماعات تحركات هناك حيث خرجوا إلى الشوارع محتجين أمس."))


def test_who_cut_the_road_stops_the_lorries() -> None:
    events = read("أعلنت الإدارة أن هيئة الأحرار قامت بقصف البلدة، ومنعت الشاحنات من الدخول إلى المدينة أمس.")
    assert {tuple(sides(e)[0]) for e in events} == {("هيئة الأحرار",)}


def test_talks_on_a_matter_between_others_are_not_theirs() -> None:
    assert sides(only("أجرى الوزير مباحثات بشأن الأزمة بين الحكومة والمعارضة.", "CONSULT")) == (["الوزير"], [])


def test_whose_lorries_bring_aid_does_not_get_it() -> None:
    aid = only("أرسلت الحكومة مساعدات غذائية في قافلة تابعة للهلال الأحمر إلى البلدة.", "AID")
    assert all("الهلال" not in name for name in sides(aid)[1])
