"""The bench of events counts as it says, and its halves never meet."""

import pytest

bench = pytest.importorskip("bench.events", reason="bench/ is on the path only with `python -m pytest`")

TRAIN = [bench.Row(n, "قصف الجيش البلدة" if n % 3 == 0 else "زار الوزير المدرسة", n % 3 == 0, "") for n in range(30)]


def test_figures_are_f1_precision_and_recall() -> None:
    score = bench.Score(told=(True, True, False, False), true=(True, False, True, False))
    assert score.figures() == (0.5, 0.5, 0.5)


def test_nothing_told_scores_nothing_and_breaks_nothing() -> None:
    assert bench.Score(told=(False,), true=(True,)).figures() == (0.0, 0.0, 0.0)


def test_keywords_learn_the_telling_word() -> None:
    told = bench.keywords(TRAIN)
    assert (told("قصف البلدة"), told("زار المدرسة")) == (True, False)


def test_bayes_parts_the_classes_at_its_best_threshold() -> None:
    score = bench.bayes(TRAIN)
    threshold = bench.best_threshold(score, TRAIN)
    assert [score(r.text) >= threshold for r in TRAIN] == [r.yes for r in TRAIN]


@pytest.mark.skipif(not bench.CORPUS.is_file(), reason=f"{bench.CORPUS} is not there")
def test_the_halves_are_even_and_odd_rows_without_those_seen() -> None:
    even, odd = (
        {r.number for r in bench.rows("ASSAULT", odd=False)},
        {r.number for r in bench.rows("ASSAULT", odd=True)},
    )
    assert all(n % 2 == 0 for n in even)
    assert all(n % 2 == 1 for n in odd)
    assert not odd & bench.SEEN
