"""What all commands print with: the terminal, progress, and errors as a line that says the cure."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from takhrij import pipeline
from takhrij.errors import TakhrijError

out = Console()
err = Console(stderr=True)

USAGE, SOME_FAILED, INTERRUPTED = 2, 3, 130


@contextmanager
def told(interrupted: str = "nothing was written") -> Iterator[None]:
    """Turn errors raised on purpose into a line that says the cure, and the exit status."""
    try:
        yield
    except TakhrijError as error:
        _stop(f"takhrij: {error}", error.cure, USAGE)
    except KeyboardInterrupt:
        _stop(f"takhrij: interrupted; {interrupted}.", "", INTERRUPTED)


def complain(line: str) -> None:
    """Print a line on stderr, whatever characters it brings."""
    err.print(plain(line), markup=False, highlight=False, soft_wrap=True)


def say(line: str) -> None:
    """Print a line on stdout, whatever characters it brings."""
    out.print(plain(line), markup=False, highlight=False, soft_wrap=True)


def plain(line: str) -> str:
    """Return a line without the control characters that pages and file names may bring to a terminal."""
    return "".join(char for char in line if char.isprintable() or char in "\u200c\u200d")


def _stop(message: str, cure: str, status: int) -> NoReturn:
    err.print(*map(plain, message.splitlines()), sep="\n", markup=False, highlight=False, soft_wrap=True)
    if cure:
        err.print(f"  {cure}", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(status)


@contextmanager
def progress() -> Iterator[pipeline.Progress]:
    """Show stages on a terminal; elsewhere say nothing."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=True, disable=not sys.stderr.isatty()) as bar:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=None)
            bar.update(bar.task_ids[tasks[stage]], completed=done, total=total or None)

        yield show
