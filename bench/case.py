"""A case of many pages: time to add and to link, size on disk, time of each view and query, incremental and rebuilt.

    python -m bench.case [--pages 1736] [--articles 10000] [--case FILE] [--rebuild]
    python -m bench.case --of examples/pages --world examples/world --rebuild
    python -m bench.case --of ../shared/pages --rebuild

Pages of `syria_pages`, then articles of `saudi_bylines`, or those at `--of`; then one page more is added to the case
as it stands, and an update is killed at some moments. `--case` keeps it: an interrupted run goes on where it was.
"""

from __future__ import annotations

import argparse
import compileall
import gzip
import itertools
import json
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

import takhrij
from bench import shared
from takhrij import casework
from takhrij.exports import json as form
from takhrij.store import contexts, views
from takhrij.store.database import opened
from takhrij.store.searching import Wanted

CORPORA: Final = shared.SHARED / "corpora"
AT: Final = "2026-11-22T00:00:00Z"
MORE: Final = (
    "قال وزير النقل سامي الحلواني، اليوم الأحد 2 آذار 2025، إن جسر الدهناوية سيفتح بعد {0} أيام من الآن.\n" * 3
)
WAIT: Final = 2.0
"""Seconds that somebody waits for a page that he adds, at most."""
VIEW: Final = 0.3
"""Seconds that a view may take."""
KILLED: Final = (2.0, 9.0, 25.0)
"""Seconds after which an update is killed."""


def main() -> None:
    """Print a line for every step."""
    parser = argparse.ArgumentParser(prog="python -m bench.case", description=__doc__)
    parser.add_argument("--pages", type=int, default=1736)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--of", type=Path, help="the pages there, and none of the corpora")
    parser.add_argument("--world", type=Path, help="a folder of facts for them")
    parser.add_argument("--case", type=Path, help="keep the case in this file, and go on with it")
    parser.add_argument(
        "--rebuild", action="store_true", help="compare with a clean rebuild, which takes as long again"
    )
    arguments = parser.parse_args()
    if not arguments.of:
        shared.or_skip()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case = arguments.case or folder / "big.case"
        if not case.exists():
            casework.new(case, [arguments.world] if arguments.world else [])
        piles = [arguments.of] if arguments.of else _corpora(folder, arguments.pages, arguments.articles)
        for line in _measured(case, folder, piles, rebuild=arguments.rebuild):
            print(line, flush=True)


def _corpora(folder: Path, pages: int, articles: int) -> list[Path]:
    return [_pile(folder, "syria_pages", pages, "text"), _pile(folder, "saudi_bylines", articles, "content")]


def _measured(case: Path, folder: Path, piles: list[Path], *, rebuild: bool) -> Iterator[str]:
    begun = time.perf_counter()
    added = casework.add(case, piles, AT)
    yield f"add: {added.new} new, {added.again} there already: {time.perf_counter() - begun:.1f} s"
    yield _timed("link all of them", lambda: casework.update(case, AT))
    yield from _sizes(case)
    yield from _one_more(case, folder)
    yield from _killed(case)
    yield _timed("link again after it", lambda: casework.update(case, AT))
    yield from _views(case)
    if rebuild:
        grown = form.write(casework.read(case))
        yield _timed("clean rebuild", lambda: casework.update(case, AT, rebuild=True))
        yield f"incremental equals rebuild: {form.write(casework.read(case)) == grown}"


def _pile(folder: Path, corpus: str, number: int, text: str) -> Path:
    pile = folder / f"{corpus}.jsonl"
    with gzip.open(CORPORA / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines, pile.open("w") as target:
        for line in itertools.islice(lines, number):
            row = json.loads(line)
            target.write(json.dumps({"text": row[text], "url": row["url"]}, ensure_ascii=False) + "\n")
    return pile


def _one_more(case: Path, folder: Path) -> Iterator[str]:
    """Tell how long somebody waits for one page more: the whole command, then finding and reading the page.

    The program is compiled to bytecode first, as every installation is: else what is timed is the compiler.
    """
    compileall.compile_dir(Path(takhrij.__file__).parent, quiet=1)
    more = folder / "more.txt"
    more.write_text(MORE.format(casework.status(case).pages), encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = _timed("takhrij add, one page more", lambda: _command("add", str(case), str(more)), WAIT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    yield f"{told}; {spent:.1f} s of processor, which is what it takes on an idle machine"
    find = casework.Finder(case)
    yield _timed("first search: language and world are loaded", partial(find, Wanted("الجسر")))
    yield _timed("search for a word of it", partial(find, Wanted("الدهناوية")), VIEW)
    found = find(Wanted("الدهناوية")).rows
    yield f"found: {len({hit.page for hit, _ in found})} page, {len(found)} entries"


def _killed(case: Path) -> Iterator[str]:
    """Kill an update at some moments, and see that nothing is lost and that the next one can begin."""
    with opened(case, readonly=True) as database:
        query = "SELECT (SELECT count(*) FROM pages), (SELECT count(*) FROM analyses), (SELECT run FROM settled)"
        before = database.execute(query).fetchone()
        for moment in KILLED:
            with subprocess.Popen([sys.executable, "-m", "takhrij", "update", str(case)]) as update:
                try:
                    update.wait(moment)
                    yield f"update ended within {moment:g} s"
                    break
                except subprocess.TimeoutExpired:
                    update.send_signal(signal.SIGKILL)
            after = database.execute(query).fetchone()
            sound = database.execute("PRAGMA quick_check").fetchone()[0]
            yield f"update killed after {moment:g} s: pages, analyses, run as before: {after == before}; file {sound}"


def _command(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "takhrij", *arguments], check=True, stdout=subprocess.DEVNULL)


def _sizes(case: Path) -> Iterator[str]:
    with opened(case, readonly=True) as database:
        characters = database.execute("SELECT sum(length(text)) FROM pages").fetchone()[0]
        counts = {
            table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("pages", "articles", "statements", "events", "claims", "conflicts", "entities", "copies")
        }
    yield f"size on disk: {case.stat().st_size / 1e6:.0f} MB; {characters / 1e6:.1f} M characters of pages"
    yield "holds: " + ", ".join(f"{n} {table}" for table, n in counts.items())


def _views(case: Path) -> Iterator[str]:
    with opened(case, readonly=True) as d:
        claim = d.execute("SELECT claim FROM tellings GROUP BY claim ORDER BY count(*) DESC LIMIT 1").fetchone()[0]
        person = d.execute(
            "SELECT entity FROM statements WHERE entity != '' GROUP BY entity ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()[0]
        page = d.execute("SELECT page FROM statements GROUP BY page ORDER BY count(*) DESC LIMIT 1").fetchone()[0]
        story = views.stories(d)[0].id
        last = views.timeline(d).total - views.PER_PAGE
        for name, view in (
            ("time line", lambda: views.timeline(d)),
            ("time line, its last page", lambda: views.timeline(d, first=last)),
            ("time line of the largest story", lambda: views.timeline(d, story=story)),
            ("stories", lambda: views.stories(d)),
            ("largest claim", lambda: views.claim(d, claim)),
            ("persons", lambda: views.entities(d)),
            ("persons called محمد", lambda: views.entities(d, named="محمد")),
            ("who says most: statements", lambda: views.said_by(d, person)),
            ("who says most: places", lambda: contexts.named(d, person, 0, contexts.SHOWN)),
            ("offices", lambda: views.tenures(d)),
            ("positions", lambda: views.positions(d)),
            ("conflicts", lambda: views.conflicts(d)),
            ("copies", lambda: views.copies(d)),
            ("pages", lambda: views.listed(d)),
            ("pages by a word of the title", lambda: views.listed(d, named="الملك")),
            ("page with most statements", lambda: views.reading(d, page)),
        ):
            yield _timed(f"view: {name}", view, VIEW)
    find = casework.Finder(case)
    find(Wanted("الجسر"))  # loads what the server has loaded by then
    for query in ("الرئيس", '"مجلس الأمن"', "وزير* -الخارجية", "قصف OR غارات"):
        yield _timed(f"search: {query}", partial(find, Wanted(query)), VIEW)
    wanted = Wanted("الملك", ("statement",), speaker="سلمان", first="2015-07-21", last="2015-07-26")
    yield _timed("search: الملك, by speaker and days", partial(find, wanted), VIEW)
    yield _timed("status", lambda: casework.status(case), VIEW)
    yield _timed("changes of the last run", lambda: casework.diff(case, str(casework.status(case).run - 1)), VIEW)


def _timed(name: str, work: Callable[[], object], limit: float = 0.0) -> str:
    """Return how long work takes, and whether that is more than it may."""
    begun = time.perf_counter()
    work()
    spent = time.perf_counter() - begun
    told = f"{name}: {spent:.1f} s" if spent >= 1 else f"{name}: {1000 * spent:.0f} ms"
    return f"{told} (more than {limit:g} s)" if limit and spent > limit else told


if __name__ == "__main__":
    main()
