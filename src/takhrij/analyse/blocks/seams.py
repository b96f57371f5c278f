"""Finds where a story begins behind a headline or caption that nothing parts from it.

News in Arabic begins with its verb, captions and headlines do not. How much a word opens a story was counted in
newspapers; the weights of the signs are a logistic regression's, learned on headlines joined to their stories
(`python -m bench.seams`, which says how often it is right).
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from takhrij.analyse.blocks.wordlists import function_words
from takhrij.knowledge import Knowledge
from takhrij.lang.inflect import inflect
from takhrij.text import Folded

OPENS: Final = -4.2
"""Log odds below which a word opens no story: about one in seventy of its occurrences."""
BEGUN: Final = -1.0
"""Log odds above which one of the first words has begun the story: "agencies: announced" cuts off nothing."""
UNSEEN: Final = -5.0
"""Log odds of a word that the table does not have."""
VERB: Final = -3.0
"""Log odds of a verb of events that was not counted."""
SUBJECTS: Final = ("", "m", "f", "ms", "fs")
"""Agreement of the verb that opens a sentence: it stands in the singular before its subject."""
BEFORE: Final = 45
"""Words that a headline, a standfirst and a caption together have at most."""
LEAST: Final = 2
"""Words of the shortest caption."""
AFTER: Final = 8
"""Words of the shortest first sentence."""
AHEAD: Final = 30
"""Words of the story that may repeat those of the caption."""
MATTER: Final = 3
"""Letters of the shortest word that has a matter of its own."""
ARTICLE: Final = "ال"
PAIRS: Final = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"))


class Seam(NamedTuple):
    """The story begins at word `word`; `value` is the log odds that it does."""

    word: int
    value: float
    reasons: tuple[str, ...]


class Odds(NamedTuple):
    """Log odds that a word is a story's first word, and that it is its second."""

    first: float
    second: float


def find(folded: Folded, knowledge: Knowledge, words: range, least: float) -> Seam | None:
    """Return the likeliest beginning of a story behind others of `words`, None if its value is under `least`."""
    weights = knowledge.built(_weights)
    best: Seam | None = None
    for i in candidates(folded, knowledge, words):
        found = signs(folded, knowledge, words, i)
        value = sum(weights[name] * amount for name, amount in found.items())
        if value >= least and (best is None or value > best.value):
            reasons = tuple(f"{name} {amount:.2g}" for name, amount in found.items() if amount and name != "bias")
            best = Seam(i, value, reasons)
    return best


def candidates(folded: Folded, knowledge: Knowledge, words: range) -> list[int]:
    """Return the words that may open a story; none where one has begun already."""
    odds = knowledge.built(openings)
    stop = min(words.stop - AFTER, words.start + BEFORE)
    if any(_odds(odds, folded.words[i].text).first > BEGUN for i in words[:LEAST]):
        return []
    return [i for i in range(words.start + LEAST, stop) if _odds(odds, folded.words[i].text).first > OPENS]


def signs(folded: Folded, knowledge: Knowledge, words: range, at: int) -> dict[str, float]:
    """Return what speaks for and against a story's beginning at word `at`; the names are those of the weights."""
    odds, function = knowledge.built(openings), knowledge.built(function_words)
    texts = [folded.words[i].text for i in range(words.start, min(words.stop, at + AHEAD))]
    k = at - words.start
    before, after, gap = texts[:k], texts[k:], folded.gap(at - 1, at)
    own, told = ({w for w in part if len(w) > MATTER and w not in function} for part in (before, after))
    raw = folded.raw[folded.words[words.start].start : folded.words[at].start]
    straight = raw.count('"') % 2 == 1
    return {
        "bias": 1.0,
        "first word of stories": _odds(odds, after[0]).first,
        "second word of stories": _odds(odds, after[1]).second,
        "a function word before it": float(before[-1] in function),
        "a function word after it": float(after[1] in function),
        "an article after it": float(after[1].startswith(ARTICLE)),
        "words recur": len(own & told) / max(len(own), 1),
        "words before it": min(k, 25) / 10,
        "a comma before it": float(any(sign in gap for sign in "،,؛;")),
        "a colon before it": float(":" in gap),
        "a dash before it": float(any(sign in gap for sign in "-–—")),
        "an open bracket or quotation": float(straight or any(raw.count(a) > raw.count(b) for a, b in PAIRS)),
        "a verb first": float(_odds(odds, before[0]).first > OPENS + 1.7),
        "a better word behind it": max(_odds(odds, w).first for w in after[1:25]),
    }


def opens(knowledge: Knowledge, word: str) -> float:
    """Return the log odds that the folded `word` opens a story."""
    return _odds(knowledge.built(openings), word).first


def _odds(odds: dict[str, Odds], word: str) -> Odds:
    return odds.get(word, UNKNOWN)


def openings(knowledge: Knowledge) -> dict[str, Odds]:
    """Return the odds of every folded word that was counted, and of the past forms of verbs that were not."""
    language = knowledge.language
    counted = {
        row.word: Odds(
            math.log((row.first + 0.3) / (row.elsewhere + 30)), math.log((row.second + 0.3) / (row.elsewhere + 30))
        )
        for row in language.openings
    }
    bases = {pair.split("/")[0] for rule in language.events for pair in (*rule.verbs, *rule.passives)}
    pasts = (made for base in bases if " " not in base for made in inflect("past", base, language.endings))
    verbs = {made.text for made in pasts if made.agrees in SUBJECTS and not made.suffixed}
    return {**{verb: Odds(VERB, UNSEEN) for verb in verbs if len(verb) > MATTER - 1}, **counted}


def _weights(knowledge: Knowledge) -> dict[str, float]:
    return {row.sign: row.weight for row in knowledge.language.seams}


UNKNOWN: Final = Odds(UNSEEN, UNSEEN)
