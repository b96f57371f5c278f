"""What failed is said in Arabic too: every error and cure that readers of pages and judgements tell has its form."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from takhrij.faults import said

SOURCE = Path(__file__).parents[1] / "src" / "takhrij"
TOLD = [
    *(SOURCE / "readers").glob("*.py"),
    SOURCE / "engines" / "_failures.py",
    SOURCE / "judgements.py",
    SOURCE / "store" / "judgements.py",
    SOURCE / "web" / "rulings.py",
    SOURCE / "web" / "uploads.py",
]
"""The modules whose errors an Arabic view shows."""


def _shape(node: ast.expr | None) -> str:
    """Return a string as it is written, with 7 for what is filled in; empty for what is no string."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "7" for v in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _told(path: Path) -> Iterator[str]:
    """Yield the errors and cures that a module writes out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func).split(".")[-1]
        named = {keyword.arg: keyword.value for keyword in node.keywords}
        if name.endswith("Error") or name == "ValidationException":
            yield _shape(node.args[0] if node.args else None)
        elif name in {"failure", "_failure"}:
            yield from map(_shape, node.args[1:])
        yield from (_shape(named.get(argument)) for argument in ("error", "cure"))


@pytest.mark.parametrize("path", TOLD, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_error_and_cure_has_an_arabic_form(path: Path) -> None:
    told = {one for one in _told(path) if any(map(str.isalpha, one))}
    assert {one for one in told if any("a" <= char <= "z" for char in one) and said(one, "ar") == one} == set()


def test_names_and_numbers_come_along_in_their_own_direction() -> None:
    assert said("more than 50,000 tags", "ar") == "أكثر من \u206850,000\u2069 وسم"
    assert said("Save the page as UTF-8.", "ar") == "احفظ الصفحة بترميز UTF-8."


def test_an_error_with_its_cure_is_said_sentence_by_sentence() -> None:
    assert said("the file is empty. Split the file.", "ar") == "الملف فارغ. قسّم الملف."
    assert said("takhrij: it broke\n  Check the path.", "ar") == "takhrij: it broke تحقّق من المسار."


def test_what_no_form_fits_stays_as_it_was() -> None:
    assert said("ValueError: 3", "ar") == "ValueError: 3"
    assert said("the file is empty", "en") == "the file is empty"
    assert said("", "ar") == ""
