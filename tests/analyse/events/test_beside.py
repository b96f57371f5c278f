"""Who stands beside: titles with names, pronouns behind "between", men described, whose claims are denied."""

import pytest
from invented_events import only, read, sides


@pytest.mark.parametrize(
    ("text", "kind", "doers", "others"),
    [
        ("أعلنت الشرطة اغتيال ميشال عون رئيس الجمهورية في بيروت أمس.", "ASSAULT", [], ["ميشال عون"]),
        ("تم استقبال الوزير العراقي من قبل الرئيس اللبناني ميشال عون.", "CONSULT", ["ميشال عون"], ["الوزير العراقي"]),
        ("قال الجيش إن اشتباكات وقعت بينه وبين مسلحين في البلدة.", "ASSAULT", ["الجيش"], ["مسلحين"]),
        ("اعتقل سليم الورداني عام 2006، وحكم عليه بالسجن عشر سنوات.", "SANCTION", [], ["سليم الورداني"]),
        ("نظم عدد من النقابات مظاهرة في العاصمة أمس.", "PROTEST", ["عدد من النقابات"], []),
        ("شهدت مدينة حلب قصفا عنيفا أمس.", "ASSAULT", [], ["حلب"]),
        ("قتل سوري وزوجته في إطلاق نار في مدينة غازي عنتاب.", "ASSAULT", [], ["سوري", "زوجته"]),
        ("تحدث التقرير عن رجل قتل ثلاثة أشخاص في السوق أمس.", "ASSAULT", ["رجل"], ["ثلاثة أشخاص"]),
        ("دارت المحادثات مع مسلحين هاجموا القرية.", "ASSAULT", ["مسلحين"], ["القرية"]),
        ("نفت الهيئة مزاعم روسيا حول مصير زعيمها.", "REJECT", ["الهيئة"], ["روسيا"]),
        ("رفضت الحكومة مقترحات المعارضة.", "REJECT", ["الحكومة"], ["المعارضة"]),
    ],
)
def test_a_side_is_whom_the_words_beside_it_name(text: str, kind: str, doers: list[str], others: list[str]) -> None:
    assert sides(only(text, kind)) == (doers, others)


def test_a_planned_visit_of_somebody_is_his() -> None:
    visit = only("تأتي الزيارة المقررة للرئيس التركي إلى واشنطن الأسبوع المقبل.", "AGREE")
    assert sides(visit) == (["الرئيس التركي"], ["واشنطن"])


def test_what_saw_a_protest_is_its_place() -> None:
    place = only("شهدت مدينة صفاقس أمس مظاهرة احتجاجية.", "PROTEST").place
    assert place is not None
    assert place.name == "صفاقس"


def test_a_day_is_nobody() -> None:
    assert sides(only("استهدفت الطائرات القرية في أول يوم للمعركة.", "ASSAULT"))[1] == ["القرية"]


def test_a_name_between_commas_is_whom_the_office_before_it_names() -> None:
    text = "استضافت وزيرة الخارجية الأردنية المعنية بالحوار، كاترين أشتون، اجتماعا في بروكسل."
    hosts = {p.name for event in read(text) if event.mode == "meet" for p in event.actors}
    assert hosts == {"كاترين أشتون"}


@pytest.mark.parametrize(
    ("text", "doers", "others"),
    [
        ("قالت سلمى حداد إن الصاروخ الذي أطلقه المسلحون على الأردن صنع في الخارج.", ["المسلحون"], ["الأردن"]),
        ("اعترضت الدفاعات صاروخا أطلقته إيران على مدينة أربيل.", ["إيران"], ["أربيل"]),
        ("نفى الحزب علاقته بصاروخ أطلقه المسلحون على الأردن.", ["المسلحون"], ["الأردن"]),
        ("أدانت الوزارة إطلاق المسلحين صاروخا باليستيا على أربيل.", ["المسلحين"], ["أربيل"]),
        ("نصب الثوار كمينا لقوات النظام.", ["الثوار"], ["قوات النظام"]),
        ("تخوض القوات الحكومية قتالا ضد الحوثيين المتحالفين مع إيران.", ["القوات الحكومية"], ["الحوثيين"]),
    ],
)
def test_who_fires_is_told_of_what_he_fires(text: str, doers: list[str], others: list[str]) -> None:
    event = only(text, "ASSAULT")
    assert sides(event) == (doers, others)
    assert event.status == "occurred"


@pytest.mark.parametrize(
    "text", ["القمر الصناعي الذي أطلقته إيران سقط.", "المبادرة التي أطلقتها الوزارة على المنصة."]
)
def test_satellites_and_initiatives_are_fired_at_nobody(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "doers", "others"),
    [
        ("أكدت الإمارات على دورها، وطالبت القوات الحكومية بأن تسيطر على الطرق.", ["الإمارات"], ["القوات الحكومية"]),
        ("قال سمير حداد إن القرار تاريخي ودعا دول العالم إلى أن تحذو حذوه.", ["سمير حداد"], ["دول العالم"]),
        ("أوضحت سلمى حداد أن إيران ستزيد من التوتر، داعية إلى وقف القتال.", ["سلمى حداد"], []),
    ],
)
def test_whom_the_statement_lets_speak_is_who_asks(text: str, doers: list[str], others: list[str]) -> None:
    assert sides(only(text, "REQUEST")) == (doers, others)


def test_a_father_is_no_conjunction() -> None:
    assert sides(only("ونددت والدته بالقرار أمس.", "ACCUSE")) == (["والدته"], [])


@pytest.mark.parametrize(
    ("text", "doers", "others"),
    [
        ("قصفت قاذفات روسية أهدافا ل - تنظيم القاعدة قرب البوكمال.", ["قاذفات روسية"], ["تنظيم القاعدة"]),
        ('قصفت طائرات روسية مواقع تابعة ل - " داعش " في حمص.', ["طائرات روسية"], ["داعش"]),
        ("كما قصفت بالمدفعية مخيما للنازحين.", [], ["مخيما"]),
    ],
)
def test_a_clitic_set_apart_is_a_preposition_and_an_accusative_is_struck(
    text: str, doers: list[str], others: list[str]
) -> None:
    assert sides(only(text, "ASSAULT")) == (doers, others)
