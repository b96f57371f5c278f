"""Reads a folder of tables into frozen records: `<field>.tsv` or `<field>.toml` for every field of a struct.

A TSV has a header line; `#` begins a comment line; a cell with several values parts them by `|`.
A TOML file holds one array of tables named `rule`. Every error names file and line.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar, cast, dataclass_transform, get_args, get_type_hints

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
        for path in sorted([*folder.glob("*.tsv"), *folder.glob("*.toml")]):
            if path.stem in hints:
                rows[path.stem].extend(read_table(path, get_args(hints[path.stem])[0], error))
    return kind(**{name: tuple(found) for name, found in rows.items()})


def read_table(path: Path, row: type[T], error: type[DataError]) -> list[T]:
    """Return the rows of one table in the file's order.

    Raises:
        DataError: (as `error`) naming the line, for a wrong column, cell or value.
    """
    return _read_toml(path, row, error) if path.suffix == ".toml" else _read_tsv(path, row, error)


def _read_tsv(path: Path, row: type[T], error: type[DataError]) -> list[T]:
    header: list[str] = []
    found: list[dict[str, Any]] = []
    lines: list[int] = []
    several = {f.name for f in msgspec.structs.fields(cast("type[Row]", row)) if "tuple" in str(f.type)}
    for number, line in enumerate(_text(path, error).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [c.strip() for c in line.split("\t")]
        if not header:
            header = cells
            continue
        if len(cells) > len(header):
            raise error(f"want {len(header)} columns, got {len(cells)}", file=path, line=number)
        found.append(
            {
                name: [v.strip() for v in cell.split("|")] if name in several else cell
                for name, cell in zip(header, cells, strict=False)
                if cell
            }
        )
        lines.append(number)
    return _convert(found, lines, row, path, error)


def _text(path: Path, error: type[DataError]) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as e:
        raise error(str(e), file=path, cure="Save the table as UTF-8.") from e


def _read_toml(path: Path, row: type[T], error: type[DataError]) -> list[T]:
    source = _text(path, error)
    try:
        rules = tomllib.loads(source).get("rule", [])
    except tomllib.TOMLDecodeError as e:
        raise error(str(e), file=path) from e
    lines = [n for n, line in enumerate(source.splitlines(), 1) if line.split() == ["[[rule]]"]]
    return _convert(rules, lines, row, path, error)


def _convert(
    found: list[dict[str, Any]], lines: list[int], row: type[T], path: Path, error: type[DataError]
) -> list[T]:
    """Convert all at once, which is fast; if that fails, one by one, to name the line."""
    try:
        return msgspec.convert(found, type=list[row], strict=False)  # type: ignore[valid-type]
    except msgspec.ValidationError:
        for values, line in zip(found, lines, strict=True):
            try:
                msgspec.convert(values, type=row, strict=False)
            except msgspec.ValidationError as e:
                raise error(str(e), file=path, line=line) from e
        raise
