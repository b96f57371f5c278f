"""Work beside the server: uploads are added once, whoever is there, and no update loses what others added."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from takhrij import casework
from takhrij.store import locks
from takhrij.web.uploads import left, sweep
from takhrij.web.work import Work

AT = "2026-11-22T07:00:00Z"
SAID = "قال وزير النقل سامي الحلواني، اليوم الأحد 2 آذار 2025، إن الجسر الجديد سيفتح بعد أسبوع من الآن.\n" * 3
MOST_SECONDS = 90.0


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.case"
    casework.new(path)
    return path


def _uploaded(case: Path) -> Path:
    folder = case.with_name(f".{case.name}.upload-1")
    folder.mkdir()
    (folder / "00000-page.txt").write_text(SAID, encoding="utf-8")
    return folder


def _ended(*works: Work) -> None:
    end = time.monotonic() + MOST_SECONDS
    while any(work.told().state == "running" for work in works) and time.monotonic() < end:
        time.sleep(0.1)


def test_two_servers_on_one_case_add_an_upload_once(case: Path) -> None:
    folder = _uploaded(case)
    works = Work(case), Work(case)
    for work in works:
        work.resume(left(case))
    _ended(*works)
    assert [work.told() for work in works] == [works[0].told()] * 2
    assert works[0].told().state == "idle"
    status = casework.status(case)
    assert (status.pages, status.failures, status.waiting) == (1, 0, 0)
    assert not folder.exists()


def test_pages_are_added_while_somebody_else_updates_and_linked_after_it(case: Path) -> None:
    work = Work(case)
    with locks.alone(case, AT):
        work.resume([_uploaded(case)])
        end = time.monotonic() + MOST_SECONDS
        while casework.status(case).articles == 0 and time.monotonic() < end:
            time.sleep(0.1)
        assert casework.status(case).waiting == 1
        assert casework.status(case).articles == 1
        assert work.told().state == "running"
    _ended(work)
    assert work.told().state == "idle"
    assert casework.status(case).waiting == 0


def test_a_folder_whose_pages_a_killed_server_had_added_and_deleted_is_no_error(case: Path) -> None:
    folder = _uploaded(case)
    (folder / "00000-page.txt").unlink()
    work = Work(case)
    work.resume(left(case))
    _ended(work)
    assert work.told().state == "idle"
    assert not folder.exists()


def test_what_came_of_an_upload_whose_server_was_killed_is_deleted_and_what_still_comes_is_not(case: Path) -> None:
    dead, coming, other = (
        case.with_name(f".{name}") for name in (f"{case.name}.part-1", f"{case.name}.part-2", "other.case.part-1")
    )
    for folder in (dead, coming, other):
        folder.mkdir()
        (folder / "00000-page.txt").write_text("نصف", encoding="utf-8")
    handle = locks.held(coming)
    sweep(case)
    assert (dead.exists(), coming.exists(), other.exists()) == (False, True, True)
    assert handle is not None
    os.close(handle)
    sweep(case)
    assert not coming.exists()
