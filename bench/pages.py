"""Main text and blocks: ours beside the peers, on text dumps and on HTML, in one run.

    python -m bench.pages [--peers] [--half train|test]

Text dumps have no markup, so the peers get every line as a paragraph. Token F1 counts folded words. A promo is
removed, and a body line dropped, when the text that came out has fewer than half of its runs of three words.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from bench import intervals, labelled, peers, shared
from takhrij import pipeline
from takhrij.analyse import articles, blocks, glued, languages
from takhrij.knowledge import Knowledge
from takhrij.readers import read_all
from takhrij.records import Analysis, Page
from takhrij.text import fold, fold_text

EXTRACTORS = Path(__file__).parent / "peer_extractors.py"
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
NOISE = ("promo", "related", "chrome", "comment")
RUN = 3
"""Words of a run: shorter runs recur by chance."""
ENOUGH = 0.5


class Told(NamedTuple):
    """What one program made of the cases of a set: the main text of each, and the seconds for all."""

    texts: tuple[str, ...]
    seconds: float


def main() -> None:
    """Print the figures, set by set."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--peers", action="store_true", help="measure the peers too (installs them, each by itself)")
    parser.add_argument("--half", choices=("train", "test"), default="test", help="which half of the labelled pages")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    half = arguments.half
    samples = {n: list(labelled.dumps(half, n)) for n in labelled.SAMPLES}
    sets = {"five pages (text)": list(labelled.five())}
    sets |= {f"labelled pages, {half}, sample {n} (text)": cases for n, cases in samples.items() if cases}
    sets["seven pages (HTML)"] = list(labelled.seven())
    for name, cases in sets.items():
        analyses = _one_set(name, cases, knowledge, PEERS if arguments.peers else ())
        if cases[0].segments and cases is not sets["five pages (text)"]:
            print("\n".join(_kinds(cases, analyses)))
    print("\n# Speed of reading and cleaning, one core")
    print("\n".join(_speed(knowledge)))


def clean(page: Page, knowledge: Knowledge) -> Analysis:
    """Return the part of `analyse` that tells article from everything else: what the peers do."""
    folded = fold(page.text)
    language, note = languages.find(page, folded, knowledge)
    sofar = Analysis(page=page.id, language=language, url=page.url, note=note)
    if note:
        return sofar
    folded, _ = glued.parted(page, folded, knowledge)
    sofar = replace(sofar, blocks=blocks.find(page, folded, sofar, knowledge))
    found, marked = articles.find(page, folded, sofar, knowledge)
    return replace(sofar, articles=found, blocks=marked)


def f1(got: str, want: str) -> float:
    """Return the F1 of folded words, as bags."""
    a, b = (Counter(_words(text)) for text in (got, want))
    hits = sum((a & b).values())
    return 2 * hits / (sum(a.values()) + sum(b.values())) if a or b else 1.0


def _one_set(
    name: str, cases: list[labelled.Case], knowledge: Knowledge, others: Sequence[peers.Peer]
) -> list[Analysis]:
    print(f"\n# {name}: body token F1; promos removed; body lines wrongly dropped")
    begin = time.perf_counter()
    analyses = [clean(case.page, knowledge) for case in cases]
    ours = Told(tuple(_ours(a, c.page) for a, c in zip(analyses, cases, strict=True)), time.perf_counter() - begin)
    print(f"takhrij: {_told(ours, cases)}")
    for peer in others:
        answers = peers.run(peer, ({"html": case.html} for case in cases))
        if isinstance(answers, peers.Missing):
            print(f"{peer.name}: missing: {answers.why}")
        else:
            told = Told(tuple(a["text"] for a in answers), sum(a["seconds"] for a in answers))
            print(f"{peer.name}: {_told(told, cases)}")
    return analyses


def _told(told: Told, cases: Sequence[labelled.Case]) -> str:
    scores = [f1(text, case.body) for text, case in zip(told.texts, cases, strict=True)]
    line = intervals.mean(scores)
    if bare := [not text.strip() for text, case in zip(told.texts, cases, strict=True) if not case.body]:
        some = [score for score, case in zip(scores, cases, strict=True) if case.body]
        line += (
            f"; with an article {intervals.mean(some)}; without one, known {intervals.share(sum(bare), len(bare))}"
        )
    held = {
        kind: [h for text, case in zip(told.texts, cases, strict=True) for h in _held(text, case, kind)]
        for kind in ("promo", "body")
    }
    for kind in ("promo", "body"):
        if held[kind]:
            gone = sum(not held for held in held[kind])
            line += f"; {kind} {'removed' if kind == 'promo' else 'dropped'} {intervals.share(gone, len(held[kind]))}"
    return f"{line}; {len(cases) / told.seconds:.0f} pages/s"


def _held(text: str, case: labelled.Case, kind: str) -> Iterator[bool]:
    """Yield, for every labelled segment of `kind`, whether `text` has it."""
    words = _words(text)
    has = {size: set(_runs(words, size)) for size in range(1, RUN + 1)}
    for segment in case.segments:
        told = _words(case.page.text[segment.start : segment.end]) if segment.kind == kind else []
        if told:
            size = min(RUN, len(told))
            runs = list(_runs(told, size))
            yield sum(run in has[size] for run in runs) >= ENOUGH * len(runs)


def _runs(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(size)), strict=False)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold_text(text))


def _ours(analysis: Analysis, page: Page) -> str:
    return "\n".join(page.text[b.span.start : b.span.end] for b in analysis.blocks if b.kind == "body")


def _kinds(cases: Sequence[labelled.Case], analyses: Sequence[Analysis]) -> Iterator[str]:
    """Yield kinds by character, noise taken for body, captions, and pages with the right number of articles."""
    confusion: Counter[tuple[str, str]] = Counter()
    right = 0
    for case, analysis in zip(cases, analyses, strict=True):
        got = {i: b.kind for b in analysis.blocks for i in range(b.span.start, b.span.end)}
        confusion.update(
            (segment.kind, got.get(i, "chrome"))
            for segment in case.segments
            for i in range(segment.start, segment.end)
            if not case.page.text[i].isspace()
        )
        right += len(analysis.articles) == len({s.article for s in case.segments if s.kind == "body" and s.article})
    want: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (gold, mine), n in confusion.items():
        want[gold] += n
        found[mine] += n
    same = sum(n for (gold, mine), n in confusion.items() if gold == mine)
    yield f"kind right: {same / sum(want.values()):.3f} of {sum(want.values()):,} characters"
    for kind in sorted(want):
        hits = confusion[kind, kind]
        precision, recall = hits / max(found[kind], 1), hits / want[kind]
        both = 2 * precision * recall / (precision + recall) if hits else 0.0
        yield f"{kind}: F1 {both:.3f}, precision {precision:.3f}, recall {recall:.3f}, {want[kind]:,} characters"
    kept = sum(confusion[kind, "body"] for kind in NOISE)
    yield f"noise taken for body: {kept / max(sum(want[k] for k in NOISE), 1):.3f} of its characters"
    yield f"body lost: {1 - confusion['body', 'body'] / max(want['body'], 1):.3f} of its characters"
    yield f"captions, segments: {_captions(cases, analyses)}"
    yield f"number of articles right: {intervals.share(right, len(cases))}"


def _captions(cases: Iterable[labelled.Case], analyses: Iterable[Analysis]) -> str:
    """Return how many captions were found: a labelled one and a block of ours that cover half of one another.

    Of 72 that were missed on the train pages outside galleries, 31 have a sign (who made the picture, a label, a
    file's name) that glue hides, 20 are a phrase without a verb before a sentence, 21 read as any sentence of the
    text. The form of the second kind tells little: of 130 such places that the model of `bench.seams` finds in the
    text of those pages one is a caption, the others are subheads, dates, and words that frame a sentence.
    Of 47 lines of 728 unlabelled pages that place alone made captions 31 were such, by one reader; without three
    sites that hold 23 of them 8 of 24. With a sign asked for (`places`) 23 of 27 are, and 6 of 10.
    """
    hits = wanted = found = 0
    for case, analysis in zip(cases, analyses, strict=True):
        gold = [(s.start, s.end) for s in case.segments if s.kind == "caption"]
        mine = [(b.span.start, b.span.end) for b in analysis.blocks if b.kind == "caption"]
        hits += sum(any(_alike(a, b) for b in mine) for a in gold)
        wanted += len(gold)
        found += len(mine)
    both = 2 * hits / (wanted + found) if wanted + found else 1.0
    return f"F1 {both:.3f}, recall {intervals.share(hits, wanted)}, precision {intervals.share(hits, found)}"


def _alike(a: tuple[int, int], b: tuple[int, int]) -> bool:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * common >= max(a[1] - a[0], b[1] - b[0])


def _speed(knowledge: Knowledge) -> Iterator[str]:
    """Yield pages and characters a second, from bytes to blocks and articles."""
    for name, paths in (
        ("syria_pages (text)", [labelled.CORPORA / "syria_pages.jsonl.gz"]),
        ("seven pages (HTML)", sorted(labelled.HTML.glob("*.html")) * 5),
    ):
        begin = time.process_time()
        pages = [page for path in paths for page in read_all([path]) if isinstance(page, Page)]
        read = time.process_time() - begin
        for page in pages:
            clean(page, knowledge)
        seconds = time.process_time() - begin
        size = sum(len(page.text) for page in pages)
        yield (
            f"{name}: {len(pages) / seconds:.0f} pages/s, {size / seconds:,.0f} characters/s, n={len(pages)}"
            f" (reading alone {len(pages) / read:.0f} pages/s)"
        )


if __name__ == "__main__":
    main()
