"""A file of judgements is read in its order; a wrong line is told with its number."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from takhrij import judgements
from takhrij.errors import InputError
from takhrij.records import Judgement, Rulings, Span

ONE = Judgement(
    ruling="same person",
    left=Span(page="a", start=0, end=4),
    right=Span(page="b", start=3, end=9),
    note="رآه",
    by="هدى",
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "rulings.jsonl"
    file.write_bytes(judgements.write([ONE]) + b"\n")
    assert judgements.read(file) == (ONE,)


def test_a_line_separator_of_unicode_within_a_quote_ends_no_line(tmp_path: Path) -> None:
    file = tmp_path / "rulings.jsonl"
    told = replace(ONE, note="سطر\u2028آخر\x85 وآخر")
    file.write_bytes(judgements.write([told, ONE]).replace(b"\n", b"\r\n"))
    assert judgements.read(file) == (told, ONE)


@pytest.mark.parametrize("line", ["{", '{"ruling": "maybe"}', '{"ruling": "same person", "left": {}}', "[]"])
def test_a_wrong_line_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "rulings.jsonl"
    file.write_bytes(judgements.write([ONE]) + line.encode())
    with pytest.raises(InputError, match=r"rulings.jsonl:2"):
        judgements.read(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl"):
        judgements.read(tmp_path / "none.jsonl")


PAGE = "عنوان\n\nقال الوزير إن  الجسر\nسيفتح. قال الوزير إن الجسر سيفتح."


def test_a_place_is_where_its_quote_stands_nearest_to_where_it_stood() -> None:
    last = PAGE.rindex("قال")
    assert judgements.near(PAGE, "قال الوزير", last, last + 10) == (last, last + 10)
    assert judgements.near(PAGE, "قال الوزير", 0, 5) == (7, 17)
    assert judgements.near(PAGE, "قال الوزير", len(PAGE), len(PAGE) + 3) == (last, last + 10)


def test_a_quote_is_found_in_other_white_space_and_in_another_spelling() -> None:
    assert judgements.near(PAGE, "إن الجسر سيفتح", 0, 3) == (18, 33)
    assert judgements.near(PAGE, "ان الجسر", 40, 45) == (PAGE.rindex("إن"), PAGE.rindex(" سيفتح"))
    assert judgements.near(PAGE, "ليس هنا", 0, 3) is None


def test_a_judgement_moves_with_its_quote_and_one_without_its_words_fits_nothing() -> None:
    moved = Judgement(ruling="wrong date", left=Span(page="a", start=2, end=6), left_quote="الوزير", value="2024")
    lost = Judgement(ruling="not said by", left=Span(page="a", start=2, end=6), left_quote="لا أحد")
    other = Judgement(ruling="not said by", left=Span(page="b", start=2, end=6), left_quote="لا أحد")
    found = judgements.placed([moved, lost, other, ONE], {"a": PAGE})
    assert found[0].left == Span(page="a", start=11, end=17)
    assert found[1].left == Span(page="a", start=2, end=2)
    assert found[2:] == (other, ONE)


@pytest.mark.parametrize(
    ("ruling", "value"),
    [
        ("same person", ""),
        ("not a copy", ""),
        ("wrong date", ""),
        ("wrong date", "soon"),
        ("wrong date", "2024-13"),
        ("wrong date", "2024-02-31"),
        ("wrong date", "2024-10-12/2024-10-10"),
        ("wrong date", "2024/2025/2026"),
    ],
)
def test_a_judgement_that_says_too_little_is_refused(tmp_path: Path, ruling: Rulings, value: str) -> None:
    file = tmp_path / "rulings.jsonl"
    file.write_bytes(judgements.write([Judgement(ruling=ruling, left=ONE.left, value=value)]))
    with pytest.raises(InputError, match=r"rulings.jsonl:1"):
        judgements.read(file)


@pytest.mark.parametrize("value", ["2024", "2024-10", "2024-10-12", "2024-10-12/2024-10-14"])
def test_a_date_may_be_a_day_a_month_a_year_or_from_one_to_another(value: str) -> None:
    judgement = Judgement(ruling="wrong date", left=ONE.left, value=value)
    assert judgements.checked(judgement) is judgement


def test_a_long_quote_that_repeats_itself_is_looked_for_in_one_pass() -> None:
    page = "قال " * 200_000
    assert judgements.near(page, "قال " * 100_000 + "نعم", 3, 9) is None
    assert judgements.near(page, "قال " * 100_000, 3, 9) == (0, 399_999)
