"""What the head of an HTML page says of itself -> marks without a place in the text: values are kept as written."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec
from selectolax.lexbor import LexborHTMLParser

from takhrij.records import Mark

_META: Final = {
    "og:site_name": "site",
    "application-name": "site",
    "og:url": "url",
    "og:title": "title",
    "twitter:title": "title",
    "headline": "title",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "parsely-author": "author",
    **dict.fromkeys(
        (
            "article:published_time",
            "article.published",
            "og:article:published_time",
            "date",
            "datepublished",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.issued",
            "parsely-pub-date",
            "pubdate",
            "publish-date",
            "publishdate",
            "sailthru.date",
        ),
        "published",
    ),
    **dict.fromkeys(
        ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod"),
        "modified",
    ),
}
_LD: Final = {"headline": "title", "datePublished": "published", "dateModified": "modified"}
_LD_NAMED: Final = {"publisher": "site", "author": "author"}
_VIDEO: Final = {"name": "title", "uploadDate": "published"}
"""A page that shows a video tells of it instead of an article."""
_MAX_LENGTH: Final = 2_000
"""Longest value that is kept, in characters: an address, a headline or a date is shorter."""
_SAVED: Final = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:)\s*(https?://\S+)")
"""What browsers and SingleFile write on top of a page that they save."""
_CONTROL: Final = re.compile(r"[\x00-\x1f]+")
_WRAPPING: Final = ("//", "<!--", "<![CDATA[", "-->", "]]>", ";")
"""What old programs put around a script's text."""


def metadata(parser: LexborHTMLParser, markup: str) -> list[Mark]:
    """Return the marks of the canonical address, of meta tags and OpenGraph, JSON-LD articles, and the page's title.

    Marks of one kind stand in the order of trust: the canonical address before `og:url`, JSON-LD behind OpenGraph.
    Relative addresses are left out, and addresses where a
    name should be.
    """
    found = [("url", _canonical(parser))]
    for node in parser.css("meta[content]"):
        given = node.attributes
        for key in ("property", "name", "itemprop", "http-equiv"):
            if kind := _META.get((given.get(key) or "").lower()):
                found.append((kind, given.get("content") or ""))
                break
    stamps = {_stamp(node.attributes) for node in parser.css('[itemprop="datePublished" i]:not(meta)')}
    if len(stamps) == 1:  # several are of a list of articles
        found += [("published", stamp) for stamp in stamps]
    found += _linked_data([_json(node.text()) for node in parser.css('script[type="application/ld+json" i]')])
    title = parser.css_first("title")
    found.append(("title", title.text() if title is not None else ""))
    if saved := _SAVED.search(markup[:4096]):
        found.append(("url", saved.group(1)))
    told = [(kind, " ".join(_unescaped(value).split())[:_MAX_LENGTH]) for kind, value in found]
    return [Mark(kind=kind, value=value) for kind, value in told if value and (kind == "url") == _absolute(value)]


def _stamp(given: Mapping[str, str | None]) -> str:
    return given.get("datetime") or given.get("content") or given.get("title") or ""


def _canonical(parser: LexborHTMLParser) -> str:
    node = parser.css_first('link[rel~="canonical" i][href]')
    return (node.attributes.get("href") or "") if node is not None else ""


def _absolute(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


def _unescaped(value: str) -> str:
    """Return a value whose entities a careless template wrote twice (`&amp;quot;`)."""
    return html.unescape(html.unescape(value)) if "&" in value and not _absolute(value) else value


def _linked_data(scripts: list[Any]) -> Iterator[tuple[str, str]]:
    """Yield what schema.org articles say, wherever they lie in lists and graphs; broken JSON-LD says nothing.

    What an article names by `@id` alone is looked up in all the page's graphs; a video speaks where no article does.
    """
    waiting: deque[Any] = deque(scripts)
    articles: list[dict[str, Any]] = []
    videos: list[dict[str, Any]] = []
    named: dict[str, str] = {}
    while waiting:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extend(part for part in item if isinstance(part, dict | list))
        elif isinstance(item, dict):
            waiting.extend(item[key] for key in ("@graph", "mainEntity") if isinstance(item.get(key), dict | list))
            known, name = item.get("@id"), item.get("name")
            if isinstance(known, str) and isinstance(name, str):
                named.setdefault(known, name)
            if _is_article(item.get("@type")):
                articles.append(item)
            elif item.get("@type") == "VideoObject":
                videos.append(item)
    for item in articles:
        yield from _article(item, _LD, named)
    for item in videos[:1] if not articles else ():
        yield from _article(item, _VIDEO, named)


def _article(item: dict[str, Any], keys: dict[str, str], named: dict[str, str]) -> Iterator[tuple[str, str]]:
    for key, kind in keys.items():
        if isinstance(item.get(key), str):
            yield kind, item[key]
    for key, kind in _LD_NAMED.items():
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            name = (one.get("name") or named.get(str(one.get("@id")))) if isinstance(one, dict) else one
            if isinstance(name, str):
                yield kind, name
    entity = item.get("mainEntityOfPage")
    for address in (entity.get("@id") if isinstance(entity, dict) else entity, item.get("url")):
        if isinstance(address, str):
            yield "url", address


def _is_article(kinds: Any) -> bool:
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(("Article", "BlogPosting", "Report")) for name in names)


def _json(source: str) -> Any:
    """Return the value of a script, also one with raw line ends in strings or in a comment; None if it is none."""
    bare = _CONTROL.sub(" ", source).strip()
    for wrapping in (*_WRAPPING, *_WRAPPING):
        bare = bare.removeprefix(wrapping).removesuffix(wrapping).strip()
    for attempt in (source, bare):
        try:
            return msgspec.json.decode(attempt)
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
            continue
    return None
