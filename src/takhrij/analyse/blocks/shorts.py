"""A page without running text may still be an article: a headline, and one paragraph that tells what it says.

Lines are weighed one by one (`prose`), and a page has to give more for its text than one line without a full stop
does: menus have long lines too. A headline whose words come back in the line under it, which opens as stories open,
is no menu; several such pairs on one page are a list of stories.
"""

from __future__ import annotations

from typing import Final

from takhrij.analyse.blocks import prose, seams
from takhrij.analyse.blocks.prose import Scored, State
from takhrij.analyse.blocks.views import View

STORY: Final = -3.0
"""Log odds above which a word opens a story right under the headline that says the same."""
LEAST: Final = 20
"""Fewest words of a paragraph that is all of an article."""
NEAR: Final = 4
"""Lines from it up to its headline: a standfirst, a stamp and a byline may stand between."""
SAME: Final = 2
"""Words of matter that both have."""
SHARED: Final = 0.3
"""Share of the headline's that they are."""
AHEAD: Final = 60
"""Words of the paragraph in which they come."""
DATELINE: Final = 8
"""Words of a dateline before the verb."""
ALONE: Final = "one paragraph that tells what the headline over it says"
NEVER: Final = frozenset({prose.CODE, "link or image", "stamps in a row", "in a gallery"})
"""Forms of lines that no paragraph has."""


def told(view: View, scores: list[Scored]) -> tuple[View, list[Scored]]:
    """Return the view of a page without text with the one paragraph it has as body, and why; unchanged if none."""
    if "body" in view.states:
        return view, scores
    found = [i for i in range(1, len(view.lines)) if _may_be(view, scores[i], i) and _has_headline(view, i)]
    if len(found) != 1:
        return view, scores
    first = stop = found[0]
    while stop < len(view.lines) and (stop == first or _goes_on(view, scores[stop], stop)):
        stop += 1
    text: list[State] = ["body"] * (stop - first)
    states = [*view.states[:first], *text, *view.states[stop:]]
    why = scores[first]._replace(reasons=(*scores[first].reasons, ALONE))
    return view.in_states(states), [*scores[:first], why, *scores[first + 1 :]]


def _may_be(view: View, scored: Scored, i: int) -> bool:
    """Whether line `i` is long, in no list or form, has no furniture's phrase, and opens as a story does."""
    line = view.lines[i]
    if len(line.words) < LEAST or view.states[i] != "other" or scored.forced or line.cues:
        return False
    return not NEVER & set(scored.reasons) and _opens(view, i)


def _opens(view: View, i: int) -> bool:
    """Whether line `i` begins with a story's verb, or with a dateline and one."""
    words = view.lines[i].words
    last = words.start + (DATELINE if view.opens_with_dateline(i) else 1)
    texts = view.folded.texts[words.start : min(last, words.stop)]
    return any(seams.opens(view.knowledge, word) > STORY for word in texts)


def _has_headline(view: View, i: int) -> bool:
    part = view.lines[i].words[:AHEAD]
    own = {view.stripped(word) for word in view.folded.texts[part.start : part.stop]}
    for k in range(i - 1, max(i - NEAR, 0) - 1, -1):
        over = view.content(k)
        if view.may_be_headline(k) and len(over & own) >= max(SAME, SHARED * len(over)):
            return True
    return False


def _goes_on(view: View, scored: Scored, i: int) -> bool:
    """Whether line `i` under the paragraph is a sentence too."""
    return view.states[i] == "other" and scored.value > 0 and not scored.forced and not view.lines[i].cues
