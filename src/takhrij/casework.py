"""The whole work on a case: new pages in, links again, and what is found and changed out."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple, get_args

import msgspec
from msgspec.structs import replace

from takhrij import contract, dossier, engines
from takhrij.analyse import terms
from takhrij.engines import serial
from takhrij.errors import InputError, ModelError
from takhrij.judgements import placed
from takhrij.judgements import taken_back as withdrawal
from takhrij.link import link
from takhrij.link.standing import Family, in_time, last_of, standing
from takhrij.pipeline import PAGE_SECONDS, Maker, Progress, knowledge_of, silent
from takhrij.plugins import modules
from takhrij.readers import read_all
from takhrij.records import Analysis, Failure, Judgement, Page
from takhrij.store import analyses, contexts, database, dossiers, history, judgements, locks, pages, searching
from takhrij.text import fold, fold_text, words_of

BATCH: Final = 100
"""Pages that are accepted, and analyses that are kept, at once: what a crash can cost of time, never of pages."""


class Updated(NamedTuple):
    """What an update did: its run (0: there was nothing to do), pages analysed, pages that now say something else."""

    run: int
    analysed: int
    changed: int


class Status(NamedTuple):
    """What a case holds. `waiting`: pages that no dossier tells of yet; `updated`: when the last was made."""

    pages: int
    waiting: int
    failures: int
    articles: int
    statements: int
    events: int
    claims: int
    conflicts: int
    added: str
    updated: str
    run: int


def new(path: Path, worlds: Sequence[Path] = (), names: Path | None = None) -> None:
    """Make an empty case, which remembers the user's own facts and model of names.

    Raises:
        CaseError: where something is there already.
        LanguageError, WorldError, ModelError: for facts or a model that cannot be read.
    """
    knowledge_of(tuple(worlds), names)
    kept = {
        "worlds": [str(world.absolute()) for world in worlds],
        "names": str(names.absolute()) if names else "",
    }
    database.create(path, {name: msgspec.json.encode(value).decode() for name, value in kept.items()})


def add(
    path: Path,
    paths: Sequence[Path],
    at: str,
    *,
    engine: str = "serial",
    fields: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> pages.Accepted:
    """Keep the pages at `paths` in a case, `at` a time (UTC, ISO 8601), and analyse the new ones.

    What was accepted stays, also when the work is interrupted; what was not analysed then is so by the next call.
    What was analysed is at once readable and findable, as the page alone tells it; `update` adds what others tell,
    and analyses again what another program or other data made.

    Raises:
        CaseError: for a path that is no case, or a case that another process writes to.
        InputError: for a path that is not there, or where there is no page at all.
    """
    tell = progress or silent
    total = pages.Accepted(0, 0, 0)
    with database.opened(path) as case:
        found = read_all(paths, fields, database.files(path))
        run = 0
        while batch := list(islice(found, BATCH)):
            with database.transaction(case):
                run = run or pages.begin(case, "add", at)
                total = total.plus(pages.accept(case, batch, run))
            tell("read", sum(total), 0)
        if not any(total):
            raise InputError(
                f"no page in {', '.join(map(str, paths))}", cure="Give files, or folders that hold some."
            )
        _analyse(case, _maker(case), engine, tell, analyses.unread(case))
    return total


def update(
    path: Path, at: str, *, engine: str = "serial", rebuild: bool = False, progress: Progress | None = None
) -> Updated:
    """Link the pages of a case anew, if any came or program or data changed, and make its tables say so.

    `rebuild` forgets all but pages, failures and judgements first. The result is the same.

    Raises:
        CaseError: as `add`; where another process updates the case.
    """
    tell = progress or silent
    with database.opened(path) as case, locks.alone(path, at):
        if rebuild:
            dossiers.forget(case)
        make = _maker(case)
        version = made_by(make)
        done = _analyse(case, make, engine, tell, analyses.missing(case, version))
        with database.snapshot(case):  # what is linked is what the inputs say, whatever others add meanwhile
            inputs = _inputs(case, version)
            before = dossiers.settled(case)[1]
            if before == inputs:
                return Updated(0, done, 0)
            linked = _linked(case, make, version, tell)
        tell("write", 0, 0)
        with database.transaction(case):
            if dossiers.settled(case)[1] == inputs:  # another process was quicker with the same
                return Updated(0, done, 0)
            run = pages.begin(case, "update", at, version)
            changed = dossiers.publish(case, linked, normaliser(make), run, inputs)
    return Updated(run, done, changed)


def status(path: Path) -> Status:
    """Return what a case holds.

    Raises:
        CaseError: for a path that is no case.
    """
    with database.opened(path, readonly=True) as case:

        def one(query: str) -> int:
            return int(case.execute(query).fetchone()[0])

        def when(what: str) -> str:
            return str(case.execute("SELECT coalesce(max(at), '') FROM runs WHERE what = ?", (what,)).fetchone()[0])

        return Status(
            waiting=one(f"SELECT count(*) FROM pages WHERE id NOT IN ({dossiers.LINKED})"),
            added=when("add"),
            updated=when("update"),
            run=dossiers.settled(case)[0],
            **{table: one(f"SELECT count(*) FROM {table}") for table in _COUNTED},
        )


_COUNTED = ("pages", "failures", "articles", "statements", "events", "claims", "conflicts")


def failures(path: Path) -> list[Failure]:
    """Return what could not be read or analysed, by source: each is kept until its source is read.

    Raises:
        CaseError: for a path that is no case.
    """
    with database.opened(path, readonly=True) as case:
        return pages.failures(case)


def judge(path: Path, ruled: Sequence[Judgement]) -> int:
    """Add people's judgements, made at whatever time, and return how many were new; the next update applies them.

    Raises:
        CaseError: as `add`.
    """
    with database.opened(path) as case, database.transaction(case):
        return judgements.add(case, ruled)


def rule(path: Path, made: Sequence[Judgement], at: str) -> int:
    """Add what somebody rules now, `at` a time (UTC, ISO 8601), and return how many rulings were new.

    Whatever was ruled of the same before, it is the last.

    Raises:
        CaseError: as `add`.
    """
    with database.opened(path) as case, database.transaction(case):
        known = judgements.read(case)
        return judgements.add(case, [last_of(known, replace(judgement, at=at)) for judgement in made])


def judged(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a case in the order made.

    Raises:
        CaseError: for a path that is no case.
    """
    with database.opened(path, readonly=True) as case:
        return judgements.read(case)


def stands(made: Sequence[Judgement]) -> list[bool]:
    """Return of each judgement whether it stands: a later one on the same replaces it, a withdrawal ends it."""
    status = dict(standing(made, *get_args(Family)))  # no two are equal
    return [one.ruling == "withdrawn" or not status[one] for one in made]


def taken_back(path: Path, number: int) -> Judgement:
    """Return the ruling that takes back a judgement of a case, by its number from 1 in the order made.

    Raises:
        CaseError: for a path that is no case.
        InputError: where there is no such judgement, or it does not stand: a later one on the same would go with it.
    """
    made = judged(path)
    if not 0 < number <= len(made) or made[number - 1].ruling == "withdrawn":
        cure = f"Give the number of a judgement in `takhrij judged {path} --format text`, from 1 to {len(made)}."
        raise InputError(f"no judgement {number or 'named'} to take back", cure=cure)
    if not stands(made)[number - 1]:
        cure = f"Take back the later one on the same in `takhrij judged {path}`, if that is wrong."
        raise InputError(f"judgement {number} is replaced or taken back already", cure=cure)
    return withdrawal(made[number - 1])


def diff(path: Path, since: str) -> list[history.Change]:
    """Return what changed after a run, or on and after a day.

    Raises:
        CaseError: for a path that is no case, or what is neither run nor day.
    """
    with database.opened(path, readonly=True) as case:
        return history.since(case, since)


class Found(NamedTuple):
    """What a search shows, each with its page, and how many fit in all."""

    rows: list[tuple[searching.Hit, Page]]
    total: int


def search(path: Path, wanted: searching.Wanted) -> Found:
    """Return what fits, in the order that is wanted.

    Raises:
        CaseError: for a path that is no case, or a query that means nothing.
    """
    return Finder(path)(wanted)


class Finder:
    """Searches a case again and again: what it needs to know of the language is loaded once for a maker."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._known: tuple[str, searching.Normal] | None = None

    def __call__(self, wanted: searching.Wanted) -> Found:
        """Return what fits, in the order that is wanted.

        Raises:
            CaseError: as `search`.
        """
        with database.opened(self._path, readonly=True) as case:
            hits, total = searching.search(case, wanted, self._normal(case))
            found = [(hit, page) for hit in hits if (page := pages.one(case, hit.page))]
            return Found([(_within(case, hit, page), page) for hit, page in found], total)

    def _normal(self, case: sqlite3.Connection) -> searching.Normal:
        maker = dossiers.maker(case)
        with self._lock:
            if self._known is None or self._known[0] != maker:
                self._known = maker, normaliser(_maker(case))
            return self._known[1]


def _within(case: sqlite3.Connection, hit: searching.Hit, page: Page) -> searching.Hit:
    """Return a hit with the sentence that its words stand in; an article is shown by its own sentences."""
    if hit.kind == "article":
        return hit
    return hit._replace(around=searching.Lit(*contexts.sentence(case, page.id, page.text, hit.start, hit.end)))


def read(path: Path) -> contract.Dossier:
    """Return the dossier of a case as its last update left it.

    Raises:
        CaseError: for a path that is no case.
    """
    with database.opened(path, readonly=True) as case:
        return dossiers.read(case)


def normaliser(make: Maker) -> searching.Normal:
    """Return the function from a text to its words in normal form, whatever page they stand on: clitics are cut."""
    normal = terms.normaliser(fold(""), make.knowledge)
    return lambda text: list(map(normal, words_of(fold_text(text))))


def made_by(make: Maker) -> str:
    """Return what tells this program with its data and the user's own from any other: a digest of all their files."""
    made = hashlib.sha256()
    own = Path(__file__).parent
    for root in (own, *make.worlds):
        for path in sorted(p for p in root.rglob("*") if p.suffix in {".py", ".tsv", ".toml"}):
            made.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    if make.names:
        try:
            made.update(make.names.read_bytes())
        except OSError as error:
            cure = "Put the model of names that the case was made with there again."
            raise ModelError(f"{make.names}: {error.strerror or error}", cure=cure) from error
    return made.hexdigest()


def _maker(case: sqlite3.Connection) -> Maker:
    kept = {name: msgspec.json.decode(value) for name, value in case.execute("SELECT name, value FROM settings")}
    return Maker(tuple(map(Path, kept["worlds"])), Path(kept["names"]) if kept["names"] else None)


def _analyse(case: sqlite3.Connection, make: Maker, engine: str, tell: Progress, waiting: Sequence[str]) -> int:
    """Analyse the pages `waiting` for it, and return how many there were."""
    if not waiting:
        return 0
    version = made_by(make)
    found = (page for page in (pages.one(case, i) for i in waiting) if page)
    normal = normaliser(make)
    run: Callable[..., Iterable[Analysis | Failure]] = modules(engines).get(engine, serial).run
    results = iter(run(found, make, PAGE_SECONDS))
    done = 0
    while batch := list(islice(results, BATCH)):
        with database.transaction(case):
            for result in batch:
                if isinstance(result, Failure):
                    pages.keep_failure(case, result)
                else:
                    analyses.keep(case, result, version)
                    pages.forgive(case, result.page, "analyse")
                    _preview(case, result, make, normal)
        done += len(batch)
        tell("analyse", done, len(waiting))
    return done


def _preview(case: sqlite3.Connection, analysis: Analysis, make: Maker, normal: searching.Normal) -> None:
    """Make a page readable and findable before others are linked with it."""
    page = pages.one(case, analysis.page)
    if page and not dossiers.is_linked(case, page.id):
        settled, links = link([analysis], make.knowledge)
        dossiers.preview(case, dossier.make([page], settled, links, []), normal)


_GIVEN = (("pages", "id, sources"), ("failures", "source, stage, error"))


def _inputs(case: sqlite3.Connection, version: str) -> str:
    """Return a digest of all that a dossier is made of; a page that another process has yet to analyse is not in."""
    made = hashlib.sha256(version.encode())
    for table, columns in _GIVEN:
        for row in case.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}"):
            made.update("\0".join(row).encode())
    for judgement in in_time(judgements.read(case)):  # of one time the first that came is the earlier
        made.update(msgspec.json.encode(judgement))
    for (page,) in case.execute("SELECT page FROM analyses WHERE maker = ? ORDER BY page", (version,)):
        made.update(page.encode())
    return made.hexdigest()


def _linked(case: sqlite3.Connection, make: Maker, version: str, tell: Progress) -> contract.Dossier:
    told = list(pages.read(case))
    by_page = {analysis.page: analysis for analysis in analyses.read(case, version)}
    present = [by_page[page.id] for page in told if page.id in by_page]
    ruled = placed(judgements.read(case), {page.id: page.text for page in told})
    settled, links = link(present, make.knowledge, ruled, lambda done, of: tell("link", done, of))
    return dossier.make(told, settled, links, pages.failures(case))
