"""Pages between `add` and `update`: at once readable and findable; and whatever the order, one dossier at the end."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from takhrij import casework, pipeline
from takhrij.exports import json
from takhrij.store import database, views
from takhrij.store.searching import Wanted

ROOT = Path(__file__).parents[2]
STORY, WORLD = ROOT / "examples" / "pages", ROOT / "examples" / "world"
FILES = sorted(path for path in STORY.rglob("*") if path.is_file())
AT = "2026-11-22T07:00:00Z"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.case"
    casework.new(path, [WORLD])
    return path


def test_what_was_added_is_readable_and_findable_before_any_update(case: Path) -> None:
    casework.add(case, FILES, AT)
    with database.opened(case, readonly=True) as opened:
        listed = views.listed(opened).rows
        read = [views.reading(opened, page.id) for page in listed]
    assert any(page.articles for page in listed)
    assert any(page and page.statements and not page.linked for page in read)
    found = casework.search(case, Wanted("الجسر", limit=1000)).rows
    assert {hit.kind for hit, _ in found} == {"article", "statement", "event"}
    assert casework.status(case).waiting == casework.status(case).pages == len(listed)
    assert not casework.read(case).pages


def test_a_page_that_waits_is_no_part_of_the_dossier_and_no_news_until_an_update(case: Path) -> None:
    casework.add(case, FILES[:-1], AT)
    run = casework.update(case, AT).run
    before = json.write(casework.read(case))
    more = casework.add(case, FILES[-1:], AT).new
    assert json.write(casework.read(case)) == before
    assert not casework.diff(case, str(run))
    assert casework.status(case).waiting == more > 0
    casework.update(case, AT)
    assert [change.kind for change in casework.diff(case, str(run))].count("page") == more
    assert not [change for change in casework.diff(case, str(run)) if change.kind == "date" and change.before == ""]
    assert casework.status(case).waiting == 0


def test_a_page_that_waits_names_nobody_whom_the_case_does_not_know(case: Path) -> None:
    casework.add(case, FILES[:4], AT)
    casework.update(case, AT)
    casework.add(case, FILES[4:], AT)
    with database.opened(case, readonly=True) as opened:
        known = {row[0] for row in opened.execute("SELECT id FROM entities")}
        named = {row[0] for row in opened.execute("SELECT entity FROM named")}
        said = {row[0] for row in opened.execute("SELECT entity FROM statements WHERE entity IS NOT NULL")}
    assert named
    assert named | said <= known


@pytest.fixture(scope="module")
def once() -> Iterator[None]:
    """Load language and world once for all runs of this module: they are the same each time."""
    make = pipeline.Maker((WORLD,))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(casework, "_maker", lambda _: make)
        yield


@pytest.mark.usefixtures("once")
@given(st.randoms(use_true_random=False))
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
def test_in_whatever_order_pages_come_the_case_ends_as_a_clean_rebuild(moments: random.Random) -> None:
    files = moments.sample(FILES, 5)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "grown.case"
        casework.new(path, [WORLD])
        while files:
            several = moments.randint(1, 3)
            casework.add(path, files[:several], AT)
            files = files[several:]
            if not files or moments.random() < 0.6:
                casework.update(path, AT)
        grown, found = json.write(casework.read(path)), _everything_findable(path)
        casework.update(path, AT, rebuild=True)
        assert json.write(casework.read(path)) == grown
        assert _everything_findable(path) == found


def _everything_findable(path: Path) -> list[tuple[object, ...]]:
    with database.opened(path, readonly=True) as opened:
        columns = "kind, ref, outlet, speaker, first, last, spans, normal"
        query = f"SELECT {columns} FROM entries JOIN words ON words.rowid = id"
        return sorted(opened.execute(query).fetchall(), key=str)


def test_nobody_who_adds_a_page_after_another_program_waits_for_the_pages_before_it(case: Path) -> None:
    casework.add(case, FILES[:3], AT)
    casework.update(case, AT)
    with database.opened(case) as writing:
        writing.execute("UPDATE analyses SET maker = 'another'")
    casework.add(case, FILES[3:4], AT)
    query = "SELECT count(*) FROM analyses WHERE maker = 'another'"
    with database.opened(case, readonly=True) as opened:
        assert opened.execute(query).fetchone() == (3,)
        assert opened.execute("SELECT count(*) FROM analyses").fetchone()[0] > 3
    assert casework.update(case, AT).analysed == 3


def test_a_finder_loads_what_it_knows_once_and_anew_for_another_maker(case: Path) -> None:
    casework.add(case, FILES[:2], AT)
    casework.update(case, AT)
    find = casework.Finder(case)
    found = find(Wanted("الجسر")).rows
    assert found == casework.search(case, Wanted("الجسر")).rows != []
    known = find._known
    assert known
    find(Wanted("وزير"))
    assert find._known is known
    with database.opened(case) as writing:
        writing.execute("UPDATE runs SET maker = 'another'")
    assert find(Wanted("الجسر")).rows == found
    assert find._known is not known
