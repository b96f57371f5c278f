"""The dossier as an Excel workbook, a sheet a table, from right to left. Needs the extra `xlsx`."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Final

from takhrij.contract import Dossier
from takhrij.errors import DossierError
from takhrij.exports._sheets import sheets

NAME = "tables.xlsx"
MOST_CHARACTERS: Final = 32_767
"""What a cell of Excel holds; a longer text ends with an ellipsis."""
MOST_ROWS: Final = 1_048_575
"""What a sheet holds below its header."""
_MADE: Final = datetime(2000, 1, 1)


def write(dossier: Dossier) -> bytes:
    """Return the workbook. Same dossier, same bytes; every word is text, never a formula.

    Raises:
        DossierError: where the extra is missing, or a table has more rows than a sheet holds.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise DossierError(
            "Excel needs the extra `xlsx`", cure="In the folder of takhrij: pip install '.[xlsx]'"
        ) from error
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"created": _MADE})
        head = book.add_format({"bold": True})
        for sheet in sheets(dossier):
            if len(sheet.rows) > MOST_ROWS:
                cure = "Use the form csv, or fewer pages."
                raise DossierError(f"{len(sheet.rows)} rows of {sheet.name} are more than Excel holds", cure=cure)
            page = book.add_worksheet(sheet.name)
            page.right_to_left()
            page.freeze_panes(1, 0)
            page.write_row(0, 0, sheet.columns, head)
            for number, row in enumerate(sheet.rows, 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        page.write_string(number, column, _short(cell))
                    elif cell is not None:
                        page.write(number, column, cell)
    return made.getvalue()


def _short(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
