"""Whose page it is and what it owns to: outlets and credit lines found, on the labelled pages that show one.

    python -m bench.credits [--half train|test] [--sample N] [--misses]

`bench/judged/credits.jsonl`: what a reader saw printed on each page: `article`, `role` (outlet; agency: whom the text
was taken from; author; desk: a byline without a name, not counted), `names` (all forms of the one name), `spans`.
A second reader, who saw neither program nor labels, read the 67 test pages with an agency or author and 13 others: of
157 items 136 agree. By the rules nine were wrong: seven agencies that running text quotes (`struck`, not counted)
and two desks; nine more that retell one source throughout were left, as open.
The program reads the text alone, and once more with the page's address beside it, as readers of JSON Lines, WARC and
HTML have it. A name is found if an article has it as outlet or credit; another outlet is told wrongly unless the
address that was read says that it is the page's. A page is counted twice: with one of its names
found, and with all of them.

**Agreement with the address** needs no reader: pages of `syria_pages` whose address `outlets.tsv` knows, at most two
of a site and none of a test half's, read without the address; does the outlet told have that address? Pages that do
not say whose they are count as well, so it cannot reach 1; papers of one name count as wrong. Once more with the
page's own outlet struck from the table, as if nobody had heard of it. **Articles alone** are headline and text of
`saudi_bylines`, development half, without byline and address: most of them name nobody as their own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType
from typing import Final, NamedTuple

from bench import addressed, bylines, intervals, joins, labelled, shared
from takhrij import pipeline
from takhrij.analyse import outletnames, outlets
from takhrij.knowledge import Knowledge
from takhrij.records import Article
from takhrij.text import fold_text
from takhrij.world.tables import Outlet

JUDGED: Final = addressed.JUDGED
ROLES: Final = ("outlet", "agency", "author")
AGREED: Final = 300
"""Pages whose address is compared with the outlet told."""
ALONE: Final = 500
"""Articles without anything around them, by the SHA-256 of their ids."""
NO_ADDRESSES: Final[Mapping[str, str]] = MappingProxyType({})


class Shown(NamedTuple):
    """A name that a page prints as its own or as whom it took its text from."""

    article: int
    role: str
    names: tuple[str, ...]


class Told(NamedTuple):
    """What came of a page: each thing shown and whether it was found, and the outlets that were told wrongly."""

    page: str
    shown: tuple[tuple[Shown, bool], ...]
    wrong: tuple[str, ...]


def judged(half: labelled.Half, sample: int = 0) -> dict[str, tuple[Shown, ...]]:
    """Return what the pages of a half show, of one `sample` or of all; pages that show nothing are there too."""
    rows = [row for row in map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines()) if row["half"] == half]
    rows = [row for row in rows if sample in (0, row.get("sample", 1))]
    return {
        row["page"]: tuple(Shown(i["article"], i["role"], tuple(i["names"])) for i in row["items"]) for row in rows
    }


def addresses() -> dict[str, str]:
    """Return the address of each page of `syria_pages`."""
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {row["page"]: row["url"] or "" for row in map(json.loads, lines)}


def measure(
    knowledge: Knowledge, half: labelled.Half, urls: Mapping[str, str] = NO_ADDRESSES, sample: int = 0
) -> list[Told]:
    """Return what came of every judged page of the half that has an article, each read with its address in `urls`."""
    shown = judged(half, sample)
    return [
        compare(page.id, shown[page.id], joins.read(page.text, knowledge, url), knowledge, url)
        for page, segments in labelled.pages(half)
        if page.id in shown and labelled.articles(segments)
        for url in (urls.get(page.id, ""),)
    ]


def figures(knowledge: Knowledge, half: labelled.Half = "test", sample: int = 0) -> Iterator[str]:
    """Yield the lines to print."""
    told = measure(knowledge, half, sample=sample)
    if not told:
        yield f"# Outlets and credit lines, {half}: no page is judged"
        return
    showing = sum(bool(page.shown) for page in told)
    yield f"# Outlets and credit lines, {half}, {len(told)} pages, {showing} of them show one"
    yield "## The text alone"
    yield from summary(told)
    yield "## The text and the page's address"
    yield from summary(measure(knowledge, half, addresses(), sample))


def agreement(knowledge: Knowledge, pages: int = AGREED) -> Iterator[str]:
    """Yield the lines on how often the outlet told without the address is the address's."""
    known = [(item["text"], outlet) for item in addressed.drawn() if (outlet := _by_address(item["url"], knowledge))]
    yield "## Agreement with the address"
    whole = (knowledge,) * addressed.STRUCK
    for name, tables in (
        ("as the table is", whole),
        ("their own outlets struck from the table", addressed.struck(knowledge)),
    ):
        told = [
            _agrees(joins.read(text, tables[addressed.part(outlet.name)]), outlet, knowledge)
            for text, outlet in known[:pages]
        ]
        counted = [answer for answer in told if answer is not None]
        hits = [_share([answer == kind for answer in counted]) for kind in ("own", "another")]
        yield f"{name}: the address's outlet told {hits[0]}, another {hits[1]}"


def alone(knowledge: Knowledge, articles: int = ALONE) -> Iterator[str]:
    """Yield the line on outlets told of articles that have nothing around them."""
    every = sorted(bylines.items("develop", knowledge), key=lambda item: sha256(item.id.encode()).hexdigest())
    told: list[bool] = []
    for item in every[:articles]:
        own, found = _by_address(item.url, knowledge), joins.read(bylines.page(item, shown=False).text, knowledge)
        told.append(any(article.outlet and (own is None or article.outlet != own.name) for article in found))
    yield f"articles alone: another outlet told {_share(told)}"


def _by_address(url: str, knowledge: Knowledge) -> Outlet | None:
    return outlets.by_address(url, knowledge)[1]


def _agrees(found: Sequence[Article], outlet: Outlet, knowledge: Knowledge) -> str | None:
    """Return "own", "another" or "none"; None where the page has no article."""
    told = [article.outlet for article in found if article.outlet]
    item = Shown(1, "outlet", (outlet.name, *outlet.spellings))
    if any(_is(name, item, knowledge) for name in told):
        return "own"
    return ("another" if told else "none") if found else None


def summary(told: Sequence[Told]) -> Iterator[str]:
    """Yield the lines on pages of which something came."""
    showing = [page for page in told if page.shown]
    yield f"pages with an outlet or credit line found: {_share([any(f for _, f in page.shown) for page in showing])}"
    yield f"pages with all of theirs found: {_share([all(f for _, f in page.shown) for page in showing])}"
    yield f"outlets and credit lines found: {_share([f for page in showing for _, f in page.shown])}"
    by_role: defaultdict[str, list[bool]] = defaultdict(list)
    for page in showing:
        for item, found in page.shown:
            by_role[item.role].append(found)
    for role in ROLES:
        yield f"  {role}: {_share(by_role[role])}"
    named = [page for page in told if any(item.role == "outlet" for item, _ in page.shown)]
    yield f"another outlet than the page's own told: {_share([bool(page.wrong) for page in named])}"


def _share(hits: Sequence[bool]) -> str:
    return intervals.share(sum(hits), len(hits))


def compare(page: str, shown: Sequence[Shown], found: Sequence[Article], knowledge: Knowledge, url: str = "") -> Told:
    """Return what came of what a page shows: each name with whether an article has it, and outlets told wrongly."""
    counted = [item for item in shown if item.role in ROLES]
    results = []
    for item in counted:
        articles = found if len(found) < item.article else found[item.article - 1 : item.article]
        results.append((item, any(_finds(item, article, knowledge) for article in articles)))
    own = [item for item in counted if item.role == "outlet"]
    host, outlet = outlets.by_address(url, knowledge) if url else ("", None)
    right = {host, outlet.name if outlet else ""}
    told = [a.outlet for a in found if own and a.outlet and a.outlet not in right]
    wrong = [name for name in told if not any(_is(name, o, knowledge) for o in own)]
    return Told(page, tuple(results), tuple(wrong))


def _finds(item: Shown, article: Article, knowledge: Knowledge) -> bool:
    named = [hop.name for hop in article.credits]
    return any(_is(name, item, knowledge) for name in (*named, article.outlet) if name)


def _is(name: str, item: Shown, knowledge: Knowledge) -> bool:
    """Whether `name` is one of the forms, or the known outlet that one of them names."""
    known = outlets.named(name, knowledge)
    for form in item.names:
        other = outlets.named(form, knowledge)
        if bare(form, knowledge) == bare(name, knowledge) or (
            known is not None and other is not None and known.name == other.name
        ):
            return True
    return False


def bare(name: str, knowledge: Knowledge) -> str:
    """Return the letters of a name, folded, without words like paper and site before it."""
    carriers, words = set(knowledge.built(outletnames.carriers_of)), fold_text(name).split()
    while len(words) > 1 and words[0] in carriers:
        words = words[1:]
    return re.sub(r"\W+", "", "".join(words))


def misses(pages: Iterable[Told]) -> Iterator[str]:
    """Yield a line for each name that a page shows and we do not tell, and for pages that are told only too much."""
    for page in pages:
        for item, found in page.shown:
            if not found:
                yield f"{page.page}\tmissed\t{item.role}\t{' | '.join(item.names)}\ttold: {', '.join(page.wrong)}"
        if page.wrong and all(found for _, found in page.shown):
            yield f"{page.page}\twrong\t{', '.join(page.wrong)}"


def main() -> None:
    """Print the figures of a half; `--misses` names the pages (of the train half only)."""
    parser = argparse.ArgumentParser(prog="python -m bench.credits", description=__doc__)
    parser.add_argument("--half", choices=("train", "test"), default="test")
    parser.add_argument(
        "--sample", type=int, default=0, help="only the pages of this sample (6, 7: test half; 9: train half)"
    )
    parser.add_argument("--misses", action="store_true", help="print what was missed on the train half")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    for line in figures(knowledge, arguments.half, arguments.sample):
        print(line)
    if not arguments.sample:
        for line in (*agreement(knowledge), *alone(knowledge)):
            print(line)
    for line in misses(measure(knowledge, "train")) if arguments.misses else ():
        print(line)


if __name__ == "__main__":
    main()
