"""Commands given wrongly: each tells the cure and loses nothing."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from takhrij import casework, exports
from takhrij.cli import app
from takhrij.errors import CaseError
from takhrij.plugins import modules
from takhrij.store import database, pages
from takhrij.store.searching import Wanted

EXAMPLES = Path(__file__).parents[1] / "examples"
AT = "2026-11-22T07:00:00Z"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wrong") / "bridge.case"
    casework.new(path, [EXAMPLES / "world"])
    casework.add(path, sorted((EXAMPLES / "pages").glob("0[12]*.txt")), AT)
    casework.update(path, AT)
    return path


def _run(*arguments: object, status: int = 0) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result.output


@pytest.mark.parametrize("command", ["update", "status", "judged", "serve"])
def test_a_folder_is_no_case_and_no_cure_tells_to_make_one_there(command: str, tmp_path: Path) -> None:
    told = _run(command, tmp_path, status=2)
    assert "is a folder" in told
    assert "takhrij new" not in told
    assert "is a folder" in _run("new", tmp_path, status=2)


def test_an_export_never_goes_over_a_case(case: Path) -> None:
    before = case.read_bytes()
    told = _run("export", case, "--format", "json", "-o", case, status=2)
    assert "its pages" in told or "whose pages" in told
    assert case.read_bytes() == before


def test_who_exports_or_explains_a_case_is_told_of_pages_that_wait(case: Path, tmp_path: Path) -> None:
    assert "wait" not in _run("export", case, "--format", "markdown", "-o", tmp_path / "a.md")
    fresh = tmp_path / "fresh.case"
    casework.new(fresh)
    casework.add(fresh, sorted((EXAMPLES / "pages").glob("0[12]*.txt")), AT)
    for arguments in (("export", fresh, "--format", "markdown", "-o", tmp_path / "a.md"), ("explain", "x", fresh)):
        told = CliRunner().invoke(app, [str(argument) for argument in arguments]).stderr
        assert f"not told of here: 2. First: takhrij update {fresh}" in told


def test_judgements_that_are_there_already_ask_for_no_update(case: Path, tmp_path: Path) -> None:
    ruled = tmp_path / "ruled.jsonl"
    ruled.write_text(
        '{"ruling": "wrong date", "left": {"page": "0e331a4ee8ecee0d", "start": 24, "end": 54}, "value": "2024"}'
    )
    fresh = tmp_path / "fresh.case"
    casework.new(fresh)
    assert _run("judge", fresh, ruled) == f"1 new judgement. Now: takhrij update {fresh}\n"
    assert _run("judge", fresh, ruled) == "0 new judgements.\n"


def test_who_only_reads_a_case_leaves_nothing_beside_it_that_a_copy_would_need(case: Path) -> None:
    for command in (("status", case), ("search", case, "الجسر"), ("judged", case)):
        _run(*command)
        beside = case.with_name(f"{case.name}-wal")
        assert not beside.exists() or beside.stat().st_size == 0


def test_the_help_of_export_names_all_forms_that_have_headings() -> None:
    forms = [name for name, form in modules(exports).items() if getattr(form, "LANGUAGES", ())]
    assert f"in forms that have them: {', '.join(forms)}." in " ".join(
        _run("export", "--help").replace("│", "").split()
    )


@pytest.mark.parametrize(("first", "last"), [("2024-13-40", ""), ("", "2024-02-30"), ("2024-02-02", "2024-02-01")])
def test_days_that_cannot_be_are_told(first: str, last: str, case: Path) -> None:
    told = _run("search", case, "الجسر", "--from", first, "--until", last, status=2)
    assert "Give" in told


@pytest.mark.parametrize(("first", "last"), [("2024-10", "2024"), ("2024", "2024"), ("2024-10-01", "2024-10")])
def test_days_of_several_sizes_may_be_of_one_time(first: str, last: str, case: Path) -> None:
    assert casework.search(case, Wanted("الجسر", first=first, last=last)).total > 0


@pytest.mark.parametrize("since", ["2024-13-45", "2024-1-1", "yesterday", ""])
def test_changes_since_no_day_are_told(since: str, case: Path) -> None:
    assert "neither a run nor a day" in _run("diff", case, "--since", since, status=2)


def test_that_nothing_changed_is_said(case: Path) -> None:
    assert "Nothing changed since 99. The last run is 2." in _run("diff", case, "--since", "99")


def test_a_search_that_shows_a_part_says_of_how_many(case: Path) -> None:
    total = casework.search(case, Wanted("الجسر")).total
    assert total > 2
    assert f"2 of {total}. More: --limit {total}" in _run("search", case, "الجسر", "--limit", "2")
    assert "More" not in _run("search", case, "الجسر", "--limit", str(total))


def test_judgements_are_listed_with_the_numbers_that_take_them_back(case: Path) -> None:
    article = casework.read(case).articles[0].id
    assert "Nobody ruled" in _run("judged", case, "--format", "text")
    _run("judge", case, "wrong-date", article, "--is", "2024-10-30", "--by", "هدى")
    _run("judge", case, "wrong-date", article, "--is", "2024-10-29", "--by", "سمير")
    lines = _run("judged", case, "--format", "text").splitlines()
    assert lines[0].startswith("1  wrong date: «")
    assert lines[0].endswith("→ 2024-10-30 (no longer stands)")
    assert "هدى" in lines[1]
    assert lines[2].endswith("→ 2024-10-29")


@pytest.fixture
def fixed(tmp_path: Path, case: Path) -> Iterator[Path]:
    """A case where nobody can write: on a disk of its own, where this user may write everywhere else."""
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / "a.case").write_bytes(case.read_bytes())
    if os.geteuid() == 0:  # whom permissions do not bind: only a disk does
        mounted = subprocess.run(["mount", "--bind", disk, disk], capture_output=True, check=False).returncode == 0
        if not mounted:
            pytest.skip("no right to mount: a read-only disk was not tried")
        subprocess.run(["mount", "-o", "remount,ro,bind", disk], check=True)
        yield disk / "a.case"
        subprocess.run(["umount", disk], check=True)
    else:
        disk.chmod(0o555)
        yield disk / "a.case"
        disk.chmod(0o755)


def test_a_case_on_a_disk_where_nothing_can_be_written_is_read_and_searched(fixed: Path) -> None:
    assert casework.status(fixed).pages == 2
    assert casework.search(fixed, Wanted("الجسر")).total > 0
    assert casework.read(fixed).articles
    with pytest.raises(CaseError) as told:
        casework.judge(fixed, [])
    assert told.value.cure
    with database.opened(fixed, readonly=True) as opened:
        assert pages.failures(opened) == []
