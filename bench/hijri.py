"""Days printed in both calendars in `../shared/corpora/saudi_bylines.jsonl.gz`: which pairs do not agree, and why.

    python -m bench.hijri [--all] [--show]

A pair is a day of the Hijri calendar and a Gregorian one, side by side or joined by a word for "corresponding to".
Umm al-Qura's calendar is a count; months are also seen or not seen, so a day either way agrees. Every pair that does
not agree is judged by hand in `bench/judged/hijri.jsonl`: `page` where the page contradicts itself, `reader` where we
misread it. `--show` prints the words around (never kept), `--all` the agreeing pairs too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from bench import intervals, shared
from takhrij import pipeline
from takhrij.analyse import times
from takhrij.knowledge import Knowledge
from takhrij.periods import DATE, fixed
from takhrij.records import Analysis, Page, TimeExpression
from takhrij.text import fold, fold_text

CORPUS: Final = shared.SHARED / "corpora" / "saudi_bylines.jsonl.gz"
JUDGED: Final = Path(__file__).parent / "judged" / "hijri.jsonl"
TODAY: Final = date(2015, 7, 23)
"""The middle of the days that the corpus was gathered in: a day printed without a year is the nearest to it."""
_DAY: Final = timedelta(days=1)
_GAP: Final = 40
_JOINING: Final = frozenset(
    fold_text(
        "الموافق والموافق موافق الموافقة الموافقين المصادف الموفق يوافق يوم ليوم لـ ل هـ م حسب بحسب تقويم أم القرى"
    ).split()
)
"""Words that may stand between the two days of a pair."""


class Pair(NamedTuple):
    """One day in two calendars, as an article prints it, with the days that either may mean."""

    article: str
    hijri: TimeExpression
    gregorian: TimeExpression
    apart: int
    words: str

    @property
    def key(self) -> tuple[str, int, int]:
        """What a judgement names the pair by."""
        return self.article, *self.offsets

    @property
    def offsets(self) -> tuple[int, int]:
        """Where the pair begins and ends in title, line end and content."""
        spans = (self.hijri.span, self.gregorian.span)
        return min(s.start for s in spans), max(s.end for s in spans)


def pairs(knowledge: Knowledge) -> Iterator[Pair]:
    """Yield the pairs of all articles in the corpus's order."""
    hijri = [fold_text(m.name) for m in knowledge.language.months if m.calendar == "hijri"]
    likely = re.compile("|".join(map(re.escape, hijri)) + r"|14\d\d")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            text = f"{item['title']}\n{item['content']}"
            if likely.search(fold_text(text)):
                yield from _of(item["id"], text, knowledge)


def _of(article: str, text: str, knowledge: Knowledge) -> Iterator[Pair]:
    page = Page(id=article, text=text, sources=(), raw_sha256="")
    found = times.find(page, fold(text), Analysis(page=article, language="ar"), knowledge)
    for left, right in pairwise(found):
        one, two = (left, right) if left.written.startswith("H") else (right, left)
        if not (one.written.startswith("H") and not two.written.startswith("H") and _joined(text, left, right)):
            continue
        apart = _apart(one.written, two.written)
        if apart is not None:
            around = text[max(left.span.start - 40, 0) : right.span.end + 40].replace("\n", " | ")
            yield Pair(article, one, two, apart, around)


def _joined(text: str, left: TimeExpression, right: TimeExpression) -> bool:
    gap = text[left.span.end : right.span.start]
    if len(gap) > _GAP or "\n" in gap or "." in gap:
        return False
    return set(re.findall(r"[^\W\d_]+", fold_text(gap))) <= _JOINING


def _apart(hijri: str, gregorian: str) -> int | None:
    """How many days the Gregorian day is after the Hijri one, by the readings nearest to one another.

    An interval counts by its first day. A year that neither day prints is one of the three around `TODAY`.
    """
    others = DATE.match(_first(gregorian)), DATE.match(_first(hijri))
    ones, twos = (_days(w, other) for w, other in zip((hijri, gregorian), others, strict=True))
    return min(((b - a).days for a in ones for b in twos), key=abs, default=None)


def _days(written: str, other: re.Match[str] | None) -> list[date]:
    """The days that a written day may be, its year being near the other's where it prints none."""
    match = DATE.match(_first(written))
    if not match or not match[4] or "X" in match[3] + match[4]:
        return []
    years = [match[2]]
    if "X" in match[2]:
        year = int(other[2]) if other and other[2].isdecimal() else TODAY.year
        middle = _beside(year, hijri=bool(match[1]))
        years = [f"{y:04}" for y in range(middle - 1, middle + 2)]
    return [p.first for y in years for p in fixed(f"{match[1]}{y}-{match[3]}-{match[4]}")]


def _beside(year: int, *, hijri: bool) -> int:
    """A year of the wanted calendar that shares days with `year` of either, by the rule of thumb."""
    if hijri == (year < 1500):
        return year
    return round((year - 622) * 33 / 32) if hijri else round(year * 32 / 33 + 622)


def _first(written: str) -> str:
    return written.partition("/")[0].partition("T")[0]


def slip(pair: Pair) -> str:
    """Return what, changed in one of the two days, would make them agree: a hint for the reader, no proof."""
    h, g = (DATE.match(_first(w.written)) for w in (pair.hijri, pair.gregorian))
    assert h is not None
    assert g is not None
    if "X" not in h[2] + g[2]:
        for name, match, years in (("Hijri year", h, range(1425, 1447)), ("Gregorian year", g, range(2005, 2027))):
            if any(_agree(pair, match, f"{year:04}-{match[3]}-{match[4]}") for year in years):
                return name
    for name, match in (("Hijri month", h), ("Gregorian month", g)):
        if any(_agree(pair, match, f"{match[2]}-{month:02}-{match[4]}") for month in range(1, 13)):
            return name
    if abs(pair.apart) <= 31:
        return "day"
    return "more than one part"


def _agree(pair: Pair, changed: re.Match[str], value: str) -> bool:
    value = changed[1] + value
    one, two = (value, pair.gregorian.written) if changed[1] else (pair.hijri.written, value)
    apart = _apart(one, two)
    return apart is not None and abs(apart) <= 1


def weekday_of(pair: Pair) -> str:
    """Return with which of the two days the weekday printed beside them agrees, empty where none is printed."""
    printed = pair.hijri.weekday or pair.gregorian.weekday
    if not printed:
        return ""
    names = (("Hijri", pair.hijri), ("Gregorian", pair.gregorian))
    good = [n for n, time in names if any(d.isoweekday() == printed for d in _days(time.written, None))]
    return f"weekday {printed} is of: {' and '.join(good) or 'neither'}"


def judged() -> dict[tuple[str, int, int], dict[str, str]]:
    """Return the verdicts by article and offsets."""
    if not JUDGED.exists():
        return {}
    items = map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines())
    return {(item["id"], item["start"], item["end"]): item for item in items}


def main() -> None:
    """List the pairs that do not agree with their verdicts, and count."""
    parser = argparse.ArgumentParser(prog="python -m bench.hijri", description=__doc__)
    parser.add_argument("--all", action="store_true", help="list the pairs that agree too")
    parser.add_argument("--show", action="store_true", help="print the words around each pair")
    arguments = parser.parse_args()
    shared.or_skip()
    found = list(pairs(pipeline.knowledge_of(())))
    verdicts = judged()
    counts: Counter[str] = Counter()
    for pair in found:
        agrees = abs(pair.apart) <= 1
        verdict = verdicts.get(pair.key, {})
        if not agrees:
            counts[verdict.get("verdict", "not judged")] += 1
        if arguments.all or not agrees:
            told = [pair.article, "{}-{}".format(*pair.offsets), pair.hijri.written, pair.gregorian.written]
            told += [f"{pair.apart:+d} days", weekday_of(pair), "" if agrees else slip(pair)]
            print("\t".join([*told, verdict.get("verdict", ""), verdict.get("reason", "")]))
            if arguments.show:
                print("\t" + pair.words)
    disagreeing = sum(counts.values())
    print(f"\n# {len(found)} pairs of days in both calendars")
    print(f"agree on the day: {intervals.share(sum(p.apart == 0 for p in found), len(found))}")
    print(f"agree within a day: {intervals.share(len(found) - disagreeing, len(found))}")
    for name, n in sorted(counts.items()):
        print(f"do not agree, {name}: {n}")


if __name__ == "__main__":
    main()
