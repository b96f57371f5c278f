"""Other programs, each in a throw-away environment of its own, so that none of them is a dependency of ours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

CACHE = Path(os.environ.get("TAKHRIJ_PEERS", Path.home() / ".cache" / "takhrij-peers"))
SECONDS = 900


class Peer(NamedTuple):
    """`packages` are what its environment holds; `script` runs there, fed JSON lines and answering in JSON lines.

    `runtime` is `node`, or a Python: this one, or `python3.13` and the like. `options` go to pip.
    """

    name: str
    packages: tuple[str, ...]
    script: Path
    runtime: str = "python"
    options: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    """Programs of the machine without which it cannot run."""


class Missing(NamedTuple):
    """A peer that could not be had, and why."""

    why: str


def run(peer: Peer, items: Iterable[dict[str, Any]]) -> list[dict[str, Any]] | Missing:
    """Return the peer's answer to each item, in order, or why it is missing."""
    absent = next((program for program in peer.needs if not shutil.which(program)), None)
    runner = Missing(f"no {absent} on this machine") if absent else _environment(peer)
    if isinstance(runner, Missing):
        return runner
    feed = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
    command = [str(runner), str(peer.script), *([] if peer.runtime == "node" else [peer.name])]
    variables = {**os.environ, "NODE_PATH": str(_folder(peer) / "node_modules")}
    try:
        done = subprocess.run(
            command, input=feed, capture_output=True, text=True, timeout=SECONDS, check=False, env=variables
        )
    except subprocess.TimeoutExpired:
        return Missing(f"took more than {SECONDS} s")
    if done.returncode:
        return Missing(_last_line(done.stderr))
    return [json.loads(line) for line in done.stdout.splitlines()]


def _folder(peer: Peer) -> Path:
    return CACHE / peer.packages[0].split("==")[0].lower()


def _environment(peer: Peer) -> Path | Missing:
    """The program that runs the peer's script, in an environment that is made on first use."""
    folder = _folder(peer)
    node = peer.runtime == "node"
    runner = Path(shutil.which("node") or "node") if node else folder / "bin" / "python"
    if (folder / ".ready").exists():
        return runner
    if node:
        folder.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(folder), *peer.packages]
    else:
        base = _python(peer.runtime)
        if base is None:
            return Missing(f"no {peer.runtime} on this machine")
        subprocess.run([base, "-m", "venv", "--clear", str(folder)], check=True)
        quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        install = [str(runner), *quiet, *peer.options, *peer.packages]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        return Missing(_last_line(done.stderr))
    (folder / ".ready").touch()
    return runner


def _python(runtime: str) -> str | None:
    """A Python of that version that starts: a name on the path may be a shim of pyenv that does not."""
    if runtime == "python":
        return sys.executable
    pyenv = sorted(Path.home().glob(f".pyenv/versions/{runtime.removeprefix('python')}*/bin/python"))
    for program in (shutil.which(runtime), *map(str, pyenv)):
        if program and not subprocess.run([program, "--version"], capture_output=True, check=False).returncode:
            return program
    return None


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no message"])[-1][:160]
