"""The command line: parses arguments, calls the library, prints. No rule of the trade lives here.

A module for each kind of command; `console` prints, `options` are shared.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from typing import Annotated

import typer

from takhrij import garbage
from takhrij.cli import cases, dossiers, exporting, judging, serving, times
from takhrij.cli.console import say

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read a pile of Arabic news pages into one dossier: who said what, through whom, and when.",
)
for commands in (dossiers.app, times.app, cases.app, judging.app, exporting.app, serving.app):
    app.add_typer(commands)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 (costs more than all other options together)

        say(f"takhrij {version('takhrij')}")
        raise typer.Exit


@app.callback()
def _all(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Options before the command's name."""


def main() -> None:
    """Run the command line; the entry point of `takhrij`."""
    garbage.look_seldom()
    for sign in (signal.SIGINT, signal.SIGTERM):  # also where a shell started it with interrupts ignored
        signal.signal(sign, signal.default_int_handler)
    status: object = 0
    try:
        app()
    except SystemExit as end:
        status = end.code
    if not isinstance(status, int | None):  # a line to print
        sys.exit(str(status))
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody reads it any more
            stream.flush()
    if threading.active_count() > 1:  # a server's work is waited for
        sys.exit(status)
    os._exit(status or 0)  # taking the tables apart one by one takes longer than reading a page
