"""Who did it to whom where two noun phrases stand side by side, and whose sides have no name."""

import pytest
from invented_events import only, read, sides


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("يدعو الوزيران الطرفين إلى وقف القتال.", "REQUEST", ["الوزيران"], ["الطرفين"]),
        ("طعن شاب مسلح مستوطنا في القدس.", "ASSAULT", ["شاب مسلح"], ["مستوطنا"]),
        ("قتل مجهولون ثلاثة جنود في بغداد أمس.", "ASSAULT", ["مجهولون"], ["ثلاثة جنود"]),
        ("قصفت حواجز قوات النظام بلدة الهبيط أمس.", "ASSAULT", ["حواجز قوات النظام"], ["الهبيط"]),
    ],
)
def test_doer_and_done_to_are_told_apart(text: str, kind: str, actors: list[str], targets: list[str]) -> None:
    assert sides(only(text, kind)) == (actors, targets)


def test_people_are_known_by_their_plural_and_stay_the_subject() -> None:
    took, held = read("استولى النازيون على المدينة ثم اعتقلوا عشرات الأشخاص.")
    assert sides(took)[0] == sides(held)[0] == ["النازيون"]


def test_a_verb_behind_a_conjunction_that_stands_alone_keeps_its_subject() -> None:
    text = "قوات الجيش أسرت عنصرا من التنظيم و استولت على أسلحة في قرية كفر حلب."
    assert sides(only(text, "COERCE"))[0] == ["قوات الجيش"]


@pytest.mark.parametrize("word", ["مليون", "تلفزيون", "مخزون"])
def test_words_that_only_end_like_people_do_nothing(word: str) -> None:
    assert [e.actors for e in read(f"استولى {word} على المدينة أمس.")] in ([], [()])


def test_what_his_country_does_its_state_does() -> None:
    refusal = only("وأكد الوزير الروسي لافروف أن بلاده تعارض العقوبات على سوريا.", "REJECT")
    assert sides(refusal)[0] == ["روسيا"]


def test_talks_bear_the_adjectives_of_both_sides() -> None:
    assert sides(only("اختتمت المحادثات الروسية - التركية في أنقرة أمس.", "CONSULT"))[0] == ["روسيا", "تركيا"]


def test_a_source_tells_and_does_not_act() -> None:
    talks = only("أكدت مصادر مطلعة أن القرار اتخذ بعد مناقشات مع الفصائل العاملة في حلب.", "CONSULT")
    assert sides(talks) == ([], ["الفصائل العاملة"])


def test_both_ministers_agree() -> None:
    agreed = only("إن وزيري خارجية تركيا والصين اتفقا أمس على العمل معا.", "AGREE")
    assert sides(agreed)[0] == ["وزيري خارجية تركيا", "الصين"]


def test_whom_a_nationality_describes_is_no_second_side() -> None:
    text = "قتل سامر ومنير من نيران الشرطيين الإسرائيليين في المدينة."
    assert "الإسرائيليين" not in [p.name for e in read(text) for p in (*e.actors, *e.targets)]


def test_quarters_and_farms_are_taken() -> None:
    assert sides(only("سيطرت القوات العراقية على مزرعة العمري أمس.", "COERCE"))[1] == ["مزرعة العمري"]


def test_peoples_behind_between_are_the_sides() -> None:
    talks = only("جرت في جنيف أمس مفاوضات بين القبرصيين واليونانيين.", "CONSULT")
    assert sides(talks) == (["القبرصيين"], ["اليونانيين"])


def test_the_belt_of_a_bomber_is_no_part_of_his_name() -> None:
    assert sides(only("فجر انتحاري حزامه الناسف في مدينة بغداد أمس.", "ASSAULT"))[0] == ["انتحاري"]
