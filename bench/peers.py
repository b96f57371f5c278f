"""Other programs, each in a throw-away environment of its own, so that none of them is a dependency of ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

CACHE = Path(os.environ.get("TAKHRIJ_PEERS", Path.home() / ".cache" / "takhrij-peers"))
SECONDS = 900


class Peer(NamedTuple):
    """`packages` are what its environment holds; `script` runs there, fed JSON lines and answering in JSON lines."""

    name: str
    packages: tuple[str, ...]
    script: Path


class Missing(NamedTuple):
    """A peer that could not be had, and why."""

    why: str


def run(peer: Peer, items: Iterable[dict[str, Any]]) -> list[dict[str, Any]] | Missing:
    """Return the peer's answer to each item, in order, or why it is missing."""
    python = _environment(peer)
    if isinstance(python, Missing):
        return python
    feed = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
    command = [str(python), str(peer.script), peer.name]
    try:
        done = subprocess.run(command, input=feed, capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Missing(f"took more than {SECONDS} s")
    if done.returncode:
        return Missing(_last_line(done.stderr))
    return [json.loads(line) for line in done.stdout.splitlines()]


def _environment(peer: Peer) -> Path | Missing:
    folder = CACHE / peer.packages[0].split("==")[0].lower()
    python, ready = folder / "bin" / "python", folder / ".ready"
    if ready.exists():
        return python
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.packages]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        return Missing(_last_line(done.stderr))
    ready.touch()
    return python


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no message"])[-1][:160]
