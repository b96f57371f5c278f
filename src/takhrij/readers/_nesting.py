"""Refuses markup on which an HTML parser would hang, before it sees it.

The time of a parser that follows the standard grows with the square of the depth, of the attributes of one tag, and
of the formatting tags left open. So tags are counted first, in one pass. It is a bound, not a parse: where tags are
closed out of order it errs upwards.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from takhrij.errors import InputError

MAX_TAGS: Final = 500_000
"""Tags in a page; 500,000 take some 120 MB in the parser. Seven real pages have 550 to 2,000."""
MAX_OPEN: Final = 2_000
"""Tags open at once, as counted here. Chromium flattens what is nested more than 512 deep."""
MAX_ATTRIBUTES: Final = 2_000
MAX_REOPENED: Final = 2_000_000
"""Formatting tags left open, times tags: so often may the parser have to open them again."""
_SMALL: Final = (64_000, 2_000)
"""Characters and tags below which nothing of this costs a second."""
_NEAR: Final = 8
"""How many of the innermost tags an end tag may close."""
_ALIKE: Final = 3
"""How many equal formatting tags the standard opens again."""

_REOPENED: Final = re.compile(r"<(?:b|big|code|em|font|i|s|small|strike|strong|tt|u)\b", re.IGNORECASE)
_S: Final = r"[ \t\n\r\f]"
_ATTRIBUTE: Final = (
    rf"(?:{_S}|/)*+[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+(?:{_S}*+={_S}*+"
    rf"(?:\"[^\"]*\"|'[^']*'|[^ \t\n\r\f>\"'][^ \t\n\r\f>]*+)?+)?+"
)
_TAG: Final = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+|</[^a-zA-Z>][^>]*+"
    rf"|<(/?)([a-zA-Z][^ \t\n\r\f/>]*+)((?:{_ATTRIBUTE})*+)((?:{_S}|/)*+)(?:>|\Z)",
    re.DOTALL,
)
_CROWDED: Final = re.compile(rf"<[a-zA-Z][^ \t\n\r\f/>]*+(?:{_ATTRIBUTE}){{{MAX_ATTRIBUTES}}}")


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_VOID: Final = _set(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr"
)
_IMPLIED: Final = _set("html head body p tr td th tbody thead tfoot colgroup caption")
"""Elements that the next of their kind closes: each lies in a counted one, or does not nest."""
_ITEMS: Final = {"li": "li", "dd": "dd", "dt": "dd"}
"""Elements that close their own kind, and nest in the other."""
_FORMATTING: Final = _set("a nobr b big code em font i s small strike strong tt u")
_INLINE: Final = _FORMATTING | _set(
    "abbr acronym bdi bdo cite data del dfn ins kbd label mark option optgroup output picture q rb rp rt "
    "rtc ruby samp span sub sup time var"
)
_BLOCKS: Final = _set(
    "address applet article aside blockquote button center details dialog dir div dl fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup listing main marquee menu nav object ol pre "
    "search section select summary table template ul svg math"
)
"""Elements whose end tag also closes list items; that of any other element stops there."""
_FOREIGN: Final = ("svg", "math")
_ENDS_FOREIGN: Final = _set(
    "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li "
    "listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""Start tags that end a drawing or formula."""
_WATCHED: Final = (*_FOREIGN, "select")
_LITERAL: Final = _set("script style textarea title xmp iframe noembed noframes")


def check(markup: str) -> None:
    """Return when `markup` can be parsed in time and memory that grow with its length.

    Raises:
        InputError: when it cannot.
    """
    if len(markup) >= _SMALL[0] and _CROWDED.search(markup):
        raise InputError(f"a tag with more than {MAX_ATTRIBUTES:,} attributes", cure="Save the page as text.")
    many = markup.count("<")
    if many < _SMALL[1] or (many < 2 * _SMALL[1] and many * len(_REOPENED.findall(markup)) < MAX_REOPENED // 2):
        return
    opened = count(markup)
    if opened.tags > MAX_TAGS:
        raise InputError(f"more than {MAX_TAGS:,} tags", cure="Save the page as text, or in parts.")
    if opened.most > MAX_OPEN or opened.again * opened.tags > MAX_REOPENED:
        raise InputError(f"tags nested more than {MAX_OPEN:,} deep, or not closed", cure="Save the page as text.")


class _Frame:
    """A block element that is open, the inline elements in it, and whether its last list item was `li` or `dd`."""

    __slots__ = ("inlines", "item", "name")

    def __init__(self, name: str) -> None:
        self.name, self.item = name, ""
        self.inlines: list[str] = []

    def reaches(self, name: str) -> bool:
        """Whether an inline element `name` is open, near, and not outside of a list item."""
        for inner in reversed(self.inlines[-_NEAR:]):
            if inner == name or inner in _ITEMS:
                return inner == name
        return False


class Opened:
    """What is open at one place of a page: frames (block elements), each with the inline elements in it.

    `left` are the formatting tags that a block was opened or closed in: each may be one level more from there on.
    `again` are those that the standard opens again in every block, of equal ones three.
    """

    def __init__(self) -> None:
        self.tags = self.most = 0
        self.left = self.again = 0
        self._frames: list[_Frame] = [_Frame("")]
        self._height = 0
        self._fresh: list[str] = []
        self._alike: Counter[str] = Counter()
        self._special = Counter[str]()
        self._pure = False
        self.distrusted = False

    @property
    def foreign(self) -> bool:
        """Whether a drawing or formula is open."""
        return bool(self._special["svg"] or self._special["math"])

    @property
    def literal(self) -> bool:
        """Whether the content of a script or style would be text here, for certain."""
        return not (self.distrusted or self.foreign or self._special["select"])

    def open(self, name: str, attributes: str, closed: bool) -> None:
        """Take in a start tag; `closed`: it ends in a slash."""
        foreign = self.foreign
        self._pure = name in _FOREIGN if not foreign else self._pure and name not in _ENDS_FOREIGN
        if (name in _VOID and not foreign) or (closed and self._pure):
            return
        inline = name in _INLINE
        if not inline:
            self._linger()
        frame = self._frames[-1]
        if inline or (foreign and name not in _FOREIGN and name not in _ENDS_FOREIGN):
            frame.inlines.append(name)
            if name in _FORMATTING:
                self._fresh.append(name if name in ("a", "nobr") else f"{name} {attributes}")
        elif name in _ITEMS:
            if frame.item == _ITEMS[name]:
                return
            frame.item = _ITEMS[name]
            frame.inlines.append(frame.item)
        elif name not in _IMPLIED:
            self._frames.append(_Frame(name))
            self._special[name] += name in _WATCHED
        else:
            return
        self._height += 1
        self.most = max(self.most, self._height + self.left)

    def close(self, name: str) -> None:
        """Take in an end tag. It counts only when nothing but inline elements stands between it and its start."""
        if self.distrusted:
            return
        frame = self._frames[-1]
        if name == frame.name and (not frame.item or name in _BLOCKS):
            self._linger()
            self._frames.pop()
            self._special[name] -= name in _WATCHED
            self._height -= 1
            if name == "form":  # the standard takes it out of the stack alone
                self._frames[-1].inlines += frame.inlines
            else:
                self._height -= len(frame.inlines)
        elif name in _INLINE and frame.reaches(name):
            if name != frame.inlines[-1]:
                self._linger()
            elif name in _FORMATTING and self._fresh:
                self._fresh.pop()
            while frame.inlines.pop() != name:
                self._height -= 1
            self._height -= 1

    def _linger(self) -> None:
        """A block begins or ends: formatting that is open now may be opened again."""
        self.left += len(self._fresh)
        for key in self._fresh:
            self._alike[key] += 1
            self.again += self._alike[key] <= _ALIKE
        self._fresh.clear()


def count(markup: str) -> Opened:
    """Return the number of tags of `markup`, and how many are open at once; it stops at the limits."""
    opened, at = Opened(), 0
    while (tag := _TAG.search(markup, at)) is not None:
        at = tag.end()
        name = (tag[2] or "").lower()
        opened.tags += 1
        if opened.tags > MAX_TAGS or opened.most > MAX_OPEN:
            break
        if not name:
            opened.distrusted |= opened.foreign and markup.startswith("<![CDATA[", tag.start())
        elif tag[1]:
            opened.close(name)
        elif name == "frameset":
            opened.distrusted = True
            opened.open(name, "", closed=False)
        elif name in _LITERAL and not opened.distrusted:
            at = _past(markup, name, at, opened)
        else:
            opened.open(name, tag[3], tag[4].endswith("/"))
    return opened


def _past(markup: str, name: str, start: int, opened: Opened) -> int:
    """Return where the text of a script or style ends; where it may be none, distrust all end tags after it."""
    end = re.compile(rf"</{name}(?=[ \t\n\r\f/>])|\Z", re.IGNORECASE).search(markup, start)
    stop = end.start() if end else len(markup)
    inner = markup[start:stop].lower() if name == "script" else ""
    if not opened.literal or ("<!--" in inner and "<script" in inner):
        opened.distrusted = True
        return start
    return stop
