"""Several read and open a case while one writes it: each reader sees one state, and nobody migrates twice."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path

from takhrij import casework
from takhrij.store import database, dossiers

AT = "2026-11-22T07:00:00Z"
SAID = "قال وزير النقل سامي الحلواني، اليوم الأحد 2 آذار 2025، إن الجسر الجديد سيفتح بعد أسبوع من الآن.\n" * 3


def test_a_dossier_that_is_read_while_an_update_publishes_is_the_one_before(tmp_path: Path) -> None:
    case = tmp_path / "bridge.case"
    casework.new(case)
    for number, text in enumerate((SAID, f"عنوان آخر\n{SAID}")):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    casework.add(case, [tmp_path / "0.txt"], AT)
    casework.update(case, AT)
    casework.add(case, [tmp_path / "1.txt"], AT)
    before = casework.read(case)
    published: list[str] = []

    def publish(query: str) -> None:
        if "FROM articles" in query and not published:
            published.append(query)
            casework.update(case, AT)

    with database.opened(case, readonly=True) as reader:
        reader.set_trace_callback(publish)
        assert dossiers.read(reader) == before
    assert published
    assert len(casework.read(case).pages) == 2


def test_two_that_open_an_old_case_at_once_both_have_it_migrated(tmp_path: Path) -> None:
    case = tmp_path / "old.case"
    casework.new(case)
    old = tmp_path / "older.case"
    with sqlite3.connect(old) as made:
        made.executescript(database._migrations()[0])
        made.execute(f"PRAGMA application_id = {database.APPLICATION}")
        made.execute("PRAGMA user_version = 1")
    made.close()
    wrong: list[BaseException] = []

    def opens(path: Path, gate: threading.Barrier) -> None:
        gate.wait()
        try:
            with database.opened(path):
                pass
        except BaseException as error:
            wrong.append(error)

    for round_ in range(40):
        path = tmp_path / f"{round_}.case"
        shutil.copy(old, path)
        gate = threading.Barrier(8)
        threads = [threading.Thread(target=opens, args=(path, gate)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not wrong
