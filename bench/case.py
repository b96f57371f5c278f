"""A case of many pages: time to add and to link, size on disk, time of each view and query, incremental and rebuilt.

    python -m bench.case [--pages 1736] [--articles 10000]

Pages of `syria_pages`, then articles of `saudi_bylines`; then one page more is added to the case as it stands.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import shared
from takhrij import casework
from takhrij.exports import json as form
from takhrij.store import views
from takhrij.store.database import opened
from takhrij.store.searching import Wanted

CORPORA = shared.SHARED / "corpora"
AT = "2026-11-22T00:00:00Z"
MORE = "قال وزير النقل سامي الحلواني، اليوم الأحد 2 آذار 2025، إن الجسر الجديد سيفتح بعد أسبوع من الآن.\n" * 3


def main() -> None:
    """Print a line for every step."""
    parser = argparse.ArgumentParser(prog="python -m bench.case", description=__doc__)
    parser.add_argument("--pages", type=int, default=1736)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument(
        "--rebuild", action="store_true", help="compare with a clean rebuild, which takes as long again"
    )
    arguments = parser.parse_args()
    shared.or_skip()
    with tempfile.TemporaryDirectory() as name:
        print("\n".join(_measured(Path(name), arguments.pages, arguments.articles, rebuild=arguments.rebuild)))


def _measured(folder: Path, pages: int, articles: int, *, rebuild: bool) -> Iterator[str]:
    case, piles = folder / "big.case", []
    for corpus, number, text in (("syria_pages", pages, "text"), ("saudi_bylines", articles, "content")):
        pile = folder / f"{corpus}.jsonl"
        with gzip.open(CORPORA / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines, pile.open("w") as target:
            for line in itertools.islice(lines, number):
                row = json.loads(line)
                target.write(json.dumps({"text": row[text], "url": row["url"]}, ensure_ascii=False) + "\n")
        piles.append(pile)
    casework.new(case)
    begun = time.perf_counter()
    added = casework.add(case, piles, AT)
    yield f"add {added.new} pages: {time.perf_counter() - begun:.1f} s"
    yield _timed("link all of them", lambda: casework.update(case, AT))
    more = folder / "more.txt"
    more.write_text(MORE, encoding="utf-8")
    yield _timed("add one page more", lambda: casework.add(case, [more], AT))
    yield _timed("link again after it", lambda: casework.update(case, AT))
    characters = sum(map(len, _texts(case)))
    yield f"size on disk: {case.stat().st_size / 1e6:.0f} MB; {characters / 1e6:.0f} M characters of pages"
    yield from _views(case)
    if rebuild:
        grown = form.write(casework.read(case))
        yield _timed("clean rebuild", lambda: casework.update(case, AT, rebuild=True))
        yield f"incremental equals rebuild: {form.write(casework.read(case)) == grown}"


def _texts(case: Path) -> list[str]:
    with opened(case, readonly=True) as database:
        return [text for (text,) in database.execute("SELECT text FROM pages")]


def _views(case: Path) -> Iterator[str]:
    with opened(case, readonly=True) as d:
        claim = d.execute("SELECT claim FROM tellings GROUP BY claim ORDER BY count(*) DESC LIMIT 1").fetchone()[0]
        person = d.execute(
            "SELECT entity FROM statements WHERE entity != '' GROUP BY entity ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()[0]
        page = d.execute("SELECT page FROM statements GROUP BY page ORDER BY count(*) DESC LIMIT 1").fetchone()[0]
        story = views.stories(d)[0].id
        for name, view in (
            ("time line", lambda: views.timeline(d)),
            ("time line of the largest story", lambda: views.timeline(d, story=story)),
            ("stories", lambda: views.stories(d)),
            ("largest claim", lambda: views.claim(d, claim)),
            ("persons", lambda: views.entities(d)),
            ("person who says most", lambda: views.said_by(d, person)),
            ("positions", lambda: views.positions(d)),
            ("conflicts", lambda: views.conflicts(d)),
            ("copies", lambda: views.copies(d)),
            ("pages", lambda: views.listed(d)),
            ("page with most statements", lambda: views.reading(d, page)),
        ):
            yield _timed(f"view: {name}", view)
    for query in ("الرئيس", '"مجلس الأمن"', "وزير* -الخارجية", "قصف OR غارات"):
        yield _timed(f"search: {query}", lambda query=query: list(casework.search(case, Wanted(query))))
    yield _timed("status", lambda: casework.status(case))
    yield _timed("changes of the last run", lambda: casework.diff(case, str(casework.status(case).run - 1)))


def _timed(name: str, work: object) -> str:
    begun = time.perf_counter()
    work()  # type: ignore[operator]
    spent = time.perf_counter() - begun
    return f"{name}: {spent:.1f} s" if spent >= 1 else f"{name}: {1000 * spent:.0f} ms"


if __name__ == "__main__":
    main()
