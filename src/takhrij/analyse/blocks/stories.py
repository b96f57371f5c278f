"""Knows a page that only lists stories by where other stories begin in its text: in a list every few lines.

Where a teaser was cut by machine the next story's first word stands in mid-sentence, without a stop before it; it
opens as stories open, and shares no word with what was told before. An article begins once, and goes on. Signs of
such beginnings and of the whole text are weighed by two logistic regressions: `lang/<language>/beginnings.tsv` and
`listings.tsv`; `python -m bench.stories` makes both, and measures them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from takhrij.analyse.blocks import joints, seams
from takhrij.analyse.blocks.lines import Line
from takhrij.analyse.blocks.prose import State
from takhrij.analyse.blocks.views import stripper
from takhrij.analyse.blocks.wordlists import function_words, prepositions, said_on
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.text import Folded, fold_text

MOST: Final = 800
"""Words of a text that are looked at: a list shows itself sooner."""
FEWEST: Final = 30
"""Words of the shortest text that may be a list."""
LEAST: Final = 0.6
"""Log odds from which a text is a list of stories: with weights of other sites 36 of 57 lists are known so, and of
903 pages taken for articles none lost. From .3 on 40 are known and one lost, but of 179 articles held out one too,
and no list more was known there."""
SEVERAL: Final = 1.5
"""Other stories that begin in a list, at least: texts of a hundred words bear the signs of one with none."""
LATE: Final = 0.9
"""The same where no other story begins soon: with weights of other sites no text of an article has more than .7."""
HEADED: Final = -2.5
"""The same of a text behind a heading of related stories: articles that go on behind one have -2.8 and less, but for
those that share much with the text before."""
BEGUN: Final = 0.4
"""Probability with which another story begins."""
SAME: Final = 0.35
"""Share of the matter of lines under an article, weighed by how rare it is, that the article has too, from which they
are its own. Articles that go on behind a heading have .46, stories under long articles up to .29."""
SOON: Final = 180
"""Words before the first other story, at most: more of them may be an article over a list."""
HALF: Final = 0.45
"""Share of the text that they are, at most."""
AROUND: Final = 30
"""Words before and after a word whose matter is compared."""
LEAD: Final = 40
"""Words with which a text begins: an article goes on to speak of what they name."""
EDGE: Final = 4
"""Words of a text's beginning and end in which no other story begins."""
VERB: Final = -3.0
"""Log odds from which a word in mid-sentence may open a story."""
MATTER: Final = 3
"""Letters of the shortest word that has a matter of its own."""
SENTENCE: Final = 4
"""Fewest words of matter of a sentence, or a headline, that is compared with what follows."""
OWN: Final = 0.6
"""Share of a headline's words of matter that its article says."""
NEAR: Final = 25
"""Words of a story's beginning that name its day."""
STAMP: Final = 4
"""Words from a year to the story's first word: a clock or an outlet's name may stand between."""
AND: Final = "وف"
NEARBY: Final = ("day 0", "day -1")
"""Today and yesterday."""
BREAKS: Final = "،,؛;"
_ENDS: Final = re.compile(r"[.!?؟…\n]")
_DOTS: Final = re.compile(r"\. ?\.|…")


class Told(NamedTuple):
    """The words of a page's text, the signs before each (a line's end for the first of a line), and their matter.

    `matter` is the word without prefixes, empty for function words and numbers.
    """

    words: Sequence[str]
    gaps: Sequence[str]
    matter: Sequence[str]


def listed(
    folded: Folded, knowledge: Knowledge, lines: list[Line], states: Sequence[State]
) -> tuple[int, str] | None:
    """Return the first line of text of a page whose text is a list of stories, and the reason; None on others."""
    body = [i for i, state in enumerate(states) if state == "body"]
    parts = [lines[i].words for i in body]
    if not knowledge.language.listings or not _may_be(told(folded, knowledge, parts, SOON + NEAR), knowledge):
        return None
    text = told(folded, knowledge, parts)
    found = signs(text, knowledge)
    if found is None or found.number < SEVERAL:
        return None
    value, soon = weighed(found, knowledge), found.first <= min(SOON, HALF * len(text.words))
    if value < (LEAST if soon else LATE):
        return None
    own = _tells(
        folded, knowledge, [line.words for line in lines[: body[0]] if line.again], text.matter[: found.first]
    )
    begin = _line_of(parts, found.first) if own else 0
    return body[begin], f"another story begins {found.number:.0f} times in {len(text.words)} words; {value:+.1f}"


def _tells(folded: Folded, knowledge: Knowledge, headlines: list[range], matter: Sequence[str]) -> bool:
    """Whether a text has the matter of one of these headlines: those a page prints twice are its own article's."""
    for words in headlines:
        said = set(told(folded, knowledge, [words]).matter) - {""}
        if len(said) >= SENTENCE and len(said & set(matter)) >= OWN * len(said):
            return True
    return False


def _line_of(parts: list[range], word: int) -> int:
    """Return which part holds the `word`th word of all, the first after it if it stands within one."""
    sizes = list(accumulate(map(len, parts)))
    return min(bisect_left(sizes, word) + 1, len(parts) - 1)


def under(folded: Folded, knowledge: Knowledge, lines: list[Line], states: Sequence[State]) -> tuple[int, str] | None:
    """Return the first line of text under an article that is a list of stories, and the reason; None without one.

    It stands behind a heading of related stories, so less is asked for than of a whole page.
    """
    body = [i for i, state in enumerate(states) if state == "body"]
    if not knowledge.language.listings or len(body) < 2:
        return None
    heading = next((i for i in range(body[0], body[-1]) if states[i] == "related" and _heads(lines[i])), len(lines))
    behind = [i for i in body if i > heading]
    if behind:
        parts = [lines[i].words for i in behind]
        log_odds = value(folded, knowledge, parts)
        own = [lines[i].words for i in body if i < heading]
        if log_odds >= HEADED and shared(folded, knowledge, own, parts) < SAME:
            return behind[0], f"stories behind a heading of related ones; {log_odds:+.1f}"
    return None


def shared(folded: Folded, knowledge: Knowledge, article: Iterable[range], under: Iterable[range]) -> float:
    """Return how much of the matter of the lines `under` an article stands in it too, weighed by how rare it is."""
    matter, rarity = folded.built(_matters, knowledge), knowledge.built(joints.rareness)
    own = {word for part in article for word in matter[part.start : part.stop]}
    shares = []
    for part in under:
        told = {*matter[part.start : part.stop]} - {""}
        whole = sum(rarity[word] for word in told)
        if len(told) >= SENTENCE and whole:
            shares.append(sum(rarity[word] for word in told if word in own) / whole)
    return sum(shares) / len(shares) if shares else 0.0


def _heads(line: Line) -> bool:
    return any(cue.row.opens == "related" for cue in line.cues)


def value(folded: Folded, knowledge: Knowledge, parts: list[range]) -> float:
    """Return the log odds that these lines are a list of stories."""
    found = signs(told(folded, knowledge, parts), knowledge)
    return weighed(found, knowledge) if found else -math.inf


def weighed(found: Signs, knowledge: Knowledge) -> float:
    """Return the log odds that a text of these signs is a list of stories."""
    weights = knowledge.built(_listings)
    return sum(weights[name] * sign for name, sign in found.signs.items())


def told(folded: Folded, knowledge: Knowledge, lines: Iterable[range], most: int = MOST) -> Told:
    """Return the words of these lines, `most` of them at most."""
    words: list[str] = []
    gaps: list[str] = []
    matter: list[str] = []
    whole = folded.built(_matters, knowledge)
    for line in lines:
        part = line[: most - len(words)]
        words += folded.texts[part.start : part.stop]
        matter += whole[part.start : part.stop]
        gaps.append("\n")
        gaps += folded.gaps[part.start + 1 : part.stop]
        if len(words) >= most:
            break
    return Told(words, gaps, matter)


class Signs(NamedTuple):
    """What speaks for and against a text being a list; how many stories it begins, and at which word the first."""

    signs: dict[str, float]
    number: float
    first: int


def signs(text: Told, knowledge: Knowledge) -> Signs | None:
    """Return the signs of a text, all between 0 and 1; None if it is too short."""
    size = len(text.words)
    if size < FEWEST:
        return None
    weights, function = knowledge.built(_beginnings), knowledge.built(function_words)
    begun = [(i, _probability(found, weights)) for i, found in beginnings(text, knowledge)]
    number = sum(p for _, p in begun)
    first = next((i for i, p in begun if p > BEGUN), size)
    starts = [i for i in range(size) if not i or _ENDS.search(text.gaps[i])]
    windows = [set(text.matter[i : i + AROUND]) - {""} for i in range(0, size - AROUND // 2, AROUND)]
    where = Counter(word for window in windows for word in window)
    runs = Counter(zip(*(text.words[k:] for k in range(4)), strict=False))
    sentences = _sentences(text, starts)
    apart = [not a & b for a, b in pairwise(sentences)]
    found = {
        "bias": 1.0,
        "stories in a hundred words": min(100 * number / size, 4) / 4,
        "stories": min(math.log1p(number), 4) / 4,
        "the three clearest": sum(sorted((p for _, p in begun), reverse=True)[:3]) / 3,
        "words a sentence": min(max(math.log(size / len(starts)) - 2, 0), 3) / 3,
        "words that come again": sum(sum(where[w] > 1 for w in s) / max(len(s), 1) for s in windows) / len(windows),
        "the lead's words later": _goes_on_about(text, knowledge),
        "different words": len(set(text.matter)) / size,
        "function words": min(sum(map(function.__contains__, text.words)) / size, 0.4) / 0.4,
        "sentences that go on": sum(goes_on(text.words[i], knowledge) for i in starts) / len(starts),
        "sentences with nothing in common": sum(apart) / len(apart) if apart else 0.3,
        "runs that come again": min(sum(n for n in runs.values() if n > 1) / size, 0.2) / 0.2,
        "dots": min(100 * sum(bool(_DOTS.search(gap)) for gap in text.gaps) / size, 1.5) / 1.5,
        "length": min(math.log(size), 8) / 8,
    }
    return Signs(found, number, first)


def _goes_on_about(text: Told, knowledge: Knowledge) -> float:
    """Return how much of the matter that a text begins with comes again behind it, weighed by how rare it is."""
    rarity, later = knowledge.built(joints.rareness), set(text.matter[LEAD:])
    lead = set(text.matter[:LEAD]) - {""}
    whole = sum(rarity[word] for word in lead)
    return sum(rarity[word] for word in lead if word in later) / whole if whole else 0.0


def begun(text: Told, knowledge: Knowledge, since: int) -> list[int]:
    """Return the words from word `since` on at which another story begins rather than not, in order."""
    weights = knowledge.built(_beginnings)
    return [i for i, found in beginnings(text, knowledge, since) if _probability(found, weights) > BEGUN]


def beginnings(text: Told, knowledge: Knowledge, since: int = 0) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield the words, from `since` on, at which another story may begin, with what speaks for it and against it."""
    rarity = knowledge.built(joints.rareness)
    before: set[str] = set()
    at = last = 0
    for i, start in candidates(text, knowledge):
        if i < since:
            last = i if start else last
            continue
        before.update(text.matter[at:i])
        at = i
        near = set(text.matter[max(0, i - AROUND) : i])
        own = set(text.matter[i : i + AROUND]) - {""}
        whole = sum(rarity[word] for word in own) or 1.0
        recurs = sum(rarity[word] for word in own if word in near) / whole
        known = sum(rarity[word] for word in own if word in before) / whole
        yield i, {**form(text, knowledge, i, start, last), **_shares(start, recurs, known)}
        if start:
            last = i


def candidates(text: Told, knowledge: Knowledge) -> Iterator[tuple[int, bool]]:
    """Yield the words at which another story may begin, and whether a sentence does."""
    odds, function = knowledge.built(seams.openings), knowledge.built(function_words)
    no_verb_behind = knowledge.built(_cut_behind)
    words, gaps = text.words, text.gaps
    for i in range(EDGE, len(words) - EDGE - 2):
        gap = gaps[i]
        if gap != " " and _ENDS.search(gap):
            yield i, True
            continue
        known = odds.get(words[i])
        if known is None or known.first <= seams.OPENS or any(sign in gap for sign in BREAKS):
            continue
        if known.first <= VERB and not dated(text, i):
            continue
        if words[i - 1] not in function or words[i - 1] in no_verb_behind:
            yield i, False


def dated(text: Told, i: int) -> bool:
    """Whether a year stands right before word `i`, or an outlet's name between the two: where a stamp ends."""
    return any(word[0] in "12" and len(word) == 4 and word.isdigit() for word in text.words[max(0, i - STAMP) : i])


def form(text: Told, knowledge: Knowledge, i: int, start: bool, last: int) -> dict[str, float]:
    """Return the signs of word `i` itself and of its neighbours; `last` is the sentence's first word."""
    words, gap = text.words, text.gaps[i]
    odds, function = knowledge.built(seams.openings), knowledge.built(function_words)
    days, no_verb_behind = knowledge.built(_days), knowledge.built(_cut_behind)
    first = max(odds.get(words[i], seams.UNKNOWN).first, -5) + 5
    return {
        "bias": 1.0,
        "a sentence begins": float(start),
        "dots before it": float(start and bool(_DOTS.search(gap))),
        "first word of stories": first if start else 0.0,
        "first word of stories in mid-sentence": 0.0 if start else first,
        "second word of stories": max(odds.get(words[i + 1], seams.UNKNOWN).second, -5) + 5,
        "goes on": float(words[i][0] in AND and len(words[i]) > MATTER and first <= seams.OPENS + 5),
        "goes on with what was said": float(words[i] in knowledge.built(said_on)),
        "a function word": float(words[i] in function),
        "a function word after it": float(words[i + 1] in function),
        "an article": float(words[i].startswith(seams.ARTICLE)),
        "an article after it": float(words[i + 1].startswith(seams.ARTICLE)),
        "a colon before it": float(":" in gap),
        "a dash before it": float(any(sign in gap for sign in "-–—")),
        "a quotation": float('"' in gap),
        "a number before it": float(words[i - 1][0].isdigit() or words[i - 2][0].isdigit()),
        "a stamp before it": float(not start and dated(text, i)),
        "a preposition before it": float(not start and words[i - 1] in no_verb_behind),
        "words of the sentence before it": 0.0 if start else min(i - last, 30) / 10,
        "a day is named": float(any(word in days for word in words[i : i + NEAR])),
        "a day is named before it": float(any(word in days for word in words[max(0, i - NEAR) : i])),
        "words before it": min(math.log1p(i), 7) / 7,
    }


def _shares(start: bool, recurs: float, known: float) -> dict[str, float]:
    return {
        "its words near before": recurs,
        "its words before": known,
        "its words near before, in mid-sentence": 0.0 if start else recurs,
        "its words before, in mid-sentence": 0.0 if start else known,
    }


def _may_be(text: Told, knowledge: Knowledge) -> bool:
    """A quick look, for most pages: whether another story begins soon if the matter of none is compared."""
    weights, last = knowledge.built(_beginnings), 0
    for i, start in candidates(text, knowledge):
        if _probability(form(text, knowledge, i, start, last), weights) > BEGUN:
            return True
        last = i if start else last
    return False


def _probability(found: dict[str, float], weights: dict[str, float]) -> float:
    odds = 0.0
    for name, sign in found.items():
        if sign:
            odds += weights[name] * sign
    return 1 / (1 + math.exp(-odds))


def _sentences(text: Told, starts: list[int]) -> list[set[str]]:
    parts = (set(text.matter[a:b]) - {""} for a, b in pairwise([*starts, len(text.words)]))
    return [part for part in parts if len(part) >= SENTENCE]


def goes_on(word: str, knowledge: Knowledge) -> bool:
    """Whether a sentence that begins with `word` goes on with what was told: a function word, or joined by and."""
    joined = word[0] in AND and len(word) > MATTER and seams.opens(knowledge, word) <= seams.OPENS
    return joined or word in knowledge.built(function_words)


def _matters(folded: Folded, knowledge: Knowledge) -> list[str]:
    """Return the matter of each word of a page."""
    return list(map(knowledge.built(_matter).__getitem__, folded.texts))


def _matter(knowledge: Knowledge) -> PerWord[str]:
    strip, function = knowledge.built(stripper), knowledge.built(function_words)
    return PerWord(lambda word: "" if len(word) < MATTER or word in function or word[0].isdigit() else strip(word))


def _days(knowledge: Knowledge) -> frozenset[str]:
    """Names of weekdays, and the words for today and yesterday."""
    language = knowledge.language
    near = (row.phrase for row in language.deictics if row.value in NEARBY and " " not in row.phrase)
    return frozenset(map(fold_text, (*(day.name for day in language.weekdays if day.bare), *near)))


def _cut_behind(knowledge: Knowledge) -> frozenset[str]:
    """Words that no verb in the past stands behind, but for a text that was cut: prepositions, and a bare and."""
    return knowledge.built(prepositions) | {AND[0]}


def _beginnings(knowledge: Knowledge) -> dict[str, float]:
    return {row.sign: row.weight for row in knowledge.language.beginnings}


def _listings(knowledge: Knowledge) -> dict[str, float]:
    return {row.sign: row.weight for row in knowledge.language.listings}
