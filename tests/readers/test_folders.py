"""Folders: what is read of them, and what is told instead of being passed over."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from takhrij.readers import read_all
from takhrij.records import Failure, Page

STORY = "أعلن وزير النقل في مدينة سالمة أن الجسر الجديد سيفتح بعد أسبوع."


def _read(path: Path) -> tuple[list[str], dict[str, str]]:
    found = list(read_all([path]))
    failures = {item.source: item.error for item in found if isinstance(item, Failure)}
    assert all(item.cure for item in found if isinstance(item, Failure))
    return [item.sources[0] for item in found if isinstance(item, Page)], failures


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    (folder / "sub" / "b.txt").write_text(STORY * 2, encoding="utf-8")
    return folder


GOOD = ["pile/a.txt", "pile/sub/b.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_without_the_right_to_read_it_is_a_failure(pile: Path) -> None:
    (pile / "closed").mkdir(mode=0)
    assert _read(pile) == (GOOD, {"pile/closed": "the folder cannot be opened: Permission denied"})
    (pile / "closed").chmod(0o700)


def test_a_folder_that_vanishes_is_a_failure(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = Path.iterdir

    def closed(path: Path) -> object:
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", closed)
    assert _read(pile) == (GOOD[:1], {"pile/sub": "the folder cannot be opened: Permission denied"})


def test_pipes_sockets_and_links_to_nothing_are_failures_and_nobody_waits(pile: Path) -> None:
    os.mkfifo(pile / "pipe.txt")
    (pile / "gone.txt").symlink_to(pile / "none")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(pile / "sock"))
        assert _read(pile) == (
            GOOD,
            {
                "pile/gone.txt": "a link to nothing",
                "pile/pipe.txt": "a pipe, not a file",
                "pile/sock": "a device or socket, not a file",
            },
        )


def test_a_pipe_or_device_given_by_itself_is_a_failure(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _read(tmp_path / "pipe") == ([], {"pipe": "a pipe, not a file"})
    assert _read(Path("/dev/zero")) == ([], {"zero": "a device or socket, not a file"})


def test_links_are_followed_once_and_a_loop_is_a_failure(pile: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.txt").write_text(STORY * 3, encoding="utf-8")
    (pile / "linked").symlink_to(other)
    (pile / "sub" / "loop").symlink_to(pile)
    (pile / "z.txt").symlink_to(pile / "z.txt")
    pages, failures = _read(pile)
    assert pages == ["pile/a.txt", "pile/linked/c.txt", "pile/sub/b.txt"]
    assert failures["pile/sub/loop"] == "a link to a folder that it lies in"
    assert set(failures) == {"pile/sub/loop", "pile/z.txt"}


def test_what_a_browser_saves_beside_a_page_is_passed_over(pile: Path) -> None:
    (pile / "story.html").write_text(f"<p>{STORY}</p>", encoding="utf-8")
    (pile / "story_files").mkdir()
    (pile / "story_files" / "a.js").write_text("x", encoding="utf-8")
    assert _read(pile) == (["pile/a.txt", "pile/story.html", "pile/sub/b.txt"], {})


def test_what_the_program_writes_is_passed_over_in_a_folder_and_told_when_given_by_itself(pile: Path) -> None:
    own = pile / "sub" / "dossier.json"
    own.write_text("{}", encoding="utf-8")
    (pile / "dossier.json").write_text("{}", encoding="utf-8")
    passed = [item.source for item in read_all([pile], own=[own]) if isinstance(item, Failure)]
    assert passed == ["pile/dossier.json"]
    assert [type(item) for item in read_all([own], own=[own])] == [Failure]


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "a PDF"),
        ("a.docx", b"PK\x03\x04....", "Office"),
        ("a.doc", b"\xd0\xcf\x11\xe0....", "Office"),
        ("a.png", b"\x89PNG....", "PNG"),
        ("a.jsonl.zst", b"\x28\xb5\x2f\xfd....", "zstd"),
        ("a.rar", b"Rar!....", "RAR"),
        ("a.tar", b"a.txt" + bytes(252) + b"ustar" + bytes(200), "tar"),
        ("a.rtf", b"{\\rtf1 x}", "Rich Text"),
        ("a.mp4", bytes(4) + b"ftypisom" + bytes(100), "binary"),
    ],
)
def test_a_form_that_is_not_read_is_named_with_what_to_do(pile: Path, name: str, content: bytes, error: str) -> None:
    (pile / name).write_bytes(content)
    pages, failures = _read(pile)
    assert pages == GOOD
    assert error in failures[f"pile/{name}"]


def test_file_names_that_are_no_utf8_are_told_as_failures_too(pile: Path) -> None:
    (pile / os.fsdecode(b"bad\xff.txt")).write_bytes(b"")
    assert [name.encode("utf-8") for name in _read(pile)[1]] == [b"pile/bad\\udcff.txt"]


def test_folders_without_end_are_a_failure(pile: Path) -> None:
    (pile / "/".join("x" * 100)).mkdir(parents=True)
    pages, failures = _read(pile)
    assert pages == GOOD
    assert [error[:12] for error in failures.values()] == ["more than 64"]
