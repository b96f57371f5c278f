"""Finds the teasers of a topic's page: beginnings of many stories in a row, cut off or each with its own dateline.

Such a page reads like running text line by line; only over the lines it shows that no story goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from takhrij.analyse.lines import Line
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded, fold_text

CUT_OFF: Final = 3
"""Sentences that break off and give way to another story's first verb, on a page that is a list of teasers."""
SHARE: Final = 6
"""Every how many lines has to break off so."""
OWN: Final = 4
"""Lines of text before the first that breaks off: more of them are an article over the teasers."""
SIGNED: Final = 3
"""How often one outlet's dateline opens a text on a page of teasers: one article opens with it once."""
_BROKEN: Final = re.compile(r"(?:(?<!\. )\. ?\. ?\.|…|\[ ?(?:\. ?){3}\])(?! ?\.)\s+(?=\w)")
_SIGNED: Final = re.compile(r"(?:^|[.؟!…\n]\s*|\[ ?(?:\. ?){3}\]\s*)((?:[^\W\d_]+ ){1,3})- (?=[^\W\d_]{2})")


def first(page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line]) -> tuple[int, str] | None:
    """Return the line from which on all running text is teasers, and the reason; None on other pages."""
    verbs = knowledge.built(_verbs)
    broken: list[int] = []
    signed: list[tuple[str, int]] = []
    for i, line in enumerate(lines):
        raw = page.text[line.start : line.end]
        if "." in raw or "…" in raw:
            for match in _BROKEN.finditer(raw):
                words = folded.between(line.start + match.end(), line.end)
                if words and folded.words[words.start].text in verbs:
                    broken.append(i)
        signed += [(fold_text(m.group(1)).strip(), i) for m in _SIGNED.finditer(raw) if len(line.words) >= 8]
    if len(broken) >= CUT_OFF and SHARE * len(set(broken)) >= sum(len(line.words) >= 8 for line in lines):
        own = sum(len(line.words) >= 8 for line in lines[: broken[0]])
        return broken[0] if own > OWN else 0, f"{len(broken)} sentences break off before another story's first verb"
    name, times = max(Counter(n for n, _ in signed).items(), key=lambda p: (p[1], p[0]), default=("", 0))
    if times >= SIGNED:
        return next(i for n, i in signed if n == name), f"the dateline {name} opens {times} texts"
    return None


def _verbs(knowledge: Knowledge) -> frozenset[str]:
    language = knowledge.language
    return frozenset(fold_text(form) for verb in language.reporting for form in verb.forms)
