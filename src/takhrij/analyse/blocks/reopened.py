"""Another article behind a comment form: a list or form that ends an article is left for text only where one begins.

What readers write under an article reads line by line like its text. Another article shows itself right behind the
form, by a headline whose words come back in the text under it, and by enough of that text.
"""

from __future__ import annotations

from typing import Final

from takhrij.analyse.blocks import headlines, joints, prose
from takhrij.analyse.blocks.prose import Scored
from takhrij.analyse.blocks.views import View

NEAR: Final = 3
"""Lines behind the form's last phrase in which the headline stands."""
HEADLINES: Final = 6
"""Lines of one page that are tried: each costs a way through all lines behind it."""
TOLD: Final = 40
"""Fewest words of the text of another article behind a form, and of the one before it."""
SHARED: Final = 0.1
"""Share of its headline that comes back in it, words weighed by how rare they are."""
LEAST: Final = 0.9
"""Probability that the headline must have."""
SAME: Final = 2
"""Words that it and its first lines of text have in common with the form's last lines, if they are the form's."""
FORM: Final = ("comment", "chrome")
OPENED: Final = -0.75
"""Score above which text may begin with a line: the way into text costs half at the first line, 2 from furniture."""
RECURS: Final = "its words in the text after"
STOPS: Final = "it stops as a sentence does"


def behind_forms(view: View, scores: list[Scored]) -> View:
    """Return the page's view with another article behind a comment form as body; as it was without one."""
    if "comment" not in view.states:
        return view
    for i in _tops(view, scores)[:HEADLINES]:
        if not _told_near(scores[i + 1 : i + joints.REACH + 1]):
            continue
        states = [*prose.states(scores[:i]), "other", *prose.states(scores[i + 1 :])]
        again = view.in_states(states)
        if _begins(again, i):
            return again
    return view


def _tops(view: View, scores: list[Scored]) -> list[int]:
    """The lines of forms that have a headline's form and stand right behind one of the form's phrases."""
    found, last = [], -NEAR - 1
    for i, state in enumerate(view.states):
        if state != "comment":
            continue
        if any(cue.row.kind in FORM for cue in view.lines[i].cues):
            last = i
        elif i - last <= NEAR and view.may_be_headline(i) and not scores[i].forced and joints.looks(view, i):
            found.append(i)
    return found


def _told_near(scores: list[Scored]) -> bool:
    """A quick look: whether any of these lines may be text, be it only for what goes on behind it."""
    return any(score.value > OPENED and score.forced in ("", "body") for score in scores)


def _begins(view: View, line: int) -> bool:
    """Whether line `line` is the headline of the text behind it, with a text of another matter before it."""
    text = next((i for i in range(line + 1, len(view.lines)) if view.states[i] == "body"), len(view.lines))
    if text - line > joints.REACH:
        return False
    if min(_told(view, range(line)), _told(view, range(text, len(view.lines)))) < TOLD:
        return False
    opening = headlines.first(view)
    if opening is None or opening.text >= line:
        return False
    form = range(max(0, line - joints.OVER), line)
    asked = frozenset().union(*(view.content(i) for i in form if view.states[i] != "body"))
    if len(asked & (view.content(line) | view.matter(range(text, len(view.lines)), 2))) >= SAME:
        return False
    found = joints.signs(view, line, text, form, opening.line)
    if found is None or found[RECURS] < SHARED or found[STOPS]:
        return False
    return joints.probability(joints.Joint(line, text, found), joints.weights(view.knowledge)) >= LEAST


def _told(view: View, lines: range) -> int:
    """Words of text among `lines`, up to the first line of a form behind them."""
    body = [i for i in lines if view.states[i] == "body"]
    stop = next((i for i in range(body[0], lines.stop) if view.states[i] == "comment"), lines.stop) if body else 0
    return sum(view.size(i) for i in body if i < stop)
