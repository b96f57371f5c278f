"""Finds the headlines of a page: which lines are titles, and whether one in mid-page begins another article.

A headline shares its words with the text after it. In mid-page that alone is not enough, for so does a subhead:
a new article shows itself also by a source line before, a dateline or an outlet after, or a change of vocabulary.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from takhrij.analyse.blocks.views import BYLINE, View

LOOK_BACK: Final = 45
"""Lines before a text in which its headline may stand: menus between the two are longer on no page read."""
BIAS: Final = -3.3
NEW_ARTICLE: Final = 0.3
"""Evidence that a headline in mid-page needs to begin an article. The weights of form and words in `_begins`
are a logistic
regression's over 1,114 lines of 500 joined pairs of newspaper articles and 400 articles with an inserted
subhead. On others
of them: at 1.0, .003 false splits a page and 69 % of the joints without a cue found; at 0, .014 and 88 %."""
FIRST: Final = 4
"""Lines at the top of a page: a line there right over the text is its headline whatever it says."""
MOST_WITHIN: Final = 2
"""Headlines in one stretch of body without any cue: more of them are the questions or heads of one long text."""
RECURS: Final = 0.25
"""Share of a headline's words that its text repeats, where nothing else parts it from the text before."""
SHORT: Final = 20
"""Words of a headline that no furniture parts from the text before it."""
_ENDS: Final = re.compile(r"(?<!\.)(?:\.|[:،,؛])[\s\"”»]*$")
_NO_HEADLINE: Final = re.compile(r"[.:،,؛!?؟][\s\"”»]*$|^[-*•·–—]")


class Headline(NamedTuple):
    """Line `line` is the title of the text that begins at line `text`; −1 where the text has none."""

    line: int
    text: int
    reasons: tuple[str, ...]


def find(view: View) -> list[Headline]:
    """Return the headlines in order: at most one a stretch of body, the first stretch's first."""
    found: list[Headline] = []
    previous = -1
    for start, stop in _stretches(view):
        if not found:
            if (first := _opening(view, start)) is not None:
                found.append(Headline(first, start, ("the line before the text that shares most words with it",)))
            elif _is_own_headline(view, start, stop):
                found.append(Headline(start, start + 1, ("a short first line that does not end as sentences do",)))
            else:
                found.append(Headline(-1, start, ("no headline before the text",)))
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


def _opening(view: View, start: int) -> int | None:
    """The headline of the page's first text: best of the lines before it."""
    candidates = [
        i for i in range(max(0, start - LOOK_BACK), start) if view.may_be_headline(i) and view.states[i] == "other"
    ]
    return _best(view, candidates, start)


def _best(view: View, candidates: list[int], start: int) -> int | None:
    """Which line is most like the headline of the text at `start`: it shares its words, is near, short, repeated."""
    matter = view.matter(range(start, min(len(view.lines), start + 60)))
    seen: dict[frozenset[str], int] = {}
    best: tuple[float, int] | None = None
    for i in candidates:
        content, raw = view.content(i), view.raw(i)
        seen[content] = seen.get(content, 0) + 1
        value = 2.5 * len(content & matter) / max(len(content), 1) + (1.0 if seen[content] > 1 else 0.0)
        value += 0.5 if 5 <= view.size(i) <= 18 else -0.03 * max(view.size(i) - 18, 0)
        value += 0.6 if i + 1 == start and i < FIRST else -0.02 * (start - i)
        value -= 1.0 if _ENDS.search(raw) else 0.0
        value -= 3.0 if BYLINE.match(raw) else 0.0
        value += view.marked_as_title(i) + (0.8 if view.is_stamp(i + 1) and not view.is_stamp(i) else 0.0)
        if best is None or value > best[0] + (0.25 if not _ENDS.search(view.raw(best[1])) else 0):
            best = (value, i)
    return best[1] if best and best[0] > 0.4 else None


def _is_own_headline(view: View, start: int, stop: int) -> bool:
    """Whether the first line of the text is its headline: the form tells, where nothing stands before it."""
    if start + 1 >= stop or not view.may_be_headline(start) or view.size(start) > SHORT or view.lines[start].cut:
        return False
    return not _ENDS.search(view.raw(start)) and view.size(start + 1) > view.size(start)


def _later(view: View, previous: int, start: int, stop: int) -> Headline | None:
    """A headline between two stretches of body, or first in the second, that begins another article."""
    gap = range(previous, start)
    candidates = [i for i in gap if view.may_be_headline(i) and view.states[i] == "other"]
    if candidates:
        best = _best(view, candidates, start)
        return _begins(view, candidates[-1] if best is None else best, start, gap)
    return _begins(view, start, start + 1, gap) if _is_own_headline(view, start, stop) else None


def _within(view: View, start: int, stop: int) -> list[Headline]:
    """Headlines inside a stretch of body, where nothing but a line's form gives them away."""
    found: list[Headline] = []
    for i in range(start + 1, stop - 1):
        if view.may_be_headline(i) and view.size(i) <= SHORT and not _NO_HEADLINE.search(view.raw(i)):
            headline = _begins(view, i, i + 1, range(i, i))
            if headline is not None:
                found.append(headline)
    return found if len(found) <= MOST_WITHIN else []


def _begins(view: View, line: int, text: int, gap: range) -> Headline | None:
    """Weigh whether the text at line `text` is another article than the text before `line`."""
    before, after = view.taken(range(line - 1, max(-1, line - 16), -1), 300), view.taken(range(text, text + 8), 120)
    lead, own = view.taken(range(text, text + 8), 60), view.content(line)
    if not before or not lead or not own:
        return None
    near, far = len(own & after) / len(own), len(own & before) / len(own)
    continues = len(lead & before) / len(lead)
    opening = view.folded.words[view.lines[text].words.start].text[0] if view.lines[text].words else ""
    if not gap and near < RECURS:
        return None
    kinds = {cue.row.kind for i in gap for cue in view.lines[i].cues}
    signs = [
        (4.5 * near - 1.4 * len(own & lead) / len(own), f"{near:.0%} of its words recur after it"),
        (-2.5 * far, f"{far:.0%} of them stand before it"),
        (-7.6 * continues, f"{continues:.0%} of the matter continues"),
        (4.7 * min(view.size(line), 12) / 12, f"{view.size(line)} words"),
        (-2.5 if opening in view.conjunctions else 0.0, "the text begins with a conjunction"),
        (3.5 if "byline" in kinds else 0.0, "a source line or stamp before it"),
        (4.0 if kinds & {"promo", "comment", "related"} else 0.0, "a boundary before it"),
        (2.5 if view.opens_with_dateline(text) else 0.0, "a dateline after it"),
    ]
    value = BIAS + sum(weight for weight, _ in signs)
    reasons = tuple(reason for weight, reason in signs if weight)
    return Headline(line, text, reasons) if value >= NEW_ARTICLE else None
