"""What runs beside the server: other processes add the pages that were uploaded, and link.

Pages are added one upload at a time, and linking goes on meanwhile: nobody waits for links to read what he dropped.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec

from takhrij.store import locks

PATIENCE: Final = 2.0
"""Seconds between two looks whether somebody else's update is done."""
State = Literal["idle", "running", "failed"]


class Told(msgspec.Struct, frozen=True):
    """How the work stands: `error` is what the last command said when it failed."""

    state: State
    error: str = ""


class Work:
    """Runs `takhrij` commands on a case: uploads in their order, and updates beside them, one at a time."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._lock = threading.Lock()
        self._waiting: list[Path] = []
        self._stale = False
        self._left: list[Path] = []
        self._adding: threading.Thread | None = None
        self._linking: threading.Thread | None = None
        self._error = ""

    def add(self, folder: Path) -> None:
        """Add the pages in a folder to the case, delete the folder, and link."""
        self._begin([folder])

    def update(self) -> None:
        """Link the pages of the case anew, with those whose adding failed before."""
        with self._lock:
            again, self._left = self._left, []
        self._begin(again)

    def resume(self, folders: Sequence[Path]) -> None:
        """Add what was uploaded before the server ended; what another server is at stays his."""
        if folders:
            self._begin(folders)

    def told(self) -> Told:
        """Return how the work stands."""
        with self._lock:
            if self._adding is not None or self._linking is not None:
                return Told("running")
            return Told("failed", self._error) if self._error else Told("idle")

    def _begin(self, folders: Sequence[Path]) -> None:
        with self._lock:
            self._waiting += folders
            self._stale = self._stale or not folders
            if self._adding is None and self._linking is None:
                self._error = ""
            if self._waiting and self._adding is None:
                self._adding = threading.Thread(target=self._add_all, daemon=True)
                self._adding.start()
            self._link_if_stale()

    def _link_if_stale(self) -> None:
        """Begin to link, unless that is being done. The caller holds the lock."""
        if self._stale and self._linking is None:
            self._linking = threading.Thread(target=self._link, daemon=True)
            self._linking.start()

    def _add_all(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._adding = None
                    return
                folder = self._waiting.pop(0)
            error = self._added(folder)
            with self._lock:
                self._error = error or self._error
                self._stale = True
                self._link_if_stale()

    def _link(self) -> None:
        while True:
            with self._lock:
                if not self._stale:
                    self._linking = None
                    return
                self._stale = False
            while locks.BUSY in (error := self._done(["update", "--", str(self._case)])):
                time.sleep(PATIENCE)  # what was added since the other began waits for the next
            with self._lock:
                self._error = error or self._error

    def _added(self, folder: Path) -> str:
        """Add a folder's pages, and return what was wrong. Uploaded pages stay until they are in the case."""
        handle = locks.held(folder)
        if handle is None:  # another server on this case is at it, or was
            return ""
        try:
            some = any(folder.iterdir())  # none where a server was killed when it had just deleted them
            error = self._done(["add", "--", str(self._case), str(folder)]) if some else ""
            if not error:
                emptied(folder)
        except OSError as problem:
            error = str(problem)
        finally:
            os.close(handle)
        if error:
            with self._lock:
                self._left.append(folder)
        return error

    def _done(self, command: Sequence[str]) -> str:
        """Run a command, and return what was wrong."""
        try:
            done = subprocess.run(
                [sys.executable, "-m", "takhrij", *command],
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
            )
        except Exception as problem:  # a reader is told of it, and what waits is done
            return str(problem)
        if done.returncode in {0, 3}:  # 3: some pages failed, and are listed
            return ""
        return done.stderr.strip()[-2000:] or f"exit status {done.returncode}"


def emptied(folder: Path) -> None:
    """Delete a folder with its files."""
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
