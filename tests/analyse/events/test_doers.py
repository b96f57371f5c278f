"""Who did it and to whom, where case, gender, number, titles, adjectives or place in the sentence tell it."""

import pytest
from invented_events import only, read, sides

Row = tuple[str, str, list[str], list[str]]

OBJECTS: tuple[Row, ...] = (
    (
        "أصدرت الوزارة بيانا رسميا اتهمت فيه العاملين في المركز بتدبير الانفجار.",
        "ACCUSE",
        ["الوزارة"],
        ["العاملين"],
    ),
    ("قامت الشرطة في جامعة حلب بقمع تجمع واعتقلت العشرات من الطلبة.", "COERCE", ["الشرطة"], ["العشرات من الطلبة"]),
    ("قتل ستة عناصر من قوات البشمركة كانوا في المكان.", "ASSAULT", [], ["ستة عناصر"]),
    ("قتل المسلحون أمس أكثر من ثلاثين من جنود النظام.", "ASSAULT", ["المسلحون"], ["ثلاثين من جنود النظام"]),
    ("أسفر الهجوم عن مقتل 85 شخصا وجرح أكثر من 300 فرد.", "ASSAULT", [], ["85 شخصا"]),
)
NAMES: tuple[Row, ...] = (
    ("اعتقلت الشرطة الأستاذ محمد محمود بشار أمس في حلب.", "COERCE", ["الشرطة"], ["محمد محمود بشار"]),
    (
        "قامت الأجهزة الأمنية باعتقال كل من: خالد الحسن وشقيقه أمس.",
        "COERCE",
        ["الأجهزة الأمنية"],
        ["خالد الحسن", "شقيقه"],
    ),
    ("تنظيم أنصار الجبل نفذ هجمات على مدينة صنعاء أمس.", "ASSAULT", ["تنظيم أنصار الجبل"], ["صنعاء"]),
    ("أفرج المسلحون عن 26 رهينة أمس.", "RETREAT", ["المسلحون"], ["26 رهينة"]),
    ("ناقش تيلرسون مع نظيره السعودي أهمية الحوار أمس.", "CONSULT", ["تيلرسون"], ["نظيره السعودي"]),
)
BLOWS: tuple[Row, ...] = (
    ("قال المتحدث إن الغارات الإسرائيلية استهدفت مقر القيادة أمس.", "ASSAULT", ["إسرائيل"], ["مقر القيادة"]),
    ("ضربت صواريخ إسرائيلية مركز البحوث شمال دمشق، حسبما قال مصدر.", "ASSAULT", ["إسرائيل"], ["مركز البحوث"]),
    ("تفجيرات استهدفت مقرات للمعارضة السورية في القرية.", "ASSAULT", [], ["المعارضة السورية"]),
    ("أعلنت تركيا استهداف مجموعة إرهابية في شمال العراق.", "ASSAULT", ["تركيا"], ["مجموعة إرهابية"]),
    ("تمكنت قوات النظام من استعادة السيطرة على بلدة خناصر أمس.", "COERCE", ["قوات النظام"], ["خناصر"]),
)
OTHERS: tuple[Row, ...] = (
    ("أعلنت الوزارة أن التفجير تسبب بمقتل وإصابة عشرات المدنيين أمس.", "ASSAULT", [], ["عشرات المدنيين"]),
    ("قتل الشاب محمد خالد (25 عاما) برصاص الجيش الإسرائيلي.", "ASSAULT", ["الجيش الإسرائيلي"], ["محمد خالد"]),
    ("قطعت موريتانيا علاقاتها مع قطر لمزيد من التقارب مع السعودية.", "SANCTION", ["موريتانيا"], ["قطر"]),
    (
        "جرت مفاوضات بين لواء المعتصم في ريف حلب وقوات سوريا الديمقراطية أمس.",
        "CONSULT",
        ["لواء المعتصم"],
        ["قوات سوريا الديمقراطية"],
    ),
    (
        "أجرى رئيس الوزراء نواز شريف مباحثات مع الملك سلمان في الأزمة بين قطر ودول أخرى.",
        "CONSULT",
        ["نواز شريف"],
        ["الملك سلمان"],
    ),
    (
        "كشف رجل الأعمال سامي الأحمد أن الوزير خالد عمران زاره، وأنه رفض طلبه، قائلا إن الأمر صعب.",
        "REJECT",
        ["سامي الأحمد"],
        [],
    ),
)


@pytest.mark.parametrize(("text", "kind", "doers", "others"), OBJECTS)
def test_case_gender_and_number_tell_who_is_done_to(
    text: str, kind: str, doers: list[str], others: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, others)


@pytest.mark.parametrize(("text", "kind", "doers", "others"), NAMES)
def test_titles_numbers_and_lists_belong_to_whom_they_name(
    text: str, kind: str, doers: list[str], others: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, others)


@pytest.mark.parametrize(("text", "kind", "doers", "others"), BLOWS)
def test_a_blow_is_his_whose_adjective_weapon_or_announcement_it_bears(
    text: str, kind: str, doers: list[str], others: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, others)


@pytest.mark.parametrize(("text", "kind", "doers", "others"), OTHERS)
def test_a_phrase_farther_off_belongs_to_what_stands_between(
    text: str, kind: str, doers: list[str], others: list[str]
) -> None:
    assert sides(only(text, kind)) == (doers, others)


def test_a_verb_of_will_takes_a_noun_and_what_is_not_willed_is_denied() -> None:
    (found,) = read("قالت تركيا إنها تعتزم فرض عقوبات على روسيا.")
    assert (found.type, found.status, [a.name for a in found.actors]) == ("SANCTION", "planned", ["تركيا"])
    (found,) = read("قالت تركيا إنها لا تنوي قطع العلاقات مع روسيا.")
    assert (found.type, found.status) == ("SANCTION", "denied")


def test_behind_who_took_what_another_deed_is_a_noun_too() -> None:
    taken, driven = read("أعلن الوزير سيطرة القوات الحكومية على تسع قرى وطرد المسلحين منها.")
    assert [t.name for t in driven.targets] == ["المسلحين"]
    assert not driven.actors
    assert taken.type == driven.type == "COERCE"


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("القوة التي ألقت القبض على المتهم عادت إلى المدينة.", ["القوة"], ["المتهم"]),
        ("قالت الوزارة إن الرجل الذي ألقت الشرطة في المطار القبض عليه غريب.", ["الشرطة"], ["الرجل"]),
        ("ألقي القبض في المدينة أمس على قائد الجماعة.", [], ["قائد الجماعة"]),
        ("ألقى القبض على قائد الجماعة أمس.", [], ["قائد الجماعة"]),
        ("أوقف الجيش شخصين في المدينة أمس.", ["الجيش"], ["شخصين"]),
    ],
)
def test_who_lays_hands_on_whom_and_that_a_dotted_verb_is_done_to_one(
    text: str, actors: list[str], targets: list[str]
) -> None:
    assert sides(only(text, "COERCE")) == (actors, targets)
