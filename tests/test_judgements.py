"""A file of judgements is read in its order; a wrong line is told with its number."""

from pathlib import Path

import pytest

from takhrij import judgements
from takhrij.errors import InputError
from takhrij.records import Judgement, Span

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


@pytest.mark.parametrize("line", ["{", '{"ruling": "maybe"}', '{"ruling": "same person", "left": {}}', "[]"])
def test_a_wrong_line_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "rulings.jsonl"
    file.write_bytes(judgements.write([ONE]) + line.encode())
    with pytest.raises(InputError, match=r"rulings.jsonl:2"):
        judgements.read(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl"):
        judgements.read(tmp_path / "none.jsonl")
