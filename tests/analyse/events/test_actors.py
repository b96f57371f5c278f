"""Whose side an actor is on: state, part of society, and where the page names it."""

import pytest
from invented_events import KNOWLEDGE, coded, only, read

from takhrij.analyse.events.actors import Sectors


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("القوات التركية", "MIL"),
        ("وزارة الخارجية", "GOV"),
        ("متظاهرون", "CVL"),
        ("مسلحون مجهولون", "UAF"),
        ("شرطة بغداد", "COP"),
        ("المعارضة السورية", "OPP"),
        ("ثلاثة لاجئين", "REF"),
        ("بلدة", ""),
    ],
)
def test_words_show_the_part_of_society(name: str, sector: str) -> None:
    assert KNOWLEDGE.built(Sectors).of_words(name) == sector


def test_sides_have_state_sector_and_place_on_the_page() -> None:
    text = "قصفت القوات التركية مدينة عفرين أمس وقتلت خمسة مدنيين."
    event = only(text, "ASSAULT")
    side = event.actors[0]
    assert side.span is not None
    assert (side.sector, text[side.span.start : side.span.end]) == ("MIL", "القوات التركية")
    state = only("زار وفد عراقي تركيا أمس.", "CONSULT").targets[0]
    assert (state.state, state.sector) == ("TR", "GOV")


def test_a_denied_event_is_shown_with_its_not() -> None:
    text = "لم تقصف القوات التركية مدينة عفرين."
    (event,) = read(text)
    assert (event.status, text[event.span.start : event.span.end]) == ("denied", text[:-1])


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("قتل عشرة جنود في تفجير في بغداد أمس.", False),
        ("توترت العلاقات بين البلدين بعد مقتل خمسة جنود أتراك في غارة على مدينة الباب.", True),
        ("دان المجلس خطف خمسة جنود في بيروت أمس.", True),
        ("ندد الوزير بالهجوم الذي شنته القوات التركية على مدينة الباب أمس.", True),
    ],
)
def test_what_is_only_referred_to_is_marked_as_passing(text: str, passing: bool) -> None:
    assert [e.passing for e in read(text) if e.type == "ASSAULT"] == [passing]


def test_killing_in_a_list_of_crimes_is_no_event() -> None:
    assert coded("أدين ثلاثة رجال بتهمة تهريب المخدرات والقتل.") == [("SANCTION", "convict", "occurred")]
