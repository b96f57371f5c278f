"""Indirect speech behind a phrase or beside a clause: whose it is, and where it begins."""

import pytest

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and content of every statement."""
    return [(s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements]


@pytest.mark.parametrize(
    "led", ["وفي هذا السياق أشار إلى أن العمل انتهى.", "وحول عدم تفعيل الاتفاقية شدد على أن العمل انتهى."]
)
def test_who_spoke_last_goes_on_behind_a_phrase_without_a_comma(led: str) -> None:
    found = said(f"قال الوزير سمير حداد إن الجسر آمن.\n{led}")
    assert [who for who, _ in found] == ["سمير حداد", "سمير حداد"]
    assert found[1][1].endswith("أن العمل انتهى")


@pytest.mark.parametrize(
    "led", ["وفي تقرير جديد للمنظمة قال إن العمل انتهى.", "وخلال لقاء السفير الفرنسي أكد أن العمل انتهى."]
)
def test_nobody_goes_on_behind_a_phrase_in_which_another_may_speak(led: str) -> None:
    assert len(said(f"قال الوزير سمير حداد إن الجسر آمن.\n{led}")) == 1


def test_a_preposition_of_a_relative_clause_begins_nothing_where_that_follows() -> None:
    content = "أن الطريق مفتوح"
    for led in ("", "على "):
        text = f"وأكد الناطق باسم الفصيل الذي يسيطر على المعبر {led}أن الطريق مفتوح."
        assert said(text) == [("الناطق باسم الفصيل", led + content)]
    text = "وأعلنت إدارة معبر باب السلام في منشور على صفحتها أن الطريق مفتوح."
    assert said(text) == [("إدارة معبر باب السلام", content)]


def test_a_preposition_of_the_verb_begins_what_it_says_though_that_follows() -> None:
    for said_so in ("على ضرورة أن يتوقف القصف", "على أهمية الحوار وعلى أن القصف سيتوقف"):
        assert said(f"وأكد الوزير في بيان {said_so}.") == [("الوزير", said_so)]


def test_a_meeting_announced_is_what_was_said_with_its_adjective() -> None:
    assert said("وأعلن الكرملين عن لقاء قريب بين الرئيسين.") == [("الكرملين", "عن لقاء قريب بين الرئيسين")]


def test_a_saying_in_the_feminine_belongs_to_the_sentence_without_a_comma() -> None:
    found = said("وقاطعت المعارضة الانتخابات قائلة إن القرار غير دستوري.")
    assert [content for _, content in found] == ["إن القرار غير دستوري"]


def test_an_honorific_behind_a_participle_is_not_what_was_said() -> None:
    found = said("وزار الأمير سمير حداد المدينة، مؤكدا سموه أن العمل شرف.")
    assert found == [("سمير حداد", "أن العمل شرف")]


def test_a_feminine_noun_behind_a_man_s_title_is_none_of_it() -> None:
    assert said("وانتقد الوزير المعارضة بسبب مواقفها.") == [("الوزير", "المعارضة بسبب مواقفها")]
    assert said("واتهم الوزير الحكومة السابقة بالفساد.") == [("الوزير", "الحكومة السابقة بالفساد")]


def test_blessing_and_justifying_take_what_they_bless_and_justify() -> None:
    assert said("وبارك الوزير سمير حداد اتفاق المدينة.") == [("سمير حداد", "اتفاق المدينة")]
    assert said("وبرر المجلس تأخير المشروع بأن المال قليل.")[0][1] == "تأخير المشروع بأن المال قليل"
    assert said("وخاطب الوزير العالم أجمع أن الجسر آمن.") == []


def test_what_one_did_not_rule_out_goes_on_for_whoever_spoke() -> None:
    found = said("وشدد المسؤول الروسي على أن العمال وصلوا، ولم يستبعد أن بعض العمال عادوا.")
    assert found == [("المسؤول الروسي", "على أن العمال وصلوا"), ("المسؤول الروسي", "أن بعض العمال عادوا")]
    assert said("ولا يستبعد أن يصل العمال غدا.") == []


def test_a_noun_of_saying_tells_behind_when_and_where_it_was_said() -> None:
    text = "واهتمت الصحف بتأكيد الرئيس سمير حداد خلال مؤتمر صحفي مشترك مع نظيره في تونس أمس أن الحل قريب."
    assert said(text) == [("سمير حداد", "أن الحل قريب")]
    text = "ويأتي ذلك بعد إعلان وزارة الدفاع الروسية، يوم 16 يونيو، عن لقاء قريب."
    assert said(text) == [("وزارة الدفاع الروسية", "عن لقاء قريب")]
    text = "وكتبت الصحف عن إعلان جامعة الدول العربية أمس، عن لقاء قريب."
    assert said(text) == [("جامعة الدول العربية", "عن لقاء قريب")]
    text = "ويأتي ذلك بعد إعلان التحالف الدولي، الذي تقوده واشنطن، أنه يعمل."
    assert said(text) == [("التحالف الدولي", "أنه يعمل")]


def test_a_noun_of_saying_tells_nothing_behind_another_s_deed() -> None:
    assert said("رحب الناس بتأكيد الوزير في بيان على ضرورة أن يفتح الجسر.") != [("الوزير", "أن يفتح الجسر")]


def test_whom_one_asks_may_be_a_pronoun_behind_another_deed() -> None:
    text = "استدعت وزارة الخارجية السفير وأبلغته أن بلاده ستفتح الجسر."
    assert said(text) == [("وزارة الخارجية", "أن بلاده ستفتح الجسر")]
    assert said("وهاجم النائب سمير حداد الحكومة واتهمها بالتقصير.") == [("سمير حداد", "بالتقصير")]
    assert said("ويرى الناس في القانون أملا ودعاة العمل إليه كثيرون.") == []


def test_a_relative_clause_behind_where_one_sits_is_about_the_one_who_sits_there() -> None:
    text = "وجاء البيان ردا على تصريحات سفير موسكو في باريس الذي قال إن الجسر آمن."
    assert said(text) == [("سفير موسكو", "إن الجسر آمن")]


def test_those_who_lead_and_most_of_them_speak() -> None:
    assert said("لكن قيادات أمنية تقول إن الجسر آمن.") == [("قيادات أمنية", "إن الجسر آمن")]
    assert said("وأغلبهم يرى أن الاتفاق بعيد.") == [("أغلبهم", "أن الاتفاق بعيد")]


def test_a_masculine_noun_behind_a_body_s_is_what_it_acts_on() -> None:
    assert said("ووصفت الصحيفة القرار بأنه خطير.") == [("الصحيفة", "القرار بأنه خطير")]
    assert said("واستنكرت النقابة القرار الأخير.") == [("النقابة", "القرار الأخير")]
    assert said("واتهمت المحكمة العليا الشركة بالإهمال.") == [("المحكمة العليا", "الشركة بالإهمال")]
    assert said("واتهم نائب الرئيس المعارضة بالتواطؤ.") == [("نائب الرئيس", "المعارضة بالتواطؤ")]
    who = said("ودعت رئيسة الوزراء البريطانية سمر حداد إلى الحوار.")[0][0]
    assert who == "سمر حداد"
