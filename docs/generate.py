"""Writes the reference pages from the code: `python docs/generate.py`. A test fails when they are stale."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
from typer.testing import CliRunner

from takhrij import Alternative, Basis, Time, contract, readers, times
from takhrij.cli import app
from takhrij.expressions import Anchor
from takhrij.lang.tables import Language
from takhrij.plugins import modules
from takhrij.tables import Row
from takhrij.timex import Prefer
from takhrij.world.tables import World

HERE = Path(__file__).parent / "reference"
COMMANDS = (
    *("build", "times", "explain", "export", "check", "train-names"),
    *("new", "add", "update", "status", "diff", "search", "judge", "judged", "serve"),
)


def pages() -> dict[str, str]:
    """Return the text of every generated page by its file name."""
    return {
        "dossier.md": _dossier(),
        "cli.md": _cli(),
        "times.md": _times(),
        "readers.md": _readers(),
        "world.md": _tables(World),
        "language.md": _tables(Language),
    }


def _dossier() -> str:
    lines = ["# `dossier.json`", "", inspect.cleandoc(contract.__doc__ or "").split("\n", 1)[1].strip(), ""]
    lines += ["Generated from `contract.py`."]
    for kind in [
        contract.Dossier,
        *(k for k in vars(contract).values() if _is_item(k) and k is not contract.Dossier),
    ]:
        lines += ["", f"## {kind.__name__}", ""]
        if kind.__doc__ and kind.__doc__ != contract.Item.__doc__:
            lines += [inspect.cleandoc(kind.__doc__), ""]
        lines += ["| field | type |", "|---|---|"]
        lines += [f"| `{f.name}` | `{_type(f.type)}` |" for f in msgspec.structs.fields(kind)]
    return "\n".join(lines) + "\n"


def _is_item(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, contract.Item) and value is not contract.Item


def _type(hint: object) -> str:
    told = [m.description for m in getattr(hint, "__metadata__", ()) if getattr(m, "description", "")]
    if told:  # people write that cell, and need no pattern
        return told[0]
    return str(hint if get_args(hint) else getattr(hint, "__name__", hint)).replace("takhrij.contract.", "")


def _cli() -> str:
    parts = ["# The command line", "", "Generated from `takhrij --help`."]
    for command in ([], *([name] for name in COMMANDS)):
        printed = CliRunner().invoke(app, [*command, "--help"], prog_name="takhrij", env={"COLUMNS": "100"}).output
        told = "\n".join(line.rstrip() for line in printed.strip().splitlines())
        parts += ["", f"## takhrij {' '.join(command)}".rstrip(), "", "```", told, "```"]
    return "\n".join(parts) + "\n"


def _times() -> str:
    given = inspect.signature(times)
    parameters = re.sub(r": '(\w+)'", r": \1", ", ".join(map(str, given.parameters.values())))
    lines = ["# `takhrij.times`", "", "Generated from `expressions.py`.", "", "```python"]
    lines += [f"times({parameters}) -> {given.return_annotation}", f"Anchor = {Anchor}", f"Prefer = {Prefer}", "```"]
    lines += ["", inspect.cleandoc(times.__doc__ or "")]
    for kind in (Time, Alternative, Basis):
        lines += [
            "",
            f"## {kind.__name__}",
            "",
            inspect.cleandoc(kind.__doc__ or ""),
            "",
            "| field | type |",
            "|---|---|",
        ]
        hints = {name: _type(hint).replace("|", "\\|") for name, hint in get_type_hints(kind).items()}
        lines += [f"| `{name}` | `{hint}` |" for name, hint in hints.items()]
    return re.sub(r"takhrij\.\w+\.|datetime\.(?=date)|typing\.", "", "\n".join(lines)) + "\n"


def _tables(kind: type[Row]) -> str:
    what = kind.__name__.lower()
    lines = [f"# The tables of a {what} folder", "", inspect.cleandoc(kind.__doc__ or ""), ""]
    lines += [f"Generated from `{kind.__module__.replace('takhrij.', '').replace('.', '/')}.py`."]
    for name, hint in get_type_hints(kind).items():
        row = get_args(hint)[0]
        lines += ["", f"## {name}", "", inspect.cleandoc(row.__doc__ or ""), "", "| column | type |", "|---|---|"]
        lines += [f"| `{f.name}` | `{_type(f.type)}` |" for f in msgspec.structs.fields(row)]
    return "\n".join(lines) + "\n"


def _readers() -> str:
    told = inspect.cleandoc(readers.__doc__ or "").split("\n\n")
    lines = ["# What can be read", "", *"\n\n".join(told[2:]).splitlines(), "", "Generated from `readers/`."]
    for name, reader in modules(readers).items():
        ends = ", ".join(f"`{suffix}`" for suffix in reader.SUFFIXES)
        lines += ["", f"## {name}", "", f"Names that end in {ends}.", "", inspect.cleandoc(reader.__doc__ or "")]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
