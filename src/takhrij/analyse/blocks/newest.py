"""Knows pages that list stories newest first: each behind its day, or behind the time that has gone by since.

A chronicle goes on from day to day, a site's list back from today; what happened on one day stands there in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final

from takhrij.analyse.blocks.lines import Line
from takhrij.analyse.blocks.listings import LONGEST, SHORTEST, even
from takhrij.analyse.blocks.wordlists import function_words
from takhrij.knowledge import Knowledge
from takhrij.records import Page
from takhrij.text import Folded, fold_text

FEWEST: Final = 4
"""Stories of a list."""
EVEN: Final = 0.5
"""Share of them whose length is near the middle one's."""
BACK: Final = 0.85
"""Share of the days that are not after the one before."""
NEAR: Final = 10
"""Days from one to the next, as a rule: what happened over years, newest first, is a chronicle."""
ARTICLE: Final = 2
"""How many times as long as the middle story an article is."""
STAMP: Final = 60
"""Characters of a stamp in another calendar, before the one that is read."""
BEFORE: Final = 36
AFTER: Final = 10
"""Characters of a date before its year, and behind it."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PART: Final = r"(?: ?\([^)\d]{2,20}\)| ?/ ?[^\W\d]{2,12}(?: [^\W\d]{2,8})?)?"
"""The month's second name, behind a stroke or in brackets."""
_DASHED: Final = re.compile(r"\W*[-–|]")
_DOTS: Final = re.compile(r"(?:\. ?){3}|…")
_ENDS: Final = re.compile(r"[.!?؟]\s*$", re.MULTILINE)
_AMID: Final = re.compile(r"[^\W\d]* ?[,،.؛)]")
"""Behind a time ago of which a sentence tells."""
_COLON: Final = re.compile(r" ?[:：]")
"""Behind an entry of a chronicle."""


def listed(page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line]) -> tuple[int, str] | None:
    """Return the line from which on a page only lists stories, newest first, and the reason; None on others."""
    return _behind_days(page, folded, knowledge, lines) or _behind_ago(page, folded, knowledge, lines)


def _behind_days(page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line]) -> tuple[int, str] | None:
    if len(_YEAR.findall(folded.text)) < FEWEST:  # a quick look
        return None
    pattern, months = knowledge.built(_dates)
    function, before = knowledge.built(function_words), knowledge.built(_before)
    days: list[date] = []
    spans: list[tuple[int, int]] = []
    for match in _near_years(pattern, folded.text):
        start, end = folded.span(*match.span())
        first, stop = folded.between(start, end).start, folded.between(start, end).stop
        if first and folded.texts[first - 1] in before and "\n" not in folded.gap(first - 1, first):
            continue  # a sentence names the day
        dashed = _DASHED.match(page.text, end)
        if not dashed and stop < len(folded.texts) and folded.texts[stop] in function:
            continue  # a sentence goes on with it
        day = None if _COLON.match(page.text, end) else _day(match, months)
        if day:
            days.append(day)
            spans.append((start, end))
    if len(days) < FEWEST:
        return None
    gaps = [(one - other).days for one, other in pairwise(days)]
    if sum(gap >= 0 for gap in gaps) < BACK * len(gaps) or median(map(abs, gaps)) > NEAR:
        return None
    begin = _from(page, lines, spans)
    return None if begin is None else (begin, f"{len(days)} stories, each behind its day, newest first")


def _near_years(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the dates of a text, looked for near its years only."""
    last = 0
    for year in _YEAR.finditer(text):
        found = pattern.search(text, max(last, year.start() - BEFORE), year.end() + AFTER)
        if found:
            yield found
            last = found.end()


def _behind_ago(page: Page, folded: Folded, knowledge: Knowledge, lines: list[Line]) -> tuple[int, str] | None:
    words, pattern = knowledge.built(_ago)
    if sum(folded.text.count(f"{word} ") for word in words) < FEWEST:  # a quick look
        return None
    found = pattern.finditer(folded.text)
    spans = [folded.span(*match.span()) for match in found if not _AMID.match(folded.text, match.end())]
    if len(spans) < FEWEST:
        return None
    begin = _from(page, lines, spans)
    return None if begin is None else (begin, f"{len(spans)} stories, each behind the time since it was told")


def _from(page: Page, lines: list[Line], spans: list[tuple[int, int]]) -> int | None:
    """Return the line of the first stamp, if what the stamps part is stories of one length to the page's end.

    The first may be an article's own, which is longer than the stories under it.
    """
    sizes = [start - end for (_, end), (start, _) in pairwise([*spans, (len(page.text), len(page.text))])]
    middle = median(sizes)
    if middle < SHORTEST:
        return None  # stamps in a row: a footer's
    if sizes[0] > ARTICLE * middle:
        spans, sizes = spans[1:], sizes[1:]
    begin = next((i for i, line in enumerate(lines) if line.end >= spans[0][1]), len(lines) - 1)
    over = page.text[lines[0].start : spans[0][0]]
    if len(over) < LONGEST and (_DOTS.search(over[-STAMP:]) or not _ENDS.search(over)):
        begin = 0  # the first story breaks off before the stamp that stands behind it, or none is told
    elif spans[0][0] - lines[begin].start > SHORTEST:
        begin += 1  # an article ends in the line of the first stamp
    if begin >= len(lines) or len(spans) < FEWEST:
        return None
    return begin if even(sizes, len(page.text) - lines[begin].start, EVEN) else None


def _day(match: re.Match[str], months: dict[str, int]) -> date | None:
    """The day of a date, None if there is none such; of two numbers before the year the first is the day."""
    told = match.groupdict()
    if told["year"]:
        year, month, day = told["year"], int(told["month"]), told["day"]
    elif told["year2"]:
        year, month, day = told["year2"], int(told["month2"]), told["day2"]
    else:
        year, month, day = told["year3"], months[told["name"]], told["day3"]
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _dates(knowledge: Knowledge) -> tuple[re.Pattern[str], dict[str, int]]:
    months = {fold_text(m.name): m.number for m in knowledge.language.months if m.calendar == "gregorian"}
    names = "|".join(re.escape(name) for name in sorted(months, key=lambda n: (-len(n), n)))
    year = r"(?:19|20)\d\d"
    pattern = (
        rf"(?<!\d)(?:(?P<year>{year}) ?[/-] ?(?P<month>\d\d?) ?[/-] ?(?P<day>\d\d?)"
        rf"|(?P<day2>\d\d?) ?[/.-] ?(?P<month2>\d\d?) ?[/.-] ?(?P<year2>{year})"
        rf"|(?P<day3>\d\d?) (?P<name>{names}){_PART} ?[,،]? ?(?P<year3>{year}))(?!\d)"
    )
    return re.compile(pattern), months


def _ago(knowledge: Knowledge) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The words for ago; and one of them, a number, a unit of time, and a smaller one."""
    ago = tuple(sorted({fold_text(row.word) for row in knowledge.language.stamps if row.part == "ago"}))
    words = "|".join(rf"{word}(?<!\w{word})" for word in map(re.escape, ago))  # found fast so
    return ago, re.compile(rf"(?:{words}) (?:\w+ )?\d\d? ?[^\W\d]+(?: و ?\d\d? ?[^\W\d]+)?")


def _before(knowledge: Knowledge) -> frozenset[str]:
    """Words behind which a date belongs to a sentence."""
    rows = (row.word for row in knowledge.language.stamps if row.part == "text")
    return frozenset(map(fold_text, rows)) | knowledge.built(function_words)
