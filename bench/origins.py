"""Independent origins of claims: article count, outlet count, family count and ours beside one another.

    python -m bench.origins [--sample N] [--misses]

On the five pages, the invented story, and the labelled claims of `syria_pages` and `saudi_bylines`
(`labels/README.md`), built from their own pages. A labelled claim is exact when no claim of ours mixes two of its
facts and each that holds any of its tellings has the origins that a reader found for those; over-counted when one has
more than that. A split claim may be exact so: a fact is whole when one claim of ours holds each of its tellings, and
a telling that is not found is held by none.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import bylines, intervals, labelled, shared
from bench.statements import same
from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge
from takhrij.link import link
from takhrij.link.order import house, one_house
from takhrij.records import Analysis, Claim, Event, Links, Page, Span, Statement

LABELS = Path(__file__).parent / "labels" / "claims.jsonl"
SAMPLES = (1, 2, 3, 4, 5, 6, 7, 8)
EXAMPLES = Path(__file__).parents[1] / "examples"


class Told(NamedTuple):
    """A labelled telling: where it stands, the number of the fact that it tells, and its origin's names."""

    span: Span
    fact: int
    origin: str


class Case(NamedTuple):
    """A claim that was labelled, with its tellings."""

    id: str
    told: tuple[Told, ...]


class Tally(NamedTuple):
    """Of one claim: how many articles, outlets and families tell it, and how many origins we count."""

    articles: int
    outlets: int
    families: int
    ours: int


class Verdict(NamedTuple):
    """What became of a labelled claim: `wanted` and `got` are the origins of the claim that holds most of it.

    `of`: how many of its facts several pages tell; `whole`: how many of those one claim of ours holds.
    """

    exact: bool
    over: bool
    mixed: bool
    whole: int
    of: int
    tally: Tally
    wanted: tuple[str, ...]
    got: tuple[str, ...]


class World(NamedTuple):
    """Linked pages, looked up by what claims hold."""

    links: Links
    outlet_of: dict[str, str]
    article_of: dict[str, str]
    spans: dict[str, Span]
    claim_of: dict[str, Claim]
    on_page: dict[str, tuple[str, ...]]


def main() -> None:
    """Print the three parts."""
    parser = argparse.ArgumentParser(prog="python -m bench.origins", description=__doc__)
    parser.add_argument("--sample", type=int, choices=SAMPLES)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    shared.or_skip()
    for name, paths, worlds in (
        ("the five pages", [shared.PAGES], ()),
        ("the invented story", [EXAMPLES / "pages"], (EXAMPLES / "world",)),
    ):
        pages, _ = pipeline.gather(paths, lambda *_: None)
        world = linked(pages, worlds)
        counts = [tally_of(c, world) for c in world.links.claims if len(set(articles(c, world))) > 1]
        print(f"# {name}: {len(counts)} claims that several articles tell")
        print(table(counts))
    for sample in (arguments.sample,) if arguments.sample else SAMPLES:
        cases = list(read(sample))
        if not cases:
            continue
        knowledge = pipeline.knowledge_of(())
        world = linked(list(texts({t.span.page for case in cases for t in case.told}, knowledge)), ())
        verdicts = [judged(case, world) for case in cases]
        gone = sum(not v.got for v in verdicts)
        print(f"\n# labelled claims, sample {sample}: {len(cases)}; {gone} of them are told by nothing found today")
        cases = [case for case, v in zip(cases, verdicts, strict=True) if v.got]
        verdicts = [v for v in verdicts if v.got]
        print("\n".join(figures(verdicts)))
        if arguments.misses:
            for case, v in zip(cases, verdicts, strict=True):
                if not v.exact:
                    print(f"  {case.id}: {'mixed ' * v.mixed}got {v.got}, want {v.wanted}")


def read(sample: int) -> Iterator[Case]:
    """Yield the labelled claims of a sample."""
    for row in map(json.loads, LABELS.open(encoding="utf-8")):
        if row["sample"] == sample:
            told = [
                Told(Span(page=page, start=start, end=end), n, fact["origins"][origin])
                for n, fact in enumerate(row["facts"])
                for page, start, end, origin in fact["tellings"]
            ]
            yield Case(row["claim"], tuple(told))


def texts(names: set[str], knowledge: Knowledge) -> Iterator[Page]:
    """Yield the pages of those names with their addresses, in the order of the corpora.

    They are of `syria_pages`, else of the develop half of `saudi_bylines`, with their bylines.
    """
    left = set(names)
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if item["page"] in names:
                name = item["page"]
                left.discard(name)
                yield Page(id=name, text=item["text"], sources=(name,), raw_sha256="", url=item["url"] or "")
    if left:
        items = bylines.items("develop", knowledge)
        yield from (bylines.page(item, shown=True) for item in items if item.id in left)


def linked(pages: Iterable[Page], worlds: tuple[Path, ...]) -> World:
    """Return the pages analysed and linked."""
    knowledge = pipeline.knowledge_of(worlds)
    analyses: Sequence[Analysis]
    analyses, links = link([analyse(page, knowledge) for page in pages], knowledge)
    told: list[Statement | Event] = [s for a in analyses for s in a.statements]
    told += [e for a in analyses for e in a.events]
    spans = {t.id: t.content if isinstance(t, Statement) else t.span for t in told}
    by_page: dict[str, list[str]] = {}
    for name, span in spans.items():
        by_page.setdefault(span.page, []).append(name)
    return World(
        links=links,
        outlet_of={article.id: article.outlet for a in analyses for article in a.articles},
        article_of={t.id: t.article for t in told},
        spans=spans,
        claim_of={name: claim for claim in links.claims for name in (*claim.statements, *claim.events)},
        on_page={page: tuple(names) for page, names in by_page.items()},
    )


def articles(claim: Claim, world: World) -> Iterator[str]:
    """Yield the article of each telling of a claim."""
    return (world.article_of[name] for name in (*claim.statements, *claim.events))


def tally_of(claim: Claim, world: World) -> Tally:
    """Return what each way of counting makes of a claim."""
    tellers = set(articles(claim, world))
    outlets = {world.outlet_of[article] or article for article in tellers}
    return Tally(len(tellers), len(outlets), len({house(name, world.links) for name in outlets}), len(claim.origins))


def found(told: Told, world: World) -> list[str]:
    """Return the ids of our tellings that share most with a labelled one, at least half of both."""

    def alike(name: str) -> float:
        a, b = world.spans[name], told.span
        both = min(a.end, b.end) - max(a.start, b.start)
        return both / (max(a.end, b.end) - min(a.start, b.start)) if both > 0 else 0.0

    names = world.on_page.get(told.span.page, ())
    best = max(map(alike, names), default=0.0)
    return [name for name in names if alike(name) == best >= 0.5]


def judged(case: Case, world: World) -> Verdict:
    """Return what became of a labelled claim."""
    held: dict[str, list[Told]] = {}
    ours = [{world.claim_of[name].id for name in found(told, world)} for told in case.told]
    often = Counter(name for names in ours for name in names)  # words may tell a statement and an event at once
    for told, names in zip(case.told, ours, strict=True):
        if names:
            held.setdefault(max(names, key=lambda name: (often[name], name)), []).append(told)
    by_id = {claim.id: claim for claim in world.links.claims}
    exact, over, mixed = bool(held), False, False
    for name, members in held.items():
        facts: dict[int, dict[str, None]] = {}
        for told in members:
            facts.setdefault(told.fact, {})[told.origin] = None
        wanted, got = max(map(tuple, facts.values()), key=len), by_id[name].origins
        mixed |= len(facts) > 1
        over |= len(got) > len(wanted)
        exact &= len(facts) == 1 and _same_names(got, wanted, world.links)
    most = max(held.values(), key=len, default=[])
    claim = next((by_id[name] for name, members in held.items() if members is most), None)
    several = list(whole(case.told, ours))
    return Verdict(
        exact=exact,
        over=over,
        mixed=mixed,
        whole=sum(several),
        of=len(several),
        tally=tally_of(claim, world) if claim else Tally(0, 0, 0, 0),
        wanted=tuple(dict.fromkeys(t.origin for t in most)),
        got=claim.origins if claim else (),
    )


def whole(told: Sequence[Told], ours: Sequence[set[str]]) -> Iterator[bool]:
    """Yield of every fact that several pages tell whether one claim holds it; `ours`: the claims of each telling."""
    for fact in sorted({t.fact for t in told}):
        mine = [(t.span.page, names) for t, names in zip(told, ours, strict=True) if t.fact == fact]
        if len({page for page, _ in mine}) > 1:
            yield bool(set.intersection(*(names for _, names in mine)))


def _same_names(got: Sequence[str], wanted: Sequence[str], links: Links) -> bool:
    """Whether each name is one of those wanted, or of its house."""

    def one(name: str, other: str) -> bool:
        return same(name, other) or one_house(house(name, links), house(other, links))

    left = list(wanted)
    for name in got:
        fits = next((w for w in left if any(one(name, other) for other in w.split(" | "))), None)
        if fits is None:
            return False
        left.remove(fits)
    return not left


def figures(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the lines on labelled claims."""
    n = len(verdicts)
    yield f"origins exact, by name: {intervals.share(sum(v.exact for v in verdicts), n)}"
    right = sum(len(v.got) == len(v.wanted) and not v.mixed for v in verdicts)
    yield f"number of origins right: {intervals.share(right, n)}"
    yield f"over-counted: {intervals.share(sum(v.over for v in verdicts), n)}"
    yield f"mixed of two facts: {intervals.share(sum(v.mixed for v in verdicts), n)}"
    yield f"facts of several pages whose tellings are one claim: {intervals.share(*_sums(verdicts))}"
    good = sum(v.exact and v.whole == v.of for v in verdicts)
    yield f"origins exact, and no fact split: {intervals.share(good, n)}"
    yield table([v.tally for v in verdicts], [len(v.wanted) for v in verdicts])


def _sums(verdicts: Sequence[Verdict]) -> tuple[int, int]:
    return sum(v.whole for v in verdicts), sum(v.of for v in verdicts)


def table(counts: Sequence[Tally], wanted: Sequence[int] = ()) -> str:
    """Return how many tellers each way of counting finds in all, a line a way."""
    lines = [
        f"{name}: {sum(values)} in all, {sum(values) / max(len(counts), 1):.2f} a claim"
        for name, values in (
            ("articles", [c.articles for c in counts]),
            ("outlets", [c.outlets for c in counts]),
            ("families", [c.families for c in counts]),
            ("origins, ours", [c.ours for c in counts]),
        )
    ]
    if wanted:
        lines.append(f"origins, labelled: {sum(wanted)} in all, {sum(wanted) / len(wanted):.2f} a claim")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
