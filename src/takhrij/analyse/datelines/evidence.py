"""Every date on a page with what it dates: the article, an update, a photograph, a comment, another thing."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import Final, Literal, NamedTuple

from takhrij.analyse import times
from takhrij.analyse.times.grammar import grammar
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Block, Mark, Page, Span, TimeExpression, When
from takhrij.text import Folded, fold, fold_text
from takhrij.timex import day, resolve

Role = Literal[
    "published", "updated", "stamp", "comment", "photo", "path", "mention", "today", "weekday", "copyright", "other"
]
_FULL: Final = re.compile(r"H?\d{4}-\d\d-\d\d")
_PARTIAL: Final = re.compile(r"XXXX-(\d\d)-(\d\d)")
_OTHERS: Final[dict[str, Role]] = {"comment": "comment", "caption": "photo", "related": "other", "promo": "other"}
"""What a date without a cue dates, by the kind of its block."""
_UNSURE: Final = "day first"
"""What `times` notes at figures that nothing beside them puts in order."""
_CLOCKED: Final = re.compile(r"T\d\d:\d\d")
_CLAUSE: Final = 80
"""Characters before a day in which a word may stand that makes it one to come."""
_ZULU: Final = re.compile(r"T(\d\d):(\d\d)[:.\d]*(?:Z|[+-]00:?00)$")
_BYLINE: Final = 30
"""Characters of a line that an author's name may fill before the stamp that a text is glued to."""
_BEFORE: Final = 48
"""How many folded characters before a date its cue may stand in: a cue, a colon, a clock time and a weekday."""
_BEHIND: Final = 12
"""How many folded characters behind a date whose picture it is may stand in."""
_ISSUE: Final = 20
"""How many folded characters behind a day the number of the paper's issue may stand in. Before it one stands in the
heads of pages too, where the day is that of the visit."""
_BESIDE: Final = 60
"""Folded characters from a date's beginning in which its clock time and zone stand."""
_DATELINE_WORDS: Final = 3
"""Words that may stand before the day of an agency's dateline: a town, its country, a preposition."""
_HIJRI: Final = r"14\d\d ?/ ?\d\d ?/ ?\d\d ?هـ? -"
_HEAD_OF_TWO: Final = re.compile(_HIJRI)
_MASTHEAD: Final = re.compile(r" ?م " + _HIJRI)
"""Behind the day of a paper's head: the same in figures of the other calendar, and a dash to the next town."""
_MADE: Final = re.compile(r"(?<=[/=])(?:\d+[-:](\d{4}-\d\d-\d\d)|\d{4}-\d\d-\d\d)-\d\d?-\d\d?-\d\d?(?!\d)")
_DIGITS: Final = re.compile(r"/(20)(\d\d)/([01]\d)/\2\3([0-3]\d)_")
_PATH: Final = re.compile(r"/((?:19|20)\d\d) ?[/-] ?([01]?\d)(?: ?[/-] ?([0-3]?\d))?(?=[/_-])")
_LINK: Final = re.compile(r"(?:https?:|www\.|!\[[^\]\n]{0,300}\]\(|/wp-content/)[^\s)]{4,400}")


class Evidence(NamedTuple):
    """A date with its role. `when` is None where the year is not written; `month` and `number` are kept then.

    `zoned`: a clock time with the name of a local zone stands beside it; a page's own clock needs none, and
    crawlers write Greenwich's. `ahead`: the words speak of what is to come. `minute`: of the day in Greenwich, where
    the stamp says that it is told so, else -1. `either`: its figures may be day and month or month and day.
    `numbered`: the number of the paper's issue stands behind it: the day that the paper bears.
    """

    role: Role
    span: Span
    kind: str
    when: When | None
    month: int = 0
    number: int = 0
    weekday: int = 0
    hijri: bool = False
    zoned: bool = False
    ahead: bool = False
    minute: int = -1
    either: bool = False
    numbered: bool = False


class Cues:
    """The cues of a language before a date, and the words that put one into a sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.roles = {fold_text(c.phrase): c.role for c in knowledge.language.datelines}
        names = sorted(
            (w for w, role in self.roles.items() if role in ("published", "updated", "other")), key=lambda w: -len(w)
        )
        self.pattern = re.compile(r"(?<![^\W\d_])(?:" + "|".join(map(re.escape, names)) + r")(?![^\W\d_])")
        words = (f.word for f in knowledge.language.function_words)
        self.prepositions = frozenset(fold_text(w) for w in words) | {
            w for w, role in self.roles.items() if role == "mention"
        }

        zones = [fold_text(w.word) for w in knowledge.language.timewords if w.slot == "zone" and not w.value]
        written = "|".join(re.escape(z).replace("\\ ", r"\s") for z in zones if not z.isascii())
        letters = "|".join(z for z in zones if z.isascii())
        # clocks of pages name their town behind صباحا, but no zone by its letters
        self.zone = re.compile(
            rf"\d\s?:\s?\d\d\W{{0,4}}(?:(?:[^\W\d_]{{1,2}}\W{{1,3}})?(?:{written})|"
            rf"(?:[^\W\d_]{{1,5}}\W{{1,3}})?(?:{letters}))(?![^\W\d_])"
        )
        self.foretells = knowledge.built(grammar).tells_future
        self.months = {fold_text(m.name): m.number for m in knowledge.language.months if m.calendar == "gregorian"}

    def tells(self, role: str, folded: str) -> bool:
        """Return whether folded words hold a phrase of `role` (copyright, archive, photographer)."""
        return any(w in folded for w, its in self.roles.items() if its == role)


def cues(knowledge: Knowledge) -> Cues:
    """Return the dateline cues of the language: for `Knowledge.built`."""
    return Cues(knowledge)


def gather(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> list[Evidence]:
    """Return the evidence in reading order: dates in the text, years of copyright, months and days of image paths."""
    found = []
    rules = knowledge.built(cues)
    starts = [b.span.start for b in sofar.blocks]
    links = [m.span() for m in _LINK.finditer(page.text)]
    for i, time in enumerate(sofar.times):
        at = bisect_right(starts, time.span.start) - 1
        block = sofar.blocks[at] if at >= 0 else None
        before = sofar.times[i - 1] if i else None
        item = _evidence(page, folded, time, before, block, rules)
        if item and any(a <= time.span.start < b for a, b in links):
            item = item._replace(role="path")
        if item:
            found.append(item)
    found += _paths(page, links)
    found += _badges(page, sofar.blocks, rules)
    return sorted(found, key=lambda e: (e.span.start, e.span.end))


def _evidence(
    page: Page, folded: Folded, time: TimeExpression, before: TimeExpression | None, block: Block | None, rules: Cues
) -> Evidence | None:
    kind = block.kind if block else "chrome"
    index = folded.index(time.span.start)
    ahead = time.tense == "future" or (time.shift is not None and time.shift.by > 0)
    ahead = ahead or (
        kind == "body" and bool(_FULL.match(time.written)) and _foretold(folded, time.span.start, rules)
    )
    hijri = time.written.startswith("H")
    base = Evidence("mention", time.span, kind, None, weekday=time.weekday, hijri=hijri, ahead=ahead)
    if kind != "body" and time.written and rules.zone.search(folded.text, index, index + _BESIDE):
        base = base._replace(zoned=True)
    if kind != "body" and rules.tells("issue", _behind(folded, time.span, _ISSUE)):
        base = base._replace(numbered=True)
    if _FULL.match(time.written) and "/" not in time.written:
        readings = resolve(time, None)
        if not readings or not readings[0].when:
            return None
        base = base._replace(when=day(readings[0].when.first), minute=_greenwich(time.written))
        base = base._replace(either=any(why.note == _UNSURE for why in time.why))
    elif match := _PARTIAL.match(time.written):
        base = base._replace(month=int(match[1]), number=int(match[2]))
    elif re.fullmatch(r"\d{4}", time.written):
        readings = resolve(time, None)
        year = readings[0].when if readings else None
        sign = page.text[max(time.span.start - 40, 0) : time.span.end + 25]
        ours = "©" in sign or (rules.tells("copyright", fold_text(sign)) and kind != "body")
        role: Role = "copyright" if ours else "mention"
        return base._replace(role=role, when=year)
    elif time.weekday and time.shift and time.shift.unit == "day":
        return base._replace(role="today", weekday=(time.weekday - time.shift.by - 1) % 7 + 1)
    elif time.weekday and not time.written and time.shift is None and kind == "body":
        return base._replace(role="weekday")
    else:
        return None
    if _is_today(page, time, before):
        beside = before.weekday if before and not (time.shift or base.when) else 0  # اليوم الخميس (26 تشرين الأول)
        return base._replace(role="today", weekday=time.weekday or beside)
    head = _of_head(page.text, time.span)
    if not head and block and block.kind in ("body", "byline") and _opens(page.text, block.span.start, time.span):
        return base._replace(role="published")
    told = "other" if head else _role(folded, time, base, rules, block)
    return base._replace(role=told)


def _behind(folded: Folded, span: Span, size: int) -> str:
    end = folded.index(span.end)
    return folded.text[end : end + size]


def _foretold(folded: Folded, start: int, rules: Cues) -> bool:
    """Whether words of its clause, before a day that is written in full, speak of what is to come."""
    words = folded.between(max(start - _CLAUSE, 0), start)
    for i in reversed(words):
        if rules.foretells[folded.words[i].text]:
            return True
        if i and any(c in ".!?؟؛\n" for c in folded.gap(i - 1, i)):
            break
    return False


def _greenwich(written: str) -> int:
    """The minute of the day of a clock time in Greenwich's zone, -1 for any other."""
    match = _ZULU.search(written)
    return 60 * int(match[1]) + int(match[2]) if match else -1


def _opens(raw: str, start: int, span: Span) -> bool:
    """Whether it is an agency's dateline: town, day, then the agency in brackets or slashes, or a dash."""
    before, after = raw[start : span.start], raw[span.end : span.end + 3].lstrip()
    words = len(re.findall(r"[^\W\d_]+", before))
    if len(before) > _BEFORE or not 0 < words <= _DATELINE_WORDS or after[:1] not in tuple("(/-–—"):
        return False
    return not re.search(r"[.:؛!?؟\n]", before)


def _is_today(page: Page, time: TimeExpression, before: TimeExpression | None) -> bool:
    """Whether a pointer to the day of speaking stands in or right before it (`اليوم، الأربعاء 12 من شباط`)."""
    if time.shift and time.shift.unit == "day" and time.shift.by == 0:
        return True
    if before is None or before.shift is None or before.shift.unit != "day" or before.shift.by != 0 or before.written:
        return False
    gap = page.text[before.span.end : time.span.start]
    return len(gap) < 5 and "\n" not in gap and not any(c.isalnum() for c in gap)


def _of_head(raw: str, span: Span) -> bool:
    """Whether it is one of the two days, in figures, of a paper's head (بيروت - لبنان 2018/01/21 م 1439/05/05 ه)."""
    return _MASTHEAD.match(raw, span.end) is not None or _HEAD_OF_TWO.match(raw, span.start) is not None


def _role(folded: Folded, time: TimeExpression, base: Evidence, rules: Cues, block: Block | None) -> Role:
    index = folded.index(time.span.start)
    before = folded.text[max(index - _BEFORE, 0) : index].rpartition("\n")[2]
    cues_before = list(rules.pattern.finditer(before))
    cue = cues_before[-1] if cues_before else None
    if cue is not None and _close(before[cue.end() :]):
        role = rules.roles[cue.group()]
        return role if role in ("published", "updated") else "other"  # type: ignore[return-value]
    if base.kind == "caption" and block and block.span.start == time.span.start:
        return "stamp"  # a byline that the picture's words are glued to: captions close with their day
    if base.kind in _OTHERS:
        line = folded.text[folded.text.rfind("\n", 0, index) + 1 : index + _BEFORE]
        return "other" if base.kind == "caption" and rules.tells("archive", line) else _OTHERS[base.kind]
    if rules.tells("photographer", _behind(folded, time.span, _BEHIND)):
        return "photo"
    if base.when and _CLOCKED.search(time.written) and block and time.span.start - block.span.start < _BYLINE:
        return "stamp"  # no sentence begins with a day to the minute, whatever word stands before it
    word = re.search(r"([^\W\d_]+)\W*$", before)
    glued = bool(before) and before[-1].isalpha()
    if word and not glued and word[1] in rules.prepositions:
        return "mention"
    if base.kind == "body" and before.rstrip()[-1:] in ("،", ","):
        return "mention"  # a photograph's caption: town, country, day
    return "stamp"


def _close(between: str) -> bool:
    """Whether nothing but marks, figures and two words at most stand between a cue and the date."""
    return len(re.findall(r"[^\W\d_]+", between)) <= 2 and "." not in between.replace(" . ", "")


def _paths(page: Page, links: list[tuple[int, int]]) -> list[Evidence]:
    found = []
    for start, end in links:
        for match in _PATH.finditer(page.text, start, end):
            year, month, number = int(match[1]), int(match[2]), int(match[3] or 0)
            span = Span(page=page.id, start=match.start() + 1, end=match.end())
            try:
                first = date(year, month, number or 1)
            except ValueError:
                continue
            when = When(first=first, last=first, grain="day" if number else "month")
            found.append(Evidence("path", span, "caption", when))
    return found


def _badges(page: Page, blocks: tuple[Block, ...], rules: Cues) -> list[Evidence]:
    """Stamps that stand in boxes: a line for the day, one for the month, one for the year, or the last two in one."""
    found = []
    for i, block in enumerate(blocks[:-1]):
        if block.span.end - block.span.start > 3 or block.kind == "body":
            continue
        lines = [page.text[b.span.start : b.span.end].strip() for b in blocks[i : i + 3]]
        if not (lines[0].isdecimal() and lines[1] and len(lines[1]) < _BEFORE):
            continue
        words = fold_text(" ".join(lines[1:])).replace(",", " ").split()
        month = next((rules.months[m] for m in (" ".join(words[:2]), words[0]) if m in rules.months), 0)
        year = next((w for w in words[1:3] if len(w) == 4 and w.isdecimal()), "0")
        try:
            when = date(int(year), month, int(lines[0]))
        except ValueError:
            continue
        last = blocks[i + 1] if lines[1].endswith(year) else blocks[i + 2]
        span = Span(page=page.id, start=block.span.start, end=last.span.end)
        found.append(Evidence("stamp", span, "byline", day(when)))
    return found


def of_article(evidence: list[Evidence], articles: tuple[Article, ...], index: int) -> list[Evidence]:
    """Return what may date one article: from the end of the article before to the beginning of the next.

    Copyright years belong to all articles.
    """
    low = articles[index - 1].span.end if index else 0
    high = articles[index + 1].span.start if index + 1 < len(articles) else 10**12
    return [e for e in evidence if low <= e.span.start < high or e.role == "copyright"]


def marked(page: Page, knowledge: Knowledge) -> list[Evidence]:
    """Return what markup and address tell: days of `published` and `modified` marks, of `time` marks that all agree,
    and the day in the URL (role `path`)."""
    found: list[Evidence] = []
    roles: dict[str, Role] = {"published": "published", "modified": "updated"}
    for mark in page.marks:
        when = (_iso(mark.value) or _in_words(mark.value, knowledge)) if mark.kind in roles else None
        if when:
            found.append(_of_mark(page, roles[mark.kind], mark, when))
    clocks = [
        (when, m)
        for m in page.marks
        if m.kind == "time" and m.value and (when := _iso(m.value) or _in_words(m.value, knowledge))
    ]
    if len({when for when, _ in clocks}) == 1:
        found.append(_of_mark(page, "stamp", clocks[0][1], clocks[0][0]))
    if page.url and (when := _of_address(page.url)):
        found.append(Evidence("path", Span(page=page.id, start=0, end=0), "chrome", day(when)))
    return found


def _of_address(url: str) -> date | None:
    """The day in an address.

    Joomla names items by the second they were made: behind a number an article, else a menu. The BBC writes year and
    month, then the day in six digits.
    """
    made = [match[1] for match in _MADE.finditer(url) if match[1]]
    if made:
        return _iso(made[-1])
    if match := _DIGITS.search(url):
        return _iso(f"{match[1]}{match[2]}-{match[3]}-{match[4]}")
    match = _PATH.search(_MADE.sub("", url) + "/")
    return _iso(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match and match[3] else None


def _of_mark(page: Page, role: Role, mark: Mark, when: date) -> Evidence:
    span = Span(page=page.id, start=mark.start, end=mark.end)
    return Evidence(role, span, "chrome", day(when), minute=_greenwich(mark.value.strip()))


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None


def _in_words(value: str, knowledge: Knowledge) -> date | None:
    """The day of a mark that is written as readers see it (`الأربعاء، 07 أكتوبر 2020`)."""
    page = Page(id="", text=value[:200], sources=(), raw_sha256="")
    for time in times.find(page, fold(page.text), Analysis(page="", language=""), knowledge):
        readings = resolve(time, None)
        if _FULL.match(time.written) and readings and readings[0].when:
            return readings[0].when.first
    return None
