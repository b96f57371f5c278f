"""Where clauses and quotations begin and end inside a stretch of a page. For speech and events alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.text import Folded

MARKS: Final = '“”„«»‹›"'
_OPENING, _CLOSING = "“«„‹", "”»›"
_SEPARATOR: Final = re.compile(r"[،,؛;:]")
_MARK: Final = re.compile(f'[{MARKS[:-1]}]|"(?:(?<=:[ \u00a0]")[ \u00a0]?"(?=[ \u00a0]?\\w))?|\'[ \u00a0]?\'')
"""Two single marks are a double one, set apart or not; so are two double ones that open what a colon introduces."""
_CLOSED: Final = re.compile(r"[ \u00a0]{0,2}[،,؛:.!?؟](?! ?[،,.!?؟])")
"""What stands behind a mark that can open nothing; dots may begin a quotation."""
_INNER: Final = 3
"""Marks from the one that opens a name in a quotation to the one that closes the quotation."""
_NAME: Final = 4
"""Words of a name in marks inside a quotation."""
_AND: Final = " و"
_TRIM: Final = " \t\r\n\u00a0،,؛;:.…–—-\u200f\u200e"


class Quotation(NamedTuple):
    """A quotation with its marks; `inner` are the offsets without them. Not `closed`: it runs to the end."""

    start: int
    end: int
    inner: tuple[int, int]
    closed: bool


class Clause(NamedTuple):
    """A clause without the separators around it. `link` is the folded connective that begins it, or empty."""

    start: int
    end: int
    link: str = ""


def quotations(raw: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Return the quotations of `raw[start:end]`, outermost only, in order.

    Every mark opens where none is open and closes where one is, since pages turn and repeat them; only a mark of
    closing form that hangs on the word before it, with none open, is passed over.
    """
    found: list[Quotation] = []
    opened, depth, inner = -1, 0, -1
    marks = list(_MARK.finditer(raw, start, end))
    for n, match in enumerate(marks):
        i, behind, mark = match.start(), match.end(), match.group()
        if opened < 0:
            if not _stray(raw, i, behind, start, end):
                opened, depth, inner = i, 0, behind
            elif found and marks[n + 1 :] and _ends_name(raw, found[-1], i, marks[n + 1].end(), end):
                opened, depth, inner = found[-1].start, 0, found[-1].inner[0]
                found.pop()
        elif (mark in _OPENING and mark != raw[opened] and _leans_right(raw, i, end) and raw[i - 1].isspace()) or (
            not depth and _opens_name(raw, opened, [m.start() for m in marks[n : n + 3]], end)
        ):
            depth += 1
        elif depth:
            depth -= 1
        else:
            found.append(Quotation(opened, behind, _trimmed(raw, inner, i), True))
            opened = -1
    if opened >= 0:
        found.append(Quotation(opened, end, _trimmed(raw, inner, end), False))
    return tuple(found)


def clauses(folded: Folded, start: int, end: int, knowledge: Knowledge) -> tuple[Clause, ...]:
    """Return the clauses of `folded.raw[start:end]` in order.

    They part at commas, semicolons and colons, and before a connective that begins a clause, written with a comma
    or not; never inside a closed quotation, and never between two digits.
    """
    raw = folded.raw
    quoted = [q for q in quotations(raw, start, end) if q.closed]
    cuts = {m.end() for m in _SEPARATOR.finditer(raw, start, end) if not _between_digits(raw, m.start())}
    hits = knowledge.built(connectives).find(folded, folded.between(start, end))
    links = {hit.start: hit for hit in hits if not hit.first or folded.words[hit.first - 1].text != "من"}  # من حيث
    cuts |= {at for at in links if at > start}
    edges = [start, *sorted(c for c in cuts if not any(q.start < c < q.end for q in quoted)), end]
    made = []
    for left, right in pairwise(edges):
        begin, stop = trimmed(raw, left, right)
        if begin < stop:
            words = folded.between(begin, stop)
            hit = links.get(begin)
            link = " ".join(folded.words[i].text for i in range(hit.first, hit.last)) if hit and words else ""
            made.append(Clause(begin, stop, link))
    return tuple(made)


def connectives(knowledge: Knowledge) -> Lexicon[str]:
    """Build the lexicon of connectives that begin a clause of their own."""
    entries = [(row.phrase, row.kind) for row in knowledge.language.particles if row.kind == "connective"]
    return Lexicon(entries, [c for c in knowledge.language.clitics if c.prefix in ("و", "ف")])


def trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return `start` and `end` without space, separators and full stops, and without an "and" at the end."""
    while start < end and raw[start] in _TRIM:
        start += 1
    while end > start and raw[end - 1] in _TRIM:
        end -= 1
    if raw[max(end - 2, start) : end] == _AND:
        return trimmed(raw, start, end - 1)  # a page writes it apart from the next verb (و أضاف)
    return start, end


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    while start < end and raw[start].isspace():
        start += 1
    while end > start and (raw[end - 1].isspace() or raw[end - 1] in "،,."):
        end -= 1
    return start, end


def _leans_right(raw: str, i: int, end: int) -> bool:
    return i + 1 < end and not raw[i + 1].isspace()


def _opens_name(raw: str, opened: int, marks: Sequence[int], end: int) -> bool:
    """Whether a mark inside a quotation opens a name that the next one closes ("إن فيلم "المدينة" جيد").

    All marks are alike; how they lean tells: the first of `marks` hangs on the word behind it, the next two on those
    before them.
    """
    if len(marks) < _INNER or {raw[i] for i in (opened, *marks)} != {'"'}:
        return False
    first, second, third = marks
    rightward = all(_leans_right(raw, i, end) for i in (opened, first)) and raw[first - 1].isspace()
    leftward = not any(raw[i - 1].isspace() or raw[i + 1 : i + 2].isalnum() for i in (second, third))
    return rightward and leftward and len(raw[first:second].split()) <= _NAME


def _stray(raw: str, i: int, behind: int, start: int, end: int) -> bool:
    """Whether the mark at `i` opens nothing: one of closing form on the word before it, or any before a comma."""
    if _CLOSED.match(raw, behind, end):
        return True
    return raw[i] in _CLOSING and i > start and not raw[i - 1].isspace() and not _leans_right(raw, i, end)


def _ends_name(raw: str, last: Quotation, i: int, closes: int, end: int) -> bool:
    """Whether the mark at `i`, which opens nothing, ends a name within the quotation that seemed to close before it.

    So it is where the name follows the seeming end at once, and the next mark, which ends at `closes`, closes a
    clause ("... شعارات "حركة الغد"، وفي المدينة كلها".).
    """
    between = raw[last.end : i]
    name = 1 <= len(between.split()) <= _NAME and not _SEPARATOR.search(between) and "." not in between
    alike = last.closed and raw[last.end - 1] == raw[i] == raw[last.start]
    return name and alike and (not raw[closes:end].strip() or _CLOSED.match(raw, closes, end) is not None)


def _between_digits(raw: str, i: int) -> bool:
    return 0 < i < len(raw) - 1 and raw[i - 1].isdigit() and raw[i + 1].isdigit()
