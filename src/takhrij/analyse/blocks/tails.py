"""Other matter under an article: a few sentences behind furniture that share no rare word with the text before.

Teasers without a heading, and what a site says of itself or of an author, read line by line like the article's text.
"""

from __future__ import annotations

from typing import Final

from takhrij.analyse.blocks import joints
from takhrij.analyse.blocks.places import Kinds
from takhrij.analyse.blocks.views import View
from takhrij.records import Why

MOST: Final = 5
"""Lines of other matter; more are an article of their own, or its next chapter."""
TOLD: Final = 80
"""Fewest words of the article before it."""
SMALL: Final = 0.6
"""Share of the article's words that it has at most."""
SHARED: Final = 0.1
"""Share of its words, weighed by how rare they are, that stand in the article too: on the labelled pages the ends of
articles behind furniture have .17 and more, but for long ones, other matter .08 and less."""
SENTENCE: Final = 8
"""Words of a line that is weighed."""


def other_matter(view: View, kinds: Kinds) -> None:
    """Mark the last lines of the text as related where they are of another matter."""
    runs = _runs(kinds)
    if len(runs) < 2 or len(runs[-1]) > MOST:
        return
    last, main = runs[-1], [i for run in runs[:-1] for i in run]
    if any(kind is not None and kind[0] == "title" for kind in kinds[main[0] : last[0]]) or _goes_on(view, last[0]):
        return
    told = sum(view.size(i) for i in main)
    if told < TOLD or sum(view.size(i) for i in last) > SMALL * told:
        return
    rarity = view.knowledge.built(joints.rareness)
    before = frozenset().union(*(view.content(i) for i in main))
    shares = []
    for i in last:
        whole = sum(rarity[word] for word in view.content(i))
        if view.size(i) >= SENTENCE and whole:
            shares.append(sum(rarity[word] for word in view.content(i) if word in before) / whole)
    if not shares or sum(shares) >= SHARED * len(shares):
        return
    for i in last:
        kinds[i] = ("related", Why(rule="another matter under the text", note="it shares no rare word with it"))


def _runs(kinds: Kinds) -> list[list[int]]:
    """The lines of text, those in a row together."""
    runs: list[list[int]] = []
    for i, kind in enumerate(kinds):
        if kind is not None and kind[0] == "body":
            if runs and runs[-1][-1] == i - 1:
                runs[-1].append(i)
            else:
                runs.append([i])
    return runs


def _goes_on(view: View, i: int) -> bool:
    """Whether line `i` begins with a conjunction."""
    word = view.folded.texts[view.lines[i].words.start] if view.lines[i].words else ""
    return len(word) > 1 and word[0] in view.conjunctions
