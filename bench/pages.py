"""Main text, blocks and articles: ours beside the peers, on text dumps and on HTML, in one run.

    python -m bench.pages [--peers] [--half train|test]

Text dumps have no markup, so the peers get every line as a paragraph. Token F1 counts folded words.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench import intervals, peers, shared
from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge
from takhrij.readers import read_all
from takhrij.records import Analysis, Page
from takhrij.text import fold_text

HERE = Path(__file__).parent
LABELS = HERE / "labels" / "pages.jsonl"
CORPORA = shared.SHARED / "corpora"
EXTRACTORS = HERE / "peer_extractors.py"
PEERS = (
    peers.Peer("trafilatura", ("trafilatura", "lxml_html_clean"), EXTRACTORS),
    peers.Peer("trafilatura_precision", ("trafilatura", "lxml_html_clean"), EXTRACTORS),
    peers.Peer("justext", ("jusText", "lxml_html_clean"), EXTRACTORS),
    peers.Peer("boilerpy3", ("boilerpy3",), EXTRACTORS),
    peers.Peer("goose3", ("goose3", "nltk"), EXTRACTORS),
    peers.Peer("readability", ("readability-lxml", "lxml_html_clean"), EXTRACTORS),
    peers.Peer("resiliparse", ("resiliparse",), EXTRACTORS),
    peers.Peer("magic_html", ("magic-html",), EXTRACTORS),
)


class Case(NamedTuple):
    """A page, the body that it should give, and what the peers get to read."""

    page: Page
    body: str
    html: str


class Segment(NamedTuple):
    """Characters of a page and what a careful reader calls them. `article` counts from 1, 0: none."""

    start: int
    end: int
    kind: str
    article: int


def main() -> None:
    """Print the figures, set by set."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--peers", action="store_true", help="measure the peers too (installs them, each by itself)")
    parser.add_argument("--half", choices=("train", "test"), default="test", help="which half of the labelled pages")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    labelled = dict(_labelled(arguments.half))
    sets = {
        "five pages (text)": list(_five()),
        f"labelled pages, {arguments.half} (text)": [
            Case(p, _body(p, s), _dump(p.text)) for p, s in labelled.values()
        ],
        "seven pages (HTML)": list(_seven()),
    }
    for name, cases in sets.items():
        if not cases:
            continue
        begin = time.perf_counter()
        analyses = [analyse(case.page, knowledge) for case in cases]
        seconds = time.perf_counter() - begin
        ours = [f1(_ours(a, c.page), c.body) for a, c in zip(analyses, cases, strict=True)]
        print(f"\n# Body token F1, {name}")
        print(f"takhrij (all of analyse): {intervals.mean(ours)}, {len(cases) / seconds:.0f} pages/s")
        for peer in PEERS if arguments.peers else ():
            print(f"{peer.name}: {_told(peer, cases)}")
    _blocks(labelled, knowledge, arguments.half)


def f1(got: str, want: str) -> float:
    """Return the F1 of folded words, as bags."""
    a, b = (Counter(re.findall(r"\w+", fold_text(text))) for text in (got, want))
    hits = sum((a & b).values())
    return 2 * hits / (sum(a.values()) + sum(b.values())) if a or b else 1.0


def _told(peer: peers.Peer, cases: list[Case]) -> str:
    answers = peers.run(peer, ({"html": case.html} for case in cases))
    if isinstance(answers, peers.Missing):
        return f"missing: {answers.why}"
    figures = [f1(answer["text"], case.body) for answer, case in zip(answers, cases, strict=True)]
    return f"{intervals.mean(figures)}, {len(cases) / sum(a['seconds'] for a in answers):.0f} pages/s"


def _ours(analysis: Analysis, page: Page) -> str:
    return "\n".join(page.text[b.span.start : b.span.end] for b in analysis.blocks if b.kind == "body")


def _dump(text: str) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    return f"<!doctype html><html><head><meta charset='utf-8'></head><body>{lines}</body></html>"


def _page(text: str, name: str) -> Page:
    return Page(id=name, text=text, sources=(name,), raw_sha256="")


def _five() -> Iterator[Case]:
    blocks: dict[str, list[dict[str, Any]]] = {}
    for line in (shared.SHARED / "gold" / "blocks.jsonl").open(encoding="utf-8"):
        block = json.loads(line)
        blocks.setdefault(block["page"], []).append(block)
    for path in sorted(shared.PAGES.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        body = "\n".join(text[b["start"] : b["end"]] for b in blocks[path.stem] if b["kind"] == "body")
        yield Case(_page(text, path.stem), body, _dump(text))


def _seven() -> Iterator[Case]:
    gold = json.loads((CORPORA / "html" / "gold.json").read_text(encoding="utf-8"))
    for page in read_all([CORPORA / "html"]):
        name = Path(page.sources[0]).stem if isinstance(page, Page) else ""
        if isinstance(page, Page) and name in gold:
            raw = (CORPORA / "html" / f"{name}.html").read_bytes()
            yield Case(page, gold[name]["body"], raw.decode(page.encoding, "replace"))


def _labelled(half: str) -> Iterator[tuple[str, tuple[Page, list[Segment]]]]:
    """Yield the labelled pages of a half with their segments; the text comes from `../shared`."""
    if not LABELS.exists():
        return
    wanted = {item["page"]: item for item in map(json.loads, LABELS.open(encoding="utf-8")) if item["half"] == half}
    with gzip.open(CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if item["page"] in wanted:
                segments = [Segment(*segment) for segment in wanted[item["page"]]["segments"]]
                yield item["page"], (_page(item["text"], item["page"]), segments)


def _body(page: Page, segments: list[Segment]) -> str:
    return "\n".join(page.text[s.start : s.end] for s in segments if s.kind == "body")


def _blocks(labelled: dict[str, tuple[Page, list[Segment]]], knowledge: Knowledge, half: str) -> None:
    """Print kinds by character, promos removed, body lost, captions, and pages split rightly."""
    confusion: Counter[tuple[str, str]] = Counter()
    right = 0
    for page, segments in labelled.values():
        analysis = analyse(page, knowledge)
        got = {i: b.kind for b in analysis.blocks for i in range(b.span.start, b.span.end)}
        for segment in segments:
            for i in range(segment.start, segment.end):
                if not page.text[i].isspace():
                    confusion[segment.kind, got.get(i, "chrome")] += 1
        right += len(analysis.articles) == len({s.article for s in segments if s.kind == "body" and s.article})
    if not labelled:
        return
    want: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (gold, mine), n in confusion.items():
        want[gold] += n
        found[mine] += n
    print(f"\n# Blocks, {half}, {len(labelled)} pages, {sum(want.values()):,} characters")
    same = sum(n for (gold, mine), n in confusion.items() if gold == mine)
    print(f"kind right: {same / sum(want.values()):.3f}")
    for kind in sorted(want):
        hits = confusion[kind, kind]
        precision, recall = hits / max(found[kind], 1), hits / want[kind]
        print(f"{kind}: precision {precision:.3f}, recall {recall:.3f}, {want[kind]:,} characters")
    outside = ("promo", "related", "chrome", "comment")
    kept = sum(confusion[kind, "body"] for kind in outside)
    print(f"noise taken for body: {kept / max(sum(want[k] for k in outside), 1):.3f} of its characters")
    print(f"body lost: {1 - confusion['body', 'body'] / max(want['body'], 1):.3f} of its characters")
    print(f"number of articles right: {intervals.share(right, len(labelled))}")


if __name__ == "__main__":
    main()
