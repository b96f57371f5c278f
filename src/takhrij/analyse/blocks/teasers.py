"""Finds the teasers of a topic's page: beginnings of many stories in a row, cut off or each with its own dateline.

Such a page reads like running text line by line; only over the lines it shows that no story goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import mean, median
from typing import Final

from takhrij.analyse.blocks import newest, seams, stories
from takhrij.analyse.blocks.lines import Line
from takhrij.analyse.blocks.listings import cut_evenly, stamped
from takhrij.analyse.blocks.views import contents
from takhrij.analyse.blocks.wordlists import function_words, said_on
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded, fold_text

CUT_OFF: Final = 3
"""Sentences that break off and give way to another story's first verb, on a page that is a list of teasers."""
TOP: Final = 12
"""Lines at the top of a page in which its heading stands."""
NEAR: Final = 4
"""Words behind the broken end in which the next story's first verb stands."""
OPENS: Final = -2.2
"""Log odds above which a word behind the broken end opens another story."""
LEAST: Final = 6
"""Sentences of a page of which each may open a story of its own."""
TOLD: Final = 8
"""Words of the shortest of them."""
MOST: Final = 0.6
"""Share of them that begins with a story's first verb; articles on the labelled pages reach .35."""
SHARED: Final = 0.05
"""Share of its words that a sentence has in common with the next, at most."""
MANY: Final = 10
LIKELY: Final = -3.05
HALF: Final = 0.55
RARELY: Final = 0.1
"""Of so many different sentences this share may open a story, if hardly any is joined to the one before and most
share no more than that with the next. Of 800 pages no article comes near but a day's summary of a war, whose
sentences have four times as much in common."""
_TAG: Final = re.compile(r"(?:^|[-–|]\s?)#\s?([^\W\d_]+)")
RUN: Final = 2
"""Sentences of one line that break off so, where it is no text."""
SHARE: Final = 6
"""Every how many lines has to break off so."""
OWN: Final = 4
"""Lines of text before the first that breaks off: more of them are an article over the teasers."""
BEGUN: Final = 15
"""Words of a line that begins an article."""
SIGNED: Final = 3
"""How often one outlet's dateline opens a text on a page of teasers: one article opens with it once."""
TELLS: Final = 15
"""Characters behind it that differ from text to text: a page's top says a headline with a dash again and again."""
HEAD: Final = 10
"""Words of a glued headline."""
BEHIND: Final = 30
"""Words behind it that say the same again."""
AND: Final = "وف"
"""Conjunctions that are written onto the next word."""
SIZE: Final = 4
"""Fewest words of matter that a headline has."""
ECHO: Final = 0.5
"""Share of them that recurs."""
ECHOES: Final = 3
"""Lines near each other that have to do so."""
SAME: Final = 0.19
"""Share of their matter that the article before has too, weighed by how rare it is: less than that. The next chapters
of long articles, whose subheads are glued to their text, have .19 and more."""
GOES_ON: Final = 0.35
"""Share of their sentences that go on with what was told, at most: of chapters .4 and more."""
DENSE: Final = 3
"""Every how many lines of the rest has to do so."""
_BROKEN: Final = re.compile(r"(?:(?<!\. )\. ?\. ?\.|…|\[ ?(?:\. ?){3}\])(?! ?\.)\s+(?=\w)")
_DATED: Final = re.compile(
    r"(?:[^\W\d_]+ ?[,،]? ){0,2}\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}|[^\W\d_]+ [-–] [^\W\d_]{2}"
)
"""A date or a dateline: what stands behind the broken end is the next story's beginning."""
_SIGNED: Final = re.compile(r"(?:^|[.:؟!…/\n]\s*|\[ ?(?:\. ?){3}\]\s*)((?:[^\W\d_]+ ){1,3})- (?=[^\W\d_]{2})")


def first(page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line]) -> tuple[int, str] | None:
    """Return the line from which on all running text is teasers, and the reason; None on other pages."""
    evenly = cut_evenly(page, lines)
    if evenly is not None and evenly[0] == 0:
        return evenly
    for i, line in enumerate(lines[:TOP]):
        if any(cue.row.opens == "teasers" for cue in line.cues):
            return i, "the page's heading says that it lists a topic or a day"
        if len(line.words) >= 2 * BEGUN and not line.cues:
            break
    broken: list[int] = []
    signed: list[tuple[str, str, int]] = []
    for i, line in enumerate(lines):
        raw = page.text[line.start : line.end]
        broken += [i] * _breaks(page, folded, knowledge, line)
        if len(line.words) >= 8 and " - " in raw:
            signed += [
                (fold_text(m.group(1)).strip(), raw[m.end() : m.end() + TELLS], i) for m in _SIGNED.finditer(raw)
            ]
    if len(broken) >= CUT_OFF and SHARE * len(set(broken)) >= sum(len(line.words) >= 8 for line in lines):
        own = sum(len(line.words) >= 8 for line in lines[: broken[0]])
        begun = next(
            (i + 1 for i, line in enumerate(lines) if len(line.words) >= BEGUN and not line.cues), len(lines)
        )
        parted = any(
            cue.row.kind in ("related", "chrome") for line in lines[begun : broken[0] + 1] for cue in line.cues
        )
        return broken[
            0
        ] if own > OWN or parted else 0, f"{len(broken)} sentences break off where another story begins"
    opened = Counter(name for name, _ in {(name, told) for name, told, _ in signed})
    name, times = max(opened.items(), key=lambda p: (p[1], p[0]), default=("", 0))
    if times >= SIGNED:
        return next(i for n, _, i in signed if n == name), f"the dateline {name} opens {times} texts"
    return (
        evenly
        or stamped(page, folded, knowledge, lines)
        or newest.listed(page, folded, knowledge, lines)
        or _topic(page, lines)
        or _own(folded, knowledge, lines)
        or _apart(folded, knowledge, lines)
    )


def _topic(page: Page, lines: list[Line]) -> tuple[int, str] | None:
    """Return the page's first line if its heading is a tag (- # ميرسان) that stands there twice."""
    top = [page.text[line.start : line.end] for line in lines[:TOP]]
    tags = Counter(match.group(1) for raw in top for match in _TAG.finditer(raw))
    return (0, "the page's heading is a tag") if tags and max(tags.values()) > 1 else None


def _own(folded: Folded, knowledge: Knowledge, lines: list[Line]) -> tuple[int, str] | None:
    """Return the page's first line if nearly every sentence opens a story, and none goes on with the one before."""
    told = [line for line in lines if len(line.words) >= TOLD and not line.cues]
    if len(told) < LEAST:
        return None
    begun = sum(seams.opens(knowledge, folded.words[line.words.start].text) > OPENS for line in told)
    if begun < MOST * len(told):
        return None
    shared = mean(_shared(folded, knowledge, told))
    return (0, f"{begun} of {len(told)} sentences open a story, and none goes on") if shared <= SHARED else None


def _apart(folded: Folded, knowledge: Knowledge, lines: list[Line]) -> tuple[int, str] | None:
    """Return the page's first line if it has many sentences, some printed twice, and next to none is joined."""
    different = {
        tuple(folded.texts[line.words.start : line.words.stop]): line
        for line in lines
        if len(line.words) >= TOLD and not line.cues
    }
    told = list(different.values())
    if len(told) < MANY:
        return None
    first = [folded.texts[line.words.start] for line in told]
    begun = sum(seams.opens(knowledge, word) > LIKELY for word in first)
    joined = [_joined(word, knowledge) for word in first]
    if begun < HALF * len(told) or sum(joined) > RARELY * len(told) or any(joined[:3]):
        return None
    if median(_shared(folded, knowledge, told)) > SHARED:
        return None
    return 0, f"{begun} of {len(told)} sentences may open a story, and next to none goes on"


def _joined(word: str, knowledge: Knowledge) -> bool:
    """Whether a sentence that begins with `word` is joined to the one before it by and."""
    if word in knowledge.built(said_on):
        return True
    return word[0] in AND and len(word) >= SIZE and seams.opens(knowledge, word) <= seams.OPENS


def _shared(folded: Folded, knowledge: Knowledge, told: list[Line]) -> list[float]:
    """The share of its matter that each line has in common with the next."""
    content = knowledge.built(contents).__getitem__
    matter = [{*map(content, folded.texts[line.words.start : line.words.stop])} - {""} for line in told]
    return [len(a & b) / max(min(len(a), len(b)), 1) for a, b in pairwise(matter)]


def _breaks(page: Page, folded: Folded, knowledge: Knowledge, line: Line) -> int:
    """Return how many sentences of a line break off where another story begins."""
    raw = page.text[line.start : line.end]
    if not (". ." in raw or ".." in raw or "…" in raw):  # most lines: a quick look
        return 0
    verbs, function, found = knowledge.built(_verbs), knowledge.built(function_words), 0
    for match in _BROKEN.finditer(raw):
        left = folded.between(line.start, line.start + match.start())
        behind = folded.between(line.start + match.end(), line.end)[:NEAR]
        found += (
            any(folded.words[k].text in verbs for k in behind)
            or bool(behind and seams.opens(knowledge, folded.words[behind.start].text) > OPENS)
            or bool(left and folded.words[left.stop - 1].text in function)
            or bool(_DATED.match(page.text, line.start + match.end()))
        )
    return found


def glued(page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line], body: list[int]) -> list[int]:
    """Return the lines under a text's beginning that hold the beginnings of several stories, each cut off."""
    under = body[OWN - 1 :]
    return [i for i in under if len(lines[i].words) >= BEGUN and _breaks(page, folded, knowledge, lines[i]) >= RUN]


def echoing(folded: Folded, knowledge: Knowledge, line: Line) -> bool:
    """Whether a line's first words recur right behind them: a headline glued to its own story's first sentence."""
    if len(line.words) < 2 * HEAD:
        return False
    function, content = knowledge.built(function_words), knowledge.built(contents)
    opening = folded.words[line.words.start].text
    if opening[0] in AND and (opening[1:] in function or opening[1:] in knowledge.built(_verbs)):
        return False  # no headline begins with a conjunction
    first = line.words.start
    texts = folded.texts[first : first + min(len(line.words), HEAD + BEHIND)]
    told = [content[word] for word in texts]
    for size in (HEAD - 3, HEAD):
        own, after = {*told[:size], ""}, {*told[size : size + BEHIND]}
        if len(own & after) - ("" in after) >= ECHO * max(len(own) - 1, SIZE):
            return True
    return False


def tail(folded: Folded, knowledge: Knowledge, lines: list[Line], body: list[int]) -> int | None:
    """Return the line from which on the end of the text is other stories, each a headline glued to its beginning."""
    if len(body) < ECHOES + 2:
        return None
    marks = [i for i in body[2:] if echoing(folded, knowledge, lines[i])]
    for k in range(len(marks) - ECHOES + 1):
        rest = sum(i >= marks[k] for i in body)
        if marks[k + ECHOES - 1] - marks[k] < 2 * ECHOES and DENSE * (len(marks) - k) >= rest:
            return marks[k] if _other_matter(folded, knowledge, lines, body, marks[k]) else None
    return None


def _other_matter(folded: Folded, knowledge: Knowledge, lines: list[Line], body: list[int], end: int) -> bool:
    """Whether the text from line `end` on goes on neither with the text before it nor with itself."""
    under = [lines[i].words for i in body if i >= end and len(lines[i].words) >= TOLD]
    goes_on = sum(stories.goes_on(folded.texts[words.start], knowledge) for words in under)
    own = [lines[i].words for i in body if i < end]
    return goes_on <= GOES_ON * len(under) and stories.shared(folded, knowledge, own, under) < SAME


def _verbs(knowledge: Knowledge) -> frozenset[str]:
    language = knowledge.language
    return frozenset(fold_text(form) for verb in language.reporting for form in verb.forms)
