from pathlib import Path

import pytest

from takhrij.errors import LanguageError
from takhrij.tables import Row, read_folder, read_table, table_problems


class Dish(Row):
    name: str
    price: int = 0
    spellings: tuple[str, ...] = ()


class Menu(Row):
    dishes: tuple[Dish, ...] = ()
    drinks: tuple[Dish, ...] = ()


def test_a_table_is_read_by_its_header_with_several_values_in_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "dishes.tsv"
    path.write_text("# a comment\nname\tspellings\tprice\nfoul\tfūl|ful\t3\nhummus\n", encoding="utf-8")
    assert read_table(path, Dish, LanguageError) == [
        Dish(name="foul", spellings=("fūl", "ful"), price=3),
        Dish(name="hummus"),
    ]


def test_a_rule_file_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "dishes.toml"
    path.write_text('[[rule]]\nname = "a"\n\n[[rule]]\nname = "b"\nprice = 2\n', encoding="utf-8")
    assert read_table(path, Dish, LanguageError) == [Dish(name="a"), Dish(name="b", price=2)]


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("dishes.tsv", "name\tprice\nfoul\tthree\n", 2),
        ("dishes.tsv", "name\tprice\n\nfoul\t3\tx\n", 3),
        ("dishes.tsv", "name\tcolour\nfoul\tred\n", 2),
        ("dishes.toml", '[[rule]]\nname = "a"\n[[rule]]\nprice = 2\n', 3),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(tmp_path: Path, name: str, content: str, line: int) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LanguageError, match=f"{name}:{line}: "):
        read_table(path, Dish, LanguageError)


def test_rows_of_later_folders_come_first(tmp_path: Path) -> None:
    for folder, dish in (("base", "foul"), ("mine", "hummus")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "dishes.tsv").write_text(f"name\n{dish}\n", encoding="utf-8")
    menu = read_folder(Menu, (tmp_path / "base", tmp_path / "mine"), LanguageError)
    assert [dish.name for dish in menu.dishes] == ["hummus", "foul"]
    assert menu.drinks == ()


def test_a_folder_that_is_not_there_is_told_with_the_cure(tmp_path: Path) -> None:
    with pytest.raises(LanguageError) as told:
        read_folder(Menu, (tmp_path / "none",), LanguageError)
    assert told.value.cure


def test_a_folder_without_a_table_is_a_mistake_and_not_an_empty_world(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(LanguageError, match="no table in this folder") as told:
        read_folder(Menu, (tmp_path,), LanguageError)
    assert "dishes, drinks.tsv" in told.value.cure


def test_every_wrong_row_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "dishes.tsv"
    path.write_text("name\tprice\nfoul\tthree\nhummus\t2\nkibbeh\tfour\n", encoding="utf-8")
    assert [problem.line for problem in table_problems(path, Dish, LanguageError)] == [2, 4]
