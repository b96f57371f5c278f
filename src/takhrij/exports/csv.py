"""The dossier as CSV (RFC 4180, UTF-8), a file a table, in one zip: for pandas, R and databases.

The cells are the page's own words. A spreadsheet program may take one that begins with = for a formula: give people
the form `xlsx`, where every word is text.
"""

from __future__ import annotations

import csv
import io
import zipfile

from takhrij.contract import Dossier
from takhrij.exports._sheets import sheets

NAME = "tables.zip"


def write(dossier: Dossier) -> bytes:
    """Return the zip file. Same dossier, same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for sheet in sheets(dossier):
            lines = io.StringIO()
            writer = csv.writer(lines)
            writer.writerow(sheet.columns)
            writer.writerows(sheet.rows)
            entry = zipfile.ZipInfo(f"{sheet.name}.csv", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, lines.getvalue().encode())
    return made.getvalue()
