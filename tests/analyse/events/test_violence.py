"""Violence is told in many words and orders: verbs behind their subjects, nouns under verbs, tolls, headlines."""

import pytest
from invented_events import coded, read, sides


@pytest.mark.parametrize(
    "text",
    [
        "القوات التركية نفذت غارات على مدينة عفرين أمس.",
        "الجيش التركي شن هجوما على مدينة عفرين أمس.",
        "أعلنت الوزارة أن غارة جوية لقوات التحالف أدت إلى مقتل قائد الجماعة.",
        "تحدث ناشطون عن مقتل ثمانية جنود في البلدة.",
        "مقتل جنديين في كمين قرب مدينة الموصل.",
        "أمطرت الفصائل مدينة عفرين بالقذائف.",
        "زرع مسلحون عبوة ناسفة في مركبة للجيش.",
        "عمد مجهولون إلى إلقاء متفجرات على المقر.",
        "قال مصدر إن هجوما بالقذائف استمر ساعة في مدينة الموصل.",
        "قال الضابط إن جنديا عراقيا قتل في هجوم مسلح.",
        "قالت القيادة إن الطيار قتل فجر اليوم برصاص قناص.",
        "عشرات القتلى في تفجير انتحاري بمدينة الموصل.",
        "ذكرت وكالة الأنباء العراقية أن سيارة مفخخة انفجرت في مدينة الموصل.",
        "أسفر الانفجار عن استشهاد جنديين.",
        "هاجم سلاح الجو التركي مواقع قرب مدينة عفرين.",
        "وأصيب ثلاثة جنود في مدينة الموصل.",
        "قامت قوات الاحتلال باغتيال زعيم الحركة سامر الخالدي.",
    ],
)
def test_violence_is_told_in_many_orders(text: str) -> None:
    assert [status for kind, _, status in coded(text) if kind == "ASSAULT"][:1] == ["occurred"]


@pytest.mark.parametrize(
    "text",
    [
        "رفضت بطلة الرواية الزواج وأمطرت السماء في الفصل الأخير.",
        "أدى الوزير اليمين أمام البرلمان.",
        "كشفت وثائق عن خطة لشن هجوم على العراق وتفجير السفارة.",
        "قذف اللاعب الكرة خارج الملعب في المباراة.",
    ],
)
def test_what_only_sounds_like_it_stays_silent(text: str) -> None:
    assert [c for c in coded(text) if c[0] == "ASSAULT"] == []


def test_a_prisoner_is_no_traffic() -> None:
    (killing,) = read("قتلت القوات العراقية أمس الأسير المحرر سامر الخالدي في مدينة الموصل.")
    assert killing.type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        ("قتل عدد من الجنود في هجوم على مدينة الموصل.", [], ["عدد من الجنود"]),
        ("هاجم 12 من عناصر الجماعة مدينة الموصل.", ["12 من عناصر الجماعة"], ["الموصل"]),
        ("هاجم مسلحو الجماعة مدينة الموصل.", ["مسلحو الجماعة"], ["الموصل"]),
        ("هاجم قيادي في الجماعة مدينة الموصل.", ["قيادي"], ["الموصل"]),
    ],
)
def test_people_are_known_by_their_number_and_without_their_ending(
    text: str, doers: list[str], struck: list[str]
) -> None:
    assert sides(read(text)[0]) == (doers, struck)


def test_what_comes_late_or_behind_other_things_does_not_lead() -> None:
    (_, blow) = read("انسحبت القوات الفرنسية من مالي وقصفت القوات التركية مدينة عفرين.")
    assert not blow.leads


@pytest.mark.parametrize(
    "text",
    [
        "عجز رئيس الوزراء عن السيطرة على الميليشيات.",
        "يجب أن تقر بموافقتك على تنزيل الخدمات.",
        "في ظل عدو يجيد البطش يعيش الناس العزل والاعتقال والعنف.",
    ],
)
def test_what_failed_what_is_yours_and_what_is_listed_are_no_events(text: str) -> None:
    assert coded(text) == []


def test_a_bomb_in_a_town_does_not_strike_the_town() -> None:
    (blast,) = read("أدى انفجار عبوة ناسفة بمدينة الموصل إلى مقتل جنديين.")
    assert "الموصل" not in [p.name for p in blast.targets]
