from takhrij import lang
from takhrij.analyse.clauses import clauses, quotations
from takhrij.knowledge import Knowledge
from takhrij.text import fold
from takhrij.world.tables import World

KNOWLEDGE = Knowledge(lang.load(), World())


def cut(raw: str) -> list[tuple[str, str]]:
    return [(raw[c.start : c.end], c.link) for c in clauses(fold(raw), 0, len(raw), KNOWLEDGE)]


def quoted(raw: str) -> list[tuple[str, bool]]:
    return [(raw[q.inner[0] : q.inner[1]], q.closed) for q in quotations(raw, 0, len(raw))]


def test_a_comma_parts_clauses_and_is_in_neither() -> None:
    assert cut("عاد الوزير، وغادر الوفد.") == [("عاد الوزير", ""), ("وغادر الوفد", "")]


def test_a_connective_begins_a_clause_without_a_comma() -> None:
    assert cut("عاد الوزير بينما غادر الوفد") == [("عاد الوزير", ""), ("بينما غادر الوفد", "بينما")]


def test_a_comma_in_a_quotation_parts_nothing() -> None:
    assert cut("قال “نعم، سنعود” ثم غادر") == [("قال “نعم، سنعود” ثم غادر", "")]


def test_a_comma_between_digits_parts_nothing() -> None:
    assert cut("قتل 24,000 شخص") == [("قتل 24,000 شخص", "")]


def test_commas_with_spaces_before_them_part_too() -> None:
    assert [c for c, _ in cut("عاد الوزير , وغادر الوفد .")] == ["عاد الوزير", "وغادر الوفد"]


def test_every_kind_of_mark_opens_and_closes() -> None:
    raw = 'قال "نعم" وقال «لا» وقال “ربما” وقال ”أحيانا“'
    assert quoted(raw) == [("نعم", True), ("لا", True), ("ربما", True), ("أحيانا", True)]


def test_marks_that_stand_apart_from_the_words_quote_them() -> None:
    assert quoted('وقال " سنعود غدا " .') == [("سنعود غدا", True)]


def test_a_quotation_that_never_closes_runs_to_the_end() -> None:
    assert quoted("وقال “سنعود غدا") == [("سنعود غدا", False)]


def test_a_closing_mark_that_nothing_opened_is_passed_over() -> None:
    assert quoted("سنعود غدا» وقال «نعم»") == [("نعم", True)]


def test_marks_take_time_in_proportion_to_their_number() -> None:
    assert len(quotations("“ا” " * 10_000, 0, 40_000)) == 10_000


def test_a_name_in_marks_before_a_comma_does_not_end_the_quotation_around_it() -> None:
    raw = 'قال " نعرف شعارات " حركة الغد " , وفي المدينة كلها " .'
    (found,) = quotations(raw, 0, len(raw))
    assert raw[found.inner[0] : found.inner[1]] == 'نعرف شعارات " حركة الغد " , وفي المدينة كلها'
