"""Checks the table of holders against dated pages: a name beside an office on a page of a known day.

    python -m bench.tenures [--pages N] [--rows]

Pages are those of `syria_pages` with a day in their address and the first N of `saudi_bylines` by the SHA-256 of
their id (July 2015). A row is confirmed where a page of its time names its person beside its office, and contradicted
where one names somebody else; `bench/judged/tenures.jsonl` says of each contradiction whose fault it is. What is no
longer found is not printed; what is not judged yet is. `--rows` prints every row that pages confirm or contradict.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from bench import shared
from takhrij import lang, world
from takhrij.analyse import analyse
from takhrij.analyse.mentions.skeletons import FATHER, LISTED, skeletons
from takhrij.engines import serial
from takhrij.knowledge import Knowledge
from takhrij.link import tenures
from takhrij.records import Analysis, Mention, Page, Tenure, When

CORPORA: Final = shared.SHARED / "corpora"
JUDGED: Final = Path(__file__).parent / "judged" / "tenures.jsonl"
PAGES: Final = 1_500


class Dated(NamedTuple):
    """A page of a known day."""

    id: str
    text: str
    day: date


class Told(NamedTuple):
    """That a page of a day names somebody beside an office of a state."""

    page: str
    day: date
    office: str
    state: str
    name: str
    skeleton: str


def dated(few: int) -> Iterator[Dated]:
    """Yield the pages whose day is known from outside their text, each text once."""
    seen: set[str] = set()
    with gzip.open(CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if item.get("url_date") and item["url"] not in seen:
                seen.add(item["url"])
                yield Dated(item["page"], item["text"], date.fromisoformat(item["url_date"]))
    with gzip.open(CORPORA / "saudi_bylines.jsonl.gz", "rt", encoding="utf-8") as lines:
        items = sorted(map(json.loads, lines), key=lambda i: hashlib.sha256(i["id"].encode()).digest())
    for item in items[:few]:
        text = f"{item['title']}\n{item['content']}"
        yield Dated(item["id"], text, date.fromisoformat(item["date_extracted"][:10]))


def told(pages: Iterable[Dated], knowledge: Knowledge) -> Iterator[Told]:
    """Yield the names beside offices of the pages, each once a page; a page that cannot be read tells nothing."""
    days: dict[str, date] = {}

    def records() -> Iterator[Page]:
        for page in pages:
            days[page.id] = page.day
            yield Page(id=page.id, text=page.text, sources=(page.id,), raw_sha256="")

    for analysis in serial.run(records(), lambda: partial(analyse, knowledge=knowledge), 0):
        if isinstance(analysis, Analysis):
            yield from _beside(analysis.page, days[analysis.page], analysis.mentions)


def _beside(page: str, day: date, mentions: Sequence[Mention]) -> Iterator[Told]:
    seen: set[Told] = set()
    for mention in mentions:
        for role in mention.roles if mention.kind == "person" else ():
            state = role.state or mention.state
            if role.office and state:
                found = Told(page, day, role.office, state, mention.name, mention.skeleton.removeprefix(LISTED))
                if found not in seen:
                    seen.add(found)
                    yield found


def same(skeleton: str, known: frozenset[str]) -> bool:
    """Whether a name is one of a holder's, or the family name of one, or shorter by fathers' names."""
    mine = skeleton.split()
    for other in known:
        theirs = other.split()
        if skeleton == other or (len(mine) == 1 and mine[0] == theirs[-1]):
            return True
        short, long = sorted((mine, theirs), key=len)
        if mine[0] == theirs[0] and (mine[-1] == theirs[-1] or short == long[: len(short)]):
            return not mine[-1].startswith(FATHER) or len(mine) > 1
    return False


class Checked(NamedTuple):
    """What dated pages say of the rows: pages that confirm a row, and those that name another then."""

    confirmed: dict[Tenure, list[Told]]
    against: list[tuple[Tenure, Told]]


def check(found: list[Told], knowledge: Knowledge) -> Checked:
    """Return the rows of the table with the pages for and against them.

    Who held the office at another time by the table is no contradiction: pages look back.
    """
    bones = knowledge.built(skeletons)
    table: defaultdict[tuple[str, str], list[tuple[Tenure, frozenset[str]]]] = defaultdict(list)
    for row in tenures.known(knowledge):
        table[row.office, row.state].append((row, frozenset(bones.of(name) for name in (row.holder, *row.names))))
    confirmed: defaultdict[Tenure, list[Told]] = defaultdict(list)
    against = []
    for t in found:
        rows = table[t.office, t.state]
        now = [(row, n) for row, n in rows if tenures.overlaps(row, When(first=t.day, last=t.day, grain="day"))]
        right = [row for row, n in now if same(t.skeleton, n)]
        if right:
            confirmed[right[0]].append(t)
        elif now and not any(same(t.skeleton, n) for _, n in rows):
            against.append((now[0][0], t))
    return Checked(dict(confirmed), against)


def main() -> None:
    """Print how many rows pages confirm, and every contradiction with its verdict."""
    shared.or_skip()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, default=PAGES, metavar="N")
    parser.add_argument("--rows", action="store_true")
    asked = parser.parse_args()
    knowledge = Knowledge(lang.load(), world.load())
    checked = check(list(told(dated(asked.pages), knowledge)), knowledge)
    judged = {(j["page"], j["office"], j["state"], j["name"]): j["verdict"] for j in _judged()}
    if asked.rows:
        for row, pages in checked.confirmed.items():
            named = sorted({t.page for t in pages})
            print(f"  {row.office} {row.state} {row.holder}: {len(named)} pages, {', '.join(named[:3])}")
    verdicts: Counter[str] = Counter()
    for row, t in checked.against:
        verdict = judged.get((t.page, t.office, t.state, t.name), "")
        verdicts[verdict or "not judged"] += 1
        if not verdict or asked.rows:
            where = f"{t.page} {t.day} names {t.name} as {t.office} of {t.state}"
            print(f"  {verdict or 'NOT JUDGED'}: {where}, table: {row.holder}")
    rows, good, bad = len(tenures.known(knowledge)), len(checked.confirmed), len(checked.against)
    print(f"holders: {good} of {rows} rows confirmed by dated pages, {bad} contradictions")
    print("  " + ", ".join(f"{verdict} {n}" for verdict, n in sorted(verdicts.items())))


def _judged() -> Iterator[dict[str, str]]:
    if JUDGED.is_file():
        yield from map(json.loads, JUDGED.open(encoding="utf-8"))


if __name__ == "__main__":
    main()
