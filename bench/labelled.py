"""Pages whose kinds of text people labelled: the five pages, the labelled dumps, the seven HTML pages."""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from bench import shared
from takhrij.readers import read_all
from takhrij.records import Page

LABELS = Path(__file__).parent / "labels" / "pages.jsonl"
CORPORA = shared.SHARED / "corpora"
HTML = CORPORA / "html"
SAMPLES: Final = (1, 2, 3, 4, 5, 6, 7, 8)
Half = Literal["train", "test"]
_OWN: Final = ("title", "byline", "caption", "body")


class Segment(NamedTuple):
    """Characters of a page and what a careful reader calls them. `article` counts from 1, 0: none."""

    start: int
    end: int
    kind: str
    article: int


class Case(NamedTuple):
    """A page, the body that it should give, what the peers get to read, and its segments where they are labelled."""

    page: Page
    body: str
    html: str
    segments: tuple[Segment, ...] = ()


def five() -> Iterator[Case]:
    """Yield the five pages of `../shared/pages`, in order of their names."""
    blocks: dict[str, list[Segment]] = {}
    for line in (shared.SHARED / "gold" / "blocks.jsonl").open(encoding="utf-8"):
        block = json.loads(line)
        article = block.get("article") or 0
        blocks.setdefault(block["page"], []).append(Segment(block["start"], block["end"], block["kind"], article))
    for path in sorted(shared.PAGES.glob("*.txt")):
        yield _dump(_page(path.read_bytes().decode("utf-8"), path.stem), tuple(blocks[path.stem]))


def seven() -> Iterator[Case]:
    """Yield the HTML pages whose body is known; their segments are not."""
    gold: dict[str, Any] = json.loads((HTML / "gold.json").read_text(encoding="utf-8"))
    for page in read_all([HTML]):
        name = Path(page.sources[0]).stem if isinstance(page, Page) else ""
        if isinstance(page, Page) and name in gold:
            raw = (HTML / f"{name}.html").read_bytes()
            yield Case(page, gold[name]["body"], raw.decode(page.encoding, "replace"))


def dumps(half: str, sample: int) -> Iterator[Case]:
    """Yield the labelled pages of a half of a sample (`labels/README.md`), in the order of the corpus."""
    rows = map(json.loads, LABELS.open(encoding="utf-8"))
    wanted = {row["page"]: row for row in rows if row["half"] == half and row["sample"] == sample}
    with gzip.open(CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if row := wanted.pop(item["page"], None):
                yield _dump(
                    _page(item["text"], item["page"]), tuple(Segment(*segment) for segment in row["segments"])
                )


class Part(NamedTuple):
    """A line of an article and its kind."""

    text: str
    kind: str


@cache
def pages(half: Half) -> tuple[tuple[Page, tuple[Segment, ...]], ...]:
    """Return the pages of a half of all samples with their segments."""
    return tuple((case.page, case.segments) for sample in SAMPLES for case in dumps(half, sample))


def articles(segments: Sequence[Segment]) -> tuple[int, ...]:
    """Return the numbers of the articles that have running text, in order."""
    return tuple(sorted({s.article for s in segments if s.kind == "body" and s.article}))


def own(page: Page, segments: Sequence[Segment], article: int) -> Iterator[Part]:
    """Yield the lines of one article as the page has them, without all that is not its own."""
    for segment in segments:
        if segment.article == article and segment.kind in _OWN:
            yield Part(page.text[segment.start : segment.end].strip(), segment.kind)


def _dump(page: Page, segments: tuple[Segment, ...]) -> Case:
    """Return a page without markup: the peers get every line of it as a paragraph."""
    body = "\n".join(page.text[s.start : s.end] for s in segments if s.kind == "body")
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in page.text.splitlines() if line.strip())
    document = f"<!doctype html><html><head><meta charset='utf-8'></head><body>{lines}</body></html>"
    return Case(page, body, document, segments)


def _page(text: str, name: str) -> Page:
    return Page(id=name, text=text, sources=(name,), raw_sha256="")
