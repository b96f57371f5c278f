"""What runs beside the server: pages that were uploaded are added and linked by another process, one at a time."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

State = Literal["idle", "running", "failed"]


class Told(msgspec.Struct, frozen=True):
    """How the work stands: `error` is what the last command said when it failed."""

    state: State
    error: str = ""


class Work:
    """Runs `takhrij` commands on a case, in their order."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._lock = threading.Lock()
        self._waiting: list[tuple[list[str], Path | None]] = []
        self._left: list[Path] = []
        self._thread: threading.Thread | None = None
        self._error = ""

    def add(self, folder: Path) -> None:
        """Add the pages in a folder to the case, delete the folder, and link."""
        self._begin([self._adding(folder), self._updating()])

    def update(self) -> None:
        """Link the pages of the case anew, with those whose adding failed before."""
        with self._lock:
            again, self._left = self._left, []
        self._begin([*map(self._adding, again), self._updating()])

    def resume(self, folders: Sequence[Path]) -> None:
        """Add what was uploaded before the server ended."""
        if folders:
            self._begin([*map(self._adding, folders), self._updating()])

    def told(self) -> Told:
        """Return how the work stands."""
        with self._lock:
            if self._thread is not None:
                return Told("running")
            return Told("failed", self._error) if self._error else Told("idle")

    def _adding(self, folder: Path) -> tuple[list[str], Path | None]:
        return ["add", "--", str(self._case), str(folder)], folder

    def _updating(self) -> tuple[list[str], Path | None]:
        return ["update", "--", str(self._case)], None

    def _begin(self, commands: list[tuple[list[str], Path | None]]) -> None:
        with self._lock:
            self._waiting += commands
            if self._thread is None:
                self._error = ""
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                command, folder = self._waiting.pop(0)
            try:
                error = self._done(command, folder)
            except Exception as problem:  # a reader is told of it, and what waits is done
                error = str(problem)
            with self._lock:
                self._error = error or self._error

    def _done(self, command: list[str], folder: Path | None) -> str:
        """Run a command, and return what was wrong. Uploaded pages stay until they are in the case."""
        done = subprocess.run(
            [sys.executable, "-m", "takhrij", *command],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode in {0, 3}:  # 3: some pages failed, and are listed
            if folder is not None:
                emptied(folder)
            return ""
        if folder is not None:
            with self._lock:
                self._left.append(folder)
        return done.stderr.strip()[-2000:] or f"exit status {done.returncode}"


def emptied(folder: Path) -> None:
    """Delete a folder with its files."""
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
