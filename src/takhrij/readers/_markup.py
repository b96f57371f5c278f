"""HTML -> visible text and marks, for every reader that meets it.

`Page.text` is the visible text: a line a block element, white space evened as a browser does, scripts, styles and
hidden parts left out. At most 1,000 levels deep; `_nesting` says what else is too much. The way back from a character
of the text is the text node that it stands in: its path, and its number among the texts of its parent.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from takhrij.errors import InputError
from takhrij.readers import _nesting
from takhrij.readers._bytes import decode, identity
from takhrij.readers._metadata import metadata
from takhrij.records import Mark, Page

MAX_DEPTH: Final = 1_000
"""Chromium flattens what lies deeper than 512. Seven real pages are 16 to 22 deep."""


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_SKIPPED: Final = _set(
    "script style noscript template svg iframe head select textarea object audio video canvas datalist"
)
_BLOCKS: Final = _set(
    "address article aside audio blockquote body br button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main menu "
    "nav ol option p pre search section summary table tbody td tfoot th thead title tr ul video"
)
_MARKED: Final = {
    "h1": "h1",
    **dict.fromkeys(("h2", "h3", "h4"), "heading"),
    **{name: name for name in ("figcaption", "nav", "aside", "footer", "time")},
}
_CLASSES: Final = {
    **dict.fromkeys(
        _set("caption captions wp-caption-text image-caption img-caption photo-caption media-caption figure-caption"),
        "figcaption",
    ),
    **dict.fromkeys(
        _set(
            "author-box author-bio about-author sharedaddy jp-relatedposts related-posts newsletter newsletter-box "
            "cookie-banner cookie-notice"
        ),
        "aside",
    ),
}
"""Classes that programs and themes give to parts of a page, and the element that says the same."""
_CLASSED: Final = ",".join(f".{name}" for name in _CLASSES)
_LONGEST: Final = {"figcaption": 400, "aside": 1_500}
"""Most characters of such a part: a class of all the page is no sign."""
_TWICE: Final = re.compile(
    r"&(?:quot|nbsp|amp|[lr]aquo|[lr][sd]quo|[nm]dash|hellip|zwnj|#\d{1,5}|#x[\da-f]{1,4});", re.IGNORECASE
)
"""What a careless template wrote twice (`&amp;quot;`): no reader is meant to see it."""
_DECLARED: Final = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)


class TextNode(NamedTuple):
    """Where the characters `start` to `end` of a page's text stand in its markup.

    `path` names the parent element (`/html[1]/body[1]/p[2]`: its second `p`), `ordinal` counts the texts that lie
    directly in it, from 1.
    """

    path: str
    ordinal: int
    start: int
    end: int


def page_of_html(raw: bytes, source: str, declared: str = "") -> Page:
    """Return the page of an HTML document; `url` is the canonical address if it names one.

    Raises:
        InputError: when it is no text, has no visible text, or is nested too deeply.
    """
    markup, encoding = _markup(raw, declared)
    parser = _parse(markup)
    text, marks = _visible(parser)
    if not text.strip():
        raise InputError("no visible text", cure="Save the page after its scripts have run, or as text.")
    marks += metadata(parser, markup)
    url = next((m.value for m in marks if m.kind == "url"), "")
    page, sha256 = identity(raw)
    return Page(
        id=page,
        text=text,
        sources=(source,),
        raw_sha256=sha256,
        media="text/html",
        encoding=encoding,
        url=url,
        marks=tuple(marks),
    )


def text_nodes(raw: bytes, declared: str = "") -> Iterator[TextNode]:
    """Yield where each stretch of the text of `page_of_html(raw)` comes from, in its order.

    What lies between two stretches is a line end or a space that stands for the markup between them.

    Raises:
        InputError: as `page_of_html` does.
    """
    found: list[tuple[LexborNode, int, int]] = []
    _visible(_parse(_markup(raw, declared)[0]), lambda node, start, end: found.append((node, start, end)))
    paths = _Paths()
    for node, start, end in found:
        path, ordinal = paths.of(node)
        yield TextNode(path, ordinal, start, end)


def visible_text(markup: str) -> str:
    """Return the visible text of a piece of HTML.

    Raises:
        InputError: when it is nested too deeply.
    """
    return _visible(_parse(markup))[0].strip() if markup.strip() else ""


def _markup(raw: bytes, declared: str) -> tuple[str, str]:
    named = _DECLARED.search(raw[:4096])
    markup, encoding = decode(raw, declared or (named.group(1).decode("ascii", "replace") if named else ""))
    return markup.lstrip("\ufeff"), encoding


def _parse(markup: str) -> LexborHTMLParser:
    _nesting.check(markup)
    return LexborHTMLParser(markup)


class _Writer:
    """Collects text with white space evened as a browser would."""

    def __init__(self, tell: Callable[[LexborNode, int, int], None] | None) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.space = False
        self.kept = 0
        self._fresh = True
        self._tell = tell

    def add(self, words: str, node: LexborNode) -> None:
        """Add the words of a text node; inside of `pre` its line ends count."""
        if self.kept and "\n" in words:
            for number, line in enumerate(words.split("\n")):
                if number:
                    self.line()
                self._add(line, node)
        else:
            self._add(words, node)

    def _add(self, words: str, node: LexborNode) -> None:
        piece = " ".join(words.split())
        if not piece:
            self.space = self.space or bool(words)
            return
        if (self.space or words[0].isspace()) and not self._fresh:
            self.parts.append(" ")
            self.length += 1
        self.parts.append(piece)
        self.length += len(piece)
        self._fresh = False
        self.space = words[-1].isspace()
        if self._tell:
            self._tell(node, self.length - len(piece), self.length)

    def line(self) -> None:
        if not self._fresh:
            self.parts.append("\n")
            self.length += 1
            self._fresh = True
        self.space = False


def _visible(
    parser: LexborHTMLParser, tell: Callable[[LexborNode, int, int], None] | None = None
) -> tuple[str, list[Mark]]:
    """Walk the tree without recursion: depth is the attacker's."""
    writer = _Writer(tell)
    marks: list[Mark] = []
    opened: list[tuple[str, int]] = []
    hidden = {node.mem_id for node in parser.css("[hidden], [aria-hidden=true]")}
    classed = {node.mem_id: kind for node in parser.css(_CLASSED) if (kind := _by_class(node))}
    node: LexborNode | None = parser.root
    while node is not None:
        tag = node.tag or ""
        if tag == "-text":
            words = node.text_content or ""
            writer.add(_TWICE.sub(_unescaped, words) if "&" in words else words, node)
            following, parent = node.next, node.parent
            node = (
                following
                if following is not None or parent is None
                else _onward(parent, writer, opened, marks, classed)
            )
            continue
        if tag in _BLOCKS:
            writer.line()
            writer.kept += tag == "pre"
        opened.append((tag, writer.length))
        if len(opened) > MAX_DEPTH:
            raise InputError(f"tags nested more than {MAX_DEPTH:,} deep", cure="Save the page as text.")
        below = None if _is_skipped(tag) or node.mem_id in hidden else node.child
        node = below or _onward(node, writer, opened, marks, classed)
    return "".join(writer.parts), marks


def _unescaped(found: re.Match[str]) -> str:
    return html.unescape(found[0])


def _is_skipped(tag: str) -> bool:
    return tag in _SKIPPED or (tag[:1] in ("-", "!") and tag != "-document")


def _onward(
    node: LexborNode, writer: _Writer, opened: list[tuple[str, int]], marks: list[Mark], classed: dict[int, str]
) -> LexborNode | None:
    """Leave `node` and every parent that ends with it; return what follows, None at the end of the page."""
    while True:
        tag, start = opened.pop()
        if tag in _MARKED and writer.length > start:
            marks.append(_mark(node, tag, start, writer.length))
        elif classed and node.mem_id in classed and 0 < writer.length - start <= _LONGEST[classed[node.mem_id]]:
            marks.append(Mark(kind=classed[node.mem_id], start=start, end=writer.length))
        if tag in _BLOCKS:
            writer.line()
            writer.kept -= tag == "pre"
        following = node.next
        if following is not None and opened:
            return following
        parent = node.parent
        if not opened or parent is None:
            return None
        node = parent


def _mark(node: LexborNode, tag: str, start: int, end: int) -> Mark:
    value = (node.attributes.get("datetime") or "") if tag == "time" else ""
    return Mark(kind=_MARKED[tag], start=start, end=end, value=" ".join(value.split())[:200])


def _by_class(node: LexborNode) -> str:
    names = (node.attributes.get("class") or "").split()
    return next((_CLASSES[name] for name in names if name in _CLASSES), "")


class _Paths:
    """Paths of text nodes; the children of a parent are numbered once."""

    def __init__(self) -> None:
        self._number: dict[int, int] = {}
        self._known: dict[int, str] = {}
        self._counted: set[int] = set()

    def of(self, node: LexborNode) -> tuple[str, int]:
        """Return the path of a text node's parent, and its number among the texts in it."""
        trail = []
        parent = node.parent
        while parent is not None and parent.mem_id not in self._known:
            trail.append(parent)
            parent = parent.parent
        path = self._known[parent.mem_id] if parent is not None else ""
        for element in reversed(trail):
            if element.parent is not None and element.tag != "-document":
                path = f"{path}/{element.tag}[{self._number_of(element)}]"
            self._known[element.mem_id] = path
        return path, self._number_of(node)

    def _number_of(self, node: LexborNode) -> int:
        parent = node.parent
        if parent is None:
            return 1
        if parent.mem_id not in self._counted:
            self._counted.add(parent.mem_id)
            seen: Counter[str] = Counter()
            child = parent.child
            while child is not None:
                seen[child.tag or ""] += 1
                self._number[child.mem_id] = seen[child.tag or ""]
                child = child.next
        return self._number[node.mem_id]
