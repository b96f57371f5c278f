"""How much a line looks like the running text of an article, and which lines are its body.

A hand-weighted sum of a few features a line, then the cheapest way through the lines (Viterbi) over four
states: body,
furniture, a list of other articles, a comment form. Weights were set on the five pages and read on others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple

from takhrij.analyse.blocks import seams
from takhrij.analyse.blocks.lines import Cue, Line
from takhrij.analyse.blocks.twice import LONG
from takhrij.analyse.blocks.wordlists import function_words, reports, said_on
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded

State = Literal["body", "other", "related", "comment"]
_OPENS: Final = -31.0
_LEAVES: Final = -3.0
END: Final = -9.0
"""What text costs behind a list or form that ended under an article: two good sentences are a site's words about
itself, more of them another article."""
_STATE: Final[dict[str, State]] = {
    "other": "other",
    "related": "related",
    "comment": "comment",
    "body": "body",
    "other after": "other",
    "other end": "other",
    "related after": "related",
    "comment after": "comment",
}
_OPENED: Final[dict[str, State | Literal[""]]] = {
    "": "",
    "related": "related",
    "teasers": "related",
    "comment": "comment",
    "form": "comment",
    "about": "",
}
_STATES: Final[tuple[State, ...]] = ("body", "other", "related", "comment")
_FROM: Final[dict[str, tuple[tuple[str, float], ...]]] = {
    "other": (("other", 0.0), ("related", _LEAVES), ("comment", _LEAVES)),
    "related": (("related", 0.0), ("other", _OPENS), ("comment", _OPENS)),
    "comment": (("comment", 0.0), ("other", _OPENS), ("related", _OPENS)),
    "body": (
        *(("body", 0.0), ("other", -2.0), ("related", -3.5), ("comment", -3.5)),
        *(("other after", -2.0), ("other end", END), ("related after", -7.0), ("comment after", -7.0)),
    ),
    "other after": (("other after", 0.0), ("body", -2.0)),
    "other end": (("other end", 0.0), ("related after", _LEAVES), ("comment after", _LEAVES)),
    "related after": (
        *(("related after", 0.0), ("body", _OPENS), ("other after", _OPENS), ("other end", _OPENS)),
        ("comment after", _OPENS),
    ),
    "comment after": (
        *(("comment after", 0.0), ("body", _OPENS), ("other after", _OPENS), ("other end", _OPENS)),
        ("related after", _OPENS),
    ),
}
"""Which node follows which, and what the change costs. A list or form over an article is left for its text more
easily
than one under it: links to the comments stand over many articles, readers' comments under them."""


def _change(cost: float, node: str, forced: str, closes: bool) -> float:
    """What going over to `node` costs: a list or form begins at a heading only and ends at a footer's line."""
    if cost == _OPENS:
        return -0.5 if forced == _STATE[node] else -30.0
    return 0.0 if cost == _LEAVES and closes else cost


_NODES: Final = tuple(_FROM)
_COSTS: Final = {
    (forced, closes): tuple(
        (_STATE[node], tuple((_NODES.index(source), _change(cost, node, forced, closes)) for source, cost in sources))
        for node, sources in _FROM.items()
    )
    for forced in ("", *_STATES)
    for closes in (False, True)
}
"""The same for a line of each kind: what state it is forced to, and whether it closes a list."""
_TERMINAL: Final = re.compile(r"[.!?؟…][\s\"”»’')\]*]*$")
_CUT_OFF: Final = re.compile(r"(?:\.\s?\.\s?\.|…|\[\.\.\.\])[\s\])»\"]*$")
_BULLET: Final = re.compile(r"^[•·●▪◾■*+»›>|]")
_COMMAS: Final = "،,؛;"
_IMAGE: Final = re.compile(r"!\[|\]\(https?:|https?://\S{1,400}$|^\[[a-z_0-9-]+\]?", re.IGNORECASE)


_MARKUP: Final = {"nav": -5.0, "footer": -4.0, "aside": -3.0, "figcaption": -5.0, "h1": -5.0, "time": -2.0}
HEADLINES: Final = "many headlines in one line"
CODE: Final = "a template's code"
OWN_WORDS: Final = "the site's own words"
ADDRESSED: Final = "spelled by the page's address"
TEMPLATE: Final = 2
"""Braces that a text has at most."""
_PARTED: Final = re.compile(r"\s(?:\.{2,}|…|[*|•])\s")
DATELINE: Final = 20
"""Words of a line that is no byline but a sentence behind its dateline (وكالات - قال ...)."""
OWN: Final = 3.0
"""Log odds from which a sentence is the site's own words."""
WHOLLY: Final = 10.0
"""Log odds from which it is so whoever is said to have said it; what articles report reaches 9 on labelled pages."""
PLAIN: Final = 0.15
"""What every word of a sentence takes off them: long sentences of articles hold such words too."""
SURE: Final = 6.0
"""The most that they take off a line's score."""
LETTERS: Final = 3
"""Every how many words of a line is a single letter where vowel signs were dropped: scripture, no headlines."""
LEAST: Final = -1.9
"""Score below which no line falls for its form alone: twice this is less than going out of the body and back
costs, so that a subhead between paragraphs stays body."""


class Scored(NamedTuple):
    """`value` is positive for running text. `forced` is the only state that the line may have, empty if any.

    `closes`: the line ends a list or a form (a page's footer begins).
    """

    value: float
    reasons: tuple[str, ...]
    forced: State | Literal[""] = ""
    closes: bool = False


def score(
    page: Page, folded: Folded, knowledge: Knowledge, line: Line, copies: int, hints: frozenset[str] = frozenset()
) -> Scored:
    """Return the score of `line`, which the page holds `copies` times and whose markup gives `hints`."""
    raw = page.text[line.start : line.end]
    words = folded.texts[line.words.start : line.words.stop]
    count = len(words)
    if count < 60 and _IMAGE.search(raw):
        return Scored(-6.0, ("link or image",), "other")
    if raw.count("{") > TEMPLATE:
        return Scored(-6.0, (CODE,), "other")
    if line.part:
        return Scored(-6.0, ("in a gallery",), "other")
    if line.listed:
        return Scored(-3.0, ("stamps in a row",), "related")
    if line.stamp:
        return Scored(-3.0, ("a date stamp",))
    named = line.named and (line.again or (count < LONG and not line.cues))
    if named or (line.again and line.cut):
        return Scored(-3.0, (ADDRESSED if named else "headline repeated",), "other" if named else "", closes=named)
    if count < 2:
        return Scored(-3.0, ("a single word",), _forced(line, count, -3.0))
    parts = _shape(raw, words, knowledge)
    parts.append((_own(words, knowledge), OWN_WORDS))
    if line.cut and count < 20 and not raw.endswith("."):
        parts.append((-2.0, "cut from a longer line"))
    if copies > 1 and count < 60:
        parts.append((-1.5, "repeated"))
    for cue in line.cues:
        parts.append((_weight(cue, count), f"{cue.row.kind} phrase"))
    parts.extend((_MARKUP[kind], f"inside {kind}") for kind in sorted(hints & _MARKUP.keys()))
    value = sum(p[0] for p in parts)
    if not line.cues and not hints and count <= 40 and max(map(len, words)) <= 24:
        value = max(value, LEAST)
    closes = any(cue.row.kind == "chrome" and cue.row.where not in ("whole", "section") for cue in line.cues)
    forced = "" if _BULLET.match(raw) else _forced(line, count, value)
    return Scored(value, tuple(p[1] for p in parts if p[0] and p[1]), forced, (closes and value < 0) or "h1" in hints)


def own_words(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return what the words in which sites speak of themselves take off a sentence's score: 0 or less."""
    return -min(_own_odds(words, weights), SURE)


def _own_odds(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """The log odds that they are the site's own; 0 where they are too few to tell."""
    different = set(words)
    told = [weights[word] for word in different if word in weights]
    value = sum(told) - PLAIN * len(different)
    return value if len(told) > 1 and value > OWN else 0.0


def _own(words: list[str], knowledge: Knowledge) -> float:
    """The same of a line, 0 where it tells what somebody said: a source may have a site and an address too.

    A line full of such words is the site's own whatever verb stands in it.
    """
    value = _own_odds(words, knowledge.built(_site_words))
    return 0.0 if value < WHOLLY and reports(words, knowledge) else -min(value, SURE)


def cut_off(raw: str) -> bool:
    """Whether `raw` breaks off with dots."""
    return ("…" in raw or raw.count(".") > 2) and bool(_CUT_OFF.search(raw))


def states(scores: list[Scored]) -> list[State]:
    """Return the cheapest way through the lines."""
    if not scores:
        return []
    best = list((dict.fromkeys(_FROM, -99.0) | {"other": 0.0, "body": -0.5}).values())
    back: list[list[int]] = []
    for line in scores:
        now: list[float] = []
        step: list[int] = []
        gains = _gains(line)
        for state, sources in _COSTS[line.forced, line.closes]:
            last, value = 0, -9999.0
            for source, cost in sources:
                reached = best[source] + cost
                if reached > value:
                    last, value = source, reached
            step.append(last)
            now.append(value + gains[state])
        back.append(step)
        best = now
    path = [best.index(max(best))]
    for step in reversed(back[1:]):
        path.append(step[path[-1]])
    return [_STATE[_NODES[node]] for node in reversed(path)]


def _shape(raw: str, words: list[str], knowledge: Knowledge) -> list[tuple[float, str]]:
    count, function = len(words), knowledge.built(function_words)
    share = sum(map(function.__contains__, words)) / count
    foreign = sum(map("\u0600".__gt__, words)) / count
    commas = sum(map(raw.count, _COMMAS))
    parts = [(-2.6 + min(count, 40) * 0.06, "long" if count >= 20 else "short"), (share * 5, "")]
    terminal = raw[-1] in ".!?؟…" or bool(_TERMINAL.search(raw))
    if cut_off(raw):
        parts.append((-0.6 if count < 40 else 0.6, "cut off"))
    elif terminal:
        parts.append((1.8, "ends a sentence"))
    if commas:
        parts.append((0.4, "commas"))
    if words[0][0] in "وف" and count > 6:
        parts.append((0.6, "begins with a conjunction"))
    if foreign > 0.25:
        parts.append((-4 * foreign, "digits or Latin letters"))
    if _BULLET.match(raw):
        parts.append((-1.2, "bullet"))
    if count >= 12 and share < 0.2 and len(_PARTED.findall(raw)) >= 3:
        parts.append((-4.0, HEADLINES))
    if count >= 30 and share >= 0.15:
        parts.append((1.0, "a paragraph's length"))
    headlines = count > 50 and commas < count / 50 and share < (0.05 if terminal else 0.16)
    headlines = headlines and not _tells(words[0], knowledge)
    if headlines and LETTERS * sum(len(word) == 1 and word.isalpha() for word in words) < count:
        parts.append((-4.0, HEADLINES))
    if max(map(len, words)) > 24:
        parts.append((-3.0, "words glued together"))
    return parts


def _tells(word: str, knowledge: Knowledge) -> bool:
    """Whether a line that begins with `word` tells of something, who came for one, and is no row of headlines.

    Of 51 rows of headlines and the like on pages with as few function words and commas four begin so (two of them
    are text), of 16 paragraphs in 2,500 newspaper articles eleven.
    """
    bare = word[1:] if word[0] in "وف" else word
    return word in knowledge.built(said_on) or seams.opens(knowledge, bare) > seams.OPENS


def _weight(cue: Cue, count: int) -> float:
    """A cue weighs less in a long line: an article may speak of a newsletter, but not of its own comment rules."""
    if cue.row.kind == "byline" and cue.row.where == "colon" and count > DATELINE:
        return -1.0
    if cue.row.where in ("whole", "colon", "section") or (cue.row.kind, cue.row.where) == ("comment", "any"):
        return -6.0
    return -5.0 if count <= 14 else -3.0 if count <= 40 else -1.0


def _forced(line: Line, count: int, value: float) -> State | Literal[""]:
    for cue in line.cues:
        opens: State | Literal[""] = _OPENED[cue.row.opens]
        heads = opens and (count <= 2 or " " in cue.row.phrase)
        if heads and (cue.row.where == "whole" or (value < 0 and count <= 40)):
            return opens
    return ""


def _gains(line: Scored) -> dict[State, float]:
    """What each state gains by the line."""
    value = max(min(line.value, 3.0), -3.0)
    listed = -0.2 * value if value > 0 else -value - 0.5 if line.closes else -value + 0.2
    gains: dict[State, float] = {"body": value, "other": -value, "related": listed, "comment": listed}
    if line.forced:
        gains = {state: gain if state == line.forced else -30.0 for state, gain in gains.items()}
    return gains


def _site_words(knowledge: Knowledge) -> dict[str, float]:
    return {row.word: row.weight for row in knowledge.language.sitewords}
