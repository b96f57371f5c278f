"""The file in the hands of other programs (Datasette): ids lead somewhere, rows have titles, views hold no JSON."""

from __future__ import annotations

import json as plain
import os
import sqlite3
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from takhrij import casework
from takhrij.exports import json
from takhrij.store import database

EXAMPLES = Path(__file__).parents[2] / "examples"
READERS = Path(__file__).parents[2] / ".venv-readers" / "bin"
"""Other people's programs, in an environment of their own: `make readers`."""
AT = "2026-11-22T07:00:00Z"
VIEWS = ("who_says_what", "what_happened", "how_often_told", "who_is_named", "who_copied")
TITLED = ("pages", "articles", "claims", "entities", "stories")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cases") / "bridge.case"
    casework.new(path, [EXAMPLES / "world"])
    casework.add(path, [EXAMPLES / "pages"], AT)
    casework.update(path, AT)
    return path


def test_every_id_leads_to_its_row(whole: Path) -> None:
    with sqlite3.connect(whole) as read:
        assert read.execute("PRAGMA foreign_key_check").fetchall() == []
        for table, columns in {
            "statements": {"page", "article", "entity"},
            "named": {"page", "entity"},
            "conflicts": {"left_claim", "right_claim"},
            "copies": {"left_page", "right_page", "earlier"},
        }.items():
            assert {row[3] for row in read.execute(f"PRAGMA foreign_key_list({table})")} == columns


@pytest.mark.parametrize("table", TITLED)
def test_a_row_that_others_lead_to_has_a_title(table: str, whole: Path) -> None:
    with sqlite3.connect(whole) as read:
        columns = {row[1] for row in read.execute(f"PRAGMA table_xinfo({table})")}
        title = "title" if "title" in columns else "name"
        assert all(isinstance(value, str) for (value,) in read.execute(f"SELECT {title} FROM {table}"))


@pytest.mark.parametrize("view", VIEWS)
def test_views_show_what_one_looks_for_without_the_items(view: str, whole: Path) -> None:
    with sqlite3.connect(whole) as read:
        found = read.execute(f"SELECT * FROM {view}")
        assert "item" not in {column[0] for column in found.description}
        rows = found.fetchall()
    assert rows
    assert not any(isinstance(value, bytes) for row in rows for value in row)


def test_a_case_of_the_first_form_is_brought_to_the_newest_with_all_that_it_holds(
    whole: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.case"
    first = (files("takhrij.store") / "migrations" / "0001_case.sql").read_text(encoding="utf-8")
    with sqlite3.connect(old) as writing:
        writing.executescript(first)
        writing.execute("ATTACH ? AS whole", (str(whole),))
        query = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT GLOB 'words*'"
        for (table,) in writing.execute(query).fetchall():
            columns = ", ".join(f'"{row[1]}"' for row in writing.execute(f"PRAGMA main.table_info({table})"))
            writing.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM whole.{table}")
        writing.execute(f"PRAGMA main.application_id = {database.APPLICATION}")
        writing.execute("PRAGMA main.user_version = 1")
    writing.close()
    assert json.write(casework.read(old)) == json.write(casework.read(whole))
    with database.opened(old) as migrated:
        assert migrated.execute("SELECT count(*) FROM who_says_what").fetchone()[0] > 0
    assert json.write(casework.read(old)) == json.write(casework.read(whole))


def test_datasette_opens_a_case_and_shows_its_views(whole: Path) -> None:
    datasette = READERS / "datasette"
    if not datasette.exists() and os.environ.get("CI") != "true":
        pytest.skip("no Datasette here: `make readers`")
    for view in VIEWS:
        address = f"/bridge/{view}.json?_shape=array&_size=5"
        shown = subprocess.run([datasette, whole, "--get", address], capture_output=True, check=True)
        rows = plain.loads(shown.stdout)
        assert rows, view
        assert not any(str(cell).startswith(("{", "[")) for row in rows for cell in row.values()), view
    page = subprocess.run([datasette, whole, "--get", "/bridge/who_says_what"], capture_output=True, check=True)
    assert "سليم الورداني" in page.stdout.decode()
