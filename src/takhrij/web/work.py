"""What runs beside the server: pages that were uploaded are added and linked by another process, one at a time."""

from __future__ import annotations

import subprocess
import sys
import threading
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
        self._thread: threading.Thread | None = None
        self._error = ""

    def add(self, folder: Path) -> None:
        """Add the pages in a folder to the case, delete the folder, and link."""
        self._begin([(["add", str(self._case), str(folder)], folder), (["update", str(self._case)], None)])

    def update(self) -> None:
        """Link the pages of the case anew."""
        self._begin([(["update", str(self._case)], None)])

    def told(self) -> Told:
        """Return how the work stands."""
        with self._lock:
            if self._thread is not None:
                return Told("running")
            return Told("failed", self._error) if self._error else Told("idle")

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
            done = subprocess.run(
                [sys.executable, "-m", "takhrij", *command], capture_output=True, text=True, check=False
            )
            if folder is not None:
                _emptied(folder)
            if done.returncode not in {0, 3}:  # 3: some pages failed, and are listed
                with self._lock:
                    self._error = done.stderr.strip()[-2000:] or f"exit status {done.returncode}"


def _emptied(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
