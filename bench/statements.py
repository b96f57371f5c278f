"""Statements on the labelled pages: found, content, speaker, act, chain; beside quotation marks and nearest names.

    python -m bench.statements [--half train|test]

A statement is found when the words of its content and of ours share at least half (token F1); each is matched once,
the best pair first. A speaker is right when the shorter of both names shares at least half of its words with the
longer: the labels hold titles too. The labels name whom the page names, so ours is tried by its name and by the words
that it rests on (one body has many names). The chain is right when the speaker and all carriers are, in order; the
origin is who first put it in words: the carrier next to the speaker, or else the page's own outlet.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import intervals, labelled, shared
from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.records import Analysis, Hop, Page
from takhrij.text import fold_words

LABELS = Path(__file__).parent / "labels" / "statements.jsonl"
ENOUGH = 0.5
_QUOTED = re.compile('["“«]([^"“”«»\n]{20,})["”»]')
_CLITICS = ("وال", "بال", "لل", "ال", "و")


class Told(NamedTuple):
    """A statement, labelled or found. `via`: nearest the speaker first. `/` parts a name from the words for it."""

    start: int
    end: int
    words: Counter[str]
    speaker: str
    act: str
    form: str
    via: tuple[str, ...]


class Sheet(NamedTuple):
    """A page with its labelled stretch and statements."""

    page: Page
    span: tuple[int, int]
    told: tuple[Told, ...]


def main() -> None:
    """Print the figures of one half."""
    parser = argparse.ArgumentParser(prog="python -m bench.statements", description=__doc__)
    parser.add_argument("--half", choices=("train", "test"), default="test")
    parser.add_argument("--sample", type=int, default=0, help="only the pages of this sample (1 to 4)")
    arguments = parser.parse_args()
    half = arguments.half
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    sheets = list(read(half, arguments.sample))
    analyses = [analyse(sheet.page, knowledge) for sheet in sheets]
    for name, found in (
        ("takhrij", [list(ours(a, s)) for a, s in zip(analyses, sheets, strict=True)]),
        (
            "quotation marks and the nearest name",
            [list(nearest(a, s)) for a, s in zip(analyses, sheets, strict=True)],
        ),
    ):
        print(f"\n# {name}: {half}, {len(sheets)} pages, {sum(len(s.told) for s in sheets)} statements")
        print("\n".join(figures(sheets, found)))


def read(half: str, sample: int = 0) -> Iterator[Sheet]:
    """Yield the labelled pages of a half, of one `sample` or of all, in the order of the corpus."""
    rows = map(json.loads, LABELS.open(encoding="utf-8"))
    wanted = {row["page"]: row for row in rows if row["half"] == half and sample in (0, row["sample"])}
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if row := wanted.pop(item["page"], None):
                page = Page(id=item["page"], text=item["text"], sources=(item["page"],), raw_sha256="")
                told = tuple(
                    heard(page, (s["content"][0], s["content"][1]), s["speaker"], s["act"], s["form"], s["via"])
                    for s in row["statements"]
                )
                yield Sheet(page, (row["span"][0], row["span"][1]), told)


def ours(analysis: Analysis, sheet: Sheet) -> Iterator[Told]:
    """Yield what takhrij finds in the labelled stretch."""
    for s in analysis.statements:
        if sheet.span[0] <= s.content.start < sheet.span[1]:
            *carriers, speaker = s.hops
            form = "direct" if s.quoted else "indirect"
            names = [_both(sheet.page, hop) for hop in reversed(carriers)]
            yield heard(sheet.page, (s.content.start, s.content.end), _both(sheet.page, speaker), s.act, form, names)


def _both(page: Page, hop: Hop) -> str:
    if not hop.name:
        return "?"
    words = page.text[hop.cue.start : hop.cue.end] if hop.cue and hop.cue.page == page.id else ""
    return "/".join((hop.name, words)) if words else hop.name


def nearest(analysis: Analysis, sheet: Sheet) -> Iterator[Told]:
    """Yield the baseline: what stands in quotation marks, said by the named person or body nearest to it."""
    named = [m for m in analysis.mentions if m.kind in ("person", "organization", "state", "unnamed")]
    for match in _QUOTED.finditer(sheet.page.text, *sheet.span):
        around = sorted(named, key=lambda m: min(abs(m.span.end - match.start()), abs(m.span.start - match.end())))
        yield heard(sheet.page, match.span(1), around[0].name if around else "", "say", "direct", ())


def figures(sheets: Sequence[Sheet], found: Sequence[Sequence[Told]]) -> Iterator[str]:
    """Yield the lines: detection, content, speaker, act, carriers, whole chain; then direct and indirect apart."""
    pairs = [pair for sheet, mine in zip(sheets, found, strict=True) for pair in matched(sheet.told, mine)]
    wanted, given = sum(len(sheet.told) for sheet in sheets), sum(map(len, found))
    yield f"detection: F1 {2 * len(pairs) / max(wanted + given, 1):.3f}"
    yield f"  recall {intervals.share(len(pairs), wanted)}"
    yield f"  precision {intervals.share(len(pairs), given)}"
    yield f"content token F1 of the found: {intervals.mean([_f1(a.words, b.words) for a, b in pairs])}"
    checks: tuple[tuple[str, Callable[[Told, Told], bool]], ...] = (
        ("speaker", lambda a, b: same(a.speaker, b.speaker)),
        ("act", lambda a, b: a.act == b.act),
        ("carriers", _carried),
        ("full chain", lambda a, b: same(a.speaker, b.speaker) and _carried(a, b)),
        ("origin", _origin),
    )
    for name, check in checks:
        yield f"{name} right of the found: {intervals.share(sum(check(a, b) for a, b in pairs), len(pairs))}"
    for form in ("direct", "indirect"):
        mine = sum(t.form == form for each in found for t in each)
        yield f"precision of what we call {form}: {intervals.share(sum(b.form == form for _, b in pairs), mine)}"
    for form in ("direct", "mixed", "indirect"):
        of = sum(t.form == form for sheet in sheets for t in sheet.told)
        hits = [(a, b) for a, b in pairs if a.form == form]
        right = sum(same(a.speaker, b.speaker) for a, b in hits)
        yield f"{form}: recall {intervals.share(len(hits), of)}; speaker {intervals.share(right, len(hits))}"


def matched(gold: Sequence[Told], mine: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Return the pairs of labelled and found, each at most once, the best first."""
    scored = sorted(
        (
            (-_f1(a.words, b.words), i, k)
            for i, a in enumerate(gold)
            for k, b in enumerate(mine)
            if a.start < b.end and b.start < a.end and _f1(a.words, b.words) >= ENOUGH
        ),
    )
    left, right = set(range(len(gold))), set(range(len(mine)))
    found = []
    for _, i, k in scored:
        if i in left and k in right:
            left.remove(i)
            right.remove(k)
            found.append((gold[i], mine[k]))
    return found


def same(a: str, b: str) -> bool:
    """Whether two wordings may name one speaker; a lost name (`?`) is right only where ours is lost too."""
    if "?" in (a, b):
        return a == b
    one = _name(a)
    others = [_name(part) for part in b.split("/")]
    return any(one and other and len(one & other) >= ENOUGH * min(len(one), len(other)) for other in others)


def _carried(a: Told, b: Told) -> bool:
    return len(a.via) == len(b.via) and all(map(same, a.via, b.via))


def _origin(a: Told, b: Told) -> bool:
    """Whether it is right who first put it in words: the carrier next to the speaker, or the page's own outlet."""
    return same(a.via[0], b.via[0]) if a.via and b.via else not (a.via or b.via)


def _name(words: str) -> set[str]:
    return {_bare(word) for word in fold_words(words)}


def _bare(word: str) -> str:
    prefix = next((p for p in _CLITICS if word.startswith(p) and len(word) > len(p) + 2), "")
    return word[len(prefix) :]


def _f1(a: Counter[str], b: Counter[str]) -> float:
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


def heard(page: Page, span: tuple[int, int], speaker: str, act: str, form: str, via: Sequence[str]) -> Told:
    words = Counter(fold_words(page.text[slice(*span)]))
    return Told(*span, words, speaker, act, form, tuple(via))


if __name__ == "__main__":
    main()
