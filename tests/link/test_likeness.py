from __future__ import annotations

from invented_tellings import day, days, happened, linked, naming, page, said

from takhrij.link.likeness import Likeness, met
from takhrij.link.tellings import tellings
from takhrij.link.wording import also, shared, stems
from takhrij.records import Analysis, When

LEFT = frozenset(("مرافئ", "سيادتها", "المخازن", "17"))
RIGHT = frozenset(("مرافئ", "السيادة", "سيادة", "71"))


def spoken(name: str, outlet: str) -> Analysis:
    told = page(name, "قال سالم هاني إن المرافئ تعود إلى المدينة كلها قبل الشتاء.", outlet, "2024-05-04")
    return said(told, "سالم هاني", "المرافئ تعود إلى المدينة كلها قبل الشتاء")


def test_terms_that_the_other_passage_has_are_those_that_each_alone_shares() -> None:
    found = also(LEFT, stems(LEFT), RIGHT, stems(RIGHT))
    assert found == frozenset(t for t in LEFT if shared((t,), RIGHT)) == {"مرافئ", "سيادتها"}


def test_a_page_is_read_once_for_all_stages_that_see_the_same_links() -> None:
    analysis = spoken("a", "مرايا")
    links = linked(analysis)
    assert tellings(analysis, links) is tellings(analysis, links)


def test_a_pair_that_has_met_is_compared_no_more_in_either_order() -> None:
    a, b = spoken("a", "مرايا"), spoken("b", "نداء الجزر")
    links = linked(a, b)
    (left,), (right,) = tellings(a, links), tellings(b, links)
    found = met(left, right)
    assert found is not None
    assert met(right, left) is found


def compared(left: Analysis, right: Analysis) -> Likeness | None:
    links = linked(left, right)
    return met(tellings(left, links)[-1], tellings(right, links)[-1])


def seized(name: str, where: str, when: When | None, published: str = "2024-05-04") -> Analysis:
    words = f"سيطرت كتائب الجزر على {where}"
    told = naming(page(name, words, name, published), where)
    return happened(told, words, "COERCE", "seize", actors=("كتائب الجزر",), when=when)


def one(found: Likeness | None) -> bool:
    return found is not None and found.score >= 1 and not found.differ


def test_two_seizures_of_a_month_are_one_only_where_a_place_is_named_in_both() -> None:
    may = days("2024-05-01", "2024-05-31", "month")
    assert one(compared(seized("a", "المرج", may), seized("b", "المرج", may)))
    assert not one(compared(seized("a", "المرج", may), seized("b", "الفنار", may)))


def test_of_a_day_one_page_may_name_the_village_and_another_the_province() -> None:
    first = day("2024-05-03")
    assert one(compared(seized("a", "المرج", first), seized("b", "الفنار", first)))


def test_a_season_does_not_tell_which_of_its_days_is_meant() -> None:
    spring, april = days("2024-03-01", "2024-05-31", "season"), days("2024-04-01", "2024-04-30", "month")
    assert one(compared(seized("a", "المرج", spring), seized("b", "المرج", spring, "2025-05-04")))
    assert not one(compared(seized("a", "المرج", spring), seized("b", "المرج", april, "2025-05-04")))


def test_whoever_receives_one_guest_does_not_meet_him_for_another_host() -> None:
    def received(name: str, host: str) -> Analysis:
        words = f"استقبل {host} الضيف رامي فارس في قصر الميناء"
        told = naming(page(name, words, name, "2024-05-04"), host, "رامي فارس", kind="person")
        return happened(told, words, "CONSULT", "meet", targets=("رامي فارس",))

    assert one(compared(received("a", "سالم هاني"), received("b", "سالم هاني")))
    assert not one(compared(received("a", "سالم هاني"), received("b", "جمال زاهر")))


def test_what_unnamed_sources_tell_of_two_places_is_two_things() -> None:
    def heard(name: str, where: str) -> Analysis:
        words = f"إن الصيادين دخلوا {where} واستعادوا القوارب"
        told = naming(page(name, "قالت مصادر " + words, name, "2024-05-04"), where)
        return said(told, words, "مصادر", kind="unnamed")

    assert one(compared(heard("a", "المرج"), heard("b", "المرج")))
    assert not one(compared(heard("a", "المرج"), heard("b", "الفنار")))


def test_one_speaker_at_length_says_one_thing_wherever_a_negation_stands() -> None:
    long = "إن الاتفاق على تقاسم مياه النهر الكبير بين المزارعين يمنع إغلاق السد القديم قبل حلول الشتاء"
    short = "إن الاتفاق على تقاسم مياه النهر"

    def told(words: str) -> list[Analysis]:
        pages = (page(name, "قال سالم هاني " + words, name, "2024-05-04") for name in ("a", "b"))
        return [said(p, words, "سالم هاني", negated=p.page == "b") for p in pages]

    assert one(compared(*told(long)))
    assert not one(compared(*told(short)))
