"""Opens a case, makes one, and brings an old one to the newest form."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Final

from takhrij.errors import CaseError

APPLICATION: Final = 0x74616B68
"""What SQLite's header says of a file that is a case: "takh"."""
WAIT_SECONDS: Final = 60.0
"""How long one writer waits for another: at its end an update of ten thousand pages writes for some seconds."""
_PAUSE_SECONDS: Final = 0.01
NATURAL: Final = "natural_order"
"""A function of our connections by which names sort as people sort them: page 9 before page 10."""
_NUMBER: Final = re.compile(r"[0-9]+")
_DIGITS: Final = 20

_WRITABLE: Final = "Name a file in a folder that you may write."


def is_case(path: Path) -> bool:
    """Whether a file is a case, by the mark in its header (SQLite's file format, offset 68)."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(72)[68:] == APPLICATION.to_bytes(4)


def files(path: Path) -> tuple[Path, ...]:
    """Return a case and what stands beside it while somebody is at it: SQLite's journals, the lock of an update."""
    return (path, *(path.with_name(f"{path.name}-{end}") for end in ("wal", "shm", "journal", "update")))


def create(path: Path, settings: Mapping[str, str]) -> None:
    """Make an empty case at `path` that remembers `settings`. It is there whole or, if killed before, not at all.

    Raises:
        CaseError: where something is there already, or nothing can be written.
    """
    there = CaseError(f"{path} is there already", cure="Name another file, or `takhrij add` pages to this one.")
    if path.is_dir():
        raise CaseError(f"{path} is a folder", cure="A case is one file: name one in it.")
    if path.exists():
        raise there
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.new-", dir=path.absolute().parent))
    except OSError as error:
        raise CaseError(f"{path}: {error.strerror or error}", cure=_WRITABLE) from error
    try:
        made = folder / path.name
        with opened(made, _new=True) as case, transaction(case):
            case.executemany("INSERT INTO settings (name, value) VALUES (?, ?)", settings.items())
        _put(made, path, there)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put(made: Path, path: Path, there: CaseError) -> None:
    """Give a file its name, unless another program had the name first."""
    try:
        os.link(made, path)
    except FileExistsError as error:
        raise there from error
    except OSError:  # a file system without links, as on a memory stick
        if path.exists():
            raise there from None
        made.rename(path)


@contextmanager
def opened(path: Path, *, readonly: bool = False, _new: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a case; one that an older program made is migrated first, unless it is only read.

    Several may read while one writes: a reader sees the case as it was when he first asked, until he closes it.
    Nothing is committed but inside `transaction`.

    Raises:
        CaseError: for a path that is no case, a case of a newer program, a full disk, or a second writer.
    """
    if path.is_dir():
        raise CaseError(f"{path} is a folder", cure="A case is one file: give its path.")
    if not _new and not path.is_file():
        raise CaseError(f"{path}: no such case", cure=f"Make it with `takhrij new {path}`.")
    mode = "ro" if readonly else "rwc" if _new else "rw"
    if readonly and _fixed(path):
        mode += "&immutable=1"
    try:
        database = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=WAIT_SECONDS, isolation_level=None
        )
    except sqlite3.Error as error:
        raise CaseError(f"{path}: {error}", cure=_WRITABLE) from error
    try:
        with _told(path):
            database.create_function(NATURAL, 1, _natural, deterministic=True)
            database.execute("PRAGMA foreign_keys = OFF")  # rows of a cache go and come in any order
            _checked(database, path, new=_new)
            if not readonly:
                _write_ahead(database)
                database.execute("PRAGMA synchronous = FULL")  # an accepted page outlives a power cut
                _migrate(database)
            else:
                database.execute("BEGIN")  # all queries of one reader see one state, whatever is published meanwhile
            yield database
    finally:
        database.close()


def _natural(name: str) -> str:
    return _NUMBER.sub(lambda number: number[0].zfill(_DIGITS), name)


def _fixed(path: Path) -> bool:
    """Whether a case stands where nothing can be written, and nobody else is at it.

    SQLite reads a journalled file only where it can put its index of the journal beside it.
    """
    beside = path.absolute().parent
    return not os.access(beside, os.W_OK) and not (beside / f"{path.name}-wal").exists()


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Commit all that happens inside, or nothing."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if database.in_transaction:  # a full disk has ended it already
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


@contextmanager
def snapshot(database: sqlite3.Connection) -> Iterator[None]:
    """Read the case as it is now, whatever others write meanwhile. Nothing may be written inside."""
    database.execute("BEGIN")
    try:
        yield
    finally:
        database.execute("ROLLBACK")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            cure = "Another takhrij is writing to it: wait until it is done."
        else:
            cure = "See that the disk has space and that you may write there."
        raise CaseError(f"{path}: {error}", cure=cure) from error
    except sqlite3.DatabaseError as error:
        raise CaseError(f"{path}: {error}", cure="Give a file that `takhrij new` made.") from error


def _checked(database: sqlite3.Connection, path: Path, *, new: bool) -> None:
    application: int = database.execute("PRAGMA application_id").fetchone()[0]
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    if not new and application != APPLICATION:
        raise CaseError(f"{path} is no case", cure="Give a file that `takhrij new` made.")
    newest = len(_migrations())
    if version > newest:
        raise CaseError(f"{path} is of form {version}, newer than {newest}", cure="Use the newer takhrij.")


def _write_ahead(database: sqlite3.Connection) -> None:
    """Let readers read while one writes. SQLite does not wait for others who open the same case, so this does."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
        time.sleep(_PAUSE_SECONDS)


def _migrate(database: sqlite3.Connection) -> None:
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    for number, script in enumerate(_migrations()[version:], version + 1):
        marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {number};"
        try:
            database.executescript(f"BEGIN IMMEDIATE;\n{script}\n{marks}\nCOMMIT;")
        except sqlite3.OperationalError:
            if database.in_transaction:
                database.execute("ROLLBACK")
            if database.execute("PRAGMA user_version").fetchone()[0] < number:
                raise  # else another process was quicker with the same


def _migrations() -> list[str]:
    """Return the scripts that make a case, in the order of their numbers."""
    folder = resources.files("takhrij.store") / "migrations"
    scripts = sorted((item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name)
    return [script.read_text(encoding="utf-8") for script in scripts]
