"""How many bear a name is told by the shares of its parts: a rare family tells a person, محمد علي tells nobody."""

import pytest

from takhrij import lang, world
from takhrij.analyse.mentions.bearers import MANY, bearers
from takhrij.knowledge import Knowledge

COUNT = bearers(Knowledge(lang.load(), world.load())).count


@pytest.mark.parametrize("name", ["ظافر الداهوك", "ستيفان لوبريه", "جلوي بن عبد العزيز"])
def test_a_part_that_hardly_anybody_has_makes_a_name_rare(name: str) -> None:
    assert 1 <= COUNT[name] <= 4


@pytest.mark.parametrize("name", ["محمد علي", "محمد بن علي", "أحمد حسن", "محمد الحربي"])
def test_two_common_parts_are_the_name_of_many(name: str) -> None:
    assert 500 < COUNT[name] < MANY


def test_a_word_for_son_changes_nothing_and_a_part_more_makes_rarer() -> None:
    assert COUNT["سمير بن علي القحطاني"] == COUNT["سمير علي القحطاني"] <= COUNT["سمير القحطاني"]


@pytest.mark.parametrize("name", ["محمد", "عبد الله", ""])
def test_of_one_part_nothing_is_told(name: str) -> None:
    assert COUNT[name] == 0
