"""What only one process at a time may do to a case. A lock goes with its holder, also with one that was killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from takhrij.errors import CaseError

try:
    import fcntl
except ImportError:  # Windows: two that do the same end with the same, it only costs time
    fcntl = None  # type: ignore[assignment]


BUSY: Final = "is being updated by another takhrij"
"""So an error says that another process is at it, which will end."""


@contextmanager
def alone(path: Path, at: str) -> Iterator[None]:
    """Be the only one who links the case at `path`; others are told since when (`at`) and by which process.

    The lock is the operating system's, on a file beside the case: whoever is killed holds it no more, and the file
    that he leaves is taken over.

    Raises:
        CaseError: where another process is at it.
    """
    if fcntl is None:
        yield
        return
    beside = path.with_name(f"{path.name}-update")
    held = _locked(beside, path)
    try:
        os.ftruncate(held, 0)
        os.pwrite(held, f"process {os.getpid()} since {at}".encode(), 0)
        yield
    finally:
        beside.unlink(missing_ok=True)
        os.close(held)


def held(folder: Path) -> int | None:
    """Return a handle that holds a folder for this process, None where another holds it or it is gone.

    `os.close` lets it go, and so does the end of the process.
    """
    if fcntl is None:
        return os.open(os.devnull, os.O_RDONLY) if folder.is_dir() else None
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    if folder.is_dir():  # else who held it before has emptied and deleted it
        return handle
    os.close(handle)
    return None


def _locked(beside: Path, path: Path) -> int:
    """Return a handle that holds the lock file: the one that is there now, not one that its holder just deleted."""
    while True:
        try:
            handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            cure = "See that you may write in its folder."
            raise CaseError(f"{path}: {error.strerror or error}", cure=cure) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            by = os.pread(handle, 200, 0).decode(errors="replace")
            os.close(handle)
            cure = "Wait until it is done; pages can be added meanwhile."
            raise CaseError(f"{path} {BUSY} ({by or 'just begun'})", cure=cure) from error
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), beside.stat()):
                return handle
        os.close(handle)
