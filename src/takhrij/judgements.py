"""Reads and writes people's judgements: JSON Lines, one ruling a line, in the order made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from takhrij.errors import InputError
from takhrij.records import Judgement

_CURE = "Write one judgement a line, as docs/howto/correct-a-name.md shows."


def read(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file in its order; blank lines count for nothing.

    Raises:
        InputError: for a file that cannot be read, or a line that is no judgement; it names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}", cure=_CURE) from error
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(msgspec.json.decode(line, type=Judgement))
            except msgspec.DecodeError as error:
                raise InputError(f"{path}:{number}: {error}", cure=_CURE) from error
    return tuple(found)


def write(judgements: Iterable[Judgement]) -> bytes:
    """Return the lines that `read` reads."""
    return b"".join(msgspec.json.encode(judgement) + b"\n" for judgement in judgements)
