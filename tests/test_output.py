from pathlib import Path

import pytest

from takhrij.errors import InputError
from takhrij.output import Output


def test_a_folder_appears_whole_when_it_is_kept(tmp_path: Path) -> None:
    with Output(tmp_path / "a" / "out") as output:
        output.write("x.json", b"1")
        assert not (tmp_path / "a" / "out").exists()
        output.keep()
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["out"]
    assert (tmp_path / "a" / "out" / "x.json").read_bytes() == b"1"


def test_nothing_is_left_when_it_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), Output(tmp_path / "out") as output:
        output.write("x.json", b"1")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_an_older_result_stays_until_the_new_one_is_complete(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "x.json").write_bytes(b"old")
    (out / "notes.txt").write_bytes(b"mine")
    with pytest.raises(KeyboardInterrupt), Output(out) as output:
        output.write("x.json", b"new")
        raise KeyboardInterrupt
    assert (out / "x.json").read_bytes() == b"old"
    with Output(out) as output:
        output.write("x.json", b"new")
        output.keep()
    assert {p.name: p.read_bytes() for p in out.iterdir()} == {"x.json": b"new", "notes.txt": b"mine"}


def test_a_place_that_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    for place in (file, file / "out"):
        with pytest.raises(InputError) as told, Output(place):
            pass
        assert told.value.cure


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out" / "x.json").mkdir(parents=True)
    with pytest.raises(InputError) as told, Output(tmp_path / "out") as output:
        output.write("x.json", b"1")
        output.keep()
    assert told.value.cure
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["x.json"]
