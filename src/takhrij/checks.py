"""Checks language and world folders, all problems at once and what may be a slip, for `takhrij check`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args, get_type_hints

from takhrij import lang, world
from takhrij.errors import DataError, LanguageError, WorldError
from takhrij.lang.tables import Language
from takhrij.tables import files, table_problems
from takhrij.world.tables import Holder, World


def problems(language: Path | None, worlds: tuple[Path, ...]) -> list[DataError]:
    """Return every problem of the language folder (None: the shipped one), the shipped and the own world folders."""
    found = list(_folder(Language, language or lang.ARABIC, LanguageError))
    for folder in (world.PACKAGES, world.BASE, *worlds):
        found += _folder(World, folder, WorldError)
    return found or list(_meanings(world.load(*worlds), (world.BASE, *worlds)))


def notes(worlds: tuple[Path, ...]) -> list[str]:
    """Return what may be meant and may be a slip: tenures of an office for one that overlap and are not disputed.

    Two tenures are compared in the coarser of their grains: who ends in a month overlaps nobody who begins in it. A
    tenure without an end is no overlap with a later one: it ends there.
    """
    facts = world.load(*worlds)
    single = {office.key for office in facts.offices if not office.several}
    tenures: defaultdict[tuple[str, str], list[Holder]] = defaultdict(list)
    for holder in facts.holders:
        if holder.office in single and not holder.disputed and holder.first:
            tenures[holder.office, holder.state].append(holder)
    return [
        f"{earlier.person} ({earlier.first} to {earlier.last}) and {later.person} (from {later.first}) overlap as "
        f"{earlier.office} of {earlier.state}: the office alone means neither; mark one as disputed if so meant"
        for found in tenures.values()
        for earlier, later in pairwise(sorted(found, key=lambda h: (h.first, h.last or "9")))
        if earlier.last and earlier.last[: len(later.first)] > later.first[: len(earlier.last)]
    ]


def _folder(kind: type[Any], folder: Path, error: type[DataError]) -> Iterator[DataError]:
    if not folder.is_dir():
        yield error("no such folder", file=folder, cure="Give the path of an existing folder.")
        return
    hints = get_type_hints(kind)
    paths = files(folder)
    if not paths:
        yield error("no table in this folder", file=folder, cure=f"Put one there: {', '.join(sorted(hints))}.tsv.")
    for path in paths:
        if path.stem in hints:
            yield from table_problems(path, get_args(hints[path.stem])[0], error)
        else:
            yield error("no table of that name", file=path, cure=f"Use one of: {', '.join(sorted(hints))}.")


def _meanings(facts: World, folders: tuple[Path, ...]) -> Iterator[DataError]:
    """Yield what no single row shows: unknown keys, and tenures that end before they begin.

    An organisation may stand in the place of a state: UN has a secretary-general.
    """
    offices = {office.key for office in facts.offices}
    states = {state.key for state in facts.states} | {org.state for org in facts.orgs}
    for holder in facts.holders:
        told = f"{holder.person}, {holder.office} of {holder.state}"
        cells = {holder.person, holder.office, holder.state, holder.first}
        if holder.office not in offices:
            yield _row(folders, "holders.tsv", cells, f"{told}: no office {holder.office} in offices.tsv")
        if holder.state not in states:
            yield _row(folders, "holders.tsv", cells, f"{told}: no state {holder.state} in states.tsv")
        if holder.last and holder.first[: len(holder.last)] > holder.last[: len(holder.first)]:
            yield _row(folders, "holders.tsv", cells, f"{told}: ends before it begins")


def _row(folders: tuple[Path, ...], name: str, cells: set[str], message: str) -> WorldError:
    """Return the error with the line that holds all `cells`, found again in the files."""
    for folder in reversed(folders):
        path = folder / name
        if path.is_file():
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if cells <= {"", *map(str.strip, line.split("\t"))}:
                    return WorldError(message, file=path, line=number, cure="Mend the row.")
    return WorldError(message, file=folders[-1] / name, cure="Mend the row.")
