"""Which words of a page are its outlet's name: learns what each sign weighs, and measures it on sites left out.

    python -m bench.ownnames [--write] [--without FILE]

Pages of `../shared/corpora/syria_pages` whose address tells whose they are, and the train half of
`bench/judged/credits.jsonl`; no page of a test half's site (nor of the sites listed in FILE). Each page is read with
the table of outlets as it is, with its own outlet struck from it, and so with its address too: names that no table
knows are learned from those that it knows. `--write` makes `lang/ar/ownnames.tsv` again: weights only.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace

from bench import addressed, intervals, logistic, shared
from bench import credits as bylines
from takhrij import pipeline
from takhrij.analyse import blocks, outletnames, outlets
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Block, Page
from takhrij.text import Folded, fold
from takhrij.world.tables import Outlet

TABLE: Final = Path(__file__).parents[1] / "src" / "takhrij" / "lang" / "ar" / "ownnames.tsv"
FOLDS: Final = 4
RARE: Final = 8
"""A sign that is seen less often weighs nothing."""
RULES: Final = ("rule: a logo", "rule: a copyright line", "rule: a name repeated", "rule: before a blog's archive")
RARE_RULE: Final = 1.0
"""Rules too rare in these pages to be learned weigh about as much as the others do."""
PLATE: Final = "rule: after the headline, which comes again"
FLOOR: Final = 0.25
"""A name between two headlines is told though nothing else speaks for it."""
LIKENESS: Final = 0.8
"""A site with n pages counts as n to the power of 1 less this."""
PENALTY: Final = 0.5
LEAST: Final = 4
"""Letters of a name within which another is neither right nor wrong (the Constitution of Jordan)."""
MODES: Final = ("known", "struck", "struck, with address")


class Sample(NamedTuple):
    """A page, its address, the forms of its outlet's name, and the known outlet if it is one."""

    page: Page
    folded: Folded
    blocks: tuple[Block, ...]
    url: str
    forms: tuple[str, ...]
    outlet: Outlet | None
    judged: bool


class Row(NamedTuple):
    """A claim's signs, and whether it is right; None: neither right nor wrong."""

    signs: dict[str, float]
    right: bool | None


class Case(NamedTuple):
    site: str
    mode: str
    judged: bool
    rows: tuple[Row, ...]


def main() -> None:
    """Print how often the name is found on sites that were left out of learning; write the weights if asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.ownnames", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write lang/ar/ownnames.tsv")
    parser.add_argument("--without", type=Path, help="a file of sites that are left out")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    without = frozenset(arguments.without.read_text(encoding="utf-8").split()) if arguments.without else frozenset()
    cases = list(read(knowledge, without))
    for line in figures(cases):
        print(line)
    if arguments.write:
        weights = learned(cases)
        lines = TABLE.read_text(encoding="utf-8").splitlines()[:1]
        lines += ["sign\tweight", *(f"{name}\t{weight:.3f}" for name, weight in weights.items())]
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(knowledge: Knowledge, without: frozenset[str]) -> Iterator[Case]:
    """Yield every page once a mode."""
    struck = addressed.struck(knowledge)
    for sample in _samples(knowledge, without):
        named = sample.outlet.name if sample.outlet else sample.forms[0]
        for mode in MODES:
            page = replace(sample.page, url=sample.url) if mode == MODES[2] else sample.page
            with_table = knowledge if mode == MODES[0] else struck[addressed.part(named)]
            every = outlets.claims(page, sample.folded, sample.blocks, with_table)
            claims = [claim for claim in every if claim.known or not outlets.is_refused(claim)]
            rows = tuple(Row({"bias": 1.0, **c.signs}, _right(c.name, sample, knowledge)) for c in claims)
            if rows:
                yield Case(addressed.site(sample.url), mode, sample.judged, rows)


def learned(cases: Sequence[Case]) -> dict[str, float]:
    """Return what each sign weighs."""
    pages = Counter(case.site for case in cases)
    seen = Counter(sign for case in cases for row in case.rows for sign in row.signs)
    names = sorted(sign for sign, count in seen.items() if count >= RARE)
    counts: defaultdict[tuple[tuple[float, ...], bool], float] = defaultdict(float)
    for case in cases:
        if case.judged or any(row.right for row in case.rows):
            for row in case.rows:
                if row.right is not None:
                    counts[tuple(row.signs.get(n, 0.0) for n in names), row.right] += pages[case.site] ** -LIKENESS
    rows = sorted(counts)
    weights = logistic.learn([r for r, _ in rows], [right for _, right in rows], [counts[r] for r in rows], PENALTY)
    told = {**dict.fromkeys(RULES, RARE_RULE), **dict(zip(names, weights, strict=True))}
    return {sign: max(weight, FLOOR) if sign == PLATE else weight for sign, weight in told.items()}


def figures(cases: Sequence[Case]) -> Iterator[str]:
    """Yield the lines to print: sites in `FOLDS` parts, each measured with what the others teach.

    Found: of the pages on which the name stands where it is looked for. Wrong: of all pages, also those without it.
    """
    found: defaultdict[tuple[str, bool], list[bool]] = defaultdict(list)
    wrong: defaultdict[tuple[str, bool], list[bool]] = defaultdict(list)
    for k in range(FOLDS):
        weights = learned([case for case in cases if addressed.part(case.site, FOLDS) != k])
        for case in (c for c in cases if addressed.part(c.site, FOLDS) == k):
            weighed = [(sum(weights.get(s, 0.0) * v for s, v in row.signs.items()), row) for row in case.rows]
            told = [(w, row) for w, row in weighed if w > outlets.enough(row.signs, known="known" in row.signs)]
            right = max(told, key=lambda best: best[0])[1].right if told else None
            if any(r.right for r in case.rows):
                found[case.mode, case.judged].append(right is True)
            wrong[case.mode, case.judged].append(right is False)
    for key in sorted(found, key=lambda k: (not k[1], MODES.index(k[0]))):
        pages = "labelled pages" if key[1] else "pages whose address tells"
        hits, misses = (intervals.share(sum(told), len(told)) for told in (found[key], wrong[key]))
        yield f"{pages}, {key[0]}: found where the page shows it {hits}; wrong, of all pages, {misses}"


def _samples(knowledge: Knowledge, without: frozenset[str]) -> Iterator[Sample]:
    shown = bylines.judged("train")
    left_out = addressed.test_sites() | without
    for item in addressed.corpus():
        site = addressed.site(item["url"])
        outlet = outlets.by_address(item["url"], knowledge)[1]
        own = [name for i in shown.get(item["page"], ()) if i.role == "outlet" for name in i.names]
        if site in left_out or (item["page"] in shown and not own) or not (own or outlet):
            continue
        page, folded = Page(id=item["page"], text=item["text"], sources=(), raw_sha256=""), fold(item["text"])
        sofar = Analysis(page=page.id, language="ar", url="")
        found = blocks.find(page, folded, sofar, knowledge)
        if any(block.kind == "body" for block in found):
            forms = own or ([outlet.name, *outlet.spellings] if outlet else [])
            known = next((o for name in own if (o := outlets.named(name, knowledge))), outlet)
            yield Sample(page, folded, found, item["url"], tuple(forms), known, bool(own))


def _right(name: str, sample: Sample, knowledge: Knowledge) -> bool | None:
    outlet = outlets.named(name, knowledge)
    if outlet is not None and sample.outlet is not None and outlet.name == sample.outlet.name:
        return True
    bare, forms = bylines.bare(name, knowledge), [bylines.bare(form, knowledge) for form in sample.forms]
    if bare in forms:
        return True
    if not outletnames.is_arabic(name) and any(map(outletnames.is_arabic, sample.forms)):
        return None  # the table may not have the name in these letters
    within = any(bare in form or form in bare for form in forms if min(len(bare), len(form)) >= LEAST)
    return None if within else False


if __name__ == "__main__":
    main()
