"""How and where an event was: words of manner are no side, and compass points say where."""

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


def told(text: str) -> list[tuple[list[str], list[str], str]]:
    """Return who did it, to whom, and where, of every event."""
    return [
        ([p.name for p in e.actors], [p.name for p in e.targets], e.place.name if e.place else "")
        for e in analysed(text, KNOWLEDGE).events
    ]


def test_how_something_was_done_is_no_part_of_whom_it_was_done_to() -> None:
    assert told("وتقصف إسرائيل بشكل متكرر مواقع في سوريا.") == [(["إسرائيل"], ["مواقع"], "سوريا")]
    assert told("وقصفت الطائرات الروسية المدينة بصورة عنيفة أمس.") == [(["الطائرات الروسية"], ["المدينة"], "")]


def test_a_counted_thing_behind_a_verb_of_force_is_struck() -> None:
    assert told("دمرت 4 مبان سكنية بشكل كامل.") == [([], ["4 مبان سكنية"], "")]


def test_a_preposition_that_a_page_parts_from_its_word_is_no_side() -> None:
    assert told("استهدف الطيران المدينة ب - 6 غارات.") == [(["الطيران"], ["المدينة"], "")]


def test_a_compass_point_says_where_and_is_no_side() -> None:
    assert told("استهدفت صواريخ روسية مصنع السفن شمال غرب دمشق.") == [(["روسيا"], ["مصنع السفن"], "دمشق")]
    assert told("قصفت الطائرات مواقع عسكرية في ريف دمشق الغربي.") == [(["الطائرات"], ["مواقع عسكرية"], "ريف دمشق")]


def test_a_nationality_behind_a_blow_that_a_verb_follows_is_whose_blow_it_was() -> None:
    assert told("قصف روسي استهدف مصنع السفن.") == [(["روسيا"], ["مصنع السفن"], "")]


def test_who_pretends_does_not_demonstrate() -> None:
    assert told("وتتظاهر الحكومة بمكافحة الفساد.") == []


def test_ground_is_taken_by_those_into_whose_hands_it_falls() -> None:
    assert told("سقطت المدينة بأيدي المتشددين في مارس.") == [(["المتشددين"], ["المدينة"], "")]
    assert told("انسحب الحارس بيد أن الباب بقي مغلقا.") == []


def test_ground_is_retaken() -> None:
    assert told("استعاد الجيش السوري مدينة تدمر.") == [(["الجيش السوري"], ["تدمر"], "تدمر")]


def test_what_happened_meanwhile_is_no_part_of_a_blow() -> None:
    text = "قتل أربعة أشخاص بتفجير في المدينة, بينما تواصلت معارك الجيش والمسلحين."
    assert [actors for actors, _, _ in told(text)] == [[], ["الجيش", "المسلحين"]]


def test_nobody_before_the_quotation_does_what_it_begins_with() -> None:
    text = 'وأضاف المدير نقلا عن مصادر طبية وسكان محليين " قتل 31 شخصا على الأقل في المدينة ".'
    assert [actors for actors, _, _ in told(text)] == [[]]


def test_a_joined_verb_strikes_whoever_stands_unnamed_behind_it() -> None:
    text = "إن وحدات الجيش السوري دمرت المستودعات وهاجمت مجموعات مسلحة في حلب."
    assert all(actors == ["وحدات الجيش السوري"] for actors, _, _ in told(text))
