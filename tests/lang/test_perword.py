from takhrij.lang import perword
from takhrij.lang.perword import PerWord


def test_what_a_word_tells_is_made_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    kept = PerWord(length)
    assert [kept["باب"], kept["باب"], kept["نافذة"]] == [3, 3, 5]
    assert asked == ["باب", "نافذة"]


def test_a_full_table_is_emptied_and_answers_as_before() -> None:
    kept = PerWord(len)
    for number in range(perword.FULL + 5):
        assert kept[str(number)] == len(str(number))
    assert len(kept) == 5
