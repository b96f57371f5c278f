"""Dates pages whose address holds a day, the address hidden: ours beside htmldate and the first date of the text.

    python -m bench.dating [--peers] [--half develop|test] [--list differs|abstained|wrong|...]

The address's day is silver: `bench/judged/dating.jsonl` holds 60 disagreements read by hand and whose fault each was,
the first by the SHA-256 of the page's id, with the answers of commit 96c9d0d ("page clock": we abstained, and what is
printed is the page's clock alone). The halves are cut by the same hash. All of the set had been read while earlier
rules were written. Since the cut, rules are tuned on `develop` alone; since the judging, the judged pages of `test`
are read too. `--list` prints ids, never text, and never of `test`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from bench import intervals, peers, shared
from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge
from takhrij.periods import DATE
from takhrij.readers import read_all
from takhrij.records import Analysis, Page
from takhrij.text import fold_text
from takhrij.timex import resolve

CORPUS: Final = shared.SHARED / "corpora" / "syria_pages.jsonl.gz"
PAGES: Final = shared.SHARED / "corpora" / "html"
JUDGED: Final = Path(__file__).parent / "judged" / "dating.jsonl"
DATERS: Final = Path(__file__).parent / "peer_daters.py"
PEERS: Final = (
    peers.Peer("htmldate", ("htmldate", "lxml_html_clean"), DATERS),
    peers.Peer("htmldate_careful", ("htmldate", "lxml_html_clean"), DATERS),
)
_DAY: Final = timedelta(days=1)
_NEAR: Final = 10
"""Days around the address's day in which a printed day makes a weekday called today tell the address's day."""
_WIDEST: Final = 31
"""An interval of more days says too little to count as one that holds the day."""

Outcome = Literal["exact", "within a day", "interval", "abstained", "wrong"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("exact", "within a day", "interval", "abstained", "wrong")
Half = Literal["develop", "test"]


class Case(NamedTuple):
    """A page and the day in its address."""

    id: str
    text: str
    day: date


class Answer(NamedTuple):
    """Days that somebody gives a page, both included, or None; `why` is the rule."""

    days: tuple[date, date] | None
    why: str = ""


def half_of(page: str) -> Half:
    """Return the half a page belongs to: by the SHA-256 of its id, so that nobody chooses."""
    return "develop" if hashlib.sha256(page.encode()).digest()[0] % 2 == 0 else "test"


def cases() -> Iterator[Case]:
    """Yield the pages with a day in their address, each address once, in the corpus's order."""
    seen: set[str] = set()
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if item.get("url_date") and item["url"] not in seen:
                seen.add(item["url"])
                yield Case(item["page"], item["text"], date.fromisoformat(item["url_date"]))


def outcome(days: tuple[date, date] | None, true: date) -> Outcome:
    """Return how an answer stands to the true day. An interval that misses it by a day is `within a day`."""
    if days is None:
        return "abstained"
    first, last = days
    if first == last == true:
        return "exact"
    if first <= true <= last and (last - first).days < _WIDEST:
        return "interval"
    return "within a day" if first - _DAY <= true <= last + _DAY and (last - first).days < _WIDEST else "wrong"


def ours(analysis: Analysis) -> Answer:
    """Return the date of the page's first article, which its address is of."""
    article = next(iter(analysis.articles), None)
    if article is None or not article.published:
        return Answer(None, article.why[-1].note if article and article.why else "no article")
    best = article.published[0]
    return Answer((best.when.first, best.when.last), f"{best.why[0].rule}: {best.why[0].note}")


class Patterns:
    """Explicit days by plain regular expressions: what anybody would write in an hour."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.months = {
            fold_text(row.name): row.number for row in knowledge.language.months if row.calendar == "gregorian"
        }
        names = "|".join(sorted(map(re.escape, self.months), key=len, reverse=True))
        self.words = re.compile(rf"(?<!\d)(\d{{1,2}})\s*(?:من )?\s*({names})\W[^\d\n]{{0,20}}?((?:19|20)\d\d)(?!\d)")
        self.figures = re.compile(
            r"(?<!\d)(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)"
            r"|((?:19|20)\d\d)\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{1,2}))(?!\d)"
        )

    def days(self, text: str) -> list[date]:
        """Return the explicit days of a text, in reading order."""
        folded = fold_text(text)
        found = [(m.start(), int(m[3]), self.months[m[2]], int(m[1])) for m in self.words.finditer(folded)]
        for match in self.figures.finditer(folded):
            d, m, y = (int(g) for g in (match.groups()[:3] if match[1] else match.groups()[:2:-1]))
            found.append((match.start(), y, *((d, m) if m > 12 else (m, d))))
        return [day for _, y, m, d in sorted(found) if (day := _real(y, m, d))]


def printed(case: Case, analysis: Analysis, patterns: Patterns) -> bool:
    """Whether the page's text prints the address's day, as our time reader or the plain patterns read it.

    In full; without its year; or as a weekday called today, where a printed day within ten of it fixes the week.
    """
    explicit = set(patterns.days(case.text))
    weekdays = set()
    for item in analysis.times:
        match = DATE.match(item.written.partition("T")[0])
        if match and not match[1] and match[4] and "X" not in match[3] + match[4]:
            year = case.day.year if match[2] == "XXXX" else int(match[2]) if match[2].isdecimal() else 0
            if day := _real(year, int(match[3]), int(match[4])):
                explicit.add(day)
        elif item.weekday and item.shift and item.shift.unit == "day" and not item.written:
            weekdays.add((item.weekday - item.shift.by - 1) % 7 + 1)
    near = any(abs((day - case.day).days) <= _NEAR for day in explicit)
    return case.day in explicit or (near and case.day.isoweekday() in weekdays)


def first_explicit(analysis: Analysis) -> Answer:
    """The baseline of our own reader: the first expression that names a Gregorian day with its year."""
    for item in analysis.times:
        match = DATE.match(item.written.partition("T")[0])
        readings = resolve(item, None) if match and match[4] and "X" not in item.written else ()
        if readings and readings[0].when:
            return Answer((readings[0].when.first, readings[0].when.first))
    return Answer(None)


def main() -> None:
    """Print the figures of each half and of the whole."""
    parser = argparse.ArgumentParser(prog="python -m bench.dating", description=__doc__)
    parser.add_argument("--peers", action="store_true", help="measure htmldate too (installs it by itself)")
    parser.add_argument("--half", choices=("develop", "test"), help="only this half")
    parser.add_argument("--list", choices=("differs", *OUTCOMES), help="print ids, answers and rules of `develop`")
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    known = [c for c in cases() if arguments.half in (None, half_of(c.id))]
    begin = time.perf_counter()
    analyses = [analyse(_page(c), knowledge) for c in known]
    seconds = time.perf_counter() - begin
    answers = [ours(a) for a in analyses]
    if arguments.list:
        _listed(known, answers, arguments.list)
        return
    judged = _judged()
    patterns = Patterns(knowledge)
    prints = [printed(c, a, patterns) for c, a in zip(known, analyses, strict=True)]
    tell = partial(_table, known, prints, judged)
    tell(f"takhrij ({len(known) / seconds:.0f} pages/s, all of analyse)", answers)
    tell("first explicit day, our time reader", [first_explicit(a) for a in analyses])
    tell(
        "first explicit day, plain patterns",
        [Answer(_single(next(iter(patterns.days(c.text)), None))) for c in known],
    )
    for peer in PEERS if arguments.peers else ():
        _peer(peer, known, tell)
    _verdicts(judged)
    _html(knowledge, with_peers=arguments.peers)


def _peer(peer: peers.Peer, known: list[Case], tell: Callable[[str, list[Answer]], None]) -> None:
    found = peers.run(peer, ({"html": _dump(case.text)} for case in known))
    if isinstance(found, peers.Missing):
        print(f"\n# {peer.name}: missing: {found.why}")
        return
    rate = len(known) / sum(answer["seconds"] for answer in found)
    days = [date.fromisoformat(answer["day"]) if answer["day"] else None for answer in found]
    tell(f"{peer.name} ({rate:.0f} pages/s)", [Answer(_single(day)) for day in days])


def _html(knowledge: Knowledge, *, with_peers: bool) -> None:
    """Print the same of the seven pages of HTML, where markup helps everybody; addresses stay hidden."""
    gold = json.loads((PAGES / "gold.json").read_text(encoding="utf-8"))
    known, answers, raw = [], [], []
    for page in read_all([PAGES]):
        name = Path(page.sources[0]).stem if isinstance(page, Page) else ""
        if isinstance(page, Page) and name in gold:
            known.append(Case(name, page.text, date.fromisoformat(gold[name]["date"])))
            answers.append(ours(analyse(replace(page, url=""), knowledge)))
            raw.append((PAGES / f"{name}.html").read_bytes().decode(page.encoding, "replace"))
    _line("takhrij", known, answers)
    for peer in PEERS if with_peers else ():
        found = peers.run(peer, ({"html": html} for html in raw))
        if not isinstance(found, peers.Missing):
            days = [date.fromisoformat(answer["day"]) if answer["day"] else None for answer in found]
            _line(peer.name, known, [Answer(_single(day)) for day in days])


def _line(name: str, known: Sequence[Case], answers: Sequence[Answer]) -> None:
    counts = Counter(outcome(a.days, c.day) for c, a in zip(known, answers, strict=True))
    print(f"HTML, n={len(known)}, {name}: " + ", ".join(f"{o} {counts[o]}" for o in OUTCOMES))


def _table(
    known: Sequence[Case],
    prints: Sequence[bool],
    judged: dict[str, dict[str, str]],
    name: str,
    answers: Sequence[Answer],
) -> None:
    print(f"\n# {name}")
    halves = sorted({half_of(c.id) for c in known})
    for label, wanted in [*((h, {h}) for h in halves), *([("all", set(halves))] if len(halves) > 1 else [])]:
        rows = [
            (p, outcome(a.days, c.day), _excused(judged.get(c.id), a))
            for c, p, a in zip(known, prints, answers, strict=True)
            if half_of(c.id) in wanted
        ]
        counts = Counter(o for _, o, _ in rows)
        ours_wrong = sum(o == "wrong" and not excused for _, o, excused in rows)
        given = len(rows) - counts["abstained"]
        shown = [o for p, o, _ in rows if p]
        print(f"{label}, n={len(rows)}: " + ", ".join(f"{o} {counts[o]}" for o in OUTCOMES))
        print(f"  right day, of all pages: {intervals.share(counts['exact'], len(rows))}")
        print(f"  right day where the page prints it: {intervals.share(shown.count('exact'), len(shown))}")
        print(f"  answers wrong by more than a day: {intervals.share(counts['wrong'], given)}")
        print(f"  of these, not borne out by the page, read by hand: {intervals.share(ours_wrong, given)}")
        print(f"  days or intervals that hold it: {intervals.share(counts['exact'] + counts['interval'], len(rows))}")


def _judged() -> dict[str, dict[str, str]]:
    if not JUDGED.exists():
        return {}
    return {item["id"]: item for item in map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines())}


def _excused(item: dict[str, str] | None, answer: Answer) -> bool:
    """Whether a reader of the page found this very answer right, or as right as the address's day."""
    if item is None or item["verdict"] not in ("url at fault", "both allowed"):
        return False
    return _written(answer) == item["ours"]


def _written(answer: Answer) -> str:
    return "/".join(map(str, dict.fromkeys(answer.days or ())))


def _verdicts(judged: dict[str, dict[str, str]]) -> None:
    print(f"\n# Disagreements with the address read by hand: {len(judged)}")
    for verdict, n in sorted(Counter(item["verdict"] for item in judged.values()).items()):
        print(f"{verdict}: {intervals.share(n, len(judged))}")


def _listed(known: Sequence[Case], answers: Sequence[Answer], wanted: str) -> None:
    for case, answer in zip(known, answers, strict=True):
        got = outcome(answer.days, case.day)
        if half_of(case.id) == "develop" and (
            got == wanted or (wanted == "differs" and got not in ("exact", "abstained"))
        ):
            print(f"{case.id}\t{case.day}\t{_written(answer) or '-'}\t{got}\t{answer.why}")


def _page(case: Case) -> Page:
    return Page(id=case.id, text=case.text, sources=(case.id,), raw_sha256="")


def _dump(text: str) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    return f"<!doctype html><html lang='ar'><head><meta charset='utf-8'></head><body>{lines}</body></html>"


def _single(day: date | None) -> tuple[date, date] | None:
    return (day, day) if day else None


def _real(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


if __name__ == "__main__":
    main()
