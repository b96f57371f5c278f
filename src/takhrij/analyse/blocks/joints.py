"""Whether a line in mid-page is the headline of another article: signs, weighed by a logistic regression.

A subhead shares its words with the text under it as a headline does. What parts the two is that behind a subhead the
matter goes on: rare words of the text before come back in the text after, and so do words of the first headline.
The weights stand in `lang/<language>/joints.tsv`; `python -m bench.joints` makes them.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse.blocks import seams
from takhrij.analyse.blocks.views import View, stripper
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord

BEFORE: Final = 300
AFTER: Final = 120
LEAD: Final = 60
"""Words of text before a line and after it that are compared."""
REACH: Final = 7
"""Lines from a headline to its text: stamps, names, a photo's words."""
OVER: Final = 4
"""Lines over a headline in which a source line, a stamp or a boundary parts it from the text before."""
SHORT: Final = 20
"""Words of a headline that no furniture parts from the text before it."""
CORPUS: Final = 3.8e6
"""Words that `frequencies.tsv` was counted on."""
RARE: Final = 0.55
"""Rarity from which a word tells one matter from another."""
UNKNOWN: Final = 3.0
"""Occurrences that a word outside that table is taken to have."""
_STOPS: Final = re.compile(r"[.:،,؛][\s\"”»’)\]]*$")
_BULLET: Final = re.compile(r"^[-*•·–—]")
_NUMBER: Final = re.compile(r"\d{5}")
"""What telephones have; headlines round their numbers."""
_ASKS: Final = re.compile(r"[?؟!][\s\"”»’]*$")
_SENTENCE: Final = re.compile(r"[.!?؟…][\s\"”»’')\]]*$")


CUED: Final = 0.5
AMID: Final = 0.5
"""Probability from which another article begins where a cue stands, and where none does. Of developing pages without
a cue .82 are parted so, with .6 for them .80, with .4 .83; of real pages of one article .010, .007, .014 falsely."""
FEW: Final = 2
"""Lines amid a page's text that may be headlines. Where there are more they are subheads, and each needs THIRD."""
NEAR: Final = 0.95
"""Of lines over one text the first is its headline that is so probable, measured on the best: names and standfirsts
follow it."""
THIRD: Final = 0.97
"""Probability that a third article on a page must have: heads of one long text come in numbers."""
BIAS: Final = "bias"
CUE: Final = "any cue"


class Joint(NamedTuple):
    """Where another article may begin: its headline is `line`, its text begins at line `text`; what speaks for it."""

    line: int
    text: int
    signs: dict[str, float]


def find(view: View, first: int) -> list[Joint]:
    """Return where other articles begin after the page's first headline, line `first` (−1: it has none), in order."""
    return chosen(list(candidates(view, first)), weights(view.knowledge))


def chosen(joints: list[Joint], weights: dict[str, float]) -> list[Joint]:
    """Return those of a page's candidates that begin other articles, in order, by weights of their signs."""
    subheads = sum(not joint.signs[CUE] for joint in joints) > FEW
    over: defaultdict[int, list[tuple[float, Joint]]] = defaultdict(list)
    for joint in joints:
        over[joint.text].append((probability(joint, weights), joint))
    best = []
    for rivals in over.values():
        most = max(value for value, _ in rivals)
        best.append(next(rival for rival in rivals if rival[0] >= NEAR * most))
    kept: list[Joint] = []
    for value, joint in sorted(best, key=lambda pair: (-pair[0], pair[1].line)):
        apart = all(joint.text < other.line or joint.line > other.text for other in kept)
        least = CUED if joint.signs[CUE] else THIRD if subheads else AMID
        least = THIRD if kept else least
        if apart and value >= least:
            kept.append(joint)
    return sorted(kept, key=lambda joint: joint.line)


def probability(joint: Joint, weights: dict[str, float]) -> float:
    """Return how likely another article begins there, between 0 and 1."""
    return 1 / (1 + math.exp(-sum(weights[name] * sign for name, sign in joint.signs.items())))


def candidates(view: View, first: int) -> Iterator[Joint]:
    """Yield, in order, the lines after line `first`, the page's first headline, that may be another headline."""
    body = [i for i, state in enumerate(view.states) if state == "body" and i > first]
    if not body:
        return
    following, text = dict.fromkeys(range(len(view.lines)), -1), -1
    inside = {i for i in body if not view.is_byline(i)}
    for i in range(len(view.lines) - 1, -1, -1):
        following[i] = text
        text = i if i in inside else text
    last = body[0]
    for i in range(body[0] + 1, len(view.lines)):
        text = following[i]
        if 0 <= text - i <= REACH and view.may_be_headline(i) and looks(view, i):
            found = signs(view, i, text, range(max(last + 1, i - OVER), i), first)
            if found is not None:
                yield Joint(i, text, found)
        last = i if i in inside else last


def looks(view: View, i: int) -> bool:
    """Whether line `i` has the form of a headline, which is narrower amid text, where nothing else parts it."""
    raw = view.raw(i)
    if (
        _BULLET.match(raw)
        or raw.rstrip(' "”»’').endswith(("،", ","))
        or len(_NUMBER.findall(raw)) > 1
        or view.goes_on(i)
        or view.is_byline(i)
    ):
        return False
    return view.states[i] != "body" or (view.size(i) <= SHORT and not _STOPS.search(raw) and not view.lines[i].cut)


def signs(view: View, line: int, text: int, gap: range, first: int) -> dict[str, float] | None:
    """Return what speaks for and against `line` being the headline of `text`; None where words are lacking.

    `gap` are the lines right over `line` that are no text. All signs lie between 0 and 1.
    """
    rarity = view.knowledge.built(rareness)
    before, long = view.taken(range(line - 1, -1, -1), BEFORE), view.taken(range(text, len(view.lines)), BEFORE)
    after, lead = view.taken(range(text, len(view.lines)), AFTER), view.taken(range(text, len(view.lines)), LEAD)
    own = view.content(line)
    if not before or not lead or not own:
        return None

    def share(some: frozenset[str], of: frozenset[str]) -> float:
        whole = sum(rarity[w] for w in of)
        return sum(rarity[w] for w in of if w in some) / whole if whole else 0.0

    def rare(of: frozenset[str], most: int) -> float:
        return min(sum(rarity[w] > RARE and w in before for w in of), most) / most

    opening = view.folded.words[view.lines[text].words.start].text
    starts = view.folded.words[view.lines[line].words.start].text
    raw, recurs = view.raw(line), share(after, own)
    last = next((i for i in range(line - 1, -1, -1) if view.states[i] == "body"), line)
    told = sum(view.size(i) for i in range(line) if view.states[i] == "body")
    cues = _cues(view, line, text, gap)
    return {
        BIAS: 1.0,
        "its words in the lead": share(lead, own),
        "its words in the text after": recurs,
        "its words in the text before": share(before, own),
        "the first headline's words after": share(after, view.content(first)) if first >= 0 else 0.0,
        "rare words of the lead before": rare(lead, 8),
        "rare words of the text before": rare(long, 20),
        "its length": min(view.size(line), 12) / 12,
        "the text begins with a conjunction": float(opening[0] in view.conjunctions and len(opening) > 3),
        "the text opens as stories do": _opening(view, opening),
        "it opens as stories do": _opening(view, starts),
        "it stops as a sentence does": float(bool(_STOPS.search(raw))),
        "it asks": float(bool(_ASKS.search(raw))),
        "it stands amid text": float(view.states[line] == "body"),
        **cues,
        CUE: max(cues.values()),
        "any cue, and its words after": max(cues.values()) * recurs,
        "a line between it and the text": float(text > line + 1),
        "the text's first length": min(view.size(text), 40) / 40,
        "the text before ends": float(bool(_SENTENCE.search(view.raw(last)))),
        "much text before": min(math.log1p(told), 7) / 7,
    }


def _cues(view: View, line: int, text: int, gap: range) -> dict[str, float]:
    """What stands around a headline where an article ends or begins."""
    kinds = {cue.row.kind for i in gap for cue in view.lines[i].cues}
    stamped = any(view.is_byline(i) or view.is_stamp(i) for i in gap)
    under = any(view.is_byline(i) or view.is_stamp(i) for i in range(line + 1, text))
    return {
        "a source line or stamp before": float("byline" in kinds or stamped),
        "a boundary before": float(bool(kinds & {"promo", "comment", "related"})),
        "furniture before": float("chrome" in kinds),
        "a stamp or name under it": float(under),
        "a dateline after": float(view.opens_with_dateline(text)),
    }


def weights(knowledge: Knowledge) -> dict[str, float]:
    """Return what each sign weighs."""
    return knowledge.built(_weights)


def _weights(knowledge: Knowledge) -> dict[str, float]:
    return {row.sign: row.weight for row in knowledge.language.joints}


def _opening(view: View, word: str) -> float:
    return min(max(seams.opens(view.knowledge, word) + 5.0, 0.0), 6.0) / 6


def rareness(knowledge: Knowledge) -> PerWord[float]:
    """Return how rarely a word of `View.content` stands in newspapers, from 0 to about 1."""
    strip = knowledge.built(stripper)
    counts: Counter[str] = Counter()
    for row in knowledge.language.frequencies:
        counts[strip(row.word)] += row.count
    whole = math.log(CORPUS / UNKNOWN)
    return PerWord(lambda word: max(0.0, math.log(CORPUS / (counts[word] + UNKNOWN)) / whole))
