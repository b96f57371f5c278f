"""Folders -> the files in them. What cannot be entered or is no file is told, not passed over."""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from takhrij.readers import _source
from takhrij.readers._fields import failure
from takhrij.readers._source import Source
from takhrij.records import Failure

MAX_FOLDERS: Final = 64
"""How deep folders may lie in one another."""
_COMPANION: Final = ("_files", "_fichiers", "_archivos")
"""What browsers put beside a saved page: a folder of its pictures and scripts."""


def files(path: Path, own: Collection[Path] = ()) -> Iterator[Source | Failure]:
    """Yield the files of a path, in order of their names, under names that two machines agree on.

    Hidden files and the folders that browsers save beside a page (`story_files` beside `story.html`) are passed over,
    and so are files of a folder that are `own`: what the program itself writes, as resolved paths.
    Links are followed. A folder that cannot be opened, a link to nothing or to a folder that it lies in, and whatever
    is neither file nor folder are failures.
    """
    if path.is_dir():
        yield from _folder(path, path.resolve().name, (), own)
    else:
        yield _file(path, path.name)


def _folder(
    path: Path, name: str, above: tuple[tuple[int, int], ...], own: Collection[Path]
) -> Iterator[Source | Failure]:
    try:
        here = path.stat()
        inner = sorted(path.iterdir())
    except OSError as error:
        yield failure(
            _shown(name), f"the folder cannot be opened: {error.strerror}", "Give yourself the right to read it."
        )
        return
    key = (here.st_dev, here.st_ino)
    if key in above:
        yield failure(_shown(name), "a link to a folder that it lies in", "Remove the link.")
        return
    if len(above) >= MAX_FOLDERS:
        yield failure(
            _shown(name), f"more than {MAX_FOLDERS} folders in one another", "Give the inner folder itself."
        )
        return
    pages = {file.stem for file in inner if file.suffix.lower() in (".html", ".htm")}
    passed = {file.name for file in own if file.parent == path.resolve()} if own else set()
    for item in inner:
        if item.name.startswith(".") or item.name in passed:
            continue
        if not item.is_dir():
            yield _file(item, f"{name}/{item.name}")
        elif not any(item.name == page + end for end in _COMPANION for page in pages):
            yield from _folder(item, f"{name}/{item.name}", (*above, key), own)


def _file(path: Path, name: str) -> Source | Failure:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        what = "a link to nothing" if path.is_symlink() else f"it cannot be read: {error.strerror}"
        return failure(_shown(name), what, "Mend it or leave it out.")
    if stat.S_ISREG(mode):
        return _source.file(path, name)
    what = "a pipe" if stat.S_ISFIFO(mode) else "a device or socket"
    return failure(_shown(name), f"{what}, not a file", "Save what it gives as a file first.")


def _shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
