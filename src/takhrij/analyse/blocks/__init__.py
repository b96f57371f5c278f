"""What every line of a page is: title, byline, caption, body, promo, related, chrome or comment.

Lines are scored and smoothed in `prose`, titles found in `headlines`; here the rest get their kind from the phrases
that they hold, the list that they stand in, and where they stand. Every block says why.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from takhrij.analyse import outlets
from takhrij.analyse.blocks import (
    archives,
    endings,
    hints,
    places,
    prose,
    reopened,
    repeats,
    shorts,
    signoffs,
    stories,
    tails,
    teasers,
)
from takhrij.analyse.blocks.lines import Cue, Line, cut
from takhrij.analyse.blocks.prose import State
from takhrij.analyse.blocks.views import View
from takhrij.analyse.blocks.wordlists import said_on
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Block, BlockKind, Page, Span, Why
from takhrij.text import Folded

STANDFIRST: Final = 60
"""Most words of what an article opens with over its own furniture: more of them are an article."""
OVER_STAMP: Final = 4
"""Lines and parts of seeming text over a page's date stamp that are none."""
MOST_OVER: Final = 70
"""Words of it."""
LEAST_UNDER: Final = 25
"""Words of text under the stamp, if what stands over it is none."""
_ALT: Final = re.compile(r"^!\[[^\]]{15,}\]\(")


class Viewed(NamedTuple):
    """A page's lines with their states, and what else decides what they are.

    `listing`: where teasers begin, and what showed it. `early`: lines over the date stamp of the page's head.
    """

    view: View
    scores: list[prose.Scored]
    marks: list[frozenset[str]]
    listing: tuple[int, str] | None
    early: range


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Block, ...]:  # noqa: ARG001 (all stages have one signature)
    """Return every line that is not blank, in order, none overlapping another, as a block with its kind and reasons.

    A line that holds several things comes back in parts. Articles are not yet assigned.
    """
    view, scores, marks, listing, early = viewed(page, folded, knowledge)
    lines, states = view.lines, view.states
    kinds: places.Kinds = [None] * len(lines)
    for i, line in enumerate(lines):
        if states[i] == "body":
            note = f"{scores[i].value:+.1f}: {', '.join(scores[i].reasons)}"
            kinds[i] = ("body", Why(rule="running text", note=note))
        else:
            kinds[i] = (
                _marked(marks[i], line)
                or _by_head(line, states[i])
                or _labelled(page, line, states[i], scores[i].reasons)
            )
    if listing is not None:
        _teasers(kinds, states, listing)
    places.forms(view, kinds)
    places.about(view, kinds, [score.value for score in scores])
    places.heads(view, kinds)
    tails.other_matter(view, kinds)
    places.clocks(view, kinds)
    signoffs.find(view, kinds)
    for i in early:
        signed = places.SIGNED.search(view.raw(i).rstrip(" ,،"))
        if signed and outlets.named(signed.group(1), knowledge):
            kinds[i] = kinds[i] or ("caption", Why(rule="signed by an outlet", note="before the page's date stamp"))
        kinds[i] = kinds[i] or ("title", Why(rule="standfirst", note="before the page's date stamp"))
    placed = places.leftovers(view, kinds, [f"{s.value:+.1f}: {', '.join(s.reasons)}" for s in scores])
    return tuple(
        Block(span=Span(page=page.id, start=line.start, end=line.end), kind=kind, why=(why,))
        for line, (kind, why) in zip(lines, placed, strict=True)
    )


def viewed(page: Page, folded: Folded, knowledge: Knowledge) -> Viewed:
    """Return the page's lines with their states, before headlines are looked for."""
    lines = archives.freed(page, folded, knowledge, cut(page, folded, knowledge))
    keys = [_key(folded, line) for line in lines]
    copies, marks = Counter(keys), hints.of(page, lines)
    scores = [
        prose.score(page, folded, knowledge, line, copies[key], kinds)
        for line, key, kinds in zip(lines, keys, marks, strict=True)
    ]
    scores = _without_link(folded, knowledge, lines, scores)
    states = repeats.released(folded, lines, scores, prose.states(scores))
    states = repeats.without_excerpts(folded, lines, states)
    states = _without_standfirst(folded, knowledge, lines, states)
    listing = teasers.first(page, folded, knowledge, lines)
    if listing is not None:
        states = [*states[: listing[0]], *("related" if s == "body" else s for s in states[listing[0] :])]
    end = teasers.tail(folded, knowledge, lines, [i for i, s in enumerate(states) if s == "body"])
    if end is not None and listing is None:
        listing = end, "headlines, each glued to its own story's first sentence"
        states = [*states[:end], *("related" if s == "body" else s for s in states[end:])]
    for i in teasers.glued(page, folded, knowledge, lines, [i for i, s in enumerate(states) if s == "body"]):
        states = [*states[:i], "related", *states[i + 1 :]]
    states, early = _before_stamp(lines, states)
    under = stories.under(folded, knowledge, lines, states) if listing is None else None
    # also where teasers were found: what stands over them may be a list too
    if whole := under or stories.listed(folded, knowledge, lines, states):
        listing = whole
        states = [*states[: whole[0]], *("related" if s == "body" else s for s in states[whole[0] :])]
    elif listing is None and (behind := endings.find(folded, knowledge, lines, states)):
        listing = behind
        states = [*states[: behind[0]], *("related" if s == "body" else s for s in states[behind[0] :])]
    view = reopened.behind_forms(View(page, folded, knowledge, lines, states, marks), scores)
    if listing is None:
        view, scores = shorts.told(view, scores)
    return Viewed(view, scores, marks, listing, early)


def _without_link(
    folded: Folded, knowledge: Knowledge, lines: list[Line], scores: list[prose.Scored]
) -> list[prose.Scored]:
    """A heading opens no list where the sentence glued to it goes on with what was said: its link was dropped."""
    said = knowledge.built(said_on)
    return [
        score._replace(forced="")
        if score.forced == "related" and line.cut and folded.texts[line.words.stop] in said
        else score
        for line, score in zip(lines, scores, strict=True)
    ]


def _without_standfirst(folded: Folded, knowledge: Knowledge, lines: list[Line], states: list[State]) -> list[State]:
    """A sentence or two before the text, parted from it by furniture of the page, is no text yet.

    It is where the text behind the furniture goes on with it (according to him, he added).
    """
    body = [i for i, s in enumerate(states) if s == "body"]
    if not body:
        return states
    first = body[0]
    stop = next((i for i in range(first, len(states)) if states[i] != "body"), len(states))
    again = next((i for i in body if i > stop), None)
    if stop - first > 2 or again is None or len(body) < 3 * (stop - first) + 2:
        return states
    if sum(len(line.words) for line in lines[first:stop]) > STANDFIRST:
        return states
    gap = [cue.row.kind for line in lines[stop:again] for cue in line.cues]
    behind = folded.texts[lines[again].words.start]
    goes_on = stories.goes_on(behind, knowledge) or behind in knowledge.built(said_on)
    if "chrome" not in gap or again - stop > 12 or goes_on:
        return states
    demoted: list[State] = ["other"] * (stop - first)
    return [*states[:first], *demoted, *states[stop:]]


def _teasers(kinds: places.Kinds, states: list[State], listing: tuple[int, str]) -> None:
    """Say of every line of a list of teasers why it is one."""
    for i in range(listing[0], len(states)):
        known = kinds[i]
        if states[i] == "related" and (known is None or known[1].rule != "chrome phrase"):
            kinds[i] = ("related", Why(rule="a page of teasers", note=listing[1]))


def _before_stamp(lines: list[Line], states: list[State]) -> tuple[list[State], range]:
    """What stands over the date stamp of the page's head is no running text yet."""
    body = [i for i, s in enumerate(states) if s == "body"]
    for anchor in reversed([i for i, line in enumerate(lines) if line.stamp and body and i > body[0]]):
        over = [i for i in body if i < anchor]
        words = sum(len(lines[i].words) for i in over)
        under = sum(len(lines[i].words) for i in body if i > anchor)
        if len(over) <= OVER_STAMP and words <= MOST_OVER and under >= max(words, LEAST_UNDER):
            new: list[State] = ["other" if s == "body" else s for s in states[:anchor]]
            return [*new, *states[anchor:]], range(body[0], anchor)
    return states, range(0)


def _key(folded: Folded, line: Line) -> str:
    """What two lines have to share to be one: all words of a short line, the first and the number of a long one's."""
    first, size = line.words.start, len(line.words)
    return f"{' '.join(folded.texts[first : first + min(size, 30)])} {size}"


def _marked(marks: frozenset[str], line: Line) -> tuple[BlockKind, Why] | None:
    """The kind that the markup gives a line whose words give none."""
    if "figcaption" in marks:
        return "caption", Why(rule="figcaption in the markup")
    if line.cues:
        return None
    if marks & {"nav", "footer"}:
        return "chrome", Why(rule="nav or footer in the markup")
    if "time" in marks and len(line.words) <= 12 and "aside" not in marks:
        return "byline", Why(rule="time in the markup")
    return None


def _by_head(line: Line, state: str) -> tuple[BlockKind, Why] | None:
    """The kind that `lines` has found already: part of a gallery, or a date stamp of the page's head."""
    if line.part == "signed":
        return "caption", Why(rule="signed by an outlet", note="the signature begins the next line")
    if line.part == "glued":
        return "caption", Why(
            rule="a caption before a sentence", note="no verb in it; the sentence opens with its own"
        )
    if line.part:
        return line.part, Why(rule="gallery", note="one title stands before every caption")
    if line.stamp and state != "related":
        return "byline", Why(rule="date stamp")
    return None


def _labelled(page: Page, line: Line, state: str, reasons: tuple[str, ...]) -> tuple[BlockKind, Why] | None:
    """The kind that a line's own phrases or its list give it, None if neither does."""
    raw = page.text[line.start : line.end]
    if _ALT.match(raw):
        return "caption", Why(rule="the words of an image")
    if "link or image" in reasons or prose.CODE in reasons or not line.words:
        return "chrome", Why(rule=reasons[0] if reasons else "signs only")
    cue = _strongest(line, state)
    if prose.HEADLINES in reasons and (cue is None or state != "other"):
        return "related", Why(rule=prose.HEADLINES)
    if cue is not None and cue.row.kind == "related" and raw[0] in "•*-›»":
        return "chrome", Why(rule="an entry of a menu")
    if cue is not None:
        why = Why(rule=f"{cue.row.kind} phrase", rests_on=(Span(page=page.id, start=cue.start, end=cue.end),))
        return cue.row.kind, why
    if "words glued together" in reasons and len(line.words) < 12:
        return "chrome", Why(rule="a menu glued together")
    if state in ("related", "comment"):
        return ("related" if state == "related" else "comment"), Why(rule=f"in a {state} list")
    return None


def _strongest(line: Line, state: str) -> Cue | None:
    """The cue that decides; in a list of other articles, bylines and captions are part of the list."""
    rank = {"colon": 0, "whole": 1, "section": 2, "glued": 2, "start": 3, "any": 4, "end": 5}
    cues = [c for c in line.cues if state not in ("related", "comment") or _breaks_list(c)]
    return min(cues, key=lambda c: (rank[c.row.where], c.start - c.end), default=None)


def _breaks_list(cue: Cue) -> bool:
    if cue.row.kind == "byline":
        return cue.row.where == "colon"
    return cue.row.kind not in ("caption", "promo") and cue.row.where != "section"
