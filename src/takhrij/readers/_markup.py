"""HTML -> visible text and marks, for every reader that meets it: at most 5,000 levels deep.

`Page.text` is the visible text: a line a block element, scripts, styles and hidden parts left out.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Any, Final

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from takhrij.errors import InputError
from takhrij.readers._bytes import decode, identity
from takhrij.records import Mark, Page

MAX_DEPTH: Final = 5_000
_SKIPPED: Final = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "head", "select", "textarea", "object")
)
_BLOCKS: Final = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "button",
        "label",
        "option",
        "video",
        "body",
    )
)
_MARKED: Final = {
    "h1": "h1",
    **dict.fromkeys(("h2", "h3", "h4"), "heading"),
    **{name: name for name in ("figcaption", "nav", "aside", "footer", "time")},
}
_META: Final = {
    "og:site_name": "site",
    "application-name": "site",
    "og:url": "url",
    "og:title": "title",
    "article:published_time": "published",
    "article:modified_time": "modified",
    "author": "author",
    "date": "published",
    "datepublished": "published",
}
_LD: Final = {"datePublished": "published", "dateModified": "modified", "headline": "title"}
_DECLARED: Final = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)


def page_of_html(raw: bytes, source: str, declared: str = "") -> Page:
    """Return the page of an HTML document; `url` is the canonical address if it names one.

    Raises:
        InputError: when it is no text, has no visible text, or is nested too deeply.
    """
    named = _DECLARED.search(raw[:4096])
    markup, encoding = decode(raw, declared or (named.group(1).decode("ascii") if named else ""))
    parser = LexborHTMLParser(markup.lstrip("\ufeff"))
    text, marks = _visible(parser)
    if not text.strip():
        raise InputError("no visible text", cure="Save the page after its scripts have run, or as text.")
    marks += _metadata(parser)
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


def visible_text(markup: str) -> str:
    """Return the visible text of a piece of HTML.

    Raises:
        InputError: when it is nested too deeply.
    """
    return _visible(LexborHTMLParser(markup))[0].strip() if markup.strip() else ""


class _Writer:
    """Collects text with white space evened as a browser would."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.space = False

    def add(self, words: str) -> None:
        if not words.strip():
            self.space = self.space or bool(words)
            return
        lead = " " if (self.space or words[0].isspace()) and self.length and not self._fresh() else ""
        self._put(lead + " ".join(words.split()))
        self.space = words[-1].isspace()

    def line(self) -> None:
        if not self._fresh():
            self._put("\n")
        self.space = False

    def _fresh(self) -> bool:
        return not self.parts or self.parts[-1].endswith("\n")

    def _put(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)


def _visible(parser: LexborHTMLParser) -> tuple[str, list[Mark]]:
    """Walk the tree without recursion: depth is the attacker's."""
    writer = _Writer()
    marks: list[Mark] = []
    opened: list[tuple[str, int]] = []
    node: LexborNode | None = parser.root
    while node is not None:
        down = _enter(node, writer, opened)
        if len(opened) > MAX_DEPTH:
            raise InputError(f"tags nested more than {MAX_DEPTH:,} deep", cure="Save the page as text.")
        node = (node.child if down else None) or _onward(node, writer, opened, marks)
    return "".join(writer.parts), marks


def _enter(node: LexborNode, writer: _Writer, opened: list[tuple[str, int]]) -> bool:
    tag = node.tag or ""
    if tag == "-text":
        writer.add(node.text_content or "")
        opened.append((tag, 0))
        return False
    if tag in _BLOCKS:
        writer.line()
    opened.append((tag, writer.length))
    if tag in _SKIPPED or tag.startswith(("-", "!")):
        return tag == "-document"
    attributes = node.attributes
    return "hidden" not in attributes and attributes.get("aria-hidden") != "true"


def _onward(node: LexborNode, writer: _Writer, opened: list[tuple[str, int]], marks: list[Mark]) -> LexborNode | None:
    """Leave `node` and every parent that ends with it; return what follows, None at the end of the page."""
    while True:
        _leave(node, writer, opened, marks)
        if not opened or node.parent is None:
            return None
        if node.next is not None:
            return node.next
        node = node.parent


def _leave(node: LexborNode, writer: _Writer, opened: list[tuple[str, int]], marks: list[Mark]) -> None:
    tag, start = opened.pop()
    if tag in _MARKED and writer.length > start:
        value = node.attributes.get("datetime") or "" if tag == "time" else ""
        marks.append(Mark(kind=_MARKED[tag], start=start, end=writer.length, value=value))
    if tag in _BLOCKS:
        writer.line()


def _metadata(parser: LexborHTMLParser) -> list[Mark]:
    marks = []
    for node in parser.css("meta[content]"):
        given = node.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        value = (given.get("content") or "").strip()
        if name in _META and value:
            marks.append(Mark(kind=_META[name], value=value))
    canonical = parser.css_first("link[rel=canonical]")
    if canonical is not None and canonical.attributes.get("href"):
        marks.insert(0, Mark(kind="url", value=canonical.attributes["href"] or ""))
    for node in parser.css('script[type="application/ld+json"]'):
        marks.extend(_linked_data(node.text()))
    title = parser.css_first("title")
    if title is not None and title.text().strip():
        marks.append(Mark(kind="title", value=" ".join(title.text().split())))
    return marks


def _linked_data(source: str) -> Iterator[Mark]:
    """Yield the marks of schema.org articles; broken or foreign JSON-LD has none."""
    try:
        waiting: deque[Any] = deque([msgspec.json.decode(source)])
    except (msgspec.DecodeError, RecursionError):
        return
    while waiting:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extend(part for part in item if isinstance(part, dict | list))
        elif isinstance(item, dict):
            waiting.extend(v for v in [item.get("@graph")] if v)
            if "Article" in str(item.get("@type")):
                for key, kind in _LD.items():
                    if isinstance(item.get(key), str):
                        yield Mark(kind=kind, value=item[key])
                publisher = item.get("publisher")
                if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                    yield Mark(kind="site", value=publisher["name"])
