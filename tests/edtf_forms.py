"""A check of the EDTF forms that takhrij writes, by the grammar of ISO 8601-2 (levels 0 to 2)."""

import re
from datetime import date

_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)?")
_DATE = re.compile(r"(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?[~?%]?")


def is_edtf(text: str) -> bool:
    """Whether `text` is a date, an instant, an interval, or a set of which one is meant."""
    if text.startswith("["):
        return text.endswith("]") and all(_is_date(part) for part in re.split(r",|\.\.", text[1:-1]))
    if "/" in text:
        ends = text.split("/")
        return len(ends) == 2 and any(ends) and all(end in ("", "..") or _is_date(end) for end in ends)
    if instant := _INSTANT.fullmatch(text):
        return _is_date(instant[1])
    return _is_date(text)


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = match.groups()
    if month and "X" not in month and not (1 <= int(month) <= 12 or (21 <= int(month) <= 41 and day is None)):
        return False
    if day is None or "X" in day:
        return True
    if "X" in year + month:
        return 1 <= int(day) <= 31
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
