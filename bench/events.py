"""Tells ASSAULT and PROTEST in `../shared/corpora/plover_sentences.jsonl.gz`: the rules beside trained baselines.

python -m bench.events [--half develop] [--errors CLASS]

`yes` stands against `easy no` and `difficult no`; `ambiguous` is left out. Rows with an even number (from 0) are for
developing the rules and train the baselines; rows with an odd number test all of them in the same run. Behind that
stand the figures over all rows, each half scored by what the other trains: there the rules have read one half, so
they flatter. What readers said of events on unread pages is printed last (`readings`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from bench import characters, readings, shared, weighed
from bench.about import about
from bench.bare import analysed
from takhrij import lang, world
from takhrij.analyse.events.triggers import vocabulary
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis
from takhrij.text import fold

CORPUS: Final = shared.SHARED / "corpora" / "plover_sentences.jsonl.gz"
CLASSES: Final = ("ASSAULT", "PROTEST")
SEEN: Final = frozenset({1145, 1255, 1747})
"""Odd rows whose text a developer saw by mistake before any rule was changed: they test nothing."""
_KEYWORDS: Final = 40
"""Words of the keyword baseline are the best of 1 to so many, chosen on the half that trains."""
_DRAWS: Final = 1_000
_ALPHA: Final = 0.5
"""Added to every count of naive Bayes."""


class Row(NamedTuple):
    """One labelled sentence and its number in the file."""

    number: int
    text: str
    yes: bool
    label: str


class Score(NamedTuple):
    """What was told and what was true, a sentence each."""

    told: tuple[bool, ...]
    true: tuple[bool, ...]

    def figures(self) -> tuple[float, float, float]:
        """Return F1, precision and recall."""
        return _figures(list(zip(self.told, self.true, strict=True)))

    def line(self) -> str:
        """Return the figures with the 95 % interval of F1, by drawing the sentences again with a fixed seed."""
        pairs = list(zip(self.told, self.true, strict=True))
        draw = random.Random(20_260_101)
        drawn = sorted(_figures(draw.choices(pairs, k=len(pairs)))[0] for _ in range(_DRAWS))
        low, high = drawn[int(0.025 * _DRAWS)], drawn[int(0.975 * _DRAWS)]
        f1, precision, recall = self.figures()
        return f"F1 {f1:.3f} ({low:.3f} to {high:.3f}), precision {precision:.3f}, recall {recall:.3f}"


def rows(kind: str, odd: bool) -> list[Row]:
    """Return the labelled sentences of one class in one half, in the order of the file."""
    found = []
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 2 != odd or number in SEEN:
                continue
            row = json.loads(line)
            if row["event"] == kind and row["label"] != "ambiguous":
                found.append(Row(number, row["text"], row["label"] == "yes", row["label"]))
    return found


class Reader:
    """Reads sentences by the rules, each once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._read: dict[str, Analysis] = {}

    def read(self, text: str) -> Analysis:
        """Return what the rules find in one sentence."""
        if text not in self._read:
            self._read[text] = analysed(text, self.knowledge)
        return self._read[text]

    def about(self, kind: str, text: str) -> bool:
        """Whether a sentence is about an event of class `kind`, by the rules alone."""
        return about(kind, self.read(text), text, self.knowledge)

    def weigh(self, train: Sequence[Row]) -> Callable[[str], float]:
        """Return how much of what the rules find in a sentence speaks for an assault (`weighed`)."""
        samples = [weighed.Sample(row.text, self.read(row.text), row.yes) for row in train]
        score = weighed.learn(samples, self.knowledge.built(vocabulary))
        return lambda text: score(text, self.read(text))


def keywords(train: Sequence[Row]) -> Callable[[str], bool]:
    """Return "one of the n words that tell most by chi-square stands in it", n chosen on `train`."""
    inside, outside = _documents(train)
    yes, no = sum(r.yes for r in train), sum(not r.yes for r in train)

    def telling(word: str) -> float:
        a, b = inside[word], outside[word]
        c, d = yes - a, no - b
        whole = (a + b) * (c + d) * (a + c) * (b + d)
        return (yes + no) * (a * d - b * c) ** 2 / whole if whole and a * d > b * c else 0.0

    ranked = sorted(inside, key=lambda w: (-telling(w), w))[:_KEYWORDS]
    bags = [_bag(r.text) for r in train]

    def f1(count: int) -> float:
        chosen = set(ranked[:count])
        return _figures([(bool(bag & chosen), r.yes) for bag, r in zip(bags, train, strict=True)])[0]

    best = set(ranked[: max(range(1, len(ranked) + 1), key=lambda n: (f1(n), -n))])
    return lambda text: bool(_bag(text) & best)


def bayes(train: Sequence[Row]) -> Callable[[str], float]:
    """Return the log odds of naive Bayes on the words of a sentence, each once."""
    inside, outside = _documents(train)
    yes, no = sum(r.yes for r in train), sum(not r.yes for r in train)
    known = {*inside, *outside}
    weights = {
        w: math.log((inside[w] + _ALPHA) / (yes + 2 * _ALPHA)) - math.log((outside[w] + _ALPHA) / (no + 2 * _ALPHA))
        for w in known
    }
    prior = math.log(yes / no)
    return lambda text: prior + sum(weights[w] for w in sorted(_bag(text) & known))


def best_threshold(score: Callable[[str], float], data: Sequence[Row]) -> float:
    """Return the threshold with the best F1 on `data`."""
    scored = sorted(((score(r.text), r.yes) for r in data), reverse=True)
    of, hits, best, threshold = sum(r.yes for r in data), 0, -1.0, 0.0
    for n, (value, yes) in enumerate(scored, 1):
        hits += yes
        if 2 * hits / (n + of) > best:
            best, threshold = 2 * hits / (n + of), value
    return threshold


Learner = Callable[[Sequence[Row]], Callable[[str], float]]


def letters(train: Sequence[Row]) -> Callable[[str], float]:
    """Return the log odds of a logistic model over pieces of words."""
    return characters.train([r.text for r in train], [r.yes for r in train])


def crossed(train: Sequence[Row], learn: Learner = bayes) -> float:
    """Return the threshold of a learner that does best over five parts of `train`, each scored by the others."""
    parts = [train[n::5] for n in range(5)]
    found = []
    for n, part in enumerate(parts):
        score = learn([row for m, other in enumerate(parts) if m != n for row in other])
        found += [row._replace(text=str(score(row.text))) for row in part]
    return best_threshold(float, found)


def _figures(pairs: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    hits = sum(told and true for told, true in pairs)
    told, true = sum(t for t, _ in pairs), sum(t for _, t in pairs)
    return (
        2 * hits / (told + true) if told + true else 0.0,
        hits / told if told else 0.0,
        hits / true if true else 0.0,
    )


def _documents(train: Sequence[Row]) -> tuple[Counter[str], Counter[str]]:
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for row in train:
        (inside if row.yes else outside).update(_bag(row.text))
    return inside, outside


def _bag(text: str) -> frozenset[str]:
    return frozenset(word.text for word in fold(text).words)


RULES: Final = "rules"
BEST: Final = " at the best threshold of the test itself"


def learners(kind: str, read: Reader) -> dict[str, Learner]:
    """Return all that learns from labelled rows: the baselines, and for ASSAULT what weighs the rules' finds."""
    made: dict[str, Learner] = {"naive Bayes": bayes, "pieces of words, logistic": letters}
    if kind == "ASSAULT":
        made["rules, what they find weighed"] = read.weigh
    return made


def measure(kind: str, train: Sequence[Row], test: Sequence[Row], read: Reader) -> dict[str, Score]:
    """Return the scores on `test` of the rules and of what `train` trains."""
    true = tuple(r.yes for r in test)
    listed = keywords(train)
    made = {
        RULES: Score(tuple(read.about(kind, r.text) for r in test), true),
        "keywords by chi-square": Score(tuple(listed(r.text) for r in test), true),
    }
    for name, learn in learners(kind, read).items():
        score = learn(train)
        scored = [score(r.text) for r in test]
        for how, least in (("", crossed(train, learn)), (BEST, best_threshold(score, test))):
            made[name + how] = Score(tuple(value >= least for value in scored), true)
    return made


def pooled(first: dict[str, Score], second: dict[str, Score]) -> dict[str, Score]:
    """Return the scores of two halves as one, without those that choose a threshold on what they judge."""
    return {
        name: Score(score.told + second[name].told, score.true + second[name].true)
        for name, score in first.items()
        if not name.endswith(BEST)
    }


def _print(title: str, scores: dict[str, Score]) -> None:
    true = next(iter(scores.values())).true
    print(f"{title}: {sum(true)} yes of {len(true)}")
    for name, score in scores.items():
        print(f"  {name}: {score.line()}")


def main() -> None:
    """Print the figures of the test half, or with `--half develop` of the other (baselines have seen it)."""
    parser = argparse.ArgumentParser(prog="python -m bench.events", description=__doc__)
    parser.add_argument("--half", choices=("test", "develop"), default="test")
    parser.add_argument(
        "--errors", choices=CLASSES, help="print the wrong sentences of the developing half, no figures"
    )
    arguments = parser.parse_args()
    shared.or_skip()
    read = Reader(Knowledge(lang.load(), world.load()))
    if arguments.errors:
        for row in rows(arguments.errors, odd=False):
            if (found := read.about(arguments.errors, row.text)) != row.yes:
                print(f"{row.number}\t{'extra' if found else 'missed'}\t{row.label}\t{row.text}")
        sys.exit()
    begin = time.perf_counter()
    for kind in CLASSES:
        even, odd = rows(kind, odd=False), rows(kind, odd=True)
        if arguments.half == "develop":
            _print(f"{kind}, even rows, trained on themselves", measure(kind, even, even, read))
            continue
        tested = measure(kind, even, odd, read)
        _print(f"{kind}, odd rows", tested)
        _print(
            f"{kind}, all rows, each half by what the other trains; the rules have read the even ones",
            pooled(tested, measure(kind, odd, even, read)),
        )
    print(f"{time.perf_counter() - begin:.1f} s")
    if arguments.half == "test":
        readings.main()


if __name__ == "__main__":
    main()
