"""Whether a sentence is about an assault, weighed: the signs of `about` beside what the events that were told hold.

Only sentences of which the rules tell an assault are judged. The signs count as in `about`; the fields of the events
are weighed by logistic regression, learnt from the labelled rows given. No field was chosen by looking at rows, as
the signs were, so the fields correct what the signs flatter. What a sign counts and the penalty were chosen by six
times five folds of the even rows: there F1 is .798 (signs alone .777, fields alone .72 to .74; a model of words
besides .809, which on all rows does worse). Neighbouring settings come to the same within .01.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from bench import logistic
from bench.about import weight
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.records import Analysis, Event
from takhrij.text import fold

PENALTY: Final = 4.0
SIGN: Final = 0.5
"""What a sign counts against one of the log odds of the fields."""
_UNTOLD: Final = -1e9
_LENGTHS: Final = (15, 26, 41, 61)
_MODES: Final = ("kill", "", "explosives", "aerial", "firearms", "heavy weapons", "suicide-attack")


class Sample(NamedTuple):
    """A sentence with its reading, and what its label says."""

    text: str
    analysis: Analysis
    yes: bool


def learn(train: Sequence[Sample], known: Vocabulary) -> Callable[[str, Analysis], float]:
    """Return how much speaks for a sentence being about an assault."""
    told = [(row, events) for row in train if (events := _told(row.analysis))]
    seen = [fields(events, row.analysis, row.text) for row, events in told]
    weights = logistic.learn(seen, [row.yes for row, _ in told], [1.0] * len(told), PENALTY)

    def score(text: str, analysis: Analysis) -> float:
        events = _told(analysis)
        if not events:
            return _UNTOLD
        found = fields(events, analysis, text)
        learnt = sum(w * a for w, a in zip(weights, found, strict=True))
        return learnt + SIGN * weight(events, analysis, text, known)

    return score


def fields(told: Sequence[Event], analysis: Analysis, text: str) -> list[float]:
    """Return what the events `told` hold and how long their sentence is, as ones and noughts behind a one."""
    occurred = [e for e in told if e.status == "occurred"]
    kept, size = occurred or told, len(fold(text).words)
    found = (
        True,
        any(e.actors for e in kept),
        any(e.targets for e in kept),
        any(e.actors and e.targets for e in kept),
        any(e.place for e in kept),
        any(e.time for e in kept),
        any(e.counts for e in kept),
        any(e.statement for e in kept),
        bool(analysis.times),
        any(m.kind == "place" for m in analysis.mentions),
        len(kept) > 1,
        any(e.why[0].note.startswith("verb") for e in kept),
        all("definite" in e.why[0].note for e in kept),
        any(e.leads and not e.passing for e in occurred),
        *(size >= least for least in _LENGTHS),
        *(any(e.mode == mode for e in kept) for mode in _MODES),
    )
    return [float(value) for value in found]


def _told(analysis: Analysis) -> list[Event]:
    return [e for e in analysis.events if e.type == "ASSAULT"]
