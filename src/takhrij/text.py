"""Folded text with a way back to the original offsets, its words, and its sentences. Knows Unicode, no language.

Folding makes spellings that differ by hand, keyboard or font one: hamza carriers, final yeh, teh marbuta, marks,
tatweel, digits of every script, presentation forms, Persian letters, bidi controls, letter case. It is idempotent.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from operator import itemgetter
from sys import intern
from typing import Any, Final, NamedTuple, TypeVar
from urllib.parse import urlsplit

T = TypeVar("T")
K = TypeVar("K")

_LETTERS: Final = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیېۍے", "ي"),
    **dict.fromkeys("کڪګ", "ك"),
    **dict.fromkeys("ةہھۂۃە", "ه"),
    "ؤ": "و",
    "ئ": "ي",
    "ۀ": "ه",
}
_DROPPED: Final = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+"
)
_VOWELS: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
_SPECIAL: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefe\uff01-\uff5e\u2100-\u214f\u3300-\u33ff]")
_IRREGULAR: Final = re.compile(f"{_DROPPED.pattern}|{_SPECIAL.pattern}")
_ODD: Final = re.compile(f"[{_DROPPED.pattern[1:-2]}{_SPECIAL.pattern[1:-1]}]")
"""One character of either kind: most texts have none, which one set of characters tells soonest."""


def _one_to_one() -> list[str]:
    """What each character becomes, those that stay told too: `translate` is slow at what it does not find."""
    table = list(map(chr, range(0x2FFF)))
    for letter, meant in _LETTERS.items():
        table[ord(letter)] = meant
    for code in range(0x20, 0x2FFF):
        char = chr(code)
        if char.isdecimal():
            table[code] = str(unicodedata.decimal(char))
        elif char.isspace():
            table[code] = " "
        elif (lower := char.lower()) != char and len(lower) == 1:
            table[code] = lower
    table[ord("\r")] = table[ord("\t")] = " "
    return table


_TABLE: Final = _one_to_one()
_ARABIC: Final = "\u0620-\u064a\u066e-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06fc\u06ff"
_WORD: Final = re.compile(
    rf"\d+(?:[.,٫٬]\d+)*|[{_ARABIC}]+(?:['’][{_ARABIC}]+)?|[^\W\d_{_ARABIC}]+(?:['’][^\W\d_{_ARABIC}]+)?"
)
"""A number, or letters of one script: pages glue labels in Latin letters to the words after them."""
_STOP: Final = re.compile(r"[.!?؟…]+[\"”»’')\]]*(?=\s|$)|\n+")
_OPENING, _CLOSING = "“«„", "”»"
_QUOTE: Final = re.compile(f'["{_OPENING}{_CLOSING}]')
_INITIAL: Final = re.compile(r"(?:^|[\s(.])\w$|[(.] [^\W\d_] $")
"""An initial, with spaces around it too (د . ب . أ)."""
_SPELLED: Final = (
    "بي سي دي إف اف جي إتش اتش آي إيه ايه آيه أيه جيه كيه إل إم ام إس اس تي يو آر إكس اكس دبليو كيو في إن ان إي أو"
)
"""Foreign letters by their names, as Arabic spells abbreviations (بي . بي . سي، إس . إم)."""
_DOUBTFUL: Final = frozenset(["إن", "ان", "في", "أو", "ام"])
"""Of these, those that are common words."""
_NAMES: Final = "|".join(_SPELLED.split())
_LETTER: Final = re.compile(rf"(?<!\w)(?:({_NAMES})\s?\.\s?)?({_NAMES})\s?$")
_TWO_LETTERS: Final = 16
"""Characters of two such letters."""
_NEXT: Final = re.compile(rf"\s?({_NAMES})(?!\w)")
_ASIDE: Final = 80
"""Characters of brackets at most within which no sentence ends."""
_WHOLE: Final = re.compile(r"(?<![\d/:.])\d{1,3} $")
_FRACTION: Final = re.compile(r" \d{1,2}(?!\d| ?[/:.-] ?\d)")
"""A number whose point has spaces around it, as dumps write it (3 . 5 مليون); dates and clock times are none."""


class Word(NamedTuple):
    """A folded word. `start` and `end` are offsets of the page's text, `at` its offset in the folded text."""

    text: str
    start: int
    end: int
    at: int


class Folded:
    """A text after folding. `text[i]` came from the original's character `offset(i)`.

    `texts` are the words' letters alone. `joints`: where words of the original were parted that no space parts.
    `tears`: offsets of spaces in the original that stand within a word.
    """

    __slots__ = ("_at", "_built", "_gaps", "_starts", "_to", "joints", "raw", "tears", "text", "texts", "words")

    def __init__(self, raw: str, text: str, at: list[int], to: list[int]) -> None:
        self.raw = raw
        self.text = text
        self._at, self._to = at, to
        self.joints: tuple[int, ...] = ()
        self.tears: tuple[int, ...] = ()
        found = self._found() if len(at) > 1 or to[0] else _regular(text)
        self._take(tuple(map(partial(tuple.__new__, Word), found)))  # in bulk: a third of the time of `Word(...)`

    def _take(self, words: tuple[Word, ...]) -> None:
        self.words = words
        self.texts: list[str] = list(map(itemgetter(0), words))
        self._starts: list[int] = list(map(itemgetter(1), words))
        self._gaps: list[str] | None = None
        self._built: dict[Any, Any] = {}

    def built(self, build: Callable[[Folded, K], T], knowledge: K) -> T:
        """Return `build(self, knowledge)`, made when first asked for: several stages need the same of a page."""
        if build not in self._built:
            self._built[build] = build(self, knowledge)
        made: T = self._built[build]
        return made

    def mended(self, heads: Sequence[int]) -> Folded:
        """Return the same text with some words as one: each of `heads`, in order, and the word a space behind it."""
        spaces = [self.words[i + 1].at - 1 for i in heads]
        ways = [(at - bisect_left(spaces, at), to) for at, to in zip(self._at, self._to, strict=True)]
        ways += [(space - dropped, self.offset(space + 1)) for dropped, space in enumerate(spaces)]
        made = Folded.__new__(Folded)
        made.raw, made.joints, made.tears = self.raw, self.joints, tuple(map(self.offset, spaces))
        made.text = "".join(self.text[space + 1 : until] for space, until in pairwise([-1, *spaces, len(self.text)]))
        made._at, made._to = _tidy(*zip(*sorted(ways), strict=True))
        words = list(self.words[: heads[0]] if heads else self.words)
        for dropped, (i, until) in enumerate(pairwise([*heads, len(self.words)])):
            head, tail = self.words[i], self.words[i + 1]
            words.append(Word(head.text + tail.text, head.start, tail.end, head.at - dropped))
            if later := self.words[i + 2 : until]:
                texts, starts, ends, ats = zip(*later, strict=True)
                moved = [at - dropped - 1 for at in ats]
                words.extend(map(partial(tuple.__new__, Word), zip(texts, starts, ends, moved, strict=True)))
        made._take(tuple(words))
        return made

    def parted(self, cuts: Mapping[int, int]) -> Folded:
        """Return the same text with some words as two: word `i` is cut behind its first `cuts[i]` letters."""
        made = Folded.__new__(Folded)
        made.raw, made.text, made._at, made._to = self.raw, self.text, self._at, self._to
        made.tears = self.tears
        words: list[Word] = []
        for i, word in enumerate(self.words):
            if cut := cuts.get(i, 0):
                middle = word.at + cut
                words.append(Word(word.text[:cut], word.start, self.offset(middle - 1) + 1, word.at))
                words.append(Word(word.text[cut:], self.offset(middle), word.end, middle))
            else:
                words.append(word)
        made._take(tuple(words))
        made.joints = tuple(self.offset(self.words[i].at + cut) for i, cut in sorted(cuts.items()))
        return made

    def spaced(self, start: int, end: int) -> str:
        """Return the original characters `start` to `end`, with the words' spaces: at joints, not at tears."""
        if not self.joints and not self.tears:
            return self.raw[start:end]
        joints = self.joints[bisect_right(self.joints, start) : bisect_left(self.joints, end)]
        tears = self.tears[bisect_left(self.tears, start) : bisect_left(self.tears, end)]
        if not joints and not tears:
            return self.raw[start:end]
        edges = sorted([(start, start, ""), *((j, j, " ") for j in joints), *((t, t + 1, "") for t in tears)])
        ends = [*(edge[0] for edge in edges[1:]), end]
        return "".join(mark + self.raw[begins:until] for (_, begins, mark), until in zip(edges, ends, strict=True))

    def offset(self, index: int) -> int:
        """Return the offset in the original of folded character `index`; the text's length maps to the original's."""
        i = bisect_right(self._at, index) - 1
        return self._to[i] + index - self._at[i]

    def _found(self) -> Iterator[tuple[str, int, int, int]]:
        """Yield the words' fields. Between two irregular places all offsets differ by the same: few are looked up."""
        begin, stop, shift = 0, -1, 0
        for match in _WORD.finditer(self.text):
            start, end = match.span()
            if end > stop:
                i = bisect_right(self._at, start)
                begin, shift = self._at[i - 1], self._to[i - 1] - self._at[i - 1]
                stop = self._at[i] if i < len(self._at) else len(self.text) + 1
            if begin <= start and end <= stop:
                yield intern(match[0]), start + shift, end + shift, start
            else:
                yield intern(match[0]), self.offset(start), self.offset(end - 1) + 1, start

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original offsets of the folded characters `start` to `end`, without marks after the last."""
        return self.offset(start), self.offset(end - 1) + 1 if end > start else self.offset(start)

    def index(self, offset: int) -> int:
        """Return where in the folded text the first character at or after `offset` of the original stands."""
        i = max(bisect_right(self._to, offset) - 1, 0)
        behind = self._at[i] + max(offset - self._to[i], 0)  # before the first kept character there may be marks
        return min(behind, self._at[i + 1] if i + 1 < len(self._at) else len(self.text))

    def between(self, start: int, end: int) -> range:
        """Return the indices of the words that begin from `start` up to `end`, both offsets of the original."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def before(self, offset: int) -> int:
        """Return how many words begin before `offset` of the original."""
        return bisect_left(self._starts, offset)

    @property
    def gaps(self) -> Sequence[str]:
        """The original characters before each word, from the end of the word before it; nothing before the first.

        Vowel marks on a word's last letter (مؤكداً) are the word's, though it ends before them.
        """
        if self._gaps is None:
            raw, ends = self.raw, map(itemgetter(2), self.words)
            self._gaps = [raw[end:start].lstrip(_VOWELS) for end, start in zip(ends, self._starts[1:], strict=False)]
            self._gaps[:0] = [""] if self.words else []
        return self._gaps

    def gap(self, i: int, j: int) -> str:
        """Return the original characters between word `i` and word `j`."""
        return self.raw[self.words[i].end : self.words[j].start]


def fold(raw: str) -> Folded:
    """Return `raw` folded. Runs in one pass over the characters that need more than a one-to-one change."""
    parts: list[str] = []
    at, to = [0], [0]
    position = length = 0
    for match in _irregular(raw):
        piece = raw[position : match.start()]
        parts.append(piece)
        length += len(piece)
        made = _expand(match.group())
        for step, char in enumerate(made):
            at.append(length + step)
            to.append(match.start() + min(step, match.end() - match.start() - 1))
            parts.append(char)
        length += len(made)
        position = match.end()
        at.append(length)
        to.append(position)
    parts.append(raw[position:])
    return Folded(raw, "".join(parts).translate(_TABLE), *_tidy(at, to))


def fold_text(raw: str) -> str:
    """Return `raw` folded, without a way back: for tables and keys."""
    if _ODD.search(raw):
        raw = _DROPPED.sub("", _SPECIAL.sub(lambda m: _expand(m.group()), raw))
    return raw.translate(_TABLE)


def fold_words(raw: str) -> list[str]:
    """Return the words of `fold(raw)` without their places, several times faster: for counting and comparing."""
    return words_of(fold_text(raw))


def words_of(folded: str) -> list[str]:
    """Return the words of a text that is folded already."""
    return _WORD.findall(folded)


def domain_of(url: str) -> str:
    """Return the host of an address in lower case, empty for what is none: pages carry any string there."""
    try:
        return (urlsplit(url if "//" in url else "//" + url).hostname or "").lower()
    except ValueError:
        return ""


def sentences(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `raw[start:end]` without outer white space, in order.

    A full stop inside a quotation that closes within the same line does not end a sentence, nor does one in short
    brackets, after a single letter (an initial), between letters spelled by their names, or between digits. A line
    end always does.
    """
    begin = start
    quotations = _Quotations(raw, start, end)
    for match in _STOP.finditer(raw, start, end):
        stop = match.group()
        if "\n" not in stop:
            before = raw[max(begin, match.start() - 4) : match.start()]
            if quotations.open_at(match.end()) or (stop[0] == "." and _INITIAL.search(before)):
                continue
            if _in_brackets(raw, begin, match.start(), end) or (stop == "." and _is_spelled(raw, begin, match, end)):
                continue
            near = max(begin, match.start() - 6)
            if stop == "." and _FRACTION.match(raw, match.end(), end) and _WHOLE.search(raw, near, match.start()):
                continue
        yield from _stripped(raw, begin, match.end())
        begin = match.end()
        quotations.begin_at(begin)
    yield from _stripped(raw, begin, end)


def _in_brackets(raw: str, begin: int, at: int, end: int) -> bool:
    """Whether round brackets are open at offset `at` that close soon, on the same line (من طراز (تي . يو - 22))."""
    opened = raw.rfind("(", max(begin, at - _ASIDE), at)
    if opened < 0 or raw.find(")", opened, at) >= 0:
        return False
    closes = raw.find(")", at, min(opened + _ASIDE, end))
    return closes >= 0 and raw.find("\n", at, closes) < 0 and raw.find("(", at, closes) < 0


def _is_spelled(raw: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop parts two letters spelled by their names, one of which or the one before is no word."""
    before = _LETTER.search(raw, max(begin, stop.start() - _TWO_LETTERS), stop.start())
    after = _NEXT.match(raw, stop.end(), end) if before else None
    return before is not None and after is not None and not {before[1] or before[2], before[2], after[1]} <= _DOUBTFUL


class _Quotations:
    """Knows, as a text is read forward, whether a quotation is open that closes later in the same line."""

    def __init__(self, raw: str, start: int, end: int) -> None:
        self._raw, self._end = raw, end
        self._line_end = start - 1
        self.begin_at(start)

    def begin_at(self, position: int) -> None:
        """Forget what was open: a sentence begins."""
        self._read = position
        self._straight, self._depth = False, 0

    def open_at(self, position: int) -> bool:
        for mark in _QUOTE.finditer(self._raw, self._read, position):
            if mark.group() == '"':
                self._straight = _opens(self._raw, mark.start()) or not (
                    self._straight or _closes(self._raw, mark.start())
                )
            else:
                self._depth += 1 if mark.group() in _OPENING else -1
        self._read = position
        if position > self._line_end:
            self._look_along(position)
        if self._straight:
            closing = self._raw.find('"', position, self._line_end)
            return closing >= 0 and not _opens(self._raw, closing)
        return self._depth > 0 and self._last_closing >= position

    def _look_along(self, position: int) -> None:
        """Find, once a line, its end and the last marks that close."""
        line_end = self._raw.find("\n", position, self._end)
        self._line_end = line_end if line_end >= 0 else self._end
        self._last_closing = max(self._raw.rfind(mark, position, self._line_end) for mark in _CLOSING)


def _opens(raw: str, at: int) -> bool:
    """Whether a straight mark looks like one that opens: behind a space, right before a letter."""
    return (at == 0 or raw[at - 1].isspace()) and not raw[at + 1 : at + 2].isspace()


def _closes(raw: str, at: int) -> bool:
    """Whether it looks like one that closes: right behind a letter, before a space or the end."""
    return at > 0 and not raw[at - 1].isspace() and (at + 1 >= len(raw) or raw[at + 1].isspace())


def _regular(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Return the fields of the words of a text that folding left in place: most pages are such texts."""
    matches = list(_WORD.finditer(text))
    starts = [match.start() for match in matches]
    texts = map(intern, map(itemgetter(0), matches))  # tables of words compare the same object faster
    return zip(texts, starts, [match.end() for match in matches], starts, strict=True)


def _irregular(raw: str) -> Iterator[re.Match[str]]:
    return _IRREGULAR.finditer(raw) if _ODD.search(raw) else iter(())


def _expand(piece: str) -> str:
    if _DROPPED.fullmatch(piece):
        return ""
    made = unicodedata.normalize("NFKC", piece)
    return _DROPPED.sub("", made) if made.strip() else " "


def _tidy(at: Sequence[int], to: Sequence[int]) -> tuple[list[int], list[int]]:
    """Keep the last way back where several begin at one folded offset."""
    keep = [i for i in range(len(at)) if i + 1 == len(at) or at[i] != at[i + 1]]
    return [at[i] for i in keep], [to[i] for i in keep]


def _stripped(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
