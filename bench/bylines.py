"""Whose text an article is, with its byline hidden: agencies told, and copies that do not say whose they are.

    python -m bench.bylines [--half develop|test] [--shown] [--sample N]

On the articles of a half of `../shared/corpora/saudi_bylines` (by SHA-256 of their id; even: develop): headline, text
and address are a page, the byline is not. Those with one agency in their byline that can be told are counted: their
first 150 or last 120 characters name an agency, or 80 % of their runs of eight words stand in one of those.
With `--shown` every page has its byline, as real pages do, so that articles without an agency in theirs are found to
be copies of articles that name one; `bench/judged/copies.jsonl` says of such what a reader thought: `id`, `origin`,
`verdict` (right: the text is that agency's; wrong), `reason`, `sample`, no text. Both samples are of the test half,
the first by SHA-256 of their id: 1 was read before the rule was mended for what it showed, 2 after. `--sample` prints
N more.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench import intervals, joins, shared
from takhrij import link, pipeline
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge
from takhrij.link import chains, clock, copies, order, provenance, sites
from takhrij.link.settle import settle
from takhrij.records import Analysis, Links, Origin, Page
from takhrij.text import fold_words

JUDGED: Final = Path(__file__).parent / "judged" / "copies.jsonl"
HEAD: Final = 150
TAIL: Final = 120
GRAM: Final = 8
SHARED: Final = 0.8
_ATTACHED: Final = 4
"""Letters of a name from which it is known behind a particle."""


class Item(NamedTuple):
    """An article of the corpus: its byline, and the agencies that the byline and the text's two ends name."""

    id: str
    source: str
    url: str
    title: str
    author: str
    content: str
    agencies: frozenset[str]
    ends: frozenset[str]


def items(half: joins.Half, knowledge: Knowledge) -> list[Item]:
    """Return the articles of a half in the order of the corpus."""
    names, found = _names(knowledge), []
    with gzip.open(joins.CORPUS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if bool(hashlib.sha256(row["id"].encode()).digest()[-1] % 2) != (half == "test"):
                continue
            title, author = (" ".join(html.unescape(row[field] or "").split()) for field in ("title", "author"))
            content = html.unescape(row["content"])
            text = " ".join(content.split())
            ends = named(text[:HEAD], names) | named(text[-TAIL:], names)
            found.append(
                Item(row["id"], row["source"], row["url"], title, author, content, named(author, names), ends)
            )
    return found


def _names(knowledge: Knowledge) -> dict[str, str]:
    """Return every way to write an agency's name that is no ordinary word, as folded words, and its house."""
    found = {}
    for outlet in knowledge.world.outlets:
        if outlet.kind == "agency":
            plain = {" ".join(fold_words(name)) for name in outlet.common}
            for name in (outlet.name, *outlet.spellings):
                if (words := " ".join(fold_words(name))) not in plain:
                    found[words] = outlet.family or outlet.name
    return found


def named(text: str, names: Mapping[str, str]) -> frozenset[str]:
    """Return the agencies that a text names, alone or behind "to" or "and"."""
    words = f" {' '.join(fold_words(text))} "
    found = {agency for name, agency in names.items() if f" {name} " in words}
    long = {name: agency for name, agency in names.items() if len(name) >= _ATTACHED}
    return frozenset(
        found | {agency for name, agency in long.items() if f" ل{name} " in words or f" و{name} " in words}
    )


def grams(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of eight folded words of a text."""
    words = fold_words(text)
    return frozenset(tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1))


def read(known: Sequence[Item], knowledge: Knowledge, *, shown: bool) -> list[Analysis]:
    """Return what the pages say, each read whole."""
    return [analyse(page(item, shown=shown), knowledge) for item in known]


def page(item: Item, *, shown: bool) -> Page:
    """Return an article as a page, with its byline or without."""
    lines = [item.title, *([item.author] if shown and item.author else []), item.content]
    return Page(id=item.id, text="\n\n".join(lines), sources=(item.id,), raw_sha256="", url=item.url)


def linked(analyses: Sequence[Analysis], knowledge: Knowledge) -> tuple[Links, list[Analysis]]:
    """Return what the pages say about one another as far as origins go, and the settled analyses."""
    links = Links(families=chains.families(knowledge), agencies=order.agencies(knowledge))
    settled = list(analyses)
    for stage in (sites, copies, clock, order, provenance):
        links = link.run(stage, settled, links)
        if stage in link.SETTLING:
            settled = [settle(analysis, links) for analysis in settled]
    return links, settled


def by_page(links: Links) -> dict[str, Origin]:
    """Return the origin of each page, of one article."""
    return {article.split("/")[0]: origin for article, origin in links.origin_of.items()}


def eligible(known: Sequence[Item]) -> tuple[list[Item], int]:
    """Return the articles of one agency that can be told, first those that name one, and their number."""
    bylined = [item for item in known if len(item.agencies) == 1]
    naming = [item for item in bylined if item.ends]
    parts = [grams(item.content) for item in naming]
    rest = []
    for item in bylined:
        own = grams(item.content) if not item.ends else frozenset()
        if own and any(len(own & part) >= SHARED * len(own) for part in parts):
            rest.append(item)
    return [*naming, *rest], len(naming)


def figures(known: Sequence[Item], links: Links) -> Iterator[str]:
    """Yield the lines on articles with hidden bylines."""
    told = by_page(links)
    chosen, naming = eligible(known)
    yield f"{sum(len(item.agencies) == 1 for item in known)} of {len(known)} articles have one agency in their byline"
    yield f"to be told: {len(chosen)}; {naming} of them name an agency, {len(chosen) - naming} share 80 % with one"
    yield f"origin right: {_share(chosen, told, right=True)}"
    yield f"origin wrong: {_share(chosen, told, right=False)}"
    own = [item for n, item in enumerate(chosen) if n >= naming or item.agencies & item.ends]
    yield f"  where the agency named is that of the byline: {_share(own, told, right=True)}"
    named_alone = [item for item in chosen[:naming] if not item.agencies & item.ends]
    ours = sum(item.id in told and told[item.id].name in item.ends for item in named_alone)
    yield f"  where the text names another agency than the byline: {len(named_alone)}; told that other one: {ours}"
    rules = Counter(told[i.id].why[0].rule for i in chosen if i.id in told and told[i.id].name in i.agencies)
    yield f"  right by kind of evidence: {', '.join(f'{rule} {n}' for rule, n in rules.most_common())}"
    for agency, of in Counter(a for item in chosen for a in item.agencies).most_common():
        of_it = [item for item in chosen if agency in item.agencies]
        yield f"  {agency}: {_share(of_it, told, right=True)}, wrong {_count(of_it, told, right=False)}/{of}"
    every = [item for item in known if len(item.agencies) == 1]
    yield f"of all with an agency's byline: right {_share(every, told, right=True)}"
    answered = [item for item in every if item.id in told]
    yield f"  of those that are told one at all: right {_share(answered, told, right=True)}"
    rules = Counter(o.why[0].rule for o in told.values())
    yield f"told by: {', '.join(f'{rule} {n}' for rule, n in rules.most_common())}"


def _count(of: Sequence[Item], told: Mapping[str, Origin], *, right: bool) -> int:
    return sum(item.id in told and (told[item.id].name in item.agencies) == right for item in of)


def _share(of: Sequence[Item], told: Mapping[str, Origin], *, right: bool) -> str:
    return intervals.share(_count(of, told, right=right), len(of))


def undisclosed(known: Sequence[Item], links: Links) -> list[tuple[Item, Origin]]:
    """Return the articles said to be an agency's that name none in their byline, by the SHA-256 of their ids."""
    told = by_page(links)
    found = [
        (item, told[item.id])
        for item in known
        if not item.agencies and item.id in told and not told[item.id].disclosed
    ]
    return sorted(found, key=lambda pair: hashlib.sha256(pair[0].id.encode()).digest())


def precision(known: Sequence[Item], links: Links) -> Iterator[str]:
    """Yield the lines on undisclosed copies."""
    found, told = undisclosed(known, links), by_page(links)
    missed = [i for i in known if len(i.agencies) == 1 and i.id in told and not told[i.id].disclosed]
    rows = [json.loads(row) for row in JUDGED.read_text(encoding="utf-8").splitlines()] if JUDGED.exists() else []
    given = {(item.id, origin.name) for item, origin in found}
    yield f"undisclosed copies: {len(found)}"
    for sample in sorted({row["sample"] for row in rows}):
        judged = [r["verdict"] for r in rows if r["sample"] == sample and (r["id"], r["origin"]) in given]
        yield f"right of sample {sample}, read by hand: {intervals.share(judged.count('right'), len(judged))}"
    yield f"though the byline names one: {len(missed)}; that agency: {_share(missed, told, right=True)}"


def to_read(
    found: Sequence[tuple[Item, Origin]], known: Sequence[Item], settled: Sequence[Analysis]
) -> Iterator[str]:
    """Yield each article for a reader: its byline, that of whom it copies, and what of it stands nowhere there."""
    items_, analyses = {item.id: item for item in known}, {a.page: a for a in settled}
    for item, origin in found:
        (why,) = origin.why
        other = items_[why.rests_on[-1].page]
        passages = [span for span in why.rests_on if span.page == item.id]
        own: defaultdict[str, list[str]] = defaultdict(list)
        for sentence in analyses[item.id].sentences:
            if not any(sentence.span.overlaps(p) for p in passages):
                own["alone"].append(" ".join(sentence.text.split()))
        yield f"{item.id}\t{origin.name}\t{origin.share}\tbyline: {item.author or '-'}\tof {other.id}: {other.author}"
        yield f"    {item.title} | {other.title}"
        yield f"    {' '.join(item.content.split())[:400]}"
        yield f"    alone: {' / '.join(own['alone'])[:500]}"


def main() -> None:
    """Print the figures of the test half, or of the other with `--half develop`."""
    parser = argparse.ArgumentParser(prog="python -m bench.bylines", description=__doc__)
    parser.add_argument("--half", choices=("develop", "test"), default="test")
    parser.add_argument(
        "--shown", action="store_true", help="leave the bylines on the pages; count undisclosed copies"
    )
    parser.add_argument(
        "--sample", type=int, default=0, help="with --shown: print so many undisclosed copies to read"
    )
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    known = items(arguments.half, knowledge)
    links, settled = linked(read(known, knowledge, shown=arguments.shown), knowledge)
    print(f"# Bylines {'shown' if arguments.shown else 'hidden'}, {arguments.half}, {len(known)} articles")
    lines = precision(known, links) if arguments.shown else figures(known, links)
    if arguments.shown and arguments.sample:
        lines = to_read(undisclosed(known, links)[: arguments.sample], known, settled)
    for line in lines:
        print(line)


if __name__ == "__main__":
    main()
