"""What all commands print with: the terminal, progress, and errors as a line that says the cure."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn, Protocol

import typer

from takhrij import pipeline
from takhrij.errors import TakhrijError

USAGE, SOME_FAILED, INTERRUPTED = 2, 3, 130
_SHOWN = 20


class _Failed(Protocol):
    """What could not be read: a record, or an item of a dossier."""

    @property
    def source(self) -> str: ...
    @property
    def error(self) -> str: ...
    @property
    def cure(self) -> str: ...


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
    typer.echo(plain(line), err=True)


def complain_of(failures: Sequence[_Failed]) -> None:
    """Print on stderr what could not be read, why, and the cure, of many the first."""
    for failure in failures[:_SHOWN]:
        complain(f"failed: {failure.source}: {failure.error}. {failure.cure}")
    if len(failures) > _SHOWN:
        complain(f"... and {len(failures) - _SHOWN} more.")


def say(line: str) -> None:
    """Print a line on stdout, whatever characters it brings."""
    typer.echo(plain(line))


def plain(line: str) -> str:
    """Return a line without the control characters that pages and file names may bring to a terminal."""
    return "".join(char for char in line if char.isprintable() or char in "\u200c\u200d")


def _stop(message: str, cure: str, status: int) -> NoReturn:
    for line in message.splitlines():
        complain(line)
    if cure:
        complain(f"  {cure}")
    raise typer.Exit(status)


@contextmanager
def progress() -> Iterator[pipeline.Progress]:
    """Show stages on a terminal; elsewhere say nothing."""
    if not sys.stderr.isatty():
        yield pipeline.silent
        return
    from rich.console import Console  # noqa: PLC0415 (who has no terminal does not wait for what draws on it)
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
    )

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=None)
            bar.update(bar.task_ids[tasks[stage]], completed=done, total=total or None)

        yield show
