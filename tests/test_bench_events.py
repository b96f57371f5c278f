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


def test_pieces_of_words_part_the_classes() -> None:
    score = bench.letters(TRAIN)
    assert score("قصف الجيش البلدة") > 0 > score("زار الوزير المدرسة")


def test_pieces_of_words_give_the_same_numbers_again() -> None:
    assert bench.letters(TRAIN)("قصف البلدة") == bench.letters(TRAIN)("قصف البلدة")


def test_a_confusion_says_what_the_wrong_ones_really_are() -> None:
    reading = bench.readings.Reading
    judged = [
        reading("ASSAULT", "ASSAULT", ()),
        reading("ASSAULT", "NONE", ()),
        reading("AID", "AID", ("sides",)),
    ]
    told = list(bench.readings.lines("sample", judged))
    assert told[0].startswith("sample: class right 2/3")
    assert "    ASSAULT: 1 of 2 right; really 1 NONE" in told
    assert any(line.startswith("  class, sides, status and date right 1/3") for line in told)


def test_every_judged_event_belongs_to_a_sample() -> None:
    sizes = {sample: len(bench.readings.readings(sample)) for sample in bench.readings.SAMPLES}
    assert sizes == {
        "first": 60,
        "final": 200,
        "fresh": 100,
        "sides": 60,
        "late": 100,
        "last": 60,
        "parted": 60,
        "towns": 60,
        "before": 60,
        "after": 60,
        "kinds": 49,
        "beside": 40,
        "drawn": 80,
        "endings": 80,
    }


def test_only_sentences_with_an_assault_are_weighed_and_learning_moves_the_weights() -> None:
    read = bench.Reader(bench.Knowledge(bench.lang.load(), bench.world.load()))
    rows = [
        bench.Row(
            n, f"قتل {n + 2} أشخاص في قصف على سوق المدينة الأحد" if n % 2 else f"قصف الجيش بلدة {n}", n % 2 == 1, ""
        )
        for n in range(8)
    ]
    score = read.weigh(rows)
    assert score("قتل 9 أشخاص في قصف على سوق المدينة الأحد") > score("قصف الجيش بلدة 9") > score("زار الوزير المدرسة")


def test_halves_are_pooled_without_thresholds_that_saw_what_they_judge() -> None:
    one = {"rules": bench.Score((True,), (True,)), "rules" + bench.BEST: bench.Score((True,), (True,))}
    two = {"rules": bench.Score((False,), (True,)), "rules" + bench.BEST: bench.Score((True,), (True,))}
    assert bench.pooled(one, two) == {"rules": bench.Score((True, False), (True, True))}
