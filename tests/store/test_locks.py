"""One who updates at a time, whoever is killed; and a case that is there whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from takhrij import casework
from takhrij.errors import CaseError, ModelError
from takhrij.store import database, locks

AT = "2026-11-22T07:00:00Z"
_HOLDER = """
import sys, time
from pathlib import Path
from takhrij.store import locks
with locks.alone(Path(sys.argv[1]), "2026-11-22T06:00:00Z"):
    print("held", flush=True)
    time.sleep(60)
"""
_KEEPER = """
import sys, time
from pathlib import Path
from takhrij.store import locks
kept = locks.held(Path(sys.argv[1]))
print(kept is not None, flush=True)
time.sleep(60)
"""
_MAKER = """
import sys
from pathlib import Path
from takhrij.store import database
moments = 0
def count(*_):
    global moments
    moments += 1
    if moments > int(sys.argv[2]):
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
sys.setprofile(count)
database.create(Path(sys.argv[1]), {"worlds": "[]", "names": '""'})
sys.setprofile(None)
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.case"
    casework.new(path)
    return path


def test_a_second_update_is_told_who_is_at_it_and_pages_can_be_added_meanwhile(case: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("قال وزير النقل سامي الحلواني إن الجسر الجديد سيفتح بعد أسبوع من الآن.\n" * 3, encoding="utf-8")
    with locks.alone(case, "2026-11-22T06:00:00Z"):
        with pytest.raises(CaseError, match=f"process {os.getpid()} since 2026-11-22T06:00:00Z") as told:
            casework.update(case, AT)
        assert "Wait" in told.value.cure
        assert casework.add(case, [page], AT).new == 1
    assert casework.update(case, AT).run
    assert [path.name for path in tmp_path.iterdir() if "update" in path.name] == []


def test_the_lock_of_one_who_was_killed_is_taken_over(case: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _HOLDER, str(case)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(CaseError, match="is being updated by another takhrij"):
            casework.update(case, AT)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert case.with_name("bridge.case-update").exists()
    assert casework.update(case, AT) == casework.Updated(1, 0, 0)
    assert not case.with_name("bridge.case-update").exists()


def test_a_folder_is_held_by_one_process_until_its_end(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _KEEPER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as keeper:
        assert keeper.stdout
        assert keeper.stdout.readline() == "True\n"
        assert locks.held(tmp_path) is None
        keeper.send_signal(signal.SIGKILL)
        keeper.wait()
    handle = locks.held(tmp_path)
    assert handle is not None
    os.close(handle)
    assert locks.held(tmp_path / "gone") is None


@pytest.mark.parametrize("moment", [40, 90, 140, 190, 240, 290, 340])
def test_a_case_whose_making_was_killed_is_not_there_or_whole(moment: int, tmp_path: Path) -> None:
    path = tmp_path / "new.case"
    subprocess.run([sys.executable, "-c", _MAKER, str(path), str(moment)], check=False)
    if not path.exists():
        casework.new(path)
    assert casework.status(path).pages == 0
    assert casework.update(path, AT).run == 1


def test_a_model_of_names_that_is_gone_is_told_with_the_cure(case: Path, tmp_path: Path) -> None:
    gone = tmp_path / "names.model"
    with database.opened(case) as opened:
        opened.execute("UPDATE settings SET value = ? WHERE name = 'names'", (f'"{gone}"',))
    with pytest.raises(ModelError, match=r"names\.model") as told:
        casework.update(case, AT)
    assert told.value.cure


def test_of_two_programs_that_make_one_case_the_second_is_told(tmp_path: Path) -> None:
    path = tmp_path / "story.case"
    make = f"from pathlib import Path; from takhrij.store import database; database.create(Path({str(path)!r}), {{}})"
    running = [subprocess.Popen([sys.executable, "-c", make], stderr=subprocess.PIPE, text=True) for _ in range(4)]
    told = [process.communicate()[1] for process in running]
    assert sorted(process.returncode for process in running) == [0, 1, 1, 1]
    assert sum("is there already" in line for line in told) == 3
    assert [found.name for found in tmp_path.iterdir()] == ["story.case"]
