"""Sides are read within their clause: what stands aside, carries on alone or was lost on the page lends none."""

import pytest
from invented_events import only, read, sides


@pytest.mark.parametrize(
    ("text", "kind", "doers", "others"),
    [
        ("قالت الشبكة إن ثلاثة عمال منهم طفلان من عائلة واحدة قتلوا جراء غارات.", "ASSAULT", [], ["ثلاثة عمال"]),
        ("هاجم سلاح الجو بطارية صواريخ قرب دمشق.", "ASSAULT", ["سلاح الجو"], ["بطارية صواريخ"]),
        ("قال المجلس إن الثوار دمروا آلية عسكرية للنظام.", "ASSAULT", ["الثوار"], ["النظام"]),
        ("سيطر الجيش على تلال غرب الوادي، إضافة إلى مزارع.", "COERCE", ["الجيش"], ["تلال"]),
        ("فرضت القوات حصارا على الأحياء الشرقية في حلب.", "COERCE", ["القوات"], ["الأحياء الشرقية"]),
        ("قال ناشطون إن سيطرت اليوم على قرية سرمدا.", "COERCE", [], ["سرمدا"]),
        ("قتل عشرة جنود في قصف للطيران العراقي استهدف السوق.", "ASSAULT", ["الطيران العراقي"], ["عشرة جنود"]),
    ],
)
def test_sides_are_those_of_the_clause(text: str, kind: str, doers: list[str], others: list[str]) -> None:
    assert sides(only(text, kind)) == (doers, others)


def test_whom_a_relative_clause_names_does_not_do_what_the_next_clause_tells() -> None:
    text = "سيطر الجيش على البلدة التي كان استولى عليها تنظيم داعش، وإثر ذلك، تمكن الجيش من طرد تنظيم داعش من حلب."
    assert sides(read(text)[-1]) == (["الجيش"], ["تنظيم داعش"])


def test_shelling_that_went_on_is_not_done_by_whom_the_sentence_before_named() -> None:
    text = "تعد حلب المركز التجاري في البلاد. وتواصل قصف الأحياء الشرقية في حلب أمس."
    assert sides(only(text, "ASSAULT")) == ([], ["الأحياء الشرقية"])


@pytest.mark.parametrize(
    "text",
    [
        "أقام الفريق معسكرا استعدادا لخوض مباراة مع الأردن.",
        "يجمع لقاء الغد بين فريقي الأردن والعراق على نهائي البطولة.",
    ],
)
def test_games_are_no_meetings_and_no_offers(text: str) -> None:
    assert not read(text)


def test_who_shows_readiness_offers() -> None:
    assert sides(only("أبدت الوزارة استعدادا للتعاون مع الأردن.", "AGREE")) == (["الوزارة"], ["الأردن"])


def test_the_dead_of_an_article_on_an_earthquake_are_no_assaults() -> None:
    text = (
        "ضرب زلزال عنيف شمال العراق مساء أمس، وشعر السكان بالزلزال في بغداد. وقال المرصد إن الزلزال كان قويا. "
        "وتبعت الزلزال هزة ثانية. وقالت الوزارة إن سبعة أشخاص قتلوا في العراق."
    )
    assert {event.type for event in read(text)} == {"OTHER"}


def test_a_minister_of_health_denies_nothing_by_his_office() -> None:
    (event,) = read("أعلن وزير صحة الإقليم مقتل سبعة أشخاص في حلب.")
    assert event.status == "occurred"


@pytest.mark.parametrize(
    ("text", "kind", "doers", "others"),
    [
        ("انتهى أمس اجتماع ترأسه الوزير سمير حداد وحضره القادة.", "CONSULT", ["سمير حداد"], []),
        ("وصلت القوات الحكومية إلى كركوك واستعادت عدة مواقع.", "COERCE", ["القوات الحكومية"], ["عدة مواقع"]),
        ("حدث تبادل بنيران المدفعية بين الجيش والمسلحين.", "ASSAULT", ["الجيش"], ["المسلحين"]),
        ("أما وزارة الدفاع فحثت الأردن على تجنب التصعيد.", "REQUEST", ["وزارة الدفاع"], ["الأردن"]),
        ("تعرض الجيش لهجوم عنيف في كركوك.", "ASSAULT", [], ["الجيش"]),
    ],
)
def test_who_does_it_stands_where_the_verb_looks(text: str, kind: str, doers: list[str], others: list[str]) -> None:
    assert sides(only(text, kind)) == (doers, others)


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت السلطات أنها تلقت إنذارا من الجيش لإخلاء الآبار والانسحاب من المواقع.",
        "استغلت السلطات انهيار القوات الاتحادية في كركوك.",
    ],
)
def test_what_an_ultimatum_asks_and_what_fails_is_no_event(text: str) -> None:
    assert not read(text)
