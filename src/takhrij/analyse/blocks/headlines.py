"""Finds the headlines of a page: which lines are titles, and whether one in mid-page begins another article.

A headline shares its words with the text after it. In mid-page that alone is not enough, for so does a subhead:
a new article shows itself also by a source line before, a dateline or an outlet after, or a change of vocabulary.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from takhrij.analyse.blocks import joints
from takhrij.analyse.blocks.views import View

LOOK_BACK: Final = 45
"""Lines before a text in which its headline may stand: menus between the two are longer on no page read."""
FIRST: Final = 4
"""Lines at the top of a page: a line there right over the text is its headline whatever it says."""
SHORT: Final = 20
"""Words of a headline that no furniture parts from the text before it."""
_ENDS: Final = re.compile(r"(?<!\.)(?:\.|[:،,؛])[\s\"”»]*$")


class Headline(NamedTuple):
    """Line `line` is the title of the text that begins at line `text`; −1 where the text has none."""

    line: int
    text: int
    reasons: tuple[str, ...]


def find(view: View) -> list[Headline]:
    """Return the headlines in order: that of the page's first text, and those that begin another article after it."""
    opening = first(view)
    if opening is None:
        return []
    later = (
        Headline(j.line, j.text, tuple(f"{name}: {sign:.2f}" for name, sign in j.signs.items() if sign))
        for j in joints.find(view, opening.line)
    )
    return [opening, *later]


def first(view: View) -> Headline | None:
    """Return the headline of the page's first text; its `line` is −1 where the text has none. None without text."""
    body = [i for i, state in enumerate(view.states) if state == "body"]
    if not body:
        return None
    start = body[0]
    if (line := _opening(view, start)) is not None:
        return Headline(line, start, ("the line before the text that shares most words with it",))
    if _is_own_headline(view, start):
        return Headline(start, start + 1, ("a short first line that does not end as sentences do",))
    return Headline(-1, start, ("no headline before the text",))


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
        value -= 3.0 if view.is_byline(i) else 0.0
        value += view.marked_as_title(i) + (0.8 if view.is_stamp(i + 1) and not view.is_stamp(i) else 0.0)
        if best is None or value > best[0] + (0.25 if not _ENDS.search(view.raw(best[1])) else 0):
            best = (value, i)
    return best[1] if best and best[0] > 0.4 else None


def _is_own_headline(view: View, start: int) -> bool:
    """Whether the first line of the text is its headline: the form tells, where nothing stands before it."""
    if (
        view.states[start + 1 : start + 2] != ["body"]
        or not view.may_be_headline(start)
        or view.size(start) > SHORT
        or view.lines[start].cut
    ):
        return False
    return not _ENDS.search(view.raw(start)) and view.size(start + 1) > view.size(start)
