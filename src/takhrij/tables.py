"""Reads a folder of tables into frozen records: `<field>.tsv` or `<field>.toml` for every field of a struct.

A TSV has a header line; `#` begins a comment line; a cell with several values parts them by `|`.
A TOML file holds one array of tables named `rule`. Every error names file and line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, dataclass_transform, get_args, get_type_hints

import msgspec

from takhrij.errors import DataError

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)  # what msgspec does, told to type checkers
class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of all rows of a data folder."""


def read_folder(kind: type[T], folders: tuple[Path, ...], error: type[DataError]) -> T:
    """Return `kind` filled from `folders`; rows of later folders come first, so that they win.

    Every field of `kind` is a `tuple[SomeRow, ...]`. A folder may lack files, and a
    file that is no field is passed over: `takhrij check` tells of it.

    Raises:
        DataError: (as `error`) for a folder that is not there, or a wrong row.
    """
    hints = get_type_hints(kind)
    rows: dict[str, list[Any]] = {name: [] for name in hints}
    for folder in reversed(folders):
        if not folder.is_dir():
            raise error("no such folder", file=folder, cure="Give the path of an existing folder.")
        known = [path for path in files(folder) if path.stem in hints]
        if not known:
            raise error(
                "no table in this folder", file=folder, cure=f"Put one there: {', '.join(sorted(hints))}.tsv."
            )
        for path in known:
            rows[path.stem].extend(read_table(path, get_args(hints[path.stem])[0], error))
    return kind(**{name: tuple(found) for name, found in rows.items()})


def files(folder: Path) -> list[Path]:
    """Return the tables of a folder, whatever their names, in order."""
    return sorted([*folder.glob("*.tsv"), *folder.glob("*.toml")])


def read_table(path: Path, row: type[T], error: type[DataError]) -> list[T]:
    """Return the rows of one table in the file's order.

    Raises:
        DataError: (as `error`) naming the line, for a wrong column, cell or value.
    """
    read = _read(path, row, error)
    try:  # all at once, which is fast
        return msgspec.convert([each.values for each in read], type=list[row], strict=False)  # type: ignore[valid-type]
    except msgspec.ValidationError:
        raise next(_wrong(read, path, row, error)) from None


def table_problems(path: Path, row: type[Any], error: type[DataError]) -> list[DataError]:
    """Return every problem of one table: of each wrong row, or the one for which the file cannot be read at all."""
    try:
        return list(_wrong(_read(path, row, error), path, row, error))
    except DataError as problem:
        return [problem]


class _Read(NamedTuple):
    """The cells of a row by column, and the line where it stands."""

    values: dict[str, Any]
    line: int


def _wrong(read: list[_Read], path: Path, row: type[Any], error: type[DataError]) -> Iterator[DataError]:
    for values, line in read:
        try:
            msgspec.convert(values, type=row, strict=False)
        except msgspec.ValidationError as e:
            for fault in list(_faults(values, row)) or [str(e)]:
                yield error(fault, file=path, line=line, cure="Mend the row.")


def _faults(values: dict[str, Any], row: type[Any]) -> Iterator[str]:
    """Yield what is wrong with each cell of a row, in words for people, and each column that is missing."""
    fields = {field.name: field for field in msgspec.structs.fields(row)}
    for name, value in values.items():
        if name not in fields:
            yield f"no column is called {name}: there are {', '.join(fields)}"
            continue
        try:
            msgspec.convert(value, type=fields[name].type, strict=False)
        except msgspec.ValidationError as e:
            told = "|".join(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else value
            yield f"{name}: {told!r} is no {wanted}" if (wanted := _wanted(fields[name].type)) else f"{name}: {e}"
    for name, field in fields.items():
        if field.required and name not in values:
            yield f"{name} is missing"


def _wanted(kind: Any) -> str:
    """Return what a type says of itself in words, empty where it says nothing."""
    return next((m.description for m in getattr(kind, "__metadata__", ()) if getattr(m, "description", "")), "")


def _read(path: Path, row: type[Any], error: type[DataError]) -> list[_Read]:
    return _read_toml(path, error) if path.suffix == ".toml" else _read_tsv(path, row, error)


def _read_tsv(path: Path, row: type[Any], error: type[DataError]) -> list[_Read]:
    header: list[str] = []
    parts: list[str] = []
    found: list[_Read] = []
    several = {f.name for f in msgspec.structs.fields(row) if "tuple" in str(f.type)}
    for number, line in enumerate(_text(path, error).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = [cell.strip() for cell in cells]
            parts = [name for name in header if name in several]
            continue
        if len(cells) > len(header):
            raise error(f"want {len(header)} columns, got {len(cells)}", file=path, line=number)
        values: dict[str, Any] = dict(zip(header, map(str.strip, cells), strict=False))
        if "" in values.values():
            values = {name: cell for name, cell in values.items() if cell}
        for name in parts:
            if name in values:
                values[name] = list(map(str.strip, values[name].split("|")))
        found.append(_Read(values, number))
    return found


def _text(path: Path, error: type[DataError]) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as e:
        raise error(str(e), file=path, cure="Save the table as UTF-8.") from e


def _read_toml(path: Path, error: type[DataError]) -> list[_Read]:
    source = _text(path, error)
    try:
        rules = tomllib.loads(source).get("rule", [])
    except tomllib.TOMLDecodeError as e:
        raise error(str(e), file=path) from e
    lines = [n for n, line in enumerate(source.splitlines(), 1) if line.split() == ["[[rule]]"]]
    return [_Read(values, line) for values, line in zip(rules, lines, strict=True)]
