"""Parquet: one page a row, a cell at most 5 MB. Needs the extra `parquet`: `pip install '.[parquet]'`.

The file may unpack to 4 GB and to 200 times its size; 32 rows of it are in memory at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from takhrij.errors import InputError
from takhrij.readers._fields import failure, page_of
from takhrij.readers._source import Source
from takhrij.records import Failure, Page

SUFFIXES = (".parquet",)
MAX_CELL: Final = 5_000_000
_BATCH: Final = 32
"""Rows read at once: few, for one long cell may be stored once and stand in every row."""


def read(source: Source, fields: Mapping[str, str]) -> Iterator[Page | Failure]:
    """Yield one page a row; its source is `file:row`, counted from 1, and its id is of the row as JSON.

    Raises:
        InputError: where `pyarrow` is not installed, the file is broken, or a mapped column is not there.
    """
    try:
        import pyarrow as arrow  # noqa: PLC0415 - an extra, and slow to load: only who reads Parquet pays
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise InputError(
            "Parquet needs pyarrow", cure="In the folder of takhrij: pip install '.[parquet]'"
        ) from error
    try:
        with source.open() as stream:
            table = parquet.ParquetFile(stream)
            groups = [table.metadata.row_group(i) for i in range(table.metadata.num_row_groups)]
            source.allowance.spend(sum(max(group.total_byte_size, 0) for group in groups))
            _missing(table.schema_arrow.names, fields)
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH):
                for row in _rows(batch):
                    number += 1
                    where = f"{source.name}:{number}"
                    if row is None:
                        yield failure(where, "a cell of text that is not UTF-8", "Write the file again in UTF-8.")
                    else:
                        yield _page(row, where, fields)
    except UnicodeDecodeError as error:  # a name of a column
        raise InputError(f"broken Parquet: {error}", cure="Write the file again.") from error
    except arrow.ArrowException as error:
        raise InputError(f"broken Parquet: {error}", cure="Write the file again.") from error


def _rows(batch: Any) -> Iterator[dict[str, Any] | None]:
    """Yield the rows; None for one with a cell that its column wrongly calls UTF-8, which Parquet does not check."""
    try:
        yield from batch.to_pylist()
    except UnicodeDecodeError:
        for index in range(batch.num_rows):
            try:
                yield from batch.slice(index, 1).to_pylist()
            except UnicodeDecodeError:
                yield None


def _missing(columns: list[str], fields: Mapping[str, str]) -> None:
    for field, name in fields.items():
        if name not in columns:
            raise InputError(
                f"no column {name} for {field}", cure=f"Name one of {', '.join(columns)}: --fields {field}=NAME."
            )


def _page(row: dict[str, Any], where: str, fields: Mapping[str, str]) -> Page | Failure:
    if any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in row.values()):
        return failure(where, f"a cell of more than {MAX_CELL // 1_000_000} MB")
    raw = msgspec.json.encode({name: str(cell) for name, cell in row.items() if cell is not None}, order="sorted")
    return page_of(row, raw, where, fields)
