"""Tokens with their names, one a line, as pages: how exact spans of the corpora and of the program are compared.

ANERcorp marks persons, organisations and locations flatly, states among the locations, and splits off no clitic: so
the words of a span here are whole tokens. Wojood nests: the outermost span of each of our kinds is wanted.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from bench import shared
from takhrij.analyse.mentions import groups, training
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import wordbook
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Kind, Mention, Page
from takhrij.text import fold, fold_text, fold_words

CORPORA = shared.SHARED / "corpora"
KINDS: Final = ("person", "place", "organization")
_TAGS: Final = {"PERS": "person", "LOC": "place", "GPE": "place", "ORG": "organization"}
_OURS: Final[dict[Kind, str]] = {
    "person": "person",
    "place": "place",
    "state": "place",
    "organization": "organization",
    "outlet": "organization",
}
_CLASSES: Final = frozenset(
    fold_words("صحيفة جريدة مجلة موقع وكالة قناة شبكة شركة نادي حركة تنظيم وفد بعثة مجموعة إذاعة راديو فريق")
)
"""Nouns of a class, which ANERcorp leaves outside the name that follows."""
_BODIES: Final = frozenset(
    fold_words(
        "جيش قوات شرطة وزارة لجنة هيئة مركز برنامج مكتب فصائل جهاز ديوان برلمان جمعية مؤسسة صندوق محكمة حكومة سفارة "
        "رئاسة تلفزيون غرفة دائرة مديرية قنصلية معهد مصرف كتيبة ميليشيا"
    )
)
"""Bodies that ANERcorp marks nowhere (in nine cases of ten in its first five sixths)."""
_WRITTEN: Final = {"person": "PER", "place": "LOC", "organization": "ORG"}


class Name(NamedTuple):
    """Tokens `first` to `last` (half-open) name one of a kind."""

    first: int
    last: int
    kind: str


class Line(NamedTuple):
    """A sentence: its tokens, and its names."""

    tokens: tuple[str, ...]
    names: frozenset[Name]


def anercorp() -> list[Line]:
    """Return the development part of ANERcorp, cut behind every full stop."""
    lines: list[Line] = []
    rows: list[tuple[str, list[str]]] = []
    for row in _rows("names_anercorp"):
        rows.append(row)
        if row[0] == ".":
            lines.append(_line(rows))
            rows = []
    return [*lines, _line(rows)] if rows else lines


def wojood() -> list[Line]:
    """Return the development part of Wojood, by its own lines."""
    lines, rows = [], list[tuple[str, list[str]]]()
    for row in (*_rows("names_wojood"), ("", [])):
        if row[0]:
            rows.append(row)
        elif rows:
            lines.append(_line(rows))
            rows = []
    return lines


def parted(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the lines before and behind the line end that is nearest five sixths of the tokens."""
    total = sum(len(line.tokens) for line in lines)
    seen, best, cut = 0, total, 0
    for number, line in enumerate(lines, 1):
        seen += len(line.tokens)
        if abs(6 * seen - 5 * total) < best:
            best, cut = abs(6 * seen - 5 * total), number
    return lines[:cut], lines[cut:]


def pages(lines: Sequence[Line]) -> Iterator[tuple[Page, Analysis, Sequence[Line]]]:
    """Yield the lines as pages with one article, whose body every line is."""
    for begin in range(0, len(lines), training.LINES):
        part = lines[begin : begin + training.LINES]
        yield *training.page_of([line.tokens for line in part]), part


def conll(lines: Sequence[Line]) -> str:
    """Return the lines as `train-names` reads them; where names of two kinds overlap, the longer."""
    rows = []
    for line in lines:
        tags = ["O"] * len(line.tokens)
        for name in sorted(line.names, key=lambda n: (n.first - n.last, n)):
            if set(tags[name.first : name.last]) == {"O"}:
                kind = _WRITTEN[name.kind]
                tags[name.first : name.last] = [f"B-{kind}"] + [f"I-{kind}"] * (name.last - name.first - 1)
        rows += [f"{token} {tag}" for token, tag in zip(line.tokens, tags, strict=True)]
        rows.append("")
    return "\n".join(rows)


class Told(NamedTuple):
    """The names of a page's lines as a corpus would mark them."""

    page: Page
    sofar: Analysis
    lines: Sequence[Line]

    def names(self, mentions: Iterable[Mention], knowledge: Knowledge, *, nested: bool) -> list[frozenset[Name]]:
        """Return the names of each line in whole tokens; `nested` where the corpus marks classes and bodies too."""
        t = Tagged(self.page.id, fold(self.page.text), knowledge.built(wordbook))
        spans: list[tuple[int, int, str]] = []
        for mention in mentions:
            for role in mention.roles:
                spans += _inside(t, role.span.start, role.span.end)
            rule = mention.why[0].rule
            if mention.kind in ("organization", "outlet") and not nested:
                spans += _proper(t, mention)
            elif rule == "place behind its noun" and not nested:
                spans += _behind(t, mention)
            elif rule == "spoken for" and not nested:  # السلطات اللبنانية is no name there
                continue
            elif mention.kind in _OURS:
                spans.append((mention.span.start, mention.span.end, _OURS[mention.kind]))
        return in_tokens(self.sofar, self.lines, spans)


def _inside(t: Tagged, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the states, places and organisations behind the first word: the corpora mark them in titles too."""
    words = t.folded.between(start, end)
    i = words.start + 1
    while i < words.stop:
        group = groups.read(t, i, words.stop)
        if group:
            yield group.start, t.words[group.last - 1].end, _OURS[group.kind]
        i = group.last if group else i + 1


def _behind(t: Tagged, mention: Mention) -> Iterator[tuple[int, int, str]]:
    """Yield the place without the noun of its class (مدينة غزة), as ANERcorp marks it."""
    inner = list(_inside(t, mention.span.start, mention.span.end))
    words = t.folded.between(mention.span.start, mention.span.end)
    first = words.start + (t.words[words.start].start == mention.span.start)
    yield from inner or [(t.words[min(first, words.stop - 1)].start, mention.span.end, "place")]


def _proper(t: Tagged, mention: Mention) -> Iterator[tuple[int, int, str]]:
    """Yield what ANERcorp marks of an organisation: no class before a proper name, no body of a state without one."""
    words = t.folded.between(mention.span.start, mention.span.end)
    first = words.start if words and t.words[words.start].start == mention.span.start else words.start - 1
    head = t.folded.raw[mention.span.start : t.words[first].end]
    bare = fold_text(head).removeprefix("ل" if fold_text(head).startswith("لل") else "").removeprefix("ال")
    alone = len(words) <= 1 and first == words.start
    if mention.why[0].rule == "head alone" or (alone and bare in _CLASSES | _BODIES):
        return
    if bare in _CLASSES and words.stop > first + 1:
        yield t.words[first + 1].start, mention.span.end, "organization"
    elif bare in _BODIES:
        yield from _inside(t, mention.span.start, mention.span.end)
    else:
        yield mention.span.start, mention.span.end, "organization"


def in_tokens(sofar: Analysis, lines: Sequence[Line], spans: Iterable[tuple[int, int, str]]) -> list[frozenset[Name]]:
    """Return for each line the names at `spans` (offsets and kind) in whole tokens."""
    names: list[set[Name]] = [set() for _ in lines]
    of: dict[int, tuple[int, int]] = {}
    for number, (line, block) in enumerate(zip(lines, sofar.blocks, strict=True)):
        at = block.span.start
        for token, text in enumerate(line.tokens):
            of.update(dict.fromkeys(range(at, at + len(text)), (number, token)))
            at += len(text) + 1
    for start, end, kind in spans:
        number, first = of[start]
        names[number].add(Name(first, of[end - 1][1] + 1, kind))
    return [frozenset(each) for each in names]


def _rows(name: str) -> Iterator[tuple[str, list[str]]]:
    with gzip.open(CORPORA / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            token, *tags = line.split() or [""]
            if tags or not token:
                yield token, tags


def _line(rows: Sequence[tuple[str, list[str]]]) -> Line:
    """Return a line with the outermost name of each kind."""
    names: list[Name] = []
    open_: dict[str, int] = {}
    for i, (_, tags) in enumerate((*rows, ("", []))):
        begun = {_TAGS[tag[2:]] for tag in tags if tag.startswith("B-") and tag[2:] in _TAGS}
        inside = {_TAGS[tag[2:]] for tag in tags if tag.startswith("I-") and tag[2:] in _TAGS}
        names += [Name(open_.pop(kind), i, kind) for kind in list(open_) if kind not in inside]
        for kind in begun - open_.keys():
            open_[kind] = i
    return Line(tuple(token for token, _ in rows), frozenset(names))
