"""What lines that recur over the pages of one site bring: how many are masked, and how many of them are furniture.

    python -m bench.sites [--sample N]

On the pages of `../shared/corpora/syria_pages` whose site has three pages or more. `bench/judged/sites.jsonl` says of
masked lines whether they are furniture: `id` is the page's number in the corpus and the line's first character, no
text. `--sample` prints N masked lines for a reader, of sites that no page of the labelled test half is from.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace

from bench import intervals, labelled, shared
from takhrij import link, pipeline
from takhrij.analyse import articles, blocks
from takhrij.knowledge import Knowledge
from takhrij.link import sites
from takhrij.records import Analysis, Links, Page, Sentence, Span
from takhrij.text import domain_of, fold, sentences

CORPUS: Final = shared.SHARED / "corpora" / "syria_pages.jsonl.gz"
JUDGED: Final = Path(__file__).parent / "judged" / "sites.jsonl"


class Masked(NamedTuple):
    """A masked line: the page's id in the corpus, where it stands, its words, and its site."""

    page: str
    start: int
    text: str
    site: str

    @property
    def id(self) -> str:
        return f"{self.page}/{self.start}"


def pages() -> list[Page]:
    """Return the pages of sites with three pages or more, in the order of the corpus; equal texts count once."""
    found, seen = [], set()
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["text"] not in seen:
                seen.add(row["text"])
                name = row["page"]
                found.append(Page(id=name, text=row["text"], sources=(name,), raw_sha256="", url=row["url"]))
    count = Counter(domain_of(page.url) for page in found)
    return [page for page in found if count[domain_of(page.url)] >= sites.MIN_PAGES]


def read(page: Page, knowledge: Knowledge) -> Analysis:
    """Return the page's articles and sentences, read no further than that."""
    folded, sofar = fold(page.text), Analysis(page=page.id, language="ar", url=page.url)
    sofar = replace(sofar, blocks=blocks.find(page, folded, sofar, knowledge))
    found, marked = articles.find(page, folded, sofar, knowledge)
    told = tuple(
        Sentence(span=Span(page=page.id, start=start, end=end), article=block.article, text=page.text[start:end])
        for block in marked
        if block.kind == "body" and block.article
        for start, end in sentences(page.text, block.span.start, block.span.end)
    )
    return replace(sofar, articles=found, blocks=marked, sentences=told)


def measure(knowledge: Knowledge) -> tuple[list[Masked], int, int]:
    """Return the masked lines, and how many pages and sentences were looked at."""
    wanted = pages()
    analyses = [read(page, knowledge) for page in wanted]
    links = link.run(sites, analyses, Links())
    masked = [
        Masked(p.id, mask.span.start, p.text[mask.span.start : mask.span.end], domain_of(p.url))
        for p in wanted
        for mask in links.masks.get(p.id, ())
    ]
    return masked, len(wanted), sum(len(a.sentences) for a in analyses)


def figures(knowledge: Knowledge) -> Iterator[str]:
    """Yield the lines to print."""
    masked, of, told = measure(knowledge)
    yield f"# Lines masked as their site's furniture, {of} pages of sites with {sites.MIN_PAGES} pages or more"
    yield f"{len(masked)} of {told:,} sentences of body, on {len({m.page for m in masked})} pages"
    verdicts = {}
    if JUDGED.exists():
        verdicts = {row["id"]: row["verdict"] for row in map(json.loads, JUDGED.open(encoding="utf-8"))}
    judged = [verdicts[m.id] for m in masked if m.id in verdicts]
    yield f"furniture of those judged by eye: {intervals.share(judged.count('right'), len(judged))}"


def main() -> None:
    """Print the figures, or a sample to judge."""
    parser = argparse.ArgumentParser(prog="python -m bench.sites", description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="print so many masked lines for a reader")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    if not arguments.sample:
        for line in figures(knowledge):
            print(line)
        return
    hidden = {case.id for case, _ in labelled.pages("test")}
    masked, _, _ = measure(knowledge)
    closed = {m.site for m in masked if m.page in hidden} | {domain_of(p.url) for p in pages() if p.id in hidden}
    chosen = sorted((m for m in masked if m.site not in closed), key=lambda m: hashlib.sha256(m.id.encode()).digest())
    for m in chosen[: arguments.sample]:
        print(f"{m.id}\t{m.site}\t{' '.join(m.text.split())}")


if __name__ == "__main__":
    main()
