"""Finds the headlines of a page: which lines are titles, and whether one in mid-page begins another article.

A headline shares its words with the text after it. In mid-page that alone is not enough, for so does a subhead:
a new article shows itself also by a source line before, a dateline or an outlet after, or a change of vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from takhrij.analyse.lines import Line
from takhrij.analyse.prose import State, function_words
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded, fold_text

LOOK_BACK: Final = 45
"""Lines before a text in which its headline may stand: menus between the two are longer on no page read."""
LEAST: Final = 3
MOST: Final = 32
"""Words of a headline."""
NEW_ARTICLE: Final = 2.5
"""Evidence that a headline in mid-page needs to begin an article: two signs, or one and a change of matter."""
_ENDS: Final = re.compile(r"[.:،,؛][\s\"”»]*$")
_CLOCK: Final = re.compile(r"\d{1,2}\s?:\s?\d{2}|(?:19|20)\d\d")


class Headline(NamedTuple):
    """Line `line` is the title of the text that begins at line `text`; `begins` says whether that is a new article."""

    line: int
    text: int
    begins: bool
    reasons: tuple[str, ...]


class View:
    """What the search looks at: the lines, their states, and their words without function words and articles."""

    def __init__(
        self, page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line], states: list[State]
    ) -> None:
        self.page, self.folded, self.lines, self.states = page, folded, lines, states
        self._function = knowledge.built(function_words)
        self._strip = knowledge.built(_stripper)
        self._content: dict[int, frozenset[str]] = {}

    def raw(self, i: int) -> str:
        return self.page.text[self.lines[i].start : self.lines[i].end]

    def size(self, i: int) -> int:
        return len(self.lines[i].words)

    def content(self, i: int) -> frozenset[str]:
        """Return what line `i` speaks of."""
        if i not in self._content:
            words = (self.folded.words[k].text for k in self.lines[i].words)
            self._content[i] = frozenset(self._strip(w) for w in words if len(w) > 2 and w not in self._function)
        return self._content[i]

    def matter(self, lines: range, at_most: int = 6) -> frozenset[str]:
        """Return what the first body lines of `lines` speak of."""
        body = [i for i in lines if self.states[i] == "body"][:at_most]
        return frozenset().union(*(self.content(i) for i in body))

    def may_be_headline(self, i: int) -> bool:
        """Whether line `i` has the form of one: some words in the page's script, no cue, no clock."""
        line = self.lines[i]
        if line.cues or not LEAST <= len(line.words) <= MOST:
            return False
        words = [self.folded.words[k].text for k in line.words]
        arabic = sum("ء" <= w[0] <= "ۿ" for w in words)
        return arabic >= 0.6 * len(words) and not (len(words) < 9 and _CLOCK.search(self.raw(i)))


def find(view: View) -> list[Headline]:
    """Return the headlines in order: at most one a stretch of body, the first stretch's first."""
    found: list[Headline] = []
    previous = -1
    for start, stop in _stretches(view):
        if not found:
            if (first := _opening(view, start, stop)) is not None:
                found.append(
                    Headline(first, start, True, ("the line before the text that shares most words with it",))
                )
            else:
                found.append(Headline(-1, start, True, ("no headline before the text",)))
        elif (later := _later(view, previous, start, stop)) is not None:
            found.append(later)
        found.extend(_within(view, start, stop))
        previous = stop
    return found


def _stretches(view: View) -> list[tuple[int, int]]:
    """The stretches of body lines, half-open."""
    found: list[tuple[int, int]] = []
    for i, state in enumerate(view.states):
        if state != "body":
            continue
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _opening(view: View, start: int, stop: int) -> int | None:
    """The headline of the page's first text: best of the lines before it."""
    matter = view.matter(range(start, min(len(view.lines), start + 60)))
    seen: dict[frozenset[str], int] = {}
    best: tuple[float, int] | None = None
    for i in range(max(0, start - LOOK_BACK), start):
        if not view.may_be_headline(i) or view.states[i] != "other":
            continue
        content = view.content(i)
        seen[content] = seen.get(content, 0) + 1
        shared = len(content & matter) / max(len(content), 1)
        value = 2.5 * shared + (1.0 if seen[content] > 1 else 0.0) - 0.02 * (start - i)
        value += 0.5 if 5 <= view.size(i) <= 18 else -0.03 * max(view.size(i) - 18, 0)
        value -= 1.0 if _ENDS.search(view.raw(i)) else 0.0
        if best is None or value > best[0] + (0.25 if not _ENDS.search(view.raw(best[1])) else 0):
            best = (value, i)
    return best[1] if best and best[0] > 0.4 else None


def _later(view: View, previous: int, start: int, stop: int) -> Headline | None:
    """A headline between two stretches of body that begins another article."""
    gap = range(previous, start)
    candidates = [i for i in gap if view.may_be_headline(i) and view.states[i] == "other"]
    return _begins(view, candidates[-1], start, gap) if candidates else None


def _within(view: View, start: int, stop: int) -> list[Headline]:
    """Headlines inside a stretch of body, where nothing but a line's form gives them away."""
    found: list[Headline] = []
    for i in range(start + 2, stop - 1):
        if view.may_be_headline(i) and view.size(i) <= 20 and not re.search(r"[.،؛:]\W*$", view.raw(i)):
            if (headline := _begins(view, i, i + 1, range(i, i))) is not None:
                found.append(headline)
    return found


def _begins(view: View, line: int, text: int, gap: range) -> Headline | None:
    value, reasons = 0.0, []

    def sign(weight: float, reason: str) -> None:
        nonlocal value
        value += weight
        reasons.append(reason)

    kinds = {cue.row.kind for i in gap for cue in view.lines[i].cues}
    if "byline" in kinds:
        sign(2.0, "a source line or stamp before it")
    if kinds & {"promo", "comment", "related"}:
        sign(1.0, "a boundary before it")
    before = view.matter(range(max(0, line - 12), line), 12)
    after = view.matter(range(text, min(len(view.lines), text + 8)), 3)
    own = view.content(line)
    near, far = len(own & after) / max(len(own), 1), len(own & before) / max(len(own), 1)
    if near > far:
        sign(2.0 * (near - far), "its words recur after it, not before")
    continues = len(after & before) / max(len(after), 1)
    sign(1.2 if continues < 0.12 else -1.5 if continues > 0.3 else 0.0, f"{continues:.0%} of the matter continues")
    first = view.folded.words[view.lines[text].words.start].text if view.lines[text].words else ""
    if first.startswith("و"):
        sign(-1.0, "the text after it begins with a conjunction")
    return Headline(line, text, True, tuple(reasons)) if value >= NEW_ARTICLE else None


def _stripper(knowledge: Knowledge) -> Callable[[str], str]:
    """A function that cuts the longest prefix and the article off a folded word, for comparing matter only."""
    prefixes = sorted({fold_text(c.prefix) for c in knowledge.language.clitics}, key=lambda p: -len(p))
    joined = tuple(p + "ال" for p in prefixes) + ("ال",) + tuple(p for p in prefixes if p.endswith("لل"))
    known: dict[str, str] = {}

    def strip(word: str) -> str:
        if word not in known:
            cut = next((len(p) for p in joined if word.startswith(p) and len(word) - len(p) > 2), 0)
            if len(known) > 200_000:
                known.clear()
            known[word] = word[cut:]
        return known[word]

    return strip
